"""Fixes in tagged copy: whatever is mended, every tag, address, key and code span stays as it was."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import Run
from newslint.plugin import Lexicon, Source
from newslint.readers.markdown import MarkdownReader
from tagged_copy import ALONE, BEHIND, COPY, INLINE, Story, tagged_story

STORIES = {f"{seed}.md": tagged_story(seed) for seed in range(60)}
ESCAPED = re.compile(r"\\.|&\w+;")
SHREDS = [
    piece for tag in (*INLINE, *BEHIND, *ALONE) for piece in re.split(r"(\W)", tag.format(n=1, words="a"))
]
FUZZ = st.lists(
    st.sampled_from([*SHREDS, *COPY, "\n", "\n\n", " ", "> ", "- ", "\\", "`", "é", "\r\n"]), max_size=50
)


def in_order(story: Story, text: str) -> bool:
    """Tell whether all that is kept stands in a text in its order, also over the lines of a quotation."""
    plain = text.replace("\r\n", "\n").replace("\n> ", "\n")
    places = [plain.find(tag) for tag in story.kept]
    return places == sorted(places) and -1 not in places


@pytest.mark.parametrize(("first", "style"), [(0, "newslint"), (1, "ap"), (2, "guardian")])
def test_all_fixes_leave_every_tag_as_it_was(run: Run, desk: Path, first: int, style: str) -> None:
    for name, story in list(STORIES.items())[first::3]:
        (desk / name).write_bytes(story.text.encode())
    names = [path.name for path in desk.iterdir()]

    for finding in run(".", "--style", style, "--format", "json").findings:
        source = STORIES[finding["path"]].text
        assert source[finding["start"]["offset"] : finding["end"]["offset"]] == finding["text"]
    run(".", "--style", style, "--fix", "--unsafe-fixes")
    fixed = {name: (desk / name).read_bytes().decode() for name in names}
    run(".", "--style", style, "--fix", "--unsafe-fixes")

    assert sum(fixed[name] != STORIES[name].text for name in names) > len(names) // 2
    assert [name for name in names if not in_order(STORIES[name], fixed[name])] == []
    assert [name for name in names if (desk / name).read_bytes().decode() != fixed[name]] == []
    for name in names:
        assert ESCAPED.findall(fixed[name]) == ESCAPED.findall(STORIES[name].text)


@given(FUZZ.map("".join))
def test_shreds_of_tags_are_read_with_exact_places(copy: str) -> None:
    document = MarkdownReader().read(Source("story.md", copy.encode()), Lexicon({}))

    end = 0
    for segment in document.map.segments:
        source = document.source[segment.source : segment.source + segment.source_length]
        text = document.text[segment.text : segment.text + segment.length]
        assert end <= segment.source
        assert source == text or not segment.verbatim
        end = segment.source + segment.source_length
    edge = 0
    for block in document.blocks:
        assert edge <= block.span.start < block.span.end <= len(document.text)
        edge = block.span.end
