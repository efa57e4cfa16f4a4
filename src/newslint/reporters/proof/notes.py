"""A note: what is said of some words, with the other places, the fixes and the reason."""

from __future__ import annotations

from newslint.plugin import Finding, RelatedPlace, cut
from newslint.reporters.proof.elements import Element, element
from newslint.reporters.proof.glossary import anchor
from newslint.reporters.proof.stories import Noted, Story

LONGEST_QUOTED = 120
# As many as the report for the terminal lists; a name may stand in hundreds of places.
MOST_RELATED = 10


def note(story: Story, noted: Noted) -> Element:
    """Set the note on one finding."""
    finding = noted.finding
    return element(
        "li",
        {
            "class": f"note {finding.severity}",
            "id": story.note(noted),
            "data-rule": finding.rule,
            "data-severity": finding.severity,
            "tabindex": "-1",
        },
        _head(story, noted),
        element("p", {"class": "message"}, finding.message),
        *(_related(story, each) for each in finding.related[:MOST_RELATED]),
        _more(len(finding.related[MOST_RELATED:])),
        _fixes(finding),
        element(
            "details",
            {"class": "why"},
            element("summary", {}, "Why"),
            element("p", {}, element("a", {"href": f"#{anchor(finding.rule)}"}, "The rule and its reasons")),
        ),
    )


def _head(story: Story, noted: Noted) -> Element:
    finding = noted.finding
    number = str(noted.number)
    label = {"href": f"#{story.reference(noted)}", "aria-label": f"{number}, back to the words in the copy"}
    return element(
        "p",
        {"class": "head"},
        element("a", {"class": "back", **label}, number) if noted.places else element("b", {}, number),
        " ",
        element("strong", {"class": "severity"}, finding.severity),
        " ",
        element("span", {"class": "rule"}, finding.rule),
        None if noted.places else _unset(finding),
    )


def _unset(finding: Finding) -> Element:
    """Tell where something stands that is not set."""
    words = cut(" ".join(finding.text.split()), LONGEST_QUOTED)
    place = f" line {finding.start.line}"
    return element("span", {"class": "where"}, place, *((": ", element("q", {}, words)) if words else ()))


def _related(story: Story, related: RelatedPlace) -> Element:
    link = story.link(related.path, related.start.offset, related.end.offset)
    words = related.message or f"{related.path}, line {related.start.line}"
    return element("p", {"class": "also"}, "See ", element("a", link, words) if link else words)


def _more(left: int) -> Element | None:
    words = f"… and {left:,} more {'place' if left == 1 else 'places'}"
    return element("p", {"class": "also"}, words) if left else None


def _fixes(finding: Finding) -> Element | None:
    if not finding.fixes:
        return None
    rows = (
        element("li", {"class": fix.safety}, fix.title, " ", element("small", {}, fix.safety))
        for fix in finding.fixes
    )
    return element("ul", {"class": "fixes", "aria-label": "Fixes"}, *rows)
