"""Probes: a case is run in this process, and whatever must not be is told as a fault."""

from __future__ import annotations

import json
import re
import traceback
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path

from mutated.cases import Case
from mutated.faults import Fault
from mutated.hands import forbidden
from mutated.patches import patched
from newslint.cli.names import shown as shown_names
from newslint.cli.quotes import page
from newslint.core.document import Document
from newslint.core.edited import Version
from newslint.core.errors import SourceError
from newslint.core.finding import FileReport, Finding, Position
from newslint.core.report import Report
from newslint.core.source import line_starts
from newslint.desk.desk import Desk
from newslint.desk.options import Options
from newslint.engine.edits import applied
from newslint.engine.settling import settled
from newslint.reporters.json import JsonReporter
from newslint.reporters.terminal import TerminalReporter
from newslint.run.fixer import patch
from newslint.run.story import lines
from newslint.run.told import Teller, in_full
from newslint.text.names.names_index import names_index
from newslint.text.speech.quotes_index import quotes_index

OTHER = "Ana Petrovic, the mayor, said on Friday that 50 miles (80 km) were too far.\n\nPetrovik left.\n"
LINE_END = re.compile(r"\r\n|\r|\n")
COLOUR = re.compile(r"\x1b\[[0-9;]*m")
# Nothing that moves a cursor, or the order of letters, may reach a terminal.
RAW = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069]")


class Bench:
    """The desks of all styles, made once, and what was seen on them."""

    def __init__(self, styles: Sequence[str]) -> None:
        self.desks = {style: Desk(Options(isolated=True, style=style)) for style in styles}
        self.others = {style: _other(desk) for style, desk in self.desks.items()}
        self.seen: Counter[str] = Counter()

    def faults(self, case: Case) -> tuple[Fault, ...]:
        """Run a case; a traceback is a fault like others."""
        try:
            return tuple(COMMANDS[case.command](self, case))
        except SourceError as refusal:
            self.seen["refused"] += 1
            return (Fault("uncaught", refusal.reason),) if " failed: " in refusal.reason else ()
        except Exception as cause:
            where = traceback.extract_tb(cause.__traceback__)[-1]
            return (
                Fault(
                    "uncaught",
                    f"{type(cause).__name__}: {cause} ({Path(where.filename).name}:{where.lineno})",
                ),
            )

    def document(self, case: Case, content: bytes | None = None) -> Document:
        """Read the story of a case, or what became of it."""
        desk = self.desks[case.style]
        return desk.document(desk.assigned(case.path, case.bytes() if content is None else content))


def _other(desk: Desk) -> Document:
    """Read the story that others are compared with."""
    return desk.document(desk.assigned("other.txt", OTHER.encode()))


def _check(bench: Bench, case: Case) -> Iterator[Fault]:
    document = bench.document(case)
    findings, faults = _linted(bench, case, document)
    yield from faults
    report = _report(document, findings)
    written = json.loads(in_full(Teller("json", JsonReporter()), report))
    if len(written["findings"]) != len(findings):
        yield Fault("reporter", "findings are missing from the JSON")


def _terminal(bench: Bench, case: Case) -> Iterator[Fault]:
    document = bench.document(case)
    findings, faults = _linted(bench, case, document)
    yield from faults
    report = _report(document, findings)
    for width in (None, 60):
        yield from _raw(
            in_full(Teller("terminal", TerminalReporter()), report, width=width), f"terminal, width {width}"
        )


def _names(bench: Bench, case: Case) -> Iterator[Fault]:
    stories = [bench.document(case), bench.others[case.style]]
    names = names_index(stories)
    by_path = {story.path: story.source for story in stories}
    bench.seen["names"] += len(names)
    for name in names:
        if sum(name.spellings.values()) != len(name.mentions):
            yield Fault("place", f"{name.name!r}: spellings do not sum to the mentions")
        for place in name.mentions:
            yield from _slice(by_path[place.path], place.start, place.end, place.text, "mention")
    lines = {story.path: line_starts(story.source) for story in stories}
    json.loads(shown_names(names, "json", lines, None))
    shown_names(names, "toml", lines, None)
    for width in (None, 80):
        yield from _raw(shown_names(names, "terminal", lines, width), f"names, width {width}")


def _quotes(bench: Bench, case: Case) -> Iterator[Fault]:
    document = bench.document(case)
    quotes = quotes_index(document)
    bench.seen["quotes"] += len(quotes)
    for quote in quotes:
        for piece in (*quote.source, *quote.cue, *quote.content):
            yield from _slice(document.source, piece.start, piece.end, piece.text, "quote")
    for width in (None, 80):
        yield from _raw(page(document, width), f"quotes, width {width}")


