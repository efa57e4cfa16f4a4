"""Listed kinds: wars, laws, prizes, storms and machines are no bodies in the rows of `newslint names`."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newslint.plugin import Document
from newslint.text.names.candidates.evidence import Kind
from newslint.text.names.names_index import names_index

Story = Callable[[str], Document]


@pytest.mark.parametrize(
    "name",
    [
        "Halden War",
        "Second World War",
        "Clean Harbour Act",
        "Lindqvist Prize",
        "Norland Open",
        "Treaty of Halden",
        "Freedom of Speech Act",
        "Ford Tamber",
        "Great Depression",
        "Halden Prize for Excellence",
        "Boeing X-41B",
        "Airbus A321",
        "Toyota Tamber",
        "Iron Hat",
        "Lindqvist Lighted Garden Table",
        "Air Force One",
        "Social Security",
        "World War Two",
        "Halden Empire",
        "Inaugural Address",
        "Group C",
    ],
)
def test_a_war_a_law_a_prize_and_a_machine_are_no_bodies(story: Story, name: str) -> None:
    found = names_index([story(f"The whole book by Anna Lind was about the {name} and little else.")])

    assert [(each.name, each.kind) for each in found] == [("Anna Lind", Kind.PERSON), (name, Kind.UNKNOWN)]


def test_a_storm_is_nobody(story: Story) -> None:
    found = names_index([story("Hurricane Ada has reached Oslo. Ada grew.")])

    assert [(each.name, each.kind) for each in found] == [
        ("Oslo", Kind.PLACE),
        ("Hurricane Ada", Kind.UNKNOWN),
    ]


@pytest.mark.parametrize(
    "name", ["Halden County", "County Halden", "Halden Parish", "Harbour City", "Halden Nature Reserve"]
)
def test_a_county_and_a_city_are_places(story: Story, name: str) -> None:
    found = names_index([story(f"The sheriff of {name} spoke.")])

    assert [(each.name, each.kind) for each in found] == [(name, Kind.PLACE)]


def test_a_club_of_a_city_is_a_body(story: Story) -> None:
    found = names_index([story("Some of the fans of Norwich City sang loudly.")])

    assert [(each.name, each.kind) for each in found] == [("Norwich City", Kind.ORGANISATION)]


def test_a_team_that_is_played_at_is_no_place(story: Story) -> None:
    found = names_index([story("Anna Lind saw them play at Champions on Friday.")])

    assert [(each.name, each.kind) for each in found] == [
        ("Anna Lind", Kind.PERSON),
        ("Champions", Kind.UNKNOWN),
    ]


def test_the_letters_of_a_state_behind_a_town_are_a_place(story: Story) -> None:
    found = names_index([story("They sold the old home in Tampa, FL, in the end.")])

    assert [(each.name, each.kind) for each in found] == [("FL", Kind.PLACE), ("Tampa", Kind.PLACE)]


@pytest.mark.parametrize("name", ["Haldan", "Haldan Sigrid"])
def test_a_noun_behind_a_name_tells_that_it_is_a_things(story: Story, name: str) -> None:
    found = names_index([story(f"In the end they fired one of the {name} missiles at it.")])

    assert [(each.name, each.kind) for each in found] == [(name, Kind.UNKNOWN)]


def test_a_ship_without_its_letters_is_nobody(story: Story) -> None:
    found = names_index([story("They left the MV Sigrid Lindqvist. “No,” said one. Sigrid Lindqvist sank.")])

    assert [(each.name, each.kind) for each in found] == [
        ("MV Sigrid Lindqvist", Kind.UNKNOWN),
        ("Sigrid Lindqvist", Kind.UNKNOWN),
    ]


@pytest.mark.parametrize(("copy", "kind"), [("on", Kind.ORGANISATION), ("on the", Kind.PLACE)])
def test_a_river_has_an_article_and_a_firm_has_none(story: Story, copy: str, kind: Kind) -> None:
    found = names_index([story(f"In the end they found it {copy} Amazon and left again.")])

    assert [(each.name, each.kind) for each in found] == [("Amazon", kind)]


def test_a_name_is_listed_as_it_is_written_in_calm_copy(story: Story) -> None:
    found = names_index([story("OSLO - Nobody came to the meeting in Oslo in the end.")])

    assert [(each.name, dict(each.spellings)) for each in found] == [("Oslo", {"OSLO": 1, "Oslo": 1})]


def test_what_has_a_star_is_nobody(story: Story) -> None:
    found = names_index([story("The Vera Halden star Anna Lind said no to it in the end.")])

    assert [(each.name, each.kind) for each in found] == [
        ("Anna Lind", Kind.PERSON),
        ("Vera Halden", Kind.UNKNOWN),
    ]


def test_a_firm_is_listed_with_the_possessive_that_is_its_name(story: Story) -> None:
    found = names_index([story("The whole rating came from Moody's in the end, and nobody else.")])

    assert [(each.name, each.kind) for each in found] == [("Moody's", Kind.ORGANISATION)]


@pytest.mark.parametrize(
    ("copy", "name", "kind"),
    [
        ("They read the novel Martin Lind in a day.", "Martin Lind", Kind.UNKNOWN),
        ("She will play Martin Lind in a film.", "Martin Lind", Kind.PERSON),
        ("They drove the Martin Lind, which is slow.", "Martin Lind", Kind.UNKNOWN),
        ("They spoke of the Martin Lind trial at length.", "Martin Lind", Kind.PERSON),
        ("They fired a Fadil-2 at the town.", "Fadil-2", Kind.UNKNOWN),
        ("They played the GTX 6 all day.", "GTX", Kind.UNKNOWN),
        ("In the end LindBank said it was ill.", "LindBank", Kind.ORGANISATION),
        ("In the end McLindqvist said he was ill.", "McLindqvist", Kind.PERSON),
        ("They live in HaLinden with a cat.", "HaLinden", Kind.PLACE),
        ("They asked the newspaper El Lindero about it.", "El Lindero", Kind.ORGANISATION),
        ("They live in the town of El Lindero now.", "El Lindero", Kind.PLACE),
        ("They fled the Lindero refugee camp at night.", "Lindero", Kind.PLACE),
        ("They fled the Lindero area at night.", "Lindero", Kind.PLACE),
        ("The first part is called Lindero, the next is not.", "Lindero", Kind.UNKNOWN),
        ("They watched the Lindero series at night.", "Lindero", Kind.UNKNOWN),
        ("They fly the 737 Lindero. The new 737 Lindero is fast.", "Lindero", Kind.UNKNOWN),
        ("In the end Lindnews said it was ill.", "Lindnews", Kind.ORGANISATION),
        ("They guard the State Secrets at night.", "State Secrets", Kind.UNKNOWN),
        ("In the end they saw the Halden Nebula.", "Halden Nebula", Kind.UNKNOWN),
        ("In the end they told the Halden Echo of it.", "Halden Echo", Kind.ORGANISATION),
        ("In the end the firm, Halden Nebula, is ill.", "Halden Nebula", Kind.ORGANISATION),
        ("In the end Oslo Test cricket is over.", "Oslo Test", Kind.UNKNOWN),
        ("The former Halden mayor is ill.", "Halden", Kind.PLACE),
        ("A charity called Lindero-Mother is ill.", "Lindero-Mother", Kind.ORGANISATION),
        ("In the book they saw the New Portrait of him.", "New Portrait", Kind.UNKNOWN),
        ("In the end they thought of an Oslo IPO again.", "Oslo IPO", Kind.UNKNOWN),
        ("They won after a pass from Alvar Lindero.", "Alvar Lindero", Kind.PERSON),
        ("The yard of Halden Shipbuilding & Berg is shut.", "Halden Shipbuilding & Berg", Kind.ORGANISATION),
        ("A peace envoy, UN Middle East as well, came.", "UN Middle East", Kind.UNKNOWN),
        ("They left the Lindero campus at night.", "Lindero", Kind.PLACE),
        ("They all saw it quite well with the Martin Lind Telescope.", "Martin Lind Telescope", Kind.UNKNOWN),
        ("They told the website Martin Lind, which is Danish.", "Martin Lind", Kind.ORGANISATION),
        ("The firm Halden Lind is ill. They saw what Halden Lind said.", "Halden Lind", Kind.ORGANISATION),
        ("Alvar Lindero called him a liar.", "Alvar Lindero", Kind.PERSON),
    ],
)
def test_the_words_beside_a_name_tell_wares_firms_and_places(
    story: Story, copy: str, name: str, kind: Kind
) -> None:
    found = names_index([story(copy)])

    assert [(each.name, each.kind) for each in found] == [(name, kind)]


def test_who_is_shouted_at_is_no_place(story: Story) -> None:
    found = names_index([story("Ted Lindqvist spoke. The jibe was aimed at Lindqvist, he said.")])

    assert [(each.name, len(each.mentions)) for each in found] == [("Ted Lindqvist", 2)]


def test_a_state_behind_a_name_says_that_it_is_a_place(story: Story) -> None:
    found = names_index([story("In the end Lindero, Ohio, is quiet.")])

    assert [(each.name, each.kind) for each in found] == [("Lindero", Kind.PLACE), ("Ohio", Kind.PLACE)]
