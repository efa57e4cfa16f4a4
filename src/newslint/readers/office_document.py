"""The document that the lines of a word processor's file make."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from newslint.plugin import (
    Block,
    Directive,
    Document,
    LeftOut,
    Lexicon,
    Meta,
    Source,
    SourceMap,
    Span,
)
from newslint.readers.paragraphs import LINE_BREAK, Line
from newslint.readers.parts import with_one_headline
from newslint.text.directives import FILE_LINES, NO_LINE, directives, opens_directive
from newslint.text.layout import Stretch
from newslint.text.roles import blocks, headline_of

# What no fix may put into a paragraph: breaks, and what XML does not hold.
RESERVED = "".join(map(chr, range(32))) + LINE_BREAK + "\ufffe\uffff"
UNBROKEN = re.compile(f"[^{LINE_BREAK}]+")
COMMENT, IGNORE = "comment", "ignore"


def document(
    source: Source,
    lines: Iterable[Line],
    lexicon: Lexicon,
    *,
    format_name: str,
    title: str,
    language: str,
    beside: Iterable[str] = (),
) -> Document:
    """Set the paragraphs one to a line; *beside* them stands what is left out, too, each for its reason."""
    given = tuple(lines)
    lines = [line for line in given if line.words]
    letters = letters_of(lines)
    text = letters.replace(LINE_BREAK, "\n")
    stretches = with_one_headline(tuple(_stretches(lines)))
    found = blocks(text, stretches, lexicon)
    headline = headline_of(text, found)
    return Document(
        path=source.path,
        format=format_name,
        source=letters,
        text=text,
        blocks=found,
        map=_map(lines),
        lexicon=lexicon,
        directives=tuple(_directives(lines, found)),
        # A file's own title is as often that of the story it was made from.
        meta=Meta(title=headline or title, language=language),
        reserved=RESERVED,
        left_out=tuple(_left_out(given, len(letters), beside)),
    )


def letters_of(lines: Iterable[Line]) -> str:
    """Set lines below each other."""
    return "\n".join(line.words for line in lines)


def _map(lines: Iterable[Line]) -> SourceMap:
    """Return the map of the text, which has the letters of the source, each in its place.

    A segment of one format is verbatim; so is a line end. Between two of them is a seam. What no fix may
    change is mapped letter by letter.
    """
    fields = array("I")
    add = fields.extend
    start = 0
    for line in lines:
        if start:
            add((start - 1, start - 1, 1, 1, True))
        position = start
        for first, last in _joined(line):
            begin = start + first
            if position < begin:
                for letter in range(position, begin):
                    add((letter, letter, 1, 1, False))
            elif first:
                add((position, position, 0, 0, False))
            position = start + last
            add((begin, begin, last - first, last - first, True))
        start += len(line.words) + 1
        for letter in range(position, start - 1):
            add((letter, letter, 1, 1, False))
    return SourceMap.of_fields(fields or array("I", (0, 0, 0, 0, True)))


def _joined(line: Line) -> Iterator[tuple[int, int]]:
    """Yield the spans of a line that are of one format; of a format that is only read, what breaks part."""
    if line.editable is None:
        broken = LINE_BREAK in line.words
        yield from (
            (found.span() for found in UNBROKEN.finditer(line.words)) if broken else [(0, len(line.words))]
        )
        return
    first = last = -1
    for each in line.editable:
        start, end = each.span.start, each.span.end
        if each.joined and last == start:
            last = end
            continue
        if last >= 0:
            yield first, last
        first, last = start, end
    if last >= 0:
        yield first, last


def _left_out(lines: Iterable[Line], end: int, beside: Iterable[str]) -> Iterator[LeftOut]:
    """Yield why words are left out, each where they would stand: the letters do not hold them."""
    start = 0
    found: dict[tuple[int, str], None] = {}
    for line in lines:
        comments = ((0, IGNORE if is_ignore(comment) else COMMENT) for comment in line.comments)
        found |= {(min(start + place, end), why): None for place, why in (*comments, *line.gone)}
        start += len(line.words) + bool(line.words)
    found |= {(end, why): None for why in beside}
    return (LeftOut(Span(place, place), why) for place, why in found)


def _stretches(lines: Iterable[Line]) -> Iterator[Stretch]:
    start = 0
    for line in lines:
        yield Stretch(Span(start, start + len(line.words)), line.kind)
        start += len(line.words) + 1


def _directives(lines: Sequence[Line], found: Sequence[Block]) -> Iterator[Directive]:
    """Yield the ignores that stand in comments, each for the paragraph that its comment is on."""
    for number, (line, block) in enumerate(zip(lines, found, strict=True), start=1):
        for comment in line.comments:
            if is_ignore(comment):
                yield _directive(comment, block.span, number)


def is_ignore(comment: str) -> bool:
    """Tell whether a comment is an inline ignore or was meant to be one."""
    return opens_directive(comment.lstrip(" ["))


def _directive(comment: str, span: Span, number: int) -> Directive:
    words = comment.strip()
    # As in other formats, it may stand in brackets.
    words = words if words.startswith("[") else f"[{words}]"
    directive = directives(words, (Span(0, len(words)),))[0]
    line = directive.line
    if line is None:
        line = None if number <= FILE_LINES else NO_LINE
    elif line != NO_LINE:
        line = number
    return msgspec.structs.replace(directive, span=span, line=line)
