"""HTML: the copy of a page and its blocks, what is left out, ignores, and the way back to the source."""

from __future__ import annotations

import datetime
import sys
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newslint
from newslint.plugin import Document, Lexicon, Source, SourceError
from newslint.readers.html.reader import HtmlReader

pytest.importorskip("turbohtml", reason="has no wheel for this machine")

STORY = """\
<h1>Storm <em>floods</em> towns</h1>
<p>By Ana Berg</p>
<p>The <a href="/m">harbour <b>master</b></a> of Peniche
   set <code>mode=red</code> at 60&nbsp;mph &amp; left.</p>
<figure><img src="boats.jpg"><figcaption>Boats at dawn. (AP Photo/A. Berg)</figcaption></figure>
<h2>No warning</h2>
<ul><li>Schools stay shut.<li>Roads are open.</ul>
<blockquote><p>Nobody told us.</p></blockquote>
<table><tr><th>Town<th>Homes<tr><td>Peniche<td>4,000</table>
"""
TAGS = (
    "p /p b /b div /div li ul /ul br br/ table td /table aside /aside q /q / sup /sup sub /sub script /script"
    " svg /svg body title /title pre iframe noscript nav /nav h1 form /form main plaintext xmp !doctype?a"
)
SIGNS = (
    "&amp; &nbsp &#8217; &#x1F600; &bogus; & < </ <p > class='a' <![CDATA[ ]]> <!-- -->"
    " <img~alt='a~&amp;~b'> <img~alt="
    " <!--newslint:ignore--> <span~hidden> </span> <html~lang=en> {{ }} {% %} <?php ?>"
    " 80 ~km~ words~ 😀 é \ufeff ~ ~~"
)
ODD_HTML = st.lists(
    st.one_of(
        st.sampled_from([f"<{tag}>" for tag in TAGS.split()]),
        st.sampled_from([*SIGNS.replace("~", "\xa0").split(" "), "\r\n", "\r", "\n", "\t", "\u2028", "\f"]),
        st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=5),
    ),
    max_size=40,
).map(lambda parts: "".join(parts).replace("\xa0", " "))


def read(copy: str) -> Document:
    """Read *copy* as the page of a story, without word lists."""
    return HtmlReader().read(Source("story.html", copy.encode()), Lexicon({}))


def blocks(copy: str) -> list[tuple[str, str]]:
    document = read(copy)
    return [(block.kind.value, block.span.cut(document.text)) for block in document.blocks]


def words(copy: str) -> list[str]:
    return [text for _, text in blocks(copy)]


def test_blocks_have_their_parts():
    copy = STORY.replace("<p>By Ana Berg</p>\n", "")

    assert blocks(copy) == [
        ("headline", "Storm floods towns"),
        ("paragraph", "The harbour master of Peniche\nset ￼ at 60\u00a0mph & left."),
        ("caption", "Boats at dawn. (AP Photo/A. Berg)"),
        ("subhead", "No warning"),
        ("list-item", "Schools stay shut."),
        ("list-item", "Roads are open."),
        ("quote", "Nobody told us."),
        ("table-cell", "Town"),
        ("table-cell", "Homes"),
        ("table-cell", "Peniche"),
        ("table-cell", "4,000"),
    ]


def test_words_and_place_tell_the_part_of_a_paragraph():
    assert blocks(STORY)[1] == ("byline", "By Ana Berg")


@pytest.mark.parametrize(
    ("copy", "expected"),
    [
        ("<h1>Quay shut</h1> <time>March 10</time> <p>The ferry sank.</p>", "dateline"),
        ("<h1>Quay shut</h1><div>\n<time>March 10</time>&nbsp;</div><p>The ferry sank.</p>", "dateline"),
        ("<h1>Quay shut</h1><div>Since <time>March 10</time></div><p>The ferry sank.</p>", "standfirst"),
        ("<h1>Quay shut</h1><ul><li><time>March 10</time></ul><p>The ferry sank.</p>", "list-item"),
    ],
)
def test_line_that_is_nothing_but_a_time_is_a_dateline(copy, expected):
    assert blocks(copy)[1][0] == expected


