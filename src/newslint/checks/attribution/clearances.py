"""What clears a vague phrase: a source that answers for the same claim, in its sentence or next door."""

from __future__ import annotations

from newslint.checks.attribution.reasons import is_kept_back
from newslint.checks.attribution.studies import is_studied, is_told_below, names_study
from newslint.plugin import Document, Span, Worded, lazy_pattern
from newslint.text.flat import flat
from newslint.text.quoting.quotations import in_quotation
from newslint.text.sentences import sentence_at
from newslint.text.sources.vague_phrases import VaguePhrase, outlet_names
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
    lead = Span(sentence.start, phrase.span.start)
    match phrase.kind:
        case Vagueness.SOURCE:
            return is_kept_back(document, phrase.span.start) or _second_hand(document, sentence, phrase)
        case Vagueness.GROUP | Vagueness.STUDY:
            if not _is_aside(document, phrase) and _illustrated(document, later):
                return True
            if _is_column(document, sentence, phrase) or _names_one(document, sentence, phrase):
                return True
            if phrase.kind is Vagueness.STUDY and (
                names_study(document, later) or is_told_below(document, phrase)
            ):
                return True
            return is_studied(document, phrase, earlier, lead, later)
        case Vagueness.MEDIA:
            return _names_outlet(document, later)
        case Vagueness.BELIEF:
            return _is_borne(document, phrase, earlier, sentence, later)
        case Vagueness.HEARSAY | Vagueness.FEELING:
            if phrase.word == "allegedly" and _charged(document, phrase, earlier, sentence, later):
                return True
            if _is_felt_by_writer(document, phrase, earlier) or _is_denied(document, phrase, later):
                return True
            return _borne_out(document, later) or _goes_on(document, earlier, sentence)
        case _:
            return False


def _is_borne(
    document: Document, phrase: VaguePhrase, earlier: Span | None, sentence: Span, later: Span | None
) -> bool:
    """Tell whether somebody next door found out, reported or refuted what is believed."""
    if phrase.word == "alleged" and _at_law(document, earlier, sentence, later):
        return True
    if phrase.word == "said" and earlier and IN_COURT.of(document).search(earlier.cut(document.view(flat))):
        return True
    if phrase.word == "reported" and later and _told_outlet(document, later):
        return True
    if _is_refuted(document, phrase, sentence, later):
        return True
    return _found_out(document, earlier, sentence) or _found_out(document, later, sentence)


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


def _borne_out(document: Document, later: Span | None) -> bool:
    """Tell whether the next sentence, unless it turns elsewhere, quotes or names a source."""
    if later is None:
        return False
    words = later.cut(document.view(flat))
    if TURN.match(words):
        return False
    return words.startswith(("“", '"')) or bool(vouchers(document, later))


ASIDE = lazy_pattern(r"\b(?:who|whom|which) $")


def _is_aside(document: Document, phrase: VaguePhrase) -> bool:
    """Tell whether the words are by the way ("Diaz, who some believe will run, …")."""
    before = document.view(flat)[max(0, phrase.span.start - 8) : phrase.span.start]
    return ASIDE.search(before) is not None


def _illustrated(document: Document, later: Span | None) -> bool:
    """Tell whether the next sentence has one of the group, who says or judges something."""
    return later is not None and (_borne_out(document, later) or bool(stances(document, later)))


# "Analysts say…, with Ken Rider of Delta University calling it a farce."
ONE = lazy_pattern(
    r"\b(?:among them|such as|with) (?:[a-z][\w'-]* ){0,3}(?:[A-Z][\w.'-]* )+(?:(?:of|from|at) [\w ]{3,40} )?"
    r"(?:having|\w+ing)\b"
)


def _names_one(document: Document, sentence: Span, phrase: VaguePhrase) -> bool:
    """Tell whether the sentence goes on to name one of a group."""
    return ONE.search(document.view(flat), phrase.span.end, sentence.end) is not None


FIRST_PERSON = lazy_pattern(r"\b(?:I|I'm|I've)\b")


def _is_column(document: Document, sentence: Span, phrase: VaguePhrase) -> bool:
    """Tell whether a writer who says "I" speaks of "some people"."""
    return bool(FIRST_PERSON.search(document.view(flat), sentence.start, phrase.span.start))


def _is_felt_by_writer(document: Document, phrase: VaguePhrase, earlier: Span | None) -> bool:
    """Tell whether a writer who says "I" tells what is in the air."""
    if earlier is None or phrase.kind is not Vagueness.FEELING:
        return False
    said = FIRST_PERSON.search(document.view(flat), earlier.start, earlier.end)
    return said is not None and not in_quotation(document, said.start())


# "There were rumours of a sale. However, the owner said that she would not sell."
DENIAL = lazy_pattern(r"n't\b|\b(?:not|never|denie[ds]|denying|dismissed|false|untrue)\b")


