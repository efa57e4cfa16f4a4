"""Tables: what an archive's results look like in Parquet, and how parts of them are written.

Each is a folder of parts that are whole: a part is written beside its place, and takes it by one rename.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

from newslint.core.errors import NewslintError

EXTRA = "pip install 'newslint[archive]'"
# Rows that a part holds.
ROWS = 200_000
# Rows of a group in a part, and how many of them are objects at a time, which take ten times the memory.
GROUP, BATCH = 5_000, 250
TEXT, NUMBER, TRUTH = "string", "int64", "bool"
SPELLINGS = ("map", TEXT, NUMBER)
# By table: columns by name, each with its type; Parquet's own names, a list or a map of these.
TABLES: Mapping[str, Mapping[str, Any]] = {
    "stories": {
        "path": TEXT, "file": TEXT, "format": TEXT, "date": TEXT, "desk": TEXT, "words": NUMBER,
        "units": SPELLINGS,
    },
    "findings": {
        "path": TEXT, "date": TEXT, "desk": TEXT, "rule": TEXT, "severity": TEXT, "message": TEXT,
        "text": TEXT, "line": NUMBER, "column": NUMBER, "start": NUMBER, "end": NUMBER, "fix": TEXT,
        "related": ("list", TEXT), "fingerprint": TEXT,
    },
    "names": {
        "name": TEXT, "kind": TEXT, "spellings": SPELLINGS, "title": TEXT, "stories": NUMBER,
        "mentions": NUMBER, "years": SPELLINGS, "months": SPELLINGS, "desks": SPELLINGS,
        "first_date": TEXT, "first_path": TEXT, "last_date": TEXT, "last_path": TEXT,
        "contexts": ("list", TEXT),
    },
    "quotes": {
        "path": TEXT, "date": TEXT, "desk": TEXT, "kind": TEXT, "speaker": TEXT, "source": TEXT,
        "cue": TEXT, "content": TEXT, "start": NUMBER, "end": NUMBER,
    },
    "dates": {
        "path": TEXT, "date": TEXT, "desk": TEXT, "text": TEXT, "year": NUMBER, "month": NUMBER,
        "day": NUMBER, "start": NUMBER, "end": NUMBER, "beside": TEXT,
    },
    "conversions": {
        "path": TEXT, "date": TEXT, "desk": TEXT, "original": TEXT, "original_unit": TEXT,
        "converted": TEXT, "converted_unit": TEXT, "form": TEXT, "start": NUMBER, "end": NUMBER,
        "beside": TEXT,
    },
    "errors": {"path": TEXT, "kind": TEXT, "reason": TEXT},
    "facts": {
        "path": TEXT, "text": TEXT, "word": TEXT, "start": NUMBER, "end": NUMBER, "count": NUMBER,
        "companions": ("list", TEXT), "known": TRUTH, "person": TRUTH, "marked": TRUTH,
        "personal": TRUTH, "placed": TRUTH, "opening": TRUTH, "told": ("list", TEXT),
    },
}  # fmt: skip


def arrow(part: str = "") -> Any:
    """Return pyarrow, or a part of it. Raises NewslintError where it is not installed."""
    try:
        return import_module(f"pyarrow.{part}" if part else "pyarrow")
    except ModuleNotFoundError:
        raise NewslintError(f"`newslint archive` wants pyarrow, which is not installed: {EXTRA}.") from None


def parquet() -> Any:
    """Return what reads and writes Parquet. Raises NewslintError as `arrow` does."""
    return arrow("parquet")


def schema(table: str) -> Any:
    """Return the Arrow schema of a table."""
    return arrow().schema([(name, _type(kind)) for name, kind in TABLES[table].items()])


def _type(kind: Any) -> Any:
    pyarrow = arrow()
    if isinstance(kind, str):
        return getattr(pyarrow, "bool_" if kind == TRUTH else kind)()
    if kind[0] == "list":
        return pyarrow.list_(_type(kind[1]))
    return pyarrow.map_(_type(kind[1]), _type(kind[2]))


class Writer:
    """Writes the rows of one table into the parts of a folder. It holds a group of rows at a time."""

    def __init__(self, folder: Path, table: str) -> None:
        self.folder, self.schema = folder, schema(table)
        self.rows: list[dict[str, Any]] = []
        self.batches: list[Any] = []
        self.part: Any = None
        self.parts = self.written = 0
        folder.mkdir(parents=True)

    def add(self, row: dict[str, Any]) -> None:
        """Write a row, by its columns."""
        self.rows.append(row)
        if len(self.rows) == BATCH:
            self._gather()
        if len(self.batches) == GROUP // BATCH:
            self._flush()

    def close(self) -> None:
        """Write what is left; a table without rows has one part, which says its columns."""
        if self.rows or not self.parts:
            self._gather()
        if self.batches:
            self._flush()
        self._end()

    def _gather(self) -> None:
        self.batches.append(arrow().RecordBatch.from_pylist(self.rows, schema=self.schema))
        self.rows = []

    def _flush(self) -> None:
        if self.part is None:
            path = self.folder / f"part-{self.parts:05}.parquet"
            self.part = parquet().ParquetWriter(path, self.schema, compression="zstd")
            self.parts += 1
        group = arrow().Table.from_batches(self.batches)
        self.part.write_table(group)
        self.written += group.num_rows
        self.batches = []
        if self.written >= ROWS:
            self._end()

    def _end(self) -> None:
        if self.part is not None:
            self.part.close()
            self.part, self.written = None, 0


def replace(folder: Path, fresh: Path) -> None:
    """Put a folder of whole parts in the place of another."""
    old = folder.with_name(f".{folder.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if folder.exists():
        os.replace(folder, old)
    os.replace(fresh, folder)
    shutil.rmtree(old, ignore_errors=True)


def rows(out: Path, table: str, columns: Iterable[str] | None = None) -> Iterator[dict[str, Any]]:
    """Yield the rows of a table, part by part. Raises NewslintError where there is none."""
    folder = out / f"{table}.parquet"
    parts = sorted(folder.glob("part-*.parquet"))
    if not parts:
        raise NewslintError(f"{out}: found no {folder.name}; `newslint archive PATH --out {out}` makes it.")
    for part in parts:
        with parquet().ParquetFile(part) as opened:
            for batch in opened.iter_batches(GROUP, columns=None if columns is None else list(columns)):
                yield from batch.to_pylist(maps_as_pydicts="lossy")
