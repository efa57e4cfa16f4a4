"""Vouchers: identifiable sources, and the words of their sentence that they answer for."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from newslint.core.document import Document
from newslint.core.lexicon import Lexicon
from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.core.wording import Worded, WordSet
from newslint.text.cues import cues
from newslint.text.flat import flat
from newslint.text.quoting.quotations import in_quotation
from newslint.text.sentences import sentences
from newslint.text.sources.identities import identifiable

# No source answers for words that are further off.
REACH = 400


class Voucher(msgspec.Struct, frozen=True):
    """A source that readers can identify: its *name* with the verb of saying, and what it *covers*."""

    name: Span
    covers: Span

    def answers_for(self, words: Span) -> bool:
        """Tell whether *words* are the source's, and not part of its own name."""
        return self.covers.contains(words) and not self.name.overlaps(words)


def vouchers(document: Document, sentence: Span) -> tuple[Voucher, ...]:
    """Return who answers for what in a sentence; a source that is itself quoted answers for nothing."""
    known = document.view(_known)
    if sentence not in known:
        found = [*_accordings(document, sentence)]
        found += _of_verbs(document, sentence, "vouching-verbs", clausal=False)
        found += _of_verbs(document, sentence, "answering-verbs", clausal=True)
        known[sentence] = tuple(
            voucher for voucher in found if not in_quotation(document, voucher.name.start)
        )
    return known[sentence]


def _known(_: Document) -> dict[Span, tuple[Voucher, ...]]:
    """Remember who answers in which sentence: each is asked after for its own claims and its neighbours'."""
    return {}


def stances(document: Document, sentence: Span) -> tuple[Voucher, ...]:
    """Return who judges what in a sentence: "the mayor called it a farce", "condemned by the union"."""
    judges = _of_verbs(document, sentence, "judging-verbs", clausal=False)
    return (*judges, *_agents(document, sentence))


def is_reported(document: Document, sentence: Span, words: Span) -> bool:
    """Tell whether a verb of saying stands before *words* in their sentence, whoever its subject is."""
    text = document.view(flat)
    nouns = document.lexicon.view(_verbs_or_nouns)
    verbs = _places(document, "vouching-verbs", Span(sentence.start, words.start))
    return any(verb.cut(text).lower() not in nouns for verb in verbs)


def _verbs_or_nouns(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.words("verbs-or-nouns"))


def neighbours(document: Document, position: int) -> tuple[Span | None, Span | None]:
    """Return the sentences before and after that of *position*, as far as they are near."""
    spans = document.view(sentences)
    index = spans.last_before(position)
    earlier = spans[index - 1] if index > 0 else None
    later = spans[index + 1] if index + 1 < len(spans) else None
    return earlier and near(earlier, earlier.end), later and near(later, later.start)


def sentences_below(document: Document, position: int) -> Iterator[Span]:
    """Yield the sentences after that of *position*, one after another, as far as each is near."""
    later = neighbours(document, position)[1]
    while later:
        yield later
        later = neighbours(document, later.start)[1]


def near(sentence: Span, position: int) -> Span:
    """Return what of a sentence is near; copy without full stops is one that never ends.

    What is near starts at a multiple of the reach, so that claims that stand together share it.
    """
    page = position // REACH * REACH
    return Span(max(sentence.start, page - REACH), min(sentence.end, page + 2 * REACH))


# "In the mayor's view" and "as the mayor put it" are said like "according to the mayor".
VIEW = r"{view-nouns}\b"
ACCORDING = Worded(
    rf"(?i)\b(?:(?:according to|{{words-of-citing}}|as reported by|told by|in the {VIEW} of|"
    rf"{{publishing-participles}} by) (?=([^,;:“\"]{{3,60}}))|in ([^,;:“\"]{{2,40}}?)(?:'s?|\bhis|"
    rf"\bher|\btheir) {VIEW}|as ([^,;:“\"]{{2,40}}?) {{putting-verbs}} it\b)"
)
# "According to the results he lost, and it is understood…": each clause has its own source.
JOINT = lazy_pattern(r"[,;] (?:and|but|while|although|though) |; ")
# "One was freed, one is believed to be dead, and one is held, according to the forum.": it has the last word.
FINAL = lazy_pattern(r"[.”\"'\s]*$")


