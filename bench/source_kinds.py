"""Sources for `reading.py`: files as agencies, sites and word processors write them, from one seed."""

from __future__ import annotations

import json
import random
import zlib
from collections.abc import Callable
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from growth_copy import PLAIN, SEED, person, surname

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OPEN = "urn:oasis:names:tc:opendocument:xmlns:"
PARAGRAPHS = 14
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def paragraph(chance: random.Random) -> str:
    """Write a paragraph of news; one in three holds a letter that markup writes otherwise."""
    office = chance.choice(("R&D", "press", "harbour"))
    who = f"{person(chance)}, who leads the {office} office in {surname(chance)}"
    return " ".join((*chance.sample(PLAIN, 2), f"“{chance.choice(PLAIN)[:-1]},” said {who}."))


def story(chance: random.Random) -> list[str]:
    """Write the paragraphs of a story, the first its headline."""
    return [f"Council closes {surname(chance)} bridge", *(paragraph(chance) for _ in range(PARAGRAPHS))]


def linked(words: list[str], number: int) -> list[str]:
    """Set a link and an emphasis into each third paragraph, and escape all."""
    link = f' <a href="https://arden.example/{number}">More</a> <em>here</em>.'
    return [escape(each) + (link if not place % 3 else "") for place, each in enumerate(words)]


def nitf_body(story: list[str]) -> str:
    """Write the body of a story in NITF."""
    head, *body = map(escape, story)
    paragraphs = "".join(f"<p>{words}</p>\n" for words in body)
    return (
        f"<body><body.head><hedline><hl1>{head}</hl1></hedline><byline>By Ana Berg</byline>"
        f"<dateline><location>ARDEN</location></dateline></body.head><body.content>{paragraphs}</body.content>"
        "<body.end/></body>"
    )


def nitf(chance: random.Random, size: int) -> str:
    """Write one long story: more than one does not stand in a file."""
    words = story(chance)
    while sum(map(len, words)) < size:
        words += story(chance)
    meta = "".join(f'<meta name="anpa-{name}" content="x"/>' for name in ("sequence", "category", "service"))
    return (
        f'{HEAD}<nitf><head><title>Bridge</title>{meta}<docdata><date.issue norm="20260310T093000Z"/>'
        f"</docdata></head>{nitf_body(words)}</nitf>"
    )


def g2_item(chance: random.Random, number: int) -> str:
    """Write a news item of NewsML-G2."""
    words = story(chance)
    subjects = "".join(
        f'<subject type="cpnat:abstract" qcode="medtop:{chance.randrange(10**7)}"><name xml:lang="en">'
        f"{surname(chance)}</name></subject>\n"
        for _ in range(4)
    )
    return (
        f'<newsItem guid="tag:arden,2026:{number}" version="1" standard="NewsML-G2" xml:lang="en">\n'
        "<itemMeta><itemClass qcode='ninat:text'/><provider qcode='nprov:ARD'/>"
        "<versionCreated>2026-03-10T09:30:00Z</versionCreated></itemMeta>\n"
        f"<contentMeta><urgency>5</urgency>{subjects}<headline>{escape(words[0])}</headline></contentMeta>\n"
        '<contentSet><inlineXML contenttype="application/nitf+xml"><nitf xmlns="http://iptc.org/std/NITF/'
        f'2006-10-18/">{nitf_body(words)}</nitf></inlineXML></contentSet>\n</newsItem>\n'
    )


def newsml_g2(chance: random.Random, size: int) -> str:
    """Write a message of items."""
    items = _up_to(size, lambda number: g2_item(chance, number))
    return f'{HEAD}<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>{items}</itemSet></newsMessage>'


def newsml_1(chance: random.Random, size: int) -> str:
    """Write a package of items of NewsML 1."""

    def item(number: int) -> str:
        head, *body = map(escape, story(chance))
        paragraphs = "".join(f"<p>{words}</p>\n" for words in body)
        return (
            f"<NewsItem><Identification><NewsIdentifier><ProviderId>arden</ProviderId><DateId>20260310</DateId>"
            f"<NewsItemId>n{number}</NewsItemId></NewsIdentifier></Identification><NewsManagement>"
            "<NewsItemType FormalName='News'/><ThisRevisionCreated>20260310T093000Z</ThisRevisionCreated>"
            f"</NewsManagement><NewsComponent><NewsLines><HeadLine>{head}</HeadLine></NewsLines>"
            "<ContentItem><MediaType FormalName='Text'/><Format FormalName='NITF'/><DataContent>"
            f"{paragraphs}</DataContent></ContentItem></NewsComponent></NewsItem>\n"
        )

    return f"{HEAD}<NewsML Version='1.2'>{_up_to(size, item)}</NewsML>"


