"""Kinds that compare, count and follow words: lists, forms, conditions, sequences, capitals."""

from __future__ import annotations

import threading
from pathlib import Path

import msgspec
import pytest

from conftest import HOUSE_RULE, Run, house_rules
from newslint.checks.patterns.capitalization import Capitalization
from newslint.checks.patterns.conditional import Conditional
from newslint.checks.patterns.existence import Existence
from newslint.checks.patterns.pattern import Pattern
from newslint.checks.patterns.sequence import Sequence
from newslint.checks.patterns.substitution import Substitution
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


@pytest.fixture
def found(problems):
    """Return a function that tells the words a check finds."""
    return lambda check, copy: [problem.span.cut(copy) for problem in problems(check, copy)]


def test_suggestions_may_stand_in_a_list(problems) -> None:
    (problem,) = problems(Substitution(swap={"utilise": ("use", "employ")}), "They utilise it.")

    assert [fix.edits[0].text for fix in problem.fixes] == ["use", "employ"]
    assert problem.data["replacement"] == "use or employ"


@pytest.mark.parametrize(
    ("copy", "written"),
    [
        ("They commence now.", ["begin", "start"]),
        ("She commences now.", ["begins", "starts"]),
        ("Commencing now, they left.", ["Beginning", "Starting"]),
        ("It commenced late.", ["began", "started", "begun"]),
    ],
)
def test_replacement_takes_the_form_of_the_verb(problems, copy: str, written: list[str]) -> None:
    check = options(Substitution, swap={"commence": ["begin", "start"]}, inflect="verb")

    (problem,) = problems(check, copy)

    assert [fix.edits[0].text for fix in problem.fixes] == written


def test_forms_double_their_last_letter_where_the_stress_is_on_it(found) -> None:
    check = options(Existence, tokens=["refer", "stop by", "open", "die"], inflect="verb")

    assert found(check, "He referred, stopped by, opened, was dying.") == [
        "referred",
        "stopped by",
        "opened",
        "dying",
    ]


def test_replacement_takes_the_number_of_the_noun(problems) -> None:
    check = options(Substitution, swap={"motor vehicle": "car"}, inflect="noun")

    (problem,) = problems(check, "Motor vehicles burned.")

    assert problem.data["replacement"] == "Cars"


def test_words_of_a_list_stand_in_a_phrase(found) -> None:
    check = Existence(tokens=("on {weekdays} last",))

    assert found(check, "He left on Monday last, on the last Tuesday.") == ["on Monday last"]


def test_word_of_a_list_is_the_same_on_both_sides_of_a_swap(problems) -> None:
    (problem,) = problems(Substitution(swap={"{weekdays} last": "last {weekdays}"}), "He left Friday last.")

    assert problem.data["replacement"] == "last Friday"


def test_words_of_a_list_stand_in_an_expression(found) -> None:
    assert found(Pattern(pattern=r"\b{months} of \d{4}"), "In May of 2014, in the May of it.") == [
        "May of 2014"
    ]


def test_list_of_stems_is_for_expressions_alone(found) -> None:
    with pytest.raises(RuleError, match=r"holds `appear\*`; only the kind `pattern` reads such stems"):
        found(Existence(tokens=("{title-cues} it",)), "It appeared.")


def test_list_that_is_not_there_is_told_before_a_story_is_read(run: Run, desk: Path) -> None:
    house_rules(desk, journalese=HOUSE_RULE.replace("amid calls", "amid {wekdays}", 1))
    (desk / "a.txt").write_text("He left.\n", encoding="utf-8")

    ran = run("a.txt")

    assert ran.code == 2
    assert ran.err == (
        "newslint: house-rules/house/journalese.toml:5: check: unknown list `wekdays` "
        "(did you mean `weekdays`?); `newslint lists` names all.\n"
    )


def test_curly_apostrophe_of_an_expression_finds_the_plain_one_of_the_text(found) -> None:
    assert found(Pattern(pattern="don’t"), "They don’t; they don't.") == ["don’t", "don't"]


def test_match_in_a_longer_phrase_is_an_exception(found) -> None:
    check = Pattern(pattern=r"\d+ degrees", exceptions=("360 degrees",))

    assert found(check, "A turn of 360 degrees, then 60 degrees.") == ["60 degrees"]


def test_story_without_a_word_that_each_match_has_is_not_searched(story) -> None:
    (near,) = Pattern(pattern=r"\d+ degrees|\d+ knots", near=("Degrees",)).starting_views()

    assert near(story("A wind of 60 knots.")) is False
    assert near(story("A wind of 60 knots, 20 degrees.")) is True


