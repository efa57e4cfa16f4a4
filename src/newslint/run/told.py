"""Reporters: what puts a run into words, story by story as they are done or all at once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol, runtime_checkable

from newslint.core.document import Document
from newslint.core.errors import PluginError
from newslint.core.failures import failure
from newslint.core.report import Report


class Whole(Protocol):
    """What puts a report into words once all of it is there."""

    def render(self, report: Report, *, width: int | None) -> str:
        """Return the words; *width* is that of the terminal, if they go to one."""


@runtime_checkable
class Flowing(Protocol):
    """What puts a report into words story by story. It may keep what it needs for the end."""

    def story(self, report: Report, *, width: int | None) -> Iterator[str]:
        """Yield the words on one story."""

    def closing(self, report: Report, *, width: int | None) -> Iterator[str]:
        """Yield the words at the end, given a report that lists nothing and counts everything."""


@runtime_checkable
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


def told(
    name: str, reporter: Whole | Flowing | Asking, report: Report, *, width: int | None, closing: bool
) -> Iterator[str]:
    """Yield what a reporter says of one story, or in *closing*; one that takes all at once, of the report.

    Raises PluginError, as a reporter may be a stranger's.
    """
    texts = _asked(name, reporter, report, width, closing)
    while True:
        try:
            text = next(texts)
        except StopIteration:
            return
        except BaseException as cause:
            raise PluginError(f"the reporter `{name}` failed: {failure(cause)}.") from cause
        if not isinstance(text, str):
            kind = type(text).__name__
            raise PluginError(f"the reporter `{name}` gave a {kind}, expected the text of a report.")
        yield text


def _asked(
    name: str, reporter: Whole | Flowing | Asking, report: Report, width: int | None, closing: bool
) -> Iterator[str]:
    if not isinstance(reporter, Flowing | Asking):
        yield reporter.render(report, width=width)
    elif closing:
        yield from reporter.closing(report.counted(), width=width)
    elif isinstance(reporter, Asking):
        facts = report.facts.get(name, {})
        for file in report.files:
            yield from reporter.story(report, width=width, facts=facts.get(file.path))
    else:
        yield from reporter.story(report, width=width)
