"""The overview: what was found in all stories, and the way to each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.plugin import Report
from newslint.reporters.counts import told
from newslint.reporters.proof.charts import desks_chart, rules_chart, weeks_chart
from newslint.reporters.proof.elements import Element, element
from newslint.reporters.proof.stories import Entry
from newslint.reporters.proof.tallies import SEVERITIES, tally


def overview(report: Report, entries: Sequence[Entry]) -> Element:
    """Sum the run up: figures, what could not be done, charts."""
    return element(
        "section",
        {"class": "overview", "id": "overview", "aria-labelledby": "overview-title"},
        element("h2", {"id": "overview-title", "tabindex": "-1"}, "Overview"),
        element("p", {"class": "told"}, told(report)),
        _tiles(report, entries),
        _list("Not done", "complaints", report.complaints),
        _list("To know", "notices", report.notices),
        element(
            "div",
            {"class": "charts"},
            rules_chart(report, entries) if any(entry.found for entry in entries) else None,
            desks_chart(entries),
            weeks_chart(entries),
        ),
    )


def table_of_stories(entries: Sequence[Entry], rules: Sequence[str]) -> Element:
    """List the stories with what was found in each; those that are set are linked."""
    heads = ("Story", "Desk", "Date", "Words", *(f"{each.capitalize()}s" for each in SEVERITIES))
    numbers = {rule: number for number, rule in enumerate(rules)}
    left_out = sum(not entry.set and not entry.error for entry in entries)
    columns = (element("th", {"scope": "col"}, each) for each in heads)
    return element(
        "section",
        {"class": "index", "id": "stories", "aria-labelledby": "stories-title"},
        element("h2", {"id": "stories-title"}, "Stories"),
        element(
            "table",
            {"aria-labelledby": "stories-title"},
            element("thead", {}, element("tr", {}, *columns)),
            element("tbody", {}, *(_row(entry, numbers) for entry in entries)),
        ),
        element("p", {"class": "more"}, _left_out(left_out)) if left_out else None,
    )


def _left_out(count: int) -> str:
    return (
        f"{count:,} of the stories are only counted, as browsers open no larger page; "
        "check them by themselves to see them set."
    )


def _tiles(report: Report, entries: Sequence[Entry]) -> Element:
    whole = tally(entries)
    made = element("dl", {"class": "tiles"})
    for severity in SEVERITIES:
        made.append(_tile(report.count(severity), severity, f"{severity}s", kind=severity))
    made.append(_tile(whole.stories, "story", "stories"))
    made.append(_tile(whole.words, "word", "words"))
    made.append(_tile(whole.rate, "", "findings in 1,000 words"))
    return made


def _tile(figure: float, one: str, many: str, *, kind: str = "") -> Element:
    shown = f"{figure:,.1f}" if isinstance(figure, float) else f"{figure:,}"
    return element(
        "div",
        {"class": kind} if kind else {},
        element("dt", {}, one if shown == "1" else many),
        element("dd", {}, shown),
    )


def _list(title: str, name: str, lines: Sequence[str]) -> Element | None:
    if not lines:
        return None
    rows = (element("li", {}, line) for line in lines)
    return element("div", {"class": name}, element("h3", {}, title), element("ul", {}, *rows))


def _row(entry: Entry, rules: dict[str, int]) -> Element:
    found = sorted((severity[0], rules[rule], count) for (severity, rule), count in entry.found.items())
    return element(
        "tr",
        {"data-found": " ".join(f"{letter}{rule}:{count}" for letter, rule, count in found)},
        element("th", {"scope": "row"}, *_name(entry)),
        element("td", {}, element("bdi", {}, entry.desk)),
        element("td", {"class": "date"}, entry.date.isoformat() if entry.date else ""),
        element("td", {"class": "figure"}, f"{entry.words:,}"),
        *(
            element("td", {"class": f"figure {each}", "data-severity": each}, f"{entry.count(each):,}")
            for each in SEVERITIES
        ),
    )


def _name(entry: Entry) -> Iterator[Element]:
    title = element("bdi", {}, entry.title)
    yield element("a", {"href": f"#{entry.key}"}, title) if entry.set else title
    if entry.title != entry.path:
        yield element("small", {}, element("bdi", {}, entry.path))
    if entry.error:
        yield element("small", {"class": "unread"}, entry.error)
