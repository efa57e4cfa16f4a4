"""Written: how a string stands in a line of JSON, so that places in what it says are places in the file."""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from itertools import accumulate

import msgspec

TOKEN = re.compile(r'"(?P<string>[^"\\]*+(?:\\.[^"\\]*+)*+)"|[{}\[\]:,]', re.DOTALL)
# \n, \", \u2019, \ud83d\ude00
ESCAPE = re.compile(
    r"\\(?:u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|u[\da-fA-F]{4}|.)", re.DOTALL
)
LINE_END = re.compile(r"\r\n?|\n")


class Written(msgspec.Struct, frozen=True, array_like=True):
    """Where a string starts in a file, behind its mark: offset, line and column in code points.

    *escapes* are those of its letters that are written otherwise, by their places in what the string says.
    """

    offset: int
    line: int
    column: int
    escapes: tuple[tuple[int, str], ...] = ()

    def places(self, *positions: int) -> tuple[int, ...]:
        """Return how far behind the start of the string letters stand that are at some places in the text."""
        starts = [at for at, _ in self.escapes]
        longer = [0, *accumulate(len(written) - 1 for _, written in self.escapes)]
        return tuple(each + longer[bisect_left(starts, each)] for each in positions)

    def cut(self, text: str, start: int) -> str:
        """Return the *text* that begins at a place as it is written."""
        letters = list(text)
        for at, written in self.escapes[bisect_left(self.escapes, (start, "")) :]:
            if at >= start + len(text):
                break
            letters[at - start] = written
        return "".join(letters)


class Lines:
    """The lines of a file as they are passed: how far in it the next one starts. It counts along."""

    def __init__(self) -> None:
        self.offset, self.line = 0, 1

    def written(self, line: str, key: str) -> Written | None:
        """Return how the string of a key is written in this line, which is an object of JSON."""
        span = _string(line, key)
        if span is None:
            return None
        ends = list(LINE_END.finditer(line, 0, span[0]))
        column = span[0] - (ends[-1].end() if ends else 0) + 1
        return Written(self.offset + span[0], self.line + len(ends), column, _escapes(line, *span))

    def passed(self, line: str) -> None:
        """Go on to the next line."""
        self.offset += len(line)
        self.line += sum(1 for _ in LINE_END.finditer(line))


def _string(line: str, key: str) -> tuple[int, int] | None:
    """Return where the string of a key stands in an object; of two, the last one holds."""
    found, depth, name = None, 0, ""
    is_value = False
    for token in TOKEN.finditer(line):
        mark = token[0]
        if mark in "{[":
            depth += 1
        elif mark in "}]":
            depth -= 1
        elif depth == 1 and mark in ":,":
            is_value = mark == ":"
        elif depth == 1 and is_value:
            found = token.span("string") if name == key else found
        elif depth == 1:
            name = json.loads(mark) if "\\" in mark else token["string"]
    return found


def _escapes(line: str, start: int, end: int) -> tuple[tuple[int, str], ...]:
    found = []
    saved = start
    for match in ESCAPE.finditer(line, start, end):
        found.append((match.start() - saved, match[0]))
        saved += len(match[0]) - 1
    return tuple(found)
