"""Finds what TOML 1.0 does not have: a desk's file reads alike whatever parser is installed.

Later parsers also read TOML 1.1. A file that leans on it would be fine on one desk and broken on the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.core.pattern import lazy_pattern

TOKEN = lazy_pattern(
    r'''
      (?P<comment> \#[^\n]* )
    | (?P<escaped> """ (?: [^\\] | \\. )*? "{3,5} | " (?: [^"\\\n] | \\. )* " )
    | (?P<literal> \'{3} .*? \'{3,5} | '[^'\n]*' )
    | (?P<closed> ,\s*\} )
    | (?P<mark> [\[\]{}\n] )
    | (?P<plain> [^\s"'\#,\[\]{}=]+ )
    ''',
    re.VERBOSE | re.DOTALL,
)
NEW_ESCAPE = lazy_pattern(r"(?<!\\)(?:\\\\)*(\\[ex])")
# Without one of these there is nothing to be found, and going through the tokens takes as long as parsing.
SUSPECT = lazy_pattern(r"\\[ex]|\d:\d|[=\[,\n]\s*\{")
SHORT_TIME = lazy_pattern(r"(?:^|[Tt])\d\d:\d\d(?!:)")


def later_than_one(text: str) -> tuple[int, str] | None:
    """Return the line and the fault of the first thing in *text*, which is TOML, that 1.0 does not have."""
    found = next(_faults(text), None) if SUSPECT.search(text) else None
    return None if found is None else (text.count("\n", 0, found[0]) + 1, found[1])


def _faults(text: str) -> Iterator[tuple[int, str]]:
    open_marks: list[str] = []
    for match in TOKEN.finditer(text):
        token, start = match[0], match.start()
        if match.lastgroup == "escaped" and (escape := NEW_ESCAPE.search(token)):
            yield start + escape.start(1), f"unknown escape `{escape[1]}`"
        elif match.lastgroup == "plain" and SHORT_TIME.search(token):
            yield start, f"found the time `{token}`, expected one with seconds"
        elif match.lastgroup == "closed":
            yield start, "found a comma at the end of an inline table"
        elif token in ("[", "{"):
            open_marks.append(token)
        elif token in ("]", "}") and open_marks:
            open_marks.pop()
        elif token == "\n" and open_marks[-1:] == ["{"]:
            yield start, "found a line end inside an inline table"
