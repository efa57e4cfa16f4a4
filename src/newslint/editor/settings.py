"""What an editor's user sets: the section `newslint` of the editor's configuration."""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from newslint.core.errors import ConfigError
from newslint.desk.options import Options

Least = Literal["error", "warning", "suggestion"]


class EditorSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="camel"):
    """The editor's settings; a desk's `newslint.toml` holds all else."""

    path: Annotated[str, Meta(description="The program to start; read by the editor's extension.")] = (
        "newslint"
    )
    style: Annotated[str | None, Meta(description="The house style; null: the config's, else newslint.")] = (
        None
    )
    isolated: Annotated[bool, Meta(description="Ignore every config file.")] = False
    select: Annotated[tuple[str, ...] | None, Meta(description="Run only these rules or families.")] = None
    ignore: Annotated[tuple[str, ...], Meta(description="Do not run these rules or families.")] = ()
    date: Annotated[
        str, Meta(description="The date of every story: YYYY-MM-DD, or today; empty: as each tells.")
    ] = ""
    show: Annotated[Least, Meta(description="The mildest findings to be shown.")] = "suggestion"
    debounce: Annotated[int, Meta(ge=0, le=10_000, description="Milliseconds of rest before linting.")] = 150

    def options(self) -> Options:
        """Return the options of a desk. Raises ConfigError for a date that is none."""
        return Options(
            style=self.style,
            isolated=self.isolated,
            select=self.select,
            ignore=self.ignore,
            date=self._date(),
        )

    def _date(self) -> datetime.date | None:
        if not self.date:
            return None
        if self.date == "today":
            return datetime.date.today()
        try:
            return datetime.date.fromisoformat(self.date)
        except ValueError:
            reason = f"found `{self.date}`, expected YYYY-MM-DD, or today"
            raise ConfigError(f"newslint.date: {reason}.") from None


def editor_settings(section: object) -> EditorSettings:
    """Read the section; an editor without one sends null. Raises ConfigError for what is no setting."""
    try:
        return msgspec.convert(section or {}, EditorSettings)
    except msgspec.ValidationError as cause:
        raise ConfigError(f"the editor's settings `newslint`: {cause}.") from None
