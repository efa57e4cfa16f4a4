"""Word files: what each construct gives, with all changes accepted, and what a bad file costs."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.plugin import BlockKind, Document, Lexicon, Source, SourceError
from newslint.readers.docx import DocxReader
from newslint.readers.packages import Limits, Package
from office_files import WORD, word_file, word_part, zipped


def read(content: bytes) -> Document:
    return DocxReader().read(Source("story.docx", content), Lexicon({}))


def run(words: str, properties: str = "") -> str:
    return f'<w:r>{properties}<w:t xml:space="preserve">{words}</w:t></w:r>'


def paragraph(inside: str, properties: str = "") -> str:
    return f"<w:p>{properties and f'<w:pPr>{properties}</w:pPr>'}{inside}</w:p>"


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        (f"<w:ins>{run('INS')}</w:ins>", "[INS]"),
        ("<w:del><w:r><w:delText>DEL</w:delText></w:r></w:del>", "[]"),
        (f"<w:del>{run('DEL')}</w:del>", "[]"),
        (f"<w:ins>{run('NEW')}<w:del><w:r><w:delText>GONE</w:delText></w:r></w:del></w:ins>", "[NEW]"),
        (f"<w:moveFrom>{run('MFROM')}</w:moveFrom>", "[]"),
        (f"<w:moveTo>{run('MTO')}</w:moveTo>", "[MTO]"),
        (f"<w:hyperlink>{run('LI')}<w:ins>{run('NEW')}</w:ins>{run('NK')}</w:hyperlink>", "[LINEWNK]"),
        ("<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t></w:r>", "[a\u2011b]"),
        ("<w:r><w:t>a</w:t><w:softHyphen/><w:t>b</w:t></w:r>", "[ab]"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "[✓]"),
        ('<w:r><w:t>20</w:t><w:sym w:font="Symbol" w:char="F0B0"/></w:r>', "[20°]"),
        ('<w:r><w:sym w:font="Arial" w:char="2014"/></w:r>', "[—]"),
        ('<w:r><w:sym w:font="Webdings" w:char="F021"/></w:r>', "[\ufffc]"),
        (f'<w:fldSimple w:instr=" DATE ">{run("FLD")}</w:fldSimple>', "[FLD]"),
        (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
            f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("RES")}'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
            "[RES]",
        ),
        (
            f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{run("CODE")}'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
            "[]",
        ),
        (f"<w:sdt><w:sdtContent>{run('SDT')}</w:sdtContent></w:sdt>", "[SDT]"),
        (f"<w:smartTag>{run('TAG')}</w:smartTag>", "[TAG]"),
        ('<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:cr/><w:t>c</w:t><w:br w:type="page"/></w:r>', "[a\nb\nc\n]"),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:ptab/><w:t>c</w:t></w:r>", "[a\tb\tc]"),
        (run("HIDDEN", "<w:rPr><w:vanish/></w:rPr>"), "[]"),
        (run("shown", '<w:rPr><w:vanish w:val="0"/></w:rPr>'), "[shown]"),
        (run("caps", "<w:rPr><w:caps/></w:rPr>"), "[caps]"),
        (
            "<w:r><w:ruby><w:rt><w:r><w:t>TOP</w:t></w:r></w:rt>"
            "<w:rubyBase><w:r><w:t>BASE</w:t></w:r></w:rubyBase></w:ruby></w:r>",
            "[BASE]",
        ),
        ("<w:r><w:t>80 </w:t></w:r><w:r><w:t>kilometers</w:t></w:r>", "[80 kilometers]"),
        ("<w:r><w:t>80\nkilometers &amp; more</w:t></w:r>", "[80 kilometers & more]"),
        ("<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>", "[x]"),
    ],
)
def test_construct_gives_what_a_reader_of_the_page_sees(inside, words):
    document = read(word_file(paragraph(run("[") + inside + run("]"))))

    assert document.text == words


def test_field_that_came_to_two_paragraphs_and_its_neighbour_are_kept():
    def mark(kind):
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    opened = mark("begin") + "<w:r><w:instrText> REF </w:instrText></w:r>" + mark("separate")
    nested = mark("begin") + run("CODE") + mark("separate") + run("two") + mark("end")

    document = read(
        word_file(paragraph(opened + run("One")) + paragraph(nested + mark("end") + run(" three.")))
    )

    assert document.text == "One\ntwo three."


def test_paragraphs_are_joined_where_the_mark_between_them_is_deleted():
    gone = "<w:rPr><w:del/></w:rPr>"

    document = read(
        word_file(paragraph(run("One "), gone) + paragraph(run("two.")) + paragraph(run("Three.")))
    )

    assert document.text == "One two.\nThree."


def test_what_a_format_was_says_nothing():
    was = '<w:pPrChange><w:pPr><w:pStyle w:val="Titel"/><w:rPr><w:del/></w:rPr></w:pPr></w:pPrChange>'

    document = read(word_file(paragraph(run("One went home."), was) + paragraph(run("Two stayed."))))

    assert document.text == "One went home.\nTwo stayed."
    assert [block.kind for block in document.blocks] == ["paragraph", "paragraph"]


def test_drop_cap_belongs_to_its_word():
    cap = paragraph(run("D"), '<w:framePr w:dropCap="drop" w:lines="3"/>')

    assert read(word_file(cap + paragraph(run("rought came.")))).text == "Drought came."


def test_deleted_row_and_cell_are_gone():
    def cell(words, properties=""):
        return f"<w:tc>{properties}{paragraph(run(words))}</w:tc>"

    table = (
        f"<w:tbl><w:tr>{cell('One')}{cell('two', '<w:tcPr><w:cellDel/></w:tcPr>')}</w:tr>"
        f"<w:tr><w:trPr><w:del/></w:trPr>{cell('three')}</w:tr><w:tr>{cell('Four')}</w:tr></w:tbl>"
    )

    document = read(word_file(table))

    assert document.text == "One\nFour"
    assert [block.kind for block in document.blocks] == ["table-cell", "table-cell"]


def test_deleted_mark_before_a_table_does_not_move_words_into_it():
    table = f"<w:tbl><w:tr><w:tc>{paragraph(run('cell'))}</w:tc></w:tr></w:tbl>"

    document = read(
        word_file(paragraph(run("One"), "<w:rPr><w:del/></w:rPr>") + table + paragraph(run(" two")))
    )

    assert sorted(document.text.split("\n")) == ["One two", "cell"]


def test_text_box_stands_once_and_below_its_paragraph():
    box = f"<w:txbxContent>{paragraph(run('BOX'))}</w:txbxContent>"
    both = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    drawn = f"<w:r><mc:AlternateContent>{both}</mc:AlternateContent></w:r>"

    document = read(word_file(paragraph(run("One ") + drawn + run("two.")) + paragraph(run("Three."))))

    assert document.text == "One two.\nBOX\nThree."


def test_block_content_control_is_copy():
    control = f"<w:sdt><w:sdtContent>{paragraph(run('Kept.'))}</w:sdtContent></w:sdt>"

    assert read(word_file(control)).text == "Kept."


def test_notes_stand_below_in_the_order_they_are_called():
    body = (
        paragraph(f'{run("One.")}<w:r><w:endnoteReference w:id="2"/></w:r>')
        + paragraph(f'{run("Two.")}<w:r><w:footnoteReference w:id="1"/></w:r>')
        + f'<w:p><w:del><w:r><w:footnoteReference w:id="3"/></w:r></w:del>{run("Three.")}</w:p>'
    )
    footnotes = "".join(
        f'<w:footnote w:id="{number}">{paragraph(run(words))}</w:footnote>'
        for number, words in [("0", "A line."), ("1", "A note."), ("3", "A deleted one.")]
    )
    endnotes = f'<w:endnote w:id="2">{paragraph(run("An end note."))}</w:endnote>'

    document = read(word_file(body, footnotes=footnotes, endnotes=endnotes))

    assert document.text == "One.\nTwo.\nThree.\nAn end note.\nA note."


def test_styles_tell_the_parts_by_the_name_they_go_back_to():
    def styled(style, words):
        return paragraph(run(words), f'<w:pStyle w:val="{style}"/>')

    body = (
        styled("Titel", "Harbor opens late")
        + styled("berschrift1", "Storms")
        + styled("berschrift2", "Costs")
        + styled("Desk", "We waited.")
        + styled("Bild", "The harbor")
        + paragraph(run("Bread"), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>')
        + paragraph(run("The harbor opened late on Monday."))
    )

    document = read(word_file(body))

    assert [(block.kind, block.span.cut(document.text)) for block in document.blocks] == [
        (BlockKind.HEADLINE, "Harbor opens late"),
        (BlockKind.SUBHEAD, "Storms"),
        (BlockKind.SUBHEAD, "Costs"),
        (BlockKind.QUOTE, "We waited."),
        (BlockKind.CAPTION, "The harbor"),
        (BlockKind.LIST_ITEM, "Bread"),
        (BlockKind.PARAGRAPH, "The harbor opened late on Monday."),
    ]
    assert (document.meta.title, document.meta.language, document.meta.date) == (
        "Harbor opens late",
        "en-GB",
        None,
    )


def test_title_of_the_file_counts_where_there_is_no_headline():
    content = zipped(
        **{
            "word__document.xml": word_part(
                "document", f"<w:body>{paragraph(run('One went home.'))}</w:body>"
            )
        },
        **{
            "docProps__core.xml": (
                '<c:coreProperties xmlns:c="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
                ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Harbor  opens</dc:title>'
                "</c:coreProperties>"
            )
        },
    )

    assert read(content).meta.title == "Harbor opens"


def test_story_is_found_where_the_package_says_it_is():
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
        'Target="/word/document2.xml"/></Relationships>'
    )
    story = word_part("document", f"<w:body>{paragraph(run('Here.'))}</w:body>")

    content = zipped(**{"_rels/.rels": relations, "word__document2.xml": story})

    assert read(content).text == "Here."


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ('<w:p xmlns:w="http://example.org/notes"><w:r><w:t>Not this.</w:t></w:r></w:p>', "Here."),
        (f'<v:p xmlns:v="{WORD}"><v:r><v:t>There.</v:t></v:r></v:p>', "Here.\nThere."),
        (f'<p xmlns="{WORD}"><r><t>There.</t></r></p>', "Here.\nThere."),
        (paragraph(run('The schema says xmlns:w="notes".')), 'Here.\nThe schema says xmlns:w="notes".'),
    ],
)
def test_prefixes_are_read_by_what_they_stand_for(inside, text):
    document = read(word_file(paragraph(run("Here.")) + inside))

    assert document.source == text


def test_line_of_a_finding_is_its_paragraph_where_lines_are_broken_by_hand(run, desk):
    broken = "<w:r><w:t>One</w:t><w:br/><w:t>went 100 miles (16 kilometers) home.</w:t></w:r>"
    (desk / "a.docx").write_bytes(word_file(paragraph(broken) + paragraph("")))
    words = "Two went 10 miles (160 kilometers) home."
    (desk / "b.docx").write_bytes(
        word_file(paragraph(broken) + paragraph("") + paragraph(f"<w:r><w:t>{words}</w:t></w:r>"))
    )

    ran = run("check", "b.docx", "--format", "json", "--select", "units.wrong-conversion")

    assert [(each["start"]["line"], each["text"]) for each in ran.findings] == [
        (1, "16 kilometers"),
        (2, "160 kilometers"),
    ]
    document = read((desk / "b.docx").read_bytes())
    assert document.source == f"One\u2028went 100 miles (16 kilometers) home.\n{words}"
    assert all(document.source[f["start"]["offset"] : f["end"]["offset"]] == f["text"] for f in ran.findings)


def commented(comment, words="Two went 10 miles (160 kilometers) home."):
    body = paragraph("<w:r><w:t>One went 10 miles (160 kilometers) home.</w:t></w:r>") + paragraph(
        f'<w:commentRangeStart w:id="7"/><w:r><w:t>{words}</w:t></w:r><w:commentRangeEnd w:id="7"/>'
        '<w:r><w:commentReference w:id="7"/></w:r>'
    )
    return word_file(
        body, comments=f'<w:comment w:id="7"><w:p><w:r><w:t>{comment}</w:t></w:r></w:p></w:comment>'
    )


def test_comment_ignores_in_its_paragraph_and_is_no_copy(run, desk):
    (desk / "a.docx").write_bytes(commented("newslint: ignore[units.wrong-conversion] -- as said"))

    ran = run("check", "a.docx", "--format", "json")

    assert [(each["rule"], each["start"]["line"]) for each in ran.findings] == [("units.wrong-conversion", 1)]


def test_comment_that_names_no_rule_is_reported(run, desk):
    (desk / "a.docx").write_bytes(commented("[newslint: ignore[units.wrong-conversation]]"))

    ran = run("check", "a.docx", "--format", "json", "--select", "newslint.unknown-ignore")

    assert [(each["rule"], each["start"]["line"]) for each in ran.findings] == [
        ("newslint.unknown-ignore", 2)
    ]


@pytest.mark.parametrize("comment", ["Newslint: ignore[units]", "newslint ignore[units]"])
def test_comment_with_a_slip_in_its_opening_is_reported(run, desk, comment):
    (desk / "a.docx").write_bytes(commented(comment))

    ran = run("check", "a.docx", "--format", "json", "--select", "newslint.unknown-ignore")

    assert [finding["message"] for finding in ran.findings] == [
        "This is no ignore that newslint knows; it is written `newslint: ignore[units]`."
    ]


def test_other_comments_are_no_ignores():
    assert read(commented("Check this with newslint: is it true?")).directives == ()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "no complete zip package; the file is damaged or of another kind."),
        (b"PK\x03\x04 cut", "no complete zip package; the file is damaged or of another kind."),
        (word_file("")[:-30], "no complete zip package; the file is damaged or of another kind."),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            "an old Word file, or one under a password; save it as .docx without one.",
        ),
        (
            zipped(mimetype="x"),
            "no word/document.xml in the package; the file is damaged or of another kind.",
        ),
        (
            zipped(word__document__xml="x", **{"word/document.xml": "<a>\n<b></a>"}),
            "word/document.xml, line 2: not well-formed XML: mismatched tag.",
        ),
        (
            zipped(**{"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}),
            "word/document.xml has a document type, which is not read.",
        ),
        (
            zipped(**{"word/document.xml": '<!DOCTYPE a SYSTEM "file:///nowhere"><a/>'}),
            "word/document.xml has a document type, which is not read.",
        ),
    ],
)
def test_bad_file_says_what_is_wrong_in_one_line(content, reason):
    with pytest.raises(SourceError) as caught:
        read(content)

    assert str(caught.value) == f"story.docx: {reason}"


def test_part_under_a_password_is_said_to_be():
    content = bytearray(zipped(**{"word/document.xml": "<a/>"}))
    for signature, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(signature) + place] |= 1

    with pytest.raises(
        SourceError, match=r"word/document\.xml is under a password; save the file without one\."
    ):
        read(bytes(content))


def test_damaged_part_cannot_be_unpacked():
    content = bytearray(zipped(**{"word/document.xml": "<a>" + "The harbor opened late. " * 9 + "</a>"}))
    content[60] ^= 0xFF

    with pytest.raises(SourceError, match=r"word/document\.xml is damaged and cannot be unpacked\."):
        read(bytes(content))


@pytest.mark.parametrize(
    ("limits", "reason"),
    [
        (Limits(part=1000), "unfolds to more than 1,000 bytes"),
        (Limits(total=4500), "b.xml unfolds to more than 1,500 bytes"),
        (Limits(ratio=10, dense=100), "unfolds to more than"),
        (Limits(members=1), "more than 1 parts in the package"),
    ],
)
def test_package_that_unfolds_too_far_is_refused(limits, reason):
    source = Source("story.docx", zipped(**{"a.xml": " " * 3000, "b.xml": " " * 3000}))

    with pytest.raises(SourceError, match=reason):
        unpacked(source, limits)


def unpacked(source, limits):
    package = Package(source, limits)
    return [package.part(name) for name in package.members]


def test_deep_nesting_is_read_to_its_ground():
    deep = "<w:sdt>" * 10_000 + paragraph(run("Deep.")) + "</w:sdt>" * 10_000

    assert read(word_file(deep)).text == "Deep."


STORY = word_file(
    paragraph(run("Harbor opens late"), '<w:pStyle w:val="Titel"/>')
    + paragraph(run("One ") + "<w:r><w:br/></w:r>" + run("two."))
    + f"<w:tbl><w:tr><w:tc>{paragraph(run('cell'))}</w:tc></w:tr></w:tbl>"
    + paragraph(f"<w:r><w:txbxContent>{paragraph(run('box'))}</w:txbxContent></w:r>")
)
PIECES = [
    *("<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>", "</w:t>", "<w:tc>", "</w:tc>", "<w:tr>", "</w:tr>"),
    *(
        "<w:del>",
        "</w:del>",
        "<w:pPr>",
        "</w:pPr>",
        "<w:rPr>",
        "</w:rPr>",
        "<w:del/>",
        "<w:vanish/>",
        "<w:br/>",
    ),
    *(
        "<w:txbxContent>",
        "</w:txbxContent>",
        '<w:fldChar w:fldCharType="begin"/>',
        "one. ",
        "By A. Berg",
        "\n",
    ),
    *('<w:fldChar w:fldCharType="end"/>', '<w:pStyle w:val="Titel"/>', "&amp;", '<w:sym w:char="D800"/>'),
]


@settings(max_examples=400)
@given(
    st.lists(st.tuples(st.integers(0, len(STORY) - 1), st.integers(0, 255)), max_size=4), st.integers(0, 99)
)
def test_spoilt_package_is_read_or_refused(changes, cut):
    content = bytearray(STORY)
    for place, byte in changes:
        content[place] = byte

    try:
        document = read(bytes(content[: len(content) - cut if cut > 50 else None]))
    except SourceError:
        return

    assert_sound(document)


@settings(max_examples=400)
@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_any_elements_give_blocks_in_order(pieces):
    try:
        document = read(word_file(closed(pieces)))
    except SourceError:
        return

    assert_sound(document)


def closed(pieces):
    """Close what is open, so that most lists of elements are well-formed."""
    waiting, written = [], []
    for piece in pieces:
        if piece.startswith("</"):
            if not waiting:
                continue
            piece = waiting.pop()
        elif piece.startswith("<") and not piece.endswith("/>"):
            waiting.append(f"</{piece[1:]}")
        written.append(piece)
    return "".join(written) + "".join(reversed(waiting))


def assert_sound(document: Document) -> None:
    end = 0
    for block in document.blocks:
        assert block.span.start >= end
        assert block.span.cut(document.text).strip()
        end = block.span.end
    assert end <= len(document.text)
    assert document.source.replace("\u2028", "\n") == document.text
