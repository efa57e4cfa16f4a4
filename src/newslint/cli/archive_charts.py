"""Charts: figures → Vega-Lite → SVG that stands in a page, without a script and in the colors of the page."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterable, Mapping
from importlib import import_module
from typing import Any

from newslint.core.errors import NewslintError
from newslint.reporters.proof.elements import Element
from newslint.run.archive.tables import EXTRA

SCHEMA, VERSION = "https://vega.github.io/schema/vega-lite/v6.json", "6.1"
NAMESPACES = ('xmlns="http://www.w3.org/2000/svg"', 'xmlns:xlink="http://www.w3.org/1999/xlink"')
# In pixels: a column of the page, the whole of it, and its breadth on a telephone.
COLUMN, BROAD, NARROW = 460, 1_080, 340
SOFT, OWN, CHANGED, RULE = "var(--soft)", "var(--suggestion)", "var(--error)", "var(--rule)"
AXIS = {
    "labelColor": SOFT, "titleColor": SOFT, "gridColor": RULE, "domainColor": RULE, "tickColor": RULE,
    "labelFontSize": 12, "titleFontSize": 12, "titleFontWeight": "normal", "labelLimit": 250,
}  # fmt: skip
# The figures stand in tables, which everybody can read.
CONFIG = {
    "aria": False, "font": "inherit", "background": None, "view": {"stroke": None}, "axis": AXIS,
    "bar": {"color": OWN}, "text": {"color": "currentColor", "fontSize": 12},
}  # fmt: skip
MONTH = {"field": "month", "type": "temporal", "timeUnit": "utcyearmonth"}


def columns(rates: Mapping[str, float], *, title: str) -> tuple[Element, Element]:
    """Draw a column a month, for wide pages and for narrow ones."""
    spec = {
        "height": 150,
        "data": {"values": [{"month": month, "rate": rate} for month, rate in rates.items()]},
        "mark": {"type": "bar", "binSpacing": 1},
        "encoding": {
            "x": {**MONTH, "title": None},
            "y": {"field": "rate", "type": "quantitative", "title": title, "axis": {"tickCount": 4}},
        },
    }
    return _drawn(spec, BROAD, "broad"), _drawn(spec, NARROW, "narrow")


def bars(rows: Iterable[tuple[str, float, str]]) -> Element:
    """Draw a bar a row: its name, how long it is, and the figure that is written beside it."""
    named = {"field": "name", "type": "nominal", "sort": None, "title": None}
    spec = {
        "height": {"step": 22},
        "data": {"values": [{"name": name, "length": length, "said": said} for name, length, said in rows]},
        "encoding": {
            "y": {**named, "axis": {"domain": False, "ticks": False}},
            "x": {"field": "length", "type": "quantitative", "axis": None},
        },
        "layer": [
            {"mark": {"type": "bar", "height": 12}},
            {
                "mark": {"type": "text", "align": "left", "dx": 5},
                "encoding": {"text": {"field": "said", "type": "nominal"}},
            },
        ],
    }
    return _drawn(spec, COLUMN, "bars")


def strip(months: Mapping[str, Mapping[str, int]], first: str, last: str) -> Element:
    """Draw how often spellings were written, column by column from the *first* month to the *last*."""
    values = [
        {"month": month, "spelling": spelling, "count": count}
        for spelling, counts in months.items()
        for month, count in counts.items()
    ]
    ends = [{"year": int(each[:4]), "month": int(each[5:7]), "utc": True} for each in (first, last)]
    spec = {
        "height": 34,
        "data": {"values": values},
        "mark": {"type": "bar", "binSpacing": 0},
        "encoding": {
            "x": {**MONTH, "axis": None, "scale": {"domain": ends}},
            "y": {"field": "count", "type": "quantitative", "axis": None},
            "color": {
                "field": "spelling",
                "type": "nominal",
                "scale": {"domain": list(months), "range": [CHANGED, SOFT]},
                "legend": None,
            },
        },
    }
    drawing = _drawn(spec, NARROW, "strip")
    # It has no letters, and is as broad as there is room.
    drawing.set("preserveAspectRatio", "none")
    return drawing


def _drawn(spec: Mapping[str, Any], width: int, name: str) -> Element:
    """Have Vega-Lite draw. Raises NewslintError where it is not installed."""
    try:
        vega = import_module("vl_convert")
    except ModuleNotFoundError:
        wants = "`newslint archive report` wants vl-convert-python, which is not installed"
        raise NewslintError(f"{wants}: {EXTRA}.") from None
    fitted = {"autosize": {"type": "fit-x", "contains": "padding"}, "padding": 0, "width": width}
    whole = {"$schema": SCHEMA, "config": CONFIG, **fitted, **spec}
    svg: str = vega.vegalite_to_svg(whole, vl_version=VERSION)
    # HTML knows of SVG without being told.
    for namespace in NAMESPACES:
        svg = svg.replace(f" {namespace}", "", 1)
    drawing = ET.fromstring(svg)
    for size in ("width", "height"):
        del drawing.attrib[size]
    drawing.set("class", name)
    drawing.set("aria-hidden", "true")
    return drawing
