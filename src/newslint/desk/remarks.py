"""Remarks: what is odd in a config and stops nothing, as settings without effect, and rules by an old id."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.core.style import StyleLayer
from newslint.desk.config import Config
from newslint.desk.configuring import OFF
from newslint.desk.layers import Layer, old_names, without_aliases
from newslint.desk.selection import is_on
from newslint.rulebook.faults import place
from newslint.rulebook.packs import RuleBook


def remarks(book: RuleBook, config: Config, layers: Sequence[Layer]) -> Iterator[str]:
    """Yield what is odd in a config, given the layers that it comes to."""
    parts = [Layer(config.origin, config.style.layer())]
    parts += [Layer(config.origin, part, ("files", glob)) for glob, part in config.style.files.items()]
    for part in parts:
        for keys, old in old_names(part.style, book.aliases):
            where = place(config.origin, [*part.under, *keys])
            yield f"{where}: `{old}` is called `{book.aliases[old]}` now."
    for part in parts:
        yield from _without_effect(book, config, layers, part)
    for rule in book.rules.values():
        if rule.id not in book.shipped and rule.file.check and rule.file.lacking:
            yield f"{rule.origin}: {rule.file.lacking}; `newslint test` wants them."


def _without_effect(book: RuleBook, config: Config, layers: Sequence[Layer], part: Layer) -> Iterator[str]:
    """Yield the settings of rules that run for no story that they are for."""
    own = [
        Layer(config.origin, without_aliases(each, book.aliases), ("files", glob))
        for glob, each in config.style.files.items()
    ]
    asked = [[*layers], *([*layers, each] for each in own)]
    for family, faults in without_aliases(part.style, book.aliases).rules.items():
        for fault, settings in faults.items():
            rule = book.rules[f"{family}.{fault}"]
            if settings.get("severity") == OFF or not settings:
                continue
            if not any(is_on(rule, book, [*each, NOBODY]) for each in asked):
                keys = [*part.under, "rules", family, fault]
                where = place(config.origin, keys)
                yield f"{where}: {'.'.join(keys)}: {rule.id} is off, so this has no effect."


# The command line of who asks for nothing.
NOBODY = Layer("", StyleLayer())
