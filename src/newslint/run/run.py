"""The run: paths and options → a report."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

import msgspec

from newslint.core.document import Document
from newslint.core.errors import SourceError
from newslint.core.finding import FileReport, Finding
from newslint.core.paths import shown
from newslint.core.report import Report
from newslint.core.source import Source
from newslint.desk.desk import Desk, Options
from newslint.desk.discovery import discover
from newslint.engine.linter import Linter, Seen

# A process pool costs some 50 ms to start; below a megabyte of copy it does not pay.
WORTH_A_POOL = 1_000_000
CHUNKS_A_WORKER = 4

# Told how many files are done, and of how many.
Progress = Callable[[int, int], None]


class Story(msgspec.Struct, frozen=True):
    """What linting one file gave, and what a comparison with others needs of it."""

    file: FileReport
    findings: tuple[Finding, ...] = ()
    failures: tuple[str, ...] = ()
    facts: Mapping[str, object] = {}
    lines: Mapping[tuple[str, int], str] = {}


class Outcome(msgspec.Struct, frozen=True):
    """A report, and what could not be done."""

    report: Report
    complaints: tuple[str, ...]


def check(
    desk: Desk, paths: Sequence[str], *, standard_input: Callable[[], bytes], progress: Progress
) -> Outcome:
    """Lint files and folders. Raises ConfigError, RuleError and PluginError before any file is read."""
    standard_input = cache(standard_input)
    sources, complaints = [], []
    for found in _found(desk, paths):
        if isinstance(found, SourceError):
            complaints.append(str(found))
        else:
            sources.append(found)
            desk.linter(found)
    stories = list(_linted(desk, sources, standard_input=standard_input, progress=progress))
    if desk.options.across:
        stories, failures = _compared(desk, stories, standard_input)
        complaints += failures
    stories.sort(key=lambda story: story.file.path)
    complaints += [f"{story.file.path}: {story.file.error}" for story in stories if story.file.error]
    complaints += [failure for story in stories for failure in story.failures]
    return Outcome(_report(stories), tuple(dict.fromkeys(complaints)))


def documents(
    desk: Desk, paths: Sequence[str], *, standard_input: Callable[[], bytes]
) -> Iterator[Document | SourceError]:
    """Read files and folders without linting them, in the order of their paths."""
    for found in sorted(_found(desk, paths), key=str):
        if isinstance(found, SourceError):
            yield found
            continue
        try:
            yield desk.document(_source(found, desk.options, standard_input), found)
        except SourceError as cause:
            yield cause


def _found(desk: Desk, paths: Sequence[str]) -> Iterator[Path | SourceError]:
    if "-" in paths:
        yield Path(desk.options.stdin_filename or "-")
    yield from discover(
        [path for path in paths if path != "-"],
        extensions=frozenset(desk.registry.extensions),
        config_above=desk.config_above,
        force_exclude=desk.options.force_exclude,
    )


def _linted(
    desk: Desk, paths: Sequence[Path], *, standard_input: Callable[[], bytes], progress: Progress
) -> Iterator[Story]:
    jobs = _jobs(desk.options, paths)
    if jobs == 1:
        for done, path in enumerate(paths, start=1):
            yield _story(desk, path, standard_input)
            progress(done, len(paths))
        return
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    size = -(-len(paths) // (jobs * CHUNKS_A_WORKER))
    chunks = [paths[start : start + size] for start in range(0, len(paths), size)]
    method = "fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn"
    with ProcessPoolExecutor(jobs, multiprocessing.get_context(method)) as pool:
        for done, stories in enumerate(pool.map(_chunk, [desk.options] * len(chunks), chunks), start=1):
            yield from stories
            progress(min(done * size, len(paths)), len(paths))


def _chunk(options: Options, paths: Sequence[Path]) -> list[Story]:
    """Lint some files in a worker, which sets up a desk of its own."""
    desk = Desk(options)
    return [_story(desk, path, lambda: b"") for path in paths]


def _jobs(options: Options, paths: Sequence[Path]) -> int:
    if "-" in map(str, paths) or options.stdin_filename or len(paths) < 2:
        return 1
    if options.jobs is not None:
        return min(options.jobs, len(paths))
    size = sum(path.stat().st_size for path in paths if path.exists())
    return min(os.cpu_count() or 1, len(paths)) if size > WORTH_A_POOL else 1


def _story(desk: Desk, path: Path, standard_input: Callable[[], bytes]) -> Story:
    name = _name(path, desk.options)
    try:
        document = desk.document(_source(path, desk.options, standard_input), path)
    except SourceError as cause:
        return Story(FileReport(name, None, 0, cause.reason))
    linter = desk.linter(path)
    result = linter.lint(document, facts=desk.options.across)
    return Story(
        file=FileReport(name, document.format, len(document.text.split()), None),
        findings=result.findings,
        failures=result.failures,
        facts=result.facts,
        lines=_lines(document, result.findings),
    )


def _source(path: Path, options: Options, standard_input: Callable[[], bytes]) -> Source:
    name = _name(path, options)
    if str(path) == (options.stdin_filename or "-"):
        return Source(name, standard_input())
    try:
        return Source(name, path.read_bytes())
    except OSError as cause:
        raise SourceError(name, f"cannot be read: {cause.strerror}.") from None


def _name(path: Path, options: Options) -> str:
    return str(path) if str(path) == "-" else shown(path)


def _compared(
    desk: Desk, stories: Sequence[Story], standard_input: Callable[[], bytes]
) -> tuple[list[Story], tuple[str, ...]]:
    """Add what the rules across stories see. The few stories concerned are read again."""
    linter = desk.linter(Path.cwd() / "-")
    seen, failures = linter.reconciled({story.file.path: story.facts for story in stories if story.facts})
    problems = [problem for each in seen.values() for _, problem in each]
    wanted = {*seen, *(place.path for problem in problems for place in problem.related if place.path)}
    read = {
        path: desk.document(_source(Path(path), desk.options, standard_input), Path(path))
        for path in sorted(wanted)
    }
    return [_with_comparison(story, linter, seen, read) for story in stories], failures


def _with_comparison(
    story: Story, linter: Linter, seen: Mapping[str, Sequence[Seen]], read: Mapping[str, Document]
) -> Story:
    path = story.file.path
    if path not in seen:
        return story
    findings = linter.merged(read[path], story.findings, seen[path], read)
    return msgspec.structs.replace(story, findings=findings, lines=_lines(read[path], findings))


def _lines(document: Document, findings: Iterable[Finding]) -> dict[tuple[str, int], str]:
    """Return the source lines that findings start in, for reports that show them."""
    lines = {}
    for finding in findings:
        start = finding.start.offset - finding.start.column + 1
        ends = [end for mark in "\n\r" if (end := document.source.find(mark, start)) >= 0]
        lines[finding.path, finding.start.line] = document.source[
            start : min(ends, default=len(document.source))
        ]
    return lines


def _report(stories: Sequence[Story]) -> Report:
    return Report(
        findings=tuple(finding for story in stories for finding in story.findings),
        files=tuple(story.file for story in stories),
        lines={place: line for story in stories for place, line in story.lines.items()},
    )
