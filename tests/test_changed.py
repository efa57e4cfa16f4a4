"""`--changed-since`: the findings on lines that git says have changed."""

from __future__ import annotations

import subprocess

import pytest

WRONG = "The road to Brenna is 80 kilometers (60 miles) long.\n"
RULE = "units.wrong-conversion"


def git(*words: str) -> None:
    subprocess.run(
        ["git", "-c", "user.name=Desk", "-c", "user.email=desk@example.org", *words],
        check=True,
        capture_output=True,
    )


@pytest.fixture
def since(run, desk):
    (desk / "a.txt").write_text(f"{WRONG}\nA line.\n\n{WRONG}", encoding="utf-8")
    (desk / "b.txt").write_text(WRONG, encoding="utf-8")
    git("init", "-q")
    git("add", "-A")
    git("commit", "-qm", "First")

    def lint(*words: str):
        return run(".", "--select", RULE, "--format", "concise", "--changed-since", "HEAD", *words)

    return lint


def places(out: str) -> list[str]:
    return [line.partition(": ")[0] for line in out.splitlines()]


def test_nothing_changed_is_nothing_found(since):
    ran = since()

    assert (ran.code, ran.out) == (0, "")


def test_finding_on_a_changed_line_counts(since, desk):
    (desk / "a.txt").write_text(f"{WRONG}\nA line.\n\nSo: {WRONG}", encoding="utf-8")

    ran = since()

    assert (ran.code, places(ran.out)) == (1, ["a.txt:5:42"])


def test_whole_files_count_where_asked(since, desk):
    (desk / "a.txt").write_text(f"{WRONG}\nAnother line.\n\n{WRONG}", encoding="utf-8")

    assert places(since().out) == []
    assert places(since("--whole-files").out) == ["a.txt:1:38", "a.txt:5:38"]


def test_new_file_counts_whole_also_by_an_odd_name(since, desk):
    (desk / 'a "new" å.txt').write_text(WRONG, encoding="utf-8")
    (desk / "c.txt").write_text(WRONG, encoding="utf-8")
    git("add", "c.txt")

    assert places(since().out) == ['a "new" å.txt:1:38', "c.txt:1:38"]


def test_lines_of_a_quoted_name_are_found(since, desk):
    name = 'å "quoted".txt'
    (desk / name).write_text(f"{WRONG}\nA line.\n", encoding="utf-8")
    git("add", "-A")
    git("commit", "-qm", "Second")
    (desk / name).write_text(f"{WRONG}\nA line.\n\n{WRONG}", encoding="utf-8")

    assert places(since().out) == [f"{name}:5:38"]


def test_changes_are_those_of_the_repository_from_any_folder(run, since, desk, monkeypatch):
    (desk / "a.txt").write_text(f"{WRONG}\nA line.\n\nSo: {WRONG}", encoding="utf-8")
    (desk / "in").mkdir()
    monkeypatch.chdir(desk / "in")

    ran = run("..", "--select", RULE, "--format", "concise", "--changed-since", "HEAD")

    assert places(ran.out) == ["../a.txt:5:42"]


def test_story_counts_where_a_related_place_changed(run, desk):
    (desk / "a.txt").write_text(
        "Marta Halvorsen spoke.\n\nHalvorsen left.\n\nHalverson came.\n", encoding="utf-8"
    )
    git("init", "-q")
    git("add", "-A")
    git("commit", "-qm", "First")
    (desk / "a.txt").write_text(
        "Marta Halvorsen sang.\n\nHalvorsen left.\n\nHalverson came.\n", encoding="utf-8"
    )

    ran = run(
        ".", "--select", "names.inconsistent-spelling", "--changed-since", "HEAD", "--format", "concise"
    )

    assert places(ran.out) == ["a.txt:5:1"]


def test_what_is_known_on_unchanged_lines_is_not_gone(run, since, desk):
    run(".", "--select", RULE, "--write-baseline", "known.json")
    (desk / "a.txt").write_text(f"{WRONG}\nA line.\n\n{WRONG}\n{WRONG}", encoding="utf-8")

    ran = run(".", "--select", RULE, "--changed-since", "HEAD", "--baseline", "known.json")

    assert ran.out.splitlines()[-1].startswith("1 new (1 error), 3 known, 0 gone in 2 files")


@pytest.mark.parametrize("revision", ["gone", "--output=x", ""])
def test_unknown_revision_is_said(since, revision):
    ran = since("--changed-since=" + revision)

    assert ran.code == 2
    assert ran.err == f"newslint: --changed-since: found `{revision}`, expected a revision that git knows.\n"


def test_folder_outside_any_repository_is_said(run, desk, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(desk.parent))
    (desk / "a.txt").write_text(WRONG, encoding="utf-8")

    ran = run(".", "--changed-since", "HEAD")

    assert ran.code == 2
    assert ran.err.startswith("newslint: --changed-since: git says: fatal: not a git repository")


def test_machine_without_git_is_told(run, desk, monkeypatch):
    monkeypatch.setenv("PATH", str(desk))
    (desk / "a.txt").write_text(WRONG, encoding="utf-8")

    ran = run(".", "--changed-since", "HEAD")

    assert (ran.code, ran.err) == (
        2,
        "newslint: --changed-since: git cannot be run: No such file or directory.\n",
    )
