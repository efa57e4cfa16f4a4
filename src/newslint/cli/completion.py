"""`newslint completion`: a script by which a shell completes commands, options and names."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from importlib import import_module

from newslint.cli import COMMANDS, MODULES
from newslint.cli.options import opened, options, parser, write
from newslint.cli.parsing import DESCRIBED, DescribedError, Parser
from newslint.core.errors import NewslintError
from newslint.desk.desk import Desk

EXTRA = "pip install 'newslint[completion]'"
SHELLS = ("bash", "zsh", "fish")


def main(words: Sequence[str]) -> int:
    """Write the script for a shell, with the rules, styles and formats of the desk by name."""
    made = parser(
        "completion", "Write what completes `newslint` in a shell: docs/completion.md says where to."
    )
    made.add_argument("shell", choices=SHELLS, help="the shell")
    arguments = made.parse_args(words)
    try:
        import shtab
    except ModuleNotFoundError:
        raise NewslintError(f"`newslint completion` wants shtab, which is not installed: {EXTRA}.") from None
    whole = _whole(opened(options(arguments)), {"file": shtab.FILE, "folder": shtab.DIRECTORY})
    write(shtab.complete(whole, arguments.shell))
    return 0


def _whole(desk: Desk, paths: Mapping[str, object]) -> argparse.ArgumentParser:
    """Return one parser with every command's below it."""
    whole = argparse.ArgumentParser("newslint")
    whole.add_argument("--version", action="store_true", help="the version")
    commands = whole.add_subparsers()
    names = _names(desk)
    for command in COMMANDS:
        described = _described(command)
        for action in described._actions:
            _complete(action, command, names, paths)
        told = described.description
        commands.add_parser(command, parents=[described], add_help=False, help=told, description=told)
    return whole


def _described(command: str) -> Parser:
    try:
        import_module(f"newslint.cli.{MODULES.get(command, command)}").main(DESCRIBED)
    except DescribedError as described:
        return described.parser
    raise AssertionError(command)


def _names(desk: Desk) -> dict[str, list[str]]:
    """Return the names that options and the arguments of commands may be given, by their own."""
    book = desk.here().book
    families = sorted({rule.family for rule in book.rules.values()})
    rules, styles = sorted(book.rules), sorted(book.styles)
    return {
        "explain": [*rules, *styles, *desk.registry.checks], "lists": sorted(desk.here().lexicon.lists),
        "select": [*families, *rules], "ignore": [*families, *rules],
        "style": styles, "format": sorted(desk.registry.reporters), "reader": sorted(desk.registry.readers),
    }  # fmt: skip


def _complete(
    action: argparse.Action,
    command: str,
    names: Mapping[str, Sequence[str]],
    paths: Mapping[str, object],
) -> None:
    """Say what completes an argument: names, or paths where its metavar tells of one."""
    if action.choices is not None or action.nargs == 0:
        return
    known = names.get(action.dest if action.option_strings else command)
    metavar = action.metavar if isinstance(action.metavar, str) else ""
    kind = {"PATH": "file", "FILE": "file", "RULES_DIR": "folder", "DIR": "folder"}.get(metavar)
    if known:
        action.choices = known
    elif kind:
        action.complete = paths[kind]  # type: ignore[attr-defined]
