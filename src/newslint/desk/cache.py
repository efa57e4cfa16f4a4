"""The cache folder: what earlier runs kept for the next, none of which a run depends on.

Each file carries a checksum: what is read from it is restored without another look, and pattern programs go
straight to the engine of `re`, where a wrong letter may end the process.
"""

from __future__ import annotations

import os
import sys
import zlib
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import BinaryIO, TypeVar

import msgspec

from newslint.core.paths import shown
from newslint.desk.shelf import Shelf, laid_out
from newslint.rulebook.toml import opened

T = TypeVar("T")
OLD = 30 * 24 * 3600
# Every change of a rule or a config leaves another file of a megabyte; a desk has so many configs at most.
MOST_OF_A_KIND = 40
KINDS = ("registry-", "trees-", "setting-", "patterns-")
# What stories gave, by the copy and all that it depends on.
FINDINGS = "findings.sqlite"
DIGEST = 8
# So much of a file is read at once for its checksum.
PART = 1 << 16


class Cache:
    """The user's cache folder. It collects in *notices* which of its files were no good, a line each."""

    def __init__(self) -> None:
        self.folder = cache_folder()
        self.notices: list[str] = []

    def read(self, name: str, kind: type[T]) -> T | None:
        """Return what was kept under a name, or None where that is nothing, damaged or another newslint's."""
        return self._taken(name, lambda file: msgspec.msgpack.decode(file.read(), type=kind))

    def shelf(self, name: str) -> Shelf | None:
        """Return the pieces that were kept under a name, or None as `read` does."""
        return self._taken(name, Shelf)

    def write(self, name: str, content: object) -> None:
        """Keep something under a name, in one step. What cannot be kept costs time, never a run."""
        # A path with bytes that are no letters, as a plugin may lie at, cannot be packed.
        with suppress(ValueError, OverflowError):
            self._write(name, (msgspec.msgpack.encode(content),))

    def stack(self, name: str, pieces: Mapping[str, bytes]) -> None:
        """Keep some pieces under a name, as `write` does."""
        self._write(name, laid_out(pieces))

    def _taken(self, name: str, take: Callable[[BinaryIO], T]) -> T | None:
        if self.folder is None:
            return None
        path = self.folder / name
        try:
            with opened(path) as file:
                if file.read(DIGEST) == _digest(iter(partial(file.read, PART), b"")):
                    file.seek(DIGEST)
                    return take(file)
        # It is not there; or sound, but written by another newslint, as after an upgrade.
        except (OSError, ValueError, msgspec.DecodeError):
            return None
        self.notices.append(f"{shown(path)}: damaged; it is made afresh.")
        return None

    def _write(self, name: str, parts: Iterable[bytes]) -> None:
        if self.folder is None:
            return
        path, parts = self.folder / name, tuple(parts)
        # Another run may write the same file, perhaps on another machine.
        unfinished = path.with_name(f"{name}.{os.getpid()}-{os.urandom(4).hex()}")
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            try:
                unfinished.write_bytes(b"".join((_digest(parts), *parts)))
                os.replace(unfinished, path)
            except OSError:
                unfinished.unlink(missing_ok=True)
                raise
            _sweep(self.folder, now=path.stat().st_mtime)
        except OSError:
            return


def kept_files(folder: Path) -> dict[Path, int]:
    """Return the files that runs have kept in a folder, with their sizes, and no others."""
    try:
        found = sorted(each for each in folder.iterdir() if each.name.startswith((*KINDS, FINDINGS)))
        return {each: each.lstat().st_size for each in found}
    except OSError:
        return {}


def cache_folder() -> Path | None:
    """Return the user's cache folder for newslint, or None where there is none to be had.

    NEWSLINT_CACHE_DIR overrides it.
    """
    chosen = os.environ.get("NEWSLINT_CACHE_DIR")
    if chosen:
        return Path(chosen)
    # For a user without a home some versions fail, and others give a path that begins with `~`.
    try:
        found = _usual_folder()
    except RuntimeError:
        return None
    return found if found.is_absolute() else None


def _usual_folder() -> Path:
    # The convention of Linux is two lines; `platformdirs` brings a 25th of a run's work with it to say them.
    if sys.platform.startswith("linux"):
        chosen = Path(os.environ.get("XDG_CACHE_HOME", ""))
        return (chosen if chosen.is_absolute() else Path.home() / ".cache") / "newslint"
    from platformdirs import user_cache_path

    return user_cache_path("newslint")


def _digest(parts: Iterable[bytes]) -> bytes:
    # Against damage, not against people: whoever can write here can do worse. It costs a tenth of a hash.
    checksum = zlib.crc32(sys.version.encode())
    for part in parts:
        checksum = zlib.crc32(part, checksum)
    return f"{checksum:08x}".encode()


def _sweep(folder: Path, *, now: float) -> None:
    """Remove what nobody wrote in a month, and of each kind all but the newest files."""
    for kind in KINDS:
        written = {each: each.stat().st_mtime for each in folder.iterdir() if each.name.startswith(kind)}
        newest = sorted(written, key=lambda each: written[each], reverse=True)
        for number, each in enumerate(newest):
            if number >= MOST_OF_A_KIND or written[each] < now - OLD:
                each.unlink(missing_ok=True)
