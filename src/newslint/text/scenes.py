"""Scenes: a passage with its cue verbs, and the statements that its words alone give."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from newslint.core.span import Span
from newslint.text.contents import TELLING, content_end, content_start, stripped
from newslint.text.cue_verbs import CueVerb
from newslint.text.subjects import first_subject, subject_after, subject_before

QUOTED = (",”", "?”", "!”", "—”", "-”", ".”", "…”")
OPENS_SUBJECT = re.compile(
    r"\s(?:[A-Z“]|the\s|an?\s|one\b|his\s|her\s|its\s|their\s|another\b|(?:[a-z-]+\s){1,3}[A-Z])"
)
FINITE = re.compile(
    r"\b(?:is|was|were|are|has|had|have|will|would|can|could|may|might|should|did|does|do|be|been)\b|n't\b"
)
ENDS = re.compile(r"[\s,]*(?:[.!?;]|$)")
ADVERBIAL = re.compile(
    r"\s(?:in|on|at|during|after|before|as|when|while|via|through|to|of|from|with|last|this|earlier|late|by)\b"
)
ONLY_SPEECH = re.compile(r"(?:“[^”]*”[\s.,;—–-]*)+")
OPENING = re.compile(
    r"(?:in|on|at|during|after|before|as|when|while|by|from|with|for|despite|since|earlier|later)\b",
    re.IGNORECASE,
)


UNLISTED_VERB = re.compile(r"\s([a-z]+(?:ed|s|t|d))\s(?=[A-Z]|the\s|an?\s|one\b|another\b)")
WORD = re.compile(r"[\w'-]+")
# "Marta Lind's repeated (claim that …)"
OWNER = re.compile(
    r"((?:[A-Z][\w.-]+ )*[A-Z][\w.-]+|\b(?:his|her|their|its|my|our))(?:'s?)?(?: [a-z]+){0,2}$"
)
# "has expressed growing (concern that …)"
EXPRESSED = re.compile(
    r"\b(?:express|voic|rais|ma[dk]|issu|repeat|offer|g[ai]v|reiterat|shar|ha[sd]|have)\w*(?: [a-z-]+){0,3}$"
)
# ", with the council calling it …"
ACCOMPANIED = re.compile(r"\bwith ((?:the )?[A-Z][^,“]{1,50})$")
# Shorter quotations are names, titles and scare quotes as often as speech.
LEAST_LETTERS = 14
LEAST_SHARE = 0.15
INSERTED = re.compile(r",\s(?!“|\w+ing\b|adding|noting|which|who|when|after|as\s)(?=\w)")
PLACED = re.compile(r"[^“”,]*(?:,|:)\s(?=“)")


class Statement(msgspec.Struct, frozen=True):
    """Who says what in a passage. The *shape* tells the order of source, cue and content (S, C, X)."""

    passage: Span
    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    shape: str


class Scene(msgspec.Struct, frozen=True):
    """A passage of the skeleton with its cue verbs, in which statements are looked for."""

    text: str
    passage: Span
    verbs: Sequence[CueVerb]

    def is_speech(self) -> bool:
        """Tell whether the passage is nothing but quotation."""
        return ONLY_SPEECH.fullmatch(self.text, self.passage.start, self.passage.end) is not None

    def before(self, position: int) -> str:
        """Return the words of the passage before *position*."""
        return self.text[self.passage.start : position].rstrip()

    def after(self, position: int) -> str:
        """Return the words of the passage from *position* on."""
        return self.text[position : self.passage.end]


def in_scene(scene: Scene, phrases: Sequence[Span], nouns: Sequence[Span]) -> list[Statement]:
    """Return who says what in a passage, by its *phrases* ("according to"), verbs, *nouns*, or quotations."""
    found: list[Statement] = []
    for phrase in phrases:
        found += _by_phrase(scene, phrase)
    for verb in scene.verbs:
        found += _by_verb(scene, verb, found)
    for noun in nouns:
        found += _by_noun(scene, noun, found)
    if not found and "“" in scene.after(scene.passage.start) and not scene.is_speech():
        found += _by_quotation(scene)
    return found


def _by_verb(scene: Scene, verb: CueVerb, earlier: Sequence[Statement]) -> Iterator[Statement]:
    if verb.is_participle:
        yield from _by_participle(scene, verb, earlier)
    elif _inverted(scene, verb):
        yield from _speaker_last(scene, verb)
    else:
        subject = subject_before(scene.text, scene.passage.start, verb.group.start)
        if subject is None:
            yield from _by_predicate(scene, verb, earlier)
        elif _closes_content(scene, verb, subject):
            yield from _content_first(scene, verb, subject)
        else:
            yield from _content_last(scene, verb, subject, shape="SCX")


def _inverted(scene: Scene, verb: CueVerb) -> bool:
    """Tell whether the speaker follows the verb: “…,” said Lind."""
    before = scene.before(verb.group.start)
    if not OPENS_SUBJECT.match(scene.text, verb.verb.end, scene.passage.end):
        return False
    if before.endswith(QUOTED):
        return True
    clause = scene.after(verb.verb.end).partition(",")[0]
    return (
        before.endswith(",")
        and "reporting-verbs" in verb.lists
        and (verb.word == "said" or FINITE.search(before) is not None)
        and not TELLING.match(verb.word)
        and not FINITE.search(clause)
        and " that " not in clause
        and "“" not in clause
    )


def _closes_content(scene: Scene, verb: CueVerb, subject: Span) -> bool:
    """Tell whether what was said stands before the subject ("prices will rise, the bank said")."""
    before = scene.before(subject.start)
    if not before.endswith((*QUOTED, ",")) or not verb.lists & {
        "reporting-verbs",
        "thinking-verbs",
        "showing-verbs",
    }:
        return False
    follows = content_start(scene.text, verb, scene.passage.end)
    closed = bool(ENDS.match(scene.text, follows, scene.passage.end))
    if before.startswith("“"):
        return True
    if before.endswith(QUOTED):
        return closed or not OPENING.match(before)
    following = scene.after(verb.verb.end)
    if closed or following.startswith(","):
        return " " in before
    return bool(ADVERBIAL.match(following)) and not OPENING.match(before) and " that " not in following


def _speaker_last(scene: Scene, verb: CueVerb) -> Iterator[Statement]:
    source = subject_after(scene.text, verb.verb.end, scene.passage.end)
    content = _first_content(scene, verb.group.start)
    if source and len(content) > 1:
        yield Statement(scene.passage, source, verb.group, (content, *_rest(scene, source.end)), "XCS")


def _content_first(scene: Scene, verb: CueVerb, subject: Span) -> Iterator[Statement]:
    content = _first_content(scene, subject.start)
    inserted = scene.before(subject.start).endswith(",") and INSERTED.match(
        scene.text, verb.verb.end, scene.passage.end
    )
    rest = (
        (stripped(scene.text, Span(inserted.end(), scene.passage.end)),)
        if inserted
        else _rest(scene, verb.verb.end)
    )
    if len(content) > 1:
        yield Statement(scene.passage, subject, verb.group, (content, *rest), "XSC")


def _first_content(scene: Scene, end: int) -> Span:
    """Return what stands before the speaker, without an opening such as "In Oslo,"."""
    start = scene.passage.start
    opening = PLACED.match(scene.text, start, end)
    return stripped(scene.text, Span(opening.end() if opening else start, end))


def _rest(scene: Scene, position: int) -> tuple[Span, ...]:
    """Return what the speaker goes on to say after “…,” she said, in the same passage."""
    text = scene.text
    opening = text.find("“", position, scene.passage.end)
    if opening < 0:
        return ()
    closing = text.rfind("”", opening, scene.passage.end)
    return (stripped(text, Span(opening, closing + 1)),) if closing > 0 else ()


def _content_last(scene: Scene, verb: CueVerb, subject: Span | None, *, shape: str) -> Iterator[Statement]:
    text, end = scene.text, scene.passage.end
    follows = content_start(text, verb, end)
    content = stripped(text, Span(follows, content_end(text, follows, end, later=scene.verbs)))
    if len(content) > 1 and _is_said(verb, text[follows:end]):
        yield Statement(scene.passage, subject, verb.group, (content,), shape)


def _is_said(verb: CueVerb, following: str) -> bool:
    if verb.lists == {"promising-verbs"}:
        return following.lstrip().startswith("to ")
    if verb.lists & {"thinking-verbs", "showing-verbs"} and "reporting-verbs" not in verb.lists:
        return bool(FINITE.search(following))
    return True


def _by_participle(scene: Scene, verb: CueVerb, earlier: Sequence[Statement]) -> Iterator[Statement]:
    """Find what ", saying …" adds; its source is that of the statement before, or the sentence's subject."""
    before = scene.before(verb.group.start)
    accompanied = ACCOMPANIED.search(before)
    if accompanied:
        start = scene.passage.start
        source = Span(start + accompanied.start(1), start + accompanied.end(1))
        yield from _content_last(scene, verb, source, shape="CX")
    elif before.endswith((",", "”")) or verb.word == "saying":
        yield from _content_last(scene, verb, _own_source(scene, earlier), shape="CX")


