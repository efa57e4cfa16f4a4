"""Predictions: what copy says will come of a thing, and what only looks like it."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.plugin import Document, Span, Worded, lazy_pattern
from newslint.text.cues import cues
from newslint.text.flat import flat
from newslint.text.sentences import sentence_at

# In a headline "will hurt" foretells; in copy it is as often a plan, or what somebody named has worked out.
BARE = lazy_pattern(r"(?i)w(?:ill|ould) (?!likely\b|almost\b|inevitably\b|no doubt\b|surely\b|undoubtedly\b)")


def forecasts(document: Document) -> Iterator[Span]:
    """Yield the words that foretell in running copy."""
    text = document.view(flat)
    yield from (span for span in predictions(document) if not BARE.match(text, span.start, span.end))


def predictions(document: Document) -> Iterator[Span]:
    """Yield the words that foretell."""
    text, found = document.view(flat), document.view(cues)
    yield from (hit for hit in found.get("predictions", ()) if _foretells(document, hit))
    for hit in found.get("outcomes", ()):
        will = WILL.search(text, max(0, hit.start - 40), hit.start)
        if (
            will
            and _is_dire(document, hit)
            and not HOPED.of(document).search(text, max(0, will.start() - 50), will.start())
        ):
            whole = Span(will.start(), hit.end)
            if not is_asked(document, whole):
                yield whole


FORETOLD = lazy_pattern(
    r"(?i)(?<!who )(?:\b(?:is|are|was|were)|n't|'s|'re)"
    r"(?: (?:also|now|still|almost|virtually|all but|highly|very|not|therefore|however))* $"
)
# What is on a timetable is no prophecy, and "bound to a timetable" has no verb.
SCHEDULED = Worded(
    "(?! [a-z])| (?:an?|the|his|her|its|their|our|him|them|us|it|each|one|some|any|this|that|"
    r"{scheduled-verbs})\b"
)
QUESTIONED = Worded(
    r"(?i)\b(?:(?:if|{nouns-of-belief}\b[^.;]{0,40} that)\b[^.;]{0,60}|whether\b[^.;]{0,180})$|"
    r"\b(?:he|she|I|you|we|they) (?:was|were) $"
)
# "The new line will only boost trade", "would further weaken the pound".
WILL = lazy_pattern(
    r"\b(?:will|would|(?:is|are|was|were|looks?|seems?) (?:going|set) to|threatens? to)"
    r"(?: (?:also|only|further|never|\w+ly))* $"
)
# "The duty will force mills to close"; what a rule forces people to do is no forecast.
FORCED = Worded(r" (?:[\w-]+ ){1,5}?(?:(?:to )?{forced-ends}|out of business)\b")


def _is_dire(document: Document, hit: Span) -> bool:
    text = document.view(flat)
    return hit.cut(text).lower() != "force" or FORCED.of(document).match(text, hit.end) is not None


# "Which he hoped would revive": his hope.
HOPED = Worded(r"\b{verbs-of-hope}(?: +[\w'’-]+){0,4} +$")


def is_asked(document: Document, hit: Span) -> bool:
    """Tell whether a claim is only raised as a question ("whether it was caused by…"), or somebody's own."""
    text = document.view(flat)
    return bool(QUESTIONED.of(document).search(text[max(0, hit.start - 200) : hit.start].rpartition("\n")[2]))


# "Given his record, she is likely to…", "so popular that it is likely to": the copy says why.
REASON = lazy_pattern(
    r"(?i)\b(?:because|given|mean(?:s|t)? that|due to|thanks to|"
    r"so [\w-]+ (?:and [\w-]+ )?that|after (?:all|what))\b"
)


def _is_reasoned(document: Document, hit: Span) -> bool:
    return REASON.search(sentence_at(document, hit.start).cut(document.view(flat))) is not None


def _foretells(document: Document, hit: Span) -> bool:
    text = document.view(flat)
    before = text[max(0, hit.start - 80) : hit.start].rpartition("\n")[2]
    if is_asked(document, hit) or SCHEDULED.of(document).match(text[hit.end : hit.end + 20]):
        return False
    if _is_reasoned(document, hit):
        return False
    return hit.cut(text).lower().startswith(("will", "would")) or bool(FORETOLD.search(before))
