"""RTF: what each code gives, and what a bad file costs."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.plugin import BlockKind, Document, Lexicon, Source, SourceError
from newslint.readers.rtf import RtfReader

HEAD = (
    r"{\rtf1\ansi\ansicpg1252\deff0\deflang2057{\fonttbl{\f0\froman\fcharset0 Times;}{\f1\fcharset204 Cyr;}}"
)


def read(content: bytes) -> Document:
    return RtfReader().read(Source("story.rtf", content), Lexicon({}))


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        (r"it\u8217?s", "it’s"),
        (r"it\u8217\'92s", "it’s"),
        (r"80\u160?km", "80\u00a0km"),
        (r"it\'92s \emdash  \rquote\~\_a\-b", "it’s — ’\u00a0\u2011ab"),
        (r"\u-10179?\u-8704? now", "😀 now"),
        (r"\u-10179? now", "\ufffd now"),
        (r"One{\v hidden} two", "One two"),
        (r"One\v hidden\v0  two", "One two"),
        (r"{One\v hidden} two", "One two"),
        (r"One{\deleted gone} two", "One two"),
        (r"One{\deleted gone\par }two", "Onetwo"),
        (
            r'see {\field{\*\fldinst{HYPERLINK "http://example.org/"}}{\fldrslt{\ul the site}}} now',
            "see the site now",
        ),
        (r"One{\footnote A note.} two", "One two"),
        ("80\nkilometers", "80kilometers"),
        (r"One\line two", "One\ntwo"),
        (r"\u8217\line two", "’\ntwo"),
        (r"a\\line b \{c\}", "a\\line b {c}"),
        (r"\f1\'cf\'f0", "Пр"),
        ("caf\xe9 \\\xe9", "café"),
        (r"{\pict\bin5 a}}\bc}after", "after"),
        ("a\x00\x1fb", "ab"),
    ],
)
def test_code_gives_what_a_reader_of_the_page_sees(inside, words):
    assert read(f"{HEAD}\\pard {inside}\\par}}".encode("latin-1")).text == words


def test_paragraphs_cells_and_items_are_lines():
    body = (
        r"\pard One went home.\par \trowd one\par two\cell three\cell\row "
        r"\pard{\listtext\tab 1.\tab}Bread\par The harbor opened late on Monday.\par"
    )

    document = read(f"{HEAD}{body}}}".encode())

    assert document.source == "One went home.\none\ntwo\nthree\nBread\nThe harbor opened late on Monday."
    kinds = {block.span.cut(document.text): block.kind for block in document.blocks}
    assert kinds["two"] is kinds["three"] is BlockKind.TABLE_CELL
    assert kinds["Bread"] is BlockKind.LIST_ITEM
    assert document.meta.language == "en-GB"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "no RTF; expected `{\\rtf` at its start."),
        (b"The harbor opened late.", "no RTF; expected `{\\rtf` at its start."),
        (rb"{\rtf1 \u9999999?}", "no well-formed RTF; save it anew, or as .docx."),
    ],
)
def test_bad_file_says_what_is_wrong_in_one_line(content, reason):
    with pytest.raises(SourceError) as caught:
        read(content)

    assert str(caught.value) == f"story.rtf: {reason}"


def test_deep_nesting_is_read_to_its_ground():
    assert read(b"{\\rtf1 " + b"{" * 10_000 + b"Deep." + b"}" * 10_000 + b"}").text == "Deep."


def test_many_starts_of_a_link_or_a_font_without_an_end_are_read_in_one_pass():
    links = r"{\field{\*\fldinst{HYPERLINK " * 5_000
    fonts = r"{\fonttbl" + r"\f1\fcharset1" * 5_000

    assert read(f"{{\\rtf1 Here. {links}".encode()).text == "Here."
    assert read(f"{{\\rtf1 Here. {fonts}".encode()).text == "Here."


PIECES = [
    *(
        "{",
        "}",
        "\\par ",
        "\\cell ",
        "\\row",
        "\\line ",
        "\\v ",
        "\\v0 ",
        "\\plain",
        "\\deleted",
        "\\*",
        "\\u8217?",
    ),
    *(
        "\\u-10179?",
        "\\u",
        "\\uc",
        "\\uc2 ",
        "\\'92",
        "\\'9",
        "\\f1 ",
        "\\fonttbl",
        "\\fcharset204",
        "\\fcharset78",
    ),
    *(
        "\\bin3 ",
        "\\bin",
        "\\pict",
        "{\\field{\\*\\fldinst{HYPERLINK ",
        "\\listtext",
        "\\ansicpg",
        "\\ansicpg12",
    ),
    *("one. ", "By A. Berg", "\\", "\n", "\xe9", "|", "\\~", "\\-", "\\deflang1033", "\\footnote"),
]


@settings(max_examples=400)
@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_any_codes_give_blocks_in_order_or_are_refused(pieces):
    try:
        document = read(f"{{\\rtf1 {''.join(pieces)}".encode("latin-1"))
    except SourceError:
        return

    end = 0
    for block in document.blocks:
        assert block.span.start >= end
        assert block.span.cut(document.text).strip()
        end = block.span.end
    assert end <= len(document.text)
    assert document.source.replace("\u2028", "\n") == document.text
    document.source.encode()
