"""Reading TOML, with errors that name file, line, what was found and what was expected."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from newslint.core.errors import NewslintError
from newslint.core.pattern import lazy_pattern

T = TypeVar("T")
# msgspec ends a message with the path of the value: "Expected `str`, got `int` - at `$.check.swap[...]`".
AT = lazy_pattern(r" - at `(?:key in )?\$?([^`]*)`$")
UNKNOWN = lazy_pattern(r"Object contains unknown field `([^`]+)`")


def parsed(path: str, content: bytes, *, error: type[NewslintError]) -> dict[str, Any]:
    """Parse TOML; *path* is only for messages. Raises *error* where it is broken or not UTF-8."""
    import tomli

    try:
        return tomli.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as cause:
        line = content.count(b"\n", 0, cause.start) + 1
        raise error(f"{path}:{line}: byte 0x{content[cause.start]:02x} is not UTF-8.") from None
    except tomli.TOMLDecodeError as cause:
        raise error(f"{path}:{cause.lineno}: broken TOML: {_lower_first(cause.msg)}.") from None


def converted(table: Any, kind: type[T], *, path: Path | str, error: type[NewslintError]) -> T:
    """Convert a parsed table to a record. Raises *error*, with the line of the faulty key."""
    try:
        return msgspec.convert(table, kind)
    except msgspec.ValidationError as cause:
        raise error(located(str(cause), kind, path=path)) from None


def located(message: str, kind: type, *, path: Path | str, under: Iterable[str] = ()) -> str:
    """Turn a msgspec message into one with file, line, key and the nearest known name."""
    at = AT.search(message)
    keys = [*under, *[key for key in re.split(r"[.\[\]…]+", at[1] if at else "") if key]]
    text = AT.sub("", message)
    if unknown := UNKNOWN.search(text):
        keys.append(unknown[1])
        text = f"unknown key{nearest(unknown[1], _fields(kind, keys))}"
    line = line_of(path, keys)
    where = ".".join(keys)
    return f"{path}{f':{line}' if line else ''}: {f'{where}: ' if where else ''}{_lower_first(text)}."


def line_of(path: Path | str, keys: Iterable[str]) -> int | None:
    """Find the line that a key stands on, by reading the file again; None when it is not to be found."""
    try:
        lines = Path(path).read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        return None
    wanted = [key for key in keys if not key.isdigit()]
    for depth in range(len(wanted), 0, -1):
        if found := _line_of_key(lines, wanted[:depth]):
            return found
    return None


def nearest(name: str, known: Iterable[str]) -> str:
    """Return " (did you mean `…`?)" for the nearest known name, or nothing."""
    import difflib

    close = difflib.get_close_matches(name, list(known), n=1, cutoff=0.6)
    return f" (did you mean `{close[0]}`?)" if close else ""


def _line_of_key(lines: list[str], keys: list[str]) -> int | None:
    table: list[str] = []
    for number, line in enumerate(lines, start=1):
        if header := re.match(r"\s*\[\[?\s*([^\]]+?)\s*\]\]?\s*(?:#.*)?$", line):
            table = _dotted(header[1])
            table = table[2:] if table[:2] == ["tool", "newslint"] else table
            if table[: len(keys)] == keys:
                return number
        elif (
            key := re.match(r"\s*((?:[\w-]+|\"[^\"]*\")(?:\s*\.\s*(?:[\w-]+|\"[^\"]*\"))*)\s*=", line)
        ) and ([*table, *_dotted(key[1])][: len(keys)] == keys):
            return number
    # A value in an array ("ignore = ['x']") stands on its own line, or on that of its key.
    quoted = lazy_pattern(rf"[\"']{re.escape(keys[-1])}[\"']")
    return next((number for number, line in enumerate(lines, start=1) if quoted.search(line)), None)


def _dotted(key: str) -> list[str]:
    return [part.strip().strip("\"'") for part in re.findall(r"\"[^\"]*\"|'[^']*'|[^.\s]+", key)]


def _fields(kind: type, keys: list[str]) -> list[str]:
    fields = list(getattr(kind, "__struct_encode_fields__", ()))
    if len(keys) > 1 and hasattr(kind, "__annotations__"):
        import typing

        hints = typing.get_type_hints(kind).values()
        nested = [part for hint in hints for part in (hint, *typing.get_args(hint))]
        fields += [field for part in nested for field in getattr(part, "__struct_encode_fields__", ())]
    return fields


def _lower_first(text: str) -> str:
    text = text.rstrip(".")
    return text[:1].lower() + text[1:] if text[1:2].islower() else text
