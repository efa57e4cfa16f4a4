"""Packages: the parts of a zipped file, unpacked within limits, and their XML, read without its dangers."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Callable, Mapping
from io import BytesIO
from typing import ClassVar
from xml.parsers import expat
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

import msgspec

from newslint.plugin import Source, SourceError

# Old Word files, and new ones under a password, are "compound files".
COMPOUND = b"\xd0\xcf\x11\xe0"
ENCRYPTED = 0x1
FAULTS = (
    *(BadZipFile, NotImplementedError, RuntimeError, ValueError, LookupError, EOFError, OSError),
    *(ArithmeticError, struct.error, zlib.error),
)

# xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DECLARES = b"xmlns"
DECLARATION = re.compile(
    rb"xmlns:(?P<prefix>[A-Za-z][\w.-]*)\s*=\s*(?P<space>\"[!#-%'-;=-~]+\"|'[!-%(-;=-~]+')"
)


class Limits(msgspec.Struct, frozen=True):
    """How much a package may unfold to. Deflate goes to 1:1000; what people write stays below 1:50."""

    members: int = 20_000
    part: int = 128_000_000
    total: int = 256_000_000
    ratio: int = 250
    # Small parts may be as dense as they like.
    dense: int = 4_000_000


LIMITS = Limits()


class Package:
    """An open package. It counts what was unpacked of it so far."""

    def __init__(self, source: Source, limits: Limits = LIMITS) -> None:
        self.path = source.path
        self.limits = limits
        self.unpacked = 0
        if source.content.startswith(COMPOUND):
            raise self.fault("an old Word file, or one under a password; save it as .docx without one.")
        try:
            self.archive = ZipFile(BytesIO(source.content))
            self.members = {member.filename: member for member in self.archive.infolist()}
        except FAULTS:
            raise self.fault("no complete zip package; the file is damaged or of another kind.") from None
        if len(self.members) > limits.members:
            raise self.fault(f"more than {limits.members:,} parts in the package.")

    def part(self, name: str) -> bytes | None:
        """Unpack a part, None where there is none. Raises SourceError for one that is damaged or too big."""
        member = self.members.get(name)
        if member is None:
            return None
        if member.flag_bits & ENCRYPTED:
            raise self.fault(f"{name} is under a password; save the file without one.")
        if member.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise self.fault(f"{name} is packed in a way that is not read; expected deflate.")
        content = self._unpacked(member)
        self.unpacked += len(content)
        return content

    def needed(self, name: str) -> bytes:
        """Unpack a part that must be there."""
        content = self.part(name)
        if content is None:
            raise self.fault(f"no {name} in the package; the file is damaged or of another kind.")
        return content

    def fault(self, reason: str) -> SourceError:
        """Return the error for this package."""
        return SourceError(self.path, reason)

    def _unpacked(self, member: ZipInfo) -> bytes:
        limits = self.limits
        most = min(limits.part, limits.total - self.unpacked)
        most = min(most, max(limits.dense, member.compress_size * limits.ratio))
        try:
            # One byte more than is allowed tells enough; what the package says of its sizes may be a lie.
            with self.archive.open(member) as part:
                content = part.read(most + 1)
        except FAULTS:
            raise self.fault(f"{member.filename} is damaged and cannot be unpacked.") from None
        if len(content) > most:
            raise self.fault(f"{member.filename} unfolds to more than {most:,} bytes.")
        return content


class Elements:
    """Reads a part element by element. Its methods `start_NAME` and `end_NAME` are called for *names*.

    Nothing recurses, so that deep nesting costs memory and no more.
    """

    # The local name by the full one, as in {"http://… p": "p"}.
    names: ClassVar[Mapping[str, str]] = {}
    parser: expat.XMLParserType

    def __init__(self) -> None:
        self.spelling = Spelling()
        self.starts = self._methods("start_")
        self.ends = self._methods("end_")

    def read(self, package: Package, part: str, content: bytes) -> None:
        """Read the part. Raises SourceError for one that is no XML, or has a DTD."""

        def refuse(*_: object) -> None:
            raise package.fault(f"{part} has a document type, which is not read.")

        self.spelling = Spelling(prefixes(content))
        self.parser = parser = expat.ParserCreate(namespace_separator=self.spelling.separator)
        parser.buffer_text = True
        # Without a DTD there are no entities that could grow, or fetch anything.
        parser.StartDoctypeDeclHandler = refuse
        self._call_methods()
        try:
            parser.Parse(content, True)
        except expat.ExpatError as cause:
            fault = expat.ErrorString(cause.code)
            raise package.fault(f"{part}, line {cause.lineno}: not well-formed XML: {fault}.") from None
        # A declared encoding that Python does not know, or that is none of letters.
        except (LookupError, ValueError):
            raise package.fault(f"{part}: in an encoding that is not read.") from None

    def attribute(self, attributes: Mapping[str, str], name: str, default: str = "") -> str:
        """Return what an attribute says that has this full name."""
        return attributes.get(self.spelling[name], default)

    def _call_methods(self) -> None:
        starts = {self.spelling[name]: method for name, method in self.starts.items()}
        ends = {self.spelling[name]: method for name, method in self.ends.items()}

        def start(name: str, attributes: dict[str, str]) -> None:
            if handler := starts.get(name):
                handler(attributes)

        def end(name: str) -> None:
            if handler := ends.get(name):
                handler()

        self.parser.StartElementHandler = start
        self.parser.EndElementHandler = end

    def _methods(self, prefix: str) -> dict[str, Callable[..., None]]:
        return {
            full: getattr(self, prefix + local)
            for full, local in self.names.items()
            if hasattr(self, prefix + local)
        }


class Spelling(dict[str, str]):
    """How a part writes full names: with its prefixes, or spelled out by its parser where those change."""

    def __init__(self, prefixes: Mapping[str, str] | None = None) -> None:
        super().__init__()
        self.prefixes = prefixes
        self.separator = " " if prefixes is None else None

    def __missing__(self, name: str) -> str:
        space, _, local = name.rpartition(" ")
        if self.prefixes is not None and space in self.prefixes:
            self[name] = f"{self.prefixes[space]}:{local}"
        else:
            self[name] = name
        return self[name]


def prefixes(content: bytes) -> Mapping[str, str] | None:
    """Return the prefixes of a part by what they stand for, None where one stands for several, or is none.

    Names are read in a third less time as they are written than as a parser spells them out.
    """
    found: dict[str, str] = {}
    place = content.find(DECLARES)
    while place >= 0:
        declaration = DECLARATION.match(content, place)
        if declaration is None:
            return None
        prefix, space = declaration["prefix"].decode(), declaration["space"][1:-1].decode()
        if found.setdefault(prefix, space) != space:
            return None
        place = content.find(DECLARES, declaration.end())
    by_space = {space: prefix for prefix, space in found.items()}
    return by_space if len(by_space) == len(found) > 0 else None
