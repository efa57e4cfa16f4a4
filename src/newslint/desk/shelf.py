"""A shelf: many pieces in one file of the cache folder, read one by one when they are wanted.

    the size of the index · the index, in msgpack: where each piece stands, and its size · the pieces

A run wants few of the programs and lists that are kept, and what it does not want takes no memory.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import accumulate
from typing import BinaryIO

import msgspec

NUMBER = 8
# Windows replaces no file that is open.
HELD = hasattr(os, "pread")


class Shelf(Mapping[str, bytes]):
    """The pieces that follow in a file, by name. It stays open, as another run may replace it.

    Raises msgspec.DecodeError and ValueError for what is no shelf.
    """

    def __init__(self, file: BinaryIO) -> None:
        size = int(file.read(NUMBER), 16)
        self._index = msgspec.msgpack.decode(file.read(size), type=dict[str, tuple[int, int]])
        self._before = file.tell()
        self._descriptor = os.dup(file.fileno()) if HELD else -1
        self._all = b"" if HELD else file.read()

    def __getitem__(self, name: str) -> bytes:
        start, size = self._index[name]
        if self._descriptor < 0:
            return self._all[start : start + size]
        return os.pread(self._descriptor, size, self._before + start)

    def __iter__(self) -> Iterator[str]:
        return iter(self._index)

    def __len__(self) -> int:
        return len(self._index)

    def __del__(self, close: Callable[[int], None] = os.close) -> None:
        # At the end of a process the module may be gone before; a file that is no shelf was never held.
        if self.__dict__.get("_descriptor", -1) >= 0:
            close(self._descriptor)


class Drawer(Mapping[str, bytes]):
    """The pieces of a shelf whose names open alike, by the rest of their names."""

    def __init__(self, shelf: Mapping[str, bytes], opening: str) -> None:
        self._shelf = shelf
        self._names = {name.removeprefix(opening): name for name in shelf if name.startswith(opening)}

    def __getitem__(self, name: str) -> bytes:
        return self._shelf[self._names[name]]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


def laid_out(pieces: Mapping[str, bytes]) -> Iterable[bytes]:
    """Return the parts of the file for some pieces."""
    contents = tuple(pieces.values())
    sizes = tuple(map(len, contents))
    index = dict(zip(pieces, zip(accumulate(sizes, initial=0), sizes, strict=False), strict=True))
    packed = msgspec.msgpack.encode(index)
    return (f"{len(packed):0{NUMBER}x}".encode(), packed, *contents)
