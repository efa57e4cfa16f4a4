"""The kinds of checks that need no Python: words, spellings, counts, doubled words, capitals, expressions."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import HOUSE_RULE, Run, house_rules
from newslint.checks.patterns.capitalization import Capitalization
from newslint.checks.patterns.consistency import Consistency
from newslint.checks.patterns.existence import Existence
from newslint.checks.patterns.needles import Needles, fold, hits, scanner
from newslint.checks.patterns.occurrence import Occurrence
from newslint.checks.patterns.pattern import Pattern
from newslint.checks.patterns.repetition import Repetition
from newslint.checks.patterns.substitution import Substitution
from newslint.plugin import Check, Document, Lexicon, RuleError, Source
from newslint.readers.text import TextReader
from newslint.text.flat import flat, folded


def read(copy: str) -> Document:
    return TextReader().read(Source("story.txt", copy.encode()), Lexicon({}))


def found(check: Check, copy: str) -> list[str]:
    return [problem.span.cut(copy) for problem in check.problems(read(copy))]


def options(kind: type[Check], **given: object) -> Check:
    return msgspec.convert({key.replace("_", "-"): value for key, value in given.items()}, kind)


def test_words_are_found_in_any_case_and_whole() -> None:
    check = Existence(tokens=("iconic", "at the end of the day", "don't"))

    copy = "Iconic, yes; laconic, no. At the end of the\u00a0day they don’t mind."

    assert found(check, copy) == ["Iconic", "At the end of the\u00a0day", "don’t"]


def test_needle_with_punctuation_at_its_edge_asks_for_no_boundary_there() -> None:
    assert found(Existence(tokens=(", that", "U.S.", "etc.")), "He said, that U.S.-made goods etc.") == [
        ", that",
        "U.S.",
        "etc.",
    ]


def test_longer_phrase_is_an_exception() -> None:
    check = Existence(tokens=("critical",), exceptions=("critical care",))

    assert found(check, "A critical moment in critical care.") == ["critical"]


def test_exact_words_keep_their_case() -> None:
    assert found(Existence(tokens=("Internet",), ignore_case=False), "The Internet, the internet.") == [
        "Internet"
    ]


def test_replacement_keeps_capitals_and_offers_every_reading() -> None:
    check = Substitution(swap={"prior to": "before|ahead of", "e-mail": "email"})

    problems = list(check.problems(read("Prior to the vote, an e-mail came.")))

    assert [problem.data["replacement"] for problem in problems] == ["Before or Ahead of", "email"]
    assert [fix.edits[0].text for fix in problems[0].fixes] == ["Before", "Ahead of"]


def test_word_that_is_already_right_is_left() -> None:
    assert found(Substitution(swap={"facebook": "Facebook"}), "Facebook and facebook.") == ["facebook"]


def test_rarer_spelling_is_reported_once_with_all_its_places() -> None:
    check = Consistency(either={"organis": "organiz"}, endings=("e", "es", "ed", "ation"))

    copy = "They organise. The organisation organised. It was organized, and organization ends."
    (problem,) = check.problems(read(copy))

    assert problem.span.cut(copy) == "organized"
    assert [place.span.cut(copy) for place in problem.related] == ["organization"]
    assert [edit.text for edit in problem.fixes[0].edits] == ["organised", "organisation"]
    assert problem.data["count"] == "2"


def test_spelling_in_a_name_does_not_count() -> None:
    check = Consistency(either={"center": "centre"})

    assert found(check, "The centre shut. Lincoln Center stayed open. Center Parcs did too.") == []
    assert found(check, "The centre shut. Center staff left.") == ["Center"]


def test_pair_may_differ_in_capitals_alone() -> None:
    check = Consistency(either={"Internet": "internet"}, ignore_case=False, names=True)

    (problem,) = check.problems(read("The Internet is slow. Every Internet user knows that the internet is."))

    assert problem.data["words"] == "internet"
    assert problem.fixes[0].edits[0].text == "Internet"


def test_word_beyond_the_limit_is_reported_with_those_after_it() -> None:
    check = Occurrence(tokens=("very",), max=1)

    problems = list(check.problems(read("A very, very, very long day. A very long night.")))

    assert [(problem.span.start, problem.data["count"], len(problem.related)) for problem in problems] == [
        (8, "3", 1)
    ]


def test_words_of_a_sentence_are_counted_when_none_is_named() -> None:
    assert found(Occurrence(max=4), "The storm passed on Monday. It left.") == ["The storm passed on Monday."]


def test_story_without_a_word_it_must_have_is_reported() -> None:
    check = options(Occurrence, tokens=["alleged"], min=1, scope="story")

    assert len(found(check, "He is the thief.\n\nHe ran.")) == 1
    assert found(check, "He is the alleged thief.") == []


def test_doubled_word_is_found_at_the_start_of_a_paragraph_but_not_across_two() -> None:
    assert found(Repetition(), "The storm\n\nThe the storm.\n\nstorm again.") == ["The the"]


def test_doubled_word_is_found_across_a_line_end_and_the_fix_takes_one_away() -> None:
    copy = "The storm hit the\nthe harbour. He had had enough, and and left. Pago Pago. The end end-game."
    check = Repetition(exceptions=frozenset({"had"}))

    problems = list(check.problems(read(copy)))

    assert [problem.span.cut(copy) for problem in problems] == ["the\nthe", "and and"]
    assert problems[1].fixes[0].edits[0].span.cut(copy) == " and"


@given(
    st.lists(
        st.sampled_from(("the", "The", "a", "an", "“the", "the,", "\n\n", "it's", "it", "")), max_size=30
    )
)
def test_doubled_words_are_those_of_a_back_reference(words: list[str]) -> None:
    document = read(" ".join(words))
    pattern = re.compile(r"(?<![\w'-])(?=([^\W\d_]+) (?!(?-i:[A-Z]))\1(?![\w'-]))", re.IGNORECASE)

    starts = [problem.span.start for problem in Repetition().problems(document)]

    assert starts == [match.start() for match in pattern.finditer(document.view(flat))]


@pytest.mark.parametrize(
    ("case", "line", "wrong"),
    [
        ("sentence", "Storm Floods Harbour Towns in Portugal", True),
        ("sentence", "Storm floods harbour towns in Portugal", False),
        ("title", "Storm Floods Harbour Towns in Portugal", False),
        ("title", "Storm floods harbour towns in Portugal", True),
        ("upper", "STORM FLOODS HARBOUR TOWNS", False),
    ],
)
def test_headline_is_judged_by_most_of_its_words(case: str, line: str, wrong: bool) -> None:
    check = options(Capitalization, match=case)

    assert bool(found(check, f"{line}\n\nThere are towns with a harbour, floods and a storm.\n")) is wrong


def test_expression_gives_its_groups_to_messages_and_to_the_replacement() -> None:
    check = Pattern(pattern=r"(?<figure>\d+) per cent", replacement="{figure}%")

    (problem,) = check.problems(read("About 40 per\u00a0cent left."))

    assert check.placeholders() == {"words", "replacement", "figure"}
    assert problem.data["figure"] == "40"
    assert problem.fixes[0].edits[0].text == "40%"


def test_match_stays_in_its_paragraph_or_sentence() -> None:
    copy = "One left. Two came.\n\nThree stayed."

    assert found(Pattern(pattern=r"left\W+Two"), copy) == ["left. Two"]
    assert found(options(Pattern, pattern=r"left\W+Two", scope="sentence"), copy) == []
    assert found(Pattern(pattern=r"came\W+Three"), copy) == []


@pytest.mark.parametrize(
    ("kind", "given", "message"),
    [
        (Pattern, {"pattern": "a(b"}, r"does not compile: missing \) at position 3 - at `\$.pattern`"),
        (
            Pattern,
            {"pattern": "a", "replacement": "{b}"},
            "has no group `b` - at `\\$.replacement`",
        ),
        (Existence, {"tokens": []}, "length >= 1 - at `\\$.tokens`"),
        (Existence, {"tokens": [" "]}, "expected words without space around them - at `\\$.tokens`"),
        (Substitution, {"swap": {"a": "b|"}}, "`a` has no replacement - at `\\$.swap`"),
        (Occurrence, {"tokens": ["a"]}, "expected a limit, `max` or `min` - at `\\$.max`"),
        (Existence, {"tokens": ["a"], "token": 1}, "unknown field `token`"),
    ],
)
def test_faulty_option_is_named(kind: type[Check], given: dict[str, object], message: str) -> None:
    with pytest.raises(msgspec.ValidationError, match=message):
        options(kind, **given)


# Looks at every word of a long story, which takes longer than the rule grants itself.
LONG_WORK = r"\w+ \w+ \w+ never"
MANY_WORDS = "The boats came home late. " * 20_000


def test_pattern_that_takes_too_long_is_stopped() -> None:
    check = Pattern(pattern=LONG_WORK, timeout=0.001)

    with pytest.raises(RuleError, match=r"took over 0\.001 seconds"):
        list(check.problems(read(MANY_WORDS)))


WORDS = st.text(alphabet=st.sampled_from("abc .,-'é"), min_size=1, max_size=6).filter(
    lambda word: word == word.strip()
)


@given(
    st.lists(st.lists(WORDS, min_size=1, max_size=4), min_size=1, max_size=4),
    st.text(alphabet=st.sampled_from("abcAB .,-'’é\u00a0\n"), max_size=80),
)
def test_one_scan_finds_what_a_pass_for_each_rule_finds(rules: list[list[str]], copy: str) -> None:
    document = read(copy)

    scanned = hits(scanner([Needles(frozenset(words)) for words in rules]), document)

    for owner, words in enumerate(rules):
        one = re.compile(
            "|".join(map(_bounded, sorted({fold(word) for word in words}, key=lambda word: -len(word))))
        )
        expected = [match.span() for match in one.finditer(document.view(folded))]
        assert [(hit.span.start, hit.span.end) for hit in scanned.get(owner, ())] == expected


def _bounded(word: str) -> str:
    start = r"(?<!\w)" if re.match(r"\w", word[0]) else ""
    end = r"(?!\w)" if re.match(r"\w", word[-1]) else ""
    return start + re.escape(word) + end


SLOW_RULE = HOUSE_RULE.replace('kind = "existence"', 'kind = "pattern"').replace(
    'tokens = ["amid calls"]', f"pattern = '{LONG_WORK}'\ntimeout = 0.001"
)


def test_pattern_that_takes_too_long_is_off_for_the_file_and_told_once(run: Run, desk: Path) -> None:
    house_rules(desk, journalese=HOUSE_RULE, slow=SLOW_RULE)
    (desk / "a.txt").write_text(f"He left amid calls. {MANY_WORDS}\n", encoding="utf-8")

    ran = run("a.txt", "--format", "json")

    assert ran.code == 2
    assert ran.err.count("\n") == 1
    assert "house.slow failed: RuleError: the pattern took over 0.001 seconds" in ran.err
    assert [finding["rule"] for finding in ran.findings] == ["house.journalese"]


def test_pattern_that_does_not_compile_is_told_with_its_line(run: Run, desk: Path) -> None:
    house_rules(desk, slow=SLOW_RULE.replace(LONG_WORK, "a(b"))
    (desk / "a.txt").write_text("He left.\n", encoding="utf-8")

    ran = run("a.txt")

    assert ran.code == 2
    assert ran.err == (
        "newslint: house-rules/house/slow.toml:7: check.pattern: does not compile: missing ) at position 3.\n"
    )


def test_spelling_broken_over_two_lines_or_lengthened_by_lower_case_is_known() -> None:
    check = Consistency(either={"percent": "per cent", "criticized": "criticised"})

    copy = "A rise of ten percent, then of nine per\ncent, was critİcized, then\ncriticised."

    assert found(check, copy) == ["per\ncent", "criticised"]
