"""What the words beside a name tell of what it names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newslint.plugin import Document
from newslint.text.names.people.mentions import Kind, entities

Story = Callable[[str], Document]


def kinds(document: Document) -> dict[str, Kind]:
    """Return what each name of a story names."""
    return {entity.name: entity.kind for entity in document.view(entities)}


@pytest.mark.parametrize(
    ("copy", "name", "kind"),
    [
        ("He grew up in the village of Kessa Tolvik.", "Kessa Tolvik", Kind.PLACE),
        ("The old Kessa Tolvik mill was sold.", "Kessa Tolvik", Kind.ORGANISATION),
        ("Buses run from Kessa Tolvik.", "Kessa Tolvik", Kind.PLACE),
        ("Rain fell on Kessa Tolvik province.", "Kessa Tolvik", Kind.PLACE),
        ("Some Kessa Tolvik workers went home.", "Kessa Tolvik", Kind.ORGANISATION),
        ("Then Kessa Tolvik chairman Per Holm left.", "Kessa Tolvik", Kind.ORGANISATION),
        ("Holm sang “Kessa Tolvik,” his first hit.", "Kessa Tolvik", Kind.UNKNOWN),
        ("It is true, according to Kessa Tolvik, a nurse.", "Kessa Tolvik", Kind.PERSON),
        ("Then Kessa Tolvik spokesman Per Holm left.", "Kessa Tolvik", Kind.PERSON),
        ("Then Tolvik’s widow sold it.", "Tolvik", Kind.PERSON),
        ("A man named Tolvik was held.", "Tolvik", Kind.PERSON),
        ("He came with his wife, Tolvika, on Monday.", "Tolvika", Kind.PERSON),
        ("She met her ex-husband, Tolvik, on Monday.", "Tolvik", Kind.PERSON),
        ("He told his mother, Tolvik is lost.", "Tolvik", Kind.UNKNOWN),
        ("The baker was Tolvik, a 34-year-old man.", "Tolvik", Kind.PERSON),
        ("Many fault the Tolvik administration.", "Tolvik", Kind.PERSON),
        ("Many fault the Tolvik deal.", "Tolvik", Kind.UNKNOWN),
        ("Many fault the Tolvik airline.", "Tolvik", Kind.ORGANISATION),
        ("Outgoing White House staff left.", "White House", Kind.ORGANISATION),
        ("They sold it to Goldman Sachs.", "Goldman Sachs", Kind.ORGANISATION),
        ("The old rival Tolvik lost again.", "Tolvik", Kind.UNKNOWN),
        ("The ferry costs Tolvik 40 now.", "Tolvik", Kind.UNKNOWN),
        ("They moved to Santa Lucía de Toro.", "Santa Lucía de Toro", Kind.PLACE),
        ("The bus to San Miguel de Toro left.", "San Miguel de Toro", Kind.PLACE),
        ("The talks in Sri Lanka ended.", "Sri Lanka", Kind.PLACE),
    ],
)
def test_the_words_beside_a_name_tell_its_kind(story: Story, copy: str, name: str, kind: Kind) -> None:
    document = story(f"{copy} The rest of it.")

    assert kinds(document)[name] is kind


def test_a_body_that_is_said_to_have_done_something_does_not_speak(story: Story) -> None:
    document = story("Its lawyer said Odrik was failing. Many blame Odrik.")

    assert kinds(document)["Odrik"] is Kind.UNKNOWN


def test_one_mention_that_tells_outweighs_one_that_does_not(story: Story) -> None:
    document = story("Many like Kessa Tolvik. They drove to the town of Kessa Tolvik.")

    assert kinds(document) == {"Kessa Tolvik": Kind.PLACE}


@pytest.mark.parametrize(
    ("copy", "name"),
    [
        ("It was the Minister for Political Affairs Ali Haddadi who spoke.", "Ali Haddadi"),
        ("The Secretary for Education Choi Yuk-man spoke.", "Choi Yuk-man"),
        ("She met Jean-Baptiste Forel on the pier.", "Jean-Baptiste Forel"),
        ("She met Sebastián Orduz on the pier.", "Sebastián Orduz"),
        ("She met Dr. Young on the pier.", "Young"),
        ("She met Claire Dane on the pier.", "Claire Dane"),
    ],
)
def test_a_name_is_found_behind_what_is_no_part_of_it(story: Story, copy: str, name: str) -> None:
    document = story(f"{copy} The rest of it.")

    assert kinds(document)[name] is Kind.PERSON


@pytest.mark.parametrize(
    ("copy", "name", "kind"),
    [
        # Capitals that are no body's.
        ("An ounce of gold, XAU, rose.", "XAU", Kind.UNKNOWN),
        ("The old F20 flew.", "F20", Kind.UNKNOWN),
        ("The old HKB flew.", "HKB", Kind.ORGANISATION),
        ("KABUL, Sept. 14 (Kestrel) — Rain fell.", "KABUL", Kind.PLACE),
        ("It is so. All Rights Reserved.", "Rights Reserved", Kind.UNKNOWN),
        # The last noun tells.
        ("They met on Bank Street at noon.", "Bank Street", Kind.PLACE),
        ("They hold the Tolvik pass.", "Tolvik", Kind.PLACE),
        ("They fell in Tolvik; investors with shares in Kessa lost.", "Kessa", Kind.UNKNOWN),
        # Firms by their legal form.
        ("Then Tolvik AG cut jobs.", "Tolvik AG", Kind.ORGANISATION),
        ("Then Kessa Tolvik plc cut jobs.", "Kessa Tolvik", Kind.ORGANISATION),
        # Ships.
        ("They boarded the MV Tolvik at noon.", "MV Tolvik", Kind.UNKNOWN),
        # Headlines in running copy.
        ("See also: Anna Lind Beats Robert Holm.", "Anna Lind Beats Robert Holm", Kind.UNKNOWN),
        # People.
        ("It was President B.Enkhtuya who spoke.", "B.Enkhtuya", Kind.PERSON),
        ("He met with Park Jin, who is a minister.", "Park Jin", Kind.PERSON),
        ("In the spring Le Pen lost.", "Le Pen", Kind.PERSON),
        ("They asked the Atlantic Council twice.", "Atlantic Council", Kind.ORGANISATION),
        ("It froze in the Arctic Ocean twice.", "Arctic Ocean", Kind.PLACE),
        ("They asked AT&T twice.", "AT&T", Kind.ORGANISATION),
        ("They asked the H&L Group twice.", "H&L Group", Kind.ORGANISATION),
        ("It was Park Ji-hoon who spoke.", "Park Ji-hoon", Kind.PERSON),
        ("They went to the Pang Co-op.", "Pang Co-op", Kind.ORGANISATION),
        ("It was Hugo Farnham KC who spoke.", "Hugo Farnham", Kind.PERSON),
        ("It was Minister Israel Tolvik who spoke.", "Israel Tolvik", Kind.PERSON),
        ("It was Omar AL-TIKRI who spoke.", "Omar AL-TIKRI", Kind.PERSON),
        ("They met Muslim MPs Anna Tolvik and Per Holm.", "Anna Tolvik", Kind.PERSON),
        ("They met Senators Anna Tolvik and Per Holm.", "Anna Tolvik", Kind.PERSON),
        ("They met cancer-stricken Anna Tolvik. Cancer-stricken Tolvik wept.", "Anna Tolvik", Kind.PERSON),
        ("It was Margaret “Peggy” Lane who spoke.", "Margaret Lane", Kind.PERSON),
        ("They met Ngũgĩ wa Mwangi, 40.", "Ngũgĩ wa Mwangi", Kind.PERSON),
    ],
)
def test_the_words_of_a_name_tell_its_kind(story: Story, copy: str, name: str, kind: Kind) -> None:
    assert kinds(story(copy))[name] is kind


def test_an_initial_without_a_space_is_part_of_the_name(story: Story) -> None:
    document = story("It was President B.Enkhtuya who spoke. Later Enkhtuya left.")

    assert kinds(document) == {"B.Enkhtuya": Kind.PERSON}


@pytest.mark.parametrize(
    ("copy", "name", "kind"),
    [
        ("They like Tolvik, a village in the hills.", "Tolvik", Kind.PLACE),
        ("They like Tolvik, the state’s largest newspaper, a lot.", "Tolvik", Kind.ORGANISATION),
        ("They like Tolvik, Norway’s Nordic mining company.", "Tolvik", Kind.ORGANISATION),
        ("They like Kessa Tolvik, a mining firm based in Oslo.", "Kessa Tolvik", Kind.ORGANISATION),
        ("They like Tolvik, a singer from Oslo.", "Tolvik", Kind.PERSON),
        ("They like Tolvik, a village doctor in the hills.", "Tolvik", Kind.PERSON),
        ("They like Tolvik, a thing of the past.", "Tolvik", Kind.UNKNOWN),
        ("They like Tolvik, the owner of much.", "Tolvik", Kind.UNKNOWN),
        ("They rode through the capital Tolvik at night.", "Tolvik", Kind.PLACE),
        ("It lies 20 kilometres north of Tolvik.", "Tolvik", Kind.PLACE),
        ("They met the Duke of Tolvik there.", "Tolvik", Kind.PLACE),
        ("They met three nurses from Tolvik there.", "Tolvik", Kind.PLACE),
        ("They have data from Tolvik there.", "Tolvik", Kind.UNKNOWN),
    ],
)
def test_an_apposition_or_a_head_tells_the_kind(story: Story, copy: str, name: str, kind: Kind) -> None:
    assert kinds(story(f"In the end it was so. {copy}"))[name] is kind
