"""One name in two stories: in two spellings, told from two names."""

from __future__ import annotations

import pickle
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newslint
from newslint.checks.names.across_stories import SpellingAcrossStories
from newslint.core.document import Document
from newslint.desk.desk import Desk
from newslint.desk.options import Options
from newslint.text.names.spellings.name_facts import name_facts
from newslint.text.names.spellings.spellings_across import conflicts

Story = Callable[[str], Document]


def test_stories_on_one_subject_are_compared(story: Story) -> None:
    facts = {
        "a.txt": story("Mitch McConnell met Lena Ohlsson in Peoria.").view(name_facts),
        "b.txt": story("Mitch McConnell spoke. Lena Ohlsson listened.").view(name_facts),
        "c.txt": story("Mitch MacConnell met Lena Ohlsson.").view(name_facts),
    }

    (conflict,) = conflicts(facts)

    assert (conflict.odd.path, conflict.odd.fact.text) == ("c.txt", "MacConnell")
    assert (conflict.usual.path, conflict.usual.fact.text) == ("a.txt", "McConnell")


def test_stories_on_two_subjects_are_not(story: Story) -> None:
    facts = {
        "a.txt": story("Mitch McConnell met Lena Ohlsson in Peoria.").view(name_facts),
        "b.txt": story("Mitch MacConnell opened a bakery with Ivan Petrov.").view(name_facts),
    }

    assert list(conflicts(facts)) == []


@pytest.mark.parametrize(
    ("usual", "odd", "words"),
    [
        # Double letters.
        ("Ferries leave Nanning, Lena Ohlsson said.", "Ferries to Naning, Lena Ohlsson said.", "Naning"),
        # Swapped letters of a place in an atlas.
        ("She saw Bulgaria with Lena Ohlsson.", "She saw Bulgraia with Lena Ohlsson.", "Bulgraia"),
        # Both parts of a name in another hand.
        (
            "Fuad Siniora met Lena Ohlsson and Ivan Petersen.",
            "Fouad Sinyora met Lena Ohlsson and Ivan Petersen.",
            "Sinyora",
        ),
        # A bare surname with the title of the full name.
        (
            "Interior Minister Halvard Tollefsen met Lena Ohlsson.",
            "Interior Minister Tolefsen met Lena Ohlsson.",
            "Tolefsen",
        ),
        # A town in the state that both stories give.
        (
            "They met in Middleton, Ohio, in May.",
            "They met in Midleton, Ohio, in May. Ferries ran.",
            "Midleton",
        ),
        # A given name, beside somebody else of the other one.
        (
            "John Tollefsen met Lena Ohlsson.",
            "Jon Tollefsen met Lena Ohlsson and John Petersen.",
            "Jon",
        ),
        # Hyphens.
        ("In Al-Shati Lena Ohlsson slept.", "Lena Ohlsson slept in Al Shati.", "Al Shati"),
    ],
)
def test_a_slip_is_told_by_what_the_stories_share(story: Story, usual: str, odd: str, words: str) -> None:
    facts = {
        "a.txt": story(usual).view(name_facts),
        "b.txt": story(odd).view(name_facts),
        "c.txt": story(usual).view(name_facts),
    }

    assert [conflict.odd.fact.text for conflict in conflicts(facts)][:1] == [words]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # A man and a woman of one name.
        ("Olena Zelenska met Lena Ohlsson.", "President Zelenskiy met Lena Ohlsson and Ivan Petersen."),
        # Two people with two openings.
        ("Mike Hoffman met Lena Ohlsson.", "Mike Coffman met Lena Ohlsson."),
        # What opens a sentence.
        ("Lena Ohlsson ate Peking duck.", "Lena Ohlsson slept. Peeking out of the tent, she saw snow."),
        # A word of which one is nobody's.
        ("Halvard Tollefsen met Lena Ohlsson.", "Lena Ohlsson saw the Tolefsen pier and Ivan Petersen."),
        # Another vowel in a short name.
        ("Lena Ohlsson saw Ivan Petersen in Ramot.", "Lena Ohlsson saw Ivan Petersen in Ramat."),
        # Short given names.
        ("Tom Tollefsen met Lena Ohlsson.", "Tim Tollefsen met Lena Ohlsson."),
    ],
)
def test_near_names_of_two_are_left_alone(story: Story, one: str, other: str) -> None:
    facts = {"a.txt": story(one).view(name_facts), "b.txt": story(other).view(name_facts)}

    assert list(conflicts(facts)) == []


def test_the_message_tells_where_and_since_when_the_usual_spelling_stands(tmp_path) -> None:
    for name, copy in (
        ("2026-03-10-a.txt", "David Axelrod spoke beside Lena Ohlsson."),
        ("2026-03-04-b.txt", "David Axelrod came with Lena Ohlsson."),
        ("2026-03-12-c.txt", "David Axellrod was there with Lena Ohlsson."),
    ):
        (tmp_path / name).write_text(copy, encoding="utf-8")

    report = newslint.lint_files(
        tmp_path, across=True, isolated=True, select=["names.inconsistent-across-stories"]
    )

    (finding,) = report.findings
    assert finding.message.startswith("“Axellrod” is “Axelrod” in 2 stories since March 4, 2026, as in ")


SENTENCES = (
    "Mitch McConnell met Lena Ohlsson in Peoria.",
    "Mitch MacConnell spoke with Lena Ohlsson and Ivan Petrov.",
    "Lena Ohlson left Peoria with Ivan Petrov.",
    "José Peña came to Zhytomyr with Ivan Petrov.",
    "Jose Pena saw Zhitomyr. Lena Ohlsson did not.",
    "The camp of Al-Shati is empty, Petrov and McConnell said.",
    "In Al Shati nobody stayed, Ivan Petroff said. McConnell agreed.",
)
RULE = ["names.inconsistent-across-stories"]
DESK, OTHER = Desk(Options(isolated=True, cache=False)), Desk(Options(isolated=True, cache=False))
CHECK = SpellingAcrossStories()
copies = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3).map(" ".join)


def facts(path: str, copy: str, desk: Desk) -> object:
    (document,) = desk.documents(desk.assigned(path, copy.encode()))
    return pickle.loads(pickle.dumps(CHECK.facts(document)))


@settings(max_examples=40)
@given(st.lists(copies, min_size=2, max_size=6), st.randoms(use_true_random=False))
def test_the_result_does_not_hang_on_how_a_run_is_split(stories, random):
    named = [(f"{at}.txt", copy) for at, copy in enumerate(stories)]
    whole = {path: facts(path, copy, DESK) for path, copy in named}
    random.shuffle(named)
    split = {path: facts(path, copy, random.choice((DESK, OTHER))) for path, copy in named}

    assert list(CHECK.reconcile(split)) == list(CHECK.reconcile(whole))
