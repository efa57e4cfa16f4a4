"""The example plugin: a stranger's check, rule, reader and reporter, installed and used from outside."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

PLUGIN = Path(__file__).parent.parent / "examples" / "newslint-example"
COMMAND = "import sys; from newslint.cli import main; sys.exit(main())"
STORY = """\
Storm floods three harbour towns in Portugal and leaves thousands without power

The storm came in from the Atlantic on Monday night.
"""


def laid_out(folder: Path) -> Path:
    """Put the plugin where an installer would, with what its own pyproject.toml says; needs no index."""
    project = tomllib.loads((PLUGIN / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    shutil.copytree(PLUGIN / "src", folder, dirs_exist_ok=True)
    information = folder / f"{project['name'].replace('-', '_')}-{project['version']}.dist-info"
    information.mkdir()
    metadata = f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: {project['version']}\n"
    points = "".join(f"{name} = {value}\n" for name, value in project["entry-points"]["newslint"].items())
    (information / "METADATA").write_text(metadata, encoding="utf-8")
    (information / "entry_points.txt").write_text(f"[newslint]\n{points}", encoding="utf-8")
    return folder


def ran(site: Path, *words: str, cwd: Path, code: str = COMMAND) -> subprocess.CompletedProcess[str]:
    """Run Python with the plugin on its path."""
    path = os.pathsep.join([str(site), *filter(None, [os.environ.get("PYTHONPATH")])])
    return subprocess.run(
        [sys.executable, "-c", code, *words],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": path, "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def site(tmp_path_factory: pytest.TempPathFactory, desk: Path) -> Path:
    """Return a folder with the plugin installed, and leave a story at the desk."""
    (desk / "storm.txt").write_text(STORY, encoding="utf-8")
    return laid_out(tmp_path_factory.mktemp("site"))


def test_rule_of_a_plugin_is_on_once_it_is_installed(site: Path, desk: Path) -> None:
    result = ran(site, "storm.txt", cwd=desk)

    assert result.stderr == ""
    assert "The headline has 79 characters, 9 more than fit." in result.stdout
    assert "headlines.over-measure" in result.stdout


def test_desk_sets_the_option_of_a_plugins_rule(site: Path, desk: Path) -> None:
    (desk / "newslint.toml").write_text("[rules.headlines.over-measure]\nlongest = 100\n", encoding="utf-8")

    result = ran(site, "storm.txt", cwd=desk)

    assert (result.returncode, "headlines.over-measure" in result.stdout) == (0, False)


def test_reporter_of_a_plugin_writes_the_report(site: Path, desk: Path) -> None:
    assert ran(site, "storm.txt", "--format", "tally", cwd=desk).stdout == "     1 headlines.over-measure\n"


def test_rule_of_a_plugin_is_explained_and_its_examples_hold(site: Path, desk: Path) -> None:
    explained = ran(site, "explain", "headlines.over-measure", cwd=desk)
    tested = ran(site, "test", str(site / "newslint_example" / "rules"), cwd=desk)
    tested_there = ran(site, "test", "rules", cwd=site / "newslint_example")

    assert "The most characters that fit." in explained.stdout
    assert "3 of 3 examples hold." in tested.stdout
    assert tested_there.stdout == tested.stdout


def test_tests_of_the_plugin_pass(site: Path, desk: Path) -> None:
    code = "import sys, pytest; sys.exit(pytest.main(sys.argv[1:]))"

    words = [str(PLUGIN / "tests"), "-p", "no:cacheprovider", "--rootdir", str(desk)]
    result = ran(site, *words, cwd=desk, code=code)

    assert result.returncode == 0, result.stdout


def test_newslint_goes_on_without_the_plugin_when_told_so(site: Path, desk: Path) -> None:
    result = ran(site, "storm.txt", "--without-plugin", "example", cwd=desk)

    assert (result.returncode, "headlines.over-measure" in result.stdout) == (0, False)


def test_reader_of_a_plugin_is_linted_ignored_and_fixed(site: Path, desk: Path) -> None:
    faulty = "The road is 80 kilometers (60 miles) long.\n"
    copy = f"@headline Roads\n%% [newslint: ignore[units]]\n{faulty}%% a note\n{faulty}"
    (desk / "a.slip").write_text(copy, encoding="utf-8")

    shown = ran(site, ".", "--format", "json", "--select", "units.wrong-conversion", cwd=desk)
    ran(site, "a.slip", "--fix", "--unsafe-fixes", "--select", "units.wrong-conversion", cwd=desk)

    (finding,) = json.loads(shown.stdout)["findings"]
    assert (finding["path"], finding["start"]["line"], finding["text"]) == ("a.slip", 5, "60 miles")
    assert (desk / "a.slip").read_text(encoding="utf-8") == copy.replace("(60", "(50").replace(
        "(50", "(60", 1
    )


@pytest.mark.network
def test_plugin_is_installed_by_pip(tmp_path: Path, site: Path, desk: Path) -> None:
    words = ["install", "--quiet", "--no-deps", "--target", str(tmp_path / "made"), str(PLUGIN)]
    made = subprocess.run([sys.executable, "-m", "pip", *words], capture_output=True, text=True, check=False)
    if made.returncode and not os.environ.get("NEWSLINT_NETWORK"):
        pytest.skip("no package index answers, and what builds the plugin comes from one")

    result = ran(tmp_path / "made", "storm.txt", "--format", "tally", cwd=desk)

    assert made.returncode == 0, made.stderr
    assert result.stdout == "     1 headlines.over-measure\n"
