"""`newslint quotes`: the table and the JSON."""

from __future__ import annotations

import json
from pathlib import Path

from conftest import Run

COPY = "Harbour reopens\r\n\r\n“It is lost,” said Marta Lind.\r\n\r\n“We will rebuild it,” she said.\r\n"


def test_json_gives_offsets_of_the_source(desk: Path, run: Run) -> None:
    (desk / "a.txt").write_bytes(COPY.encode())

    report = json.loads(run("quotes", "--isolated", "--format", "json", "a.txt").out)

    pieces = [
        piece for quote in report["quotes"] for part in ("source", "cue", "content") for piece in quote[part]
    ]
    assert report["schema"] == 1
    assert pieces
    assert all(COPY[piece["start"] : piece["end"]] == piece["text"] for piece in pieces)
    assert [quote["speaker"] for quote in report["quotes"]] == ["Marta Lind", "Marta Lind"]


def test_table_counts_sources_and_paragraphs(desk: Path, run: Run) -> None:
    (desk / "a.txt").write_bytes(COPY.encode())

    out = run("quotes", "--isolated", "a.txt").out

    assert "    5  she = Marta Lind" in out
    assert "    2  Marta Lind\n" in out
    assert "2 of 2 paragraphs attributed (100%).\n" in out
    assert out.endswith("Sources: 1 named, 1 pronoun.\nIn quotation marks: 2 speech.\n")
