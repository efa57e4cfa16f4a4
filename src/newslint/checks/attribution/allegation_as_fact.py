"""Searches for arrests that are told as guilt: "arrested for murdering"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from newslint.checks.attribution.court_copy import told_as_fact
from newslint.checks.attribution.deeds import CONVICTED
from newslint.checks.attribution.tolls import LONG_PAST
from newslint.plugin import Check, Document, Edit, Fix, Lexicon, Problem, Safety, Span, Worded, lazy_pattern
from newslint.text.cues import cues
from newslint.text.flat import flat
from newslint.text.sentences import sentence_at
from newslint.text.sources.vouchers import near, vouchers
from newslint.text.trie import bounded, trie_pattern

# "Arrested on Monday for stabbing": a few words may stand between.
LINK = r"(?! up\b)(?:[^.;:“\"\n]{0,40}?) (for|over|after) "
# "Held for the murder of" says it, too; a person can be wanted or charged for what somebody did.
DEED = r"(?<= for )the {deed-nouns} of\b"
CALM = Worded("(?i){calm-arrest-verbs}")
# "Arrested after he stabbed a guard" tells it, too, unless somebody says so.
TOLD = r"(?<= after )(?:he|she|they) (?:(?:\w+ly|then) )?{violent-deeds}\b"
# "The killer was arrested", "arrested the killer"; a suspected one is called so.
CAUGHT = Worded(r" (?:is|are|was|were|has been|have been|had been)(?: [\w'-]+)? {catching-verbs}\b")
CATCHING = Worded(
    r"\b{verbs-of-catching} (?:a|an|the|his|her|their|two|three|four|five|"
    r"\d+) (?:{groups-of-culprits} of )?(?:[\w'-]+ )?$"
)
SUSPECTED = Worded(r"(?i)\b{words-of-suspicion} (?:[\w'-]+ )?$")
# Teams beat teams, and players shoot at goals: these want a person to be a crime.
SPORTING = Worded(
    "(?:for|over|after) {sporting-gerunds}(?! (?:(?:an?|the|his|her|their|its|one|two|three|four|"
    r"five|six|several|another|up|at|dead|into|to death|police|\d+)\b|[A-Z]\w+ [A-Z]))"
)
GUILTY = Worded(r"(?i)\b" + CONVICTED + r"(?! on remand)\b")


class AllegationAsFact(Check, frozen=True, kw_only=True):
    """Finds arrests "for" a crime, arrests of "the killer", and deeds of the accused that nobody tells of."""

    supplies: ClassVar = {"verb": None, "phrase": None}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield the words that say so; a conviction in the sentence makes them true."""
        yield from _as_deeds(document)
        yield from _as_agents(document)
        for doer, deed in document.view(told_as_fact):
            data = {"verb": doer.cut(document.text), "phrase": deed.cut(document.text)}
            yield Problem(deed, data)


def _as_deeds(document: Document) -> Iterator[Problem]:
    text = document.view(flat)
    pattern = document.lexicon.view(_deed)
    for verb in document.view(cues).get("arrest-verbs", ()):
        sentence = near(sentence_at(document, verb.start), verb.start)
        deed = pattern.match(text, verb.end, sentence.end)
        if deed and _accuses(document, verb, deed) and not _is_proven(sentence.cut(text), document):
            link, span = Span(*deed.span(1)), Span(deed.start(1), deed.end())
            data = {"verb": verb.cut(document.text), "phrase": span.cut(document.text)}
            yield Problem(span, data, fixes=tuple(_fixes(link, text)))


def _is_proven(sentence: str, document: Document) -> bool:
    """Tell whether a sentence says that guilt is proven, or tells of a case of another century."""
    return bool(GUILTY.of(document).search(sentence) or LONG_PAST.search(sentence))


def _accuses(document: Document, verb: Span, deed: re.Match[str]) -> bool:
    """Tell whether the words tell of a crime; teams beat teams, and people are wanted for a murder."""
    text = document.view(flat)
    if SPORTING.of(document).match(text, deed.start(1)):
        return False
    if deed[1] == "after" and TOLD_BY.match(text, deed.end(1)):
        return not vouchers(document, near(sentence_at(document, verb.start), verb.start))
    return deed[0].endswith("ing") or not CALM.of(document).match(verb.cut(text))


TOLD_BY = lazy_pattern(r" (?:he|she|they) ")


def _as_agents(document: Document) -> Iterator[Problem]:
    """Yield those who are called killers and thieves when they are arrested."""
    text = document.view(flat)
    for agent in document.view(cues).get("crime-agents", ()):
        sentence = near(sentence_at(document, agent.start), agent.start)
        before = text[sentence.start : agent.start]
        caught = CAUGHT.of(document).match(text, agent.end, sentence.end)
        catching = CATCHING.of(document).search(before)
        if not (caught or catching):
            continue
        if GUILTY.of(document).search(sentence.cut(text)) or SUSPECTED.of(document).search(before):
            continue
        name = agent.cut(document.text)
        if caught:
            yield Problem(agent, {"verb": name, "phrase": caught[0].strip()})
        elif catching:
            yield Problem(agent, {"verb": catching[0].strip(), "phrase": name})


def _fixes(link: Span, text: str) -> Iterator[Fix]:
    if link.cut(text) != "after":
        yield Fix((Edit(link, "on suspicion of"),), Safety.SUGGESTION)


def _deed(lexicon: Lexicon) -> re.Pattern[str]:
    """Compile what may follow the verb: a link and a crime."""
    gerunds, nouns = (bounded(trie_pattern(lexicon.words(name))) for name in ("crime-gerunds", "crime-nouns"))
    return Worded(f"{LINK}(?:{gerunds}|{DEED}|(?<= for )(?:the )?{nouns}|{TOLD})")(lexicon)