def _accordings(document: Document, sentence: Span) -> Iterator[Voucher]:
    text = document.view(flat)
    for match in ACCORDING.of(document).finditer(sentence.cut(text)):
        if identifiable(document, f"to {match[1] or match[2] or match[3]}"):
            name = Span(sentence.start + match.start(), sentence.start + match.end())
            told = sentence.start + max(match.end(), match.end(1))
            last = match.start() > 0 and FINAL.match(text, told, sentence.end)
            yield Voucher(name, sentence if last else _clause(text, sentence, name.start))


def _clause(text: str, sentence: Span, position: int) -> Span:
    joints = [sentence.start + joint.start() for joint in JOINT.finditer(sentence.cut(text))]
    start = max((joint for joint in joints if joint < position), default=sentence.start)
    return Span(start, min((joint for joint in joints if joint > position), default=sentence.end))


def _of_verbs(document: Document, sentence: Span, name: str, *, clausal: bool) -> Iterator[Voucher]:
    for verb in _places(document, name, sentence):
        if voucher := _of_verb(document, sentence, verb, clausal=clausal):
            yield voucher


def _places(document: Document, name: str, sentence: Span) -> tuple[Span, ...]:
    """Return where the words of a cue list stand in a sentence."""
    found = document.view(cues).get(name)
    return found.within(sentence) if found else ()


# "Seen as unlikely by American officials", but not "seen as aimed at a visit by American officials".
AGENT = lazy_pattern(r"(?: (?!at\b|of\b|for\b|to\b)[\w'-]+){0,6} by ([^,;:“\"]{3,60})")


def _agents(document: Document, sentence: Span) -> Iterator[Voucher]:
    """Read who judges in the passive: "is seen as unlikely by American officials"."""
    text = document.view(flat)
    for verb in _places(document, "judging-verbs", sentence):
        agent = AGENT.match(text, verb.end, sentence.end)
        if agent and identifiable(document, f"by {agent[1]}"):
            yield Voucher(Span(*agent.span(1)), Span(sentence.start, agent.start(1)))


PASSIVE = lazy_pattern(r"\b(?:is|are|was|were|be|been|being)(?: (?:\w+ly|also|long|not|now|often|still))* $")
# What stands just before a verb is no longer than this: "is still often not".
LONGEST_LEAD = 60
# "A version of the report" has no verb.
NOUN = lazy_pattern(r"(?i)\b(?:the|an?|this|these|those|his|her|its|their|our|of|another|no|any|new) $")
# "Maria, estimated to have done…", "the firm, said to be broke": the words are about the name.
INFINITIVE = lazy_pattern(r" to (?:have|be)\b")
# What a subject cannot reach back over: ", Hebert said", "that prosecutors in the capital said".
BREAK = lazy_pattern(r"[,;:–—\"”“(]|'(?= )| (?:that|but|and|while|as|who|which) ")
# "The firm promised that…", "she promised it would…"; not "the firm promised shops that are open".
CLAUSE = lazy_pattern(r"[,:]|(?: on \w+day)? that\b| (?:it|he|she|they|there|this|we)\b")


def _of_verb(document: Document, sentence: Span, verb: Span, *, clausal: bool) -> Voucher | None:
    """Read who answers by a verb; one that is *clausal* takes other things than statements, too."""
    text = document.view(flat)
    before, after = text[sentence.start : verb.start], text[verb.end : sentence.end]
    ahead = before[-LONGEST_LEAD:]
    if NOUN.search(ahead) or (PASSIVE.search(ahead) and not verb.cut(text).endswith("ing")):
        return None
    resumes = before.rstrip().endswith(",")
    if resumes and INFINITIVE.match(after):
        return None
    closes = resumes or not before.strip() or before.rstrip().endswith(CLOSING)
    if closes and (turned := _turned(document, sentence, verb)):
        return turned
    subject = _subject(document, before)
    if subject is None:
        return _resumed(document, sentence, verb) if resumes else None
    # What is set off between the two is not part of the name.
    end = sentence.start + subject.end if resumes else verb.end
    name, lead = Span(sentence.start + subject.start, end), before[: subject.start].rstrip()
    onwards = Voucher(name, Span(verb.end, sentence.end))
    if not _set_off(lead):
        return None if clausal and not CLAUSE.match(after) else onwards
    if lead.endswith(",") and after.startswith(","):
        return Voucher(name, sentence)
    if ENDED.match(after) or (verb.cut(text) in TELLING.of(document) and LISTENER.match(after)):
        return Voucher(name, Span(sentence.start, name.start))
    return None if clausal and not CLAUSE.match(after) else onwards


