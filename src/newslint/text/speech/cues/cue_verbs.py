"""Cue verbs: where somebody says, thinks, shows or promises something."""

from __future__ import annotations

import re
from bisect import bisect_left

import msgspec

from newslint.core.document import Document
from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.text.cues import cues
from newslint.text.grammar import BEFORE_NOUN, IRREGULAR_PAST, PLURAL
from newslint.text.quoting.passages import skeleton
from newslint.text.quoting.quotations import in_quotation
from newslint.text.speech.cues.wordings import Wordings, wordings

LISTS = (
    *("reporting-verbs", "thinking-verbs", "showing-verbs", "promising-verbs", "calling-verbs"),
    *("voicing-verbs", "thinking-adjectives", "learning-verbs"),
)
# The quotation beside a verb that only says how somebody spoke: “…,” the baker snapped; she fumed: “…”
SPEECH_BEFORE = lazy_pattern(r"[,?!.…—-]”\s(?:[^\s“”]+\s){0,5}$")
SPEECH_AFTER = lazy_pattern(r"(?:\s[a-z' ]{1,40})?[,:]?\s“")
CONTRACTION = lazy_pattern(r"'(?:s|d|ve|re|ll|m) $")
BE = lazy_pattern(r"\b(?:is|was|were|are|be|been|being|'re)\b")
MODAL = lazy_pattern(
    r"\b(?:will|would|could|can|cannot|may|might|should|must|did|does|do|to|[a-z]+n't|'ll|'d)\b"
)
INFINITIVE = lazy_pattern(r"(?:not|to|[a-z]+n't|did|will|would|could|may|might|must)")
# What can follow a verb, and seldom a noun of the same letters ("reports the bank", "reports of rain").
AFTER_FINITE = lazy_pattern(
    r"""\s(?:that|to|how|whether|if|why|what|when|he|she|it|they|we|i|there|his|her|its|their|the|a|an|this|these
    |no|not|\d|more|less|about|nearly|only|“|[A-Z])
    |\s?[:,]""",
    re.VERBOSE,
)
# "a man (accused of) theft", "the shells (found at) the site"
DONE_TO = lazy_pattern(r"accused of\b|found (?:at (?!least\b|most\b)|near\b|inside\b|under\b|behind\b)")
# "by warning that", "before explaining why", "by asking: “…”"
CLAUSE = lazy_pattern(r"\s(?:that|he|she|it|they|there|why|how|whether|if)\b|[,:]?\s“")
# "learned (that …)", "feels (it is …)", "…, the court heard(.)"; not "learned (how to …)"
LEARNT = lazy_pattern(
    r"\s(?:that|whether|how|why|what|if)\s(?!to\b)|\s(?:he|she|it|they|there)\s(?:is|was|were|are|has|had|have|will|would"
    r"|can|could|may|might|should|must)\b|[.]"
)
DENIED = lazy_pattern(r"\b(?:could|can|did|does|do)(?:\s?not|n't)\b|\bcannot\b")
# "blasted into orbit", "referred to."
WITHOUT_OBJECT = lazy_pattern(
    r"\s(?:in|into|at|off|by|from|through|out|up|down|after|before|across|away|past|over|under)\b|[.]"
)
EVERYONE = lazy_pattern(r"(?:all|both|each) +")
# "when asked about it"
BEFORE_PASSIVE = frozenset(
    ["when", "if", "once", "as", "than", "unless", "until", "though", "although", "being"]
)
# "a plan announced by the bank", not "replied by asking"
BY_OTHERS = lazy_pattern(
    r"(?: [a-z]+ly| earlier| first)? by (?!\w+ing|(?:tele)?phone\b|e-?mail\b|fax\b|letter\b|text\b|video\b)"
)
# "a whale called Jeedara" does not call.
NAMED = lazy_pattern(r"\s(?:the\s)?[A-Z“]")
# The lists whose verbs say nothing in the passive: "was called", "was decided".
UNSAID = frozenset({"calling-verbs", "learning-verbs"})


class CueVerb(msgspec.Struct, frozen=True, gc=False):
    """A verb that may introduce a statement: the *verb*, its *group* with auxiliaries, and its *lists*.

    Who speaks is not the subject of one that *is_passive*: "was told", "is said".
    """

    verb: Span
    group: Span
    word: str
    lists: frozenset[str]
    is_passive: bool = False

    @property
    def is_participle(self) -> bool:
        """Tell whether the verb has no subject of its own (", adding that …")."""
        return self.word.partition(" ")[0].endswith("ing") and self.group == self.verb


