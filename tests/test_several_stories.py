"""Several stories in one file: each has its own address, metadata and findings, and fails for itself."""

from __future__ import annotations

import json

import pytest

from newslint import SourceError as PublicSourceError
from newslint import read
from newslint.plugin import Source, SourceError
from newslint.readers.wire.newsml_1 import Newsml1Reader
from newslint.readers.wire.newsml_g2 import NewsmlG2Reader
from newslint.readers.wire.ninjs import NinjsReader
from newslint.readers.wire.wxr import WxrReader

FAULTY = "The road is 80 kilometers (60 miles) long."
FINE = "The road is 80 kilometers (50 miles) long."
HEAD = (
    '<?xml version="1.0" encoding="UTF-8" ?>\n<!-- generated -->\n'
    '<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" '
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/">\n'
    "<channel><title>The Peniche Post</title><language>en-GB</language>\n"
)
POSTED = """\
<!-- wp:paragraph -->
<p>The wall fell on Monday.</p>
<!-- /wp:paragraph -->
<!-- wp:image {"id":7} -->
<figure><img src="w.jpg"/><figcaption>The wall.</figcaption></figure>
<!-- /wp:image -->
<!-- wp:block {"ref":12} /-->
"""
CLASSIC = """\
The <b>wall</b> fell
on Monday.

[caption id="a1" width="300"]<img src="w.jpg"/> The wall.[/caption]

The mayor [sic] left. [gallery ids="1,2"]
"""


def post(number: int, copy: str, *, kind: str = "post", status: str = "publish", excerpt: str = "") -> str:
    """Return a post of an export."""
    return (
        f"<item><title>Road &amp; rail {number}</title><guid>https://post.example/?p={number}</guid>"
        f"<content:encoded><![CDATA[{copy}]]></content:encoded>"
        f"<excerpt:encoded><![CDATA[{excerpt}]]></excerpt:encoded>"
        f"<wp:post_id>{number}</wp:post_id><wp:post_date>2026-03-1{number} 09:30:00</wp:post_date>"
        f"<wp:status>{status}</wp:status><wp:post_type>{kind}</wp:post_type></item>\n"
    )


def export(*posts: str) -> str:
    """Return an export of posts."""
    return f"{HEAD}{''.join(posts)}</channel></rss>\n"


def item(guid: str, copy: str) -> str:
    """Return an item of NewsML-G2."""
    return (
        f'<newsItem guid="{guid}" xml:lang="en"><contentMeta><headline>Road</headline></contentMeta>'
        f"<contentSet><inlineData>{copy}</inlineData></contentSet></newsItem>\n"
    )


def old_item(number: str, copy: str) -> str:
    """Return an item of NewsML 1."""
    return (
        f"<NewsItem><NewsItemId>{number}</NewsItemId><HeadLine>Road</HeadLine>"
        f"<DataContent>{copy}</DataContent></NewsItem>\n"
    )


def ninjs(guid: str, copy: str) -> dict[str, object]:
    """Return an item of ninjs."""
    return {"guid": guid, "type": "text", "pubstatus": "usable", "headline": "Road", "body_text": copy}


FILES = {
    "posts.xml": export(post(4, FAULTY), post(5, FINE), post(6, FAULTY)),
    "message.xml": f"<newsMessage><itemSet>{item('4', FAULTY)}{item('5', FINE)}{item('6', FAULTY)}"
    "</itemSet></newsMessage>",
    "old.xml": f"<NewsML>{old_item('4', FAULTY)}{old_item('5', FINE)}{old_item('6', FAULTY)}</NewsML>",
    "list.json": json.dumps([ninjs("4", FAULTY), ninjs("5", FINE), ninjs("6", FAULTY)], indent=1),
    "package.json": json.dumps(
        {
            "guid": "3",
            "type": "composite",
            "pubstatus": "usable",
            "headline": "Roads",
            "associations": {
                "main": ninjs("4", FAULTY),
                "side": ninjs("5", FINE),
                "more": ninjs("6", FAULTY),
                "featured": {"type": "picture", "description_text": "A road."},
            },
        },
        indent=1,
    ),
}
FILES["lines.jsonl"] = "".join(
    json.dumps(ninjs(key, copy)) + "\n" for key, copy in [("4", FAULTY), ("5", FINE), ("6", FAULTY)]
)
KEYS = {"package.json": ["3", "4", "5", "6"]}


