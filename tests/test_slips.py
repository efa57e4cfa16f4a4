"""Slips that are planted in made-up figures are found, right figures are not, and other reckoners agree."""

from __future__ import annotations

import sys

import oracle
import pytest
import slips


@pytest.mark.parametrize("program", [slips, oracle], ids=["slips", "oracle"])
def test_program_holds_on_few_draws(program, monkeypatch) -> None:
    short = {slips: ["--count", "25"], oracle: ["--draws", "600"]}
    monkeypatch.setattr(sys, "argv", ["program", *short[program]])

    assert program.main() == 0
