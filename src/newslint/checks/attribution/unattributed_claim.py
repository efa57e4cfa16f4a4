"""Searches for judgements, predictions, causes and tolls that nobody in reach answers for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import Annotated, ClassVar

from msgspec import Meta

from newslint.checks.attribution.claims import Claim, claims
from newslint.plugin import Check, Document, Problem, Span, lazy_pattern
from newslint.text.cues import cues
from newslint.text.flat import flat
from newslint.text.quotations import in_quotation, quotations
from newslint.text.sentences import sentence_at
from newslint.text.vouchers import near, neighbours, stances, vouchers


class UnattributedClaim(Check, frozen=True, kw_only=True):
    """Finds claims with no source in their sentence or next to it. Comment and sport are left alone."""

    most: Annotated[int, Meta(ge=1, description="Judgements up to which a story is reporting.")] = 3

    supplies: ClassVar = {"phrase": None, "query": Claim}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield the words that make a claim, the first in each sentence."""
        found = tuple(_unanswered(document))
        judged = sum(claim is Claim.JUDGEMENT for claim, _ in found)
        if not found or judged > self.most or not _is_reporting(document):
            return
        for claim, span in found:
            yield Problem(span, {"phrase": span.cut(document.text), "query": claim})


def _unanswered(document: Document) -> Iterator[tuple[Claim, Span]]:
    last = Span(0, 0)
    for claim, span in sorted(claims(document), key=lambda found: found[1]):
        sentence = sentence_at(document, span.start)
        if sentence != last and not _answered(document, near(sentence, span.start), span):
            last = sentence
            yield claim, span


def _answered(document: Document, sentence: Span, words: Span) -> bool:
    """Tell whether the sentence quotes or calls on somebody, or a source stands in it or next to it."""
    spoken = document.view(quotations)
    index = bisect_right(spoken, sentence.start, key=lambda quotation: quotation.span.end)
    if index < len(spoken) and spoken[index].span.overlaps(sentence):
        return True
    if any(stance.answers_for(words) for stance in stances(document, sentence)):
        return True
    reach = (sentence, *neighbours(document, sentence.start))
    return any(span is not None and vouchers(document, span) for span in reach)


PERSONAL = lazy_pattern(r"\b(?:I|I'm|I've|my|My)\b|\b([Yy]ou|[Yy]our|[Yy]ou're|[Yy]ou'll)\b")
# So many words of the writer's "I", of the reader's "you", and of sport, make no news report.
MOST_FIRST, MOST_SECOND, MOST_SPORT = 2, 3, 3


def _is_reporting(document: Document) -> bool:
    """Tell news from columns, in which the reporter answers as "I", from advice and from sport."""
    found = PERSONAL.finditer(document.view(flat))
    second = [bool(match[1]) for match in found if not in_quotation(document, match.start())]
    if sum(second) > MOST_SECOND or len(second) - sum(second) > MOST_FIRST:
        return False
    sport = document.view(cues).get("sport-words", ())
    return len({span.cut(document.text).lower() for span in sport}) <= MOST_SPORT
