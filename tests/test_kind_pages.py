"""`newslint explain KIND`: every option of every kind is told, and shown by a rule that holds."""

from __future__ import annotations

import re

import pytest
import tomli

from newslint.core.rule import Rule, RuleFile
from newslint.desk.desk import Desk
from newslint.desk.options import Options
from newslint.pages.examples import Workbench, failures
from newslint.pages.kind_page import TEXTS, kind_text
from newslint.pages.options import fields_of
from newslint.rulebook.toml import converted

DESK = Desk(Options(isolated=True))
SETTING = DESK.here()
OF_DESKS = [
    "capitalization", "conditional", "consistency", "existence", "metric", "occurrence", "pattern",
    "readability", "rejected", "repetition", "sequence", "spelling", "substitution",
]  # fmt: skip
BLOCK = re.compile(r"```toml\n(.*?)```", re.DOTALL)
WHOLE = {"title": "A rule", "severity": "warning", "explanation": "It shows an option."}


def tables(kind: str) -> list[dict[str, object]]:
    return [tomli.loads(block) for block in BLOCK.findall(kind_text(kind))]


def made(kind: str, table: dict[str, object]) -> Rule:
    file = converted({**WHOLE, **table}, RuleFile, path="a.toml", error=ValueError)
    given = dict(file.check)
    assert given.pop("kind") == kind
    return Rule("house.shown", "a.toml", file, kind, given, DESK.registry.checks[kind].check)


def test_kinds_that_desks_write_rules_of_have_a_text() -> None:
    assert sorted(path.stem for path in TEXTS.glob("*.md")) == OF_DESKS


@pytest.mark.parametrize("kind", OF_DESKS)
def test_rules_on_a_page_hold(kind: str) -> None:
    if kind == "spelling":
        pytest.importorskip("spylls")
    bench = Workbench(DESK.registry, SETTING.book, SETTING.lexicon)

    found = [failure for table in tables(kind) for failure in failures(made(kind, table), bench)]

    assert tables(kind) != []
    assert found == []


@pytest.mark.parametrize("kind", OF_DESKS)
def test_every_option_is_shown_by_a_rule(kind: str) -> None:
    check = DESK.registry.checks[kind].check()
    inner = {name: set(table.__struct_encode_fields__) for name, table in fields_of(check)}

    shown = {key for table in tables(kind) for key in table["check"]} - {"kind"}
    inside = {
        key for table in tables(kind) for name in inner for row in table["check"].get(name, ()) for key in row
    }

    assert sorted(set(check.__struct_encode_fields__) - shown) == []
    assert inside == {key for keys in inner.values() for key in keys}


def test_page_tells_options_with_their_defaults_and_the_rules_of_the_kind(run) -> None:
    ran = run("explain", "sequence", "--isolated")

    assert ran.code == 0
    assert "# Rules of the kind `sequence`" in ran.out
    assert "- `across-clauses`: true or false; default `false`." in ran.out
    assert "In each table of `steps`:" in ran.out
    assert (
        "- `gap`: whole number from 0 to 20; default `0`. How many other words may stand before it."
        in ran.out
    )
    assert "It may say `{words}`, `{replacement}`." in ran.out


def test_kind_in_python_is_told_by_its_options_and_rules(run) -> None:
    ran = run("explain", "month-form", "--isolated")

    assert ran.code == 0
    assert "`dates.month-form`" in ran.out


def test_what_is_no_rule_style_or_kind_is_told_with_what_may_be_meant(run) -> None:
    assert run("explain", "sequnce", "--isolated").err == (
        "newslint: unknown rule `sequnce` (did you mean `sequence`?).\n"
    )
