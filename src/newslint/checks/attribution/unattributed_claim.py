"""Searches for judgements, predictions, causes and tolls that nobody in reach answers for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import islice
from typing import Annotated, ClassVar

from msgspec import Meta

from newslint.checks.attribution.claims import Claim, claims
from newslint.checks.attribution.forms import is_question
from newslint.checks.attribution.members import EXPERT
from newslint.plugin import Check, Document, Problem, Span, Worded, lazy_pattern
from newslint.text.cues import cues
from newslint.text.flat import flat
from newslint.text.quoting.quotations import quotations
from newslint.text.sentences import is_closed, sentence_at
from newslint.text.sources.genres import is_reporting
from newslint.text.sources.vague_phrases import vague_phrases
from newslint.text.sources.vouchers import is_reported, near, neighbours, sentences_below, stances, vouchers


class UnattributedClaim(Check, frozen=True, kw_only=True):
    """Finds claims with no source in their sentence or next to it. Comment and sport are left alone."""

    most: Annotated[
        int, Meta(ge=1, description="Judgements in a thousand words up to which a story is reporting.")
    ] = 1

    supplies: ClassVar = {"phrase": None, "query": Claim}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield the words that make a claim, the first in each sentence."""
        found = tuple(_unanswered(document))
        judged = sum(claim is Claim.JUDGEMENT for claim, _ in found)
        allowed = self.most * max(1, len(document.text) / THOUSAND_WORDS)
        if not found or judged > allowed or not document.view(is_reporting):
            return
        for claim, span in found:
            yield Problem(span, {"phrase": span.cut(document.text), "query": claim})


# English copy has about six characters a word.
THOUSAND_WORDS = 6000


def _unanswered(document: Document) -> Iterator[tuple[Claim, Span]]:
    last = Span(0, 0)
    for claim, span in sorted(claims(document), key=lambda found: found[1]):
        sentence = sentence_at(document, span.start)
        if sentence == last or not _is_running(document, span):
            continue
        if _is_borne_out_below(document, claim, span):
            continue
        if not _answered(document, near(sentence, span.start), span):
            last = sentence
            yield claim, span


# A lead leaves it to the sentences below it to say who counted, and who foresees it.
COUNTED_LEAD, COUNTED = 300, 12
FORESEEN_LEAD, FORESEEN = 300, 4


def _is_borne_out_below(document: Document, claim: Claim, span: Span) -> bool:
    """Tell whether sources speak of the dead, or in figures of what will come, below a lead."""
    below = sentences_below(document, span.start)
    if claim is Claim.PREDICTION and span.start < FORESEEN_LEAD:
        return any(_is_estimate(document, sentence) for sentence in islice(below, FORESEEN))
    if claim is not Claim.TOLL or span.start > COUNTED_LEAD:
        return False
    tolls = document.view(cues)["casualties"]
    return any(tolls.within(sentence) and vouchers(document, sentence) for sentence in islice(below, COUNTED))


# "It could add 12 million euros, according to Delta Securities."
ESTIMATE = lazy_pattern(r"\b(?:could|may|might|will|would)\b[^.;]*\d")


def _is_estimate(document: Document, sentence: Span) -> bool:
    """Tell whether a source says in figures what may come."""
    found = ESTIMATE.search(document.view(flat), sentence.start, sentence.end)
    return found is not None and bool(vouchers(document, sentence))


# A teaser or a headline among the paragraphs closes with no full stop. Copy that has lost its paragraphs
# has captions among its sentences, and nobody can tell what stands beside what.
LONGEST_PARAGRAPH = 2500


def _is_running(document: Document, span: Span) -> bool:
    """Tell whether a claim stands in a paragraph of running copy."""
    block = document.block_at(span.start)
    if block is None or len(block.span) > LONGEST_PARAGRAPH or is_question(document, span.start):
        return False
    return is_closed(block.span.cut(document.view(flat)))


# "Condemned for its reckless use of…" passes a judgement on, "to avert a catastrophic war" makes none.
BLAMED = Worded(r"(?i)\b{passing-on-verbs}\b")


