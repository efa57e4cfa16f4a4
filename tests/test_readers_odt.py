"""Writer files: what each construct gives, with all changes accepted, and what a bad file costs."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.plugin import BlockKind, Document, Lexicon, Source, SourceError
from newslint.readers.odt import OdtReader
from office_files import writer_file, zipped


def read(content: bytes) -> Document:
    return OdtReader().read(Source("story.odt", content), Lexicon({}))


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        ("One <text:change text:change-id='a'/>two", "[One two]"),
        ("<text:change-start text:change-id='a'/>INS<text:change-end text:change-id='a'/>", "[INS]"),
        ("80<text:s/>km", "[80 km]"),
        ("80<text:s text:c='3'/>km", "[80   km]"),
        ("80<text:s text:c='many'/>km", "[80 km]"),
        ("80\n   km\tlong", "[80 km long]"),
        ("<text:span>80 </text:span> km", "[80 km]"),
        ("a<text:tab/>b<text:line-break/>c", "[a\tb\nc]"),
        ("<text:date text:date-value='2026-01-01'>1 Jan 2026</text:date>", "[1 Jan 2026]"),
        ("<text:a>LINK</text:a>", "[LINK]"),
        ("<text:span>a<text:span>b</text:span></text:span>", "[ab]"),
        ("a<text:soft-page-break/>b", "[ab]"),
        ("<text:page-number>3</text:page-number>", "[3]"),
        ("<text:hidden-text>HIDDEN</text:hidden-text>", "[]"),
        ("<text:span text:style-name='Away'>HIDDEN<text:span>too</text:span></text:span>", "[]"),
        (
            "<text:ruby><text:ruby-base>BASE</text:ruby-base><text:ruby-text>TOP</text:ruby-text></text:ruby>",
            "[BASE]",
        ),
        (
            "a<office:annotation>\n<dc:creator>E</dc:creator>\n<dc:date>2026-01-01</dc:date>"
            "<text:p>Remark.</text:p></office:annotation>b",
            "[ab]",
        ),
        ("<draw:frame><svg:title>A title</svg:title><svg:desc>What it shows</svg:desc></draw:frame>", "[]"),
    ],
)
def test_construct_gives_what_a_reader_of_the_page_sees(inside, words):
    hidden = '<style:style style:name="Away"><style:text-properties text:display="none"/></style:style>'

    document = read(writer_file(f"<text:p>[{inside}]</text:p>", automatic=hidden))

    assert document.text == words


def test_deleted_text_is_gone_with_who_deleted_it():
    deleted = (
        "<text:tracked-changes><text:changed-region><text:deletion><office:change-info><dc:creator>E"
        "</dc:creator><dc:date>2026-01-01T00:00:00</dc:date></office:change-info><text:p>DELETED</text:p>"
        "</text:deletion></text:changed-region></text:tracked-changes>"
    )

    assert read(writer_file(f"{deleted}<text:p>One two.</text:p>")).text == "One two."


def test_notes_and_text_boxes_stand_below():
    note = (
        "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A note.</text:p>"
        "</text:note-body></text:note>"
    )
    box = "<draw:frame><draw:text-box><text:p>BOX</text:p></draw:text-box></draw:frame>"

    document = read(writer_file(f"<text:p>One{note} two{box}.</text:p><text:p>Three.</text:p>"))

    assert document.text == "One two.\nBOX\nThree.\nA note."


def test_lists_of_contents_are_no_copy():
    contents = (
        "<text:table-of-content><text:index-body><text:p>Storms 3</text:p></text:index-body>"
        "</text:table-of-content>"
    )

    assert read(writer_file(f"{contents}<text:p>One.</text:p>")).text == "One."


def test_styles_tell_the_parts_by_the_name_they_go_back_to():
    automatic = (
        '<style:style style:name="P1" style:parent-style-name="Title"/>'
        '<style:style style:name="P2" style:parent-style-name="Desk_20_quote"/>'
    )
    common = (
        '<style:default-style><style:text-properties fo:language="en" fo:country="GB"/></style:default-style>'
        '<style:style style:name="Desk_20_quote" style:parent-style-name="Quotations"/>'
    )
    body = (
        '<text:p text:style-name="P1">Harbor opens late</text:p>'
        '<text:h text:outline-level="1">Storms</text:h><text:h text:outline-level="2">Costs</text:h>'
        '<text:p text:style-name="P2">We waited.</text:p>'
        "<text:list><text:list-item><text:p>Bread</text:p></text:list-item></text:list>"
        "<table:table><table:table-row><table:table-cell><text:p>cell</text:p></table:table-cell>"
        "<table:covered-table-cell><text:p>covered</text:p></table:covered-table-cell></table:table-row>"
        "</table:table><text:p>The harbor opened late on Monday.</text:p>"
    )

    document = read(writer_file(body, automatic=automatic, common=common))

    assert [(block.kind, block.span.cut(document.text)) for block in document.blocks] == [
        (BlockKind.HEADLINE, "Harbor opens late"),
        (BlockKind.SUBHEAD, "Storms"),
        (BlockKind.SUBHEAD, "Costs"),
        (BlockKind.QUOTE, "We waited."),
        (BlockKind.LIST_ITEM, "Bread"),
        (BlockKind.TABLE_CELL, "cell"),
        (BlockKind.PARAGRAPH, "The harbor opened late on Monday."),
    ]
    assert (document.meta.title, document.meta.language, document.meta.date) == (
        "Harbor opens late",
        "en-GB",
        None,
    )


def test_comment_ignores_in_its_paragraph(run, desk):
    comment = (
        "<office:annotation><text:p>newslint: ignore[units.wrong-conversion]</text:p></office:annotation>"
    )
    words = "One went 10 miles (160 kilometers) home."
    (desk / "a.odt").write_bytes(writer_file(f"<text:p>{words}</text:p><text:p>{comment}{words}</text:p>"))

    ran = run("check", "a.odt", "--format", "json")

    assert [(each["rule"], each["start"]["line"]) for each in ran.findings] == [("units.wrong-conversion", 1)]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "no complete zip package; the file is damaged or of another kind."),
        (zipped(mimetype="x"), "no content.xml in the package; the file is damaged or of another kind."),
        (
            zipped(**{"content.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}),
            "content.xml has a document type, which is not read.",
        ),
        (
            zipped(**{"META-INF/manifest.xml": "<m:encryption-data/>", "content.xml": b"\x93\x11"}),
            "under a password; save the file without one.",
        ),
    ],
)
def test_bad_file_says_what_is_wrong_in_one_line(content, reason):
    with pytest.raises(SourceError) as caught:
        read(content)

    assert str(caught.value) == f"story.odt: {reason}"


PIECES = [
    *("<text:p>", "<text:span>", "<text:h>", "<text:note>", "<draw:text-box>", "<office:annotation>"),
    *("<text:list>", "<table:table-cell>", "<text:tracked-changes>", "<text:span text:style-name='Away'>"),
    *("</", "</", "</", "<text:s/>", "<text:line-break/>", "one. ", "By A. Berg", " ", "\n", "&amp;"),
]


@settings(max_examples=400)
@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_any_elements_give_blocks_in_order(pieces):
    waiting, written = [], []
    for piece in pieces:
        if piece == "</":
            written.append(waiting.pop() if waiting else "")
            continue
        if piece.startswith("<") and not piece.endswith("/>"):
            waiting.append(f"</{piece[1:-1].split()[0]}>")
        written.append(piece)
    hidden = '<style:style style:name="Away"><style:text-properties text:display="none"/></style:style>'

    document = read(writer_file("".join(written + waiting[::-1]), automatic=hidden))

    end = 0
    for block in document.blocks:
        assert block.span.start >= end
        assert block.span.cut(document.text).strip()
        end = block.span.end
    assert end <= len(document.text)
    assert document.source.replace("\u2028", "\n") == document.text