@pytest.mark.parametrize(
    ("copy", "blocks"),
    [
        ("<!-- wp:a -->One<!-- /wp:a --><!-- wp:a -->Two<!-- /wp:a -->", ["One", "Two"]),
        ("One<!-- wp:more --><!--more--><!-- /wp:more -->\n\nTwo", ["One", "Two"]),
        ('<p>One</p>\n\n<!-- wp:a {"b":1} -->\n<p>Two</p>\n<!-- /wp:a -->\nThree', ["One", "Two", "Three"]),
        ("<p>Set <code>mode</code> now.</p><pre><code>a = 1</code></pre>", ["Set \ufffc now."]),
        ("One <!-- seen --> <em>and</em> two", ["One  and two"]),
    ],
)
def test_comments_of_the_block_editor_part_blocks_and_code_is_no_copy(lexicon, copy, blocks):
    (document,) = WxrReader().stories(Source("a.xml", export(post(4, copy)).encode()), lexicon)

    assert [block.span.cut(document.text) for block in document.blocks][1:] == blocks


@pytest.mark.parametrize(
    "hidden", ["<b>no</b>", "<![CDATA[</wp:postmeta> no]]>", "<wp:postmeta>no</wp:postmeta>"]
)
def test_what_stands_beside_a_post_is_passed_over(lexicon, hidden):
    beside = f"<wp:postmeta><wp:meta_key>a</wp:meta_key>{hidden}</wp:postmeta><title>Wall falls</title>"
    content = export(post(4, FINE).replace("<title>Road &amp; rail 4</title>", beside))

    (document,) = WxrReader().stories(Source("a.xml", content.encode()), lexicon)

    assert document.text == f"Wall falls\n\n{FINE}"


@pytest.mark.parametrize("name", FILES)
def test_every_story_has_its_own_address_and_findings(run, desk, name):
    (desk / name).write_text(FILES[name], encoding="utf-8")

    ran = run(name, "--format", "json", "--select", "units.wrong-conversion")

    keys = KEYS.get(name, ["4", "5", "6"])
    assert [file["path"] for file in json.loads(ran.out)["files"]] == [f"{name}#{key}" for key in keys]
    assert [finding["path"] for finding in ran.findings] == [f"{name}#4", f"{name}#6"]
    for finding in ran.findings:
        assert FILES[name][finding["start"]["offset"] : finding["end"]["offset"]] == finding["text"]
    assert len({finding["start"]["offset"] for finding in ran.findings}) == 2


@pytest.mark.parametrize("name", FILES)
def test_fix_mends_every_story_of_a_file(run, desk, name):
    (desk / name).write_text(FILES[name], encoding="utf-8")

    ran = run(name, "--fix", "--unsafe-fixes", "--select", "units.wrong-conversion")

    assert (ran.code, ran.said) == (0, f"newslint: fixed {name}.\n")
    assert (desk / name).read_text(encoding="utf-8") == FILES[name].replace("60 miles", "50 miles")


@pytest.mark.parametrize(
    ("name", "broken"),
    [
        ("posts.xml", export(post(4, FAULTY), post(5, "x").replace("&amp;", "& "), post(6, FAULTY))),
        ("open.xml", export(post(4, FAULTY), post(5, "x").replace("</item>", ""), post(6, FAULTY))),
        ("deep.xml", export(post(4, FAULTY), post(5, "<div>" * 1_001), post(6, FAULTY))),
        (
            "message.xml",
            f"<newsMessage><itemSet>{item('4', FAULTY)}{item('5', 'R&D')}{item('6', FAULTY)}"
            "</itemSet></newsMessage>",
        ),
        ("list.json", json.dumps([ninjs("4", FAULTY), None, ninjs("6", FAULTY)])),
        (
            "lines.jsonl",
            f'{json.dumps(ninjs("4", FAULTY))}\n{{"headline": \n{json.dumps(ninjs("6", FAULTY))}\n',
        ),
    ],
)
def test_broken_story_costs_itself_only(run, desk, name, broken):
    (desk / name).write_text(broken, encoding="utf-8")

    ran = run(name, "--format", "json", "--select", "units.wrong-conversion")

    assert [finding["path"] for finding in ran.findings] == [f"{name}#4", f"{name}#6"]
    assert [finding["text"] for finding in ran.findings] == ["60 miles", "60 miles"]
    (error,) = [file for file in json.loads(ran.out)["files"] if file["error"]]
    assert error["path"] == f"{name}#2"
    assert ran.code == 2
    assert ran.err.startswith(f"newslint: {name}#2: ")


