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
# "The study was published in Nature…. Cities sink, researchers said": its authors, so many letters on.
AUTHORS = WordSet("authors-of-studies")
PUBLISHED = Worded(
    r"(?i)\b{study-nouns}\b[^.\n]{0,80}\b(?:published|journal|led by|University|Institute)\b|"
    r"\b(?:published|journal)\b[^.\n]{0,60}\b{study-nouns}\b"
)
TOLD = lazy_pattern(r"(?i)\baccording to|(?:ed|said|found|wrote)$")
ABOVE = 2500


def is_studied(document: Document, phrase: VaguePhrase, *reach: Span | None) -> bool:
    """Tell whether a study stands next door, whose authors "scientists" are."""
    if phrase.word not in SCHOLARLY.of(document):
        return False
    return _are_authors(document, phrase) or any(
        span is not None and STUDY.of(document).search(span.cut(document.view(flat))) for span in reach
    )


def _are_authors(document: Document, phrase: VaguePhrase) -> bool:
    """Tell whether the researchers who "said" so wrote a study that the copy above has brought in."""
    text, start = document.view(flat), phrase.span.start
    if phrase.word not in AUTHORS.of(document) or not TOLD.search(phrase.span.cut(text)):
        return False
    return PUBLISHED.of(document).search(text, max(0, start - ABOVE), start) is not None


# "(4, 5)", "is rising (35)", "[12]", "doi:": the copy lists its studies. "Lind (35)" is an age.
REFERENCE = lazy_pattern(r"\(\d{1,3}(?:(?:, ?| ?[–-] ?)\d{1,3})+\)|\b[a-z]+ ?\(\d{1,3}\)|\[\d{1,3}\]|\bdoi\b")
NUMBERED_ABOVE = 1500


def is_cited(
    document: Document, phrase: VaguePhrase, earlier: Span | None, sentence: Span, later: Span | None
) -> bool:
    """Tell whether copy says which study it means: by a number, next door, or below its lead."""
    text = document.view(flat)
    end = later.end if later else sentence.end
    if REFERENCE.search(text, max(0, phrase.span.start - NUMBERED_ABOVE), end):
        return True
    # A capital at the start of a sentence is no name yet: "Though research suggests".
    if any(reach and WHOSE.of(document).search(reach.cut(text), 1) for reach in (earlier, later)):
        return True
    return bool(later and ONE_STUDY.search(later.cut(text))) or _is_told_below(document, phrase)


def _is_told_below(document: Document, phrase: VaguePhrase) -> bool:
    """Tell whether the lead leaves it to the copy below to name the study."""
    start = phrase.span.end
    return start < LEAD and WHOSE.of(document).search(document.view(flat), start, start + BELOW) is not None
