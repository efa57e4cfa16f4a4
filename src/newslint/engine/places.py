"""Places: the crossing from a document to its source, where a problem becomes a finding."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping

from newslint.core.document import Document
from newslint.core.finding import Finding, OfferedFix, Position, RelatedPlace, SourceEdit
from newslint.core.pattern import lazy_pattern
from newslint.core.problem import Edit, Fix, Problem, Safety
from newslint.core.rule import ConfiguredRule
from newslint.core.source import line_starts
from newslint.core.span import Span
from newslint.engine.edits import is_one_change
from newslint.engine.isolation import Isolated
from newslint.text.markup.tags import in_tag
from newslint.text.quoting.direct_speech import in_direct_speech
from newslint.text.urls import touches_url

LINE_END = lazy_pattern(r"[^\S\r\n]*+[\r\n]\s*+")
# What a rule has seen.
Seen = tuple[ConfiguredRule, Problem]


def located(document: Document, seen: Iterable[Seen], places: Places, failures: list[str]) -> list[Finding]:
    """Make findings of what was *seen*; a rule that gives places or words which are none is told."""
    found = []
    for rule, problem in seen:
        with Isolated((rule,), document.path, failures):
            found.append(places.finding(document, rule, problem))
    return found


class Places:
    """Crosses from documents to their sources. It keeps the line starts of each, found once."""

    def __init__(self, documents: Mapping[str, Document]) -> None:
        self.documents = documents
        self.starts: dict[str, tuple[int, ...]] = {}

    def finding(self, document: Document, rule: ConfiguredRule, problem: Problem) -> Finding:
        """Locate a problem in the source, and put it in the rule's words."""
        if problem.of_source:
            return self.of_source(document, rule, problem.span, problem.data)
        span = _source_of(problem.span, document)
        return Finding(
            rule=rule.id,
            severity=rule.severity.value,
            path=document.path,
            message=_on_one_line(rule.rendered(rule.message, problem.data)),
            start=self.position(document, span.start),
            end=self.position(document, span.end),
            text=span.cut(document.source),
            fixes=tuple(self._fixes(document, rule, problem)),
            related=tuple(self._related(document, rule, problem)),
            fingerprint="",
        )

    def of_source(
        self, document: Document, rule: ConfiguredRule, span: Span, data: Mapping[str, str]
    ) -> Finding:
        """Report what stands in the source and is no copy."""
        return Finding(
            rule=rule.id,
            severity=rule.severity.value,
            path=document.path,
            message=rule.rendered(rule.message, data),
            start=self.position(document, span.start),
            end=self.position(document, span.end),
            text=span.cut(document.source),
            fixes=(),
            related=(),
            fingerprint="",
        )

    def position(self, document: Document, offset: int) -> Position:
        """Return offset, line and column of a place in the source."""
        if document.path not in self.starts:
            self.starts[document.path] = line_starts(document.source)
        starts = self.starts[document.path]
        line = bisect_right(starts, offset)
        return Position(offset, line, offset - starts[line - 1] + 1)

    def _fixes(self, document: Document, rule: ConfiguredRule, problem: Problem) -> Iterator[OfferedFix]:
        """Yield the fixes as they are offered; one that changes nothing, or a place twice, is none."""
        offered = (self._offered(document, rule, problem, fix) for fix in problem.fixes)
        return (fix for fix in offered if is_one_change(document.source, fix))

    def _offered(self, document: Document, rule: ConfiguredRule, problem: Problem, fix: Fix) -> OfferedFix:
        shown_only = any(
            _is_not_ours(document, edit) or not _is_written_so(document, edit) for edit in fix.edits
        )
        edits = []
        for edit in fix.edits:
            span = _source_of(edit.span, document)
            edits.append(SourceEdit(span.start, span.end, edit.text))
        return OfferedFix(
            title=_on_one_line(rule.rendered(rule.wording.fix, {**problem.data, **fix.data})),
            safety=Safety.SUGGESTION.value if shown_only else fix.safety.value,
            edits=tuple(sorted(edits)),
        )

    def _related(self, document: Document, rule: ConfiguredRule, problem: Problem) -> Iterator[RelatedPlace]:
        for related in problem.related:
            other = self.documents[related.path or document.path]
            span = _source_of(related.span, other)
            message = _on_one_line(rule.rendered(rule.wording.related, {**problem.data, **related.data}))
            yield RelatedPlace(
                other.path, self.position(other, span.start), self.position(other, span.end), message
            )


def _on_one_line(words: str) -> str:
    """Join the lines of words that copy wraps."""
    return LINE_END.sub(" ", words) if "\n" in words or "\r" in words else words


def _source_of(span: Span, document: Document) -> Span:
    """Return where a span of the text stands in the source. Raises ValueError where it is none."""
    if not 0 <= span.start <= span.end <= len(document.text):
        raise ValueError(f"{span} lies outside the {len(document.text)} letters of the story")
    return document.map.source(span)


def _is_written_so(document: Document, edit: Edit) -> bool:
    """Tell whether the letters of an edit stand together in the source, in no tag, and make none."""
    if any(letter in edit.text for letter in document.reserved_at(edit.span)):
        return False
    return document.map.verbatim(edit.span) and not in_tag(document, edit.span)


def _is_not_ours(document: Document, edit: Edit) -> bool:
    """Tell whether an edit would change an address, or what somebody said.

    The marks and dashes of a quotation are the paper's own.
    """
    if touches_url(document, edit.span):
        return True
    words = edit.span.cut(document.text) + edit.text
    return any(map(str.isalnum, words)) and in_direct_speech(document, edit.span.start, marks=False)
