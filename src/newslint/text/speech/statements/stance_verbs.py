"""Stances by verbs: Lind opposes the plan, wants to close it, sees it as a threat; the union endorsed it."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.text.grammar import FINITE as AUXILIARIES
from newslint.text.speech.cues.cue_verbs import CueVerb, read_cue_verb
from newslint.text.speech.cues.first_subjects import first_subject
from newslint.text.speech.cues.scenes import Scene, Statement
from newslint.text.speech.cues.subject_edges import SPANS
from newslint.text.speech.cues.subjects import subject_before
from newslint.text.speech.cues.wordings import wordings
from newslint.text.speech.statements.stance_pieces import (
    INFINITIVE,
    INTENT_ENDS,
    OBJECT_ENDS,
    is_somebody,
    stance,
    up_to,
)

SIDES, TOPICS, INTENTS = "side-taking-verbs", "topic-verbs", "intent-verbs"
SEEING, PASSING, SEEMING = "seeing-verbs", "passing-participles", "seeming-verbs"
VERB_LISTS = (SIDES, TOPICS, INTENTS, SEEING, PASSING, SEEMING)
PREPOSITION = r"(?:in|on|at|with|for|before|by|as|and|from|to|or|that|until|than|after|when|while)\b"
WITHOUT_OBJECT = lazy_pattern(rf"\s?[,;:.!?)]|$|\s{PREPOSITION}")
# "sees (the plan as a threat)", "is seen (as a threat)", "is considered (a threat)"
AS_SOMETHING = lazy_pattern(r"[^,;:.!?“”]{2,80}?\sas\s")
AS = lazy_pattern(r"\sas\s")
SOMETHING = lazy_pattern(rf"\s(?!{PREPOSITION})[a-zA-Z“]")
# "seems (to be lost)", "appears (lost)"
SO = lazy_pattern(rf"\s(?:to\s|(?!{PREPOSITION}))[a-z]")
# "was endorsed by (the union)"
AGENT = lazy_pattern(
    r"\sby\s(?P<agent>(?!\w+ing\b)[^,;:“”]{2,60}?)"
    r"(?=[,;:.]|$|\s(?:and|in|on|at|after|for|during|to|who|as|with|last|this)\b)"
)
# What somebody may do or should do is no stance.
MODAL = lazy_pattern(
    r"\b(?:would|could|can|cannot|may|might|must|should)\b|\b(?:would|could|ca|might|must|should)n't"
)
SET_OFF = (",", "”", "—", "–", "-")
RELATIVES = frozenset({"who", "which", "that"})


def by_stance_verb(scene: Scene, cue: Span, name: str, earlier: Sequence[Statement]) -> Statement | None:
    """Find what a verb of the list *name* says somebody is for, against, about or set on."""
    verb = read_cue_verb(scene.text, cue, frozenset({name}), scene.lexicon.view(wordings))
    if verb is None or MODAL.search(verb.group.cut(scene.text)):
        return None
    if verb.is_passive:
        return _by_passive(scene, verb, name)
    return _by_seeming(scene, verb) if name == SEEMING else _by_active(scene, verb, name, earlier)


def _by_passive(scene: Scene, verb: CueVerb, name: str) -> Statement | None:
    subject = subject_before(scene.text, scene.passage.start, verb.group.start)
    if subject is None:
        return None
    follows, end = verb.verb.end, scene.passage.end
    if name in (SEEING, PASSING):
        passes = (AS if name == SEEING else SOMETHING).match(scene.text, follows, end)
        content = (subject, up_to(scene, follows, OBJECT_ENDS))
        return Statement(scene.passage, None, verb.group, content) if passes else None
    agent = AGENT.match(scene.text, follows, end)
    return Statement(scene.passage, Span(*agent.span("agent")), verb.group, (subject,)) if agent else None


def _by_active(scene: Scene, verb: CueVerb, name: str, earlier: Sequence[Statement]) -> Statement | None:
    follows = verb.verb.end
    source = _doer(scene, verb, earlier)
    if not _has_object(scene, follows, name) or source is None:
        return None
    if name == SIDES and source.cut(scene.text) in RELATIVES:
        # "voters who support Lind" are so called, and say nothing.
        return None
    return stance(
        scene, source, verb.group, up_to(scene, follows, INTENT_ENDS if name == INTENTS else OBJECT_ENDS)
    )


def _has_object(scene: Scene, follows: int, name: str) -> bool:
    text, end = scene.text, scene.passage.end
    if name == INTENTS:
        return INFINITIVE.match(text, follows, end) is not None
    if name == SEEING:
        return AS_SOMETHING.match(text, follows, end) is not None
    return name != PASSING and not WITHOUT_OBJECT.match(text, follows, end)


def _doer(scene: Scene, verb: CueVerb, earlier: Sequence[Statement]) -> Span | None:
    text, start, end = scene.text, scene.passage.start, scene.passage.end
    if verb.is_participle and scene.before(verb.group.start).endswith(SET_OFF):
        return scene.own_source(earlier, verb.group.start)
    nearest = subject_before(text, start, verb.group.start)
    if nearest and verb.is_participle and nearest.cut(text).rpartition(" ")[2] in SPANS:
        # "Lind has spent the week panning the plan"
        return scene.own_source((), verb.group.start)
    if nearest and verb.is_participle and scene.is_document(nearest):
        # "Lind released a statement condemning the plan": it is Lind who does.
        acts = any(word in AUXILIARIES or word.endswith("ed") for word in scene.before(nearest.start).split())
        return first_subject(text, start, end) if acts else nearest
    return nearest or first_subject(text, start, end)


def _by_seeming(scene: Scene, verb: CueVerb) -> Statement | None:
    """Find what seems so, to nobody in particular: "the deal appears dead"."""
    subject = subject_before(scene.text, scene.passage.start, verb.group.start)
    seems = SO.match(scene.text, verb.verb.end, scene.passage.end)
    if subject is None or seems is None or not is_somebody(subject.cut(scene.text)):
        return None
    return Statement(scene.passage, None, verb.group, (subject, up_to(scene, verb.verb.end, INTENT_ENDS)))
