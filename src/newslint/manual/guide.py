"""The guide: newslint's pages for readers, with links that hold within the site."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

# The order in which one reads; pages that are not named come after these.
FIRST = (
    "house-rules",
    "configuration",
    "house-styles",
    "editors",
    "ci",
    "living-with-it",
    "server",
    "plugins",
)
LINK = re.compile(r"(!?)\[([^\]]*)\]\((?!https?:|#)([^)\s]+)\)")
TITLE = re.compile(r"# (.+)")


def guide_pages() -> dict[str, str]:
    """Return the pages of the guide by name: `guide/ci.md`."""
    found = {path.stem: path.read_text(encoding="utf-8") for path in sorted(_folder().glob("*.md"))}
    ordered = [name for name in FIRST if name in found]
    ordered += [name for name in found if name not in ordered]
    return {f"guide/{name}.md": _linked(found[name], found) for name in ordered}


def titles(pages: Mapping[str, str]) -> dict[str, str]:
    """Return what pages are called, by name."""
    return {name: match[1] if (match := TITLE.match(text)) else name for name, text in pages.items()}


def _folder() -> Path:
    """Return the pages: inside the package when installed, at the top level in a checkout."""
    package = Path(__file__).parents[1]
    inside = package / "guide"
    return inside if inside.is_dir() else package.parents[1] / "docs"


def _linked(text: str, known: Mapping[str, str]) -> str:
    """Keep the links to other pages of the guide; of others, which lead out of the site, only the words."""

    def kept(match: re.Match[str]) -> str:
        target, _, _ = match[3].partition("#")
        if not match[1] and target.removesuffix(".md") in known:
            return match[0]
        return "" if match[1] else match[2]

    return LINK.sub(kept, text)
