"""The page of a kind of check, as Markdown: what it looks for, its options, and rules that show each."""

from __future__ import annotations

import inspect as python
from collections.abc import Iterable, Iterator
from pathlib import Path

from newslint.core.check import Check
from newslint.pages.options import fields_of, option_lines
from newslint.rulebook.packs import RuleBook

# Texts with rules for the kinds that desks write rules of.
TEXTS = Path(__file__).parent / "kinds"
FEW = 8
ENGINE = """\
What every rule has beside its `[check]`: `title`, `severity` (error, warning or suggestion), `message`
and `explanation`; `fix` and `related`, the titles of its fixes and further places; `quotes` (skip, only
or include: whether it looks into direct speech); `blocks`, as `["headline", "subhead"]` or
`["paragraph", "list-item"]`: the parts of a story that it looks at, of headline, standfirst, byline,
dateline, paragraph, subhead, quote, caption, credit, list-item and table-cell; `references`; and its
tests, one `[[invalid]]` at least, with what is found in `[[…]]`, and two `[[valid]]`."""


def kind_page(name: str, kind: type[Check], book: RuleBook) -> str:
    """Return the page of a kind."""
    return "\n".join(_lines(name, kind, book)).rstrip() + "\n"


def kind_text(name: str) -> str:
    """Return what is written of a kind, with rules that show its options, or nothing."""
    path = TEXTS / f"{name}.md"
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def _lines(name: str, kind: type[Check], book: RuleBook) -> Iterator[str]:
    text = kind_text(name)
    yield from (f"# Rules of the kind `{name}`", "")
    yield from (python.cleandoc(kind.__doc__ or ""), "")
    if text:
        yield from ("## How it is used", "", text.strip(), "")
    yield from (
        "## Options",
        "",
        "Under `[check]` in a rule, or under `[rules.FAMILY.FAULT]` in a config:",
        "",
    )
    yield from (_without_empty(option_lines(kind)) or ("None.",))
    for field, inner in fields_of(kind):
        yield from ("", f"In each table of `{field}`:", "", *option_lines(inner))
    yield from ("", "## Message", "", _placeholders(kind))
    if text:
        yield from ("", "## Beside the check", "", ENGINE)
    rules = [rule.id for rule in book.rules.values() if rule.kind == name]
    if rules:
        shown = ", ".join(f"`{each}`" for each in rules[:FEW])
        more = f" and {len(rules) - FEW} more" if len(rules) > FEW else ""
        yield from ("", "## Rules", "", f"{shown}{more}.")


def _without_empty(lines: Iterable[str]) -> tuple[str, ...]:
    return tuple(filter(None, lines))


def _placeholders(kind: type[Check]) -> str:
    names = ", ".join(f"`{{{each}}}`" for each in kind.supplies)
    return f"It may say {names}." if names else "It says what it is given."
