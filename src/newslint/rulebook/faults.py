"""Faults in TOML: where they stand, what was found there and what was expected."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import msgspec

from newslint.core.paths import meant
from newslint.core.pattern import lazy_pattern

# msgspec ends a message with the path of the value: "Expected `str`, got `int` - at `$.check.swap[...]`".
AT = lazy_pattern(r" - at `(?:key in )?\$?([^`]*)`$")
UNKNOWN = lazy_pattern(r"Object contains unknown field `([^`]+)`")
# How a field says that spaces alone are no value: "expected text matching regex …".
SOME_LETTER = r"matching regex '\\S'"
MISSING = lazy_pattern(r"Object missing required field `([^`]+)`")
NOT_ONE_OF = lazy_pattern(r"Invalid enum value '?(.*?)'?$", re.DOTALL)
BOUND = lazy_pattern(r"expected (.+) of length (>=|<=) (\d+)$")
STEP = lazy_pattern(r"\[\.\.\.\]|[^.\[\]]+")
TYPES = lazy_pattern(r"`([a-z]+(?: \| [a-z]+)*)`")
# What an editor calls the types that msgspec names.
KINDS = {
    "str": "text", "int": "a whole number", "float": "a number", "bool": "true or false",
    "array": "a list", "object": "a table", "date": "a date", "datetime": "a date and time", "time": "a time",
}  # fmt: skip
HEADER = lazy_pattern(r"\s*(\[\[?)\s*([^\]]+?)\s*\]\]?\s*(?:#.*)?$")
KEY = lazy_pattern(r"\s*((?:[\w-]+|\"[^\"]*\")(?:\s*\.\s*(?:[\w-]+|\"[^\"]*\"))*)\s*=")
MOST_CITED = 60
PART = lazy_pattern(r"\"[^\"]*\"|'[^']*'|[^.\s]+")


def located(message: str, table: Any, kind: type, *, path: Path | str, under: Iterable[str] = ()) -> str:
    """Turn msgspec's *message* about a *table* into one with file, line, key and the nearest known name."""
    from newslint.rulebook.expected import known_keys, known_words, wanted

    text = AT.sub("", message)
    keys = keys_of(message, table, kind)
    if unknown := UNKNOWN.search(text):
        text = f"unknown key{nearest(unknown[1], known_keys(kind, keys))}"
        keys.append(unknown[1])
    elif wrong := NOT_ONE_OF.search(text):
        text = f"found `{cited(wrong[1])}`, expected {', '.join(known_words(kind, keys))}"
    elif missing := MISSING.search(text):
        text = f"found no `{missing[1]}`, expected {wanted(kind, [*keys, missing[1]])}"
    keys = [*under, *keys]
    where = ".".join(map(cited, keys))
    return f"{place(path, keys)}: {f'{where}: ' if where else ''}{_lower_first(_in_words(text))}."


def keys_of(message: str, table: Any, kind: type) -> list[str]:
    """Return the keys of the value that msgspec's *message* about a *table* is about."""
    at = AT.search(message)
    return _keys(at[1] if at else "", table, kind, AT.sub("", message))


def first_key(message: str) -> str:
    """Return the outermost key that msgspec's *message* is about, or nothing."""
    at = AT.search(message)
    named = UNKNOWN.search(message) or MISSING.search(message)
    return next(iter(STEP.findall(at[1] if at else "")), named[1] if named else "")


def place(path: Path | str, keys: Iterable[str]) -> str:
    """Return file and line of a key, or the file where the line is not to be found."""
    line = line_of(path, keys)
    return f"{path}:{line}" if line else str(path)


def line_of(path: Path | str, keys: Iterable[str]) -> int | None:
    """Find the line that a key stands on, by reading the file again; None when it is not to be found."""
    try:
        lines = meant(str(path)).read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError):
        return None
    wanted = list(keys)
    for depth in range(len(wanted), 0, -1):
        if found := _line_of_key(lines, wanted[:depth]):
            return found
    return None


