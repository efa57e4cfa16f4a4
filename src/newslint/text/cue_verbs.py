"""Cue verbs: where somebody says, thinks, shows or promises something."""

from __future__ import annotations

import re

import msgspec

from newslint.core.document import Document
from newslint.core.lexicon import Lexicon
from newslint.core.span import Span
from newslint.text.cues import cues
from newslint.text.grammar import BEFORE_NOUN, IRREGULAR_PAST, PLURAL
from newslint.text.passages import skeleton
from newslint.text.quotations import in_quotation

LISTS = ("reporting-verbs", "thinking-verbs", "showing-verbs", "promising-verbs", "calling-verbs")
# What may stand between the subject and its verb: "has since repeatedly said".
AUXILIARY = re.compile(
    r"""(?:(?<![\w-])(?:has|have|had|is|was|were|are|be|been|being|will|would|could|can|cannot|may|might|should|must|did|does|do
    |[a-z]+n't|not|never|always|ever|yet|long|soon|also|then|later|often|once|now|just|only|further|already|still|again
    |since|first|sometimes|instead|rather|even|too|both|all|each
    |went\ on\ to|continued\ to|goes\ on\ to
    |(?!family|ally|assembly|supply|reply|bully|rally|july|fly|monopoly|anomaly)[a-z]+ly)\ +)+$""",
    re.VERBOSE,
)
CONTRACTION = re.compile(r"'(?:s|d|ve|re|ll|m) $")
BE = re.compile(r"\b(?:is|was|were|are|be|been|being|'re)\b")
MODAL = re.compile(
    r"\b(?:will|would|could|can|cannot|may|might|should|must|did|does|do|to|[a-z]+n't|'ll|'d)\b"
)
AFTER_FINITE = re.compile(
    r"\s(?:that|to|how|whether|if|why|what|when|he|she|it|they|we|i|there|his|her|its|their|the|a|an|this|these|no|not|\d|more|less|about"
    r"|nearly|only|“|[A-Z])|\s?[:,]"
)
# "blasted into orbit", "referred to."
WITHOUT_OBJECT = re.compile(
    r"\s(?:in|into|at|off|by|from|through|out|up|down|after|before|across|away|past|over|under)\b|[.]"
)
# "when asked about it"
BEFORE_PASSIVE = frozenset(
    {"when", "if", "once", "as", "than", "unless", "until", "though", "although", "being"}
)
# "a craft believed to be a plane", "a whale called Jeedara": neither believes or calls.
SUPPOSING = frozenset({"believed", "thought", "known", "expected", "feared", "suspected", "assumed"})
NAMING = frozenset({"called", "dubbed", "labeled", "labelled", "branded"})
NAMED = re.compile(r"\s(?:the\s)?[A-Z“]")


class CueVerb(msgspec.Struct, frozen=True):
    """A verb that may introduce a statement: the *verb*, its *group* with auxiliaries, and its *lists*."""

    verb: Span
    group: Span
    word: str
    lists: frozenset[str]

    @property
    def is_participle(self) -> bool:
        """Tell whether the verb has no subject of its own (", adding that …")."""
        return self.word.partition(" ")[0].endswith("ing") and self.group == self.verb


def cue_verbs(document: Document) -> tuple[CueVerb, ...]:
    """Return the verbs outside quotations, in the order of the text."""
    found: dict[int, tuple[int, set[str]]] = {}
    hits = document.view(cues)
    for name in LISTS:
        for span in hits.get(name, ()):
            end, names = found.get(span.start, (span.end, set()))
            if span.end > end:
                end, names = span.end, set()
            if span.end == end:
                names = names | {name}
            found[span.start] = (end, names)
    nouns = document.lexicon.view(_nouns)
    verbs = (
        _cue_verb(document.view(skeleton), Span(start, end), frozenset(names), nouns=nouns)
        for start, (end, names) in sorted(found.items())
        if not in_quotation(document, start)
    )
    return tuple(verb for verb in verbs if verb)


def _nouns(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.words("verbs-or-nouns"))


def _cue_verb(text: str, verb: Span, lists: frozenset[str], *, nouns: frozenset[str]) -> CueVerb | None:
    word = verb.cut(text)
    if not word.islower() or text[verb.start - 1 : verb.start] == "-" or text[verb.end : verb.end + 1] == "-":
        return None
    before = text[max(0, verb.start - 60) : verb.start].rpartition("\n")[2]
    found = AUXILIARY.search(before)
    auxiliary = found[0] if found else ""
    group = Span(verb.start - len(auxiliary), verb.end)
    rest = before.removesuffix(auxiliary)
    contraction = CONTRACTION.search(rest)
    if contraction:
        auxiliary = contraction[0] + auxiliary
    first = word.partition(" ")[0]
    if auxiliary and BE.search(auxiliary) and not first.endswith("ing"):
        return None
    if not _is_verb(
        word, first, rest.split(), auxiliary, following=text[verb.end : verb.end + 6], nouns=nouns
    ):
        return None
    return CueVerb(verb, group, word, lists)


def _is_verb(
    word: str, first: str, before: list[str], auxiliary: str, *, following: str, nouns: frozenset[str]
) -> bool:
    """Tell a verb from a noun or an adjective of the same letters."""
    previous = before[-1] if before else ""
    past = first.endswith("ed") or first in IRREGULAR_PAST
    if past and previous.lower() in BEFORE_PASSIVE:
        return False
    if (
        previous.lower() in BEFORE_NOUN
        and (previous, word) != ("as", "saying")
        and not (previous == "that" and past)
    ):
        return False
    if auxiliary and MODAL.search(auxiliary):
        return True
    if word in nouns and not _follows_speaker(before) and not (past and _names(previous)):
        if previous.endswith(("'s", "s'")) or not AFTER_FINITE.match(following):
            return False
        if not previous[-1:].isalpha() and previous[-1:] not in ",”)%":
            return False
    if not _names(previous) and (
        (first in NAMING and NAMED.match(following)) or (first in SUPPOSING and following[:4] == " to ")
    ):
        return False
    if first.endswith("ing") or past or previous == "and":
        return True
    plural = previous.lower().rstrip(",") in PLURAL or (
        previous.rstrip(",").endswith("s") and not previous.endswith("'s")
    )
    return (
        plural != first.endswith("s")
        or previous.lower() in ("who", "which", "that")
        or previous[:1].isupper()
    )


def _names(previous: str) -> bool:
    return previous[:1].isupper() or previous in ("he", "she", "they", "who")


def _follows_speaker(before: list[str]) -> bool:
    """Tell whether a speaker stands between a quotation and the verb: “…,” she notes."""
    if before and before[-1] in ("he", "she", "they"):
        return True
    return any(word.endswith("”") for word in before[-4:-1]) and before[-1][:1].isupper()
