"""Names that the archive has mostly written otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import ClassVar

from newslint.checks.names.house_spelling import HouseSpelling, by_spelling
from newslint.plugin import Document, Edit, Fix, Problem, Related, Safety
from newslint.text.names.spellings.house_names import Deviation


class Seen(StrEnum):
    """How often the archive has a spelling."""

    NEVER = "never"
    SELDOM = "seldom"


class OtherThanArchive(HouseSpelling, frozen=True, kw_only=True):
    """A name in another spelling than the one that the register says the archive has most often."""

    supplies: ClassVar[Mapping[str, type[StrEnum] | None]] = {
        "odd": None,
        "usual": None,
        "often": None,
        "seldom": None,
        "seen": Seen,
    }

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield one problem for each spelling, at all its places."""
        house = self.house(document.lexicon)
        if any(row.counts for row in house.rows):
            for (odd, usual), found in by_spelling(document, house, counted=True):
                yield _problem(odd, usual, found)


def _problem(odd: str, usual: str, found: list[Deviation]) -> Problem:
    row = found[0].house
    counts = dict(row.counts)
    # The archive counts whole names, a story may have a surname alone.
    written = max((name for name in counts if name == odd or odd in name.split(" ")), default="")
    seldom = counts.get(written, 0) if written != row.name else 0
    data = {
        "odd": odd,
        "usual": usual,
        "often": f"{counts.get(row.name, 0):,}",
        "seldom": f"{seldom:,}",
        "seen": Seen.SELDOM if seldom else Seen.NEVER,
    }
    fix = Fix(tuple(Edit(each.span, usual) for each in found), Safety.UNSAFE)
    return Problem(found[0].span, data, (fix,), tuple(Related(each.span, data) for each in found[1:]))
