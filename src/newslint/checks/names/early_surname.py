"""Surnames that stand alone before the person is introduced."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import ClassVar

from newslint.plugin import Block, Check, Document, Problem, Related
from newslint.text.bare_surnames import means_bearer
from newslint.text.casts import Character, doubtful_casts, office
from newslint.text.name_uses import words_known
from newslint.text.names import Mention
from newslint.text.quotations import in_quotation

# A first paragraph shorter than this is the headline, whatever it ends with.
HEADING = 90
STOPS = (".", "!", "?", "…", ":", ";")
CLOSERS = "\"”'’)]* "


class EarlySurname(Check, frozen=True, kw_only=True):
    """A person called by the surname first and by the full name only later."""

    supplies: ClassVar[Mapping[str, type[StrEnum] | None]] = {"surname": None, "name": None}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield one problem for each family, whose first full name comes after a bare one."""
        for family in document.view(doubtful_casts).values():
            if _comes_early(family) and any(_is_sure(each, document) for each in family):
                yield from _problem(family, document)


def _comes_early(family: Sequence[Character]) -> bool:
    """Tell whether the surname alone stands before the first full name, which is quick to see."""
    full = min((each.in_full[0].span for each in family if each.in_full), default=None)
    return full is not None and any(mention.span < full for each in family for mention in each.bare)


def _is_sure(character: Character, document: Document) -> bool:
    """Tell whether the full name is sure to be a person's, and what stood before it can be the surname."""
    known = document.view(words_known)
    first, surname = character.person.words[0], character.person.surname
    if (
        surname in known.place_parts
        or surname in known.bodies
        or known.generic(surname)
        or character.is_junior
    ):
        return False
    if character.is_junior or first.lower() in known.particles:
        return False
    if not any(means_bearer(document, mention.span) for mention in character.in_full):
        return False
    titled = any(office(mention) for mention in character.in_full)
    return (
        titled or first in known.given or first in known.families
    ) and first.lower() not in known.particles


def _problem(family: Sequence[Character], document: Document) -> Iterator[Problem]:
    met = min(
        (mention for each in family for mention in each.mentions if _is_met(mention, document)),
        key=lambda mention: mention.span,
        default=None,
    )
    full = min(each.in_full[0].span for each in family if each.in_full)
    bare = {mention for each in family for mention in each.bare}
    if met and met.span < full and met in bare and not _is_excused(met, document):
        data = {"surname": met.span.cut(document.text), "name": full.cut(document.text)}
        yield Problem(met.span, data, related=(Related(full, data),))


def _is_met(mention: Mention, document: Document) -> bool:
    """Tell whether the reader meets a person here: not in "the Cole report", not in a heading."""
    block = document.block_at(mention.span.start)
    if block is None or in_quotation(document, mention.span.start):
        return False
    return means_bearer(document, mention.span) and not _is_heading(block, document)


def _is_heading(block: Block, document: Document) -> bool:
    """Tell whether a block is a heading in all but markup: short and first, without a stop, or titled."""
    paragraph = block.span.cut(document.text)
    if len(paragraph) < HEADING and block is document.blocks[0]:
        return True
    longer = [word for word in paragraph.split() if len(word) > 3]
    if not paragraph.rstrip(CLOSERS).endswith(STOPS):
        return True
    return sum(word[0].isupper() for word in longer) * 3 > len(longer) * 2


def _is_excused(met: Mention, document: Document) -> bool:
    """Tell whether a title stands for the given name: the president, or a pope."""
    words = office(met).split(" ")
    crowned = document.lexicon.words("titles-before-given-names")
    return any(word in crowned for word in words) or (words[-1] == "president" and "vice" not in words)
