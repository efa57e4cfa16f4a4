"""The snapshot: what plugins and packs said last time, kept in the user's cache folder.

Finding entry points, parsing TOML and compiling patterns is most of a cold start. The snapshot is keyed by
everything the answer depends on: newslint and Python versions, the times of the import path, newslint's own
code and rules, the times and sizes of the rule files of others. Pattern programs are kept beside it, by their
source.
"""

from __future__ import annotations

import os
import sys
import zlib
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import cached_property, partial
from pathlib import Path

import msgspec

from newslint.core.digest import content_digest
from newslint.core.errors import ConfigError
from newslint.core.pattern import PROGRAMS
from newslint.core.version import __version__
from newslint.desk.cache import Cache
from newslint.plugins.registry import Registry, gather
from newslint.rulebook.trees import Trees, read_trees

MOST_PATTERNS = 2000
PACKAGE = Path(__file__).parents[1]


class Snapshot(msgspec.Struct, frozen=True, dict=True):
    """The registry, and the files of its packs; *state* is all that they depend on, as a digest."""

    registry: Registry
    state: str
    parsed: Callable[[], Trees]

    @cached_property
    def trees(self) -> Trees:
        """Return the parsed files of the packs, of which a run of a known setting needs none."""
        return self.parsed()


class KeptRegistry(msgspec.Struct, frozen=True):
    """A registry as it is written, with its keys."""

    environment: str
    files: str
    registry: Registry


class KeptTrees(msgspec.Struct, frozen=True):
    """The parsed files of packs as they are written, with their key."""

    state: str
    trees: Trees


def snapshot(cache: Cache | None, *, without: Iterable[str] = ()) -> Snapshot:
    """Return registry and packs, from the cache where they are unchanged.

    Raises PluginError and RuleError as `gather` and `read_trees` do, ConfigError for a plugin *without* which
    the run is to go on and which is not there.
    """
    without = tuple(sorted(without))
    environment = _environment(without)
    name = _name("registry", environment)
    kept = cache.read(name, KeptRegistry) if cache else None
    files = _fingerprint(kept.registry) if kept else ""
    if kept and kept.environment == environment and kept.files == files:
        return _snapshot(cache, kept.registry, environment, files)
    _refuse_unknown(without)
    registry = gather(without)
    files = _fingerprint(registry)
    fresh = _snapshot(cache, registry, environment, files)
    # What is wrong with the files of a pack is told before any config is looked at, and each time.
    fresh.trees  # noqa: B018
    if cache:
        cache.write(name, KeptRegistry(environment, files, registry))
    return fresh


def _snapshot(cache: Cache | None, registry: Registry, environment: str, files: str) -> Snapshot:
    state = content_digest(f"{environment}\0{files}".encode("utf-8", "backslashreplace"))
    return Snapshot(registry, state, partial(_trees, cache, registry, state, _name("trees", environment)))


def _trees(cache: Cache | None, registry: Registry, state: str, name: str) -> Trees:
    """Return the parsed files of the packs, from the cache where they are unchanged."""
    kept = cache.read(name, KeptTrees) if cache else None
    if kept and kept.state == state:
        return kept.trees
    trees = read_trees(map(Path, registry.packs))
    if cache:
        cache.write(name, KeptTrees(state, trees))
    return trees


def _refuse_unknown(without: Iterable[str]) -> None:
    if not without:
        return
    from newslint.plugins.installed import plugin_names

    known = plugin_names()
    for name in without:
        if name not in known:
            from newslint.rulebook.faults import cited, nearest

            raise ConfigError(f"--without-plugin: unknown plugin `{cited(name)}`{nearest(name, known)}.")


def restore_patterns(cache: Cache) -> None:
    """Take up the pattern programs that earlier runs of this Python kept."""
    kept = cache.shelf(_patterns())
    if kept is not None:
        PROGRAMS.kept = kept


def keep_patterns(cache: Cache) -> None:
    """Keep the programs of the patterns that this run compiled, for the next."""
    if not PROGRAMS.compiled:
        return
    # A desk's own lists give patterns of their own; they may not pile up without end.
    if len(PROGRAMS.kept) > MOST_PATTERNS:
        PROGRAMS.kept = {}
    # Another Python keeps its compiler elsewhere, and compiles each time.
    with suppress(ImportError, AttributeError, TypeError, ValueError):
        cache.stack(_patterns(), PROGRAMS.all())


def _patterns() -> str:
    return _name("patterns", sys.version)


def _environment(without: Iterable[str]) -> str:
    script, *others = sys.path
    parts = [__version__, sys.version, *without]
    # It is where the program is, and with `python -m` the working directory.
    parts += [os.path.join(script, name) for name in distributions(script)]
    for entry in others:
        try:
            parts.append(f"{entry}={os.stat(entry or '.').st_mtime_ns}")
        except OSError:
            continue
    # A path may have bytes that are no letters.
    return "\0".join(parts).encode("utf-8", "backslashreplace").decode()


def distributions(folder: str) -> list[str]:
    """Return what is installed in a folder of the import path, by names that have versions in them."""
    try:
        names = os.listdir(folder or ".")
    except OSError:
        return []
    return sorted(name for name in names if name.endswith((".dist-info", ".egg-info")))


def _name(kind: str, environment: str) -> str:
    """Name a cache file. Two environments of one name cost time only: which it is stands inside."""
    return f"{kind}-{zlib.crc32(environment.encode()):08x}.kept"


def _fingerprint(registry: Registry) -> str:
    """Return times and sizes of the plugins' modules and of the files in their packs, and of our own code."""
    states = [_state(path) for path in registry.modules]
    record = own_record()
    states += _states(str(PACKAGE)) if record is None else [_state(str(record))]
    for folder in registry.packs:
        if record is None or not is_own(folder):
            states += _states(folder)
    return "\0".join(states)


def own_record() -> Path | None:
    """Return the list that a wheel has of newslint's files with a hash of each; None: it is worked on."""
    record = PACKAGE.parent / f"newslint-{__version__}.dist-info" / "RECORD"
    return record if record.is_file() else None


def is_own(folder: str) -> bool:
    """Tell whether a folder of rules came with newslint's code."""
    return folder.startswith(f"{PACKAGE}{os.sep}")


def _states(folder: str) -> list[str]:
    """Return the states of the files in a folder and in those below it, in the order of their names."""
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=_entry_name)
    except OSError:
        return []
    states: list[str] = []
    for entry in entries:
        # What Python compiled of code is as old as a run.
        if entry.name != "__pycache__":
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
