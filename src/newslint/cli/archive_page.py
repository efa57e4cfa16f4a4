"""The page of an archive: its figures as charts and tables, in one file that asks nothing of any network."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from newslint.cli.archive_charts import bars, columns, strip
from newslint.core.version import __version__
from newslint.reporters import proof
from newslint.reporters.proof.elements import Element, element, written
from newslint.reporters.proof.head import head
from newslint.run.archive.figures import Figures, Tally
from newslint.run.archive.variations import Variation

MOST_DESKS, MOST_RULES, MOST_UNITS = 30, 30, 30
STYLE = """
.tiles { display: flex; flex-wrap: wrap; }
.tiles div { flex: 1 0 7rem; min-width: min-content; }
.tiles dd { white-space: nowrap; }
.wide { grid-column: 1 / -1; }
.chart svg { display: block; width: 100%; height: auto; max-width: 68rem; overflow: visible; }
.chart svg.bars { max-width: 29rem; }
.chart svg.narrow { display: none; }
.chart svg.strip { height: 2.1rem; }
.chart thead th.words { text-align: left !important; }
.wide tbody th { overflow-wrap: break-word; }
@media (max-width: 40rem) { .chart svg.broad { display: none; } .chart svg.narrow { display: block; } }
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
    rates = {month: tally.rate for month, tally in figures.months.items()}
    rows = [(_month(month), *_figures(tally)) for month, tally in figures.months.items()]
    return _section(
        "Findings in 1,000 words, by month",
        *columns(rates, title="in 1,000 words"),
        _folded(("Month", *HEADS), rows),
        wide=True,
    )


def _desks(figures: Figures) -> Element | None:
    desks = list(figures.desks.items())[:MOST_DESKS]
    if len(desks) < 2:
        return None
    drawing = bars((name, tally.rate, _rate(tally)) for name, tally in desks)
    rows = [(name, *_figures(tally)) for name, tally in desks]
    return _section("Findings in 1,000 words, by desk", drawing, _folded(("Desk", *HEADS), rows))


def _rules(figures: Figures) -> Element | None:
    rules = list(figures.rules.items())[:MOST_RULES]
    rates = {name: 1000 * count / (figures.whole.words or 1) for name, count in rules}
    rows = [(name, f"{count:,}", f"{rates[name]:.2f}") for name, count in rules]
    if not rows:
        return None
    drawing = bars((name, rate, f"{rate:.2f}") for name, rate in rates.items())
    return _section(
        "Findings in 1,000 words, by rule", drawing, _folded(("Rule", "Findings", "In 1,000 words"), rows)
    )


def _units(units: Mapping[str, int]) -> Element | None:
    """Show in which forms units are written, the most usual first."""
    shown = list(units.items())[:MOST_UNITS]
    rows = [(form, f"{count:,}") for form, count in shown]
    if not rows:
        return None
    drawing = bars((form, count, f"{count:,}") for form, count in shown)
    return _section("Units as they are written", drawing, _folded(("Form", "Times"), rows))


def _repeated(figures: Figures) -> Element | None:
    rows = [(each.text, each.rule, f"{each.count:,}") for each in figures.repeated]
    if not rows:
        return None
    # The same words may be two faults.
    counts: Counter[str] = Counter()
    for each in figures.repeated:
        counts[each.text] += each.count
    drawing = bars((text, count, f"{count:,}") for text, count in counts.most_common())
    return _section("Errors that are repeated", drawing, _folded(("Words", "Rule", "Times"), rows))


def _drift(figures: Figures) -> Element | None:
    """Show names in two spellings: when each was written, and when one took over from the other."""
    if not figures.drifting:
        return None
    months = list(figures.months)
    rows = [_drifting(each, months) for each in figures.drifting]
    heads = ("Written", "Times", "Also", "Times", "Since", *([""] if months else []))
    note = "Red: the spelling that stands in the first column; grey: the other. A column is a month."
    return _section(
        "Names whose spelling drifts", _table(heads, rows), element("p", {"class": "more"}, note), wide=True
    )


def _drifting(names: Variation, months: Sequence[str]) -> list[str | Element]:
    now, then = names.usual, names.other
    row: list[str | Element] = [now.name, f"{now.mentions:,}", then.name, f"{then.mentions:,}"]
    row.append(_month(names.month) if names.month else "side by side")
    if months:
        spellings = {each.name: each.months for each in (now, then)}
        row.append(strip(spellings, months[0], months[-1]))
    return row


HEADS = ("Stories", "Findings", "In 1,000 words")


def _figures(tally: Tally) -> tuple[str, str, str]:
    return f"{tally.stories:,}", f"{tally.findings:,}", _rate(tally)


def _rate(tally: Tally) -> str:
    return f"{tally.rate:.1f}"


def _section(title: str, *children: Element, wide: bool = False) -> Element:
    name = f"chart-{title.lower().replace(' ', '-').replace(',', '')}"
    heading = element("h2", {"id": name}, title)
    classes = "chart wide" if wide else "chart"
    return element("section", {"class": classes, "aria-labelledby": name}, heading, *children)


def _folded(heads: Sequence[str], rows: Sequence[Sequence[str | Element]]) -> Element:
    return element("details", {}, element("summary", {}, "The figures"), _table(heads, rows))


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


def _month(month: str) -> str:
    names = ("Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")
    return f"{names[int(month[5:7]) - 1]} {month[:4]}"
