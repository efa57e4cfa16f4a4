"""Statements by nouns: the claim that …; Lind's warning that …; fears in Oslo that …"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.core.wording import Worded
from newslint.text.grammar import FINITE as AUXILIARIES
from newslint.text.grammar import IRREGULAR_PAST, PRONOUNS, SUBORDINATORS
from newslint.text.speech.cues.contents import content_end, stripped
from newslint.text.speech.cues.scenes import FINITE, Scene, Statement

WORD = lazy_pattern(r"[\w'’-]+|[“_”.,]+")
# "claims (by the council) that …", "fears (in Oslo) that …"
# "(Lind's) argument (is) that …"
CLAUSE = lazy_pattern(
    r"(?:,?\s(?P<preposition>by|from|among|of|in|at|on|last|this)\s(?P<owner>(?!\w+ing\b)[^,“”]{2,60}?),?)?"
    r"(?P<linked>\s(?:is|was|has\sbeen|had\sbeen|remains|remained)(?:\s[a-z]+ly|\salways)?)?\s(?=that\s)"
)
OWNING = frozenset({"by", "from", "among", "of"})
# "Marta Lind's repeated (claim that …)", "the bank's (warning that …)"
OWNER = lazy_pattern(
    r"""(\b(?:his|her|their|its|my|our)
      | \b(?:(?:[Tt]he|[Aa]n?)\s(?:[a-z-]+\s){0,2}?)?(?:[A-Z][\w.-]*\s)*[A-Z][\w.-]*(?='s?(?:\s|$))
      | \b(?:[Tt]he|[Aa]n?|[Tt]heir|[Hh]is|[Hh]er|[Oo]ne)\s(?:[\w-]+\s){0,3}?[\w-]+(?='s?(?:\s|$)))
    (?:'s?)?(?:\s[a-z-]+){0,2}$""",
    re.VERBOSE,
)
# "has expressed growing (concern that …)"
EXPRESSED = Worded(r"\b(?:{expressing-verbs}|(?:ha[sd]|have|(?:is|was|are) of)\w*)(?: [a-z-]+){0,3}$")
NOBODY = frozenset({"there", "it", "this", "that", "these"})
# What opens a clause inside a clause, which has a verb of its own.
OPENS_CLAUSE = SUBORDINATORS | frozenset(
    """
    who which that when while where as after before what how whether than
    """.split()  # noqa: SIM905
)
JOINS = frozenset({"and", "or", "but", "to", "not"})


def by_noun(scene: Scene, noun: Span, earlier: Sequence[Statement]) -> Iterator[Statement]:
    """Find what a noun attributes ("the claim that …", "Lind's warning that …")."""
    text, end = scene.text, scene.passage.end
    clause = CLAUSE.match(text, noun.end, end)
    if clause is None or FINITE.match(text, clause.end() + len("that ")):
        return
    start = clause.end()
    stop = content_end(text, start, _end(noun, earlier, end), later=scene.verbs)
    if not clause["linked"] and not _has_verb(scene.before(noun.start)):
        stop = _main_verb(text, start + len("that "), stop) or stop
    content = stripped(text, Span(start, stop))
    if not _is_taken(scene, noun, content, earlier) and _has_verb(content.cut(text)):
        owned = clause["preposition"] in OWNING
        owner = Span(*clause.span("owner")) if owned else owner_of(scene, noun, earlier)
        yield Statement(scene.passage, owner, noun, (content,))


def _end(noun: Span, earlier: Sequence[Statement], end: int) -> int:
    """Return where the words end of somebody who uses the noun: "There is no doubt that …(, Lind said)"."""
    around = (piece.end for each in earlier for piece in each.content if piece.contains(noun))
    return min(around, default=end)


def _is_taken(scene: Scene, noun: Span, content: Span, earlier: Sequence[Statement]) -> bool:
    return any(verb.verb.overlaps(noun) for verb in scene.verbs) or any(
        piece.start == content.start for statement in earlier for piece in statement.content
    )


def _has_verb(before: str) -> bool:
    """Tell whether a sentence has its verb before the noun, which then is not its subject."""
    words = before.split()
    return any(_is_finite(word, previous) for previous, word in pairwise(words))


def _main_verb(text: str, start: int, end: int) -> int | None:
    """Return where the main verb follows a clause in the subject: "the claim that he left (is false)"."""
    wanted, previous = 1, ""
    for match in WORD.finditer(text, start, end):
        word = match[0]
        if word in OPENS_CLAUSE or (word in PRONOUNS and _follows_noun(previous)):
            wanted += 1
        elif _is_finite(word, previous) and not text.startswith(" by ", match.end()):
            if wanted == 0:
                return match.start()
            wanted -= 1
        previous = word
    return None


def _follows_noun(previous: str) -> bool:
    """Tell whether a pronoun opens a clause of its own: "the plan (he drew up)"."""
    return previous != "" and previous not in OPENS_CLAUSE and not _is_finite(previous, "")


def _is_finite(word: str, previous: str) -> bool:
    """Tell whether a word can be the verb of a clause, and not the rest of one ("has (been)", "to (be)")."""
    if previous in AUXILIARIES or previous in JOINS or previous.endswith(("n't", "ly")):
        return False
    regular = word.endswith("ed") and previous not in ("the", "a")
    return regular or word in AUXILIARIES or word in IRREGULAR_PAST


def owner_of(scene: Scene, noun: Span, earlier: Sequence[Statement]) -> Span | None:
    before = scene.before(noun.start)
    owner = OWNER.search(before)
    if owner:
        return Span(scene.passage.start + owner.start(1), scene.passage.start + owner.end(1))
    source = scene.own_source(earlier, noun.start) if EXPRESSED.of(scene).search(before) else None
    return None if source and source.cut(scene.text).lower() in NOBODY else source
