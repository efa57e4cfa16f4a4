"""`newslint docs`: a site of every rule, style, kind and key, whose links hold."""

from __future__ import annotations

import json
import posixpath
import re
import subprocess
import sys
from pathlib import Path

import pytest
import tomli

from conftest import HOUSE_RULE, house_rules
from newslint.founding.new_rules import starters

ROOT = Path(__file__).parents[1]
LINK = re.compile(r"\]\((?!https?:|#)([^)#\s]+)")
CODE = re.compile(r"`[^`\n]*`|<code>.*?</code>")


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """Return the pages of a desk with a rule of its own, by name."""
    desk = tmp_path_factory.mktemp("desk")
    house_rules(desk, journalese=HOUSE_RULE)
    command = [sys.executable, "-m", "newslint", "docs", "out", "--name", "Our desk"]
    subprocess.run(command, cwd=desk, check=True, capture_output=True)
    docs = desk / "out" / "docs"
    pages = {path.relative_to(docs).as_posix(): path.read_text("utf-8") for path in docs.rglob("*.md")}
    return pages, json.loads((desk / "out" / "mkdocs.yml").read_text(encoding="utf-8"))


def in_navigation(part):
    if isinstance(part, str):
        yield part
    for each in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        yield from in_navigation(each)


def test_every_link_leads_to_a_page(site):
    pages, _ = site
    links = [(name, link) for name, text in pages.items() for link in LINK.findall(CODE.sub("", text))]

    assert len(links) > 500
    wrong = [
        (name, link)
        for name, link in links
        if posixpath.normpath(posixpath.join(posixpath.dirname(name), link)) not in pages
    ]
    assert wrong == []


def test_every_page_is_in_the_navigation(site):
    pages, config = site

    assert sorted(in_navigation(config["nav"])) == sorted(pages)
    assert config["site_name"] == "Our desk"


def test_rule_of_the_desk_has_a_page_with_its_kind(site):
    pages, _ = site

    page = pages["rules/house/journalese.md"]

    assert page.startswith("# house.journalese\n")
    assert "He left amid calls to stay." in page
    assert "It is a check of the kind [existence](../../kinds/existence.md)." in page


def test_styles_that_speak_of_a_rule_are_named(site):
    pages, _ = site

    assert "[ap](../../styles/ap.md)" in pages["rules/dates/date-format.md"]


@pytest.mark.parametrize("kind", starters())
def test_kind_for_desks_shows_a_whole_rule(site, kind):
    pages, _ = site

    (rule,) = re.findall(r"writes this one:\n\n```toml\n(.*?)\n```\n", pages[f"kinds/{kind}.md"], re.DOTALL)

    assert tomli.loads(rule)["check"]["kind"] == kind


def test_every_key_of_a_config_is_told(site):
    pages, _ = site

    rows = re.findall(
        r"^\| `([a-z-]+)` \| ([^|]+) \| ?([^|\n]*) \|$", pages["reference/config.md"], re.MULTILINE
    )

    keys = [key for key, _, told in rows if not told.strip()]
    assert len(rows) > 25
    assert keys == []


def test_nothing_looks_like_a_declaration_in_html(site):
    pages, _ = site

    assert [name for name, text in pages.items() if "<![" in text] == []
    assert "<code>" in pages["rules/house/points-missing.md"]


def test_folder_of_another_is_left_alone(run, desk):
    (desk / "out").mkdir()
    (desk / "out" / "ours.md").write_text("Ours.\n", encoding="utf-8")

    ran = run("docs", "out")

    assert (ran.code, ran.err) == (2, "newslint: out: found something else there, expected a new folder.\n")
    assert [path.name for path in (desk / "out").iterdir()] == ["ours.md"]


def test_site_is_written_again_without_pages_of_rules_that_are_gone(run, desk):
    house_rules(desk, journalese=HOUSE_RULE)
    run("docs", "out")
    (desk / "newslint.toml").unlink()

    ran = run("docs", "out")

    assert ran.code == 0
    assert not (desk / "out" / "docs" / "rules" / "house" / "journalese.md").exists()


def test_building_wants_its_extra(run, desk):
    if (
        subprocess.run([sys.executable, "-c", "import mkdocs"], check=False, capture_output=True).returncode
        == 0
    ):
        pytest.skip("MkDocs is installed here")

    ran = run("docs", "out", "--build")

    assert (ran.code, ran.err) == (
        2,
        "newslint: `newslint docs --build` wants mkdocs-material, which is not installed: "
        "pip install 'newslint[docs]'.\n",
    )
    assert not (desk / "out").exists()


def test_the_guide_of_a_wheel_is_that_of_the_checkout():
    build = tomli.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"]["build"]
    listed = build["targets"]["wheel"]["force-include"]
    # Whoever writes a page lists it there.
    pages = {f"docs/{path.name}": f"newslint/guide/{path.name}" for path in (ROOT / "docs").glob("*.md")}

    assert {key: value for key, value in listed.items() if key.startswith("docs/")} == pages
