"""Bearers: whom a bare surname means where several people of the story have it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping

import msgspec

from newslint.core.document import Document
from newslint.core.pattern import lazy_pattern
from newslint.core.wording import Worded
from newslint.text.flat import flat
from newslint.text.names.candidates.evidence import Kind
from newslint.text.names.people.entities import Entity, Mention, entities

# "the late guerrilla commander (Jan Berg)", "(Jan Berg), who died in May"
LATE = lazy_pattern(r"\blate (?:[\w'-]+ ){0,4}$")
DIED = Worded(r",? (?:who (?:has )?{verbs-of-dying}|who was {killing-participles}|{verbs-of-dying})\b")
BEFORE = 60
# Of two people whom the story has named so few paragraphs ago, either may be meant.
RECENT = 3
# Who has borne a surname alone so often, bears it on: whoever comes then is told apart.
SETTLED = 5


class Bearer(msgspec.Struct, frozen=True):
    """A person with a surname that others have too; where named in full, and where by the surname alone."""

    name: str
    in_full: tuple[int, ...]
    bare: tuple[int, ...]
    titles: frozenset[str]
    is_dead: bool


def bearer(document: Document, mention: Mention, person: Entity) -> str:
    """Return whom a bare surname means: who bore it alone at first, if nobody else was just named.

    Where a reader cannot tell, it is the empty string. The dead do not speak.
    """
    family = document.view(_families).get(person.surname, ())
    known = [one for one in family if one.in_full[0] < mention.start and not one.is_dead]
    titled = [one for one in known if mention.title and mention.title in one.titles]
    known = titled or known
    if len(known) < 2:
        return known[0].name if known else person.name
    first, second, *_ = known
    bare = sorted(start for one in family for start in one.bare)
    alone = bisect_left(bare, second.in_full[0]) - bisect_left(bare, first.in_full[0])
    if alone == 0:
        return ""
    if alone >= SETTLED:
        return first.name
    own = bisect_right(document.blocks, mention.start, key=lambda block: block.span.start) - 1
    earliest = document.blocks[max(0, own - RECENT)].span.start
    others = (start for one in known[1:] for start in one.in_full)
    return "" if any(earliest <= start < mention.start for start in others) else first.name


def _families(document: Document) -> Mapping[str, tuple[Bearer, ...]]:
    """Return by surname the people who share one, in the order in which they are named in full."""
    families: dict[str, list[Bearer]] = {}
    for entity in document.view(entities):
        if entity.kind is Kind.PERSON and len(entity.words) > 1:
            families.setdefault(entity.surname, []).append(_bearer(document, entity))
    shared = {surname: family for surname, family in families.items() if len(family) > 1}
    return {
        surname: tuple(sorted((one for one in family if one.in_full), key=lambda one: one.in_full))
        for surname, family in shared.items()
    }


def _bearer(document: Document, person: Entity) -> Bearer:
    in_full = [mention for mention in person.mentions if len(mention.words) > 1]
    return Bearer(
        person.name,
        tuple(mention.start for mention in in_full),
        tuple(mention.start for mention in person.mentions if len(mention.words) == 1),
        frozenset(mention.title for mention in in_full if mention.title),
        any(_is_late(document, mention) for mention in in_full),
    )


def _is_late(document: Document, mention: Mention) -> bool:
    text = document.view(flat)
    before = LATE.search(text, max(0, mention.start - BEFORE), mention.start)
    return before is not None or DIED.of(document).match(text, mention.span.end) is not None
