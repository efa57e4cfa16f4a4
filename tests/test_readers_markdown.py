"""Markdown: blocks, markup left out, front matter, ignores, and the way back to the source."""

from __future__ import annotations

import sys
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.plugin import Document, Lexicon, Source, Span
from newslint.readers.markdown import MarkdownReader

STORY = """\
# Storm *floods* towns

By Ana Berg

The [harbour **master**](https://example.org/m) of Peniche
set `mode=red` at 60&nbsp;mph &amp; left.

![Boats at dawn. (AP Photo/A. Berg)](boats.jpg)

## No warning

- Schools stay shut.
- Roads are open.

> Nobody told us.

| Town    | Homes |
|---------|-------|
| Peniche | 4,000 |

```
code 60 miles
```
"""
ODD_MARKDOWN = st.lists(
    st.sampled_from(
        (
            *(
                "# ",
                "> ",
                "- ",
                "1. ",
                "*",
                "**",
                "_",
                "`",
                "```\n",
                "[",
                "](x)",
                "![",
                "&amp;",
                "&nbsp;",
                "\\",
            ),
            *(
                "\n",
                "\n\n",
                "\r\n",
                "\r",
                "|a|b|\n|-|-|\n",
                "<b>",
                "<!-- x -->",
                "<br>",
                "<div>",
                "---\n",
                "    ",
            ),
            *(
                "é",
                "e\u0301",
                "😀",
                "\u00a0",
                "\ufeff",
                "word ",
                "[^1]",
                "[^1]: note",
                "~~",
                "http://a.b ",
                "    ",
                "&nbsp;",
            ),
            "<!-- newslint: ignore[dates] -- why -->",
        )
    ),
    max_size=60,
).map("".join)
HOSTILE = (
    *("", "\ufeff", "---\n", "+++", "a" * 1_000_000, ">" * 50_000 + "x", "- " * 20_000 + "x"),
    *("![" * 30_000, "[a" * 50_000, "*a_ " * 20_000, "<!--" * 50_000, "---\n" * 50_000),
    *("<div>\n\n" * 5_000, "<s>" * 5_000 + "</q>" * 5_000, "<q>" * 5_000 + "</q>" * 5_000),
    *("<sup>a" * 5_000 + "</sup>" * 5_000, "a^1" * 5_000, "Title: b\n" + "  c\n" * 5_000),
    *("---\n" + "a: @\n" * 5_000 + "---\n", "+++\n" + "a = \n" * 5_000 + "+++\n"),
    *("|a" * 5_000 + "\n" + "|-" * 5_000, "![" * 5_000 + "](x)" * 5_000),
)


def read(copy: str) -> Document:
    return MarkdownReader().read(Source("story.md", copy.encode()), Lexicon({}))


def parts(copy: str) -> list[tuple[str, str]]:
    document = read(copy)
    return [(block.kind.value, block.span.cut(document.text)) for block in document.blocks]


def test_markup_is_left_out_and_marks_tell_the_parts() -> None:
    assert parts(STORY) == [
        ("headline", "Storm floods towns"),
        ("byline", "By Ana Berg"),
        ("paragraph", "The harbour master of Peniche\nset \ufffc at 60\u00a0mph & left."),
        ("caption", "Boats at dawn. (AP Photo/A. Berg)"),
        ("subhead", "No warning"),
        ("list-item", "Schools stay shut."),
        ("list-item", "Roads are open."),
        ("quote", "Nobody told us."),
        ("table-cell", "Town"),
        ("table-cell", "Homes"),
        ("table-cell", "Peniche"),
        ("table-cell", "4,000"),
    ]


def test_entity_maps_as_a_whole() -> None:
    document = read("The wind reached 60&nbsp;mph in Peniche.")

    place = document.text.index("60")
    source = document.map.source(Span(place, place + 6))

    assert source.cut(document.source) == "60&nbsp;mph"
    assert not document.map.verbatim(Span(place, place + 6))


