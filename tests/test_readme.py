"""The README tells the truth: its commands run, its config and rule load, its program prints what it says."""

from __future__ import annotations

import re
import shlex
import subprocess
from pathlib import Path

import pytest

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
CI_PAGE = (Path(__file__).parents[1] / "docs" / "ci.md").read_text(encoding="utf-8")
STORY = """\
The road to Bergen is 80 kilometers (60 miles) long, Anna Halvorsen said on March 3.

“We will widen it,” said Halvorsen, the mayor. "It is old."
"""
# Exit code 1: the story has an error in it. A fix of form leaves it there.
CODES = {
    "newslint stories/": 1,
    "newslint --style ap story.md": 1,
    "newslint --fix story.md": 1,
    "newslint --diff --unsafe-fixes story.md": 1,
    "newslint --across stories/": 1,
    "newslint --changed-since HEAD stories/": 0,
    "newslint --statistics stories/": 1,
    "newslint --report html:proof.html stories/": 1,
    "newslint explain units.wrong-conversion": 0,
    "newslint rules": 0,
    "newslint style diff ap guardian": 0,
    "newslint init": 0,
    "newslint lists mishaps": 0,
    "newslint names stories/": 0,
    "newslint quotes story.md": 0,
    "newslint document story.md": 0,
}
# On a terminal, a port or a pipe of their own: test_review, test_server and test_editor start them.
ELSEWHERE = ["newslint review story.md", "newslint serve", "newslint lsp"]


def section(title: str) -> str:
    return README.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


def commands() -> list[str]:
    lines = re.findall(r"^    (newslint .*)$", section("Use it"), re.MULTILINE)
    return [re.split(r"\s+# ", line)[0] for line in lines]


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


@pytest.fixture
def stories(desk):
    (desk / "stories").mkdir()
    for name in ("story.md", "stories/a.md", "stories/b.txt"):
        (desk / name).write_text(STORY, encoding="utf-8")
    identity = ["-c", "user.name=Desk", "-c", "user.email=desk@example.org"]
    for words in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "Stories"]):
        subprocess.run(["git", *identity, *words], check=True, capture_output=True)
    return desk


def test_every_command_is_known_here():
    assert commands() == [*CODES, *ELSEWHERE]


@pytest.mark.parametrize("command", CODES)
def test_command_does_its_work(run, stories, command):
    ran = run(*shlex.split(command)[1:])

    assert ran.code == CODES[command], ran.err
    assert ran.out
    complaints = [line for line in ran.said.splitlines() if line.startswith("newslint: ")]
    assert complaints == (["newslint: fixed story.md."] if "--fix" in command else [])


@pytest.mark.parametrize("command", sorted(set(re.findall(r"newslint check [^`\n]*", CI_PAGE))))
def test_command_of_the_ci_page_does_its_work(run, stories, command):
    ran = run(*shlex.split(command)[1:])

    assert ran.code in (0, 1), ran.err


def test_config_loads(run, stories):
    config, _ = blocks("toml")
    (stories / "house-rules").mkdir()
    (stories / "newslint.toml").write_text(config, encoding="utf-8")

    ran = run("story.md")

    assert (ran.code, ran.err) == (0, "")
    assert "warning" in ran.out


def test_rule_loads_and_its_commands_work(run, stories):
    _, rule = blocks("toml")
    (stories / "house-rules" / "desk").mkdir(parents=True)
    (stories / "house-rules" / "desk" / "journalese.toml").write_text(rule, encoding="utf-8")
    (stories / "newslint.toml").write_text('rules-dirs = ["house-rules"]\n', encoding="utf-8")

    assert run("test", "house-rules").out == "1 rule, 3 of 3 examples hold.\n"
    assert "Nobody says it aloud." in run("explain", "desk.journalese").out


@pytest.mark.parametrize(("mark", "name"), [("[", "a.txt"), ("<", "a.md")])
def test_ignores_silence_what_follows(run, desk, mark, name):
    (ignore,) = re.findall(rf"^    (\{mark}.*newslint: ignore.*)$", README, re.MULTILINE)
    (desk / name).write_text(f"{ignore}\nThe road is 80 kilometers (60 miles) long.\n", encoding="utf-8")

    assert run(name).code == 0


def test_program_prints_what_it_says(desk, capsys):
    (program,) = blocks("python")

    exec(compile(program, "README.md", "exec"), {})  # the program of our own page

    assert capsys.readouterr().out == "".join(f"{line}\n" for line in re.findall(r"# (“.*)$", program, re.M))
