"""Statements by phrases: according to Lind, …; in her words, …; in the view of the bank, …"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.core.wording import Worded
from newslint.text.grammar import FINITE as AUXILIARIES
from newslint.text.speech.cues.contents import counter_start, resumes, stripped
from newslint.text.speech.cues.scenes import FINITE, Scene, Statement
from newslint.text.speech.cues.subjects import subject_after

# "(in) his own (words)", "(in) Marta Lind's (view)", "(in) the bank's (telling)"
POSSESSED = Worded(
    r"""\b[Ii]n\s((?:his|her|its|their|my|our)|(?:[Tt]he\s)?(?:[\w.-]+\s){0,3}?[\w.-]+)('s?)?
    \s(?:{adjectives-of-words}\s)?$""",
    re.VERBOSE,
)
POSSESSIVES = frozenset({"his", "her", "its", "their", "my", "our"})
# "According to Marta Lind(, who runs the harbour), …"
APPOSED = Worded(r",\s(?:who|which|whose|an?|the|{openings-of-appositions})\s[^“”]*?,\s")
# What cannot open the clause after an apposition.
NO_CLAUSE = lazy_pattern(r"(?:who|which|now|then|and|but|or|\d+|[a-z]+ed|[a-z]+ing)\b")
# "In the words of one farmer: “…”"
# "In (the latest poll of voters), …"
SURVEY = Worded(
    r"""(In)\s((?:the|an?|its|one|another|that|this|most|recent|several)\s(?:[\w'./-]+\s){0,6}?
      {surveys-and-filings}
      (?:\s(?:of|by|from|for|{filing-participles}|on)\s[^,“”]{2,60})?),\s""",
    re.VERBOSE,
)
# "According to Lind (the harbour is closed)", without the comma
NO_COMMA = lazy_pattern(
    r"""\s(?:the\s)?(?:(?!(?:is|was|were|are|has|had|have|will|would|as|who|which|that)\b)[\w.'-]+\s){1,5}?
    (?<!\bof\s)(?<!\b(?:in|at|to|by|on)\s)(?<!\b(?:for|and)\s)(?<!\b(?:from|with)\s)
    (?=(?:the|an?|he|she|it|they|there|his|her|its|their|this|no|some|more|many|about|\d+)\s)""",
    re.VERBOSE,
)
# "(…), per (the Post)"; "per person" has no capital.
PER = Worded(
    r",\s(?P<cue>per)\s(?P<source>(?:(?:the|an?)\s)?(?:[A-Z][^,;:“”]{1,60}?|(?:[\w-]+\s){0,2}{document-sources}))"
    r"(?=[.,;]|$)"
)
# "(But the next day), according to Lind(, the harbour closed)"
OPENING = lazy_pattern(
    r"(?:(?:But|And|Still|Yet|Now|In|On|At|By|Then|Later|Last|Earlier|Since)\b)(?: [\w'-]+){0,4},"
)
CLAUSE_AFTER = lazy_pattern(
    r"[^,.;:“”]{2,60}, (?:[A-Z][\w.'-]*|he|she|they|it|there)(?: [A-Z][\w.'-]*)* [a-z]"
)
FIGURE = lazy_pattern(r"\d|per ?cent")
ENDS_SOURCE = lazy_pattern(r",|:(?=\s)")


def by_phrase(scene: Scene, phrase: Span) -> Iterator[Statement]:
    """Find what "according to" attributes: what stands before it, round it, or after its comma."""
    text, passage = scene.text, scene.passage
    before = stripped(text, Span(passage.start, phrase.start))
    if len(before) <= 4 or any(verb.verb.end == before.end for verb in scene.verbs):
        yield from _opening(scene, phrase)
        return
    resumed = None
    if scene.before(phrase.start).endswith(",") and not FINITE.search(before.cut(text)):
        resumed = resumes(text, phrase.end, passage.end)
    if not resumed and OPENING.fullmatch(scene.before(phrase.start)) and CLAUSE_AFTER.match(text, phrase.end):
        # "The next day, according to Lind, the harbour closed."
        yield from _opening(scene, phrase)
    elif resumed:
        rest = stripped(text, Span(resumed, passage.end))
        yield Statement(passage, stripped(text, Span(phrase.end, resumed)), phrase, (before, rest))
    else:
        yield Statement(passage, subject_after(scene, text, phrase.end, passage.end), phrase, (before,))


def _opening(scene: Scene, phrase: Span) -> Iterator[Statement]:
    """Find the source and the clause after "According to", past what is said of the source."""
    text, end = scene.text, scene.passage.end
    stop = ENDS_SOURCE.search(text, phrase.end, end)
    if stop is None or FINITE.search(text, phrase.end, stop.start()):
        missing = NO_COMMA.match(text, phrase.end, end)
        if missing:
            source = Span(phrase.end, missing.end())
            content = Span(missing.end(), counter_start(scene, source, missing.end()))
            yield Statement(scene.passage, stripped(text, source), phrase, (stripped(text, content),))
            return
    if stop is None:
        return
    source = stripped(text, Span(phrase.end, stop.start()))
    apposed = APPOSED.of(scene).match(text, stop.start(), end)
    follows = stop.end()
    if apposed and not _is_verb(text, apposed.end()) and not NO_CLAUSE.match(text, apposed.end()):
        follows = apposed.end()
    content = Span(follows, counter_start(scene, source, follows))
    yield Statement(scene.passage, source, phrase, (stripped(text, content),))


def _is_verb(text: str, position: int) -> bool:
    return text[position : position + 20].partition(" ")[0] in AUXILIARIES


def by_per(scene: Scene) -> Iterator[Statement]:
    """Find what a sentence has "per" somebody: "Nine were hurt, per the Post."."""
    text, passage = scene.text, scene.passage
    per = PER.of(scene).search(text, passage.start, passage.end)
    if per:
        content = stripped(text, Span(passage.start, per.start()))
        yield Statement(passage, Span(*per.span("source")), Span(*per.span("cue")), (content,))


def by_survey(scene: Scene) -> Iterator[Statement]:
    """Find what stands "in the poll" or "in a report", where no verb says so."""
    text, passage = scene.text, scene.passage
    survey = SURVEY.of(scene).match(text, passage.start, passage.end)
    if survey:
        content = stripped(text, Span(survey.end(), passage.end))
        if FINITE.search(content.cut(text)) or FIGURE.search(content.cut(text)):
            yield Statement(passage, Span(*survey.span(2)), Span(*survey.span(1)), (content,))


def by_words(scene: Scene, noun: Span) -> Iterator[Statement]:
    """Find what stands "in his words" or "in Lind's view"; *noun* is the last word of the phrase."""
    text, passage = scene.text, scene.passage
    owned = POSSESSED.of(scene).search(text, passage.start, noun.start)
    if owned is None or (owned[1] in POSSESSIVES) == bool(owned[2]):
        return
    source, cue = Span(*owned.span(1)), Span(owned.start(), noun.end)
    before, after = Span(passage.start, cue.start), Span(noun.end, counter_start(scene, source, noun.end))
    content = tuple(piece for piece in (stripped(text, before), stripped(text, after)) if len(piece) > 1)
    if content and text[noun.end : noun.end + 1] in ",:.":
        yield Statement(passage, source, cue, content)
