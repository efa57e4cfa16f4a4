"""Stories compared: what the rules across stories add to the findings of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from newslint.core.document import Document
from newslint.desk.desk import Desk
from newslint.desk.discovery import Assignment
from newslint.engine.comparison import Comparison
from newslint.engine.places import Seen
from newslint.run.stories import Story, lines


def compared(
    desk: Desk, stories: Sequence[Story], assignments: Iterable[Assignment]
) -> tuple[list[Story], tuple[str, ...]]:
    """Add what the rules across stories see, and tell which of them failed.

    The few stories concerned are read again.
    """
    facts = {story.file.path: story.facts for story in stories if story.facts}
    seen, failures = desk.comparison.seen(facts)
    wanted = frozenset(_paths(seen))
    documents = {each.name: desk.document(each) for each in assignments if each.name in wanted}
    return [_merged(desk.comparison, story, seen, documents) for story in stories], failures


def _paths(seen: Mapping[str, Sequence[Seen]]) -> Iterator[str]:
    for path, found in seen.items():
        yield path
        yield from (place.path for _, problem in found for place in problem.related if place.path)


def _merged(
    comparison: Comparison,
    story: Story,
    seen: Mapping[str, Sequence[Seen]],
    documents: Mapping[str, Document],
) -> Story:
    path = story.file.path
    if path not in seen:
        return story
    findings = comparison.merged(documents[path], story.findings, seen[path], documents)
    return msgspec.structs.replace(story, findings=findings, lines=lines(documents[path], findings))
