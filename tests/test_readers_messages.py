"""Messages of older wires: IPTC 7901 and ANPA 1312, their blocks, their dates, and what is no copy."""

from __future__ import annotations

import datetime
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import only
from newslint.plugin import Source, SourceError
from newslint.readers.wire.anpa import AnpaReader
from newslint.readers.wire.iptc7901 import Iptc7901Reader

IPTC = (
    "\x01pps0123 4 i 350  pps-tns 0908\r\n\r\nPortugal/weather/\r\n"
    "\x02Harbour wall in Peniche gives way\r\nBy Ana Berg, The Peniche Post =\r\n\r\n"
    "Peniche (pps) - The old wall fell on Monday, the council said, and the\r\n"
    "sea came in.\r\n\r\n"
    "   The road is 80 kilometers (60\r\nmiles) long.\r\n   Schools stay shut.\r\n\r\n"
    "# Notebook\r\n\r\n## Note to editors\r\n- adds mayor\r\n\r\npps ab tl\r\n\r\n"
    "101259 GMT Mar 26\r\n\x03\r\n"
)
ANPA = (
    "\x16\x16\x01w2870\x1fpeniche\r\nf l\x13\x11BC-PT--Harbour-Wall     03-10 0049\r\n"
    "\x02^BC-PT--Harbour Wall,49<\r\n^Harbour wall in Peniche gives way <\r\n^AP Photo XPN101, XPN102<\r\n"
    "^Eds: With AP Photos.<\r\n^By ANA BERG=\r\n^Peniche Post=\r\n"
    "\t   PENICHE, Portugal (PP) _ The old wall fell on Monday, the council said.\r\n \r\n"
    "\t   The road is 80 kilometers\x10(60 miles) long,\r\nthe mayor said.\r\n\b   Homes  40\r\n"
    "\t   ``We heard it,'' she said.\r\n\r\n\x03PP-WF-03-10-26 1509GMT<\r\n\x04\r\n"
)


def parts(document) -> list[tuple[str, str]]:
    """Return the kind and the words of each block."""
    return [(block.kind.value, block.span.cut(document.text)) for block in document.blocks]


def left_out(document) -> list[tuple[str, str]]:
    """Return what was left out and why."""
    return [(each.span.cut(document.source).strip(), each.why) for each in document.left_out]


def test_iptc_7901_gives_headline_byline_and_joined_paragraphs(lexicon):
    document = only(Iptc7901Reader, Source("a", IPTC.encode()), lexicon)

    assert parts(document) == [
        ("headline", "Harbour wall in Peniche gives way"),
        ("byline", "By Ana Berg, The Peniche Post"),
        ("paragraph", "Peniche (pps) - The old wall fell on Monday, the council said, and the\nsea came in."),
        ("paragraph", "The road is 80 kilometers (60\nmiles) long."),
        ("paragraph", "Schools stay shut."),
    ]
    assert document.meta.date == datetime.date(2026, 3, 10)
    assert document.meta.keywords == ("Portugal", "weather")
    assert [why for _, why in left_out(document)] == ["header", "notes"]


@pytest.mark.parametrize("note", ["# Notebook", "# pps NOTE", "## Note to editors", "# dpa Notes"])
def test_notes_to_the_desk_are_no_copy(lexicon, note):
    copy = f"\x01pps0123 4 i 35\r\n\x02Wall gives way\r\n\r\nThe wall fell.\r\n\r\n{note}\r\nCall us.\r\n\x03"

    document = only(Iptc7901Reader, Source("a", copy.encode()), lexicon)

    assert parts(document) == [("headline", "Wall gives way"), ("paragraph", "The wall fell.")]


def test_headline_of_one_line_needs_no_sign(lexicon):
    copy = "\x01pps0123 4 i 35\r\n\x02Wall gives way\r\n\r\nThe wall fell.\r\n\x03"

    document = only(Iptc7901Reader, Source("a", copy.encode()), lexicon)

    assert parts(document) == [("headline", "Wall gives way"), ("paragraph", "The wall fell.")]
    assert document.meta.date is None


