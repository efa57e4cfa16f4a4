"""Late checks: what a run imports, and that a setting kept from an earlier run is the one it would make."""

from __future__ import annotations

import json

import pytest

from newslint.core.check import Check
from newslint.core.lexicon import Lasting, Lexicon, WordList
from newslint.core.rule import Rule, RuleFile
from newslint.core.severity import Severity
from newslint.core.traits import Start, traits
from newslint.desk.configuring import configured
from newslint.engine.linter import Linter
from newslint.engine.profile import Profile
from newslint.plugin import Problem, Span
from newslint.text.cues import Cued
from newslint.text.flat import Holding
from newslint.text.words import Met
from processes import ran

# Run before the command, it tells what is imported once the command has told what it found.
SHOWING = """
import atexit, json, sys
def told():
    print(json.dumps(sorted(name for name in sys.modules if name.startswith("newslint.checks."))))
atexit.register(told)
"""
WITH_A_TIME = "The court opens at 10 a.m. in Lisbon.\n"
PHRASE_RULE = """
title = "Weather"
severity = "warning"
message = "“{words}” is weather."
explanation = "It is told elsewhere."
check.kind = "existence"
"""
RULE = RuleFile(title="Aye", severity=Severity.WARNING, message="Aye.", explanation="", check={})


def imported(desk, copy, *options):
    (desk / "a.txt").write_text(copy, encoding="utf-8")
    done = ran("a.txt", *options, cwd=desk, before=SHOWING)
    return set(json.loads(done.stdout.decode().splitlines()[-1]))


def found(desk, *options):
    return ran("a.txt", "--format", "concise", *options, cwd=desk).stdout.decode()


@pytest.fixture
def kept(desk, monkeypatch):
    """Return a desk whose setting an earlier run has kept."""
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(desk / "cache"))
    (desk / "a.txt").write_text("It rained.\n", encoding="utf-8")
    ran("a.txt", cwd=desk)
    return desk


def test_check_is_imported_when_the_copy_has_what_it_starts_from(kept):
    without, with_a_time = imported(kept, "It rained in Lisbon.\n"), imported(kept, WITH_A_TIME)

    assert "newslint.checks.dates.impossible_time" not in without
    assert "newslint.checks.dates.impossible_time" in with_a_time


def test_engine_of_patterns_is_loaded_for_copy_with_a_word_near_a_match(kept):
    credit = "It rained.\n\nImage: Courtesy.\n"
    with_words, without = imported(kept, credit), imported(kept, credit.replace("Courtesy", "Anna Lind"))

    assert "newslint.checks.patterns.expressions" in with_words
    assert "newslint.checks.patterns.expressions" not in without


def test_kept_setting_finds_what_a_new_one_finds(kept):
    (kept / "a.txt").write_text(
        "He walked 10 miles (26 km) at 25:70 p.m. to the the pier.\n", encoding="utf-8"
    )

    assert found(kept) == found(kept, "--no-cache") != ""


def test_options_of_a_config_hold_in_a_kept_setting(kept):
    (kept / "a.txt").write_text("Sam and Sam went, she said, on Dec. 5.\n", encoding="utf-8")
    config = '[rules.house.sam]\ntokens = ["Sam"]\nmessage = "Two Sams."\n'
    rule = (
        'title = "T"\nseverity = "error"\nmessage = "M."\nexplanation = "E."\n'
        '[check]\nkind = "existence"\ntokens = ["Zoe"]\n'
        '[[invalid]]\ntext = "A [[Zoe]]."\n[[valid]]\ntext = "A."\n[[valid]]\ntext = "B."\n'
    )
    (kept / "house" / "house").mkdir(parents=True)
    (kept / "house" / "house" / "sam.toml").write_text(rule, encoding="utf-8")
    (kept / "newslint.toml").write_text('rules-dirs = ["house"]\n' + config, encoding="utf-8")

    first = found(kept)
    # Copy that was not seen before, as findings are kept, too.
    (kept / "a.txt").write_text("Sam and Sam went, she says, on Dec. 5.\n", encoding="utf-8")
    again = found(kept)
    (kept / "newslint.toml").write_text('rules-dirs = ["house"]\n', encoding="utf-8")

    assert first == again
    assert first.count("Two Sams. [house.sam]") == 2
    assert "house.sam" not in found(kept)


