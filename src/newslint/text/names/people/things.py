"""Things: the places and bodies of a story, each with its full name and the short ones that go on for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from newslint.text.folding import plain
from newslint.text.names.candidates.acronyms import Definition
from newslint.text.names.candidates.evidence import Candidate, Kind
from newslint.text.names.candidates.name_words import NameWords

SMALL_WORDS = frozenset({"of", "the", "for", "and"})
# Two letters are those of too many; no acronym has more than the most.
SHORT, LONGEST_ACRONYM = 2, 7


class Thing(msgspec.Struct, eq=False):
    """A place or body: its fullest name and where named. Mutable, as short names join it."""

    name: str
    kind: Kind
    mentions: list[Candidate]

    @property
    def first(self) -> int:
        """Return where it is first named in full."""
        return self.mentions[0].start


def things(
    named: Iterable[Candidate], text: str, definitions: Sequence[Definition], known: NameWords
) -> tuple[Thing, ...]:
    """Return what is no person, gathered by spelling, acronyms and short names with the full ones.

    "Panjshir" and "Panjshir Valley" stay two: a town, its district and its valley are different places.
    """
    found = _by_spelling(named, known)
    for definition in definitions:
        _define(found, definition, text)
    if len(found) > 1:
        _join_initials(found, known)
        _join_letters(found, known)
        _join_short_names(found, text, known)
    return tuple(found.values())


def _by_spelling(named: Iterable[Candidate], known: NameWords) -> dict[str, Thing]:
    """Gather names by spelling; the kind of each is what most of its surroundings say."""
    groups: dict[str, list[Candidate]] = {}
    for candidate in named:
        groups.setdefault(_key(candidate.text), []).append(candidate)
    return {key: Thing(group[0].text, _kind(group, known), group) for key, group in groups.items()}


def _key(name: str) -> str:
    # "U.S." and "US"
    return plain(name.replace(".", "") if name.isupper() else name)


def _kind(group: Sequence[Candidate], known: NameWords) -> Kind:
    alone = len(group[0].words) == 1
    votes = Counter[Kind]()
    for candidate in group:
        # A longer name that was taken for a person's and stands here has been outvoted.
        if candidate.kind is not Kind.UNKNOWN and (candidate.kind is not Kind.PERSON or alone):
            votes[candidate.kind] += 1 + 2 * candidate.sure
    if not votes:
        return Kind.PERSON if alone and _is_given_alone(group[0].text, known) else Kind.UNKNOWN
    kind = max(votes, key=lambda kind: votes[kind])
    # An article makes no body: "the Poltava and Sumy regions", "the Lind deal".
    doubtful = kind is Kind.ORGANISATION and alone and not group[0].text.isupper()
    return kind if not doubtful or any(each.sure for each in group) else Kind.UNKNOWN


def _is_given_alone(name: str, known: NameWords) -> bool:
    """Tell whether a name that nothing else tells of is a given name, and no word or place: "Rahul"."""
    return name in known.given and not (
        known.everyday(name) or known.generic(name) or name in known.place_parts
    )


def _define(found: dict[str, Thing], definition: Definition, text: str) -> None:
    """Give an acronym to what it stands for: a body, or a thing that has no name ("gross output (GO)")."""
    key = _key(definition.acronym.text)
    phrase = definition.phrase.cut(text)
    full = found.get(_key(phrase.removeprefix("the ").removeprefix("The ")))
    if full and key in found and full is not found[key] and _may_stand_for(key, full):
        _absorb(found, key, full)
    elif key in found and phrase.islower():
        found[key].kind = Kind.UNKNOWN


def _may_stand_for(key: str, full: Thing) -> bool:
    """Tell whether letters are a body's, or a country's initials: "SJO" is not San José's."""
    return full.kind is not Kind.PLACE or key == _initials(full)


def _initials(thing: Thing) -> str:
    return "".join(word[0] for word in thing.name.split(" ")).lower()


