"""Inline ignores in wire stories and posts, whose markup stands as text in an element or a string."""

from __future__ import annotations

import json

import pytest

WRONG = "The road is 80 kilometers (60 miles) long."
OTHER = "The rail is 50 kilometers (60 miles) long."
IGNORE = "<!-- newslint: ignore[units] -->"
RULES = ("--select", "units.wrong-conversion,newslint", "--format", "json")


def escaped(markup: str) -> str:
    """Write markup as text of XML."""
    return markup.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def posted(body: str) -> str:
    """Return an export of one post."""
    return (
        '<rss xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="c"><channel><item>'
        f"<title>Roads</title>\n<content:encoded>{body}</content:encoded>\n<wp:post_id>4</wp:post_id></item></channel></rss>"
    )


def ninjs(body: str, *, plain: bool = True) -> str:
    """Return a story of ninjs, in one line; its markup is escaped where it is not *plain*."""
    story = json.dumps({"uri": "a", "versioncreated": "2026-03-10", "headline": "Roads", "body_html": body})
    return story if plain else story.replace("<", "\\u003c").replace(">", "\\u003e")


WRAPPED = {
    "section": ("a.xml", lambda body: posted(f"<![CDATA[{body}]]>")),
    "references": ("a.xml", lambda body: posted(escaped(body))),
    "newsml": (
        "a.xml",
        lambda body: f"<newsItem guid='a'>\n<inlineData><![CDATA[{body}]]></inlineData></newsItem>",
    ),
    "ninjs": ("a.json", ninjs),
    "escapes": ("a.json", lambda body: ninjs(body, plain=False)),
    "superdesk": (
        "a.json",
        lambda body: json.dumps({"guid": "a", "firstcreated": "2026-03-10T09:30:00+0000", "body_html": body}),
    ),
}
KINDS = pytest.mark.parametrize("kind", list(WRAPPED))


def written(desk, kind: str, body: str) -> str:
    """Write a story of a kind with a body, and return the name of its file."""
    name, wrapped = WRAPPED[kind]
    (desk / name).write_text(wrapped(body), encoding="utf-8")
    return name


def found(ran) -> list[tuple[str, str]]:
    """Return the rule of each finding, and its words."""
    return [(each["rule"].partition(".")[2], each["text"][:13]) for each in ran.findings]


@KINDS
def test_ignore_above_a_paragraph_is_for_that_alone(run, desk, kind):
    name = written(desk, kind, f"<p>{OTHER}</p>\n{IGNORE}\n<p>{WRONG}</p>\n<p>{OTHER}</p>\n")

    assert found(run(name, *RULES)) == [("wrong-conversion", "60 miles")] * 2


@KINDS
def test_ignore_at_the_end_of_a_paragraph_is_for_its_line(run, desk, kind):
    name = written(desk, kind, f"<p>{WRONG}</p> {IGNORE}\n<p>{OTHER}</p>\n")

    assert found(run(name, *RULES)) == [("wrong-conversion", "60 miles")]


@KINDS
def test_range_is_silent_from_off_to_on(run, desk, kind):
    off, on = "<!-- newslint: off[units] -->", "<!-- newslint: on[units] -->"
    name = written(
        desk, kind, f"<p>{WRONG}</p>\n{off}\n<p>{WRONG}</p>\n<p>{OTHER}</p>\n{on}\n<p>{OTHER}</p>\n"
    )

    assert found(run(name, *RULES)) == [("wrong-conversion", "60 miles")] * 2


@KINDS
def test_ignore_for_the_file_is_heard(run, desk, kind):
    name = written(desk, kind, f"<!-- newslint: ignore-file[units] -->\n<p>{WRONG}</p>\n<p>{OTHER}</p>")

    assert found(run(name, *RULES)) == []


@KINDS
@pytest.mark.parametrize(
    "wrong", ["Newslint: ignore[units]", "newslint ignore[units]", "newslint: disable[units]"]
)
def test_ignore_that_is_none_is_reported(run, desk, kind, wrong):
    name = written(desk, kind, f"<p>{OTHER}</p>\n<!-- {wrong} -->\n<p>All is well.</p>")

    assert [rule for rule, _ in found(run(name, *RULES))] == ["wrong-conversion", "unknown-ignore"]


@KINDS
def test_ignore_that_silences_nothing_is_reported_where_it_stands(run, desk, kind):
    name = written(desk, kind, f"<p>All is well.</p>\n{IGNORE}\n<p>So is this.</p>")

    (finding,) = run(name, *RULES).findings

    source = (desk / name).read_text(encoding="utf-8")
    assert finding["rule"] == "newslint.unused-ignore"
    assert "newslint: ignore[units]" in source[finding["start"]["offset"] : finding["end"]["offset"]]


@pytest.mark.parametrize(
    "wrong", ["Newslint: ignore[units]", "NEWSLINT: ignore[units]", "newslint ignore[units]"]
)
def test_comment_of_xml_that_is_no_ignore_is_reported(run, desk, wrong):
    (desk / "a.xml").write_text(
        f"<nitf><body><body.content>\n<!-- {wrong} -->\n<p>All is well.</p></body.content></body></nitf>",
        encoding="utf-8",
    )

    assert [each["rule"] for each in run("a.xml", *RULES).findings] == ["newslint.unknown-ignore"]


def test_ignore_behind_tags_is_for_the_paragraph_below(run, desk):
    (desk / "a.xml").write_text(
        f"<nitf><body><body.content>{IGNORE}\n<p>{WRONG}</p>\n<p>{OTHER}</p></body.content></body></nitf>",
        encoding="utf-8",
    )

    assert [each["start"]["line"] for each in run("a.xml", *RULES).findings] == [3]


def test_ignore_in_one_story_of_a_list_is_not_for_another(run, desk):
    stories = [
        json.loads(ninjs(body)) | {"uri": uri}
        for uri, body in (
            ("a", f"{IGNORE}<p>{WRONG}</p>"),
            ("b", f"<p>{WRONG}</p>"),
        )
    ]
    (desk / "a.json").write_text(json.dumps(stories), encoding="utf-8")

    assert [each["path"] for each in run("a.json", *RULES).findings] == ["a.json#b"]


def test_end_of_a_range_silences_no_other_rule(run, desk):
    copy = f"<!-- newslint: off[units] -->\n\nThe the end. {WRONG}\n\n<!-- newslint: on -->\n"
    (desk / "a.md").write_text(copy, encoding="utf-8")

    ran = run("a.md", "--select", "units.wrong-conversion,words.doubled-word,newslint", "--format", "json")

    assert [each["rule"] for each in ran.findings] == ["words.doubled-word"]
