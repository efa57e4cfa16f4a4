"""Selection: a style, a desk's layers and the command line → the rules that run."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.core.faults import Faults
from newslint.core.rule import ConfiguredRule, Rule
from newslint.core.style import StyleLayer
from newslint.desk.configuring import OFF, configured
from newslint.desk.layers import Layer, without_aliases
from newslint.desk.options import COMMAND
from newslint.desk.soundness import expect_known
from newslint.rulebook.packs import RuleBook


def selected(book: RuleBook, layers: Sequence[Layer], command: StyleLayer) -> tuple[ConfiguredRule, ...]:
    """Return the rules that sound *layers* select, configured; *command* is the command line, which wins.

    Raises ConfigError for what the command line names and is no rule, RuleError for faulty rules.
    """
    last = Layer(COMMAND, without_aliases(command, book.aliases))
    faults = Faults()
    expect_known(book, last, faults)
    chosen = []
    for rule in book.rules.values():
        if is_on(rule, book, [*layers, last]):
            with faults.noted():
                chosen.append(configured(rule, layers))
    faults.settle()
    return tuple(chosen)


def is_on(rule: Rule, book: RuleBook, layers: Sequence[Layer]) -> bool:
    """Decide by the command line, then by rule id, then by family; in each the last layer that speaks.

    A later `select` replaces the earlier ones, `extend-select` adds to them. Rules that are not newslint's
    own are on unless a desk or the command line selects: whoever adds a folder of rules wants them. The
    severity `off` says as much as `ignore` does.
    """
    return decision(rule, book, layers)[0]


def decision(rule: Rule, book: RuleBook, layers: Sequence[Layer]) -> tuple[bool, Layer | None, str]:
    """Return what `is_on` says, with the layer and the key that decide it; none where nobody speaks."""
    command = layers[-1].style
    names = (rule.id, rule.family)
    for name in names:
        if name in command.ignore:
            return False, layers[-1], "ignore"
        if name in (command.select or ()):
            return True, layers[-1], "select"
    if command.select is not None:
        return False, layers[-1], "select"
    last = max((n for n, layer in enumerate(layers) if layer.style.select is not None), default=0)
    off = _off(rule, layers)
    for name in names:
        for n in range(len(layers) - 1, -1, -1):
            style = layers[n].style
            if name in style.ignore:
                return False, layers[n], "ignore"
            if name == rule.id and n == off:
                return False, layers[n], "rules"
            if n >= last and name in style.extend_select:
                return True, layers[n], "extend-select"
            if n >= last and name in (style.select or ()):
                return True, layers[n], "select"
    is_added = layers[last].origin in book.styles and rule.id not in book.shipped
    return is_added, None if is_added else layers[last], "" if is_added else "select"


def _off(rule: Rule, layers: Sequence[Layer]) -> int | None:
    """Return which of the layers sets the severity last, if it sets it to `off`."""
    fault = rule.id.partition(".")[2]
    given = [
        (n, settings["severity"])
        for n, layer in enumerate(layers)
        if "severity" in (settings := layer.style.rules.get(rule.family, {}).get(fault, {}))
    ]
    return given[-1][0] if given and given[-1][1] == OFF else None
