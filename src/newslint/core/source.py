"""The source: a file's bytes, their decoding, and the map from a document's text back to them."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property, lru_cache

import msgspec

from newslint.core.encodings import UTF_8, Encoding, encoding_of, marked
from newslint.core.errors import SourceError
from newslint.core.span import Span


class Source(msgspec.Struct, frozen=True, dict=True):
    """A path, as it is reported, the bytes found there, and the codec that somebody *named* for them.

    A byte order mark knows better.
    """

    path: str
    content: bytes
    named: str = ""

    def decoded(self) -> str:
        """Decode the bytes: as somebody named, as a mark or the file declares, or as they show.

        Raises SourceError for binary files and for bytes that are not the encoding's.
        """
        encoding = self.encoding()
        text = None if self.named else self._shown.letters
        try:
            text = self.content.decode(encoding) if text is None else text
        except UnicodeDecodeError as error:
            raise SourceError(self.path, self._undecodable(error)) from None
        # Among bytes it is found a hundred times as fast.
        if (b"\0" in self.content or encoding != UTF_8) and "\0" in text:
            raise SourceError(
                self.path, f"binary file: NUL byte at offset {text.index(chr(0))}; expected text."
            )
        return text

    def encoded(self, text: str) -> bytes:
        """Write a text as the source is written. Raises SourceError for what has no bytes there."""
        try:
            return text.encode(self.encoding())
        except UnicodeEncodeError as cause:
            letter = f"U+{ord(text[cause.start]):04X}"
            reason = f"not fixed: {letter} cannot be written as {cause.encoding.upper()}."
            raise SourceError(self.path, reason) from None

    def encoding(self) -> str:
        """Name the codec; a byte order mark stays in the decoded text, as its first code point."""
        return marked(self.content) or self.named or self._shown.codec

    def guessed(self) -> str:
        """Name the encoding where nothing but the bytes tells it, as one would say it."""
        return "" if self.named else self._shown.guessed

    @cached_property
    def _shown(self) -> Encoding:
        """Return the encoding that the bytes show, which is found by decoding them."""
        return encoding_of(self.content)

    def _undecodable(self, error: UnicodeDecodeError) -> str:
        if b"\0" in self.content[:1024] and error.encoding == "utf-8":
            return f"binary file: NUL byte at offset {self.content.index(0)}; expected text."
        line = self.content.count(b"\n", 0, error.start) + 1
        byte = self.content[error.start]
        return (
            f"line {line}: byte 0x{byte:02x} at offset {error.start} is not valid "
            f"{error.encoding.upper()}; `--encoding` names another."
        )


class Segment(msgspec.Struct, frozen=True, gc=False):
    """A stretch of text and the stretch of source it stands for.

    A *verbatim* segment is copied letter for letter; any other (an entity, an image) maps as a whole. One
    without letters is a seam: nothing is to be put between those beside it.
    """

    text: int
    source: int
    length: int
    source_length: int
    verbatim: bool = True


FIELDS = len(Segment.__struct_fields__)


class SourceMap:
    """Segments in the order of the text, without gaps in it.

    They are kept as columns: copy with markup has thousands, and as records they take four times the memory.
    """

    def __init__(self, segments: Iterable[Segment]) -> None:
        self._keep(array("q", [field for segment in segments for field in msgspec.structs.astuple(segment)]))

    @classmethod
    def of_fields(cls, fields: array[int]) -> SourceMap:
        """Make a map of the fields of its segments, one after the other."""
        made = cls.__new__(cls)
        made._keep(fields)
        return made

    def _keep(self, fields: array[int]) -> None:
        texts, sources, lengths, source_lengths = (fields[first::FIELDS] for first in range(FIELDS - 1))
        self._columns = (
            texts,
            sources,
            lengths,
            source_lengths,
            bytearray(fields[FIELDS - 1 :: FIELDS].tolist()),
        )

    @classmethod
    def identity(cls, length: int) -> SourceMap:
        """Map a text that is its own source."""
        return cls((Segment(0, 0, length, length),))

    @property
    def segments(self) -> tuple[Segment, ...]:
        """Return the segments, made anew each time."""
        return tuple(map(self._at, range(len(self._columns[0]))))

    def fits(self, text: str, source: str) -> bool:
        """Tell whether the segments follow each other over all of *text*, and lie in *source*."""
        position, last = 0, len(source)
        for start, place, length, source_length in zip(*self._columns[:4], strict=True):
            if start != position or length < 0 or not 0 <= place <= place + source_length <= last:
                return False
            position += length
        return position == len(text)

    def source(self, span: Span) -> Span:
        """Return the source of *span*; an empty span maps to an empty one."""
        start = self._offset(span.start)
        if span.start == span.end:
            return Span(start, start)
        last = self._segment(span.end - 1)
        end = last.source + (span.end - last.text if last.verbatim else last.source_length)
        return Span(start, max(start, end))

    def verbatim(self, span: Span) -> bool:
        """Tell whether *span* was copied letter for letter from one stretch of the source.

        An empty span was where the letters beside it were, and nothing stands between them in the source.
        """
        index = self._index(span.start)
        first = self._at(index)
        if not first.verbatim or span.end > first.text + first.length:
            return False
        return span.start < span.end or self._joined_before(index, span.start)

    def _joined_before(self, index: int, position: int) -> bool:
        """Tell whether what stands before *position* in the text does so in the source."""
        segment = self._at(index)
        if position > segment.text or position == 0:
            return True
        before = self._at(index - 1)
        return before.verbatim and before.source + before.source_length == segment.source

    def _offset(self, position: int) -> int:
        segment = self._segment(position)
        return segment.source + (position - segment.text if segment.verbatim else 0)

    def _segment(self, position: int) -> Segment:
        return self._at(self._index(position))

    def _index(self, position: int) -> int:
        return max(0, bisect_right(self._columns[0], position) - 1)

    def _at(self, index: int) -> Segment:
        text, source, length, source_length, verbatim = self._columns
        return Segment(text[index], source[index], length[index], source_length[index], bool(verbatim[index]))


# The stories of one file share its lines, and one of them is asked for its own.
@lru_cache(maxsize=2)
def line_starts(source: str) -> tuple[int, ...]:
    """Return where each line starts; lines end at LF, CRLF or CR, and at nothing else."""
    return tuple(lines_of(source))


def lines_of(letters: str) -> list[int]:
    """Return where each line starts, of letters that nobody is to ask for again: they are not kept."""
    starts = [0]
    position = -1
    plain = letters.replace("\r\n", " \n").replace("\r", "\n") if "\r" in letters else letters
    while (position := plain.find("\n", position + 1)) >= 0:
        starts.append(position + 1)
    return starts
