"""The page of a rule, as Markdown: what and why, the message, options, examples, authority."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from newslint.core.rule import ConfiguredRule, Example
from newslint.pages.examples import unmarked
from newslint.pages.excerpts import excerpt
from newslint.pages.options import options

# As many of each kind of example, and of the phrases of a message, as one reads.
FEW = 3


class View(msgspec.Struct, frozen=True):
    """How much of a page is shown, and how wide its examples are set."""

    all: bool = False
    width: int = 80


def rule_page(rule: ConfiguredRule, default: ConfiguredRule, view: View) -> str:
    """Return the page of a rule as a style has it; *default* is the rule as no style has set it."""
    return "\n".join(_lines(rule, default, view)).rstrip() + "\n"


def _lines(rule: ConfiguredRule, default: ConfiguredRule, view: View) -> Iterator[str]:
    file = rule.rule.file
    yield from (f"# {rule.id}", "", f"**{file.title}.** Severity: {rule.severity.value}.", "")
    yield from (file.explanation.strip(), "", "## Message", "", *_message(rule, view))
    yield from ("", "## Options", "", f"In a config, under `[rules.{rule.id}]`:", "", *options(rule, default))
    yield from ("", "## Examples", "", *_examples(rule, view))
    if file.references:
        yield from ("## Authority", "", *(f"- <{reference}>" for reference in file.references), "")
    yield from (f"Since {file.since or 'unreleased'}. Silence it for a line with", "")
    yield f"    newslint: ignore[{rule.id}] -- the reason"


def _message(rule: ConfiguredRule, view: View) -> Iterator[str]:
    """Show the message and the title of the fix as they are written, and what their placeholders may say."""
    yield f"> {rule.message}"
    if rule.rule.file.fix:
        yield from ("", f"Fix: {rule.rule.file.fix}")
    for name, keys in rule.check.supplies.items():
        yield from _phrases(name, [rule.rule.file.phrases.get(key, "").strip() for key in keys or ()], view)


def _phrases(name: str, phrases: Sequence[str], view: View) -> Iterator[str]:
    """Show what a placeholder may say; an empty phrase says nothing."""
    said = list(filter(None, phrases))
    shown = said if view.all else said[:FEW]
    if not shown:
        return
    yield from ("", f"`{{{name}}}` is {'nothing, or ' * (said != list(phrases))}one of", "")
    yield from (f"- {phrase}" for phrase in shown)
    if len(shown) < len(said):
        yield from ("", f"and {len(said) - len(shown)} more (`--all`).")


def _examples(rule: ConfiguredRule, view: View) -> Iterator[str]:
    file = rule.rule.file
    flagged = file.invalid if view.all else file.invalid[:FEW]
    fine = file.valid if view.all else file.valid[:FEW]
    for example in flagged:
        yield from _shown(example, "Flagged", view.width)
    for example in fine:
        yield from _shown(example, "Not flagged", view.width)
    left = len(file.invalid) + len(file.valid) - len(flagged) - len(fine)
    if left:
        yield from (f"{left} more with `newslint explain {rule.id} --all`.", "")


def _shown(example: Example, standing: str, width: int) -> Iterator[str]:
    yield from (f"{standing}{_setting(example)}:", "")
    first, *others = example.stories or (example.text,)
    yield from (*excerpt(first, width), "")
    for each in others:
        yield from ("and", "", *excerpt(each, width), "")
    if example.fixed is not None and example.fixed.strip() != unmarked(example.text).strip():
        yield from ("Mended:", "", *excerpt(example.fixed, width), "")


def _setting(example: Example) -> str:
    """Say what holds for an example: ", in Markdown, with `dash = "en"`, on March 10, 2026"."""
    told = [] if example.format == "text" else [f"in {example.format}"]
    if example.options:
        told.append(f"with {_told(example.options)}")
    if example.alongside:
        told.append(f"beside {_names(example.alongside)}")
    if example.date:
        told.append(f"in a story of {example.date:%B} {example.date.day}, {example.date.year}")
    return "".join(f", {each}" for each in told)


def _told(values: Mapping[str, Any]) -> str:
    return ", ".join(f"`{key} = {msgspec.json.encode(value).decode()}`" for key, value in values.items())


def _names(rules: Sequence[str]) -> str:
    return ", ".join(f"`{each}`" for each in rules)
