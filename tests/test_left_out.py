"""What office programs' files hold beside their copy: each said with its place, and why it is none."""

from __future__ import annotations

import json

import pytest

from newslint.plugin import Document, Lexicon, Source
from newslint.readers.docx import DocxReader
from newslint.readers.odt import OdtReader
from newslint.readers.rtf import RtfReader
from office_files import DECLARED, run_of, word_file, writer_file, zipped

BY = 'w:id="1" w:author="Ana Berg"'
DELETED = f"<w:del {BY}><w:r><w:delText>gone</w:delText></w:r></w:del>"
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
ROW = (
    f"<w:tbl><w:tr><w:trPr><w:del {BY}/></w:trPr><w:tc><w:p>{run_of('Gone')}</w:p></w:tc></w:tr></w:tbl>"
    f"<w:p>{run_of('Two.')}</w:p>"
)


def told(document: Document) -> list[tuple[int, str]]:
    """Return where words are left out, and why."""
    assert all(each.span.start == each.span.end for each in document.left_out)
    return [(each.span.start, each.why) for each in document.left_out]


def word(body: str, **parts: str) -> Document:
    return DocxReader().read(Source("a.docx", word_file(body, **parts)), Lexicon({}))


def writer(body: str, automatic: str = "") -> Document:
    content = writer_file(body, automatic=automatic)
    return OdtReader().read(Source("a.odt", content), Lexicon({}))


def rich(inside: str) -> Document:
    content = rf"{{\rtf1\ansi\deff0{{\fonttbl{{\f0 Times;}}}}{inside}\par}}"
    return RtfReader().read(Source("a.rtf", content.encode()), Lexicon({}))


@pytest.mark.parametrize(
    ("inside", "places"),
    [
        (f"{run_of('One ')}{DELETED}{run_of('two.')}", [(4, "deleted")]),
        (f"{run_of('One ')}{DELETED}{DELETED}{run_of('two.')}", [(4, "deleted")]),
        (f"{run_of('One two.')}<w:moveFrom {BY}>{run_of('gone')}</w:moveFrom>", [(8, "moved away")]),
        (f"{run_of('One ')}{FIELD}{run_of('two.')}", [(4, "field code")]),
        (f"{run_of('One ')}{run_of('gone', '<w:rPr><w:vanish/></w:rPr>')}", [(3, "hidden")]),
        (run_of("One two."), []),
        ("<w:r><w:rPr><w:rPrChange/></w:rPr><w:t>One</w:t></w:r>", []),
    ],
)
def test_word_file_says_what_is_no_copy(inside, places):
    assert told(word(f"<w:p>{inside}</w:p>")) == places


def test_what_stands_in_no_paragraph_that_is_left_goes_to_the_next():
    assert told(word(f"<w:p>{run_of('One.')}</w:p>{ROW}")) == [(5, "deleted")]
    assert told(word(f"<w:p>{run_of('One.')}</w:p><w:p>{DELETED}</w:p>")) == [(4, "deleted")]


def test_comments_headers_and_ignores_of_a_word_file_are_told():
    body = f'<w:p><w:commentRangeStart w:id="{{}}"/>{run_of("One.")}</w:p>'
    comments = "".join(
        f'<w:comment w:id="{number}"><w:p>{run_of(words)}</w:p></w:comment>'
        for number, words in enumerate(("Is it?", "newslint: ignore[units]"))
    )
    margins = {"header1": f"<w:p>{run_of('Page')}</w:p>", "footer1": "<w:p/>"}

    document = word(body.format(0) + body.format(1), comments=comments, **margins)

    assert told(document) == [(0, "comment"), (5, "ignore"), (9, "header or footer")]


@pytest.mark.parametrize(
    ("body", "places"),
    [
        ("<text:p>One <text:change text:change-id='a'/>two</text:p>", [(4, "deleted")]),
        ("<text:p>One\n   big  <text:change text:change-id='a'/>two</text:p>", [(8, "deleted")]),
        ("<text:p>One <text:hidden-text>gone</text:hidden-text></text:p>", [(3, "hidden")]),
        ("<text:p>One <text:span text:style-name='Away'>gone</text:span></text:p>", [(3, "hidden")]),
        ("<text:table-of-content><text:p>One 1</text:p></text:table-of-content>", [(0, "list of contents")]),
        (
            "<text:p>One<office:annotation><text:p>Is it?</text:p></office:annotation></text:p>",
            [(0, "comment")],
        ),
        ("<text:p>One<text:note><text:note-citation>1</text:note-citation></text:note></text:p>", []),
    ],
)
def test_writer_file_says_what_is_no_copy(body, places):
    hidden = '<style:style style:name="Away"><style:text-properties text:display="none"/></style:style>'

    assert told(writer(body, hidden)) == places


def test_header_of_a_writer_file_is_told():
    header = (
        "<style:header><text:p>The Peniche Post</text:p></style:header><style:footer><text:p/></style:footer>"
    )
    parts = {
        "content.xml": f"<office:document-content {DECLARED}><text:p>One.</text:p></office:document-content>",
        "styles.xml": f"<office:document-styles {DECLARED}>{header}</office:document-styles>",
    }

    document = OdtReader().read(Source("a.odt", zipped(**parts)), Lexicon({}))

    assert told(document) == [(4, "header or footer")]


@pytest.mark.parametrize(
    ("inside", "places"),
    [
        (r"One {\v gone}two", [(4, "hidden")]),
        (r"One \v gone\v0 two", [(4, "hidden")]),
        (r"One {\deleted gone}two", [(4, "deleted")]),
        (r"One\par {\v gone}two", [(4, "hidden")]),
        (r"One{\footnote A note.} two", [(7, "note")]),
        (r"{\header \pard Page\par}{\footer \pard\par}One", [(3, "header or footer")]),
        (r"{\field{\*\fldinst{PAGE}}{\fldrslt One}}", [(3, "field code")]),
        ("One two", []),
    ],
)
def test_rich_text_says_what_is_no_copy(inside, places):
    assert told(rich(inside)) == places


def test_document_shows_places_of_what_is_left_out(run, desk):
    content = word_file(f"<w:p>{run_of('One ')}{DELETED}{run_of('two ')}{DELETED}{run_of('three.')}</w:p>")
    (desk / "a.docx").write_bytes(content)

    shown = run("document", "a.docx", "--isolated")
    (document,) = json.loads(run("document", "a.docx", "--isolated", "--format", "json").out)["documents"]

    assert shown.out.endswith("  Left out: deleted (2 places).\n")
    assert document["left_out"] == [
        {"start": 4, "end": 4, "why": "deleted"},
        {"start": 8, "end": 8, "why": "deleted"},
    ]


@pytest.mark.parametrize("command", ["check", "document", "names", "quotes"])
def test_every_command_says_which_encoding_it_took_a_file_for(run, desk, command):
    (desk / "a.txt").write_bytes(
        "The café at the harbor opened on Monday, the owner said.\n".encode("cp1252")
    )
    (desk / "b.docx").write_bytes(word_file(f"<w:p>{run_of('One.')}</w:p>"))

    ran = run(command, "a.txt", "b.docx", "--isolated")

    assert ran.err == "newslint: a.txt: not UTF-8, read as Windows-1252; `--encoding` names another.\n"
