"""The engine: a document and a selection → findings."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from newslint.core.check import AcrossCheck, Check, Search, UnusedIgnore
from newslint.core.document import Directive, Document
from newslint.core.finding import Finding, OfferedFix, Position, RelatedPlace, SourceEdit
from newslint.core.problem import Fix, Problem, Safety
from newslint.core.rule import ConfiguredRule, Quotes
from newslint.core.source import line_starts
from newslint.core.span import Span
from newslint.text.quotations import in_quotation
from newslint.text.urls import in_url

Seen = tuple[ConfiguredRule, Problem]


class Result(msgspec.Struct, frozen=True):
    """What was found in a story, and which rules failed at it."""

    findings: tuple[Finding, ...]
    failures: tuple[str, ...]


class Linter:
    """Runs the rules of one selection. It keeps the searches that the rules combine to, made once."""

    def __init__(self, rules: Sequence[ConfiguredRule]) -> None:
        self.rules = rules
        self.searches = tuple(_searches(rules))
        self.across = tuple(rule for rule in rules if isinstance(rule.check, AcrossCheck))

    def lint(self, document: Document) -> Result:
        """Return the findings of one story, in the order of its source."""
        seen, failures = self._seen(document)
        return Result(self._reported(document, seen), failures)

    def facts(self, document: Document) -> Mapping[str, object]:
        """Return by rule what a comparison with other stories needs of this one."""
        return {
            rule.id: rule.check.facts(document) for rule in self.across if isinstance(rule.check, AcrossCheck)
        }

    def reconciled(self, facts: Mapping[str, Mapping[str, object]]) -> dict[str, list[Seen]]:
        """Compare all stories: path → facts by rule, to path → what was seen there."""
        found: dict[str, list[Seen]] = {}
        for rule in self.across:
            if isinstance(rule.check, AcrossCheck):
                own = {path: each[rule.id] for path, each in sorted(facts.items()) if rule.id in each}
                for path, problem in rule.check.reconcile(own):
                    found.setdefault(path, []).append((rule, problem))
        return found

    def merged(
        self,
        document: Document,
        findings: Iterable[Finding],
        seen: Iterable[Seen],
        others: Mapping[str, Document],
    ) -> tuple[Finding, ...]:
        """Add what a comparison saw in this story to its findings."""
        return self._reported(document, seen, others=others, already=findings)

    def _seen(self, document: Document) -> tuple[list[Seen], tuple[str, ...]]:
        seen: list[Seen] = []
        failures = []
        for rules, search in self.searches:
            try:
                seen += [
                    (rule, problem) for rule, problem in search(document) if _speaks(rule, problem, document)
                ]
            # The one place that isolates a check: whatever goes wrong in it, the others go on.
            except Exception as cause:
                names = ", ".join(rule.id for rule in rules)
                failures.append(f"{document.path}: {names} failed: {type(cause).__name__}: {cause}.")
        return seen, tuple(failures)

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
        kept, unused = _unsilenced(located, document.directives)
        if others is None:
            kept += [
                place.unused(document, rule, each) for rule in self.rules for each in unused if _watches(rule)
            ]
        return _fingerprinted([*already, *kept])


class Places:
    """Crosses from documents to their sources. It keeps the line starts of each, found once."""

    def __init__(self, documents: Mapping[str, Document]) -> None:
        self.documents = documents
        self.starts: dict[str, tuple[int, ...]] = {}

    def finding(self, document: Document, rule: ConfiguredRule, problem: Problem) -> Finding:
        """Locate a problem in the source, and put it in the rule's words."""
        span = document.map.source(problem.span)
        return Finding(
            rule=rule.id,
            severity=rule.severity.value,
            path=document.path,
            message=rule.rendered(rule.message, problem.data),
            start=self.position(document, span.start),
            end=self.position(document, span.end),
            text=span.cut(document.source),
            fixes=tuple(self._offered(document, rule, problem, fix) for fix in problem.fixes),
            related=tuple(self._related(document, rule, problem)),
            fingerprint="",
        )

    def unused(self, document: Document, rule: ConfiguredRule, directive: Directive) -> Finding:
        """Report an ignore that silenced nothing."""
        data = {"ignored": ", ".join(directive.rules) or "everything"}
        return Finding(
            rule=rule.id,
            severity=rule.severity.value,
            path=document.path,
            message=rule.rendered(rule.message, data),
            start=self.position(document, directive.span.start),
            end=self.position(document, directive.span.end),
            text=directive.span.cut(document.source),
            fixes=(),
            related=(),
            fingerprint="",
        )

    def position(self, document: Document, offset: int) -> Position:
        """Return offset, line and column of a place in the source."""
        if document.path not in self.starts:
            self.starts[document.path] = line_starts(document.source)
        starts = self.starts[document.path]
        line = bisect_right(starts, offset)
        return Position(offset, line, offset - starts[line - 1] + 1)

    def _offered(self, document: Document, rule: ConfiguredRule, problem: Problem, fix: Fix) -> OfferedFix:
        spoken = any(_spoken(document, edit.span) or not _editable(document, edit.span) for edit in fix.edits)
        edits = []
        for edit in fix.edits:
            span = document.map.source(edit.span)
            edits.append(SourceEdit(span.start, span.end, edit.text))
        return OfferedFix(
            title=rule.rendered(rule.rule.file.fix, {**problem.data, **fix.data}),
            safety=Safety.SUGGESTION.value if spoken else fix.safety.value,
            edits=tuple(sorted(edits)),
        )

    def _related(self, document: Document, rule: ConfiguredRule, problem: Problem) -> Iterator[RelatedPlace]:
        for related in problem.related:
            other = self.documents[related.path or document.path]
            span = other.map.source(related.span)
            message = rule.rendered(rule.rule.file.related, {**problem.data, **related.data})
            yield RelatedPlace(
                other.path, self.position(other, span.start), self.position(other, span.end), message
            )


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


def _speaks(rule: ConfiguredRule, problem: Problem, document: Document) -> bool:
    """Tell whether a rule has a say at the place of a problem."""
    if in_url(document, problem.span.start):
        return False
    blocks = rule.rule.file.blocks
    if blocks:
        block = document.block_at(problem.span.start)
        if block is None or block.kind not in blocks:
            return False
    if rule.quotes is Quotes.INCLUDE:
        return True
    return in_quotation(document, problem.span.start) is (rule.quotes is Quotes.ONLY)


def _spoken(document: Document, span: Span) -> bool:
    """Tell whether an edit would change what somebody said; the marks round it are the paper's own."""
    return in_quotation(document, span.start, marks=False)


def _editable(document: Document, span: Span) -> bool:
    return document.map.verbatim(span)


def _unsilenced(
    findings: list[Finding], directives: tuple[Directive, ...]
) -> tuple[list[Finding], list[Directive]]:
    used: set[Directive] = set()
    kept = []
    for finding in findings:
        silencing = [directive for directive in directives if _silences(directive, finding)]
        used.update(silencing)
        if not silencing:
            kept.append(finding)
    return kept, [directive for directive in directives if directive not in used]


def _silences(directive: Directive, finding: Finding) -> bool:
    family = finding.rule.partition(".")[0]
    return directive.line in (None, finding.start.line) and (
        not directive.rules or finding.rule in directive.rules or family in directive.rules
    )


def _watches(rule: ConfiguredRule) -> bool:
    return isinstance(rule.check, UnusedIgnore)


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
