"""Soundness: what layers say of rules that are not there, and of options that these do not have."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from newslint.core.errors import ConfigError, RuleError
from newslint.core.faults import Faults
from newslint.core.lexicon import Lexicon
from newslint.core.rule import ConfiguredRule
from newslint.desk.configuring import configured
from newslint.desk.layers import Layer
from newslint.rulebook.faults import cited, nearest, place
from newslint.rulebook.packs import RuleBook


def expect_sound(book: RuleBook, layers: Sequence[Layer], layer: Layer, faults: Faults) -> None:
    """Note what a layer says of rules that are not there, or sets and they do not have, be they off.

    *layers* are those up to it.
    """
    expect_known(book, layer, faults)
    for family, settings in layer.style.rules.items():
        for fault in settings:
            if (name := f"{family}.{fault}") in book.rules:
                with faults.noted():
                    configured(book.rules[name], layers)


def expect_lists(rules: Iterable[ConfiguredRule], lexicon: Lexicon) -> None:
    """Raise RuleError for rules whose options name word lists that are not there."""
    faults = Faults()
    for rule in rules:
        for name in sorted(rule.check.lists()):
            if name not in lexicon.lists:
                where = place(rule.rule.origin, ["check"])
                known = f"{nearest(name, lexicon.lists)}; `newslint lists` names all"
                with faults.noted():
                    raise RuleError(f"{where}: check: unknown list `{cited(name)}`{known}.")
    faults.settle()


def expect_known(book: RuleBook, layer: Layer, faults: Faults) -> None:
    """Note the rules and families that a layer names and that are none."""
    families = {rule.family for rule in book.rules.values()}
    known = families | set(book.rules)
    for key in ("select", "extend-select", "ignore"):
        for name in getattr(layer.style, key.replace("-", "_")) or ():
            if name not in known:
                _unknown(layer, name, known, keys=[key, name], faults=faults)
    for family, settings in layer.style.rules.items():
        for fault in settings:
            if (name := f"{family}.{fault}") not in book.rules:
                _unknown(layer, name, book.rules, keys=["rules", family, fault], faults=faults)


def _unknown(layer: Layer, name: str, known: Iterable[str], *, keys: list[str], faults: Faults) -> None:
    where = place(layer.origin, [*layer.under, *keys])
    with faults.noted():
        raise ConfigError(f"{where}: unknown rule `{cited(name)}`{nearest(name, known)}.")
