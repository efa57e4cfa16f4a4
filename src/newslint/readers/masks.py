"""Masks: letters set over the tags of a source, so that a parser of Markdown takes them for plain words.

A mask is as long as its tag, so that every place in what is parsed is that place in the source.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from newslint.plugin import lazy_pattern
from newslint.text.markup.tag import Role, Tag

OPENING = lazy_pattern(r"</?[A-Za-z][\w.:-]*")
LINE_END = lazy_pattern(r"\r\n?|\n")
SPACE, MARGIN = " \t", " \t>"
# Deeper, a line is code.
DEEPEST = 4
NO_COPY = (Role.OBJECT, Role.WRAP, Role.TRIM)


class Setting(msgspec.Struct, frozen=True, gc=False):
    """How a tag stands on its lines: nothing but tags before it, or behind it; and under an empty line."""

    first: bool
    last: bool
    apart: bool

    @property
    def alone(self) -> bool:
        """Tell whether the lines of the tag hold nothing else."""
        return self.first and self.last


def settings(letters: str, tags: Sequence[Tag], start: int) -> tuple[Setting, ...]:
    """Return how each of the *tags* stands in a story that begins at *start*."""
    if not tags:
        return ()
    ends = [start, *(tag.span.end for tag in tags)]
    gaps = [letters[end : tag.span.start] for end, tag in zip(ends, tags, strict=False)]
    gaps.append(letters[ends[-1] :])
    last = tuple(_behind(gaps, tags))[::-1]
    return tuple(
        Setting(first, after, apart) for (first, apart), after in zip(_before(gaps, tags), last, strict=True)
    )


def masked(letters: str, tags: Sequence[Tag], set_so: Sequence[Setting]) -> str:
    """Return the source with a mask over each tag."""
    if not tags:
        return letters
    parts, position = [], 0
    for tag, setting in zip(tags, set_so, strict=True):
        parts += [letters[position : tag.span.start], _mask(tag.span.cut(letters), tag.role, setting)]
        position = tag.span.end
    return "".join(parts) + letters[position:]


def _mask(tag: str, role: Role, setting: Setting) -> str:
    match role:
        case Role.COPY:
            return tag
        case Role.HTML:
            return _bare(tag)
        case Role.TITLE:
            return "###" + " " * (len(tag) - 3)
    if setting.alone and setting.apart:
        # A line of asterisks is a block of its own, whatever follows it.
        return "*" * len(tag)
    if role is Role.TRIM and setting.last and not setting.first:
        # So the hashes that close a heading, and a link's definition, stand at the end of their line.
        return "\t" * len(tag)
    return "x" * len(tag)


def _bare(tag: str) -> str:
    """Leave a tag of HTML its name."""
    opening = OPENING.match(tag)
    name = opening[0] if opening else tag[:2]
    closing = "/>" if tag.endswith("/>") else ">"
    return name + " " * (len(tag) - len(name) - len(closing)) + closing


def _before(gaps: Sequence[str], tags: Sequence[Tag]) -> Iterator[tuple[bool, bool]]:
    """Tell of each tag whether it is the first of its line, and whether an empty line or none is above."""
    first = apart = True
    for gap, tag in zip(gaps, tags, strict=False):
        if "\r" in gap:
            gap = gap.replace("\r\n", "\n").replace("\r", "\n")
        above, ends, margin = gap.rpartition("\n")
        if ends:
            first_above, first = first, not margin.strip(MARGIN)
            _, several, line = above.rpartition("\n")
            empty = bool(several) and not line.strip(MARGIN)
            runs_on = not several and first_above and apart and not line.strip(SPACE)
            apart = (empty or runs_on) and _shallow(margin)
        else:
            first = first and not margin.strip(MARGIN)
        yield first, apart
        first = first and tag.role in NO_COPY


def _behind(gaps: Sequence[str], tags: Sequence[Tag]) -> Iterator[bool]:
    """Tell of each tag, from the last to the first, whether it is the last of its line."""
    last = True
    for gap, tag in zip(reversed(gaps), reversed(tags), strict=False):
        line = LINE_END.search(gap)
        last = not gap[: line.start()].strip(SPACE) if line else last and not gap.strip(SPACE)
        yield last
        last = last and tag.role in NO_COPY


def _shallow(margin: str) -> bool:
    return len(margin.rpartition(">")[2].expandtabs(DEEPEST)) < DEEPEST