def test_letter_behind_a_backslash_that_escapes_nothing_is_not_edited() -> None:
    document = read("It is\\“late”, he said at A\\B.")

    seen = [document.text[each.text :][: each.length] for each in document.map.segments if not each.verbatim]
    assert document.text == "It is\\“late”, he said at A\\B."
    assert seen == ["\\“", "\\B"]


def test_places_after_letters_of_many_bytes_are_right() -> None:
    document = read("\ufeff# Café 😀\r\n\r\nZoe\u0308 left **Kraków** at “noon”.\r\n")

    place, home = document.text.index("Kraków"), document.source.index("Kraków")
    assert document.map.source(Span(place, place + 6)) == Span(home, home + 6)


def test_image_amid_words_takes_a_place_and_formatting_tags_take_none() -> None:
    assert parts("The ![flag](f.png) of <em>Peniche</em> flew.<br>It fell.") == [
        ("paragraph", "The \ufffc of Peniche flew.\nIt fell.")
    ]


def test_second_heading_of_level_one_is_a_subhead() -> None:
    assert [kind for kind, _ in parts("# One\n\nText here.\n\n# Two\n\nMore text.")] == [
        "headline",
        "paragraph",
        "subhead",
        "paragraph",
    ]


def test_rule_in_the_middle_is_no_front_matter() -> None:
    found = parts("The storm passed.\n\n---\n\nBoats left.\n\n---\n")

    assert [words for _, words in found] == ["The storm passed.", "Boats left."]


def test_ignore_applies_to_its_own_line_or_when_alone_to_the_next_line_of_copy() -> None:
    document = read(
        "# Storm\n\n"
        "<!-- newslint: ignore[dates] -- printed so -->\n\n\n"
        "The storm passed. <!-- newslint: ignore[units] -->\n\n"
        "    <!-- newslint: ignore[names] -->\n"
    )

    assert [(each.rules, each.line, each.reason) for each in document.directives] == [
        (("dates",), 6, "printed so"),
        (("units",), 6, ""),
    ]
    assert document.text.endswith("The storm passed. ")


def test_ignore_file_is_for_the_whole_file() -> None:
    assert read("<!-- newslint: ignore-file[dates] -->\n# Storm\n").directives[0].line is None


def test_html_without_its_parser_is_left_out_and_said(markdown, monkeypatch):
    monkeypatch.setitem(sys.modules, "turbohtml", None)

    document = markdown("It rained.\n\n<p>It fell.</p>\n\n<!-- Nothing -->\n\nIt is <b>shut</b>.\n")

    assert [block.span.cut(document.text) for block in document.blocks] == ["It rained.", "It is shut."]
    (left_out,) = document.left_out
    assert left_out.span.cut(document.source) == "<p>It fell.</p>\n"
    assert left_out.why == "HTML, which takes turbohtml"


@given(ODD_MARKDOWN)
def test_verbatim_segments_equal_their_source_and_run_forwards(copy: str) -> None:
    document = read(copy)

    end = 0
    for segment in document.map.segments:
        text = document.text[segment.text : segment.text + segment.length]
        source = document.source[segment.source : segment.source + segment.source_length]
        assert end <= segment.source
        assert source == text or not segment.verbatim
        end = segment.source + segment.source_length
    assert end <= len(document.source)


@given(ODD_MARKDOWN)
def test_blocks_hold_copy_and_follow_each_other(copy: str) -> None:
    document = read(copy)

    assert all(block.span.cut(document.text).strip("\ufffc \n") for block in document.blocks)
    assert all(first.span.end + 2 <= second.span.start for first, second in pairwise(document.blocks))


@pytest.mark.parametrize("copy", HOSTILE)
def test_hostile_copy_is_read(copy: str) -> None:
    assert read(copy).source == copy


@pytest.mark.parametrize(
    "blank", ["&emsp;", "&nbsp;", "\u3000", "\u202f&ensp;", "`x` &#x2028;", "&thinsp;![](a.jpg)"]
)
def test_a_paragraph_of_white_space_is_none(markdown, blank):
    document = markdown(f"The quay is shut.\n\n{blank}\n\nIt rained.\n")

    assert [block.span.cut(document.text) for block in document.blocks] == ["The quay is shut.", "It rained."]
