"""Packed: the members of a tar or zip, the rows of JSON Lines or Parquet, each an item with its bytes."""

from __future__ import annotations

import json
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

import msgspec

from newslint.core.errors import SourceError
from newslint.desk.contents import told
from newslint.desk.desk import Desk
from newslint.run.archive.items import Item
from newslint.run.archive.written import Lines

if TYPE_CHECKING:
    from newslint.run.archive.inputs import Columns

TARS = (".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tar.xz")
LINES = (".jsonl", ".ndjson")
PACKED = (*TARS, ".zip", *LINES, ".parquet")
# What a row's copy is called, where nobody says.
TEXTS = ("text", "body", "content", "article")
# Rows of a table that are in memory at a time.
ROWS = 256


def packed(desk: Desk, item: Item, columns: Columns) -> Iterator[Item]:
    """Yield what lies in a file. Raises SourceError where it cannot be opened, or ends amid a member."""
    name = item.path.lower()
    try:
        if name.endswith(TARS):
            yield from _of_tar(desk, item)
        elif name.endswith(".zip"):
            yield from _of_zip(desk, item)
        elif name.endswith(LINES):
            yield from _of_lines(desk, item, columns)
        else:
            yield from _of_table(desk, item, columns)
    except (tarfile.TarError, zipfile.BadZipFile, EOFError, OSError, ValueError) as cause:
        reason = told(cause) if isinstance(cause, OSError | ValueError) else str(cause)
        raise SourceError(item.name, f"cannot be read: {reason}.") from None


def _of_tar(desk: Desk, item: Item) -> Iterator[Item]:
    with tarfile.open(item.path) as opened:
        for member in opened:
            if member.isfile() and _is_story(desk, member.name):
                reader = opened.extractfile(member)
                content = reader.read(desk.options.most_bytes + 1) if reader else b""
                yield _member(item, member.name, content)
            # A tar lists what it has passed, for whoever would go back.
            opened.members.clear()  # type: ignore[attr-defined]


def _of_zip(desk: Desk, item: Item) -> Iterator[Item]:
    with zipfile.ZipFile(item.path) as opened:
        for member in opened.infolist():
            if member.is_dir() or not _is_story(desk, member.filename):
                continue
            try:
                with opened.open(member) as reader:
                    content = reader.read(desk.options.most_bytes + 1)
            # One that is damaged or locked with a password costs itself.
            except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError) as cause:
                yield msgspec.structs.replace(_member(item, member.filename, b""), fault=f"{cause}.")
                continue
            yield _member(item, member.filename, content)


def _is_story(desk: Desk, name: str) -> bool:
    path = PurePosixPath(name)
    return not any(part.startswith(".") for part in path.parts) and desk.knows(Path(name))


def _member(item: Item, name: str, content: bytes) -> Item:
    parts = PurePosixPath(name).parts
    folder = parts[0] if len(parts) > 1 else item.folder
    return msgspec.structs.replace(item, name=f"{item.name}!/{name}", content=content, folder=folder)


def _of_lines(desk: Desk, item: Item, columns: Columns) -> Iterator[Item]:
    with Path(item.path).open("rb") as opened:
        text, lines = "", Lines()
        for number, raw in enumerate(opened, start=1):
            line = raw.decode("utf-8", "replace")
            if raw.strip():
                try:
                    row = json.loads(raw)
                except ValueError:
                    name = f"{item.name}#{number}"
                    yield msgspec.structs.replace(item, name=name, fault="the line is no JSON.")
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
    if not isinstance(row, dict):
        return msgspec.structs.replace(item, name=name, fault="the row is no object.")
    copy = row.get(text)
    if not isinstance(copy, str):
        return msgspec.structs.replace(item, name=name, fault=f"`{text}` holds no text.")
    reader = desk.options.reader or "text"
    return msgspec.structs.replace(item, name=name, content=copy.encode("utf-8", "replace"), reader=reader)
