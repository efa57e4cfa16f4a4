"""Casts: the people of a story as its body names them, family by family, and who has kin beside them."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping

import msgspec

from newslint.core.document import BlockKind, Document
from newslint.core.span import Span
from newslint.core.wording import Worded
from newslint.text.flat import flat
from newslint.text.folding import plain
from newslint.text.names.candidates.candidates import candidates
from newslint.text.names.candidates.evidence import Candidate, Kind
from newslint.text.names.candidates.name_words import NameWords, name_words
from newslint.text.names.people.persons import family_name, may_be_relative, named_words

# It is loaded where somebody asks for everybody.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.text.names.people.entities import Entity, Mention

BODY = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE)
# Paragraphs shorter than this at the top are the headline and what goes with it, whatever they end with.
HEADING = 90
HEADINGS = 3
# A label in capitals ("ABSTRACT.", "FULL TEXT.") stands that near the top, between the deck and the copy.
TOP, LABEL = 8, 24
# More words than these after the first are no one's surname and middle names.
LONGEST = 4
# Words beside a full name that tell its bearer from a relative of nearly the same name.
KIN = Worded(r"\b(?:{kin}|(?:\w+-)in-law)\b")


class Character(msgspec.Struct, frozen=True):
    """A person who is introduced by the full name, with the mentions that stand in the body of the story.

    *in_full* are those that open with the given name, *bare* those by the surname alone.
    """

    person: Entity
    mentions: tuple[Mention, ...]
    in_full: tuple[Mention, ...]
    bare: tuple[Mention, ...]

    @property
    def called(self) -> str:
        """Return the surname with the small words before it ("van Bijlert")."""
        words = self.person.words
        first = next((at for at, word in enumerate(words) if at and word[0].islower()), None)
        return " ".join(words[first:]) if first else self.person.surname

    def is_junior(self, known: NameWords) -> bool:
        """Tell whether the full name ends in "Jr." or its like."""
        return any(mention.words[-1] in known.juniors for mention in self.in_full)


def casts(document: Document) -> Mapping[str, tuple[Character, ...]]:
    """Return the people of the story by surname, in the order of first mention."""
    from newslint.text.names.people.entities import persons

    known = document.lexicon.view(name_words)
    families: dict[str, list[Character]] = {}
    for entity in document.view(persons):
        # Whoever is called by all of the name has no surname to share.
        if len(entity.words) > 1 and entity.surname != entity.name and _is_persons(entity, known):
            families.setdefault(plain(entity.surname), []).append(_character(entity, document))
    return {surname: tuple(family) for surname, family in families.items()}


def _character(person: Entity, document: Document) -> Character:
    given, surname = plain(person.words[0]), plain(person.surname)
    mentions = tuple(mention for mention in person.mentions if _in_body(mention, document))
    in_full = (mention for mention in mentions if plain(mention.text).startswith(f"{given} "))
    bare = (mention for mention in mentions if plain(mention.text) == surname)
    return Character(person, mentions, tuple(in_full), tuple(bare))


def doubtful_casts(document: Document) -> Mapping[str, tuple[Character, ...]]:
    """Return the people of the story if any of them shares a surname or is called by it before the full name.

    Most stories have nobody of the kind, which is seen without finding out who everybody is.
    """
    known = document.lexicon.view(name_words)
    full: dict[str, tuple[str, ...]] = {}
    bare: defaultdict[str, list[Candidate]] = defaultdict(list)
    for candidate in document.view(candidates):
        words = candidate.words
        if len(words) == 1:
            bare[words[0]].append(candidate)
        elif not candidate.titled_block and (candidate.kind is Kind.PERSON or may_be_relative(candidate)):
            name = named_words(words, known)
            surname = family_name(name, known)
            if surname not in full and any(_is_met(each, document) for each in bare.get(surname, ())):
                return document.view(casts)
            if not _may_be_one(full.setdefault(surname, name), name):
                return document.view(casts)
    return {}


def _is_met(candidate: Candidate, document: Document) -> bool:
    return candidate.start >= document.view(copy_start) and _in_body(candidate, document)


def _may_be_one(name: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two names of one surname differ in no more than a middle initial."""
    shorter, longer = sorted((name, other), key=len)
    if len(longer) == 3 and len(shorter) == 2 and longer[1].endswith("."):
        longer = longer[::2]
    return shorter == longer


def copy_start(document: Document) -> int:
    """Return where the copy starts: after short paragraphs at the top, and a label below the deck."""
    start, on_top = 0, True
    for at, block in enumerate(document.blocks[:TOP]):
        paragraph = block.span.cut(document.text)
        on_top = on_top and at < HEADINGS and len(paragraph) < HEADING
        if on_top or (len(paragraph) < LABEL and paragraph.isupper() and paragraph.endswith((".", ":"))):
            start = block.span.end
    return start


def _is_persons(entity: Entity, known: NameWords) -> bool:
    """Tell whether a name is made as people's are; "Tweeted Trump" and "April Damascus" are not."""
    first, *others = entity.words
    if len(others) > LONGEST or any(_is_plain(word, known) for word in others[:-1]):
        return False
    if any(known.everyday(word.partition("-")[2]) for word in others):
        return False
    if first in known.dates and others[-1] in known.place_parts:
        return False
    if first in known.given or first in known.families:
        return first.lower() not in known.cues and first.lower() not in known.starters
    if _is_plain(first, known) or first in known.place_parts or not others[-1][-1].isalpha():
        return False
    if first.endswith("ly") or any(word.isupper() and "." not in word for word in entity.words[:-1]):
        return False
    return "-" not in first and len(first.rstrip(".")) > 1


def _is_plain(word: str, known: NameWords) -> bool:
    """Tell whether a word in front of a surname is an everyday one, or stands for a body or a people."""
    return word[0].isupper() and word not in known.given and (known.everyday(word) or known.generic(word))


def office(mention: Mention, known: NameWords) -> str:
    """Return the title before a name in lower case, without "Mr." and its like."""
    words = [word.rstrip(".") for word in mention.title.split(" ")]
    return " ".join(word.lower() for word in words if word not in known.courtesy)


def is_kin(document: Document, name: Span, *, reach: int) -> bool:
    """Tell whether a word for a relative stands near a name: "his father, Ahmed Rahimi"."""
    return (
        KIN.of(document).search(document.view(flat), max(0, name.start - reach), name.end + reach) is not None
    )


def _in_body(mention: Mention | Candidate, document: Document) -> bool:
    starts, kinds = document.view(_blocks)
    index = bisect_right(starts, mention.start) - 1
    return index >= 0 and kinds[index] in BODY


def _blocks(document: Document) -> tuple[list[int], list[BlockKind]]:
    blocks = document.blocks
    return [block.span.start for block in blocks], [block.kind for block in blocks]
