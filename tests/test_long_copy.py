"""Copy that is no prose, of which the work and the report stay in proportion to its length."""

import tracemalloc
from collections.abc import Callable

from newslint import lint
from newslint.checks.names.given_name import OtherGivenName
from newslint.checks.numbers.shares import shares
from newslint.checks.numbers.sketches import sketches
from newslint.plugin import Document
from newslint.text.names.candidates.candidates import candidates
from newslint.text.names.candidates.capitals import capitals
from newslint.text.names.people.entities import persons
from newslint.text.sentences import sentences

Story = Callable[[str], Document]
PARAGRAPH = "“Rain fell on the road all day, and nobody came by,” he said. It was the tenth day of rain.\n\n"


def test_run_of_capitals_is_read_in_parts(story: Story) -> None:
    found = story("Calder " * 100).view(capitals)

    assert [len(run.words) for run in found] == [40, 40, 20]


def test_name_stands_for_one_person_also_after_many_namesakes(story: Story) -> None:
    given = [f"{first}{second}" for first in "BDFGKLMNPR" for second in ("oris", "elina", "aria", "udo")]
    copy = [f"Mr. {name} {middle}. Calder left." for name in given for middle in "XYZ"]

    found = story("\n\n".join([*copy, *copy])).view(persons)

    assert {len(person.mentions) for person in found} == {2}
    assert len(found) == len(copy)


def test_finding_shows_few_of_many_marks(run, desk) -> None:
    (desk / "story.txt").write_text("“" * 600 + "\n", encoding="utf-8")

    found = run(
        "check", "--isolated", "--format", "json", "--select", "quotes.unbalanced", "story.txt"
    ).findings

    assert len(found) == 598
    assert max(len(finding["text"]) for finding in found) == 41


def test_copy_without_stops_is_read_in_parts_that_end_with_a_word(story: Story) -> None:
    document = story("harbour " * 2000)

    parts = document.view(sentences)

    assert max(map(len, parts)) <= 8000
    assert [part.cut(document.text).split() for part in parts] == [["harbour"] * 1000, ["harbour"] * 1000]


def test_view_given_up_is_derived_anew(story: Story) -> None:
    document = story("Rain fell on Oslo.")
    first = document.view(sentences)

    document.forget(sentences, persons)

    assert list(document.view(sentences)) == list(first)
    assert document.view(sentences) is not first


def test_names_and_sketches_are_held_no_longer_than_rules_want_them(story: Story) -> None:
    document = story("Of the 40 schools in Oslo, 12, or 30 percent, are shut, Ingrid Dahl said.")
    document.view(candidates)

    assert list(OtherGivenName(offices=("mayor",)).problems(document)) == []
    assert len(document.view(shares)) == 1

    assert candidates not in document.memory
    assert sketches not in document.memory


def test_long_story_takes_little_memory_for_its_length() -> None:
    lint(PARAGRAPH)
    tracemalloc.start()

    report = lint(PARAGRAPH * 1000)
    held = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert report.words == 20_000
    assert held < 28 * len(PARAGRAPH) * 1000
