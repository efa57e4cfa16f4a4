"""Spellings: one name in two spellings within a story, told from two names that are nearly the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, pairwise

import msgspec

from newslint.core.document import Document
from newslint.core.lexicon import Lexicon
from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.core.wording import Worded
from newslint.text.flat import flat
from newslint.text.folding import joined, plain
from newslint.text.names.candidates.candidates import candidates
from newslint.text.names.candidates.evidence import Candidate, Kind
from newslint.text.names.candidates.name_words import NameWords
from newslint.text.names.people.casts import is_kin
from newslint.text.names.spellings.derivations import derived
from newslint.text.names.spellings.given_names import of_one_sound
from newslint.text.names.spellings.likeness import alike, near_pairs, one_slip, that_may_pair
from newslint.text.names.spellings.name_pairs import is_known, one_name
from newslint.text.names.spellings.name_uses import Use, profile, uses_of, words_known, words_of_names
from newslint.text.names.spellings.sounds import distance
from newslint.text.sentences import sentence_at
from newslint.text.sic import SIC
from newslint.text.words import words

# What a full name may be taken for.
PERSONAL = (Kind.PERSON, Kind.UNKNOWN)
# "Cheng and Cheung", "Cheng v Cheung", "Ahmad Rahimi and his father, Ahmed Rahimi".
BETWEEN = lazy_pattern(r"(?:,|,? (?:and|or|&|vs?\.?))(?: (?:his|her|their)(?: [\w-]+){1,2},?)? |[/-]")
LONGEST_BETWEEN = 40
# "An earlier version misspelled the name of Karl Berg as Burg."
CORRECTION = Worded(r"\b{correction-words}\b[^.!?]*$")
SENTENCE = 120
# Shorter towns of one state are near one another by chance.
TOWN = 6
# "Middletown, Ohio,"
STATE = lazy_pattern(r", ([A-Z]\w+(?: [A-Z]\w+)?)")
# A word for a relative stands that near a name.
BESIDE = 16
# Shorter words for peoples are near too many others.
SHORTEST = 4
TITLE = 5


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
    peoples = document.view(_peoples)
    # Most words are near no other, and nobody need know more of them.
    names = words_of_names(document)
    alike_said = frozenset(of_one_sound(names, known))
    near_others = frozenset(chain(that_may_pair((*names, *peoples)), *alike_said))
    named = uses_of(document, near_others)
    told = (word for word, found in named.items() if not _is_ordinary(found, known))
    near = [
        pair
        for pair in sorted(alike_said.union(near_pairs((*told, *near_others.intersection(peoples)))))
        if joined(pair[0]) != joined(pair[1]) and not named.keys().isdisjoint(pair)
    ]
    uses = {word: named.get(word) or _uses(word, document) for pair in near for word in pair}
    profiles = {word: profile(word, found, known) for word, found in uses.items() if found}
    text = document.view(flat)
    pairs = [
        (first, second)
        for first, second in near
        if uses[first]
        and uses[second]
        and not _is_made_of_the_other(first, second, uses)
        and (
            one_name(profiles[first], profiles[second], known)
            or (
                not profiles[first].stands_with(profiles[second])
                and _share_state(uses[first], uses[second], text, known)
            )
        )
        and not (_is_meant(uses[first], document) or _is_meant(uses[second], document))
        and not _listed(uses[first], uses[second], document)
        and not _are_relatives(uses[first], uses[second], document)
    ]
    return tuple(_variants(group, uses, known) for group in groups(_nearest(pairs)))


def _share_state(first: Sequence[Use], second: Sequence[Use], text: str, known: NameWords) -> bool:
    """Tell whether two towns a slip apart are each said to lie in the same state: "Middleton, Ohio"."""
    towns = {first[0].word, second[0].word}
    if len(towns) < 2 or min(map(len, towns)) < TOWN or towns <= known.place_parts:
        return False
    if not one_slip(*map(plain, towns)):
        return False
    one, other = (
        {state[1] for use in uses if (state := STATE.match(text, use.candidate.span.end))}
        for uses in (first, second)
    )
    return bool(one & other & (known.places | known.state_codes))


def _is_made_of_the_other(first: str, second: str, uses: Mapping[str, tuple[Use, ...]]) -> bool:
    """Tell most pairs from one name without weighing what stands beside them: Iraq and Iraqi."""
    return derived(first, second) and not any(
        len(use.candidate.words) > 1 and use.candidate.kind is Kind.PERSON
        for word in (first, second)
        for use in uses[word]
    )


def _nearest(pairs: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Leave out pairs of a word that is nearer to what the other is made of: Israeliu is no Israelis."""
    near: dict[str, set[str]] = {}
    for first, second in pairs:
        near.setdefault(first, set()).add(second)
        near.setdefault(second, set()).add(first)
    return [
        (first, second)
        for first, second in pairs
        if not any(
            derived(other, far) and distance(word, other) <= distance(word, far) and len(other) < len(far)
            for word, far in ((first, second), (second, first))
            for other in near[word] - {far}
        )
    ]


