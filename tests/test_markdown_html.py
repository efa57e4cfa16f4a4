"""HTML in Markdown: blocks that are copy, tags in the line, marks above and below it, struck words."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.plugin import Document, Lexicon, Source, Span
from newslint.readers.markdown import MarkdownReader
from tagged_copy import ALONE, COPY, INLINE

pytest.importorskip("turbohtml", reason="has no wheel for this machine")

Story = Callable[[str], Document]


def parts(document: Document) -> list[tuple[str, str]]:
    """Return the blocks with their kinds."""
    return [(block.kind.value, block.span.cut(document.text)) for block in document.blocks]


def words(document: Document) -> list[str]:
    """Return the blocks without their kinds."""
    return [block.span.cut(document.text) for block in document.blocks]


@pytest.mark.parametrize(
    ("copy", "expected"),
    [
        (
            "<p>The quay is <b>shut</b>.</p>\n<p>So is\nthe &quot;pier&quot;.</p>\n",
            [("paragraph", "The quay is shut."), ("paragraph", 'So is\nthe "pier".')],
        ),
        (
            '<figure>\n<img src="a.jpg" alt="Boats at dawn">\n<figcaption>Boats left.</figcaption>\n',
            [("caption", "Boats at dawn"), ("caption", "Boats left.")],
        ),
        (
            "<table>\n<tr><th>Town<td>80 homes\n</table>\n\n<ul>\n<li>Peniche\n</ul>\n",
            [("table-cell", "Town"), ("table-cell", "80 homes"), ("list-item", "Peniche")],
        ),
        (
            '<h1 align="center">Quay shut</h1>\n\n<h3>The pier</h3>\n\nIt fell.\n',
            [("headline", "Quay shut"), ("subhead", "The pier"), ("paragraph", "It fell.")],
        ),
        (
            '<blockquote class="twitter-tweet"><p lang="en">Stay home.</p>&mdash; Ana (@ana)\n'
            '<a href="https://example.org/1">March 3</a></blockquote>\n<script async src="w.js"></script>\n',
            [("quote", "Stay home."), ("quote", "— Ana (@ana)\nMarch 3")],
        ),
        (
            "> <p>Stay\n> home.</p>\n\n- <div>\n  Sines\n  </div>\n",
            [("quote", "Stay\nhome."), ("list-item", "Sines")],
        ),
    ],
)
def test_blocks_of_html_are_copy_by_their_tags(
    markdown: Story, copy: str, expected: list[tuple[str, str]]
) -> None:
    assert parts(markdown(f"It rained all day.\n\n{copy}"))[1:] == expected


@pytest.mark.parametrize(
    ("copy", "expected"),
    [
        ("<blockquote>\n\nStay *home*.\n\n</blockquote>\n\nIt fell.\n", ["quote", "paragraph"]),
        (
            "<figure>\n\n<figcaption>\n\nBoats *left*.\n\n</figcaption>\n</figure>\n\nIt fell.\n",
            ["caption", "paragraph"],
        ),
        ('<div style="display: none">\n\nStay *home*.\n\n</div>\n\nIt fell.\n', ["paragraph"]),
        ("<nav>\n\nStay *home*.\n\n</nav>\n\nIt fell.\n", ["paragraph"]),
        ("<blockquote>\n\n<nav>\n\nStay *home*.\n\n</blockquote>\n\nIt fell.\n", ["quote", "paragraph"]),
        ("<blockquote>\n\nStay *home*.\n\nIt fell.\n", ["paragraph", "paragraph"]),
    ],
)
def test_element_that_ends_further_on_holds_the_markdown_in_it(
    markdown: Story, copy: str, expected: list[str]
) -> None:
    assert [kind for kind, _ in parts(markdown(f"It rained.\n\n{copy}"))][1:] == expected


@pytest.mark.parametrize(
    "copy",
    [
        "<script>\nlet quay = 1;\n\nlet pier = 2;\n</script>\n",
        "<style>\n.quay { color: red }\n</style>\n",
        '<iframe src="https://example.org/map" title="The quay">The quay</iframe>\n',
        "<!-- The quay\n\nis shut -->\n",
        "<video controls>\nNo video here.\n</video>\n",
        "<form>\nYour name\n</form>\n",
        '<p hidden>The quay</p>\n<p data-newslint="ignore">The pier</p>\n',
    ],
)
def test_what_a_page_does_not_show_as_copy_is_none(markdown: Story, copy: str) -> None:
    assert words(markdown(f"It rained.\n\n{copy}\nIt fell.\n")) == ["It rained.", "It fell."]


@pytest.mark.parametrize(
    ("copy", "expected"),
    [
        ("It is 80<sup>1</sup> kilometers long.", "It is 80 kilometers long."),
        ("It is 80<sup>[2]</sup> kilometers long.", "It is 80 kilometers long."),
        (
            "It is 80 <sup>1</sup> kilometers <sup>[2]</sup> long <sup>here</sup>.",
            "It is 80 kilometers long here.",
        ),
        ("<sup>1</sup> She said so.", "She said so."),
        ("It is 5 <sup>1</sup>/<sub>2</sub> miles long.", "It is 5 ￼/ miles long."),
        ("It is 80<sup>†</sup> kilometers long.", "It is 80 kilometers long."),
        ("It is 80[^1] kilometers long.\n\n[^1]: So she said.", "It is 80 kilometers long."),
        ("It is 80^1^ kilometers long.", "It is 80 kilometers long."),
        ("It is 10<sup>6</sup> meters long.", "It is 10￼ meters long."),
        ("It is 3 × 10^6^ meters long.", "It is 3 × 10￼ meters long."),
        ("It is 12<sup>1</sup>/<sub>2</sub> miles long.", "It is 12￼/ miles long."),
        ("It is 5 km<sup>2</sup> of CO<sub>2</sub>.", "It is 5 km2 of CO2."),
        ("It is 5 km^2^ of H~2~O.", "It is 5 km2 of H2O."),
        ("It is the 21<sup>st</sup> of May.", "It is the 21st of May."),
        ("It is shut.<sup>12</sup> She left.", "It is shut. She left."),
        ("It is 80<sup>1 kilometers.", "It is 801 kilometers."),
        ("It is ^ here ^ and ~50 miles, ~60.", "It is ^ here ^ and ~50 miles, ~60."),
        ("It is ~~not~~ shut.", "It is shut."),
        ("It is shut, ~~now~~, she said.", "It is shut, \ufffc, she said."),
        ("It is shut ~~now~~.", "It is shut."),
        ("It is <s>not</s> shut <del>now</del>, she said.", "It is shut, she said."),
        ("It is <!-- why --> shut.", "It is shut."),
        ("~~It is shut.~~ It is open.", "It is open."),
        ("He said <q>it is <q>shut</q></q>.", "He said “it is ‘shut’”."),
        ("See <iframe src='a'>the map</iframe> here.", "See ￼ here."),
        ("See <script>let a = 1</script> here.", "See here."),
        ("See <img src='a.jpg'> here.<br/>And <kbd>there</kbd>.", "See ￼ here.\nAnd there."),
        ("See ![a ~~red~~ <sup>1</sup> flag](f.png) here.", "See ￼ here."),
        ("See </s> here </sup> and <s> there.", "See  here  and  there."),
        ("See ~~![a flag~~](f.png) here.", "See ~~￼ here."),
    ],
)
def test_tags_in_the_line_do_what_they_mean(markdown: Story, copy: str, expected: str) -> None:
    assert words(markdown(copy + "\n\nIt rained.\n"))[0] == expected


def test_name_of_a_tag_may_hold_letters_of_expressions(markdown: Story) -> None:
    assert words(markdown("<div>\n<b( hidden>The pier.\n\n</div>\n\nThe quay is shut.\n")) == [
        "The quay is shut."
    ]


def test_alert_is_copy_of_the_paper_and_a_definition_is_an_item(markdown: Story) -> None:
    document = markdown("It rained.\n\n> [!WARNING]\n> Stay home.\n\nSpring tide\n: The highest of all.\n")

    assert parts(document)[1:] == [
        ("paragraph", "Stay home."),
        ("list-item", "Spring tide"),
        ("list-item", "The highest of all."),
    ]


def test_ignore_is_for_the_next_line_of_copy_below_tags(markdown: Story) -> None:
    document = markdown(
        "<!-- newslint: ignore[units] -->\n<figure>\n<img src='a.jpg'>\n<figcaption>Boats left.\n"
    )

    assert [directive.line for directive in document.directives] == [4]


def test_words_of_html_have_their_places(markdown: Story) -> None:
    document = markdown("# 😀 Rain\n\n> <p>The <b>old</b>\n> quay&nbsp;is shut.</p>\n")

    place = document.text.index("old")
    source = document.map.source(Span(place, document.text.index("shut")))
    assert source.cut(document.source) == "old</b>\n> quay&nbsp;is "
    assert document.map.verbatim(Span(place, place + 3))


def test_tags_of_templates_in_html_are_objects_and_doubtful_ones_are_never_edited(markdown: Story) -> None:
    document = markdown('<p>See {{ page.quay }} and [map n="1" the pier.</p>\n')

    assert words(document) == ['See ￼ and [map n="1" the pier.']


SHREDS = (
    *("<p>", "</p>", "<b>", "</b>", "<sup>", "</sup>", "<s>", "</s>", "<q>", "</q>", "<div>", "</div>"),
    *("<blockquote>", "</blockquote>", "<nav>", "</nav>", "<script>", "</script>", "<img alt='a b'>", "<td>"),
    *("<iframe>", "</iframe>", "<!--", "-->", "<br>", "<li>", "</ul>", "<", ">", "&amp;", "&quot", "^1^"),
    *("~~", "~2~", "word ", "é", "😀", "e\u0301", "80", " ", "\n", "\n\n", "\r\n", "\r", "> ", "- ", "    "),
    *(
        "# ",
        "[^1]",
        "[^1]: ",
        ": ",
        "[!NOTE]",
        "`",
        "*",
        "![",
        "](x)",
        "\uf8fd",
        "\u2028",
        "\\",
        "| a |\n|-|\n",
    ),
    *INLINE[:6],
    *ALONE[-6:],
    *COPY[:2],
)


@settings(max_examples=500)
@given(st.lists(st.sampled_from(SHREDS), max_size=60).map("".join))
def test_places_in_any_html_are_exact(copy: str) -> None:
    document = MarkdownReader().read(Source("a.md", copy.encode()), Lexicon({}))

    assert document.map.fits(document.text, document.source)
    for each in document.map.segments:
        source = Span(each.source, each.source + each.source_length).cut(document.source)
        assert source == document.text[each.text : each.text + each.length] or not each.verbatim
    assert all(one.span.end < other.span.start for one, other in pairwise(document.blocks))
