"""Keeps what a release promises: ids and severities of rules, and the shape of the JSON report.

    python bench/release.py

Run it when a release is made, after `tests/test_release.py` has shown what changed since the last one.
"""

from __future__ import annotations

import msgspec

from newslint.core.version import __version__
from newslint.desk.desk import Desk
from newslint.desk.options import Options
from newslint.desk.schemas import type_schema
from newslint.reporters.json import JsonReport
from newslint.rulebook.released import KEPT, Release


def main() -> None:
    """Write what this version promises, in the place of what the last one did."""
    book = Desk(Options(isolated=True, cache=False)).here().book
    rules = {name: book.rules[name].file.severity for name in sorted(book.shipped & book.rules.keys())}
    kept = Release(__version__, rules, type_schema(JsonReport, title="A report of newslint"))
    KEPT.write_bytes(msgspec.json.format(msgspec.json.encode(kept), indent=1) + b"\n")
    print(f"{KEPT.name}: {len(rules)} rules of newslint {__version__}")


if __name__ == "__main__":
    main()
