"""The catalogue: the rules of a setting in rows, as `newslint rules` lists them."""

from __future__ import annotations

import msgspec

from newslint.core.style import StyleLayer
from newslint.desk.configuring import configured
from newslint.desk.selection import selected
from newslint.desk.setting import Setting


class Row(msgspec.Struct, frozen=True):
    """A rule as the table shows it; *selected* says whether the style in force runs it."""

    rule: str
    severity: str
    selected: bool
    title: str
    kind: str
    since: str
    origin: str


class RulesReport(msgspec.Struct, frozen=True):
    """The JSON object that other programs read."""

    schema: int
    rules: tuple[Row, ...]


def rules_report(setting: Setting) -> RulesReport:
    """Return every rule of a setting, in the order of ids."""
    running = {rule.id for rule in selected(setting.book, setting.layers, StyleLayer())}
    return RulesReport(
        1,
        tuple(
            Row(
                rule=rule.id,
                severity=configured(rule, setting.layers).severity.value,
                selected=rule.id in running,
                title=rule.file.title,
                kind=rule.kind,
                since=rule.file.since,
                origin="newslint" if rule.id in setting.book.shipped else rule.origin,
            )
            for rule in setting.book.rules.values()
        ),
    )