def test_anpa_gives_headline_byline_and_paragraphs(lexicon):
    document = only(AnpaReader, Source("a", ANPA.encode()), lexicon)

    assert parts(document) == [
        ("headline", "Harbour wall in Peniche gives way"),
        ("byline", "By ANA BERG"),
        ("byline", "Peniche Post"),
        ("paragraph", "PENICHE, Portugal (PP) _ The old wall fell on Monday, the council said."),
        ("paragraph", "The road is 80 kilometers (60 miles) long,\nthe mayor said."),
        ("paragraph", "``We heard it,'' she said."),
    ]
    assert document.meta.date == datetime.date(2026, 3, 10)
    assert document.meta.slug == "BC-PT--Harbour Wall"
    assert [why for _, why in left_out(document)] == [
        "header",
        "note to the desk",
        "note to the desk",
        "note to the desk",
        "table",
        "trailer",
    ]


@pytest.mark.parametrize(
    ("name", "copy", "kind"),
    [
        ("a.7901", IPTC, "iptc7901"),
        ("a.anpa", ANPA, "anpa"),
        ("b.tst", ANPA, "anpa"),
        ("c.txt", IPTC, "iptc7901"),
        ("story", IPTC, "iptc7901"),
    ],
)
def test_messages_are_told_by_their_bytes_and_fixed(run, desk, name, copy, kind):
    (desk / name).write_bytes(copy.encode())

    ran = run(name, "--format", "json", "--select", "units.wrong-conversion")
    run(name, "--fix", "--unsafe-fixes", "--select", "units.wrong-conversion")

    assert [file["format"] for file in json.loads(ran.out)["files"]] == [kind]
    (finding,) = ran.findings
    assert copy[finding["start"]["offset"] : finding["end"]["offset"]] == finding["text"]
    if kind == "anpa":
        assert (desk / name).read_bytes() == copy.replace("60 miles", "50 miles").encode()


def test_letters_of_eight_bits_are_read_and_written_back(run, desk):
    copy = ANPA.replace("the council", "the café").encode("cp1252")
    (desk / "a.anpa").write_bytes(copy)

    ran = run("a.anpa", "--fix", "--unsafe-fixes", "--select", "units.wrong-conversion")

    assert ran.said.endswith("newslint: fixed a.anpa.\n")
    assert (desk / "a.anpa").read_bytes() == copy.replace(b"60 miles", b"50 miles")


def test_every_message_of_a_file_is_a_story_and_a_broken_one_costs_itself(lexicon):
    copy = (
        IPTC + "\x01pps0124 4 i 35\r\nno text\r\n" + IPTC.replace("0123", "0125").replace("101259", "111259")
    )

    found = list(Iptc7901Reader().stories(Source("a", copy.encode()), lexicon))

    assert [each.path for each in found] == ["a#pps0123", "a#pps0124", "a#pps0125"]
    assert str(found[1]) == "a#pps0124: message without a text; expected STX before it."
    assert isinstance(found[1], SourceError)
    assert found[2].meta.date == datetime.date(2026, 3, 11)


@pytest.mark.parametrize("reader", [Iptc7901Reader, AnpaReader])
@given(data=st.data())
def test_bent_messages_raise_no_error_but_their_own(lexicon, reader, data):
    whole = (IPTC if reader is Iptc7901Reader else ANPA).encode()
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, min(len(whole), start + 40)))
    bent = (
        whole[:start]
        + data.draw(st.sampled_from([b"", b"\x01", b"\x02", b"\x03", b"=\r", b"\t^<", b"\xe9"]))
        + whole[end:]
    )

    try:
        found = list(reader().stories(Source("a", bent), lexicon))
    except SourceError:
        return

    for document in found:
        if isinstance(document, SourceError):
            continue
        assert document.map.fits(document.text, document.source)
        for segment in document.map.segments:
            if segment.verbatim:
                text = document.text[segment.text : segment.text + segment.length]
                assert document.source[segment.source : segment.source + segment.length] == text
