"""Pages: a rule or a style as Markdown, for `newslint explain` and the documentation."""

from __future__ import annotations

import typing
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from newslint.core.rule import ConfiguredRule, Example
from newslint.core.style import Style
from newslint.pages.examples import unmarked

LONGEST_VALUE = 200


def page(rule: ConfiguredRule) -> str:
    """Return a rule's page: what, why, examples, options, authority."""
    return "\n".join(_lines(rule)).rstrip() + "\n"


def style_page(name: str, style: Style, changed: Mapping[str, Mapping[str, Any]]) -> str:
    """Return a style's page: whose it is, what it adds and sets, what nobody has verified of it."""
    return "\n".join(_style_lines(name, style, changed)).rstrip() + "\n"


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
            f"- `{rule}`: {', '.join(f'`{key} = {_value(value)}`' for key, value in options.items())}"
            for rule, options in changed.items()
        )
        yield ""
    if style.unknown:
        yield from ("## Not verified, and so not set", "", *(f"- {each}" for each in style.unknown), "")
    if style.references:
        yield from ("## Sources", "", *(f"- <{reference}>" for reference in style.references))


def _lines(rule: ConfiguredRule) -> Iterator[str]:
    file = rule.rule.file
    yield from (f"# {rule.id}", "", f"**{file.title}.** Severity: {rule.severity.value}.", "")
    yield from (file.explanation.strip(), "")
    yield "## Flagged"
    for example in file.invalid:
        yield from ("", *_example(example))
    yield from ("", "## Not flagged")
    for example in file.valid:
        yield from ("", *_example(example))
    yield from ("", "## Options", "", *_options(rule))
    if file.references:
        yield from ("", "## Authority", "", *(f"- <{reference}>" for reference in file.references))
    yield from ("", f"Direct speech: {rule.quotes.value}. Since {file.since or 'unreleased'}.")
    yield f"Silence it for a line with `newslint: ignore[{rule.id}]`."


def _example(example: Example) -> Iterator[str]:
    for text in example.stories or (example.text,):
        yield from (f"> {line}" if line else ">" for line in text.strip().splitlines())
    settings = [f"`{key} = {msgspec.json.encode(value).decode()}`" for key, value in example.options.items()]
    if example.date:
        settings.append(f"a story of {example.date:%B} {example.date.day}, {example.date.year}")
    if settings:
        yield from ("", f"(with {', '.join(settings)})")
    if example.fixed is not None and example.fixed.strip() != unmarked(example.text).strip():
        yield from ("", "Mended:", "")
        yield from (f"> {line}" if line else ">" for line in example.fixed.strip().splitlines())


def _options(rule: ConfiguredRule) -> Iterator[str]:
    """Describe the fields of the check, with this style's values."""
    kind = type(rule.check)
    hints = typing.get_type_hints(kind, include_extras=True)
    fields = zip(kind.__struct_fields__, kind.__struct_encode_fields__, strict=True)
    rows = [
        f"- `{key} = {_value(getattr(rule.check, field))}`{_description(hints[field])}"
        for field, key in fields
    ]
    yield from rows or ["None."]


def _value(value: object) -> str:
    """Show a value as it stands in TOML; of a long list or table, only how many entries it has."""
    shown = msgspec.json.encode(value).decode()
    if len(shown) > LONGEST_VALUE and isinstance(value, (dict, tuple, list, frozenset)):
        return f"({len(value)} entries)"
    return shown


def _description(hint: object) -> str:
    metas = [each for each in typing.get_args(hint) if isinstance(each, msgspec.Meta)]
    text = next((meta.description for meta in metas if meta.description), "")
    return f": {text}" if text else ""
