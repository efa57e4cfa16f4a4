"""The ledger: what is known of each item of an archive, in one SQLite file beside its results.

It is written in whole transactions, so a run that is killed at any instant leaves what it had done, and
the next goes on from there.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from newslint.core.errors import NewslintError
from newslint.desk.contents import told
from newslint.run.archive.about import About
from newslint.run.archive.items import Item
from newslint.run.archive.work import ABOUT
from newslint.run.story import Story
from newslint.text.names.spellings.spellings_across import key, telling_words
from newslint.text.names.spellings.told_facts import facts_of

FILE = "ledger.sqlite"
# "nwsa", by which the file is known to be ours, and the layout of its tables.
OURS, LAYOUT = 0x6E777361, 1
# Memory for pages and for a sort, in KiB: while stories are kept, and while they are compared and written.
PAGES, FEW_PAGES = 24_000, 8_000
TABLES = """
CREATE TABLE items (id INTEGER PRIMARY KEY, name TEXT UNIQUE, key BLOB, item BLOB, stories BLOB);
CREATE TABLE stories (id INTEGER PRIMARY KEY, item INTEGER, path TEXT, date TEXT, desk TEXT);
CREATE INDEX stories_item ON stories (item);
CREATE TABLE facts (story INTEGER, at INTEGER, spelling TEXT, word TEXT, telling INTEGER, fact BLOB,
    PRIMARY KEY (story, at)) WITHOUT ROWID;
CREATE TABLE mentions (story INTEGER, at INTEGER, kind TEXT, plain TEXT, name TEXT, title TEXT,
    spellings BLOB, beside TEXT, PRIMARY KEY (story, at)) WITHOUT ROWID;
