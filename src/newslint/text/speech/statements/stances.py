"""Stances: what somebody backs, fights, takes up or means to do, told in the reporter's words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from newslint.core.document import Document
from newslint.core.lexicon import Lexicon
from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.core.wording import Worded
from newslint.text.grammar import IRREGULAR_PAST
from newslint.text.quoting.passages import passage_at, skeleton
from newslint.text.quoting.quotations import in_quotation
from newslint.text.speech.cues.contents import stripped
from newslint.text.speech.cues.scenes import FINITE, Scene, Statement
from newslint.text.speech.cues.subjects import subject_before
from newslint.text.speech.cues.wordings import wordings
from newslint.text.speech.statements.noun_statements import owner_of
from newslint.text.speech.statements.stance_pieces import INTENT_ENDS, OBJECT_ENDS, stance, up_to
from newslint.text.speech.statements.stance_verbs import VERB_LISTS, by_stance_verb
from newslint.text.speech.statements.statements import DATELINE, documents_of, statements, statements_in
from newslint.text.words import PhraseIndex, occurrences, phrase_index

ADJECTIVES, EAGER, NOUNS = "adjectives-of-stance", "adjectives-of-intent", "nouns-of-stance"
HEARSAY, QUESTIONS = "hearsay-adverbs", "questioning-participles"
LISTS = (*VERB_LISTS, ADJECTIVES, EAGER, NOUNS, HEARSAY, QUESTIONS)
# "(is still) wary of"
BEING = Worded(
    r"(?:\b(?:is|are|was|were|be|been|being|am|{linking-verbs})|'s|'re|'m)\s"
    r"(?:(?:not|also|now|still|so|very|too|more|most|less|\w+ly)\s){0,2}$"
)
# "(has no) plans to", "(announced its) opposition to"
HOLDING = Worded(
    r"\b(?:(?:has|have|had|is|was|are|were|did|does|do|will)\b(?:\s(?:not|also|no))?|[a-z]+ed|{expressing-verbs}|"
    rf"{'|'.join(sorted(IRREGULAR_PAST))})(?:\s[\w'-]+){{0,4}}\s$"
)
LONGEST_LEAD = 60
POSSESSIVES = frozenset({"his", "her", "their", "its"})
# "(when) asked on Monday (whether …)", "(was) asked (about …)"
PUT_TO = lazy_pattern(r"(?:^|[,.;]|\b(?:[Ww]hen|[Ii]f|is|was|were|been|being))$")
QUESTION = lazy_pattern(
    r"(?:\s(?:[a-z]+ly|again|on|by|in|at|during|earlier|last|week|month|an?|interview|reporters?|\w+day|[A-Z]\w+))"
    r"{0,6}?\s(?P<question>(?:about|if|whether|how|why|what|when|who|which|where)\b)"
)


class Table(msgspec.Struct, frozen=True):
    """The words of stance: the list of each, and their index."""

    homes: Mapping[str, str]
    index: PhraseIndex


def stances(document: Document) -> tuple[Statement, ...]:
    """Return what the story says somebody is for, against, about or set on, where nobody says so.

    They are listed beside the statements; no rule asks for them.
    """
    return tuple(sorted(_read(document), key=lambda each: each.content[0]))


def _table(lexicon: Lexicon) -> Table:
    homes = {word: name for name in LISTS for word in lexicon.words(name)}
    return Table(homes, phrase_index(homes))


def _read(document: Document) -> Iterator[Statement]:
    table, text = document.lexicon.view(_table), document.view(skeleton)
    # Of two readings at one place the verb comes first: "plans to" can be one, too.
    found = sorted(
        (start, table.homes[phrase] not in VERB_LISTS, phrase)
        for start, phrase in occurrences(document, table.index)
    )
    document.view(statements)
    last = 0
    for start, _, phrase in found:
        passage = passage_at(document, start)
        if start < last or not passage or in_quotation(document, start):
            continue
        if dateline := DATELINE.match(text, passage.start, passage.end):
            passage = Span(dateline.end(), passage.end)
        cue = Span(start, start + len(phrase))
        scene = Scene(text, passage, (), document.lexicon, documents=document.lexicon.view(documents_of))
        said = statements_in(document, passage)
        held = None if _is_said(said, cue) else _by_cue(scene, cue, table.homes[phrase], said)
        if held:
            last = cue.end
            yield held


def _is_said(said: Iterable[Statement], cue: Span) -> bool:
    """Tell whether the words belong to a statement: they are its cue, or what somebody says."""
    return any(
        (each.cue is not None and each.cue.overlaps(cue))
        or any(piece.contains(cue) for piece in each.content)
        for each in said
    )


def _by_cue(scene: Scene, cue: Span, name: str, earlier: Sequence[Statement]) -> Statement | None:
    if name in VERB_LISTS:
        return by_stance_verb(scene, cue, name, earlier)
    if name == NOUNS:
        return _by_noun(scene, cue)
    if name == QUESTIONS:
        return _by_question(scene, cue)
    return _by_hearsay(scene, cue) if name == HEARSAY else _by_adjective(scene, cue, name)


def _by_adjective(scene: Scene, cue: Span, name: str) -> Statement | None:
    """Find who "is wary of" something, or "eager to" do it."""
    text, start = scene.text, scene.passage.start
    being = BEING.of(scene).search(text, max(start, cue.start - LONGEST_LEAD), cue.start)
    if being is None:
        return None
    auxiliary = scene.lexicon.view(wordings).auxiliary.search(text, start, being.start())
    begins = auxiliary.start() if auxiliary else being.start()
    # The "to" of an infinitive is part of what is wanted.
    follows, ends = (cue.end - len(" to"), INTENT_ENDS) if name == EAGER else (cue.end, OBJECT_ENDS)
    source = subject_before(text, start, begins)
    return stance(scene, source, Span(begins, follows), up_to(scene, follows, ends))


def _by_noun(scene: Scene, noun: Span) -> Statement | None:
    """Find whose "opposition to" something, or "plans to" do it, a sentence tells of."""
    content = up_to(scene, noun.end, OBJECT_ENDS)
    verb = FINITE.search(scene.text, content.start, content.end)
    if verb and not FINITE.search(scene.before(noun.start)):
        content = stripped(scene.text, Span(content.start, verb.start()))
    owner = owner_of(scene, noun, ())
    if owner is None or owner.cut(scene.text).lower() in POSSESSIVES:
        owner = _holder(scene, noun) or owner
    return stance(scene, owner, noun, content)


def _holder(scene: Scene, noun: Span) -> Span | None:
    """Find who "has no plans to" do something: the subject of the verb before the noun."""
    start = scene.passage.start
    verb = HOLDING.of(scene).search(scene.text, max(start, noun.start - LONGEST_LEAD), noun.start)
    return subject_before(scene.text, start, verb.start()) if verb else None


def _by_hearsay(scene: Scene, adverb: Span) -> Statement | None:
    """Find what "reportedly" happened: the sentence round the word, on nobody's authority."""
    before = stripped(scene.text, Span(scene.passage.start, adverb.start))
    after = stripped(scene.text, Span(adverb.end, scene.passage.end))
    content = tuple(piece for piece in (before, after) if len(piece) > 1)
    return Statement(scene.passage, None, adverb, content) if content else None


def _by_question(scene: Scene, verb: Span) -> Statement | None:
    """Find what somebody "was asked", by whom the copy does not say."""
    question = QUESTION.match(scene.text, verb.end, scene.passage.end)
    if question is None or not PUT_TO.search(scene.before(verb.start)):
        return None
    content = up_to(scene, question.start("question"), INTENT_ENDS)
    return Statement(scene.passage, None, verb, (content,)) if content else None
