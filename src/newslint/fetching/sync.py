"""Syncing: what a config asks for → rules beside it and a lock file that says what they are."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from urllib.parse import unquote, urlsplit

import msgspec

from newslint.core.errors import ConfigError, SourceError
from newslint.core.paths import shown
from newslint.desk.config import Config
from newslint.desk.packages import (
    Lock,
    Locked,
    all_wanted,
    digest,
    kept_files,
    kept_folder,
    lock_of,
    lock_path,
)
from newslint.desk.requirements import Kind, Wanted
from newslint.fetching.archives import MOST_ARCHIVE, Rules, rules_in
from newslint.fetching.git import rules_at
from newslint.fetching.index import content_of, found
from newslint.fetching.pip_settings import PipSettings
from newslint.fetching.web import fetched
from newslint.rulebook.faults import cited, place

HEAD = "# Written by `newslint sync`. It belongs into the repository: other machines fetch what it says.\n"


class Synced(msgspec.Struct, frozen=True):
    """A package as it is now: whether it was fetched, and what the lock file said of it before."""

    now: Locked
    fetched: bool
    before: Locked | None


def synced(config: Config, settings: PipSettings, *, upgrade: bool, locked: bool) -> Iterator[Synced]:
    """Fetch the packages of a config, as its lock file has them; yield each, then write the lock file.

    With *upgrade* the lock file is not asked; with *locked* nothing that it lacks is fetched. Raises
    ConfigError and SourceError; the lock file and the rules of others stay as they were.
    """
    lock, made = lock_of(config), []
    for each in all_wanted(config):
        known = None if upgrade else lock.of(each.requirement)
        if known is None and locked:
            raise ConfigError(
                f"{lock_path(config).name}: found no `{cited(each.requirement)}`; --locked adds none."
            )
        folder = kept_folder(config, each)
        if known and folder.is_dir() and digest(kept_files(folder, config)) == known.rules:
            made.append(Synced(known, False, known))
        else:
            now, rules = _fetched(each, known, config, settings)
            _keep(folder, rules)
            made.append(Synced(now, True, lock.of(each.requirement)))
        yield made[-1]
    _write_lock(config, lock, [each.now for each in made])


def _fetched(
    each: Wanted, known: Locked | None, config: Config, settings: PipSettings
) -> tuple[Locked, Rules]:
    """Fetch a package. Raises SourceError where it is not what the lock file says."""
    if each.kind is Kind.GIT:
        _expect_bounds(each, each.url, config)
        commit, rules = rules_at(each, known.commit if known else "")
        now = Locked(each.requirement, each.name, digest(rules), commit=commit)
    elif each.kind is Kind.ARCHIVE:
        file, content = _archive(each, config, settings)
        rules = rules_in(file, content)
        now = Locked(each.requirement, each.name, digest(rules), file=file, archive=_hash(content))
    else:
        archive = found(each, settings, file=known.file if known else "")
        content = content_of(archive, settings)
        rules = rules_in(archive.file, content)
        now = Locked(
            each.requirement, each.name, digest(rules),
            version=str(archive.version), file=archive.file, archive=_hash(content),
        )  # fmt: skip
    if known and (now.archive, now.rules) != (known.archive, known.rules):
        reason = "it is not what the lock file says; if that is meant, --upgrade takes it as it is"
        raise SourceError(each.requirement, f"{reason}.")
    return now, rules


def _archive(each: Wanted, config: Config, settings: PipSettings) -> tuple[str, bytes]:
    """Return the name and the bytes of an archive that a config names itself."""
    parts = urlsplit(each.url)
    file = unquote(parts.path).rpartition("/")[2]
    if not file.endswith((".whl", ".zip", ".tar.gz", ".tgz")):
        raise SourceError(each.requirement, "expected an archive that ends in .whl, .zip, .tar.gz or .tgz.")
    if parts.scheme != "file":
        page = fetched(each.url, settings, most=MOST_ARCHIVE)
        if page is None:
            raise SourceError(each.requirement, "is not there.")
        return file, page.content
    path = _expect_bounds(each, each.url, config)
    try:
        with open(path, "rb") as archive:
            return file, archive.read(MOST_ARCHIVE + 1)
    except OSError as cause:
        raise SourceError(each.requirement, f"cannot be read: {cause.strerror}.") from None


def _expect_bounds(each: Wanted, url: str, config: Config) -> Path:
    """Return the path of an address of this machine. Raises ConfigError where it lies out of bounds."""
    parts = urlsplit(url)
    path = unquote(parts.path)
    if parts.scheme != "file":
        return Path(path)
    keys = ["rules-packages", each.requirement]
    if parts.netloc not in ("", "localhost"):
        raise ConfigError(f"{place(config.origin, keys)}: rules-packages: found a host in `{cited(url)}`.")
    return config.bounds().path(path, folder=config.folder, origin=config.origin, keys=keys)


def _hash(content: bytes) -> str:
    return f"sha256:{sha256(content).hexdigest()}"


def _keep(folder: Path, rules: Rules) -> None:
    """Put rules in the place of those that were there, whole or not at all. Raises ConfigError."""
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(prefix=".new-", dir=folder.parent))
        try:
            for name, content in rules.items():
                path = made / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
            made.chmod(0o755)
            if folder.is_dir():
                shutil.rmtree(folder)
            os.rename(made, folder)
        finally:
            shutil.rmtree(made, ignore_errors=True)
    except OSError as cause:
        raise ConfigError(f"{shown(folder)}: cannot be written: {cause.strerror}.") from None


def _write_lock(config: Config, before: Lock, packages: Iterable[Locked]) -> None:
    """Write the lock file, unless it says all this already. Raises ConfigError."""
    now = Lock(tuple(packages))
    path = lock_path(config)
    if now == before or not (now.packages or path.exists()):
        return
    tables = [
        "".join(
            f"{key} = {msgspec.json.encode(value).decode()}\n"
            for key, value in msgspec.to_builtins(each).items()
        )
        for each in now.packages
    ]
    text = HEAD + "".join(f"\n[[packages]]\n{table}" for table in tables)
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as cause:
        raise ConfigError(f"{shown(path)}: cannot be written: {cause.strerror}.") from None
