"""What a costly rule may take of a run, and how it is told that it took more."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count

import pytest

from newslint.core.check import Check
from newslint.core.rule import Rule, RuleFile
from newslint.core.severity import Severity
from newslint.desk.configuring import configured
from newslint.engine.budgets import Budgeted
from newslint.plugin import Document, Problem, RuleError, Span


class Comma(Check, frozen=True):
    """Reports the first comma."""

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield one problem."""
        yield Problem(Span(3, 4), {})


def budgeted(seconds: float) -> Budgeted:
    """Return a search of a rule that takes so many seconds for a story."""
    file = RuleFile(title="Comma", severity=Severity.WARNING, message="A comma.", explanation="", check={})
    rule = Rule("house.comma", "rules/house/comma.toml", file, "comma", {}, lambda: Comma)
    used = configured(rule)
    ticks = count(step=seconds)
    return Budgeted([used], Comma.combine([used]), lambda: next(ticks))


def test_rule_that_takes_little_is_never_off(story: Callable[[str], Document]) -> None:
    search = budgeted(0.1)

    found = [[*search(story("Yes, he said."))] for _ in range(100)]

    assert found == [[(0, Problem(Span(3, 4), {}))]] * 100


def test_rule_that_takes_too_long_is_off_for_the_rest_and_told_once(story: Callable[[str], Document]) -> None:
    search, document = budgeted(6), story("Yes, he said.")

    heard = [len([*search(document)]) for _ in range(2)]
    with pytest.raises(RuleError, match=r"rules/house/comma\.toml took 12 seconds of the run"):
        list(search(document))
    silent = [len([*search(document)]) for _ in range(3)]

    assert (heard, silent) == ([1, 1], [0, 0, 0])


def test_long_copy_allows_a_rule_more(story: Callable[[str], Document]) -> None:
    search, document = budgeted(12), story("Yes, he said. " * 200_000)

    assert [len([*search(document)]) for _ in range(2)] == [1, 1]
