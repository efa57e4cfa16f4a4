"""Parsing: a command line in our words, with the nearest known name for what is misspelt."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any, NoReturn

from newslint.cli.streams import put
from newslint.core.visible import visible

HELP_WIDTH = 100
# Given to a command instead of words, it has its parser told and does nothing.
DESCRIBED: Sequence[str] = ("--described",)


class DescribedError(Exception):
    """No fault: the parser of a command, which was only asked for."""

    def __init__(self, parser: Parser) -> None:
        super().__init__()
        self.parser = parser


class Parser(argparse.ArgumentParser):
    """Says what is wrong with the command line as every complaint is said."""

    def __init__(self, prog: str, description: str) -> None:
        # It has each of its words translated, for which gettext looks up the locale; ours are English.
        argparse._ = str  # type: ignore[attr-defined]
        # A short form that is clear today is two options tomorrow, in somebody's hook.
        super().__init__(prog, description=description, formatter_class=_formatter, allow_abbrev=False)

    def parse_args(self, args: Any = None, namespace: Any = None) -> Any:
        """Return what the words ask for, or end the run with what is wrong with them."""
        if args is DESCRIBED:
            raise DescribedError(self)
        arguments, left = self.parse_known_args(args, namespace)
        if left:
            known = list(self._option_string_actions)
            told = [f"{word}{_near(word.partition('=')[0], known)}" for word in left]
            self.error(f"unknown arguments: {', '.join(told)}")
        return arguments

    def print_help(self, file: object = None) -> None:
        """Write the help, or say why it cannot be written, of which argparse says nothing."""
        put(self.format_help())

    def error(self, message: str) -> NoReturn:
        """End the run with a message."""
        super().error(visible(message))

    def takes_value(self, option: str) -> bool:
        """Tell whether the word after an option belongs to it."""
        action = self._option_string_actions.get(option)
        return action is not None and action.nargs != 0

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        if action.choices is not None and value not in action.choices:
            known = [str(each) for each in action.choices]
            expected = f"expected {', '.join(known)}{_near(str(value), known)}"
            raise argparse.ArgumentError(action, f"found `{value}`, {expected}")


def _near(word: str, known: Sequence[str]) -> str:
    from newslint.rulebook.faults import nearest

    return nearest(word, known)


def _formatter(prog: str) -> argparse.HelpFormatter:
    # Left to itself, argparse measures the terminal at every option, for which it imports shutil.
    return argparse.HelpFormatter(prog, max_help_position=32, width=HELP_WIDTH)
