"""Name words: what the lists say of a capitalised word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from newslint.core.buckets import Buckets, bucketed
from newslint.core.lexicon import Lasting, Lexicon
from newslint.core.wording import Worded
from newslint.text.folding import plain

# "Dublin-born", "UK-based": an adjective before a name.
COMPOUND = Worded("-(?:{compound-endings}|[a-z]+[bcdfghkmnprstvwz]ed)$")
# It stands beside a name as "Mr" does, but copy that has no "Mr" may keep it.
DOCTOR = "Dr"
ENDINGS = ("ing", "ies", "ied", "ed", "es", "ly", "s")


class NameWords(msgspec.Struct, frozen=True):
    """The lists that tell names apart, ready to be asked. It remembers which words are everyday ones.

    *silent* words are no name when they stand alone.
    """

    given: Buckets
    titles: frozenset[str]
    roles: frozenset[str]
    organisations: frozenset[str]
    places: frozenset[str]
    bodies: frozenset[str]
    forms: frozenset[str]
    companies: frozenset[str]
    heads: frozenset[str]
    bodiless: frozenset[str]
    place_words: frozenset[str]
    peoples: frozenset[str]
    nameless: frozenset[str]
    dates: frozenset[str]
    common: Buckets
    particles: frozenset[str]
    families: frozenset[str]
    doubtful_families: frozenset[str]
    middle_names: frozenset[str]
    numerals: frozenset[str]
    like_places: frozenset[str]
    surnames: frozenset[str]
    surnameless: frozenset[str]
    cues: frozenset[str]
    body_nouns: frozenset[str]
    starters: frozenset[str]
    place_parts: frozenset[str]
    callings: frozenset[str]
    relatives: frozenset[str]
    staff: frozenset[str]
    of_people: frozenset[str]
    shared_roles: frozenset[str]
    holdings: frozenset[str]
    place_offices: frozenset[str]
    gains: frozenset[str]
    addressing: frozenset[str]
    vessels: frozenset[str]
    saints: frozenset[str]
    kunyas: frozenset[str]
    renowned: frozenset[str]
    juniors: frozenset[str]
    owners: frozenset[str]
    fields: frozenset[str]
    behind_offices: frozenset[str]
    grounds: frozenset[str]
    premises: frozenset[str]
    bodiless_nouns: frozenset[str]
    run_in: frozenset[str]
    makers: frozenset[str]
    parties: frozenset[str]
    party_heads: frozenset[str]
    bodies_of_peoples: frozenset[str]
    of_states: frozenset[str]
    outfits: frozenset[str]
    headline_verbs: frozenset[str]
    agencies: frozenset[str]
    plain_endings: frozenset[str]
    of_inhabitants: frozenset[str]
    of_views: frozenset[str]
    of_sums: frozenset[str]
    of_two: frozenset[str]
    of_towns: frozenset[str]
    apposed_bodies: frozenset[str]
    ahead_of_places: frozenset[str]
    heads_of_places: frozenset[str]
    states: frozenset[str]
    state_codes: frozenset[str]
    links: frozenset[str]
    suffixes: frozenset[str]
    courtesy: frozenset[str]
    compound: re.Pattern[str]
    different: frozenset[tuple[str, str]]
    one_sound: frozenset[tuple[str, str]]
    nicknames: frozenset[tuple[str, str]]
    silent: frozenset[str]
    memory: dict[str, bool] = msgspec.field(default_factory=dict)

    def everyday(self, word: str) -> bool:
        """Tell whether *word* is one that is capitalised only to open a sentence or a title."""
        if word not in self.memory:
            self.memory[word] = self._everyday(word)
        return self.memory[word]

    def is_given(self, word: str) -> bool:
        """Tell whether *word* is a given name, with or without accents, or two of them ("Jean-Baptiste")."""
        if word in self.given:
            return True
        if word.isascii() and "-" not in word:
            return False
        first, _, second = word.partition("-")
        if second and (second[0].islower() or first.lower() in self.particles or first in self.places):
            return False
        return plain(first).capitalize() in self.given

    def generic(self, word: str) -> bool:
        """Tell whether *word* stands for a people, a body, a title or a place, not for one person."""
        return (
            word in self.peoples
            or word in self.organisations
            or word in self.place_words
            or word.rstrip(".") in self.titles
            or word in self.nameless
        )

    def _everyday(self, word: str) -> bool:
        lower = word.lower()
        if lower in self.common or (lower.endswith(("ed", "er")) and self._stem(lower[:-1])):
            return True
        # Most names end otherwise, and are asked about once.
        return lower.endswith(ENDINGS) and any(
            lower.endswith(ending) and self._stem(lower[: -len(ending)]) for ending in ENDINGS
        )

    def _stem(self, stem: str) -> bool:
        common = self.common
        return len(stem) > 2 and (
            stem in common
            or stem + "e" in common
            or stem + "y" in common
            or (stem[-1] == stem[-2] and stem[:-1] in common)
        )


# Those that have some thousand words.
LARGE = {"given": "given-names", "common": "common-words"}
# The list behind each field that has one of its own.
LISTS = {
    "titles": "personal-titles",
    "roles": "roles",
    "organisations": "organisation-words",
    "places": "places",
    "bodies": "bodies",
    "forms": "legal-forms",
    "companies": "company-words",
    "heads": "institution-heads",
    "bodiless": "acronyms-of-no-body",
    "place_words": "place-words",
    "peoples": "demonyms",
    "particles": "name-particles",
    "families": "family-names-first",
    "doubtful_families": "family-names-like-words",
    "middle_names": "vietnamese-middle-names",
    "numerals": "roman-numerals",
    "like_places": "given-names-like-places",
    "surnames": "surnames-like-places",
    "surnameless": "names-without-surname",
    "cues": "speaking-verbs",
    "body_nouns": "body-nouns",
    "starters": "sentence-openers",
    "relatives": "relatives",
    "staff": "staff",
    "of_people": "nouns-after-people",
    "shared_roles": "roles-of-bodies",
    "holdings": "holdings",
    "place_offices": "offices-of-places",
    "gains": "gains-and-losses-to-people",
    "addressing": "addressing-verbs",
    "vessels": "vessels",
    "saints": "saints",
    "kunyas": "kunyas",
    "renowned": "known-by-surname",
    "juniors": "juniors",
    "owners": "owners-in-names",
    "fields": "fields-of-offices",
    "behind_offices": "names-of-offices",
    "grounds": "grounds-in-names",
    "premises": "premises-in-names",
    "bodiless_nouns": "nouns-of-no-body",
    "run_in": "openers-run-into-names",
    "makers": "makers-of-models",
    "parties": "adjectives-of-parties",
    "party_heads": "bodies-of-parties",
    "bodies_of_peoples": "bodies-of-peoples",
    "of_states": "openings-of-state-bodies",
    "outfits": "nouns-before-bodies",
    "headline_verbs": "verbs-in-headlines",
    "agencies": "picture-agencies",
    "plain_endings": "endings-of-plain-words",
    "of_inhabitants": "endings-of-inhabitants",
    "of_views": "endings-of-views",
    "of_sums": "letters-before-sums",
    "of_two": "halves-of-adjectives",
    "of_towns": "nouns-of-towns",
    "apposed_bodies": "nouns-of-apposed-bodies",
    "ahead_of_places": "nouns-before-places",
    "heads_of_places": "heads-of-places",
    "states": "countries-and-states",
    "state_codes": "codes-of-states",
    "links": "links-in-places",
}


def name_words(lexicon: Lexicon) -> NameWords:
    """Return the lists about names; use it as a view of the lexicon."""
    sets: dict[str, Any] = {**lexicon.view(_sets)}
    large: dict[str, Any] = {field: Buckets(pieces) for field, pieces in lexicon.view(_large).items()}
    return NameWords(compound=lexicon.view(COMPOUND), **large, **sets)


@Lasting
def _large(lexicon: Lexicon) -> dict[str, tuple[str, ...]]:
    """Return by field the buckets of a list."""
    return {field: bucketed(lexicon.words(name)) for field, name in LARGE.items()}


@Lasting
def _sets(lexicon: Lexicon) -> dict[str, frozenset[str] | frozenset[tuple[str, str]]]:
    words = {field: frozenset(lexicon.words(name)) for field, name in LISTS.items()}
    return {
        **words,
        "nameless": frozenset((*lexicon.words("calendar-names"), *lexicon.words("nameless-words"))),
        "dates": frozenset((*lexicon.words("months"), *lexicon.words("weekdays"))),
        "suffixes": frozenset(
            (
                *lexicon.words("juniors"),
                *lexicon.words("roman-numerals"),
                *lexicon.words("letters-after-names"),
            )
        ),
        "callings": words["roles"] | frozenset(lexicon.words("people-words")),
        "courtesy": frozenset((*lexicon.words("courtesy-titles"), DOCTOR)),
        "different": frozenset(_pairs(lexicon.words("different-names"))),
        "one_sound": frozenset(_pairs(lexicon.words("given-names-of-one-sound"))),
        "nicknames": frozenset(_pairs(lexicon.words("nicknames"))),
        "silent": frozenset(_silent(lexicon)),
        "place_parts": frozenset(part for place in words["places"] for part in place.split(" ")),
    }


def _silent(lexicon: Lexicon) -> Iterator[str]:
    """Yield the words that are no name where they stand alone."""
    yield from map(str.capitalize, lexicon.words("sentence-openers"))
    for name in ("demonyms", "calendar-names", "nameless-words"):
        yield from lexicon.words(name)


def _pairs(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    for pair in names:
        first, _, second = pair.lower().partition("/")
        yield from ((first, second), (second, first))
