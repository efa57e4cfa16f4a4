"""Desk files: the house register and the exchange rates that a config points at, read and checked."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from io import StringIO
from math import isfinite
from pathlib import Path
from typing import Annotated, Any

import msgspec
from msgspec import Meta

from newslint.core.errors import ConfigError
from newslint.core.lexicon import WordList
from newslint.core.paths import shown
from newslint.desk.config import Config
from newslint.desk.contents import is_opened, opened_content
from newslint.rulebook.faults import cited, place
from newslint.rulebook.toml import contents, converted, parsed
from newslint.text.names.spellings.house_names import HouseName

COLUMNS = ["date", "from", "to", "rate"]
# Every currency of a central bank, for thirty years.
MOST_RATES = 10_000_000
ROW = "2024-05-31,EUR,USD,1.0852"


class RegisterFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A house register as its TOML file says it."""

    names: tuple[HouseName, ...] = ()


class RateRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"one": "from", "other": "to"}):
    """A row of the rates: what one unit of a currency made in another on a day."""

    date: datetime.date
    one: Annotated[str, Meta(pattern="^[A-Z]{3}$")]
    other: Annotated[str, Meta(pattern="^[A-Z]{3}$")]
    rate: Annotated[float, Meta(gt=0)]


def desk_lists(config: Config) -> Mapping[str, WordList]:
    """Return the register (`names`) and the rates (`rates`) of a config as lists. Raises ConfigError."""
    lists = {}
    if config.style.names:
        path, content = _opened(config, "names", config.style.names)
        table, _ = _register(path, content)
        lists["house-names"] = WordList("The house register", records=tuple(table.get("names", ())))
    if config.style.rates:
        path, content = _opened(config, "rates", config.style.rates)
        lists["rates"] = WordList("Exchange rates", records=tuple(_rates(path, content)))
    return lists


def house_names(path: Path) -> tuple[HouseName, ...]:
    """Return the rows of a house register. Raises ConfigError where it is none, OSError where it is not."""
    opened = is_opened(path)
    content = opened_content(path, shown(path), MOST_RATES) if opened else contents(path)
    return _register(path, content)[1].names


def _opened(config: Config, key: str, name: str) -> tuple[Path, bytes]:
    path = config.path(key, name)
    try:
        return path, contents(path, MOST_RATES)
    except OSError as cause:
        where = place(config.origin, [key])
        raise ConfigError(f"{where}: {key}: {cited(shown(path))}: {cause.strerror}.") from None


def _register(path: Path, content: bytes) -> tuple[dict[str, Any], RegisterFile]:
    table = parsed(shown(path), content, error=ConfigError)
    return table, converted(table, RegisterFile, path=shown(path), error=ConfigError)


def _rates(path: Path, content: bytes) -> Iterator[dict[str, Any]]:
    import csv

    if len(content) > MOST_RATES:
        raise ConfigError(f"{shown(path)}: found more than {MOST_RATES:,} bytes.")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as cause:
        raise ConfigError(f"{shown(path)}: offset {cause.start} is not UTF-8.") from None
    rows = csv.DictReader(StringIO(text, newline=""), restkey="more")
    try:
        if rows.fieldnames != COLUMNS:
            found = cited(", ".join(rows.fieldnames or ()) or "nothing")
            raise ConfigError(f"{shown(path)}:1: found columns {found}, expected {', '.join(COLUMNS)}.")
        for row in rows:
            if not _is_rate(row):
                where = f"{shown(path)}:{rows.line_num}"
                raise ConfigError(f"{where}: found {cited(_written(row))}, expected a row such as {ROW}.")
            yield row
    # A field may be 131,072 characters long.
    except csv.Error as cause:
        raise ConfigError(
            f"{shown(path)}:{rows.line_num + 1}: {cause}, expected a row such as {ROW}."
        ) from None


def _is_rate(row: Mapping[str, Any]) -> bool:
    try:
        return isfinite(msgspec.convert(row, RateRow, strict=False).rate)
    except msgspec.ValidationError:
        return False


def _written(row: Mapping[str, Any]) -> str:
    values = [*(row[column] for column in COLUMNS), *row.get("more", ())]
    return ",".join(value for value in values if value is not None) or "an empty row"
