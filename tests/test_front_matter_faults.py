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
