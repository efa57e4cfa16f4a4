"""The pictures of the documentation: they show what newslint says today."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "pictures"


def test_picture_of_the_terminal_says_what_the_terminal_report_says(run, monkeypatch):
    monkeypatch.chdir(ROOT)
    said = run("examples/ferry.md", "--isolated").out

    assert drawn(PICTURES / "terminal.svg") == "".join(said.split()), "remake it: python docs/pictures.py"


def test_picture_of_the_terminal_fetches_nothing():
    assert "url(http" not in (PICTURES / "terminal.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["proof.png", "page.png"])
def test_picture_of_a_page_is_small(name):
    picture = (PICTURES / name).read_bytes()

    assert picture.startswith(b"\x89PNG")
    assert len(picture) < 300_000


def drawn(picture: Path) -> str:
    """Return what a drawing says below its title, without white space, of which it has no letters."""
    space = "{http://www.w3.org/2000/svg}"
    (report,) = ET.parse(picture).iterfind(f".//{space}g[@class='terminal-matrix']")
    places = [
        (float(each.get("y", "0")), float(each.get("x", "0")), "".join(each.itertext()))
        for each in report.iter(f"{space}text")
    ]
    words = (each for _, _, each in sorted(places, key=lambda place: place[:2]))
    return "".join("".join(words).split())
