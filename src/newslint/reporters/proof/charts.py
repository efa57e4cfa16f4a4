"""Charts: bars beside the figures of a table, columns along the weeks."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence

from newslint.plugin import Report
from newslint.reporters.counts import plural
from newslint.reporters.proof.elements import Element, element
from newslint.reporters.proof.glossary import anchor
from newslint.reporters.proof.stories import Entry
from newslint.reporters.proof.tallies import SEVERITIES, Tally, by_desk, by_rule, by_week

LENGTH, HEIGHT, STEP = 1000, 100, 10
# Below this an axis would make much of little.
SHORTEST_AXIS = 5
MOST_RULES = 40
# A story dated by mistake does not put its century on the axis.
MOST_WEEKS = 520
WEEK = datetime.timedelta(days=7)


def rules_chart(report: Report, entries: Sequence[Entry]) -> Element:
    """Show how often each rule speaks."""
    counted = by_rule(entries)
    shown = list(counted.items())[:MOST_RULES]
    most = max(SHORTEST_AXIS, *(counts.total() for counts in counted.values()))
    rows = [
        element(
            "tr",
            {},
            _rule(name, report),
            element("td", {"class": "figure"}, f"{counts.total():,}"),
            element("td", {"class": "bar"}, _bar(counts, most)),
        )
        for name, counts in shown
    ]
    rest = len(counted) - len(shown)
    more = f" {plural(rest, 'rule')} more found something, each less often." if rest else ""
    return _table("By rule", ("Rule", "Findings", ""), rows, more)


def desks_chart(entries: Sequence[Entry]) -> Element | None:
    """Show what was found at each desk, where there are desks."""
    desks = by_desk(entries)
    if len(desks) < 2:
        return None
    most = max(SHORTEST_AXIS, *(tally.total for tally in desks.values()))
    rows = [
        element(
            "tr",
            {},
            element("th", {"scope": "row"}, element("bdi", {}, name)),
            *_figures(tally),
            element("td", {"class": "bar"}, _bar(tally.counts, most)),
        )
        for name, tally in desks.items()
    ]
    return _table("By desk", ("Desk", *FIGURES, ""), rows)


def weeks_chart(entries: Sequence[Entry]) -> Element | None:
    """Show what was found week by week, where stories are of several."""
    weeks = by_week(entries)
    if len(weeks) < 2:
        return None
    rows = [
        element("tr", {}, element("th", {"scope": "row"}, _day(monday)), *_figures(tally))
        for monday, tally in weeks.items()
    ]
    table = _table("Week by week", ("Week of", *FIGURES), rows)
    first, *_, last = weeks
    most = f"at most {plural(max(tally.total for tally in weeks.values()), 'finding')} a week"
    title = element("h3", {"id": "chart-weeks"}, "By week")
    return element(
        "section",
        {"class": "chart weeks", "aria-labelledby": "chart-weeks"},
        title,
        _columns(weeks),
        element(
            "p", {"class": "axis"}, *(element("span", {}, each) for each in (_day(first), most, _day(last)))
        ),
        element("details", {}, element("summary", {}, "The figures"), table[1]),
    )


FIGURES = ("Stories", "Findings", "In 1,000 words")


def _figures(tally: Tally) -> list[Element]:
    figures = (f"{tally.stories:,}", f"{tally.total:,}", f"{tally.rate:.1f}")
    return [element("td", {"class": "figure"}, each) for each in figures]


def _table(title: str, heads: Sequence[str], rows: Sequence[Element], more: str = "") -> Element:
    name = f"chart-{title.rpartition(' ')[2]}"
    columns = [
        element("th", {"scope": "col"}, each) if each else element("td", {"class": "bar"}) for each in heads
    ]
    return element(
        "section",
        {"class": "chart", "aria-labelledby": name},
        element("h3", {"id": name}, title),
        element(
            "table",
            {"aria-labelledby": name},
            element("thead", {}, element("tr", {}, *columns)),
            element("tbody", {}, *rows),
        ),
        element("p", {"class": "more"}, more) if more else None,
    )


def _rule(name: str, report: Report) -> Element:
    rule = report.rules.get(name)
    title = element("span", {}, rule.rule.file.title) if rule else None
    link = element("a", {"href": f"#{anchor(name)}"}, name)
    return element("th", {"scope": "row"}, link, " ", title)


def _bar(counts: Mapping[str, int], most: int) -> Element:
    """Draw counts as one bar, the severest first; *most* is as long as there is room."""
    parts, position = [], 0.0
    for severity in SEVERITIES:
        length = LENGTH * counts.get(severity, 0) / most
        if length:
            parts.append(_part(severity, x=position, y=0, width=length, height=STEP))
        position += length
    return _drawing(LENGTH, STEP, parts)


def _columns(weeks: Mapping[datetime.date, Tally]) -> Element:
    """Draw a column a week; where stories are decades apart, of the weeks alone that have any."""
    mondays = list(weeks)
    span = (mondays[-1] - mondays[0]) // WEEK
    if span <= MOST_WEEKS:
        mondays = [mondays[0] + number * WEEK for number in range(span + 1)]
    most = max(SHORTEST_AXIS, *(tally.total for tally in weeks.values()))
    parts = [
        part
        for number, monday in enumerate(mondays)
        if monday in weeks
        for part in _column(number * STEP, weeks[monday], most)
    ]
    drawing = _drawing(len(mondays) * STEP, HEIGHT, parts)
    drawing.set("class", "columns")
    return drawing


def _column(place: float, tally: Tally, most: int) -> list[Element]:
    parts, top = [], float(HEIGHT)
    for severity in SEVERITIES:
        height = HEIGHT * tally.counts.get(severity, 0) / most
        top -= height
        if height:
            parts.append(_part(severity, x=place + 1, y=top, width=STEP - 2, height=height))
    return parts


def _part(severity: str, *, x: float, y: float, width: float, height: float) -> Element:
    places = {"x": x, "y": y, "width": width, "height": height}
    return element("rect", {"class": severity, **{name: f"{place:.5g}" for name, place in places.items()}})


def _drawing(width: int, height: int, parts: Sequence[Element]) -> Element:
    """Draw for those who see: the figures stand in the table."""
    attributes = {
        "viewBox": f"0 0 {width} {height}",
        "preserveAspectRatio": "none",
        "aria-hidden": "true",
        "focusable": "false",
    }
    return element("svg", attributes, *parts)


def _day(date: datetime.date) -> str:
    return f"{date.day} {date:%b} {date.year}"