def test_place_of_a_fault_is_that_in_the_whole_file(lexicon):
    copy = export(post(4, "é"), post(5, "x").replace("&amp;", "& "))

    found = list(WxrReader().stories(Source("posts.xml", copy.encode()), lexicon))

    assert str(found[1]) == (
        "posts.xml#2: line 6, column 19: XML is not well-formed: invalid token at “&”; "
        "a bare & is written `&amp;`."
    )


def test_post_is_read_as_wordpress_shows_it(lexicon):
    copy = export(post(4, POSTED, excerpt="A wall falls."), post(5, CLASSIC))

    found = list(WxrReader().stories(Source("posts.xml", copy.encode()), lexicon))

    assert [[(block.kind.value, block.span.cut(each.text)) for block in each.blocks] for each in found] == [
        [
            ("headline", "Road & rail 4"),
            ("standfirst", "A wall falls."),
            ("paragraph", "The wall fell on Monday."),
            ("caption", "The wall."),
        ],
        [
            ("headline", "Road & rail 5"),
            ("paragraph", "The wall fell\non Monday."),
            ("caption", "The wall."),
            ("paragraph", "The mayor [sic] left."),
        ],
    ]
    assert [(each.meta.date.isoformat(), each.meta.language) for each in found] == [
        ("2026-03-14", "en-GB"),
        ("2026-03-15", "en-GB"),
    ]


def test_categories_and_tags_of_a_post_are_known(lexicon):
    terms = (
        '<category domain="post_tag" nicename="sea"><![CDATA[Sea]]></category>'
        '<category domain="category" nicename="coast"><![CDATA[Coast &amp; sea]]></category>'
        "<wp:post_name>wall-falls</wp:post_name>"
    )

    (found,) = WxrReader().stories(
        Source("posts.xml", export(post(4, "It fell.").replace("<guid>", f"{terms}<guid>")).encode()), lexicon
    )

    assert (found.meta.section, found.meta.slug, found.meta.keywords) == (
        "Coast &amp; sea",
        "wall-falls",
        ("Sea",),
    )
    assert "Sea" not in found.text


def test_menus_pictures_and_what_was_thrown_away_are_no_stories(lexicon):
    copy = export(
        post(4, "One."),
        post(5, "Two.", kind="attachment"),
        post(6, "Three.", status="trash"),
        post(7, "Four."),
    )

    found = list(WxrReader().stories(Source("posts.xml", copy.encode()), lexicon))

    assert [each.path for each in found] == ["posts.xml#4", "posts.xml#7"]


def test_stories_that_share_a_key_are_told_apart(lexicon):
    copy = export(post(4, "One."), post(4, "Two."), post(4, "Three."))

    found = list(WxrReader().stories(Source("posts.xml", copy.encode()), lexicon))

    assert [each.path for each in found] == ["posts.xml#4", "posts.xml#4-2", "posts.xml#4-3"]


def test_other_feeds_are_no_export():
    assert WxrReader.claims(HEAD.encode())
    assert not WxrReader.claims(b"<rss><channel><title>Feed</title></channel></rss>")


def test_related_stories_are_no_part_of_a_story(lexicon):
    story = {**ninjs("4", FINE), "associations": {"related": ninjs("5", FAULTY)}}

    (found,) = NinjsReader().stories(Source("a.json", json.dumps(story).encode()), lexicon)

    assert found.path == "a.json"
    assert "60 miles" not in found.text


@pytest.mark.parametrize(
    ("reader", "copy"),
    [
        (NewsmlG2Reader, f"<newsMessage>{item('4', FINE)}</newsMessage>"),
        (Newsml1Reader, f"<NewsML>{old_item('4', FINE)}</NewsML>"),
        (NinjsReader, json.dumps(ninjs("4", FINE))),
    ],
)
def test_single_story_is_called_as_its_file(lexicon, reader, copy):
    (found,) = reader().stories(Source("a", copy.encode()), lexicon)

    assert found.path == "a"
    assert found.extent is None


def test_ignore_silences_in_its_own_story(run, desk):
    marked = post(5, FAULTY).replace("<content:encoded>", "\n<!-- newslint: ignore -->\n<content:encoded>")
    (desk / "posts.xml").write_text(export(post(4, FAULTY), marked), encoding="utf-8")

    ran = run("posts.xml", "--format", "json", "--select", "units.wrong-conversion,newslint")

    assert [finding["path"] for finding in ran.findings] == ["posts.xml#4"]


