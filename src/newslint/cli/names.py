"""`newslint names`: who and what is named, in which spellings, how often, where."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec

from newslint.cli.name_table import Lines, table
from newslint.cli.options import as_json, opened, options, write
from newslint.cli.reading import readable, stories_parser
from newslint.cli.streams import terminal_width
from newslint.core.errors import ConfigError
from newslint.core.source import line_starts
from newslint.desk.registers import house_names
from newslint.run.deadline import Deadline
from newslint.text.names.candidates.evidence import Kind
from newslint.text.names.names_index import Name, names_index


class NamesReport(msgspec.Struct, frozen=True):
    """The JSON object that is written."""

    schema: int
    names: tuple[Name, ...]


def main(words: Sequence[str]) -> int:
    """List the names of all stories together."""
    described = "List who and what is named, in which spellings, how often, where; as toml: a register."
    made = stories_parser("names", described, ["terminal", "json", "toml"])
    made.add_argument("--variants", action="store_true", help="only names in more than one spelling")
    made.add_argument("--against", metavar="FILE", help="only names that a register does not have")
    arguments = made.parse_args(words)
    deadline = Deadline.after(arguments.time_limit)
    desk = opened(options(arguments))
    stories, code = readable(desk, arguments.paths, lambda story: names_index([story]), deadline=deadline)
    names = names_index(stories)
    if arguments.variants:
        names = tuple(name for name in names if len(name.variants) > 1)
    if arguments.against:
        registered = _registered(Path(arguments.against))
        names = tuple(name for name in names if name.name not in registered)
    lines = {story.path: line_starts(story.source) for story in stories}
    write(shown(names, arguments.format, lines, terminal_width()))
    return code


def _registered(path: Path) -> frozenset[str]:
    """Return the names of a register and their variants. Raises ConfigError."""
    try:
        rows = house_names(path)
    except OSError as cause:
        raise ConfigError(f"--against: {path}: {cause.strerror}.") from None
    return frozenset(name for row in rows for name in (row.name, *row.variants))


def shown(names: Sequence[Name], form: str, lines: Lines, width: int | None) -> str:
    """Return the names as JSON, as a register, or as a table: drawn where a *width* is given."""
    if form == "json":
        return as_json(NamesReport(1, tuple(names)))
    if form == "toml":
        return "\n".join(_row(name) for name in names if name.kind is not Kind.UNKNOWN)
    return table(names, lines, width)


def _row(name: Name) -> str:
    """Return a name as a row of the register, to be gone through by a person."""
    wanted = max(name.variants, key=lambda spelling: (name.spellings[spelling], spelling in name.name))
    others = [spelling for spelling in name.variants if spelling != wanted]
    lines = ["[[names]]", f"name = {_quoted(name.name)}", f'kind = "{name.kind}"']
    if others:
        lines.append(f"variants = [{', '.join(map(_quoted, others))}]")
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return msgspec.json.encode(text).decode()
