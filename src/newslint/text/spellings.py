"""Spellings: one name in two spellings within a story, told from two names that are nearly the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from newslint.core.document import Document
from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.text.evidence import Kind
from newslint.text.flat import flat
from newslint.text.folding import joined
from newslint.text.likeness import alike, near_pairs, one_slip
from newslint.text.name_uses import Companion, Profile, Use, name_uses, profile, words_known
from newslint.text.name_words import NameWords
from newslint.text.sounds import begin_alike, skeleton

# What makes a people, a plural or a creed of a name, which is no misspelling of it.
ADDED = frozenset(
    {"s", "es", "n", "an", "ian", "ean", "i", "is", "ns", "ish", "ese", "ite", "ites", "ism", "ist", "ists"}
    | {"ic", "ans", "ians", "er", "ers", "iya", "d", "ed"}
)
EXCHANGED = frozenset(
    {("a", "o"), ("as", "os"), ("m", "t"), ("m", "ts"), ("n", "s"), ("ns", "s"), ("ies", "y"), ("h", "sh")}
    | {("er", "y"), ("rs", "s"), ("a", "c"), ("a", "s")}
)
# The like of a surname: families, followers, teachings; and Husseini is not Hussein.
OF_SURNAMES = frozenset({"s", "es", "i", "an", "ans", "ian", "ians", "ism", "ist", "ists", "ite", "ites"})
# How a plain word that opens a sentence may end ("Protesters").
INFLECTED = ("s", "ing", "ed", "ly", "er", "or")
# Zelensky and his wife Zelenska, Dultsev and Dultseva.
FEMININES = (
    *((letter + man, letter + "a") for letter in "kn" for man in ("y", "i", "yy", "yi", "ii")),
    *(("iy", "aya"), ("oy", "aya")),
    *(("ev", "eva"), ("ov", "ova"), ("in", "ina"), ("os", "ou"), ("s", "a")),
)
# What a full name may be taken for.
PERSONAL = (Kind.PERSON, Kind.UNKNOWN)
# "Cheng and Cheung", "Cheng v Cheung", "Ahmad Rahimi and his father, Ahmed Rahimi".
BETWEEN = lazy_pattern(r"(?:,|,? (?:and|or|&|vs?\.?))(?: (?:his|her|their)(?: [\w-]+){1,2},?)? |[/-]")
LONGEST_BETWEEN = 40
PEOPLES = ("ese", "ism", "ists")


class Spelling(msgspec.Struct, frozen=True):
    """One spelling of a name: as first written, and everywhere it stands."""

    text: str
    places: tuple[Span, ...]


class Variants(msgspec.Struct, frozen=True):
    """One name in several spellings; the *leading* one is known, or more frequent, or first."""

    leading: Spelling
    others: tuple[Spelling, ...]


def variants(document: Document) -> tuple[Variants, ...]:
    """Return the names that the story spells with different letters."""
    known = document.view(words_known)
    uses = document.view(name_uses)
    text = document.view(flat)
    words = (word for word, found in uses.items() if not _is_ordinary(found, known))
    pairs = [
        (first, second)
        for first, second in near_pairs(words)
        if joined(first) != joined(second)
        and one_name(profile(first, uses[first], known), profile(second, uses[second], known), known)
        and not _listed(uses[first], uses[second], text)
    ]
    return tuple(_variants(group, uses, known) for group in groups(pairs))


def _is_ordinary(uses: Sequence[Use], known: NameWords) -> bool:
    """Tell whether a word is an everyday one and part of nobody's name."""
    word = uses[0].word
    if not known.everyday(word) or word in known.given or word in known.place_parts or known.generic(word):
        return False
    return not any(len(use.candidate.words) > 1 and use.candidate.kind in PERSONAL for use in uses)


def _listed(first: Sequence[Use], second: Sequence[Use], text: str) -> bool:
    """Tell whether the two stand side by side somewhere, and so are two: "Cheng and Cheung"."""
    return any(
        _stand_as_two(one.span, other.span, text)
        or _stand_as_two(one.candidate.span, other.candidate.span, text)
        for one in first
        for other in second
    )


