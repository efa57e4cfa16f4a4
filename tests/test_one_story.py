"""One story in every format: the same findings, with the same messages, about the same words."""

from __future__ import annotations

import html
import json
import re
import textwrap

import pytest

from office_files import word_file, writer_file

HEADLINE = "Harbour wall in Peniche gives way after 17 years"
BYLINE = "By Ana Berg"
PARAGRAPHS = [
    "PENICHE, Portugal, March 10, 2026 (Reuters) — The wall fell on Monday, March 10, 2026, said Mayor Ana "
    "Lind & her deputy.",
    "It is 80 kilometers (60 miles) from the café to the lighthouse, where at 9:30 a.m. the sea came in.",
    "“Nobody warned us,” Ms. Lind said. “The wall was built in 1950.”",
    "Ana Lindd has led the town since Feb. 30, 2019, and repairs cost $5 million, up 20% from $4 million.",
    "The new road (opened on Thursday, May 1, 2025 is 5,280 feet (two miles) long.",
]
LINES = [HEADLINE, BYLINE, *PARAGRAPHS]


def xml(words: str) -> str:
    """Write words as XML and HTML write them."""
    return words.replace("&", "&amp;").replace("é", "&#233;")


def rtf(words: str) -> str:
    """Write words as RTF writes them."""
    return "".join(letter if letter.isascii() else f"\\u{ord(letter)}?" for letter in words)


def wrapped(paragraphs: list[str]) -> str:
    """Wrap paragraphs as a wire does."""
    return "\r\n\r\n".join(textwrap.fill(each, 69).replace("\n", "\r\n") for each in paragraphs)


CONTENT = "\n".join(f"<p>{xml(each)}</p>" for each in PARAGRAPHS)
NITF_HEAD = f"<hedline><hl1>{HEADLINE}</hl1></hedline><byline>{BYLINE}</byline>"
NITF = f"<nitf><body><body.head>{NITF_HEAD}</body.head><body.content>{CONTENT}</body.content></body></nitf>"
STORIES: dict[str, str | bytes] = {
    "a.txt": "\n\n".join(LINES) + "\n",
    "wrapped.txt": f"{HEADLINE}\r\n{BYLINE}\r\n\r\n{wrapped(PARAGRAPHS)}\r\n\r\n-30-\r\n",
    "a.md": f"# {HEADLINE}\n\n*{BYLINE}*\n\n" + "\n\n".join(PARAGRAPHS) + "\n",
    "a.html": f"<h1>{HEADLINE}</h1>\n<p>{BYLINE}</p>\n{CONTENT}",
    "a.docx": word_file(
        f'<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>{HEADLINE}</w:t></w:r></w:p>'
        + "".join(f"<w:p><w:r><w:t>{xml(each)}</w:t></w:r></w:p>" for each in LINES[1:])
    ),
    "a.odt": writer_file(
        f'<text:h text:outline-level="1">{HEADLINE}</text:h>'
        + "".join(f"<text:p>{xml(each)}</text:p>" for each in LINES[1:])
    ),
    "a.rtf": "{\\rtf1\\ansi " + "\\par\\par ".join(map(rtf, LINES)) + "}",
    "a.nitf": NITF,
    "g2.xml": f'<newsItem guid="1"><contentMeta><headline>{HEADLINE}</headline><by>{BYLINE}</by>'
    f"</contentMeta><contentSet><inlineXML>{NITF}</inlineXML></contentSet></newsItem>",
    "old.xml": f"<NewsML><NewsItem><NewsLines><HeadLine>{HEADLINE}</HeadLine>"
    f"<ByLine>{BYLINE}</ByLine></NewsLines><DataContent>{CONTENT}</DataContent></NewsItem></NewsML>",
    "a.json": json.dumps(
        {"pubstatus": "usable", "body_html": CONTENT, "byline": BYLINE, "headline": HEADLINE},
    ),
    "plain.ninjs": json.dumps(
        {
            "pubStatus": "usable",
            "headlines": [{"value": HEADLINE}],
            "by": BYLINE,
            "bodies": [{"value": "\n\n".join(PARAGRAPHS)}],
        },
    ),
    "posts.xml": '<rss xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="c"><channel><item>'
    f"<title>{HEADLINE}</title><content:encoded><![CDATA[<!-- wp:paragraph -->\n<p>{BYLINE}</p>\n"
    f"<!-- /wp:paragraph -->\n{CONTENT}]]></content:encoded><wp:post_id>7</wp:post_id>"
    "<wp:post_type>post</wp:post_type></item></channel></rss>",
    "a.7901": f"\x01pps0123 4 i 350  pps-tns 0908\r\n\r\n\x02{HEADLINE}\r\n{BYLINE} =\r\n\r\n"
    f"{wrapped(PARAGRAPHS)}\r\n\x03\r\n",
    "a.anpa": f"\x16\x16\x01w2870\x1fpeniche\r\n\x02^BC-PT--Harbour,49<\r\n^{HEADLINE}<\r\n^{BYLINE}=\r\n"
    + "".join(f"\t   {each}\r\n" for each in PARAGRAPHS)
    + "\x03\r\n",
}


def words(text: str, name: str) -> str:
    """Return what a finding points at as the document has it, without the marks of its format."""
    if name.endswith((".json", ".ninjs")):
        text = str(json.loads(f'"{text}"'))
    return " ".join(html.unescape(re.sub(r"<[^>]*>", "", text)).split())


def seen(ran, name: str) -> list[tuple[str, str, str]]:
    """Return rule, message and words of each finding."""
    return [(each["rule"], each["message"], words(each["text"], name)) for each in ran.findings]


@pytest.mark.parametrize("name", STORIES)
def test_one_story_gives_the_same_findings_in_every_format(run, desk, name):
    copy = STORIES[name]
    (desk / "story.txt").write_text(str(STORIES["a.txt"]), encoding="utf-8")
    (desk / name).write_bytes(copy if isinstance(copy, bytes) else copy.encode())

    as_text = run("story.txt", "--format", "json", "--isolated")
    as_other = run(name, "--format", "json", "--isolated")

    assert len(seen(as_text, "story.txt")) >= 5
    assert seen(as_other, name) == seen(as_text, "story.txt")


def test_the_story_is_wrong_in_what_it_is_to_be_wrong_in(run, desk):
    (desk / "story.txt").write_text(str(STORIES["a.txt"]), encoding="utf-8")

    found = {finding["rule"] for finding in run("story.txt", "--format", "json", "--isolated").findings}

    assert found >= {"units.wrong-conversion", "dates.impossible-date", "dates.wrong-weekday"}
