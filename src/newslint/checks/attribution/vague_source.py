"""Searches for claims that rest on nobody: "is understood to", "sources said", "critics say"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import ClassVar

from newslint.checks.attribution.clearances import cleared
from newslint.plugin import Check, Document, Problem, Related, lazy_pattern
from newslint.text.flat import flat
from newslint.text.sentences import sentence_at
from newslint.text.sources.vague_phrases import VaguePhrase, vague_phrases
from newslint.text.sources.vague_readings import AUTHORITIES, Vagueness


class Query(StrEnum):
    """What an editor asks of each kind of vague phrase; beliefs are asked after by their own verb."""

    ALLEGED = "alleged"
    ARGUED = "argued"
    ASSUMED = "assumed"
    BELIEVED = "believed"
    CLAIMED = "claimed"
    ESTIMATED = "estimated"
    EXPECTED = "expected"
    FEARED = "feared"
    HOPED = "hoped"
    REPORTED = "reported"
    RUMOURED = "rumoured"
    SAID = "said"
    SUGGESTED = "suggested"
    SUSPECTED = "suspected"
    THOUGHT = "thought"
    UNDERSTOOD = "understood"
    BELIEF = "belief"
    OPINION = "opinion"
    HEARSAY = "hearsay"
    SOURCE = "source"
    GROUP = "group"
    MEDIA = "media"


class VagueSource(Check, frozen=True, kw_only=True):
    """Finds vague phrases whose claim no identifiable source answers for, there or next door."""

    starts: ClassVar = (vague_phrases,)
    supplies: ClassVar = {"phrase": None, "query": Query}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield the vague phrases that nothing clears, with those that lean on the same nobody."""
        vague = [
            phrase
            for phrase in document.view(vague_phrases)
            if phrase.kind not in AUTHORITIES and not cleared(document, phrase)
        ]
        for first, *others in _grouped(document, vague):
            words = first.span.cut(document.text)
            related = [Related(other.span, {"phrase": other.span.cut(document.text)}) for other in others]
            yield Problem(first.span, {"phrase": words, "query": _query(first)}, related=tuple(related))


# One finding a story for each unnamed source, group and opinion, with all its places.
SHARED = frozenset({Vagueness.SOURCE, Vagueness.GROUP, Vagueness.OPINION})


def _grouped(document: Document, phrases: Iterable[VaguePhrase]) -> list[list[VaguePhrase]]:
    """Group the phrases of one sentence, and "the source said" or "experts" with earlier mentions."""
    groups: list[list[VaguePhrase]] = []
    group: list[VaguePhrase] = []
    known: dict[str, list[VaguePhrase]] = {}
    for phrase in phrases:
        name = _company(phrase)
        if not group or not sentence_at(document, group[-1].span.start).contains(phrase.span):
            recalls = phrase.kind is not Vagueness.SOURCE or _goes_back(document, phrase)
            group = known.get(name, []) if recalls else []
            if not group:
                groups.append(group)
        group.append(phrase)
        if phrase.kind in SHARED:
            known[name] = group
    return groups


def _company(phrase: VaguePhrase) -> str:
    """Name whom a phrase goes back to: one set of unnamed sources, or one group."""
    return phrase.kind if phrase.kind is Vagueness.SOURCE else phrase.word


DEFINITE = lazy_pattern(r"(?i)\b(?:the|these|those|same|of the)(?: \w+)? $")


def _goes_back(document: Document, phrase: VaguePhrase) -> bool:
    return bool(DEFINITE.search(document.view(flat)[max(0, phrase.span.start - 40) : phrase.span.start]))


SPELLINGS = {"rumored": Query.RUMOURED}


def _query(phrase: VaguePhrase) -> Query:
    if phrase.kind is Vagueness.BELIEF:
        known = {query.value: query for query in Query} | SPELLINGS
        return known.get(phrase.word, Query.BELIEF)
    return Query[phrase.kind.name]
