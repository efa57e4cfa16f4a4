"""The store: rows of bytes by key in one SQLite file, none of which a run depends on.

Runs at once, a run that is killed and a disk that is full cost time alone. Each row has a checksum, and a
file that is damaged or somebody else's is made afresh.
"""

from __future__ import annotations

import os
import sqlite3
import stat
import time
import zlib
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from newslint.core.paths import shown

T = TypeVar("T")
# "nwsl", by which a file is known to be ours, and the layout of its table.
OURS, LAYOUT = 0x6E77736C, 1
DAY = 24 * 3600
# How long a run waits for another that writes.
PATIENCE = 2.0
# What is left of a store that has grown beyond its bounds.
SHARE_LEFT = 0.7
CHECKSUM = 4
TABLE = "CREATE TABLE IF NOT EXISTS rows (key BLOB PRIMARY KEY, day INTEGER NOT NULL, value BLOB NOT NULL)"


class Store:
    """Rows by key. It opens its file when it is first asked, and forgets what was unused the longest.

    It grows to *most* bytes. It collects in *notices* what was wrong with its file.
    """

    def __init__(self, path: Path, *, most: int) -> None:
        self.path, self.most = path, most
        self.notices: list[str] = []
        self.today = int(time.time()) // DAY
        self.used: list[tuple[int, bytes]] = []
        self.connection: sqlite3.Connection | None = None
        self.failed = False

    def __contains__(self, key: bytes) -> bool:
        query = "SELECT 1 FROM rows WHERE key = ?"
        return self._tried(lambda opened: opened.execute(query, (key,)).fetchone(), None) is not None

    def get(self, key: bytes) -> bytes | None:
        """Return what is kept under a key, or None where that is nothing or damaged."""
        query = "SELECT day, value FROM rows WHERE key = ?"
        row = self._tried(lambda opened: opened.execute(query, (key,)).fetchone(), None)
        if row is None or row[1][:CHECKSUM] != _checksum(row[1][CHECKSUM:]):
            return None
        if row[0] != self.today:
            self.used.append((self.today, key))
        return bytes(row[1][CHECKSUM:])

    def put(self, rows: Iterable[tuple[bytes, bytes]]) -> None:
        """Keep rows, all or none. What cannot be kept costs time, never a run."""
        kept = [(key, self.today, _checksum(value) + value) for key, value in rows]
        used, self.used = self.used, []
        # A file that proves damaged is made afresh, and then takes them.
        if (kept or used) and not any(self._tried(_written(kept, used), False) for _ in range(2)):
            return
        if kept:
            self._tried(self._bound, None)

    def close(self) -> None:
        """Note what was used, and let go of the file."""
        self.put(())
        self._tried(sqlite3.Connection.close, None) if self.connection else None
        self.connection = None

    def _tried(self, act: Callable[[sqlite3.Connection], T], otherwise: T) -> T:
        """Do something with the file; where that fails, go on without it, or with a fresh one."""
        if self.failed:
            return otherwise
        try:
            return act(self._opened())
        # Locked for long, full, or in a folder that may not be written.
        except (sqlite3.OperationalError, OSError):
            self.failed = True
        except sqlite3.DatabaseError:
            self._start_afresh()
        return otherwise

    def _opened(self) -> sqlite3.Connection:
        if self.connection is None:
            _make_room(self.path)
            # Whoever asks later, be it another thread, asks after the first.
            self.connection = sqlite3.connect(
                self.path, timeout=PATIENCE, isolation_level=None, check_same_thread=False
            )
            # What the system has not yet written when the power fails is known by its checksum.
            self.connection.execute("PRAGMA synchronous = OFF")
            self._expect_ours(self.connection)
        return self.connection

    def _expect_ours(self, opened: sqlite3.Connection) -> None:
        """Lay out a file that is empty. Raises DatabaseError for one that is not ours."""
        found = (_pragma(opened, "application_id"), _pragma(opened, "user_version"))
        if found == (OURS, LAYOUT):
            return
        if opened.execute("SELECT 1 FROM sqlite_schema").fetchone():
            raise sqlite3.DatabaseError("not ours")
        with _Transaction(opened):
            opened.execute(TABLE)
            opened.execute(f"PRAGMA application_id = {OURS}")
            opened.execute(f"PRAGMA user_version = {LAYOUT}")

    def _start_afresh(self) -> None:
        """Remove a file that is damaged or not ours; the second time, give up."""
        if self.connection is not None:
            self.connection.close()
            self.connection = None
        self.failed = bool(self.notices)
        self.notices.append(f"{shown(self.path)}: damaged; it is made afresh.")
        try:
            # The journal first: it would be played back into the next file of this name.
            for name in (f"{self.path}-journal", self.path):
                with suppress(FileNotFoundError):
                    os.unlink(name)
        except OSError:
            self.failed = True

    def _bound(self, opened: sqlite3.Connection) -> None:
        """Forget what was unused the longest, where there is more than there is room for."""
        pages = _pragma(opened, "page_count") - _pragma(opened, "freelist_count")
        if pages * _pragma(opened, "page_size") <= self.most:
            return
        (rows,) = opened.execute("SELECT count(*) FROM rows").fetchone()
        oldest = "SELECT rowid FROM rows ORDER BY day, rowid LIMIT ?"
        with _Transaction(opened):
            number = int(rows * (1 - SHARE_LEFT)) + 1
            opened.execute(f"DELETE FROM rows WHERE rowid IN ({oldest})", (number,))


class _Transaction:
    """All of it or nothing; it asks for the right to write at once, so that two runs wait for each other."""

    def __init__(self, opened: sqlite3.Connection) -> None:
        self.opened = opened

    def __enter__(self) -> None:
        self.opened.execute("BEGIN IMMEDIATE")

    def __exit__(self, kind: object, *_: object) -> None:
        self.opened.execute("ROLLBACK" if kind else "COMMIT")


def _written(
    kept: list[tuple[bytes, int, bytes]], used: list[tuple[int, bytes]]
) -> Callable[[sqlite3.Connection], bool]:
    def write(opened: sqlite3.Connection) -> bool:
        with _Transaction(opened):
            opened.executemany("UPDATE rows SET day = ? WHERE key = ?", used)
            opened.executemany("INSERT OR REPLACE INTO rows VALUES (?, ?, ?)", kept)
        return True

    return write


def _make_room(path: Path) -> None:
    """See to the folder and a file that nobody else may read. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with suppress(FileNotFoundError):
        # A pipe would be waited for.
        if not stat.S_ISREG(os.lstat(path).st_mode):
            os.unlink(path)
    if not os.path.exists(path):
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))


def _pragma(opened: sqlite3.Connection, name: str) -> int:
    found: int = opened.execute(f"PRAGMA {name}").fetchone()[0]
    return found


def _checksum(value: bytes) -> bytes:
    return zlib.crc32(value).to_bytes(CHECKSUM, "big")
