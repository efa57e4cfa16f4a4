"""Desks kept warm: one for each set of options, made anew when a config near a story has changed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from newslint.desk.config import Config
from newslint.desk.desk import Desk
from newslint.desk.discovery import Assignment
from newslint.desk.options import Options
from newslint.editor.stories import READERS, OpenStory
from newslint.run.baseline import Baseline, read

CONFIGS = ("newslint.toml", "pyproject.toml", "accept.txt", "reject.txt")
Stamp = tuple[tuple[str, int, int], ...]


class Desks:
    """Gives each story a desk that knows the configs above it as they are now."""

    def __init__(self) -> None:
        self.made: dict[Options, Desk] = {}
        self.stamps: dict[Path, Stamp] = {}
        self.baselines: dict[tuple[str, int, int], Baseline] = {}

    def desk(self, options: Options, story: OpenStory) -> Desk:
        """Return the desk for a story. Raises PluginError and RuleError as a run does."""
        folder = story.path.parent
        stamp = tuple(_stamps(folder))
        if self.stamps.setdefault(folder, stamp) != stamp:
            self.renew()
            self.stamps[folder] = stamp
        if options not in self.made:
            self.made[options] = Desk(options)
        return self.made[options]

    def baseline(self, desk: Desk, config: Config) -> Baseline | None:
        """Return what a config keeps as known, if it does. Raises ConfigError for a baseline that is none."""
        if not config.style.baseline:
            return None
        path = str(config.path("baseline", config.style.baseline))
        stamp = next(_stamp(path), (path, 0, 0))
        if stamp not in self.baselines:
            self.baselines = {stamp: read(path, desk.setting(config).aliases)}
        return self.baselines[stamp]

    def renew(self) -> None:
        """Read configs, rules and registers again, as some of them may have changed."""
        self.made.clear()
        self.stamps.clear()

    def close(self) -> None:
        """Keep what was compiled for the next start."""
        for desk in self.made.values():
            desk.close()


def assigned(desk: Desk, story: OpenStory) -> Assignment:
    """Return the assignment of a story that an editor holds."""
    content = story.text.encode("utf-8", "surrogatepass")
    known = desk.registry.extensions.get(story.path.suffix.lower()) if story.is_filed else None
    reader = None if known else READERS.get(story.language)
    return desk.assigned(str(story.path), content, reader=reader, encoding="utf-8")


def _stamps(folder: Path) -> Iterator[tuple[str, int, int]]:
    """Yield name, time and size of every file at or above *folder* that may be its config."""
    for each in (folder, *folder.parents):
        for name in CONFIGS:
            yield from _stamp(str(each / name))


def _stamp(path: str) -> Iterator[tuple[str, int, int]]:
    try:
        state = os.stat(path)
    except (OSError, ValueError):
        return
    yield path, state.st_mtime_ns, state.st_size
