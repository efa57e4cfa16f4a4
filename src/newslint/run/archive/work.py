"""Work: an item → what linting it gave, as bytes. Engines call it wherever they run; it never raises."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import msgspec

from newslint.core.digest import content_digest
from newslint.core.document import Document
from newslint.core.errors import NewslintError, SourceError
from newslint.core.failures import failure
from newslint.core.finding import FileReport
from newslint.desk.desk import Desk
from newslint.desk.options import Options
from newslint.run.archive.about import about
from newslint.run.archive.assignments import assigned
from newslint.run.archive.items import Item
from newslint.run.story import Story, linted

ABOUT = "archive"


class Work(msgspec.Struct, frozen=True):
    """What is asked of every item: the options that a desk is made of, once in each process."""

    options: Options

    def __call__(self, item: Item) -> bytes:
        """Lint an item; what fails is told in the stories that come back."""
        try:
            found = tuple(map(_plain, self._linted(item)))
            return msgspec.msgpack.encode(found)
        # Whatever goes wrong, a run on ten million stories goes on without this one.
        except BaseException as cause:
            return msgspec.msgpack.encode((_unread(item, f"linting it failed: {failure(cause)}."),))

    def _linted(self, item: Item) -> tuple[Story, ...]:
        desk = desk_of(self.options)
        try:
            return linted(desk, assigned(desk, item))
        except SourceError as cause:
            return (_unread(item, cause.reason),)
        except NewslintError as cause:
            return (_unread(item, str(cause)),)

    def documents(self, item: Item) -> Iterator[Document]:
        """Read an item again. Raises SourceError."""
        desk = desk_of(self.options)
        return (each for each in desk.documents(assigned(desk, item)) if isinstance(each, Document))


@lru_cache(maxsize=1)
def desk_of(options: Options) -> Desk:
    """Return the desk of this process, which asks every story what an archive keeps of it."""
    desk = Desk(options)
    desk.questions = {ABOUT: about}
    return desk


def digest_of(desk: Desk, item: Item) -> str:
    """Return what the bytes of an item are known by, or why there are none."""
    if item.stamp:
        return item.stamp
    if item.content is not None:
        return content_digest(item.content)
    try:
        return content_digest(assigned(desk, item).content or b"")
    except SourceError as cause:
        return cause.reason


def _plain(story: Story) -> Story:
    """Return a story without what only reports show, and without facts that are no plain values."""
    try:
        msgspec.msgpack.encode(story.facts)
    except (TypeError, ValueError, OverflowError) as cause:
        said = f"{story.file.path}: what it tells other stories cannot be kept: {cause}."
        story = msgspec.structs.replace(story, facts={}, failures=(*story.failures, said))
    return msgspec.structs.replace(story, lines={})


def _unread(item: Item, reason: str) -> Story:
    return Story(FileReport(item.name, None, 0, reason), desk=item.folder)
