"""Word comments that ignore: written with all that Word wants, beside words that stay as they are."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest

from office_files import part, run_of, word_file, zipped
from test_add_ignore import ADD, DIRECTIVE, WRONG

BODY = f"<w:p>{run_of('Ferry row')}</w:p><w:p>{run_of(WRONG)}</w:p>"
MARK = (
    '<w:commentRangeStart w:id="{0}"/><w:commentRangeEnd w:id="{0}"/>'
    '<w:r><w:commentReference w:id="{0}"/></w:r>'
)


def names(content: bytes) -> list[str]:
    """Return the names of all parts."""
    with ZipFile(BytesIO(content)) as archive:
        assert archive.testzip() is None
        return archive.namelist()


def test_ignore_is_a_comment_with_the_parts_that_word_wants(run, desk):
    before = word_file(BODY)
    (desk / "a.docx").write_bytes(before)

    ran = run("a.docx", "--format", "json", *ADD)

    content = (desk / "a.docx").read_bytes()
    assert (ran.code, ran.findings, ran.err) == (0, [], "newslint: ignored 1 finding in 1 file, 0 left.\n")
    assert names(content) == [*names(before), "word/comments.xml"]
    assert part(content) == part(before).replace(run_of(WRONG), MARK.format(1) + run_of(WRONG))
    assert f'<w:t xml:space="preserve">{DIRECTIVE}</w:t>' in part(content, "word/comments.xml")
    assert 'w:author="newslint"' in part(content, "word/comments.xml")
    assert 'PartName="/word/comments.xml"' in part(content, "[Content_Types].xml")
    assert 'Target="comments.xml"' in part(content, "word/_rels/document.xml.rels")


def test_second_run_changes_nothing(run, desk):
    (desk / "a.docx").write_bytes(word_file(BODY))
    run("a.docx", *ADD)
    once = (desk / "a.docx").read_bytes()

    again = run("a.docx", *ADD)

    assert (again.code, again.err) == (0, "")
    assert (desk / "a.docx").read_bytes() == once


def test_comments_of_others_stay_and_the_new_ones_have_numbers_of_their_own(run, desk):
    said = f'<w:comment w:id="7" w:author="Desk"><w:p>{run_of("Nice.")}</w:p></w:comment>'
    marked = BODY.replace(run_of("Ferry row"), MARK.format(7) + run_of("Ferry row"))
    before = word_file(marked, comments=said)
    (desk / "a.docx").write_bytes(before)

    run("a.docx", *ADD)

    content = (desk / "a.docx").read_bytes()
    assert names(content) == names(before)
    assert said in part(content, "word/comments.xml")
    assert '<w:comment w:id="8"' in part(content, "word/comments.xml")
    assert MARK.format(8) + run_of(WRONG) in part(content)
    for same in ("[Content_Types].xml", "word/_rels/document.xml.rels"):
        assert part(content, same) == part(before, same)


def test_every_paragraph_has_a_comment_of_its_own(run, desk):
    again = run_of(WRONG.replace("road", "lane"))
    (desk / "a.docx").write_bytes(word_file(f"{BODY}<w:p>{again}</w:p>"))

    ran = run("a.docx", *ADD)

    content = part((desk / "a.docx").read_bytes())
    assert ran.err == "newslint: ignored 2 findings in 1 file, 0 left.\n"
    assert MARK.format(1) + run_of(WRONG) in content
    assert MARK.format(2) + again in content


@pytest.mark.parametrize("sealed", [f"<w:fldSimple>{run_of(WRONG)}</w:fldSimple>"])
def test_paragraph_that_takes_no_comment_is_refused(run, desk, sealed):
    before = word_file(f"<w:p>{sealed}</w:p>")
    (desk / "a.docx").write_bytes(before)

    ran = run("a.docx", *ADD)

    assert ran.code == 2
    assert "a.docx: not ignored: line 1 takes no comment that silences only that" in ran.err
    assert (desk / "a.docx").read_bytes() == before


def test_signed_file_is_left_alone(run, desk):
    with ZipFile(BytesIO(word_file(BODY))) as archive:
        parts = {name.replace("/", "__"): archive.read(name) for name in archive.namelist()}
    before = zipped(**parts, _xmlsignatures__sig1_xml=b"<Signature/>")
    (desk / "a.docx").write_bytes(before)

    ran = run("a.docx", *ADD)

    assert ran.code == 2
    assert (desk / "a.docx").read_bytes() == before
