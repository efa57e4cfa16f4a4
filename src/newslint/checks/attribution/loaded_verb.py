"""Searches for verbs of saying that take a side: "claimed", "pointed out", "admitted"."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import ClassVar

from newslint.plugin import Check, Document, Problem, Span, Worded, WordSet, lazy_pattern
from newslint.text.cues import Cued, cues
from newslint.text.flat import flat


class Hint(StrEnum):
    """What a verb hints at, named as the lists of the verbs are."""

    DOUBT = "verbs-of-doubt"
    SUPPORT = "verbs-of-support"
    GUILT = "verbs-of-guilt"


class LoadedVerb(Check, frozen=True, kw_only=True):
    """Finds loaded verbs that report a statement; other senses and set phrases are left alone."""

    starts: ClassVar = (Cued(tuple(hint.value for hint in Hint)),)
    supplies: ClassVar = {"verb": None, "hint": Hint}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield the verbs, in the order of the text."""
        found = document.view(cues)
        innocent = {span.start for span in found.get("innocent-verbs", ())}
        verbs = [
            (span, hint) for hint in Hint for span in found.get(hint.value, ()) if span.start not in innocent
        ]
        for span, hint in sorted(verbs):
            if _reports(document, span):
                yield Problem(span, {"verb": span.cut(document.text), "hint": hint})


# A statement follows ("claimed that", "claimed she was"), or ends here ("…,” he claimed.").
STATEMENT = lazy_pattern(
    r" (?:that (?!(?:have|has|had|were|was|are|is)\b)|to (?:have|be)\b|(?:he|she|they|it|there) \w+|"
    r"[\w'-]+(?: [\w'-]+){0,2} (?:was|were|is|are|had|has|have|would|will|could|did) )"
)
ENDED = lazy_pattern(r"(?:[.;]|, (?:saying|adding|but|and|as|when|while)\b|$)")
SPEAKER = lazy_pattern(r"[”\"’,] (?:[\w.'-]+ ){1,6}$")
# "As Diaz pointed out, …"; "refuted the charge", which only says "denied".
AS = lazy_pattern(r"\b[Aa]s (?:[\w.'-]+ ){1,5}$")
REFUTED = Worded(r" (?:(?:the|a|an|any|all|his|her|its|their|these|those|such) )?{refuted-things}s?\b")
# "It is claimed" has no speaker; "claims" and "notes" are verbs only after a subject.
PASSIVE = lazy_pattern(r"(?i)\b(?:is|are|was|were|be|been) $")
NOUNS = WordSet("plurals-like-verbs")
SUBJECT = lazy_pattern(
    r"(?:\b(?:he|she|it|He|She|It|who|which|also)|(?<!The )(?<!the )\b[A-Z][\w'-]+(?<!'s)) $"
)


def _reports(document: Document, verb: Span) -> bool:
    text = document.view(flat)
    before = text[max(0, verb.start - 60) : verb.start].rpartition("\n")[2]
    after = text[verb.end : verb.end + 60].partition("\n")[0]
    if not before or PASSIVE.search(before):
        return False
    if verb.cut(text).lower() in NOUNS.of(document) and not SUBJECT.search(before):
        return False
    if STATEMENT.match(after) or (
        verb.cut(text).lower().startswith("refut") and REFUTED.of(document).match(after)
    ):
        return True
    if after.startswith(",") and AS.search(before):
        return True
    return bool(ENDED.match(after) and SPEAKER.search(before))
