"""Lines: places in the copy as an editor counts them, by line and by code units of an agreed encoding."""

from __future__ import annotations

from bisect import bisect_right

from lsprotocol import types

from newslint.core.code_units import code_units
from newslint.core.source import line_starts

UTF_32 = types.PositionEncodingKind.Utf32


class Lines:
    """The lines of a text, which end at LF, CRLF or CR as the protocol has it; columns count code units.

    An editor's library may end lines elsewhere too (pygls 2.1.1 does at U+2028), so we count ourselves.
    """

    def __init__(self, text: str, encoding: str) -> None:
        self.text = text
        self.encoding = encoding
        self.starts = line_starts(text)

    def position(self, offset: int) -> types.Position:
        """Return the place of an *offset* in code points."""
        line = bisect_right(self.starts, offset) - 1
        return types.Position(line, code_units(self.text[self.starts[line] : offset], self.encoding))

    def range(self, start: int, end: int) -> types.Range:
        """Return the places of two offsets in code points."""
        return types.Range(self.position(start), self.position(end))

    def offset(self, position: types.Position) -> int:
        """Return the offset in code points of a place; one beyond its line or the text is the end of it."""
        if position.line >= len(self.starts):
            return len(self.text)
        start = self.starts[position.line]
        line = self._line(position.line)
        if line.isascii() or self.encoding == UTF_32:
            return start + min(position.character, len(line))
        return start + _letters(line, position.character, self.encoding)

    def _line(self, number: int) -> str:
        start = self.starts[number]
        end = self.starts[number + 1] if number + 1 < len(self.starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")


def _letters(line: str, units: int, encoding: str) -> int:
    """Count the letters that begin within the first *units* of a line; a letter cut in two is not begun."""
    for number, letter in enumerate(line):
        units -= code_units(letter, encoding)
        if units < 0:
            return number
    return len(line)
