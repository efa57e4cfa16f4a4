"""Surnames that stand alone before the person is introduced."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import ClassVar

from newslint.plugin import Check, Document, Problem, Related
from newslint.text.casts import casts


class EarlySurname(Check, frozen=True, kw_only=True):
    """A person called by the surname first and by the full name only later."""

    supplies: ClassVar[Mapping[str, type[StrEnum] | None]] = {"surname": None, "name": None}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield one problem for each person."""
        for family in document.view(casts).values():
            for each in family:
                if each.bare and each.in_full and each.mentions[0] is each.bare[0] and not each.bare[0].title:
                    early, full = each.bare[0].span, each.in_full[0].span
                    data = {"surname": early.cut(document.text), "name": full.cut(document.text)}
                    yield Problem(early, data, related=(Related(full, data),))
