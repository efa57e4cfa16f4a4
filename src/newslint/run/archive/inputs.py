"""Inputs: the paths that an archive is named by → items, one after the other, however many there are.

A tar or zip holds members, a JSON Lines or Parquet file rows; whatever else a reader knows is a file.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Set
from pathlib import Path

import msgspec

from newslint.core.errors import SourceError
from newslint.core.paths import in_text, shown
from newslint.desk.bounds import REMEDY, bounds
from newslint.desk.desk import Desk
from newslint.desk.ignored import Ignored
from newslint.desk.walk import walk
from newslint.run.archive.items import S3, Item
from newslint.run.archive.ledger import FILE
from newslint.run.archive.packed import PACKED, Columns, NoTextError, packed
from newslint.run.archive.tables import TABLES

TABLES_OF_ARCHIVE = {f"{name}.parquet" for name in TABLES}


def items(desk: Desk, paths: Iterable[str], columns: Columns) -> Iterator[Item]:
    """Yield everything that *paths* name, in order; what cannot be read is an item with a fault.

    What is named twice, by itself or with its folder, is met where it is named first.
    """
    return map(_in_text, _found(desk, paths, columns))


def _found(desk: Desk, paths: Iterable[str], columns: Columns) -> Iterator[Item]:
    ignored = Ignored(desk.configs)
    before: set[Path] = set()
    for name in dict.fromkeys(paths):
        if name.startswith(S3):
            from newslint.run.archive.buckets import objects

            yield from objects(name, desk)
            continue
        for path in _files(desk, Path(name), ignored):
            if isinstance(path, SourceError):
                yield Item(path.path, path.path, fault=path.reason)
            elif not _is_among(path, before):
                yield from _of_file(desk, path, Path(name), columns)
        before.add(Path(os.path.abspath(name)))


def _in_text(item: Item) -> Item:
    """Give an item names that tables can hold: old disks and packages name files in other encodings."""
    names = (item.name, item.path, item.folder, item.fault)
    if all(map(str.isascii, names)):
        return item
    name, path, folder, fault = map(in_text, names)
    return msgspec.structs.replace(item, name=name, path=path, folder=folder, fault=fault)


def _files(desk: Desk, named: Path, ignored: Ignored) -> Iterator[Path | SourceError]:
    if not named.is_dir():
        yield named if named.exists() else SourceError(shown(named), "no such file or folder.")
        return
    for path in walk(named, lambda each: desk.knows(each) or is_packed(each), ignored):
        if not isinstance(path, SourceError) and _is_of_archive(path):
            continue
        if isinstance(path, SourceError) or not os.path.islink(path):
            yield path
        # One that leads to another story of the archive is met where that lies.
        elif not bounds(named, desk.options.allowed).admit(path):
            yield SourceError(shown(path), f"leads outside the repository; {REMEDY}.")
        elif named.resolve() not in path.resolve().parents:
            yield path


def _is_among(path: Path, named: Set[Path]) -> bool:
    """Tell whether a file lies below one of the paths that are *named*, or is one of them."""
    whole = Path(os.path.abspath(path)) if named else path
    return not named.isdisjoint((whole, *whole.parents))


def _is_of_archive(path: Path) -> bool:
    """Tell a part of a table that an archive was written to: --out may lie among the stories."""
    table = path.parent
    return table.name in TABLES_OF_ARCHIVE and (table.parent / FILE).exists()


def is_packed(path: Path) -> bool:
    """Tell by its name a file that holds items."""
    return path.name.lower().endswith(PACKED)


def _of_file(desk: Desk, path: Path, named: Path, columns: Columns) -> Iterator[Item]:
    between = path.parts[len(named.parts) : -1]
    item = Item(shown(path), str(path), folder=between[0] if between else "")
    if not is_packed(path):
        if path == named or desk.wants(path):
            yield item
        return
    try:
        yield from packed(desk, item, columns)
    except SourceError as cause:
        # Below a folder, tables of other things are passed over, as files are that no reader knows.
        if isinstance(cause, NoTextError) and path != named:
            return
        yield msgspec.structs.replace(item, fault=cause.reason)