CREATE TABLE compared (path TEXT PRIMARY KEY, key BLOB, findings BLOB) WITHOUT ROWID;
CREATE TABLE told (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
"""
MARKS = f"PRAGMA application_id = {OURS}; PRAGMA user_version = {LAYOUT};"
UNKNOWN = "wanted LEFT JOIN items USING (name) WHERE items.key IS NOT wanted.key"
WANTED = """
CREATE TEMP TABLE wanted (name TEXT PRIMARY KEY, key BLOB, item BLOB, number INTEGER) WITHOUT ROWID
"""
MOVED = """
UPDATE items SET item = wanted.item FROM wanted WHERE items.name = wanted.name AND items.item != wanted.item
"""
# How a word tells the subject of its story: as a place that every atlas has, or as any other name.
NAME, PLACE = 1, 2


class Ledger:
    """What is known of the items of an archive. One run at a time writes it. Raises NewslintError.

    *spelled* are the rules whose facts are spellings, which have a table of their own.
    """

    def __init__(self, folder: Path, plain: Callable[[str], str], spelled: frozenset[str]) -> None:
        self.path, self.plain, self.spelled = folder / FILE, plain, spelled
        self.decoder = msgspec.msgpack.Decoder(tuple[Story, ...])
        self.abouts = msgspec.msgpack.Decoder(About)
        # Whether some items of one file have one name.
        self.doubled = False
        with self.answered():
            folder.mkdir(parents=True, exist_ok=True)
            self.opened = sqlite3.connect(self.path, timeout=1.0, isolation_level=None)
            for pragma in (f"cache_size = -{PAGES}", "locking_mode = EXCLUSIVE", "journal_mode = WAL",
                           "synchronous = NORMAL", "temp_store = FILE"):  # fmt: skip
                self.opened.execute(f"PRAGMA {pragma}")
            self._lay_out()

    def _lay_out(self) -> None:
        found = [
            self.opened.execute(f"PRAGMA {each}").fetchone()[0] for each in ("application_id", "user_version")
        ]
        if found != [OURS, LAYOUT]:
            if self.opened.execute("SELECT 1 FROM sqlite_schema").fetchone():
                raise sqlite3.DatabaseError("it is not this newslint's")
            self.opened.executescript(f"BEGIN IMMEDIATE; {TABLES} {MARKS} COMMIT;")
        self.opened.execute(WANTED)

    @contextmanager
    def answered(self) -> Iterator[None]:
        """Say what is wrong with the file: another run is at it, the disk is full, it is damaged."""
        try:
            yield
        except sqlite3.OperationalError as cause:
            reason = "another run is at work on it" if "locked" in str(cause) else str(cause)
            raise NewslintError(f"{self.path}: {reason}; what is done so far is kept.") from None
        except sqlite3.DatabaseError as cause:
            raise NewslintError(f"{self.path}: {cause}; without it, the archive is read afresh.") from None
        except OSError as cause:
            raise NewslintError(f"{self.path.parent}: {told(cause)}; what is done so far is kept.") from None

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Do all of something or nothing."""
        with self.answered():
            self.opened.execute("BEGIN IMMEDIATE")
            try:
                yield self.opened
            except BaseException:
                if self.opened.in_transaction:
                    self.opened.execute("ROLLBACK")
                raise
            self.opened.execute("COMMIT")

    def close(self) -> None:
        """Let go of the file."""
        with self.answered():
            self.opened.close()

    def make_room(self) -> None:
        """Hold few pages from here on, as is enough for whoever reads and does not write."""
        self.opened.execute(f"PRAGMA cache_size = -{FEW_PAGES}")
        self.opened.execute("PRAGMA shrink_memory")

    def told(self, name: str) -> str:
        """Return what was noted under a name, or nothing."""
        row = self.opened.execute("SELECT value FROM told WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row else ""

    def tell(self, name: str, value: str) -> None:
        """Note something under a name."""
        with self.transaction() as opened:
            opened.execute("INSERT OR REPLACE INTO told VALUES (?, ?)", (name, value))

    def want(self, items: Iterable[Item], key: Callable[[Item], bytes]) -> None:
        """Note which items there are, and by which keys they are known as they are now."""
        with self.transaction() as opened:
            for item in items:
                if not _is_added(opened, item, key) and item.number and self._number(item) != item.number:
                    self.doubled = True
                    _is_added(opened, item.numbered, key)

    def named(self, item: Item) -> Item:
        """Return an item that was wanted by the name it has here; one name in a file is that of the first."""
        is_other = self.doubled and self._number(item) != item.number
        return item.numbered if is_other else item

    def _number(self, item: Item) -> int:
        row = self.opened.execute("SELECT number FROM wanted WHERE name = ?", (item.name,)).fetchone()
        return int(row[0]) if row else item.number

    def note_moved(self) -> None:
        """Note where the items are that stand elsewhere in their files than before, with the same bytes."""
        with self.transaction() as opened:
            if opened.execute(MOVED).rowcount:
                opened.execute("DELETE FROM told WHERE name = 'exported'")

    def count(self, query: str) -> int:
        """Return the one number that a query asks for."""
        with self.answered():
            (found,) = self.opened.execute(query).fetchone()
        return int(found)

    def unknown(self) -> int:
        """Count the items that are to be linted."""
        return self.count(f"SELECT count(*) FROM {UNKNOWN}")

    def key_if_unknown(self, name: str) -> bytes | None:
        """Return the key of an item that is to be linted."""
        row = self.opened.execute(f"SELECT wanted.key FROM {UNKNOWN} AND name = ?", (name,)).fetchone()
        return row[0] if row else None

    def forget_unwanted(self) -> int:
        """Forget the items that are no longer there; return how many."""
        with self.transaction() as opened:
            gone = opened.execute(
                "SELECT id FROM items WHERE name NOT IN (SELECT name FROM wanted)"
            ).fetchall()
            for (number,) in gone:
                self._forget(opened, number)
        return len(gone)

    def keep(self, rows: Iterable[tuple[Item, bytes, bytes]]) -> None:
        """Keep what linting some items gave, in the place of what it gave before."""
        with self.transaction() as opened:
            opened.execute("DELETE FROM told WHERE name = 'exported'")
            for item, known, packed in rows:
                row = opened.execute("SELECT id FROM items WHERE name = ?", (item.name,)).fetchone()
                if row:
                    self._forget(opened, row[0])
                self._keep(opened, item, known, self.decoder.decode(packed))

    def _forget(self, opened: sqlite3.Connection, number: int) -> None:
        opened.execute("DELETE FROM told WHERE name = 'exported'")
        for (story,) in opened.execute("SELECT id FROM stories WHERE item = ?", (number,)).fetchall():
            opened.execute("DELETE FROM facts WHERE story = ?", (story,))
            opened.execute("DELETE FROM mentions WHERE story = ?", (story,))
        opened.execute("DELETE FROM stories WHERE item = ?", (number,))
        opened.execute("DELETE FROM items WHERE id = ?", (number,))

    def _keep(self, opened: sqlite3.Connection, item: Item, known: bytes, stories: tuple[Story, ...]) -> None:
        row = (item.name, known, msgspec.msgpack.encode(item.bare))
        number = opened.execute("INSERT INTO items (name, key, item) VALUES (?, ?, ?)", row).lastrowid
        slim = []
        for story in stories:
            about = self._about(story)
            place = (number, story.file.path, about.date, story.desk)
            place_of = "INSERT INTO stories (item, path, date, desk) VALUES (?, ?, ?, ?)"
            identity = opened.execute(place_of, place).lastrowid
            facts = {name: told for name, told in story.facts.items() if name not in self.spelled}
            # All rules that compare spellings are told the same.
            for name in sorted(self.spelled & story.facts.keys())[:1]:
                rows = _facts(identity, msgspec.convert(story.facts[name], bytes))
                opened.executemany("INSERT INTO facts VALUES (?, ?, ?, ?, ?, ?)", rows)
            opened.executemany(
                "INSERT INTO mentions VALUES (?, ?, ?, ?, ?, ?, ?, ?)", self._mentions(identity, about)
            )
            # Names have a table of their own.
            left = msgspec.msgpack.encode(msgspec.structs.replace(about, names=()))
            slim.append(msgspec.structs.replace(story, facts=facts, shown={ABOUT: left}))
        opened.execute("UPDATE items SET stories = ? WHERE id = ?", (msgspec.msgpack.encode(slim), number))

    def _about(self, story: Story) -> About:
        told = story.shown.get(ABOUT)
        return self.abouts.decode(told) if isinstance(told, bytes) else About()

    def _mentions(self, story: int | None, about: About) -> Iterator[tuple[object, ...]]:
        for at, each in enumerate(about.names):
            spellings = msgspec.msgpack.encode(each.spellings)
            yield story, at, each.kind, self.plain(each.name), each.name, each.title, spellings, each.beside

    def stories(self) -> Iterator[tuple[Item, Story, About]]:
        """Yield everything that is kept, story by story in the order of the names of items."""
        query = "SELECT item, stories FROM items ORDER BY name"
        items = msgspec.msgpack.Decoder(Item)
        for item, stories in self.opened.execute(query):
            for story in self.decoder.decode(stories):
                yield items.decode(item), story, self._about(story)


def _is_added(opened: sqlite3.Connection, item: Item, key: Callable[[Item], bytes]) -> bool:
    """Want an item; tell whether none was wanted by its name."""
    row = (item.name, key(item), msgspec.msgpack.encode(item.bare), item.number)
    return opened.execute("INSERT OR IGNORE INTO wanted VALUES (?, ?, ?, ?)", row).rowcount > 0


def _facts(story: int | None, packed: bytes) -> Iterator[tuple[object, ...]]:
    """Yield the rows of a story's facts: the first use of each spelling, as a comparison knows no other."""
    seen: set[str] = set()
    facts = facts_of(packed)
    words = telling_words(facts)
    for at, fact in enumerate(facts):
        spelling = key(fact)
        telling = 0 if fact.word not in words else PLACE if words.pop(fact.word) else NAME
        # A second use of a spelling matters only if it tells what the first does not.
        if spelling not in seen or telling:
            seen.add(spelling)
            yield story, at, spelling, fact.word, telling, msgspec.msgpack.encode(fact)
