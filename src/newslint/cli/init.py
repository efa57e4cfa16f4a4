"""`newslint init`: the files that a desk begins with."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec

from newslint.cli.options import folder, options, parser, write
from newslint.cli.streams import complain
from newslint.core.errors import ConfigError
from newslint.core.visible import visible
from newslint.desk.config import Configs
from newslint.desk.desk import Desk
from newslint.desk.options import Options
from newslint.founding.schema_files import write_schemas
from newslint.founding.starting import CONFIG, RULES, first_files, has_config, told, write_new
from newslint.founding.survey import survey


def main(words: Sequence[str]) -> int:
    """Write a config, a first rule, a register, word lists and an entry for pre-commit, where none are."""
    made = parser("init", "Write the files that a desk begins with; what is there stays as it is.")
    made.add_argument("folder", metavar="DIR", nargs="?", type=folder, default=".", help="where (default: .)")
    made.add_argument(
        "--archive", metavar="PATH", action="append", help="stories that show the house's hand (default: DIR)"
    )
    arguments = made.parse_args(words)
    home = Path(arguments.folder)
    for path in arguments.archive or ():
        if not Path(path).exists():
            raise ConfigError(f"--archive: {path}: no such file or folder.")
    desk = Desk(msgspec.structs.replace(options(arguments), isolated=True))
    complain(desk.notices)
    seen = survey(desk, arguments.archive or [arguments.folder])
    write("".join(f"{visible(line)}\n" for line in told(seen, chosen=arguments.style)))
    files = dict(first_files(seen, sorted(desk.here().book.styles), chosen=arguments.style))
    if has_config(home):
        del files[CONFIG]
        write("pyproject.toml holds a config, so newslint.toml is not written.\n")
    for name, written in write_new(home, files):
        write(f"{'wrote' if written else 'left, as it is there:'} {name}\n")
    for name in write_schemas(home):
        write(f"wrote {name}\n")
    if RULES not in (config := Configs(Options()).above(home.absolute())).style.rules_dirs:
        complain([f'{config.origin}: `rules-dirs = ["{RULES}"]` would have the rules in {RULES} read.'])
    write(NEXT)
    desk.close()
    return 0


NEXT = """\

Next: `newslint check .` lints the stories. `newslint new rule --from "utilise=>use"` writes a rule of your
own, `newslint try desk.plain-words .` shows where one speaks, `newslint test house-rules` runs its examples.
"""