def post(chance: random.Random, number: int) -> str:
    """Write a post as WordPress exports it."""
    head, *body = story(chance)
    blocks = "".join(
        f"<!-- wp:paragraph -->\n<p>{words}</p>\n<!-- /wp:paragraph -->\n\n" for words in linked(body, number)
    )
    meta = "".join(
        f"<wp:postmeta>\n<wp:meta_key><![CDATA[_edit_{key}]]></wp:meta_key>\n"
        f"<wp:meta_value><![CDATA[{chance.randrange(10**6)}]]></wp:meta_value>\n</wp:postmeta>\n"
        for key in range(3)
    )
    return (
        f"<item>\n<title><![CDATA[{escape(head)}]]></title>\n<link>https://arden.example/{number}/</link>\n"
        "<pubDate>Tue, 10 Mar 2026 09:30:00 +0000</pubDate>\n<dc:creator><![CDATA[ana]]></dc:creator>\n"
        f'<guid isPermaLink="false">https://arden.example/?p={number}</guid>\n<description></description>\n'
        f"<content:encoded><![CDATA[{blocks}]]></content:encoded>\n<excerpt:encoded><![CDATA[]]></excerpt:encoded>\n"
        f"<wp:post_id>{number}</wp:post_id>\n<wp:post_date><![CDATA[2026-03-10 09:30:00]]></wp:post_date>\n"
        "<wp:post_date_gmt><![CDATA[2026-03-10 09:30:00]]></wp:post_date_gmt>\n"
        f"<wp:post_name><![CDATA[bridge-{number}]]></wp:post_name>\n<wp:status><![CDATA[publish]]></wp:status>\n"
        "<wp:post_type><![CDATA[post]]></wp:post_type>\n"
        f'<category domain="category" nicename="news"><![CDATA[News]]></category>\n{meta}</item>\n'
    )


def wxr(chance: random.Random, size: int) -> str:
    """Write an export of posts."""
    items = _up_to(size, lambda number: post(chance, number))
    spaces = " ".join(
        f'xmlns:{name}="http://{place}"'
        for name, place in (
            ("excerpt", "wordpress.org/export/1.2/excerpt/"),
            ("content", "purl.org/rss/1.0/modules/content/"),
            ("dc", "purl.org/dc/elements/1.1/"),
            ("wp", "wordpress.org/export/1.2/"),
        )
    )
    channel = f"<channel>\n<language>en-US</language>\n{items}</channel>"
    return f'{HEAD}<rss version="2.0" {spaces}>\n{channel}\n</rss>\n'


def ninjs(chance: random.Random, size: int) -> str:
    """Write stories of ninjs, one a line."""

    def item(number: int) -> str:
        head, *body = story(chance)
        markup = "".join(f"<p>{escape(words)}</p>\n" for words in body)
        found = {"uri": f"urn:arden:{number}", "type": "text", "language": "en", "headline": head}
        return json.dumps({**found, "versioncreated": "2026-03-10T09:30:00Z", "body_html": markup})

    return "[" + ",\n".join(_up_to(size, item, parts=True)) + "]"


def html(chance: random.Random, size: int) -> str:
    """Write a page with the furniture of a site."""
    body = _up_to(size, lambda number: _section(chance, number))
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><title>Bridge</title><script>var a = 1;</script></head><body>'
        f"<nav><a href='/'>Home</a></nav><article><h1>Bridge</h1>{body}</article>"
        "<footer>© Arden</footer></body></html>"
    )


def _section(chance: random.Random, number: int) -> str:
    head, *body = story(chance)
    paragraphs = "".join(f"<p>{words}</p>\n" for words in linked(body, number))
    return f"<h2>{escape(head)}</h2>\n{paragraphs}"


def markdown(chance: random.Random, size: int) -> str:
    """Write stories as plain as most writers do."""
    return _up_to(size, lambda number: "\n\n".join(["", f"## {(words := story(chance))[0]}", *words[1:]]))


