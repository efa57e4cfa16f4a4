"""What clears a vague phrase: a source that answers for the same claim, in its sentence or next door."""

from __future__ import annotations

from newslint.checks.attribution.beliefs import is_borne, is_history, share_matter, share_name
from newslint.checks.attribution.law import is_charged
from newslint.checks.attribution.members import speaks_below
from newslint.checks.attribution.outlets import is_reported_below, names_outlet
from newslint.checks.attribution.reasons import is_kept_back
from newslint.checks.attribution.studies import SCHOLARLY, is_cited, is_studied
from newslint.plugin import Document, Span, Worded, lazy_pattern
from newslint.text.flat import flat
from newslint.text.quoting.direct_speech import in_direct_speech
from newslint.text.quoting.quotations import in_quotation
from newslint.text.sentences import sentence_at
from newslint.text.sources.genres import Genre, genre, is_first_person
from newslint.text.sources.vague_phrases import VaguePhrase
from newslint.text.sources.vague_readings import Vagueness
from newslint.text.sources.vouchers import Voucher, near, neighbours, stances, vouchers


def cleared(document: Document, phrase: VaguePhrase) -> bool:
    """Tell whether somebody answers for what a vague phrase passes on.

    In its own sentence a source must answer for the very words. Next door, an expert bears out what "experts
    say", and an outlet what has "reportedly" happened; a belief or an unnamed source stands by itself.
    """
    if in_quotation(document, phrase.span.start):
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
            return names_outlet(document, later)
        case Vagueness.BELIEF:
            return is_borne(document, phrase, earlier, sentence, later)
        case Vagueness.HEARSAY | Vagueness.FEELING:
            if phrase.kind is Vagueness.HEARSAY and is_reported_below(document, phrase):
                return True
            if phrase.word == "allegedly" and is_charged(document, phrase, earlier, sentence, later):
                return True
            if _is_felt_by_writer(document, phrase, earlier) or _is_denied(document, phrase, later):
                return True
            if _came_to_nothing(document, phrase, sentence):
                return True
            return _is_told_of(document, sentence, later) or _goes_on(document, earlier, sentence)
        case _:
            below = later and neighbours(document, later.start)[1]
            return any(each and each.cut(document.view(flat)).startswith(OPENERS) for each in (later, below))


def _is_embodied(
    document: Document, phrase: VaguePhrase, earlier: Span | None, sentence: Span, later: Span | None
) -> bool:
    """Tell whether somebody stands for a group, or a study for studies."""
    if not _is_aside(document, phrase) and _illustrated(document, later):
        return True
    if _is_column(document, sentence, phrase) or _names_one(document, sentence, phrase):
        return True
    if phrase.kind is Vagueness.GROUP and _was_mistaken(document, sentence, phrase):
        return True
    if phrase.kind is Vagueness.GROUP and speaks_below(document, phrase):
        return True
    if phrase.kind is Vagueness.STUDY and is_cited(document, phrase, earlier, sentence, later):
        return True
    if phrase.word in SCHOLARLY.of(document) and is_history(document, sentence):
        return True
    return is_studied(document, phrase, earlier, Span(sentence.start, phrase.span.start), later)


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


TURN = lazy_pattern(
    r"(?i)\s*(?:but|however|yet|meanwhile|separately|elsewhere|still|nevertheless|nonetheless)\b"
)


OPENERS = ("“", '"', "''", "``")


def _borne_out(document: Document, later: Span | None) -> bool:
    """Tell whether the next sentence, unless it turns elsewhere, quotes or names a source."""
    if later is None:
        return False
    words = later.cut(document.view(flat))
    if TURN.match(words):
        return False
    return words.startswith(OPENERS) or bool(vouchers(document, later))


# "Dar reportedly joined…. He was helped by two others, police said": they speak of him.
PRONOUNS = ("He ", "His ", "She ", "Her ", "They ", "Their ", "It ", "Its ")


def _is_told_of(document: Document, sentence: Span, later: Span | None) -> bool:
    """Tell whether the next sentence quotes somebody, or a source in it speaks of the same matter."""
    if later is None or not _borne_out(document, later):
        return False
    if later.cut(document.view(flat)).startswith((*OPENERS, *PRONOUNS)) or names_outlet(document, later):
        return True
    return share_matter(document, sentence, later) or share_name(document, sentence, later)


ASIDE = lazy_pattern(r"\b(?:who|whom|which) $")


def _is_aside(document: Document, phrase: VaguePhrase) -> bool:
    """Tell whether the words are by the way ("Diaz, who some believe will run, …")."""
    before = document.view(flat)[max(0, phrase.span.start - 8) : phrase.span.start]
    return ASIDE.search(before) is not None


