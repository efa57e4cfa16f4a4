"""Positions: a finding's words are those at its place in the file, whatever the bytes are."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from conftest import Run

STORY = (
    "Café 😀 floods: Zoe\u0308 left\n"
    "\n"
    "The wind reached 60\u00a0mph – “e\u0301tonnant,” said the the harbour master of Kraków.\n"
    "\n"
    "The ferry sank on Tuesday, Sept. 1, 2021, in calm weather and 😀 at dawn, an an officer said.\n"
)
MARKDOWN = (
    "---\ntitle: Café\n---\n\n# Café 😀 floods: *Zoe\u0308* left\n\n"
    "The wind &amp; rain reached 60&nbsp;mph – “e\u0301tonnant,” said the the **harbour** master.\n\n"
    "- The [ferry](https://example.org/ü) sank on Tuesday, Sept. 1, 2021, in calm 😀, an an officer said.\n"
)
EXPECTED = ["the the", "Tuesday, Sept. 1, 2021", "an an"]


@pytest.mark.parametrize("story", [STORY, MARKDOWN], ids=["text", "markdown"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_text_of_every_finding_is_the_slice_of_the_source(
    run: Run, desk: Path, story: str, line_end: str, encoding: str
) -> None:
    name = "story.md" if story == MARKDOWN else "story.txt"
    content = story.replace("\n", line_end).encode(encoding)
    (desk / name).write_bytes(content)
    # A byte order mark counts as it stands in the file.
    source = content.decode("utf-16-le" if encoding == "utf-16" else "utf-8")
    lines = source.replace("\r\n", "\n").replace("\r", "\n").split("\n")

    ran = run(name, "--format", "json", "--select", "words", "--select", "dates")

    findings = json.loads(ran.out)["findings"]
    assert [finding["text"] for finding in findings] == EXPECTED
    for finding in findings:
        start, end = finding["start"], finding["end"]
        words = source[start["offset"] : end["offset"]]
        assert words == finding["text"]
        assert lines[start["line"] - 1][start["column"] - 1 :].lstrip("\ufeff").startswith(words)


@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_ignore_silences_the_line_it_stands_over_and_keeps_positions(
    run: Run, desk: Path, line_end: str
) -> None:
    story = "[newslint: ignore[words] -- as sung]\nThe the choir sang.\n\nAnd the the crowd left.\n"
    (desk / "a.txt").write_bytes(story.replace("\n", line_end).encode())

    (finding,) = run("a.txt", "--format", "json", "--select", "words").findings

    assert finding["start"]["line"] == 4
    assert finding["start"]["column"] == 5