# "Mr. Lind believes it will be the most…", "who he claims has been unfair": the judgement is theirs.
THOUGHT = Worded(
    r"(?:\b(?i:he|she|they|who)|\b[A-Z][\w'-]+|\b[a-z]+s) (?:also |now |still |clearly )?"
    r"(?:{believing-verbs}s?|claims?|claimed|knew|knows?)\b"
)


# "Insiders: Trump will rebound": a headline says who says so.
SAYS_SO = lazy_pattern(r"[A-Z][\w' -]{2,30}: ")


# A source that nobody can name is asked after for itself.
ACCORDING = lazy_pattern(r"(?i)\baccording to\b")


def _answered(document: Document, sentence: Span, words: Span) -> bool:
    """Tell whether the sentence quotes or calls on somebody, or a source stands in it or next to it.

    "Some fear it is likely to…" has a source, which is asked after for itself.
    """
    if _is_quoting(document, sentence):
        return True
    if any(stance.answers_for(words) for stance in stances(document, sentence)):
        return True
    if _is_vague(document, sentence):
        return True
    text = document.view(flat)
    if is_reported(document, sentence, words) or any(
        pattern.of(document).search(text, sentence.start, words.start) for pattern in (BLAMED, THOUGHT)
    ):
        return True
    if ACCORDING.search(sentence.cut(text)) or SAYS_SO.match(text, sentence.start, words.start):
        return True
    return _is_answered_next_door(document, sentence, words)


def _is_answered_next_door(document: Document, sentence: Span, words: Span) -> bool:
    """Tell whether a source stands beside a sentence or above it, or its paragraph goes on in quotation."""
    earlier, later = neighbours(document, sentence.start)
    above = tuple(_earlier(document, sentence, words))
    if words.cut(document.view(flat)).endswith(" as"):
        earlier, above = None, ()
    if later and I_SAY.search(later.cut(document.view(flat))):
        return True
    if later and _is_vague(document, later) and _goes_on(document, sentence, later):
        return True
    if later and _is_quoting(document, later) and _is_to_the_matter(document, sentence, later):
        return True
    if any(_is_vague(document, span) for span in above):
        return True
    return any(span is not None and vouchers(document, span) for span in (sentence, earlier, later, *above))


# "It will wreck the party. I feel so strongly …": what is told in the first person is somebody's speech.
I_SAY = lazy_pattern(r"\bI\b(?!\.)|\b[Mm]y\b")


def _is_to_the_matter(document: Document, sentence: Span, later: Span) -> bool:
    """Tell whether a quotation bears a claim out: one of its paragraph does, and one of an expert."""
    if _goes_on(document, sentence, later):
        return True
    return EXPERT.of(document).search(later.cut(document.view(flat))) is not None


def _goes_on(document: Document, sentence: Span, later: Span) -> bool:
    """Tell whether the paragraph of a sentence goes on with the next."""
    block = document.block_at(sentence.start)
    return block is not None and block.span.contains(later)


def _is_quoting(document: Document, sentence: Span) -> bool:
    """Tell whether somebody is quoted in a sentence."""
    spoken = document.view(quotations)
    index = bisect_right(spoken, sentence.start, key=lambda quotation: quotation.span.end)
    return index < len(spoken) and spoken[index].span.overlaps(sentence)


def _is_vague(document: Document, sentence: Span) -> bool:
    """Tell whether a sentence has a source that nobody can name, which is asked after for itself."""
    vague = document.view(vague_phrases)
    first = bisect_left(vague, sentence.start, key=lambda phrase: phrase.span.start)
    return first < len(vague) and sentence.contains(vague[first].span)


# "Another three were killed": who counted the others counted them.
FURTHER = lazy_pattern(r"(?:^|[,;] |and )(?:[Aa]nother|[Aa] further) $")


def _earlier(document: Document, sentence: Span, words: Span) -> Iterator[Span]:
    """Yield sentences further up: those of the paragraph, or where a count began that goes on."""
    block = document.block_at(sentence.start)
    counted = FURTHER.search(document.view(flat)[sentence.start : words.start])
    earlier = neighbours(document, sentence.start)[0]
    for _ in range(BACK):
        earlier = earlier and neighbours(document, earlier.start)[0]
        if earlier and (counted or (block and block.span.contains(earlier))):
            yield earlier


BACK = 2
