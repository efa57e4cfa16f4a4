"""How feelings that nobody is said to have, and studies that nobody made, are read where they stand."""

from __future__ import annotations

from newslint.core.pattern import lazy_pattern
from newslint.core.wording import Worded, WordSet
from newslint.text.sources.vague_readings import THERE, Growth, Hit

FELT = WordSet("felt-nouns")
# "There are growing fears that", "there is talk of a sale".
SUBJECT = lazy_pattern(r" (?:(?:among|in|across) (?:the )?[\w'-]+ )?(?:that|of|about|over)\b")
# A sense of calm is no claim; a sense that the war is over is one.
SENSED = WordSet("sensed-nouns")
SENSE = lazy_pattern(r" (?:(?:among|in|across) (?:the )?[\w'-]+ )?that\b")
# "Questions have been raised about", "doubts were voiced over"; by whom?
RAISED = Worded(r" (?:have been|had been|has been|were|was) {raising-participles}\b(?![^.;]{0,60} by )")
# "Fears are growing that", but not "police fears are growing".
RISING = Worded(r" (?:are|were|is|was) {rising-adjectives}\b| (?:have|has) {growing-participles}\b")
OPENING = Worded(r"(?i)(?:^|[,;:] |\b(?:and|as|but|while|with) )(?:{adjectives-of-feelings} )?$")
# "Drew criticism from farmers" says whose.
WHOSE = lazy_pattern(
    r" [^.;]{0,60}?\bby\b| (?:[\w-]+ ){0,4}?(?:across|among|by|from|in|of)\b| [\w ]{0,20}between\b"
)
# "But the fear is that", "a widespread belief in Delmas was that".
HELD = Worded(
    r"(?i)(?:^|[,.;:–—-] |\b(?:but|and|as|yet|while|so|though) )(?:the|"
    "a)(?: {adjectives-of-belief})? $"
)
HOLDS = lazy_pattern(
    r"(?: (?:across|among|in|within) (?:the )?[\w'-]+(?: [A-Z][\w'-]+)?)?"
    r" (?:is|was|has been|had been|remains|remained)"
    r"(?: \w+ly)? (?:that|growing)\b"
)
WISDOM = Worded(r" (?:{verbs-of-wisdom}|is|was)\b")


def feeling_reading(hit: Hit) -> Growth:
    """Read "there are fears that", "questions were raised" and "the belief is that"."""
    if STIRRING.of(hit).match(hit.word):
        return None if WHOSE.match(hit.after) or COUNTED.search(hit.before) else (0, 0)
    if hit.word.endswith("wisdom"):
        wisdom = WISDOM.of(hit).match(hit.after)
        return (0, wisdom.end()) if wisdom else None
    if _is_about(hit) and (there := THERE.search(hit.before)):
        return len(there[0]), 0
    if (stirred := _stirred(hit)) and OPENING.of(hit).search(hit.before):
        return stirred
    holds = HOLDS.match(hit.after)
    return (0, holds.end()) if holds and HELD.of(hit).search(hit.before) else None


def _is_about(hit: Hit) -> bool:
    """Tell whether a feeling says what it is about, or a sense that something is so."""
    if hit.word in SENSED.of(hit):
        return SENSE.match(hit.after) is not None
    return hit.word in FELT.of(hit) and SUBJECT.match(hit.after) is not None


# "There were a few raised eyebrows" is another word.
COUNTED = lazy_pattern(r"(?i)\b(?:a|any|few|many|no|not|of|some|the|to|with) $")
STIRRING = Worded("{stirring-verbs} ")
VOICED = WordSet("voiced-nouns")
MOUNTING = WordSet("mounting-nouns")


def _stirred(hit: Hit) -> Growth:
    """Read what is voiced by nobody, or grows by itself."""
    stirred = RAISED.of(hit).match(hit.after) if hit.word in VOICED.of(hit) else None
    if stirred is None and hit.word in MOUNTING.of(hit):
        stirred = RISING.of(hit).match(hit.after)
    return (0, stirred.end()) if stirred else None


# "Some recent studies", but not "the studies", "her research" or "Delmas University polls".
ANY = Worded(
    r"(?i)(?:^|[,.;:–—-] |\b(?:but|and|as|that|while|though|yet|"
    "although) )(?:{study-adjectives} ){0,2}$"
)
SINGLE = WordSet("single-studies")
ONE = Worded(r"(?i)\b(?:a|another|one) (?:(?:major|{study-adjectives}) )?$")
SHOWING = Worded(r"(?: (?:have|has|had|also|consistently|long|now|repeatedly))* {study-verbs}\b")


def study_reading(hit: Hit) -> Growth:
    """Read "studies show", "a new study has found" and "recent research suggests"."""
    showing = SHOWING.of(hit).match(hit.after)
    if showing and hit.word in SINGLE.of(hit) and (one := ONE.of(hit).search(hit.before)):
        return len(one[0]), showing.end()
    return (
        (0, showing.end())
        if showing and hit.word not in SINGLE.of(hit) and ANY.of(hit).search(hit.before)
        else None
    )
