"""What clears a vague phrase: a source that answers for the same claim, in its sentence or next door."""

from __future__ import annotations

from newslint.checks.attribution.beliefs import is_borne, is_history, was_wrong
from newslint.checks.attribution.forms import is_market_report, is_question
from newslint.checks.attribution.members import speaks_below, speaks_beside
from newslint.checks.attribution.next_door import (
    FIRST_PERSON,
    OPENERS,
    TURN,
    borne_out,
    is_by_name,
    names_one,
)
from newslint.checks.attribution.outlets import names_outlet
from newslint.checks.attribution.reasons import is_kept_back
from newslint.checks.attribution.studies import SCHOLARLY, is_cited, is_studied
from newslint.checks.attribution.talk import is_borne_out
from newslint.plugin import Document, Span, Worded, WordSet, lazy_pattern
from newslint.text.flat import flat
from newslint.text.quoting.direct_speech import in_direct_speech
from newslint.text.quoting.quotations import in_quotation
from newslint.text.sentences import sentence_at
from newslint.text.sources.genres import Genre, genre, is_declared_comment, is_first_person
from newslint.text.sources.vague_phrases import VaguePhrase
from newslint.text.sources.vague_readings import Vagueness
from newslint.text.sources.vouchers import Voucher, near, neighbours, stances, vouchers


def cleared(document: Document, phrase: VaguePhrase) -> bool:
    """Tell whether somebody answers for what a vague phrase passes on.

    In its own sentence a source must answer for the very words. Next door, an expert bears out what "experts
    say", and an outlet what has "reportedly" happened; a belief or an unnamed source stands by itself.
    """
    if in_quotation(document, phrase.span.start) or is_question(document, phrase.span.start):
        return True
    sentence = near(sentence_at(document, phrase.span.start), phrase.span.start)
    if any(_answers(document, voucher, phrase) for voucher in vouchers(document, sentence)):
        return True
    earlier, later = neighbours(document, phrase.span.start)
    match phrase.kind:
        case Vagueness.SOURCE:
            return is_kept_back(document, phrase.span.start) or _second_hand(document, sentence, phrase)
        case Vagueness.GROUP | Vagueness.STUDY:
            return _is_embodied(document, phrase, earlier, sentence, later)
        case Vagueness.MEDIA:
            return _is_outlet_at_hand(document, later)
        case Vagueness.BELIEF:
            return is_borne(document, phrase, earlier, sentence, later)
        case Vagueness.HEARSAY | Vagueness.FEELING:
            return is_borne_out(document, phrase, earlier, sentence, later)
        case _:
            below = later and neighbours(document, later.start)[1]
            quoted = (each.cut(document.view(flat)).startswith(OPENERS) for each in (later, below) if each)
            if any(each and is_history(document, each) for each in (earlier, sentence)):
                return True
            return document.view(is_declared_comment) or any(quoted)


def _is_outlet_at_hand(document: Document, later: Span | None) -> bool:
    """Tell whether one of the next two sentences names an outlet."""
    if names_outlet(document, later):
        return True
    return later is not None and names_outlet(document, neighbours(document, later.start)[1])


def _is_embodied(
    document: Document, phrase: VaguePhrase, earlier: Span | None, sentence: Span, later: Span | None
) -> bool:
    """Tell whether somebody stands for a group, or a study for studies."""
    if not _is_aside(document, phrase) and _illustrated(document, later):
        return True
    if _is_column(document, sentence, phrase) or names_one(document, sentence, phrase):
        return True
    if phrase.kind is Vagueness.GROUP and _is_settled(document, phrase, earlier, sentence):
        return True
    if phrase.kind is Vagueness.STUDY and is_cited(document, phrase, earlier, sentence, later):
        return True
    if phrase.word in SCHOLARLY.of(document) and is_history(document, sentence):
        return True
    return is_studied(document, phrase, earlier, Span(sentence.start, phrase.span.start), later)


def _is_settled(document: Document, phrase: VaguePhrase, earlier: Span | None, sentence: Span) -> bool:
    """Tell whether one of a group speaks elsewhere, was met, is answered, trades, or stands in comment."""
    if _was_mistaken(document, sentence, phrase) or speaks_below(document, phrase):
        return True
    if speaks_beside(document, phrase) or _were_met(document, phrase, earlier, sentence):
        return True
    if (phrase.word in TRADERS.of(document) or phrase.word in THEM) and is_market_report(document):
        return True
    return document.view(genre) is Genre.COMMENT


