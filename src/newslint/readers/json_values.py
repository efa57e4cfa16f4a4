"""JSON values: what a file of JSON holds, each string with its place."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import TypeAlias

import msgspec

from newslint.plugin import Piece, SourceError, Span, lazy_pattern, line_starts
from newslint.readers.parts import OBJECT

MOST_DEPTH = 200
TOKEN = lazy_pattern(r'[{}\[\]]|"(?P<string>[^"\\]*+(?:\\.[^"\\]*+)*+)"|[^\s{}\[\],:"]++', re.DOTALL)
# \n, \", \u2019, \ud83d\ude00
ESCAPE = lazy_pattern(
    r"\\(?:u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|u[\da-fA-F]{4}|.)", re.DOTALL
)


class Words(msgspec.Struct, frozen=True):
    """A string: where it stands, without its marks, and what stands there."""

    span: Span
    written: str

    @property
    def text(self) -> str:
        """Return what the string says."""
        return "".join(piece.text for piece in self.pieces())

    def pieces(self) -> Iterator[Piece]:
        """Yield the string in pieces, each escape as one that is not as written."""
        start = 0
        for match in ESCAPE.finditer(self.written):
            yield from self._copy(start, match.start())
            span = Span(self.span.start + match.start(), self.span.start + match.end())
            yield Piece(_letter(match[0]), span, verbatim=False)
            start = match.end()
        yield from self._copy(start, len(self.written))

    def _copy(self, start: int, end: int) -> Iterator[Piece]:
        if start < end:
            yield Piece(self.written[start:end], Span(self.span.start + start, self.span.start + end))


# A number, `true`, `false` and `null` are None: no copy.
Value: TypeAlias = "dict[str, Value] | list[Value] | Words | None"


def values(letters: str, path: str, within: Span | None = None) -> Value:
    """Return what the *letters* hold, or a stretch of them.

    Raises SourceError for what is no JSON, or is nested too deep.
    """
    start = within.start if within else int(letters.startswith("\ufeff"))
    end = within.end if within else len(letters)
    _validate(letters, path, Span(start, end))
    top: list[Value] = []
    open_values: list[dict[str, Value] | list[Value]] = [top]
    key: str | None = None
    keys: list[str | None] = []
    for match in TOKEN.finditer(letters, start, end):
        here, token = open_values[-1], match[0]
        if token in "}]":
            open_values.pop()
            key = keys.pop()
            continue
        if isinstance(here, dict) and key is None:
            key = Words(Span(*match.span("string")), match["string"]).text
            continue
        value = _value(match)
        if isinstance(here, dict):
            here[key or ""] = value
        else:
            here.append(value)
        key = None
        if isinstance(value, dict | list):
            keys.append(None)
            open_values.append(value)
            if len(open_values) - 1 > MOST_DEPTH:
                raise SourceError(path, _too_deep(letters, match.start()))
    return top[0]


def _value(match: re.Match[str]) -> Value:
    if match["string"] is not None:
        return Words(Span(*match.span("string")), match["string"])
    return {"{": {}, "[": []}.get(match[0])  # type: ignore[return-value]


def _validate(letters: str, path: str, within: Span) -> None:
    try:
        # Figures stay as they are: long ones are costly, and no copy.
        json.loads(within.cut(letters), parse_int=str, parse_float=str)
    except json.JSONDecodeError as cause:
        place = _place(letters, within.start + cause.pos)
        raise SourceError(path, f"{place}: no JSON: {cause.msg}.") from None
    except RecursionError:
        raise SourceError(path, f"JSON is nested deeper than {MOST_DEPTH}.") from None


def _too_deep(letters: str, position: int) -> str:
    return f"{_place(letters, position)}: JSON is nested deeper than {MOST_DEPTH}."


def _place(letters: str, position: int) -> str:
    starts = line_starts(letters)
    line = bisect_right(starts, position)
    return f"line {line}, column {position - starts[line - 1] + 1}"


def _letter(escape: str) -> str:
    """Return what an escape stands for; half a letter stands for an object."""
    letter = str(json.loads(f'"{escape}"'))
    return OBJECT if len(letter) == 1 and "\ud800" <= letter <= "\udfff" else letter
