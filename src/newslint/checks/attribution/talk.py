"""Talk: what clears hearsay, and feelings that nobody is said to have."""

from __future__ import annotations

from newslint.checks.attribution.beliefs import share_matter, share_name
from newslint.checks.attribution.forms import is_market_report, is_posted
from newslint.checks.attribution.law import is_charged
from newslint.checks.attribution.next_door import (
    FIRST_PERSON,
    OPENERS,
    TURN,
    borne_out,
    is_by_name,
    names_one,
)
from newslint.checks.attribution.outlets import is_reported_below, names_outlet, reports
from newslint.plugin import Document, Span, WordSet, lazy_pattern
from newslint.text.flat import flat
from newslint.text.quoting.quotations import in_quotation
from newslint.text.sources.genres import Genre, genre
from newslint.text.sources.vague_phrases import VaguePhrase
from newslint.text.sources.vague_readings import Vagueness
from newslint.text.sources.vouchers import vouchers

RUMOURS = WordSet("rumour-nouns")


def is_borne_out(
    document: Document, phrase: VaguePhrase, earlier: Span | None, sentence: Span, later: Span | None
) -> bool:
    """Tell whether somebody at hand has said, felt or denied what is in the air."""
    if phrase.kind is Vagueness.HEARSAY:
        settled = _is_heard(document, phrase, earlier, sentence, later)
    else:
        settled = _is_felt(document, phrase, earlier, sentence, later)
    if settled or _is_of_writer(document, earlier) or _came_to_nothing(document, phrase, sentence):
        return True
    return _is_told_of(document, sentence, later) or _goes_on(document, phrase, earlier, sentence)


def _is_heard(
    document: Document, phrase: VaguePhrase, earlier: Span | None, sentence: Span, later: Span | None
) -> bool:
    """Tell whether an outlet, a charge, a post or a denial stands by hearsay, or markets move on it."""
    if is_reported_below(document, phrase) or _is_denied(document, later):
        return True
    if phrase.word == "allegedly" and is_charged(document, phrase, earlier, sentence, later):
        return True
    if phrase.word == "reportedly" and names_outlet(document, sentence):
        return True
    if phrase.word == "reportedly" and (reports(document, later) or is_posted(document, later)):
        return True
    return phrase.word in RUMOURS.of(document) and is_market_report(document)


def _is_felt(
    document: Document, phrase: VaguePhrase, earlier: Span | None, sentence: Span, later: Span | None
) -> bool:
    """Tell whether a feeling is the writer's, that of somebody named beside it, or is over."""
    if document.view(genre) is Genre.COMMENT or names_one(document, sentence, phrase):
        return True
    if is_by_name(document, later) or _is_felt_too(document, phrase, earlier):
        return True
    after = document.view(flat)[phrase.span.end : sentence.end]
    return bool(SEEN_BY.match(after) or PAST.match(after))


# "There is hope among farmers that…. But there is also fear": theirs.
ALSO, AMONG = lazy_pattern(r"\balso\b"), lazy_pattern(r"\bamong (?:[\w-]+ ){0,2}[\w-]+s\b")


def _is_felt_too(document: Document, phrase: VaguePhrase, earlier: Span | None) -> bool:
    """Tell whether those who felt something in the sentence before have this feeling, too."""
    text = document.view(flat)
    also = earlier is not None and ALSO.search(text, phrase.span.start, phrase.span.end)
    return bool(also and earlier and AMONG.search(text, earlier.start, earlier.end))


# "The port, which faced criticism last year": what is over is told for the record.
PAST = lazy_pattern(
    r" (?:(?:last (?:year|month)|in (?:the past|(?:19|20)\d\d)|(?:\w+ )?(?:years|months) ago|previously)\b)"
)
SEEN_BY = lazy_pattern(r" what (?:(?:many|most|some) )?[\w' -]{3,30} (?:call(?:ed)?|saw|see|considered?)\b")


def _is_of_writer(document: Document, earlier: Span | None) -> bool:
    """Tell whether a writer who says "I", or who answers questions, passes on what is in the air."""
    if earlier is None:
        return False
    said = FIRST_PERSON.search(document.view(flat), earlier.start, earlier.end)
    return said is not None and not in_quotation(document, said.start())


# "Dar reportedly joined…. He was helped by two others, police said": they speak of him.
PRONOUNS = ("He ", "His ", "She ", "Her ", "They ", "Their ", "It ", "Its ")


def _is_told_of(document: Document, sentence: Span, later: Span | None) -> bool:
    """Tell whether the next sentence quotes somebody, or a source in it speaks of the same matter."""
    if later is None or not borne_out(document, later):
        return False
    if later.cut(document.view(flat)).startswith((*OPENERS, *PRONOUNS)) or names_outlet(document, later):
        return True
    return share_matter(document, sentence, later) or share_name(document, sentence, later)


# "There were rumours of a sale. However, the owner said that she would not sell."
DENIAL = lazy_pattern(r"n't\b|\b(?:not|never|denie[ds]|denying|dismissed|false|untrue)\b")


# "There was talk of a sale, but nothing came of it".
NOTHING = lazy_pattern(r"(?:,|;| –| —) (?:but|though|yet)\b[^.]*\b(?:never|nothing|didn't|did not)\b")


def _came_to_nothing(document: Document, phrase: VaguePhrase, sentence: Span) -> bool:
    """Tell whether the sentence goes on to say that nothing came of talk."""
    return NOTHING.search(document.view(flat), phrase.span.end, sentence.end) is not None


def _is_denied(document: Document, later: Span | None) -> bool:
    """Tell whether somebody denies in the next sentence what is only hearsay."""
    if later is None:
        return False
    words = later.cut(document.view(flat))
    return bool(TURN.match(words) and DENIAL.search(words) and vouchers(document, later))


# "One user posted this, the Herald said. Another reportedly posted that. Further, a third reportedly agreed."
ANOTHER = lazy_pattern(r"(?:Another|Others|A second|Additionally|Further(?:more)?|In addition|Moreover)\b")


def _goes_on(document: Document, phrase: VaguePhrase, earlier: Span | None, sentence: Span) -> bool:
    """Tell whether the sentence before, in the same paragraph, gives the source of what is passed on."""
    if earlier is None or not vouchers(document, earlier):
        return False
    if phrase.kind is Vagueness.HEARSAY and ANOTHER.match(document.view(flat), sentence.start):
        return True
    return document.block_at(earlier.start) == document.block_at(sentence.start)
