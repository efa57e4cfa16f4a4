"""`newslint test`: every rule's own examples."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from newslint.cli.options import opened, options, parser, write
from newslint.core.errors import ConfigError
from newslint.core.faults import Faults
from newslint.core.paths import meant
from newslint.core.rule import Rule
from newslint.core.style import Style
from newslint.core.visible import visible_lines
from newslint.desk.config import Config
from newslint.desk.configuring import configured
from newslint.desk.desk import Desk
from newslint.desk.setting import Setting
from newslint.pages.examples import Workbench, failures
from newslint.rulebook.faults import nearest


def main(words: Sequence[str]) -> int:
    """Run the examples of the rule book, of a folder, a family or one rule; exit 1 when one does not hold."""
    made = parser("test", "Run every rule's own examples.")
    made.add_argument(
        "folder",
        metavar="RULES_DIR",
        nargs="?",
        help="test only this folder of rules, this file, family or rule",
    )
    arguments = made.parse_args(words)
    desk = opened(options(arguments))
    if not arguments.folder:
        return _tested(list(desk.here().book.rules.values()), desk, desk.here())
    if arguments.folder.endswith(".toml") or _is_named(arguments.folder, desk):
        return _tested(_rules(arguments.folder, desk.here()), desk, desk.here())
    if not Path(arguments.folder).is_dir():
        near = nearest(arguments.folder, desk.here().book.names)
        raise ConfigError(f"{arguments.folder}: no such folder of rules, family or rule{near}.")
    config = Config("the command line", ".", Style(rules_dirs=(arguments.folder,)), ("/",))
    tested = desk.setting(config)
    return _tested(list(_below(Path(arguments.folder), tested)), desk, tested)


def _is_named(name: str, desk: Desk) -> bool:
    """Tell a rule or a family from a folder, which wins where both are there."""
    return not Path(name).is_dir() and name in desk.here().book.names


def _rules(name: str, setting: Setting) -> list[Rule]:
    """Return the rules of a file, a family or an id. Raises ConfigError for a file without any."""
    rules = setting.book.rules.values()
    if name.endswith(".toml"):
        found = [rule for rule in rules if meant(rule.origin).resolve() == Path(name).resolve()]
        if not found:
            raise ConfigError(f"{name}: found no rule of this desk there; `rules-dirs` names its folders.")
        return found
    meant_id = setting.book.names[name]
    return [rule for rule in rules if meant_id in (rule.id, rule.family)]


def _below(folder: Path, setting: Setting) -> Iterator[Rule]:
    home = folder.resolve()
    return (rule for rule in setting.book.rules.values() if meant(rule.origin).resolve().is_relative_to(home))


def _tested(rules: Sequence[Rule], desk: Desk, tested: Setting) -> int:
    faults = Faults()
    for rule in rules:
        with faults.noted():
            configured(rule)
    faults.settle()
    bench = Workbench(desk.registry, tested.book, tested.lexicon)
    failed = [failure for rule in rules for failure in failures(rule, bench)]
    for failure in failed:
        write(visible_lines(f"{failure.rule}: {failure.example}\n    {failure.reason}\n"))
    for rule in rules:
        if rule.file.lacking:
            write(visible_lines(f"{rule.id}: {rule.origin}\n    {rule.file.lacking}.\n"))
        if rule.check_class().costly:
            write(f"{rule.id}: costly, as the kind `{rule.kind}` searches every story on its own.\n")
    examples = sum(len(rule.file.invalid) + len(rule.file.valid) for rule in rules)
    held = examples - len(failed)
    noun = "rule" if len(rules) == 1 else "rules"
    write(f"{len(rules)} {noun}, {held} of {examples} examples hold.\n")
    return int(bool(failed) or any(rule.file.lacking for rule in rules))
