"""The baseline: findings that are known, so that only new ones fail a run.

A finding is known by its path, its rule, its words and the words beside it, so it may move within its story.
"""

from __future__ import annotations

import os
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

from newslint.core.errors import ConfigError
from newslint.core.finding import Finding
from newslint.core.paths import shown
from newslint.core.pattern import lazy_pattern
from newslint.core.report import Report, Sifted

SCHEMA = 1
WORDS_BESIDE = 5
WORD = lazy_pattern(r"\w+")


class Entry(msgspec.Struct, frozen=True, order=True, forbid_unknown_fields=True):
    """What findings of one path have in common: rule, folded words, the folded words beside them."""

    rule: str
    text: str
    beside: str


class Counted(Entry, frozen=True, forbid_unknown_fields=True):
    """An entry of the file, with how many findings it stands for."""

    count: int = 1


class File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file as it is written; paths are relative to its folder."""

    schema: int
    files: Mapping[str, tuple[Counted, ...]]


class Baseline:
    """How many findings of each entry are known, by path relative to *folder*.

    *renamed* are old ids of rules that its file has, with those of now.
    """

    def __init__(
        self, folder: str, known: Mapping[str, Counter[Entry]], renamed: Mapping[str, str] = {}
    ) -> None:
        self.folder = folder
        self.known = known
        self.renamed = renamed

    def path(self, path: str) -> str:
        """Return a path of a report as the baseline has it."""
        return os.path.relpath(os.path.abspath(path), self.folder).replace(os.sep, "/")

    def only(self, paths: Iterable[str]) -> Baseline:
        """Return what is known of some paths of a report, of which none has taken another's place."""
        here = {path: self.known[path] for path in map(self.path, paths) if path in self.known}
        return Baseline(self.folder, here, self.renamed)

    def is_gone(self, path: str) -> bool:
        """Tell whether a path of the baseline is no longer there, be it a story within a file."""
        whole = os.path.join(self.folder, path)
        parts = (whole, whole.partition("#")[0], whole.partition("!/")[0])
        return not any(map(os.path.exists, parts))


def taken(report: Report, path: str) -> Baseline:
    """Return the baseline that knows every finding of a report, to be written to *path*."""
    found = Baseline(_folder(path), defaultdict(Counter))
    for finding in report.findings:
        found.known[found.path(finding.path)][entry_of(report, finding)] += 1
    return found


def entry_of(report: Report, finding: Finding) -> Entry:
    """Return what a finding is known by, wherever in its story it stands."""
    line = report.line(finding)
    start = finding.start.column - 1
    end = finding.end.column - 1 if finding.end.line == finding.start.line else len(line)
    before = _words(line[:start])[-WORDS_BESIDE:]
    after = _words(line[end:])[:WORDS_BESIDE]
    return Entry(finding.rule, " ".join(finding.text.casefold().split()), " ".join([*before, "|", *after]))


def read(path: str, aliases: Mapping[str, str]) -> Baseline:
    """Read a baseline, with rules called by the ids they have now.

    Raises ConfigError where there is none, or what stands there is no baseline.
    """
    name = shown(Path(path))
    try:
        with open(path, "rb") as file:
            written = msgspec.json.decode(file.read(), type=File)
    except OSError as cause:
        raise ConfigError(f"{name}: the baseline cannot be read: {cause.strerror}.") from None
    except (msgspec.MsgspecError, UnicodeDecodeError) as cause:
        raise ConfigError(f"{name}: found no baseline: {cause}; --write-baseline makes one.") from None
    if written.schema != SCHEMA:
        raise ConfigError(f"{name}: schema: found {written.schema}, expected {SCHEMA}.")
    known: dict[str, Counter[Entry]] = {story: Counter() for story in written.files}
    renamed: dict[str, str] = {}
    for story, entries in written.files.items():
        for each in entries:
            rule = aliases.get(each.rule, each.rule)
            renamed |= {each.rule: rule} if rule != each.rule else {}
            known[story][Entry(rule, each.text, each.beside)] += each.count
    return Baseline(_folder(path), known, renamed)


