"""The glossary: why there are the rules that the notes name."""

from __future__ import annotations

from collections.abc import Iterable

from newslint.plugin import ConfiguredRule, Report, lazy_pattern
from newslint.reporters.proof.elements import Element, element

PARAGRAPH_END = lazy_pattern(r"\n\s*\n")
ADDRESS = lazy_pattern(r"https?://\S+")


def anchor(rule: str) -> str:
    """Return the anchor of a rule."""
    return f"why-{rule.replace(' ', '-')}"


def glossary(report: Report, rules: Iterable[str]) -> Element:
    """Explain some rules."""
    return element(
        "section",
        {"class": "glossary", "id": "why", "aria-labelledby": "why-title"},
        element("h2", {"id": "why-title"}, "Why there is a note"),
        *(_entry(rule, report.rules.get(rule)) for rule in rules),
    )


def _entry(name: str, rule: ConfiguredRule | None) -> Element:
    title = rule.rule.file.title if rule else name
    return element(
        "article",
        {"id": anchor(name), "data-rule": name, "tabindex": "-1"},
        element("h3", {}, title, " ", element("code", {}, name)),
        *(element("p", {}, each) for each in _paragraphs(rule)),
        _authority(rule.rule.file.references) if rule and rule.rule.file.references else None,
    )


def _paragraphs(rule: ConfiguredRule | None) -> Iterable[str]:
    text = rule.rule.file.explanation.strip() if rule else ""
    return (" ".join(each.split()) for each in PARAGRAPH_END.split(text) if each)


def _authority(references: Iterable[str]) -> Element:
    made = element("p", {"class": "authority"}, "Authority: ")
    for number, each in enumerate(references):
        if number:
            made[-1].tail = "; "
        if ADDRESS.fullmatch(each):
            made.append(element("a", {"href": each, "rel": "noreferrer noopener external"}, each))
        else:
            made.append(element("cite", {}, each))
    return made