def _is_denied(document: Document, phrase: VaguePhrase, later: Span | None) -> bool:
    """Tell whether somebody denies in the next sentence what is only hearsay."""
    if later is None or phrase.kind is not Vagueness.HEARSAY:
        return False
    words = later.cut(document.view(flat))
    return bool(TURN.match(words) and DENIAL.search(words) and vouchers(document, later))


NEWSROOM = Worded(r"(?i)\b{newsroom-words}\b")
NAME = lazy_pattern(r"\b[A-Z][\w-]+")


def _names_outlet(document: Document, later: Span | None) -> bool:
    """Tell whether an outlet speaks in the next sentence: "newspapers reported. The Delmas Herald said…"."""
    if later is None:
        return False
    text, outlets = document.view(flat), document.lexicon.view(outlet_names)
    names = [voucher.name.cut(text) for voucher in vouchers(document, later)]
    return any(
        NEWSROOM.of(document).search(name) or not outlets.isdisjoint(NAME.findall(name)) for name in names
    )


# "It was reported that she would sue. Her lawyer told the Delmas Herald that…"
TOLD = lazy_pattern(r"\btold (?:the )?((?:[A-Z][\w-]+ ?)+)")


def _told_outlet(document: Document, later: Span) -> bool:
    """Tell whether somebody speaks to a named outlet in the next sentence."""
    told = TOLD.search(document.view(flat), later.start, later.end)
    return told is not None and not document.lexicon.view(outlet_names).isdisjoint(told[1].split())


# "Was once believed to be the oldest(, but a survey found …)", "(. A survey showed …)"
BELIEVED = lazy_pattern(r"(?i)(?:was|were|had)\b")
REFUTED = Worded(r"(?:,|;| –| —)? (?:but|until|yet|though|before|only for) [^.]*\b{refuting-words}\b")
REFUTES = Worded(
    r"(?:But |In fact,|Yet )|[^.]*\b{refuting-words}\b(?: out)? (?:that )?(?:it|he|she|they|the)\b"
)


def _is_refuted(document: Document, phrase: VaguePhrase, sentence: Span, later: Span | None) -> bool:
    """Tell whether a belief of the past is told only to be refuted: somebody has found out better."""
    text = document.view(flat)
    if not BELIEVED.match(text, phrase.span.start):
        return False
    if REFUTED.of(document).search(text, phrase.span.end, sentence.end):
        return True
    once = " once " in phrase.span.cut(text)
    return once and later is not None and REFUTES.of(document).match(text, later.start, later.end) is not None


# "Prosecutors said he took the money. He is believed to be abroad": they said nothing of that.
ACCUSER = Worded(r"(?i)\b{accusers}\b")
MATTER = lazy_pattern(r"\b[a-z]{5,}\b")
INVESTIGATOR = Worded(r"(?i)\b{investigators}\b")


def _found_out(document: Document, neighbour: Span | None, sentence: Span) -> bool:
    """Tell whether those whose work it is to find out speak next door: what "is believed" is their belief.

    Police speak of the whole case; a prosecutor or a filing answers for the matter that both sentences name.
    """
    if neighbour is None:
        return False
    text = document.view(flat)
    names = [voucher.name.cut(text) for voucher in vouchers(document, neighbour)]
    finders = [name for name in names if INVESTIGATOR.of(document).search(name)]
    if all(ACCUSER.of(document).search(name) for name in finders):
        return bool(finders) and bool(_matters(text, neighbour) & _matters(text, sentence))
    return bool(finders)


def _matters(text: str, sentence: Span) -> frozenset[str]:
    return frozenset(MATTER.findall(text, sentence.start, sentence.end))


def _goes_on(document: Document, earlier: Span | None, sentence: Span) -> bool:
    """Tell whether the sentence before, in the same paragraph, gives the source of what is passed on."""
    if earlier is None or document.block_at(earlier.start) != document.block_at(sentence.start):
        return False
    return bool(vouchers(document, earlier))


def _charged(document: Document, phrase: VaguePhrase, *reach: Span | None) -> bool:
    """Tell whether a charge is passed on: "was fined for allegedly…", or accusers are at hand."""
    lead = document.view(flat)[max(0, phrase.span.start - 5) : phrase.span.start]
    return lead.endswith(" for ") or _at_law(document, *reach)


LAW = Worded(r"(?i)\b{law-words}\b")


# "They were charged in court. Diaz was said to have used a lost card": the charge says so.
IN_COURT = Worded(r"(?i)\b(?:charged (?:\w+ ){0,6}(?:at|in|with)|{words-of-trial})\b")


def _at_law(document: Document, *reach: Span | None) -> bool:
    """Tell whether accusers are at hand for what is alleged: police, charges, a court."""
    return any(span is not None and LAW.of(document).search(span.cut(document.view(flat))) for span in reach)
