"""Stories as the page has them: with their findings numbered and placed, and what is kept of them."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Sequence
from hashlib import sha256

import msgspec

from newslint.plugin import FileReport, Finding, Report
from newslint.reporters.proof.places import Place, Places
from newslint.reporters.proof.sheet import Sheet


class Noted(msgspec.Struct, frozen=True):
    """A finding with the number of its note, and where it is set: nowhere, if it is about no copy."""

    number: int
    finding: Finding
    places: tuple[Place, ...]


class Entry(msgspec.Struct, frozen=True):
    """What is kept of a story: what the overview says of it. *found* counts by severity and rule.

    It is *set* where its copy is on the page.
    """

    key: str
    path: str
    title: str
    desk: str
    date: datetime.date | None
    words: int
    error: str
    found: Counter[tuple[str, str]]
    set: bool

    def count(self, severity: str) -> int:
        """Count the findings of one severity."""
        return sum(count for (each, _), count in self.found.items() if each == severity)


class Story(msgspec.Struct, frozen=True):
    """A story to be set, with its sheet, and what was found in it."""

    file: FileReport
    desk: str
    sheet: Sheet
    places: Places
    noted: tuple[Noted, ...]

    @property
    def key(self) -> str:
        """Return the anchor of the story."""
        return key_of(self.file.path)

    @property
    def title(self) -> str:
        """Return what the story is called."""
        return self.sheet.title or self.file.path

    def block(self, number: int) -> str:
        """Return the anchor of a block."""
        return f"{self.key}b{number}"

    def note(self, noted: Noted) -> str:
        """Return the anchor of a note."""
        return f"{self.key}n{noted.number}"

    def reference(self, noted: Noted) -> str:
        """Return the anchor of what stands in the copy for a note."""
        return f"{self.key}r{noted.number}"

    def link(self, path: str, start: int, end: int) -> dict[str, str] | None:
        """Return the attributes of a link to a stretch of a source; None where that is not set.

        Of another story, which need not be set yet, the link leads to its head.
        """
        if path != self.file.path:
            return {"href": f"#{key_of(path)}"}
        places = self.places.of(start, end)
        return self.aimed(places[:1]) if places else None

    def aimed(self, places: Sequence[Place]) -> dict[str, str]:
        """Return the attributes of a link to places in one block."""
        stretches = ",".join(f"{place.start}-{place.end}" for place in places)
        return {"href": f"#{self.block(places[0].block)}", "data-at": stretches}


def key_of(path: str) -> str:
    """Return the anchor of the story called *path*, so that stories before it can point at it."""
    return f"s{sha256(path.encode('utf-8', 'surrogatepass')).hexdigest()[:10]}"


def story_of(report: Report, sheet: Sheet) -> Story:
    """Return the one story of a report, its findings in the order of the copy."""
    (file,) = report.files
    places = Places(sheet)
    placed = [(finding, places.of(finding.start.offset, finding.end.offset)) for finding in report.findings]
    noted = (
        Noted(number, finding, where) for number, (finding, where) in enumerate(_in_reading_order(placed), 1)
    )
    return Story(file, report.desks.get(file.path, ""), sheet, places, tuple(noted))


def entry_of(report: Report, sheet: Sheet | None, *, is_set: bool) -> Entry:
    """Return what is kept of the one story of a report; it has no *sheet* where it gave none."""
    (file,) = report.files
    return Entry(
        key=key_of(file.path),
        path=file.path,
        title=(sheet.title if sheet else "") or file.path,
        desk=report.desks.get(file.path, ""),
        date=sheet.date if sheet else None,
        words=file.words,
        error=file.error or ("" if sheet else "its copy could not be set."),
        found=Counter((finding.severity, finding.rule) for finding in report.findings),
        set=is_set,
    )


def _in_reading_order(
    placed: Iterable[tuple[Finding, tuple[Place, ...]]],
) -> list[tuple[Finding, tuple[Place, ...]]]:
    """Put findings in the order of the copy, those that are about none last."""

    def order(each: tuple[Finding, tuple[Place, ...]]) -> tuple[bool, int, int]:
        places = each[1]
        return (not places, places[0].block if places else 0, places[0].start if places else 0)

    return sorted(placed, key=order)
