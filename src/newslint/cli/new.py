"""`newslint new rule`: a rule of the desk's own, with examples that hold."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from pathlib import Path

from newslint.cli.options import opened, options, parser, write
from newslint.cli.streams import complain
from newslint.core.errors import ConfigError
from newslint.core.paths import shown
from newslint.core.style import StyleLayer
from newslint.desk.desk import Desk
from newslint.desk.layers import Layer
from newslint.desk.selection import decision
from newslint.desk.setting import Setting
from newslint.founding.new_rules import pairs, rule_id, starters, text_from, text_like, text_of
from newslint.founding.schema_files import renew_schemas
from newslint.founding.starting import RULES, SCHEMA, SCHEMAS, write_new
from newslint.pages.examples import Workbench, failures
from newslint.rulebook.faults import nearest, place


def main(words: Sequence[str]) -> int:
    """Write a rule's file into the desk's folder of rules, and run its examples."""
    made = parser("new", "Write a rule of your own, with examples that hold, to be changed.")
    made.add_argument("subject", choices=["rule"], help="what is written")
    made.add_argument("id", metavar="ID", nargs="?", help="its id, family.fault (default: by its words)")
    made.add_argument(
        "--from",
        dest="swap",
        metavar="WORDS=>BETTER",
        action="append",
        default=[],
        help="words with a better one, or with none (repeatable): utilise=>use",
    )
    made.add_argument(
        "--kind",
        metavar="KIND",
        help=f"the kind of check: {', '.join(starters())}, or another (default: substitution)",
    )
    made.add_argument("--like", metavar="RULE", help="begin with a rule that there is")
    arguments = made.parse_args(words)
    if sum(map(bool, (arguments.swap, arguments.kind, arguments.like))) > 1:
        raise ConfigError("--from, --kind and --like: expected one of them.")
    if not arguments.id and not arguments.swap:
        raise ConfigError("found no id, expected `newslint new rule family.fault`, or --from.")
    desk = opened(options(arguments))
    setting = desk.here()
    name = rule_id(arguments.id, swap := pairs(arguments.swap), setting.book)
    text = _text(arguments, swap, desk, setting)
    path = _write(name, text, setting)
    return _tell(name, path, Desk(options(arguments)))


def _text(arguments: argparse.Namespace, swap: dict[str, str], desk: Desk, setting: Setting) -> str:
    book = setting.book
    if swap:
        return text_from(swap)
    if arguments.like:
        known = book.aliases.get(arguments.like, arguments.like)
        if known not in book.rules:
            raise ConfigError(
                f"--like: unknown rule `{arguments.like}`{nearest(arguments.like, book.rules)}."
            )
        return text_like(book.rules[known])
    return text_of(arguments.kind or "substitution", book, sorted(desk.registry.checks))


def _write(name: str, text: str, setting: Setting) -> Path:
    """Write a rule into the first of the desk's folders of rules. Raises ConfigError where it has none."""
    config = setting.config
    if not config.style.rules_dirs:
        if not config.origin:
            raise ConfigError("there is no config yet; `newslint init` writes one, with a folder for rules.")
        raise ConfigError(
            f'{config.origin}: found no `rules-dirs`; `rules-dirs = ["{RULES}"]` names a folder.'
        )
    folder = config.path("rules-dirs", config.style.rules_dirs[0])
    file = f"{name.replace('.', '/', 1)}.toml"
    above = Path(os.path.relpath(Path(config.folder, SCHEMAS), (folder / file).parent)).as_posix()
    header = SCHEMA.format(schema=f"{above if above.startswith('.') else './' + above}/rule.schema.json")
    ((_, written),) = write_new(folder, {file: header + text})
    if not written:
        raise ConfigError(f"{shown(folder / file)} is there already, and stays as it is.")
    return folder / file


def _tell(name: str, path: Path, desk: Desk) -> int:
    """Say what was written, whether its examples hold, and whether the config leaves it out."""
    setting = desk.here()
    rule = setting.book.rules[name]
    failed = list(failures(rule, Workbench(desk.registry, setting.book, setting.lexicon)))
    examples = len(rule.file.invalid) + len(rule.file.valid)
    write(f"wrote {shown(path)}; {examples - len(failed)} of {examples} examples hold.\n")
    for each in failed:
        complain([f"{name}: {each.example}: {each.reason}"])
    is_on, layer, key = decision(rule, setting.book, [*setting.layers, Layer("", StyleLayer())])
    if not is_on and layer is not None:
        complain([f"{place(layer.origin, [key])}: {key}: leaves {name} out; `extend-select` adds it."])
    renew_schemas(Path(setting.config.folder))
    return int(bool(failed))
