"""Full names and titles that come again where the surname would do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Annotated, ClassVar

from msgspec import Meta

from newslint.plugin import Check, Document, Problem, Related, Span
from newslint.text.folding import plain
from newslint.text.names.people.casts import Character, casts, office
from newslint.text.names.spellings.name_uses import words_known
from newslint.text.quoting.quotations import in_quotation


class Part(StrEnum):
    """What is repeated."""

    FULL_NAME = "full-name"
    TITLE = "title"


class NameRepeated(Check, frozen=True, kw_only=True):
    """A person introduced twice: by the full name, or with the title."""

    part: Annotated[Part, Meta(description="What is not repeated: full-name or title.")]
    keep: Annotated[
        tuple[str, ...], Meta(description="Full names that are always used whole, as Burmese ones are.")
    ] = ()

    supplies: ClassVar[Mapping[str, type[StrEnum] | None]] = {"name": None, "surname": None}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield one problem for each person, at the second place and all later ones."""
        for family in document.view(casts).values():
            if len(family) == 1 and family[0].person.name not in self.keep:
                spans = list(self._repeated(family[0], document))
                if spans:
                    data = {"name": spans[0].cut(document.text), "surname": family[0].called}
                    yield Problem(spans[0], data, related=tuple(Related(span, data) for span in spans[1:]))

    def _repeated(self, character: Character, document: Document) -> Iterator[Span]:
        told = [each for each in character.mentions if not in_quotation(document, each.span.start)]
        if self.part is Part.FULL_NAME:
            in_full = {mention.start for mention in character.in_full}
            yield from (mention.span for mention in told[1:] if mention.start in in_full)
            return
        # Thai officers go by the given name: the surname would not do.
        surname = plain(character.person.surname)
        known = document.view(words_known)
        titled = [
            mention for mention in told if office(mention, known) and surname in map(plain, mention.words)
        ]
        for mention in titled[1:]:
            yield Span(mention.span.start - len(mention.title) - 1, mention.span.end)
