"""One name in two stories: in two spellings, told from two names."""

from __future__ import annotations

import pickle
from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

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


SENTENCES = (
    "Mitch McConnell met Lena Ohlsson in Peoria.",
    "Mitch MacConnell spoke with Lena Ohlsson and Ivan Petrov.",
    "Lena Ohlson left Peoria with Ivan Petrov.",
    "José Peña came to Zhytomyr with Ivan Petrov.",
    "Jose Pena saw Zhitomyr. Lena Ohlsson did not.",
    "The camp of Al-Shati is empty, Petrov and McConnell said.",
    "In Al Shati nobody stayed, Ivan Petroff said. McConnell agreed.",
)
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