def marked(chance: random.Random, size: int) -> str:
    """Write Markdown heavy with marks: links, emphasis, tags, escapes, lists and tables."""

    def section(number: int) -> str:
        head, *body = story(chance)
        rest = ("[More](a.html) and *here*.", '80^1^ {{< ref "a" >}} \\*not\\* `code`.', "**There**, *here*.")
        lines = [f"{words} {rest[place % 3]}" for place, words in enumerate(body)]
        listed = "\n".join(f"- *{surname(chance)}* — {PLAIN[0]}" for _ in range(4))
        table = "| Who | Won |\n|---|---|\n" + "\n".join(f"| {person(chance)} | {number} |" for _ in range(4))
        return "\n\n".join(["", f"## {head}", *lines, listed, table, f"> {body[0]}"])

    return _up_to(size, section)


def docx(chance: random.Random, size: int) -> bytes:
    """Zip a Word file as Word writes it: a run a format, and one for each time of typing."""
    run = (
        '<w:r w:rsidRPr="00A17E2B"><w:rPr><w:sz w:val="24"/></w:rPr><w:t xml:space="preserve">{}</w:t></w:r>'
    )
    rest = '<w:proofErr w:type="spellStart"/><w:r><w:t>{}</w:t></w:r><w:proofErr w:type="spellEnd"/>'

    def one(_: int) -> str:
        words = escape(paragraph(chance)).split(" ")
        cut = [" ".join(words[at : at + 9]) + " " for at in range(0, len(words), 9)]
        runs = "".join((run if at % 2 else rest).format(part) for at, part in enumerate(cut))
        spacing = '<w:pPr><w:spacing w:after="120"/></w:pPr>'
        return f'<w:p w:rsidR="00A17E2B" w:rsidRDefault="00A17E2B">{spacing}{runs}</w:p>'

    body = f'{HEAD}<w:document xmlns:w="{WORD}"><w:body>{_up_to(size, one)}</w:body></w:document>'
    return _zipped({"word/document.xml": body})


def odt(chance: random.Random, size: int) -> bytes:
    """Zip a Writer file."""

    def one(_: int) -> str:
        first, second, *rest = escape(paragraph(chance)).split(" ")
        words = " ".join(rest)
        return (
            f'<text:p text:style-name="P1">{first} <text:span text:style-name="T1">{second}</text:span>'
            f" {words}<text:s/></text:p>"
        )

    spaces = " ".join(f'xmlns:{name}="{OPEN}{name}:1.0"' for name in ("office", "text", "style", "table"))
    body = f"<office:body><office:text>{_up_to(size, one)}</office:text></office:body>"
    return _zipped(
        {"content.xml": f"{HEAD}<office:document-content {spaces}>{body}</office:document-content>"}
    )


KINDS: dict[str, tuple[str, Callable[[random.Random, int], str | bytes]]] = {
    "nitf": ("nitf", nitf),
    "newsml-g2": ("newsml-g2", newsml_g2),
    "newsml-1": ("newsml-1", newsml_1),
    "wxr": ("wxr", wxr),
    "docx": ("docx", docx),
    "odt": ("odt", odt),
    "ninjs": ("ninjs", ninjs),
    "html": ("html", html),
    "markdown": ("markdown", markdown),
    "marked": ("markdown", marked),
}


def source(name: str, size: int) -> tuple[str, bytes]:
    """Return the reader of a kind, and a file of it of about a size, always the same."""
    reader, made = KINDS[name]
    content = made(random.Random(SEED + zlib.crc32(name.encode())), size)
    return reader, content if isinstance(content, bytes) else content.encode()


def weight(content: bytes) -> int:
    """Return the size of a file, of a zipped one that of its largest part."""
    if not content.startswith(b"PK"):
        return len(content)
    with ZipFile(BytesIO(content)) as archive:
        return max(each.file_size for each in archive.infolist())


def _up_to(size: int, made: Callable[[int], str], *, parts: bool = False):  # type: ignore[no-untyped-def]
    found: list[str] = []
    written = 0
    while written < size:
        found.append(made(len(found)))
        written += len(found[-1])
    return found if parts else "".join(found)


def _zipped(parts: dict[str, str]) -> bytes:
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return content.getvalue()
