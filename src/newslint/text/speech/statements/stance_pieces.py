"""What a stance is made of: whose it is, and the words for what it is about."""

from __future__ import annotations

import re

from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.text.grammar import DETERMINERS, IRREGULAR_PAST, OPENERS, PREPOSITIONS, PRONOUNS, SUBORDINATORS
from newslint.text.grammar import FINITE as AUXILIARIES
from newslint.text.speech.cues.contents import stripped
from newslint.text.speech.cues.scenes import Scene, Statement

# "opposes (the plan), saying …", "fears (the plan) because …"
OBJECT_ENDS = lazy_pattern(
    r"""[;:!?)] | ,(?!\d) | \s[—–-]+\s
    | \s(?:while|when|after|before|because|although|though|if|until|unless|since|despite|during|but
      |(?:on|last|this)\s(?:\w+day|week|month|year)
      |and\s(?:[a-z]+ed|was|is|has|had|will|would|said|told))\b""",
    re.VERBOSE,
)
# "wants (to close it before winter)"
INTENT_ENDS = lazy_pattern(
    r"[;:!?)]|,(?!\d)|\s[—–-]+\s|\s(?:while|because|although|though|unless|despite|but)\b"
)
INFINITIVE = lazy_pattern(r"\sto\s(?=[a-z])")
LONGEST_SOURCE = 10
# "There is opposition", "it seems": nobody in particular.
NOBODY = frozenset({"there", "it", "this", "that", "these"})
# The writer and the reader take no side in a report.
ADDRESSED = frozenset({"i", "you", "we"})
NOT_FIRST = NOBODY | ADDRESSED | AUXILIARIES | OPENERS | PREPOSITIONS | SUBORDINATORS
VERBS = AUXILIARIES | IRREGULAR_PAST


def stance(scene: Scene, source: Span | None, cue: Span, content: Span) -> Statement | None:
    """Return a stance, if somebody holds it and it is about something."""
    if source is None or len(content) < 2 or not is_somebody(source.cut(scene.text)):
        return None
    return Statement(scene.passage, source, cue, (content,))


def up_to(scene: Scene, follows: int, ends: re.Pattern[str]) -> Span:
    """Return the words from *follows* to where their clause ends."""
    stop = ends.search(scene.text, follows, scene.passage.end)
    return stripped(scene.text, Span(follows, stop.start() if stop else scene.passage.end))


def is_somebody(words: str) -> bool:
    """Tell whether the words for a subject are a name, a pronoun or a noun, and not the rest of a clause."""
    first, *rest = words.partition(",")[0].split() or [""]
    lower = first.lower()
    if not lower or lower in NOT_FIRST:
        return False
    if lower in PRONOUNS:
        return not rest
    if len(rest) >= LONGEST_SOURCE or not VERBS.isdisjoint(rest):
        return False
    return not first.islower() or lower in DETERMINERS or words.endswith("s")
