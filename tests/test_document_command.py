"""`newslint document`: the blocks of a story, its metadata, and what was left out."""

from __future__ import annotations

import json

STORY = """\
---
title: Harbour reopens
date: 2024-03-02
---

# Harbour *reopens*

It is [open](https://example.org/harbour) again, Marta Lind said.
"""


def test_json_gives_blocks_in_the_coordinates_of_the_source(run, desk):
    (desk / "a.md").write_text(STORY, encoding="utf-8")

    (document,) = json.loads(run("document", "--isolated", "--format", "json", "a.md").out)["documents"]

    assert [document[key] for key in ("path", "format", "title", "date", "language")] == [
        "a.md",
        "markdown",
        "Harbour reopens",
        "2024-03-02",
        "",
    ]
    assert [(block["kind"], block["text"]) for block in document["blocks"]] == [
        ("headline", "Harbour reopens"),
        ("paragraph", "It is open again, Marta Lind said."),
    ]
    cut = [STORY[block["start"] : block["end"]] for block in document["blocks"]]
    assert cut == [
        "Harbour *reopens",
        "It is [open](https://example.org/harbour) again, Marta Lind said.",
    ]


def test_what_is_left_out_is_given_with_its_place(run, desk):
    (desk / "a.md").write_text(STORY, encoding="utf-8")

    (document,) = json.loads(run("document", "--isolated", "--format", "json", "a.md").out)["documents"]

    left = [(STORY[each["start"] : each["end"]], each["why"]) for each in document["left_out"]]
    front = STORY[: STORY.index("Harbour *")]
    assert left == [(front, "markup"), ("](https://example.org/harbour)", "markup")]


def test_page_sets_every_block_behind_its_kind(run, desk):
    (desk / "a.md").write_text(STORY, encoding="utf-8")

    assert run("document", "--isolated", "a.md").out == (
        "a.md\n"
        "  format: markdown\n"
        "  title: Harbour reopens\n"
        "  date: 2024-03-02\n"
        "  headline   Harbour reopens\n"
        "  paragraph  It is open again, Marta Lind said.\n"
        "  Left out: 2 stretches of markup, 81 letters.\n"
    )


def test_story_that_cannot_be_read_is_told_and_the_others_are_shown(run, desk):
    (desk / "a.txt").write_bytes(b"\x00")
    (desk / "b.txt").write_text("It rained.\n", encoding="utf-8")

    ran = run("document", "--isolated", "a.txt", "b.txt")

    assert ran.code == 2
    assert ran.err == "newslint: a.txt: binary file: NUL byte at offset 0; expected text.\n"
    assert "It rained." in ran.out