def test_time_of_other_threads_is_not_held_against_a_pattern(found) -> None:
    copy = "The boats came home late. " * 4_000
    check = Pattern(pattern=r"\w+ \w+ \w+ never", timeout=0.4)
    done = threading.Event()
    faults: list[BaseException] = []

    def busy() -> None:
        while not done.is_set():
            sum(range(1000))

    others = [threading.Thread(target=busy) for _ in range(4)]
    for other in others:
        other.start()
    try:
        found(check, copy)
    except RuleError as fault:
        faults.append(fault)
    finally:
        done.set()
        for other in others:
            other.join()

    assert faults == []


def test_words_without_those_they_want_are_reported_once(problems) -> None:
    check = Conditional(tokens=("suicide", "killed himself"), needs=("helpline", "Samaritans"))

    copy = "It was suicide, police said. His suicide shocked them."
    (problem,) = problems(check, copy)

    assert problem.span.cut(copy) == "suicide"
    assert [place.span.cut(copy) for place in problem.related] == ["suicide"]
    assert problem.data["needs"] == "“helpline” or “Samaritans”"
    assert problems(check, copy + " The helpline is open.") == []


def test_group_of_one_expression_must_be_that_of_the_other(found) -> None:
    check = options(
        Conditional,
        pattern=r"\b([A-Z]{3,5})\b",
        needs_pattern=r"\(([A-Z]{3,5})\)",
        where="before",
        ignore_case=False,
        exceptions=["NATO"],
    )

    copy = "The FBI met the International Olympic Committee (IOC). The IOC and NATO left. ICJ? Court (ICJ)."

    assert found(check, copy) == ["FBI", "ICJ"]


@pytest.mark.parametrize(
    ("where", "wrong"),
    [
        ("story", []),
        ("after", ["thief"]),
        ("before", []),
        ("paragraph", ["thief"]),
        ("sentence", ["thief"]),
    ],
)
def test_wanted_words_stand_where_the_rule_says(found, where: str, wrong: list[str]) -> None:
    check = options(Conditional, tokens=["thief"], needs=["alleged"], where=where)

    assert found(check, "He was the alleged man.\n\nThe thief ran.") == wrong


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"needs": ["b"]}, r"expected words here, or an expression as `pattern` - at `\$.tokens`"),
        ({"tokens": ["a"]}, r"expected words here, or an expression as `needs-pattern` - at `\$.needs`"),
        ({"tokens": ["a"], "needs-pattern": "("}, r"does not compile: .* - at `\$.needs-pattern`"),
    ],
)
def test_condition_with_a_side_missing_is_refused(given: dict[str, object], message: str) -> None:
    with pytest.raises(msgspec.ValidationError, match=message):
        options(Conditional, **given)


POUR = [
    {"words": ["pour"], "inflect": "verb", "replacement": "pore"},
    {"words": ["over"], "gap": 1},
    {"words": ["records", "tax files"], "gap": 3},
]


def test_words_follow_each_other_with_gaps(problems) -> None:
    copy = (
        "Investigators poured slowly over the old tax files. They pour milk over cereal, then records. "
        "Over records, they poured over milk."
    )

    (problem,) = problems(options(Sequence, steps=POUR), copy)

    assert problem.span.cut(copy) == "poured slowly over the old tax files"
    assert [edit.text for edit in problem.fixes[0].edits] == ["pored"]


def test_gap_ends_at_a_comma_unless_it_may_pass(found) -> None:
    copy = "She poured, with care, over records."
    steps = [{"words": ["poured"]}, {"words": ["over"], "gap": 3}]

    assert found(options(Sequence, steps=steps), copy) == []
    assert found(options(Sequence, steps=steps, across_clauses=True), copy) == ["poured, with care, over"]


def test_word_that_must_be_missing_is_looked_for_before_and_behind(found) -> None:
    before = options(Sequence, steps=[{"words": ["not"], "absent": True, "gap": 2}, {"words": ["guilty"]}])
    behind = options(Sequence, steps=[{"words": ["guilty"]}, {"words": ["plea"], "absent": True}])

    assert found(before, "He is guilty. He is not really guilty.") == ["guilty"]
    assert found(behind, "A guilty plea. A guilty man.") == ["guilty"]


