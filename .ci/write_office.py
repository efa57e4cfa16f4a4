"""Write a Word file with faults, and the words that it has when they are fixed, into a folder."""

from __future__ import annotations

import sys
from pathlib import Path

from office_files import run_of, word_file

BOLD, SLANTED = "<w:rPr><w:b/></w:rPr>", "<w:rPr><w:i/></w:rPr>"
NOTE = '<w:r><w:footnoteReference w:id="2"/></w:r>'
ROAD, AWAY = "The road is 80 kilometers (60 miles) long.", "It is 80 kilometers (60 miles) away."
KARI, SEA = (
    'w:id="7" w:author="Kari Nes" w:date="2026-03-10T09:30:00Z"',
    "The sea is 80 kilometers (60 miles) wide.",
)
WALL, PIER = "The wall is 100 feet (10 meters) long.", "The pier is 80 kilometers (60 miles) off."
PARAGRAPHS = (
    f"{run_of('The storm covered ')}{run_of('10 ', BOLD)}{run_of('miles', BOLD)}"
    f"{run_of(' (160 kilometers) of coast.')}",
    f"{run_of('The quay is 80 kilometers (')}{run_of('60 miles', SLANTED)}"
    f"{run_of(') long &amp; new.')}{NOTE}",
    f'<w:hyperlink w:anchor="quay">{run_of(ROAD)}</w:hyperlink>',
    f"<w:r><w:t>{WALL}</w:t><w:br/><w:t>{AWAY}</w:t></w:r>",
    # What somebody else inserted, and nobody has accepted yet.
    f"{run_of('It is calm.')}<w:ins {KARI}>{run_of(' ')}{run_of(SEA, BOLD)}{run_of(' He swam.')}</w:ins>",
)
FIXED = """\
The storm covered 10 miles (16 kilometers) of coast.

The quay is 80 kilometers (50 miles) long & new.[1]

The road is 80 kilometers (50 miles) long.

The wall is 100 feet (30 meters) long.
It is 80 kilometers (50 miles) away.

It is calm. The sea is 80 kilometers (50 miles) wide. He swam.

[1] The pier is 80 kilometers (50 miles) off.
"""


def main(folder: Path) -> None:
    """Write both files."""
    body = "".join(f"<w:p>{each}</w:p>" for each in PARAGRAPHS)
    note = f'<w:footnote w:id="2"><w:p>{run_of(PIER)}</w:p></w:footnote>'
    (folder / "story.docx").write_bytes(word_file(body, footnotes=note))
    (folder / "expected.txt").write_text(FIXED, encoding="utf-8")


main(Path(sys.argv[1]))
