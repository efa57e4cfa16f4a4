"""Figures of copy that a story can check itself: what each rule flags, and what it leaves alone."""

from __future__ import annotations

from pathlib import Path

import pytest
import tomli

from newslint import lint
from newslint.plugin import Severity

COPY = tomli.loads(Path(__file__).with_name("figures.toml").read_text(encoding="utf-8"))


def _flagged(rule: str, copy: str) -> bool:
    """Tell whether a rule, or one of a family, says more of *copy* than it suggests."""
    found = (each for each in lint(copy).findings if each.severity is not Severity.SUGGESTION)
    return any(each.rule == rule or each.rule.partition(".")[0] == rule for each in found)


@pytest.mark.parametrize("rule", COPY)
def test_wrong_figures_are_flagged(rule: str) -> None:
    missed = [copy for copy in COPY[rule]["flagged"] if not _flagged(rule, copy)]

    assert missed == []


@pytest.mark.parametrize("rule", COPY)
def test_right_figures_are_left_alone(rule: str) -> None:
    disturbed = [copy for copy in COPY[rule]["silent"] if _flagged(rule, copy)]

    assert disturbed == []
