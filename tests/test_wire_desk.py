"""Wire formats at the desk: one story gives the same findings in each, and fixes touch nothing else."""

from __future__ import annotations

import json

import pytest

from conftest import HOUSE_RULE, house_rules

HEADLINE = "Flooded road in Peniche reopens"
PARAGRAPHS = [
    "The road is 80 kilometers (60 miles) long, Mayor Ana Berg said on Monday, March 10, 2026.",
    "“Água is everywhere,” she said. It cost $5 million, a 20% rise from $4 million & more to come.",
    "Anna Berg has led the town of “Peniche’ since Feb. 30, 2019.",
]


def xml(copy: str) -> str:
    """Return copy as XML writes it."""
    return copy.replace("&", "&amp;").replace("é", "&#233;")


TEXT = "\n\n".join([HEADLINE, *PARAGRAPHS]) + "\n"
CONTENT = "\n".join(f"<p>{xml(each)}</p>" for each in PARAGRAPHS)
NITF_BODY = f"<body><body.content>{CONTENT}</body.content></body>"
STORIES = {
    "story.nitf": f"<nitf><body><body.head><hedline><hl1>{HEADLINE}</hl1></hedline></body.head>"
    f"<body.content>{CONTENT}</body.content></body></nitf>",
    "g2.xml": f'<newsItem guid="1"><contentMeta><headline>{HEADLINE}</headline></contentMeta><contentSet>'
    f"<inlineXML><nitf>{NITF_BODY}</nitf></inlineXML></contentSet></newsItem>",
    "old.newsml": f"<NewsML><NewsItem><NewsLines><HeadLine>{HEADLINE}</HeadLine></NewsLines>"
    f"<DataContent>{CONTENT}</DataContent></NewsItem></NewsML>",
    "rich.json": json.dumps({"pubstatus": "usable", "body_html": CONTENT, "headline": HEADLINE}),
    "plain.ninjs": json.dumps(
        {"pubstatus": "usable", "headline": HEADLINE, "body_text": "\n\n".join(PARAGRAPHS)},
        ensure_ascii=False,
    ),
}


def seen(ran) -> list[tuple[str, str]]:
    """Return rule and message of each finding."""
    return [(finding["rule"], finding["message"]) for finding in ran.findings]


@pytest.mark.parametrize("name", STORIES)
def test_one_story_gives_the_same_findings_in_every_format(run, desk, name):
    (desk / "story.txt").write_text(TEXT, encoding="utf-8")
    (desk / name).write_text(STORIES[name], encoding="utf-8")

    as_text = run("story.txt", "--format", "json")
    as_wire = run(name, "--format", "json")

    assert {"units.wrong-conversion", "dates.impossible-date"} < {rule for rule, _ in seen(as_text)}
    assert seen(as_wire) == seen(as_text)
    source = (desk / name).read_text(encoding="utf-8")
    for finding in as_wire.findings:
        assert source[finding["start"]["offset"] : finding["end"]["offset"]] == finding["text"]


SWAPS = """\
title = "Wrong name"
severity = "warning"
message = "“{words}” is “{replacement}”."
fix = "Write “{replacement}”"
explanation = "The firm has another name."
[check]
kind = "substitution"
[check.swap]
"Acme and Sons" = "Acme & Sons"
"Acme of Peniche" = "Acme in Peniche"
[[invalid]]
text = "He left [[Acme of Peniche]] in May."
fixed = "He left Acme in Peniche in May."
[[valid]]
text = "He left Acme in May."
[[valid]]
text = "Acme & Sons is a firm."
"""
FIRMS = "Acme of Peniche and Acme and Sons met “caf\u00e9” owners; Acme&nbsp;of Peniche left."


DECLARED = "<?xml version='1.0' encoding='windows-1252'?>\r\n"
NITF = '<!DOCTYPE nitf SYSTEM "x.dtd"><nitf><body.content>\r\n<p>{}</p></body.content></nitf>'
NINJS = '{{"slugline": "x\\n", "body_html": "\\u003cp>{}\\u003c/p>"}}'


@pytest.mark.parametrize(
    ("name", "story", "encoding"),
    [
        ("a.xml", NITF, "utf-8"),
        ("b.xml", DECLARED + NITF, "cp1252"),
        ("c.xml", "\ufeff" + NITF, "utf-16-le"),
        ("d.json", NINJS, "utf-8"),
        ("e.html", "<p>{}</p>\n", "utf-8"),
    ],
)
def test_fix_writes_words_but_no_markup(run, desk, name, story, encoding):
    house_rules(desk, firms=SWAPS)
    written = story.format(FIRMS)
    (desk / name).write_bytes(written.encode(encoding))

    run(name, "--fix", "--unsafe-fixes", "--select", "house")

    mended = written.replace("Acme of Peniche", "Acme in Peniche")
    assert (desk / name).read_bytes().decode(encoding) == mended


def test_ignore_in_a_comment_of_xml_silences(run, desk):
    house_rules(desk, journalese=HOUSE_RULE)
    (desk / "a.xml").write_text(
        "<nitf><body.content>\n<!-- newslint: ignore[house.journalese] -->\n"
        "<p>He left amid calls to stay.</p>\n<p>She left amid calls to stay.</p></body.content></nitf>",
        encoding="utf-8",
    )

    ran = run("a.xml", "--format", "json", "--select", "house,newslint")

    assert [finding["start"]["line"] for finding in ran.findings] == [4]
