"""Packages: rules of others, kept beside the config as its lock file says. Nothing here fetches anything."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from newslint.core.errors import ConfigError
from newslint.core.paths import shown
from newslint.desk.config import Config
from newslint.desk.requirements import Wanted, wanted
from newslint.rulebook.faults import cited, place
from newslint.rulebook.toml import contents, converted, parsed

LOCK = "newslint.lock"
KEPT = ".newslint/packages"
SYNC = "`newslint sync` fetches it"
# As many files as rules-dirs may hold; whoever packs more means harm.
MOST_FILES = 5_000


class Locked(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A package as it was fetched: what was asked, what came, and the digests of both archive and rules."""

    requirement: str
    name: str
    rules: str
    version: str = ""
    commit: str = ""
    file: str = ""
    archive: str = ""


class Lock(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lock file: what each requirement of a config came to."""

    packages: tuple[Locked, ...] = ()

    def of(self, requirement: str) -> Locked | None:
        """Return what a requirement came to, if it is known."""
        return next((each for each in self.packages if each.requirement == requirement), None)


def all_wanted(config: Config) -> tuple[Wanted, ...]:
    """Return the packages that a config asks for. Raises ConfigError for what is none, or two of a name."""
    found: dict[str, Wanted] = {}
    for requirement in config.style.rules_packages:
        each = wanted(requirement, origin=config.origin)
        if each.name in found:
            where = place(config.origin, ["rules-packages", requirement])
            raise ConfigError(
                f"{where}: rules-packages: `{cited(requirement)}` would be kept as `{each.name}`, "
                f"as `{cited(found[each.name].requirement)}` is."
            )
        found[each.name] = each
    return tuple(found.values())


def package_folders(config: Config) -> Iterator[tuple[str, Path]]:
    """Yield each requirement of a config with the folder of its rules.

    Raises ConfigError where one is not there, or is not what the lock file says.
    """
    if not config.style.rules_packages:
        return
    lock = lock_of(config)
    for each in all_wanted(config):
        where = f"{place(config.origin, ['rules-packages', each.requirement])}: rules-packages: "
        folder = kept_folder(config, each)
        known = lock.of(each.requirement)
        if known is None or not folder.is_dir():
            raise ConfigError(f"{where}`{cited(each.requirement)}` is not here; {SYNC}.")
        if digest(kept_files(folder, config)) != known.rules:
            raise ConfigError(f"{where}{shown(folder)} is not what {LOCK} says; {SYNC} again.")
        yield each.requirement, folder


def kept_folder(config: Config, each: Wanted) -> Path:
    """Return the folder of a package's rules. Raises ConfigError where a link leads out of the repository."""
    name = f"{KEPT}/{each.name}"
    keys = ["rules-packages", each.requirement]
    return config.bounds().path(name, folder=config.folder, origin=config.origin, keys=keys)


def kept_files(folder: Path, config: Config) -> dict[str, bytes]:
    """Return the files of a package as they are kept. Raises ConfigError for one that cannot be read."""
    files: dict[str, bytes] = {}
    for path in sorted(folder.rglob("*.toml")):
        if len(files) == MOST_FILES or not config.bounds().admit(path):
            raise ConfigError(f"{shown(path)}: leads outside the repository, or is one of too many.")
        try:
            files[path.relative_to(folder).as_posix()] = contents(path)
        except OSError as cause:
            raise ConfigError(f"{shown(path)}: cannot be read: {cause.strerror}.") from None
    return files


def digest(files: Mapping[str, bytes]) -> str:
    """Return what the rules of a package are known by."""
    from hashlib import sha256

    whole = sha256()
    for name, content in sorted(files.items()):
        whole.update(f"{name}\0{len(content)}\0".encode())
        whole.update(content)
    return f"sha256:{whole.hexdigest()}"


def lock_path(config: Config) -> Path:
    """Return the path of a config's lock file. Raises ConfigError where it leads out of the repository."""
    return config.bounds().path(LOCK, folder=config.folder, origin=config.origin, keys=["rules-packages"])


def lock_of(config: Config) -> Lock:
    """Return the lock file of a config, empty where there is none. Raises ConfigError for a faulty one."""
    path = lock_path(config)
    if not os.path.lexists(path):
        return Lock()
    try:
        table = parsed(shown(path), contents(path), error=ConfigError)
    except OSError as cause:
        raise ConfigError(f"{shown(path)}: cannot be read: {cause.strerror}.") from None
    return converted(table, Lock, path=shown(path), error=ConfigError)
