"""House styles: what they say, what holds it, and that they differ where houses do."""

import subprocess
import sys
from pathlib import Path

import pytest

from newslint import lint
from newslint.desk.desk import Desk
from newslint.desk.options import Options
from newslint.desk.selection import is_on

BENCH = Path(__file__).parents[1] / "bench" / "house_forms.py"
HOUSES = ("ap", "reuters", "bbc", "guardian", "economist", "afp", "nyt")
STYLES = (*HOUSES, "us", "uk")


def rules(text, style):
    return {finding.rule for finding in lint(text, style=style).findings}


@pytest.mark.parametrize("name", STYLES)
def test_rules_of_every_statement_are_in_force(name):
    setting = Desk(Options(isolated=True, style=name)).here()
    active = {rule.id for rule in setting.book.rules.values() if is_on(rule, setting.book, setting.layers)}
    named = {rule for statement in setting.book.styles[name].statements for rule in statement.rules}

    assert named - active == set()


@pytest.mark.parametrize("name", HOUSES)
def test_houses_have_twenty_verified_statements_with_sources(name):
    style = Desk(Options(isolated=True)).here().book.styles[name]

    assert style.title.endswith("(unofficial)")
    assert all(statement.source for statement in style.statements)
    assert sum(statement.verified for statement in style.statements) >= 15


def test_money_is_in_words_here_and_in_letters_there():
    assert "house.money-in-words" in rules("The bridge cost £5m to mend.", "ap")
    assert "house.money-in-letters" in rules("The bridge cost £5 million to mend.", "guardian")


def test_spelling_of_the_other_side_is_told():
    assert "house.british-spelling" in rules("The theatre was closed.", "nyt")
    assert "house.american-spelling" in rules("The theater was closed.", "bbc")


def test_default_style_takes_no_side_in_spelling():
    assert rules("The theatre was closed by the council.", "newslint") == set()
    assert rules("The theater was closed by the council.", "newslint") == set()


def test_rivals_forms_are_found_and_own_forms_are_not():
    asked = [sys.executable, BENCH, "--count", "40"]
    done = subprocess.run(asked, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout
