"""Where two styles differ: rules that one has and the other not, or otherwise, and what each house says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from newslint.core.rule import ConfiguredRule, Rule
from newslint.desk.configuring import configured
from newslint.desk.selection import is_on
from newslint.desk.setting import Setting


class Side(msgspec.Struct, frozen=True):
    """A rule in one style: its severity or `off`, the options that differ, and what the house says of it."""

    severity: str
    options: dict[str, Any]
    says: tuple[str, ...]


class Difference(msgspec.Struct, frozen=True):
    """A rule that two styles have otherwise."""

    rule: str
    title: str
    first: Side
    second: Side


def differences(first: Setting, second: Setting) -> Iterator[Difference]:
    """Yield the rules that differ, in the order of their ids."""
    said = (_said(first), _said(second))
    for rule in first.book.rules.values():
        pair = (_configured(rule, first), _configured(rule, second))
        states, options = tuple(map(_state, pair)), _options(*pair)
        if states[0] != states[1] or options[0] != options[1]:
            sides = (Side(states[n], options[n], said[n].get(rule.id, ()) if pair[n] else ()) for n in (0, 1))
            yield Difference(rule.id, rule.file.title, *sides)


def _configured(rule: Rule, setting: Setting) -> ConfiguredRule | None:
    return configured(rule, setting.layers) if is_on(rule, setting.book, setting.layers) else None


def _state(rule: ConfiguredRule | None) -> str:
    return rule.severity if rule else "off"


def _options(*pair: ConfiguredRule | None) -> Sequence[dict[str, Any]]:
    """Return the options that differ; those of a rule that one style alone has are its own business."""
    first, second = (_set(rule) for rule in pair)
    if not (pair[0] and pair[1]):
        return {}, {}
    return tuple(
        {key: value for key, value in each.items() if first.get(key) != second.get(key)}
        for each in (first, second)
    )


def _set(rule: ConfiguredRule | None) -> Mapping[str, Any]:
    found = msgspec.to_builtins(rule.check, order="deterministic") if rule else {}
    return found if isinstance(found, dict) else {}


def _said(setting: Setting) -> Mapping[str, tuple[str, ...]]:
    """Return by rule what the styles of a setting say."""
    said: dict[str, tuple[str, ...]] = {}
    for _, style in setting.styles:
        for statement in style.statements:
            for rule in statement.rules:
                said[rule] = (*said.get(rule, ()), statement.says)
    return said
