"""Deeds: crimes that copy says somebody has done, read where they stand."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.plugin import Document, Span, lazy_pattern
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
VICTIM = lazy_pattern(
    r"(?: off| away)?(?: to| about| under oath|(?= [£$€₹\d]| (?:A|C|US)\$| Rs)|"
    r" (?:an?|the|him|her|his|their|its|it|them|money|"
    r"millions|thousands|funds|cash|voters|police|officials|investors|customers|patients|children|"
    r"villagers|civilians|prisoners|women|men|people|girls|boys|students|pupils|workers|protesters|"
    r"detainees|regulators|clients|donors|families|suspects|evidence|votes|ballots|documents|emails|e-mails|"
    r"phones|secrets|weapons|prices|taxes|shops|homes|houses|"
    r"[a-z]+(?:ants|ers|ists|ors)|[a-z]+(?:'s?|s') (?:money|savings)|"
    r"at least|more than|about|some|up to|two|three|"
    r"four|five|six|"
    r"seven|eight|nine|ten|dozens|hundreds)\b)"
)
# "Took bribes", "committed fraud": the words say what was done to whom.
WHOLE = lazy_pattern(r" (?!down\b|into\b|on\b|to\b|up\b|with\b)\w+$")
# Done by somebody: "was poisoned by agents".
SUFFERED = lazy_pattern(r"\b(?:was|were|been) $")
BY = lazy_pattern(r" by (?!(?:the (?:cold|heat|\w+ings?)|a (?:fire|flood|storm))\b)(?:(?:the|an?) )?[\w'-]+")
# "Stole the show", "forged a career", "robbed of a goal", "lied about his age at the time": no crime.
IDIOM = lazy_pattern(
    r"(?: [\w'-]+){0,2} (?:alliances?|base|bases|bonds?|careers?|deal|friendships?|goal|heart|hearts|"
    r"headlines|kiss|lead|limelight|links?|march|partnerships?|path|point|points|relationships?|scene|"
    r"show|spotlight|thunder|ties|title|well|unions?|victory|way|win)\b"
)
# "The accusation that he lied", "they believe he lied": somebody says so, or it is asked.
SAID = lazy_pattern(
    r"(?i)\b(?:accus\w+|alleg\w+|believ\w+|charge[sd]?|claim\w*|den(?:y|ied|ies)|that|whether|if|who|whose|"
    r"suspect\w*|suspicion)\b"
)
# What is murdered on a stage, stalked in a wood or cheated by a crowd is no victim in law.
HARMLESS = lazy_pattern(
    r"(?: off| to)?(?: (?:the|an?|his|her|its|their|our|two|three|some|at|several))?(?: [\w'-]+)? (?:"
    r"anthem|audiences?|black|blade|breath|bear|birds?|boar|chickens?|cold|course|cows?|death|"
    r"deer|dinner|effigy|effigies|elk|escape|faint|fate|foxes|glances?|goats?|halls|hay|hens|"
    r"iron|kiss|lambs?|look|lyrics|mice|moose|opera|peek|pigs?|rabbits?|rain|rats|rhythm|route|"
    r"sauce|sheep|smile|songs?|steel|straw|stubble|swine|tune|weeds|wolf|wolves"
    r")\b| of (?:confidence|sympathy|thanks)\b| (?:[\w'-]+ ){1,3}of (?:its|his|her|their|the|a) (?:best|"
    r"chance|dignity|glory|meaning|medal|place|points?|sleep|soul|title|triumph|victory|voice|win|youth)\b"
)
# Weather, animals and works do no crimes.
NATURE = lazy_pattern(
    r"(?i)\b(?:album|bears?|book|cats?|cold|cough|disease|dogs?|doubts?|drought|drama|film|"
    r"fires?|floods?|flu|foxes|fox|frost|heat|hunger|illness|injury|injuries|memories|movie|novel|pain|play|rain|rats|sharks?|snow|storms?|sun|time|war|wind|"
    r"winter|wolves|wolf) $"
)
PROVEN = lazy_pattern(
    r"(?i)\b(?:convict\w+|sentenced|guilty|admitted|confess\w+|pleaded|pled|jailed|imprisoned|executed|"
    r"fined|verdict)\b"
)


def deeds(document: Document) -> Iterator[Span]:
    """Yield the words that say who did what; a story that tells of a conviction has no allegations left."""
    text = document.view(flat)
    hits = document.view(cues).get("accusations", ())
    if not hits or PROVEN.search(text):
        return
    for hit in hits:
        before = text[max(0, hit.start - 40) : hit.start].rpartition("\n")[2]
        after = text[hit.end : hit.end + 60].partition("\n")[0]
        sentence = near(sentence_at(document, hit.start), hit.start)
        whole = WHOLE.search(hit.cut(text))
        if SAID.search(sentence.cut(text)) or (IDIOM.match(after) and not whole):
            continue
        if HARMLESS.match(after) or NATURE.search(before):
            continue
        if DOER.search(before) and (whole or VICTIM.match(after)):
            yield hit
        elif SUFFERED.search(before) and (by := BY.match(after)):
            yield Span(hit.start, hit.end + by.end())
