"""The concordance: what a rule finds in copy, each in a line with the words beside it."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from newslint.core.document import Document
from newslint.core.visible import cells, cut, visible
from newslint.engine.linter import Linter

# As much as a wide screen shows on either side.
BESIDE = 80
GAP = "  "


class Line(msgspec.Struct, frozen=True):
    """A place that a rule finds, with the words before and behind it in its paragraph."""

    path: str
    line: int
    column: int
    left: str
    text: str
    right: str
    message: str
    fix: str | None


class Concordance(msgspec.Struct, frozen=True):
    """The JSON object that is written: the rule, what was read, how much was found, and the lines shown."""

    schema: int
    rule: str
    stories: int
    words: int
    found: int
    lines: tuple[Line, ...]


def places(linter: Linter, document: Document) -> Iterator[Line]:
    """Yield what the rules of a linter find in a story."""
    for finding in linter.lint(document).findings:
        start, end = finding.start.offset, finding.end.offset
        fixes = [fix.title for fix in finding.fixes]
        yield Line(
            finding.path,
            finding.start.line,
            finding.start.column,
            _before(document.source, start),
            " ".join(finding.text.split()),
            _behind(document.source, end),
            finding.message,
            fixes[0] if fixes else None,
        )


def spread(lines: list[Line], most: int) -> tuple[Line, ...]:
    """Return at most so many of the lines, from all over the copy, as its first story shows only itself."""
    if len(lines) <= most:
        return tuple(lines)
    return tuple(lines[number * len(lines) // most] for number in range(most))


def told(found: Concordance, width: int) -> Iterator[str]:
    """Yield the lines set one below the other, the words found in one column, and a count."""
    where = [_tail(f"{visible(each.path)}:{each.line}", width // 3) for each in found.lines]
    longest = max(map(cells, where), default=0)
    middle = min(max((cells(visible(each.text)) for each in found.lines), default=0), width // 3)
    side = max((width - longest - middle - 3 * len(GAP)) // 2, 8)
    for place, each in zip(where, found.lines, strict=True):
        left, text, right = (
            _tail(visible(each.left), side),
            cut(visible(each.text), middle),
            visible(each.right),
        )
        yield (
            f"{place}{' ' * (longest - cells(place))}{GAP}{' ' * (side - cells(left))}{left}{GAP}"
            f"{text}{' ' * (middle - cells(text))}{GAP}{cut(right, side)}"
        )
    yield counted(found)


def counted(found: Concordance) -> str:
    """Say how much was found, and how much of it is shown."""
    rate = 1000 * found.found / found.words if found.words else 0
    stories = "story" if found.stories == 1 else "stories"
    shown = f"; {len(found.lines):,} shown" if len(found.lines) < found.found else ""
    return (
        f"{found.rule}: {found.found:,} found in {found.stories:,} {stories} of {found.words:,} words, "
        f"{rate:.2f} a thousand words{shown}."
    )


def _before(source: str, start: int) -> str:
    at = max(source.rfind("\n", 0, start) + 1, start - BESIDE)
    return " ".join(source[at:start].split())


def _behind(source: str, end: int) -> str:
    stop = source.find("\n", end)
    return " ".join(source[end : min(end + BESIDE, len(source) if stop < 0 else stop)].split())


def _tail(words: str, width: int) -> str:
    """Return the end of some words, as much as fits."""
    if cells(words) <= width:
        return words
    while words and cells(words) > width - 1:
        words = words[1:]
    return f"…{words}"
