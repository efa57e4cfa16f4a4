"""The proof page: copy as readers see it, notes beside the words in question, charts over all stories."""

from __future__ import annotations

import datetime
import json
import re
import sys
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest
import turbohtml

import newslint
from conftest import HOUSE_RULE, house_rules
from newslint.reporters.proof.html import HtmlReporter
from office_files import run_of, word_file

FERRY = Path(__file__).parents[1] / "examples" / "ferry.md"
GOLDEN = Path(__file__).parent / "golden"
RULE = "units.wrong-conversion"


@pytest.fixture
def page(run, desk):
    """Return a function that writes stories, and parses the proof page of them."""

    def proof(*words, **stories):
        for name, copy in stories.items():
            path = desk / name.replace("__", "/").replace("_", ".")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(copy, encoding="utf-8")
        return turbohtml.parse(run(".", "--format", "html", *words).out)

    return proof


def text(element):
    return " ".join(element.text.split())


def texts(page, selector):
    return [text(each) for each in page.select(selector)]


def pointed(page, link):
    """Return the words that a link points at."""
    block = page.select_one(link.attr("href"))
    letters = "".join(_letters(block))
    stretches = [each.split("-") for each in link.attr("data-at").split(",")]
    return [letters[int(start) : int(end)] for start, end in stretches]


def _letters(element):
    for child in element.children:
        if isinstance(child, turbohtml.Text):
            yield child.data
        elif "ref" not in (child.attr("class") or ""):
            yield from _letters(child)


def test_words_in_question_are_marked_and_numbered(page):
    proof = page("--select", RULE, a_txt="The road of 80 kilometers (60 miles) is closed.\n")

    assert text(proof.select_one(".copy p")) == "The road of 80 kilometers (60 miles1) is closed."
    mark, reference = proof.select_one("mark"), proof.select_one("a.ref")
    assert (mark.text, mark.attr("class"), mark.attr("data-n")) == ("60 miles", "error", "1")
    assert reference.attr("aria-label") == "Note 1, error"
    note = proof.select_one(reference.attr("href"))
    assert text(note.select_one(".head")) == f"1 error {RULE}"
    assert note.select_one("a.back").attr("href") == f"#{reference.attr('id')}"
    assert texts(note, ".fixes li") == ["Change to “50 miles” unsafe", "Change to “100 kilometers” unsafe"]


def test_note_leads_to_why_there_is_its_rule(page):
    proof = page("--select", RULE, a_txt="The road of 80 kilometers (60 miles) is closed.\n")

    entry = proof.find(id=f"why-{RULE}")
    assert proof.select_one(".note .why a").attr("href") == f"#why-{RULE}"
    assert text(entry.select_one("h3")) == f"Converted figure is wrong {RULE}"
    assert text(entry.select_one("p")).startswith("A reader who thinks in one unit only")
    authority = "https://www.nist.gov/pml/owm/metric-si/unit-conversion"
    assert entry.select_one(".authority a").attr("href") == authority


def test_words_that_two_notes_are_about_are_marked_for_both(desk, page):
    rule = HOUSE_RULE.replace("amid calls", "old stone bridge")
    other = HOUSE_RULE.replace("amid calls", "bridge over").replace("warning", "error")
    house_rules(desk, one=rule, two=other)

    proof = page("--select", "house", a_txt="The old stone bridge over the river is closed.\n")

    marks = [(each.text, each.attr("class"), each.attr("data-n")) for each in proof.select("mark")]
    assert marks == [
        ("old stone ", "warning", "1"),
        ("bridge", "error", "1 2"),
        (" over", "error", "2"),
    ]
    assert text(proof.select_one(".copy p")) == "The old stone bridge1 over2 the river is closed."


