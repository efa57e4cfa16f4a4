"""The size of a regular expression, and what a rule may ask to be compiled."""

from __future__ import annotations

import pytest

from conftest import HOUSE_RULE, house_rules
from newslint.checks.patterns.size import size


@pytest.mark.parametrize(
    ("pattern", "letters"),
    [
        ("", 0),
        ("abc", 3),
        (r"\d{3}", 3),
        (r"a{2,5}b", 6),
        (r"a{3,}", 3),
        (r"(ab){10}", 20),
        (r"((a{10}){10}b){10}", 1_010),
        (r"[{9}()]{3}", 3),
        (r"\(a{2}\)", 4),
        (r")a{2}", 3),
        ("a{" + "9" * 5000 + "}", 999_999_999),
    ],
)
def test_size_counts_what_repeats_write_out(pattern, letters):
    assert size(pattern) == letters


@pytest.mark.parametrize("pattern", ["(ab){10001}", "a" * 20_001])
def test_pattern_that_would_fill_the_memory_is_refused(run, desk, pattern):
    rule = HOUSE_RULE.replace("existence", "pattern").replace(
        'tokens = ["amid calls"]', f'pattern = "{pattern}"'
    )
    house_rules(desk, journalese=rule)
    (desk / "a.txt").write_text("He left.\n", encoding="utf-8")

    ran = run("a.txt")

    assert ran.code == 2
    assert ran.err == (
        "newslint: house-rules/house/journalese.toml:7: check.pattern: "
        "expected at most 20,000 letters, counted repeats written out.\n"
    )
