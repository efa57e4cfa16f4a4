"""Word order: whether the speaker, and what was said, stand before a verb or after it."""

from __future__ import annotations

import re

from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.core.wording import Worded
from newslint.text.grammar import IRREGULAR_PAST
from newslint.text.speech.cues.contents import TELLING, content_start
from newslint.text.speech.cues.cue_verbs import CueVerb
from newslint.text.speech.cues.scenes import FINITE, ONLY_SPEECH, Scene

# The lists whose verbs can stand after what was said.
SPOKEN = frozenset({"reporting-verbs", "thinking-verbs", "showing-verbs", "voicing-verbs"})
RELATIVES = frozenset({"who", "which", "that"})
QUOTED = (",”", "?”", "!”", "—”", "-”", ".”", "…”")
OPENS_SUBJECT = lazy_pattern(
    r"\s(?!(?:on|in|at|by|to|of|from|during|after|before|despite|without|while|if|although|last|late|early|this|earlier)\s|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)"
    r"(?:[A-Z“\d]|the\s|an?\s|one\b|his\s|her\s|its\s|their\s|another\b|(?:[a-z-]+\s){1,3}[A-Z])"
)
ONE = lazy_pattern(r"\s(?:an?|one|another)\s")
# "Her boss, Jan Berg, said (Marta Lind agreed).", "(the firm cut 40 jobs)", not "the convicted 40-year-old"
ACTED = lazy_pattern(
    r"(?<!newly)\s(?:[a-z]+ed|cut)"
    r"(?=[.\s]*$|\s(?:to|that|the|an?|with|on|in|its|their|about|nearly|some|more)\b|\s[$£€]?\d[\d.,]*\s)"
)
# "Barn is lost, says farmer"
BARE_SUBJECT = lazy_pattern(r"\s(?!that\b|it\b|he\b|she\b|they\b)(?:[\w.'-]+\s){0,4}[\w.'-]+$")
ENDS = lazy_pattern(r"[\s,]*(?:[.!?;]|$|according\sto\b)")
ADVERBIAL = lazy_pattern(
    r"\s(?:in|on|at|during|after|before|as|when|while|via|through|to|of|from|with|last|this|earlier|late|by)\b"
)
OPENING = Worded(
    r"(?:\w+ing\b(?!.*\b(?:is|was|are|were|will|would|has|have|had|can|could|may|might)\b)|in|on|at|during|after|before|as|when|while|by|from|with|for|despite|since|earlier|later|{questioning-participles}|speaking)\b",
    re.IGNORECASE,
)
# "“…,” as Lind put it", "“…” is how Lind put it"
AS = lazy_pattern(r",?\s(?:as|(?:is|was)\show)$")


def is_inverted(scene: Scene, verb: CueVerb) -> bool:
    """Tell whether the speaker follows the verb: “…,” said Lind."""
    before = scene.before(verb.group.start)
    opening = BARE_SUBJECT if scene.heading else OPENS_SUBJECT
    if not opening.match(scene.text, verb.verb.end, scene.passage.end):
        return False
    if FINITE.search(scene.text, verb.group.start, verb.verb.start):
        # "Lind, who left, did not mention Berg, but"
        return False
    if before.endswith(QUOTED):
        # "Lind, who called it “lost,” praised the plan", "Lind summed it up as “lost,” praised the plan"
        runs_on = before[: before.rfind("“")].rstrip()[-1:].isalnum()
        return not (runs_on and verb.lists == {"calling-verbs"})
    if _is_plural(verb) and ONE.match(scene.text, verb.verb.end):
        # "The clerks, nine in all, write a letter"
        return False
    clause, _, rest = scene.after(verb.verb.end).partition(",")
    # "The biggest market, adds Lind, is Oslo": the sentence goes on with its verb.
    set_off = FINITE.match(rest.lstrip()) is not None
    spoken = verb.word in ("said", "says") and not _acts(clause)
    return (
        before.endswith(",")
        and "reporting-verbs" in verb.lists
        and (FINITE.search(before) is not None or set_off or spoken)
        and not TELLING.of(scene).match(verb.word)
        and not FINITE.search(clause)
        and " that " not in clause
        and "“" not in clause
    )


def _is_plural(verb: CueVerb) -> bool:
    """Tell whether a verb has the form that goes with many: "write", "say"."""
    return not verb.word.endswith(("s", "ed")) and verb.word not in IRREGULAR_PAST


def _acts(clause: str) -> bool:
    """Tell whether the words after the verb have one of their own: "said (the park put up a fence)"."""
    return ACTED.search(clause) is not None or not IRREGULAR_PAST.isdisjoint(clause.split())


def closes_content(scene: Scene, verb: CueVerb, subject: Span) -> bool:
    """Tell whether what was said stands before the subject ("prices will rise, the bank said")."""
    before = AS.sub("", scene.before(subject.start))
    if verb.lists == {"learning-verbs"}:
        closed = ENDS.match(scene.text, verb.verb.end, scene.passage.end) is not None
        return closed and before.endswith(",") and FINITE.search(before) is not None
    if not verb.lists & SPOKEN or subject.cut(scene.text) in RELATIVES:
        return False
    opening, follows = OPENING.of(scene), content_start(scene, verb, scene.passage.end)
    closed = ENDS.match(scene.text, follows, scene.passage.end) is not None
    if before.endswith(QUOTED) or ONLY_SPEECH.fullmatch(before):
        return before.startswith("“") or closed or not opening.match(before)
    following = scene.after(verb.verb.end)
    if not before.endswith(",") or not (" " in before or following.startswith(",")):
        return False
    if closed:
        return True
    if following.startswith(","):
        return not (following.startswith(", “") and opening.match(before))
    return bool(ADVERBIAL.match(following)) and not opening.match(before) and " that " not in following
