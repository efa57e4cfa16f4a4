"""The linter: a document and the rules of one selection → findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from newslint.core.check import Quotes, Search, View
from newslint.core.document import BlockKind, Directive, Document, Remark
from newslint.core.errors import NewslintError, RuleError
from newslint.core.failures import failure
from newslint.core.finding import Finding
from newslint.core.problem import Problem
from newslint.core.remarks import Remarks
from newslint.core.rule import ConfiguredRule
from newslint.core.span import Span
from newslint.engine.accepted import is_accepted
from newslint.engine.budgets import Budgeted
from newslint.engine.fingerprints import fingerprinted
from newslint.engine.ignores import Names, unknown, unreasoned, unsilenced, unused
from newslint.engine.isolation import failed
from newslint.engine.notices import outside_notices
from newslint.engine.places import Places, Seen, located
from newslint.text.languages import is_english
from newslint.text.quoting.direct_speech import in_direct_speech
from newslint.text.urls import in_url


class Result(msgspec.Struct, frozen=True):
    """What was found in a story, which rules failed at it, and how much of it a rule could not date."""

    findings: tuple[Finding, ...]
    failures: tuple[str, ...]
    unchecked: Mapping[str, int] = {}


class Linter:
    """Runs the rules of one selection. It keeps the searches that the rules combine to, made once."""

    def __init__(self, rules: Sequence[ConfiguredRule], *, names: Names) -> None:
        self.rules = rules
        self.names = names
        self.searches = tuple(_searches(rules))
        self.dating = [(rule, _starts([rule])) for rule in rules if rule.traits.dates]

    def lint(self, document: Document) -> Result:
        """Return the findings of one story, in the order of its source; newslint's rules are for English."""
        searches = self.searches
        if not document.view(is_english):
            searches = tuple(each for each in searches if each[0][0].traits.foreign)
            if not searches:
                return Result((), ())
        failures: list[str] = []
        places = Places({document.path: document})
        # Search by search, so that what one saw is not held until the last is done.
        found = [
            finding
            for rules, search in searches
            # Most say nothing.
            if (seen := _heard(document, rules, search, failures))
            for finding in located(document, seen, places, failures)
        ]
        found += self._remarked(document, places)
        kept, idle = unsilenced(found, document, self.names)
        if document.directives:
            kept += self._wrong_ignores(document, places, idle)
        unchecked = self._unchecked(document, failures)
        return Result(fingerprinted(kept), tuple(failures), unchecked)

    def _unchecked(self, document: Document, failures: list[str]) -> dict[str, int]:
        """Count by rule what wanted a date that the story does not give."""
        counts = {}
        for rule, starts in self.dating:
            try:
                counts[rule.id] = rule.check.unchecked(document) if _begins(document, starts) else 0
            except BaseException as cause:
                failures.append(failed((rule,), document.path, cause))
        return {name: count for name, count in counts.items() if count}

    def _remarked(self, document: Document, places: Places) -> Iterator[Finding]:
        """Yield what the reader found wrong, in the words of the rule that its fault belongs to."""
        for remark in document.remarks:
            data = {**remark.data, "fault": remark.fault}
            for rule in self.rules:
                if _words(rule, remark):
                    yield places.of_source(document, rule, remark.span, data)

    def _wrong_ignores(
        self, document: Document, places: Places, idle: Sequence[Directive]
    ) -> Iterator[Finding]:
        own = [each for each in document.directives if not each.shared]
        # One that stands outside a story speaks for others, too, where it may be wanted.
        extent = document.extent or Span(0, len(document.source))
        idle = [each for each in idle if extent.contains(each.span)]
        across = [rule for rule in self.rules if rule.traits.across]
        wrong = (
            *unknown(self.rules, own, self.names),
            *unused(self.rules, idle, self.names, across=across),
            *unreasoned(self.rules, own),
        )
        return (places.of_source(document, rule, each.span, data) for rule, each, data in wrong)


