"""The pages of docs/ tell the truth: their commands run, their links lead somewhere."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[1] / "docs"
PAGES = {path.name: path.read_text(encoding="utf-8") for path in sorted(DOCS.glob("*.md"))}
# A command on a line of its own, or in one with its arguments; what follows `>` is the shell's.
LINE = re.compile(r"^(?: {4}|(?=newslint completion ))(newslint [^\n#>]*[^\n#> ])", re.MULTILINE)
INLINE = re.compile(r"`(newslint [a-z]+ [a-z-][^`A-Z]*)`")
# They want a terminal or a port of their own: test_review, test_server and test_editor start them.
ELSEWHERE = ("newslint review", "newslint serve", "newslint lsp")
STORY = "The road to Bergen is 80 kilometers (60 miles) long, Anna Halvorsen said on March 3.\n"


def commands() -> list[str]:
    found = {each for page in PAGES.values() for kind in (LINE, INLINE) for each in kind.findall(page)}
    return sorted(each for each in found if not each.startswith(ELSEWHERE))


@pytest.fixture
def stories(desk):
    (desk / "stories").mkdir()
    for name in ("story.md", "stories/a.md", "stories/b.txt"):
        (desk / name).write_text(STORY, encoding="utf-8")
    return desk


def test_commands_are_found():
    assert "newslint check --baseline known.json stories/" in commands()
    assert "newslint completion bash" in commands()


@pytest.mark.parametrize("command", commands())
def test_command_does_its_work(run, stories, command):
    if "known.json" in command:
        run("check", "--write-baseline", "known.json", "stories/")
    if command.startswith(("newslint archive re", "newslint names --against")):
        run("archive", "stories/", "--out", "out/")
        run("archive", "register", "out/", "--output", "names.toml")

    ran = run(*shlex.split(command)[1:])

    assert ran.code in (0, 1), ran.err


@pytest.mark.parametrize("name", PAGES)
def test_links_lead_to_files(name):
    links = re.findall(r"\]\((?!https?:)([^)#\s]+)", PAGES[name])

    assert [link for link in links if not (DOCS / link).exists()] == []
