"""Spelling: how each notation writes the words of a value, and the way back from them to what was written."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from newslint.plugin import Piece, Span, lazy_pattern
from newslint.readers.parts import OBJECT

LINE_ENDS = "\n\r"
ESCAPES = {"n": "\n", "N": "\n", "L": "\n", "P": "\n", "_": "\xa0", '"': '"', "\\": "\\", "/": "/", "'": "'"}
HEX_ESCAPES = frozenset("xuU")
# White space round line ends.
BREAKS = r"[ \t]*+(?:\r\n?|\n)[ \t\r\n]*+"
ESCAPED_BREAK = r"\\[ \t]*+(?:\r\n?|\n)[ \t\r\n]*+"
ESCAPE = r"\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|.)"


class Spelling(msgspec.Struct, frozen=True):
    """What is not written letter for letter, what no edit may write, and whether line ends are kept."""

    odd: re.Pattern[str]
    reserved: str
    keeps_lines: bool = False


PLAIN = Spelling(lazy_pattern(BREAKS), ":#" + LINE_ENDS)
LISTED = Spelling(lazy_pattern(BREAKS), ":#,[]{}" + LINE_ENDS)
SINGLE = Spelling(lazy_pattern(rf"''|{BREAKS}"), "'" + LINE_ENDS)
DOUBLE = Spelling(lazy_pattern(rf"{ESCAPED_BREAK}|{ESCAPE}|{BREAKS}"), '"\\' + LINE_ENDS)
FOLDED = Spelling(lazy_pattern(BREAKS), LINE_ENDS)
LITERAL = Spelling(lazy_pattern(BREAKS), LINE_ENDS, keeps_lines=True)
BASIC = Spelling(lazy_pattern(rf"{ESCAPED_BREAK}|{ESCAPE}|{BREAKS}"), '"\\' + LINE_ENDS, keeps_lines=True)
VERBATIM = Spelling(lazy_pattern(BREAKS), "'" + LINE_ENDS, keeps_lines=True)


def spelled(written: str, start: int, spelling: Spelling) -> tuple[Piece, ...]:
    """Return the pieces of a value, which stands in the source from *start* on."""
    return tuple(_pieces(written, start, spelling))


def held(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Hold the first letter of a bare value fast: another in its place might be a mark of the notation."""
    if not pieces:
        return ()
    first, start = pieces[0], pieces[0].source.start
    letter = Piece(first.text[0], Span(start, start + 1), verbatim=False)
    rest = Piece(first.text[1:], Span(start + 1, first.source.end))
    return (letter, *((rest,) if rest.text else ()), *pieces[1:])


def whole(said: str, span: Span) -> tuple[Piece, ...]:
    """Return a value that is not followed letter by letter as one piece."""
    return (Piece(" ".join(said.split()), span, verbatim=False),)


def _pieces(written: str, start: int, spelling: Spelling) -> Iterator[Piece]:
    position = 0
    for match in spelling.odd.finditer(written):
        if position < match.start():
            yield Piece(written[position : match.start()], Span(start + position, start + match.start()))
        said = _said(match[0], keeps_lines=spelling.keeps_lines)
        if said:
            yield Piece(said, Span(start + match.start(), start + match.end()), verbatim=False)
        position = match.end()
    if position < len(written):
        yield Piece(written[position:], Span(start + position, start + len(written)))


def _said(odd: str, *, keeps_lines: bool) -> str:
    if odd == "''":
        return "'"
    if odd.startswith("\\"):
        return _escaped(odd)
    lines = odd.replace("\r\n", "\n").replace("\r", "\n").count("\n")
    return "\n" * lines if keeps_lines else "\n" * (lines - 1) or " "


def _escaped(escape: str) -> str:
    sign, digits = escape[1], escape[2:]
    if sign in HEX_ESCAPES and digits:
        number = int(digits, 16)
        return chr(number) if 0x20 <= number < 0xD800 or 0xDFFF < number <= 0x10FFFF else OBJECT
    broken = any(end in escape for end in LINE_ENDS)
    return "" if broken else ESCAPES.get(sign, " ")
