"""Body names: what belongs to the name of a body or a place, and where a name of another kind begins."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newslint.plugin import Document
from newslint.text.names.candidates.evidence import Kind
from newslint.text.names.people.entities import entities

Story = Callable[[str], Document]


@pytest.mark.parametrize(
    "name",
    [
        "National People's Congress",
        "Bhutan People's Party",
        "Standard & Poor's Financial Services LLC",
        "Saint Olav Hospital",
        "Food and Drug Administration",
        "Union Solidarity and Development Party",
        "Securities and Exchange Commission",
        "Democratic National Convention",
        "Warner Bros. Pictures",
        "St. Louis Cardinals",
        "Institute for the Study of War",
        "National Institutes of Health",
        "Armed Forces of the Norwegian Federation",
        "Organisation of Nordic Cooperation",
        "Democratic Senatorial Campaign Committee",
        "Republican Party",
        "U.S. Embassy",
        "New England Mariners",
        "Centre for EU-Asia Connectivity",
        "Centre for Research on Energy and Water",
        "Centre for European Harbour Studies",
        "European Union",
        "Islamic State",
        "Muslim Brotherhood",
        "Department for Work and Pensions",
        "U.S. Immigration and Naturalization Service",
        "US Department of Defense",
        "Joint Chiefs of Staff",
        "American Federation of Teachers",
        "Missile Defense Policy Alliance",
        "Children and Missing Families Forum",
        "Al-Halden Martyrs' Brigades",
        "Health and Security Studies Institute",
        "Center on Budget and Trade Priorities",
        "Council on Energy, Environment and Water",
        "Ministry of Agriculture, Forestry and Fisheries",
        "Front for the Liberation of Halden",
        "Office of the High Commissioner for Human Rights",
        "Federation of Industries of the State of Santa Marta",
        "Foreign Affairs and Defense Committee",
        "Communist Youth League",
        "Citizens' Council for Public Security",
        "Centre for Norwegian Women and Legal Assistance",
        "House Committee on Oversight and Government Reform",
        "U.S. Transportation Department",
    ],
)
def test_a_body_keeps_all_the_words_of_its_name(story: Story, name: str) -> None:
    found = story(f"In the end nobody from the {name} came to the meeting.").view(entities)

    assert [(each.name, each.kind) for each in found] == [(name, Kind.ORGANISATION)]


@pytest.mark.parametrize(
    "name",
    ["Line of Control", "Statue of Liberty", "Ft. Halden", "Dar es Salaam", "Kfar Halden", "Mar del Plata"],
)
def test_a_place_keeps_all_the_words_of_its_name(story: Story, name: str) -> None:
    found = story(f"In the end nobody came to {name} for the meeting.").view(entities)

    assert [(each.name, each.kind) for each in found] == [(name, Kind.PLACE)]


def test_a_people_belongs_to_the_body_whose_acronym_stands_for_it(story: Story) -> None:
    found = story("He left the Norwegian Harbour Union (NHU). The Norwegian Harbour Board stayed.")

    assert [each.name for each in found.view(entities)] == ["Norwegian Harbour Union", "Harbour Board"]


def test_an_owner_is_no_part_of_a_body(story: Story) -> None:
    found = story("In the end Lind's Justice Department and Oslo's Congress said no to it.").view(entities)

    assert [each.name for each in found] == ["Lind", "Justice Department", "Oslo", "Congress"]


@pytest.mark.parametrize(
    ("copy", "names"),
    [
        ("The former envoy to NATO Kurt Lindqvist spoke to them.", ["NATO", "Kurt Lindqvist"]),
        ("They sailed on the USS Abraham Lindqvist for years.", ["USS Abraham Lindqvist"]),
        ("He won it from Al Gore in the end.", ["Al Gore"]),
        ("They met former Navy Marine Paul Lindqvist.", ["Paul Lindqvist"]),
        ("Anna Lindqvist left. The Relief DGP Anna Lindqvist did it.", ["Anna Lindqvist"]),
        ("They met rookie Earl Lindqvist there.", ["Earl Lindqvist"]),
        ("The doctor killer James Charles Lindqvist left.", ["James Charles Lindqvist"]),
        ("In the end Astronauts Norah Lindqvist and Per Holm left.", ["Norah Lindqvist", "Per Holm"]),
        ("He placed second in Iowa It is far from here.", ["Iowa"]),
        ("In the end Prime Minister Theresa May has left.", ["Theresa May"]),
        ("They left the Halden Fashion Week early.", ["Halden Fashion Week"]),
        ("They left the Southern Africa Litigation Centre.", ["Southern Africa Litigation Centre"]),
        ("They live on Martha's Vineyard in the summer.", ["Martha's Vineyard"]),
        ("He left the Secretary of State James Lindqvist.", ["James Lindqvist"]),
        ("In the end Moderator Norah Lindqvist left them.", ["Norah Lindqvist"]),
        ("They met George H.W. Bush in the end.", ["George H.W. Bush"]),
        ("They met Commissioner-General Anna Lindqvist then.", ["Anna Lindqvist"]),
        (
            "They left the university on Long Island. He led Nassau County on Long Island.",
            ["Long Island", "Nassau County"],
        ),
        (
            "They asked the Council on Energy, Oslo and Halden about it.",
            ["Council on Energy", "Oslo", "Halden"],
        ),
        ("The South Carolina Republican Anna Lindqvist left.", ["South Carolina", "Anna Lindqvist"]),
        ("The squad had T Lindqvist and S Orlando in it.", ["T Lindqvist", "S Orlando"]),
        ("He gave it to Jonny “Joe” Manganello in the end.", ["Jonny Manganello"]),
        ("They live in Northern Ireland However, the roots are old.", ["Northern Ireland"]),
        (
            "They asked Halden County Recorder Helen Lindqvist about it.",
            ["Halden County", "Helen Lindqvist"],
        ),
        (
            "An officer of the Halden Infantry Brigade Helen Lindqvist said so.",
            ["Halden Infantry Brigade", "Helen Lindqvist"],
        ),
        ("It was Daniel arap Lindqvist who knew of it.", ["Daniel arap Lindqvist"]),
        ("Anna Lindqvist left. A friend told CNN Lindqvist was ill.", ["Anna Lindqvist", "CNN"]),
        ("In the end Theresa May left. May was tired of it.", ["Theresa May"]),
        ("In the end he left the White House for Florida.", ["White House", "Florida"]),
        ("The army chief of Staff Herzi Lindqvist left.", ["Herzi Lindqvist"]),
        ("In the end Thomas Hayden Church went to the church.", ["Thomas Hayden Church"]),
        ("They met Co-anchor Norah Lindqvist about it.", ["Norah Lindqvist"]),
        ("He is on Facebook For two years he has been.", ["Facebook"]),
        ("In the end Anna Lindqvist Is Ready To Lead said the headline.", ["Anna Lindqvist"]),
        ("In the end QB Ben Lindqvist left them.", ["QB", "Ben Lindqvist"]),
        ("The baker Anna Lindqvist, from Kensington, left.", ["Anna Lindqvist", "Kensington"]),
        ("Follow Pam Lindqvist On Twitter at any time now.", ["Pam Lindqvist"]),
        ("Beirut CNN — In the end nobody came to it.", ["Beirut", "CNN"]),
        ("In the end Jill St. Clair left. St. Clair was tired of it.", ["Jill St. Clair"]),
    ],
)
def test_a_person_begins_after_a_body_and_with_an_initial(story: Story, copy: str, names: list[str]) -> None:
    assert [each.name for each in story(copy).view(entities)] == names


@pytest.mark.parametrize(
    "copy",
    [
        "A market. Anna Lind/AFP/Getty Images Israel has closed it since.",
        "A market. Anna Lind/PA Wire Israel has closed it since.",
        "A market. Anna Lind/AP Today Israel has closed it since.",
        "A market. Anna Lind/Reuters In Israel it has been closed since.",
    ],
)
def test_a_sentence_opens_after_the_credit_of_a_caption(story: Story, copy: str) -> None:
    assert [each.name for each in story(copy).view(entities)] == ["Anna Lind", "Israel"]


def test_an_awareness_day_keeps_its_day(story: Story) -> None:
    found = story("It was held on Halden Overdose Awareness Day and on Sunday in the park.").view(entities)

    assert [each.name for each in found] == ["Halden Overdose Awareness Day"]


@pytest.mark.parametrize("noun", ["law firm", "airline", "national broadcaster"])
def test_a_noun_for_a_body_tells_of_the_name_behind_it(story: Story, noun: str) -> None:
    found = story(f"In the end he left the {noun} Lindqvist Oland for another one.").view(entities)

    assert [(each.name, each.kind) for each in found] == [("Lindqvist Oland", Kind.ORGANISATION)]


@pytest.mark.parametrize("dateline", ["NEW YORK", "ST. LOUIS"])
def test_a_town_of_two_words_in_capitals_is_one_place(story: Story, dateline: str) -> None:
    found = story(f"{dateline} - In the end nobody came to the meeting.").view(entities)

    assert [(each.name, each.kind) for each in found] == [(dateline, Kind.PLACE)]


@pytest.mark.parametrize(
    ("copy", "name"),
    [
        ("In the end the Norwegian Harbour Association left.", "Norwegian Harbour Association"),
        ("In the end the Swedish Center for Harbour Safety left.", "Swedish Center for Harbour Safety"),
        ("In the end the Norwegian National Harbour Association left.", "National Harbour Association"),
        (
            "In the end he left the Global Coalition to Stop Harbour Fires.",
            "Global Coalition to Stop Harbour Fires",
        ),
        ("In the end he left the San Diego-based Nordic Harbour Institute.", "Nordic Harbour Institute"),
        ("In the end the House Ways and Means Committee met.", "House Ways and Means Committee"),
    ],
)
def test_a_body_keeps_its_people_and_its_aim(story: Story, copy: str, name: str) -> None:
    assert [each.name for each in story(copy).view(entities)] == [name]


def test_names_in_a_row_before_counties_are_places(story: Story) -> None:
    found = story("In the end Belling, Scott and Corrow counties voted for nobody.").view(entities)

    assert {(each.name, each.kind) for each in found} == {
        (name, Kind.PLACE) for name in ("Belling", "Corrow", "Scott")
    }


def test_a_case_is_no_place(story: Story) -> None:
    found = story("In the end it was decided in Grendel v. Halden that nobody came.").view(entities)

    assert ("Grendel", Kind.PLACE) not in [(each.name, each.kind) for each in found]


def test_a_role_tells_somebody_from_a_place(story: Story) -> None:
    found = story("In the end the film by director Anna Bay was shown.").view(entities)

    assert [(each.name, each.kind) for each in found] == [("Anna Bay", Kind.PERSON)]


@pytest.mark.parametrize(
    ("copy", "names"),
    [
        ("The Crown Land Service paid. CLS staff left.", {"Crown Land Service": 2}),
        ("The Department for Homes paid. They asked the DfH.", {"Department for Homes": 2}),
        ("The Crown Land Service paid. C.L.S. staff left.", {"Crown Land Service": 2}),
        ("The old MV Sigrid sank. They left the Sigrid.", {"MV Sigrid": 2}),
        ("The Associated Press asked. They told the AP.", {"Associated Press": 2}),
        # Two letters may be anybody's, and so may those of two bodies.
        ("The Halden Party paid. They asked the HP.", {"Halden Party": 1, "HP": 1}),
        (
            "The Crown Land Service and the Coast Line Society paid. They asked the CLS.",
            {"Crown Land Service": 1, "Coast Line Society": 1, "CLS": 1},
        ),
    ],
)
def test_letters_are_the_body_whose_words_they_open(story: Story, copy: str, names: dict[str, int]) -> None:
    found = story(f"{copy}\n").view(entities)

    assert {each.name: len(each.mentions) for each in found} == names


def test_what_stands_beside_an_acronym_is_no_part_of_it(story: Story) -> None:
    found = story("Fear of the HNUP, the Halden Nordic branch of the BRIL (BRIS), grew.").view(entities)

    assert [each.name for each in found] == ["HNUP", "Halden Nordic", "BRIL", "BRIS"]


@pytest.mark.parametrize(
    ("copy", "names"),
    [
        ("They sat in the Great Hall of the People with him.", ["Great Hall of the People"]),
        ("They sailed the Bay of Oslo with him.", ["Bay of Oslo"]),
        ("They live in the State of Ohio, he says.", ["State", "Ohio"]),
        ("It was at the Tree of Life Synagogue, he says.", ["Tree of Life Synagogue"]),
        ("They like the Freedom of Speech Act, he says.", ["Freedom of Speech Act"]),
        ("He works at Halden Medical College and Hospital now.", ["Halden Medical College and Hospital"]),
        (
            "He left the Institute for Central Asia and Norway Studies then.",
            ["Institute for Central Asia and Norway Studies"],
        ),
        ("He asked the Secretary of State Tolvik about it.", ["Tolvik"]),
        ("It was the leader of the Opposition Tolvik who said so.", ["Tolvik"]),
        ("He left the Centre on Contemporary Norway then.", ["Centre on Contemporary Norway"]),
        ("They like the Halden Preservation of Water Act, he says.", ["Halden Preservation of Water Act"]),
        ("In the end Per Lind won. It was the Lind White House then.", ["Per Lind", "White House"]),
        ("They read an NBC News/Wall Street Journal poll.", ["NBC News", "Wall Street Journal"]),
        ("By then Anna Lind Harbour Board Anna Lind had left.", ["Anna Lind", "Harbour Board"]),
    ],
)
def test_a_name_is_joined_and_cut_where_it_ends(story: Story, copy: str, names: list[str]) -> None:
    assert [each.name for each in story(f"In the end they left. {copy}").view(entities)] == names
