"""Requirements: what `rules-packages` asks for: packages of an index, archives, or repositories of git."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from newslint.core.errors import ConfigError
from newslint.rulebook.faults import cited, place

if TYPE_CHECKING:
    from packaging.requirements import Requirement

GIT = "git+"
# git+https://host/desk/rules.git@v3#subdirectory=rules
OF_GIT = re.compile(
    r"git\+(?P<url>(?:https|ssh|file)://[^\s@#]*?(?:[\w.-]+@)?[^\s@#]+)"
    r"(?:@(?P<ref>[A-Za-z0-9][\w./+-]*))?(?:#subdirectory=(?P<folder>[\w][\w./-]*))?"
)
EXPECTED = (
    "expected a package, as `desk-rules==1.2`, an archive, as `desk-rules @ file:vendor/desk_rules.whl`, "
    "or `git+https://host/desk/rules.git@v3`"
)
LONGEST = 500


class Kind(StrEnum):
    """Where a package comes from."""

    INDEX = "index"
    ARCHIVE = "archive"
    GIT = "git"


class Wanted(msgspec.Struct, frozen=True):
    """A requirement as it is written, the name its rules are kept under, and what it asks for."""

    requirement: str
    name: str
    kind: Kind
    url: str = ""
    ref: str = ""
    folder: str = ""


def wanted(requirement: str, *, origin: str) -> Wanted:
    """Read a requirement of the config at *origin*. Raises ConfigError for what is none."""
    found = None
    if len(requirement) <= LONGEST:
        found = _of_git(requirement) if requirement.startswith(GIT) else _of_index(requirement)
    if found is None:
        where = place(origin, ["rules-packages", requirement])
        raise ConfigError(f"{where}: rules-packages: found `{cited(requirement)}`, {EXPECTED}.")
    return found


def specified(each: Wanted) -> Requirement:
    """Return the name and the versions of a package that is wanted of an index."""
    from packaging.requirements import Requirement

    return Requirement(each.requirement)


def _of_git(requirement: str) -> Wanted | None:
    match = OF_GIT.fullmatch(requirement)
    if match is None or _is_unsafe(match["url"]) or ".." in (match["folder"] or "").split("/"):
        return None
    parts = [part for part in match["url"].partition("://")[2].removesuffix(".git").split("/") if part]
    name = _canonical("-".join(parts[-2:] if len(parts) > 2 else parts[-1:]))
    if not name:
        return None
    return Wanted(requirement, name, Kind.GIT, match["url"], match["ref"] or "HEAD", match["folder"] or "")


def _is_unsafe(url: str) -> bool:
    """Tell an address that a program could take for an option, and one without anything in it."""
    host = url.partition("://")[2]
    return not host or host.rpartition("@")[2].startswith("-") or host.startswith("-")


def _of_index(requirement: str) -> Wanted | None:
    from packaging.requirements import InvalidRequirement, Requirement

    try:
        read = Requirement(requirement)
    except InvalidRequirement:
        return None
    if read.extras or read.marker:
        return None
    if read.url is None:
        return Wanted(requirement, _canonical(read.name), Kind.INDEX)
    if not read.url.startswith(("file:", "https://")):
        return None
    return Wanted(requirement, _canonical(read.name), Kind.ARCHIVE, read.url)


def _canonical(name: str) -> str:
    """Return a name as a folder may have it: letters, figures and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
