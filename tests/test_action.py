"""The Action: its step to lint is run as it stands in the file."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ACTION = yaml.safe_load((Path(__file__).parents[1] / "action.yml").read_text(encoding="utf-8"))
WRONG = "The valley lies 80 kilometers (130 miles) north of the capital, the ministry said.\n"


@pytest.fixture
def lint(desk):
    if shutil.which("bash") is None:
        pytest.skip("bash is not installed")
    (desk / "stories").mkdir()
    (desk / "stories" / "a.txt").write_text(WRONG, encoding="utf-8")
    (desk / "stories" / "b.txt").write_text("It rained.\n", encoding="utf-8")
    step = ACTION["runs"]["steps"][1]

    def run(**inputs: str) -> subprocess.CompletedProcess[str]:
        given = {name: each["default"] for name, each in ACTION["inputs"].items()} | inputs
        variables = {
            name: given[value.removeprefix("${{ inputs.").removesuffix(" }}")]
            for name, value in step["env"].items()
        }
        path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
        environment = {
            **os.environ,
            **variables,
            "PATH": path,
            "GITHUB_STEP_SUMMARY": str(desk / "summary.md"),
        }
        return subprocess.run(
            ["bash", "-e", "-c", step["run"]], env=environment, capture_output=True, text=True, check=False
        )

    return run


def test_findings_are_annotations_and_stand_in_summary_and_sarif(lint, desk):
    done = lint()

    assert done.returncode == 1, done.stderr
    assert done.stdout.startswith("::error file=stories/a.txt,line=1,endLine=1,col=32,endColumn=41,")
    assert (desk / "summary.md").read_text(encoding="utf-8").startswith("### newslint: 1 error")
    assert json.loads((desk / "newslint.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"


def test_paths_and_arguments_are_words_and_never_run(lint, desk):
    done = lint(paths="stories/b.txt stories/*", arguments="--fail-on never --select units $(touch ran)")

    assert done.returncode == 2
    assert "stories/*: no such file or folder." in done.stderr
    assert not (desk / "ran").exists()


def test_inputs_reach_the_step_by_its_environment_alone():
    assert all("${{" not in step["run"] for step in ACTION["runs"]["steps"])
