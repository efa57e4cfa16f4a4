"""The page: one file that asks nothing of any network, and lets nothing run but its own script."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from newslint.plugin import __version__
from newslint.reporters.proof.elements import Element, element, written
from newslint.reporters.proof.stories import Entry

FOLDER = Path(__file__).parent


def page(title: str, entries: Sequence[Entry], parts: Iterable[str]) -> Iterator[str]:
    """Yield a page round its parts, as they are written; *entries* are those of stories that are set."""
    style, script = (FOLDER.joinpath(name).read_text(encoding="utf-8") for name in ("proof.css", "proof.js"))
    yield '<!DOCTYPE html>\n<html lang="en">\n'
    yield written(_head(title, style, script))
    yield "\n<body>\n"
    yield written(_masthead(entries))
    yield '\n<main id="top">\n'
    yield from parts
    yield "\n</main>\n"
    yield written(element("footer", {}, f"Made by newslint {__version__}."))
    yield written(element("script", {}, script))
    yield "\n</body>\n</html>\n"


def _head(title: str, style: str, script: str) -> Element:
    policy = (
        f"default-src 'none'; img-src data:; style-src {_digest(style)}; script-src {_digest(script)}; "
        "base-uri 'none'; form-action 'none'"
    )
    return element(
        "head",
        {},
        element("meta", {"charset": "utf-8"}),
        element("meta", {"http-equiv": "Content-Security-Policy", "content": policy}),
        element("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}),
        element("meta", {"name": "color-scheme", "content": "light dark"}),
        element("meta", {"name": "referrer", "content": "no-referrer"}),
        element("title", {}, title),
        # So that browsers ask no server for one.
        element("link", {"rel": "icon", "href": "data:,"}),
        element("style", {}, style),
    )


def _digest(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


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
