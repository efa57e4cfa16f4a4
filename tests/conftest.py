"""What several tests arrange: a story in a document, a run of the command line in a folder of its own."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from newslint.cli import main
from newslint.plugin import Document, Lexicon, Report, Source, SourceError
from newslint.readers.markdown import MarkdownReader
from newslint.readers.text import TextReader
from newslint.rulebook.packs import rule_book
from newslint.rulebook.trees import read_trees, shipped_rules
from newslint.run.told import Flowing

# A busy machine is no fault of the code.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
# For a proof: `pytest --hypothesis-profile many -k NAME`.
settings.register_profile("many", deadline=None, max_examples=20_000)

HOUSE_RULE = """\
title = "Journalese"
severity = "warning"
message = "“{words}” is journalese."
explanation = "Nobody says it."
[check]
kind = "existence"
tokens = ["amid calls"]
[[invalid]]
text = "He left [[amid calls]] to stay."
[[valid]]
text = "He left when asked."
[[valid]]
text = "Amid the calls, he left."
"""


def only(reader: type[Any], source: Source, lexicon: Lexicon) -> Document:
    """Return the one story that a reader finds in a source, or raise what it says of it."""
    (found,) = reader().stories(source, lexicon)
    if isinstance(found, SourceError):
        raise found
    assert isinstance(found, Document)
    return found


def told_whole(reporter: Flowing, report: Report, *, width: int | None) -> str:
    """Return what a reporter that takes story by story says of a report."""
    stories = [text for each in report.stories() for text in reporter.story(each, width=width)]
    return "".join([*stories, *reporter.closing(report.counted(), width=width)])


class Ran:
    """A finished run: its exit code, standard output and standard error."""

    def __init__(self, code: int, written: bytes, err: str) -> None:
        self.code, self.written, self.err = code, written, err

    @property
    def out(self) -> str:
        """Return standard output as text."""
        return self.written.decode()

    @property
    def said(self) -> str:
        """Return standard error without the line that counts fixes."""
        return re.sub(r"newslint: fixed \d+ .*\n", "", self.err)

    @property
    def findings(self) -> list[dict[str, Any]]:
        """Return the findings of a JSON report."""
        findings: list[dict[str, Any]] = json.loads(self.out)["findings"]
        return findings


Run = Callable[..., Ran]


def house_rules(desk: Path, **rules: str) -> None:
    """Give a desk rules of its own, in the family *house*, and a config that names their folder."""
    folder = desk / "house-rules" / "house"
    folder.mkdir(parents=True, exist_ok=True)
    for name, rule in rules.items():
        (folder / f"{name}.toml").write_text(rule, encoding="utf-8")
    (desk / "newslint.toml").write_text('rules-dirs = ["house-rules"]\n', encoding="utf-8")


@pytest.fixture(autouse=True)
def _own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path_factory.getbasetemp() / "cache"))
    monkeypatch.setenv("NEWSLINT_STATE_DIR", str(tmp_path_factory.mktemp("state")))


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder, which is the working directory."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(desk: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Return a function that runs newslint in the desk's folder."""

    def ran(*words: str) -> Ran:
        capfdbinary.readouterr()
        try:
            code = main(list(words))
        except SystemExit as stop:
            code = int(stop.code or 0)
        out, err = capfdbinary.readouterr()
        return Ran(code, out, err.decode())

    return ran


@pytest.fixture
def installed(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., None]]:
    """Return a function that installs a distribution with one plugin module on the import path."""
    made: list[str] = []

    def install(distribution: str, *, name: str, module: str, code: str) -> None:
        folder = Path(tmp_path_factory.mktemp("site"))
        information = folder / f"{distribution}-1.0.dist-info"
        information.mkdir()
        (information / "METADATA").write_text(f"Name: {distribution}\nVersion: 1.0\n", encoding="utf-8")
        (information / "entry_points.txt").write_text(f"[newslint]\n{name} = {module}\n", encoding="utf-8")
        (folder / f"{module}.py").write_text(code, encoding="utf-8")
        monkeypatch.syspath_prepend(str(folder))
        made.append(module)

    yield install
    for module in made:
        sys.modules.pop(module, None)


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    """Return the word lists as no style has changed them."""
    trees = read_trees([shipped_rules()])
    lists = {
        folder: {name: table for name, table in files.items() if name.startswith("lists/")}
        for folder, files in trees.items()
    }
    return Lexicon(rule_book(lists, {}).lists)


@pytest.fixture(scope="session")
def story(lexicon: Lexicon) -> Callable[[str], Document]:
    """Return a function that reads copy as a story."""

    def read(copy: str) -> Document:
        return TextReader().read(Source("story.txt", copy.encode()), lexicon)

    return read


@pytest.fixture
def markdown(lexicon: Lexicon) -> Callable[[str], Document]:
    """Return a function that reads copy with the marks of Markdown as a story."""

    def read(copy: str) -> Document:
        return MarkdownReader().read(Source("story.md", copy.encode()), lexicon)

    return read
