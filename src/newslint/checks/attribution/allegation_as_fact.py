"""Searches for arrests that are told as guilt: "arrested for murdering"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from newslint.plugin import Check, Document, Edit, Fix, Lexicon, Problem, Safety, Span, lazy_pattern
from newslint.text.cues import cues
from newslint.text.flat import flat
from newslint.text.sentences import sentence_at
from newslint.text.trie import bounded, trie_pattern

# "Arrested on Monday for stabbing": a few words may stand between.
LINK = r"(?! up\b)(?:[^.;:“\"\n]{0,40}?) (for|over|after) "
# "Held for the murder of" says it, too; a person can be wanted or charged for what somebody did.
DEED = (
    r"(?<= for )the (?:abduction|assassination|assault|attempted murder|beheading|contract killing|"
    r"double murder|kidnap|kidnapping|killing|manslaughter|murders?|rape|robbery|stabbing|torture) of\b"
)
CALM = frozenset({"wanted", "charged", "indicted", "arraigned"})
# Teams beat teams, and players shoot at goals: these want a person to be a crime.
SPORTING = lazy_pattern(
    r"(?:for|over|after) (?:beating|shooting|hacking|attacking|torching)(?! (?:(?:an?|the|his|her|"
    r"their|its|one|two|three|four|five|six|several|another|up|at|dead|into|to death|police|\d+)\b|"
    r"[A-Z]\w+ [A-Z]))"
)
GUILTY = lazy_pattern(
    r"(?i)\b(?:convict\w+|sentenced|guilty|admitted|confess\w+|pleaded|pled|jailed(?! on remand)|"
    r"imprisoned|fined)\b"
)


class AllegationAsFact(Check, frozen=True, kw_only=True):
    """Finds arrests and charges "for" a crime in the -ing form, which says that it was done."""

    supplies: ClassVar = {"verb": None, "phrase": None}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield the words that say so; a conviction in the sentence makes them true."""
        text = document.view(flat)
        pattern = document.lexicon.view(_deed)
        for verb in document.view(cues).get("arrest-verbs", ()):
            sentence = sentence_at(document, verb.start)
            deed = pattern.match(text, verb.end, sentence.end)
            if deed and _accuses(text, verb, deed) and not GUILTY.search(sentence.cut(text)):
                link, span = Span(*deed.span(1)), Span(deed.start(1), deed.end())
                data = {"verb": verb.cut(document.text), "phrase": span.cut(document.text)}
                yield Problem(span, data, fixes=tuple(_fixes(link, text)))


def _accuses(text: str, verb: Span, deed: re.Match[str]) -> bool:
    """Tell whether the words tell of a crime; teams beat teams, and people are wanted for a murder."""
    if SPORTING.match(text, deed.start(1)):
        return False
    return verb.cut(text).lower() not in CALM or not deed[0].endswith(" of")


def _fixes(link: Span, text: str) -> Iterator[Fix]:
    if link.cut(text) != "after":
        yield Fix((Edit(link, "on suspicion of"),), Safety.SUGGESTION)


def _deed(lexicon: Lexicon) -> re.Pattern[str]:
    """Compile what may follow the verb: a link and a crime."""
    return lazy_pattern(f"{LINK}(?:{bounded(trie_pattern(lexicon.words('crime-gerunds')))}|{DEED})")
