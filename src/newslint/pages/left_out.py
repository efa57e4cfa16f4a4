"""What a file holds beside its copy, stretch by stretch, and why each is none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.core.document import Document, LeftOut
from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span

MARKUP = "markup"
# Elements that are left out whole, by what they are to a reader of the page.
ELEMENTS = {
    **dict.fromkeys(("script", "template", "noscript"), "script"),
    "style": "style",
    "nav": "navigation",
    "head": "metadata",
    **dict.fromkeys(("header", "footer"), "header or footer"),
    "aside": "beside the story",
    **dict.fromkeys(("form", "button", "select", "textarea"), "form"),
    **dict.fromkeys(("iframe", "object", "embed", "svg", "video", "audio", "picture"), "embedded"),
    **dict.fromkeys(("del", "s", "strike"), "struck out"),
}
HTML = lazy_pattern(
    rf"(?P<comment><!--)|<(?P<name>{'|'.join(ELEMENTS)})(?=[\s/>])[^<>]*+>|<[^<>]*+>", re.IGNORECASE
)
MARKDOWN = lazy_pattern(
    r"""
      (?P<front>  \A\ufeff?\s* (?: ---[ \t]*\r?\n .*? \n--- | \+\+\+[ \t]*\r?\n .*? \n\+\+\+ ) (?=\s|\Z) )
    | (?P<comment> <!--.{0,5000}?--> )
    | (?P<tag> \{\{.{0,1000}?\}\} | \{%.{0,1000}?%\} | \[/?[a-z][\w-]*(?:\s[^\]\n]*)?\] )
    | (?P<address> \]\([^)\n]*\)? | \]\[[^\]\n]*\]? | ^\[[^\]\n]+\]:[^\n]* | <https?:[^>\n]*> | https?://\S+ )
    | (?P<code> `[^`\n]*` )
    | <[^<>\n]*>
    """,
    re.VERBOSE | re.DOTALL | re.MULTILINE,
)
NAMES = {
    "comment": "comment",
    "code": "code",
    "front": "front matter",
    "tag": "template tag",
    "address": "address",
}
XML = lazy_pattern(r"(?P<comment><!--)|<[^<>]*+>")
# Stands in the text for what is no copy.
OBJECT = "\ufffc"
# How stretches are told apart by format (None: not at all), and what their other words are.
PATTERNS = {"html": HTML, "markdown": MARKDOWN, "text": None, "ninjs": None, "iptc7901": None, "anpa": None}
RESTS = {"html": "outside the story", "markdown": MARKUP, "text": MARKUP}
SIGNATURE, IGNORE = "newslint:", "ignore"


def left_out(story: Document) -> Iterator[LeftOut]:
    """Yield the stretches that hold a letter or a figure and are no copy, in their order.

    What its reader says of a story comes first; the letters between what was read tell the rest. What an
    office program's file holds beside them is given as a place in what was read.
    """
    yield from (each for each in story.left_out if not len(each.span))
    for gap in _gaps(story):
        position = gap.start
        for known in sorted(story.left_out, key=lambda each: each.span):
            if not len(known.span) or not known.span.overlaps(gap):
                continue
            yield from _parts(story, Span(position, max(position, known.span.start)))
            end = min(known.span.end, gap.end)
            yield LeftOut(Span(max(position, known.span.start), max(position, end)), known.why)
            position = max(position, end)
        yield from _parts(story, Span(position, gap.end))


def _gaps(story: Document) -> Iterator[Span]:
    """Yield the stretches between what was read."""
    extent = story.extent or Span(0, len(story.source))
    position = extent.start
    read = sorted(
        (each.source, each.source + each.source_length)
        for each in story.map.segments
        if story.text[each.text : each.text + each.length] != OBJECT
    )
    for start, end in (*read, (extent.end, extent.end)):
        if _holds_words(story, Span(position, max(position, start))):
            yield Span(position, start)
        position = max(position, end)


def _parts(story: Document, gap: Span) -> Iterator[LeftOut]:
    """Yield the parts of a stretch, each with the reason that its letters tell; like parts are one."""
    last: LeftOut | None = None
    for each in _told(story, gap):
        if not _holds_words(story, each.span):
            continue
        if last and last.why != each.why:
            yield last
        last = LeftOut(last.span.joined(each.span), each.why) if last and last.why == each.why else each
    if last:
        yield last


def _told(story: Document, gap: Span) -> Iterator[LeftOut]:
    rest = RESTS.get(story.format, "metadata")
    position = gap.start
    for each in _tags(story, gap):
        yield LeftOut(Span(position, each.span.start), rest)
        yield each
        position = each.span.end
    tail = Span(position, gap.end)
    yield LeftOut(tail, IGNORE if SIGNATURE in tail.cut(story.source) else rest)


def _tags(story: Document, gap: Span) -> Iterator[LeftOut]:
    """Yield tags, comments, and elements with all that is in them."""
    pattern = PATTERNS.get(story.format, XML)
    folded = gap.cut(story.source).lower() if pattern is HTML else ""
    unclosed: set[str] = set()
    position = gap.start
    while pattern and (match := pattern.search(story.source, position, gap.end)):
        name = (match["name"] or "").lower() if pattern is HTML else ""
        end = match.end()
        if match.lastgroup == "comment" and pattern is not MARKDOWN:
            closes = story.source.find("-->", end, gap.end)
            end = closes + 3 if closes >= 0 else gap.end
        elif name and name not in unclosed:
            closes = folded.find(f"</{name}", end - gap.start)
            end = gap.start + folded.find(">", closes) + 1 if closes >= 0 else end
            unclosed |= {name} if closes < 0 else set()
        position = max(end, match.start() + 1)
        yield LeftOut(Span(match.start(), position), _why(match, story.source[match.start() : position]))


def _why(match: re.Match[str], letters: str) -> str:
    if match.lastgroup == "comment" and SIGNATURE in letters:
        return IGNORE
    if match.lastgroup == "name":
        return ELEMENTS[match["name"].lower()]
    return NAMES.get(match.lastgroup or "", MARKUP)


def _holds_words(story: Document, span: Span) -> bool:
    return any(map(str.isalnum, span.cut(story.source)))