def nearest(name: str, known: Iterable[str]) -> str:
    """Return " (did you mean `…`?)" for the nearest known name, or nothing."""
    near = nearest_name(name, known)
    return f" (did you mean `{near}`?)" if near else ""


def nearest_name(name: str, known: Iterable[str]) -> str | None:
    """Return the known name that is nearest to *name*, if one is near."""
    import difflib

    # What compares is cubic in the letters; no name is so long.
    close = difflib.get_close_matches(name[:MOST_CITED], list(known), n=1, cutoff=0.6)
    return next(iter(close), None)


def cited(value: object) -> str:
    """Return a value as a message may quote it: in one line, without control characters, cut short."""
    try:
        text = str(value)
    except (RecursionError, ValueError):
        return f"a {type(value).__name__}"
    plain = "".join(
        letter if letter.isprintable() else ascii(letter)[1:-1] for letter in text[: MOST_CITED + 1]
    )
    return plain if len(plain) <= MOST_CITED else f"{plain[:MOST_CITED]}…"


def _keys(path: str, table: Any, kind: type, text: str) -> list[str]:
    """Return the keys of a msgspec path, which says `[...]` for the key of a table that may have any.

    Such a key is found by trying each alone: it is the one that fails with the same *text*.
    """
    keys: list[str] = []
    for step in STEP.findall(path):
        if step == "[...]":
            step = next(
                (key for key in _cut(table, keys) if _fails(_only(table, [*keys, key]), kind, text)), ""
            )
        keys.append(step)
    return [key for key in keys if key]


def _cut(table: Any, keys: Sequence[str]) -> Any:
    for key in keys:
        table = table[int(key) if isinstance(table, list) else key]
    return table


def _only(table: Any, keys: Sequence[str]) -> Any:
    """Return the table with nothing beside the last of *keys*."""
    key, *rest = keys
    if isinstance(table, list):
        return [_only(table[int(key)], rest) if rest else table[int(key)]]
    return {key: _only(table[key], rest) if rest else table[key]}


def _fails(table: Any, kind: type, text: str) -> bool:
    try:
        msgspec.convert(table, kind)
    except msgspec.ValidationError as cause:
        return AT.sub("", str(cause)) == text
    return False


def _in_words(message: str) -> str:
    """Name the types in a message as an editor would: "expected text, found a list"."""

    def named(match: re.Match[str]) -> str:
        kinds = [KINDS[name] for name in match[1].split(" | ") if name in KINDS]
        return " or ".join(kinds) or match[0]

    words = TYPES.sub(named, message).replace(", got ", ", found ")
    words = words.replace(SOME_LETTER, "of one letter or more")
    bound = BOUND.search(_lower_first(words))
    if bound is None:
        return words
    if (bound[2], bound[3]) == (">=", "1"):
        return f"found nothing, expected {bound[1]}"
    return f"expected {bound[1]} of at {'least' if bound[2] == '>=' else 'most'} {bound[3]}"


def _line_of_key(lines: Sequence[str], keys: list[str]) -> int | None:
    table: list[str] = []
    headers: Counter[str] = Counter()
    for number, line in enumerate(lines, start=1):
        if header := HEADER.match(line):
            table = _dotted(header[2])
            if header[1] == "[[":
                table.append(str(headers[header[2]]))
                headers[header[2]] += 1
            table = table[2:] if table[:2] == ["tool", "newslint"] else table
            if table[: len(keys)] == keys:
                return number
        elif (key := KEY.match(line)) and [*table, *_dotted(key[1])][: len(keys)] == keys:
            return number
    # A value in an array ("ignore = ['x']") stands on its own line, or on that of its key.
    quoted = lazy_pattern(rf"[\"']{re.escape(keys[-1])}[\"']")
    return next((number for number, line in enumerate(lines, start=1) if quoted.search(line)), None)


def _dotted(key: str) -> list[str]:
    return [part.strip().strip("\"'") for part in PART.findall(key)]


def _lower_first(text: str) -> str:
    text = text.rstrip(".")
    return text[:1].lower() + text[1:] if text[1:2].islower() else text
