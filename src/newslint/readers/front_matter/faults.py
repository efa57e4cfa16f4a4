"""Faults: the entries of front matter, read round what is broken in it."""

from __future__ import annotations

from collections.abc import Callable

from newslint.plugin import FrontMatterFault, Remark, Span, lazy_pattern
from newslint.readers.front_matter.entries import BrokenError, Entry
from newslint.readers.front_matter.heads import Head, Notation

# Faults that are mended by leaving their entry out; with more, the others are not worth reading.
MOST_FAULTS = 20
LONGEST_FOUND = 80
LINE = lazy_pattern(r"[^\n\r]*")
TOP_LINE = lazy_pattern(r"(?<![^\n\r])[^\s#\-\]})]")
NO_LINE_END = lazy_pattern(r"[^\n\r]")


def entries_of(letters: str, head: Head) -> tuple[tuple[Entry, ...], tuple[Remark, ...]]:
    """Return the entries, without those that are broken, and the first fault."""
    body, start = head.body.cut(letters), head.body.start
    remarks = (_remark(letters, start, FrontMatterFault.ENDLESS, head),) if head.open else ()
    entries = _reader(head.notation)
    for _ in range(MOST_FAULTS):
        try:
            return entries(body, start), remarks
        except BrokenError as cause:
            position = start + cause.position
            remarks = remarks or (_remark(letters, position, cause.fault, head, cause.found),)
            body = _without(body, cause.position)
    return (), remarks


def _reader(notation: Notation) -> Callable[[str, int], tuple[Entry, ...]]:
    match notation:
        case Notation.YAML:
            from newslint.readers.front_matter import in_yaml

            return in_yaml.entries
        case Notation.TOML:
            from newslint.readers.front_matter import in_toml

            return in_toml.entries
        case _:
            from newslint.readers.front_matter import in_json

            return in_json.entries


def _remark(letters: str, position: int, fault: FrontMatterFault, head: Head, found: str = "") -> Remark:
    line = _line(letters, position)
    found = found or line.cut(letters)
    return Remark(line, fault, {"notation": head.notation.value, "found": found})


def _line(letters: str, position: int) -> Span:
    """Return the line at *position*, or its start; for an empty one, the last above that is not."""
    if not _rest(letters, position).strip():
        position = len(letters[:position].rstrip())
    start = max(letters.rfind("\n", 0, position), letters.rfind("\r", 0, position)) + 1
    line = _rest(letters, start)
    first = start + len(line) - len(line.lstrip())
    return Span(first, min(start + len(line.rstrip()), first + LONGEST_FOUND))


def _rest(letters: str, position: int) -> str:
    """Return what stands on a line from *position* on."""
    match = LINE.match(letters, position)
    return match[0] if match else ""


def _without(body: str, position: int) -> str:
    """Blank the entry that holds *position*."""
    starts = [match.start() for match in TOP_LINE.finditer(body)]
    first = max((start for start in starts if start <= position), default=0)
    last = min((start for start in starts if start > position), default=len(body))
    return body[:first] + NO_LINE_END.sub(" ", body[first:last]) + body[last:]
