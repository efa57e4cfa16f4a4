"""The package index: which archives of a package there are, and the one that is wanted (PEP 503, PEP 691)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import msgspec
from packaging.utils import (
    InvalidSdistFilename,
    InvalidWheelFilename,
    canonicalize_name,
    parse_sdist_filename,
    parse_wheel_filename,
)
from packaging.version import Version

from newslint.core.errors import SourceError
from newslint.desk.requirements import Wanted, specified
from newslint.fetching.archives import MOST_ARCHIVE
from newslint.fetching.pip_settings import PipSettings
from newslint.fetching.web import JSON, Page, bare, fetched
from newslint.rulebook.faults import cited

MOST_PAGE = 20_000_000
HASH = re.compile(r"sha256=([0-9a-f]{64})")


class Archive(msgspec.Struct, frozen=True):
    """An archive of a package: what it is called, where it is, its version, and its hash if that is told."""

    file: str
    url: str
    version: Version
    is_wheel: bool
    hash: str = ""
    yanked: bool = False


def found(wanted: Wanted, settings: PipSettings, *, file: str = "") -> Archive:
    """Return the newest archive that answers a requirement, or the one that is called *file*.

    Raises SourceError where there is none.
    """
    requirement = specified(wanted)
    name = canonicalize_name(requirement.name)
    known = [*_of_indexes(name, settings), *_of_links(name, settings)]
    if file:
        named = [each for each in known if each.file == file]
        if not named:
            raise SourceError(wanted.requirement, f"{cited(file)} of the lock file is in no index any more.")
        return named[0]
    pinned = any(each.operator in ("==", "===") for each in requirement.specifier)
    fit = [each for each in known if pinned or not each.yanked]
    versions = list(requirement.specifier.filter({each.version for each in fit}))
    if not versions:
        there = ", ".join(str(each) for each in sorted({each.version for each in known}, reverse=True)[:5])
        told = f"expected one of {there}" if there else "found no such package in the indexes of pip"
        raise SourceError(wanted.requirement, f"{told}.")
    newest = [each for each in fit if each.version == max(versions)]
    return min(newest, key=lambda each: (not each.is_wheel, each.file))


def content_of(archive: Archive, settings: PipSettings) -> bytes:
    """Return the bytes of an archive. Raises SourceError where they are not those that the index tells of."""
    page = fetched(archive.url, settings, most=MOST_ARCHIVE)
    if page is None:
        raise SourceError(archive.file, f"is not at {bare(archive.url)} any more.")
    if archive.hash and sha256(page.content).hexdigest() != archive.hash:
        raise SourceError(archive.file, "is not what its index says: its hash is another.")
    return page.content


def _of_indexes(name: str, settings: PipSettings) -> Iterator[Archive]:
    for index in settings.indexes:
        url = index if index.startswith(("http:", "https:", "file:")) else Path(index).absolute().as_uri()
        page = fetched(f"{url.rstrip('/')}/{name}/", settings, most=MOST_PAGE)
        if page is not None:
            yield from _of_page(page, name, secure=not url.startswith("file:"))


def _of_links(name: str, settings: PipSettings) -> Iterator[Archive]:
    """Yield the archives in folders and on pages that `find-links` names."""
    for link in settings.links:
        path = Path(unquote(urlsplit(link).path)) if link.startswith("file:") else Path(link)
        if path.is_dir():
            for file in sorted(path.iterdir()):
                yield from _archive(file.name, file.absolute().as_uri(), name)
        elif link.startswith(("http:", "https:")) and (page := fetched(link, settings, most=MOST_PAGE)):
            yield from _of_page(page, name, secure=True)


def _of_page(page: Page, name: str, *, secure: bool) -> Iterator[Archive]:
    for url, file, hashed, yanked in _links(page):
        where = urljoin(page.url, url)
        # A page of the web has no say about files of this machine.
        if not (secure and where.startswith("file:")):
            yield from _archive(file, where, name, hashed=hashed, yanked=yanked)


def _links(page: Page) -> Iterator[tuple[str, str, str, bool]]:
    """Yield address, file, hash and withdrawal of the archives on a page."""
    if page.kind == JSON:
        try:
            listed = msgspec.json.decode(page.content, type=_Listing)
        except msgspec.DecodeError as cause:
            raise SourceError(bare(page.url), f"is no page of an index: {cause}.") from None
        for each in listed.files:
            yield each.url, each.filename, each.hashes.get("sha256", ""), bool(each.yanked)
        return
    anchors = _Anchors()
    anchors.feed(page.content.decode("utf-8", "replace"))
    for href, yanked in anchors.found:
        url, fragment = urldefrag(href)
        hashed = HASH.search(fragment)
        yield url, unquote(urlsplit(url).path.rpartition("/")[2]), hashed[1] if hashed else "", yanked


def _archive(file: str, url: str, name: str, *, hashed: str = "", yanked: bool = False) -> Iterator[Archive]:
    """Yield an archive if it is one of the package's that holds for every machine."""
    try:
        if file.endswith(".whl"):
            package, version, _, tags = parse_wheel_filename(file)
            fits = any(tag.abi == "none" and tag.platform == "any" for tag in tags)
        else:
            package, version = parse_sdist_filename(file)
            fits = True
    except (InvalidWheelFilename, InvalidSdistFilename):
        return
    if package == name and fits:
        yield Archive(file, url, version, file.endswith(".whl"), hashed, yanked)


class _File(msgspec.Struct, frozen=True):
    filename: str
    url: str
    hashes: dict[str, str] = {}
    yanked: bool | str = False


class _Listing(msgspec.Struct, frozen=True):
    files: tuple[_File, ...] = ()


class _Anchors(HTMLParser):
    """Gathers the links of a page, and which of them are withdrawn."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take a link."""
        known = dict(attrs)
        if tag == "a" and (href := known.get("href")):
            self.found.append((href, "data-yanked" in known))
