"""Surnames that stand alone before the person is introduced."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import takewhile
from typing import ClassVar

from newslint.plugin import (
    Block,
    BlockKind,
    Check,
    Document,
    Problem,
    Related,
    Span,
    Worded,
    WordSet,
    lazy_pattern,
)
from newslint.text.flat import flat
from newslint.text.folding import plain
from newslint.text.names.people.casts import Character, copy_start, doubtful_casts, is_kin, office
from newslint.text.names.people.mentions import Kind, Mention, entities
from newslint.text.names.people.surnames import in_brackets, means_bearer
from newslint.text.names.spellings.likeness import alike
from newslint.text.names.spellings.name_uses import words_known
from newslint.text.quoting.quotations import in_quotation
from newslint.text.sentences import is_closed
from newslint.text.words import whole_places

# "Related article Lind warns of floods", printed between two sentences.
TEASER = Worded(r"\b{teasers}\b[^.!?]*\Z")
TEASER_REACH = 150
# "Lind: We have no plans."
LONGEST_GIVEN, NEXT = 16, 10
LABELLED = lazy_pattern(r": ")
# "Andersen et al. v. Halden AI"
CASE = lazy_pattern(r",? (?:et al\b|vs?\.? [A-Z])")
# "Lind's Bakery"
NAMED_AFTER = lazy_pattern(r"'s [A-Z]")
# A deck after the headline, in one line.
DECK = ";  "
PRESIDENTS = WordSet("presidents")
MENS, WOMENS = WordSet("mens-titles"), WordSet("womens-titles")
MENS_NAMES, WOMENS_NAMES = WordSet("mens-names"), WordSet("womens-names")
# "the name was once Drumpf": the family is told of, and nobody is met.
NAMING = lazy_pattern(r"\b(?:sur)?names?(?: (?:is|was|were|had been))?(?: \w+)? \Z")
LONGEST_NAMING = 60
# "told host Sean Lind": the programme is called by the surname, too.
PRESENTING = Worded(r"\b{presenters} \Z")
BEFORE = 24
# What follows a given name: "Omar al-Faruq", "Beverly Bond", "Hillary's".
SURNAME = lazy_pattern(r" ((?:[a-z]{2,3}[ -])?[A-Z]\w*[a-z]\w*)")
# "Ortega also calls for talks:" over the paragraphs of a live page.
LABEL = 50
# What ends without a stop is no heading if it is longer, but a paragraph that ends in an address or a credit.
LONGEST_HEADING = 220


class EarlySurname(Check, frozen=True, kw_only=True):
    """A person called by the surname first and by the full name only later."""

    starts: ClassVar = (doubtful_casts,)
    supplies: ClassVar[Mapping[str, type[StrEnum] | None]] = {"surname": None, "name": None}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield one problem for each family, whose first full name comes after a bare one."""
        for family in document.view(doubtful_casts).values():
            full = min((mention.span for each in family for mention in each.in_full), default=None)
            if full:
                yield from _problem(family, full, document)


def _problem(family: Sequence[Character], full: Span, document: Document) -> Iterator[Problem]:
    before = sorted(
        ((mention, each) for each in family for mention in each.mentions if mention.span < full),
        key=lambda pair: pair[0].span,
    )
    for met, character in before:
        if _is_met(met, document):
            if met not in character.bare or _is_relatives(met, document) or _is_part(met, document):
                return
            named = next((mention for mention in character.in_full if mention.span == full), None)
            if named and not _is_excused(met, named, document) and _are_sure(family, document):
                data = {"surname": met.span.cut(document.text), "name": full.cut(document.text)}
                yield Problem(met.span, data, related=(Related(full, data),))
            return


def _is_relatives(met: Mention, document: Document) -> bool:
    """Tell whether the bearer is a relative of who has the full name, or has a given name here, too."""
    text = document.view(flat)
    ahead = text[max(0, met.start - LONGEST_GIVEN) : met.start].split()[-1:]
    if any(word in document.view(words_known).given for word in ahead):
        return True
    return text.startswith("'s ", met.span.end) and is_kin(
        document, Span(met.span.end, met.span.end), reach=NEXT
    )


def _is_part(met: Mention, document: Document) -> bool:
    """Tell whether somebody with the word in a longer name came in before: "Luk" is John Luk Jok."""
    first = document.view(_inner_words).get(met.text)
    return first is not None and first < met.span


def _inner_words(document: Document) -> dict[str, Span]:
    """Return where each word that others follow in people's names first stands in one."""
    found: dict[str, Span] = {}
    for entity in document.view(entities):
        if entity.kind is Kind.PERSON:
            first = entity.mentions[0].span
            for word in entity.words[:-1]:
                found[word] = min(first, found.get(word, first))
    return found