def _by_predicate(scene: Scene, verb: CueVerb, earlier: Sequence[Statement]) -> Iterator[Statement]:
    """Find what a second verb of the same subject adds: "Lind praised the plan and said …"."""
    yield from _content_last(scene, verb, _own_source(scene, earlier), shape="PX")


def _own_source(scene: Scene, earlier: Sequence[Statement]) -> Span | None:
    for statement in reversed(earlier):
        if statement.source:
            return statement.source
    return first_subject(scene.text, scene.passage.start, scene.passage.end)


def _by_noun(scene: Scene, noun: Span, earlier: Sequence[Statement]) -> Iterator[Statement]:
    """Find what a noun attributes ("the claim that …", "Lind's warning that …")."""
    text, follows = scene.text, noun.end + len(" that ")
    if not text.startswith(" that ", noun.end) or FINITE.match(text, follows):
        return
    content = stripped(text, Span(follows, content_end(text, follows, scene.passage.end, later=scene.verbs)))
    taken = any(verb.verb.overlaps(noun) for verb in scene.verbs) or any(
        piece.start == content.start for statement in earlier for piece in statement.content
    )
    if not taken and FINITE.search(text, content.start, content.end):
        yield Statement(scene.passage, _owner(scene, noun, earlier), noun, (content,), "NX")


