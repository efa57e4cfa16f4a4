"""Wire formats, whatever stands in the file: places are exact and faults are their own."""

from __future__ import annotations

import contextlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import only
from newslint.plugin import Source, SourceError
from newslint.readers import json_values, xml_events
from newslint.readers.wire import fragments
from newslint.readers.wire.newsml_g2 import NewsmlG2Reader
from newslint.readers.wire.ninjs import NinjsReader
from newslint.readers.wire.nitf import NitfReader
from newslint.readers.wire.wxr import WxrReader

COPY = "“It’s 80 km (60 miles) off,” she said & left. 😀 é\n\n"
WORDS = st.lists(
    st.sampled_from(
        [
            *(
                "80 km ",
                "é",
                "😀",
                "\n",
                "\r\n",
                "  ",
                "\t",
                "a & b",
                "<",
                "“",
                '"',
                "\\",
                "\xa0",
                "_",
                "<p>",
                "</p>",
            )
        ]
    ),
    max_size=12,
).map("".join)
XML_INLINE = st.lists(
    st.sampled_from(
        [
            *(
                "one ",
                "é",
                "😀",
                "\n  ",
                "\r\n",
                "&amp;",
                "&#233;",
                "&nbsp;",
                "<![CDATA[a & <b>]]>",
                "<em>x</em>",
            ),
            *("<sup>2</sup>", "<br/>", "2<frac><numer>1</numer><denom>2</denom></frac>", "<!-- seen -->"),
            *("<p>deep</p>", "<ul><li>\n item </li></ul>", "<note type='npa'>no</note>", " "),
        ]
    ),
    max_size=12,
).map("".join)


def nitf(copy: str) -> str:
    """Return a story in NITF."""
    return f'<!DOCTYPE nitf SYSTEM "x.dtd"><nitf><body><body.content>{copy}</body.content></body></nitf>'


def assert_exact(document):
    """Check that what was copied letter for letter is its source slice, and that blocks lie in order."""
    for segment in document.map.segments:
        if segment.verbatim:
            there = document.source[segment.source : segment.source + segment.length]
            assert document.text[segment.text : segment.text + segment.length] == there
    ends = [0, *(block.span.end for block in document.blocks)]
    assert all(end <= block.span.start for end, block in zip(ends, document.blocks, strict=False))


@given(XML_INLINE)
def test_segments_of_xml_are_slices_of_the_source(lexicon, copy):
    assert_exact(only(NitfReader, Source("a.xml", nitf(copy).encode()), lexicon))


@given(XML_INLINE)
def test_markup_in_a_section_reads_as_markup_in_a_string_does(lexicon, copy):
    markup = f"<p>{copy}</p>".replace("<![CDATA[", "").replace("]]>", "").replace("\r", "")
    item = f'<newsItem guid="1"><inlineData><![CDATA[{markup}]]></inlineData></newsItem>'

    from_xml = only(NewsmlG2Reader, Source("a.xml", item.encode()), lexicon)
    from_json = only(NinjsReader, Source("a.json", json.dumps({"body_html": markup}).encode()), lexicon)

    assert_exact(from_xml)
    assert_exact(from_json)
    assert from_xml.text == from_json.text


@given(WORDS, WORDS, st.booleans())
def test_segments_of_json_are_slices_of_the_source(lexicon, headline, body, escaped):
    content = json.dumps({"headline": headline, "body_text": body}, ensure_ascii=escaped)

    assert_exact(only(NinjsReader, Source("a.json", content.encode()), lexicon))


POSTED = st.lists(
    st.sampled_from(
        [
            *(
                "one ",
                "é",
                "😀",
                "\n",
                "\n\n",
                "\r\n\r\n",
                " \n \n ",
                "&amp;",
                "&nbsp;",
                "<p>",
                "</p>",
                "<em>x</em>",
            ),
            *(
                "[caption id='a']",
                "[/caption]",
                "[gallery]",
                "[sic]",
                "[x y=1]",
                "[",
                "]",
                "<!-- wp:more -->",
            ),
            *("]]]]><![CDATA[>", "<blockquote>", "</blockquote>", "<h1>Head</h1>", "<br/>"),
        ]
    ),
    max_size=14,
).map("".join)


