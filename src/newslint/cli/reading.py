"""How files are read: the options of every command that reads them, and what those do that only read."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from newslint.cli.options import add_time_limit, parser
from newslint.cli.parsing import Parser
from newslint.cli.streams import complain
from newslint.core.encodings import codec_named
from newslint.core.errors import NewslintError
from newslint.desk.desk import Desk
from newslint.run.deadline import Deadline
from newslint.run.gathered import taken_for
from newslint.run.run import documents

if TYPE_CHECKING:
    from newslint.core.document import Document


def stories_parser(command: str, description: str, formats: Sequence[str]) -> Parser:
    """Return the parser of a command that shows something of stories, in the first of *formats*."""
    made = parser(command, description)
    made.add_argument("paths", metavar="PATH", nargs="+", help="files and folders; - is standard input")
    made.add_argument("--format", choices=formats, default=formats[0])
    add_time_limit(made)
    add_reading(made)
    return made


def add_reading(made: argparse.ArgumentParser) -> None:
    """Add the options that say how files are read."""
    made.add_argument("--reader", metavar="NAME", help="read every file so, whatever it is called")
    made.add_argument("--encoding", metavar="NAME", type=_codec, help="the encoding of every file")


def readable(
    desk: Desk, paths: Sequence[str], question: Callable[[Document], object], *, deadline: Deadline | None
) -> tuple[list[Document], int]:
    """Return the stories and the exit code; complain of what cannot be read, and say what was guessed.

    What was compiled on the way is kept for the next run.
    """
    read = list(documents(desk, paths, question, deadline=deadline))
    desk.close()
    complain(str(each) for each in read if isinstance(each, NewslintError))
    counts = Counter(desk.guesses.values())
    first = {encoding: file for file, encoding in reversed(desk.guesses.items())}
    complain(taken_for(encoding, first[encoding], count) for encoding, count in sorted(counts.items()))
    found = [each for each in read if not isinstance(each, NewslintError)]
    return found, 2 if len(found) < len(read) else 0


def _codec(value: str) -> str:
    """Read the name of an encoding."""
    found = codec_named(value)
    if found is None:
        raise argparse.ArgumentTypeError(f"found `{value}`, expected an encoding such as windows-1252")
    return found
