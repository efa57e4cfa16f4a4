"""Surnames that two people of a story share, and that then stand alone."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import ClassVar

from newslint.checks.names.rivals import FAR, given_name, rivals
from newslint.plugin import Check, Document, Problem, Related, Span, Worded, WordSet, lazy_pattern
from newslint.text.flat import flat
from newslint.text.folding import plain
from newslint.text.names.people.casts import Character, doubtful_casts, is_kin
from newslint.text.names.people.surnames import means_bearer
from newslint.text.names.spellings.likeness import alike
from newslint.text.quoting.quotations import in_quotation
from newslint.text.sentences import sentence_at

NEAR = 60
# "Wang Xuancheng, known as Wang Chengcheng", "Nguyen, born Nguyen Sinh Cung"
RENAMED = Worded(r"\b(?:known (?:\w+ )?as|a\.?k\.?a\.?|n[ée]e|{renaming-cues}) [\"'“‘]?\Z")
# Who is named in full that many times as often as anybody else has the surname for himself.
MUCH = 3
# Who else is named in full that often leaves the bare surname to the first.
OFTEN = 2
# After so many places readers know whom a story calls by the surname alone.
SETTLED = 4
# "Woods sold her farm" is of no man; "Woods sued her in May" may be.
HERS = lazy_pattern(
    r"\b(?:she|herself)\b|\bher (?!(?:after|and|as|at|before|by|for|from|in|on|to|when|with)\b)[a-z]"
)
HIS = lazy_pattern(r"\b(?:he|his|himself)\b")
# "Woods — alias Tom Hull, Pat Woods and Tom Paul Woods — left"
ALIAS = lazy_pattern(r"\balias(?:es)?\b")
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
    in_full = sorted(_named(family, document), key=lambda named: named[0])
    names = _bare_names(family, document)
    reserved = _reserved(family, in_full, until=_introduction(second))
    later = [name for at, name in enumerate(names) if name.start > reserved and at < SETTLED]
    bare = list(_doubtful(later, family, in_full, document, owner=owner))
    if bare:
        found, pair = bare[0]
        data = {"surname": found.cut(document.text), "first": pair[0], "second": pair[1]}
        yield Problem(found, data, related=tuple(Related(span, data) for span, _ in bare[1:]))


def _named(family: Sequence[Character], document: Document) -> Iterator[tuple[Span, Character]]:
    """Yield where the story itself names each of a family in full, and not as another name of somebody."""
    for each in family:
        for at, mention in enumerate(each.in_full):
            if (at and in_quotation(document, mention.start)) or _is_alias(mention.span, document):
                continue
            yield mention.span, each


def _is_alias(name: Span, document: Document) -> bool:
    sentence = sentence_at(document, name.start)
    return ALIAS.search(document.view(flat), sentence.start, name.start) is not None


def _reserved(family: Sequence[Character], in_full: Sequence[tuple[Span, Character]], *, until: int) -> int:
    """Return up to where the surname alone is kept for the first to be introduced.

    So it is where it has meant that person and the other is named in full again and again: "Ann Woods said
    that Woods owes Ann Woods half of it".
    """
    first = family[0]
    if not any(mention.start < until for mention in first.bare):
        return until
    since = [named for named in in_full if named[0].start >= until]
    again = next((at for at, (_, each) in enumerate(since) if each is first), len(since))
    if again < OFTEN:
        return until
    if again < len(since):
        return since[again][0].start
    return max(each.mentions[-1].span.end for each in family)


def _doubtful(
    names: Sequence[Span],
    family: Sequence[Character],
    in_full: Sequence[tuple[Span, Character]],
    document: Document,
    *,
    owner: Character | None,
) -> Iterator[tuple[Span, tuple[str, str]]]:
    """Yield the bare names that may be either's, and the full names of the two.

    One that a pronoun or the full name in its sentence makes clear settles those after it, until somebody is
    named in full again.
    """
    settled = contested = 0
    pair: tuple[str, str] | None = None
    for name in names:
        at = bisect_left(in_full, name, key=lambda named: named[0])
        if at == settled:
            continue
        if owner and not _is_taken(owner, name, in_full, document):
            continue
        if at != contested:
            pair = rivals(in_full[:at], name, document)
        if not pair:
            settled = at
            continue
        contested = at
        if _is_told_by_pronoun(name, family, document) or _is_named_again(name, in_full[at - 1][0], document):
            settled = at
        else:
            yield name, pair


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
    if is_kin(document, last, reach=NEAR) and given_name(other) != given_name(owner):
        return False
    # Within one sentence a pronoun would stand for the same person: "Ivanka Trump's picture of Trump".
    if name.start - last.end > FAR or sentence_at(document, name.start).contains(last):
        return False
    return document.view(flat).count("\n\n", last.end, name.start) <= 1


def _is_named_again(name: Span, last: Span, document: Document) -> bool:
    """Tell whether the sentence has the full name just before: "wrote to Peter Woods that Woods owed it"."""
    return sentence_at(document, name.start).contains(last)


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
    given, other = given_name(first), given_name(second)
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


def _is_short_for(first: str, second: str) -> bool:
    """Tell whether one given name is the other's pet form: Sammi and Samantha, Ed and Edward."""
    shorter, longer = sorted((first.rstrip("."), second.rstrip(".")), key=len)
    pet = shorter[-1] in "iy" or shorter.endswith("ie") or len(shorter) < 4
    stem = shorter.removesuffix("ie").rstrip("iy")
    return pet and len(stem) > 1 and longer.startswith(stem[:-1] if stem[-1:] == stem[-2:-1] else stem)


def _introduction(character: Character) -> int:
    return character.in_full[0].span.start
