"""Tolls: counts of the dead, the injured and the lost, and whether they are history."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.plugin import Document, Span, lazy_pattern
from newslint.text.cues import cues
from newslint.text.flat import flat
from newslint.text.sentences import sentence_at
from newslint.text.sources.vouchers import near, neighbours

NUMBER = (
    r"(?<![-–\d])(?<!\b[Tt]he )"
    r"(?:(?:at least|about|around|more than|over|some|nearly|almost|up to|an estimated) )?"
    r"(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|"
    r"fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|"
    r"ninety)(?:-\w+)?|a dozen|dozens|scores|hundreds|thousands)\b"
)
SUFFERED = (
    rf"(?i)\b{NUMBER}(?: [\w-]+){{0,6}} (?:were|are|remain|remained|have been|had been)(?: still)?"
    r"(?: reported(?: as)?(?: being)?)? $"
)
DIED = rf"(?i)\b{NUMBER}(?: [\w-]+){{0,4}} $"
UNCOUNTED = r"(?! (?:percent|per cent|years?|days?|hours?|minutes?|months?|times|birds?)\b)"
INFLICTED = lazy_pattern(rf"(?i) {NUMBER}{UNCOUNTED}")
PEOPLE = r"(?:people|persons|children|women|men|troops|police|policemen|policewomen|cattle|sheep|[a-z]+s)\b"
# "The blast killed 14 people": whom, not "who killed".
KILLED = lazy_pattern(rf"(?i) {NUMBER}{UNCOUNTED} (?:[\w-]+ ){{0,2}}{PEOPLE}")
# "Destroyed 2,000 homes": what a storm takes besides lives.
RAZED = lazy_pattern(
    rf"(?i) {NUMBER} (?:[\w-]+ ){{0,2}}(?:acres|boats|bridges|buildings|businesses|cars|dwellings|hectares|"
    r"homes|houses|huts|properties|schools|shops|structures|tents|vehicles)\b"
)
# "Claimed 40 lives", "40 lives were lost", "claimed the lives of 40".
LIVES = lazy_pattern(
    rf"(?i)\b(?:claim(?:ed|ing|s)?|cost|costing|lost|tak(?:en|ing)|took) {NUMBER}(?: [\w-]+)? $"
)
LOSING = lazy_pattern(rf"(?i)\b{NUMBER}(?: [\w-]+)? $")
LOST = lazy_pattern(r" (?:have been|had been|has been|were|was) (?:claimed|lost)\b")
TAKING = lazy_pattern(r"\b(?:claim(?:ed|ing|s)?|tak(?:en|ing)|took) the $")
OF_LIVES = lazy_pattern(rf"(?i) of {NUMBER}")
# "Seven bodies were recovered", "pulled 14 bodies from the wreck".
RECOVERED = lazy_pattern(
    r" (?:have been|had been|were) (?:dug|found|pulled|recovered|retrieved|washed)\b|"
    r" from (?:a|the) (?:debris|rubble|ruins|sea|water|wreck\w*)\b"
)
# Whole towns flee; "two suspects fled" is another matter.
FLIGHT = lazy_pattern(
    r"(?i)\b(?:\d+,\d{3}|dozens|hundreds|thousands)(?: [\w-]+){0,4}?(?: have| had| were| have been|"
    r" had been)? $"
)
RISEN = lazy_pattern(
    rf"(?i)(?: (?:from|in) [^.,;]{{2,40}}?)? (?:has |have |had |now )?(?:risen|rose|climbed|reached|stands?|"
    rf"stood|passed|jumped|topped|exceeded)"
    rf"(?: now)?(?: at| to| past)? {NUMBER}"
)
MONTH = r"(?-i:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)(?:[a-z]+|\.)?"
# A toll of long ago is settled, and one in a defining clause is background.
SETTLED = lazy_pattern(
    r"(?i)\b(?:1[5-9]\d\d|20\d\d|since|ago|wars?|decades?|century|centuries|history|"
    r"(?:last|the following|the next|that|this past) "
    rf"(?:year|month|spring|summer|autumn|fall|winter|{MONTH})|"
    r"earlier this (?:year|month)|(?:year|month|week|day)s? (?:later|earlier|before)|previous(?:ly)?)\b|"
    rf"\b[Ii]n (?:early |late |mid-)?{MONTH}(?! \d)|\b[Oo]n (?:{MONTH} \d|\d+ {MONTH})"
)
# Told of another year, a paragraph is history in its next sentence, too.
LONG_PAST = lazy_pattern(r"\b1[5-9]\d\d\b")
BYGONE = lazy_pattern(r"\b20\d\d\b|\b(?:years|months|weeks) (?:ago|later)\b")
RELATIVE = lazy_pattern(r"\b(?:that|which|who|whose|when|where)\b")
# A belief is asked after as such: "dozens are feared dead".
HEDGED = lazy_pattern(r"(?:feared|believed|presumed|thought) $")
# "Left 14 dead"; not "14 dead bodies".
LYING = lazy_pattern(
    r"[,.;:)–—-]| [–—-]|$| (?:and|or|after|in|on|at|from|when|as|this|last|so far|while|with)\b"
)
DYING = frozenset(
    {"dead", "died", "drowned", "fallen ill", "fell ill", "homeless", "perished", "lost their lives"}
)
FELLED = frozenset(
    """
    abducted beheaded displaced infected injured kidnapped killed maimed massacred sickened slaughtered
    wounded
    """.split()  # noqa: SIM905
) | {"gunned down", "shot dead"}
RAZING = frozenset(
    {"damaging", "destroyed", "destroying", "flattened", "gutted", "leveled", "levelled", "razed"}
)
FLEEING = frozenset({"fled", "flee", "forced from their homes"})
COUNTS = frozenset({"casualties", "fatalities"})


def tolls(document: Document) -> Iterator[Span]:
    """Yield the words that count the dead, the injured and what is lost."""
    for hit in document.view(cues).get("casualties", ()):
        if toll := _counted(document, hit):
            yield toll


def _counted(document: Document, hit: Span) -> Span | None:
    """Return the words that count the dead or injured, if they do."""
    text = document.view(flat)
    if is_settled(document, hit):
        return None
    sentence = near(sentence_at(document, hit.start), hit.start)
    word = hit.cut(text).lower()
    before, after = text[sentence.start : hit.start], text[hit.end : sentence.end]
    if reach := _reach(word, before, after):
        return Span(hit.start, hit.end + reach)
    if HEDGED.search(before) or word in RAZING | COUNTS or (word == "dead" and not LYING.match(after)):
        return None
    suffered = _suffered(word, before, after)
    if not suffered or RELATIVE.search(before):
        return None
    return Span(sentence.start + suffered.start(), hit.end)


def _suffered(word: str, before: str, after: str) -> re.Match[str] | None:
    """Match the count that stands before its word: "14 people were killed", "claimed 40 lives"."""
    if word == "lives":
        return LIVES.search(before) or (LOSING.search(before) if LOST.match(after) else None)
    if word == "bodies":
        return LOSING.search(before) if RECOVERED.match(after) else None
    if word in FLEEING:
        return FLIGHT.search(before)
    return re.search(DIED if word in DYING else SUFFERED, before)


def _reach(word: str, before: str, after: str) -> int:
    """Return how far the count reaches that follows: "killing 14", "killed 14 people", "toll rose to 14"."""
    counted: re.Match[str] | None = None
    if word.endswith("ing") and before.endswith(", ") and not RELATIVE.search(before):
        counted = INFLICTED.match(after)
    elif word in FELLED and not RELATIVE.search(before):
        counted = KILLED.match(after)
    elif word in RAZING and not RELATIVE.search(before):
        counted = RAZED.match(after)
    elif word == "lives" and TAKING.search(before):
        counted = OF_LIVES.match(after)
    elif word.endswith("toll") or word in COUNTS or before.endswith("umber of "):
        counted = RISEN.match(after)
    return counted.end() if counted else 0


def is_settled(document: Document, hit: Span) -> bool:
    """Tell whether something is told of another day: its sentence says so, or its paragraph is history."""
    text = document.view(flat)
    sentence = near(sentence_at(document, hit.start), hit.start)
    earlier, _ = neighbours(document, hit.start)
    if SETTLED.search(sentence.cut(text)):
        return True
    if earlier is None:
        return False
    goes_on = document.block_at(earlier.start) == document.block_at(hit.start)
    lead = earlier.cut(text)
    return bool(LONG_PAST.search(lead) or (goes_on and BYGONE.search(lead)))
