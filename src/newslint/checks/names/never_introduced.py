"""Searches for people who are called by the surname and never by a full name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from enum import StrEnum
from typing import ClassVar

from newslint.plugin import Block, Check, Document, Problem, Span, WordSet, lazy_pattern
from newslint.text.flat import flat
from newslint.text.folding import plain
from newslint.text.names.candidates.candidates import candidates
from newslint.text.names.candidates.evidence import Candidate, Kind
from newslint.text.names.candidates.name_words import NameWords
from newslint.text.names.people.casts import BODY, is_kin
from newslint.text.names.people.surnames import means_bearer
from newslint.text.names.spellings.marked_spellings import marked_variants
from newslint.text.names.spellings.name_uses import words_known
from newslint.text.names.spellings.variants import variants
from newslint.text.quoting.quotations import in_quotation
from newslint.text.sentences import is_closed

# Most stories call nobody so.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.text.names.people.entities import Entity, Mention

COURTESY = WordSet("courtesy-titles")
# "Sen. Lind": copy that abbreviates them names each senator in full at first.
ABBREVIATED = WordSet("abbreviated-offices")
# Whom every reader knows by one name.
KNOWN_BY_SURNAME = WordSet("known-by-surname")
# "Brownlee, who has practised …": a clause that introduces. An age introduces who is called by one name only.
CLAUSE = lazy_pattern(r", (?:who|whose) ")
SPEECH = lazy_pattern(r"[,?!][\"”’'] $")
CLOSING = frozenset("\"”’'")
VERB = lazy_pattern(r" (\w+)")
KIN_REACH = 40
# As much of a surname as an introduced one has in common with it if it may be the same, misspelt.
LIKE = 0.6
# "Mr Dahlgren, Sir wrote: @halden_bridge is a shame."
ACCOUNT = lazy_pattern(r"(?<!\w)@\w")
QUOTES = "\"“”'‘’"


class Introduced(StrEnum):
    """Whether anybody with a surname like it is introduced."""

    NOBODY = "nobody"
    LIKE = "like"


class NeverIntroduced(Check, frozen=True, kw_only=True):
    """A surname that is met as if the person had been introduced, in a story that introduces others."""

    supplies: ClassVar[Mapping[str, type[StrEnum] | None]] = {
        "surname": None,
        "nearest": None,
        "introduced": Introduced,
    }

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield one problem for each person, where the surname is first met."""
        known = document.view(words_known)
        if not _may_be_met(document, known):
            return
        from newslint.text.names.people.entities import entities

        people = [each for each in document.view(entities) if each.kind is Kind.PERSON]
        full = [each for each in people if len(each.words) > 1]
        named = {plain(word.strip(QUOTES)) for each in full for word in each.words}
        alone = {plain(each.name) for each in people}
        if not any(each.words[0] in known.given for each in full):
            return
        for person in people:
            met = person.mentions[0]
            if (
                len(person.words) == 1
                and _is_told_of(met, document, known)
                and _may_be_surname(person, document)
                and _is_in_copy(met, document)
                and plain(person.name) not in named
                and not _is_plural_of(plain(person.name), named | alone)
                and met.span not in _misspelt(document)
            ):
                nearest = _nearest(met.text, full)
                introduced = Introduced.LIKE if nearest else Introduced.NOBODY
                data = {"surname": met.text, "nearest": nearest, "introduced": introduced}
                yield Problem(met.span, data)


def _is_plural_of(name: str, names: Set[str]) -> bool:
    return name.endswith("s") and name.removesuffix("s") in names


def _nearest(surname: str, people: Sequence[Entity]) -> str:
    """Return the full name with the word most like *surname*, or nothing if none is like it."""
    from difflib import SequenceMatcher

    likeness = {
        each.name: SequenceMatcher(None, plain(surname), plain(word)).ratio()
        for each in people
        for word in (name.strip(QUOTES) for name in each.words[1:])
        if word.startswith(surname[0])
    }
    nearest = max(likeness, key=likeness.__getitem__, default="")
    return nearest if nearest and likeness[nearest] >= LIKE else ""


def _may_be_met(document: Document, known: NameWords) -> bool:
    """Tell whether anybody may be met so, which is seen without finding out who everybody is."""
    found = document.view(candidates)
    met = [
        plain(each.words[0])
        for each in found
        if len(each.words) == 1
        and _is_told_of(each, document, known)
        and _is_like_surname(each.words[0], each, document)
    ]
    full = (each for each in found if len(each.words) > 1 and each.kind is Kind.PERSON) if met else ()
    return not {plain(word) for each in full for word in each.words}.issuperset(met)


def _misspelt(document: Document) -> frozenset[Span]:
    """Return where names stand that are spelled otherwise elsewhere, which another rule tells."""
    return frozenset(
        place
        for view in (variants, marked_variants)
        for found in document.view(view)
        for spelling in found.others
        for place in spelling.places
    )


def _may_be_surname(person: Entity, document: Document) -> bool:
    """Tell whether a name may be a surname alone, and all that the story has of it."""
    # "Mrs. Lind" whose first name is another word for all that the story tells.
    return _is_like_surname(person.name, person.mentions[0], document) and document.view(flat).count(
        person.name
    ) == len(person.mentions)


def _is_like_surname(name: str, met: Mention | Candidate, document: Document) -> bool:
    """Tell whether a name is no given name, no place and nobody's whom all readers know."""
    known = document.view(words_known)
    if len(name) < 4 or not name.isalpha() or name.isupper() or name in known.place_parts:
        return False
    if known.generic(name) or known.everyday(name) or name in KNOWN_BY_SURNAME.of(document):
        return False
    return name not in known.given or met.title.rpartition(" ")[2] in COURTESY.of(document)


def _is_in_copy(mention: Mention, document: Document) -> bool:
    block = document.block_at(mention.start)
    return (
        block is not None
        and block.kind in BODY
        and is_closed(block.span.cut(document.text))
        and not in_quotation(document, mention.start)
        and not _is_of_author_or_user(mention, block, document)
        and means_bearer(document, mention.span)
    )


def _is_of_author_or_user(mention: Mention, block: Block, document: Document) -> bool:
    """Tell whether a name opens the note on who wrote the piece, or stands among those of social media."""
    last = block is document.blocks[-1] and document.text.startswith(" is ", mention.span.end)
    opens = mention.start - len(mention.title) - 1 == block.span.start
    return (last and opens) or ACCOUNT.search(document.text, block.span.start, block.span.end) is not None


def _is_told_of(mention: Mention | Candidate, document: Document, known: NameWords) -> bool:
    """Tell whether the copy goes on about a person as if known: "Mr. Dahl said", "Dahl, who is 40"."""
    if mention.title:
        title = mention.title.rpartition(" ")[2]
        told = title in COURTESY.of(document) or title in ABBREVIATED.of(document)
    else:
        told = _goes_on(mention.span, document.view(flat), known)
    return told and not is_kin(document, mention.span, reach=KIN_REACH)


def _goes_on(name: Span, text: str, known: NameWords) -> bool:
    """Tell whether a clause about the bearer stands behind a name, or speech before it and a verb behind."""
    # Most names have neither, and are not asked further.
    if text.startswith(", who", name.end) and CLAUSE.match(text, name.end):
        return True
    if text[name.start - 2 : name.start - 1] not in CLOSING or not SPEECH.search(
        text, max(0, name.start - 4), name.start
    ):
        return False
    verb = VERB.match(text, name.end)
    return verb is not None and verb[1] in known.cues
