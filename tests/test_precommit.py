"""The hooks work under the real pre-commit, in a repository of stories."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[1]
ACROSS = PROJECT / "tests" / "golden" / "across"
CONFIG = """\
repos:
  - repo: {project}
    rev: {revision}
    hooks:
      - id: newslint
      - id: newslint-fix
      - id: newslint-project
"""


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


@pytest.fixture
def hooked(tmp_path):
    """Return a repository of stories whose hooks come from a copy of this checkout."""
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    if not index_answers() and not os.environ.get("NEWSLINT_NETWORK"):
        pytest.skip("no package index answers, and a hook's environment is installed from one")
    project, stories = tmp_path / "newslint", tmp_path / "stories"
    leave = shutil.ignore_patterns(".git", ".venv*", "*.egg-info", "__pycache__", ".*_cache", ".hypothesis")
    shutil.copytree(PROJECT, project, ignore=leave)
    git(project, "init", "--quiet")
    git(project, "add", "--all")
    git(project, "commit", "--quiet", "--message", "Release")
    stories.mkdir()
    git(stories, "init", "--quiet")
    config = CONFIG.format(project=project, revision=git(project, "rev-parse", "HEAD"))
    (stories / ".pre-commit-config.yaml").write_text(config, encoding="utf-8")
    return stories


@pytest.fixture
def commit(hooked, tmp_path):
    """Return a function that has pre-commit run over all files of the repository."""
    environment = {**os.environ, "PRE_COMMIT_HOME": str(tmp_path / "pre-commit")}
    command = [sys.executable, "-m", "pre_commit", "run", "--all-files"]

    def run(**stories: str) -> subprocess.CompletedProcess[str]:
        for name, copy in stories.items():
            (hooked / f"{name}.txt").write_text(copy, encoding="utf-8")
        git(hooked, "add", "--all")
        return subprocess.run(
            command, cwd=hooked, env=environment, capture_output=True, text=True, check=False
        )

    return run


@pytest.mark.network
def test_hooks_stop_a_wrong_story_mend_what_is_safe_and_compare(commit, hooked):
    wrong = "The valley lies 80 kilometers (130 miles) north of the capital, Experts say.\n"
    mixed = '“Late,” he said.\n\n"We waited," Marta Halvorsen said. "We left."\n'

    stopped = commit(first=wrong, second="It rained.\n")
    mended = commit(first=wrong.replace("130", "50"), second=mixed)
    days = ("monday", "tuesday", "wednesday")
    passed = commit(**{day: (ACROSS / f"{day}.txt").read_text(encoding="utf-8") for day in days})

    assert stopped.returncode == 1, stopped.stdout + stopped.stderr
    assert stopped.stdout.count("units.wrong-conversion") == 2
    assert "attribution.vague-source" not in stopped.stdout
    assert "files were modified by this hook" in mended.stdout
    assert (hooked / "second.txt").read_text(encoding="utf-8").startswith('"Late," he said.')
    assert passed.returncode == 0, passed.stdout + passed.stderr
    assert passed.stdout.count("names.inconsistent-across-stories") == 1
    assert passed.stdout.count("Passed") == 3
