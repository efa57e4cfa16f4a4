"""Quotations: what stands between marks, and what only looks like a mark."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.plugin import Block, BlockKind, Document, Lexicon, SourceMap, Span
from newslint.text.quoting.lone_marks import lone_marks
from newslint.text.quoting.passages import skeleton
from newslint.text.quoting.quotations import in_quotation, quotation_at, quotations

Story = Callable[[str], Document]


@pytest.mark.parametrize(
    ("copy", "expected"),
    [
        ('"Yes," she said. "No."', ['"Yes,"', '"No."']),
        ("“Yes,” she said. “No.”", ["“Yes,”", "“No.”"]),
        ("‘Yes,’ she said, ‘the workers’ vote counts.’", ["‘Yes,’", "‘the workers’ vote counts.’"]),
        ("He called it 'a mess' and 'the end'.", ["'a mess'", "'the end'"]),
        ("“She told me ‘never again’ twice,” he said.", ["“She told me ‘never again’ twice,”"]),
        ("‘She told me “never again” twice,’ he said.", ["‘She told me “never again” twice,’"]),
        ("``Hi,'' she said.", ["``Hi,''"]),
        ("«Oui», dit-elle.", ["«Oui»"]),
        ("„Ja“, sagte sie.", ["„Ja“"]),
        ("»Ja«, sagte sie, »so«.", ["»Ja«", "»so«"]),
        ("« Oui », dit-elle. ‹Non›, dit-il.", ["« Oui »", "‹Non›"]),
        ("“We lost the 12” pipe,” she said.", ["“We lost the 12” pipe,”"]),
        ("“No such money,’’ he added.", ["“No such money,’’"]),
        ('He said " I am " and "so be it".', ['" I am "', '"so be it"']),
        ("Mayor calls it ‘a mess’ in ‘worst’ day", ["‘a mess’", "‘worst’"]),
    ],
)
def test_marks_are_paired(story: Story, copy: str, expected: list[str]) -> None:
    document = story(f"Headline\n\n{copy} The rest of it.\n")

    assert [found.span.cut(document.text) for found in document.view(quotations)] == expected


@pytest.mark.parametrize(
    "copy",
    [
        "'Tis the '90s, and rock 'n' roll lives.",
        "It is the workers' vote and the ministers' choice.",
        'A 12" pipe and a door of 6\'8" stood there.',
        "The town’s mayor didn’t vote in the James’ house.",
    ],
)
def test_apostrophes_feet_and_inches_are_no_marks(story: Story, copy: str) -> None:
    document = story(f"Headline\n\n{copy}\n")

    assert document.view(quotations) == ()
    assert document.view(lone_marks) == ()


def test_quotation_of_several_paragraphs_is_one_record_in_each(story: Story) -> None:
    document = story("Headline\n\n“One.\n\n“Two.\n\n“Three,” she said.\n")

    found = document.view(quotations)

    assert [each.inner.cut(document.text) for each in found] == ["One.", "Two.", "Three,"]
    assert [(each.carries_on, each.goes_on) for each in found] == [(False, True), (True, True), (True, False)]
    assert document.view(lone_marks) == ()


def test_quotation_that_is_not_reopened_covers_the_paragraphs_between(story: Story) -> None:
    document = story("Headline\n\n“One.\n\nTwo.\n\nThree,” she said.\n")

    assert in_quotation(document, document.text.index("Two"))
    assert document.view(lone_marks) == ()


@pytest.mark.parametrize(
    ("copy", "lone"),
    [
        ("She said “no and left.", "“"),
        ("No harm was done,” she said.", "”"),
        ("“There is no way, she said. “I have tried.”", "“"),
    ],
)
def test_lone_mark_is_found_at_its_place(story: Story, copy: str, lone: str) -> None:
    document = story(f"Headline\n\n{copy}\n\nThe vote is on Monday.\n")

    found = document.view(lone_marks)

    assert [each.span.start for each in found] == [document.text.index(lone)]


@pytest.mark.parametrize(
    "copy",
    [
        'She said: "It was bad. "It got worse. "It is over."',
        "“Without them it feels amazing. “In block C it never did,” she said.",
        'The post <post author="" date="March 9">We won</post> was shared.',
        "” Isis is to blame,” he wrote.",
    ],
)
def test_mark_that_a_lost_paragraph_or_a_tag_explains_is_not_lone(story: Story, copy: str) -> None:
    document = story(f"Headline\n\nThe rain fell.\n\n{copy}\n\nThe rest of it.\n")

    assert document.view(lone_marks) == ()


@pytest.mark.parametrize(
    "copy",
    [
        "“It was bad, Ms. Lind said. “It got worse.”",
        "She called it “bad, and more. He said: “It got worse.”",
        "They will “face it, he said, and then “go away.”",
    ],
)
def test_mark_that_opens_inside_a_sentence_reopens_nothing(story: Story, copy: str) -> None:
    document = story(f"Headline\n\nThe rain fell.\n\n{copy}\n\nThe rest of it.\n")

    assert [lone.span.start for lone in document.view(lone_marks)] == [document.text.index("“")]


def test_marks_of_a_quotation_are_told_from_its_words(story: Story) -> None:
    document = story("Headline\n\nShe said “no” and left.\n")
    mark = document.text.index("“")

    assert in_quotation(document, mark)
    assert not in_quotation(document, mark, marks=False)
    assert in_quotation(document, mark + 1, marks=False)
    assert quotation_at(document, mark - 1) is None


@given(st.text(alphabet="ab .,\"'“”‘’`«»0\n-—", max_size=60))
def test_any_copy_is_paired_in_order_and_blanked_in_length(copy: str) -> None:
    blocks = tuple(Block(BlockKind.PARAGRAPH, Span(start, start + len(line))) for start, line in _lines(copy))
    document = Document("a.txt", "text", copy, copy, blocks, SourceMap.identity(len(copy)), Lexicon({}))

    found = document.view(quotations)

    assert all(one.span.end <= other.span.start for one, other in pairwise(found))
    assert all(each.span.contains(each.inner) for each in found)
    assert len(document.view(skeleton)) == len(copy)


def _lines(copy: str) -> list[tuple[int, str]]:
    lines, start = [], 0
    for line in copy.split("\n"):
        if line:
            lines.append((start, line))
        start += len(line) + 1
    return lines
