"""Statements by verbs: “…,” she said; the bank said that …; …, adding that …"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.core.wording import Worded, WordSet
from newslint.text.grammar import IRREGULAR_PAST
from newslint.text.speech.cues.contents import before_dissent, content_end, content_start, resumes, stripped
from newslint.text.speech.cues.cue_verbs import CueVerb
from newslint.text.speech.cues.scenes import FINITE, Scene, Statement
from newslint.text.speech.cues.subjects import subject_after, subject_before
from newslint.text.speech.cues.word_order import AS, closes_content, is_inverted

# "(was quoted by the Post as) saying", "(quoted Lind as) saying"
QUOTED_AS = Worded(
    r"""\b(?P<verb>(?:(?:has|have|had)\s)?(?:(?:is|was|were|are|been|being)\s(?:\w+ly\s|later\s|also\s)?)?
      {quoting-words})
    (?:\sby\s[^“”]{2,60}?|\s(?P<object>(?!(?:by|in|on|at|last|earlier)\s)[^“”]{1,80}?))?
    (?:\s(?:in|on|earlier|last|late|this)\s[^“”,]{2,40}?)?\sas\s$""",
    re.VERBOSE,
)
QUOTING = WordSet("quoting-words")
AS_SAYING = lazy_pattern(r"[^“”.;]{0,90}?\sas\ssaying\b")
# The lists whose verbs need no clause after them.
SAYING = frozenset({"reporting-verbs", "calling-verbs", "voicing-verbs"})
THINKING = frozenset({"thinking-verbs", "learning-verbs"})
# "I think" and "you know" are the writer's way of speaking.
ADDRESSING = frozenset({"i", "we", "you"})
# "Lind said so."
EMPTY = frozenset({"no such thing", "little", "so", "it", "that", "this", "nothing", "as much"})
# "Storm: (Barn is lost, Lind says)"
LABEL = lazy_pattern(r"[\w' -]{2,30}:\s")
SUBORDINATE = lazy_pattern(
    r"(?:after|when|while|as|if|although|though|since|because|before|once|until|where|even though)",
    re.IGNORECASE,
)
QUESTIONED = WordSet("questioning-participles")
WITH_CLAUSE = WordSet("clausal-verbs")
CALL = frozenset({"call", "calls", "called", "calling"})
RELATIVE = lazy_pattern(r", (?:who|which|whom)$")
CLAUSAL = frozenset({"who", "which"})
WHAT = lazy_pattern(r"\bwhat(?:ever)?$", re.IGNORECASE)
# "Lind, who said it was lost(, has gone)"
GOES_ON = lazy_pattern(
    r",\s(?=(?:is|was|are|were|has|had|have|will|would|can|could|may|might|should|did|does"
    rf"|{'|'.join(sorted(IRREGULAR_PAST))})\b"
    r"|[a-z]+(?<!e)ed\b)"
)
# "called (the police)", "called (an election)", "called (Lind to say no)": nothing is called anything.
SUMMONED = Worded(
    "(?:(?:the|an?|his|her|their|local|"
    r"in)\s)?(?:[a-z]+\s){0,2}{summoned-things}(?![\w-])(?!\s(?:an?|too|not|the|“))(?:\s.*)?|"
    r"(?:her|him|them|me|us|[A-Z][\w.-]*(?:\s[A-Z][\w.-]*){0,2})(?:\s(?:to|at|on|and|when|after|"
    r"from|in|about)\s.*)?|to mind.*"
)
# "The plan, Lind said, (is dead)."
INSERTED = lazy_pattern(r",\s(?!“|\w+ing\b|which|who|when|after|as\s)(?=\w)")
# "In Oslo, (“…”)"
PLACED = lazy_pattern(r"(?:[^“”]*:|[^“”,]*,)\s(?=“)")
# "…,” she said, noting that it was “…”"
ANOTHER_CUE = lazy_pattern(r"\bthat\b|, \w+ing\b")
# "(show) Lind ahead", "(show) her leading", "(shows) voters trust her"; not "(shows) signs of …"
SHOWN = lazy_pattern(
    r"""(?!\s(?:no|little|few|any|signs?|up|off|how)\b)
    (?:[^;:“]{2,100}?\s(?:[a-z]+ing|ahead|behind|with|at|in|[a-z]+ed)\b | \s[a-z]+s\s[a-z]+\s)""",
    re.VERBOSE,
)
# "by warning (that …)", "after asking (“…”)"
HEADS_CLAUSE = lazy_pattern(r"\s(?:that|he|she|it|they|there|why|how|whether|if)\s|[,:]?\s“")
# "would add (two lanes)", "added to (its losses)"
ADDS = lazy_pattern(
    r"(?:(?:would|will|could|can|may|might)\s(?:\w+\s)?)add\s(?!that\b|“)|add(?:s|ed|ing)?\sto\s"
)
# "but later on (Thursday) called it …"
NOBODY = lazy_pattern(r"[Hh]aving|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|these days|Just|Now|Then")
# "The plan is dead, (analysts) say, and shows …": what shows is the plan.
MANY = lazy_pattern(r"[a-z]+(?<![su])s")
# ", (tacitly) acknowledging that …"
ADVERBS = lazy_pattern(r"(?:\s(?:also|then|later|still|again|even|once|never|not|[a-z]+ly))+$")
# ", with the council calling it …"
ACCOMPANIED = lazy_pattern(
    r"\bwith ((?:(?:the )?[A-Z]|(?:some|many|several|other|one|two|both) )[^,“]{1,50})$"
)


def by_verb(scene: Scene, verb: CueVerb, earlier: Sequence[Statement]) -> Iterator[Statement]:
    """Find what a verb attributes, given the statements *earlier* in its passage."""
    if _is_quoted(scene, verb) or _is_asked(scene, verb) or _is_idle(scene, verb):
        return
    if verb.word == "saying" and (quoted := QUOTED_AS.of(scene).search(scene.before(verb.group.start) + " ")):
        yield from _by_passive(scene, verb, quoted)
    elif verb.is_participle:
        yield from _by_participle(scene, verb, earlier)
    elif is_inverted(scene, verb):
        yield from _speaker_last(scene, verb)
    else:
        subject = subject_before(scene.text, scene.passage.start, verb.group.start)
        # "…, having said that …": the sentence says who has.
        if subject is None or NOBODY.fullmatch(subject.cut(scene.text)):
            yield from _by_predicate(scene, verb, earlier)
        elif closes_content(scene, verb, subject):
            yield from _content_first(scene, verb, subject)
        else:
            yield from _content_last(scene, verb, subject)


def _is_quoted(scene: Scene, verb: CueVerb) -> bool:
    """Tell whether "saying" is to come: "quoted Lind as saying", "was cited as saying"."""
    quoting = verb.word in QUOTING.of(scene)
    return quoting and AS_SAYING.match(scene.text, verb.verb.end, scene.passage.end) is not None


def _is_asked(scene: Scene, verb: CueVerb) -> bool:
    """Tell whether a speaker was asked, and another verb brings the answer: "Lind, asked …, said no"."""
    before = scene.before(verb.group.start)
    if verb.word not in QUESTIONED.of(scene) or not before.endswith(","):
        return False
    later = (other for other in scene.verbs if other.group.start > verb.verb.end)
    return any(scene.before(other.group.start).endswith(",") for other in later)


def _is_idle(scene: Scene, verb: CueVerb) -> bool:
    """Tell whether a verb is part of a set phrase in which nobody says anything: "it goes without saying"."""
    return verb.word == "saying" and scene.before(verb.group.start).endswith(("go without", "goes without"))


def _by_passive(scene: Scene, verb: CueVerb, quoted: re.Match[str]) -> Iterator[Statement]:
    """Find what somebody "was quoted as saying", or what an agency "quoted" somebody "as saying"."""
    start = scene.passage.start
    group = Span(start + quoted.start("verb"), verb.verb.end)
    passive = CueVerb(verb.verb, group, quoted["verb"], frozenset(SAYING))
    subject = subject_before(scene.text, start, group.start)
    if subject is None:
        return
    told = Span(start + quoted.start("object"), start + quoted.end("object")) if quoted["object"] else subject
    whole = group.cut(scene.text) == f"{quoted['verb']} as saying"
    cue = group if whole else Span(group.start, start + quoted.end("verb"))
    found = _content_first if closes_content(scene, passive, subject) else _content_last
    for statement in found(scene, passive, subject):
        yield msgspec.structs.replace(statement, source=told, cue=cue)


def _speaker_last(scene: Scene, verb: CueVerb) -> Iterator[Statement]:
    text, end = scene.text, scene.passage.end
    source = subject_after(scene, text, verb.verb.end, end)
    content = _first_content(scene, verb.group.start)
    resumed = resumes(text, verb.verb.end, end) if not FINITE.search(scene.before(verb.group.start)) else None
    if source is None or len(content) < 2:
        return
    if resumed and "“" not in content.cut(text):
        source = stripped(text, Span(verb.verb.end, resumed))
        content_after = [stripped(text, Span(resumed, end))]
    else:
        content_after = [*_rest(scene, source.end)]
    yield Statement(scene.passage, source, verb.group, (content, *content_after))


def _content_first(scene: Scene, verb: CueVerb, subject: Span) -> Iterator[Statement]:
    text, end = scene.text, scene.passage.end
    content = _first_content(scene, subject.start)
    rest = _rest(scene, verb.verb.end)
    inserted = INSERTED.match(text, verb.verb.end, end)
    if inserted and scene.before(subject.start).endswith(","):
        rest = (stripped(text, Span(inserted.end(), end)),)
    if len(content) > 1:
        yield Statement(scene.passage, subject, verb.group, (content, *rest))


def _first_content(scene: Scene, end: int) -> Span:
    """Return what stands before the speaker, without an opening such as "In Oslo,"."""
    start = scene.passage.start
    opening = (LABEL if scene.heading else PLACED).match(scene.text, start, end)
    closing = AS.search(scene.text, start, len(scene.before(end)) + start)
    return stripped(
        scene.text, Span(opening.end() if opening else start, closing.start() if closing else end)
    )


def _rest(scene: Scene, position: int) -> tuple[Span, ...]:
    """Return what the speaker goes on to say after “…,” she said, in the same passage."""
    text = scene.text
    opening = text.find("“", position, scene.passage.end)
    if opening < 0 or ANOTHER_CUE.search(text, position, opening):
        return ()
    closing = text.rfind("”", opening, scene.passage.end)
    return (stripped(text, Span(opening, closing + 1)),) if closing > 0 else ()


def _content_last(scene: Scene, verb: CueVerb, subject: Span | None) -> Iterator[Statement]:
    text = scene.text
    follows = content_start(scene, verb, scene.passage.end)
    end = before_dissent(scene, text, follows, _clause_end(scene, subject, follows))
    content = stripped(text, Span(follows, content_end(text, follows, end, later=scene.verbs)))
    if len(content) < 2 or content.cut(text).lower() in EMPTY or _is_comment(scene, verb, subject):
        return
    if verb.word in CALL and SUMMONED.of(scene).fullmatch(content.cut(text)):
        return
    if _is_said(scene, verb, text[follows:end]) or _is_shown(scene, verb, subject, follows):
        yield Statement(scene.passage, subject, verb.group, (content,))


def _clause_end(scene: Scene, subject: Span | None, follows: int) -> int:
    """Return where the clause ends in which a subject says something."""
    text, end = scene.text, scene.passage.end
    if subject and SUBORDINATE.fullmatch(scene.before(subject.start)):
        # "When Lind said it was lost, (the crowd left)."
        comma = text.find(", ", follows, end)
        return comma if comma > 0 else end
    if subject and RELATIVE.search(scene.before(subject.start)):
        # "The fee, which Lind says is fair, (will rise)."
        closes = GOES_ON.search(text, follows, end)
        return closes.start() if closes else end
    if subject and subject.cut(text) in CLAUSAL:
        # "Lind, who denied the charge, (told the court …)"
        closes = GOES_ON.search(text, follows, end) if scene.before(subject.start).endswith(",") else None
        later = (verb.group.start for verb in scene.verbs if verb.group.start > follows)
        told = next((start for start in later if scene.before(start).endswith(",")), end)
        return min(told, closes.start() if closes else end)
    return end


def _is_comment(scene: Scene, verb: CueVerb, subject: Span | None) -> bool:
    """Tell whether a verb says nothing of its own: "I think", "despite what he wrote, …"."""
    if subject is None:
        return False
    if WHAT.search(scene.before(subject.start)) and "calling-verbs" not in verb.lists:
        return True
    return verb.lists <= THINKING and subject.cut(scene.text).lower() in ADDRESSING


def _is_shown(scene: Scene, verb: CueVerb, subject: Span | None, follows: int) -> bool:
    """Tell whether a poll, a record or a film shows something: "polls show Lind ahead of Berg"."""
    return (
        "showing-verbs" in verb.lists
        and scene.is_document(subject)
        and SHOWN.match(scene.text, follows, scene.passage.end) is not None
    )


def _is_said(scene: Scene, verb: CueVerb, following: str) -> bool:
    """Tell whether something is said: "claimed responsibility" and "continued to work" say nothing."""
    if "thinking-adjectives" in verb.lists:
        return True
    clause = following.lstrip().startswith("that ") or FINITE.search(following) is not None
    if verb.lists == {"learning-verbs"}:
        return clause
    infinitive = following.lstrip().startswith("to ")
    if verb.lists == {"promising-verbs"}:
        return infinitive
    grows = ADDS.match(scene.text, verb.group.start, scene.passage.end)
    if verb.word.startswith("continu") or grows:
        return "“" in following
    if verb.word in WITH_CLAUSE.of(scene):
        return clause or infinitive or "“" in following
    return clause or bool(verb.lists & SAYING)


def _by_participle(scene: Scene, verb: CueVerb, earlier: Sequence[Statement]) -> Iterator[Statement]:
    """Find what ", saying …" adds; its source is that of the statement before, or the sentence's subject."""
    before = ADVERBS.sub("", scene.before(verb.group.start))
    accompanied = ACCOMPANIED.search(before)
    if accompanied:
        start = scene.passage.start
        source = Span(start + accompanied.start(1), start + accompanied.end(1))
        yield from _content_last(scene, verb, source)
    elif (
        before.endswith((",", "”"))
        or verb.word == "saying"
        or ("learning-verbs" not in verb.lists and HEADS_CLAUSE.match(scene.text, verb.verb.end))
    ):
        yield from _content_last(scene, verb, scene.own_source(earlier, verb.group.start))


def _by_predicate(scene: Scene, verb: CueVerb, earlier: Sequence[Statement]) -> Iterator[Statement]:
    """Find what a second verb of the same subject adds: "Lind praised the plan and said …"."""
    source = scene.own_source(earlier, verb.group.start)
    if source is None or not (verb.word.endswith("s") and MANY.fullmatch(source.cut(scene.text))):
        yield from _content_last(scene, verb, source)
