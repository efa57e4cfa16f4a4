"""Template tags in Markdown: what is no copy, what stays copy, and that no fix touches either's tags."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import Run
from newslint.plugin import Document, Lexicon, Source, Span
from newslint.readers.markdown import MarkdownReader

TAGS_IN_A_LINE = (
    '{{< tweet user="berg" id="1" >}}',
    '{{% figure src="a.jpg"\ncaption="The “old” harbour" %}}',
    '{{< figure src="a.jpg"\n\ncaption="The “old” harbour" >}}',
    '{{< figure caption="so >}} it goes" >}}',
    "{{</* tweet 1 */>}}",
    '{% include ad.html id="2" %}',
    '{%- include ad.html title="{{ page.title }}" -%}',
    '{{ page.title | default: "Storm" }}',
    '{{ map(pins={a: {b: "c"}}) }}',
    "{{{ body }}}",
    '{# not "yet" #}',
    "{% comment %}He *said* so.{% endcomment %}",
    '{{< highlight python >}}print("a"){{< /highlight >}}',
    '{/* "why" */}',
    '{page.title}{" "}{...props}{day("1")}',
    '[gallery ids="1,2" size="full"]',
    "[gallery ids=”1,2”]",
    "[embed]https://example.org/a_b_c[/embed]",
    "![[map.png|300]]",
    '<Map pins={[1, 2]} title="The “old” map" />',
    '<a {% if page.url %}href="{{ page.url }}"{% endif %}>'.replace("<a", "<input"),
    '<% include "ad" %>',
    "$a -- b$",
    '$x_1 - "x"$',
    r"$10^{-3}$",
    r"$v_{\text{the harbour -- max}} = 3$",
    "$$E = mc^2$$",
    r"$$\n\frac{a -- b}{c}\n$$".replace(r"\n", "\n"),
    r"\(a -- b\)",
    r"\[ \sum_i x_i -- y \]",
)
TRIMMED = (
    '{width="300" .left}',
    "{.left #map}",
    '{: .note title="so"}',
    '{: target="_blank"}',
    "{#top}",
    "{=html}",
    "{linenos=true,hl=1}",
)
ALONE = (
    *TAGS_IN_A_LINE,
    *TRIMMED,
    '*[HB]: Harbour Board, "the board"',
    ':::note{title="The “old” harbour"}\n\n:::',
    ":::: {.columns}",
    '::video[The "harbour"]{#v1}',
    '{::options parse_block_html="true" /}',
    '<!-- wp:image {"align":"left"} -->',
    'import Map, { Pin } from "./map.js";\nimport "./a.css"',
    'export const title = "“Storm”";',
)
COPY = (
    "The minutes say “we was [sic] glad” and stop.",
    "“[The mayor] said no,” he wrote.",
    "The valley is 80 km [50 miles] long.",
    "He wrote { and } in the margin.",
    "The form asks for [name] and [date of birth].",
    "The tide turned: [see map] and so did [Berg] a day later [1].",
    "Notes [a/b] and [x = y] were struck out.",
    "Import duties rose from 5 to 6 per cent.",
    "Wow!!! Who said so??? Nobody did.",
    "Prices: [up] 5::6 at noon.",
    "They were 3 < 4 and 5 > 4.",
    "It rose from $5 to $6, or $5 million -- and $6 million.",
    "It cost US$5 million, A$6 million; $40–$50 a head, $5/$6.",
    "A $2bn ($1.8bn) deal, $5_a$6 and $5^1,$6.",
    "Prices: $$ -- cheap, $$$ -- dear; $$.",
    "He paid $a and $b, $x $ y_1 $ z, and 5$ x_1 $.",
    "The $long road_a$ and $$ so they_said -- then$$ ran.",
)


def read(copy: str, path: str = "story.md") -> Document:
    return MarkdownReader().read(Source(path, copy.encode()), Lexicon({}))


def parts(copy: str, path: str = "story.md") -> list[tuple[str, str]]:
    document = read(copy, path)
    return [(block.kind.value, block.span.cut(document.text)) for block in document.blocks]


@pytest.mark.parametrize("tag", TAGS_IN_A_LINE)
def test_tag_in_a_line_is_an_object(tag: str) -> None:
    ((_, words),) = parts(f"The boats {tag} left *at* noon.")

    assert words.replace("\ufffc\ufffc\ufffc\ufffc", "\ufffc") == "The boats \ufffc left at noon."


@pytest.mark.parametrize("tag", TRIMMED)
def test_attribute_list_takes_no_place(tag: str) -> None:
    assert parts(f"## The [boats](a.html){tag} left {tag}\n\nThey `ran`{tag}, *they*{tag} said.") == [
        ("headline", "The boats left"),
        ("paragraph", "They \ufffc, they said."),
    ]


@pytest.mark.parametrize("tag", ALONE)
def test_tag_alone_on_its_line_is_nothing_and_parts_the_copy(tag: str) -> None:
    assert parts(f"The boats left.\n\n{tag}\n\nThey came back.") == [
        ("paragraph", "The boats left."),
        ("paragraph", "They came back."),
    ]


@pytest.mark.parametrize("copy", COPY)
def test_ordinary_brackets_are_copy_and_may_be_mended(copy: str) -> None:
    document = read(copy)

    assert document.text == copy
    assert document.map.verbatim(Span(0, len(copy) if "{" not in copy else 5))


def test_words_between_a_pair_of_tags_are_copy() -> None:
    assert parts(
        "{{< caption >}}Boats at dawn.{{< /caption >}}\n\n"
        "{{% note %}}\nThe *harbour* is shut.\n{{% /note %}}\nIt opens on Monday.\n\n"
        '[caption id="a"]\nNets dry.\n[/caption]\n\n'
        "He {% bold %}did{% endbold %} say [b]no[/b] to it.\n"
    ) == [
        ("paragraph", "Boats at dawn."),
        ("paragraph", "The harbour is shut."),
        ("paragraph", "It opens on Monday."),
        ("paragraph", "Nets dry."),
        ("paragraph", "He \ufffcdid\ufffc say \ufffcno\ufffc to it."),
    ]


def test_title_of_a_container_is_a_subhead() -> None:
    assert parts(
        'The boats left.\n\n::: tip Mind the tide\nIt turns at noon.\n:::\n\n!!! note "Who pays"\n'
        "    The town.\n\n"
        ":::warning[Mind *it*]{.wide}\nNo swimming.\n:::\n"
    ) == [
        ("paragraph", "The boats left."),
        ("subhead", "Mind the tide"),
        ("paragraph", "It turns at noon."),
        ("subhead", "Who pays"),
        ("subhead", "Mind it"),
        ("paragraph", "No swimming."),
    ]


def test_wiki_link_reads_as_its_words_and_its_address_is_not_mended() -> None:
    document = read("He met [[Ana Berg]] in [[towns/peniche|the town]] by [[towns/a.md]].")

    assert document.text == "He met Ana Berg in the town by \ufffc."
    assert not document.map.verbatim(Span(7, 15))
    assert document.map.source(Span(7, 15)).cut(document.source) == "Ana Berg"
    assert document.map.verbatim(Span(19, 27))


def test_tag_in_an_address_or_a_definition_leaves_the_link_whole() -> None:
    assert parts(
        'See [the map]({{< ref "map.md" >}} "A “map”") and [the list]({% link list.md %}) and [the plan].'
        "\n\n"
        '[the plan]: {{ site.url }}/plan "The “plan”" {width=50%}\n'
    ) == [("paragraph", "See the map and the list and the plan.")]


def test_tag_in_code_is_code() -> None:
    assert parts(
        'Write `{{` to open and `}}` to close.\n\n```\n{{< figure src="a"\n```\n\n~~~ {.python}\n'
        ":::note\n~~~\n\nIt >}} ends."
    ) == [
        ("paragraph", "Write \ufffc to open and \ufffc to close."),
        ("paragraph", "It >}} ends."),
    ]


def test_tags_in_lists_tables_and_quotations_are_left_out() -> None:
    assert parts(
        '- One.\n{: .wide}\n- Two.{:.x}\n\n| Town {{ a }} | Homes |\n|---|---|\n| {% b "|" %} | 4 |\n'
        "{: .table}\n\n"
        '> {{< quote by="Berg"\n> in="Peniche" >}}\n> Nobody told us.\n> {{< /quote >}}\n'
    ) == [
        ("list-item", "One."),
        ("list-item", "Two."),
        ("table-cell", "Town \ufffc"),
        ("table-cell", "Homes"),
        ("table-cell", "4"),
        ("quote", "Nobody told us."),
    ]


def test_braces_are_copy_in_markdown_and_expressions_in_mdx() -> None:
    assert parts("The {boats at sea} left.") == [("paragraph", "The {boats at sea} left.")]
    assert parts("The {boats + 1} left.", "story.mdx") == [("paragraph", "The \ufffc left.")]
    assert parts('import A from "a"\n\nThe {boats + 1} left.') == [("paragraph", "The \ufffc left.")]


def test_escaped_brackets_and_signs_are_copy() -> None:
    document = read(r"He \[the mayor -- now gone\] won \(3--1\), \(AP\) wrote; \$5_a and \$6_b$ and $x_1\$.")

    assert document.text == "He [the mayor -- now gone] won (3--1), (AP) wrote; $5_a and $6_b$ and $x_1$."


def test_formula_ends_with_its_paragraph() -> None:
    document = read("He paid $$\n\nx_1\n\n$$ and $x_\n\n1$.")

    assert document.text.split() == ["He", "paid", "$$", "x_1", "$$", "and", "$x_", "1$."]


@pytest.mark.parametrize("doubtful", ["{boats “at” sea}", '{{ broken "at sea" and left.', '{% broken "tag"'])
def test_what_may_be_a_tag_is_read_and_not_mended(doubtful: str) -> None:
    document = read(f"The tide turned {doubtful}\n\nThey left.")

    assert document.text == f"The tide turned {doubtful}\n\nThey left."
    assert not document.map.verbatim(Span(16, 17))
    assert document.map.verbatim(Span(0, 16))


@pytest.mark.parametrize("escaped", [r"\"", r"\'", r"\-", r"\$"])
def test_escaped_mark_is_read_without_its_backslash_and_not_mended(escaped: str) -> None:
    document = read(f"The tide {escaped} turned.")

    assert document.text == f"The tide {escaped[1]} turned."
    assert not document.map.verbatim(Span(9, 10))
    assert document.map.source(Span(9, 10)) == Span(10, 11)
    assert not document.map.verbatim(Span(9, 9))
    assert document.map.verbatim(Span(0, 9))


HOSTILE = (
    *("{{" * 20_000, "[" * 20_000, "{{< " * 20_000, '<a b="' * 20_000, "<a b=\"'" * 20_000, "{" * 20_000),
    *('{{< a="' * 20_000, '[a b="' * 20_000, "{a" * 20_000 + "}" * 20_000, "[a] " * 20_000 + "[/b]"),
    *(":::" * 20_000, ":a[" * 20_000, "\nimport {" * 20_000, "\n*[" * 20_000, "`" * 20_000, "{/*" * 20_000),
    *("{% comment %}" * 10_000, "<!-- {{" * 10_000, "\n```\n~~~" * 10_000, "{{ {{< {% {# " * 5_000 + "}}"),
)


@pytest.mark.parametrize("copy", HOSTILE)
def test_hostile_brackets_are_read(copy: str) -> None:
    assert read(copy).source == copy


@pytest.mark.parametrize(
    "tag",
    [
        '[gallery ids="1,2" title="the the"]',
        '{{< tweet user="the the" id="1" >}}',
        '<a href="https://example.org" title="the the" rel="a">',
    ],
)
def test_tag_in_plain_text_has_no_vote_and_its_faults_are_only_shown(run: Run, desk: Path, tag: str) -> None:
    story = f"“We are glad,” said the the mayor’s aide. {tag} “It’s open,” she said.\n"
    (desk / "story.txt").write_text(story, encoding="utf-8")

    found = run("story.txt", "--format", "json").findings
    run("story.txt", "--fix", "--unsafe-fixes")

    assert "quotes.mixed-marks" not in [finding["rule"] for finding in found]
    assert (desk / "story.txt").read_text(encoding="utf-8") == story.replace("the the mayor", "the mayor")


def test_escaped_mark_counts_and_the_fix_of_its_story_is_only_shown(run: Run, desk: Path) -> None:
    story = '“We are glad,” he said. “Yes,” and \\"no\\" it is.\n'
    (desk / "story.md").write_text(story, encoding="utf-8")

    (finding,) = run("story.md", "--select", "quotes.mixed-marks", "--format", "json").findings
    run("story.md", "--select", "quotes.mixed-marks", "--fix", "--unsafe-fixes")

    assert [fix["safety"] for fix in finding["fixes"]] == ["suggestion"]
    assert (desk / "story.md").read_text(encoding="utf-8") == story


def test_mark_behind_a_backslash_that_is_shown_is_not_made_one_that_it_escapes(run: Run, desk: Path) -> None:
    copy = '“It rained,\\” she said. "No," he said. "Yes," she said. "So it did," he said.\n'
    (desk / "a.md").write_text(copy, encoding="utf-8")

    run("a.md", "--fix", "--unsafe-fixes")

    assert (desk / "a.md").read_text(encoding="utf-8") == copy


def test_fix_never_spans_a_tag_that_was_left_out(run: Run, desk: Path) -> None:
    story = "The harbour met the {.note}the mayor and the{{< ad >}}the aide.\n"
    (desk / "story.md").write_text(story, encoding="utf-8")

    run("story.md", "--fix", "--unsafe-fixes")

    assert (desk / "story.md").read_text(encoding="utf-8") == story
