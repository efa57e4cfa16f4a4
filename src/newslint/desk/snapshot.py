"""The snapshot: what plugins and packs said last time, kept in the user's cache folder.

Finding entry points, parsing TOML and compiling patterns is most of a cold start. The snapshot is keyed by
everything the answer depends on: newslint and Python versions, the times of the import path, the times and
sizes of the rule files. Pattern programs are kept beside it, by their source.
"""

from __future__ import annotations

import os
import sys
import zlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import msgspec

from newslint.core.errors import ConfigError
from newslint.core.pattern import PROGRAMS, Program
from newslint.core.version import __version__
from newslint.desk.cache import Cache
from newslint.plugins.installed import plugin_names
from newslint.plugins.registry import Registry, gather
from newslint.rulebook.packs import read_trees

MOST_PATTERNS = 2000


class Snapshot(msgspec.Struct, frozen=True):
    """The registry, and the parsed files of its packs."""

    registry: Registry
    trees: Mapping[str, Mapping[str, dict[str, Any]]]


class Kept(msgspec.Struct, frozen=True):
    """A snapshot as it is written, with its keys."""

    environment: str
    files: str
    snapshot: Snapshot


class KeptPatterns(msgspec.Struct, frozen=True):
    """Pattern programs as they are written, with the Python they were compiled by."""

    python: str
    programs: dict[str, Program]


def snapshot(cache: Cache | None, *, without: Iterable[str] = ()) -> Snapshot:
    """Return registry and packs, from the cache where they are unchanged.

    Raises PluginError and RuleError as `gather` and `read_trees` do, ConfigError for a plugin *without* which
    the run is to go on and which is not there.
    """
    without = tuple(sorted(without))
    environment = _environment(without)
    name = _name("snapshot", environment)
    kept = cache.read(name, Kept) if cache else None
    if kept and kept.environment == environment and kept.files == _fingerprint(kept.snapshot.registry):
        return kept.snapshot
    _refuse_unknown(without)
    registry = gather(without)
    fresh = Snapshot(registry, read_trees(map(Path, registry.packs)))
    if cache:
        cache.write(name, Kept(environment, _fingerprint(registry), fresh))
    return fresh


def _refuse_unknown(without: Iterable[str]) -> None:
    known = plugin_names() if without else ()
    for name in without:
        if name not in known:
            from newslint.rulebook.faults import cited, nearest

            raise ConfigError(f"--without-plugin: unknown plugin `{cited(name)}`{nearest(name, known)}.")


def restore_patterns(cache: Cache) -> None:
    """Take up the pattern programs that earlier runs kept."""
    kept = cache.read(_patterns(), KeptPatterns)
    if kept and kept.python == sys.version:
        PROGRAMS.kept.update(kept.programs)


def keep_patterns(cache: Cache) -> None:
    """Keep the programs of the patterns that this run compiled, for the next."""
    if not PROGRAMS.compiled:
        return
    # A desk's own lists give patterns of their own; they may not pile up without end.
    if len(PROGRAMS.kept) > MOST_PATTERNS:
        PROGRAMS.kept.clear()
    try:
        kept = KeptPatterns(sys.version, PROGRAMS.all())
    # Another Python keeps its compiler elsewhere, and compiles each time.
    except (ImportError, AttributeError, TypeError, ValueError):
        return
    cache.write(_patterns(), kept)


def _patterns() -> str:
    return _name("patterns", sys.version)


def _environment(without: Iterable[str]) -> str:
    parts = [__version__, sys.version, str(Path(__file__).stat().st_mtime_ns), *without]
    for entry in sys.path:
        try:
            parts.append(f"{entry}={os.stat(entry or '.').st_mtime_ns}")
        except OSError:
            continue
    # A path may have bytes that are no letters.
    return "\0".join(parts).encode("utf-8", "backslashreplace").decode()


def _name(kind: str, environment: str) -> str:
    """Name a cache file. Two environments of one name cost time only: which it is stands inside."""
    return f"{kind}-{zlib.crc32(environment.encode()):08x}.kept"


def _fingerprint(registry: Registry) -> str:
    """Return times and sizes of the plugins' modules and of every file in their packs."""
    states = [_state(path) for path in registry.modules]
    for folder in registry.packs:
        states += _states(folder)
    return "\0".join(states)


def _states(folder: str) -> list[str]:
    """Return the states of the files in a folder and in those below it, in the order of their names."""
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=_entry_name)
    except OSError:
        return []
    states: list[str] = []
    for entry in entries:
        is_folder = entry.is_dir(follow_symlinks=False)
        states += _states(entry.path) if is_folder else [_state(entry.path)]
    return states


def _entry_name(entry: os.DirEntry[str]) -> str:
    return entry.name


def _state(path: str) -> str:
    try:
        state = os.stat(path)
    except OSError:
        return f"{path} gone"
    return f"{path} {state.st_mtime_ns} {state.st_size}"
