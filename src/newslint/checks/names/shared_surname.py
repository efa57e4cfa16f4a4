"""Surnames that two people of a story share, and that then stand alone."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import ClassVar

from newslint.plugin import Check, Document, Problem, Related, Span, Worded, WordSet, lazy_pattern
from newslint.text.flat import flat
from newslint.text.folding import plain
from newslint.text.names.people.casts import Character, doubtful_casts, is_kin
from newslint.text.names.people.surnames import means_bearer
from newslint.text.names.spellings.likeness import alike
from newslint.text.names.spellings.name_uses import words_known
from newslint.text.sentences import sentence_at

NEAR = 60
# So far on, a full name is no longer what the reader has in mind.
FAR = 450
# So near, whoever alone was named is meant.
JUST = 250
# "On Monday, former governor Peter Woods said"
OPENING = 4
LONGEST_CUE = 12
# "Wang Xuancheng, known as Wang Chengcheng", "Nguyen, born Nguyen Sinh Cung"
RENAMED = Worded(r"\b(?:known (?:\w+ )?as|a\.?k\.?a\.?|n[ée]e|{renaming-cues}) [\"'“‘]?\Z")
# "whose son, James Woods", "the late brother of Sen. Peter Woods", "like Peter Woods", "Peter Woods's time".
PASSING = Worded(
    r"\b(?:(?<!with her )(?<!with his )(?<!and her )(?<!and his )(?:{kin}|\w+-in-law|parents)(?: of)?|"
    r"like|including|such as|under|named (?:after|for)),?(?: [\w.-]+){0,5}(?: and)? \Z"
)
OWNING = lazy_pattern(r"['’](?:s\b| )")
# Who is named in full that many times as often as anybody else has the surname for himself.
MUCH = 3
# "Woods sold her farm" is of no man; "Woods sued her in May" may be.
HERS = lazy_pattern(
    r"\b(?:she|herself)\b|\bher (?!(?:after|and|as|at|before|by|for|from|in|on|to|when|with)\b)[a-z]"
)
HIS = lazy_pattern(r"\b(?:he|his|himself)\b")
MENS, WOMENS = WordSet("mens-names"), WordSet("womens-names")


class SharedSurname(Check, frozen=True, kw_only=True):
    """A bare surname after two people of that name were introduced."""

    starts: ClassVar = (doubtful_casts,)
    supplies: ClassVar[Mapping[str, type[StrEnum] | None]] = {"surname": None, "first": None, "second": None}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield one problem for each surname, at all its bare mentions."""
        for family in document.view(doubtful_casts).values():
            introduced = [each for each in family if each.in_full]
            if len(introduced) > 1:
                yield from _problem(sorted(introduced, key=_introduction), document)


def _problem(family: Sequence[Character], document: Document) -> Iterator[Problem]:
    first = family[0]
    second = next((each for each in family[1:] if _are_two(first, each, document)), None)
    if second is None:
        return
    owner = _owner(family, _introduction(second))
    in_full = sorted(
        ((mention.span, each) for each in family for mention in each.in_full), key=lambda named: named[0]
    )
    later = [name for name in _bare_names(family, document) if name.start > _introduction(second)]
    bare = list(_doubtful(later, family, in_full, document, owner=owner))
    if bare:
        data = {
            "surname": bare[0].cut(document.text),
            "first": first.person.name,
            "second": second.person.name,
        }
        yield Problem(bare[0], data, related=tuple(Related(span, data) for span in bare[1:]))


def _doubtful(
    names: Sequence[Span],
    family: Sequence[Character],
    in_full: Sequence[tuple[Span, Character]],
    document: Document,
    *,
    owner: Character | None,
) -> Iterator[Span]:
    """Yield the bare names that may be either's.

    One that a pronoun or the full name in its sentence makes clear settles those after it, until somebody is
    named in full again.
    """
    settled = contested = 0
    for name in names:
        at = bisect_left(in_full, name, key=lambda named: named[0])
        if at == settled:
            continue
        if owner and not _is_taken(owner, name, in_full, document):
            continue
        if at != contested and not _is_contested(in_full[:at], name, document):
            settled = at
            continue
        contested = at
        if _is_told_by_pronoun(name, family, document) or _is_named_again(name, in_full[at - 1][0], document):
            settled = at
        else:
            yield name


def _bare_names(family: Sequence[Character], document: Document) -> list[Span]:
    """Return where the surname alone stands for a person, in the order of the text."""
    return sorted(
        mention.span
        for each in family
        for mention in each.bare
        if not mention.title and means_bearer(document, mention.span)
    )


def _owner(family: Sequence[Character], until: int) -> Character | None:
    """Return whom the story calls by the surname, if it has settled that before the other comes in.

    It has not where the other comes in for good, named in full as often.
    """
    first = family[0]
    called = any(_introduction(first) < mention.span.start < until for mention in first.bare)
    others = max(len(each.in_full) for each in family[1:])
    settled = called and (others == 1 or others < len(first.in_full))
    return first if settled or len(first.in_full) >= MUCH * others else None