def encoded(baseline: Baseline) -> str:
    """Return the file of a baseline, an entry a line, so that its changes can be read."""
    stories = ",\n".join(
        f"  {_json(path)}: [\n{_entries(entries)}\n  ]"
        for path, entries in sorted(baseline.known.items())
        if entries.total()
    )
    return f'{{\n "schema": {SCHEMA},\n "files": {{\n{stories}\n }}\n}}\n'


def told(baseline: Baseline, path: str) -> tuple[str, ...]:
    """Say which old ids of rules stand in the file of a baseline."""
    renamed = sorted(baseline.renamed.items())
    return tuple(
        f"{path}: `{old}` is called `{now}` now; `newslint baseline prune` writes it so."
        for old, now in renamed
    )


def total(baseline: Baseline) -> int:
    """Count the findings that a baseline knows."""
    return sum(entries.total() for entries in baseline.known.values())


def sifted(report: Report, baseline: Baseline) -> Report:
    """Return a report without the findings that are known, and with how many are known and gone."""
    new, known, left = _matched(report, baseline)
    counts = Sifted(sum(map(Counter.total, known.values())), sum(map(Counter.total, left.values())))
    return msgspec.structs.replace(report, findings=tuple(new), sifted=counts)


def pruned(report: Report, baseline: Baseline) -> Baseline:
    """Return a baseline without what is gone: what was looked for stands where it was found."""
    _, known, left = _matched(report, baseline)
    for path, entries in baseline.known.items():
        for entry, count in entries.items():
            if path not in left or entry.rule not in report.rules:
                known[path][entry] += count
    return Baseline(baseline.folder, known)


def _matched(
    report: Report, baseline: Baseline
) -> tuple[list[Finding], dict[str, Counter[Entry]], dict[str, Counter[Entry]]]:
    """Return the new findings, the known ones by path, and what is known and was not found."""
    left, names = _left(report, baseline)
    new = []
    known: dict[str, Counter[Entry]] = defaultdict(Counter)
    for finding in report.findings:
        path = baseline.path(finding.path)
        entry, entries = entry_of(report, finding), left.get(names.get(path, path), Counter())
        if entries[entry] > 0:
            entries[entry] -= 1
            known[path][entry] += 1
        else:
            new.append(finding)
    return new, known, left


def _left(report: Report, baseline: Baseline) -> tuple[dict[str, Counter[Entry]], dict[str, str]]:
    """Return what is known and was looked for, by path, and which new paths go by an old one that is gone."""
    here = {baseline.path(file.path) for file in report.files}
    asked = {
        path: Counter({entry: count for entry, count in entries.items() if entry.rule in report.rules})
        for path, entries in baseline.known.items()
        if path in here or baseline.is_gone(path)
    }
    gone = {path: entries for path, entries in asked.items() if path not in here}
    return asked, {new: old for old, new in _renamed(report, baseline, gone)}


def _renamed(
    report: Report, baseline: Baseline, gone: Mapping[str, Counter[Entry]]
) -> Iterator[tuple[str, str]]:
    """Yield each path that is gone with the new one whose findings are most like its own."""
    at = defaultdict(list)
    for path, entries in gone.items():
        for entry in entries:
            at[entry].append(path)
    shared: Counter[tuple[str, str]] = Counter()
    for finding in report.findings:
        path = baseline.path(finding.path)
        if path not in baseline.known:
            shared.update((old, path) for old in at.get(entry_of(report, finding), ()))
    taken: set[str] = set()
    for (old, new), count in sorted(shared.items(), key=lambda each: (-each[1], each[0])):
        if old in taken or new in taken or 2 * count < gone[old].total():
            continue
        taken |= {old, new}
        yield old, new


def _words(text: str) -> list[str]:
    return WORD.findall(text.casefold())


def _entries(entries: Counter[Entry]) -> str:
    return ",\n".join(
        f"   {_json(Counted(each.rule, each.text, each.beside, count))}"
        for each, count in sorted(entries.items())
        if count
    )


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _folder(path: str) -> str:
    return os.path.dirname(os.path.abspath(path))
