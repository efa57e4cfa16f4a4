"""Uses: the first use of a spelling in each of its stories, asked of the ledger and not held in memory."""

from __future__ import annotations

import sqlite3
from collections.abc import ItemsView, Iterator, Mapping, ValuesView

import msgspec

from newslint.text.names.spellings.name_facts import NameFact

ROWS = """
SELECT path, fact FROM facts JOIN stories ON stories.id = story WHERE spelling = ? ORDER BY path, at
"""
ROW = """
SELECT fact FROM stories CROSS JOIN facts ON facts.story = stories.id
WHERE path = ? AND spelling = ? ORDER BY at LIMIT 1
"""
COUNT = "SELECT count(DISTINCT path) FROM facts JOIN stories ON stories.id = story WHERE spelling = ?"


class Uses(Mapping[str, NameFact]):
    """The uses of a spelling by the paths of stories, in their order."""

    def __init__(self, opened: sqlite3.Connection, spelling: str) -> None:
        self.opened, self.spelling = opened, spelling
        self.facts = msgspec.msgpack.Decoder(NameFact)

    def __getitem__(self, path: str) -> NameFact:
        row = self.opened.execute(ROW, (path, self.spelling)).fetchone()
        if row is None:
            raise KeyError(path)
        return self.facts.decode(row[0])

    def __iter__(self) -> Iterator[str]:
        return (path for path, _ in self.items())

    def __len__(self) -> int:
        return int(self.opened.execute(COUNT, (self.spelling,)).fetchone()[0])

    def items(self) -> ItemsView[str, NameFact]:
        """Return paths and uses, which are gone through in one pass."""
        return _Items(self)

    def values(self) -> ValuesView[NameFact]:
        """Return the uses, which are gone through in one pass."""
        return _Values(self)

    def rows(self) -> Iterator[tuple[str, NameFact]]:
        """Yield the first use in each story."""
        before = None
        for path, fact in self.opened.execute(ROWS, (self.spelling,)):
            if path != before:
                yield path, self.facts.decode(fact)
            before = path


class _Items(ItemsView[str, NameFact]):
    _mapping: Uses

    def __iter__(self) -> Iterator[tuple[str, NameFact]]:
        return self._mapping.rows()


class _Values(ValuesView[NameFact]):
    _mapping: Uses

    def __iter__(self) -> Iterator[NameFact]:
        return (fact for _, fact in self._mapping.rows())