def _stand_as_two(one: Span, other: Span, text: str) -> bool:
    start, end = min(one.end, other.end), max(one.start, other.start)
    return end - start < LONGEST_BETWEEN and BETWEEN.fullmatch(text, start, end) is not None


def groups(pairs: Sequence[tuple[str, str]]) -> Iterator[tuple[str, ...]]:
    """Yield the words that hang together by *pairs*, each group sorted."""
    home: dict[str, set[str]] = {}
    for first, second in pairs:
        union = home.get(first, {first}) | home.get(second, {second})
        home |= dict.fromkeys(union, union)
    seen: set[str] = set()
    for word in sorted(home):
        if word not in seen:
            seen |= home[word]
            yield tuple(sorted(home[word]))


def one_name(first: Profile, second: Profile, known: NameWords) -> bool:
    """Tell whether two near spellings name one person, place or body."""
    if first.stands_with(second) or (first.word, second.word) in known.different:
        return False
    surname = first.surname or second.surname
    if derived(first.word, second.word, surname=surname) or feminine(first.word, second.word):
        return False
    shared = first.companions & second.companions
    if shared:
        return _one_by_companion(first, second, shared, known)
    strange = [each for each in (first, second) if not is_known(each, known)]
    if first.companions and second.companions:
        people = first.introduced and second.introduced
        return people and bool(strange) and _companions_alike(first, second)
    if first.frames & second.frames:
        if _misnamed_place(first, second, known):
            return True
        return (
            bool(strange)
            and not _is_grown(first, second, known)
            and min(len(first.word), len(second.word)) > 4
        )
    return bool(strange) and _one_alone(first, second, strange, known)


def derived(first: str, second: str, *, surname: bool = False) -> bool:
    """Tell whether one word is made from the other, as "Iraqis" and "Iraqi" are.

    Of a surname fewer words are made, and none by exchanging its ending.
    """
    shorter, longer = sorted((first, second), key=len)
    stem = 0
    while stem < len(shorter) and shorter[stem] == longer[stem]:
        stem += 1
    rest, more = shorter[stem:], longer[stem:]
    if not rest:
        return more in (OF_SURNAMES if surname else ADDED) and more != shorter[-1]
    return not surname and stem > 3 and tuple(sorted((rest, more))) in EXCHANGED


def feminine(first: str, second: str) -> bool:
    """Tell whether two names are the man's and the woman's form of one."""
    return any(
        first.endswith(one) and second.endswith(other) and first[: len(first) - len(one)] + other == second
        for pair in FEMININES
        for one, other in (pair, pair[::-1])
    )


def is_known(spelling: Profile, known: NameWords) -> bool:
    """Tell whether a spelling is a word, a place, a people or a given name in its own right."""
    word = spelling.uses[0].word
    if word in known.given or word in known.place_parts or word.endswith(PEOPLES):
        return True
    return known.generic(word) or known.everyday(word)


def _one_by_companion(
    first: Profile, second: Profile, shared: frozenset[Companion], known: NameWords
) -> bool:
    """Judge two spellings that stand beside the same name: "Brain Mendoza", "Brian Mendoza"."""
    if all(is_known(each, known) and each.uses[0].word not in known.given for each in (first, second)):
        return False
    if first.introduced and second.introduced and first.surname != second.surname:
        # David Ross Meyers is not David Gross.
        return not all(side == -1 for _, side in shared)
    if all(side == 1 for _, side in shared):
        return _one_given_name(first, second, shared, known)
    if all(companion.title() in known.families for companion, _ in shared):
        return skeleton(first.word) == skeleton(second.word) and len(first.word) > 4
    return begin_alike(first.word, second.word) and not (_goes_on(first) and _goes_on(second))


def _goes_on(spelling: Profile) -> bool:
    """Tell whether somebody is introduced by a surname that then stands alone."""
    return spelling.surname and spelling.alone


def _one_given_name(first: Profile, second: Profile, shared: frozenset[Companion], known: NameWords) -> bool:
    """Judge two given names with one surname: brothers, or one of them misspelt?"""
    surnames = {word for word, _ in shared}
    if min(first.times_beside(surnames), second.times_beside(surnames)) > 1 or _is_womans(
        first.word, second.word
    ):
        return False
    if first.uses[0].word in known.given and second.uses[0].word in known.given:
        return skeleton(first.word) == skeleton(second.word)
    return True


