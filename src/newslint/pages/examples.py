"""Examples: a rule's marked copy, and whether the rule does what it says there."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from newslint.core.document import Document
from newslint.core.finding import Finding
from newslint.core.lexicon import Lexicon
from newslint.core.pattern import lazy_pattern
from newslint.core.rule import Example, Rule
from newslint.core.source import Source
from newslint.core.style import StyleLayer
from newslint.desk.configuring import configured
from newslint.desk.layers import Layer
from newslint.engine.comparison import Comparison
from newslint.engine.edits import applied
from newslint.engine.linter import Linter
from newslint.plugins.registry import Registry
from newslint.rulebook.packs import RuleBook

# `[[60 miles]]`; the marked words may end in a bracket of their own.
MARKED = lazy_pattern(r"\[\[(.+?)\]\](?!\])", re.DOTALL)
EXTENSIONS = {"text": "txt", "markdown": "md"}


class Workbench(msgspec.Struct, frozen=True):
    """What examples are tried with: the readers, the other rules and the lists."""

    registry: Registry
    book: RuleBook
    lexicon: Lexicon


class Failure(msgspec.Struct, frozen=True):
    """An example that does not hold: which, and what was found against what was expected."""

    rule: str
    example: str
    reason: str


def failures(rule: Rule, bench: Workbench) -> Iterator[Failure]:
    """Run a rule's examples; yield those that do not hold, and what of its options can never be found."""
    for words, reason in configured(rule).check.never_found():
        yield Failure(rule.id, f"`{words}`", f"can never be found: {reason}.")
    for example in rule.file.invalid:
        yield from _failures(rule, example, bench, flagged=True)
    for example in rule.file.valid:
        yield from _failures(rule, example, bench, flagged=False)


def unmarked(text: str) -> str:
    """Return the copy of an example, without its marks."""
    return MARKED.sub(r"\1", text)


def marks(text: str) -> tuple[str, ...]:
    """Return the words an example marks, in order."""
    return tuple(MARKED.findall(text))


def _failures(rule: Rule, example: Example, bench: Workbench, *, flagged: bool) -> Iterator[Failure]:
    texts = example.stories or (example.text,)
    findings = [finding for finding in _findings(rule, example, bench) if finding.rule == rule.id]
    expected = [(n, *match) for n, text in enumerate(texts) for match in _places(text)]
    found = [(int(finding.path[5:7]), finding.start.offset, finding.text) for finding in findings]
    shown = " / ".join(unmarked(text).strip() for text in texts)
    if flagged and not expected:
        yield Failure(
            rule.id, shown, "an [[invalid]] example marks nothing; `[[…]]` stands round what is found."
        )
    elif sorted(expected) != sorted(found):
        yield Failure(rule.id, shown, f"found {_told(found)}, expected {_told(expected)}.")
    elif example.fixed is not None:
        fixed = _fixed(unmarked(texts[0]), findings)
        if fixed != example.fixed:
            yield Failure(rule.id, shown, f"fixed to {fixed!r}, expected {example.fixed!r}.")


def _places(text: str) -> Iterator[tuple[int, str]]:
    removed = 0
    for match in MARKED.finditer(text):
        yield match.start() - removed, match[1]
        removed += 4


def _told(places: list[tuple[int, int, str]]) -> str:
    return ", ".join(f"“{text}” at {start}" for _, start, text in sorted(places)) or "nothing"


def _fixed(text: str, findings: list[Finding]) -> str:
    """Apply every finding's first fix, whatever its safety."""
    trusted = [
        msgspec.structs.replace(
            finding, fixes=tuple(msgspec.structs.replace(fix, safety="safe") for fix in finding.fixes[:1])
        )
        for finding in findings
    ]
    return applied(text, trusted, unsafe=False)


def _findings(rule: Rule, example: Example, bench: Workbench) -> tuple[Finding, ...]:
    family, fault = rule.id.split(".", 1)
    layer = StyleLayer(rules={family: {fault: dict(example.options)}})
    others = [configured(bench.book.rules[name]) for name in example.alongside]
    rules = [configured(rule, [Layer(rule.origin, layer)]), *others]
    linter = Linter(rules, names=bench.book.names)
    comparison = Comparison(rules, names=bench.book.names)
    documents = {each.path: each for each in _documents(example, bench)}
    findings = [finding for each in documents.values() for finding in linter.lint(each).findings]
    seen, _ = comparison.seen({path: comparison.facts(each)[0] for path, each in documents.items()})
    for path, found in seen.items():
        findings += comparison.merged(documents[path], (), found, documents)[0]
    return tuple(findings)


def _documents(example: Example, bench: Workbench) -> Iterator[Document]:
    reader = bench.registry.readers[example.format].made(offering="read")
    for n, text in enumerate(example.stories or (example.text,)):
        source = Source(f"story{n:02}.{EXTENSIONS.get(example.format, 'txt')}", unmarked(text).encode())
        document: Document = reader.read(source, bench.lexicon)
        if example.date is not None:
            meta = msgspec.structs.replace(document.meta, date=example.date)
            document = msgspec.structs.replace(document, meta=meta, memory={})
        yield document
