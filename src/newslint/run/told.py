"""Reporters: what puts a run into words, story by story as they are done or all at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Protocol, TypeGuard, cast

from newslint.core.errors import PluginError
from newslint.core.failures import failure
from newslint.core.report import Report

if TYPE_CHECKING:
    from newslint.core.document import Document


class Whole(Protocol):
    """What puts a report into words once all of it is there."""

    def render(self, report: Report, *, width: int | None) -> str:
        """Return the words; *width* is that of the terminal, if they go to one."""


class Flowing(Protocol):
    """What puts a report into words story by story. It may keep what it needs for the end."""

    def story(self, report: Report, *, width: int | None) -> Iterator[str]:
        """Yield the words on one story."""

    def closing(self, report: Report, *, width: int | None) -> Iterator[str]:
        """Yield the words at the end, given a report that lists nothing and counts everything."""


class Asking(Protocol):
    """What shows more of stories than their findings, and puts them into words one by one.

    It is asked for facts where a story is linted, so that views are shared and no file is read twice. They
    may be passed on to another process, and should be small.
    """

    def facts(self, document: Document) -> object:
        """Return what is to be shown of a story."""

    def story(self, report: Report, *, width: int | None, facts: object) -> Iterator[str]:
        """Yield the words on one story, given its facts; None where it could not tell any."""

    def closing(self, report: Report, *, width: int | None) -> Iterator[str]:
        """Yield the words at the end, as what flows does."""


class Teller:
    """A reporter by its *name*, which it is called by where it fails. What kind it is of is asked once."""

    def __init__(self, name: str, reporter: Whole | Flowing | Asking) -> None:
        self.name = name
        self.flows = _is_flowing(reporter)
        self._way = _way(name, reporter)

    def told(self, report: Report, *, width: int | None, closing: bool) -> Iterator[str]:
        """Yield what is said of one story, or in *closing*; where all is taken at once, of the report.

        Raises PluginError, as a reporter may be a stranger's.
        """
        texts = self._way(report, width, closing)
        while True:
            try:
                text = next(texts)
            except StopIteration:
                return
            except BaseException as cause:
                raise PluginError(f"the reporter `{self.name}` failed: {failure(cause)}.") from cause
            if not isinstance(text, str):
                kind = type(text).__name__
                raise PluginError(f"the reporter `{self.name}` gave a {kind}, expected the text of a report.")
            yield text


def in_full(teller: Teller, report: Report, *, width: int | None = None) -> str:
    """Return all that a reporter says of a report, where nobody waits for its stories. Raises PluginError."""
    stories = report.stories() if teller.flows else ()
    told = [text for each in stories for text in teller.told(each, width=width, closing=False)]
    return "".join([*told, *teller.told(report, width=width, closing=True)])


def _way(
    name: str, reporter: Whole | Flowing | Asking
) -> Callable[[Report, int | None, bool], Iterator[str]]:
    if not _is_flowing(reporter):
        return partial(_at_once, cast("Whole", reporter))
    if hasattr(reporter, "facts"):
        return partial(_asking, name, cast("Asking", reporter))
    return partial(_flowing, reporter)


def _is_flowing(reporter: object) -> TypeGuard[Flowing]:
    # Asked whether it keeps a protocol, `isinstance` imports `inspect` since Python 3.12: a tenth of a run.
    return hasattr(reporter, "story") and hasattr(reporter, "closing")


def _at_once(reporter: Whole, report: Report, width: int | None, closing: bool) -> Iterator[str]:
    yield reporter.render(report, width=width)


def _flowing(reporter: Flowing, report: Report, width: int | None, closing: bool) -> Iterator[str]:
    if closing:
        yield from reporter.closing(report.counted(), width=width)
    else:
        yield from reporter.story(report, width=width)


def _asking(name: str, reporter: Asking, report: Report, width: int | None, closing: bool) -> Iterator[str]:
    if closing:
        yield from reporter.closing(report.counted(), width=width)
        return
    facts = report.facts.get(name, {})
    for file in report.files:
        yield from reporter.story(report, width=width, facts=facts.get(file.path))
