"""How the words of the vague lists are read where they stand, each kind in its own way.

A reading returns by how much the phrase outgrows its word, before and after it, or None: no such phrase.
The patterns are plain strings, compiled by `re` when a story first has such a word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from enum import StrEnum

import msgspec

from newslint.core.pattern import lazy_pattern

Growth = tuple[int, int] | None


class Vagueness(StrEnum):
    """The ways not to say who says so, named as the lists of their words are."""

    BELIEF = "belief-participles"
    OPINION = "common-opinions"
    HEARSAY = "hearsay"
    SOURCE = "anonymous-sources"
    GROUP = "vague-groups"
    MEDIA = "vague-media"


class Hit(msgspec.Struct, frozen=True):
    """A word of a list where it stands: the line before it and after it, and the verbs of saying."""

    word: str
    before: str
    after: str
    verbs: frozenset[str]

    def verb_after(self) -> re.Match[str] | None:
        """Match the verb of saying that follows, with its auxiliaries; the word may be its subject."""
        verb = re.match(
            r"(?: (?:have|has|had|also|now|still|often|\w+ly)\b)* (point(?:ed|s)? out|\w+)", self.after
        )
        return verb if verb and verb[1] in self.verbs else None


ADVERBS = r"(?:(?:not|also|now|still|then|long|\w+ly) ){0,2}"
BEING = r"(?:(?:\b(?:is|are|was|were|(?:has|have|had) been)|'s|'re) )"
IMPERSONAL = lazy_pattern(rf"(?i)\b(?:it (?:is|was|has been|had been)|it's) {ADVERBS}$")
PASSIVE = lazy_pattern(rf"(?i){BEING}{ADVERBS}$")
# What may follow "it is understood": a clause, with or without "that".
CLAUSE = lazy_pattern(
    r" that\b|"
    r" (?=(?:the|an?|he|she|they|there|it|this|these|his|her|its|their|all|some|many|most|more|no|both)\b|"
    r"[A-Z\d])"
)
# What a belief may be about: a verb ("to want"), not a listener ("said to the judge", "reported to police").
INFINITIVE = lazy_pattern(
    r" to (?=[a-z])(?!(?:the|an?|him|her|me|us|you|them|it|himself|herself|themselves|myself|this|that|"
    r"these|those|his|its|their|my|our|your|police|authorities|officials|reporters|work|duty|court)\b)"
)
STATE = lazy_pattern(r" to (?:be|have)\b")
# "The woman claimed to have a witness" says who claims.
ACTIVE = frozenset({"claimed", "assumed", "feared", "suspected", "speculated"})
# "Many believed to be", "once thought to be": somebody's active belief, or one that is over.
BELIEVER = lazy_pattern(
    r"(?i)^$|\b(?:he|she|they|i|we|you|who|many|people|police|always|never|once|originally|first) $"
)
# Folklore needs no source: "is believed to bring good luck".
LORE = lazy_pattern(r" to (?:bring|ward|attract|banish|symboli[sz]e|cleanse)\b")


def _belief(hit: Hit) -> Growth:
    """Read "it is believed that", "is understood to" and "believed to be"."""
    infinitive = INFINITIVE.match(hit.after)
    if infinitive and LORE.match(hit.after):
        return None
    impersonal = IMPERSONAL.search(hit.before)
    if impersonal and (clause := CLAUSE.match(hit.after) or infinitive):
        return len(impersonal[0]), len(clause[0].rstrip())
    # Interest that "is reported to credit bureaus" is no rumour.
    if not infinitive or (hit.word == "reported" and not STATE.match(hit.after)):
        return None
    if passive := PASSIVE.search(hit.before):
        return len(passive[0]), len(" to")
    bare = hit.word not in ACTIVE and STATE.match(hit.after) and not BELIEVER.search(hit.before)
    return (0, len(" to")) if bare else None


DENIED = lazy_pattern(r"(?i)(?:\bnot|n't|\bless|\bbe|\bmore) $")
# Often a plain attribute ("her widely criticized interview"); a verdict only where it is the predicate.
VERDICT = lazy_pattern(r"(?:acknowledged|condemned|credited|critici[sz]ed|deemed|understood)$")
PREDICATE = lazy_pattern(rf"(?i)(?:{BEING}|\bbeen )(?:(?!not)\w+ )?$")


def _opinion(hit: Hit) -> Growth:
    """Read "is widely seen", but not "her widely criticized interview" or "not widely understood"."""
    if DENIED.search(hit.before):
        return None
    if not VERDICT.search(hit.word):
        return 0, 0
    said = PREDICATE.search(hit.before) and not re.match(r" (?:by|for|with)\b", hit.after)
    return (0, 0) if said else None


THERE = lazy_pattern(
    r"(?i)\bthere(?:'s| is| are| was| were| has been| have been) (?:(?!no\b|any\b)[\w-]+ ){0,2}$"
)


def _hearsay(hit: Hit) -> Growth:
    """Read "reportedly"; "rumours" only where there simply are some, as others deny or confirm them."""
    if not hit.word.startswith(("rumor", "rumour", "speculation")) or hit.word.endswith(
        ("has it", "have it", "rife")
    ):
        return 0, 0
    return (0, 0) if THERE.search(hit.before) else None


FAMILIAR = lazy_pattern(r"(?: close to| familiar with| briefed on| with (?:direct )?knowledge of)\b")
# "Sources in the health system said": the verb stands further off.
PLACED = lazy_pattern(
    r" (?:in|at|within|from|inside|on|near|with|among|who|speaking)\b(?: [\w'-]+){1,9}?"
    r"(?<! to) (?:said|say|says|told|tell|agreed|confirmed|denied|believe)\b"
)
CITED = lazy_pattern(
    r"(?i)\b(?:according to|citing|quoting|said|says|told by|quoted by)"
    r"(?: (?!as\b|it\b|same\b|that\b)[\w'-]+){0,4} $"
)
# "To people familiar with the family" is where news comes, not where it comes from.
HEARER = lazy_pattern(r"(?i)(?<!according) to $")
OTHER_SENSE = lazy_pattern(r"(?i)\b(?:same|open|income|energy|light|power|food) $")


def _source(hit: Hit) -> Growth:
    """Read "sources said", "according to a source", "people familiar with"."""
    if OTHER_SENSE.search(hit.before):
        return None
    if " " in hit.word:
        return None if HEARER.search(hit.before) else (0, 0)
    if familiar := FAMILIAR.match(hit.after):
        return 0, len(familiar[0])
    if verb := hit.verb_after():
        return 0, verb.end()
    if cited := CITED.search(hit.before):
        # "According to boxing insider Dan Reid" has a name.
        return None if re.match(" [A-Z]", hit.after) else (len(cited[0]), 0)
    return (0, 0) if PLACED.match(hit.after) else None


KNOWN = lazy_pattern(
    r"(?i)\b(?:the|these|those|his|her|its|their|our|two|three|four|five|six|same|not|(?<!number )of) $"
)
# "As many say", "so many thought" count people.
COUNTING = lazy_pattern(r"(?i)\b(?:as|so|how|too) $")
# Analysts of a named house ("the Goldman analysts"), or in named company ("Powell and other analysts").
NAMED = lazy_pattern(
    r"[a-z,;”\"] (?!\w+(?:an|ese|ish|ern|i) $)(?!U\.)[A-Z][\w'&-]*(?<!'s) $|"
    r"\b(?:[A-Z]\w+|he|she|[Tt]he [a-z]+) and (?:[\w-]+ )?$"
)
BELONGING = lazy_pattern(r" (?:at|from|with|of|for|in|who|and|interviewed|polled|surveyed|consulted)\b|'")
ACCORDING = lazy_pattern(r"(?i)\baccording to (?:(?!the\b|his\b|her\b|its\b|their\b)[\w.-]+ ){0,3}$")
PRONOUNS = frozenset({"many", "others", "some"})
# What "many" do when they stand for an opinion; "others told" are as often the people just named.
OPINES = (
    r"(?:argued?|believed?|claimed?|consider|contend|feared?|feel|predict|said|say|suggest(?:ed)?|suspect(?:ed)?|"
    r"think|warn(?:ed)?)\b"
)
# "Many believed to be firecrackers" is not what anybody believes now.
OPINION = rf"(?: \w+ly)? (?!(?:believed|said|thought) to be\b){OPINES}"
MANY_WHO = rf"{OPINION}| who {OPINES}|(?: who)? see\b"


def _group(hit: Hit) -> Growth:
    """Read "critics say", "many believe" and "according to analysts", but not "the researchers note"."""
    if NAMED.search(hit.before):
        return None
    according = ACCORDING.search(hit.before)
    if according and hit.word not in PRONOUNS:
        return None if BELONGING.match(hit.after) else (len(according[0]), 0)
    if KNOWN.search(hit.before):
        return None
    if hit.word not in PRONOUNS:
        verb = hit.verb_after()
        return (0, verb.end()) if verb else None
    if COUNTING.search(hit.before):
        return None
    opinion = re.match(MANY_WHO if hit.word == "many" else OPINION, hit.after)
    return (0, opinion.end()) if opinion else None


MEDIA_KIND = (
    r"(?:(?:media|news|newspaper|press|local|several|various|multiple|published|some|many|numerous|recent|unconfirmed|"
    r"initial|early|the|foreign|international|national|domestic|other|online|grassroots|"
    r"[A-Z]\w+(?:i|an|ese|ish)) )"
)
REPORTED = lazy_pattern(rf"(?i)\baccording to {MEDIA_KIND}*$")
STOPPED = lazy_pattern(r"[,.;:)–—-]|$| [–—(-]| that\b")
SUGGESTING = lazy_pattern(
    r"(?: have| had)? (?:suggest|indicate|say|said|claim|emerge|surface|circulate)(?:e?d)?\b"
)
QUALIFIED = lazy_pattern(
    rf"(?i)(?:^|[,.;:] |\b(?:as|but|and|while|though) ){MEDIA_KIND}*$|\b(?:media|press|news) $"
)
AMID = lazy_pattern(
    rf"\b(?:[Aa]mid|[Ff]ollowing|[Tt]here (?:are|were|have been)) {MEDIA_KIND}*$|"
    r"\b(?:media|press|news|published) $|^(?:Media|Press|News) $"
)
SPECIFIC = lazy_pattern(r"(?i)\b(?:state|social|state-run|the) $")


def _media(hit: Hit) -> Growth:
    """Read "according to media reports", "reports suggest" and "local media said"."""
    if hit.word != "reports":
        return _press(hit)
    if (cited := REPORTED.search(hit.before)) and STOPPED.match(hit.after):
        return len(cited[0]), 0
    if (verb := SUGGESTING.match(hit.after)) and QUALIFIED.search(hit.before):
        return 0, verb.end()
    return (0, len(" that")) if hit.after.startswith(" that ") and AMID.search(hit.before) else None


def _press(hit: Hit) -> Growth:
    if (cited := REPORTED.search(hit.before)) and STOPPED.match(hit.after):
        return None if SPECIFIC.search(hit.before) else (len(cited[0]), 0)
    verb = hit.verb_after()
    kind = re.search(rf"(?:^|\b){MEDIA_KIND}+$|^$", hit.before)
    if not verb or not kind or SPECIFIC.search(hit.before):
        return None
    return len(kind[0]), verb.end()


READINGS: Mapping[Vagueness, Callable[[Hit], Growth]] = {
    Vagueness.BELIEF: _belief,
    Vagueness.OPINION: _opinion,
    Vagueness.HEARSAY: _hearsay,
    Vagueness.SOURCE: _source,
    Vagueness.GROUP: _group,
    Vagueness.MEDIA: _media,
}