def _across(bench: Bench, case: Case) -> Iterator[Fault]:
    stories = {story.path: story for story in (bench.document(case), bench.others[case.style])}
    comparison = bench.desks[case.style].comparison
    told = {path: comparison.facts(story) for path, story in stories.items()}
    seen, failures = comparison.seen({path: facts for path, (facts, _) in told.items()})
    for failure in (*failures, *(failure for _, failed in told.values() for failure in failed)):
        yield Fault("uncaught", failure)
    for path, story in stories.items():
        findings, failures = comparison.merged(story, (), seen.get(path, ()), stories)
        yield from (Fault("uncaught", failure) for failure in failures)
        bench.seen["findings"] += len(findings)
        yield from _misplaced(story, findings, stories)


def _fix(bench: Bench, case: Case) -> Iterator[Fault]:
    yield from _fixed(bench, case, unsafe=case.command == "unsafe fix")


def _fixed(bench: Bench, case: Case, *, unsafe: bool) -> Iterator[Fault]:
    source, found = bench.document(case).source, list[Fault]()

    @cache
    def lint(version: Version) -> tuple[Finding, ...]:
        document = bench.document(case, version.text.encode())
        findings, faults = _linted(bench, case, document)
        found.extend((*faults, *forbidden(document, findings, unsafe=unsafe)))
        return findings

    fixed = settled(source, lint, unsafe=unsafe).text
    bench.seen["stories fixed"] += fixed != source
    yield from found
    if settled(fixed, lint, unsafe=unsafe).text != fixed:
        rules = sorted({finding.rule for finding in lint(Version(fixed)) if finding.fixes})
        yield Fault("unstable", f"fixing twice is not fixing once; left are {', '.join(rules)}")


def _diff(bench: Bench, case: Case) -> Iterator[Fault]:
    document = bench.document(case)
    findings, faults = _linted(bench, case, document)
    yield from faults
    fixed = applied(document.source, findings, unsafe=True)
    told = "".join(patch(case.path, document.source, fixed))
    if patched(document.source, told) != fixed:
        yield Fault("diff", "the diff does not make the fixed copy")


COMMANDS: dict[str, Callable[[Bench, Case], Iterator[Fault]]] = {
    "check": _check,
    "terminal": _terminal,
    "names": _names,
    "quotes": _quotes,
    "fix": _fix,
    "unsafe fix": _fix,
    "diff": _diff,
    "across": _across,
}


def _linted(bench: Bench, case: Case, document: Document) -> tuple[tuple[Finding, ...], list[Fault]]:
    desk = bench.desks[case.style]
    result = desk.linter(desk.assigned(case.path, b"")).lint(document)
    bench.seen["findings"] += len(result.findings)
    faults = [Fault("uncaught", failure) for failure in result.failures]
    return result.findings, [*faults, *_misplaced(document, result.findings, {document.path: document})]


def _misplaced(
    document: Document, findings: Sequence[Finding], stories: dict[str, Document]
) -> Iterator[Fault]:
    for finding in findings:
        yield from _slice(
            document.source, finding.start.offset, finding.end.offset, finding.text, finding.rule
        )
        yield from _position(document.source, finding.start, finding.rule)
        yield from _position(document.source, finding.end, finding.rule)
        for related in finding.related:
            source = stories[related.path].source
            yield from _slice(
                source, related.start.offset, related.end.offset, None, f"{finding.rule}, related"
            )
            yield from _position(source, related.start, finding.rule)
        for fix in finding.fixes:
            position = 0
            for edit in fix.edits:
                if not position <= edit.start <= edit.end <= len(document.source):
                    yield Fault("edit", f"{finding.rule}: edits overlap or leave the source")
                position = edit.end


def _slice(source: str, start: int, end: int, text: str | None, what: str) -> Iterator[Fault]:
    if not 0 <= start <= end <= len(source):
        yield Fault("place", f"{what}: {start}-{end} is not within the source")
    elif text is not None and source[start:end] != text:
        yield Fault("place", f"{what}: {text!r} is not {source[start:end]!r}")
    elif start == end:
        yield Fault("place", f"{what}: points at nothing")


def _position(source: str, position: Position, what: str) -> Iterator[Fault]:
    starts = _line_starts(source)
    line = bisect_right(starts, position.offset)
    column = position.offset - starts[line - 1] + 1
    if (position.line, position.column) != (line, column):
        yield Fault("place", f"{what}: {position} stands at {line}:{column}")


@lru_cache(8)
def _line_starts(source: str) -> tuple[int, ...]:
    """Return where lines start, counted in another way than newslint does."""
    return (0, *(match.end() for match in LINE_END.finditer(source)))


def _report(document: Document, findings: tuple[Finding, ...]) -> Report:
    file = FileReport(document.path, document.format, len(document.text.split()), None)
    return Report(findings, (file,), lines(document, findings, {}))


def _raw(shown: str, where: str) -> Iterator[Fault]:
    found = RAW.search(COLOUR.sub("", shown) if "width None" not in where else shown)
    if found:
        yield Fault("raw", f"{where}: U+{ord(found[0]):04X} reaches the terminal")