def _owner(scene: Scene, noun: Span, earlier: Sequence[Statement]) -> Span | None:
    before = scene.before(noun.start)
    owner = OWNER.search(before)
    if owner:
        return Span(scene.passage.start + owner.start(1), scene.passage.start + owner.end(1))
    return _own_source(scene, earlier) if EXPRESSED.search(before) else None


def _by_quotation(scene: Scene) -> Iterator[Statement]:
    """Find the source of a quotation whose cue is in no list: Lind offered “my thoughts and prayers”."""
    text, passage = scene.text, scene.passage
    opening = text.find("“", passage.start, passage.end)
    if len(scene.before(opening)) > 1:
        yield from _led_in(scene, opening)
        return
    closing = text.find("”", opening, passage.end) + 1
    if text[closing - 2] not in ",?!—" or closing >= passage.end:
        return
    inverted = UNLISTED_VERB.match(text, closing, passage.end)
    if inverted:
        source = subject_after(text, inverted.end(), passage.end)
        yield Statement(
            passage, source, Span(*inverted.span(1)), (stripped(text, Span(opening, closing)),), "QCS"
        )


def _led_in(scene: Scene, opening: int) -> Iterator[Statement]:
    text, passage = scene.text, scene.passage
    if text.find("”", opening, passage.end) - opening < LEAST_LETTERS:
        return
    subject = first_subject(text, passage.start, opening)
    if subject is None:
        return
    verb = WORD.search(text, subject.end, opening)
    if verb is None:
        return
    speech = text[opening - 2] in ",:"
    start = opening if speech else verb.end()
    content = stripped(text, Span(start, passage.end))
    if text.count("_", content.start, content.end) >= LEAST_SHARE * len(content):
        yield Statement(passage, subject, Span(*verb.span()), (content,), "SQ")


def _by_phrase(scene: Scene, phrase: Span) -> Iterator[Statement]:
    """Find what "according to" attributes: what stands before it, or after its comma."""
    text, passage = scene.text, scene.passage
    before = stripped(text, Span(passage.start, phrase.start))
    if len(before) > 4:
        source = subject_after(text, phrase.end, passage.end)
        yield Statement(passage, source, phrase, (before,), "XPS")
        return
    comma = text.find(",", phrase.end, passage.end)
    if comma > 0:
        source = stripped(text, Span(phrase.end, comma))
        yield Statement(passage, source, phrase, (stripped(text, Span(comma, passage.end)),), "PSX")
