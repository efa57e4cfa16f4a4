"""What a program calls: copy or files → a report, a document, mended copy. `newslint` hands these out."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from functools import lru_cache
from os import PathLike, fspath
from pathlib import Path

from newslint.core.document import Document
from newslint.core.errors import ConfigError, SourceError
from newslint.core.paths import shown
from newslint.core.report import Report
from newslint.desk.desk import Desk
from newslint.desk.discovery import Assignment
from newslint.desk.options import Options
from newslint.run.manuscript import Manuscript
from newslint.run.mending import mended
from newslint.run.run import check, report
from newslint.run.story import linted

AnyPath = str | PathLike[str]
SHIPPED = "newslint"


def lint(
    text: str,
    *,
    style: str = SHIPPED,
    date: datetime.date | None = None,
    format: str = "text",  # noqa: A002
    path: str = "<text>",
    config: AnyPath | None = None,
) -> Report:
    """Return what newslint finds in *text*, which the reader of *format* reads.

    No config file is read but *config*. *style* is a shipped style or a TOML file; the default leaves the
    choice to the config. *date* is the story's date, *path* what findings call it. Offsets count code points
    of *text* from 0. Raises ConfigError, RuleError and PluginError for settings that cannot be used,
    SourceError for text that cannot be read, TypeError for a *text* or *date* that is none.
    """
    _checked(text, date)
    desk = _desk(style, date, config)
    return _linted(desk, _assigned(desk, text, format, path))


def lint_files(
    paths: AnyPath | Sequence[AnyPath],
    *,
    style: str | None = None,
    isolated: bool = False,
    select: Sequence[str] | None = None,
    ignore: Sequence[str] = (),
    date: datetime.date | None = None,
    across: bool = False,
    jobs: int | None = None,
) -> Report:
    """Return what newslint finds in files and below folders, by the configs that speak for them.

    It does as `newslint check` does with the options of these names: *select* and *ignore* take ids of rules
    and families, *across* also compares the stories with each other, *jobs* is the number of processes. A
    file that cannot be read is told in the report's `files` and `complaints`; the others are linted. Raises
    ConfigError, RuleError and PluginError before any file is read, TypeError for a *date* that is none.
    """
    _check_date(date)
    options = Options(
        style=style,
        isolated=isolated,
        select=None if select is None else tuple(select),
        ignore=tuple(ignore),
        date=date,
        across=across,
        jobs=jobs,
    )
    # One path is a sequence of letters too, and `/` a folder.
    named = [paths] if isinstance(paths, str | PathLike) else paths
    return check(Desk(options), [fspath(path) for path in named])


def read(path: AnyPath) -> Document:
    """Return one file as newslint reads it: text, blocks, metadata, and the map back to its source.

    Raises SourceError when it cannot be read as copy or holds several stories, ConfigError when the config
    above it is faulty.
    """
    desk = Desk(Options())
    if fspath(path) and Path(path).is_dir():
        raise SourceError(shown(Path(path)), "found a folder, expected a file.")
    (found,) = desk.assignments([fspath(path)])
    if isinstance(found, SourceError):
        raise found
    return desk.document(found)


def fix(
    text: str,
    *,
    unsafe: bool = False,
    style: str = SHIPPED,
    date: datetime.date | None = None,
    format: str = "text",  # noqa: A002
    path: str = "<text>",
    config: AnyPath | None = None,
) -> str:
    """Return *text* with the safe fixes made, or with *unsafe* those of fact too; direct speech stays.

    Fixing the result again changes nothing. The other arguments and errors are those of `lint`.
    """
    _checked(text, date)
    desk = _desk(style, date, config)
    assignment = _assigned(desk, text, format, path)
    findings = _linted(desk, assignment).findings
    return mended(Manuscript(desk, assignment), findings, unsafe=unsafe).text


def _checked(text: str, date: datetime.date | None) -> None:
    """Raise TypeError for what only looks like copy or a date, rather than fail somewhere inside."""
    if not isinstance(text, str):
        raise TypeError(f"text: found {_kind(text)}, expected str.")
    _check_date(date)


def _check_date(date: datetime.date | None) -> None:
    if date is not None and (not isinstance(date, datetime.date) or isinstance(date, datetime.datetime)):
        raise TypeError(f"date: found {_kind(date)} {date!r:.40}, expected datetime.date or None.")


def _kind(value: object) -> str:
    return "None" if value is None else type(value).__name__


def _desk(style: str, date: datetime.date | None, config: AnyPath | None) -> Desk:
    if config is None:
        return _kept_desk(Options(style=style, date=date, isolated=True))
    chosen = None if style == SHIPPED else style
    return Desk(Options(style=chosen, date=date, config=fspath(config)))


@lru_cache(maxsize=8)
def _kept_desk(options: Options) -> Desk:
    """Return a desk that no config file can change, so that a program that lints story by story makes one."""
    return Desk(options)


def _assigned(desk: Desk, text: str, reader: str, path: str) -> Assignment:
    if reader not in desk.registry.readers:
        known = ", ".join(desk.registry.readers)
        raise ConfigError(f"format: unknown reader `{reader}`; known: {known}.")
    return desk.assigned(path, text.encode("utf-8", "surrogatepass"), reader=reader, encoding="utf-8")


def _linted(desk: Desk, assignment: Assignment) -> Report:
    # What is wrong with the settings is no fault of the story.
    desk.linter(assignment)
    stories = linted(desk, assignment)
    for each in stories:
        if each.file.error and not each.container:
            raise SourceError(assignment.name, each.file.error)
    return report(stories)
