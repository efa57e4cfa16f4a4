"""`newslint style show`, `newslint style diff`: what a house wants, and where two houses differ."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

import msgspec

from newslint.cli.options import opened, options, parser, write
from newslint.cli.parsing import Parser
from newslint.cli.streams import terminal_width
from newslint.core.errors import ConfigError
from newslint.core.style import Statement
from newslint.core.visible import visible
from newslint.desk.options import Options
from newslint.desk.setting import Setting
from newslint.pages.options import shown_value
from newslint.pages.style_difference import Difference, Side, differences

PLAIN_WIDTH = 100
ASKED = {"show": 1, "diff": 2}


class StyleReport(msgspec.Struct, frozen=True):
    """The JSON object that `show` writes."""

    schema: int
    style: str
    title: str
    description: str
    statements: tuple[Statement, ...]
    unknown: tuple[str, ...]


class DifferenceReport(msgspec.Struct, frozen=True):
    """The JSON object that `diff` writes."""

    schema: int
    first: str
    second: str
    differences: tuple[Difference, ...]


def main(words: Sequence[str]) -> int:
    """Show what a style wants, or where two styles differ."""
    arguments = _parser().parse_args(words)
    names: list[str] = arguments.names
    if len(names) != ASKED[arguments.action]:
        wanted = "one style" if arguments.action == "show" else "two styles"
        raise ConfigError(f"style {arguments.action}: found {len(names)}, expected {wanted}.")
    settings = [_setting(options(arguments), name) for name in names]
    if arguments.format == "json":
        write(msgspec.json.format(msgspec.json.encode(_report(names, settings)), indent=1).decode() + "\n")
        return 0
    width = min(terminal_width() or PLAIN_WIDTH, PLAIN_WIDTH)
    lines = _shown(names[0], settings[0], width) if len(names) == 1 else _compared(names, settings, width)
    write("".join(f"{visible(line)}\n" for line in lines))
    return 0


def _parser() -> Parser:
    made = parser("style", "Show what a house wants, statement by statement, or where two houses differ.")
    made.add_argument("action", choices=[*ASKED], help="what is done")
    made.add_argument("names", metavar="STYLE", nargs="+", help="a style, or a file that extends one")
    made.add_argument("--format", choices=["terminal", "json"], default="terminal")
    return made


def _setting(wanted: Options, name: str) -> Setting:
    return opened(msgspec.structs.replace(wanted, style=name, isolated=True)).here()


def _report(names: Sequence[str], settings: Sequence[Setting]) -> StyleReport | DifferenceReport:
    if len(names) == 2:
        return DifferenceReport(1, names[0], names[1], tuple(differences(*settings)))
    style = settings[0].styles[-1][1]
    return StyleReport(1, names[0], style.title, style.description.strip(), style.statements, style.unknown)


def _shown(name: str, setting: Setting, width: int) -> Iterator[str]:
    style = setting.styles[-1][1]
    yield from (f"{name}: {style.title}", "")
    yield from textwrap.wrap(" ".join(style.description.split()), width)
    yield ""
    for statement in style.statements:
        mark = "✓" if statement.verified else "?"
        yield from textwrap.wrap(statement.says, width, initial_indent=f"{mark} ", subsequent_indent="  ")
        yield f"    {', '.join(statement.rules)}"
        yield f"    {statement.source}"
    if style.statements:
        seen = sum(statement.verified for statement in style.statements)
        yield from ("", f"{seen} of {len(style.statements)} statements (✓) were seen in their source.")
    if style.unknown:
        yield from ("", "Not known, and so not set:", *(f"  {each}" for each in style.unknown))


def _compared(names: Sequence[str], settings: Sequence[Setting], width: int) -> Iterator[str]:
    column = max(map(len, names)) + 2
    count = 0
    for difference in differences(*settings):
        count += 1
        yield f"{difference.rule}  {difference.title}"
        for name, side in zip(names, (difference.first, difference.second), strict=True):
            indent = f"  {name:{column}}"
            yield from textwrap.wrap(
                _told(side), width, initial_indent=indent, subsequent_indent=" " * len(indent)
            )
    yield from ("", f"{names[0]} and {names[1]} differ in {count} {'rule' if count == 1 else 'rules'}.")


def _told(side: Side) -> str:
    """Return one house's side in a line: what it says, or that it has no such rule, and its options."""
    if side.severity == "off":
        return "off"
    told = " ".join(side.says) or side.severity
    options = ", ".join(
        f"{key}: not set" if value is None else f"{key} = {shown_value(value)}"
        for key, value in side.options.items()
    )
    return f"{told} ({options})" if options else told
