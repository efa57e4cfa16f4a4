"""Copy that is no prose, of which the work and the report stay in proportion to its length."""

from collections.abc import Callable

from newslint.plugin import Document
from newslint.text.names.candidates.capitals import capitals
from newslint.text.names.people.entities import persons
from newslint.text.sentences import sentences

Story = Callable[[str], Document]


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
