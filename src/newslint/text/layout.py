"""Layout: which lines of plain text make one block, in copy that is hard-wrapped and in copy that is not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from newslint.core.document import BlockKind
from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span

# Lines that stand together, without the blank ones around them.
CHUNK = lazy_pattern(r"\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*")
LINE = lazy_pattern(r"[^\n]+")
MARKER = lazy_pattern(r"(?:[-*•‣◦·]|\d{1,2}[.)])[^\S\n]+(?=\S)")
FINAL = lazy_pattern(r"[.!?…:;]['\"”’)\]]*$")
NARROWEST, WIDEST = 50, 120
# Of lines that follow each other, so many must be full where the width is another.
FEWEST_JOINTS, MOST_FULL = 4, 0.8


class Stretch(msgspec.Struct, frozen=True, gc=False):
    """The lines of one block, with the *kind* that marks tell, *glued* to what stands on the line above."""

    span: Span
    kind: BlockKind | None = None
    glued: bool = False


def stretches(text: str) -> tuple[Stretch, ...]:
    """Return the blocks of *text* as bare stretches."""
    chunks = [_lines(text, match) for match in CHUNK.finditer(text)]
    width = _width(text, chunks)
    return tuple(stretch for lines in chunks for stretch in _split(text, lines, width=width))


def _lines(text: str, chunk: re.Match[str]) -> tuple[Span, ...]:
    """Return the lines of a chunk without the space at their ends."""
    if "\n" not in chunk[0]:
        return (Span(chunk.start(), chunk.start() + len(chunk[0].rstrip())),)
    lines = []
    for match in LINE.finditer(text, chunk.start(), chunk.end()):
        start = match.end() - len(match[0].lstrip())
        lines.append(Span(start, match.start() + len(match[0].rstrip())))
    return tuple(lines)


def _width(text: str, chunks: Sequence[Sequence[Span]]) -> int | None:
    """Return the width a story is wrapped at, or None where a line is a paragraph.

    A few longer lines (an address, a table) do not count: the width is that of all but one line in twenty.
    At a width that is not usual, lines must show that they are wrapped.
    """
    lengths = [len(line) for lines in chunks for line in lines]
    if len(lengths) < 2:
        return None
    width = sorted(lengths)[int(len(lengths) * 0.95)]
    if NARROWEST <= width <= WIDEST:
        return width
    joints = [joint for lines in chunks for joint in pairwise(lines)]
    full = sum(_is_full(text, *joint, width=width) for joint in joints)
    return width if len(joints) >= FEWEST_JOINTS and full >= MOST_FULL * len(joints) else None


def _is_full(text: str, line: Span, following: Span, *, width: int) -> bool:
    """Tell whether the first word of the *following* line had no room on the one above."""
    return len(line) + 1 + len(text[following.start : following.end].split(None, 1)[0]) > width


def _split(text: str, lines: Sequence[Span], *, width: int | None) -> Iterator[Stretch]:
    first = 0
    for index in range(1, len(lines) + 1):
        if index == len(lines) or not _runs_on(text, lines[index - 1], lines[index], width=width):
            yield _stretch(text, lines[first].joined(lines[index - 1]), glued=first > 0)
            first = index


def _stretch(text: str, span: Span, *, glued: bool) -> Stretch:
    marker = MARKER.match(text, span.start, span.end)
    if marker is None:
        return Stretch(span, glued=glued)
    return Stretch(Span(marker.end(), span.end), BlockKind.LIST_ITEM, glued)


def _runs_on(text: str, line: Span, following: Span, *, width: int | None) -> bool:
    """Tell whether a sentence or paragraph goes on from *line* to the *following* one."""
    first_letter = text[following.start]
    full = width is not None and _is_full(text, line, following, width=width)
    finished = FINAL.search(text, max(line.start, line.end - 4), line.end) is not None
    if MARKER.match(text, following.start, following.end):
        return full and not finished
    if first_letter.islower():
        return not finished or full
    return full
