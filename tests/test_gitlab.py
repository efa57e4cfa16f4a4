"""The page on GitLab: its jobs do what they say, run as they stand there."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml

PAGE = (Path(__file__).parents[1] / "docs" / "gitlab.md").read_text(encoding="utf-8")
JOBS = {
    name: job
    for block in re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    for name, job in yaml.safe_load(block).items()
}
WRONG = "The road to Brenna is 80 kilometers (60 miles) long.\n"


@pytest.fixture
def job(desk):
    """Return a function that runs the script of a job over a story of the target branch and a new one."""
    if shutil.which("bash") is None or shutil.which("git") is None:
        pytest.skip("bash and git are wanted")
    (desk / "stories").mkdir()
    (desk / "stories" / "old.txt").write_text(WRONG, encoding="utf-8")
    git = ["git", "-c", "user.name=Desk", "-c", "user.email=desk@example.org"]
    for words in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "First"]):
        subprocess.run([*git, *words], check=True, capture_output=True)
    (desk / "stories" / "new.txt").write_text(WRONG, encoding="utf-8")
    base = subprocess.run(["git", "rev-parse", "HEAD"], check=True, capture_output=True, text=True)
    own = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    environment = {**os.environ, "PATH": own, "CI_MERGE_REQUEST_DIFF_BASE_SHA": base.stdout.strip()}

    def run(name: str) -> subprocess.CompletedProcess[str]:
        script = "\n".join(JOBS[name]["script"])
        return subprocess.run(
            ["bash", "-e", "-c", script], env=environment, capture_output=True, text=True, check=False
        )

    return run


def paths(report: Path) -> list[str]:
    return [each["location"]["path"] for each in json.loads(report.read_text(encoding="utf-8"))]


def test_job_leaves_code_quality_and_tests(job, desk):
    done = job("newslint")

    assert done.returncode == 1, done.stderr
    assert paths(desk / "newslint.json") == ["stories/new.txt", "stories/old.txt"]
    assert len(ElementTree.parse(desk / "newslint.xml").findall(".//failure")) == 2


def test_job_for_merge_requests_tells_only_what_is_new(job, desk):
    done = job("newslint-changes")

    assert done.returncode == 1, done.stderr
    assert paths(desk / "newslint.json") == ["stories/new.txt"]


def test_reports_are_handed_over_under_the_names_they_are_written_to():
    handed = {name: job["artifacts"]["reports"] for name, job in JOBS.items()}

    assert handed == {
        "newslint": {"codequality": "newslint.json", "junit": "newslint.xml"},
        "newslint-changes": {"codequality": "newslint.json"},
    }
