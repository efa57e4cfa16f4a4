"""Severity: how much a finding weighs."""

from __future__ import annotations

from enum import StrEnum


class Severity(StrEnum):
    """How sure newslint is that the copy must change."""

    ERROR = "error"
    WARNING = "warning"
    SUGGESTION = "suggestion"

    @property
    def rank(self) -> int:
        """Return 0 for a suggestion, 1 for a warning, 2 for an error."""
        return ("suggestion", "warning", "error").index(self)
