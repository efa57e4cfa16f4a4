"""Vouchers: identifiable sources, and the words of their sentence that they answer for."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

import msgspec

from newslint.core.document import Document
from newslint.core.lexicon import Lexicon
from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.text.cues import cues
from newslint.text.flat import flat
from newslint.text.quotations import in_quotation
from newslint.text.sentences import sentences

# No source answers for words that are further off.
REACH = 400


class Voucher(msgspec.Struct, frozen=True):
    """A source that readers can identify: its *name* with the verb of saying, and what it *covers*."""

    name: Span
    covers: Span

    def answers_for(self, words: Span) -> bool:
        """Tell whether *words* are the source's, and not part of its own name."""
        return self.covers.contains(words) and not self.name.overlaps(words)


def vouchers(document: Document, sentence: Span) -> tuple[Voucher, ...]:
    """Return who answers for what in a sentence; a source that is itself quoted answers for nothing."""
    found = (*_of_verbs(document, sentence), *_accordings(document, sentence))
    return tuple(voucher for voucher in found if not in_quotation(document, voucher.name.start))


def neighbours(document: Document, position: int) -> tuple[Span | None, Span | None]:
    """Return the sentences before and after that of *position*, as far as they are near."""
    spans = document.view(sentences)
    index = bisect_right(spans, position, key=lambda span: span.start) - 1
    earlier = spans[index - 1] if index > 0 else None
    later = spans[index + 1] if index + 1 < len(spans) else None
    return earlier and near(earlier, earlier.end), later and near(later, later.start)


def near(sentence: Span, position: int) -> Span:
    """Return what of a sentence is near; copy without full stops is one that never ends."""
    return Span(max(sentence.start, position - REACH), min(sentence.end, position + REACH))


ACCORDING = lazy_pattern(
    r"(?i)\b(?:according to|citing|quoting|as reported by|told by) (?=([^,;:“\"]{3,60}))"
)
# "According to the results he lost, and it is understood…": each clause has its own source.
JOINT = lazy_pattern(r"[,;] (?:and|but|while|although|though) |; ")


def _accordings(document: Document, sentence: Span) -> Iterator[Voucher]:
    text = document.view(flat)
    for match in ACCORDING.finditer(sentence.cut(text)):
        if _identifiable(document, f"to {match[1]}"):
            name = Span(sentence.start + match.start(), sentence.start + match.end())
            yield Voucher(name, _clause(text, sentence, name.start))


def _clause(text: str, sentence: Span, position: int) -> Span:
    joints = [sentence.start + joint.start() for joint in JOINT.finditer(sentence.cut(text))]
    start = max((joint for joint in joints if joint < position), default=sentence.start)
    return Span(start, min((joint for joint in joints if joint > position), default=sentence.end))


def _of_verbs(document: Document, sentence: Span) -> Iterator[Voucher]:
    verbs = document.view(cues).get("vouching-verbs", ())
    for index in range(bisect_left(verbs, sentence.start, key=lambda verb: verb.start), len(verbs)):
        if verbs[index].start >= sentence.end:
            return
        if voucher := _of_verb(document, sentence, verbs[index]):
            yield voucher


PASSIVE = lazy_pattern(r"\b(?:is|are|was|were|be|been|being)(?: \w+ly)? $")
# What a subject cannot reach back over: ", Hebert said", "that prosecutors in the capital said".
BREAK = lazy_pattern(r"[,;:–—\"”“(]|'(?= )| (?:that|but|and|while|as|who|which) ")


def _of_verb(document: Document, sentence: Span, verb: Span) -> Voucher | None:
    text = document.view(flat)
    before, after = text[sentence.start : verb.start], text[verb.end : sentence.end]
    if PASSIVE.search(before) and not verb.cut(text).endswith("ing"):
        return None
    start = max((match.end() for match in BREAK.finditer(before)), default=0)
    subject, lead = before[start:], before[:start].rstrip()
    if not subject.strip():
        return _turned(document, sentence, verb) or _resumed(document, sentence, verb)
    if len(subject.split()) > 12 or not _identifiable(document, subject):
        return None
    name = Span(sentence.start + start, verb.end)
    if not _set_off(lead):
        return Voucher(name, Span(verb.end, sentence.end))
    if lead.endswith(",") and after.startswith(","):
        return Voucher(name, sentence)
    ended = ENDED.match(after) or (verb.cut(text) in TELLING and LISTENER.match(after))
    return Voucher(name, Span(sentence.start, verb.start) if ended else Span(verb.end, sentence.end))


