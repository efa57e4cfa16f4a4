"""Settling: fix, lint and fix again until nothing changes, without the fixes that do harm."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import accumulate

import msgspec

from newslint.core.edited import Version
from newslint.core.finding import Finding, OfferedFix
from newslint.core.severity import Severity
from newslint.core.span import Span
from newslint.engine.edits import chosen, is_enough
from newslint.engine.rounds import START, Decision, Round, Traces, decided, latest, moved, round_of

# One fix may bring out another fault, which takes a round more; what has not stopped by then never will.
ROUNDS = 8
# How often it is tried again without the fixes that do harm.
TRIES = 8
Lint = Callable[[Version], Iterable[Finding]]
Refused = frozenset[Decision]


class Way(msgspec.Struct, frozen=True):
    """How the copy went: its last version, the rounds up to it, and what did not let it stop there."""

    version: Version
    rounds: tuple[Round, ...]
    restless: Refused = frozenset()


def settled(source: str, lint: Lint, *, unsafe: bool, spared: Iterable[Finding] = ()) -> Version:
    """Fix, lint and fix again until nothing changes, so that fixing twice is fixing once.

    Fixes that lead back to the copy as it was undo each other, and no one decides between them; a safe fix
    may bring no finding, and any other no error. Fixes that do are refused, and the copy is mended without.
    Findings of the source that are *spared* are not mended.
    """
    linted = cache(lint)
    kept = frozenset(decided(finding, fix, ()) for finding in spared for fix in finding.fixes[:1])
    version = Version(source)
    for _ in range(TRIES):
        way = _harmless(version, linted, unsafe=unsafe, kept=kept)
        if way.version.text == version.text:
            return version
        version, kept = way.version, frozenset(moved(each, way.rounds) for each in kept)
    return Version(source)


def _harmless(source: Version, lint: Lint, *, unsafe: bool, kept: Refused) -> Way:
    """Fix until nothing changes, without the fixes that do not let it come to that, or bring faults."""
    refused = kept
    for _ in range(TRIES):
        way = _way(source, lint, unsafe=unsafe, refused=refused)
        harmful = way.restless or _harmful(way, tuple(lint(source)), tuple(lint(way.version)))
        if not harmful:
            return way
        refused |= harmful
    return Way(source, ())


def _way(source: Version, lint: Lint, *, unsafe: bool, refused: Refused) -> Way:
    """Fix until nothing changes, or a version comes again, or it has taken too long."""
    trail, texts, rounds = [source], [source.text], list[Round]()

    def allowed(finding: Finding, fix: OfferedFix) -> bool:
        return is_enough(fix, unsafe=unsafe) and decided(finding, fix, rounds) not in refused

    for _ in range(ROUNDS):
        made = tuple(chosen(lint(trail[-1]), allowed=allowed))
        version = trail[-1].edited(edit for _, fix in made for edit in fix.edits)
        if version.text == trail[-1].text:
            return Way(trail[-1], tuple(rounds))
        rounds.append(round_of((decided(finding, fix, rounds), fix) for finding, fix in made))
        if version.text in texts:
            circle = rounds[texts.index(version.text) :]
            return Way(version, tuple(rounds), frozenset(each for made in circle for each in made.decisions))
        trail.append(version)
        texts.append(version.text)
    return Way(version, tuple(rounds), frozenset(rounds[-1].decisions))


def _harmful(way: Way, before: Sequence[Finding], after: Sequence[Finding]) -> Refused:
    """Return the decisions to which the findings are owed that were not there *before*."""
    more = Counter(map(_key, after)) - Counter(map(_key, before))
    if not more:
        return frozenset()
    rising = Counter(map(_rule, after)) - Counter(map(_rule, before))
    stood, traces = _Stood(before, way.rounds), Traces(way.rounds)
    harmful: set[Decision] = set()
    for finding in after:
        if _key(finding) in more and (finding.rule in rising or not stood.at(finding)):
            blamed = traces.by(_spans(finding))
            is_error = finding.severity == Severity.ERROR
            harmful |= {each for each in blamed if is_error or each.safe}
    return frozenset(harmful)


def _rule(finding: Finding) -> str:
    return finding.rule


def _key(finding: Finding) -> tuple[str, str]:
    return finding.rule, finding.text


def _span(finding: Finding) -> Span:
    return Span(finding.start.offset, finding.end.offset)


def _spans(finding: Finding) -> list[Span]:
    others = (each for each in finding.related if each.path == finding.path)
    return [_span(finding), *(Span(each.start.offset, each.end.offset) for each in others)]


class _Stood:
    """Where findings of each rule stood before, in the coordinates of the last version."""

    def __init__(self, before: Iterable[Finding], rounds: Sequence[Round]) -> None:
        by_rule: dict[str, list[Span]] = {}
        for finding in before:
            by_rule.setdefault(finding.rule, []).append(latest(_span(finding), rounds))
        self.spans = {rule: sorted(spans) for rule, spans in by_rule.items()}
        # Up to each span, the furthest that any reaches.
        self.ends = {
            rule: list(accumulate((span.end for span in spans), max)) for rule, spans in self.spans.items()
        }

    def at(self, finding: Finding) -> bool:
        """Tell whether a finding was there before, though its words may have changed."""
        span = _span(finding)
        spans = self.spans.get(finding.rule, [])
        number = bisect_right(spans, max(span.start, span.end - 1), key=START)
        return number > 0 and self.ends[finding.rule][number - 1] > span.start
