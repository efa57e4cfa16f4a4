"""Reading TOML, with errors that name file, line, what was found and what was expected."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

import msgspec

from newslint.core.errors import NewslintError

T = TypeVar("T")

# A register of 50,000 names; what it is read into takes ten times the memory.
MOST_BYTES = 5_000_000
# No rule, style or list needs more than seven.
DEEPEST = 20
TOO_DEEP = f"lists, tables or the parts of a key are nested more than {DEEPEST} deep"


def contents(path: Path, most: int = MOST_BYTES) -> bytes:
    """Return the bytes of a file, or what shows that there are more than *most*. Raises OSError."""
    with opened(path) as file:
        return file.read(most + 1)


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """Open a file to be read. Raises OSError, also for a pipe or a device, which may never end."""
    with open(path, "rb", opener=_at_once) as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError(errno.EINVAL, "found a pipe or a device, expected a file")
        yield file


def parsed(path: str, content: bytes, *, error: type[NewslintError]) -> dict[str, Any]:
    """Parse a desk's TOML; *path* is for messages. Raises *error* unless it is TOML 1.0 within bounds."""
    from newslint.rulebook.dialect import later_than_one

    if len(content) > MOST_BYTES:
        raise error(f"{path}: found more than {MOST_BYTES:,} bytes.")
    table = parsed_as_shipped(path, content, error=error)
    if later := later_than_one(content.decode("utf-8-sig")):
        line, fault = later
        raise error(f"{path}:{line}: broken TOML: {fault}; newslint reads TOML 1.0.")
    if _is_deeper(table, DEEPEST):
        from newslint.rulebook.faults import cited, place

        keys = _deep_keys(table)
        raise error(f"{place(path, keys)}: {'.'.join(map(cited, keys))}: {TOO_DEEP}.")
    return table


def parsed_as_shipped(path: str, content: bytes, *, error: type[NewslintError]) -> dict[str, Any]:
    """Parse TOML that was checked when it was made. Raises *error* where it is broken or not UTF-8."""
    import tomli

    try:
        return tomli.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as cause:
        line = content.count(b"\n", 0, cause.start) + 1
        raise error(f"{path}:{line}: byte 0x{content[cause.start]:02x} is not UTF-8.") from None
    except tomli.TOMLDecodeError as cause:
        fault = cause.msg[:1].lower() + cause.msg[1:]
        raise error(f"{path}:{cause.lineno}: broken TOML: {fault}.") from None
    # Parsers differ in what depth they bear.
    except RecursionError:
        raise error(f"{path}:{_fullest_line(content, b'[{.')}: broken TOML: {TOO_DEEP}.") from None
    # Python refuses to read a number of thousands of digits.
    except ValueError:
        where = f"{path}:{_fullest_line(content, b'0123456789')}"
        raise error(f"{where}: broken TOML: found a number of thousands of digits.") from None


def converted(
    table: Any,
    kind: type[T],
    *,
    path: Path | str,
    error: type[NewslintError],
    under: Iterable[str] = (),
) -> T:
    """Convert what was parsed *under* some keys. Raises *error*, with the line of the faulty key."""
    try:
        return msgspec.convert(table, kind)
    except msgspec.ValidationError as cause:
        from newslint.rulebook.faults import located

        raise error(located(str(cause), table, kind, path=path, under=under)) from None


def salvaged(
    table: dict[str, Any], kind: type[T], *, path: Path | str, error: type[NewslintError]
) -> tuple[T, tuple[str, ...]]:
    """Convert what was parsed without what is faulty in it; return that, and the faults, as lines.

    Raises *error* where nothing can be left out.
    """
    faults: list[str] = []
    while True:
        try:
            return msgspec.convert(table, kind), tuple(faults)
        except msgspec.ValidationError as cause:
            from newslint.core.faults import MOST_TOLD
            from newslint.rulebook.faults import located
            from newslint.rulebook.salvage import without

            faults.append(located(str(cause), table, kind, path=path))
            left = without(table, str(cause), kind)
            if left is None or len(faults) > MOST_TOLD:
                raise error(*faults) from None
            table = left


def blank_word(item: object) -> str | None:
    """Say that a word, or one in a table of words, is blank: it would be found everywhere, or hide others."""
    if isinstance(item, str):
        return None if item.strip() else "found a blank, expected words"
    parts = item.items() if isinstance(item, dict) else enumerate(item) if isinstance(item, list) else ()
    faults = ((key, blank_word(part)) for key, part in parts)
    return next(
        (f"{key}: {fault}" if isinstance(key, str) else fault for key, fault in faults if fault), None
    )


def _at_once(path: str, flags: int) -> int:
    """Open a file without waiting for who writes to a pipe."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _fullest_line(content: bytes, marks: bytes) -> int:
    """Return the number of the line that has most of some *marks*, where the parser names none."""
    counts = [len(line) - len(line.translate(None, marks)) for line in content.split(b"\n")]
    return counts.index(max(counts)) + 1


def _is_deeper(value: Any, limit: int) -> bool:
    """Tell whether lists and tables stand in each other more than *limit* deep; it goes level by level."""
    level = [value]
    for _ in range(limit):
        parts = (each.values() if isinstance(each, dict) else each for each in level)
        level = [part for each in parts for part in each if isinstance(part, (dict, list))]
    return bool(level)


def _deep_keys(table: Any) -> list[str]:
    """Return the keys that lead to what is nested too deep, down to the first list, five at most."""
    keys: list[str] = []
    while isinstance(table, dict) and len(keys) < 5:
        left = DEEPEST - len(keys) - 1
        deep = ((key, value) for key, value in table.items() if isinstance(value, (dict, list)))
        key, table = next((key, value) for key, value in deep if _is_deeper(value, left))
        keys.append(key)
    return keys