def _illustrated(document: Document, later: Span | None) -> bool:
    """Tell whether one of the next two sentences has one of the group, who says or judges something."""
    if later is None:
        return False
    if _borne_out(document, later) or stances(document, later):
        return True
    if TURN.match(later.cut(document.view(flat))):
        return False
    return _is_by_name(document, neighbours(document, later.start)[1])


# "Ana Ruiz", "Mr. Ruiz": two words that open with a capital.
FULL_NAME = lazy_pattern(r"\b[A-Z][\w'’.-]+ [A-Z]")


def _is_by_name(document: Document, sentence: Span | None) -> bool:
    """Tell whether a sentence opens with a quotation, or somebody with a name speaks in it."""
    if sentence is None:
        return False
    text = document.view(flat)
    if sentence.cut(text).startswith(OPENERS):
        return True
    return any(
        FULL_NAME.search(text, each.name.start, each.name.end) for each in vouchers(document, sentence)
    )


# "Analysts say…, with Ken Rider of Delta University calling it a farce."
ONE = lazy_pattern(
    r"\b(?:among them|such as|with) (?:[a-z][\w'-]* ){0,3}(?:[A-Z][\w.'-]* )+(?:(?:of|from|at) [\w ]{3,40} )?"
    r"(?:having|\w+ing)\b"
)


def _names_one(document: Document, sentence: Span, phrase: VaguePhrase) -> bool:
    """Tell whether the sentence goes on to name one of a group."""
    return ONE.search(document.view(flat), phrase.span.end, sentence.end) is not None


# "Many feared that he would lose, but he won": the copy answers them itself.
PAST = lazy_pattern(r"(?:ed|thought)$")
ANSWERED = lazy_pattern(r"[^.;]*, but (?:the|it|he|she|they|his|her|its|their)\b")


def _was_mistaken(document: Document, sentence: Span, phrase: VaguePhrase) -> bool:
    text = document.view(flat)
    said = phrase.word in ("many", "others", "some") and PAST.search(phrase.span.cut(text))
    return bool(said) and ANSWERED.match(text, phrase.span.end, sentence.end) is not None


FIRST_PERSON = lazy_pattern(r"\b(?:I|I'm|I've)\b")


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


def _is_felt_by_writer(document: Document, phrase: VaguePhrase, earlier: Span | None) -> bool:
    """Tell whether a writer who says "I", or who comments, tells what is in the air."""
    if phrase.kind is not Vagueness.FEELING:
        return False
    if document.view(genre) is Genre.COMMENT:
        return True
    if earlier is None:
        return False
    said = FIRST_PERSON.search(document.view(flat), earlier.start, earlier.end)
    return said is not None and not in_quotation(document, said.start())


# "There were rumours of a sale. However, the owner said that she would not sell."
DENIAL = lazy_pattern(r"n't\b|\b(?:not|never|denie[ds]|denying|dismissed|false|untrue)\b")


# "There was talk of a sale, but nothing came of it"; "under fire for what many farmers saw as a gift".
NOTHING = lazy_pattern(r"(?:,|;| –| —) (?:but|though|yet)\b[^.]*\b(?:never|nothing|didn't|did not)\b")
SEEN_BY = lazy_pattern(r" what (?:(?:many|most|some) )?[\w' -]{3,30} (?:call(?:ed)?|saw|see|considered?)\b")


def _came_to_nothing(document: Document, phrase: VaguePhrase, sentence: Span) -> bool:
    """Tell whether the sentence goes on to say that nothing came of talk, or who had the feeling."""
    after = document.view(flat)[phrase.span.end : sentence.end]
    felt = phrase.kind is Vagueness.FEELING and SEEN_BY.match(after)
    return bool(felt) or NOTHING.search(after) is not None


def _is_denied(document: Document, phrase: VaguePhrase, later: Span | None) -> bool:
    """Tell whether somebody denies in the next sentence what is only hearsay."""
    if later is None or phrase.kind is not Vagueness.HEARSAY:
        return False
    words = later.cut(document.view(flat))
    return bool(TURN.match(words) and DENIAL.search(words) and vouchers(document, later))


def _goes_on(document: Document, earlier: Span | None, sentence: Span) -> bool:
    """Tell whether the sentence before, in the same paragraph, gives the source of what is passed on."""
    if earlier is None or document.block_at(earlier.start) != document.block_at(sentence.start):
        return False
    return bool(vouchers(document, earlier))
