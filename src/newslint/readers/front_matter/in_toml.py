"""TOML: its strings and dates, which the parser does not place, found again in what it holds to be right."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.plugin import FrontMatterFault, lazy_pattern
from newslint.readers.front_matter.entries import PARAMS, BrokenError, Entry, plain_key
from newslint.readers.front_matter.spelling import BASIC, VERBATIM, spelled

SPELLINGS = {
    "lines": BASIC,
    "verbatim_lines": VERBATIM,
    "basic": BASIC,
    "verbatim": VERBATIM,
    "bare": VERBATIM,
}
TOKEN = lazy_pattern(
    r"""
    (?: \"{3} (?P<lines> (?: [^\\"]++ | \\. | "{1,2}(?!") )*+ ) \"{3}
      | '{3} (?P<verbatim_lines> (?: [^']++ | '{1,2}(?!') )*+ ) '{3}
      | " (?P<basic> (?: [^\\"\n\r]++ | \\. )*+ ) " | ' (?P<verbatim> [^'\n\r]*+ ) '
      | (?P<bare> [^\s=\[\]{},"'\#]++ (?: [ ]\d\d:[^\s,\]}\#]++ )?+ )
    ) (?P<key> [ \t]*+ = )?+
    | (?P<sign> [\[\]{}] ) | (?P<line_end> [\n\r] ) | \#[^\n\r]*+
    """,
    re.VERBOSE | re.DOTALL,
)
LONE_RETURN = lazy_pattern(r"\r(?!\n)")
LINE_END = lazy_pattern(r"[\n\r]|\Z")


def entries(body: str, start: int) -> tuple[Entry, ...]:
    """Return the values in *body*, which stands in the source from *start* on. Raises BrokenError."""
    import tomli

    try:
        # As long as it was, so that places hold.
        told = tomli.loads(LONE_RETURN.sub("\n", body).replace("\r\n", " \n"))
    except tomli.TOMLDecodeError as cause:
        position = min(cause.pos, max(0, len(body) - 1))
        raise BrokenError(position, FrontMatterFault.OTHER, cause.msg) from None
    except RecursionError:
        raise BrokenError(0, FrontMatterFault.DEEP) from None
    said = frozenset(" ".join(words.split()) for words in _strings(told))
    read = _Reading(body, start).entries()
    return tuple(entry for bare, entry in read if bare or " ".join(entry.text.split()) in said)


def _strings(told: object) -> Iterator[str]:
    """Yield every string of a table."""
    rest = [told]
    while rest:
        value = rest.pop()
        if isinstance(value, dict):
            rest.extend(value.values())
        elif isinstance(value, list):
            rest.extend(value)
        elif isinstance(value, str):
            yield value


class _Reading:
    """One pass over the tokens. It keeps the key that was told and what is open, and so changes."""

    def __init__(self, body: str, start: int) -> None:
        self.body, self.start = body, start
        self.key = ""
        self.headed = False
        self.depth = self.tables = 0

    def entries(self) -> Iterator[tuple[bool, Entry]]:
        """Yield the values, and of each whether it stands in no quotation marks."""
        position = 0
        while match := TOKEN.search(self.body, position):
            position = match.end()
            if match["sign"]:
                position = self._signed(match["sign"], position)
            elif match["line_end"]:
                self.key = self.key if self.depth else ""
            elif group := next((name for name in SPELLINGS if match[name]), None):
                if match["key"]:
                    self.key = match[group]
                elif self.key:
                    yield group == "bare", self._entry(match, group)

    def _signed(self, sign: str, position: int) -> int:
        """Take a bracket; return where to go on, which is behind the line where that heads a table."""
        if sign == "[" and not self.key and not self.depth:
            line_end = LINE_END.search(self.body, position)
            end = line_end.start() if line_end else len(self.body)
            self.headed = self.body[position:end].partition("]")[0].strip() != PARAMS
            return end
        self.depth += 1 if sign in "[{" else -1
        self.tables += {"{": 1, "}": -1}.get(sign, 0)
        return position

    def _entry(self, match: re.Match[str], group: str) -> Entry:
        pieces = spelled(match[group], self.start + match.start(group), SPELLINGS[group])
        top = not self.headed and not self.tables and "." not in self.key.removeprefix(f"{PARAMS}.")
        return Entry(plain_key(self.key.rpartition(".")[2]), pieces, top, SPELLINGS[group].reserved)
