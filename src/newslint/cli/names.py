"""`newslint names`: who and what is named, in which spellings, how often, where."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from newslint.cli.options import complain, options, parser, standard_input, write
from newslint.core.document import Document
from newslint.desk import Desk
from newslint.run import documents
from newslint.text.names_index import Name, names_index


class NamesReport(msgspec.Struct, frozen=True):
    """The JSON object that is written."""

    schema: int
    names: tuple[Name, ...]


def main(words: Sequence[str]) -> int:
    """List the names of all stories together."""
    made = parser("names", "List who and what is named, in which spellings, how often, where.")
    made.add_argument("paths", metavar="PATH", nargs="+", help="files and folders; - is standard input")
    made.add_argument("--format", choices=["terminal", "json"], default="terminal")
    arguments = made.parse_args(words)
    desk = Desk(options(arguments))
    read = list(documents(desk, arguments.paths, standard_input=standard_input))
    complain(str(each) for each in read if not isinstance(each, Document))
    stories = [each for each in read if isinstance(each, Document)]
    names = names_index(stories)
    if arguments.format == "json":
        write(msgspec.json.format(msgspec.json.encode(NamesReport(1, names)), indent=1).decode() + "\n")
    else:
        write("".join(_row(name) for name in names))
    return 2 if len(stories) < len(read) else 0


def _row(name: Name) -> str:
    spellings = ", ".join(f"{spelling} {count}" for spelling, count in name.spellings.items())
    return f"{name.name}  ({name.kind}; {len(name.mentions)})  {spellings}\n"
