"""Members of a vague group who speak further down: one of the analysts of "analysts warn"."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.plugin import Document, Span, Worded, WordSet, lazy_pattern
from newslint.text.flat import flat
from newslint.text.sources.vague_phrases import VaguePhrase
from newslint.text.sources.vouchers import sentences_below, stances, vouchers

# So many sentences on, members still bear a group out; the lead leaves their names to the copy below.
NEXT, LEAD, BELOW = 12, 1500, 8000
NAME = r"[A-Z][\w'.-]+ (?:[A-Z][\w'.-]+ ?)+"
# "Ana Ruiz, a senior economist at Harbour Bank", "economist Ana Ruiz", "Ana Ruiz, who teaches in Delta".
EXPERT = Worded(
    rf"{NAME}(?:, |is |was )[^.;“\"]{{0,80}}?\b(?:{{expert-words}}|{{expert-places}})\b|"
    rf"\b(?i:{{expert-words}}),? {NAME}"
)
# Those who campaign speak for a body: "Ana Ruiz, director of the Rivers Trust".
CAMPAIGNER = Worded(
    rf"{NAME}(?:, |of |from )[^.;“\"]{{0,60}}?\b{{campaigning-words}}\b|\b{{campaigning-words}} {NAME}|"
    r"\b{campaigning-bodies}\b"
)
# "Ana Ruiz, a critic of the law".
PARTISAN = Worded(rf"{NAME}(?:, |is |was )[^.;“\"]{{0,60}}?\b{{partisans}}\b|\b{{partisans}} {NAME}")
QUOTING = lazy_pattern(r"[“”\"«»]|''|``")
EXPERTS, CAMPAIGNERS, SIDES = WordSet("groups-of-experts"), WordSet("groups-of-campaigners"), WordSet("sides")


# A lead's "critics argue" is a signpost to those who accuse, slam or mock further down.
SIGNPOST = 600


def speaks_below(document: Document, phrase: VaguePhrase) -> bool:
    """Tell whether one of a group speaks, with a name, in the sentences below."""
    if phrase.span.start < SIGNPOST and phrase.word in SIDES.of(document):
        return any(stances(document, sentence) for sentence in _below(document, phrase))
    member = _member(document, phrase.word)
    text = document.view(flat)
    return member is not None and any(
        (
            vouchers(document, sentence)
            or stances(document, sentence)
            or QUOTING.search(text, sentence.start, sentence.end)
        )
        and member.of(document).search(text, sentence.start, sentence.end)
        for sentence in _below(document, phrase)
    )


def _member(document: Document, group: str) -> Worded | None:
    """Return how one of a group is told, where that can be."""
    told = ((EXPERTS, EXPERT), (CAMPAIGNERS, CAMPAIGNER), (SIDES, PARTISAN))
    return next((member for groups, member in told if group in groups.of(document)), None)


def _below(document: Document, phrase: VaguePhrase) -> Iterator[Span]:
    reach = phrase.span.end + BELOW if phrase.span.start < LEAD else 0
    for count, sentence in enumerate(sentences_below(document, phrase.span.start)):
        if count >= NEXT and sentence.start >= reach:
            return
        yield sentence
