"""Reading TOML, with errors that name file, line, what was found and what was expected."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from newslint.core.errors import NewslintError

T = TypeVar("T")


def parsed(path: str, content: bytes, *, error: type[NewslintError]) -> dict[str, Any]:
    """Parse TOML; *path* is only for messages. Raises *error* where it is broken or not UTF-8."""
    import tomli

    try:
        return tomli.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as cause:
        line = content.count(b"\n", 0, cause.start) + 1
        raise error(f"{path}:{line}: byte 0x{content[cause.start]:02x} is not UTF-8.") from None
    except tomli.TOMLDecodeError as cause:
        fault = cause.msg[:1].lower() + cause.msg[1:]
        raise error(f"{path}:{cause.lineno}: broken TOML: {fault}.") from None


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
