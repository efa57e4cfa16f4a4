"""Reporters: what puts a run into words, story by story as they are done or all at once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol, runtime_checkable

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


def told(
    name: str, reporter: Whole | Flowing, report: Report, *, width: int | None, closing: bool
) -> Iterator[str]:
    """Yield what a reporter says of one story, or in *closing*; one that takes all at once, of the report.

    Raises PluginError, as a reporter may be a stranger's.
    """
    texts = _asked(reporter, report, width, closing)
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


def _asked(reporter: Whole | Flowing, report: Report, width: int | None, closing: bool) -> Iterator[str]:
    if not isinstance(reporter, Flowing):
        yield reporter.render(report, width=width)
    elif closing:
        yield from reporter.closing(report.counted(), width=width)
    else:
        yield from reporter.story(report, width=width)
