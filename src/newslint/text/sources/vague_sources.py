"""How sources that stay unnamed are read where they stand: "insiders said", "the Herald has learned"."""

from __future__ import annotations

import re

from newslint.core.pattern import lazy_pattern
from newslint.core.wording import Worded, WordSet
from newslint.text.sources.vague_readings import Growth, Hit

# "Hospital sources put the toll at nine".
PUT = lazy_pattern(r" (?:have |had )?(?:put|puts) (?:the|its|his|her)\b")
# "Unnamed Israeli officials told": who they are, and what they do.
NAMELESS = WordSet("nameless-adjectives")
DEFINITE = lazy_pattern(r"(?i)\b(?:the|these|those|same) $")
UNNAMED = Worded(r"(?: [\w'-]+){0,3}? {unnamed-people}\b")
FAMILIAR = Worded(r" {words-of-knowing}(?: of)?\b")
SINGULAR = lazy_pattern(r"(?<!s)s$")
# "Sources in the health system said": the verb stands further off.
PLACED = Worded(
    " (?:in|at|within|from|inside|on|near|with|among|who|"
    r"speaking)\b(?: [\w'-]+){1,9}?(?<! to) {verbs-of-placed-sources}\b"
)
CITED = Worded(
    r"(?i)\b(?:according to|as per|{words-of-citing}|said|says|{citing-participles} by)(?: (?!(?:are|"
    r"as|be|is|it|same|that|was|were)\b)[\w'-]+){0,4} $"
)
# "To people familiar with the family" is where news comes, not where it comes from.
HEARER = lazy_pattern(r"(?i)(?<!according) to $")
# "Water from sources said to be safe", "a source told of in stone": the words are about the source.
TOLD_OF = Worded(r"{participles-of-findings} to (?:be|have)\b|told (?:in|of|by)\b")
OTHER_SENSE = Worded(
    r"(?i)\b{other-senses-of-source} $|\b(?:half|thirds?|quarters?|percent|per cent|majority|"
    r"%) of (?:the )?(?:[\w-]+ )?$"
)


def source_reading(hit: Hit) -> Growth:
    """Read "sources said", "according to a source", "people familiar with"."""
    if OTHER_SENSE.of(hit).search(hit.before) or hit.before.endswith("-"):
        return None
    if hit.word in NAMELESS.of(hit):
        return _unnamed(hit)
    if hit.word in LEARNING.of(hit):
        return _learned(hit)
    if hit.word == "diplomat":
        verb = hit.verb_after() if SOME_ONE.of(hit).search(hit.before) else None
        return (0, verb.end()) if verb else None
    if hit.word.endswith(INVOLVED):
        return _involved(hit)
    if " " in hit.word:
        return None if HEARER.search(hit.before) else (0, 0)
    if familiar := FAMILIAR.of(hit).match(hit.after):
        return 0, len(familiar[0])
    if put := PUT.match(hit.after):
        return 0, len(put[0])
    if verb := hit.verb_after():
        # "A survey of insiders shows": the survey does.
        agrees = not (hit.word.endswith("s") and SINGULAR.search(verb[1]))
        told_of = TOLD_OF.of(hit).match(hit.after, verb.start(1))
        return (0, verb.end()) if agrees and not told_of else None
    if cited := CITED.of(hit).search(hit.before):
        # "According to boxing insider Dan Reid" has a name.
        return None if re.match(" [A-Z]", hit.after) else (len(cited[0]), 0)
    return (0, 0) if PLACED.of(hit).match(hit.after) else None


# "People involved in the talks said"; those involved in a crash are no sources.
INVOLVED = (" involved in", " privy to")
MATTER = Worded(r" (?:the |those )?(?:[\w-]+ ){0,2}?{matters-of-talks}\b")


def _involved(hit: Hit) -> Growth:
    matter = MATTER.of(hit).match(hit.after)
    if matter is None or DEFINITE.search(hit.before):
        return None
    if verb := hit.verb_after(matter.end()):
        return 0, verb.end()
    return (len(cited[0]), matter.end()) if (cited := CITED.of(hit).search(hit.before)) else None


# "A senior Western diplomat said" is nobody; "the diplomat" goes back to somebody.
SOME_ONE = Worded(r"(?i)\b(?:an?|another|one) (?:{adjectives-of-standing} )?(?:[\w-]+ )?$")


def _unnamed(hit: Hit) -> Growth:
    """Read "unnamed officials said" and "according to an unidentified aide"."""
    people = UNNAMED.of(hit).match(hit.after)
    if people is None or DEFINITE.search(hit.before):
        return None
    if verb := hit.verb_after(people.end()):
        return 0, verb.end()
    return (len(cited[0]), people.end()) if (cited := CITED.of(hit).search(hit.before)) else None


# "The Herald has learned": what a paper says when it may not say from whom.
LEARNING = WordSet("words-of-learning")
OUTLET = Worded(r"\b(?:(?:[Tt]he )?(?:[A-Z][\w'-]* ){0,3}([A-Z][\w-]+)|[Tt]his {outlet-nouns}) $")
KNOWN_FROM = lazy_pattern(r" (?!from\b)(?:that\b|the\b|[A-Z])|[.,]|$")


def _learned(hit: Hit) -> Growth:
    """Read "the Herald has learned that" and "…, Radio News understands"."""
    outlet = OUTLET.of(hit).search(hit.before)
    if not outlet or (outlet[1] and outlet[1] not in hit.outlets):
        return None
    return (len(outlet[0]), 0) if KNOWN_FROM.match(hit.after) else None
