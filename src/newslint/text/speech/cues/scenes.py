"""Scenes: a passage with its cue verbs, and the statements found in it."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from newslint.core.lexicon import Lexicon
from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.text.speech.cues.cue_verbs import CueVerb
from newslint.text.speech.cues.main_subjects import main_subject, opens_clause
from newslint.text.speech.cues.subjects import RELATIVES

FINITE = lazy_pattern(
    r"\b(?:is|was|were|are|has|had|have|will|would|can|could|may|might|should|did|does|do|be|been)\b|n't\b"
)
ONLY_SPEECH = lazy_pattern(r"(?:“[^”]*”[\s.,;—–-]*)+")
SPOKEN_ENDS = tuple(f"{stop}”" for stop in ".,!?…—-")


class Statement(msgspec.Struct, frozen=True, gc=False):
    """Who says what in a passage, by which word; what is said may be in pieces."""

    passage: Span
    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]


class Scene(msgspec.Struct, frozen=True):
    """A passage of the skeleton with its cue verbs, in which statements are looked for.

    A *heading* drops its articles; *documents* are the nouns of what speaks without being anybody.
    """

    text: str
    passage: Span
    verbs: Sequence[CueVerb]
    lexicon: Lexicon
    heading: bool = False
    documents: frozenset[str] = frozenset()

    def is_speech(self) -> bool:
        """Tell whether the passage is nothing but quotation."""
        return ONLY_SPEECH.fullmatch(self.text, self.passage.start, self.passage.end) is not None

    def is_spoken(self) -> bool:
        """Tell whether the quotation ends in a stop; without one it is a title."""
        return self.after(self.passage.start).rstrip(" .").endswith(SPOKEN_ENDS)

    def is_document(self, source: Span | None) -> bool:
        """Tell whether a source is a poll, a record or the like."""
        words = source.cut(self.text).lower().split() if source else []
        return not self.documents.isdisjoint(words)

    def before(self, position: int) -> str:
        """Return the words of the passage before *position*."""
        return self.text[self.passage.start : position].rstrip()

    def after(self, position: int) -> str:
        """Return the words of the passage from *position* on."""
        return self.text[position : self.passage.end]

    def own_source(self, earlier: Sequence[Statement], cue: int) -> Span | None:
        """Return the source of a *cue* without one: that of the cue before, or the sentence's subject."""
        spoken = [each for each in earlier if each.cue and each.cue.start < cue and not _opens(each)]
        for statement in reversed(spoken):
            source = statement.source
            # "Lind rebuked critics who say he is late, saying …", "After Berg said no, Lind left, saying …"
            if source is None or source.cut(self.text) in RELATIVES or _is_said(source, spoken):
                continue
            if not opens_clause(self.before(source.start)):
                return source
        return main_subject(self, self.text, self.passage.start, self.passage.end, cue=cue)


def _is_said(source: Span, earlier: Sequence[Statement]) -> bool:
    return any(piece.contains(source) for each in earlier for piece in each.content if each.source)


def _opens(statement: Statement) -> bool:
    """Tell whether a phrase opens the sentence, which has a subject of its own: "According to Berg, …"."""
    cue, source = statement.cue, statement.source
    return cue is not None and source is not None and cue.start < source.start < statement.content[0].start
