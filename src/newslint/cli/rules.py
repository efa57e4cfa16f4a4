"""`newslint rules`: the rule book as a table."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.cli.options import as_json, opened, options, parser, write
from newslint.cli.streams import terminal_width
from newslint.core.visible import visible
from newslint.desk.said import SHIPPED
from newslint.pages.catalogue import Row, RulesReport, rules_report
from newslint.rulebook.released import last_release

INDENT = "    "
# What a table needs beside its ids: the severities, and some words of the faults.
LEAST_BESIDE = 32


def main(words: Sequence[str]) -> int:
    """List every rule, with its severity in the style in force."""
    made = parser("rules", "List the rules; those the style does not select are marked.")
    made.add_argument("--format", choices=["terminal", "json"], default="terminal")
    made.add_argument("--new", action="store_true", help="only rules that the last release did not have")
    arguments = made.parse_args(words)
    found = rules_report(opened(options(arguments)).here())
    last = last_release() if arguments.new else None
    if last:
        rows = tuple(row for row in found.rules if row.origin == SHIPPED and row.rule not in last.rules)
        found = RulesReport(found.schema, rows)
    if arguments.format == "json":
        write(as_json(found))
    elif last and not found.rules:
        write(f"No rule is new since newslint {last.version}.\n")
    else:
        write(_table(found.rules))
    return 0


def _table(rows: Sequence[Row]) -> str:
    width = terminal_width()
    longest = max((len(row.rule) for row in rows), default=0)
    if width is None:
        return "".join(f"{row.rule:{longest}}  {_standing(row):10}  {visible(row.title)}\n" for row in rows)
    if width < longest + LEAST_BESIDE:
        return "".join(_stacked(row, width) for row in rows)
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None)
    table.add_column("Rule", no_wrap=True)
    table.add_column("Severity", no_wrap=True)
    table.add_column("Fault")
    for row in rows:
        table.add_row(row.rule, _standing(row), visible(row.title), style=None if row.selected else "dim")
    console = Console(width=width, force_terminal=True, markup=False, emoji=False)
    with console.capture() as capture:
        console.print(table)
    return capture.get()


def _stacked(row: Row, width: int) -> str:
    """Set a rule in lines of its own, its id whole."""
    import textwrap

    told = textwrap.wrap(f"{_standing(row)}: {visible(row.title)}", max(width - len(INDENT), len(INDENT)))
    return "".join(f"{line}\n" for line in [row.rule, *(INDENT + each for each in told)])


def _standing(row: Row) -> str:
    return row.severity if row.selected else "off"