def _are_sure(family: Sequence[Character], document: Document) -> bool:
    """Tell whether a full name is sure to be a person's, and what stood before it can be the surname."""
    known = document.view(words_known)
    surname = family[0].person.surname
    if surname in known.place_parts or surname in known.bodies or known.generic(surname):
        return False
    if surname in document.view(_names_of_bodies):
        return False
    return any(_is_sure(each, document) for each in family)


def _names_of_bodies(document: Document) -> frozenset[str]:
    """Return the words that open the names of firms, schools and prizes, which a founder's surname may be."""
    return frozenset(
        entity.words[0]
        for entity in document.view(entities)
        if entity.kind is Kind.ORGANISATION and len(entity.words) > 1
    )


def _is_sure(character: Character, document: Document) -> bool:
    known = document.view(words_known)
    first = character.person.words[0]
    if character.is_junior(known) or first.lower() in known.particles:
        return False
    if not (
        first in known.given
        or first in known.families
        or any(office(mention, known) for mention in character.in_full)
    ):
        return False
    return any(means_bearer(document, mention.span) for mention in character.in_full)


def _is_met(mention: Mention, document: Document) -> bool:
    """Tell whether the reader meets a person here: not in "the Cole report", not in a heading."""
    block = document.block_at(mention.span.start)
    if block is None or in_quotation(document, mention.span.start):
        return False
    if NAMED_AFTER.match(document.view(flat), mention.span.end):
        return False
    if _is_heading(block, document) or _is_furniture(mention.span, block, document):
        return False
    return means_bearer(document, mention.span)


def _is_heading(block: Block, document: Document) -> bool:
    """Tell whether a block is a heading in all but markup: short and first, without a stop, or titled."""
    paragraph = block.span.cut(document.text)
    if block.span.start < document.view(copy_start):
        return True
    if block.kind is BlockKind.LIST_ITEM:
        return False
    longer = [word for word in paragraph.split() if len(word) > 3]
    if block.span.start == 0 and DECK in paragraph:
        return True
    if _may_be_heading(block, paragraph) and not is_closed(paragraph):
        return True
    if len(paragraph) < LABEL and paragraph.rstrip().endswith(":"):
        return True
    return sum(word[0].isupper() for word in longer) * 3 > len(longer) * 2


def _may_be_heading(block: Block, paragraph: str) -> bool:
    return block.span.start == 0 or len(paragraph) < LONGEST_HEADING


def _is_furniture(name: Span, block: Block, document: Document) -> bool:
    """Tell whether a name stands in the line for another story, or labels what its bearer says."""
    if name.start == block.span.start and LABELLED.match(document.text, name.end):
        return True
    # A heading that runs into its paragraph leaves two spaces.
    if CASE.match(document.text, name.end) or document.text.startswith("  ", name.end):
        return True
    # "(what has Lind done?)" says in other words what stands before it.
    if in_brackets(document.text, block.span.start, name.start):
        return True
    start = max(block.span.start, name.start - TEASER_REACH)
    return TEASER.of(document).search(document.text, start, name.start) is not None


def _is_excused(met: Mention, full: Mention, document: Document) -> bool:
    """Tell whether a title stands for the given name, as a pope's does, or another name tells who it is."""
    known = document.view(words_known)
    office_met, office_in_full = office(met, known), office(full, known)
    if _is_of_other_sex(met, full, document) or _is_known(met, full, document):
        return True
    if office_met and office_in_full and set(office_met.split()).isdisjoint(office_in_full.split()):
        return True
    words = office_met.split(" ")
    crowned = document.lexicon.words("titles-before-given-names")
    return any(word in crowned for word in words) or (
        words[-1] in PRESIDENTS.of(document) and "vice" not in words
    )


def _is_known(met: Mention, full: Mention, document: Document) -> bool:
    """Tell whether the reader has the given name already, or the copy is of the surname or of a programme."""
    text = document.view(flat)
    if PRESENTING.of(document).search(text, max(0, full.start - BEFORE), full.start):
        return True
    places = whole_places(text, met.text)
    if any(NAMING.search(text, max(0, place - LONGEST_NAMING), place) for place in places):
        return True
    surname = met.words[-1]
    given = next((word for word in full.words if word != surname), surname)
    ahead = takewhile(lambda place: place < met.start, whole_places(text, given))
    names = (SURNAME.match(text, place + len(given), met.start) for place in ahead)
    return any(name is None or _is_like(name[1], met.text) for name in names)


def _is_like(surname: str, other: str) -> bool:
    return plain(surname) == plain(other) or alike(plain(surname), plain(other))


def _is_of_other_sex(met: Mention, full: Mention, document: Document) -> bool:
    """Tell whether "Mr. Lind" cannot be Anna Lind."""
    given, title = full.words[0], met.title.rpartition(" ")[2]
    men, women = (given in names.of(document) for names in (MENS_NAMES, WOMENS_NAMES))
    return (women and title in MENS.of(document)) or (men and title in WOMENS.of(document))
