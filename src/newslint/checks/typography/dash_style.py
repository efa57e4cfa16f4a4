"""Dashes that are not the desk's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Annotated, ClassVar

from msgspec import Meta

from newslint.plugin import Check, Document, Edit, Fix, Problem, Related, Safety
from newslint.text.dashes import Dash, Sign, dashes
from newslint.text.flat import flat


class HouseDash(StrEnum):
    """A dash with its spacing."""

    EM_SPACED = "em-spaced"
    EM_CLOSED = "em-closed"
    EN_SPACED = "en-spaced"
    HYPHEN_SPACED = "hyphen-spaced"
    DOUBLE_HYPHEN_SPACED = "double-hyphen-spaced"


WRITTEN = {
    HouseDash.EM_SPACED: " — ",
    HouseDash.EM_CLOSED: "—",
    HouseDash.EN_SPACED: " – ",
    HouseDash.HYPHEN_SPACED: " - ",
    HouseDash.DOUBLE_HYPHEN_SPACED: " -- ",
}


class DashStyle(Check, frozen=True, kw_only=True):
    """Every dash between words that is not the house's."""

    starts: ClassVar = (dashes,)
    supplies: ClassVar[Mapping[str, type[StrEnum] | None]] = {"found": Sign, "wanted": HouseDash}

    dash: Annotated[
        HouseDash | None, Meta(description="The house's dash; without one, the rule is silent.")
    ] = None

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield one problem for the story, with all its places."""
        if self.dash is None:
            return
        wanted = WRITTEN[self.dash]
        text = document.view(flat)
        wrong: list[Dash] = [dash for dash in document.view(dashes) if dash.spaced.cut(text) != wanted]
        if wrong:
            edits = tuple(Edit(dash.spaced, wanted) for dash in wrong)
            yield Problem(
                wrong[0].span,
                {"found": wrong[0].sign, "wanted": self.dash},
                (Fix(edits, Safety.SAFE),),
                tuple(Related(dash.span, {"found": dash.sign}) for dash in wrong[1:]),
            )
