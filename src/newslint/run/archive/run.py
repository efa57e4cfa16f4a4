"""The run: paths → a ledger that is up to date → the tables of an archive. It goes on where the last was."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path

import msgspec

from newslint.core.digest import content_digest
from newslint.desk.desk import Desk
from newslint.desk.options import Options
from newslint.run.archive.assignments import config_of
from newslint.run.archive.compared import Compared
from newslint.run.archive.engines import Engine
from newslint.run.archive.export import export
from newslint.run.archive.inputs import items
from newslint.run.archive.items import Item
from newslint.run.archive.ledger import Ledger
from newslint.run.archive.packed import Columns
from newslint.run.archive.work import Work, desk_of, digest_of
from newslint.run.recall.fingerprints import Fingerprints, UntoldError
from newslint.run.stories import Progress
from newslint.text.folding import plain

# Items whose results are written together, and how long they may wait for each other.
BATCH, SECONDS = 500, 5.0


class Asked(msgspec.Struct, frozen=True):
    """What an archive is to be made of, and by whom: *jobs* processes, or a cluster at an *address*."""

    paths: tuple[str, ...]
    out: Path
    columns: Columns = Columns()
    jobs: int = 1
    address: str = ""


class Done(msgspec.Struct, frozen=True):
    """What a run came to: items there are, linted now, forgotten, and what could not be compared."""

    items: int
    linted: int
    gone: int
    failures: tuple[str, ...] = ()


def archived(options: Options, engine: Engine, asked: Asked, *, progress: Progress) -> Done:
    """Bring an archive up to date. Raises NewslintError for settings, and for a disk that is full."""
    # Configs and rules are read as they are now.
    desk_of.cache_clear()
    work = Work(options)
    desk = desk_of(options)
    # Faults of the settings are told before anything is read.
    desk.here()
    spelled = frozenset(rule.id for rule, check in desk.comparison.rules if check.of_spellings)
    ledger = Ledger(asked.out, plain, spelled)
    try:
        keys = _Keys(desk)
        found = 0
        for some in _batches(items(desk, asked.paths, asked.columns), BATCH):
            ledger.want(some, lambda each: keys.key(each, digest_of(desk, each)))
            found += len(some)
            # How many there are is not known before all are found.
            progress(found, 0)
        gone = ledger.forget_unwanted()
        ledger.note_moved()
        total, wanted = ledger.count("SELECT count(*) FROM wanted"), ledger.unknown()
        linted = _lint(ledger, work, engine, asked, keys, lambda done: progress(done, wanted))
        failures: tuple[str, ...] = ()
        if not ledger.told("exported"):
            ledger.make_room()
            compared = Compared(ledger, work)
            compared.note(map(ledger.named, items(desk, asked.paths, asked.columns)))
            failures = tuple(dict.fromkeys(compared.failures))
            export(ledger, asked.out)
            ledger.tell("exported", "yes")
        return Done(total, linted, gone, failures)
    finally:
        ledger.close()


def _lint(
    ledger: Ledger, work: Work, engine: Engine, asked: Asked, keys: _Keys, seen: Callable[[int], None]
) -> int:
    """Have the items linted that are not known, and keep what they give, some at a time; return how many.

    An item may be gone since it was listed.
    """
    desk = desk_of(work.options)
    unknown = (
        each
        for each in map(ledger.named, items(desk, asked.paths, asked.columns))
        if ledger.key_if_unknown(each.name) is not None
    )
    waiting: list[tuple[Item, bytes, bytes]] = []
    done, since = 0, time.monotonic()
    try:
        for item, packed in engine.linted(work, unknown, jobs=asked.jobs, address=asked.address):
            waiting.append((item, keys.of_linted(item, packed, ledger), packed))
            done += 1
            if len(waiting) >= BATCH or time.monotonic() - since > SECONDS:
                ledger.keep(waiting)
                waiting, since = [], time.monotonic()
            seen(done)
    finally:
        # After Ctrl-C, too, what is done need not be done again.
        if waiting:
            ledger.keep(waiting)
    return done


class _Keys:
    """The keys by which items are known: hashes of their bytes, and of all else that findings depend on."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        # What cannot be told apart is linted by every run.
        self.unknown = os.urandom(16)
        self.path = ""
        self.settings: tuple[object, ...] = ()
        self.fingerprints: Fingerprints | None = None
        try:
            self.fingerprints = Fingerprints(desk)
        except UntoldError:
            return

    def key(self, item: Item, digest: str) -> bytes:
        """Return what an item is known by, given the digest of its bytes."""
        # Items of one file follow each other.
        if item.path != self.path:
            self.path, self.settings = item.path, self._settings(item)
        said = (item.name, item.folder, item.reader, item.fault)
        parts = (self.settings, said, item.stamp or digest)
        return bytes.fromhex(content_digest(msgspec.msgpack.encode(parts)))

    def _settings(self, item: Item) -> tuple[object, ...]:
        """Return what the settings for the items of a file are known by."""
        config = config_of(self.desk, item)
        known = (
            [self.fingerprints.of(each) for each in (config, self.desk.config_here)]
            if self.fingerprints
            else []
        )
        return (*(each or self.unknown for each in known or [None]), *config.globs(Path(item.path)))

    def of_linted(self, item: Item, packed: bytes, ledger: Ledger) -> bytes:
        """Return what an item is known by as it was linted, as it may have changed since it was listed."""
        stories = ledger.decoder.decode(packed)
        digest = stories[0].digest if stories else ""
        return self.key(item, digest) if digest else ledger.key_if_unknown(item.name) or self.unknown


def _batches(found: Iterable[Item], size: int) -> Iterator[list[Item]]:
    stream = iter(found)
    while some := list(islice(stream, size)):
        yield some
