"""The engine: a document and a selection → findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from newslint.core.check import AcrossCheck, Check, Quotes, Search
from newslint.core.document import Document
from newslint.core.finding import Finding
from newslint.core.problem import Problem
from newslint.core.rule import ConfiguredRule
from newslint.engine.ignores import Names, unknown, unsilenced, unused
from newslint.engine.places import Places
from newslint.text.quoting.quotations import in_quotation
from newslint.text.urls import in_url

Seen = tuple[ConfiguredRule, Problem]


class Result(msgspec.Struct, frozen=True):
    """What was found in a story, which rules failed at it, and by rule what others are compared with."""

    findings: tuple[Finding, ...]
    failures: tuple[str, ...]
    facts: Mapping[str, object] = {}


class Linter:
    """Runs the rules of one selection. It keeps the searches that the rules combine to, made once."""

    def __init__(self, rules: Sequence[ConfiguredRule], *, names: Names) -> None:
        self.rules = rules
        self.names = names
        self.searches = tuple(_searches(rules))
        self.across = tuple((rule, rule.check) for rule in rules if isinstance(rule.check, AcrossCheck))

    def lint(self, document: Document, *, facts: bool = False) -> Result:
        """Return the findings of one story, in the order of its source, and *facts* if it is compared."""
        failures: list[str] = []
        seen = [
            found for rules, search in self.searches for found in _heard(document, rules, search, failures)
        ]
        known = self._facts(document, failures) if facts else {}
        return Result(self._reported(document, seen), tuple(failures), known)

    def reconciled(
        self, facts: Mapping[str, Mapping[str, object]]
    ) -> tuple[Mapping[str, Sequence[Seen]], tuple[str, ...]]:
        """Compare all stories: path → facts by rule, to path → what was seen there, and failures."""
        found: dict[str, list[Seen]] = {}
        failures: list[str] = []
        for rule, check in self.across:
            own = {path: each[rule.id] for path, each in sorted(facts.items()) if rule.id in each}
            with _Isolated((rule,), "the comparison of stories", failures):
                for path, problem in check.reconcile(own):
                    found.setdefault(path, []).append((rule, problem))
        return found, tuple(failures)

    def merged(
        self,
        document: Document,
        findings: Iterable[Finding],
        seen: Iterable[Seen],
        others: Mapping[str, Document],
    ) -> tuple[Finding, ...]:
        """Add what a comparison saw in this story to its findings."""
        return self._reported(document, seen, others=others, already=findings)

    def _facts(self, document: Document, failures: list[str]) -> Mapping[str, object]:
        known = {}
        for rule, check in self.across:
            with _Isolated((rule,), document.path, failures):
                known[rule.id] = check.facts(document)
        return known

    def _reported(
        self,
        document: Document,
        seen: Iterable[Seen],
        *,
        others: Mapping[str, Document] | None = None,
        already: Iterable[Finding] = (),
    ) -> tuple[Finding, ...]:
        place = Places({document.path: document, **(others or {})})
        located = [place.finding(document, rule, problem) for rule, problem in seen]
        kept, idle = unsilenced(located, document.directives, self.names)
        if others is None and document.directives:
            wrong = [
                *unknown(self.rules, document.directives, self.names),
                *unused(self.rules, idle, self.names, across=[rule for rule, _ in self.across]),
            ]
            kept += [place.directive(document, rule, each, data) for rule, each, data in wrong]
        return _fingerprinted([*already, *kept])


def _searches(rules: Sequence[ConfiguredRule]) -> Iterator[tuple[tuple[ConfiguredRule, ...], Search]]:
    """Yield one search for the rules whose checks inherit one `combine`, of whatever kinds they are."""
    groups: dict[object, list[ConfiguredRule]] = {}
    for rule in rules:
        groups.setdefault(_combine(rule), []).append(rule)
    for combine, group in groups.items():
        # Checks that share no pass are isolated one by one.
        parts = [[rule] for rule in group] if combine is Check.combine.__func__ else [group]  # type: ignore[attr-defined]
        yield from ((tuple(part), type(part[0].check).combine(part)) for part in parts)


def _combine(rule: ConfiguredRule) -> object:
    return type(rule.check).combine.__func__  # type: ignore[attr-defined]


def _heard(
    document: Document, rules: tuple[ConfiguredRule, ...], search: Search, failures: list[str]
) -> list[Seen]:
    with _Isolated(rules, document.path, failures):
        seen = ((rules[number], problem) for number, problem in search(document))
        return [(rule, problem) for rule, problem in seen if _speaks(rule, problem, document)]
    return []


class _Isolated:
    """Keeps the failure of a check from the others. It is the one place that answers whatever goes wrong."""

    def __init__(self, rules: Iterable[ConfiguredRule], where: str, failures: list[str]) -> None:
        self.rules, self.where, self.failures = rules, where, failures

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, cause: BaseException | None, _: object) -> bool:
        if not isinstance(cause, Exception):
            return False
        names = ", ".join(rule.id for rule in self.rules)
        self.failures.append(f"{self.where}: {names} failed: {type(cause).__name__}: {cause}.")
        return True


def _speaks(rule: ConfiguredRule, problem: Problem, document: Document) -> bool:
    """Tell whether a rule has a say at the place of a problem."""
    if in_url(document, problem.span.start):
        return False
    if rule.blocks:
        block = document.block_at(problem.span.start)
        if block is None or block.kind not in rule.blocks:
            return False
    if rule.quotes is Quotes.INCLUDE:
        return True
    return in_quotation(document, problem.span.start) is (rule.quotes is Quotes.ONLY)


def _fingerprinted(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Sort findings and give each a hash of rule, path, folded words and their n-th occurrence."""
    counts: Counter[str] = Counter()
    marked = []
    for finding in sorted(set(findings), key=Finding.order):
        words = f"{finding.rule}\0{finding.path}\0{' '.join(finding.text.casefold().split())}"
        counts[words] += 1
        digest = _digest(f"{words}\0{counts[words]}")
        marked.append(msgspec.structs.replace(finding, fingerprint=digest))
    return tuple(marked)


def _digest(words: str) -> str:
    # The module behind hashlib, without the import of OpenSSL, which takes 2 ms.
    try:
        from _blake2 import blake2b
    except ImportError:
        from hashlib import blake2b
    return blake2b(words.encode(), digest_size=8).hexdigest()
