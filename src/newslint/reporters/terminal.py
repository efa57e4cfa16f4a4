"""The terminal report: the line, the words underlined, the message, the rule, the fix."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.plugin import Finding, Report, cells, cut, visible

COLOURS = {"error": "bold red", "warning": "yellow", "suggestion": "cyan"}
PLAIN_WIDTH = 100
INDENT = "    "

# A line of the report: words with their colours, an empty colour being plain.
Line = list[tuple[str, str]]


class TerminalReporter:
    """Writes for a person: in colour on a terminal (a width is given), plain elsewhere."""

    def render(self, report: Report, *, width: int | None) -> str:
        """Return the report; without a *width* (piped) it is plain text."""
        lines = list(_lines(report, (width or PLAIN_WIDTH) - len(INDENT)))
        if width is None:
            return "".join("".join(text for text, _ in line).rstrip() + "\n" for line in lines)
        return _coloured(lines, width)


def _coloured(lines: list[Line], width: int) -> str:
    from rich.console import Console
    from rich.text import Text

    console = Console(width=width, force_terminal=True, highlight=False)
    with console.capture() as capture:
        for line in lines:
            console.print(Text.assemble(*line))
    return capture.get()


def _lines(report: Report, width: int) -> Iterator[Line]:
    path = None
    for finding in report.findings:
        if finding.path != path:
            path = finding.path
            yield [(visible(path), "bold underline")]
        yield from _finding(finding, report.lines.get((finding.path, finding.start.line), ""), width)
        yield []
    yield _summary(report)


def _finding(finding: Finding, line: str, width: int) -> Iterator[Line]:
    colour = COLOURS[finding.severity]
    place = f"{finding.start.line}:{finding.start.column}"
    message = visible(finding.message.replace("\n", " "))
    yield [
        (f"  {place:<8}", "dim"),
        (finding.severity, colour),
        (f"  {message}  ", ""),
        (finding.rule, "dim"),
    ]
    yield from _excerpt(finding, line, width, colour)
    for related in finding.related:
        where = f"{visible(related.path)}:" if related.path != finding.path else ""
        message = f"  {visible(related.message)}" if related.message else ""
        yield [(f"{INDENT}also at {where}{related.start.line}:{related.start.column}{message}", "dim")]
    for fix in finding.fixes:
        yield [(f"{INDENT}fix: ", "green"), (f"{visible(fix.title)} ({fix.safety})", "")]


def _excerpt(finding: Finding, line: str, width: int, colour: str) -> Iterator[Line]:
    """Show as much of the line as fits, in whole words, with the words in question underlined."""
    if not line:
        return
    first = finding.start.column - 1
    last = finding.end.column - 1 if finding.start.line == finding.end.line else len(line)
    start, end = _window(line, first, last, width)
    shown = line.replace("\t", " ").replace("\ufeff", " ")
    before = ("…" if start else "") + visible(shown[start:first])
    words = cut(visible(shown[first : min(last, end)]), width - len("……"))
    after = visible(shown[last:end]) + ("…" if end < len(line) else "")
    yield [(INDENT + before, ""), (words, colour), (after, "")]
    yield [(INDENT + " " * cells(before), ""), ("^" * max(1, cells(words)), colour)]


def _window(line: str, first: int, last: int, width: int) -> tuple[int, int]:
    """Choose the part of a line to show round *first* to *last*, cut between words where it is cut."""
    if len(line) <= width and cells(visible(line)) <= width:
        return 0, len(line)
    start, end = _cut(line, first, last, width - 2)
    if start:
        start = min(line.find(" ", start) + 1 or first, first)
    if end < len(line):
        end = max(line.rfind(" ", start, end), min(last, end))
    return start, end


def _cut(line: str, first: int, last: int, width: int) -> tuple[int, int]:
    """Return where a line is cut to fit *width* columns, *first* to *last* in the middle if it can be."""
    room = max(0, width - (last - first))
    start = max(0, min(first - room // 2, len(line) - width))
    end = min(len(line), start + width)
    # Letters that are wide, or that are shown by their number, leave room for fewer.
    over = cells(visible(line[start:end])) - width
    while over > 0 and (start < first or end > last):
        if first - start > end - last:
            over -= cells(visible(line[start]))
            start += 1
        else:
            end -= 1
            over -= cells(visible(line[end]))
    return start, end


def _summary(report: Report) -> Line:
    counts = [(report.count(severity), severity) for severity in COLOURS]
    told = ", ".join(_plural(count, severity) for count, severity in counts if count)
    over = f"in {_plural(len(report.files), 'file')}, {report.words:,} words"
    return [(told or "No findings", "bold" if told else "green"), (f" {over}.", "")]


def _plural(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
