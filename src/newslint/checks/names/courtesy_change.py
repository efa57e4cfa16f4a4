"""Searches for a person who is Mr. here and Ms. there, or Ms. with a man's name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import ClassVar

import msgspec

from newslint.plugin import Check, Document, Problem, Related, Span, Worded, WordSet
from newslint.text.flat import flat
from newslint.text.folding import plain
from newslint.text.names.candidates.candidates import candidates
from newslint.text.names.people.casts import Character, casts
from newslint.text.words import words

# Few stories have both titles.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.text.names.people.mentions import Mention

MENS, WOMENS = WordSet("mens-titles"), WordSet("womens-titles")
MENS_NAMES, WOMENS_NAMES = WordSet("mens-names"), WordSet("womens-names")
COURTESY = WordSet("courtesy-titles")
# Where a family is told of, the other title is another member's; a brother is no "Miss".
FAMILY = Worded(r"\b(?:{kin}|{relatives}|{family-words}|(?:\w+-)in-law|Mrs?\.? and M\w+)\b")
MALE_KIN, FEMALE_KIN = WordSet("male-kin"), WordSet("female-kin")
KNOWN_BY_SURNAME = WordSet("known-by-surname")
REACH = 240
TOLD = frozenset({"mr", "ms", "mrs", "miss"})


class Titled(msgspec.Struct, frozen=True):
    """A mention with a courtesy title, which tells a man or a woman."""

    mention: Mention
    title: str
    man: bool

    @property
    def span(self) -> Span:
        """Return where title and name stand."""
        return Span(self.mention.start - len(self.title) - 1, self.mention.span.end)


class CourtesyChange(Check, frozen=True, kw_only=True):
    """A courtesy title that does not fit the person's other titles or given name."""

    supplies: ClassVar = {"odd": None, "usual": None}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield one problem for each person."""
        if document.view(words).keys().isdisjoint(TOLD) or not _may_differ(document):
            return
        for family in document.view(casts).values():
            if len(family) == 1 and len(family[0].person.words[0]) > 2:
                yield from _problem(family[0], document)


def _may_differ(document: Document) -> bool:
    """Tell whether any full name may have titles of both kinds, which is seen without gathering mentions."""
    found, men, women = document.view(candidates), MENS.of(document), WOMENS.of(document)
    by_word: defaultdict[str, set[bool]] = defaultdict(set)
    for candidate in found:
        title = candidate.title.rpartition(" ")[2]
        if title in men or title in women:
            for word in candidate.words:
                by_word[_key(word)].add(title in men)
    mens, womens = MENS_NAMES.of(document), WOMENS_NAMES.of(document)
    for candidate in found if by_word else ():
        words = candidate.words if len(candidate.words) > 1 else ()
        titled = {man for word in words for man in by_word.get(_key(word), ())}
        named = {word in mens for word in words if titled and (word in mens or word in womens)}
        if len(titled | named) > 1:
            return True
    return False


def _key(word: str) -> str:
    """Return what a word of a name is found by: "Enkhtuya" is B.Enkhtuya."""
    return plain(word.rpartition(".")[2] or word)


def _problem(character: Character, document: Document) -> Iterator[Problem]:
    titled = _titled(character, document)
    if not titled:
        return
    man = _is_mans(character, titled, document)
    odd = [each for each in titled if man is not None and each.man is not man]
    if not odd or _is_of_a_family(character, odd, document):
        return
    usual = next(
        (each.span for each in titled if each.man is man),
        character.in_full[0].span if character.in_full else None,
    )
    if usual:
        data = {"odd": odd[0].span.cut(document.text), "usual": usual.cut(document.text)}
        yield Problem(odd[0].span, data, related=(Related(usual, data),))


def _titled(character: Character, document: Document) -> list[Titled]:
    men, women, courtesy = MENS.of(document), WOMENS.of(document), COURTESY.of(document)
    titles = ((each, each.title.rpartition(" ")[2]) for each in character.mentions)
    return [
        Titled(mention, title, title in men)
        for mention, title in titles
        if title in courtesy and title in men | women
    ]


def _is_mans(character: Character, titled: Sequence[Titled], document: Document) -> bool | None:
    """Tell whether a person is a man: by the given name, or by most of the titles, else by the first."""
    given = character.person.words[0]
    if given in MENS_NAMES.of(document) or given in WOMENS_NAMES.of(document):
        return given in MENS_NAMES.of(document)
    men = sum(each.man for each in titled)
    if men in (0, len(titled)):
        return None
    return men * 2 > len(titled) or (men * 2 == len(titled) and titled[0].man)


def _is_of_a_family(character: Character, odd: Sequence[Titled], document: Document) -> bool:
    """Tell whether another member of the family may be meant, as a president's wife or husband often is."""
    text, surname = document.view(flat), character.person.surname
    if surname in KNOWN_BY_SURNAME.of(document):
        return True
    plural = f"the {surname}s"
    return plural in text or any(
        kin[0] not in (FEMALE_KIN if each.man else MALE_KIN).of(document)
        for each in odd
        for kin in FAMILY.of(document).finditer(text, max(0, each.span.start - REACH), each.span.end + REACH)
    )
