"""Claims: words that judge, foretell, explain or count, read where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

from newslint.plugin import Document, Span, lazy_pattern
from newslint.text.cues import cues
from newslint.text.flat import flat
from newslint.text.sentences import sentence_at
from newslint.text.vouchers import near


class Claim(StrEnum):
    """The kinds of claims, named as the lists of their words are."""

    JUDGEMENT = "judgements"
    PREDICTION = "predictions"
    TOLL = "casualties"
    CAUSE = "causes"


def claims(document: Document) -> Iterator[tuple[Claim, Span]]:
    """Yield the claims of a story, kind by kind."""
    text = document.view(flat)
    found = document.view(cues)
    for hit in found.get(Claim.JUDGEMENT.value, ()):
        if _judges(document, hit):
            yield Claim.JUDGEMENT, hit
    for hit in found.get(Claim.PREDICTION.value, ()):
        if _foretells(text, hit):
            yield Claim.PREDICTION, hit
    for hit in found.get(Claim.TOLL.value, ()):
        if toll := _toll(document, hit):
            yield Claim.TOLL, toll
    for hit in found.get(Claim.CAUSE.value, ()):
        if CAUSE.match(text[hit.end : hit.end + 20]) and not _is_settled(document, hit):
            yield Claim.CAUSE, hit


# "The world's second most powerful": a table says so.
RANKED = lazy_pattern(r"(?i)\b(?:second|third|fourth|fifth|\d+(?:st|nd|rd|th)|not(?: the)?|of the world's) $")
# "The city's most dangerous road"; but "most successful bidders" are nearly all of them.
SINGLED_OUT = lazy_pattern(r"(?i)(?:\b(?:the|this|its|his|her|their|our|my|whose|among)|'s|s')(?: [\w-]+)? $")
SUPERLATIVE = lazy_pattern(r"(?i)most |\w+est$")
# "Another heavy blow to", "a boost for"; not "her first win for" or "the victory for".
AMOUNT = lazy_pattern(r"(?i)[a-z]+ (?:for|to|against)$")
AMOUNTING = lazy_pattern(
    r"(?i)\b(?:an?|another|the latest|yet another)(?: (?!first|second|third|\d)[\w-]+){0,2} $|"
    r"\b(?:major|huge) $"
)
POSSIBLE = lazy_pattern(
    r"[^.;]{0,40}? (?:would|could|may|might|will)\b| (?:the|his|her|their|its|my) (?:head|face|"
    r"chest|body|neck|jaw|back|skull|stomach|temple|ribs|throat)\b"
)
# Reckless driving is an offence, heroic measures are medicine: the words of law, insurance and idiom.
TERM = lazy_pattern(
    r"(?i)reckless(?:ly)? (?:driving|endanger\w+|homicide|manslaughter|murder|burning|conduct|"
    r"disregard|discharge|damage|operation|imprisonment|wounding)|catastrophic (?:injur\w+|illness\w*|"
    r"health|insurance|cover\w*|failure|"
    r"plans?|bonds?|risks?)|heroic (?:measures|verse|couplets?|tenor)|shocking pink|truly yours|"
    r"rocked by (?:[\w-]+ ){0,4}(?:blasts?|explosions?|earthquakes?|tremors?|quakes?|attacks?|"
    r"bomb\w*|shell\w*|strikes?|waves)|\w+-\w"
)
CHARGED = lazy_pattern(
    r"(?i)\b(?:charged with|convicted of|guilty of|accused of|counts? of|charges? of|indicted for|"
    r"found|ruled)"
    r"(?: [\w-]+){0,6} $"
)


def _judges(document: Document, hit: Span) -> bool:
    """Tell judgements from names, ranks, offences and what is only possible."""
    text = document.view(flat)
    word, before, after = (
        hit.cut(text),
        text[max(0, hit.start - 60) : hit.start],
        text[hit.end : hit.end + 60],
    )
    if word[0].isupper() and (hit.start != sentence_at(document, hit.start).start or NAMED.match(after)):
        return False
    if RANKED.search(before) or CHARGED.search(before) or TERM.match(word + after):
        return False
    if SUPERLATIVE.match(word):
        return bool(SINGLED_OUT.search(before))
    if AMOUNT.fullmatch(word):
        return bool(AMOUNTING.search(before)) and not POSSIBLE.match(after)
    return True


NAMED = lazy_pattern(r" (?:[A-Z]|of [A-Z])")
FORETOLD = lazy_pattern(
    r"(?i)(?<!who )(?:\b(?:is|are|was|were|looks?|looked|seems?|seemed|appears?|appeared)|n't|'s|'re)"
    r"(?: (?:also|now|still|almost|virtually|all but|highly|very|not|therefore|however))* $"
)
# What is on a timetable is no prophecy, and "bound to a timetable" has no verb.
SCHEDULED = lazy_pattern(
    r"(?! [a-z])| (?:an?|the|his|her|its|their|our|him|them|us|it|each|one|some|any|this|that|"
    r"arrive|attend|begin|close|consider|continue|debate|depart|discuss|feature|host|join|leave|lock|meet|"
    r"miss|open|play|raise|remain|"
    r"return|sign|start|take part|visit|vote)\b"
)
QUESTIONED = lazy_pattern(r"(?i)\b(?:whether|if)\b[^.;]{0,60}$|\b(?:he|she|I|you|we|they) (?:was|were) $")


def _foretells(text: str, hit: Span) -> bool:
    before = text[max(0, hit.start - 80) : hit.start].rpartition("\n")[2]
    if QUESTIONED.search(before) or SCHEDULED.match(text[hit.end : hit.end + 20]):
        return False
    return hit.cut(text).lower().startswith(("will", "would")) or bool(FORETOLD.search(before))


# "Was caused by a faulty heater", "were sparked by an attack".
CAUSE = lazy_pattern(r" (?:an?|the|his|her|their|its|faulty|human)\b")
NUMBER = (
    r"(?:(?:at least|about|around|more than|over|some|nearly|almost|up to|an estimated) )?"
    r"(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|"
    r"fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|"
    r"ninety)(?:-\w+)?|a dozen|dozens|scores|hundreds|thousands)\b"
)
SUFFERED = rf"(?i)\b{NUMBER}(?: [\w-]+){{0,6}} (?:were|have been|had been)(?: reported(?: as)?(?: being)?)? $"
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
# A toll of long ago is settled, and one in a defining clause is background.
SETTLED = lazy_pattern(
    r"(?i)\b(?:1[5-9]\d\d|20\d\d|since|ago|wars?|decades?|century|centuries|history|last year)\b"
)
RELATIVE = lazy_pattern(r"\b(?:that|which|who|whose)\b")
# A belief is asked after as such: "dozens are feared dead".
HEDGED = lazy_pattern(r"(?:feared|believed|presumed|thought) $")
DYING = frozenset({"dead", "died", "perished", "lost their lives"})


def _is_settled(document: Document, hit: Span) -> bool:
    sentence = near(sentence_at(document, hit.start), hit.start)
    return bool(SETTLED.search(sentence.cut(document.view(flat))))


def _toll(document: Document, hit: Span) -> Span | None:
    """Return the words that count the dead or injured, if they do."""
    text = document.view(flat)
    if _is_settled(document, hit):
        return None
    sentence = near(sentence_at(document, hit.start), hit.start)
    word = hit.cut(text).lower()
    before, after = text[sentence.start : hit.start], text[hit.end : sentence.end]
    if counted := _counted(word, before, after):
        return Span(hit.start, hit.end + counted)
    if HEDGED.search(before):
        return None
    suffered = re.search(DIED if word in DYING else SUFFERED, before)
    if not suffered or RELATIVE.search(before):
        return None
    return Span(sentence.start + suffered.start(), hit.end)


def _counted(word: str, before: str, after: str) -> int:
    """Return how far the count reaches that follows: "killing 14", "killed 14 people", "toll rose to 14"."""
    counted: re.Match[str] | None = None
    if word.endswith("ing") and before.endswith(", "):
        counted = INFLICTED.match(after)
    elif word in ("killed", "injured", "wounded") and not RELATIVE.search(before):
        counted = KILLED.match(after)
    elif word.endswith("toll"):
        counted = RISEN.match(after)
    return counted.end() if counted else 0
