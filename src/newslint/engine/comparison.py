"""The comparison: facts of all stories → what the rules across stories see in each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from newslint.core.check import AcrossCheck, Facts
from newslint.core.document import Document
from newslint.core.finding import Finding
from newslint.core.problem import Problem
from newslint.core.rule import ConfiguredRule
from newslint.engine.accepted import is_accepted
from newslint.engine.fingerprints import fingerprinted
from newslint.engine.ignores import Names, unsilenced
from newslint.engine.isolation import Isolated
from newslint.engine.notices import outside_notices
from newslint.engine.places import Places, Seen, located
from newslint.text.languages import is_english


class Comparison:
    """Runs the rules across stories of one selection."""

    def __init__(self, rules: Iterable[ConfiguredRule], *, names: Names) -> None:
        self.names = names
        self.rules = tuple(
            (rule, rule.check) for rule in rules if rule.traits.across and isinstance(rule.check, AcrossCheck)
        )

    def facts(self, document: Document) -> tuple[Facts, tuple[str, ...]]:
        """Return what other stories are compared with, and which rules failed at it."""
        if not document.view(is_english):
            return {}, ()
        known: dict[str, object] = {}
        failures: list[str] = []
        for rule, check in self.rules:
            with Isolated((rule,), document.path, failures):
                known[rule.id] = check.facts(document)
        return known, tuple(failures)

    def seen(self, facts: Mapping[str, Facts]) -> tuple[Mapping[str, Sequence[Seen]], tuple[str, ...]]:
        """Compare all stories: path → facts, to path → what was seen there, and which rules failed."""
        found: dict[str, list[Seen]] = {}
        failures: list[str] = []

        def told(rule: ConfiguredRule) -> Mapping[str, object]:
            return {path: each[rule.id] for path, each in sorted(facts.items()) if rule.id in each}

        for path, seen in self.seen_in(told, failures):
            found.setdefault(path, []).append(seen)
        return found, tuple(failures)

    def seen_in(
        self, told: Callable[[ConfiguredRule], Mapping[str, object]], failures: list[str]
    ) -> Iterator[tuple[str, Seen]]:
        """Yield what rules see in stories; *told* gives what a rule wants to know of them."""
        for rule, check in self.rules:
            isolated = Isolated((rule,), "the comparison of stories", failures)
            found: Iterator[tuple[str, Problem]] = iter(())
            with isolated:
                found = check.reconcile(told(rule))
            while True:
                each = None
                # Only the check is isolated, not whoever wants to hear of it.
                with isolated:
                    each = next(found, None)
                if each is None:
                    break
                yield each[0], (rule, each[1])

    def merged(
        self,
        document: Document,
        findings: Iterable[Finding],
        seen: Iterable[Seen],
        others: Mapping[str, Document],
    ) -> tuple[tuple[Finding, ...], tuple[str, ...]]:
        """Add what was *seen* in a story to its findings, and tell which rules failed at it.

        *others* are the stories by path.
        """
        failures: list[str] = []
        outside = ((rule, outside_notices(problem, document)) for rule, problem in seen)
        seen = [
            (rule, problem)
            for rule, problem in outside
            if problem and not is_accepted(rule, problem, document)
        ]
        found = located(document, seen, Places({**others, document.path: document}), failures)
        kept, _ = unsilenced(found, document, self.names)
        return fingerprinted([*findings, *kept]), tuple(failures)