TRADERS = WordSet("market-people", "groups-in-houses")
# "Several villagers told the Herald that…. Some say it will…": those whom the reporter met.
MET = lazy_pattern(
    r"\b(?:[Aa] (?:dozen|number of)|[Dd]ozens of|[Mm]any|[Ss]everal|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix)"
    r" (?:[\w-]+ ){1,4}told\b"
)
THEM = frozenset({"some", "others", "many"})


def _were_met(document: Document, phrase: VaguePhrase, earlier: Span | None, sentence: Span) -> bool:
    """Tell whether "some" are of those who spoke to the reporter in the sentence before."""
    if earlier is None or phrase.word not in THEM:
        return False
    if document.block_at(earlier.start) != document.block_at(sentence.start):
        return False
    return MET.search(document.view(flat), earlier.start, earlier.end) is not None


# "Israel said it would strike, according to sources": the last word on the sentence is theirs.
LAST = lazy_pattern(r", (?:according to )?[^,]*$")


# "He and critics say", "city prosecutors and rights groups say"; not "diplomatic and banking sources said".
TOGETHER = lazy_pattern(r"(?i)\s*(?:he|she|they|[\w.'-]+ [\w .'-]*[\w.'-]) and [\w '-]*$")


def _answers(document: Document, voucher: Voucher, phrase: VaguePhrase) -> bool:
    """Tell whether a source answers for the words, or speaks along ("prosecutors and rights groups say")."""
    text = document.view(flat)
    if voucher.name.overlaps(phrase.span):
        return bool(TOGETHER.match(text, voucher.name.start, phrase.span.start))
    if not voucher.covers.contains(phrase.span):
        return False
    ends = voucher.name.end < phrase.span.start and ENDED.of(document).match(text, phrase.span.end)
    return not (ends and LAST.search(text, voucher.name.end, phrase.span.end))


# What stands after an attribution that ends its sentence: "…, sources told CNN.", "…, according to reports."
ENDED = Worded(r"(?: (?:[A-Z][\w'-]+|{ends-of-attributions}))*(?:[.;]|$)")
CITING = Worded(r"\b{words-of-citing}\b[^,;]*$")


def _second_hand(document: Document, sentence: Span, phrase: VaguePhrase) -> bool:
    """Tell whether a named outlet answers for its own unnamed sources: "…, Radio Delta said, citing…"."""
    cited = CITING.of(document).search(document.view(flat)[sentence.start : phrase.span.end])
    return bool(cited) and any(not each.name.overlaps(phrase.span) for each in vouchers(document, sentence))


ASIDE = lazy_pattern(r"\b(?:who|whom|which) $")


def _is_aside(document: Document, phrase: VaguePhrase) -> bool:
    """Tell whether the words are by the way ("Diaz, who some believe will run, …")."""
    before = document.view(flat)[max(0, phrase.span.start - 8) : phrase.span.start]
    return ASIDE.search(before) is not None


def _illustrated(document: Document, later: Span | None) -> bool:
    """Tell whether one of the next two sentences has one of the group, who says or judges something."""
    if later is None:
        return False
    if borne_out(document, later) or stances(document, later):
        return True
    if TURN.match(later.cut(document.view(flat))):
        return False
    return is_by_name(document, neighbours(document, later.start)[1])


# "Many feared that he would lose, but he won": the copy answers them itself.
PAST = lazy_pattern(r"(?:ed|thought)$")
ANSWERED = lazy_pattern(r"[^.;]*, but (?:the|it|he|she|they|his|her|its|their)\b")


def _was_mistaken(document: Document, sentence: Span, phrase: VaguePhrase) -> bool:
    text = document.view(flat)
    if was_wrong(document, phrase, sentence):
        return True
    said = phrase.word in ("many", "others", "some") and PAST.search(phrase.span.cut(text))
    return bool(said) and ANSWERED.match(text, phrase.span.end, sentence.end) is not None


# Advice speaks to its reader next door: "Most economists think so. Your share is smaller."
YOU = lazy_pattern(r"\b(?:[Yy]ou|[Yy]our|[Yy]ou're)\b")


def _is_column(document: Document, sentence: Span, phrase: VaguePhrase) -> bool:
    """Tell whether a writer who says "I", an adviser or a cook speaks of "some people"."""
    text = document.view(flat)
    if phrase.kind is Vagueness.GROUP and (is_first_person(document) or document.view(genre) is Genre.RECIPE):
        return True
    beside = [each for each in neighbours(document, sentence.start) if each]
    said = [you.start() for each in beside for you in YOU.finditer(text, each.start, each.end)]
    if any(not in_direct_speech(document, position) for position in said):
        return True
    return bool(FIRST_PERSON.search(text, sentence.start, phrase.span.start))
