"""Attributions: who said what, by which word."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.plugin import Document
from newslint.text.speech.speakers.attributions import Attribution, Manner, SourceKind, attributions

Story = Callable[[str], Document]
SPEAKING = [
    "Lind",
    "the bank",
    "who",
    "he",
    "said",
    "says",
    "told",
    "adding",
    "Said",
    "claim",
    "according to",
]
JOINING = [
    "that",
    "and",
    "with",
    "was",
    "to",
    ",",
    ".",
    "?",
    ":",
    "—",
    "-",
    "(",
    ")",
    "“",
    "”",
    '"',
    "'",
    "\n\n",
]
LEAD = "Harbour reopens\n\nThe harbour reopened after a storm.\n\n"


def read(document: Document) -> list[tuple[str, str, str]]:
    """Return source, cue and content of each attribution, in words."""
    return [
        (words(document, each, "source"), words(document, each, "cue"), words(document, each, "content"))
        for each in document.view(attributions)
    ]


def words(document: Document, attribution: Attribution, part: str) -> str:
    """Join the pieces of one part of an attribution."""
    return " … ".join(span.cut(document.text) for span in getattr(attribution, part))


@pytest.mark.parametrize(
    ("copy", "expected"),
    [
        ("“We lost the barn,” she said.", ("she", "said", "“We lost the barn,”")),
        (
            "“We lost the barn,” said Marta Lind, who owns it.",
            ("Marta Lind, who owns it", "said", "“We lost the barn,”"),
        ),
        (
            "“We lost it,” she said. “We lost it all.”",
            ("she", "said", "“We lost it,” … “We lost it all.”"),
        ),
        ("“Why us?” Lind asked.", ("Lind", "asked", "“Why us?”")),
        ("Lind said: “We lost the barn.”", ("Lind", "said", "“We lost the barn.”")),
        ("Lind said the barn was lost.", ("Lind", "said", "the barn was lost")),
        ("Lind said on Monday that the barn was lost.", ("Lind", "said", "that the barn was lost")),
        ("Prices will rise in May, the bank said.", ("the bank", "said", "Prices will rise in May")),
        ("The barn is lost, Lind said in a statement.", ("Lind", "said", "The barn is lost")),
        ("According to the police, the barn is lost.", ("the police", "According to", "the barn is lost")),
        ("The barn is lost, according to the police.", ("the police", "according to", "The barn is lost")),
        ("Lind told reporters that the barn was lost.", ("Lind", "told", "that the barn was lost")),
        ("The council vowed to rebuild the barn.", ("The council", "vowed", "to rebuild the barn")),
        ("Marta Lind, a baker, said it was lost.", ("Marta Lind, a baker", "said", "it was lost")),
    ],
)
def test_statement_has_source_cue_and_content(
    story: Story, copy: str, expected: tuple[str, str, str]
) -> None:
    assert read(story(f"{LEAD}{copy}\n")) == [expected]


@pytest.mark.parametrize(
    "copy",
    [
        "The report came late.",
        "It is a well-known claim.",
        "The plans of the council changed.",
        "A train left.",
    ],
)
def test_noun_is_no_cue(story: Story, copy: str) -> None:
    assert read(story(f"{LEAD}{copy}\n")) == []


def test_second_verb_keeps_the_source_of_the_first(story: Story) -> None:
    document = story(f"{LEAD}Lind said the barn was lost, adding that the road was too.\n")

    assert read(document) == [
        ("Lind", "said", "the barn was lost"),
        ("Lind", "adding", "that the road was too"),
    ]


@pytest.mark.parametrize(
    ("copy", "expected"),
    [
        (
            "“It is lost,” said Marta Lind.\n\n“We will rebuild it.”",
            ("Marta Lind", "said", "“It is lost,” … “We will rebuild it.”"),
        ),
        ("Lind said it was lost. “All of it!”", ("Lind", "said", "it was lost … “All of it!”")),
        (
            "“All of it?” Jan Berg, the clerk, asked the mayor.",
            ("Jan Berg, the clerk", "asked", "“All of it?”"),
        ),
        ("“It is lost,” Ms. Lind said by telephone.", ("Ms. Lind", "said", "“It is lost,”")),
        ("The biggest market, adds Lind, is Oslo.", ("Lind", "adds", "The biggest market … is Oslo")),
        (
            "Jan Berg, U.S. envoy to the talks, said: “No.”",
            ("Jan Berg, U.S. envoy to the talks", "said", "“No.”"),
        ),
    ],
)
def test_speech_without_a_source_goes_on_with_the_one_before(
    story: Story, copy: str, expected: tuple[str, str, str]
) -> None:
    assert read(story(f"{LEAD}{copy}\n")) == [expected]


def test_words_after_having_are_those_of_the_sentence(story: Story) -> None:
    document = story(f"{LEAD}Marta Lind left the room, having said that the road was lost.\n")

    assert read(document) == [("Marta Lind", "said", "that the road was lost")]


def test_speech_after_a_colon_has_the_source_before_it(story: Story) -> None:
    document = story(f"{LEAD}The council put out a note and said:\n\n“We will rebuild it.”\n")

    assert read(document)[-1][1:] == ("said", "“We will rebuild it.”")


def test_pronoun_and_surname_resolve_to_the_person(story: Story) -> None:
    copy = "Marta Lind said it was lost. “We will rebuild,” she said. Lind said the road was shut."
    document = story(f"{LEAD}{copy}\n")

    assert [each.speaker for each in document.view(attributions)] == ["Marta Lind"] * 3


@pytest.mark.parametrize(
    ("copy", "speaker"),
    [
        (
            "Marta Lind, the harbour minister, said it was lost. The minister said it would be rebuilt.",
            "Marta Lind",
        ),
        ("Prime Minister Marta Lind wept. The prime minister said it was lost.", "Marta Lind"),
        ("Marta Lind, a minister, met Peter Berg, a minister. The minister said it was lost.", None),
        ("Marta Lind, the minister, wept. Her minister said it was lost.", None),
    ],
)
def test_office_stands_for_its_only_holder(story: Story, copy: str, speaker: str | None) -> None:
    document = story(f"{LEAD}{copy}\n")

    assert document.view(attributions)[-1].speaker == speaker


@pytest.mark.parametrize(
    ("copy", "kind"),
    [
        ("Marta Lind said it was lost.", SourceKind.NAMED),
        ("She said it was lost.", SourceKind.PRONOUN),
        ("The study said it was lost.", SourceKind.DOCUMENT),
        ("Two sources said it was lost.", SourceKind.ANONYMOUS),
        ("Officials said it was lost.", SourceKind.COLLECTIVE),
        ("The minister said it was lost.", SourceKind.ROLE),
    ],
)
def test_kind_of_source_is_told(story: Story, copy: str, kind: SourceKind) -> None:
    document = story(f"{LEAD}{copy}\n")

    assert [each.source_kind for each in document.view(attributions)] == [kind]


@pytest.mark.parametrize(
    ("copy", "manner"),
    [
        ("“It is lost,” she said.", Manner.DIRECT),
        ("She said the barn was “lost for ever”.", Manner.MIXED),
        ("She said the barn was lost.", Manner.INDIRECT),
    ],
)
def test_manner_follows_the_marks(story: Story, copy: str, manner: Manner) -> None:
    document = story(f"{LEAD}{copy}\n")

    assert [each.manner for each in document.view(attributions)] == [manner]


@given(st.lists(st.sampled_from([*SPEAKING, *JOINING]), max_size=30))
def test_any_copy_gives_pieces_of_it(story: Story, parts: list[str]) -> None:
    document = story("Headline\n\n" + " ".join(parts) + "\n")

    pieces = [
        span for each in document.view(attributions) for span in (*each.source, *each.cue, *each.content)
    ]

    assert all(0 <= span.start < span.end <= len(document.text) for span in pieces)
    assert all(each.content for each in document.view(attributions))


@pytest.mark.parametrize(
    ("copy", "cues"),
    [
        ("“Never,” the baker snapped.", ["snapped"]),
        ("Marta Lind fumed: “It was never safe.”", ["fumed"]),
        ("The branch snapped and the crowd stormed the gate.", []),
        ("The court ruled that the wall was safe.", ["ruled"]),
        ("A plan announced by the bank failed.", []),
    ],
)
def test_verb_of_voice_reports_only_beside_a_quotation(story: Story, copy: str, cues: list[str]) -> None:
    document = story(f"Harbour reopens\n\n{copy}\n")

    assert [cue.cut(document.text) for found in document.view(attributions) for cue in found.cue] == cues