class Place(msgspec.Struct, frozen=True):
    """What may be a cue verb, the first *word* of it, and the words round it."""

    phrase: str
    word: str
    before: tuple[str, ...]
    auxiliary: str
    following: str

    @property
    def previous(self) -> str:
        """Return the word before the verb and its auxiliaries."""
        return self.before[-1] if self.before else ""

    @property
    def is_past(self) -> bool:
        """Tell whether the form is that of the past."""
        return self.word.endswith("ed") or self.word in IRREGULAR_PAST

    @property
    def has_speaker(self) -> bool:
        """Tell whether a name or a pronoun stands before the verb."""
        return self.previous[:1].isupper() or self.previous in ("he", "she", "they", "who")

    @property
    def follows_speech(self) -> bool:
        """Tell whether a speaker stands between a quotation and the verb: “…,” she notes."""
        if self.previous in ("he", "she", "they"):
            return True
        return self.previous[:1].isupper() and any(word.endswith("”") for word in self.before[-4:-1])


def cue_verbs_in(document: Document, span: Span) -> tuple[CueVerb, ...]:
    """Return the verbs in *span*, outside quotations, whose subject speaks."""
    return tuple(verb for verb in _verbs_in(document, span) if not verb.is_passive)


def passives_in(document: Document, span: Span) -> tuple[CueVerb, ...]:
    """Return the verbs by which something is said, and the subject does not say it: "it was claimed"."""
    return tuple(verb for verb in _verbs_in(document, span) if verb.is_passive)


def _verbs_in(document: Document, span: Span) -> tuple[CueVerb, ...]:
    starts = document.view(_starts)
    first = bisect_left(starts, span.start)
    last = bisect_left(starts, span.end, first)
    return document.view(cue_verbs)[first:last] if first < last else ()


def _starts(document: Document) -> list[int]:
    return [verb.group.start for verb in document.view(cue_verbs)]


def cue_verbs(document: Document) -> tuple[CueVerb, ...]:
    """Return all such verbs of the story, in the order of the text."""
    found: dict[int, tuple[int, frozenset[str]]] = {}
    # The same few lists go together again and again, and a set a verb would take more than all the rest.
    together: dict[frozenset[str], frozenset[str]] = {}
    hits = document.view(cues)
    for name in LISTS:
        for span in hits.get(name, ()):
            end, names = found.get(span.start, (span.end, frozenset()))
            if span.end > end:
                end, names = span.end, frozenset()
            if span.end == end:
                names = names | {name}
            found[span.start] = (end, together.setdefault(names, names))
    words = document.lexicon.view(wordings)
    verbs = (
        read_cue_verb(document.view(skeleton), Span(start, end), names, words)
        for start, (end, names) in sorted(found.items())
        if not in_quotation(document, start)
    )
    return tuple(verb for verb in verbs if verb)


def read_cue_verb(text: str, verb: Span, lists: frozenset[str], words: Wordings) -> CueVerb | None:
    word = verb.cut(text)
    if not word.islower() or text[verb.start - 1 : verb.start] == "-" or text[verb.end : verb.end + 1] == "-":
        return None
    if lists == {"calling-verbs"} and WITHOUT_OBJECT.match(text, verb.end):
        return None
    before = text[max(0, verb.start - 60) : verb.start].rpartition("\n")[2]
    if lists == {"voicing-verbs"} and not (
        SPEECH_BEFORE.search(before) or SPEECH_AFTER.match(text, verb.end)
    ):
        return None
    found = words.auxiliary.search(before)
    auxiliary = _without_subject(before, found[0]) if found else ""
    rest = before.removesuffix(auxiliary)
    contraction = CONTRACTION.search(rest)
    place = Place(
        phrase=word,
        word=word.partition(" ")[0],
        before=tuple(rest.split()),
        auxiliary=(contraction[0] if contraction else "") + auxiliary,
        following=text[verb.end : verb.end + 24],
    )
    shown = "showing-verbs" in lists and place.previous.lower() in words.documents
    either = word in words.ambiguous and not shown and lists != {"learning-verbs"}
    if lists == {"learning-verbs"} and not _learns(place):
        return None
    if DONE_TO.match(text, verb.start) and not place.has_speaker and not auxiliary:
        return None
    if "thinking-adjectives" in lists:
        return _thought(verb, place, lists, words.linked)
    # ", tacitly acknowledging that …"
    helped = "'" in place.auxiliary or BE.search(place.auxiliary) or MODAL.search(place.auxiliary)
    bare = place.word.endswith("ing") and not helped
    group = verb if bare else Span(verb.start - len(auxiliary), verb.end)
    if _is_passive(place, words):
        said = place.is_past and BE.search(auxiliary) and not lists & UNSAID
        return CueVerb(verb, group, word, lists, is_passive=True) if said else None
    return CueVerb(verb, group, word, lists) if _is_verb(place, either=either) else None


