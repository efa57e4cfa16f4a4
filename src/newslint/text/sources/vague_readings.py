"""How the words of the vague lists are read where they stand: beliefs, opinions and hearsay.

A reading returns by how much the phrase outgrows its word, before and after it, or None: no such phrase.
"""

from __future__ import annotations

import re
from enum import StrEnum

import msgspec

from newslint.core.lexicon import Lexicon
from newslint.core.pattern import lazy_pattern
from newslint.core.wording import Worded, WordSet

Growth = tuple[int, int] | None


class Vagueness(StrEnum):
    """The ways not to say who says so, named as the lists of their words are."""

    BELIEF = "belief-participles"
    OPINION = "common-opinions"
    HEARSAY = "hearsay"
    SOURCE = "anonymous-sources"
    GROUP = "vague-groups"
    MEDIA = "vague-media"
    STUDY = "vague-studies"
    FEELING = "common-feelings"


# What is nobody's word, but everybody's: milder than a source that is kept back.
AUTHORITIES = frozenset({Vagueness.STUDY, Vagueness.FEELING})


class Hit(msgspec.Struct, frozen=True):
    """A word of a list where it stands: the line before it and after it, verbs, outlets and the lists."""

    word: str
    before: str
    after: str
    verbs: frozenset[str]
    outlets: frozenset[str]
    lexicon: Lexicon

    def verb_after(self, start: int = 0) -> re.Match[str] | None:
        """Match the verb of saying that follows, with its auxiliaries; the word may be its subject."""
        verb = VERB.match(self.after, start)
        return verb if verb and verb[1] in self.verbs else None


AUXILIARIES = (
    r"(?: (?:have|has|had|also|already|always|even|long|now|often|since|still|then|widely|\w+ly)\b)*"
)
VERB = lazy_pattern(rf"{AUXILIARIES} (point(?:ed|s)? out|\w+)")
ADVERBS = r"(?:(?:not|also|now|still|then|long|\w+ly) ){0,2}"
BEING = r"(?:(?:\b(?:(?:is|are|was|were)(?: being)?|(?:has|have|had) been)|'s|'re) )"
IMPERSONAL = lazy_pattern(rf"(?i)\b(?:it (?:is|was|is being|has been|had been)|it's) {ADVERBS}$")
PASSIVE = lazy_pattern(rf"(?i){BEING}{ADVERBS}$")
# What may follow "it is understood": a clause, with or without "that".
CLAUSE = lazy_pattern(
    r"(?: (?:on \w+day|(?:last|this) \w+|earlier|overnight|yesterday|today))? that\b|"
    r" (?=(?:the|an?|he|she|they|there|it|this|these|his|her|its|their|all|some|many|most|more|no|both)\b|"
    r"[A-Z\d])"
)
# What a belief may be about: a verb ("to want"), not a listener ("said to the judge", "reported to police").
INFINITIVE = Worded(
    r" to (?=[a-z])(?!(?:the|an?|him|her|me|us|you|them|it|himself|herself|themselves|myself|this|that|"
    r"these|those|his|its|their|my|our|your|{nouns-after-to})\b)"
)
STATE = lazy_pattern(r" to (?:be|have)\b")
# "The thieves, it is thought, used a van."
ASIDE = lazy_pattern(r"(?i)[,–—] it (?:is|was)(?: \w+ly)? $")
ASIDE_ENDS = lazy_pattern(r" ?[,.;–—]")
# "Dozens are feared dead."
LOST = Worded(r" {states-of-the-lost}\b")
FEARING = WordSet("participles-of-fear")
# These are about a rumour with "to be" and "to have" only.
STATIVE = WordSet("participles-of-report")
# "It is argued that…": only where nobody argues; "is expected to" tells of plans.
IMPERSONALLY = WordSet("participles-of-hope")
# "Tipped for the job", "rumoured as the next coach".
TIPPED = WordSet("participles-of-tips")
CHANCE = lazy_pattern(r" (?:as|for) (?:the|a|his|her|next)\b")
# "The woman claimed to have a witness" says who claims.
ACTIVE = WordSet("active-participles")
# "Many believed to be", "once thought to be": somebody's active belief, or one that is over.
BELIEVER = Worded(
    r"(?i)^$|\b(?:he|she|they|i|we|you|who|{believers}|always|never|once|originally|first) $|"
    r"\bwhat (?:[\w'-]+ ){1,5}$"
)
# Folklore needs no source: "is believed to bring good luck", "it is said that whoever drinks of it…".
LORE = Worded(r" to {lore-verbs}\b|(?: that)? (?:anyone|every|everyone|if|nobody|no one|those who|whoever)\b")