def test_copy_is_set_by_the_parts_of_its_blocks(page):
    copy = (
        "# Bridge closes\n\nThe bridge is closed.\n\n## Who pays\n\n- the town\n- the county\n\n"
        "> It is old.\n\n"
        "| Year | Cost |\n|---|---|\n| 2024 | none |\n"
    )

    proof = page(a_md=copy)

    assert texts(proof, ".copy h2") == ["Bridge closes"]
    assert texts(proof, ".copy h3") == ["Who pays"]
    assert texts(proof, ".copy ul li") == ["the town", "the county"]
    assert texts(proof, ".copy blockquote p") == ["It is old."]
    assert [texts(row, "td") for row in proof.select(".copy tr")] == [["Year", "Cost"], ["2024", "none"]]
    assert [each.attr("data-line") for each in proof.select(".copy [data-line]")][:3] == ["1", "3", "5"]


def test_rows_of_a_table_in_a_page_are_set_as_rows(page):
    rows = "<tr><th>Year</th><th>Cost</th></tr><tr><td>2024</td>\n<td>none</td></tr>"

    proof = page(a_html=f"<article><h1>Bridge closes</h1><p>It is closed.</p><table>{rows}</table></article>")

    assert [texts(row, "td") for row in proof.select(".copy tr")] == [["Year", "Cost"], ["2024", "none"]]


def test_story_without_a_headline_is_headed_by_its_path(page):
    proof = page(a_txt="It rained.\n")

    assert texts(proof, ".story > h2") == ["a.txt"]
    assert proof.select_one("title").text == "a.txt: proof"


HOSTILE = """\
# <img src=x onerror=alert(1)> closes

"><script>alert(1)</script></section> said the the mayor, Ana "<b onclick='x'>" Ruiz & co. <!-- "We wait,"
said Ana Ruiz. &lt;i&gt; \u202eevil\u202c \x1b[31m ]]> {{7*7}} </style> 80 kilometers (<b>60 miles</b>).
"""


def test_copy_names_and_paths_are_never_markup(run, desk):
    (desk / "\"><script>alert('path')<").mkdir()
    (desk / "\"><script>alert('path')<" / "x.txt").write_text(HOSTILE, encoding="utf-8")
    (desk / "b.html").write_bytes(b"<p>\xff\xfe\0</p>")

    written = run(".", "--format", "html").out
    proof = turbohtml.parse(written)

    elements = list(proof.select("*"))
    assert [each.tag for each in elements if each.tag in ("img", "b", "iframe", "object", "base")] == []
    assert len(list(proof.select("script"))) == len(list(proof.select("style"))) == 1
    names = {name for each in elements for name in each.attrs}
    assert [name for name in names if name.startswith("on") or name == "style"] == []
    assert "\u202e" not in written
    assert "\x1b" not in written
    assert texts(proof, ".copy h2, .story > h2")[0].startswith("# <img src=x onerror=alert(1)>")


def test_page_lets_only_its_own_script_and_style_in(page):
    proof = page(a_txt="It rained.\n")

    policy = proof.select_one("meta[http-equiv]").attr("content")
    script, style = (proof.select_one(name).text for name in ("script", "style"))
    digests = [b64encode(sha256(each.encode()).digest()).decode() for each in (script, style)]
    assert policy == (
        f"default-src 'none'; img-src data:; style-src 'sha256-{digests[1]}'; "
        f"script-src 'sha256-{digests[0]}'; base-uri 'none'; form-action 'none'"
    )


def test_page_asks_nothing_of_any_network(run):
    proof = turbohtml.parse(run(str(FERRY), "--format", "html").out)

    assert list(proof.select("[src], [srcset], [action], object, iframe")) == []
    assert [each.attr("href") for each in proof.select("link")] == ["data:,"]
    assert "url(" not in proof.select_one("style").text
    assert "@import" not in proof.select_one("style").text
    assert (
        re.search(r"\b(?:fetch|XMLHttpRequest|import|WebSocket)\b", proof.select_one("script").text) is None
    )


def test_other_place_of_a_note_is_pointed_at(run):
    proof = turbohtml.parse(run(str(FERRY), "--format", "html").out)

    links = list(proof.select(".also a"))
    assert [(text(each), pointed(proof, each)) for each in links] == [
        ("“Halvorsen” here.", ["Halvorsen"]),
        ("Also curly.", ["”"]),
    ]


