"""The HTML report: the proof page."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.plugin import Document, Report
from newslint.reporters.counts import plural
from newslint.reporters.proof.cast import cast
from newslint.reporters.proof.elements import Element, element, written
from newslint.reporters.proof.filters import filters, rules_of
from newslint.reporters.proof.galley import galley, headline
from newslint.reporters.proof.glossary import glossary
from newslint.reporters.proof.overview import overview, table_of_stories
from newslint.reporters.proof.page import page
from newslint.reporters.proof.sheet import Sheet, sheet
from newslint.reporters.proof.stories import Entry, Story, entry_of, story_of
from newslint.reporters.spool import Spool

# Beyond this browsers take seconds to open a page. Stories without findings leave room for others.
MOST_LETTERS, MOST_CLEAN_LETTERS = 20_000_000, 10_000_000


class HtmlReporter:
    """Sets every story with its findings beside it, charts before. What is set waits in a spool."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.galleys = Spool()
        self.letters = 0

    def facts(self, document: Document) -> Sheet:
        """Return what the page shows of a story."""
        return sheet(document)

    def story(self, report: Report, *, width: int | None, facts: Sheet | None) -> Iterator[str]:
        """Set a story, and yield nothing yet: the charts come first. *width* has no meaning here."""
        made = written(_section(story_of(report, facts))) if facts else ""
        room = MOST_LETTERS if report.findings else MOST_CLEAN_LETTERS
        is_set = bool(made) and self.letters + len(made) <= room
        if is_set:
            self.letters += len(made)
            self.galleys.add(f"{made}\n".encode("utf-8", "replace"))
        self.entries.append(entry_of(report, facts, is_set=is_set))
        yield ""

    def closing(self, report: Report, *, width: int | None) -> Iterator[str]:
        """Yield the page."""
        one = self.entries[0].title if len(self.entries) == 1 else f"{len(self.entries):,} stories"
        shown = [entry for entry in self.entries if entry.set]
        yield from page(f"{one}: proof", shown, self._parts(report))

    def _parts(self, report: Report) -> Iterator[str]:
        rules = rules_of(self.entries)
        yield written(overview(report, self.entries))
        if rules:
            yield written(filters(self.entries, rules))
        yield written(table_of_stories(self.entries, rules))
        yield from self.galleys.lines()
        if rules:
            yield written(glossary(report, rules))


def _section(story: Story) -> Element:
    sheet = story.sheet
    number = headline(sheet)
    title = f"{story.key}-title" if number is None else story.block(number)
    return element(
        "section",
        {"class": "story", "id": story.key, "aria-labelledby": title},
        _slug(story),
        element("h2", {"id": title, "tabindex": "-1"}, story.title) if number is None else None,
        element("div", {"class": "spread"}, galley(story), cast(story)),
    )


def _slug(story: Story) -> Element:
    date, english = story.sheet.date, story.sheet.english
    path = story.file.path if story.file.path != story.title else ""
    facts = (
        story.desk,
        f"{date.day} {date:%B} {date.year}" if date else "",
        plural(story.file.words, "word"),
        plural(len(story.noted), "note") if english else "not in English, so not linted",
    )
    rows = (element("li", {}, element("bdi", {}, each)) for each in (path, *facts) if each)
    return element("ul", {"class": "slug", "aria-label": "About the story"}, *rows)
