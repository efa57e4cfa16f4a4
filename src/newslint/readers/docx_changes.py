"""Changes in the words of a Word file: plain ones, or tracked ones that its reader may accept or reject."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from xml.sax.saxutils import escape

import msgspec

from newslint.plugin import SourceEdit, Span
from newslint.readers.docx_runs import inner, prefix
from newslint.readers.paragraphs import Editable, Line, Place

AUTHOR = "newslint"
# A letter as it is written: by its name or number, a line end, or in UTF-8.
LETTER = re.compile(rb"&[^;]*;|\r\n|[\x00-\x7f]|[\xc0-\xff][\x80-\xbf]*")
NUMBERED = re.compile(rb"(\s[^\s<>/:=]+:id=[\"'])\d+")
NUMBERS = re.compile(rb"\s[^\s<>/:=]+:id=[\"'](\d{1,9})[\"']")


class Change(msgspec.Struct, frozen=True, order=True):
    """The replacement of the letters of a stretch of words from *start* up to *end*."""

    start: int
    end: int
    text: str


class Tracks:
    """Signs changes: each with a number of its own in its part, and all with one author and time."""

    def __init__(self, part: bytes, at: datetime) -> None:
        self.number = max(map(int, NUMBERS.findall(part)), default=0)
        self.at = at

    def reopened(self, tag: bytes) -> bytes:
        """Return the tag of what somebody else inserted, for the rest of it."""
        self.number += 1
        return NUMBERED.sub(rb"\g<1>%d" % self.number, tag)

    def signature(self, space: str) -> str:
        """Return the attributes of the next change."""
        self.number += 1
        date = self.at.strftime("%Y-%m-%dT%H:%M:%SZ")
        signed = {"id": self.number, "author": AUTHOR, "date": date}
        return "".join(f' {space}{name}="{value}"' for name, value in signed.items())


def changes(lines: Iterable[Line], edits: Iterable[SourceEdit]) -> dict[Place, list[Change]]:
    """Return edits of the letters of *lines*, set below each other, as changes of the words in their places.

    An edit over several runs of one format puts its words into the first of them. Raises ValueError for one
    that is not within words of one format that may be changed.
    """
    stretches = list(_stretches(lines))
    found: dict[Place, list[Change]] = {}
    for edit in edits:
        last = bisect_right(stretches, edit.start, key=_first)
        holding = [each for each in stretches[max(0, last - 2) : last] if edit.end <= each[-1].span.end]
        if len(holding) != 1:
            raise ValueError(f"the edit at {edit.start} is not within words of one format")
        for place, change in _parted(holding[0], edit):
            found.setdefault(place, []).append(change)
    return found


def changed(part: bytes, changes: Mapping[Place, Sequence[Change]], at: datetime | None) -> bytes:
    """Return a part with its words changed: tracked, as made *at* a time in UTC, or plainly.

    Programs drop changes without a number or an author, and white space that is not said to be preserved.
    """
    tracks = Tracks(part, at) if at else None
    parts: list[bytes] = []
    position = 0
    for place, made in sorted(changes.items(), key=_start):
        words = _Words(part, place, tracks)
        start, replacement, end = words.tracked(sorted(made)) if tracks else words.plain(sorted(made))
        parts += [part[position:start], replacement]
        position = end
    return b"".join([*parts, part[position:]])


def _start(change: tuple[Place, Sequence[Change]]) -> int:
    return change[0].start


def _stretches(lines: Iterable[Line]) -> Iterator[list[Editable]]:
    """Yield what may be changed, by the letters of all lines, in stretches of one format."""
    start = 0
    for line in lines:
        stretch: list[Editable] = []
        for each in line.editable or ():
            span = Span(each.span.start + start, each.span.end + start)
            if stretch and not (each.joined and stretch[-1].span.end == span.start):
                yield stretch
                stretch = []
            stretch.append(msgspec.structs.replace(each, span=span))
        if stretch:
            yield stretch
        start += len(line.words) + 1


def _first(stretch: Sequence[Editable]) -> int:
    return stretch[0].span.start


def _parted(stretch: Sequence[Editable], edit: SourceEdit) -> Iterator[tuple[Place, Change]]:
    """Yield what an edit changes in each place; what is put between two goes to the first."""
    first, text = bisect_left(stretch, edit.start, key=_end), edit.text
    # What is replaced right after the end of one begins in the next.
    first += stretch[first].span.end == edit.start < edit.end
    for number in range(first, len(stretch)):
        each = stretch[number]
        if number > first and each.span.start >= edit.end:
            return
        shift = each.skipped - each.span.start
        start, end = max(edit.start, each.span.start), min(edit.end, each.span.end)
        yield each.place, Change(start + shift, end + shift, text)
        text = ""


def _end(words: Editable) -> int:
    return words.span.end


class _Words:
    """One stretch of words, and how it is written anew."""

    def __init__(self, part: bytes, place: Place, tracks: Tracks | None) -> None:
        self.part, self.place, self.tracks = part, place, tracks
        self.opening, self.prefix = place.opening, prefix(place.opening)
        self.letters = LETTER.findall(inner(part, place))
        self.after = part.index(b">", place.end) + 1
        self.reopened = b""

    def plain(self, changes: Sequence[Change]) -> tuple[int, bytes, int]:
        """Return the words changed, and from where to where they replace those of the part."""
        parts, position = list[bytes](), 0
        for change in changes:
            parts += [*self.letters[position : change.start], escape(change.text).encode()]
            position = change.end
        words = b"".join([*parts, *self.letters[position:]])
        return self.place.start, self._element("t", words), self.after

    def tracked(self, changes: Sequence[Change]) -> tuple[int, bytes, int]:
        """Return the run parted into what stays and what is changed, and what that replaces."""
        start, position, parts = self.place.start, changes[0].start, list[bytes]()
        if position:
            parts += [self._element("t", b"".join(self.letters[:position])), self._end("r")]
        elif self.place.run + len(self.opening) == start:
            start = self.place.run
        else:
            parts.append(self._end("r"))
        for change in changes:
            if position < change.start:
                parts.append(self._run("t", b"".join(self.letters[position : change.start])))
            parts += self._change(change)
            position = change.end
        last, closing = b"".join(self.letters[position:]), self._closing()
        if not last and closing:
            return start, *self._ended(b"".join(parts), closing)
        return start, b"".join([*parts, self.opening, self._element("t", last) if last else b""]), self.after

    def _change(self, change: Change) -> Iterator[bytes]:
        gone = b"".join(self.letters[change.start : change.end])
        for name, inside, words in (("del", "delText", gone), ("ins", "t", escape(change.text).encode())):
            if words and self.tracks:
                signed = self.tracks.signature(self.prefix)
                made = f"<{self.prefix}{name}{signed}>".encode() + self._run(inside, words) + self._end(name)
                yield self._parted(made) if name == "ins" and self.place.insertion else made

    def _parted(self, made: bytes) -> bytes:
        """Put an insertion between two halves of another, as Word does; what is deleted stays within one."""
        if self.tracks:
            self.reopened = self.tracks.reopened(self.place.insertion)
        return self._end("ins") + made + self.reopened

    def _ended(self, written: bytes, closing: int) -> tuple[bytes, int]:
        """Leave out the second half of an insertion that holds nothing."""
        found = re.compile(rb"\s*" + re.escape(self._end("ins"))).match(self.part, closing)
        if found and self.reopened and written.endswith(self.reopened):
            return written[: -len(self.reopened)], found.end()
        return written, closing

    def _run(self, inside: str, words: bytes) -> bytes:
        return self.opening + self._element(inside, words) + self._end("r")

    def _element(self, name: str, words: bytes) -> bytes:
        return f'<{self.prefix}{name} xml:space="preserve">'.encode() + words + self._end(name)

    def _end(self, name: str) -> bytes:
        return f"</{self.prefix}{name}>".encode()

    def _closing(self) -> int:
        """Return where the run ends, if it does right after these words; else 0."""
        found = re.compile(rb"\s*" + re.escape(self._end("r"))).match(self.part, self.after)
        return found.end() if found else 0
