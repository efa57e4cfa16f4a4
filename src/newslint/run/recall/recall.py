"""Recall: stories that were linted before, as they were found then, and the rest as it is linted now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

import msgspec

from newslint.core.digest import content_digest
from newslint.core.errors import SourceError
from newslint.desk.cache import FINDINGS
from newslint.desk.config import Config
from newslint.desk.desk import Desk
from newslint.desk.discovery import Assignment
from newslint.run.deadline import Deadline
from newslint.run.recall.fingerprints import Fingerprints, UntoldError
from newslint.run.recall.store import Store
from newslint.run.stories import Progress, stories
from newslint.run.story import Story, linted

# A hundred thousand stories.
MOST_BYTES = 250_000_000
# So many files are kept at a time, so that a run that is killed has not worked in vain.
BATCH = 200


class Recall:
    """What a desk finds, and found before. It keeps what it hears, some at a time.

    *here* stands for the config of the rules across stories, where they run.
    """

    def __init__(self, desk: Desk, store: Store, fingerprints: Fingerprints, here: bytes) -> None:
        self.desk, self.store, self.fingerprints, self.here = desk, store, fingerprints, here
        self.waiting: list[tuple[bytes, bytes]] = []

    @cached_property
    def decoder(self) -> msgspec.msgpack.Decoder[tuple[Story, ...]]:
        """Return what reads kept stories, which a run on a fresh story does without."""
        return msgspec.msgpack.Decoder(tuple[Story, ...])

    def is_sound(self, config: Config) -> bool:
        """Tell whether settings were made of a config before, and have the desk know what is odd in it."""
        key = self._sound_key(config)
        kept = self.store.get(key) if key else None
        if kept is None:
            return False
        self.desk.recalled[config.origin, config.glob] = msgspec.msgpack.decode(kept, type=tuple[str, ...])
        return True

    def note_sound(self, config: Config) -> None:
        """Keep that settings could be made of a config."""
        if key := self._sound_key(config):
            self.waiting.append((key, msgspec.msgpack.encode(self.desk.remarks_on(config))))

    def key(self, assignment: Assignment, digest: str) -> bytes | None:
        """Return what the stories of a file are known by, given the digest of its bytes."""
        fingerprint = self.fingerprints.of(assignment.config)
        if fingerprint is None or assignment.content is not None:
            return None
        config, path = assignment.config, assignment.path
        said = (assignment.name, assignment.reader, assignment.encoding)
        parts = msgspec.msgpack.encode((fingerprint, self.here, said, tuple(config.globs(path)), digest))
        return bytes.fromhex(content_digest(parts))

    def found(self, assignment: Assignment) -> bytes | None:
        """Return the key under which the stories of a file are kept, as it is now; None: they are not."""
        if assignment.content is not None or self.fingerprints.of(assignment.config) is None:
            return None
        try:
            key = self.key(assignment, content_digest(self.desk.source(assignment).content))
        except SourceError:
            return None
        return key if key and key in self.store else None

    def recalled(self, assignment: Assignment, key: bytes) -> tuple[Story, ...]:
        """Return what is kept under a key, or lint a file that another run has had forgotten meanwhile."""
        kept = self.store.get(key)
        if kept is None:
            return linted(self.desk, assignment)
        # The folder depends on which path was named.
        return tuple(
            msgspec.structs.replace(story, desk=story.section or assignment.folder)
            for story in self.decoder.decode(kept)
        )

    def keep(self, assignment: Assignment, found: Sequence[Story]) -> None:
        """Keep what linting a file gave, if it would give the same again."""
        key = self.key(assignment, found[0].digest) if found and all(map(_is_lasting, found)) else None
        if key is None:
            return
        packed = _packed(found)
        if packed:
            self.waiting.append((key, packed))
        if len(self.waiting) >= BATCH:
            self._write()

    def stories(
        self, assignments: Sequence[Assignment], *, progress: Progress, deadline: Deadline | None = None
    ) -> Iterator[tuple[Story, ...]]:
        """Yield the stories of every assignment, in their order, and lint only those that are not known."""
        keys = [self.found(each) for each in assignments]
        unknown = [each for each, key in zip(assignments, keys, strict=True) if key is None]
        counting = _counting(progress, len(assignments), len(unknown))
        fresh = stories(self.desk, unknown, progress=counting, deadline=deadline)
        held: tuple[Story, ...] | None = None
        for assignment, key in zip(assignments, keys, strict=True):
            if key is None:
                held = next(fresh, None) if held is None else held
                # After a deadline some are left out.
                if held is not None and _file(held) in (assignment.name, None):
                    self.keep(assignment, held)
                    yield held
                    held = None
            elif not (deadline and deadline.is_over):
                yield self.recalled(assignment, key)

    def close(self) -> None:
        """Keep the rest, and let go of the store."""
        self._write()
        self.store.close()

    def _write(self) -> None:
        self.store.put(self.waiting)
        self.waiting.clear()

    def _sound_key(self, config: Config) -> bytes | None:
        fingerprint = self.fingerprints.of(config)
        if fingerprint is None:
            return None
        return bytes.fromhex(content_digest(b"sound" + fingerprint + self.here))


def recall(desk: Desk) -> Recall | None:
    """Return what a desk found before, or None where nothing is to be kept or cannot be told apart."""
    folder = desk.cache.folder if desk.cache else None
    # What reporters ask of stories is derived where they are linted.
    if folder is None or desk.questions:
        return None
    try:
        fingerprints = Fingerprints(desk)
    except UntoldError:
        return None
    # The rules across stories are those of the config here, on which the facts of a story depend.
    here = fingerprints.of(desk.config_here) if desk.options.across else b""
    return (
        None if here is None else Recall(desk, Store(folder / FINDINGS, most=MOST_BYTES), fingerprints, here)
    )


def _counting(progress: Progress, total: int, unknown: int) -> Progress:
    """Return what shows of a whole run how far its unknown part is."""
    recalled = total - unknown
    return lambda done, _: progress(recalled + done, total)


def _file(found: Sequence[Story]) -> str | None:
    """Return the file that stories are of, or None where there are none."""
    return (found[0].container or found[0].file.path) if found else None


def _is_lasting(story: Story) -> bool:
    """Tell what depends on the copy alone from what failed, which may go better next time."""
    return story.file.error is None and not story.failures and bool(story.digest)


def _packed(found: Sequence[Story]) -> bytes | None:
    """Return stories as bytes, or None where something in them would not come back as it was."""
    if any(msgspec.msgpack.decode(msgspec.msgpack.encode(each.facts)) != each.facts for each in found):
        return None
    return msgspec.msgpack.encode(found)
