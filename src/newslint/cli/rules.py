"""`newslint rules`: the rule book as a table."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from newslint.cli.options import opened, options, parser, write
from newslint.cli.streams import terminal_width
from newslint.core.style import StyleLayer
from newslint.core.visible import visible
from newslint.desk.configuring import configured
from newslint.desk.selection import selected
from newslint.desk.settings import Setting


class Row(msgspec.Struct, frozen=True):
    """A rule as the table shows it; *selected* says whether the style in force runs it."""

    rule: str
    severity: str
    selected: bool
    title: str
    kind: str
    since: str
    origin: str


class RulesReport(msgspec.Struct, frozen=True):
    """The JSON object that is written."""

    schema: int
    rules: tuple[Row, ...]


def main(words: Sequence[str]) -> int:
    """List every rule, with its severity in the style in force."""
    made = parser("rules", "List the rules; those the style does not select are marked.")
    made.add_argument("--format", choices=["terminal", "json"], default="terminal")
    arguments = made.parse_args(words)
    rows = _rows(opened(options(arguments)).here())
    if arguments.format == "json":
        write(msgspec.json.format(msgspec.json.encode(RulesReport(1, rows)), indent=1).decode() + "\n")
    else:
        write(_table(rows))
    return 0


def _rows(setting: Setting) -> tuple[Row, ...]:
    running = {rule.id for rule in selected(setting.book, setting.layers, StyleLayer())}
    return tuple(
        Row(
            rule=rule.id,
            severity=configured(rule, setting.layers).severity.value,
            selected=rule.id in running,
            title=rule.file.title,
            kind=rule.kind,
            since=rule.file.since,
            origin="newslint" if rule.id in setting.book.shipped else rule.origin,
        )
        for rule in setting.book.rules.values()
    )


def _table(rows: Sequence[Row]) -> str:
    width = terminal_width()
    if width is None:
        longest = max(len(row.rule) for row in rows)
        return "".join(f"{row.rule:{longest}}  {_standing(row):10}  {visible(row.title)}\n" for row in rows)
    from rich.console import Console
    from rich.table import Table

    table = Table("Rule", "Severity", "Fault", box=None)
    for row in rows:
        table.add_row(row.rule, _standing(row), visible(row.title), style=None if row.selected else "dim")
    console = Console(width=width, force_terminal=True, markup=False, emoji=False)
    with console.capture() as capture:
        console.print(table)
    return capture.get()


def _standing(row: Row) -> str:
    return row.severity if row.selected else "off"
