"""The filters: which notes are shown, by severity and rule."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from newslint.reporters.proof.elements import Element, element
from newslint.reporters.proof.stories import Entry
from newslint.reporters.proof.tallies import SEVERITIES, by_rule, tally


def rules_of(entries: Iterable[Entry]) -> tuple[str, ...]:
    """Return the rules that found something, by name; their numbers stand for them in the page."""
    return tuple(sorted(by_rule(entries)))


def filters(entries: Sequence[Entry], rules: Sequence[str]) -> Element:
    """Offer to show only some notes. It works by the page's script, and is not there without."""
    counts, busy = tally(entries).counts, by_rule(entries)
    return element(
        "form",
        {"class": "filters", "id": "filters", "aria-label": "Which findings are shown"},
        element(
            "fieldset",
            {},
            element("legend", {}, "Severity"),
            *(
                _choice("severity", each, f"{each.capitalize()}s", counts[each], kind=each)
                for each in SEVERITIES
            ),
        ),
        element(
            "details",
            {"class": "by-rule"},
            element("summary", {}, "Rules: ", element("span", {"id": "chosen"}, f"all {len(rules)}")),
            element(
                "fieldset",
                {},
                element("legend", {}, "Rules"),
                element("button", {"type": "button", "id": "all"}, "All"),
                element("button", {"type": "button", "id": "none"}, "None"),
                element(
                    "div",
                    {"class": "choices"},
                    *(
                        _choice("rule", str(number), rule, busy[rule].total())
                        for number, rule in enumerate(rules)
                    ),
                ),
            ),
        ),
        element("p", {"role": "status", "id": "shown"}),
    )


def _choice(name: str, value: str, label: str, count: int, *, kind: str = "") -> Element:
    box = {"type": "checkbox", "name": name, "value": value, "checked": "checked", "data-label": label}
    return element(
        "label",
        {"class": kind} if kind else {},
        element("input", box),
        f" {label} ",
        element("small", {}, f"{count:,}"),
    )