CLOSING = ('"', "”", "''", "’")
LONGEST_SUBJECT = 12
# "The mayor and others said"; more words before "and" are a clause of their own.
LONGEST_JOINED = 5
MOST_ASIDES = 3


def _subject(document: Document, before: str) -> Span | None:
    """Return the subject that stands before a verb, or before the words set off from it.

    Of "Diaz, who left the country, said" it is "Diaz"; of "the mayor and others said", both.
    """
    breaks = [None, *BREAK.finditer(before)]
    aside = before.rstrip().endswith(",")
    end, longest = len(before), LONGEST_SUBJECT
    for each in breaks[: -MOST_ASIDES - 3 : -1]:
        start, opening = (each.end(), each[0].strip()) if each else (0, "")
        subject, words = Span(start, end), before[start:end]
        end = each.start() if each else 0
        if AUXILIARIES.fullmatch(words):
            continue
        fits = opening not in RELATIVE and len(words.split()) <= longest
        if fits and (not aside or not FINITE.search(words)) and identifiable(document, words):
            return subject
        if not aside:
            if opening != "and":
                return None
            longest = LONGEST_JOINED
    return None


RELATIVE = frozenset({"who", "which", "that"})
# "He did not speak of it on Monday, but did say…": the subject stands further off.
AUXILIARIES = lazy_pattern(r"(?: |did|does|has|have|had|also|later|then|only)*")


# The source after its verb: ", said Ken Rider, a commission engineer.", but not ", said the talks were over."
TURNED = lazy_pattern(r" ((?:[A-Z]|the |an? |one |[a-z-]+ (?:[a-z-]+ ){0,3}[A-Z]).{2,80}?)(?=[,.;:]|$)")
FINITE = lazy_pattern(
    r" (?:is|are|was|were|has|have|had|will|would|can|could|may|might|should|must|did|does|do)\b"
)


def _turned(document: Document, sentence: Span, verb: Span) -> Voucher | None:
    turned = TURNED.match(document.view(flat)[verb.end : sentence.end])
    if verb.start == sentence.start or not turned or not identifiable(document, turned[1]):
        return None
    if FINITE.search(turned[1]):
        return None
    return Voucher(Span(verb.start, verb.end + turned.end()), Span(sentence.start, verb.start))


def _resumed(document: Document, sentence: Span, verb: Span) -> Voucher | None:
    """Read "Ana Ruiz, a spokeswoman for the union, said": the name stands before the words set off."""
    lead = document.view(flat)[sentence.start : verb.start].rstrip()
    named = lead.endswith(",") and identifiable(document, lead.partition(",")[0])
    return Voucher(verb, Span(verb.end, sentence.end)) if named else None


def _set_off(lead: str) -> bool:
    # A few words and a comma ("On Monday, police said…") are no statement yet.
    return lead.endswith(('"', "”", "–", "—", "'")) or (lead.endswith(",") and len(lead.split()) > 3)


# What follows a verb that ends its statement: ", police said.", ", the mayor wrote on Monday."
ENDED = lazy_pattern(
    r"\s*(?:[.,;:)–—\"”?!-]|$)|"
    r" (?:on|in|at|during|after|before|late|early|this|last|earlier|later|when|as|by|via|through|Jan|Feb|"
    r"March|April|May|June|July|Aug|Sept|Oct|Nov|Dec|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
TELLING = WordSet("telling-verbs")
LISTENER = lazy_pattern(
    r" (?:[\w'.-]+ ){0,4}?[\w'-]+(?=[.,;]| (?:on|in|at|during|after|this|last|earlier)\b)"
)
