"""Inflection: the forms of a verb and of a noun, in one order, so that a replacement takes the form found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from newslint.checks.patterns.phrases import Inflection
from newslint.plugin import Lexicon, lazy_pattern

# "stop", "refer"; the stress of longer words is told by the list.
DOUBLES = lazy_pattern(r"[^aeiou\W]*[aeiou][bdgklmnprtvz]")
HISSES = lazy_pattern(r".*(?:s|x|z|ch|sh)")
CONSONANT_Y = lazy_pattern(r".*[^aeiou]y")


class Verb(msgspec.Struct, frozen=True):
    """An irregular verb: "go", "went", "gone"."""

    base: str
    past: str
    participle: str


# In one order for every word: that of the base, the -s, the -ing, the past and the participle.
Forms = tuple[str, ...]


def forms(phrase: str, inflection: Inflection, lexicon: Lexicon) -> Forms:
    """Return the forms of a phrase, the one it is given in first."""
    if inflection is Inflection.NOUN:
        before, space, noun = phrase.rpartition(" ")
        return tuple(f"{before}{space}{form}" for form in (noun, _with_s(noun)))
    verb, space, behind = phrase.partition(" ")
    return tuple(f"{form}{space}{behind}" for form in _of_verb(verb, lexicon))


def paired(
    phrase: str, replacements: tuple[str, ...], inflection: Inflection, lexicon: Lexicon
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the forms of a phrase, each with its replacements in that form."""
    pairs: dict[str, dict[str, None]] = {}
    others = [forms(each, inflection, lexicon) for each in replacements]
    for number, form in enumerate(forms(phrase, inflection, lexicon)):
        pairs.setdefault(form, {}).update(dict.fromkeys(each[number] for each in others))
    for form, each in pairs.items():
        yield form, tuple(each)


def _of_verb(verb: str, lexicon: Lexicon) -> Forms:
    irregular = lexicon.view(_irregular).get(verb)
    stem = verb + verb[-1] if _doubles(verb, lexicon) else verb
    if irregular:
        return (verb, _with_s(verb), _with_ing(verb, stem), irregular.past, irregular.participle)
    past = _with_ed(verb, stem)
    return (verb, _with_s(verb), _with_ing(verb, stem), past, past)


def _irregular(lexicon: Lexicon) -> Mapping[str, Verb]:
    return {verb.base: verb for verb in lexicon.records("irregular-verbs", Verb)}


def _doubling(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.words("doubling-verbs"))


def _doubles(verb: str, lexicon: Lexicon) -> bool:
    return DOUBLES.fullmatch(verb) is not None or verb in lexicon.view(_doubling)


def _with_s(word: str) -> str:
    if CONSONANT_Y.fullmatch(word):
        return word[:-1] + "ies"
    return word + ("es" if HISSES.fullmatch(word) or word in ("go", "do") else "s")


def _with_ing(verb: str, stem: str) -> str:
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and verb != "be":
        return verb[:-1] + "ing"
    return stem + "ing"


def _with_ed(verb: str, stem: str) -> str:
    if CONSONANT_Y.fullmatch(verb):
        return verb[:-1] + "ied"
    return verb + "d" if verb.endswith("e") else stem + "ed"
