"""Growing: a word that joins the desk's accepted ones, a name that joins its register."""

from __future__ import annotations

from pathlib import Path

import msgspec

from newslint.core.errors import ConfigError
from newslint.core.paths import shown
from newslint.desk.bounds import is_plain
from newslint.desk.config import Config
from newslint.desk.registers import RegisterFile
from newslint.desk.vocabulary import COMMENT, FILES, LONGEST, entry
from newslint.rulebook.faults import cited
from newslint.rulebook.toml import contents, converted, parsed


def accept(config: Config, words: str) -> Path:
    """Add words to those that a desk accepts; return the file. Raises ConfigError where that cannot be."""
    path = _own_file(config, "accept", config.style.accept or FILES["accept"][0], suffix=".txt")
    content = _content(path)
    said = " ".join(words.split())
    if not said or len(said) > LONGEST or COMMENT in said or not said.isprintable():
        raise ConfigError(f"found `{cited(words)}`, expected a word or a phrase of one line.")
    if said not in map(entry, content.decode("utf-8-sig", "replace").splitlines()):
        _write(path, f"{_ended(content)}{said}\n")
    return path


def register(config: Config, name: str) -> Path:
    """Add a name to the register of a desk; return the file. Raises ConfigError where that cannot be."""
    if config.style.names is None:
        raise ConfigError(f'{_named(config)}: found no register; `names = "names.toml"` gives one.')
    path = _own_file(config, "names", config.style.names, suffix=".toml")
    said = " ".join(name.split())
    if not said or len(said) > LONGEST or not said.isprintable():
        raise ConfigError(f"found `{cited(name)}`, expected a name.")
    content = _content(path)
    known = converted(
        parsed(shown(path), content, error=ConfigError), RegisterFile, path=shown(path), error=ConfigError
    )
    if said in (each.name for each in known.names):
        return path
    text = f"{_ended(content)}\n[[names]]\nname = {msgspec.json.encode(said).decode()}\n"
    # Where names stand in a list, a table beside it would be another.
    parsed(shown(path), text.encode(), error=ConfigError)
    _write(path, text)
    return path


def _own_file(config: Config, key: str, name: str, *, suffix: str) -> Path:
    """Return a file of a desk that may be written. Raises ConfigError for what is no such file."""
    if not config.origin:
        raise ConfigError("there is no config yet; `newslint init` writes one.")
    path = config.bounds().path(name, folder=config.folder, origin=config.origin, keys=[key])
    if not is_plain(path, name, suffix=suffix):
        raise ConfigError(
            f"{_named(config)}: {key}: found `{cited(name)}`, expected a file `…{suffix}`, "
            "neither hidden nor a link."
        )
    return path


def _content(path: Path) -> bytes:
    try:
        return contents(path)
    except FileNotFoundError:
        return b""
    except OSError as cause:
        raise ConfigError(f"{shown(path)}: cannot be read: {cause.strerror}.") from None


def _ended(content: bytes) -> str:
    """Return what a file holds, with its last line ended. Raises ConfigError for what is not UTF-8."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as cause:
        raise ConfigError(f"byte 0x{content[cause.start]:02x} at {cause.start} is not UTF-8.") from None
    return text if not text or text.endswith("\n") else f"{text}\n"


def _write(path: Path, text: str) -> None:
    try:
        path.write_bytes(text.encode())
    except OSError as cause:
        raise ConfigError(f"{shown(path)}: cannot be written: {cause.strerror}.") from None


def _named(config: Config) -> str:
    return config.origin or "the config"
