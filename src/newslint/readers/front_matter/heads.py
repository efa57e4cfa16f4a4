"""Heads: where front matter starts and ends, and in which notation it is written."""

from __future__ import annotations

import json
import re
from enum import StrEnum

import msgspec

from newslint.plugin import Span, lazy_pattern

OPENING = lazy_pattern(
    r"""
    \ufeff?+ (?: [ \t]*+ (?:\r\n?|\n) )*+
    (?: (?P<fence> ---|\+\+\+|;;; ) [ \t]*+ (?P<named> (?:yaml|toml|json)\b )?+ [ \t]*+ (?:\r\n?|\n)
      | (?P<brace> \{ (?= \s*+ "[^"\n\r]*+" \s*+ : ) )
      | (?P<percent> %[ \t] )
      | (?P<key> [A-Za-z][\w -]{0,40}: )
    )
    """,
    re.VERBOSE,
)
CLOSINGS = {
    "---": lazy_pattern(r"(?:(?<=[\n\r])(?:---|\.\.\.)[ \t]*+)(?:\r\n?|\n|\Z)"),
    "+++": lazy_pattern(r"(?<=[\n\r])\+\+\+[ \t]*+(?:\r\n?|\n|\Z)"),
    ";;;": lazy_pattern(r"(?<=[\n\r]);;;[ \t]*+(?:\r\n?|\n|\Z)"),
}
# A line of a mapping: a key, a list, what is indented under them.
LINE = r"(?:[\w-]+[ \t]*+:(?=\s)|-[ \t]|[ \t]+\S)[^\n\r]*+(?:\r\n?|\n|\Z)"
# A key at the start of the first line that is no comment, or nothing but such lines, one of them with a key.
KEYS = {
    "yaml": lazy_pattern(
        r"(?:\#[^\n\r]*+(?:\r\n?|\n))*+(?:[\w\"'][^\n\r:]{0,60}:(?=\s)|\s*+\Z)"
        r"|(?=(?s:.*?)(?<![^\n\r])[\w-]+[ \t]*+:\s)"
        rf"(?:{LINE}|\#[^\n\r]*+(?:\r\n?|\n)|[ \t]*+(?:\r\n?|\n))*+\Z"
    ),
    # Markdown has no other use for the fence.
    "toml": lazy_pattern(r"(?s:.*?)(?<![^\n\r])[^\S\n\r]*+[^\s=]{1,60}[^\S\n\r]*+=|\s*+(?:\[|\#|\Z)"),
    "json": lazy_pattern(r"\s*+(?:[{\"]|\Z)"),
}
# A line that a key may open, and one that does. Below a rule there may be one or two that look so.
TOP_LINE = lazy_pattern(r"(?<![^\n\r])[^\s\#-][^\n\r]*+")
KEYED = lazy_pattern(r"[\w-]{1,40}[ \t]*+:(?=\s|\Z)")
FEWEST_KEYED, LONGEST_ODD = 2, 20_000
# The lines of front matter that nothing ends.
LINES = lazy_pattern(rf"(?:{LINE})++(?=[\n\r]|\Z)")
CLOSING_BRACE = lazy_pattern(r"(?<=[\n\r])\}[ \t]*+(?:\r\n?|\n|\Z)")
REST_OF_LINE = lazy_pattern(r"[ \t]*+(?:\r\n?|\n|\Z)")


class Notation(StrEnum):
    """How front matter is written."""

    YAML = "YAML"
    TOML = "TOML"
    JSON = "JSON"
    KEYED = "lines with a key each"
    PERCENT = "lines of Pandoc"


class Head(msgspec.Struct, frozen=True):
    """Where front matter stands, without its fences, and where the story goes on; *open* has no end."""

    notation: Notation
    body: Span
    end: int
    open: bool = False


def head_of(letters: str) -> Head | None:
    """Return the front matter of a file; of lines with a key each, their end is still to be found."""
    opening = OPENING.match(letters)
    if opening is None:
        return None
    if opening["fence"]:
        return _fenced(letters, opening)
    if opening["brace"]:
        return _braced(letters, opening.start("brace"))
    notation = Notation.PERCENT if opening["percent"] else Notation.KEYED
    start = opening.start("percent" if opening["percent"] else "key")
    return Head(notation, Span(start, len(letters)), len(letters))


def _fenced(letters: str, opening: re.Match[str]) -> Head | None:
    fence, start = opening["fence"], opening.end()
    name = opening["named"] or {"---": "yaml", "+++": "toml", ";;;": "json"}[fence]
    closing = CLOSINGS[fence].search(letters, start)
    if closing is None:
        lines = LINES.match(letters, start) if name == "yaml" else None
        return Head(Notation.YAML, Span(start, lines.end()), lines.end(), open=True) if lines else None
    body = Span(start, closing.start())
    is_head = KEYS[name].match(letters, start, body.end) or (name == "yaml" and _is_keyed(body.cut(letters)))
    return Head(Notation[name.upper()], body, closing.end()) if is_head else None


def _is_keyed(body: str) -> bool:
    """Tell whether what opens with no plain key is a mapping of YAML, or was clearly meant to be one."""
    if len(body) > LONGEST_ODD:
        return False
    lines = TOP_LINE.findall(body)
    keyed = sum(KEYED.match(line) is not None for line in lines)
    return (keyed >= FEWEST_KEYED and 2 * keyed > len(lines)) or _is_mapping(body)


def _is_mapping(body: str) -> bool:
    from newslint.readers.front_matter.in_yaml import is_mapping

    return ":" in body and is_mapping(body)


def _braced(letters: str, start: int) -> Head | None:
    try:
        _, end = json.JSONDecoder().raw_decode(letters, start)
    except (ValueError, RecursionError):
        closing = CLOSING_BRACE.search(letters, start)
        return Head(Notation.JSON, Span(start, closing.end()), closing.end()) if closing else None
    line = REST_OF_LINE.match(letters, end)
    return Head(Notation.JSON, Span(start, end), line.end()) if line else None