DEFINES = lazy_pattern(r" to be (?:an? |the )?[“\"]")


def belief_reading(hit: Hit) -> Growth:
    """Read "it is believed that", "is understood to" and "believed to be"."""
    infinitive = INFINITIVE.of(hit).match(hit.after)
    if LORE.of(hit).match(hit.after):
        return None
    # What comes after the word is matched where it stands; only then is what comes before it searched.
    clause = CLAUSE.match(hit.after) or infinitive
    impersonal = IMPERSONAL.search(hit.before) if clause else None
    if hit.word in IMPERSONALLY.of(hit):
        return _impersonally(hit, impersonal)
    # "It is considered a national dish" ranks, "to be “major”" defines; "it is considered that" believes.
    if hit.word in ("considered", "perceived") and not infinitive and not hit.after.startswith(" that "):
        return None
    if hit.word == "considered" and DEFINES.match(hit.after):
        return None
    if impersonal and clause:
        return len(impersonal[0]), len(clause[0].rstrip())
    if ASIDE_ENDS.match(hit.after) and (aside := ASIDE.search(hit.before)):
        return len(aside[0]) - len(", "), 0
    if not (infinitive or hit.word in FEARING.of(hit) or hit.word in TIPPED.of(hit)):
        return None
    passive = PASSIVE.search(hit.before)
    if passive and hit.word in FEARING.of(hit) and (lost := LOST.of(hit).match(hit.after)):
        return len(passive[0]), len(lost[0])
    if passive and hit.word in TIPPED.of(hit) and (chance := CHANCE.match(hit.after)):
        return len(passive[0]), chance[0].rindex(" ")
    # Interest that "is reported to credit bureaus" is no rumour.
    if not infinitive or (hit.word in STATIVE.of(hit) and not STATE.match(hit.after)):
        return None
    if passive:
        return len(passive[0]), len(" to")
    bare = (
        hit.word not in ACTIVE.of(hit) and STATE.match(hit.after) and not BELIEVER.of(hit).search(hit.before)
    )
    return (0, len(" to")) if bare else None


def _impersonally(hit: Hit, impersonal: re.Match[str] | None) -> Growth:
    """Read "it is argued that", but not "it is not suggested that", by which papers clear somebody."""
    clause = CLAUSE.match(hit.after)
    if impersonal is None or clause is None or " not " in impersonal[0]:
        return None
    return len(impersonal[0]), len(clause[0].rstrip())


# "Make sure everyone knows" is a call.
DENIED = lazy_pattern(r"(?i)(?:\bnot|n't|\bless|\bbe|\bmore|\b(?:sure|let)(?: that)?) $")
# Often a plain attribute ("her widely criticized interview"); a verdict only where it is the predicate.
VERDICT = Worded("{verdict-participles}$")
PREDICATE = lazy_pattern(rf"(?i)(?:{BEING}|\bbeen )(?:(?!not)\w+ )?$")


# "Is long seen as a rival"; but "Democrats have long thought", "pilgrims largely seen on foot".
AS = lazy_pattern(r" (?:as|to be|to have)\b")
# "Widely seen chances" are a thing; "a move widely seen by investors as" is an opinion.
THING = lazy_pattern(r" (?!(?:as|at|by|in|on|to)\b)[a-z]")
HOLDER = lazy_pattern(r" (?:by|for|with)\b")


