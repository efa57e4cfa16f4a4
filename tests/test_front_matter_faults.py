"""Faults of front matter: each is told once with its line, and the rest is read."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest

from newslint.plugin import BlockKind, Document, FrontMatterFault, Lexicon
from newslint.readers.front_matter.matter import front_matter

Story = Callable[[str], Document]
COPY = "\nThe ferry sank.\n"


def head(document: Document) -> list[tuple[str, str]]:
    """Return the blocks that are not of the story itself."""
    found = [(block.kind.value, block.span.cut(document.text)) for block in document.blocks]
    return [(kind, words) for kind, words in found if words != "The ferry sank."]


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("title: Ferry row: no end", FrontMatterFault.COLON),
        ("title: @harbor says no", FrontMatterFault.SIGN),
        ("title: *Ferry* sinks", FrontMatterFault.SIGN),
        ("title: - Ferry sinks", FrontMatterFault.SIGN),
        ("title: [Update] Ferry sinks", FrontMatterFault.BEHIND),
        ("title: 'It's sunk'", FrontMatterFault.BEHIND),
        ('title: "Ferry sinks', FrontMatterFault.OPEN),
        ("title: [Ferry, sinks", FrontMatterFault.OPEN),
        ("Ferry sinks", FrontMatterFault.KEYLESS),
        ("title:\xa0Ferry sinks", FrontMatterFault.KEYLESS),
        ("title: Ferry \x07 sinks", FrontMatterFault.LETTER),
        ("title: " + "[" * 101, FrontMatterFault.DEEP),
        ("title: !e!a Ferry", FrontMatterFault.OTHER),
    ],
)
def test_broken_line_is_told_and_the_others_are_read(
    markdown: Story, line: str, fault: FrontMatterFault
) -> None:
    document = markdown(f"---\nslug: ferry\n{line}\ndate: 2026-03-10\ndeck: All saved\n---\n{COPY}")

    (remark,) = document.remarks
    assert remark.fault is fault
    assert line.startswith(remark.span.cut(document.source))
    assert document.meta.date == datetime.date(2026, 3, 10)
    assert head(document) == [("standfirst", "All saved")]
    assert "The ferry sank." in document.text


@pytest.mark.parametrize(
    ("front", "line"),
    [('"a": b\n- Ferry\n', "- Ferry"), ("slug: b\n? [a]\n: title\nfoo: Ferry sinks\n", "? [a]")],
)
def test_keys_that_are_none_are_told(lexicon: Lexicon, front: str, line: str) -> None:
    letters = f"---\n{front}---\n{COPY}"

    found = front_matter(letters, lexicon)

    assert [remark.span.cut(letters) for remark in found.remarks] == [line]


@pytest.mark.parametrize(
    ("front", "line", "notation"),
    [
        ('+++\ntitle = "Ferry sinks\ndate = 2026-03-10\n+++\n', 'title = "Ferry sinks', "TOML"),
        ("+++\ndate = 2026-03-10\ntitle = \n+++\n", "title =", "TOML"),
        ("+++\nnode\u0301 = 2026-03-10\n+++\n", "node\u0301 = 2026-03-10", "TOML"),
        ('+++\ntitle\u00a0= "Ferry sinks"\n+++\n', 'title\u00a0= "Ferry sinks"', "TOML"),
        ('{\n"title": "Ferry sinks",\n}\n', "}", "JSON"),
        ('{\n"title": "Ferry sinks"\n"date": ""\n}\n', '"date": ""', "JSON"),
        ('---json\n{"title": ' + "[" * 300 + "]" * 300 + "}\n---\n", '{"title": ' + "[" * 70, "JSON"),
        ("+++\na = " + "[" * 1200 + "\n+++\n", "a = " + "[" * 76, "TOML"),
    ],
)
def test_other_notations_tell_the_line_of_a_fault(
    lexicon: Lexicon, front: str, line: str, notation: str
) -> None:
    found = front_matter(front + COPY, lexicon)

    assert [remark.span.cut(front) for remark in found.remarks] == [line]
    assert all(remark.data["notation"] == notation for remark in found.remarks)


def test_front_matter_without_an_end_ends_at_the_first_empty_line(markdown: Story) -> None:
    document = markdown("---\ntitle: Ferry sinks\ntags:\n  - sea\n\nThe ferry sank.\n")

    assert [remark.fault for remark in document.remarks] == [FrontMatterFault.ENDLESS]
    assert [block.kind for block in document.blocks] == [BlockKind.HEADLINE, BlockKind.PARAGRAPH]


@pytest.mark.parametrize(
    "front",
    [
        "---\nFerry sinks\ntitle: Ferry sinks\ndate: 2026-03-10\ndeck: The the ferry\n---\n",
        '---\n"Ferry: a log": {}\n? long key\n: 10 miles\n---\n',
        "---\n.path: 5 percent\n---\n",
        "---\n{title: Ferry sinks, deck: The the ferry}\n---\n",
        '+++\nFerry sinks\ntitle = "Ferry sinks"\n+++\n',
        "+++\n= nothing\ndate = 2026-03-10\n+++\n",
    ],
)
def test_front_matter_that_opens_with_no_plain_key_is_no_copy(lexicon: Lexicon, front: str) -> None:
    assert front_matter(f"{front}{COPY}", lexicon).end == len(front)


@pytest.mark.parametrize(
    "copy",
    [
        "---\nThe ferry sank at dawn.\n\nNote: all were saved.\n\n---\n\nIt rained.\n",
        "---\nThe ferry sank.\nIt rained.\nWeather: grim.\n---\n",
        "---\n- The ferry: sunk\n- The crew: saved\n---\n",
        "+++\nThe ferry = sunk, he said.\n+++\n",
    ],
)
def test_copy_between_rules_is_copy(lexicon: Lexicon, copy: str) -> None:
    assert front_matter(copy, lexicon).end == 0


def test_first_line_without_a_key_is_told(markdown: Story) -> None:
    document = markdown(f"---\nFerry sinks\ntitle: Ferry sunk\ndate: 2026-03-10\n---\n{COPY}")

    assert [(each.fault, each.span.cut(document.source)) for each in document.remarks] == [
        (FrontMatterFault.KEYLESS, "Ferry sinks")
    ]
    assert document.meta.date == datetime.date(2026, 3, 10)
    assert head(document) == [("headline", "Ferry sunk")]
