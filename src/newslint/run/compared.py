"""Stories compared: what the rules across stories add to the findings of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from newslint.core.digest import content_digest
from newslint.core.document import Document
from newslint.core.errors import SourceError
from newslint.core.problem import Problem
from newslint.desk.desk import Desk
from newslint.desk.discovery import Assignment
from newslint.engine.comparison import Comparison
from newslint.engine.places import Seen
from newslint.run.story import Story, lines

SeenByPath = Mapping[str, Sequence[Seen]]


def compared(
    desk: Desk, stories: Sequence[Story], assignments: Iterable[Assignment]
) -> tuple[list[Story], tuple[str, ...]]:
    """Add what the rules across stories see, and tell what could not be compared.

    The few stories concerned are read again. One that is not as it was linted is left out, as places are
    those of the copy that was linted.
    """
    facts = {story.file.path: story.facts for story in stories if story.facts}
    seen, failures = desk.comparison.seen(facts)
    paths = frozenset(_paths(seen))
    digests = {
        story.container or story.file.path: story.digest for story in stories if story.file.path in paths
    }
    documents: dict[str, Document] = {}
    complaints: list[str] = []
    for each in assignments:
        if each.name not in digests:
            continue
        try:
            read = _read_again(desk, each, digests[each.name])
            documents |= {document.path: document for document in read if document.path in paths}
        except SourceError as cause:
            complaints.append(f"{each.name}: not compared with the other stories: {cause.reason}")
    known = _known(seen, documents)
    return [_merged(desk.comparison, story, known, documents) for story in stories], (*failures, *complaints)


def _read_again(desk: Desk, assignment: Assignment, digest: str) -> Sequence[Document]:
    source = desk.source(assignment)
    if content_digest(source.content) != digest:
        raise SourceError(assignment.name, "it changed while stories were linted.")
    read = desk.documents(msgspec.structs.replace(assignment, content=source.content))
    return [each for each in read if isinstance(each, Document)]


def _paths(seen: SeenByPath) -> Iterator[str]:
    for path, found in seen.items():
        yield path
        for _, problem in found:
            yield from _others(problem)


def _others(problem: Problem) -> Iterator[str]:
    return (place.path for place in problem.related if place.path)


def _known(seen: SeenByPath, documents: Mapping[str, Document]) -> SeenByPath:
    """Leave out what was seen in stories, or points at stories, that could not be read again."""
    return {
        path: [each for each in found if all(other in documents for other in _others(each[1]))]
        for path, found in seen.items()
        if path in documents
    }


def _merged(
    comparison: Comparison, story: Story, seen: SeenByPath, documents: Mapping[str, Document]
) -> Story:
    path = story.file.path
    if path not in seen:
        return story
    findings, failures = comparison.merged(documents[path], story.findings, seen[path], documents)
    return msgspec.structs.replace(
        story,
        findings=findings,
        lines=lines(documents[path], findings, {}),
        failures=(*story.failures, *failures),
    )
