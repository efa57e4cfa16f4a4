"""Kinds that measure copy, and the one that asks a dictionary."""

from __future__ import annotations

import msgspec
import pytest
import textstat

from newslint.checks.patterns.counting import counts, scores, syllables
from newslint.checks.patterns.formulas import evaluated
from newslint.checks.patterns.metric import Metric
from newslint.checks.patterns.readability import Readability
from newslint.checks.patterns.speller import _Spylls, speller, speller_of
from newslint.checks.patterns.spelling import Spelling
from newslint.plugin import Check, Document, Lexicon, Problem, RuleError, Source
from newslint.readers.text import TextReader


def options(kind: type[Check], **given: object) -> Check:
    return msgspec.convert({key.replace("_", "-"): value for key, value in given.items()}, kind)


@pytest.fixture
def problems(lexicon: Lexicon):
    """Return a function that tells what a check finds in copy, read with the shipped lists."""

    def told(check: Check, copy: str) -> list[Problem]:
        document: Document = TextReader().read(Source("story.txt", copy.encode()), lexicon)
        return list(check.problems(document))

    return told


STORY = (
    "The council plans to repair the harbour wall before winter. Workers started on Monday and found "
    "that the old stone was weak. They must now replace nearly half of it, which will cost more "
    "money than the town expected. The mayor asked the government to help. A decision is expected in "
    "September. Residents hope that the ferries return in spring. Engineers examined the foundation "
    "and recommended additional concrete."
)


def test_what_is_counted_is_what_textstat_counts() -> None:
    counted = counts(STORY, 7)

    assert counted.words == textstat.lexicon_count(STORY) == 68
    assert counted.sentences == textstat.sentence_count(STORY) == 7
    assert counted.characters == textstat.letter_count(STORY) == 339
    assert counted.syllables == textstat.syllable_count(STORY) == 107
    assert counted.polysyllables == textstat.polysyllabcount(STORY) == 11


@pytest.mark.parametrize(
    ("name", "value", "theirs", "apart"),
    [
        ("flesch", 63.9, textstat.flesch_reading_ease, 0.001),
        ("flesch-kincaid", 6.8, textstat.flesch_kincaid_grade, 0.001),
        # textstat has a list of easy words for what is hard.
        ("gunning-fog", 7.4, textstat.gunning_fog, 1.8),
        ("smog", 10.3, textstat.smog_index, 0.001),
        # Coleman and Liau have 0.0588 for the letters, textstat 0.058.
        ("coleman-liau", 10.5, textstat.coleman_liau_index, 0.4),
        # It counts marks among the letters.
        ("ari", 6.9, textstat.automated_readability_index, 0.6),
    ],
)
def test_scores_are_those_of_textstat(name, value, theirs, apart) -> None:
    found = scores(counts(STORY, 7))[name]

    assert round(found, 1) == value
    assert found == pytest.approx(theirs(STORY), abs=apart)


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("made", 1), ("asked", 1), ("wanted", 2), ("called", 1), ("settled", 2), ("houses", 2), ("makes", 1),
        ("table", 2), ("statement", 2), ("implement", 3), ("largely", 2), ("continued", 3), ("employees", 3),
        ("create", 2), ("increase", 2), ("media", 3), ("region", 2), ("nation", 2), ("previous", 3),
        ("doesn't", 2), ("don't", 1), ("Sanders's", 3), ("ruin", 2), ("science", 2), ("2014", 1), ("a", 1),
    ],
)  # fmt: skip
def test_syllables_are_told_by_the_spelling(word: str, count: int) -> None:
    assert syllables(word) == count


def test_story_beyond_a_limit_is_told_with_its_score(problems) -> None:
    check = Readability(max=5.0, shortest=50)

    (problem,) = problems(check, STORY)

    assert problem.span.cut(STORY) == "The council plans to repair the harbour wall before winter."
    assert problem.data == {"score": "flesch-kincaid", "value": "6.8", "limit": "5", "words": "68"}
    assert problems(Readability(max=7.0, shortest=50), STORY) == []
    assert problems(Readability(max=5.0), STORY) == []


def test_reading_ease_has_a_least(problems) -> None:
    assert len(problems(options(Readability, score="flesch", min=70, shortest=50), STORY)) == 1
    assert problems(options(Readability, score="flesch", min=60, shortest=50), STORY) == []


def test_quotations_are_not_scored(problems) -> None:
    hard = "“Incomprehensible institutional interdependencies necessitate reconsideration.” " * 20

    assert problems(Readability(max=9.0, shortest=50), f"{hard}\n\n{STORY}\n") == []


def test_paragraphs_are_scored_one_by_one(problems) -> None:
    copy = f"The cat sat on the mat. The dog ran.\n\n{STORY}\n"

    found = problems(options(Readability, max=5, scope="paragraph", shortest=5), copy)

    assert [problem.span.start for problem in found] == [38]


