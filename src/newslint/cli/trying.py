"""`newslint try`: what a rule finds in copy, as a concordance."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from newslint.cli.options import as_json, opened, options, parser, positive, write
from newslint.cli.streams import complain, terminal_width
from newslint.core.check import AcrossCheck
from newslint.core.document import Document
from newslint.core.errors import ConfigError, RuleError, SourceError
from newslint.core.paths import shown
from newslint.core.rule import Rule
from newslint.desk.configuring import configured
from newslint.desk.desk import Desk
from newslint.engine.linter import Linter
from newslint.pages.concordance import Concordance, Line, places, spread, told
from newslint.rulebook.faults import cited, nearest
from newslint.rulebook.packs import rule_of
from newslint.rulebook.toml import contents, parsed

USUAL, PLAIN_WIDTH = 20, 120


def main(words: Sequence[str]) -> int:
    """Show what a rule, by its id or its file, finds in stories; exit 2 where some cannot be read."""
    made = parser("try", "Show what a rule finds in stories, word for word below each other.")
    made.add_argument("rule", metavar="RULE", help="a rule's id, or the path of its file")
    made.add_argument(
        "paths", metavar="PATH", nargs="*", default=["."], help="stories or folders (default: .)"
    )
    made.add_argument(
        "--max", metavar="N", type=positive, default=USUAL, help="show at most so many (default: %(default)s)"
    )
    made.add_argument("--format", choices=["terminal", "json"], default="terminal")
    arguments = made.parse_args(words)
    desk = opened(options(arguments))
    rule = _rule(arguments.rule, desk)
    failed: list[SourceError] = []
    lines: list[Line] = []
    stories = words_read = 0
    for document, linter in _documents(rule, arguments.paths, desk, failed):
        stories, words_read = stories + 1, words_read + len(document.text.split())
        lines += places(linter, document)
    complain(str(each) for each in failed)
    shown_lines = spread(lines, arguments.max)
    found = Concordance(1, rule.id, stories, words_read, len(lines), shown_lines)
    if arguments.format == "json":
        write(as_json(found))
    else:
        write("".join(f"{line}\n" for line in told(found, terminal_width() or PLAIN_WIDTH)))
    return 2 if failed else 0


def _rule(name: str, desk: Desk) -> Rule:
    """Return a rule by its id or its file. Raises ConfigError, RuleError."""
    book = desk.here().book
    known = book.aliases.get(name, name)
    if known in book.rules:
        rule = book.rules[known]
    elif name.endswith(".toml"):
        rule = _of_file(Path(name), desk)
    else:
        raise ConfigError(f"unknown rule `{cited(name)}`{nearest(name, book.rules)}; a file ends in .toml.")
    if issubclass(rule.check_class(), AcrossCheck):
        raise ConfigError(
            f"{rule.id} compares stories; `newslint check --across --select {rule.id}` runs it."
        )
    return rule


def _of_file(path: Path, desk: Desk) -> Rule:
    try:
        table = parsed(shown(path), contents(path), error=RuleError)
    except OSError as cause:
        raise ConfigError(f"{shown(path)}: cannot be read: {cause.strerror}.") from None
    family, file = path.absolute().parts[-2:]
    return rule_of(f"{family}/{file}", table, path=shown(path), classes=desk.registry.check_classes())


def _documents(
    rule: Rule, paths: Sequence[str], desk: Desk, failed: list[SourceError]
) -> Iterator[tuple[Document, Linter]]:
    """Yield each story with the rule as its config has it."""
    linters: dict[str, Linter] = {}
    for each in desk.assignments(paths):
        if isinstance(each, SourceError):
            failed.append(each)
            continue
        setting = desk.setting(each.config)
        key = f"{each.config.origin} {each.config.glob}"
        if key not in linters:
            own = setting.book.rules.get(rule.id)
            layers = setting.layers if own and own.origin == rule.origin else ()
            linters[key] = Linter([configured(rule, layers)], names=setting.book.names)
        for document in desk.documents(each):
            if isinstance(document, SourceError):
                failed.append(document)
            else:
                yield document, linters[key]
