"""Options: what whoever starts a run asks for, whatever the files say."""

from __future__ import annotations

import datetime

import msgspec

from newslint.core.style import StyleLayer

# What it is called where it says something wrong.
COMMAND = "the command line"


class Options(msgspec.Struct, frozen=True):
    """What the command line, or a caller of the library, asks for.

    *config* names the one config file that speaks for every story; *isolated*: none does. *allowed* are
    folders beside the repository that its files may have newslint read; *most_bytes* bounds a story,
    *most_rules* the rule files of a desk. *reader* and *encoding* are those of every file. *tracked*: in
    formats that have them, fixes are written as tracked changes. *formats* are those of the reports.
    """

    style: str | None = None
    config: str | None = None
    isolated: bool = False
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    date: datetime.date | None = None
    across: bool = False
    across_only: bool = False
    force_exclude: bool = False
    cache: bool = True
    profile: bool = False
    jobs: int | None = None
    stdin_filename: str | None = None
    reader: str | None = None
    encoding: str = ""
    tracked: bool = True
    formats: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    allowed: tuple[str, ...] = ()
    most_bytes: int = 50_000_000
    most_rules: int = 5_000

    @property
    def command(self) -> StyleLayer:
        """Return what is asked for of the rules, as a layer over those of the files."""
        return StyleLayer(select=self.select, ignore=self.ignore)
