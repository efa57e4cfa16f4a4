"""The page of a style, as Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from newslint.core.style import Statement, Style
from newslint.pages.options import shown_value


def style_page(name: str, style: Style, changed: Mapping[str, Mapping[str, Any]]) -> str:
    """Return a style's page: whose it is, what it adds and sets, what nobody has verified of it."""
    return "\n".join(_style_lines(name, style, changed)).rstrip() + "\n"


def changes(style: Style) -> dict[str, Mapping[str, Any]]:
    """Return what a style sets of rules, by their ids."""
    return {
        f"{family}.{fault}": each for family, faults in style.rules.items() for fault, each in faults.items()
    }


def _style_lines(name: str, style: Style, changed: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    yield from (f"# {name}", "", f"**{style.title}**", "", style.description.strip(), "")
    if style.style:
        yield from (f"Extends `{style.style}`.", "")
    for title, names in (("Adds", style.extend_select), ("Leaves out", style.ignore)):
        if names:
            yield from (f"## {title}", "", *(f"- `{each}`" for each in names), "")
    if changed:
        yield from ("## Sets", "")
        yield from (
            f"- `{rule}`: {', '.join(f'`{key} = {shown_value(value)}`' for key, value in options.items())}"
            for rule, options in changed.items()
        )
        yield ""
    if style.statements:
        yield from ("## What the house wants", "")
        yield from (
            f"- {each.says} (`{'`, `'.join(each.rules)}`; {_source(each)})" for each in style.statements
        )
        yield ""
    if style.unknown:
        yield from ("## Not verified, and so not set", "", *(f"- {each}" for each in style.unknown), "")
    if style.references:
        yield from ("## Sources", "", *(f"- <{reference}>" for reference in style.references))


def _source(statement: Statement) -> str:
    return statement.source if statement.verified else f"not seen in {statement.source}"
