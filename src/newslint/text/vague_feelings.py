"""How feelings that nobody is said to have, and studies that nobody made, are read where they stand."""

from __future__ import annotations

from newslint.core.pattern import lazy_pattern
from newslint.text.vague_readings import THERE, Growth, Hit

FELT = frozenset(
    """
    allegations claims concern concerns doubts fear fears suggestions suspicion suspicions talk worries worry
    """.split()  # noqa: SIM905
)
# "There are growing fears that", "there is talk of a sale".
SUBJECT = lazy_pattern(r" (?:(?:in|across) (?:the )?[\w'-]+ )?(?:that|of|about|over)\b")
# "But the fear is that", "a widespread belief in Delmas was that".
HELD = lazy_pattern(
    r"(?i)(?:^|[,.;:–—-] |\b(?:but|and|as|yet|while|so|though) )(?:the|a)(?: (?:big|biggest|common|"
    r"general|greatest|growing|main|obvious|overwhelming|popular|prevailing|real|universal|widely held|"
    r"widespread))? $"
)
HOLDS = lazy_pattern(
    r"(?: in (?:the )?[\w'-]+(?: [A-Z][\w'-]+)?)? (?:is|was|has been|had been|remains|remained)"
    r"(?: \w+ly)? (?:that|growing)\b"
)
WISDOM = lazy_pattern(r" (?:has it|had it|holds?|held|is|was|says)\b")


def feeling_reading(hit: Hit) -> Growth:
    """Read "there are fears that", "the belief is that" and "conventional wisdom has it"."""
    if hit.word.endswith("wisdom"):
        wisdom = WISDOM.match(hit.after)
        return (0, wisdom.end()) if wisdom else None
    there = THERE.search(hit.before) if hit.word in FELT else None
    if there and SUBJECT.match(hit.after):
        return len(there[0]), 0
    holds = HOLDS.match(hit.after)
    return (0, holds.end()) if holds and HELD.search(hit.before) else None


# "Some recent studies", but not "the studies", "her research" or "Delmas University polls".
ANY = lazy_pattern(
    r"(?i)(?:^|[,.;:–—-] |\b(?:but|and|as|that|while|though|yet|although) )"
    r"(?:(?:academic|anecdotal|early|growing|many|market|medical|most|mounting|numerous|opinion|other|past|previous|public|recent|scientific|several|"
    r"some|various) ){0,2}$"
)
SHOWING = lazy_pattern(
    r"(?: (?:have|has|had|also|consistently|long|now|repeatedly))* (?:find|finds|found|indicates?|"
    r"indicated|reveals?|revealed|say|says|show|shows|showed|shown|suggests?|suggested)\b"
)


def study_reading(hit: Hit) -> Growth:
    """Read "studies show" and "recent research suggests"."""
    showing = SHOWING.match(hit.after)
    return (0, showing.end()) if showing and ANY.search(hit.before) else None
