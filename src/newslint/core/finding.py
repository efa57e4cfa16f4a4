"""A finding: a problem with its rule and its place in the source. Its fields are those of the JSON report."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec


class Position(msgspec.Struct, frozen=True, order=True, gc=False):
    """A place in the source: code points from 0, line and column from 1."""

    offset: int
    line: int
    column: int


class SourceEdit(msgspec.Struct, frozen=True, order=True):
    """The replacement of the source from *start* up to *end*."""

    start: int
    end: int
    text: str


class OfferedFix(msgspec.Struct, frozen=True):
    """A fix as it is offered: titled, in source coordinates."""

    title: str
    safety: str
    edits: tuple[SourceEdit, ...]


class RelatedPlace(msgspec.Struct, frozen=True):
    """Another place of the same finding."""

    path: str
    start: Position
    end: Position
    message: str


class Finding(msgspec.Struct, frozen=True):
    """One thing an editor is told."""

    rule: str
    severity: str
    path: str
    message: str
    start: Position
    end: Position
    text: str
    fixes: tuple[OfferedFix, ...]
    related: tuple[RelatedPlace, ...]
    fingerprint: str

    def order(self) -> tuple[str, int, int, str, str]:
        """Return what reports sort by."""
        return (self.path, self.start.offset, self.end.offset, self.rule, self.message)


class FileReport(msgspec.Struct, frozen=True):
    """What was read of one file, or why it could not be.

    *unchecked* counts by rule what wanted a date that the story does not give.
    """

    path: str
    format: str | None
    words: int
    error: str | None
    unchecked: Mapping[str, int] = {}