def test_changed_rule_of_the_desk_is_read_anew(kept):
    (kept / "house" / "house").mkdir(parents=True)
    rule = kept / "house" / "house" / "rain.toml"
    text = (
        'title = "T"\nseverity = "error"\nmessage = "One."\nexplanation = "E."\n'
        '[check]\nkind = "existence"\ntokens = ["rained"]\n'
        '[[invalid]]\ntext = "It [[rained]]."\n[[valid]]\ntext = "A."\n[[valid]]\ntext = "B."\n'
    )
    rule.write_text(text, encoding="utf-8")
    (kept / "newslint.toml").write_text('rules-dirs = ["house"]\n', encoding="utf-8")

    first = found(kept)
    rule.write_text(text.replace("One.", "Two."), encoding="utf-8")

    assert "One. [house.rain]" in first
    assert "Two. [house.rain]" in found(kept)


def test_unknown_rule_is_told_with_a_kept_setting_too(kept):
    done = ran("a.txt", "--select", "dates.impossible-tim", cwd=kept)

    assert done.returncode == 2
    assert b"dates.impossible-time" in done.stderr


class Aye(Check, frozen=True):
    """Reports the first letter."""

    def problems(self, document):
        """Yield it."""
        yield Problem(Span(0, 1), {})


class LateAye(Aye, frozen=True):
    """Reports the first letter of copy about money."""

    starts = (Holding(("$",)),)


def linted(kind, document):
    rule = Rule("house.aye", "rules/house/aye.toml", RULE, "aye", {}, lambda: kind)
    return len(Linter([configured(rule)], names={}).lint(document).findings)


def test_check_that_declares_nothing_is_always_asked(story):
    assert linted(Aye, story("It rained in Lisbon, and she said so.")) == 1


def test_check_is_asked_where_it_starts(story):
    assert linted(LateAye, story("It rained in Lisbon, and she said so.")) == 0
    assert linted(LateAye, story("It cost $5 in Lisbon, and she said so.")) == 1


def test_what_lasts_is_worked_out_once_for_many_runs():
    offices = Lasting(lambda lexicon: frozenset(lexicon.words("offices")), name="offices")
    first = Lexicon({"offices": WordList("Offices", words=("mayor",))})
    asked = first.view(offices)

    later = Lexicon({}, kept=first.lasting())

    assert asked == later.view(offices) == {"mayor"}
    assert later.fresh == {}


def test_changed_phrase_of_a_kept_setting_is_found(kept):
    (kept / "newslint.toml").write_text('rules-dirs = ["own"]\n', encoding="utf-8")
    rule = kept / "own" / "words" / "weather.toml"
    rule.parent.mkdir(parents=True)
    for word in ("rained", "snowed"):
        rule.write_text(f'{PHRASE_RULE}check.tokens = ["{word}"]\n', encoding="utf-8")
        found(kept)
    (kept / "a.txt").write_text("It rained, then it snowed.\n", encoding="utf-8")

    lines = found(kept).splitlines()

    assert lines == ["a.txt:1:20: warning “snowed” is weather. [words.weather]"]


def test_starts_are_known_by_name():
    assert traits(LateAye()).starts == (Start("newslint.text.flat", "Holding", ("$",)),)
    assert traits(LateAye()).starts[0].view() == Holding(("$",))


def test_words_of_lists_are_sought_among_cues_and_words(story):
    document = story("She claimed the election was stolen.")

    assert document.view(Cued(("headline-hedges", "vouching-verbs"))) is True
    assert document.view(Cued(("headline-hedges",))) is False
    assert document.view(Met(("words-of-elections",))) is True
    assert document.view(Met(("words-of-margins",))) is False


def test_profile_tells_the_time_of_rules_and_views_aside(kept):
    done = ran("a.txt", "--profile", "--format", "json", cwd=kept)
    lines = done.stderr.decode().splitlines()

    assert done.returncode == 0
    assert json.loads(done.stdout)["summary"]["files"] == 1
    assert any("%  view text." in line for line in lines)
    assert any("%  rule " in line for line in lines)


def test_time_of_a_view_is_not_counted_for_who_asks():
    seconds = iter([0.0, 1.0, 4.0, 10.0])
    profile = Profile(lambda: next(seconds))

    profile.timed("rule", "outer", lambda: profile.timed("view", "inner", lambda: None))

    assert profile.seconds == {("rule", "outer"): 7.0, ("view", "inner"): 3.0}
