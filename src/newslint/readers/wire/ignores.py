"""Ignores in wire stories: comments of XML, and of markup that stands as text in an element or a string."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

import msgspec

from newslint.plugin import (
    Block,
    Directive,
    DirectiveVerb,
    Joined,
    Piece,
    SourceMap,
    Span,
    lazy_pattern,
    line_starts,
)
from newslint.readers.parts import copied, without_markup
from newslint.readers.wire.fragments import MARKUP
from newslint.text.directives import directives, is_directive, is_signed

COMMENT = lazy_pattern(r"<!--.*?-->", re.DOTALL)
END = "-->"
NO_LINE_END = lazy_pattern(r"[^\n]")


class Comment(msgspec.Struct, frozen=True, order=True):
    """A comment that is an ignore, or was meant to be one: its place in the source, and what it says."""

    span: Span
    words: str


class Comments(msgspec.Struct, frozen=True):
    """The ignores of a story, which has an *extent*; where its body is a string, those in its *pieces*."""

    extent: Span
    found: Sequence[Comment] = ()
    pieces: Sequence[Piece] = ()

    def speak(self, letters: str, source_map: SourceMap, blocks: Sequence[Block]) -> tuple[Directive, ...]:
        """Return what they silence."""
        if self.pieces:
            return tuple(in_string(self.pieces, source_map, blocks))
        return in_source(letters, self.extent, self.found, source_map)


def in_source(
    letters: str, extent: Span, comments: Sequence[Comment], source_map: SourceMap
) -> tuple[Directive, ...]:
    """Return what the comments of a story silence by the lines of its source, of which it has an *extent*."""
    if not comments:
        return ()
    start, end = extent.start, extent.end
    spans = [_shifted(each.span, -start) for each in sorted(comments)]
    story = _spelt_out(extent.cut(letters), spans, [each.words for each in sorted(comments)])
    copy = [_shifted(each, -start) for each in copied(source_map) if start <= each.start and each.end <= end]
    first = min((each.start for each in copy if len(each)), default=0)
    lines = bisect_right(line_starts(letters), start) - 1
    return tuple(
        msgspec.structs.replace(each, span=_shifted(each.span, start), line=each.line and each.line + lines)
        for each in directives(without_markup(story, copy, spans), spans, start=first)
    )


def _shifted(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _spelt_out(story: str, spans: Sequence[Span], words: Sequence[str]) -> str:
    """Write comments as they read where references stand for their marks; all places stay as they are."""
    parts, position = [], 0
    for span, said in zip(spans, words, strict=True):
        missing = len(span) - len(said)
        spelt = said.removesuffix(END) + " " * missing + END if missing > 0 else span.cut(story)
        parts += [story[position : span.start], spelt]
        position = span.end
    return "".join(parts) + story[position:]


def in_string(pieces: Sequence[Piece], source_map: SourceMap, blocks: Sequence[Block]) -> Iterator[Directive]:
    """Yield what the comments of a body in a string silence, by the lines of the string."""
    joined = Joined(pieces)
    if not is_signed(joined.text):
        return
    text = joined.text.replace("\r", "\n")
    spans = [Span(*match.span()) for match in COMMENT.finditer(text) if is_directive(match[0])]
    starts = [*line_starts(text), len(text)]
    found = directives(MARKUP.sub(_blank, text), spans)
    reaches = _lines(found, len(starts) - 1)
    for each, reach in zip(found, reaches, strict=True):
        span = Span(joined.source(each.span.start), joined.source(each.span.end - 1) + 1)
        within = None
        if reach:
            within = Span(joined.source(starts[reach.start - 1]), joined.source(starts[reach.stop - 1]))
            within = _with_block(within, source_map, blocks) if each.before else within
        yield msgspec.structs.replace(each, span=span, within=within, before=False)


def _lines(found: Sequence[Directive], last: int) -> list[range]:
    """Return the lines that each ignore is for: an `off` and the `on` that ends it have the same."""
    reaches = [range(each.line, each.line + 1) if each.line else range(0) for each in found]
    for number, each in enumerate(found):
        if each.verb is not DirectiveVerb.OFF or not each.line:
            continue
        later = range(number + 1, len(found))
        ends = (at for at in later if found[at].verb is DirectiveVerb.ON and _closes(found[at], each))
        end = next(ends, None)
        reaches[number] = range(each.line, (last if end is None else found[end].line or last) + 1)
        if end is not None:
            reaches[end] = reaches[number]
    return reaches


def _closes(on: Directive, off: Directive) -> bool:
    return not on.rules or set(on.rules) == set(off.rules)


def _with_block(within: Span, source_map: SourceMap, blocks: Sequence[Block]) -> Span:
    """Return a stretch with the rest of the block that begins in it or goes on there."""
    for block in blocks:
        place = source_map.source(block.span)
        if place.start < within.end and within.start < place.end:
            return Span(within.start, max(within.end, place.end))
    return within


def _blank(match: re.Match[str]) -> str:
    """Leave ignores and letters as they are, and of other markup nothing but its line ends."""
    written = match[0]
    kept = written.startswith("&") or is_directive(written)
    return written if kept else NO_LINE_END.sub(" ", written)
