"""Pip's settings: which package indexes a user has, as the environment and pip's own files say it."""

from __future__ import annotations

import configparser
import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

SECTIONS = ("global", "download")
TRUE = frozenset({"1", "true", "yes", "on"})
SECONDS = 15.0


class PipSettings(msgspec.Struct, frozen=True):
    """The indexes in their order, folders or pages of archives, and how hosts are asked."""

    indexes: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    cert: str = ""
    trusted: frozenset[str] = frozenset()
    timeout: float = SECONDS


def pip_settings(environment: Mapping[str, str] = os.environ) -> PipSettings:
    """Return what the user has told pip; the environment outweighs files, of which later ones win."""
    told: dict[str, str] = {}
    for path in _files(environment):
        told |= _of_file(path)
    told |= {
        name.removeprefix("PIP_").lower().replace("_", "-"): value
        for name, value in environment.items()
        if name.startswith("PIP_") and value.strip()
    }
    indexes: tuple[str, ...] = ()
    if told.get("no-index", "").lower() not in TRUE:
        usual = (told["index-url"],) if told.get("index-url") else _usual_index()
        indexes = (*usual, *told.get("extra-index-url", "").split())
    return PipSettings(
        indexes=indexes,
        links=tuple(told.get("find-links", "").split()),
        cert=told.get("cert", ""),
        trusted=frozenset(told.get("trusted-host", "").split()),
        timeout=_seconds(told.get("timeout") or told.get("default-timeout", "")),
    )


def _usual_index() -> tuple[str, ...]:
    """Return the index that pip asks where nobody names one; none where there is no pip to tell it."""
    try:
        from pip._internal.models.index import PyPI
    except ImportError:
        return ()
    return (str(PyPI.simple_url),)


def _files(environment: Mapping[str, str]) -> Iterator[Path]:
    """Yield pip's files, the weakest first: https://pip.pypa.io/en/stable/topics/configuration/"""
    named = environment.get("PIP_CONFIG_FILE")
    if named == os.devnull:
        return
    home = Path(environment.get("HOME") or environment.get("USERPROFILE") or ".")
    if sys.platform == "win32":
        yield Path(environment.get("PROGRAMDATA", "C:/ProgramData"), "pip", "pip.ini")
        yield Path(environment.get("APPDATA", home), "pip", "pip.ini")
    else:
        for folder in reversed(environment.get("XDG_CONFIG_DIRS", "/etc/xdg").split(os.pathsep)):
            yield Path(folder, "pip", "pip.conf")
        yield Path("/etc/pip.conf")
        yield home / ".pip" / "pip.conf"
        yield Path(environment.get("XDG_CONFIG_HOME") or home / ".config", "pip", "pip.conf")
    yield Path(sys.prefix, "pip.ini" if sys.platform == "win32" else "pip.conf")
    if named:
        yield Path(named)


def _of_file(path: Path) -> dict[str, str]:
    read = configparser.RawConfigParser()
    try:
        read.read(path, encoding="utf-8")
    # Pip itself says what is wrong with its files.
    except (OSError, configparser.Error, UnicodeDecodeError):
        return {}
    return {
        key.replace("_", "-"): value
        for section in SECTIONS
        if read.has_section(section)
        for key, value in read.items(section)
    }


def _seconds(told: str) -> float:
    try:
        return max(float(told), 1.0)
    except ValueError:
        return SECONDS
