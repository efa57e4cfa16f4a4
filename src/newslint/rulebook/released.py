"""The last release: its rules, their severities, the shape of its report. `bench/release.py` keeps it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from newslint.core.severity import Severity

KEPT = Path(__file__).with_name("released.json")


class Release(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A release: its version, the severity of each of its rules by id, and the JSON Schema of its report."""

    version: str
    rules: Mapping[str, Severity]
    report: Mapping[str, Any]


def last_release() -> Release:
    """Return the last release as it is kept."""
    return msgspec.json.decode(KEPT.read_bytes(), type=Release)
