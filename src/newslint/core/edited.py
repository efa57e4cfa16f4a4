"""Edited copy: edits of a source, made together or one round after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from newslint.core.finding import SourceEdit


def edited(source: str, edits: Iterable[SourceEdit]) -> str:
    """Make edits that are apart."""
    end = len(source)
    parts: list[str] = []
    for edit in sorted(edits, reverse=True):
        parts += [source[edit.end : end], edit.text]
        end = edit.start
    return source[:end] + "".join(reversed(parts))


class Version(msgspec.Struct, frozen=True):
    """A version of a source: its text, and the edits of the source that lead to it, in order and apart."""

    text: str
    edits: tuple[SourceEdit, ...] = ()

    def edited(self, edits: Iterable[SourceEdit]) -> Version:
        """Return the version with edits, which are apart, made on its text."""
        later = sorted(edits)
        text = edited(self.text, later)
        return Version(text, tuple(_composed(self.edits, later, text)))


class _Change(msgspec.Struct, frozen=True, order=True):
    """A stretch of the text between two rounds, and by how much it is longer before and after them."""

    start: int
    end: int
    before: int = 0
    after: int = 0


def _composed(edits: Sequence[SourceEdit], later: Sequence[SourceEdit], text: str) -> Iterator[SourceEdit]:
    """Yield edits that do at once what *edits*, and then *later* ones, do to make the *text*."""
    before = after = 0
    for start, end, met in _groups(sorted([*_made(edits), *_wanted(later)])):
        first, put = start + before, start + after
        before += sum(change.before for change in met)
        after += sum(change.after for change in met)
        yield SourceEdit(first, end + before, text[put : end + after])


def _groups(changes: Iterable[_Change]) -> Iterator[tuple[int, int, list[_Change]]]:
    """Yield changes that meet together. Beside each other they stay apart, unless one has no letters."""
    met: list[_Change] = []
    start = end = 0
    for change in changes:
        if met and change.start >= end and not (change.start == end and end in (start, change.end)):
            yield start, end, met
            met = []
        start, end = (start, max(end, change.end)) if met else (change.start, change.end)
        met = [*met, change]
    if met:
        yield start, end, met


def _made(edits: Iterable[SourceEdit]) -> Iterator[_Change]:
    shift = 0
    for edit in edits:
        longer = edit.end - edit.start - len(edit.text)
        yield _Change(edit.start - shift, edit.start - shift + len(edit.text), before=longer)
        shift += longer


def _wanted(edits: Iterable[SourceEdit]) -> Iterator[_Change]:
    for edit in edits:
        yield _Change(edit.start, edit.end, after=len(edit.text) - (edit.end - edit.start))
