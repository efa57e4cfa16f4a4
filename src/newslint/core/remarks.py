"""Remarks: the kinds of check that say what a reader found wrong with a source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import ClassVar

from newslint.core.check import Check
from newslint.core.document import Document
from newslint.core.problem import Problem


class FrontMatterFault(StrEnum):
    """What is wrong with front matter that cannot be read."""

    COLON = "colon"
    SIGN = "sign"
    BEHIND = "behind"
    OPEN = "open"
    KEYLESS = "keyless"
    ENDLESS = "endless"
    DEEP = "deep"
    LETTER = "letter"
    OTHER = "other"


class DateFault(StrEnum):
    """Why a date in front matter does not date the story."""

    ORDER = "order"
    IMPOSSIBLE = "impossible"
    UNREAD = "unread"


class Remarks(Check, frozen=True):
    """What readers remark. Whose remark it is shows by the fault that the check supplies."""

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield nothing: the engine reports the remarks of a document in the source, not in its text."""
        return iter(())


class BrokenFrontMatter(Remarks, frozen=True):
    """Front matter that is none of its notation."""

    supplies: ClassVar[Mapping[str, type[StrEnum] | None]] = {
        "fault": FrontMatterFault, "notation": None, "found": None,
    }  # fmt: skip


class UnreadDate(Remarks, frozen=True):
    """A date in front matter that gives no day, or may give two."""

    supplies: ClassVar[Mapping[str, type[StrEnum] | None]] = {
        "fault": DateFault, "written": None, "one": None, "other": None,
    }  # fmt: skip
