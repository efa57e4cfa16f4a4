"""The hooks work under the real pre-commit, in a repository of stories."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[1]
ACROSS = PROJECT / "tests" / "golden" / "across"
TOWNS = ("Brenna", "Sund", "Korvald", "Halden", "Tresk", "Vik")
WRONG = "The valley lies 80 kilometers (130 miles) north of the capital."
MIXED = '“Late,” he said.\n\n"We waited," Marta Halvorsen said. "We left."\n'


def git(folder, *words):
    identity = ["-c", "user.name=Desk", "-c", "user.email=desk@example.org", "-c", "init.defaultBranch=main"]
    done = subprocess.run(["git", *identity, *words], cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def index_answers():
    asked = ["install", "--dry-run", "--quiet", "--no-deps", "--ignore-installed", "hatchling"]
    return (
        subprocess.run([sys.executable, "-m", "pip", *asked], capture_output=True, check=False).returncode
        == 0
    )


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """Return a copy of this checkout as hooks come from one, and the folder of their environment."""
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    if not index_answers() and not os.environ.get("NEWSLINT_NETWORK"):
        pytest.skip("no package index answers, and a hook's environment is installed from one")
    project = tmp_path_factory.mktemp("release") / "newslint"
    leave = shutil.ignore_patterns(".git", ".venv*", "*.egg-info", "__pycache__", ".*_cache", ".hypothesis")
    shutil.copytree(PROJECT, project, ignore=leave)
    git(project, "init", "--quiet")
    git(project, "add", "--all")
    git(project, "commit", "--quiet", "--message", "Release")
    return project


@pytest.fixture
def hooked(project, tmp_path):
    """Return an empty repository for stories."""
    stories = tmp_path / "stories"
    stories.mkdir()
    git(stories, "init", "--quiet")
    return stories


@pytest.fixture
def commit(project, hooked):
    """Return a function that has pre-commit run hooks over all files of the repository."""
    environment = {**os.environ, "PRE_COMMIT_HOME": str(project.with_name("pre-commit"))}
    command = [sys.executable, "-m", "pre_commit", "run", "--all-files"]
    revision = git(project, "rev-parse", "HEAD")

    def run(*hooks: str, **stories: str) -> subprocess.CompletedProcess[str]:
        ids = "".join(f"\n      - id: {hook}" for hook in hooks)
        config = f"repos:\n  - repo: {project}\n    rev: {revision}\n    hooks:{ids}\n"
        (hooked / ".pre-commit-config.yaml").write_text(config, encoding="utf-8")
        for name, copy in stories.items():
            (hooked / f"{name}.txt").write_text(copy, encoding="utf-8")
        git(hooked, "add", "--all")
        return subprocess.run(
            command, cwd=hooked, env=environment, capture_output=True, text=True, check=False
        )

    return run


def story(number: int) -> str:
    """Return a story without an error; an editor would be asked about its experts."""
    town = TOWNS[number % len(TOWNS)]
    return (
        f"Ferry returns to {town}\n\n"
        f"The ferry sailed from {town} with {number + 20} passengers, the harbor board said on Monday.\n\n"
        "Experts say it will rain.\n"
    )


@pytest.mark.network
def test_hooks_show_what_stops_a_commit_of_300_stories_and_that_once(commit):
    stories = {f"story{number:03}": story(number) for number in range(300)}
    for number in range(0, 300, 50):
        stories[f"story{number:03}"] += f"\n{WRONG}\n"

    stopped = commit("newslint", "newslint-project", **stories)

    assert stopped.returncode == 1, stopped.stdout + stopped.stderr
    places = re.findall(r"^(\S+\.txt):\d+:\d+ ", stopped.stdout, re.MULTILINE)
    assert sorted(places) == [f"story{number:03}.txt" for number in range(0, 300, 50)]
    assert stopped.stdout.count("units.wrong-conversion") == 6
    assert "attribution.vague-source" not in stopped.stdout
    assert len(stopped.stdout.splitlines()) < 80


@pytest.mark.network
def test_fix_hook_mends_300_stories_and_lets_the_next_commit_pass(commit, hooked):
    stories = {f"story{number:03}": story(number) for number in range(300)}
    for number in range(0, 300, 50):
        stories[f"story{number:03}"] += f"\n{MIXED}"

    mended = commit("newslint-fix", "newslint-project", **stories)
    passed = commit("newslint-fix", "newslint-project")

    assert mended.returncode == 1, mended.stdout + mended.stderr
    assert "files were modified by this hook" in mended.stdout
    assert sorted(re.findall(r"fixed (\S+)\.$", mended.stdout, re.MULTILINE)) == [
        f"story{number:03}.txt" for number in range(0, 300, 50)
    ]
    for number in range(0, 300, 50):
        copy = (hooked / f"story{number:03}.txt").read_text(encoding="utf-8")
        assert copy.endswith('"Late," he said.\n\n"We waited," Marta Halvorsen said. "We left."\n')
    assert passed.returncode == 0, passed.stdout + passed.stderr
    assert passed.stdout.count("Passed") == 2


@pytest.mark.network
def test_project_hook_compares_stories_whatever_the_batches_of_a_commit(commit):
    days = ("monday", "tuesday", "wednesday")

    passed = commit("newslint-project", **{day: (ACROSS / f"{day}.txt").read_text("utf-8") for day in days})

    assert passed.returncode == 0, passed.stdout + passed.stderr
    assert passed.stdout.count("names.inconsistent-across-stories") == 1
