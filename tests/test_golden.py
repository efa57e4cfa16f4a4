"""Whole runs: folders of stories with the report they draw.

To renew the reports, run the tests with NEWSLINT_WRITE_GOLDEN=1 and read every line that changed: it is what
an editor will see.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("case", sorted(folder.name for folder in GOLDEN.iterdir()))
def test_folder_draws_its_report(run, desk, case):
    shutil.copytree(GOLDEN / case, desk, dirs_exist_ok=True, ignore=shutil.ignore_patterns("report"))
    across = ["--across"] if case == "across" else []

    ran = run("check", ".", "--fail-on", "never", *across)

    report = GOLDEN / case / "report"
    if os.environ.get("NEWSLINT_WRITE_GOLDEN"):
        report.write_text(ran.out, encoding="utf-8")
    assert ran.err == ""
    assert ran.out == report.read_text(encoding="utf-8")