def _peoples(document: Document) -> dict[str, str]:
    """Return the words for peoples in the story, which stand for no name but may be misspelt: "Chineze".

    So may the titles: "Shiekh Ahmad".
    """
    peoples = document.lexicon.view(_by_folded)
    found = {plain(peoples[word]): word for word in peoples.keys() & document.view(words).keys()}
    titles = {candidate.title.rpartition(" ")[2] for candidate in document.view(candidates)}
    return found | {plain(title): title.lower() for title in titles if len(title) > TITLE and title.isalpha()}


def _by_folded(lexicon: Lexicon) -> dict[str, str]:
    return {people.lower(): people for people in lexicon.words("demonyms") if len(people) > SHORTEST}


def _uses(people: str, document: Document) -> tuple[Use, ...]:
    """Return where a word for a people stands, as a name would."""
    folded = document.view(_peoples)[people]
    written = document.lexicon.view(_by_folded).get(folded) or folded.capitalize()
    return tuple(
        Use(written, 0, Candidate(start, (written,)), 0)
        for start in document.view(words)[folded]
        if document.view(flat).startswith(written, start)
    )


def _is_ordinary(uses: Sequence[Use], known: NameWords) -> bool:
    """Tell whether a word is an everyday one and part of nobody's name."""
    word = uses[0].word
    if not known.everyday(word) or word in known.given or word in known.place_parts or known.generic(word):
        return False
    return not any(len(use.candidate.words) > 1 and use.candidate.kind in PERSONAL for use in uses)


def _is_meant(uses: Sequence[Use], document: Document) -> bool:
    """Tell whether the story itself says of a spelling that it is so in the original, or was wrong."""
    text = document.view(flat)
    return all(
        SIC.match(text, use.candidate.span.end)
        or CORRECTION.of(document).search(text, max(0, use.start - SENTENCE), use.start)
        for use in uses
    )


def _listed(first: Sequence[Use], second: Sequence[Use], document: Document) -> bool:
    """Tell whether the two stand side by side somewhere, and so are two: "Cheng and Cheung".

    So do near full names in one sentence: "Jon Brand beat John Brandt". "Ethan Lind & Ryan Linde" do not tell
    Ethan Lind from Ethan Linde, who stands elsewhere.
    """
    text = document.view(flat)
    in_order = sorted((*first, *second), key=lambda use: use.start)
    elsewhere = {_beside(use) for use in first} & {_beside(use) for use in second} - {()}
    return any(
        plain(one.word) != plain(other.word)
        and not (elsewhere and _beside(one) != _beside(other))
        and (
            _stand_as_two(one.span, other.span, text)
            or _stand_as_two(one.candidate.span, other.candidate.span, text)
            or _are_in_one_sentence(one, other, document)
        )
        for one, other in pairwise(in_order)
    )


def _beside(use: Use) -> tuple[str, ...]:
    """Return the other words of a name."""
    return tuple(word for at, word in enumerate(use.candidate.words) if at != use.at)


def _are_relatives(first: Sequence[Use], second: Sequence[Use], document: Document) -> bool:
    """Tell whether two given names of one family stand beside a word for a relative: father and son."""
    return all(
        len(use.candidate.words) > 1 and use.at == 0 for uses in (first, second) for use in uses[:1]
    ) and any(
        is_kin(document, use.candidate.span, reach=BESIDE)
        for uses in (first, second)
        for use in uses
        if len(use.candidate.words) > 1
    )


def _are_in_one_sentence(one: Use, other: Use, document: Document) -> bool:
    """Tell whether a sentence has two people in full, whose given names are near each other, too."""
    names = (one.candidate, other.candidate)
    full = all(name.kind is Kind.PERSON and len(name.words) == 2 for name in names)
    if not full or not one.at == other.at == 1:
        return False
    first, second = (plain(name.words[0]) for name in names)
    near = first != second and alike(first, second)
    return near and other.start < sentence_at(document, one.start).end


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


def _variants(group: tuple[str, ...], uses: Mapping[str, tuple[Use, ...]], known: NameWords) -> Variants:
    def rank(word: str) -> tuple[bool, bool, int, int]:
        own = uses[word]
        named = any(len(use.candidate.words) > 1 and use.candidate.text in known.places for use in own)
        strange = own[0].word not in known.bodies and not is_known(profile(word, own, known), known)
        return (not named, strange, -len(own), own[0].span.start)

    leading, *others = sorted(group, key=rank)
    return Variants(_spelling(uses[leading]), tuple(_spelling(uses[word]) for word in others))


def _spelling(uses: Sequence[Use]) -> Spelling:
    return Spelling(uses[0].word, tuple(use.span for use in uses))
