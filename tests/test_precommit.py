"""The hooks work under the real pre-commit, in a repository of stories."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[1]
CONFIG = """\
repos:
  - repo: {project}
    rev: {revision}
    hooks:
      - id: newslint
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


@pytest.mark.network
def test_hooks_stop_a_wrong_story_and_pass_a_right_one(hooked, tmp_path):
    wrong = "The valley lies 80 kilometers (130 miles) north of the capital, the ministry said.\n"
    environment = {**os.environ, "PRE_COMMIT_HOME": str(tmp_path / "pre-commit")}
    command = [sys.executable, "-m", "pre_commit", "run", "--all-files"]

    (hooked / "story.txt").write_text(wrong, encoding="utf-8")
    git(hooked, "add", "--all")
    stopped = subprocess.run(
        command, cwd=hooked, env=environment, capture_output=True, text=True, check=False
    )
    (hooked / "story.txt").write_text(wrong.replace("130", "50"), encoding="utf-8")
    git(hooked, "add", "--all")
    passed = subprocess.run(command, cwd=hooked, env=environment, capture_output=True, text=True, check=False)

    assert stopped.returncode == 1, stopped.stdout + stopped.stderr
    assert stopped.stdout.count("units.wrong-conversion") == 2
    assert passed.returncode == 0, passed.stdout + passed.stderr
    assert passed.stdout.count("Passed") == 2
