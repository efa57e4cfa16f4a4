"""Lines: the headers of Pelican and MultiMarkdown, a key to a line, and of Pandoc, which have none."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newslint.plugin import Piece, lazy_pattern
from newslint.readers.front_matter.entries import Entry, plain_key
from newslint.readers.front_matter.spelling import FOLDED, spelled

VALUE = r"(?P<value> [^\n\r]*+ (?: (?:\r\n?|\n) [ \t]++ \S [^\n\r]*+ )*+ ) (?: \r\n?|\n|\Z )"
# Title: Floods hit harbour towns
KEYED = lazy_pattern(rf"(?x) (?P<key> [A-Za-z][\w-]*+ (?:[ ][\w-]++){{0,2}} ) [ \t]*+ : [ \t]*+ {VALUE}")
# % Floods hit harbour towns
PERCENT = lazy_pattern(rf"(?x) % [ \t]*+ {VALUE}")
PANDOC = ("title", "author", "date")


def keyed(letters: str, start: int) -> tuple[tuple[Entry, ...], int]:
    """Return the values of the lines from *start* on to an empty one, and where they end."""
    lines: list[re.Match[str]] = []
    position = start
    while position < len(letters) and (line := KEYED.match(letters, position)):
        lines.append(line)
        position = line.end()
    return _entries(lines, [line["key"] for line in lines]), position


def percent(letters: str, start: int) -> tuple[tuple[Entry, ...], int]:
    """Return title, author and date, a line each from *start* on, and where they end."""
    lines: list[re.Match[str]] = []
    position = start
    while len(lines) < len(PANDOC) and (line := PERCENT.match(letters, position)):
        lines.append(line)
        position = line.end()
    return _entries(lines, PANDOC), position


def _entries(lines: Sequence[re.Match[str]], keys: Sequence[str]) -> tuple[Entry, ...]:
    return tuple(
        Entry(plain_key(key), _pieces(line), top=True, reserved=FOLDED.reserved)
        for key, line in zip(keys, lines, strict=False)
        if line["value"].strip()
    )


def _pieces(line: re.Match[str]) -> tuple[Piece, ...]:
    return spelled(line["value"].rstrip(), line.start("value"), FOLDED)
