"""Bounds: where a config, a link or a folder of rules may make newslint read.

A repository may come from a stranger, as a pull request does in CI. What its files name is read inside the
repository only, and where the command line allows it.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import msgspec

from newslint.core.errors import ConfigError
from newslint.rulebook.faults import cited, place

REMEDY = "name its folder with --allow-outside to have it read"


class Bounds(msgspec.Struct, frozen=True):
    """The folders that may be read, without links in their paths."""

    folders: tuple[str, ...]

    def admit(self, path: str | Path) -> bool:
        """Tell whether what *path* leads to, through every link, stands in one of the folders."""
        target = os.path.realpath(path)
        return any(
            folder in (target, os.sep) or target.startswith(folder + os.sep) for folder in self.folders
        )

    def path(self, name: str, *, folder: str, origin: str, keys: Iterable[str]) -> Path:
        """Return the path that a config names. Raises ConfigError where it is none, or out of bounds."""
        keys = tuple(keys)
        try:
            path = Path(folder, name)
            os.lstat(path)
            inside = self.admit(path)
        except FileNotFoundError:
            inside = self.admit(path)
        # A NUL, or a letter that the system's paths do not have.
        except ValueError:
            raise _fault(f"found `{cited(name)}`, expected a path", origin, keys) from None
        except OSError as cause:
            raise _fault(f"`{cited(name)}`: {cause.strerror}", origin, keys) from None
        if not inside:
            raise _fault(f"`{cited(name)}` is outside the repository; {REMEDY}", origin, keys)
        return path


def bounds(folder: str | Path, allowed: Iterable[str | Path] = ()) -> Bounds:
    """Return the bounds for what stands in *folder*: its repository, and what is *allowed* beside it."""
    return Bounds((repository(folder), *map(os.path.realpath, allowed)))


def repository(folder: str | Path) -> str:
    """Return the nearest folder with a `.git` in or above *folder*, without links; else *folder* itself."""
    own = os.path.realpath(folder)
    here = own
    while not os.path.exists(os.path.join(here, ".git")):
        above = os.path.dirname(here)
        if above == here:
            return own
        here = above
    return here


def is_plain(path: Path, name: str, *, suffix: str) -> bool:
    """Tell whether a file that a config names may be written: a checkout must not have a program changed."""
    hidden = any(part.startswith(".") for part in Path(name).parts if part not in (".", ".."))
    return path.suffix == suffix and not hidden and not path.is_symlink()


def _fault(reason: str, origin: str, keys: tuple[str, ...]) -> ConfigError:
    return ConfigError(f"{place(origin, keys)}: {keys[0]}: {reason}.")
