"""Fingerprints: all that findings depend on beside the copy, so that what is kept is never out of date.

What cannot be told has no fingerprint, and nothing is kept under it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from newslint.core.digest import content_digest
from newslint.core.errors import NewslintError
from newslint.core.version import __version__
from newslint.desk.config import Config
from newslint.desk.desk import Desk
from newslint.desk.said import extended
from newslint.desk.snapshot import PACKAGE, distributions, is_own, own_record
from newslint.desk.vocabulary import FILES as VOCABULARY
from newslint.desk.vocabulary import words_file
from newslint.plugins.origin import OURS
from newslint.plugins.registry import Registry
from newslint.rulebook.toml import contents

# A folder with more than this is not gone through at each run.
MOST_FILES = 5_000
# The keys of a config that name a file, beside those of the vocabulary, `style` and `rules-dirs`.
NAMED_FILES = ("names", "rates")
# Options that change nothing in what is found.
NEUTRAL: dict[str, object] = {
    "cache": True,
    "jobs": None,
    "formats": (),
    "tracked": True,
    "force_exclude": False,
    "stdin_filename": None,
}


class UntoldError(Exception):
    """Something that findings depend on, and that cannot be told."""


class Fingerprints:
    """The fingerprints of a desk's configs, each made once. Files are read for them, never plugins loaded."""

    def __init__(self, desk: Desk) -> None:
        self.options = desk.options
        self.everywhere = _everywhere(desk)
        self.made: dict[tuple[str, str], bytes | None] = {}

    def of(self, config: Config) -> bytes | None:
        """Return what the settings of a config are known by."""
        key = (config.origin, config.glob)
        if key not in self.made:
            self.made[key] = self._of(config)
        return self.made[key]

    def _of(self, config: Config) -> bytes | None:
        try:
            name, files = extended(config, self.options)
            # Styles that are neither newslint's nor TOML files have files that nobody here knows of.
            if ":" in name:
                return None
            parts = [part for each in (*files, config) for part in _said(each)]
        # Faults are told where settings are made.
        except (NewslintError, UntoldError, OSError):
            return None
        return bytes.fromhex(content_digest(_joined([*self.everywhere, name.encode(), *parts])))


def _everywhere(desk: Desk) -> list[bytes]:
    """Return what all findings of a run depend on. Raises UntoldError."""
    options = msgspec.structs.replace(desk.options, **NEUTRAL)
    return [
        __version__.encode(),
        sys.version.encode(),
        msgspec.msgpack.encode(options),
        *_installed(),
        *_own_code(desk.registry),
        *_foreign_code(desk.registry),
    ]


def _said(config: Config) -> Iterator[bytes]:
    """Yield what a config or a style file says, and the contents of the files that it names."""
    yield f"{config.origin} {config.glob}".encode("utf-8", "backslashreplace")
    yield msgspec.msgpack.encode(config.style)
    for key in NAMED_FILES:
        if name := getattr(config.style, key):
            yield contents(config.path(key, name))
    for key in VOCABULARY:
        if path := words_file(config, key):
            yield key.encode()
            yield contents(path)
    for name in config.style.rules_dirs:
        yield from _held(config.path("rules-dirs", name).resolve())
    if config.style.rules_packages:
        from newslint.desk.packages import all_wanted, kept_folder, lock_path

        yield contents(lock_path(config))
        for each in all_wanted(config):
            yield each.requirement.encode()
            yield from _held(kept_folder(config, each))


def _held(folder: Path) -> Iterator[bytes]:
    """Yield the files below a folder, with what is in them."""
    for file in _files(folder):
        yield os.fsencode(os.path.relpath(file, folder))
        yield contents(Path(file))


def _installed() -> Iterator[bytes]:
    """Yield the distributions on the import path, which have their versions in their names."""
    for entry in sys.path:
        yield from map(os.fsencode, distributions(entry))


def _own_code(registry: Registry) -> Iterator[bytes]:
    """Yield what tells newslint's own code and rules, and what states the rules of others are in."""
    record = own_record()
    if record is None:
        yield from _states([str(PACKAGE), *registry.packs])
        return
    yield contents(record)
    yield from _states(pack for pack in registry.packs if not is_own(pack))


def _foreign_code(registry: Registry) -> Iterator[bytes]:
    """Yield the states of the packages that plugins are from. Raises UntoldError for one not found."""
    targets = [*registry.checks.values(), *registry.readers.values(), *registry.reporters.values()]
    foreign = [each.name for each in targets if each.origin.distribution != OURS]
    wanted = {name.partition(":")[0].partition(".")[0] for name in foreign}
    roots = {_root(module) for module in registry.modules} - {str(PACKAGE)}
    yield from _states(sorted(roots))
    known = {os.path.basename(root).removesuffix(".py") for root in roots}
    for name in sorted(wanted - known):
        found = [os.path.join(entry, form) for entry in sys.path for form in (name, f"{name}.py")]
        there = [path for path in found if os.path.exists(path)]
        if not there:
            raise UntoldError(name)
        yield from _states(there[:1])


def _root(module: str) -> str:
    """Return the package that a module's file is in, or the file."""
    above = os.path.dirname(module)
    if not os.path.exists(os.path.join(above, "__init__.py")):
        return module
    while os.path.exists(os.path.join(os.path.dirname(above), "__init__.py")):
        above = os.path.dirname(above)
    return above


def _states(paths: Iterable[str]) -> Iterator[bytes]:
    for path in paths:
        for file in _files(Path(path)):
            try:
                state = os.stat(file)
            except OSError:
                raise UntoldError(file) from None
            yield os.fsencode(f"{file} {state.st_mtime_ns} {state.st_size}")


def _files(path: Path) -> Iterator[str]:
    """Yield a file, or those below a folder, in order and without what Python compiled."""
    if not path.is_dir():
        yield str(path)
        return
    count = 0
    for folder, below, names in os.walk(path, followlinks=True):
        below[:] = sorted(name for name in below if name != "__pycache__")
        count += len(names) + len(below)
        if count > MOST_FILES:
            raise UntoldError(folder)
        yield from (os.path.join(folder, name) for name in sorted(names))


def _joined(parts: Iterable[bytes]) -> bytes:
    """Put parts together so that no two lists of them are the same."""
    return b"".join(b"%d:%b" % (len(part), part) for part in parts)
