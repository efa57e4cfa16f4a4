"""The terminal report: the place and the rule, the message, the line with the words underlined, the fixes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from newslint.plugin import Finding, Report, cells, cut, visible
from newslint.reporters.counts import plural, told

COLOURS = {"error": "bold red", "warning": "yellow", "suggestion": "cyan"}
PLAIN_WIDTH = 100
INDENT = "    "
LONGEST_SEVERITY = max(map(len, COLOURS))
# Nobody reads more than these one by one: a run with more shows the first of each rule.
MANY, FIRST = 100, 10

# A line of the report: words with their colours, an empty colour being plain.
Line = list[tuple[str, str]]


class TerminalReporter:
    """Writes for a person: in colour and wrapped on a terminal (a width is given), plain elsewhere."""

    def render(self, report: Report, *, width: int | None) -> str:
        """Return the report; without a *width* (piped) it is plain text, a message a line."""
        lines = _lines(report, (width or PLAIN_WIDTH) - len(INDENT))
        if width is None:
            return "".join("".join(text for text, _ in line).rstrip() + "\n" for line in lines)
        return _coloured([part for line in lines for part in _wrapped(line, width)], width)


def _coloured(lines: list[Line], width: int) -> str:
    from rich.console import Console
    from rich.text import Text

    console = Console(width=width, force_terminal=True, highlight=False)
    with console.capture() as capture:
        for line in lines:
            console.print(Text.assemble(*line), no_wrap=True, overflow="ignore", crop=False)
    return capture.get()


def _lines(report: Report, width: int) -> Iterator[Line]:
    capped = len(report.findings) > MANY
    seen: Counter[str] = Counter()
    for finding in report.findings:
        seen[finding.rule] += 1
        if capped and seen[finding.rule] > FIRST:
            continue
        yield from _finding(finding, report.line(finding), width)
        yield []
    if capped:
        yield from _more(seen)
    yield from _undated(report)
    yield [(told(report), "bold" if report.findings or report.unshown else "green")]


def _more(seen: Counter[str]) -> Iterator[Line]:
    left = [(rule, count - FIRST) for rule, count in sorted(seen.items()) if count > FIRST]
    for rule, count in left:
        yield [(f"… and {count:,} more of {rule}", "")]
    if left:
        yield [("--statistics counts them, --format concise lists them all.", "dim")]
        yield []


def _undated(report: Report) -> Iterator[Line]:
    """Say what wanted a date that stories do not give."""
    files = [file for file in report.files if file.unchecked]
    if files:
        count = sum(sum(file.unchecked.values()) for file in files)
        left = f"{count:,} {'day or age' if count == 1 else 'days or ages'} not checked"
        over = plural(len(files), "file")
        yield [(f"No date known for {over}: {left}; --date gives one.", "dim")]


def _finding(finding: Finding, line: str, width: int) -> Iterator[Line]:
    colour = COLOURS[finding.severity]
    yield [
        (_place(finding.path, finding), "bold"),
        ("  ", ""),
        (finding.severity, colour),
        (" " * (LONGEST_SEVERITY - len(finding.severity) + 2), ""),
        (finding.rule, "dim"),
    ]
    yield [(INDENT, ""), (_told(finding.message), "")]
    yield from _excerpt(finding, line, width, colour)
    for related in finding.related:
        message = f"  {_told(related.message)}" if related.message else ""
        where = f"{visible(related.path)}:{related.start.line}:{related.start.column}"
        yield [(INDENT, ""), (f"also at {where}{message}", "dim")]
    for fix in finding.fixes:
        yield [(INDENT, ""), ("fix: ", "green"), (f"{_told(fix.title)} ({fix.safety})", "")]


def _place(path: str, finding: Finding) -> str:
    return f"{visible(path)}:{finding.start.line}:{finding.start.column}"


def _told(text: str) -> str:
    return visible(text.replace("\n", " "))


def _wrapped(line: Line, width: int) -> Iterator[Line]:
    """Set a line in as many as it needs, cut between words, all but the first indented."""
    row: Line = []
    used = 0
    for text, colour in line:
        for word in _words(text):
            if used + cells(word.rstrip()) > width and used > len(INDENT):
                yield row
                row, used = [(INDENT, "")], len(INDENT)
                word = word.lstrip()
            used += cells(word)
            if row and row[-1][1] == colour:
                word = row.pop()[0] + word
            row.append((word, colour))
    yield row


def _words(text: str) -> Iterator[str]:
    """Yield words with the spaces after them; the spaces that open a text are a word."""
    start = 0
    for place in range(1, len(text)):
        if text[place - 1] == " " and text[place] != " ":
            yield text[start:place]
            start = place
    if text:
        yield text[start:]


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
