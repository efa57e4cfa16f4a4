"""The head of a page that asks nothing of any network, and lets nothing run but a script of its own."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256

from newslint.reporters.proof.elements import Element, element


def head(title: str, *, style: str, script: str = "") -> Element:
    """Return the head of a page with its style, which allows the *script* that the page may hold."""
    running = f"script-src {_digest(script)}; " if script else ""
    policy = (
        f"default-src 'none'; img-src data:; style-src {_digest(style)}; {running}"
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