# The source after its verb: ", said Ken Rider, a commission engineer.", but not ", said the talks were over."
TURNED = lazy_pattern(r" ((?:[A-Z]|the |an? |one |[a-z-]+ (?:[a-z-]+ ){0,3}[A-Z]).{2,80}?)(?=[,.;:]|$)")
FINITE = lazy_pattern(
    r" (?:is|are|was|were|has|have|had|will|would|can|could|may|might|should|must|did|does|do)\b"
)


def _turned(document: Document, sentence: Span, verb: Span) -> Voucher | None:
    turned = TURNED.match(document.view(flat)[verb.end : sentence.end])
    if verb.start == sentence.start or not turned or not _identifiable(document, turned[1]):
        return None
    if FINITE.search(turned[1]):
        return None
    return Voucher(Span(verb.start, verb.end + turned.end()), Span(sentence.start, verb.start))


def _resumed(document: Document, sentence: Span, verb: Span) -> Voucher | None:
    """Read "Ana Ruiz, a spokeswoman for the union, said": the name stands before the words set off."""
    lead = document.view(flat)[sentence.start : verb.start].rstrip()
    named = lead.endswith(",") and _identifiable(document, lead.partition(",")[0])
    return Voucher(verb, Span(verb.end, sentence.end)) if named else None


def _set_off(lead: str) -> bool:
    # A few words and a comma ("On Monday, police said…") are no statement yet.
    return lead.endswith(('"', "”", "–", "—", "'")) or (lead.endswith(",") and len(lead.split()) > 3)


# What follows a verb that ends its statement: ", police said.", ", the mayor wrote on Monday."
ENDED = lazy_pattern(
    r"\s*(?:[.,;:)–—\"”?!-]|$)|"
    r" (?:on|in|at|during|after|before|late|early|this|last|earlier|later|when|as|by|via|through|Jan|Feb|"
    r"March|April|May|June|July|Aug|Sept|Oct|Nov|Dec|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
TELLING = frozenset({"told", "tell", "tells"})
LISTENER = lazy_pattern(
    r" (?:[\w'.-]+ ){0,4}?[\w'-]+(?=[.,;]| (?:on|in|at|during|after|this|last|earlier)\b)"
)


NAME = lazy_pattern(
    r"(?<=[^.!?“\"] )[A-Z][\w.'-]+|^[\s“\"(]*[A-Z][\w'-]+ [A-Z]|^\s*[A-Z]{2,}|^\s*[A-Z][a-z'-]+ ?$"
    r"|\b(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t|[Ww]e|I)\b"
)
# "Media outlet Radio Delta", "boxing insider Dan Reid", but not "sources in Beirut".
NAME_AT_END = lazy_pattern(r"(?<! in)(?<! at)(?<! from)(?<! of)(?<! near)(?: [A-Z][\w.'-]*)+ *$")


def _identifiable(document: Document, words: str) -> bool:
    """Tell whether readers can tell who is meant: a name, a pronoun, an office or a document."""
    nouns = frozenset(re.findall(r"[a-z][a-z-]+", words.lower()))
    if nouns & document.lexicon.view(_nobodies):
        return bool(NAME_AT_END.search(words))
    return bool(NAME.search(words)) or bool(nouns & document.lexicon.view(_answerable))


def _answerable(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.words("answerable-sources"))


def _nobodies(lexicon: Lexicon) -> frozenset[str]:
    names = ("anonymous-sources", "vague-groups", "vague-media")
    return frozenset(word for name in names for word in lexicon.words(name)) | {"anonymous", "unnamed"}
