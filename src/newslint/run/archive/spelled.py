"""Spelled: the spellings of an archive as conflicts are looked for in them, in the ledger and not in memory.

Pairs are found by the keys that near words share, as everywhere; keys, pairs and the subjects of stories are
tables, and what is in memory at a time is the uses of some spellings that are seldom.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import islice

from newslint.run.archive.ledger import PLACE
from newslint.run.archive.uses import Uses
from newslint.text.names.spellings.derivations import derived
from newslint.text.names.spellings.likeness import MOST_ALIKE, SHORTEST, alike, likeness_keys
from newslint.text.names.spellings.name_facts import NameFact
from newslint.text.names.spellings.spellings_across import MOST, Spread, bare, is_comparable

# Spellings and stories that are looked at again and again.
REMEMBERED = 256
STORIES_REMEMBERED, WORDS_REMEMBERED = 5_000, 2_000
# Uses that are remembered for the next pair their spelling is in; of one with more none is.
MOST_USES = 5_000
INDEXES = """
CREATE INDEX IF NOT EXISTS facts_spelling ON facts (spelling, story);
CREATE INDEX IF NOT EXISTS facts_word ON facts (word, story) WHERE telling > 0;
CREATE INDEX IF NOT EXISTS stories_path ON stories (path);
"""
# In the order of the paths, as whatever a comparison says first it says of the first path.
WORDS = """
CREATE TEMP TABLE words (spelling TEXT PRIMARY KEY, word TEXT) WITHOUT ROWID;
INSERT INTO words SELECT spelling, min(word) FROM facts GROUP BY spelling HAVING min(word) = max(word);
"""
CONTESTED = """
INSERT OR IGNORE INTO words SELECT spelling, word FROM facts JOIN stories ON stories.id = story
WHERE spelling NOT IN (SELECT spelling FROM words) ORDER BY path, at
"""
TELLING = f"""
CREATE TEMP TABLE telling (word TEXT PRIMARY KEY) WITHOUT ROWID;
INSERT INTO telling SELECT word FROM facts WHERE telling > 0 GROUP BY word
HAVING count(DISTINCT story) BETWEEN 2 AND {MOST};
"""
SHARING = "SELECT DISTINCT path FROM facts JOIN stories ON stories.id = story WHERE word = ? AND telling > 0"
PAIRS = """
CREATE TEMP TABLE homes (word TEXT, spelling TEXT, PRIMARY KEY (word, spelling)) WITHOUT ROWID;
CREATE TEMP TABLE keys (key TEXT, word TEXT);
CREATE TEMP TABLE near (one TEXT, other TEXT, PRIMARY KEY (one, other)) WITHOUT ROWID;
CREATE TEMP TABLE pairs (one TEXT, other TEXT, PRIMARY KEY (one, other)) WITHOUT ROWID;
"""
ATLAS = f"SELECT DISTINCT word FROM facts WHERE telling = {PLACE}"


class SpelledInLedger:
    """The spellings of the stories in a ledger, which does not change meanwhile."""

    def __init__(self, opened: sqlite3.Connection) -> None:
        self.opened = opened
        opened.executescript(f"{INDEXES} {WORDS} {TELLING} {PAIRS}")
        opened.execute("BEGIN")
        opened.execute(CONTESTED)
        self.places = {word for (word,) in opened.execute(ATLAS)}
        self._find_pairs()
        opened.execute("COMMIT")
        self.spread = lru_cache(REMEMBERED)(self._spread)
        self.sharing = lru_cache(WORDS_REMEMBERED)(self._sharing)
        self.telling = lru_cache(STORIES_REMEMBERED)(self._telling)
        self.recent: dict[str, Mapping[str, NameFact]] = {}

    def pairs(self) -> Iterable[tuple[str, str]]:
        """Return the spellings that may be one name's, pair by pair in order."""
        return self.opened.execute("SELECT one, other FROM pairs ORDER BY one, other")

    def word(self, spelling: str) -> str:
        """Return the plain word of a spelling."""
        query = "SELECT word FROM words WHERE spelling = ?"
        return str(self.opened.execute(query, (spelling,)).fetchone()[0])

    def uses(self, spelling: str) -> Mapping[str, NameFact]:
        """Return the first use of a spelling in each of its stories, in the order of their paths."""
        if spelling not in self.recent:
            if sum(map(len, self.recent.values())) > MOST_USES or len(self.recent) > REMEMBERED:
                self.recent.clear()
            uses = Uses(self.opened, spelling)
            found = dict(islice(uses.items(), MOST_USES + 1))
            if len(found) > MOST_USES:
                return uses
            self.recent[spelling] = found
        return self.recent[spelling]

    def near(self, path: str, others: Collection[str]) -> Iterator[tuple[str, set[str]]]:
        """Yield those of *others* that share telling names with a story, in order, and the names."""
        own = self.telling(path)
        near: set[str] = set()
        for word in own:
            near |= self.sharing(word)
        # Of a usual spelling the others are many.
        for other in sorted(found for found in near if found in others):
            yield other, set(own & self.telling(other))

    def day(self, path: str) -> str:
        """Return the day of a story, or nothing."""
        row = self.opened.execute("SELECT date FROM stories WHERE path = ?", (path,)).fetchone()
        return str(row[0]) if row else ""

    def _spread(self, spelling: str) -> Spread:
        return Spread.of(self.uses(spelling).values())

    def _sharing(self, word: str) -> frozenset[str]:
        return frozenset(path for (path,) in self.opened.execute(SHARING, (word,)))

    def _telling(self, path: str) -> frozenset[str]:
        query = (
            "SELECT DISTINCT word FROM stories CROSS JOIN facts ON facts.story = stories.id "
            "WHERE path = ? AND telling > 0 AND word IN (SELECT word FROM telling)"
        )
        return frozenset(word for (word,) in self.opened.execute(query, (path,)))

    def _find_pairs(self) -> None:
        for first, second in self._near():
            homes = [self._homes(word) for word in (first, second)]
            self._pair((one, other) for one in homes[0] for other in homes[1])
        self._pair(self._marked())

    def _pair(self, pairs: Iterable[tuple[str, str]]) -> None:
        self.opened.executemany("INSERT OR IGNORE INTO pairs VALUES (?, ?)", pairs)

    def _homes(self, word: str) -> list[str]:
        query = "SELECT spelling FROM homes WHERE word = ?"
        return [spelling for (spelling,) in self.opened.execute(query, (word,))]

    def _near(self) -> Iterator[tuple[str, str]]:
        """Yield the pairs of plain words a slip apart, which no ending tells apart."""
        opened = self.opened
        opened.create_function("comparable", 2, is_comparable, deterministic=True)
        opened.execute("INSERT INTO homes SELECT word, spelling FROM words WHERE comparable(spelling, word)")
        words = opened.execute("SELECT DISTINCT word FROM homes WHERE length(word) >= ?", (SHORTEST,))
        opened.executemany(
            "INSERT INTO keys VALUES (?, ?)",
            ((key, word) for (word,) in words for key in likeness_keys(word)),
        )
        opened.executemany("INSERT OR IGNORE INTO near VALUES (?, ?)", self._alike())
        opened.execute("DROP TABLE keys")
        for first, second in opened.execute("SELECT one, other FROM near"):
            if not derived(first, second):
                yield first, second

    def _alike(self) -> Iterator[tuple[str, str]]:
        # The database sorts, on disk where there is much; equal keys come one after the other.
        for group in _groups(self.opened.execute("SELECT key, word FROM keys ORDER BY key, word")):
            if 1 < len(group) <= MOST_ALIKE:
                for at, first in enumerate(group):
                    yield from ((first, second) for second in group[at + 1 :] if alike(first, second))

    def _marked(self) -> Iterator[tuple[str, str]]:
        """Yield the pairs of spellings that differ in accents, hyphens or spaces."""
        self.opened.create_function("bare", 1, bare, deterministic=True)
        query = "SELECT bare(word), spelling FROM words ORDER BY 1, 2"
        for group in _groups(self.opened.execute(query)):
            for at, one in enumerate(group):
                yield from ((one, other) for other in group[at + 1 :])


def _groups(rows: Iterable[tuple[str, str]]) -> Iterator[list[str]]:
    """Yield the second of rows whose first is the same and which follow each other."""
    group: list[str] = []
    before = ""
    for first, second in rows:
        if first != before and group:
            yield group
            group = []
        before = first
        group.append(second)
    if group:
        yield group
