"""Tolls: counts of the dead, the injured and the lost, and whether they are history."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.plugin import Document, Span, Worded, WordSet, lazy_pattern
from newslint.text.cues import cues
from newslint.text.flat import flat
from newslint.text.sentences import sentence_at
from newslint.text.sources.vouchers import near, neighbours

NUMBER = (
    r"(?<![-–\d,])(?<!\b[Tt]he )(?<!\brecord )"
    r"(?:(?:at least|about|around|more than|over|some|nearly|almost|up to|an estimated) )?"
    r"(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|"
    r"fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|"
    r"ninety)(?:-\w+)?|a dozen|dozens|scores|hundreds|thousands)\b"
)
SUFFERED = lazy_pattern(
    rf"(?i)\b{NUMBER}(?: [\w-]+){{0,6}} (?:were|are|remain|remained|have been|had been)(?: still)?"
    r"(?: reported(?: as)?(?: being)?)? $"
)
DIED = lazy_pattern(rf"(?i)\b{NUMBER}(?: [\w-]+){{0,4}} $")
UNCOUNTED = r"(?! {units-of-no-toll}\b)"
INFLICTED = Worded(rf"(?i) {NUMBER}{UNCOUNTED}")
PEOPLE = r"(?:{counted-beings}|[a-z]+s)\b"
# "The blast killed 14 people": whom, not "who killed".
KILLED = Worded(rf"(?i) {NUMBER}{UNCOUNTED} (?:[\w-]+ ){{0,2}}{PEOPLE}")
# "Destroyed 2,000 homes": what a storm takes besides lives.
RAZED = Worded(rf"(?i) {NUMBER} (?:[\w-]+ ){{0,2}}{{razed-things}}\b")
# "Claimed 40 lives", "40 lives were lost", "claimed the lives of 40".
LIVES = Worded(rf"(?i)\b{{life-taking-verbs}} {NUMBER}(?: [\w-]+)? $")
LOSING = lazy_pattern(rf"(?i)\b{NUMBER}(?: [\w-]+)? $")
LOST = lazy_pattern(r" (?:have been|had been|has been|were|was) (?:claimed|lost)\b")
TAKING = Worded(r"\b{verbs-of-claiming} the $")
OF_LIVES = lazy_pattern(rf"(?i) of {NUMBER}")
# "Seven bodies were recovered", "pulled 14 bodies from the wreck".
RECOVERED = Worded(r" (?:have been|had been|were) {verbs-of-recovering}\b| from (?:a|the) {wreckage}\b")
# Whole towns flee; "two suspects fled" is another matter.
FLIGHT = lazy_pattern(
    r"(?i)\b(?:\d+,\d{3}|dozens|hundreds|thousands)(?: [\w-]+){0,4}?(?: have| had| were| have been|"
    r" had been)? $"
)
RISEN = Worded(
    rf"(?i)(?: (?:from|in) [^.,;]{{2,40}}?)? (?:has |have |had |"
    rf"now )?{{toll-verbs}}(?: now)?(?: at| to| past)? {NUMBER}"
)
MONTH = r"(?-i:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)(?:[a-z]+|\.)?"
# A toll of long ago is settled, and one in a defining clause is background.
SETTLED = Worded(
    r"(?i)\b(?:1[5-9]\d\d|20\d\d|{words-of-long-ago}|"
    r"(?:last|the following|the next|that|this past) "
    rf"(?:year|month|spring|summer|autumn|fall|winter|{MONTH})|"
    r"earlier this (?:year|month)|(?:year|month|week|day)s? (?:later|earlier|before)|previous(?:ly)?)\b|"
    rf"\b[Ii]n (?:early |late |mid-)?{MONTH}(?! \d)|\b[Oo]n (?:{MONTH} \d|\d+ {MONTH})"
)
# Told of another year, a paragraph is history in its next sentence, too.
LONG_PAST = lazy_pattern(r"\b1[5-9]\d\d\b")
BYGONE = lazy_pattern(r"\b20\d\d\b|\b(?:years|months|weeks) (?:ago|later)\b")
# "In 1996 he was killed…. Dozens died": a paragraph that has gone back so far is history.
YEARS_AGO, HISTORY = lazy_pattern(r"\b(?:[Ii]n|[Ss]ince|of|from) 1[5-9]\d\d\b"), 600
# "Of those killed, 11 were…" counts on.
RELATIVE = lazy_pattern(r"\b(?:that|which|who|whose|when|where)\b|^Of\b")
# "Killed two boys": so few anybody can count, and nobody disputes.
FEW = lazy_pattern(r"(?i)\b(?:[2-9]|two|three|four|five|six|seven|eight|nine)\b(?![,.]\d)")
MANY = lazy_pattern(
    r"(?i)\d{2}|\d,\d|teen\b|ty\b|ty-|\b(?:ten|eleven|twelve|dozens?|scores|hundreds?|thousands?|millions?)\b"
)
# A belief is asked after as such: "dozens are feared dead".
HEDGED = Worded("{participles-of-belief-in-tolls} $")
# "Left 14 dead"; not "14 dead bodies".
LYING = lazy_pattern(
    r"[,.;:)–—-]| [–—-]|$| (?:and|or|after|in|on|at|from|when|as|this|last|so far|while|with)\b"
)
DYING = WordSet("dying-words")
FELLED = WordSet("felling-verbs")
RAZING = WordSet("razing-verbs")
FLEEING = WordSet("fleeing-words")
COUNTS = WordSet("toll-nouns")


def tolls(document: Document) -> Iterator[Span]:
    """Yield the words that count the dead, the injured and what is lost."""
    for hit in document.view(cues).get("casualties", ()):
        toll = _counted(document, hit)
        # Whether it is settled takes the longest to tell.
        if toll and not _is_small(toll.cut(document.view(flat))) and not is_settled(document, hit):
            yield toll


def _is_small(words: str) -> bool:
    return FEW.search(words) is not None and not MANY.search(words)


def _counted(document: Document, hit: Span) -> Span | None:
    """Return the words that count the dead or injured, if they do."""
    text = document.view(flat)
    sentence = near(sentence_at(document, hit.start), hit.start)
    word = hit.cut(text).lower()
    before, after = text[sentence.start : hit.start], text[hit.end : sentence.end]
    if reach := _reach(document, word, before, after):
        return Span(hit.start, hit.end + reach)
    if (
        HEDGED.of(document).search(before)
        or word in RAZING.of(document) | COUNTS.of(document)
        or (word == "dead" and not LYING.match(after))
    ):
        return None
    suffered = _suffered(document, word, before, after)
    if not suffered or RELATIVE.search(before):
        return None
    return Span(sentence.start + suffered.start(), hit.end)


def _suffered(document: Document, word: str, before: str, after: str) -> re.Match[str] | None:
    """Match the count that stands before its word: "14 people were killed", "claimed 40 lives"."""
    if word == "lives":
        return LIVES.of(document).search(before) or (LOSING.search(before) if LOST.match(after) else None)
    if word == "bodies":
        return LOSING.search(before) if RECOVERED.of(document).match(after) else None
    if word in FLEEING.of(document):
        return FLIGHT.search(before)
    return (DIED if word in DYING.of(document) else SUFFERED).search(before)


def _reach(document: Document, word: str, before: str, after: str) -> int:
    """Return how far the count reaches that follows: "killing 14", "killed 14 people", "toll rose to 14"."""
    counted: re.Match[str] | None = None
    if word.endswith("ing") and before.endswith(", ") and not RELATIVE.search(before):
        counted = INFLICTED.of(document).match(after)
    elif word in FELLED.of(document) and not RELATIVE.search(before):
        counted = KILLED.of(document).match(after)
    elif word in RAZING.of(document) and not RELATIVE.search(before):
        counted = RAZED.of(document).match(after)
    elif word == "lives" and TAKING.of(document).search(before):
        counted = OF_LIVES.match(after)
    elif word.endswith("toll") or word in COUNTS.of(document) or before.endswith("umber of "):
        counted = RISEN.of(document).match(after)
    return counted.end() if counted else 0


def is_settled(document: Document, hit: Span) -> bool:
    """Tell whether something is told of another day: its sentence says so, or its paragraph is history."""
    text = document.view(flat)
    sentence = near(sentence_at(document, hit.start), hit.start)
    earlier, _ = neighbours(document, hit.start)
    if SETTLED.of(document).search(sentence.cut(text)):
        return True
    block = document.block_at(hit.start)
    start = max(block.span.start if block else hit.start, hit.start - HISTORY)
    end = min(block.span.end if block else hit.end, hit.end + HISTORY)
    if YEARS_AGO.search(text, start, end):
        return True
    if earlier is None:
        return False
    goes_on = document.block_at(earlier.start) == document.block_at(hit.start)
    lead = earlier.cut(text)
    return bool(LONG_PAST.search(lead) or (goes_on and BYGONE.search(lead)))
