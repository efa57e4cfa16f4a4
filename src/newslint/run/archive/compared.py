"""Compared: what the rules across stories see in an archive, as `check --across` sees it in a folder."""

from __future__ import annotations

import pickle
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby

import msgspec

from newslint.core.digest import content_digest
from newslint.core.document import Document
from newslint.core.errors import SourceError
from newslint.core.finding import Finding
from newslint.core.problem import Problem
from newslint.core.rule import ConfiguredRule
from newslint.engine.comparison import Comparison
from newslint.run.archive.items import Item
from newslint.run.archive.ledger import Ledger
from newslint.run.archive.spelled import SpelledInLedger
from newslint.run.archive.work import Work, desk_of

SEEN = """
CREATE TEMP TABLE seen (path TEXT, at INTEGER, rule TEXT, problem BLOB, PRIMARY KEY (path, at)) WITHOUT ROWID
"""
CONTENTS = "CREATE TEMP TABLE contents (name TEXT PRIMARY KEY, content BLOB, reader TEXT) WITHOUT ROWID"
PLACES = "SELECT items.item, items.key FROM stories JOIN items ON items.id = stories.item WHERE path = ?"
# Documents that are in memory at a time.
REMEMBERED = 64
Findings = tuple[Finding, ...]


class Compared:
    """The comparison of the stories in a ledger. It collects in *failures* what could not be compared."""

    def __init__(self, ledger: Ledger, work: Work) -> None:
        self.ledger, self.work = ledger, work
        self.comparison: Comparison = desk_of(work.options).comparison
        self.rules = {rule.id: rule for rule, _ in self.comparison.rules}
        self.failures: list[str] = []
        self.items = msgspec.msgpack.Decoder(Item)
        self.read = lru_cache(REMEMBERED)(self._read)

    def note(self, sources: Iterable[Item]) -> None:
        """Compare all stories, and note in the ledger what is found in each of those concerned.

        *sources* are the items with their bytes, for those that are no files of their own.
        """
        with self.ledger.answered():
            opened = self.ledger.opened
            opened.execute(SEEN)
            opened.execute(CONTENTS)
            self._see(opened)
            self._unpack(opened, sources)
            self._note(opened)

    def _see(self, opened: sqlite3.Connection) -> None:
        """Gather by story what rules see. What is written here no other run reads."""
        rows = (
            (path, at, rule.id, pickle.dumps(problem))
            for at, (path, (rule, problem)) in enumerate(self.comparison.seen_in(self._told, self.failures))
        )
        opened.executemany("INSERT INTO seen VALUES (?, ?, ?, ?)", rows)

    def _told(self, rule: ConfiguredRule) -> Mapping[str, object]:
        if getattr(rule.check, "of_spellings", False):
            return _Spelled(SpelledInLedger(self.ledger.opened))
        return {
            story.file.path: story.facts[rule.id]
            for _, story, _ in self.ledger.stories()
            if rule.id in story.facts
        }

    def _unpack(self, opened: sqlite3.Connection, sources: Iterable[Item]) -> None:
        """Take the bytes of the packed items that are read again, in one pass over the files they lie in."""
        wanted: set[str] = set()
        for path in self._paths(opened):
            item, _ = self._place(path)
            if item and item.is_packed:
                wanted.add(item.name)
        if not wanted:
            return
        found = ((each.name, each.content, each.reader) for each in sources if each.name in wanted)
        opened.executemany("INSERT OR IGNORE INTO contents VALUES (?, ?, ?)", found)

    def _paths(self, opened: sqlite3.Connection) -> Iterator[str]:
        for path, problem in opened.execute("SELECT path, problem FROM seen"):
            yield path
            yield from _others(pickle.loads(problem))

    def _note(self, opened: sqlite3.Connection) -> None:
        """Note what is found, story by story; what was found of the same before is not looked for again."""
        opened.execute("CREATE TEMP TABLE kept (path TEXT PRIMARY KEY) WITHOUT ROWID")
        rows = opened.execute("SELECT path, rule, problem FROM seen ORDER BY path, at")
        with self.ledger.transaction():
            for path, group in groupby(rows, key=lambda row: row[0]):
                seen = [(self.rules[rule], pickle.loads(problem)) for _, rule, problem in group]
                self._note_story(opened, path, seen)
            opened.execute("DELETE FROM compared WHERE path NOT IN (SELECT path FROM kept)")

    def _note_story(
        self, opened: sqlite3.Connection, path: str, seen: Sequence[tuple[ConfiguredRule, Problem]]
    ) -> None:
        others = sorted({other for _, problem in seen for other in _others(problem)})
        keys = [self._place(each)[1] for each in (path, *others)]
        said = [(rule.id, problem.span, dict(problem.data), *others) for rule, problem in seen]
        known = bytes.fromhex(content_digest(msgspec.msgpack.encode((keys, said))))
        row = opened.execute("SELECT key FROM compared WHERE path = ?", (path,)).fetchone()
        if row is None or row[0] != known:
            findings = self._findings(path, seen)
            if findings is None:
                return
            packed = msgspec.msgpack.encode(findings)
            opened.execute("INSERT OR REPLACE INTO compared VALUES (?, ?, ?)", (path, known, packed))
        opened.execute("INSERT OR IGNORE INTO kept VALUES (?)", (path,))

    def _findings(self, path: str, seen: Sequence[tuple[ConfiguredRule, Problem]]) -> Findings | None:
        """Return all findings of a story with what a comparison adds, or None where it is no longer there."""
        documents = {each: self.read(each) for each in (path, *(o for _, p in seen for o in _others(p)))}
        there = {each: document for each, document in documents.items() if document}
        if path not in there:
            return None
        known = [each for each in seen if all(other in there for other in _others(each[1]))]
        own = self._own(path)
        findings, failures = self.comparison.merged(there[path], own, known, there)
        self.failures += failures
        return findings

    def _own(self, path: str) -> Findings:
        row = self.ledger.opened.execute(
            "SELECT items.stories FROM stories JOIN items ON items.id = stories.item WHERE path = ?", (path,)
        ).fetchone()
        return next(story.findings for story in self.ledger.decoder.decode(row[0]) if story.file.path == path)

    def _place(self, path: str) -> tuple[Item | None, bytes]:
        row = self.ledger.opened.execute(PLACES, (path,)).fetchone()
        return (self.items.decode(row[0]), row[1]) if row else (None, b"")

    def _read(self, path: str) -> Document | None:
        """Read a story again; one that cannot be is not compared, and that is said."""
        item, _ = self._place(path)
        if item is None:
            return None
        if item.is_packed:
            query = "SELECT content, reader FROM contents WHERE name = ?"
            content, reader = self.ledger.opened.execute(query, (item.name,)).fetchone() or (None, None)
            item = msgspec.structs.replace(item, content=content, reader=reader)
        try:
            return next((each for each in self.work.documents(item) if each.path == path), None)
        except SourceError as cause:
            self.failures.append(f"{path}: not compared with the other stories: {cause.reason}")
            return None


class _Spelled(dict[str, object]):
    """No facts, but the spellings that they come to."""

    def __init__(self, spelled: SpelledInLedger) -> None:
        super().__init__()
        self.spelled = spelled


def _others(problem: Problem) -> Iterator[str]:
    return (place.path for place in problem.related if place.path)
