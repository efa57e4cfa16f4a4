"""Tolls: counts of the dead, the injured and the lost, and whether they are history."""

from __future__ import annotations

import re

from newslint.plugin import Document, Span, lazy_pattern
from newslint.text.flat import flat
from newslint.text.sentences import sentence_at
from newslint.text.vouchers import near, neighbours

NUMBER = (
    r"(?<![-–\d])(?:(?:at least|about|around|more than|over|some|nearly|almost|up to|an estimated) )?"
    r"(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|"
    r"fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|"
    r"ninety)(?:-\w+)?|a dozen|dozens|scores|hundreds|thousands)\b"
)
SUFFERED = (
    rf"(?i)\b{NUMBER}(?: [\w-]+){{0,6}} (?:were|are|remain|remained|have been|had been)(?: still)?"
    r"(?: reported(?: as)?(?: being)?)? $"
)
DIED = rf"(?i)\b{NUMBER}(?: [\w-]+){{0,4}} $"
INFLICTED = lazy_pattern(rf"(?i) {NUMBER}(?! (?:percent|per cent|years?|days?|times)\b)")
PEOPLE = (
    r"(?:people|persons|civilians|children|women|men|others|soldiers|troops|officers|workers|"
    r"students|pupils|passengers|residents|villagers|miners|migrants|patients|protesters|worshippers|"
    r"guards|police)\b"
)
# "The blast killed 14 people": whom, not "who killed".
KILLED = lazy_pattern(rf"(?i) {NUMBER} (?:[\w-]+ ){{0,2}}{PEOPLE}")
RISEN = lazy_pattern(
    rf"(?i)(?: (?:from|in) [^.,;]{{2,40}}?)? (?:has |had )?(?:risen|rose|climbed|reached|stands|"
    rf"stood|passed|jumped)"
    rf"(?: now)?(?: at| to)? {NUMBER}"
)
MONTH = r"(?-i:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)(?:[a-z]+|\.)?"
# A toll of long ago is settled, and one in a defining clause is background.
SETTLED = lazy_pattern(
    r"(?i)\b(?:1[5-9]\d\d|20\d\d|since|ago|wars?|decades?|century|centuries|history|"
    r"(?:last|the following|the next|that|this past) "
    rf"(?:year|month|spring|summer|autumn|fall|winter|{MONTH})|"
    r"earlier this (?:year|month)|(?:year|month|week|day)s? (?:later|earlier|before)|previous(?:ly)?)\b|"
    rf"\b[Ii]n (?:early |late |mid-)?{MONTH}(?! \d)"
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
DYING = frozenset({"dead", "died", "homeless", "perished", "lost their lives"})
FELLED = frozenset(
    """
    abducted beheaded displaced injured kidnapped killed massacred slaughtered wounded
    """.split()  # noqa: SIM905
) | {"gunned down", "shot dead"}


def counted(document: Document, hit: Span) -> Span | None:
    """Return the words that count the dead or injured, if they do."""
    text = document.view(flat)
    if is_settled(document, hit):
        return None
    sentence = near(sentence_at(document, hit.start), hit.start)
    word = hit.cut(text).lower()
    before, after = text[sentence.start : hit.start], text[hit.end : sentence.end]
    if reach := _reach(word, before, after):
        return Span(hit.start, hit.end + reach)
    if HEDGED.search(before):
        return None
    if word == "dead" and not LYING.match(after):
        return None
    suffered = re.search(DIED if word in DYING else SUFFERED, before)
    if not suffered or RELATIVE.search(before):
        return None
    return Span(sentence.start + suffered.start(), hit.end)


def _reach(word: str, before: str, after: str) -> int:
    """Return how far the count reaches that follows: "killing 14", "killed 14 people", "toll rose to 14"."""
    counted: re.Match[str] | None = None
    if word.endswith("ing") and before.endswith(", ") and not RELATIVE.search(before):
        counted = INFLICTED.match(after)
    elif word in FELLED and not RELATIVE.search(before):
        counted = KILLED.match(after)
    elif word.endswith("toll"):
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
