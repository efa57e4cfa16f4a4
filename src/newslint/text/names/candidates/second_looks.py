"""Second looks: names whose own words mislead, told by an age or by the same name elsewhere in the story."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import takewhile

import msgspec

from newslint.text.names.candidates.appositions import apposed_kind
from newslint.text.names.candidates.capitals import Capitals
from newslint.text.names.candidates.evidence import Candidate, Kind
from newslint.text.names.candidates.name_words import NameWords
from newslint.text.names.candidates.surroundings import has_age, has_role, is_aged, speaks

# "SOFIE SANTINELLI", "ANNA VAN DER BERG"; longer runs are headlines.
MOST_SHOUTED = 5
# What somebody serves in may stand before a name of two words.
LONGEST_NAME = 2
# Shorter words are near too many others.
LONG = 6


def with_second_looks(
    found: Sequence[Candidate], runs: Sequence[Capitals], text: str, known: NameWords
) -> list[Candidate]:
    """Return the candidates of a story, with people among its shouted *runs* and its names like places."""
    found = [
        _without_verb(each, text, known) if each.opens and len(each.words) > 1 else each for each in found
    ]
    shouted = [name for run in runs if (name := _shouted(run, known))]
    found = _without_office(found, known)
    found = [_with_age(_with_role(each, text, known), text, known) for each in found]
    found = _with_particle(found, known)
    placed = [each for each in found if each.kind is Kind.PLACE and _is_like_place(each, known)]
    if not shouted and not placed:
        return found
    bare = {each.text for each in found if len(each.words) == 1 and each.kind is not Kind.PLACE}
    people = {each.text for each in found if len(each.words) == 1 and each.kind is Kind.PERSON}
    told = {
        each.start: msgspec.structs.replace(each, kind=Kind.PERSON, sure=True)
        for each in placed
        if each.words[-1] in people or is_aged(each.span.end, text) or speaks(each, text, known)
    }
    found = [told.get(each.start, each) for each in found]
    added = [each for each in shouted if _is_near_any(each.words[-1], bare) or is_aged(each.span.end, text)]
    return sorted((*_less(found, added), *added), key=lambda each: each.start) if added else found


def _without_verb(candidate: Candidate, text: str, known: NameWords) -> Candidate:
    """Leave out the verb of a line that only says who speaks: "Said Beth:"."""
    first, *others = candidate.words
    if not text.startswith(":", candidate.span.end) or first.lower() not in known.cues:
        return candidate
    start = candidate.start + len(first) + 1
    return Candidate(start, tuple(others), Kind.PERSON, sure=True)


def _without_office(found: Sequence[Candidate], known: NameWords) -> list[Candidate]:
    """Leave out what somebody serves in, where the story names the person alone: "DGP R B Lind"."""
    long = [each for each in found if len(each.words) > LONGEST_NAME and not each.titled_block]
    if all(each.kind is Kind.PERSON and each.sure for each in long):
        return list(found)
    people = {each.words for each in found if each.kind is Kind.PERSON and 1 < len(each.words) < 4}
    return [
        _person_in(each, people, known) if len(each.words) > LONGEST_NAME and not each.titled_block else each
        for each in found
    ]


def _person_in(candidate: Candidate, people: Collection[tuple[str, ...]], known: NameWords) -> Candidate:
    """Return the person with whom a longer name ends, if it opens with nothing of a person's or a ship's."""
    if candidate.kind is Kind.UNKNOWN and candidate.sure:
        return candidate
    for size in range(len(candidate.words) - 1, 1, -1):
        name, ahead = candidate.words[-size:], candidate.words[:-size]
        opens = known.is_given(name[0]) or len(name[0].rstrip(".")) == 1
        if name in people and opens and all(_is_nobodys(word, known) for word in ahead):
            start = candidate.span.end - len(" ".join(name))
            return Candidate(start, name, Kind.PERSON, sure=True)
    return candidate


def _is_nobodys(word: str, known: NameWords) -> bool:
    return word.isupper() or known.everyday(word) or known.generic(word)


def _shouted(run: Capitals, known: NameWords) -> Candidate | None:
    """Return who may be named by a run of capitals that opens with a given name: "SOFIE SANTINELLI"."""
    words = tuple(takewhile(str.isupper, reversed(run.words)))[::-1]
    if not 1 < len(words) <= MOST_SHOUTED or not words[-1].isalpha():
        return None
    name = tuple(word.capitalize() for word in words)
    if not known.is_given(name[0]) or any(map(known.everyday, name[1:])) or name[-1] in known.places:
        return None
    return Candidate(run.span.end - len(" ".join(name)), name, Kind.PERSON, sure=True)


def _with_role(candidate: Candidate, text: str, known: NameWords) -> Candidate:
    """Return somebody whose surname is a word for places, whom a role tells: "director Anna Bay"."""
    words = candidate.words
    if candidate.kind is not Kind.PLACE or len(words) != LONGEST_NAME or not known.is_given(words[0]):
        return candidate
    if candidate.text in known.places or not has_role(candidate, text, known):
        return candidate
    return msgspec.structs.replace(candidate, kind=Kind.PERSON, sure=True)


def _with_age(candidate: Candidate, text: str, known: NameWords) -> Candidate:
    """Return who has a place for a given name, as age or trade tells: "Paris Lind, 19", not "Paris Club"."""
    words, end = candidate.words, candidate.span.end
    if candidate.kind is not Kind.ORGANISATION or candidate.sure or len(words) != LONGEST_NAME:
        return candidate
    if words[0] not in known.places or known.everyday(words[1]) or known.generic(words[1]):
        return candidate
    told = has_age(end, text) or apposed_kind(end, text, known) == (Kind.PERSON, False)
    return msgspec.structs.replace(candidate, kind=Kind.PERSON, sure=True) if told else candidate


def _with_particle(found: list[Candidate], known: NameWords) -> list[Candidate]:
    """Return with whom a sentence opens, if the story names somebody so in full: "Le Mesurier retired"."""
    doubtful = {
        each.words[0].lower()
        for each in found
        if each.kind is Kind.PLACE and len(each.words) == LONGEST_NAME and each.text not in known.places
    } & known.particles
    if not doubtful:
        return found
    named = {
        (each.words[-2], each.words[-1])
        for each in found
        if each.kind is Kind.PERSON and len(each.words) > LONGEST_NAME and each.words[-2] in doubtful
    }
    return [_born(each, named) if each.kind is Kind.PLACE else each for each in found] if named else found


def _born(candidate: Candidate, named: Collection[tuple[str, str]]) -> Candidate:
    """Return a name as a person's, if somebody's in full has its small word and its surname, or nearly."""
    small = candidate.words[0].lower()
    surnames = [surname for particle, surname in named if particle == small]
    if len(candidate.words) != LONGEST_NAME or not _is_near_any(candidate.words[1], surnames):
        return candidate
    return msgspec.structs.replace(candidate, kind=Kind.PERSON, sure=False)


def _is_near_any(word: str, others: Collection[str]) -> bool:
    """Tell whether a word is among others, or one slip from a long one."""
    return word in others or (
        len(word) >= LONG and any(other[0] == word[0] and _is_one_slip(word, other) for other in others)
    )


def _is_one_slip(one: str, two: str) -> bool:
    """Tell whether one letter is added, left out or another: "Bartram", "Bartrum"."""
    if abs(len(one) - len(two)) > 1:
        return False
    same = next(
        (at for at, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two))
    )
    return one[same + (len(one) >= len(two)) :] == two[same + (len(two) >= len(one)) :]


def _is_like_place(candidate: Candidate, known: NameWords) -> bool:
    """Tell whether a name that opens like a place's may be a person's: "San Lin Chiou", not "Santa Fe"."""
    words = candidate.words
    if not 1 < len(words) < 4 or words[0] not in known.like_places:
        return False
    return candidate.text not in known.places and words[-1] not in known.place_words


def _less(found: Iterable[Candidate], added: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield the candidates that no name of *added* covers."""
    spans = [each.span for each in added]
    return (each for each in found if not any(each.span.overlaps(span) for span in spans))
