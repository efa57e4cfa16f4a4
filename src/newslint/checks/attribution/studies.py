"""Studies next door or below, which vague words about studies and scientists go back to."""

from __future__ import annotations

from newslint.plugin import Document, Span, Worded, WordSet, lazy_pattern
from newslint.text.flat import flat
from newslint.text.sources.vague_phrases import VaguePhrase

SCHOLARLY = WordSet("scholarly-groups")
STUDY = Worded(
    r"(?i)\b(?:the|this|that|their|its|his|her|a|an|one|another|"
    r"new)(?: [\w'-]+){0,2} {study-nouns}\b"
)
# "Polls suggest…. He leads in three recent polls, including one from Delmas University."
ONE_STUDY = lazy_pattern(
    r"\b(?:including|such as|among them) (?:an?|one|those|the) (?:[a-z]+ ){0,3}(?:the )?[A-Z]"
)
# "A new poll shows…" over a story that says whose: "the survey by Delmas University", "the Delta poll".
WHOSE = Worded(
    r"\b{study-nouns}\b[^.\n]{0,60}?\b(?:by|from|in|at)(?: the| a)? [A-Z]|"
    r"\b(?!(?:The|This|That|A|An|One|New)\b)[A-Z]\w+(?: [\w-]+){0,2} {study-nouns}\b"
)
LEAD, BELOW = 600, 2500


def is_studied(document: Document, phrase: VaguePhrase, *reach: Span | None) -> bool:
    """Tell whether a study stands next door, whose authors "scientists" are."""
    if phrase.word not in SCHOLARLY.of(document):
        return False
    return any(
        span is not None and STUDY.of(document).search(span.cut(document.view(flat))) for span in reach
    )


def names_study(document: Document, later: Span | None) -> bool:
    """Tell whether the next sentence names one of the studies."""
    return later is not None and ONE_STUDY.search(document.view(flat), later.start, later.end) is not None


def is_told_below(document: Document, phrase: VaguePhrase) -> bool:
    """Tell whether the lead leaves it to the copy below to name the study."""
    start = phrase.span.end
    return start < LEAD and WHOSE.of(document).search(document.view(flat), start, start + BELOW) is not None
