"""Slips that are planted in made-up copy are found, and the copy as it was is not faulted."""

from __future__ import annotations

import random

import date_slips
import pytest

from newslint import lint


@pytest.mark.parametrize("kind", date_slips.KINDS)
def test_planted_slip_is_found_and_right_copy_left_alone(kind: str) -> None:
    plant, _ = date_slips.KINDS[kind]
    chance = random.Random(f"11 {kind}")

    for planted in [plant(chance) for _ in range(3)]:
        found = [each.rule for each in lint(planted.wrong, date=planted.told).findings]
        assert any(rule.startswith("dates.") for rule in found), planted.wrong
        assert [
            each
            for each in lint(planted.right, date=planted.told).findings
            if each.rule.startswith("dates.") and each.severity != "suggestion"
        ] == []
