"""What is gathered of stories as they come: all of it for a report, or only what the run comes to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from newslint.core.report import Report, Unlisted
from newslint.run.story import Story

if TYPE_CHECKING:
    from newslint.core.rule import ConfiguredRule

Rules = Mapping[str, "ConfiguredRule"]


class Kept:
    """All stories of a run, as what compares, mends or looks at all of them needs. It grows."""

    def __init__(self, rules: Rules) -> None:
        self.rules = rules
        self.stories: list[Story] = []

    def add(self, stories: Iterable[Story]) -> None:
        """Keep the stories of one file."""
        self.stories += stories

    def report(self, complaints: Sequence[str]) -> Report:
        """Return the report of all, with the *complaints* of the run and their own."""
        stories = sorted(self.stories, key=_order)
        remarks = Remarks()
        for story in stories:
            remarks.add(story)
        whole = _listing(stories, self.rules)
        return msgspec.structs.replace(
            whole, complaints=remarks.complaints(complaints), notices=tuple(remarks.notices())
        )


class Heard:
    """Passes stories on, one by one, and keeps counts alone."""

    def __init__(self, rules: Rules, heard: Callable[[Report], Report]) -> None:
        self.rules = rules
        self.heard = heard
        self.severities: Counter[str] = Counter()
        self.unlisted = Unlisted()
        self.remarks = Remarks()

    def add(self, stories: Iterable[Story]) -> None:
        """Pass the stories of one file on, and count what was heard of them."""
        for story in sorted(stories, key=_order):
            told = self.heard(_listing([story], self.rules)).counted()
            self.severities.update(told.unshown)
            self.unlisted = Unlisted(self.unlisted.files + told.file_count, self.unlisted.words + told.words)
            self.remarks.add(story)

    def report(self, complaints: Sequence[str]) -> Report:
        """Return the report that counts what was heard, with the *complaints* of the run and their own."""
        return Report(
            findings=(),
            files=(),
            lines={},
            complaints=self.remarks.complaints(complaints),
            notices=tuple(self.remarks.notices()),
            rules=self.rules,
            unshown=dict(self.severities),
            unlisted=self.unlisted,
        )


class Remarks:
    """What is to be said of stories beside their findings. It adds up."""

    def __init__(self) -> None:
        self.unread: list[str] = []
        self.failed: dict[str, None] = {}
        self.guessed: dict[str, tuple[str, int, str]] = {}
        self.foreign = 0
        self.renamed: dict[str, str] = {}

    def add(self, story: Story) -> None:
        """Take note of a story; those of one file come one after the other."""
        if story.file.error:
            self.unread.append(f"{story.file.path}: {story.file.error}")
        self.failed.update(dict.fromkeys(story.failures))
        self.foreign += story.foreign
        self.renamed.update(story.renamed)
        if story.guessed:
            file = story.container or story.file.path
            first, count, last = self.guessed.get(story.guessed, (file, 0, ""))
            self.guessed[story.guessed] = (first, count + (file != last), file)

    def complaints(self, before: Sequence[str]) -> tuple[str, ...]:
        """Return what could not be done, after what was said of it *before*, each once."""
        return tuple(dict.fromkeys([*before, *self.unread, *self.failed]))

    def notices(self) -> Iterator[str]:
        """Yield what is odd but stops nothing."""
        for name, (first, count, _) in sorted(self.guessed.items()):
            yield taken_for(name, first, count)
        for old, now in sorted(self.renamed.items()):
            yield f"`{old}` is called `{now}` now; ignores in stories name it."
        if self.foreign:
            told, them = ("1 story", "it") if self.foreign == 1 else (f"{self.foreign} stories", "them")
            yield f'{told} not in English: not linted; `language = "any"` in the config lints {them}.'


def taken_for(encoding: str, first: str, count: int) -> str:
    """Say that so many files, *first* one of them, were read in an encoding that only their bytes show."""
    told = first if count == 1 else f"{count} files"
    return f"{told}: not UTF-8, read as {encoding}; `--encoding` names another."


def _order(story: Story) -> tuple[str, str]:
    return (story.container or story.file.path, story.file.path)


def _listing(stories: Sequence[Story], rules: Rules) -> Report:
    return Report(
        findings=tuple(finding for story in stories for finding in story.findings),
        files=tuple(story.file for story in stories),
        lines={place: line for story in stories for place, line in story.lines.items()},
        rules=rules,
        containers={story.file.path: story.container for story in stories if story.container},
        desks={story.file.path: story.desk for story in stories if story.desk},
        facts=_by_format({story.file.path: story.shown for story in stories}),
    )


def _by_format(shown: Mapping[str, Mapping[str, object]]) -> dict[str, dict[str, object]]:
    """Turn path → format → facts into format → path → facts."""
    turned: dict[str, dict[str, object]] = {}
    for path, facts in shown.items():
        for name, each in facts.items():
            turned.setdefault(name, {})[path] = each
    return turned