@pytest.mark.parametrize(
    ("copy", "expected"),
    [
        ("<p>One <!-- note -->two.</p>", ["One two."]),
        ("<p>One\t \r\n two.</p>", ["One two."]),
        ("<p>One<br>two.</p>", ["One\ntwo."]),
        ("<p>One.<br>\n<br/>Two.</p>", ["One.", "Two."]),
        ("<div>One.<div>Two.</div>Three.</div>", ["One.", "Two.", "Three."]),
        ("<p>One.<p>Two.", ["One.", "Two."]),
        ("<dl><dt>Port<dd>Closed.</dl>", ["Port", "Closed."]),
        ("<p>It <q>will <q>not</q> do</q>.</p>", ["It “will ‘not’ do”."]),
        ("<p>It is <s>$40</s>$30.</p>", ["It is $30."]),
        ("<p>It is shut <del>now</del>, she said.</p>", ["It is shut, she said."]),
        ("<p>It is shut, <s>now</s>, she said <s>so</s>.</p>", ["It is shut, \ufffc, she said."]),
        ("<p>It is <s>not</s> shut.</p>", ["It is shut."]),
        ("<p>Press <button>Play</button> now.</p>", ["Press ￼ now."]),
        ("<p><img src=a.jpg> The port.</p>", ["The port."]),
        ("<p>R&D, &bogus; and &lt;b&gt;.</p>", ["R&D, &bogus; and <b>."]),
        ("<p>&emsp;</p><p>One.</p>", ["One."]),
        ("<li>One.<ul><li>Two.</ul>Three.", ["One.", "Two.", "Three."]),
        ("One, bare.", ["One, bare."]),
        ("\ufeff<p>One.", ["One."]),
        ("", []),
    ],
)
def test_text_is_set_as_a_browser_sets_it(copy, expected):
    assert words(copy) == expected


@pytest.mark.parametrize(
    ("copy", "expected"),
    [
        ("80<sup>1</sup> kilometers", "80 kilometers"),
        ("80 <sup>1</sup> kilometers <sup>2</sup>", "80 kilometers"),
        ("80<sup><a href=#n>[1]</a></sup> kilometers", "80 kilometers"),
        ("80 kilometers<sup>1</sup> long", "80 kilometers long"),
        ("He left.<sup>12</sup> She stayed.", "He left. She stayed."),
        ("5 km<sup>2</sup> of CO<sub>2</sub>", "5 km2 of CO2"),
        ("the 1<sup>st</sup> of May", "the 1st of May"),
        ("10<sup>6</sup> cells", "10￼ cells"),
        ("80<sup>1 kilometers", "801 kilometers"),
    ],
)
def test_raised_mark_is_no_part_of_a_figure(copy, expected):
    assert words(f"<p>{copy}</p>") == [expected]


@pytest.mark.parametrize(
    "element",
    [
        "<script>let a = 'x'</script>",
        "<style>p { x: 1 }</style>",
        "<nav><p>x</nav>",
        "<footer>x</footer>",
        "<aside>x<aside>y</aside>z</aside>",
        "<form><p>x</p></form>",
        "<noscript><p>x</p></noscript>",
        "<iframe><p>x</p></iframe>",
        "<template><p>x</p></template>",
        "<svg><title>x</title><![CDATA[y]]></svg>",
        "<svg/>",
        "<button>x</button>",
        "<select><option>x<option>y</select>",
        "<p hidden>x</p>",
        "<div style='color: red; display : NONE'><p>x</p></div>",
        "<div role=navigation>x</div>",
        "<p data-newslint=ignore>x</p>",
        "<pre>x</pre>",
        "<xmp><p>x</p></xmp>",
        "<!-- x -->",
        "<img src=x>",
    ],
)
def test_element_that_is_no_copy_is_left_out(element):
    assert words(f"<div><p>One.</p>{element}<p>Two.</p></div>") == ["One.", "Two."]


@pytest.mark.parametrize(
    ("image", "expected"),
    [
        ('<img src=a.jpg alt="Boats &amp; crews\nat dawn.">', ["Boats & crews at dawn."]),
        ("<img data-alt=x ALT = 'The “Ana” at dawn.'/>", ["The “Ana” at dawn."]),
        ("<img data-x=\"alt='x'\" alt=Dawn>", ["Dawn"]),
        ("<img title='The quay at dawn.' alt=Dawn>", ["Dawn", "The quay at dawn."]),
        ("<img title='The quay.'>", ["The quay."]),
        ("<img title='The  quay.' alt='The quay.'>", ["The quay."]),
        ("<a href=b><img alt='Boats &ltd at dawn.'></a>", []),
        ("<img alt=''>", []),
        ("<img alt>", []),
        ("<img alt='x'> Boats.", ["Boats."]),
        ("<img alt='One.'><img alt='Two.'>", ["One.", "Two."]),
    ],
)
def test_description_of_an_image_that_stands_alone_is_a_caption(image, expected):
    assert words(f"<p>{image}</p>") == expected


