"""The page: one file that asks nothing of any network, and lets nothing run but its own script."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from newslint.plugin import __version__
from newslint.reporters.proof.elements import Element, element, written
from newslint.reporters.proof.head import head
from newslint.reporters.proof.stories import Entry

FOLDER = Path(__file__).parent


def page(title: str, entries: Sequence[Entry], parts: Iterable[str]) -> Iterator[str]:
    """Yield a page round its parts, as they are written; *entries* are those of stories that are set."""
    style, script = (FOLDER.joinpath(name).read_text(encoding="utf-8") for name in ("proof.css", "proof.js"))
    yield '<!DOCTYPE html>\n<html lang="en">\n'
    yield written(head(title, style=style, script=script))
    yield "\n<body>\n"
    yield written(_masthead(entries))
    yield '\n<main id="top">\n'
    yield from parts
    yield "\n</main>\n"
    yield written(element("footer", {}, f"Made by newslint {__version__}."))
    yield written(element("script", {}, script))
    yield "\n</body>\n</html>\n"


def _masthead(entries: Sequence[Entry]) -> Element:
    return element(
        "header",
        {"class": "masthead"},
        element("h1", {}, "newslint ", element("span", {}, "proof")),
        element(
            "nav",
            {"aria-label": "Pages of the proof"},
            element("a", {"href": "#overview"}, "Overview"),
            element("a", {"href": f"#{entries[0].key}"}, "Story") if len(entries) == 1 else None,
            _choice(entries) if len(entries) > 1 else None,
        ),
    )


def _choice(entries: Sequence[Entry]) -> Element:
    options = (element("option", {"value": entry.key}, entry.title) for entry in entries)
    return element(
        "span",
        {"class": "choice"},
        element("button", {"type": "button", "id": "before", "aria-label": "Story before"}, "←"),
        element(
            "select",
            {"id": "go", "aria-label": "Story"},
            element("option", {"value": "overview"}, "All stories"),
            *options,
        ),
        element("button", {"type": "button", "id": "next", "aria-label": "Next story"}, "→"),
    )