def opinion_reading(hit: Hit) -> Growth:
    """Read "is widely seen", but not "her widely criticized interview" or "not widely understood"."""
    if DENIED.search(hit.before) or HOLDERS.of(hit).match(hit.after) or MISTAKEN.search(hit.after):
        return None
    if CIRCLE.of(hit).match(hit.after) or (hit.word.endswith("expected") and BYGONE.search(hit.before)):
        return None
    if hit.word.startswith(("largely", "long")):
        return (0, 0) if PREDICATE.search(hit.before) and AS.match(hit.after) else None
    if not VERDICT.of(hit).search(hit.word):
        attributive = hit.word.endswith("seen") and not PREDICATE.search(hit.before)
        return None if attributive and THING.match(hit.after) else (0, 0)
    said = PREDICATE.search(hit.before) and not HOLDER.match(hit.after)
    return (0, 0) if said else None


# "Widely condemned, including by allies" says by whom; "commonly thought of as one are actually two" refutes.
HOLDERS = Worded(r",? including by\b| by (?!{vague-groups}\b|(?:all|both|most|several|those)\b)(?=[a-z]+s\b)")
# "Widely seen as a failure in Denmark", "widely praised on both sides": the circle is told. "One of the most
# open towns in Denmark" is a rank in it.
CIRCLE = Worded(
    r"(?! as one of\b)(?! [^.,;]*\b(?:most|\w+est)\b)(?: (?:as )?(?:an? |the )?[\w-]+(?: [\w-]+)?)? "
    r"(?:on (?:both|all) sides|(?:among|within) (?:[\w'-]+ ){0,3}[\w-]+|"
    r"(?:across|in) (?:the (?:[\w-]+ )?(?:media|party|press)\b|[a-z]+ media\b|(?!{months}\b)[A-Z]))"
)
# "A strike had been widely expected": it is told with the strike.
BYGONE = lazy_pattern(r"\bhad been $")
MISTAKEN = lazy_pattern(r"^[^.;]*\b(?:(?:are|is|was|were) (?:actually|in fact|really)\b|in fact\b)")


THERE = lazy_pattern(
    r"(?i)\bthere(?:'s| is| are| was| were| has been| have been) (?:(?!no\b|any\b)[\w-]+ ){0,2}$"
)


ABROAD = Worded(
    r" (?:is|was|are|were|has been|have been) (?:\w+ly )?{rumour-gerunds}\b|"
    r" {rumour-verbs} that\b| (?:has|have|had) {rumour-participles}\b"
)


# "Amid speculation that he would go", "fuelled fresh rumours of a sale".
FED = Worded(r"(?i)\b{rumour-feeders} (?:(?!no\b|any\b)[\w-]+ ){0,2}$")
ABOUT = lazy_pattern(r" (?:that|of|about)\b")


# "Was supposedly ill"; elsewhere it is the writer's own doubt ("a supposedly free press").
SUPPOSED = lazy_pattern(r"(?i)\b(?:is|are|was|were|has|have|had|been) $")


# "The row began after it emerged that…" tells of an event.
OCCASION = lazy_pattern(r"(?i)\b(?:after|as|before|once|since|until|when) $")
DOUBTING, RUMOURS = WordSet("doubting-adverbs"), WordSet("rumour-nouns")
# "The leaks suggest" goes back to some that the story tells of.
THESE = lazy_pattern(r"(?i)\b(?:the|these|those|his|her|its|their|\w+'s) (?:[\w-]+ )?$")
# "According to persistent rumours".
CITING_RUMOUR = lazy_pattern(r"(?i)\baccording to (?:[a-z-]+ )?$")


def hearsay_reading(hit: Hit) -> Growth:
    """Read "reportedly"; "rumours" only where there simply are some, as others deny or confirm them."""
    if hit.word in DOUBTING.of(hit):
        return (0, 0) if SUPPOSED.search(hit.before) else None
    if hit.word.startswith("it "):
        emerged = None if OCCASION.search(hit.before) else CLAUSE.match(hit.after)
        return (0, len(emerged[0].rstrip())) if emerged else None
    if hit.word.startswith("leaks "):
        return None if THESE.search(hit.before) else (0, 0)
    if hit.word not in RUMOURS.of(hit):
        return 0, 0
    if according := CITING_RUMOUR.search(hit.before):
        return len(according[0]), 0
    if abroad := ABROAD.of(hit).match(hit.after):
        return 0, len(abroad[0])
    return (
        (0, 0)
        if THERE.search(hit.before) or (FED.of(hit).search(hit.before) and ABOUT.match(hit.after))
        else None
    )
