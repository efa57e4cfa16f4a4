"""Dashes of more than one kind in a story."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import ClassVar

from newslint.plugin import Check, Document, Problem, Related
from newslint.text.dashes import Sign, dashes


class MixedDashes(Check, frozen=True, kw_only=True):
    """The rarer signs that stand for a dash in one story."""

    starts: ClassVar = (dashes,)
    supplies: ClassVar[Mapping[str, type[StrEnum] | None]] = {"found": Sign, "usual": Sign}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield one problem for the story, with all its places."""
        found = document.view(dashes)
        if len({dash.sign for dash in found}) < 2:
            return
        usual = Counter(dash.sign for dash in found).most_common(1)[0][0]
        rare = [dash for dash in found if dash.sign is not usual]
        yield Problem(
            rare[0].span,
            {"found": rare[0].sign, "usual": usual},
            related=tuple(Related(dash.span, {"found": dash.sign}) for dash in rare[1:]),
        )