class _Late:
    """A search that is made, and whose checks are imported, at the first story with what they start from.

    It is made in no story without the kinds of blocks that its rules look at, if they look at some only.
    """

    def __init__(self, rules: tuple[ConfiguredRule, ...], starts: tuple[View, ...]) -> None:
        self.rules, self.starts = rules, starts
        in_blocks = all(map(_is_of_blocks, rules))
        self.kinds = frozenset(kind for rule in rules for kind in rule.blocks) if in_blocks else None
        self.made: Search | None = None

    def __call__(self, document: Document) -> Iterable[tuple[int, Problem]]:
        if self.kinds is not None and self.kinds.isdisjoint(document.view(_kinds)):
            return ()
        if not _begins(document, self.starts):
            return ()
        if self.made is None:
            self.made = _search(self.rules)
        return self.made(document)


def _kinds(document: Document) -> frozenset[BlockKind]:
    return frozenset(block.kind for block in document.blocks)


def _is_of_blocks(rule: ConfiguredRule) -> bool:
    """Tell whether what a rule finds elsewhere is dropped."""
    return bool(rule.blocks) and not rule.traits.foreign


def _searches(rules: Sequence[ConfiguredRule]) -> Iterator[tuple[tuple[ConfiguredRule, ...], Search]]:
    """Yield one search for the rules whose checks inherit one `combine`, of whatever kinds they are."""
    groups: dict[str, list[ConfiguredRule]] = {}
    for rule in rules:
        if rule.traits.searches:
            # Checks that share no pass are isolated one by one.
            groups.setdefault(rule.traits.shares or rule.id, []).append(rule)
    for group in map(tuple, groups.values()):
        starts = _starts(group)
        is_late = bool(starts) or all(map(_is_of_blocks, group))
        yield group, _Late(group, starts) if is_late else _search(group)


def _starts(rules: Sequence[ConfiguredRule]) -> tuple[View, ...]:
    """Return the views that some rules start from; none where one of them is always asked."""
    if not all(rule.traits.starts for rule in rules):
        return ()
    return tuple(dict.fromkeys(start.view() for rule in rules for start in rule.traits.starts))


def _begins(document: Document, starts: tuple[View, ...]) -> bool:
    # A call less for each that was asked before, as most were, and no generator for all of them.
    known = document.memory
    for start in starts:
        if known[start] if start in known else document.view(start):
            return True
    return not starts


def _words(rule: ConfiguredRule, remark: Remark) -> bool:
    """Tell whether a rule puts what a reader found wrong into words."""
    return (
        rule.traits.of_engine
        and isinstance(rule.check, Remarks)
        and rule.check.supplies["fault"] is type(remark.fault)
    )


def _search(rules: Sequence[ConfiguredRule]) -> Search:
    try:
        search = type(rules[0].check).combine(rules)
    except NewslintError:
        raise
    except BaseException as cause:
        names = ", ".join(rule.id for rule in rules)
        raise RuleError(f"{rules[0].origin}: {names} cannot be searched for: {failure(cause)}.") from cause
    return Budgeted(rules, search) if any(rule.traits.costly for rule in rules) else search


def _heard(
    document: Document, rules: tuple[ConfiguredRule, ...], search: Search, failures: list[str]
) -> list[Seen]:
    # Entered for every search of every story, `Isolated` would be a fiftieth of the run.
    try:
        return [
            (rule, compared)
            for number, problem in search(document)
            if _speaks(rule := rules[number], problem, document)
            and (compared := problem if rule.traits.foreign else outside_notices(problem, document))
            and not is_accepted(rule, problem, document)
        ]
    except BaseException as cause:
        failures.append(failed(rules, document.path, cause))
        return []


def _speaks(rule: ConfiguredRule, problem: Problem, document: Document) -> bool:
    """Tell whether a rule has a say at the place of a problem."""
    if rule.traits.foreign:
        return True
    if in_url(document, problem.span.start):
        return False
    if rule.blocks:
        block = document.block_at(problem.span.start)
        if block is None or block.kind not in rule.blocks:
            return False
    if rule.quotes is Quotes.INCLUDE:
        return True
    return in_direct_speech(document, problem.span.start) is (rule.quotes is Quotes.ONLY)
