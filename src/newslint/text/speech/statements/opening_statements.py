"""Statements by how a sentence opens: As Lind put it, …; Per the report, …; What Lind said was that …"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.core.document import Document
from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.core.wording import Worded
from newslint.text.speech.cues.contents import counter_start, stripped
from newslint.text.speech.cues.named_sources import person_named
from newslint.text.speech.cues.scenes import Scene, Statement
from newslint.text.speech.cues.source_kinds import is_crowd

OPENING = Worded(
    r"""(?:
      (?P<per>As\sper|Per)\s(?P<report>(?:[A-Z]|the\s|an?\s|his\s|her\s|its\s)[^,“”]{1,80}),\s
    | As\s(?P<teller>[^,“”]{2,60}?)\s(?P<telling>(?:{putting-verbs}|has|had)\sit)
      (?:\s(?:on|in|at|to|last|this|earlier)\s[^,“”]{2,50})?[,:]\s
    | As\s(?P<reporter>[^,“”]{2,60}?)\s(?:(?:first|previously|recently|also|later|has|had|have)\s)?
      (?P<reporting>{verbs-after-as})
      (?:\s(?:on|in|at|to|last|this|earlier)\s[^,“”]{2,50})?,\s
    | If\s(?P<doubted>[^,“”]{2,60}?)\s(?P<doubting>(?:is|are|was|were)\sto\sbe\sbelieved),\s
    | What\s(?P<sayer>[^,“”]{2,60}?)\s
      (?P<saying>{opening-verbs})
      (?:\s[^,“”.]{2,50}?)?\s(?:is|was)(?:,\s|:\s|\s(?=that\s|“))
    )""",
    re.VERBOSE,
)
# "To Lind, the harbour is lost."; "To the north" and "To be sure" are nobody's view.
HOLDER = lazy_pattern(r"(To)\s((?:the\s|his\s|her\s|many\s|some\s|most\s)?[A-Za-z][^,“”]{2,60}),\s(?=[a-z“])")
# What each opening starts with; most sentences start with something else.
INITIALS = frozenset("AIPTW")
PARTS = (
    ("report", "per"),
    ("teller", "telling"),
    ("reporter", "reporting"),
    ("doubted", "doubting"),
    ("sayer", "saying"),
)


def by_opening(document: Document, scene: Scene) -> Iterator[Statement]:
    """Find who is said to say what a sentence goes on with."""
    text, passage = scene.text, scene.passage
    if text[passage.start] not in INITIALS:
        return
    opening = OPENING.of(document).match(text, passage.start, passage.end)
    if opening:
        part, word = next(pair for pair in PARTS if opening[pair[0]])
        yield _statement(scene, Span(*opening.span(part)), Span(*opening.span(word)), opening.end())
    elif held := HOLDER.match(text, passage.start, passage.end):
        source = Span(*held.span(2))
        if person_named(document, source) or is_crowd(document, source):
            yield _statement(scene, source, Span(*held.span(1)), held.end())


def _statement(scene: Scene, source: Span, cue: Span, start: int) -> Statement:
    content = stripped(scene.text, Span(start, counter_start(scene, source, start)))
    return Statement(scene.passage, source, cue, (content,))
