"""Telling: what is found goes to every report that is asked for, story by story where all allow it."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Sequence
from typing import IO

from newslint.cli.reports import FAILING, Written
from newslint.cli.streams import colourless, is_coloured, put, put_aside, terminal_width
from newslint.core.errors import ConfigError
from newslint.core.report import Report
from newslint.core.severity import Severity
from newslint.run.told import Teller

PLAIN_WIDTH = 100


class Telling:
    """The reports of a run, each with where it goes to. Files are opened when there is something to write.

    *fails* is the mildest severity that fails the run. *aside*: standard output holds something else, so the
    report goes to standard error, or to --report alone.
    """

    def __init__(
        self, wanted: Sequence[Written], arguments: argparse.Namespace, *, fails: Severity, aside: bool
    ) -> None:
        self.least = fails if arguments.show == FAILING else Severity(arguments.show)
        self.outlets = [
            _Outlet(each, arguments.color, aside=aside and each.option == "--format")
            for each in wanted[aside and len(wanted) > 1 :]
        ]

    @property
    def flows(self) -> bool:
        """Tell whether every report takes story by story."""
        return all(each.teller.flows for each in self.outlets)

    def hear(self, report: Report) -> Report:
        """Tell the report of one story. Raises PluginError where a reporter fails, ConfigError for a file."""
        shown = report.showing(self.least)
        for each in self.outlets:
            if each.teller.flows:
                each.tell(shown)
        return report

    def close(self, report: Report) -> None:
        """Tell what stands at the end. Raises as `hear` does."""
        shown = report.showing(self.least)
        for each in self.outlets:
            each.tell(shown, closing=True)
            each.close()

    def tell(self, report: Report) -> None:
        """Tell a report of all stories. Raises as `hear` does."""
        for story in report.stories():
            self.hear(story)
        self.close(report)


class _Outlet:
    """A report and where it goes to: a file, which is opened late, or one of the standard streams."""

    def __init__(self, written: Written, color: str, *, aside: bool) -> None:
        self.written = written
        self.teller = Teller(written.format, written.reporter)
        self.aside = aside
        self.width, self.keeps_colour = _colours(written, color)
        self.file: IO[bytes] | None = None

    def tell(self, report: Report, *, closing: bool = False) -> None:
        """Write what the reporter says of a story, or in closing."""
        width = None if self.aside else self.width
        for text in self.teller.told(report, width=width, closing=closing):
            self._write(text)

    def close(self) -> None:
        """Have the file written, be it empty."""
        if self.written.file:
            self._write("")
        if self.file:
            self._surely(self.file.close)

    def _write(self, text: str) -> None:
        if self.aside:
            put_aside(text)
        elif self.written.file is None:
            put(text if self.keeps_colour else colourless(text))
        else:
            self._surely(lambda: self._opened().write(text.encode("utf-8", "replace")))

    def _opened(self) -> IO[bytes]:
        if self.file is None:
            self.file = open(self.written.file or os.devnull, "wb")  # noqa: SIM115
        return self.file

    def _surely(self, act: Callable[[], object]) -> None:
        try:
            act()
        except OSError as cause:
            raise ConfigError(f"{self.written.target}: {self.written.file}: {cause.strerror}.") from None


def _colours(each: Written, color: str) -> tuple[int | None, bool]:
    """Return the width that a report is set in, and whether it keeps its colours."""
    width = None if each.file else terminal_width()
    coloured = not each.file and is_coloured(color)
    return width or (PLAIN_WIDTH if coloured else None), coloured or width is None