@given(st.lists(POSTED, min_size=1, max_size=3))
def test_segments_of_posts_are_slices_of_the_source_and_of_their_own_item(lexicon, posts):
    items = "".join(
        f"<item><title>T</title><content:encoded><![CDATA[{post}]]></content:encoded></item>"
        for post in posts
    )
    content = f'<rss xmlns:wp="x" xmlns:content="y"><channel>{items}</channel></rss>'.encode()

    found = list(WxrReader().stories(Source("a.xml", content), lexicon))

    assert len(found) == len(posts)
    for document in found:
        assert_exact(document)
        assert all(
            document.extent.start <= segment.source <= document.extent.end
            for segment in document.map.segments
        )


@pytest.mark.parametrize("reader", [NitfReader, NewsmlG2Reader, NinjsReader])
@given(data=st.data())
def test_bent_files_raise_no_error_but_their_own(lexicon, reader, data):
    whole = (
        json.dumps({"headline": COPY, "bodies": [{"value": f"<p>{COPY}</p>"}], "by": None}).encode()
        if reader is NinjsReader
        else nitf("<p>one &amp; é <sup>2</sup><![CDATA[x]]></p>").replace("nitf>", "newsItem>").encode()
    )
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, min(len(whole), start + 4)))
    letters = data.draw(
        st.sampled_from([b"", b"&", b"<", b'"', b"\\", b"\\ud800", b"{", b"]", b"\xff", b"</p>"])
    )

    # A tag that is bent to another may open a second story.
    with contextlib.suppress(SourceError):
        for found in reader().stories(Source("a", whole[:start] + letters + whole[end:]), lexicon):
            if not isinstance(found, SourceError):
                assert_exact(found)


def test_entities_of_entities_are_refused_and_none_is_expanded(lexicon):
    nested = '<!DOCTYPE nitf [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><nitf/>'
    plain = '<!DOCTYPE nitf [<!ENTITY a "ha">]>' + nitf("<p>&a;!</p>").partition(">")[2]
    outside = '<!DOCTYPE nitf [<!ENTITY a SYSTEM "other.txt">]>' + nitf("<p>&a;!</p>").partition(">")[2]

    with pytest.raises(SourceError, match="line 1, column 44: the entity `b` is made of entities"):
        only(NitfReader, Source("a.xml", nested.encode()), lexicon)

    for content in (plain, outside):
        assert only(NitfReader, Source("a.xml", content.encode()), lexicon).text == "\ufffc!"


def test_depth_is_bounded(lexicon, monkeypatch):
    monkeypatch.setattr(xml_events, "MOST_DEPTH", 6)
    monkeypatch.setattr(fragments, "MOST_DEPTH", 6)
    monkeypatch.setattr(json_values, "MOST_DEPTH", 6)
    deep_xml, deep_json = nitf("<b>" * 4 + "x" + "</b>" * 4), '{"headline": ' + "[" * 6 + "]" * 6 + "}"
    deep_body = json.dumps({"body_html": "<p>" + "<b>" * 7})

    with pytest.raises(SourceError, match="column 66: elements are nested deeper than 6"):
        only(NitfReader, Source("a.xml", deep_xml.encode()), lexicon)
    with pytest.raises(SourceError, match="column 19: JSON is nested deeper than 6"):
        only(NinjsReader, Source("a.json", deep_json.encode()), lexicon)
    with pytest.raises(SourceError, match="elements of the body are nested deeper than 6"):
        only(NinjsReader, Source("a.json", deep_body.encode()), lexicon)


def test_json_deeper_than_python_goes_is_refused(lexicon):
    with pytest.raises(SourceError, match="JSON is nested deeper than 200"):
        only(NinjsReader, Source("a.json", b'{"headline": ' + b"[" * 5_000 + b"]" * 5_000 + b"}"), lexicon)


def test_block_within_a_raised_figure_ends_it(lexicon):
    body = "<p>It is 80 km</p> off <sup>the<p>coast</p>2</sup> and</p>"

    story = only(NinjsReader, Source("a.json", json.dumps({"body_html": body}).encode()), lexicon)

    assert story.text == "It is 80 km\n\noff the\n\ncoast\n\n2 and"


def test_tag_with_a_lone_mark_is_a_tag(lexicon):
    body = "<p '>It is 80 km off.</p><p title='it's'>It isn't.</p>"

    story = only(NinjsReader, Source("a.json", json.dumps({"body_html": body}).encode()), lexicon)

    assert story.text == "It is 80 km off.\n\nIt isn't."


def test_picture_alone_makes_a_body_markup(lexicon):
    body = "It is 80 km off.<img src='a.jpg'/>"

    story = only(NinjsReader, Source("a.json", json.dumps({"body_html": body}).encode()), lexicon)

    assert story.text == "It is 80 km off."
