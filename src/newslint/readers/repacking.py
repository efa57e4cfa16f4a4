"""Repacking: a zipped file with some of its parts changed or new, and every byte of the others as it was."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping
from itertools import pairwise
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipInfo

from newslint.readers.packages import Package

# APPNOTE.TXT of PKWARE, 4.3.7, 4.3.12, 4.3.16: what stands before a part, in the list of all, at the end.
LOCAL, LISTED, END = struct.Struct("<4s5H3L2H"), struct.Struct("<4s6H3L5H2L"), struct.Struct("<4s4H2LH")
SIGNATURES = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
# The sizes of a part stand behind it, where this is set.
SIZES_BEHIND = 0x8
# What must be known to unpack a new part, and the day it is of: the first that a package can tell.
VERSION, FIRST_DAY = 20, 0x21
SIGNED = "_xmlsignatures/"
# The checksum of a part, its size as it is packed, and unpacked.
Sizes = tuple[int, int, int]


def repacked(package: Package, content: bytes, changed: Mapping[str, bytes]) -> bytes:
    """Return the *content* of a package with parts changed, those that it does not have behind the others.

    Raises SourceError for a package whose bytes are not those that are known, or that is signed.
    """
    if any(name.startswith(SIGNED) for name in package.members):
        raise package.fault("not fixed: it is signed, and the signature would not hold.")
    try:
        return _repacked(package, content, changed)
    except (struct.error, ValueError):
        raise package.fault("not fixed: its zip package is of a form that is not written.") from None


def _repacked(package: Package, content: bytes, changed: Mapping[str, bytes]) -> bytes:
    end = _end(content, package)
    start = end[6]
    members = {member.header_offset: member for member in package.archive.infolist()}
    places = sorted(members)
    # A part that stands in the list twice could be read as either.
    if not len(package.members) == len(places) == end[4]:
        raise ValueError
    parts, moves, sizes, position = list[bytes](), dict[int, int](), dict[int, Sizes](), 0
    moved = 0
    for place, following in pairwise([*places, start]):
        moves[place] = place + moved
        part = changed.get(members[place].filename)
        if part is not None:
            record, sizes[place] = _record(content, members[place], part)
            parts += [content[position:place], record]
            position = following
            moved += len(record) - (following - place)
    parts.append(content[position:start])
    new, entries = _added(
        {name: part for name, part in changed.items() if name not in package.members}, start + moved
    )
    moved += len(new)
    parts += [new, *_entries(content, start, moves, sizes), *entries]
    counts = (count + len(entries) for count in end[3:5])
    ending = END.pack(*end[:3], *counts, end[5] + sum(map(len, entries)), start + moved, end[7])
    comment = content[len(content) - end[7] :] if end[7] else b""
    return b"".join([*parts, ending, comment])


def _added(parts: Mapping[str, bytes], place: int) -> tuple[bytes, list[bytes]]:
    """Return parts as they stand in a package from a *place* on, and their entries in the list of all."""
    records, entries = b"", list[bytes]()
    for name, part in parts.items():
        packed, named = _deflated(part), name.encode()
        told = VERSION, 0, ZIP_DEFLATED, 0, FIRST_DAY, zlib.crc32(part), len(packed), len(part), len(named), 0
        entries.append(LISTED.pack(SIGNATURES[1], VERSION, *told, 0, 0, 0, 0, place + len(records)) + named)
        records += LOCAL.pack(SIGNATURES[0], *told) + named + packed
    return records, entries


def _deflated(part: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(part) + packer.flush()


def _end(content: bytes, package: Package) -> tuple[bytes, int, int, int, int, int, int, int]:
    """Return what stands at the end. Raises ValueError where something stands between, as with ZIP64."""
    at = len(content) - END.size - len(package.archive.comment)
    found: tuple[bytes, int, int, int, int, int, int, int] = END.unpack_from(content, at)
    if found[0] != SIGNATURES[2] or found[6] + found[5] != at:
        raise ValueError
    return found


def _record(content: bytes, member: ZipInfo, part: bytes) -> tuple[bytes, Sizes]:
    """Return a part as it stands in a package, and its checksum and sizes as the list has them."""
    found = LOCAL.unpack_from(content, member.header_offset)
    if found[0] != SIGNATURES[0]:
        raise ValueError
    named = member.header_offset + LOCAL.size
    names = content[named : named + found[9] + found[10]]
    packed = part
    if member.compress_type != ZIP_STORED:
        packed = _deflated(part)
    sizes = zlib.crc32(part), len(packed), len(part)
    flags = found[2] & ~SIZES_BEHIND
    header = LOCAL.pack(*found[:2], flags, *found[3:6], *sizes, *found[9:])
    return header + names + packed, sizes


def _entries(content: bytes, start: int, moves: Mapping[int, int], sizes: Mapping[int, Sizes]) -> list[bytes]:
    """Return the entries of the list of parts, with the places and sizes that have changed."""
    entries = []
    for _ in moves:
        found = LISTED.unpack_from(content, start)
        if found[0] != SIGNATURES[1] or found[16] not in moves:
            raise ValueError
        behind = start + LISTED.size
        after = behind + sum(found[10:13])
        flags = found[3] & ~SIZES_BEHIND if found[16] in sizes else found[3]
        size = sizes.get(found[16], found[7:10])
        entry = (*found[:3], flags, *found[4:7], *size, *found[10:16], moves[found[16]])
        entries += [LISTED.pack(*entry), content[behind:after]]
        start = after
    return entries