def _join_initials(found: dict[str, Thing], known: NameWords) -> None:
    """Join a country's initials to its name, "U.S." to "United States", where no two can be meant."""
    short = {key for key, thing in found.items() if thing.name.isupper() and thing.kind is Kind.PLACE}
    owners: dict[str, list[Thing]] = {}
    for full in found.values() if short else ():
        key = _initials(full)
        if len(key) > 1 and key in short and full.name in known.places:
            owners.setdefault(key, []).append(full)
    for key, places in owners.items():
        if len(places) == 1:
            _absorb(found, key, places[0])


def _join_letters(found: dict[str, Thing], known: NameWords) -> None:
    """Join letters to the only body whose words they open: "DfE" to "Department for Education"."""
    short = {
        key for key, thing in found.items() if thing.kind is not Kind.PLACE and _is_of_letters(thing.name)
    }
    owners: dict[str, list[Thing]] = {}
    for full in found.values() if short else ():
        if full.kind is Kind.ORGANISATION and " " in full.name:
            capitals = "".join(word[0] for word in full.name.split(" ") if word not in SMALL_WORDS).lower()
            for key in {capitals, _initials(full)} & short:
                owners.setdefault(key, []).append(full)
    for key, fits in owners.items():
        sure = len(key) > SHORT and found[key].name not in known.bodies
        if len(fits) == 1 and (sure or fits[0].name in known.bodies):
            _absorb(found, key, fits[0])


def _is_of_letters(name: str) -> bool:
    """Tell whether a name may be an acronym: "DFE", "DfE", "D.F.E."."""
    letters = name.replace(".", "")
    return 1 < len(letters) <= LONGEST_ACRONYM and sum(map(str.isupper, letters)) * 2 > len(letters)


def _join_short_names(found: dict[str, Thing], text: str, known: NameWords) -> None:
    """Join what a story goes on with ("Hallberg", "the Authority") to the only body that it can mean."""
    owners: dict[str, list[Thing]] = {}
    for key, thing in sorted(found.items(), key=lambda item: -item[1].name.count(" ")):
        words = tuple(thing.name.split(" "))
        fits = owners.get(key, ())
        if len(fits) == 1 and _may_be_short(thing, words, fits[0], text, known):
            _absorb(found, key, fits[0])
        elif words[0] in known.vessels and len(words) > 1:
            owners.setdefault(_key(" ".join(words[1:])), []).append(thing)
        elif thing.kind is Kind.ORGANISATION:
            for name in _short_names(words, known):
                owners.setdefault(_key(name), []).append(thing)


def _may_be_short(thing: Thing, words: tuple[str, ...], full: Thing, text: str, known: NameWords) -> bool:
    if thing.kind is Kind.PLACE or thing.first < full.first:
        return False
    if len(words) > 1 or words[0] not in known.heads:
        return True
    return all(text[max(0, each.start - 4) : each.start].lower() == "the " for each in thing.mentions)


def _short_names(words: tuple[str, ...], known: NameWords) -> Iterator[str]:
    """Yield what a body may be called: its name without "Ltd" and "Airlines", or its noun alone."""
    end = len(words)
    while end > 1 and words[end - 1].rstrip(".") in known.forms | known.companies:
        end -= 1
        if end > 1 or not known.everyday(words[0]):
            yield " ".join(words[:end])
    for at, word in enumerate(words):
        closes = at == len(words) - 1 or words[at + 1] in SMALL_WORDS
        if word in known.heads and len(words) > 1:
            if closes:
                yield word
            return


def _absorb(found: dict[str, Thing], key: str, full: Thing) -> None:
    short = found.pop(key)
    full.mentions = sorted((*full.mentions, *short.mentions), key=lambda mention: mention.start)
    # Ships go on by their names.
    if full.kind is Kind.UNKNOWN and short.name.isupper():
        full.kind = Kind.ORGANISATION
