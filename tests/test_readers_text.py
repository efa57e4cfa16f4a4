"""Plain text: blocks, roles, ignores, and the way back to the source."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.core.lexicon import WordList
from newslint.plugin import Block, BlockKind, Document, Lexicon, Source, SourceError, Span
from newslint.readers.text import TextReader

WRAPPED = """\
Storm floods harbour towns
By Ana Berg

LISBON, Nov. 3 (Reuters) - A storm that swept in from the Atlantic on Monday
night flooded the harbours of three towns and left about 4,000 homes without
power, officials said.

- Rescue crews reached the last of the stranded families on Tuesday, and the
  roads were open again by noon.
- Schools stay shut until Thursday.

(Reporting by Ana Berg; Editing by Tom Lind)
"""
AROUND = "The storm passed on Monday.\n\n{}\n\nThe harbour stayed shut until Thursday, the mayor said.\n"
ODD_COPY = st.text(
    alphabet=st.sampled_from('aA .,"“”’\n\r\t-*1)[]:😀é\u0301\u00a0\u2028\u0085\ufeffİß’newslint'),
    max_size=200,
)


def read(copy: str | bytes) -> Document:
    content = copy.encode() if isinstance(copy, str) else copy
    return TextReader().read(Source("story.txt", content), Lexicon({}))


def kinds(document: Document) -> list[BlockKind]:
    return [block.kind for block in document.blocks]


def words(document: Document, block: Block) -> str:
    return block.span.cut(document.text)


def test_hard_wrapped_lines_are_one_block_and_a_list_item_stands_without_its_marker(
    story: Callable[[str], Document],
) -> None:
    document = story(WRAPPED)

    assert kinds(document) == ["headline", "byline", "paragraph", "list-item", "list-item", "byline"]
    assert words(document, document.blocks[2]).count("\n") == 2
    assert words(document, document.blocks[4]) == "Schools stay shut until Thursday."
    assert document.meta.title == "Storm floods harbour towns"


def test_lines_without_an_empty_one_between_are_blocks_when_copy_is_not_wrapped(
    story: Callable[[str], Document],
) -> None:
    document = story(
        "Storm floods harbour towns\n"
        "Fishermen clear the quay in Peniche, Portugal, Nov. 3, 2026. (AP Photo/A. Berg)\n\n"
        "A storm that swept in from the Atlantic on Monday night flooded the harbours of three towns and "
        "left about 4,000 homes without power, officials said.\n\n"
        "No warning\n\n"
        "“It came over the wall at about two in the morning,” said Rui Matos, who runs a boatyard.\n"
    )

    assert kinds(document) == ["headline", "caption", "paragraph", "subhead", "paragraph"]


def test_single_paragraph_is_no_headline() -> None:
    assert kinds(read("Storm floods harbour towns")) == ["paragraph"]


def test_paragraph_that_opens_a_story_is_no_headline() -> None:
    assert kinds(read("The storm passed.\n\nThe harbour stayed shut.")) == ["paragraph", "paragraph"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Photo: Ana Berg/Reuters", "credit"),
        ("(Getty Images)", "credit"),
        ("The quay at dawn. Photograph: Ana Berg/Reuters", "caption"),
        ("FILE PHOTO: The quay at dawn on Tuesday.", "caption"),
        ("He fled before the police came. (WARNING: The video contains graphic images)", "paragraph"),
        ("By Monday evening the river had fallen.", "paragraph"),
        ("By Ana Berg in Lisbon", "byline"),
        ("Words by Ana Berg", "byline"),
        ("[Additional reporting by Ana Berg.]", "byline"),
        ("Illustrations by Ana Berg", "credit"),
        ("The quay at dawn (Reuters file)", "caption"),
        ("What happens next?", "subhead"),
        ("“Nobody warned us.”", "paragraph"),
    ],
)
def test_words_of_a_line_tell_its_part(line: str, kind: str, story: Callable[[str], Document]) -> None:
    document = story(AROUND.format(line))

    assert document.blocks[1].kind == kind


def test_words_of_lines_are_those_of_the_lists() -> None:
    lists = Lexicon({"credit-labels": WordList("Labels", ("drawing",))})
    copy = AROUND.format("Drawing: Ana Berg"), AROUND.format("Photo: Ana Berg")
    documents = [TextReader().read(Source("story.txt", each.encode()), lists) for each in copy]

    assert [document.blocks[1].kind for document in documents] == ["credit", "subhead"]


def test_standfirst_below_the_headline_is_told_from_copy() -> None:
    document = read(
        "Storm floods towns\n\nThree harbours shut as waves break a wall\n\nThe storm passed on Monday.\n"
    )

    assert kinds(document) == ["headline", "standfirst", "paragraph"]


def test_date_alone_on_a_line_at_the_top_is_a_dateline() -> None:
    document = read("Storm floods towns\n\nTuesday, November 3, 2026\n\nThe storm passed on Monday.\n")

    assert kinds(document) == ["headline", "dateline", "paragraph"]


def test_byte_order_mark_and_carriage_returns_stay_out_of_the_text_but_count_in_the_source() -> None:
    document = read("\ufeffStorm floods towns\r\n\r\nThe caf\u00e9 😀 shut at 60\u00a0mph.\r\n")

    place = document.text.index("60")
    assert document.text == "Storm floods towns\n\nThe café 😀 shut at 60\u00a0mph.\n"
    assert document.map.source(Span(place, place + 6)).cut(document.source) == "60\u00a0mph"


def test_lone_carriage_return_ends_a_line() -> None:
    assert read("Storm floods towns\r\rThe storm passed.").text == "Storm floods towns\n\nThe storm passed."


def test_utf_16_is_read_by_its_byte_order_mark() -> None:
    assert read("The storm passed.".encode("utf-16")).text == "The storm passed."


def test_byte_that_is_not_utf_8_is_named() -> None:
    with pytest.raises(SourceError, match="line 2: byte 0xf3 at offset 22"):
        read(b"The storm passed.\nKrak\xf3w \xc5\x81\xc3\xb3d\xc5\xba")


def test_ignore_is_no_copy_and_applies_to_the_next_line_of_copy() -> None:
    document = read(
        "Storm floods towns\n\n"
        "[newslint: ignore[units.false-precision, dates] -- as on the sign]\n\n"
        "The storm passed.\n"
    )

    directive = document.directives[0]
    assert "newslint" not in document.text
    assert directive.rules == ("units.false-precision", "dates")
    assert directive.reason == "as on the sign"
    assert directive.line == 5
    assert directive.span.cut(document.source).startswith("[newslint: ignore[units")
    assert kinds(document) == ["headline", "paragraph"]


def test_ignores_below_each_other_apply_to_the_same_line() -> None:
    document = read("[newslint: ignore[dates]]\r\n[newslint: ignore[units]]\r\nThe storm passed.\r\n")

    assert [directive.line for directive in document.directives] == [3, 3]


def test_ignore_file_counts_in_the_first_ten_lines_only() -> None:
    above, below = (
        read("[newslint: ignore-file]\nThe storm."),
        read("The storm.\n" * 10 + "[newslint: ignore-file[dates]]"),
    )

    assert above.directives[0].line is None
    assert above.directives[0].rules == ()
    assert below.directives[0].line == 0


@pytest.mark.parametrize("line", ["[newslint ignores dates]", "See [newslint: ignore[dates]]."])
def test_line_that_is_no_directive_is_copy(line: str) -> None:
    document = read(line)

    assert document.directives == ()
    assert document.text == line


@given(ODD_COPY)
def test_blocks_follow_each_other_and_verbatim_spans_equal_their_source(copy: str) -> None:
    document = read(copy)

    assert all(block.span.cut(document.text).strip() for block in document.blocks)
    assert all(first.span.end < second.span.start for first, second in pairwise(document.blocks))
    for segment in document.map.segments:
        text = document.text[segment.text : segment.text + segment.length]
        source = document.source[segment.source : segment.source + segment.source_length]
        assert source == text if segment.verbatim else source in ("\r", "\r\n")


@given(ODD_COPY)
def test_source_map_never_runs_backwards(copy: str) -> None:
    document = read(copy)

    places = [document.map.source(Span(place, place + 1)) for place in range(len(document.text))]
    assert all(first.end <= second.start for first, second in pairwise(places))
    assert not places or places[-1].end <= len(document.source)


@pytest.mark.parametrize(
    "copy", ["", "\ufeff", "\n\n", " \u00a0", "a" * 1_000_000, "- " * 200_000, "\r" * 100_000]
)
def test_hostile_copy_is_read(copy: str) -> None:
    assert read(copy).source == copy
