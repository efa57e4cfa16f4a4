"""The page of an archive: its figures as charts and tables, in one file that asks nothing of any network."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from newslint.core.version import __version__
from newslint.reporters import proof
from newslint.reporters.proof.elements import Element, element, written
from newslint.reporters.proof.head import head
from newslint.run.archive.figures import Figures, Tally
from newslint.run.archive.variations import Variation

HEIGHT, STEP, LENGTH = 100, 10, 1000
MOST_DESKS, MOST_RULES, MOST_UNITS = 40, 40, 40
STYLE = """
.wide { grid-column: 1 / -1; }
.then { --own: var(--soft); }
.now { --own: var(--error); }
.bar svg.spark { height: 2.2rem; }
.chart thead th.words { text-align: left !important; }
"""


def page(figures: Figures, name: str) -> Iterator[str]:
    """Yield the page of an archive that is called *name*."""
    style = Path(proof.__file__).with_name("proof.css").read_text(encoding="utf-8") + STYLE
    yield '<!DOCTYPE html>\n<html lang="en">\n'
    yield written(head(f"{name}: archive", style=style))
    yield "\n<body>\n"
    title = element("h1", {}, "newslint ", element("span", {}, "archive"))
    yield written(element("header", {"class": "masthead"}, title))
    yield '\n<main id="top">\n'
    yield written(_tiles(figures))
    charts = (_months(figures), _drift(figures), _desks(figures), _rules(figures),
              _units(figures.units), _repeated(figures))  # fmt: skip
    yield written(element("div", {"class": "charts"}, *charts))
    yield "\n</main>\n"
    yield written(element("footer", {}, f"Made by newslint {__version__}."))
    yield "\n</body>\n</html>\n"


def _tiles(figures: Figures) -> Element:
    told = {
        "stories": figures.whole.stories,
        "words": figures.whole.words,
        "findings": figures.whole.findings,
        "names whose spelling changed": sum(bool(each.month) for each in figures.drifting),
        "could not be read": figures.errors,
    }
    tiles = (
        element("div", {}, element("dt", {}, label), element("dd", {}, f"{count:,}"))
        for label, count in told.items()
    )
    rate = element(
        "div", {}, element("dt", {}, "findings in 1,000 words"), element("dd", {}, _rate(figures.whole))
    )
    return element("dl", {"class": "tiles"}, *tiles, rate)


def _months(figures: Figures) -> Element | None:
    if len(figures.months) < 2:
        return None
    months = _filled(list(figures.months))
    most = max(tally.rate for tally in figures.months.values()) or 1.0
    drawing = _columns(months, {month: tally.rate for month, tally in figures.months.items()}, most)
    drawing.set("class", "columns")
    axis = (_month(months[0]), f"at most {most:.1f} in 1,000 words", _month(months[-1]))
    rows = [(_month(month), *_figures(tally)) for month, tally in figures.months.items()]
    return _section(
        "Findings in 1,000 words, by month",
        drawing,
        element("p", {"class": "axis"}, *(element("span", {}, each) for each in axis)),
        element("details", {}, element("summary", {}, "The figures"), _table(("Month", *HEADS), rows)),
        wide=True,
    )


def _desks(figures: Figures) -> Element | None:
    desks = list(figures.desks.items())[:MOST_DESKS]
    most = max((tally.rate for _, tally in desks), default=0.0) or 1.0
    rows = [(name, *_figures(tally), _bar(tally.rate / most)) for name, tally in desks]
    return _section("By desk", _table(("Desk", *HEADS, ""), rows)) if len(desks) > 1 else None


def _rules(figures: Figures) -> Element | None:
    rules = list(figures.rules.items())[:MOST_RULES]
    words = figures.whole.words or 1
    most = max((count for _, count in rules), default=1)
    rows = [(name, f"{count:,}", f"{1000 * count / words:.2f}", _bar(count / most)) for name, count in rules]
    return _section("By rule", _table(("Rule", "Findings", "In 1,000 words", ""), rows)) if rows else None


def _units(units: Mapping[str, int]) -> Element | None:
    """Show in which forms units are written, the most usual first."""
    shown = list(units.items())[:MOST_UNITS]
    most = max((count for _, count in shown), default=1)
    rows = [(form, f"{count:,}", _bar(count / most)) for form, count in shown]
    return _section("Units as they are written", _table(("Form", "Times", ""), rows)) if rows else None


def _repeated(figures: Figures) -> Element | None:
    rows = [(each.text, each.rule, f"{each.count:,}") for each in figures.repeated]
    return _section("Errors that are repeated", _table(("Words", "Rule", "Times"), rows)) if rows else None


def _drift(figures: Figures) -> Element | None:
    """Show names in two spellings: when each was written, and when one took over from the other."""
    if not figures.drifting:
        return None
    months = _filled(list(figures.months))
    rows = [
        (
            each.usual.name,
            f"{each.usual.mentions:,}",
            each.other.name,
            f"{each.other.mentions:,}",
            _month(each.month) if each.month else "side by side",
            _spark(months, each),
        )
        for each in figures.drifting
    ]
    heads = ("Written", "Times", "Also", "Times", "Since", "")
    note = "Red: the spelling that stands in the first column; grey: the other. A column is a month."
    return _section(
        "Names whose spelling drifts", _table(heads, rows), element("p", {"class": "more"}, note), wide=True
    )


def _spark(months: Sequence[str], names: Variation) -> Element:
    now, then = names.usual, names.other
    most = max((now.months.get(month, 0) + then.months.get(month, 0) for month in months), default=1) or 1
    parts = []
    for at, month in enumerate(months):
        base = 0.0
        for kind, side in (("then", then), ("now", now)):
            height = HEIGHT * side.months.get(month, 0) / most
            if height:
                parts.append(_part(kind, at * STEP, HEIGHT - base - height, STEP - 1, height))
            base += height
    drawing = _drawing(len(months) * STEP, HEIGHT, parts)
    drawing.set("class", "spark")
    return drawing


def _columns(months: Sequence[str], values: Mapping[str, float], most: float) -> Element:
    parts = [
        _part("suggestion", at * STEP + 1, HEIGHT - height, STEP - 2, height)
        for at, month in enumerate(months)
        if (height := HEIGHT * values.get(month, 0.0) / most)
    ]
    return _drawing(len(months) * STEP, HEIGHT, parts)


def _bar(share: float) -> Element:
    return _drawing(LENGTH, STEP, [_part("suggestion", 0, 0, LENGTH * share, STEP)])


HEADS = ("Stories", "Findings", "In 1,000 words")


def _figures(tally: Tally) -> tuple[str, str, str]:
    return f"{tally.stories:,}", f"{tally.findings:,}", _rate(tally)


def _rate(tally: Tally) -> str:
    return f"{tally.rate:.1f}"


def _section(title: str, *children: Element, wide: bool = False) -> Element:
    name = f"chart-{title.lower().replace(' ', '-').replace(',', '')}"
    heading = element("h3", {"id": name}, title)
    classes = "chart wide" if wide else "chart"
    return element("section", {"class": classes, "aria-labelledby": name}, heading, *children)


def _table(heads: Sequence[str], rows: Sequence[Sequence[str | Element]]) -> Element:
    columns = [
        element("th", {"scope": "col", **_words(rows, at)}, each) if each else element("td", {"class": "bar"})
        for at, each in enumerate(heads)
    ]
    body = (element("tr", {}, *(_cell(at, cell) for at, cell in enumerate(row))) for row in rows)
    return element(
        "table", {}, element("thead", {}, element("tr", {}, *columns)), element("tbody", {}, *body)
    )


def _cell(at: int, cell: str | Element) -> Element:
    if isinstance(cell, Element):
        return element("td", {"class": "bar"}, cell)
    if at == 0:
        return element("th", {"scope": "row"}, element("bdi", {}, cell))
    return element("td", {"class": "figure"} if _is_figure(cell) else {}, element("bdi", {}, cell))


def _words(rows: Sequence[Sequence[str | Element]], at: int) -> dict[str, str]:
    """Return how the head of a column is set that holds words."""
    cell = rows[0][at] if rows else ""
    return {"class": "words"} if isinstance(cell, str) and not _is_figure(cell) else {}


def _is_figure(cell: str) -> bool:
    return cell.replace(",", "").replace(".", "").isdigit()


def _part(kind: str, x: float, y: float, width: float, height: float) -> Element:
    places = {"x": x, "y": y, "width": width, "height": height}
    return element("rect", {"class": kind, **{name: f"{place:.5g}" for name, place in places.items()}})


def _drawing(width: int, height: int, parts: Sequence[Element]) -> Element:
    """Draw for those who see: the figures stand in the table."""
    attributes = {
        "viewBox": f"0 0 {max(1, width)} {height}",
        "preserveAspectRatio": "none",
        "aria-hidden": "true",
    }
    return element("svg", attributes, *parts)


def _filled(months: Sequence[str]) -> list[str]:
    """Return all months from the first to the last, as a chart has a place for each."""
    if not months:
        return []
    first, last = (12 * int(each[:4]) + int(each[5:7]) - 1 for each in (months[0], months[-1]))
    return [f"{at // 12:04}-{at % 12 + 1:02}" for at in range(first, last + 1)]


def _month(month: str) -> str:
    names = ("Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")
    return f"{names[int(month[5:7]) - 1]} {month[:4]}"
