"""Fixes in Word files: written into their runs, tracked or plainly, and nothing else is touched."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from io import BytesIO
from itertools import pairwise
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.plugin import Lexicon, Source, SourceEdit, SourceError, Span, edited
from newslint.readers.docx import DocxReader
from office_files import DOCUMENT, WORD, part, run_of, word_file, word_part, zipped

AT = datetime(2026, 3, 10, 14, 30, tzinfo=UTC)
SIGNED = 'w:author="newslint" w:date="2026-03-10T14:30:00Z"'
# Where one insertion of another author ends and the next begins.
HALVES = re.compile(r"</w:ins><w:ins w:id=['\"]\d+['\"] w:author=['\"]Kari['\"]>")
BOLD = "<w:rPr><w:b/></w:rPr>"


def gone(number, words, properties=""):
    inside = f'<w:r>{properties}<w:delText xml:space="preserve">{words}</w:delText></w:r>'
    return f'<w:del w:id="{number}" {SIGNED}>{inside}</w:del>'


def put(number, words, properties=""):
    return f'<w:ins w:id="{number}" {SIGNED}>{run_of(words, properties)}</w:ins>'


def read(content):
    return DocxReader().read(Source("story.docx", content), Lexicon({}))


def inside(content):
    """Return what stands in the one paragraph of a file."""
    return part(content).partition("<w:p>")[2].rpartition("</w:p>")[0]


def edit(content, old, new):
    """Return the edit that puts *new* for *old* in a file; "" for an end puts it there."""
    start = read(content).source.index(old)
    return SourceEdit(start, start + len(old), new)


def written(content, *swaps, at=AT):
    return DocxReader().written(
        Source("story.docx", content), [edit(content, *swap) for swap in swaps], at=at
    )


def rejected(content):
    """Return a file with the changes of ours rejected."""
    xml = re.sub(rf'<w:ins w:id="\d+" {SIGNED}>.*?</w:ins>', "", part(content))
    xml = re.sub(rf'<w:del w:id="\d+" {SIGNED}>(.*?)</w:del>', r"\1", xml).replace("w:delText", "w:t")
    xml = HALVES.sub("", xml)
    parts = {name: part(content, name) for name in ZipFile(BytesIO(content)).namelist()}
    return zipped(**{**parts, DOCUMENT: xml})


@pytest.mark.parametrize(
    ("before", "swap", "after"),
    [
        (
            run_of("He ran 60 miles home."),
            ("60 miles", "50 miles"),
            run_of("He ran ") + gone(1, "60 miles") + put(2, "50 miles") + run_of(" home."),
        ),
        (run_of("ten", BOLD), ("ten", "10"), gone(1, "ten", BOLD) + put(2, "10", BOLD)),
        (run_of("R&amp;D &lt;ten"), ("&", "&<"),
         run_of("R") + gone(1, "&amp;") + put(2, "&amp;&lt;") + run_of("D &lt;ten")),
        (run_of("a very big"), (" very", ""), run_of("a") + gone(1, " very") + run_of(" big")),
        (run_of("10 ", BOLD) + run_of("miles", BOLD), ("10 miles", "9 km"),
         gone(1, "10 ", BOLD) + put(2, "9 km", BOLD) + gone(3, "miles", BOLD)),
        (
            "<w:r><w:t>a ten</w:t><w:br/><w:t>ten</w:t><w:tab/></w:r>",
            ("ten", "10"),
            run_of("a ") + gone(1, "ten") + put(2, "10") + "<w:r><w:br/><w:t>ten</w:t><w:tab/></w:r>",
        ),
        (
            "<w:r><w:tab/><w:t>ten</w:t></w:r>",
            ("ten", "10"),
            "<w:r><w:tab/></w:r>" + gone(1, "ten") + put(2, "10"),
        ),
        (
            '<w:hyperlink w:id="x">' + run_of("ten miles") + "</w:hyperlink>",
            ("ten", "10"),
            '<w:hyperlink w:id="x">' + gone(1, "ten") + put(2, "10") + run_of(" miles") + "</w:hyperlink>",
        ),
    ],
)  # fmt: skip
def test_change_is_tracked_in_the_format_of_its_run(before, swap, after):
    content = word_file(f"<w:p>{before}</w:p>")

    fixed = written(content, swap)

    assert inside(fixed) == after
    assert read(rejected(fixed)).source == read(content).source


def test_letters_put_between_two_runs_of_one_format_take_it():
    content = word_file(f"<w:p>{run_of('10 miles', BOLD)}{run_of(' away', BOLD)}</w:p>")

    fixed = DocxReader().written(Source("story.docx", content), [SourceEdit(8, 8, " (16 km)")], at=AT)

    assert inside(fixed) == run_of("10 miles", BOLD) + put(1, " (16 km)", BOLD) + run_of(" away", BOLD)


def test_several_changes_in_one_run_leave_what_is_between():
    content = word_file(f"<w:p>{run_of('a ten b six c')}</w:p>")

    fixed = written(content, ("ten", "10"), ("six", "6"))

    assert inside(fixed) == (
        run_of("a ")
        + gone(1, "ten")
        + put(2, "10")
        + run_of(" b ")
        + gone(3, "six")
        + put(4, "6")
        + run_of(" c")
    )


def test_plain_change_keeps_the_run():
    content = word_file(f"<w:p>{run_of('10 ', BOLD)}{run_of('miles', BOLD)}{run_of(' away')}</w:p>")

    fixed = written(content, ("10 miles", "9 km"), at=None)

    assert inside(fixed) == run_of("9 km", BOLD) + run_of("", BOLD) + run_of(" away")


def test_changes_are_numbered_after_those_that_are_there():
    theirs = f'<w:ins w:id="41" w:author="Kari" w:date="2026-01-01T00:00:00Z">{run_of("new ")}</w:ins>'
    content = word_file(f"<w:p>{theirs}{run_of('ten')}</w:p>")

    assert inside(written(content, ("ten", "10"))) == theirs + gone(42, "ten") + put(43, "10")


def test_words_of_a_note_are_changed_in_its_part():
    noted = f'<w:footnote w:id="2"><w:p>{run_of("It is ten.")}</w:p></w:footnote>'
    content = word_file(
        f'<w:p>{run_of("One.")}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>', footnotes=noted
    )

    fixed = written(content, ("ten", "10"))

    assert part(fixed) == part(content)
    assert gone(3, "ten") + put(4, "10") in part(fixed, "word/footnotes.xml")


LINK = f'<w:hyperlink w:anchor="x">{run_of("two")}</w:hyperlink>'


@pytest.mark.parametrize(
    "inside",
    [
        run_of("one") + run_of("two", BOLD),
        run_of("one") + LINK,
        run_of("one") + '<w:r><w:footnoteReference w:id="9"/></w:r>' + run_of("two"),
        run_of("one") + '<w:bookmarkStart w:id="9" w:name="x"/>' + run_of("two"),
        "<w:r><w:t>one</w:t><w:softHyphen/><w:t>two</w:t></w:r>",
    ],
)
def test_seam_takes_no_edit(inside):
    document = read(word_file(f"<w:p>{inside}</w:p>"))

    assert document.text == "onetwo"
    assert not document.map.verbatim(Span(3, 3))
    assert not document.map.verbatim(Span(2, 4))
    assert document.map.verbatim(Span(0, 3))
    assert document.map.verbatim(Span(3, 6))
    with pytest.raises(SourceError, match=r"story.docx: not fixed: the edit at 2 is not within words of one"):
        written(word_file(f"<w:p>{inside}</w:p>"), ("et", "x"))


def control(properties):
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{run_of('two')}</w:sdtContent></w:sdt>"


def field(kind):
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


@pytest.mark.parametrize(
    "inside",
    [
        f'<w:ins w:id="1" w:author="Kari"><w:smartTag>{run_of("two")}</w:smartTag></w:ins>',
        f'<w:ins w:id="1" w:author="Kari"><w:ins w:id="2" w:author="Ole">{run_of("two")}</w:ins></w:ins>',
        f'<w:moveTo w:id="1" w:author="Kari">{run_of("two")}</w:moveTo>',
        f'<w:fldSimple w:instr=" DATE ">{run_of("two")}</w:fldSimple>',
        field("begin") + field("separate") + run_of("two") + field("end"),
        control("<w:dataBinding w:xpath='/a'/>"),
        control("<w:alias w:val='Date'/><w:date/>"),
        control("<w:showingPlcHdr/>"),
        control("<w:lock w:val='sdtContentLocked'/>"),
        f"<w:r><w:ruby><w:rubyBase>{run_of('two')}</w:rubyBase></w:ruby></w:r>",
        f"<mc:AlternateContent><mc:Choice>{run_of('two')}</mc:Choice></mc:AlternateContent>",
        "<m:oMath><m:r><m:t>two</m:t></m:r></m:oMath>",
        "<w:r><w:t>t<!-- -->wo</w:t></w:r>",
        "<w:r> <w:rPr><w:rPrChange><w:rPr/></w:rPrChange></w:rPr><w:t>two</w:t></w:r>",
        "<w:r><w:rPr><w:rPrChange><w:rPr/></w:rPrChange></w:rPr><w:t>two</w:t></w:r>",
        '<r xmlns="' + WORD + '"><t>two</t></r>',
    ],
)
def test_words_that_others_own_take_no_edit(inside):
    document = read(word_file(f"<w:p>{run_of('one ')}{inside}{run_of(' three')}</w:p>"))

    assert document.text == "one two three"
    assert [document.map.source(Span(at, at + 1)) for at in range(13)] == [Span(n, n + 1) for n in range(13)]
    assert not any(document.map.verbatim(Span(*span)) for span in [(4, 4), (4, 7), (5, 6), (7, 7), (3, 5)])
    assert document.map.verbatim(Span(0, 4))
    assert document.map.verbatim(Span(7, 13))


def test_frame_round_words_takes_edits():
    properties = '<w:rPr><w:b/></w:rPr><w:alias w:val="Body"/><w:tag w:val="goog_rdk_0"/><w:id w:val="9"/>'
    content = word_file(f"<w:p>{run_of('one ')}{control(properties)}{run_of(' three')}</w:p>")

    fixed = written(content, ("two", "2"))

    assert gone(1, "two") + put(2, "2") in part(fixed)
    assert [read(content).map.verbatim(Span(at, at)) for at in (3, 4, 6, 7)] == [True, False, True, False]


def test_field_over_two_paragraphs_takes_no_edit_in_either():
    one = f"<w:p>{field('begin')}{field('separate')}{run_of('one')}</w:p>"

    document = read(word_file(f"{one}<w:p>{run_of('two')}{field('end')}{run_of(' three')}</w:p>"))

    assert document.text == "one\ntwo three"
    assert [document.map.verbatim(Span(at, at + 1)) for at in (0, 4, 7)] == [False, False, True]


def test_ends_of_paragraphs_take_what_is_put_there():
    content = word_file(f"<w:p>{run_of(' one ')}</w:p><w:p>{run_of('two')}</w:p>")
    edits = [SourceEdit(0, 0, "a "), SourceEdit(3, 3, " b"), SourceEdit(4, 4, "c "), SourceEdit(7, 7, " d")]

    assert all(read(content).map.verbatim(Span(each.start, each.end)) for each in edits)
    fixed = DocxReader().written(Source("story.docx", content), edits, at=AT)

    assert read(fixed).source == "a one b\nc two d"
    assert read(rejected(fixed)).source == "one\ntwo"


@pytest.mark.parametrize("encoding", ["utf-16", "iso-8859-1"])
def test_part_in_another_encoding_takes_no_edit(encoding):
    xml = word_part("document", f"<w:body><w:p>{run_of('één ten')}</w:p></w:body>")
    content = xml.replace("UTF-8", encoding).encode(encoding)
    document = read(zipped(**{"word__document.xml": content}))

    assert document.text == "één ten"
    assert not document.map.verbatim(Span(4, 7))


def test_byte_order_mark_moves_nothing():
    xml = word_part("document", f"<w:body><w:p>{run_of('één ten')}</w:p></w:body>")
    content = zipped(**{"word__document.xml": b"\xef\xbb\xbf" + xml.encode()})

    assert inside(written(content, ("ten", "10"))) == run_of("één ") + gone(1, "ten") + put(2, "10")


OWN = f'<own:r xmlns:own="{WORD}"><own:t>ten</own:t></own:r>'
OWN_PREFIX = word_part("document", f"<w:body><w:p>{OWN}</w:p></w:body>")


def test_words_with_a_prefix_of_their_own_are_left():
    with pytest.raises(SourceError) as caught:
        written(zipped(**{"word__document.xml": OWN_PREFIX}), ("ten", "10"))

    fault = "its words would not be read as they are written."
    assert str(caught.value) == f"story.docx: not fixed: {fault}"


LETTERS = st.text(st.sampled_from("ab é😀\u00a0&"), min_size=1, max_size=6)
WRAPPED = (
    *("{}", "{}", "{}", "<w:proofErr w:type='spellStart'/>{}", "<w:bookmarkStart w:id='3' w:name='x'/>{}"),
    *("<w:hyperlink>{}</w:hyperlink>", "<w:ins w:id='5' w:author='Kari'>{}</w:ins>"),
    *("<w:fldSimple>{}</w:fldSimple>", "<w:r><w:br/></w:r>{}", "<w:r><w:t>x</w:t><w:tab/></w:r>{}"),
)


@st.composite
def stories(draw):
    """Draw a Word file of a few paragraphs, and edits of it that its map allows."""
    runs = st.builds(
        lambda words, form, around: around.format(run_of(words.replace("&", "&amp;"), form)),
        *(LETTERS, st.sampled_from(["", "", BOLD]), st.sampled_from(WRAPPED)),
    )
    paragraphs = draw(st.lists(st.lists(runs, max_size=5).map("".join), min_size=1, max_size=3))
    content = word_file("".join(f"<w:p>{each}</w:p>" for each in paragraphs))
    document = read(content)
    points = sorted(draw(st.sets(st.integers(0, len(document.text)), max_size=8)))
    edits = []
    for start, end in list(pairwise(points))[::2]:
        span = Span(start, draw(st.sampled_from([start, end])))
        if document.map.verbatim(span) and "\n" not in span.cut(document.text):
            edits.append(
                SourceEdit(span.start, span.end, draw(st.sampled_from(["", "new", "<&>", "😀 ten"])))
            )
    return content, [each for each in edits if each.start < each.end or each.text]


@given(stories(), st.sampled_from([None, AT]))
def test_accepted_words_are_the_fixed_ones_and_rejected_the_old(story, at):
    content, edits = story
    old = read(content).source
    expected = edited(old, edits)

    try:
        fixed = DocxReader().written(Source("story.docx", content), edits, at=at)
    except SourceError:
        # White space at the ends of a paragraph is not read, nor is a paragraph without words.
        assert any(line != line.strip() or not line for line in expected.split("\n"))
        return

    assert read(fixed).source == expected
    if at:
        assert read(rejected(fixed)).source == old
        assert HALVES.sub("", without(RUNS, rejected(fixed))) == HALVES.sub("", without(RUNS, content))
    else:
        assert without(WORDS, fixed) == without(WORDS, content)
    names = ZipFile(BytesIO(content)).namelist()
    assert ZipFile(BytesIO(fixed)).namelist() == names
    assert all(part(fixed, name) == part(content, name) for name in names if name != DOCUMENT)


# What the words of a file are in, and their runs.
WORDS = r"<w:t\b[^>]*>[^<]*</w:t>"
RUNS = rf"{WORDS}|</?w:r>|{BOLD}"


def without(pattern, content):
    return re.sub(pattern, "", part(content))


COAST = "BERGEN, Nov. 3 (Norpress) - The storm covered {} (160 kilometers) of coast, the board said."
QUAY = "The quay is 80 kilometers (60 miles) long."
PAGE = (
    f"<w:p>{run_of(COAST.partition('{}')[0])}{run_of('10 ', BOLD)}{run_of('miles', BOLD)}"
    f"{run_of(COAST.partition('{}')[2])}</w:p>"
    f'<w:p><w:ins w:id="7" w:author="Kari">{run_of(QUAY)}</w:ins></w:p>'
)


@pytest.mark.parametrize("options", [(), ("--no-track-changes",)])
def test_file_is_fixed_once_also_where_others_inserted(run, desk, options):
    (desk / "story.docx").write_bytes(word_file(PAGE))

    ran = run("check", "story.docx", "--fix", "--unsafe-fixes", *options, "--format", "json")
    once = (desk / "story.docx").read_bytes()
    again = run("check", "story.docx", "--fix", "--unsafe-fixes", *options, "--format", "json")

    assert read(once).source.split("\n") == [
        "BERGEN, Nov. 3 (Norpress) - The storm covered 10 miles (16 kilometers) of coast, the board said.",
        "The quay is 80 kilometers (50 miles) long.",
    ]
    assert ('w:author="newslint"' in part(once)) == (not options)
    assert "newslint: fixed story.docx." in ran.err.splitlines()
    assert again.findings == []
    assert (desk / "story.docx").read_bytes() == once


def theirs(number, words):
    return f'<w:ins w:id="{number}" w:author="Kari">{words}</w:ins>'


@pytest.mark.parametrize(
    ("before", "swap", "after"),
    [
        (
            run_of("a ten b"),
            ("ten", "10"),
            theirs(7, run_of("a ") + gone(8, "ten")) + put(9, "10") + theirs(10, run_of(" b")),
        ),
        (run_of("ten"), ("ten", "10"), theirs(7, gone(8, "ten")) + put(9, "10")),
        (run_of("a very b"), (" very", ""), theirs(7, run_of("a") + gone(8, " very") + run_of(" b"))),
        (
            run_of("ten ", BOLD) + run_of("men", BOLD),
            ("ten men", "10"),
            theirs(7, gone(8, "ten ", BOLD)) + put(9, "10", BOLD) + theirs(10, gone(11, "men", BOLD)),
        ),
        (
            run_of("x", BOLD) + run_of("a b"),
            (" b", " 2 b"),
            theirs(7, run_of("x", BOLD) + run_of("a") + gone(8, " b")) + put(9, " 2 b"),
        ),
    ],
)
def test_change_within_an_insertion_parts_it(before, swap, after):
    assert inside(written(word_file(f"<w:p>{theirs(7, before)}</w:p>"), swap)) == after


def test_plain_change_within_an_insertion_leaves_it_whole():
    content = word_file(f"<w:p>{theirs(7, run_of('a ten b'))}</w:p>")

    assert inside(written(content, ("ten", "10"), at=None)) == theirs(7, run_of("a 10 b"))


MOVED = f'<w:moveTo w:id="7" w:author="Kari">{run_of(QUAY)}</w:moveTo>'


@pytest.mark.parametrize("options", [(), ("--no-track-changes",)])
def test_what_others_moved_is_only_shown(run, desk, options):
    content = word_file(f"<w:p>{MOVED}</w:p>")
    (desk / "story.docx").write_bytes(content)

    ran = run("check", "story.docx", "--fix", "--unsafe-fixes", *options, "--format", "json")

    assert [(each["text"], each["fixes"][0]["safety"]) for each in ran.findings] == [
        ("60 miles", "suggestion")
    ]
    assert (desk / "story.docx").read_bytes() == content


def test_diff_shows_the_words(run, desk):
    content = word_file(f"<w:p>{run_of(QUAY)}</w:p>")
    (desk / "story.docx").write_bytes(content)

    ran = run("check", "story.docx", "--diff", "--unsafe-fixes")

    assert ran.out.splitlines()[3:5] == [
        f"-{QUAY}",
        "\\ No newline at end of file",
    ]
    assert "+The quay is 80 kilometers (50 miles) long." in ran.out.splitlines()
    assert (desk / "story.docx").read_bytes() == content
