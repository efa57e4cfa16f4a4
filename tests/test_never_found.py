# ruff: noqa: E501  (a check stands in one line)
"""What a rule can never find fails its test, rather than pass every story in silence."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import HOUSE_RULE, Run, house_rules

TOKENS = 'tokens = ["amid calls"]'


def swapped(check: str) -> str:
    return HOUSE_RULE.replace('kind = "existence"', "").replace(TOKENS, check)


@pytest.mark.parametrize(
    ("check", "words", "reason"),
    [
        ('kind = "existence"\ntokens = ["amid calls", "\\\\bvery\\\\b"]', r"\bvery\b", "words are read letter by letter"),
        ('kind = "existence"\ntokens = ["amid calls", "colou?r"]', "colou?r", "words are read letter by letter"),
        ('kind = "existence"\ntokens = ["amid calls", "etc\\\\."]', "etc\\.", "words are read letter by letter"),
        ('kind = "existence"\ntokens = ["amid calls", "a\\nb"]', "a\nb", "it holds a line end"),
        ('kind = "existence"\ntokens = ["amid calls", "war"]\nexceptions = ["War"]', "war", "it is an exception, too"),
        ('kind = "existence"\ntokens = ["amid calls", "Amid Calls"]', "Amid Calls", "it stands there twice"),
        ('kind = "substitution"\nswap = { "amid calls" = "a", "b" = "b" }', "b", "it is its own replacement"),
        (
            'kind = "conditional"\ntokens = ["amid calls", "[ab]c"]\nneeds = ["x"]',
            "[ab]c", "words are read letter by letter",
        ),
        (
            'kind = "sequence"\n[[check.steps]]\nwords = ["amid"]\n[[check.steps]]\nwords = ["calls", "cal.*"]',
            "cal.*", "words are read letter by letter",
        ),
    ],
)  # fmt: skip
def test_what_can_never_be_found_fails_the_test(
    run: Run, desk: Path, check: str, words: str, reason: str
) -> None:
    house_rules(desk, journalese=swapped(check))

    ran = run("test", "house-rules")

    assert ran.code == 1
    assert f"house.journalese: `{words}`\n    can never be found: {reason}" in ran.out


def test_rule_without_an_example_that_fires_fails_the_test(run: Run, desk: Path) -> None:
    house_rules(desk, journalese=HOUSE_RULE.replace(TOKENS, 'tokens = ["amid cals"]'))

    ran = run("test", "house-rules")

    assert ran.code == 1
    assert "found nothing, expected “amid calls” at 8." in ran.out