def _is_taken(
    owner: Character, name: Span, in_full: Sequence[tuple[Span, Character]], document: Document
) -> bool:
    """Tell whether somebody else was named in full just before.

    A relative told of beside the owner takes nothing from him, unless they also share the given name.
    """
    last, other = in_full[bisect_left(in_full, name, key=lambda named: named[0]) - 1]
    if other is owner:
        return False
    if is_kin(document, last, reach=NEAR) and _given_name(other) != _given_name(owner):
        return False
    # Within one sentence a pronoun would stand for the same person: "Ivanka Trump's picture of Trump".
    if name.start - last.end > FAR or sentence_at(document, name.start).contains(last):
        return False
    return document.view(flat).count("\n\n", last.end, name.start) <= 1


def _is_named_again(name: Span, last: Span, document: Document) -> bool:
    """Tell whether the sentence has the full name just before: "wrote to Peter Woods that Woods owed it"."""
    return sentence_at(document, name.start).contains(last)


def _is_contested(in_full: Sequence[tuple[Span, Character]], name: Span, document: Document) -> bool:
    """Tell whether two people whom the surname can mean are both in the reader's mind.

    One who only came in passing is not ("the son of Peter Woods"), nor one of long ago, when the other is
    named in full just before.
    """
    named: dict[str, list[Span]] = {}
    givens: dict[str, set[str]] = {}
    for span, each in in_full:
        if _is_surely_named(each, document):
            named.setdefault(each.person.name, []).append(span)
            givens.setdefault(_given_name(each), set()).add(each.person.name)
    twins = {name for names in givens.values() if len(names) > 1 for name in names}
    rivals = sorted(
        (
            spans[-1]
            for person, spans in named.items()
            if len(spans) > 1 or person in twins or not _is_in_passing(spans[0], document)
        ),
        reverse=True,
    )
    if len(rivals) < 2:
        return False
    last, other = rivals[:2]
    if _is_told_of(last, other, name, document):
        return False
    return name.start - last.end < FAR and last.start - other.end < FAR


def _is_told_of(last: Span, other: Span, name: Span, document: Document) -> bool:
    """Tell whether the copy is just about who has the full name: it opens a sentence without the *other*."""
    sentence = sentence_at(document, last.start)
    text = document.view(flat)
    if _speaks(name, document) and _speaks(other, document) and not _speaks(last, document):
        return False
    return (
        not sentence.contains(other)
        and name.start - last.end < JUST
        and text.count("\n\n", last.end, name.start) <= 1
        and text.count(" ", sentence.start, last.start) <= OPENING
    )


def _speaks(name: Span, document: Document) -> bool:
    """Tell whether a verb of saying stands beside a name: "said Clara Woods"."""
    text, cues = document.view(flat), document.view(words_known).cues
    before = text[max(0, name.start - LONGEST_CUE) : name.start].split()[-1:]
    after = text[name.end : name.end + LONGEST_CUE].split()[:1]
    return any(word.lower() in cues for word in (*before, *after))


def _is_surely_named(character: Character, document: Document) -> bool:
    known = document.view(words_known)
    first = character.person.words[0]
    return first in known.given or first in known.families or bool(character.in_full[0].title)


def _is_in_passing(name: Span, document: Document) -> bool:
    """Tell whether a full name only says whose relative, thing or like somebody is."""
    text = document.view(flat)
    return (
        PASSING.of(document).search(text, max(0, name.start - NEAR), name.start) is not None
        or bool(OWNING.match(text, name.end))
        or not means_bearer(document, name)
    )


def _is_told_by_pronoun(name: Span, family: Sequence[Character], document: Document) -> bool:
    """Tell whether "her" or "his" later in the sentence leaves only one whom the surname can mean."""
    rest = Span(name.end, sentence_at(document, name.start).end).cut(document.view(flat))
    hers, his = HERS.search(rest), HIS.search(rest)
    if bool(hers) == bool(his):
        return False
    others = (MENS if hers else WOMENS).of(document)
    return sum(each.person.words[0] not in others for each in family) == 1


def _are_two(first: Character, second: Character, document: Document) -> bool:
    """Tell whether two full names are not one person's in a longer, shorter or misspelt form."""
    if _is_renamed(second, document):
        return False
    given, other = _given_name(first), _given_name(second)
    if given == other or alike(given, other):
        return any(is_kin(document, each.in_full[0].span, reach=NEAR) for each in (first, second))
    return not (_is_within(first, second) or _is_short_for(given, other))


def _is_renamed(character: Character, document: Document) -> bool:
    """Tell whether a full name comes in as another one of somebody."""
    start = _introduction(character)
    return RENAMED.of(document).search(document.view(flat), max(0, start - NEAR), start) is not None


def _is_within(first: Character, second: Character) -> bool:
    """Tell whether one name holds the other: Seyed Hassan Nasrallah and Hassan Nasrallah."""
    words, others = (tuple(map(plain, each.person.words)) for each in (first, second))
    shorter, longer = sorted((words, others), key=len)
    return longer[-len(shorter) :] == shorter


def _given_name(character: Character) -> str:
    first, *others = character.person.words
    return plain(others[-1] if first == character.person.surname else first)


def _is_short_for(first: str, second: str) -> bool:
    """Tell whether one given name is the other's pet form: Sammi and Samantha, Ed and Edward."""
    shorter, longer = sorted((first.rstrip("."), second.rstrip(".")), key=len)
    pet = shorter[-1] in "iy" or shorter.endswith("ie") or len(shorter) < 4
    stem = shorter.removesuffix("ie").rstrip("iy")
    return pet and len(stem) > 1 and longer.startswith(stem[:-1] if stem[-1:] == stem[-2:-1] else stem)


def _introduction(character: Character) -> int:
    return character.in_full[0].span.start