def _is_womans(first: str, second: str) -> bool:
    """Tell whether two given names are a man's and a woman's: Daniel, Daniela."""
    shorter, longer = sorted((first, second), key=len)
    return longer.startswith(shorter) and longer[len(shorter) :] in ("a", "e", "ina", "na")


def _misnamed_place(first: Profile, second: Profile, known: NameWords) -> bool:
    """Tell whether one of two names that differ in one word is a place, and the other is none: São Paolo."""
    full = [use.candidate for each in (first, second) for use in each.uses if len(use.candidate.words) > 1]
    texts = {candidate.text for candidate in full}
    return len(texts) == 2 and len(texts & known.places) == 1


def _companions_alike(first: Profile, second: Profile) -> bool:
    return any(
        side == other_side and companion != other and alike(companion, other)
        for companion, side in first.companions
        for other, other_side in second.companions
    )


def _one_alone(first: Profile, second: Profile, strange: Sequence[Profile], known: NameWords) -> bool:
    """Judge two spellings of which one at least never stands in a full name."""
    if not begin_alike(first.word, second.word):
        return False
    if not (first.surname or second.surname) and (_may_be_plain(first) or _may_be_plain(second)):
        return False
    if first.introduced or second.introduced:
        full, bare = (first, second) if first.introduced else (second, first)
        return _bare_name(bare, full, known)
    shorter = min(len(first.word), len(second.word))
    if len(strange) == 2:
        return shorter > (4 if one_slip(first.word, second.word) else 7)
    other = first if second in strange else second
    return not known.everyday(other.uses[0].word) and _slips_from(strange[0], other)


def _may_be_plain(spelling: Profile) -> bool:
    """Tell whether a spelling only ever opens a sentence, and may be a plain word with an ending."""
    return spelling.opening and spelling.word.endswith(INFLECTED) and not spelling.person


def _slips_from(strange: Profile, other: Profile) -> bool:
    """Tell whether a strange word is a known one with a letter dropped, added, swapped, or of one sound."""
    swapped = sorted(strange.word) == sorted(other.word)
    shorter = min(len(strange.word), len(other.word))
    if len(strange.word) == len(other.word) and not swapped:
        return shorter > 5 and skeleton(strange.word) == skeleton(other.word)
    return shorter > 5 or (shorter > 4 and (swapped or Kind.PLACE in strange.kinds))


def _is_grown(first: Profile, second: Profile, known: NameWords) -> bool:
    """Tell whether one word is an everyday word with an ending, as "Franchisee" is."""
    shorter, longer = sorted((first.word, second.word), key=len)
    return longer.startswith(shorter) and known.everyday(shorter)


def _bare_name(bare: Profile, full: Profile, known: NameWords) -> bool:
    """Tell whether a word alone is a near name misspelt: it has no introduction of its own."""
    if bare.place or not bare.alone or bare.kinds <= {Kind.PLACE, Kind.ORGANISATION}:
        return False
    if len(bare.uses) > 2 and not bare.person:
        return False
    if is_known(bare, known):
        if bare.uses[0].word not in known.given or is_known(full, known):
            return False
        return skeleton(bare.word) == skeleton(full.word) if full.surname else bare.person
    shorter = min(len(bare.word), len(full.word))
    if full.surname or (full.alone and not is_known(full, known)):
        return shorter > 3
    return shorter > 5 and not is_known(full, known)


def _variants(group: tuple[str, ...], uses: Mapping[str, tuple[Use, ...]], known: NameWords) -> Variants:
    def rank(word: str) -> tuple[bool, int, int]:
        own = uses[word]
        return (not is_known(profile(word, own, known), known), -len(own), own[0].span.start)

    leading, *others = sorted(group, key=rank)
    return Variants(_spelling(uses[leading]), tuple(_spelling(uses[word]) for word in others))


def _spelling(uses: Sequence[Use]) -> Spelling:
    return Spelling(uses[0].word, tuple(use.span for use in uses))