def test_step_may_be_missing_or_an_expression(found) -> None:
    steps = [
        {"pattern": r"\d+"},
        {"words": ["or"], "optional": True},
        {"words": ["more"], "optional": True},
        {"words": ["people"]},
    ]

    assert found(options(Sequence, steps=steps), "Some 40 or more people, 20 people, ten people.") == [
        "40 or more people",
        "20 people",
    ]


def test_gap_holds_no_word_that_is_not_to_be_between(found) -> None:
    steps = [{"words": ["between"]}, {"words": ["to"], "gap": 3}]
    check = options(Sequence, steps=steps, not_between=["and"], exceptions=["according to"])

    assert found(check, "Between 5 to 7 men. Between 5 and up to 7. Between them according to") == [
        "Between 5 to"
    ]


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"steps": [{"gap": 1}]}, r"expected `words` or a `pattern` - at `\$.steps\[0\]`"),
        (
            {"steps": [{"pattern": r"\d"}]},
            "expected a step with `words` that is neither",
        ),
        ({"steps": [{"words": ["a"]}, {"words": ["b"], "optional": True}]}, "at either end changes nothing"),
        ({"steps": [{"words": ["a"], "pattern": "("}]}, "expected `words` or a `pattern`"),
        (
            {"steps": [{"words": ["a"]}, {"pattern": "("}]},
            r"does not compile: .*\$.steps\[1\].pattern`",
        ),
    ],
)
def test_sequence_that_cannot_be_looked_up_is_refused(given: dict[str, object], message: str) -> None:
    with pytest.raises(msgspec.ValidationError, match=message):
        options(Sequence, **given)


STORY = """

The storm hit towns in the north on Monday, and ships fled the harbour. The Lifeboat Trust sent help.
"""


@pytest.mark.parametrize(
    ("given", "line", "wrong"),
    [
        ({"match": "title"}, "Storm Hits Towns With Rain, and Ships Flee", []),
        ({"match": "title"}, "Storm Hits Towns with Rain, And Ships Flee", ["with", "And"]),
        ({"match": "title", "style": "chicago"}, "Storm Hits Towns With Rain, and Ships Flee", ["With"]),
        ({"match": "title"}, "Ships Give Up: a Storm Is Put Off as Bad Weather Nears", ["a", "as"][:1]),
        ({"match": "title"}, "Ships Give up As the iPhone and Covid-19 Near the U.S.", ["As"]),
        ({"match": "title", "to": "small"}, "What to Do and Where To Go", ["To"]),
        ({"match": "title", "to": "infinitive"}, "What to Do and Where To Go To the North", ["to", "To"]),
        ({"match": "title"}, "What to Do and Where To Go", []),
        ({"match": "sentence"}, "Storm Hits towns in the north, Lifeboat Trust says", []),
        ({"match": "sentence"}, "Storm hits Towns in the north, Lifeboat Trust says on Monday", ["Towns"]),
        ({"match": "sentence", "exceptions": ["Towns"]}, "Storm hits Towns in the north again", []),
        ({"match": "lower"}, "storm hits Towns in the north", ["Towns"]),
        ({"match": "upper"}, "STORM HITS Towns IN THE NORTH", ["Towns"]),
    ],
)
def test_each_word_in_the_wrong_case_is_reported(
    found, given: dict[str, object], line: str, wrong: list[str]
) -> None:
    assert found(options(Capitalization, each=True, **given), line + STORY) == wrong


def test_line_in_the_other_case_is_reported_whole_and_reads_as_mended(problems) -> None:
    line = "Storm Floods Ports and Closes Roads in Portugal"

    (problem,) = problems(options(Capitalization, match="sentence"), line + STORY)

    assert problem.span.cut(line) == line
    assert problem.data["replacement"] == "Storm floods ports and closes roads in Portugal"
    assert problem.data["share"] == "33%"


MISSING = """\
title = "No word of an allegation"
severity = "warning"
message = "{count} of “alleged”."
explanation = "A charge is no fact."
blocks = ["paragraph"]
[check]
kind = "occurrence"
tokens = ["alleged"]
scope = "story"
min = 1
[[invalid]]
text = "Alleged thief caught\\n\\n[[He ran on Monday.]]\\n"
[[valid]]
text = "Thief caught\\n\\nThe alleged thief ran.\\n"
[[valid]]
text = "Thief caught\\n\\nAn alleged thief ran on.\\n"
"""


def test_story_is_counted_in_the_parts_that_a_rule_looks_at(run: Run, desk: Path) -> None:
    house_rules(desk, missing=MISSING)

    ran = run("test", "house-rules")

    assert ran.out == "1 rule, 3 of 3 examples hold.\n"
