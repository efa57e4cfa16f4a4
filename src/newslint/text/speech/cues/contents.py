"""Contents: where a statement starts and ends beside its cue."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.core.wording import Reads, Worded
from newslint.text.grammar import PRONOUNS
from newslint.text.speech.cues.cue_verbs import CueVerb
from newslint.text.speech.cues.scenes import Scene
from newslint.text.speech.cues.subjects import subject_before

DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.)"
)
OCCASION = "{occasions}"
VERBS = r"(?:is|was|were|are|has|had|have|will|would|can|could|may|might|should|must|did|does|do)"
# What may stand between the cue and what was said: "said on Monday in a statement that …".
ADJUNCT = Worded(
    rf"""\s*,?\s*(?:
      (?:late\s|early\s|on\s|last\s|this\s)*{DAY}(?:\s(?:morning|afternoon|evening|night))?
    | (?:last|this|earlier\sthis|later\sthat)\s
      (?:week|month|year|day|spring|summer|fall|winter|morning|evening|night)
    | yesterday|today|tonight|at\sthe\stime|recently|afterwards|again|later|too|as\swell|in\sturn
    | in\s(?:19|20)\d\d
    | (?:(?:on|in|of)\s)?{MONTH}(?:\s\d{{1,4}})?
    | (?:in|during|at|on|via|through)\s(?:an?|his|her|the|their|its|another)\s(?:[\w'-]+\s){{0,4}}?{OCCASION}
      (?:\s(?:on|in|with|to|at|from|for|by|last|{{filing-participles}}|after|about)\s
        (?:[\w'.“”_-]+\s?){{1,5}}?(?=,|\sthat\b|:|\.|$|\s“))?
    | on\s{{platforms}}
    | to\s(?:me|him|her|them|us|{{hearers}})
    | for\s(?:days|weeks|months|years|decades)|among\sother\sthings
    | (?:[a-z]+ly|here|there|aloud|this\sway|like\sthis|as\sfollows)(?=\sthat\b|\s“|:|,)
    )(?=[\s,.:;]|$),?""",
    re.VERBOSE,
)
# "told (reporters in Oslo) that …", "asked (Prime Minister Marta Lind) whether …", "told (a Senate panel) …"
LISTENER = "{listeners}s?"
ADDRESSEE = Worded(
    rf"""\s(?!(?:if|whether|what|why|how|when|where|who|for|about|to|that|not|there|of|against|on|in|at|by|from|off)\b)(?:
      her(?=\s(?:the|an?|that|he|she|it|they|there|his|her|not)\s)
    | (?:(?:the|a|an|his|her|their|its|another|some|several|those|these|all|one|two|three|many|local)\s)?
      (?:
        (?:(?!(?:the|an?|his|her|their|its|that|he|she|it|they|was|were|is|are)\b)[\w.-]+\s){{0,2}}?{LISTENER}\b
      | (?:me|us|him|her|them|you|himself|herself|themselves|[a-z]+(?<![su])s)\b(?=\s)
      | (?:[a-z][\w-]*\s){{0,2}}?
        (?:[A-Z“«][\w.&'_”»-]*(?:\s(?:of\sthe|of|the|and|[A-Z“«][\w.&'_”»-]*|\d\w*(?:'s)?))*
          (?:\s{{shows}}\b)?
        |[a-z]+(?<![su])s\b)
      | [a-z]\w+
      )
    )
    (?:\sand\s(?:his|her|their|other)\s(?:[a-z]+\s){{0,2}}?[a-z]+s\b|\sand\sothers\b)?
    (?:\s(?:in|of|at|on|from|during)\s(?:(?:an?|the|his|her|their)\s)?
      (?:[\w'.-]+\s?){{1,5}}?(?=,|\sthat\b|:|\s“))?""",
    re.VERBOSE,
)
# "told Jan Berg, a reporter for the Post, that …"
TOLD_THAT = lazy_pattern(
    r"\s(?!(?:if|whether|what|why|how|to|about)\b)"
    r"(?:(?!\b(?:is|was|were|are|has|had|have|will|would|can|could|to)\b)[^“”;:.]){2,90}?\s(?=that\s)"
)
TELLING = Worded("{verbs-with-listener}$")
THAT = lazy_pattern(r"\s*,?\s*(?=that\s)")
# "said earlier this year in an open letter that …"
FAR_THAT = lazy_pattern(
    r"\s(?:in|on|at|during|after|before|via|through|to|of|from|with|last|this|earlier|late|later|by|for|again)\b"
    r"(?:(?!\b(?:is|was|were|are|has|had|have|will|would|can|could)\b)[^“”,;:.]|“[^”]*”){0,90}?\s(?=that\s)"
)
# "said of the barn, “…”", "lamented with a colleague: “…”"
PREAMBLE = lazy_pattern(
    rf"\s(?:in|on|at|with|of|to|about|during|after|before|from|by|as|for|through|via)\b"
    rf"(?:(?!\b{VERBS}\b)[^“”.;:]){{1,90}}?[,:]\s(?=“)"
)
CONJOINED = lazy_pattern(r"(?:,?\s(?:and|but|or|then|while|yet|though|although|whereas)|;)$")
# "Lind said it was lost, (but Berg was unconvinced)", "… were hurt, (but did not name them)"
DISSENT = Worded(
    r"""(?<=[,”])\s(?:but|yet|though|although|while)\s(?:
      [^,“”]{2,50}?(?:,\s[^,“”]{2,50},)?\s{dissenting-words}
    | (?:did|does|do|has|have|had|would|could)(?:\snot|n't)\s(?:yet\s|immediately\s)?{withholding-verbs}
    )\b""",
    re.VERBOSE,
)
# "According to Lind, it is lost(, but) Berg said …"
AGAINST = lazy_pattern(r"(?:(?<=[,”])\s(?:but|yet|while|though|although|whereas)|;)$")
DASH = lazy_pattern(r"(?<=[\w”,])\s(?:[—–]|--)\s")
# "she would sell it(, according to the Post)"
ACCORDING = lazy_pattern(r",\saccording\sto\b")
CLOSING = lazy_pattern(r"[.,]|$|\s(?:in|on|at|during)\s")
COMMAS = lazy_pattern(r",\s")
FINITE = lazy_pattern(rf"\b{VERBS}\b|n't\b")
# "…, (will rise)", "…, (he left)"
GOES_ON = lazy_pattern(rf"(?:{VERBS}|he|she|it|they|we|there|[a-z]+ed)\b")
APPOSED = lazy_pattern(r"(?:who|which|whose|where|when|as|and|but|while|although|though|because)\b")
COMMA = lazy_pattern(r",\s$")
TRAILING = lazy_pattern(r"[\s,;:.–—-]+$")


def content_start(scene: Scene, verb: CueVerb, end: int) -> int:
    """Return where what follows the cue starts, past the person told and the place and time of telling.

    The "that" of a clause is part of it.
    """
    text, position = scene.text, verb.verb.end
    if TELLING.of(scene).match(verb.word):
        clause = TOLD_THAT.match(text, position, end)
        if clause:
            return clause.end()
        told = ADDRESSEE.of(scene).match(text, position, end)
        if told and not THAT.match(text, position, end):
            position = told.end()
    while adjunct := ADJUNCT.of(scene).match(text, position, end):
        position = adjunct.end()
    preamble = PREAMBLE.match(text, position, end)
    if preamble:
        return preamble.end()
    that = THAT.match(text, position, end) or FAR_THAT.match(text, position, end)
    return that.end() if that else position


def content_end(text: str, start: int, end: int, *, later: Iterable[CueVerb]) -> int:
    """Return where what starts at *start* ends: before the next thing that somebody is said to say."""
    dash, *others = [*DASH.finditer(text, start, end), None]
    # One dash lets the reporter in; two hold an aside.
    end = dash.start() if dash and len(others) == 1 else end
    according = ACCORDING.search(text, start, end)
    end = according.start() if according else end
    for verb in later:
        if start < verb.group.start < end:
            cut = _cut_before(text, start, verb)
            if cut is not None:
                return cut
    return end


def before_dissent(reading: Reads, text: str, start: int, end: int) -> int:
    """Return where what starts at *start* ends: before the next one's doubts, or what was not told."""
    dissent = DISSENT.of(reading).search(text, start, end)
    return dissent.start() if dissent else end


def counter_start(scene: Scene, source: Span | None, start: int) -> int:
    """Return where what a phrase attributes ends: before what somebody else says against it.

    Outside quotation marks, a report may be told on: "According to the suit, he asked, but she said no."
    """
    text, end = scene.text, before_dissent(scene, scene.text, start, scene.passage.end)
    for verb in scene.verbs:
        if verb.is_participle or not start < verb.group.start < end:
            continue
        subject = subject_before(text, start, verb.group.start)
        joint = AGAINST.search(text, start, subject.start - 1) if subject else None
        if subject is None or joint is None:
            continue
        told_on = scene.is_document(source) or subject.cut(text).lower() in PRONOUNS
        if not told_on or text[joint.start() - 1] == "”":
            return joint.start()
    return end


def _cut_before(text: str, start: int, verb: CueVerb) -> int | None:
    before = text[start : verb.group.start].rstrip()
    if verb.is_participle:
        return start + len(before) if before.endswith((",", ",”")) else None
    conjoined = CONJOINED.search(before)
    if conjoined:
        return start + conjoined.start()
    subject = subject_before(text, start, verb.group.start)
    if subject is None:
        return None
    joint = CONJOINED.search(text, start, subject.start - 1)
    if joint is None and CLOSING.match(text, verb.verb.end):
        # "… is false, Lind said."
        joint = COMMA.search(text, start, subject.start)
    return joint.start() if joint else None


def resumes(text: str, start: int, end: int) -> int | None:
    """Return the comma after which an interrupted sentence goes on: "Prices, Lind said(,) will rise"."""
    for comma in COMMAS.finditer(text, start, end):
        clause = text[comma.end() : end].partition(",")[0]
        if GOES_ON.match(clause) or (not APPOSED.match(clause) and FINITE.search(clause)):
            return comma.start()
    return None


def stripped(text: str, span: Span) -> Span:
    """Return the span without the spaces and stops at its ends."""
    start, end = span.start, span.end
    while start < end and text[start] in " ,:;—–-":
        start += 1
    trailing = TRAILING.search(text, start, end)
    return Span(start, trailing.start() if trailing else end)
