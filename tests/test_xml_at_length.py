"""XML that is not sound, at length: where nothing ends, a fault is told in time that grows with the file."""

from __future__ import annotations

import pytest

from newslint.plugin import Source, SourceError
from newslint.readers.wire.newsml_g2 import NewsmlG2Reader
from newslint.readers.wire.nitf import NitfReader
from newslint.readers.wire.wxr import WxrReader

# By the square, any of these would take minutes.
MANY = 150_000
NITF, WXR, G2 = (
    "<nitf><body><body.content><p>",
    '<rss xmlns:wp="a"><channel><item>',
    "<newsItem><contentMeta>",
)


@pytest.mark.parametrize(
    ("reader", "head", "endless"),
    [
        (NitfReader, NITF, "<!-- "),
        (NitfReader, NITF, "<![CDATA["),
        (NitfReader, NITF, "<?a "),
        (NitfReader, NITF, "<a "),
        (NitfReader, NITF, "<a>b"),
        (NitfReader, NITF, "<a>b</a"),
        (NitfReader, NITF, "<a b='"),
        (NitfReader, NITF, "<a b=\"c' "),
        (NitfReader, NITF, "&"),
        (NitfReader, NITF, "&a "),
        (NitfReader, "<nitf ", "aaaa"),
        (NitfReader, "<nitf ", "a = "),
        (NitfReader, "<nitf><docdata><date.issue ", "a  "),
        (NitfReader, "<!DOCTYPE nitf [", "<!-- "),
        (NitfReader, "<!DOCTYPE nitf [", "<?a "),
        (NitfReader, "<!DOCTYPE nitf [", "<!ENTITY a 'b"),
        (NitfReader, "", "<!-- "),
        (WxrReader, WXR, "<wp:postmeta>"),
        (WxrReader, WXR, "<wp:postmeta></a>"),
        (WxrReader, WXR, "<wp:postmeta><![CDATA["),
        (WxrReader, f"{WXR}<content:encoded><![CDATA[", "<!-- wp:"),
        (WxrReader, f"{WXR}<content:encoded><![CDATA[", "<!-- wp:a --> \n"),
        (WxrReader, f"{WXR}<content:encoded><![CDATA[", "</p> <!-- wp:"),
        (NewsmlG2Reader, G2, "<subject>"),
        (NewsmlG2Reader, G2, "<subject></b>"),
    ],
)
def test_what_nothing_ends_is_a_fault(lexicon, reader, head, endless):
    source = Source("a.xml", (head + endless * MANY).encode())

    with pytest.raises(SourceError, match=r"not well-formed|nested deeper"):
        list(reader().stories(source, lexicon))
