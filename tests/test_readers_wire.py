"""Wire formats: NITF, NewsML-G2, NewsML 1 and ninjs, their blocks, their dates, and what is no story."""

from __future__ import annotations

import datetime
import json

import pytest

from conftest import only
from newslint.plugin import Document, Source, SourceError
from newslint.readers.wire.newsml_1 import Newsml1Reader
from newslint.readers.wire.newsml_g2 import NewsmlG2Reader
from newslint.readers.wire.ninjs import NinjsReader
from newslint.readers.wire.nitf import NitfReader

READERS = {
    "nitf": NitfReader,
    "newsml-g2": NewsmlG2Reader,
    "newsml-1": Newsml1Reader,
    "ninjs": NinjsReader,
}
NITF = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "nitf-3-6.dtd">
<nitf xml:lang="en-GB">
  <head>
    <title>Not the headline</title>
    <docdata><date.issue norm="20260310T191500Z"/></docdata>
  </head>
  <body>
    <body.head>
      <hedline><hl1>Harbour wall gives way</hl1><hl2>Forty homes are empty</hl2></hedline>
      <byline>By <person>Ana Berg</person><byttl>Coast reporter</byttl></byline>
      <distributor>Desk Wire</distributor>
      <dateline><location><city>Peniche</city>, Portugal</location></dateline>
    </body.head>
    <body.content>
      <media media-type="image">
        <media-reference source="wall.jpg">wall.jpg</media-reference>
        <media-caption>The wall at dawn.</media-caption>
        <media-producer>A. Berg</media-producer>
      </media>
      <p lede="true">The <em>old</em> wall fell
        on Monday, the council said &amp; the sea
        came in.</p>
      <hl2>No warning</hl2>
      <block><p>It is <num>2<frac><numer>1</numer><denom>2</denom></frac></num> miles&nbsp;long.</p></block>
      <ul><li>Schools stay shut.</li></ul>
      <table><tr><td>Homes</td><td>40</td></tr></table>
      <note type="npa"><p>Editors: a picture follows.</p></note>
    </body.content>
    <body.end><tagline>Maria Silva contributed.</tagline></body.end>
  </body>
</nitf>
"""
G2 = """\
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:desk:1" xml:lang="en">
  <itemMeta>
    <versionCreated>2026-03-11T08:00:00Z</versionCreated>
    <edNote><p>Not for print.</p></edNote>
  </itemMeta>
  <contentMeta>
    <contentCreated>2026-03</contentCreated>
    <subject qcode="subj:1"><name>Floods</name></subject>
    <slugline>WALL-FALLS</slugline>
    <headline>Harbour wall gives way</headline>
    <headline role="sub">Forty homes are empty</headline>
    <by>By Ana Berg</by>
    <dateline>Peniche, Portugal</dateline>
  </contentMeta>
  <contentSet>{body}</contentSet>