def test_stories_of_one_file_are_compared(run, desk):
    story = "Mayor Nishank Motwani opened the road. Motwani said the road was ready. Motwani left."
    other = "Mayor Nishank Motvani opened the rail line. Motvani was there. Motvani went home later."
    (desk / "list.json").write_text(json.dumps([ninjs("a", story), ninjs("b", other)]), encoding="utf-8")

    ran = run("list.json", "--across", "--format", "json", "--select", "names")

    assert {finding["path"] for finding in ran.findings} <= {"list.json#a", "list.json#b"}
    assert ran.err == ""


def test_document_shows_what_was_left_out_of_each_story(run, desk):
    (desk / "list.json").write_text(
        json.dumps([ninjs("a", FINE), ninjs("b", FINE)], indent=1), encoding="utf-8"
    )

    documents = json.loads(run("document", "list.json", "--isolated", "--format", "json").out)["documents"]

    assert [each["path"] for each in documents] == ["list.json#a", "list.json#b"]
    first, second = ([part["start"] for part in each["left_out"]] for each in documents)
    assert max(first) < min(second)


def test_one_document_is_not_read_of_several(desk):
    (desk / "posts.xml").write_text(FILES["posts.xml"], encoding="utf-8")

    with pytest.raises(PublicSourceError, match="holds 3 stories; expected one"):
        read("posts.xml")


def test_file_with_several_stories_is_linted_by_workers(run, desk):
    for number in range(4):
        (desk / f"{number}.xml").write_text(FILES["posts.xml"], encoding="utf-8")

    alone = run(".", "--format", "json", "--jobs", "1")
    together = run(".", "--format", "json", "--jobs", "2")

    assert alone.out == together.out
    assert len(alone.findings) >= 8


def test_json_that_is_no_list_of_stories_is_one_fault(lexicon):
    found = list(NinjsReader().stories(Source("a.json", b'"Wall"'), lexicon))

    assert [str(each) for each in found] == [
        "a.json: JSON holds no story; expected an object with a headline or a body."
    ]
    assert isinstance(found[0], SourceError)


@pytest.mark.parametrize("name", ["github", "gitlab", "rdjson", "sarif", "checkstyle"])
def test_programs_that_know_files_alone_are_told_the_file(run, desk, name):
    (desk / "posts.xml").write_text(FILES["posts.xml"], encoding="utf-8")

    out = run("posts.xml", "--format", name, "--select", "units.wrong-conversion").out

    assert "posts.xml" in out
    assert "posts.xml#" not in out
    assert "posts.xml%23" not in out


@pytest.mark.parametrize(
    "ignore",
    ["ignore-file", "ignore[units.wrong-conversion]", "ignore[units]", "off[units.wrong-conversion]"],
)
def test_ignore_above_all_stories_speaks_in_each(run, desk, ignore):
    stories = f"<!-- newslint: {ignore} -->\n{post(4, FAULTY)}{post(5, FINE)}{post(6, FAULTY)}"
    (desk / "posts.xml").write_text(export(stories), encoding="utf-8")

    assert run("posts.xml", "--format", "json", "--select", "units,newslint").findings == []


def test_ignore_above_all_stories_speaks_for_those_that_can_be_read(run, desk):
    stories = f"<!-- newslint: ignore-file -->\n{post(4, FAULTY)}{post(5, FAULTY)}<item><title>R&D</item>"
    (desk / "posts.xml").write_text(export(stories), encoding="utf-8")

    ran = run("posts.xml", "--format", "json", "--select", "units.wrong-conversion")

    assert (ran.code, ran.findings) == (2, [])


def test_wrong_ignore_above_all_stories_is_reported_once(run, desk):
    stories = f"<!-- newslint: ignore[unit] -->\n{post(4, FINE)}{post(5, FINE)}"
    (desk / "posts.xml").write_text(export(stories), encoding="utf-8")

    ran = run("posts.xml", "--format", "json", "--select", "newslint")

    assert [(finding["rule"], finding["path"]) for finding in ran.findings] == [
        ("newslint.unknown-ignore", "posts.xml#4")
    ]


def test_ignore_for_the_file_counts_in_the_first_lines_of_its_own_story(run, desk):
    marked = post(5, FAULTY).replace("<item>", "<item>\n<!-- newslint: ignore-file -->\n" + "\n" * 20, 1)
    (desk / "posts.xml").write_text(export(post(4, FAULTY), marked), encoding="utf-8")

    ran = run("posts.xml", "--format", "json", "--select", "units.wrong-conversion,newslint")

    assert [finding["path"] for finding in ran.findings] == ["posts.xml#4"]
