"""Kept checks come back as they were, and nothing else can be made of what is kept."""

from __future__ import annotations

import pickle
from collections import Counter

import pytest

from newslint.checks.quotes.mixed_marks import MixedMarks
from newslint.checks.units.conversion import Conversion, Verdict
from newslint.desk.kept_checks import pickled, unpickled


def test_check_comes_back_as_it_was() -> None:
    check = Conversion(verdict=Verdict.WRONG)

    assert unpickled(pickled(check)) == check


@pytest.mark.parametrize("kept", [Counter(), pickle.dumps, MixedMarks], ids=["counter", "function", "class"])
def test_nothing_but_a_check_is_made_of_what_is_kept(kept: object) -> None:
    assert unpickled(pickle.dumps(kept)) is None


def test_check_of_a_stranger_is_not_kept() -> None:
    class Stranger(MixedMarks, frozen=True):
        pass

    assert pickled(Stranger()) == b""
