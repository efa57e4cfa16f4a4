"""Export: the ledger → folders of Parquet parts, which take the places of those before once all are whole."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import msgspec

from newslint.core.finding import Finding
from newslint.run.archive.items import Item
from newslint.run.archive.ledger import Ledger
from newslint.run.archive.tables import TABLES, Writer, replace
from newslint.text.names.spellings.name_facts import NameFact

FRESH = ".fresh"
MOST_CONTEXTS = 3
NAMES = """
SELECT kind, plain, name, title, spellings, beside, path, date, desk FROM mentions
JOIN stories ON stories.id = story ORDER BY kind, plain, path, at
"""
FACTS = "SELECT path, fact FROM facts JOIN stories ON stories.id = story ORDER BY path, at"


def export(ledger: Ledger, out: Path) -> None:
    """Write all tables of an archive. Raises NewslintError where the disk is full."""
    fresh = out / FRESH
    with ledger.answered():
        shutil.rmtree(fresh, ignore_errors=True)
        writers = {table: Writer(fresh / table, table) for table in TABLES}
        for table, told in _stories(ledger):
            writers[table].add(told)
        for row in _names(ledger):
            writers["names"].add(row)
        for path, packed in ledger.opened.execute(FACTS):
            writers["facts"].add(_fact(path, msgspec.msgpack.decode(packed, type=NameFact)))
        for table, writer in writers.items():
            writer.close()
            replace(out / f"{table}.parquet", fresh / table)
        shutil.rmtree(fresh, ignore_errors=True)


def _stories(ledger: Ledger) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the rows of the tables that go by story, each with its table."""
    decoder = msgspec.msgpack.Decoder(tuple[Finding, ...])
    added = "SELECT findings FROM compared WHERE path = ?"
    for item, story, about in ledger.stories():
        file = story.file
        place = {"path": file.path, "date": about.date, "desk": story.desk}
        for reason in [file.error] if file.error else []:
            yield "errors", {"path": file.path, "kind": "unread", "reason": reason}
        for reason in story.failures:
            yield "errors", {"path": file.path, "kind": "failed", "reason": reason}
        if file.error:
            continue
        units = sorted(about.units.items())
        yield (
            "stories",
            {**place, "file": item.name, "format": file.format, "words": file.words, "units": units},
        )
        row = ledger.opened.execute(added, (file.path,)).fetchone()
        for finding in decoder.decode(row[0]) if row else story.findings:
            yield "findings", {**place, **_in_file(item, _finding(finding))}
        for table, told in (
            ("quotes", about.said),
            ("dates", about.dates),
            ("conversions", about.conversions),
        ):
            for each in told:
                yield table, {**place, **_in_file(item, msgspec.structs.asdict(each))}


def _in_file(item: Item, row: dict[str, Any]) -> dict[str, Any]:
    """Give a row the place in its file of what it tells; a finding has the words as they stand there."""
    written = item.written
    if written is None:
        return row
    start, end = written.places(row["start"], row["end"])
    placed = {**row, "start": written.offset + start, "end": written.offset + end}
    if "line" in row:
        words = written.cut(row["text"], row["start"])
        placed |= {"line": written.line, "column": written.column + start, "text": words}
    return placed


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "message": finding.message,
        "text": finding.text,
        "line": finding.start.line,
        "column": finding.start.column,
        "start": finding.start.offset,
        "end": finding.end.offset,
        "fix": finding.fixes[0].title if finding.fixes else "",
        "related": [each.path for each in finding.related],
        "fingerprint": finding.fingerprint,
    }


def _fact(path: str, fact: NameFact) -> dict[str, Any]:
    companions = [f"{word} {'before' if side < 0 else 'after'}" for word, side in fact.companions]
    return {"path": path, **msgspec.structs.asdict(fact), "companions": companions, "told": list(fact.told)}


def _names(ledger: Ledger) -> Iterator[dict[str, Any]]:
    """Yield a row a name: what all its stories tell of it."""
    for (kind, _), group in groupby(ledger.opened.execute(NAMES), key=lambda row: (row[0], row[1])):
        told = _Told()
        for row in group:
            told.add(*row[2:])
        yield {"kind": kind, **told.row()}


class _Told:
    """What stories tell of one name. It adds up."""

    def __init__(self) -> None:
        self.names: Counter[str] = Counter()
        self.titles: Counter[str] = Counter()
        self.spellings: Counter[str] = Counter()
        self.months: Counter[str] = Counter()
        self.desks: Counter[str] = Counter()
        self.stories = 0
        self.contexts: list[str] = []
        self.first = self.last = ("", "")

    def add(
        self, name: str, title: str, spellings: bytes, beside: str, path: str, date: str, desk: str
    ) -> None:
        counts: dict[str, int] = msgspec.msgpack.decode(spellings)
        mentions = sum(counts.values())
        self.names[name] += mentions
        self.spellings.update(counts)
        self.stories += 1
        if title:
            self.titles[title] += mentions
        if desk:
            self.desks[desk] += mentions
        if len(self.contexts) < MOST_CONTEXTS:
            self.contexts.append(beside)
        if date:
            self.months[date[:7]] += mentions
            self.first = min((date, path), self.first if self.first[0] else (date, path))
            self.last = max((date, path), self.last)

    def row(self) -> dict[str, Any]:
        years: Counter[str] = Counter()
        for month, count in self.months.items():
            years[month[:4]] += count
        return {
            "name": _usual(self.names),
            "spellings": _by_count(self.spellings),
            "title": _usual(self.titles),
            "stories": self.stories,
            "mentions": self.spellings.total(),
            "years": sorted(years.items()),
            "months": sorted(self.months.items()),
            "desks": _by_count(self.desks),
            "first_date": self.first[0],
            "first_path": self.first[1],
            "last_date": self.last[0],
            "last_path": self.last[1],
            "contexts": self.contexts,
        }


def _by_count(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def _usual(counts: Counter[str]) -> str:
    return _by_count(counts)[0][0] if counts else ""