def test_note_lists_ten_places_and_counts_the_rest(page):
    told = "“We met Halverson, who was 6 feet tall,” the harbour master, Kari Halvorsen, said.\n\n"

    proof = page("--isolated", "--select", "names.inconsistent-spelling", a_txt=told * 14)

    note = proof.select_one("li.note")
    assert len(list(note.select(".also a"))) == 10
    assert [text(each) for each in note.select(".also")][-1] == "… and 4 more places"


def test_who_is_named_and_who_says_what_stands_beside_the_copy(run):
    proof = turbohtml.parse(run(str(FERRY), "--format", "html").out)

    person = proof.select_one(".names li")
    assert text(person) == "Ingrid Halvorsen 14 19"
    assert [pointed(proof, each) for each in person.select("a")] == [["Ingrid Halvorsen"], ["Halverson"]]
    assert "“The island has bread again,” said, direct" in texts(proof, ".quotes li")
    assert all(pointed(proof, each) != [""] for each in proof.select(".quotes a"))


def test_finding_about_no_copy_stands_beside_it(page):
    proof = page(a_md="---\ndate: 2026-02-30\n---\n\n<!-- newslint: ignore[unit] -->\n\nIt rained.\n")

    heads = texts(proof, ".unset .note .head")
    assert any(each.startswith("1 ") and "line" in each for each in heads)
    assert list(proof.select("mark")) == []


