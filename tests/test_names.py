"""Who and what is named, where, and as what."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.plugin import Block, BlockKind, Document, Lexicon, SourceMap, Span
from newslint.text.names.people.mentions import Kind, entities, entity_at, mention_at, mentions, mentions_in

Story = Callable[[str], Document]


def named(document: Document, kind: Kind) -> list[str]:
    """Return the names of one kind as they stand."""
    return [found.span.cut(document.text) for found in document.view(mentions) if found.kind is kind]


@pytest.mark.parametrize(
    ("copy", "expected"),
    [
        ("The roads are shut, said Nishank Motwani, an analyst.", ["Nishank Motwani"]),
        ("She met Prime Minister Anwar Ibrahim in May.", ["Anwar Ibrahim"]),
        ("Gen. Mark A. Milley, 62, spoke.", ["Mark A. Milley"]),
        ("Texas Governor Ann Hollis’s aides left.", ["Ann Hollis"]),
        ("A pianist, Ludwig van der Berg, played.", ["Ludwig van der Berg"]),
        ("It was President Xi Jinping who spoke.", ["Xi Jinping"]),
        ("Legislator Lai Shyh-bao said no.", ["Lai Shyh-bao"]),
        ("The spokesman Zabihullah al-Rahbi said no.", ["Zabihullah al-Rahbi"]),
        ("The late Martin O'Leary Jr. wrote it.", ["Martin O'Leary Jr."]),
        ("The dockers’ Inés Peña-Ruiz won.", ["Inés Peña-Ruiz"]),
        ("It was Karen Halloran who won.", ["Karen Halloran"]),
        ("Paris Odrell, 19, won the race.", ["Paris Odrell"]),
        ("They met Denver Ostrand, a carpenter, at noon.", ["Denver Ostrand"]),
        ("The Denver Halvers, who lost, left at noon.", []),
    ],
)
def test_a_person_is_named_without_title_and_possessive(story: Story, copy: str, expected: list[str]) -> None:
    document = story(f"{copy} The rest of it.")

    assert named(document, Kind.PERSON) == expected


@pytest.mark.parametrize(
    "copy",
    [
        "The National Resistance Front holds the valley.",
        "On Tuesday, Kabul was calm. In August it was not.",
        "The British and the Afghans spoke French.",
        "Shares of Harbour Holdings fell in New York.",
        "He read The Daily Courier on Ocean Street.",
        "However, the Ministry of Health denied it.",
    ],
)
def test_bodies_places_and_dates_are_no_persons(story: Story, copy: str) -> None:
    document = story(f"{copy} The rest of it.")

    assert named(document, Kind.PERSON) == []


def test_a_surname_is_its_bearers(story: Story) -> None:
    document = story("Lena Ohlsson won. Ohlsson’s rivals left, and Ohlsson said she would stay.")

    (person,) = (entity for entity in document.view(entities) if entity.kind is Kind.PERSON)

    assert person.name == "Lena Ohlsson"
    assert person.surname == "Ohlsson"
    assert [mention.text for mention in person.mentions] == ["Lena Ohlsson", "Ohlsson", "Ohlsson"]


def test_a_family_name_may_stand_first(story: Story) -> None:
    document = story("Kim Jong-un met Lee Jae-myung. Kim smiled, and Lee did not.")

    people = {entity.name: len(entity.mentions) for entity in document.view(entities)}

    assert people == {"Kim Jong-un": 2, "Lee Jae-myung": 2}


def test_a_middle_name_tells_two_people_apart(story: Story) -> None:
    document = story("Ahmad Massoud leads them. His father, Ahmad Shah Massoud, died in 2001.")

    assert [entity.name for entity in document.view(entities)] == ["Ahmad Massoud", "Ahmad Shah Massoud"]


def test_initials_tell_father_from_son(story: Story) -> None:
    document = story("George H. W. Bush met his son George W. Bush in Houston.")

    people = [entity.name for entity in document.view(entities) if entity.kind is Kind.PERSON]

    assert people == ["George H. W. Bush", "George W. Bush"]


def test_an_initial_more_does_not(story: Story) -> None:
    document = story("George W. Bush came. George Bush left.")

    assert [entity.name for entity in document.view(entities)] == ["George W. Bush"]


@pytest.mark.parametrize(
    ("bare", "bearer"), [("Ortega spoke. Ortega sang. Ortega wept.", "Ana Ortega"), ("", "Luis Ortega")]
)
def test_who_has_borne_a_surname_alone_bears_it_on(story: Story, bare: str, bearer: str) -> None:
    document = story(f"Ana Ortega won. {bare} Her son, Luis Ortega, was there. In the end Ortega left.")

    *_, last = sorted(
        (mention.start, each.name) for each in document.view(entities) for mention in each.mentions
    )

    assert last[1] == bearer


def test_several_middle_names_do_not(story: Story) -> None:
    document = story("Sir Anthony John Paul Ortega was born in May. Anthony Ortega wrote it down.")

    assert [entity.name for entity in document.view(entities)] == ["Anthony John Paul Ortega"]


@pytest.mark.parametrize(
    ("later", "count"), [("Stella Marisa said so.", 1), ("Stella Marisa Ortega Age: 29.", 2)]
)
def test_a_last_surname_may_be_left_out_but_no_plain_word(story: Story, later: str, count: int) -> None:
    document = story(f"In the end Stella Marisa Ortega left. {later}")

    assert len(document.view(entities)) == count


def test_a_title_is_remembered(story: Story) -> None:
    document = story("She met Vice President Clara Woods.")

    assert document.view(mentions)[0].title == "Vice President"


def test_a_name_is_found_by_position(story: Story) -> None:
    document = story("Lena Ohlsson won in Malmö. Ohlsson left.")
    bare = document.text.rindex("Ohlsson")

    entity = entity_at(document, bare + 2)
    mention = mention_at(document, bare)

    assert entity
    assert entity.name == "Lena Ohlsson"
    assert mention
    assert mention.span == Span(bare, bare + 7)
    assert mention_at(document, document.text.index("won")) is None


def test_mentions_of_a_stretch_lie_inside_it(story: Story) -> None:
    document = story("Lena Ohlsson won. Ohlsson left for Malmö.")
    second = Span(document.text.index("Ohlsson left"), len(document.text))

    assert [mention.text for mention in mentions_in(document, second)] == ["Ohlsson", "Malmö"]


@given(st.text(alphabet="AaBbÉé'’ .-\n“”ß1", max_size=80))
def test_mentions_never_overlap_and_have_their_text(copy: str) -> None:
    document = Document(
        path="a.txt",
        format="text",
        source=copy,
        text=copy,
        blocks=(Block(BlockKind.PARAGRAPH, Span(0, len(copy))),),
        map=SourceMap.identity(len(copy)),
        lexicon=Lexicon({}),
    )

    found = document.view(mentions)

    assert all(
        mention.span.cut(copy).replace("’", "'").replace("\n", " ") == mention.text for mention in found
    )
    assert all(first.span.end <= second.span.start for first, second in pairwise(found))


@pytest.mark.parametrize("later", ["Joe Ortega", "J. Ortega", "Joseph Ortega Jr."])
def test_a_nickname_or_an_initial_is_the_same_person(story: Story, later: str) -> None:
    document = story(f"Joseph Ortega won the seat. The count took days, {later} said.")

    assert [entity.name for entity in document.view(entities)] == ["Joseph Ortega"]


def test_a_bare_everyday_surname_has_one_bearer(story: Story) -> None:
    document = story("Clara Woods won. Peter Woods lost. The count was slow, Woods said.")

    clara, peter = (each for each in document.view(entities) if each.kind is Kind.PERSON)

    assert [mention.text for mention in clara.mentions] == ["Clara Woods"]
    assert [mention.text for mention in peter.mentions] == ["Peter Woods", "Woods"]
