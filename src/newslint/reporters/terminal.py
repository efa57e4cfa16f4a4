"""The terminal report: the place and the rule, the message, the line with the words underlined, the fixes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from newslint.reporters.counts import plural, told
from newslint.reporting import Finding, Report, cells, cut, visible

COLOURS = {"error": "bold red", "warning": "yellow", "suggestion": "cyan"}
PLAIN_WIDTH = 100
INDENT = "    "
LONGEST_SEVERITY = max(map(len, COLOURS))
# Nobody reads more one by one: a longer run shows the first of each rule, a finding the first of its places.
MANY, FIRST = 100, 10

# A line of the report: words with their colours, an empty colour being plain.
Line = list[tuple[str, str]]


class TerminalReporter:
    """Writes for a person: in colour and wrapped on a terminal (a width is given), plain elsewhere.

    It keeps counts, and what it cannot show before it knows whether there is too much.
    """

    def __init__(self) -> None:
        self.seen: Counter[str] = Counter()
        self.count = 0
        self.waiting: list[tuple[bool, list[Line]]] = []
        self.undated = Undated()

    def story(self, report: Report, *, width: int | None) -> Iterator[str]:
        """Yield the findings of a story; without a *width* (piped) in plain text, a message a line."""
        self.undated = self.undated.and_those_of(report)
        for finding in report.findings:
            yield from self._told(finding, report.line(finding), width)

    def closing(self, report: Report, *, width: int | None) -> Iterator[str]:
        """Yield the findings that waited, and what the run comes to."""
        lines = [line for _, block in self.waiting for line in block]
        if self.count > MANY:
            lines += _more(self.seen)
        lines += self.undated.lines()
        lines.append([(told(report), "bold" if any(map(report.count, COLOURS)) else "green")])
        yield _set(lines, width)

    def _told(self, finding: Finding, line: str, width: int | None) -> Iterator[str]:
        """Tell a finding that is shown in any case; what only a short run shows, and what follows, waits."""
        self.seen[finding.rule] += 1
        self.count += 1
        is_first = self.seen[finding.rule] <= FIRST
        if self.count > MANY:
            yield from (_set(block, width) for is_shown, block in self.waiting if is_shown)
            self.waiting = []
            if not is_first:
                return
        block = [*_finding(finding, line, (width or PLAIN_WIDTH) - len(INDENT)), []]
        if self.waiting or not is_first:
            self.waiting.append((is_first, block))
        else:
            yield _set(block, width)


class Undated(msgspec.Struct, frozen=True):
    """What wanted a date that stories do not give: in how many files, and how much."""

    files: int = 0
    count: int = 0

    def and_those_of(self, report: Report) -> Undated:
        """Add what was left unchecked in a story."""
        counts = [sum(file.unchecked.values()) for file in report.files if file.unchecked]
        return Undated(self.files + len(counts), self.count + sum(counts))

    def lines(self) -> Iterator[Line]:
        """Yield a line that says so, if there is anything to say."""
        if self.files:
            left = f"{self.count:,} {'day or age' if self.count == 1 else 'days or ages'} not checked"
            over = plural(self.files, "file")
            yield [(f"No date known for {over}: {left}; --date gives one.", "dim")]


def _set(lines: Sequence[Line], width: int | None) -> str:
    if width is None:
        return "".join("".join(text for text, _ in line).rstrip() + "\n" for line in lines)
    return _coloured([part for line in lines for part in _wrapped(line, width)], width)


def _coloured(lines: list[Line], width: int) -> str:
    from rich.console import Console
    from rich.text import Text

    console = Console(width=width, force_terminal=True, highlight=False, no_color=False)
    with console.capture() as capture:
        for line in lines:
            console.print(Text.assemble(*line), no_wrap=True, overflow="ignore", crop=False)
    return capture.get()


def _more(seen: Counter[str]) -> Iterator[Line]:
    left = [(rule, count - FIRST) for rule, count in sorted(seen.items()) if count > FIRST]
    for rule, count in left:
        yield [(f"… and {count:,} more of {rule}", "")]
    if left:
        yield [("--statistics counts them, --format concise lists them all.", "dim")]
        yield []


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
    for related in finding.related[:FIRST]:
        message = f"  {_told(related.message)}" if related.message else ""
        where = f"{visible(related.path)}:{related.start.line}:{related.start.column}"
        yield [(INDENT, ""), (f"also at {where}{message}", "dim")]
    if left := len(finding.related[FIRST:]):
        yield [(INDENT, ""), (f"… and at {plural(left, 'more place')}", "dim")]
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