def test_no_fix_ends_an_attribute(run, desk):
    page = """<p>"Late," he said. "Very," she said. "No," they said.</p><img alt="He said “late” again.">"""
    (desk / "a.html").write_text(page, encoding="utf-8")

    ran = run("a.html", "--format", "json", "--fix", "--unsafe-fixes")

    assert (desk / "a.html").read_text(encoding="utf-8") == page
    assert [finding["rule"] for finding in ran.findings] == ["quotes.mixed-marks"]


@pytest.mark.parametrize(
    ("copy", "expected"),
    [
        ("<p>In {{ page.place }} it is 80 km.</p>", ["In ￼ it is 80 km."]),
        ("<div>{% include share.html %}</div><p>One.</p>", ["One."]),
        ('<p>{% if a > "<b>" %}One.{% endif %}</p>', ["One."]),
        ("<p><?php if ($a->b) ?>One.</p>", ["One."]),
        ("<a href='{{ \"'>\" }}'>One.</a> <%= yield %>", ["One."]),
        ("<img alt='{{ caption }}'><p>One.</p>", ["One."]),
        ("<p>A set {{ and no</p><p>more}} of it.</p>", ["A set {{ and no", "more}} of it."]),
        ("---\ntitle: Storm\n---\n<p>One.</p>", ["One."]),
        ("<p>A \uf8fd {{ sign }}.</p>", ["A ￼ {{ sign }}."]),
    ],
)
def test_tag_of_a_template_is_no_copy(copy, expected):
    assert words(copy) == expected


def test_element_left_open_ends_with_the_one_round_it():
    assert words("<div><aside>x</div><p>One.<span hidden>y</p><p>Two.</p>") == ["One.", "Two."]


def test_saved_page_gives_its_article():
    paragraph = "<p>The harbour at Peniche was shut on Monday, as waves ran high, and nobody was hurt.</p>\n"
    page = (
        "<!doctype html><html lang=en-GB><head><title>Storm floods towns | The Coast</title>"
        '<meta property="article:published_time" content="2024-03-04T05:00:00Z"><script>x()</script></head>'
        "<body><h1>The Coast</h1><nav><a href=/>Home</a></nav><div><h1>Storm floods towns</h1>"
        f"</div><div class=story>{paragraph * 6}</div>"
        "<div class=more><ul><li><a href=/b>Boats</a></ul></div><footer>About us</footer></body></html>"
    )

    document = read(page)

    assert words(page) == ["Storm floods towns", *[paragraph[3:-5]] * 6]
    assert document.meta.title == "Storm floods towns"
    assert document.meta.language == "en-GB"
    assert document.meta.date == datetime.date(2024, 3, 4)


def test_article_is_the_element_that_the_page_calls_so():
    lines = [
        f"<p>Boat {number} was lost in the harbour on Monday, as waves ran high, he said.</p>"
        for number in range(8)
    ]
    page = (
        "<html><body><script>x()</script><div><p>Sign up for the letter that we send every day to all.</p>"
        f"<article><div>{''.join(lines[:6])}</div><div>{''.join(lines[6:])}</div></article></div></body></html>"
    )

    assert words(page) == [line[3:-4] for line in lines]


def test_page_without_furniture_gives_all_its_copy():
    page = (
        "<!doctype html><html><head><title>Draft</title></head><body><p>One.</p><div>Two.</div></body></html>"
    )

    assert words(page) == ["One.", "Two."]
    assert read(page).meta.title == "Draft"


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ('{"@type": "NewsArticle", "datePublished": "2024-03-04"}', datetime.date(2024, 3, 4)),
        ('{"@graph": [{"datePublished": "2024-03-04"}]}', datetime.date(2024, 3, 4)),
        ('[{"datePublished": "2024-03-04"}, {"datePublished": "2023-01-02"}]', None),
        ('{"datePublished": "0001-01-01"}', None),
        ('{"datePublished": "2024-02-31"}', None),
        ('{"datePublished": 4}', None),
        ('{"datePublished": ', None),
    ],
)
def test_story_has_the_one_date_that_its_page_gives(entry, expected):
    page = (
        f'<html><head><script type="application/ld+json">{entry}</script></head><body><p>One.</body></html>'
    )

    assert read(page).meta.date == expected


def test_story_has_the_section_that_its_page_gives():
    section = '<meta property="article:section" content="Sports &amp;  rain">'

    assert (
        read(f"<html><head>{section}</head><body><p>It rained.</p></body></html>").meta.section
        == "Sports & rain"
    )


def test_ignore_in_a_comment_is_for_the_next_line():
    copy = "<p>One.</p>\n<!-- newslint: ignore[units] -- as on the sign -->\n<p>Two.</p>\n<!-- a note -->\n"

    (directive,) = read(copy).directives

    assert (directive.rules, directive.line, directive.reason) == (("units",), 3, "as on the sign")