@pytest.mark.parametrize(
    "copy", ["𝔸 é 𝔹 road of 80 kilometers (60 miles).", "\ufeffA road of 80 kilometers (60 miles)."]
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_marks_stand_where_they_are_whatever_letters_stand_before(run, desk, copy, end):
    (desk / "a.txt").write_bytes(f"Rain{end}{end}{copy}{end}".encode())

    proof = turbohtml.parse(run("a.txt", "--select", RULE, "--format", "html").out)

    assert [each.text for each in proof.select("mark")] == ["60 miles"]


def test_story_in_word_is_set(run, desk):
    words = run_of("A road of 80 kilometers (60 miles) is closed.")
    (desk / "a.docx").write_bytes(word_file(f"<w:p>{words}</w:p>"))

    proof = turbohtml.parse(run("a.docx", "--select", RULE, "--format", "html").out)

    assert [each.text for each in proof.select("mark")] == ["60 miles"]


def test_all_words_that_findings_are_about_are_marked(run):
    stories = [str(path) for folder in GOLDEN.iterdir() for path in sorted(folder.glob("*.[tm][xd]*"))]
    findings = json.loads(run(*stories, "--format", "json").out)["findings"]
    proof = turbohtml.parse(run(*stories, "--format", "html").out)

    expected = sorted(" ".join(each["text"].split()) for each in findings)
    assert len(expected) > 20
    assert sorted(_marked(proof)) == expected


def _marked(proof):
    for story in proof.select(".story"):
        for note in story.select(".note"):
            number = re.search(r"\d+$", note.attr("id"))[0]
            marks = story.select(f'mark[data-n~="{number}"]')
            yield " ".join("".join(each.text for each in marks).split())


def test_overview_counts_by_rule_desk_and_week(page):
    wrong = "The road of 80 kilometers (60 miles) is closed.\n"
    proof = page(
        "--select",
        RULE,
        sports__2026030200_txt="It rained.\n",
        **{"sports__2026-03-03_txt": wrong, "sports__2026-03-04_txt": wrong, "news__2026-03-20_txt": wrong},
    )

    assert text(proof.select_one(".told")) == "3 errors in 4 files, 29 words."
    assert texts(proof, "#overview [aria-labelledby=chart-rule] tbody td.figure") == ["3"]
    assert [
        texts(row, "th, td.figure") for row in proof.select(".chart[aria-labelledby=chart-desk] tbody tr")
    ] == [
        ["sports", "3", "2", "100.0"],
        ["news", "1", "1", "111.1"],
    ]
    assert [texts(row, "th, td.figure") for row in proof.select(".weeks tbody tr")] == [
        ["2 Mar 2026", "2", "2", "111.1"],
        ["16 Mar 2026", "1", "1", "111.1"],
    ]


def test_stories_are_listed_with_what_was_found(page):
    proof = page(
        "--select", RULE, a_txt="The road of 80 kilometers (60 miles) is closed.\n", b_txt="It rained.\n"
    )

    rows = [texts(row, "th, td.figure") for row in proof.select("#stories tbody tr")]
    assert rows == [["a.txt", "9", "1", "0", "0"], ["b.txt", "2", "0", "0", "0"]]
    assert [row.attr("data-found") for row in proof.select("#stories tbody tr")] == ["e0:1", ""]
    links = [each.attr("href") for each in proof.select("#stories a")]
    assert [proof.select_one(each).tag for each in links] == ["section", "section"]


def test_story_that_cannot_be_read_is_told(run, desk):
    (desk / "a.txt").write_bytes(b"\xff\xfe\xfd")

    ran = run("a.txt", "--format", "html")

    proof = turbohtml.parse(ran.out)
    assert ran.code == 2
    assert text(proof.select_one("#stories .unread"))
    assert text(proof.select_one(".complaints li")).startswith("a.txt: ")
    assert list(proof.select(".story, .filters, .glossary")) == []


def test_story_that_gave_no_facts_is_listed_as_one_that_could_not_be_set():
    report = newslint.lint("It rained.\n", path="a.txt")
    reporter = HtmlReporter()

    written = "".join(
        [*reporter.story(report, width=None, facts=None), *reporter.closing(report.counted(), width=None)]
    )

    proof = turbohtml.parse(written)
    assert texts(proof, "#stories .unread") == ["its copy could not be set."]
    assert list(proof.select("#stories .more")) == []


def test_story_in_another_language_is_set_without_names(page):
    proof = page(a_txt="Il ponte sul fiume è chiuso da ieri, ha detto Anna Berg. " * 5)

    assert "not in English, so not linted" in texts(proof, ".slug li")
    assert list(proof.select(".cast")) == []


def test_stories_for_which_there_is_no_room_are_only_counted(page, monkeypatch):
    monkeypatch.setattr("newslint.reporters.proof.html.MOST_LETTERS", 4_000)
    monkeypatch.setattr("newslint.reporters.proof.html.MOST_CLEAN_LETTERS", 0)
    wrong = "The road of 80 kilometers (60 miles) is closed.\n"

    proof = page("--select", RULE, a_txt="It rained.\n", b_txt=wrong, c_txt=wrong * 40)

    assert texts(proof, "#stories a") == ["b.txt"]
    assert text(proof.select_one("#stories .more")).startswith("2 of the stories are only counted")


def test_page_is_the_same_for_any_number_of_workers(run, desk):
    for name in "abcde":
        (desk / f"{name}.md").write_text(FERRY.read_text(encoding="utf-8"), encoding="utf-8")

    one, two = (run(".", "--format", "html", "--across", "--jobs", jobs).out for jobs in ("1", "2"))

    assert one == two


def test_place_in_another_story_leads_to_that_story(run):
    proof = turbohtml.parse(run(str(GOLDEN / "across"), "--across", "--format", "html").out)

    links = [each for each in proof.select(".also a") if not each.attr("data-at")]
    assert len(links) > 0
    assert {proof.select_one(each.attr("href")).attr("class") for each in links} == {"story"}


def test_other_formats_are_asked_nothing(run, desk, monkeypatch):
    (desk / "a.txt").write_text("It rained.\n", encoding="utf-8")
    monkeypatch.delitem(sys.modules, "newslint.reporters.proof.html", raising=False)

    run("a.txt", "--format", "json")

    assert "newslint.reporters.proof.html" not in sys.modules


def test_date_of_a_story_is_told(page):
    proof = page("--date", datetime.date(2026, 3, 10).isoformat(), a_txt="It rained.\n")

    assert "10 March 2026" in texts(proof, ".slug li")
