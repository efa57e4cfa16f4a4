"""`newslint rules` at a terminal: its ids are whole at any width."""

from __future__ import annotations

import os
import sys

import pytest

from newslint.cli.streams import colourless

pexpect = pytest.importorskip("pexpect", reason="there is no terminal of POSIX")


@pytest.mark.parametrize("width", [20, 40, 60, 72, 73, 80, 160])
def test_ids_are_whole_at_a_terminal_of_any_width(run, desk, width):
    ids = {row.split()[0] for row in run("rules").out.splitlines()}
    environment = {**os.environ, "NO_COLOR": "1", "TERM": "xterm"}

    seen = pexpect.run(
        f"{sys.executable} -m newslint rules",
        cwd=str(desk),
        env=environment,
        encoding="utf-8",
        dimensions=(24, width),
    )

    assert ids <= set(colourless(seen).split())
    assert "…" not in seen


def test_narrow_terminal_has_the_fault_below_its_rule(desk):
    seen = pexpect.run(
        f"{sys.executable} -m newslint rules",
        cwd=str(desk),
        env={**os.environ, "TERM": "xterm"},
        encoding="utf-8",
        dimensions=(24, 40),
    )

    assert "acronyms.swapped\r\n    warning: Letters of an acronym are\r\n    swapped\r\n" in seen
