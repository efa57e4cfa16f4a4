"""What a terminal is shown of letters that would move its cursor, or turn the order of others round."""

from __future__ import annotations

import pytest

from conftest import HOUSE_RULE, house_rules
from newslint.core.visible import cells, cut, padded, visible, visible_lines


@pytest.mark.parametrize(
    ("copy", "shown"),
    [
        ("The harbour – 50 °C", "The harbour – 50 °C"),
        ("\x1b[2Jgone", "␛[2Jgone"),
        ("bell\x07 and\x7f", "bell␇ and␡"),
        ("\x9b31m", "<U+009B>31m"),
        ("price \u202e00.1\u202c", "price <U+202E>00.1<U+202C>"),
        ("one\u2028two\u2066", "one<U+2028>two<U+2066>"),
        ("a\tb\nc", "a␉b␊c"),
    ],
)
def test_control_characters_are_shown_by_picture_or_number(copy, shown):
    assert visible(copy) == shown


def test_line_feeds_stay_where_lines_are_wanted():
    assert visible_lines("one\x1b\ntwo\r\n") == "one␛\ntwo␍\n"


@pytest.mark.parametrize(
    ("copy", "count"), [("harbour", 7), ("港口", 4), ("cafe\u0301", 4), ("soft\u00adhyphen", 11), ("５０", 4)]
)
def test_columns_are_those_of_a_terminal(copy, count):
    assert cells(copy) == count


@pytest.mark.parametrize("sign", ["👩‍🚀", "👍🏽", "❤️", "1️⃣", "🇳🇴", "👩‍❤️‍👨", "🏳️‍🌈", "🐈‍⬛", "🤷🏽‍♀️"])
def test_sign_of_several_letters_takes_two_columns(sign):
    assert cells(sign) == 2
    assert cells(f"a {sign} b") == 6


def test_wide_letters_are_cut_and_filled_by_columns():
    assert cut("港口协议", 6) == "港口…"
    assert padded("港口", 6) == "港口  "


STORY = 'Ana \x1b[31mPetrović said on Friday: "We [b]waited[/b] \u202eten years," Petrovic\x07 said.\n'


@pytest.mark.parametrize(
    "words", [("check",), ("names",), ("quotes",), ("check", "--style", "ap")], ids=lambda words: words[-1]
)
def test_no_control_character_of_copy_reaches_the_terminal(run, desk, words):
    (desk / "story\x1b.txt").write_text(STORY, encoding="utf-8")

    ran = run(*words, ".")

    assert "Ana" in ran.out or words[0] != "names"
    assert {letter for letter in ran.out + ran.err if not letter.isprintable()} <= {"\n"}


def test_no_control_character_of_a_path_reaches_a_complaint(run, desk):
    ran = run("gone\x1b[2J.txt")

    assert ran.err == "newslint: gone␛[2J.txt: no such file or folder.\n"


def test_no_control_character_of_an_option_reaches_a_complaint(run, desk):
    ran = run("--frob\x1b[2J")

    assert "unknown arguments: --frob␛[2J" in ran.err
    assert "\x1b" not in ran.err


def test_no_control_character_of_a_rule_reaches_the_table(run, desk):
    house_rules(desk, jargon=HOUSE_RULE.replace("Journalese", "Journ\\u001b[31malese"))

    ran = run("rules")

    assert "house.jargon" in ran.out
    assert "\x1b" not in ran.out
    assert "\x1b" not in run("explain", "house.jargon").out
