"""Front matter: its copy with exact places, its dates, its faults, and fixes that leave it what it is."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest

from newslint.pages.left_out import left_out
from newslint.plugin import DateFault, Document, Lexicon, Source
from newslint.readers.front_matter.dates import reading
from newslint.readers.front_matter.matter import front_matter
from newslint.readers.markdown import MarkdownReader

Story = Callable[[str], Document]
COPY = "\nThe ferry sank.\n"


def head(document: Document) -> list[tuple[str, str]]:
    """Return the blocks that are not of the story itself."""
    found = [(block.kind.value, block.span.cut(document.text)) for block in document.blocks]
    return [(kind, words) for kind, words in found if words != "The ferry sank."]


def written(document: Document) -> list[str]:
    """Return how each block is written."""
    return [document.map.source(block.span).cut(document.source) for block in document.blocks]


@pytest.mark.parametrize(
    ("front", "blocks"),
    [
        ("---\ntitle: Ferry sinks # as sent\n---\n", [("headline", "Ferry sinks")]),
        ("\ufeff\n\n---\nTitle: Ferry sinks\n...\n", [("headline", "Ferry sinks")]),
        ("---\rtitle: Ferry sinks\r---\r", [("headline", "Ferry sinks")]),
        ("---yaml\ntitle: Ferry sinks\n---\n", [("headline", "Ferry sinks")]),
        ("---\n\ntitle: Ferry sinks\n\ntags:\n  - sea\n# by hand\n---\n", [("headline", "Ferry sinks")]),
        ("---\ntitle: Паром затонул\n---\n", [("headline", "Паром затонул")]),
        ('---\ntitle: "Ferry \\"Ana\\" si\\u006eks"\n---\n', [("headline", 'Ferry "Ana" sinks')]),
        ("---\ntitle: 'Ferry''s end'\n---\n", [("headline", "Ferry's end")]),
        ("---\ntitle: Ferry\n  sinks\n---\n", [("headline", "Ferry sinks")]),
        ("---\ntitle: >\n  Ferry\n  sinks\n\n  at dawn\n---\n", [("headline", "Ferry sinks\nat dawn")]),
        ("---\ntitle: |-\r\n  Ferry\r\n  sinks\r\n---\r\n", [("headline", "Ferry\nsinks")]),
        ('---\ntitle: "Ferry \\\n   sinks"\n---\n', [("headline", "Ferry sinks")]),
        ("---\ntitle: !!str Ferry sinks\n---\n", [("headline", "Ferry sinks")]),
        (
            "---\ndeck: All saved\ntitle: Ferry sinks\nheadline: Ferry lost\n---\n",
            [("headline", "Ferry lost"), ("standfirst", "Ferry sinks"), ("standfirst", "All saved")],
        ),
        (
            "---\ntitle: Ferry sinks\nsummary: ferry sinks\nimages:\n- src: a.jpg\n  alt: The quay\n"
            "- {src: b.jpg, image_caption: The crew}\n---\n",
            [("headline", "Ferry sinks"), ("caption", "The quay"), ("caption", "The crew")],
        ),
        (
            '+++\ntitle = "Ferry \\"Ana\\" sinks"\ndescription = """\nAll \\\n  saved"""\n[[images]]\n'
            "alt = 'The quay'\n[author]\ntitle = \"Captain\"\n+++\n",
            [("headline", 'Ferry "Ana" sinks'), ("standfirst", "All saved"), ("caption", "The quay")],
        ),
        (
            "+++\r\ntitle = '''Ferry\r\nsinks'''\r\ncovers = [{ alt = \"The quay\" }] # one\r\n+++\r\n",
            [("headline", "Ferry\nsinks"), ("caption", "The quay")],
        ),
        (
            '{\n  "title": "Ferry \\u2018Ana\\u2019 sinks",\n  "images": [{"alt": "The quay"}]\n}\n',
            [("headline", "Ferry ‘Ana’ sinks"), ("caption", "The quay")],
        ),
        ('---json\n{"title": "Ferry sinks"}\n---\n', [("headline", "Ferry sinks")]),
        (';;;\n{"title": "Ferry sinks"}\n;;;\n', [("headline", "Ferry sinks")]),
        (
            "Title: Ferry sinks\nSlug: ferry\nSummary: All\n  saved\n\n",
            [("headline", "Ferry sinks"), ("standfirst", "All saved")],
        ),
        ("% Ferry\n  sinks\n% Ana Berg\n\n", [("headline", "Ferry sinks")]),
    ],
)
def test_copy_is_read_in_every_notation(markdown: Story, front: str, blocks: list[tuple[str, str]]) -> None:
    document = markdown(front + COPY)

    assert head(document) == blocks
    assert document.blocks[len(document.blocks) - 1].span.end <= len(document.text)
    assert document.meta.title in {" ".join(words.split()) for _, words in blocks}


@pytest.mark.parametrize(
    "front",
    [
        "---\ntitle: Ferry sinks\nparams:\n  deck: All saved\n  author: {title: Captain}\n---\n",
        "+++\ntitle = 'Ferry sinks'\n[params]\ndeck = 'All saved'\n[params.author]\ntitle = 'Captain'\n+++\n",
        "+++\ntitle = 'Ferry sinks'\nparams.deck = 'All saved'\nparams.author.title = 'Captain'\n+++\n",
        '{"title": "Ferry sinks", "params": {"deck": "All saved", "author": {"title": "Captain"}}}\n',
    ],
)
def test_what_hugo_keeps_in_params_is_of_the_story(markdown: Story, front: str) -> None:
    assert head(markdown(front + COPY)) == [("headline", "Ferry sinks"), ("standfirst", "All saved")]


def test_title_has_no_marks(markdown: Story) -> None:
    assert markdown("---\ntitle: The *Ana*\n---\nIt sank.\n").meta.title == "The Ana"


def test_places_are_those_of_the_words_alone(markdown: Story) -> None:
    document = markdown(
        '---\ntitle: "😀 Ferry \\"Ana\\" sinks"\n'
        "description: >-\n  All\n  saved # all\nalt: 'Ana''s crew'\n---\n"
    )

    assert written(document) == ['😀 Ferry \\"Ana\\" sinks', "All\n  saved # all", "Ana''s crew"]


@pytest.mark.parametrize(
    ("front", "story"),
    [
        ("title: ferry sinks", "# Ferry *sinks*\n\nIt sank."),
        (
            "deck: The ferry sank off the quay of Peniche on Monday…",
            "The ferry sank off the quay of\nPeniche on Monday, she said.",
        ),
        ("alt: The quay.", "![The quay.](a.jpg)\n\nIt sank."),
    ],
)
def test_what_the_story_says_as_well_is_said_once(markdown: Story, front: str, story: str) -> None:
    assert markdown(f"---\n{front}\n---\n\n{story}\n").text == markdown(f"{story}\n").text


def test_short_words_of_a_headline_may_stand_in_the_story(markdown: Story) -> None:
    assert head(markdown(f"---\ntitle: The ferry\n---\n{COPY}")) == [("headline", "The ferry")]


@pytest.mark.parametrize(
    ("value", "copy"),
    [
        ('"Photo: [Ana Berg](https://example.org/a_b)"', "Photo: Ana Berg"),
        ("'By <a href=\"/ana\">Ana</a> &amp; ''Co''.'", "By Ana & 'Co'."),
        ("The *Ana* and the **Berg**", "The Ana and the Berg"),
        (">\n  The *old\n  quay* is shut", "The old quay is shut"),
        ('"It is \\"*shut*\\" for 80<sup>1</sup> days"', 'It is "shut" for 80 days'),
        ('"1. The *quay*"', "1. The *quay*"),
        ("|\n  The *quay*\n\n  The pier", "The *quay*\n\nThe pier"),
        ("2 * 3 is 6 * 1", "2 * 3 is 6 * 1"),
    ],
)
def test_marks_in_a_value_are_no_copy(markdown: Story, value: str, copy: str) -> None:
    assert head(markdown(f"---\ncaption: {value}\n---\n{COPY}")) == [("caption", copy)]


@pytest.mark.parametrize(
    "value",
    [
        *("true", "2026", "~", "images/quay.jpg", "quay.jpg", '""', "https://example.org", "12:30"),
        *('"{{ page.title }}"', "[]", "{}", "'…'"),
    ],
)
def test_values_that_are_no_words_are_no_copy(markdown: Story, value: str) -> None:
    assert head(markdown(f"---\ntitle: {value}\nalt: {value}\n---\n{COPY}")) == []


@pytest.mark.parametrize(
    "copy",
    [
        "---\nThe ferry: sank.\n",
        "---\n\nBy: Ana Berg\n\nIt sank.\n\n---\n",
        "---\nThe ferry sank\n---\n",
        "+++\nThe ferry sank\n+++\n",
        "LISBON: The ferry sank.\n\nIt rained.\n",
        "Date: Tuesday\nPlace: Peniche\n\nIt rained.\n",
        "Title: The ferry\nIt sank.\n",
        "% of all ferries\nsank.\n",
        "{ferry} sank.\n",
        '{"ferry": "sank"} at dawn.\n',
        '{"ferry": sank.\n',
        "{{< ferry >}}\n\nIt sank.\n",
    ],
)
def test_what_only_looks_like_front_matter_is_copy(lexicon: Lexicon, copy: str) -> None:
    assert front_matter(copy, lexicon).end == 0


def test_names_of_keys_are_a_list_of_the_desk(lexicon: Lexicon) -> None:
    names = lexicon.lists["front-matter-standfirsts"]
    desk = Lexicon({**lexicon.lists, "front-matter-standfirsts": type(names)(title="", words=("ingress",))})

    document = MarkdownReader().read(Source("a.md", b"---\ndeck: No\nIngress: All saved\n---\n"), desk)

    assert head(document) == [("standfirst", "All saved")]


@pytest.mark.parametrize(
    "front",
    [
        "---\ntitle: Storm\ndate: 2026-11-03\n---\n",
        "---\r\ntitle: \"Storm\"  # working title\r\ndate: '2026-11-03T09:30:00+01:00'\r\n---\r\n",
        "---\ntitle: Storm\ndate: 2026/11/3 09:30\n...\n",
        "---\ntitle: Storm\npubDate: 20261103\n---\n",
        "---\ntitle: Storm\ncreated: Nov. 3, 2026\n---\n",
        "---\ntitle: Storm\ndate_published: 3rd of November 2026\n---\n",
        "---\ntitle: Storm\npublishedAt: Tue, 03 Nov 2026 09:30:00 GMT\n---\n",
        "---\ntitle: Storm\npublished: true\nissue-date: 2026.11.03\n---\n",
        "---\ntitle: Storm\ndate: 03/04/2026\ndatetime: 2026-11-03 09:30:00 -0500\n---\n",
        '+++\ntitle = "Storm"\ndate = 2026-11-03T09:30:00Z\n+++\n',
        '+++\ntitle = "Storm"\ndate = 2026-11-03 09:30:00\n+++\n',
        '+++\ntitle = "Storm"\ndate = "2026-11-03"\n+++\n',
        '{"title": "Storm", "date": "2026-11-03"}\n',
        "Title: Storm\nDate: 2026-11-03 10:20\n\n",
        "% Storm\n% Ana Berg\n% November 3, 2026\n\n",
    ],
)
def test_front_matter_gives_date_and_title(markdown: Story, front: str) -> None:
    document = markdown(front + COPY)

    assert document.meta.date == datetime.date(2026, 11, 3)
    assert document.meta.title == "Storm"
    assert document.remarks == ()


@pytest.mark.parametrize(
    ("value", "fault"),
    [
        ("03/04/2026", DateFault.ORDER),
        ("3.4.2026", DateFault.ORDER),
        ("2026-02-30", DateFault.IMPOSSIBLE),
        ("13/13/2026", DateFault.IMPOSSIBLE),
        ("Feb. 30, 2026", DateFault.IMPOSSIBLE),
        ("99999999", DateFault.IMPOSSIBLE),
        ("soon", DateFault.UNREAD),
        ("1772000000", DateFault.UNREAD),
        ("Foo. 3, 2026", DateFault.UNREAD),
        ("", None),
        ("2026", None),
        ("March 2026", None),
        ("0001-01-01T00:00:00Z", None),
        ("{{ now }}", None),
    ],
)
def test_value_that_gives_no_day_says_why(value: str, fault: DateFault | None) -> None:
    found = reading(value)

    assert found.date is None
    assert found.fault is fault


@pytest.mark.parametrize(
    "value", ["13/04/2026", "04/13/2026", "13-4-2026", "13.04.2026 10:00", "Mon Apr 13 09:30:00 UTC 2026"]
)
def test_figures_tell_day_from_month_where_one_is_no_month(value: str) -> None:
    assert reading(value).date == datetime.date(2026, 4, 13)


def test_a_doubt_about_the_date_is_told_once_with_its_place(markdown: Story) -> None:
    document = markdown(f"---\npublished: 03/04/2026\ndate: '04/05/2026'\n---\n{COPY}")

    (remark,) = document.remarks
    assert remark.span.cut(document.source) == "04/05/2026"
    assert remark.data == {"written": "04/05/2026", "one": "April 5", "other": "May 4"}
    assert document.meta.date is None


@pytest.mark.parametrize(
    ("front", "line"),
    [
        ("---\n# newslint: ignore[words] -- as sung\ntitle: The the ferry\n---\n", 3),
        ("---\ntitle: The the ferry # newslint: ignore[words] -- as sung\n---\n", 2),
        ("+++\n# newslint: ignore[words] -- as sung\ntitle = 'The the ferry'\n+++\n", 3),
    ],
)
def test_comment_in_front_matter_silences(markdown: Story, front: str, line: int) -> None:
    (directive,) = markdown(front + COPY).directives

    assert (directive.rules, directive.line, directive.reason) == (("words",), line, "as sung")


def test_what_is_left_out_of_front_matter_is_told(markdown: Story) -> None:
    document = markdown(f"---\ntitle: Ferry sinks\nslug: ferry\n---\n{COPY}")

    told = [(document.source[each.span.start : each.span.end], each.why) for each in left_out(document)]
    assert told == [("---\ntitle: ", "front matter"), ("\nslug: ferry\n---", "front matter")]


@pytest.mark.parametrize(
    "front",
    ["---\ncategories:\n  - Sports\n  - News\n---\n", "---\ncategory: News\nsection: Sports\n---\n"],
)
def test_front_matter_gives_the_section(markdown: Story, front: str) -> None:
    assert markdown(front + COPY).meta.section == "Sports"