</newsItem>
"""
NITF_BODY = (
    "<inlineXML><nitf><body><body.head><hedline><hl1>Harbour wall gives way</hl1></hedline></body.head>"
    "<body.content><p>The wall fell.</p></body.content></body></nitf></inlineXML>"
)
XHTML_BODY = (
    '<inlineXML><x:html xmlns:x="http://www.w3.org/1999/xhtml"><x:head><x:title>No copy</x:title></x:head>'
    "<x:body><x:p>The wall fell.</x:p></x:body></x:html></inlineXML>"
)
HEAD = [
    ("headline", "Harbour wall gives way"),
    ("standfirst", "Forty homes are empty"),
    ("byline", "By Ana Berg"),
    ("dateline", "Peniche, Portugal"),
]


@pytest.fixture
def read(lexicon):
    """Return a function that reads a story in a format."""

    def story(kind: str, copy: str | bytes) -> Document:
        content = copy if isinstance(copy, bytes) else copy.encode()
        return only(READERS[kind], Source("story", content), lexicon)

    return story


def blocks(document: Document) -> list[tuple[str, str]]:
    """Return the kind and the words of each block."""
    return [(block.kind.value, block.span.cut(document.text)) for block in document.blocks]


def paragraph(copy: str) -> str:
    """Return a story in NITF of one paragraph."""
    return f"<nitf><body><body.content><p>{copy}</p></body.content></body></nitf>"


def test_nitf_gives_its_blocks_and_leaves_out_what_is_no_copy(read):
    assert blocks(read("nitf", NITF)) == [
        ("headline", "Harbour wall gives way"),
        ("standfirst", "Forty homes are empty"),
        ("byline", "By Ana Berg"),
        ("byline", "Coast reporter"),
        ("dateline", "Peniche, Portugal"),
        ("caption", "The wall at dawn."),
        ("credit", "A. Berg"),
        ("paragraph", "The old wall fell\non Monday, the council said & the sea\ncame in."),
        ("subhead", "No warning"),
        ("paragraph", "It is 2 1/2 miles\xa0long."),
        ("list-item", "Schools stay shut."),
        ("table-cell", "Homes"),
        ("table-cell", "40"),
        ("paragraph", "Maria Silva contributed."),
    ]


def test_nitf_gives_date_title_and_language(read):
    meta = read("nitf", NITF).meta

    assert (meta.date, meta.title, meta.language) == (
        datetime.date(2026, 3, 10),
        "Harbour wall gives way",
        "en-GB",
    )


@pytest.mark.parametrize(
    ("norm", "date"),
    [
        ("20260310T093000-0500", datetime.date(2026, 3, 10)),
        ("20260310000000-0500", datetime.date(2026, 3, 10)),
        ("2026-03-10T09:30:00Z", datetime.date(2026, 3, 10)),
        ("20260310", datetime.date(2026, 3, 10)),
        ("last Tuesday", None),
        ("20261310", None),
        ("2026", None),
        ("202603101", None),
    ],
)
def test_date_that_the_standards_do_not_write_is_none(read, norm, date):
    story = f'<nitf><head><docdata><date.issue norm="{norm}"/></docdata></head></nitf>'

    assert read("nitf", story).meta.date == date


@pytest.mark.parametrize(
    ("written", "copy"),
    [
        ("80<sup>2</sup> kilometers", "80² kilometers"),
        ("the 19<sup>th</sup> boat", "the 19th boat"),
        ("CO<sub>2</sub>", "CO2"),
        ("<frac><numer>1</numer><frac-sep>/</frac-sep><denom>2</denom></frac> mile", "1/2 mile"),
        ("<money unit='USD'>$5</money> on <chron norm='20260310'>Tuesday</chron>", "$5 on Tuesday"),
        ("one<br/>two", "one\ntwo"),
        ("5 &lt; 6 &#38; 7", "5 < 6 & 7"),
        ("a<![CDATA[ & b]]>", "a & b"),
        ("80&nosuch;km", "80\ufffckm"),
    ],
)
def test_marks_within_a_line_keep_figures_apart(read, written, copy):
    document = read("nitf", f'<!DOCTYPE nitf SYSTEM "nitf.dtd">{paragraph(written)}')

    assert document.text == copy


@pytest.mark.parametrize("body", [NITF_BODY, XHTML_BODY])
def test_newsml_g2_reads_what_stands_within_it(read, body):
    assert blocks(read("newsml-g2", G2.format(body=body))) == [*HEAD, ("paragraph", "The wall fell.")]


@pytest.mark.parametrize(
    "body",
    [
        "<inlineData>The wall fell on Monday.\n\nIt was old.</inlineData>",
        "<inlineData><![CDATA[<p>The wall fell on Monday.</p><p>It was old.</p>]]></inlineData>",
        "<inlineData>&lt;p&gt;The wall fell on Monday.&lt;p&gt;It was old.</inlineData>",
    ],
)
def test_newsml_g2_reads_plain_copy_and_markup_in_sections(read, body):
    assert blocks(read("newsml-g2", G2.format(body=body)))[len(HEAD) :] == [
        ("paragraph", "The wall fell on Monday."),
        ("paragraph", "It was old."),
    ]


def test_newsml_g2_takes_the_first_date_that_can_be_read(read):
    meta = read("newsml-g2", G2.format(body="")).meta

    assert (meta.date, meta.language) == (datetime.date(2026, 3, 11), "en")


def test_newsml_g2_leaves_out_what_is_encoded(read):
    body = '<inlineData encoding="enc:base64">VGhlIHdhbGwgZmVsbC4=</inlineData>'

    assert blocks(read("newsml-g2", G2.format(body=body))) == HEAD


def test_pictures_beside_a_story_are_no_copy_of_it(read):
    story = G2.format(body="<inlineData>The wall fell.</inlineData>")
    picture = story.replace("inlineData", "remoteContent").replace("Harbour", "Picture of harbour")

    for items in (picture + story, story + picture):
        document = read("newsml-g2", f"<newsMessage><itemSet>{items}</itemSet></newsMessage>")

        assert blocks(document) == [*HEAD, ("paragraph", "The wall fell.")]


def test_newsml_1_is_read_in_the_encoding_that_it_declares(read):
    story = (
        '<?xml version="1.0" encoding="iso-8859-1"?><NewsML><NewsItem><Identification><NewsIdentifier>'
        "<NewsItemId>1</NewsItemId></NewsIdentifier></Identification><NewsManagement>"
        "<ThisRevisionCreated>20260310T125902Z</ThisRevisionCreated></NewsManagement><NewsComponent>"
        "<NewsLines><HeadLine>Le mur cède</HeadLine><SlugLine>mur</SlugLine></NewsLines>"
        '<DescriptiveMetadata><Language FormalName="fr"/></DescriptiveMetadata><ContentItem><DataContent>'
        "<p>La mer est entrée.</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>"
    )

    document = read("newsml-1", story.encode("latin-1"))

    assert blocks(document) == [("headline", "Le mur cède"), ("paragraph", "La mer est entrée.")]
    assert (document.meta.date, document.meta.language) == (datetime.date(2026, 3, 10), "fr")


LINES = {
    "1.6": {
        "versioncreated": "2026-03-10T09:00:00Z",
        "headline_main": "Harbour wall gives way",
        "description_text": "Forty homes are empty",
        "byline": "By Ana Berg",
        "body_main": "The wall fell. It was old.",
        "body_richtext": "<p>The wall fell.</p> <p>It was &#8216;old&#8217;.</p>",
        "associations": {"main": {"type": "picture", "description_text": "The wall at dawn."}},
    },
    "2.2": {
        "versioncreated": "2026-03-10T09:00:00Z",
        "bodies": [
            {"role": "main", "contenttype": "text/plain", "value": "The wall fell. It was old."},
            {"role": "rich", "contenttype": "body_xhtml", "value": "<p>The wall fell.<p>It was ‘old’."},
        ],
        "by": "By Ana Berg",
        "descriptions": [{"role": "main", "value": "Forty homes are empty"}],
        "headlines": [
            {"role": "short", "value": "Wall"},
            {"role": "main", "value": "Harbour wall gives way"},
        ],
        "associations": [{"type": "picture", "descriptions": [{"value": "The wall at dawn."}]}],
    },
    "3.1": {
        "versionCreated": "2026-03-10T09:00:00Z",
        "headlines": [{"value": "Harbour wall gives way"}],
        "descriptions": [{"contentType": "text/plain", "value": "Forty homes are empty"}],
        "by": "By Ana Berg",
        "bodies": [
            {
                "contentType": "text/vnd.IPTC.NITF",
                "value": "<body.content><p>The wall fell.</p><p>It was ‘old’.</p></body.content>",
            }
        ],
        "associations": [
            {"type": "text", "descriptions": [{"value": "Another story."}]},
            {"type": "picture", "descriptions": [{"value": "The wall at dawn."}]},
        ],
    },
    "Superdesk": {
        "guid": "tag:desk:1",
        "versioncreated": "2026-03-10T09:00:00+0000",
        "associations": {
            "featuremedia": {"type": "picture", "description_text": "The wall at dawn.", "headline": "Wall"}
        },
        "body_html": '<p class="lead">The wall fell.<br/></p>\n<p>It was ‘old’.</p><script>var p</script>',
        "description_html": "<p>Forty homes are empty</p>",
        "byline": "By Ana Berg",
        "headline": "Harbour wall gives way",
        "extra": {"body_html": "<p>Not this.</p>"},
    },
}


@pytest.mark.parametrize("escaped", [True, False])
@pytest.mark.parametrize("line", LINES)
def test_every_line_of_ninjs_gives_the_same_story(read, line, escaped):
    document = read("ninjs", json.dumps(LINES[line], ensure_ascii=escaped))

    assert document.meta.date == datetime.date(2026, 3, 10)
    assert blocks(document) == [
        ("headline", "Harbour wall gives way"),
        ("standfirst", "Forty homes are empty"),
        ("byline", "By Ana Berg"),
        ("paragraph", "The wall fell."),
        ("paragraph", "It was ‘old’."),
        ("caption", "The wall at dawn."),
    ]


def test_plain_body_of_ninjs_is_told_by_its_lines(read):
    story = {"headline": "Wall falls", "body_text": "The wall fell on Monday.\n\nIt was old, they said.\n"}

    assert blocks(read("ninjs", json.dumps(story)))[1:] == [
        ("paragraph", "The wall fell on Monday."),
        ("paragraph", "It was old, they said."),
    ]


def test_end_tag_that_names_nothing_is_a_comment(read):
    story = {
        "headline": "Wall falls",
        "body_html": "<p>It fell.</p></\nIt was old > </ 5 ></>\n<p>It </1 > rained.</p>",
    }

    assert blocks(read("ninjs", json.dumps(story)))[1:] == [
        ("paragraph", "It fell."),
        ("paragraph", "It  rained."),
    ]


def test_marks_within_the_lines_of_a_plain_body_are_no_copy(read):
    story = {
        "headline": "<em>Wall</em> at A&amp;B falls",
        "body_text": "The <a href='x'>old</a> wall fell on Monday.\n\n<b>It</b> was 5 < 6 m, they said.\n",
    }

    assert blocks(read("ninjs", json.dumps(story))) == [
        ("headline", "Wall at A&B falls"),
        ("paragraph", "The old wall fell on Monday."),
        ("paragraph", "It was 5 < 6 m, they said."),
    ]


@pytest.mark.parametrize(
    ("copy", "reader"),
    [
        (NITF, "nitf"),
        ("<!-- sent --><?desk x?><n:nitf xmlns:n='urn:n'/>", "nitf"),
        (G2, "newsml-g2"),
        ("<newsMessage/>", "newsml-g2"),
        ('<!DOCTYPE NewsML [<!ENTITY co "Acme">]><NewsML/>', "newsml-1"),
        ('{"versioncreated": "2026", "headline": "Wall"}', "ninjs"),
        ('{"pubStatus": "usable", "bodies": []}', "ninjs"),
        ('{"headlines": [], "standard": {"version": "3.0", "name": "ninjs"}}', "ninjs"),
        ('{"headlines": [], "standard": {"name": "desk"}}', None),
        ('{"name": "desk", "description": "tools", "version": "1.0.0"}', None),
        ('{"@type": "NewsArticle", "headline": "Wall", "url": "x"}', None),
        ('[{"versioncreated": "2026", "headline": "Wall"}]', "ninjs"),
        ("<rss><channel/></rss>", None),
        ("", None),
    ],
)
def test_readers_claim_their_files_by_the_bytes(copy, reader):
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        claimed = [name for name, each in READERS.items() if each.claims(copy.encode(encoding))]

        assert claimed == ([reader] if reader else [])


@pytest.mark.parametrize(
    ("kind", "copy", "fault"),
    [
        (
            "nitf",
            paragraph("\nThe R&D costs"),
            "line 2, column 6: XML is not well-formed: invalid token at “&D”; a bare & is written `&amp;`.",
        ),
        ("nitf", "<nitf><p>é</q></nitf>", "line 1, column 13: XML is not well-formed: mismatched tag."),
        ("nitf", paragraph("80&nbsp;km"), "line 1, column 32: XML is not well-formed: undefined entity."),
        ("nitf", "", "line 1, column 1: XML is not well-formed: no element found."),
        ("ninjs", '{"headline": "Wall",\n }', "line 2, column 2: no JSON: "),
        ("ninjs", '"Wall"', "JSON holds no story; expected an object with a headline or a body."),
    ],
)
def test_what_cannot_be_read_says_where_and_why(read, kind, copy, fault):
    with pytest.raises(SourceError) as raised:
        read(kind, copy)

    assert str(raised.value).startswith(f"story: {fault}")


@pytest.mark.parametrize(
    ("kind", "copy", "expected"),
    [
        (
            "nitf",
            '<nitf><head><docdata><key-list><keyword key="wall"/><keyword key="sea"/></key-list>'
            '<du-key key="WALL-FALLS"/></docdata><pubdata position.section="Coast"/></head>'
            "<body><body.content><p>It fell.</p></body.content></body></nitf>",
            ("Coast", "WALL-FALLS", ("wall", "sea")),
        ),
        (
            "newsml-g2",
            "<newsItem><contentMeta><slugline>WALL-FALLS</slugline><keyword>wall</keyword><keyword>sea</keyword>"
            "</contentMeta><contentSet><inlineData>It fell.</inlineData></contentSet></newsItem>",
            ("", "WALL-FALLS", ("wall", "sea")),
        ),
        (
            "newsml-1",
            "<NewsML><NewsItem><NewsLines><SlugLine>WALL-FALLS</SlugLine><KeywordLine>wall</KeywordLine></NewsLines>"
            "<DataContent>It fell.</DataContent></NewsItem></NewsML>",
            ("", "WALL-FALLS", ("wall",)),
        ),
        (
            "ninjs",
            json.dumps(
                {
                    "slugline": "WALL-FALLS",
                    "keywords": ["wall", "sea", None],
                    "service": [{"name": "Coast", "code": "c"}],
                    "body_text": "It fell.",
                }
            ),
            ("Coast", "WALL-FALLS", ("wall", "sea")),
        ),
    ],
)
def test_section_slug_and_keywords_are_known_and_no_copy(read, kind, copy, expected):
    document = read(kind, copy)

    assert document.text == "It fell."
    assert (document.meta.section, document.meta.slug, document.meta.keywords) == expected
