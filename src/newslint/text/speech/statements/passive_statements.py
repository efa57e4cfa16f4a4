"""Statements that rest on nobody: it was claimed that …; the ship is said to be lost; the court was told …"""

from __future__ import annotations

from collections.abc import Iterator

from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.core.wording import WordSet
from newslint.text.speech.cues.contents import content_end, stripped
from newslint.text.speech.cues.cue_verbs import CueVerb
from newslint.text.speech.cues.scenes import FINITE, Scene, Statement
from newslint.text.speech.cues.subjects import subject_before

# What somebody unnamed says or thinks of the subject: "is said to be lost".
SUPPOSED = WordSet("supposed-participles")
TOLD = WordSet("told-participles")
NOBODY = frozenset({"it", "what", "which", "who", "that", "there"})
IT = lazy_pattern(r"\b[Ii]t$")
INFINITIVE = lazy_pattern(r"\sto\s(?=(?:be|have)\b|[a-z]+\b)")
# "was told (by Lind) that …"
CLAUSE = lazy_pattern(r"(?:\sby\s(?P<agent>[^,“”]{2,60}?))?(?:\son\s\w+day)?\s(?=that\s)")
BARE_CLAUSE = lazy_pattern(r"\s(?=[A-Z]|(?:he|she|it|they|there|the|an?)\s)")
CLOSED = lazy_pattern(r"(?:\sby\s(?P<agent>[^,“”]{2,60}?))?(?=[.]?$)")


def by_passive(scene: Scene, verb: CueVerb) -> Iterator[Statement]:
    """Find what a verb in the passive attributes to nobody, or to somebody after "by"."""
    text, start, end = scene.text, scene.passage.start, scene.passage.end
    word, follows = verb.word, verb.verb.end
    before = scene.before(verb.group.start)
    clause = CLAUSE.match(text, follows, end)
    if IT.search(before) and before.lower().endswith(", it"):
        closed = CLOSED.match(text, follows, end) if "not" not in verb.group.cut(text).split() else None
        if closed:
            content = stripped(text, Span(start, start + len(before) - len(", it")))
            yield _statement(scene, verb, (content,), Span(*closed.span("agent")))
    elif clause and (IT.search(before) or word in TOLD.of(scene)):
        yield from _clause(scene, verb, clause.end(), Span(*clause.span("agent")))
    elif word in TOLD.of(scene) and (bare := BARE_CLAUSE.match(text, follows, end)):
        yield from _clause(scene, verb, bare.end(), Span(-1, -1))
    elif word in SUPPOSED.of(scene) and INFINITIVE.match(text, follows, end):
        subject = subject_before(text, start, verb.group.start)
        rest = Span(follows + 1, content_end(text, follows, end, later=scene.verbs))
        if subject and subject.cut(text).lower() not in NOBODY:
            yield _statement(scene, verb, (subject, stripped(text, rest)), Span(-1, -1))


def _clause(scene: Scene, verb: CueVerb, start: int, agent: Span) -> Iterator[Statement]:
    stop = content_end(scene.text, start, scene.passage.end, later=scene.verbs)
    content = stripped(scene.text, Span(start, stop))
    if FINITE.search(content.cut(scene.text)):
        yield _statement(scene, verb, (content,), agent)


def _statement(scene: Scene, verb: CueVerb, content: tuple[Span, ...], agent: Span) -> Statement:
    return Statement(scene.passage, agent if agent.start >= 0 else None, verb.group, content)
