"""Packed: the members of a tar or zip, the rows of JSON Lines or Parquet, each an item with its bytes."""

from __future__ import annotations

import json
import os
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

import msgspec

from newslint.core.errors import SourceError
from newslint.desk.contents import told, unfit
from newslint.desk.desk import Desk
from newslint.run.archive.items import Item
from newslint.run.archive.written import Lines

TARS = (".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tar.xz")
LINES = (".jsonl", ".ndjson")
PACKED = (*TARS, ".zip", *LINES, ".parquet")
# What a row's copy is called, where nobody says.
TEXTS = ("text", "body", "content", "article")
# Rows of a table that are in memory at a time.
ROWS = 256


class Columns(msgspec.Struct, frozen=True):
    """Which column of a table, or key of a JSON line, holds the copy, and which names the row.

    The row's number names it where *key* is not given.
    """

    text: str = ""
    key: str = ""


def packed(desk: Desk, item: Item, columns: Columns) -> Iterator[Item]:
    """Yield what lies in a file. Raises SourceError where it cannot be opened, or ends amid a member."""
    name = item.path.lower()
    try:
        # A pipe would be waited for.
        if reason := unfit(os.stat(item.path).st_mode):
            raise SourceError(item.name, reason)
        if name.endswith(TARS):
            yield from _of_tar(desk, item)
        elif name.endswith(".zip"):
            yield from _of_zip(desk, item)
        elif name.endswith(LINES):
            yield from _of_lines(desk, item, columns)
        else:
            yield from _of_table(desk, item, columns)
    except (tarfile.TarError, zipfile.BadZipFile, EOFError, OSError, ValueError) as cause:
        reason = told(cause) if isinstance(cause, OSError | ValueError) else str(cause).partition(":\n")[0]
        raise SourceError(item.name, f"cannot be read: {reason}.") from None


def _of_tar(desk: Desk, item: Item) -> Iterator[Item]:
    with tarfile.open(item.path) as opened:
        for number, member in enumerate(opened, start=1):
            found = _member(desk, item, number, member.name) if member.isfile() else None
            if found and not found.fault and (reader := opened.extractfile(member)):
                found = msgspec.structs.replace(found, content=reader.read(desk.options.most_bytes + 1))
            if found:
                yield found
            # A tar lists what it has passed, for whoever would go back.
            opened.members.clear()  # type: ignore[attr-defined]


def _of_zip(desk: Desk, item: Item) -> Iterator[Item]:
    with zipfile.ZipFile(item.path) as opened:
        for number, member in enumerate(opened.infolist(), start=1):
            found = None if member.is_dir() else _member(desk, item, number, member.filename)
            if found and not found.fault:
                found = _unzipped(desk, found, opened, member)
            if found:
                yield found


def _unzipped(desk: Desk, found: Item, opened: zipfile.ZipFile, member: zipfile.ZipInfo) -> Item:
    try:
        with opened.open(member) as reader:
            return msgspec.structs.replace(found, content=reader.read(desk.options.most_bytes + 1))
    # One that is damaged or locked with a password costs itself.
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError) as cause:
        return msgspec.structs.replace(found, fault=f"{cause}.")


def _member(desk: Desk, item: Item, number: int, name: str) -> Item | None:
    """Return a member without its bytes, or nothing if it is no story."""
    parts = PurePosixPath(name.lstrip("/")).parts
    is_nested = name.lower().endswith(PACKED)
    if any(part.startswith(".") for part in parts) or not (is_nested or desk.knows(Path(name))):
        return None
    folder = parts[0] if len(parts) > 1 else item.folder
    # Stories are not passed over in silence.
    fault = "holds stories in a file that holds others; take it out to have it read." if is_nested else ""
    return msgspec.structs.replace(
        item, name=f"{item.name}!/{name}", folder=folder, number=number, fault=fault
    )


def _of_lines(desk: Desk, item: Item, columns: Columns) -> Iterator[Item]:
    with Path(item.path).open("rb") as opened:
        text, lines = "", Lines()
        for number, raw in enumerate(opened, start=1):
            line = raw.decode("utf-8", "replace")
            if raw.strip():
                try:
                    row = json.loads(raw)
                # Brackets may be nested deeper than calls may be.
                except (ValueError, RecursionError):
                    name = f"{item.name}#{number}"
                    yield msgspec.structs.replace(
                        item, name=name, number=number, fault="the line is no JSON."
                    )
                else:
                    text = text or _text_column(list(row) if isinstance(row, dict) else [], item, columns)
                    found = _row(desk, item, number, row, columns, text)
                    written = None if found.fault else lines.written(line, text)
                    yield msgspec.structs.replace(found, written=written)
            lines.passed(line)


def _of_table(desk: Desk, item: Item, columns: Columns) -> Iterator[Item]:
    from newslint.run.archive.tables import parquet

    with parquet().ParquetFile(item.path) as opened:
        text = _text_column(opened.schema_arrow.names, item, columns)
        wanted = [text, *([columns.key] if columns.key else [])]
        for name in wanted:
            if name not in opened.schema_arrow.names:
                raise SourceError(item.name, f"has no column `{name}`.")
        number = 0
        for batch in opened.iter_batches(ROWS, columns=wanted):
            for row in batch.to_pylist():
                number += 1
                yield _row(desk, item, number, row, columns, text)


class NoTextError(SourceError):
    """A table in which nothing shows which column holds the copy."""


def _text_column(names: list[str], item: Item, columns: Columns) -> str:
    found = columns.text or next((name for name in TEXTS if name in names), None)
    if found is None:
        known = ", ".join(names) or "none"
        raise NoTextError(item.name, f"has no column {', '.join(TEXTS)}; --text names one of: {known}.")
    return found


def _row(desk: Desk, item: Item, number: int, row: Any, columns: Columns, text: str) -> Item:
    """Return a row as an item, or what is wrong with it."""
    key = row.get(columns.key) if columns.key and isinstance(row, dict) else None
    name = f"{item.name}#{number if key is None else key}"
    found = msgspec.structs.replace(item, name=name, number=number)
    if not isinstance(row, dict):
        return msgspec.structs.replace(found, fault="the row is no object.")
    copy = row.get(text)
    if not isinstance(copy, str):
        return msgspec.structs.replace(found, fault=f"`{text}` holds no text.")
    reader = desk.options.reader or "text"
    return msgspec.structs.replace(found, content=copy.encode("utf-8", "replace"), reader=reader)
