"""`newslint document`: the blocks of a story, its metadata, and what was left out."""

from __future__ import annotations

import json

import pytest

from newslint.cli.document import page
from newslint.pages.readings import ReadBlock, ReadDocument

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
    front = STORY[: STORY.index("\n\n# ")]
    assert left == [(front, "front matter"), ("](https://example.org/harbour)", "address")]


def test_page_sets_every_block_behind_its_kind(run, desk):
    (desk / "a.md").write_text(STORY, encoding="utf-8")

    assert run("document", "--isolated", "a.md").out == (
        "a.md\n"
        "  format: markdown\n"
        "  title: Harbour reopens\n"
        "  date: 2024-03-02\n"
        "  headline   Harbour reopens\n"
        "  paragraph  It is open again, Marta Lind said.\n"
        "  Left out: front matter (47 letters), address (30 letters).\n"
    )


def test_story_that_cannot_be_read_is_told_and_the_others_are_shown(run, desk):
    (desk / "a.txt").write_bytes(b"\x00")
    (desk / "b.txt").write_text("It rained.\n", encoding="utf-8")

    ran = run("document", "--isolated", "a.txt", "b.txt")

    assert ran.code == 2
    assert ran.err == "newslint: a.txt: binary file: NUL byte at offset 0; expected text.\n"
    assert "It rained." in ran.out


REASONS = {
    "a.html": (
        "<html><head><title>Harbour</title></head><body><nav><a href='/'>Home</a></nav>"
        "<!-- newslint: ignore[units] --><!-- seen --><script>let a = 1</script>"
        "<article><h1>Harbour reopens</h1><p>It is open again, Marta Lind said on Monday at noon.</p>"
        "<form>Subscribe</form><p>It was shut for a week, and the town had no fish to sell.</p></article>"
        "<footer>The Peniche Post</footer></body></html>",
        ["markup", "metadata", "navigation", "ignore", "comment", "script", "form", "header or footer"],
    ),
    "b.md": (
        "Harbour\n\n<!-- seen -->\n\nIt is {{< ref >}} open, see [there](https://a.example).\n",
        ["comment", "template tag", "address"],
    ),
    "c.txt": (
        "Harbour reopens\n\n[newslint: ignore[units]]\nIt is open again, she said.\n\nENDS\n\n-- \nAna\n",
        ["ignore", "end mark", "signature"],
    ),
    "d.xml": (
        "<nitf><head><title>Harbour</title></head><body><body.content><p>It is open.</p></body.content>"
        "</body></nitf>",
        ["markup", "metadata"],
    ),
    "e.json": ('{"pubstatus": "usable", "slugline": "HARBOUR", "body_text": "It is open."}', ["metadata"]),
}


@pytest.mark.parametrize("name", REASONS)
def test_every_stretch_that_is_left_out_has_a_reason(run, desk, name):
    copy, reasons = REASONS[name]
    (desk / name).write_text(copy, encoding="utf-8")

    (document,) = json.loads(run("document", "--isolated", "--format", "json", name).out)["documents"]

    told = [each["why"] for each in document["left_out"]]
    assert list(dict.fromkeys(told)) == reasons
    places = [(each["start"], each["end"]) for each in document["left_out"]]
    assert places == sorted(places)
    assert all(start < end for start, end in places)


@pytest.mark.parametrize("copy", ["<nav" * 20_000, "<!--" * 20_000, "<nav>" * 20_000, "{{" * 20_000])
def test_what_never_closes_is_told_in_bounded_steps(run, desk, copy):
    (desk / "a.html").write_text(f"<p>It is open.</p>{copy} words", encoding="utf-8")

    assert run("document", "--isolated", "--format", "json", "a.html").code == 0


def test_blocks_are_in_colour_on_a_terminal():
    block = ReadBlock("headline", "Harbour reopens", 0, 15)
    story = ReadDocument("a.txt", "text", "", None, "", (block,), ())

    assert "\x1b[1m  headline\x1b[0m  Harbour reopens" in page(story, 80)
    assert page(story, None) == "a.txt\n  format: text\n  headline  Harbour reopens\n"


def test_blocks_of_wordpress_are_read_without_their_marks(run, desk):
    (desk / "a.html").write_text(
        '<!-- wp:heading {"level":3} -->\n<h3 class="wp-heading">No warning</h3>\n<!-- /wp:heading -->\n'
        "<!-- wp:paragraph -->\n<p>The wall fell.</p>\n<!-- /wp:paragraph -->\n"
        '<!-- wp:block {"ref":12} /-->\n<!-- wp:more --><!--more--><!-- /wp:more -->\n'
        '<!-- wp:shortcode -->[gallery ids="1"]<!-- /wp:shortcode -->\n',
        encoding="utf-8",
    )

    (document,) = json.loads(run("document", "--isolated", "--format", "json", "a.html").out)["documents"]

    assert [block["text"] for block in document["blocks"]] == ["No warning", "The wall fell."]
