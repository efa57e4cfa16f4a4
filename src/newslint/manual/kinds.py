"""Kinds: the pages of all kinds of check, with a whole rule of those that desks use."""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping

from newslint.core.check import Check
from newslint.founding.new_rules import starters
from newslint.founding.starting import starter
from newslint.pages.kind_page import kind_page
from newslint.rulebook.packs import RuleBook


def kind_pages(kinds: Mapping[str, type[Check]], book: RuleBook) -> Iterator[tuple[str, str]]:
    """Yield the page of each kind, by its name."""
    for name, kind in kinds.items():
        yield name, "\n".join(_lines(name, kind, book)).rstrip() + "\n"


def kinds_index(kinds: Mapping[str, type[Check]]) -> str:
    """Return the page that lists all kinds: those that need no Python first."""
    plain = [name for name in starters() if name in kinds]
    lines = [
        "# Kinds of check",
        "",
        "A rule names a kind of check in `[check] kind`, and sets its options.",
        "",
    ]
    for title, names in (
        ("For rules of your own", plain),
        ("Of newslint's own rules", sorted(set(kinds) - set(plain))),
    ):
        lines += [f"## {title}", "", "| kind | |", "|---|---|"]
        lines += [f"| [{name}]({name}.md) | {_first_line(kinds[name])} |" for name in names]
        lines += [""]
    return "\n".join(lines)


def _lines(name: str, kind: type[Check], book: RuleBook) -> Iterator[str]:
    yield kind_page(name, kind, book)
    if name in starters():
        yield from (
            "## A whole rule",
            "",
            f"`newslint new rule family.fault --kind {name}` writes this one:",
            "",
        )
        yield from ("```toml", starter(f"rules/{name}.toml").rstrip(), "```", "")
    rules = [rule.id for rule in book.rules.values() if rule.kind == name]
    if rules:
        yield from ("## Their pages", "")
        yield from (f"- [{each}](../rules/{each.replace('.', '/', 1)}.md)" for each in rules)


def _first_line(kind: type[Check]) -> str:
    return (inspect.getdoc(kind) or "").partition("\n")[0].replace("|", "\\|")