def test_condition_over_a_formula_is_told_with_its_value(problems) -> None:
    check = Metric(formula="words / sentences", condition="> 9")

    (problem,) = problems(check, STORY)

    assert problem.data["value"] == "9.71"
    assert problems(Metric(formula="paragraphs", condition="> 1"), STORY) == []


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("1 + 2 * 3", 7.0),
        ("-(4 - words) / 2", 3.0),
        ("math.sqrt(16) + round(2.4)", 6.0),
        ("words > 9 && !(words > 11)", True),
        ("words != 10 || 1 == 2", False),
        ("words / 0", 0.0),
    ],
)
def test_formula_is_a_sum(formula: str, value: float | bool) -> None:
    assert evaluated(formula, {"words": 10.0}) == value


@pytest.mark.parametrize(
    ("formula", "reason"),
    [
        ("word", "found `word`, expected one of words"),
        ("__import__('os')", "expected a formula such as"),
        ("words.real", "expected a formula such as"),
        ("words[0]", "expected a formula such as"),
        ("2 ** 999", "expected a formula such as"),
        ("(" * 300 + "1" + ")" * 300, "expected a formula such as"),
        ("-" * 60 + "1", "a formula with so many brackets is none"),
        ("exp(9999)", "comes to more than any number"),
        ("1 +", "expected a formula such as"),
        ("1 + " * 400 + "1", "expected at most 1,000 letters"),
    ],
)
def test_what_is_no_sum_is_refused(formula: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        evaluated(formula, {"words": 10.0})


@pytest.mark.parametrize(
    ("kind", "given", "message"),
    [
        (Readability, {}, r"expected a limit, `max` or `min` - at `\$.max`"),
        (
            Metric,
            {"formula": "wrds", "condition": "> 1"},
            r"found `wrds`, expected one of .* - at `\$.formula`",
        ),
        (Metric, {"formula": "words", "condition": "1"}, r"expected a formula.* - at `\$.condition`"),
        (
            Metric,
            {"formula": "words", "condition": "+ 1"},
            r"expected a comparison such as .* at `\$.condition`",
        ),
        (Spelling, {"ignore": ["("]}, r"does not compile: .* - at `\$.ignore`"),
        (Spelling, {"also": ["en-US"]}, r"`en-US` is the language already - at `\$.also`"),
    ],
)
def test_faulty_measure_is_refused(kind: type[Check], given: dict[str, object], message: str) -> None:
    with pytest.raises(msgspec.ValidationError, match=message):
        options(kind, **given)


def test_word_of_no_dictionary_is_told_once_with_what_is_meant(problems) -> None:
    copy = "They recieve aid. To recieve it, the goverment’s office and www.goverment.example help."

    found = problems(Spelling(), copy)

    assert [(problem.data["words"], len(problem.related)) for problem in found] == [
        ("recieve", 1),
        ("goverment’s", 0),
    ]
    assert found[0].fixes[0].edits[0].text == "receive"
    assert len(found[0].fixes[0].edits) == 2


def test_what_may_be_a_name_or_is_listed_is_no_matter_of_spelling(problems) -> None:
    copy = (
        "Kyiv and Zelenskyy, who tweeted as @zelenskij. In the Kaptol quarter a kaptol was shown; a dunam is "
        "land, NATO-led, 3pm, x.goverment/file_naem.txt, mañana."
    )

    assert problems(Spelling(), copy) == []


@pytest.mark.parametrize(
    ("given", "wrong"),
    [
        ({}, ["colour", "organised", "traveller"]),
        ({"language": "en-GB"}, ["color", "traveler"]),
        ({"language": "en-CA"}, ["color", "organised", "traveler"]),
        ({"language": "en-AU"}, ["color", "traveler"]),
        ({"also": ["en-GB"]}, []),
        ({"accept": ["colour"], "ignore": ["trav.*"]}, ["organised"]),
        ({"shortest": 8}, ["organised", "traveller"]),
    ],
)
def test_dictionaries_differ_by_country(problems, given: dict[str, object], wrong: list[str]) -> None:
    copy = "a color or colour, organised by a traveler or traveller"

    found = [problem.data["words"] for problem in problems(options(Spelling, suggest=False, **given), copy)]

    assert found == wrong


def test_engine_in_python_says_what_the_one_in_c_says(tmp_path) -> None:
    words = ["receive", "recieve", "colour", "color", "copyedit", "houses", "unhelpful", "Boston", "boston"]
    theirs = speller("en-US")
    (tmp_path / "small.aff").write_text("SET UTF-8\nSFX S Y 1\nSFX S 0 s .\n", encoding="utf-8")
    (tmp_path / "small.dic").write_text("2\nboat/S\nharbour\n", encoding="utf-8")
    from spylls.hunspell import Dictionary

    small = _Spylls(Dictionary.from_files(str(tmp_path / "small")))

    assert [theirs.knows(word) for word in words] == [
        True,
        False,
        False,
        True,
        False,
        True,
        True,
        True,
        False,
    ]
    for word in ("boat", "boats", "harbour", "harbours"):
        assert small.spell(word) == speller_of(str(tmp_path / "small")).knows(word)
    assert "boats" in list(small.suggest("baots"))


def test_dictionary_that_is_not_there_is_told(tmp_path) -> None:
    with pytest.raises(RuleError, match=r"there is no dictionary .*gone\.dic"):
        speller_of(str(tmp_path / "gone"))
