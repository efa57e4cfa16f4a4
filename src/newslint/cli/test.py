"""`newslint test`: every rule's own examples."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from newslint.cli.options import opened, options, parser, write
from newslint.core.paths import meant
from newslint.core.rule import Rule
from newslint.core.style import Style
from newslint.core.visible import visible_lines
from newslint.desk.config import Config
from newslint.desk.desk import Desk
from newslint.desk.setting import Setting
from newslint.pages.examples import Workbench, failures


def main(words: Sequence[str]) -> int:
    """Run the examples of the rule book, or of one folder of rules; exit 1 when one does not hold."""
    made = parser("test", "Run every rule's own examples.")
    made.add_argument("folder", metavar="RULES_DIR", nargs="?", help="test only the rules in this folder")
    arguments = made.parse_args(words)
    desk = opened(options(arguments))
    if arguments.folder:
        config = Config("the command line", ".", Style(rules_dirs=(arguments.folder,)), ("/",))
        tested = desk.setting(config)
        folder = Path(arguments.folder).resolve()
        rules = [
            rule for rule in tested.book.rules.values() if meant(rule.origin).resolve().is_relative_to(folder)
        ]
    else:
        tested = desk.here()
        rules = list(tested.book.rules.values())
    return _tested(rules, desk, tested)


def _tested(rules: Sequence[Rule], desk: Desk, tested: Setting) -> int:
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