@pytest.mark.parametrize(
    ("copy", "line"),
    [
        ("<!-- newslint: ignore -->\n<div>\n\n<p>\n  One.\n</p>", 5),
        ("<div><!-- newslint: ignore -->\r\n<p>One.</p>", 2),
        ("<p><!-- newslint: ignore --> One.</p>\n<p>Two.</p>", 1),
        ("<p>One. <!-- newslint: ignore --></p>\n<p>Two.</p>", 1),
        ("<p>One.</p>\n<p hidden>Old.</p><!-- newslint: ignore -->\n<nav>Home</nav>\n<p>Two.</p>", 4),
    ],
)
def test_line_of_tags_is_no_line_of_copy(copy, line):
    assert [directive.line for directive in read(copy).directives] == [line]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_place_of_copy_is_exact_at_every_line_end(line_end):
    copy = STORY.replace("\n", line_end)
    document = read(copy)

    start = document.text.index("4,000")
    place = document.map.source(type(document.blocks[0].span)(start, start + 5))

    assert place.start == copy.index("4,000")
    assert place.cut(document.source) == "4,000"


@given(ODD_HTML)
def test_verbatim_copy_is_the_copy_in_the_source(copy):
    document = read(copy)

    segments = document.map.segments
    end = 0
    for segment in segments:
        assert segment.source >= end
        end = segment.source + segment.source_length
        if segment.verbatim:
            source = document.source[segment.source : end]
            assert document.text[segment.text : segment.text + segment.length] == source
    assert end <= len(document.source)
    for block, following in pairwise(document.blocks):
        assert block.span.end <= following.span.start


def test_deep_nesting_is_read():
    assert words("<div>" * 20_000 + "<p>One." + "</div>" * 20_000 + "<p>Two.") == ["One.", "Two."]


def test_page_is_refused_where_its_parser_is_not_installed(monkeypatch):
    monkeypatch.setitem(sys.modules, "turbohtml", None)

    with pytest.raises(SourceError, match=r"^story\.html: HTML is read by the package turbohtml"):
        read("<p>One.</p>")


MARKDOWN = """\
# Road opens

By Ana Berg

The *new* road is 80 kilometers (60 miles) long, and **45 pounds** of salt lay on it.
“Nobody told us,” Berg said.

## Towns

- Peniche has 4 harbours &amp; 10 boats.

> Nobody told us of 30 kilometers (30 miles).
"""
PAGE = """\
<h1>Road opens</h1>
<p>By Ana Berg</p>
<p>The <em>new</em> road is 80 kilometers (60 miles) long, and <strong>45 pounds</strong> of salt lay on it.
“Nobody told us,” Berg said.</p>
<h2>Towns</h2>
<ul><li>Peniche has 4 harbours &amp; 10 boats.</li></ul>
<blockquote><p>Nobody told us of 30 kilometers (30 miles).</p></blockquote>
"""


def test_page_has_the_findings_of_its_markdown(run, desk):
    (desk / "a.md").write_text(MARKDOWN, encoding="utf-8")
    (desk / "a.html").write_text(PAGE, encoding="utf-8")

    pages, marked = (run(name, "--format", "json").findings for name in ("a.html", "a.md"))

    told = [(finding["rule"], finding["message"], finding["text"]) for finding in pages]
    assert told == [(finding["rule"], finding["message"], finding["text"]) for finding in marked]
    assert ("60 miles") in [text for *_, text in told]


def test_fix_changes_nothing_but_its_words(run, desk):
    page = PAGE.replace("\n", "\r\n")
    (desk / "a.html").write_bytes(page.encode())

    run("a.html", "--fix", "--unsafe-fixes")
    once = (desk / "a.html").read_bytes().decode()
    run("a.html", "--fix", "--unsafe-fixes")

    assert once.replace("(50 miles)", "(60 miles)").replace("(19 miles)", "(30 miles)") == page
    assert (desk / "a.html").read_bytes().decode() == once


@given(ODD_HTML)
def test_finding_names_the_words_of_its_place(copy):
    page = "<p>80 kilometers (60 miles) " + copy

    report = newslint.lint(page, format="html")

    assert all(page[finding.start.offset : finding.end.offset] == finding.text for finding in report.findings)


@given(ODD_HTML)
def test_fixing_twice_is_fixing_once(copy):
    page = "<p>80 kilometers (60 miles) " + copy

    once = newslint.fix(page, format="html", unsafe=True)

    assert newslint.fix(once, format="html", unsafe=True) == once
