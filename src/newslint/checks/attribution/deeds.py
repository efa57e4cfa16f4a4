"""Deeds: crimes that copy says somebody has done, read where they stand."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.plugin import Document, Span, Worded, lazy_pattern
from newslint.text.cues import cues
from newslint.text.flat import flat
from newslint.text.sentences import sentence_at
from newslint.text.sources.vouchers import near

# Who does it stands just before; "the stolen car" and "is said to have lied" say something else.
DOER = lazy_pattern(
    r"(?:^|(?<=\s))(?!(?:an?|any|be|been|being|by|from|get|got|had|have|having|her|his|if|is|are|"
    r"its|my|no|not|of|or|our|that|the|their|these|those|to|was|were|which|who|with|your)\b)[\w'-]+ $"
)
# Whom or what it is done to: "bribed two clerks", "siphoned off money", "lied to voters".
VICTIM = Worded(
    r"(?: off| away)?(?: to| about| under oath|(?= [£$€₹\d]| (?:A|C|US)\$| Rs)| (?:an?|the|him|"
    "her|his|their|its|it|them|{crime-victims}|[a-z]+(?:ants|ers|ists|ors)|[a-z]+(?:'s?|"
    "s') {stolen-goods}|at least|more than|about|some|up to|two|three|four|five|six|seven|"
    r"eight|nine|ten|dozens|hundreds)\b)"
)
# "Took bribes", "committed fraud": the words say what was done to whom.
WHOLE = lazy_pattern(r" (?!down\b|into\b|on\b|to\b|up\b|with\b)\w+$")
# Done by somebody: "was poisoned by agents".
SUFFERED = lazy_pattern(r"\b(?:was|were|been) $")
BY = Worded(r" by (?!(?:the \w+ings?|(?:the|a) {forces-of-nature})\b)(?:(?:the|an?) )?[\w'-]+")
# "Stole the show", "forged a career", "robbed of a goal", "lied about his age at the time": no crime.
IDIOM = Worded(r"(?: [\w'-]+){0,2} {objects-of-idioms}\b")
# "The accusation that he lied", "they believe he lied": somebody says so, or it is asked.
SAID = Worded(r"(?i)\b(?:{words-of-accusing}|that|whether|if|who|whose)\b")
# What is murdered on a stage, stalked in a wood or cheated by a crowd is no victim in law.
HARMLESS = Worded(
    "(?: off| to)?(?: (?:the|an?|his|her|its|their|our|two|three|some|at|"
    r"several))?(?: [\w'-]+)? {harmless-objects}\b| of {given-things}\b|"
    r" (?:[\w'-]+ ){1,3}of (?:its|his|her|their|the|a) {stolen-honours}\b"
)
# Weather, animals and works do no crimes.
NATURE = Worded(r"(?i)\b{doers-without-guilt} $")
# "was convicted", not "pleaded not guilty" or "was not convicted"
CONVICTED = r"(?!ple(?:aded|d) not guilty\b)(?<!\bnot ){words-of-conviction}"
PROVEN = Worded(r"(?i)\b" + CONVICTED + r"\b")


def deeds(document: Document) -> tuple[Span, ...]:
    """Return the words that say who did what; a story that tells of a conviction has no allegations left."""
    found = tuple(_told(document))
    # The whole text is searched for a conviction, and few stories tell of a deed.
    return () if found and PROVEN.of(document).search(document.view(flat)) else found


def _told(document: Document) -> Iterator[Span]:
    text = document.view(flat)
    for hit in document.view(cues).get("accusations", ()):
        before = text[max(0, hit.start - 40) : hit.start].rpartition("\n")[2]
        after = text[hit.end : hit.end + 60].partition("\n")[0]
        sentence = near(sentence_at(document, hit.start), hit.start)
        whole = WHOLE.search(hit.cut(text))
        if SAID.of(document).search(sentence.cut(text)) or (IDIOM.of(document).match(after) and not whole):
            continue
        if HARMLESS.of(document).match(after) or NATURE.of(document).search(before):
            continue
        if DOER.search(before) and (whole or VICTIM.of(document).match(after)):
            yield hit
        elif SUFFERED.search(before) and (by := BY.of(document).match(after)):
            yield Span(hit.start, hit.end + by.end())
