"""Forms of names: particles, orders, nicknames, and which mentions are one person's."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newslint.plugin import Document
from newslint.text.names.people.entities import persons
from newslint.text.names.people.mentions import Kind, entities

Story = Callable[[str], Document]


@pytest.mark.parametrize(
    ("copy", "expected"),
    [
        # Particles, with and without the given name.
        ("A painter, Marta van der Loo, fled. It pleased van der Loo.", ["Marta van der Loo", "van der Loo"]),
        ("Ursula von Brandt came. Von Brandt left.", ["Ursula von Brandt", "Von Brandt"]),
        ("Luis de la Torre won. They like de la Torre.", ["Luis de la Torre", "de la Torre"]),
        ("Isabel dos Reis won. Later, dos Reis left.", ["Isabel dos Reis", "dos Reis"]),
        ("Prince Faisal bin Nasser spoke. Bin Nasser left.", ["Faisal bin Nasser", "Bin Nasser"]),
        ("It was Hassan al-Tikri. Police seek al-Tikri.", ["Hassan al-Tikri", "al-Tikri"]),
        ("It was David Ben-Ami. Ben-Ami left.", ["David Ben-Ami", "Ben-Ami"]),
        # Initials, hyphens, apostrophes, letters beyond ASCII, suffixes.
        ("J.K. Harlow writes. Harlow lives here.", ["J.K. Harlow", "Harlow"]),
        ("A. N. Wilder writes. Wilder lives here.", ["A. N. Wilder", "Wilder"]),
        ("It was Fiona MacLeod. MacLeod teaches.", ["Fiona MacLeod", "MacLeod"]),
        ("It was Sean O'Rian. O’Rian laughed.", ["Sean O'Rian", "O'Rian"]),
        ("It was Mary-Kate Olin-Lind. Olin-Lind ran.", ["Mary-Kate Olin-Lind", "Olin-Lind"]),
        ("It was Zoë Łukaszek. Łukaszek ran.", ["Zoë Łukaszek", "Łukaszek"]),
        ("It was Robert Lindon III. Lindon sang.", ["Robert Lindon III", "Lindon"]),
        # A nickname in quotation marks.
        ("It was Robert “Bob” Lindqvist. Lindqvist sang.", ["Robert “Bob” Lindqvist", "Lindqvist"]),
        # Compound surnames, whole and by their first half.
        ("It was Gabriel García Peña. García Peña left.", ["Gabriel García Peña", "García Peña"]),
        # Surnames that are everyday words.
        ("It was Martin King. King left. Later, King said so.", ["Martin King", "King", "King"]),
        ("It was Anna Brown. Brown bears sleep. Brown explained it.", ["Anna Brown", "Brown"]),
        # Family names first.
        ("It was President Li Weimin. Li left.", ["Li Weimin", "Li"]),
        ("Ban Ki-soon met them. Ban left.", ["Ban Ki-soon", "Ban"]),
        ("It was Orbány Viktor. Orbány left.", ["Orbány Viktor", "Orbány"]),
        # No family name.
        ("It was Katrín Helgadóttir. Katrín said no.", ["Katrín Helgadóttir", "Katrín"]),
        ("Min Aung Zaw rules. Min Aung Zaw left.", ["Min Aung Zaw", "Min Aung Zaw"]),
        ("It was Daw Khin Suu Nwe. Suu Nwe came.", ["Khin Suu Nwe", "Suu Nwe"]),
        ("It was President Sukarmo, 60. Sukarmo left.", ["Sukarmo", "Sukarmo"]),
        ("Abu Khaled fled. Abu Khaled was a smith.", ["Abu Khaled", "Abu Khaled"]),
        ("It was Umm Khaled. Later, Umm Khaled wept.", ["Umm Khaled", "Umm Khaled"]),
    ],
)
def test_the_mentions_of_a_person_are_found_in_full(story: Story, copy: str, expected: list[str]) -> None:
    (person,) = story(f"{copy} The rest of it.").view(persons)

    assert [mention.text for mention in person.mentions] == expected


@pytest.mark.parametrize(
    ("copy", "called"),
    [
        ("Anna Lind won. Lind left.", "Lind"),
        ("Marta van der Loo won. Van der Loo left.", "Loo"),
        ("It was President Li Weimin. Li left.", "Li"),
        ("It was Orbány Viktor. Orbány left.", "Orbány"),
        ("It was Viktor Orbány. Orbány left.", "Orbány"),
        ("It was Katrín Helgadóttir. Katrín said no.", "Katrín"),
        ("Eva Lind, 8, won. Eva left.", "Lind"),
        ("It was Abu Khaled. Abu Khaled left.", "Abu Khaled"),
        ("It was Min Aung Zaw.", "Min Aung Zaw"),
    ],
)
def test_what_a_story_calls_a_person_by(story: Story, copy: str, called: str) -> None:
    (person,) = story(f"{copy} The rest of it.").view(persons)

    assert person.surname == called


@pytest.mark.parametrize(
    ("copy", "name", "kind"),
    [
        ("Doctors at the University of Norwood knew.", "University of Norwood", Kind.ORGANISATION),
        ("It is for the Ministry of Health to say.", "Ministry of Health", Kind.ORGANISATION),
        ("They sold it to Delta Holdings Ltd. on Monday.", "Delta Holdings Ltd", Kind.ORGANISATION),
        ("She played in “Martin Lind Goes Back Home” in May.", "Martin Lind Goes Back Home", Kind.UNKNOWN),
        ("They met in Abu Dhabi.", "Abu Dhabi", Kind.PLACE),
        ("They met in Umm Qasr.", "Umm Qasr", Kind.PLACE),
    ],
)
def test_bodies_places_and_works_are_told_apart(story: Story, copy: str, name: str, kind: Kind) -> None:
    found = story(f"{copy} The rest of it.").view(entities)

    assert [(entity.name, entity.kind) for entity in found] == [(name, kind)]


def test_a_heading_in_capitals_names_nobody_of_its_own(story: Story) -> None:
    document = story("LIND WINS VOTE IN NORWOOD\n\nAnna Lind won the vote. Lind cried at the pier.")

    assert [entity.name for entity in document.view(entities)] == ["Anna Lind"]


def test_a_place_stays_one_before_a_person_of_its_name_comes(story: Story) -> None:
    document = story("Officials fear Washington. Later, Denzel Washington sang.")

    assert [entity.kind for entity in document.view(entities)] == [Kind.PLACE, Kind.PERSON]


@pytest.mark.parametrize("copy", ["Martin King left. Kings fell.", "Martin King left. King Charles came."])
def test_a_plain_word_is_not_always_the_surname_that_it_is(story: Story, copy: str) -> None:
    found = {entity.name: entity for entity in story(copy).view(persons)}

    assert [mention.text for mention in found["Martin King"].mentions] == ["Martin King"]