def _without_subject(before: str, auxiliary: str) -> str:
    """Return what helps a verb without its subject: "To varying degrees, (all) agreed"."""
    subject = EVERYONE.match(auxiliary) if before.removesuffix(auxiliary).endswith(", ") else None
    return auxiliary[subject.end() :] if subject else auxiliary


def _thought(
    adjective: Span, place: Place, lists: frozenset[str], linking: re.Pattern[str]
) -> CueVerb | None:
    """Return "is convinced" as a verb, where "that" follows."""
    linked = linking.search(" ".join((*place.before[-2:], place.auxiliary)))
    if linked is None or not place.following.startswith((" that ", " it ", " he ", " she ", " they ")):
        return None
    start = adjective.start - len(linked[0])
    return CueVerb(adjective, Span(start, adjective.end), place.phrase, lists)


def _learns(place: Place) -> bool:
    """Tell whether somebody has learnt or decided what the clause says, and is not only to do so."""
    if not LEARNT.match(place.following):
        return False
    if place.following[0] == "." and place.word != "heard":
        return False
    if MODAL.search(place.auxiliary) and not DENIED.search(place.auxiliary):
        return False
    return place.is_past or place.word.endswith("ing") or place.previous not in ("and", "or", "but", "then")


def _is_passive(place: Place, words: Wordings) -> bool:
    """Tell whether somebody else speaks: "was told", "when asked", "a whale called Jeedara"."""
    if place.word.endswith("ing"):
        return False
    if place.auxiliary and BE.search(place.auxiliary):
        return True
    if place.is_past and (place.previous.lower() in BEFORE_PASSIVE or BY_OTHERS.match(place.following)):
        return True
    # "a craft believed to be a plane" does not believe.
    supposed = place.word in words.supposing and place.following.startswith(" to ")
    named = place.phrase in words.naming and NAMED.match(place.following) is not None
    # "The Tor, also called Gauntlet, is": no comma alone parts who calls from the verb.
    parted = named and place.previous.endswith(",") and " ".join(place.before).count(",") == 1
    return parted or ((supposed or named) and not place.has_speaker)


def _is_verb(place: Place, *, either: bool) -> bool:
    """Tell a verb from a noun or an adjective; *either* says that its letters are as often one of those."""
    if place.previous == "to" and place.auxiliary.startswith("have "):
        # "is said to have called it a folly"
        return place.is_past
    if place.previous.lower() in BEFORE_NOUN and not _reaches_past(place):
        return False
    if place.auxiliary and MODAL.search(place.auxiliary):
        return True
    if (
        either
        and len(place.before) > 1
        and place.previous.islower()
        and INFINITIVE.fullmatch(place.before[-2])
    ):
        # "did not release details, but"
        return False
    if either and not (place.follows_speech or (place.is_past and place.has_speaker)):
        ends_word = place.previous[-1:].isalpha() or place.previous[-1:] in ",”»)%"
        if not ends_word or place.previous.endswith(("'s", "s'")) or not AFTER_FINITE.match(place.following):
            return False
    clause = not either and place.following.startswith(" that ")
    return clause or place.word.endswith("ing") or place.is_past or _agrees(place)


def _reaches_past(place: Place) -> bool:
    """Tell whether a verb follows all the same: "the sign that said", "by warning that"."""
    if place.word.endswith("ing"):
        return place.previous == "as" or CLAUSE.match(place.following) is not None
    return place.previous == "that" and place.is_past


def _agrees(place: Place) -> bool:
    """Tell whether a verb in the present has the number of the word before it."""
    subject = place.previous.lower().rstrip(",")
    if place.word in ("say", "says"):
        return True
    if subject in ("who", "which", "that", "and"):
        return True
    if place.previous[:1].isupper() and (place.word.endswith("s") or "and" in place.before[-4:]):
        return True
    plural = subject in PLURAL or (subject.endswith("s") and not subject.endswith("'s"))
    return plural != place.word.endswith("s")
