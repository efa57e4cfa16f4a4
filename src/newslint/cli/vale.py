"""`newslint vale convert`: a rule of Vale as a rule of newslint."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from newslint.cli.options import write
from newslint.cli.parsing import Parser
from newslint.rulebook.vale.convert import converted_rule


def main(words: Sequence[str]) -> int:
    """Write a rule of Vale as TOML to standard output, with examples to be filled in."""
    made = Parser("newslint vale", "Turn a rule of Vale into one of newslint, with examples to fill in.")
    made.add_argument("action", choices=["convert"], help="what is done")
    made.add_argument("file", metavar="FILE", help="a rule, as styles/House/Wordy.yml")
    arguments = made.parse_args(words)
    write(converted_rule(Path(arguments.file)))
    return 0
