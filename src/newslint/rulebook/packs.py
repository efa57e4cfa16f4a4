"""Packs: parsed folders that become the rule book (rules, styles, word lists)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import msgspec

from newslint.core.check import Check
from newslint.core.errors import RuleError
from newslint.core.faults import Faults
from newslint.core.lexicon import WordList
from newslint.core.paths import shown
from newslint.core.rule import Rule, RuleFile
from newslint.core.style import Style
from newslint.rulebook.faults import cited, nearest, place
from newslint.rulebook.toml import blank_word, converted
from newslint.rulebook.trees import Trees, shipped_rules

Classes = Mapping[str, Callable[[], type[Check]]]


class RuleBook(msgspec.Struct, frozen=True):
    """Every rule by id, every style and list by name. *shipped* are the ids of newslint's own rules."""

    rules: Mapping[str, Rule]
    styles: Mapping[str, Style]
    lists: Mapping[str, WordList]
    shipped: frozenset[str]
    aliases: Mapping[str, str]

    @property
    def names(self) -> Mapping[str, str]:
        """Return what each name stands for: an id and a family for themselves, an alias for its id."""
        families = {rule.family for rule in self.rules.values()}
        return {**self.aliases, **{name: name for name in (*families, *self.rules)}}


def rule_book(trees: Trees, classes: Classes) -> RuleBook:
    """Make the rule book of parsed packs; a later pack may replace styles and lists, never a rule.

    Raises RuleError for a file that is not a rule, style or list, and for two rules of one id.
    """
    rules: dict[str, Rule] = {}
    styles: dict[str, Style] = {}
    lists: dict[str, WordList] = {}
    faults = Faults()
    shipped = str(shipped_rules())
    for folder, files in trees.items():
        home = shown(Path(folder))
        for name, table in files.items():
            path = f"{home}/{name}"
            with faults.noted():
                if name.startswith("styles/"):
                    styles[_stem(name)] = converted(table, Style, path=path, error=RuleError)
                elif name.startswith("lists/"):
                    made = converted(table, WordList, path=path, error=RuleError)
                    lists[_stem(name)] = made if folder == shipped else _without_blanks(made, path=path)
                else:
                    _add(rules, rule_of(name, table, path=path, classes=classes))
    aliases = _aliases(rules, faults)
    faults.settle()
    own = frozenset(_id(name) for name in trees.get(shipped, ()))
    return RuleBook(dict(sorted(rules.items())), styles, lists, own, aliases)


def _add(rules: dict[str, Rule], rule: Rule) -> None:
    if other := rules.get(rule.id):
        raise RuleError(f"{rule.origin}: rule {rule.id} is already defined in {other.origin}.")
    rules[rule.id] = rule


def _aliases(rules: Mapping[str, Rule], faults: Faults) -> dict[str, str]:
    """Return what each old id of a rule stands for now."""
    aliases: dict[str, str] = {}
    for rule in rules.values():
        for alias in rule.file.aliases:
            other = alias if alias in rules else aliases.get(alias)
            with faults.noted():
                if other:
                    where = place(rule.origin, ["aliases"])
                    raise RuleError(f"{where}: aliases: found `{cited(alias)}`, which stands for {other}.")
                aliases[alias] = rule.id
    return aliases


def _without_blanks(words: WordList, *, path: str) -> WordList:
    for key, items in (("words", words.words), ("records", words.records)):
        if fault := next(filter(None, map(blank_word, items)), None):
            raise RuleError(f"{place(path, [key])}: {key}: {fault}.")
    return words


def rule_of(name: str, table: dict[str, Any], *, path: str, classes: Classes) -> Rule:
    """Make a rule of a parsed file, which is called `<family>/<fault>.toml`. Raises RuleError."""
    if name.count("/") != 1:
        raise RuleError(f"{path}: expected `<family>/<fault>.toml` inside a folder of rules.")
    file = converted(table, RuleFile, path=path, error=RuleError)
    options = dict(file.check)
    kind = converted(options.pop("kind", ""), str, path=path, error=RuleError, under=["check", "kind"])
    if kind not in classes:
        where = place(path, ["check", "kind"])
        raise RuleError(f"{where}: check.kind: unknown kind `{cited(kind)}`{nearest(kind, classes)}.")
    return Rule(_id(name), path, file, kind, options, classes[kind])


def _stem(name: str) -> str:
    # What pathlib would say; it takes longer than reading the list does, and there are hundreds.
    return name.rpartition("/")[2].removesuffix(".toml")


def _id(name: str) -> str:
    return name.removesuffix(".toml").replace("/", ".")
