"""Searches for claims that rest on nobody: "is understood to", "sources said", "critics say"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import ClassVar

from newslint.checks.attribution.clearances import cleared
from newslint.checks.attribution.reasons import is_kept_back
from newslint.plugin import Check, Document, Problem, Related, Worded, WordSet, lazy_pattern
from newslint.text.flat import flat
from newslint.text.sentences import sentence_at
from newslint.text.sources.vague_phrases import VaguePhrase, vague_phrases
from newslint.text.sources.vague_readings import AUTHORITIES, Vagueness
from newslint.text.sources.vouchers import neighbours


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
    DESCRIBED = "described"
    LEARNED = "learned"
    GROUP = "group"
    MEDIA = "media"


class VagueSource(Check, frozen=True, kw_only=True):
    """Finds vague phrases whose claim no identifiable source answers for, there or next door."""

    starts: ClassVar = (vague_phrases,)
    supplies: ClassVar = {"phrase": None, "query": Query}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield the vague phrases that nothing clears, with those that lean on the same nobody."""
        for first, *others in _grouped(document, _unanswered(document)):
            words = first.span.cut(document.text)
            related = [Related(other.span, {"phrase": other.span.cut(document.text)}) for other in others]
            query = _query(document, first)
            yield Problem(first.span, {"phrase": words, "query": query}, related=tuple(related))


def _unanswered(document: Document) -> Iterator[VaguePhrase]:
    """Yield what nothing clears; "the source" is cleared with the source that it goes back to.

    So is "one source said" after sources that copy says may not speak.
    """
    told: dict[Vagueness, bool] = {}
    hidden = False
    for phrase in document.view(vague_phrases):
        if phrase.kind in AUTHORITIES:
            continue
        recalled = phrase.kind in RECALLED and _goes_back(document, phrase)
        spared = hidden and _is_one_of_them(document, phrase)
        answered = spared or (recalled and told.get(phrase.kind, False)) or cleared(document, phrase)
        told[phrase.kind] = answered
        if phrase.kind is Vagueness.SOURCE:
            hidden = answered and (spared or is_kept_back(document, phrase.span.start))
        if not answered:
            yield phrase


# One finding a story for each unnamed source, group and opinion, with all its places.
SHARED = frozenset({Vagueness.SOURCE, Vagueness.GROUP, Vagueness.OPINION, Vagueness.MEDIA})
# "The sources", "the reports" go back to some that the story has told of.
RECALLED = frozenset({Vagueness.SOURCE, Vagueness.MEDIA})


def _grouped(document: Document, phrases: Iterable[VaguePhrase]) -> list[list[VaguePhrase]]:
    """Group the phrases of one sentence, and "sources said" or "experts" with those told of before."""
    groups: list[list[VaguePhrase]] = []
    group: list[VaguePhrase] = []
    known: dict[str, list[VaguePhrase]] = {}
    for phrase in phrases:
        name = _company(phrase)
        if not group or not sentence_at(document, group[-1].span.start).contains(phrase.span):
            group = _recalled(document, phrase, group, known.get(name, []))
            if not group:
                groups.append(group)
        group.append(phrase)
        if phrase.kind in SHARED:
            known[name] = group
    return groups


def _company(phrase: VaguePhrase) -> str:
    """Name whom a phrase goes back to: one set of unnamed sources or reports, or one group."""
    return phrase.kind if phrase.kind in RECALLED else phrase.word


# "The source", "two of those people", "this insider".
DEFINITE = lazy_pattern(r"(?i)\b(?:the|these|those|this|same|of the)(?: \w+)? $")


# "Some say it is dead. Others believe that it lives": as nameless as the first.
REST = "others"


def _recalled(
    document: Document, phrase: VaguePhrase, last: list[VaguePhrase], known: list[VaguePhrase]
) -> list[VaguePhrase]:
    """Return the group that a phrase belongs to: of those *last* told of, or *known* by its name."""
    if last and phrase.kind is Vagueness.HEARSAY and phrase.word == last[-1].word:
        # A paragraph that says “reportedly” twice lacks one source.
        same = document.block_at(phrase.span.start) == document.block_at(last[-1].span.start)
        return last if same else []
    if phrase.word == REST and last and last[-1].kind is Vagueness.GROUP:
        earlier = neighbours(document, phrase.span.start)[0]
        if earlier and earlier.contains(last[-1].span):
            return last
    if phrase.kind not in RECALLED or _goes_back(document, phrase):
        return known
    return known if _is_one_of_them(document, phrase) else []


# "A second source" is a new one; "one source said", "several sources said" are of those told of before.
NEW = lazy_pattern(r"(?i)\b(?:an?|another|other|second|third|new|different)(?: [\w-]+)? $")


def _is_one_of_them(document: Document, phrase: VaguePhrase) -> bool:
    """Tell whether a source of which nothing is told is one of those before."""
    if phrase.kind is not Vagueness.SOURCE or phrase.word in LEARNING.of(document):
        return False
    start = _word_start(document, phrase)
    fresh = NEW.search(document.view(flat), max(0, start - 40), start)
    return fresh is None and not _is_described(document, phrase)


def _goes_back(document: Document, phrase: VaguePhrase) -> bool:
    start = _word_start(document, phrase)
    return bool(DEFINITE.search(document.view(flat), max(0, start - 40), start))


def _word_start(document: Document, phrase: VaguePhrase) -> int:
    """Return where the word of the list stands in a phrase that has outgrown it."""
    return phrase.span.start + phrase.span.cut(document.view(flat)).lower().index(phrase.word)


SPELLINGS = {"rumored": Query.RUMOURED}
LEARNING, NAMELESS = WordSet("words-of-learning"), WordSet("nameless-adjectives")


def _query(document: Document, phrase: VaguePhrase) -> Query:
    if phrase.kind is Vagueness.BELIEF:
        known = {query.value: query for query in Query} | SPELLINGS
        return known.get(phrase.word, Query.BELIEF)
    if phrase.kind is Vagueness.SOURCE:
        if phrase.word in LEARNING.of(document):
            return Query.LEARNED
        return Query.DESCRIBED if _is_described(document, phrase) else Query.SOURCE
    return Query[phrase.kind.name]


# "Sources said", "according to two other sources": nothing is told of them.
BARE = Worded(r"(?i)(?:^|[^\w' -]\s*|\b(?:{words-of-citing}|{words-of-no-description}|to|by|says?|said) )$")
PLACE = Worded(r" (?:at|from|in|inside|within|who|with|near|on)\b|(?: \w+)? {words-of-knowing}\b| involved\b")


def _is_described(document: Document, phrase: VaguePhrase) -> bool:
    """Tell whether words by an unnamed source say whose side it is on, or how it knows."""
    text = document.view(flat)
    start = _word_start(document, phrase)
    end = start + len(phrase.word)
    telling = " " in phrase.word or phrase.word == "diplomat" or phrase.word in NAMELESS.of(document)
    told = telling or PLACE.of(document).match(text, end)
    return bool(told) or not BARE.of(document).search(text, max(0, start - 40), start)
