"""Searches for a regular expression, for at most so long."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, ClassVar

from msgspec import Meta

from newslint.checks.patterns.casing import match_case
from newslint.checks.patterns.faults import fault
from newslint.checks.patterns.size import size
from newslint.plugin import Check, Document, Edit, Fix, Problem, RuleError, Safety, Span, lazy_pattern
from newslint.text.flat import flat
from newslint.text.sentences import sentence_at

if TYPE_CHECKING:
    import regex

# Compiling takes some 300 bytes a letter.
LARGEST = 20_000
GROUP = lazy_pattern(r"\{(\w+)\}")


class Reach(StrEnum):
    """What a match stays within."""

    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"


class Pattern(Check, frozen=True, kw_only=True):
    """Reports what a regular expression finds; its named groups may stand in messages.

    Spaces and apostrophes are plain in the text that it sees, and so are line ends inside a paragraph.
    """

    pattern: Annotated[str, Meta(min_length=1, description="A regular expression, in the syntax of regex.")]
    replacement: Annotated[
        str, Meta(description="What to write instead; `{name}` stands for a named group.")
    ] = ""
    safety: Annotated[Safety, Meta(description="What a fix risks.")] = Safety.UNSAFE
    ignore_case: Annotated[bool, Meta(description="Whether capitals make no difference.")] = True
    scope: Annotated[Reach, Meta(description="What a match stays within.")] = Reach.PARAGRAPH
    timeout: Annotated[float, Meta(gt=0, le=60, description="The most seconds for one story.")] = 1.0
    supplies: ClassVar = {"words": None, "replacement": None}
    costly: ClassVar = True

    def __post_init__(self) -> None:
        """Reject a pattern that does not compile, and a replacement with groups it does not have."""
        known = _compiled(self.pattern, ignore_case=self.ignore_case).groupindex
        for name in GROUP.findall(self.replacement):
            if name not in known:
                raise fault("replacement", f"the pattern has no group `{name}`")

    def placeholders(self) -> frozenset[str]:
        """Return the names a message may use, those of the pattern's groups among them."""
        return frozenset(self.supplies) | set(
            _compiled(self.pattern, ignore_case=self.ignore_case).groupindex
        )

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield each match. Raises RuleError when they take too long."""
        pattern = _compiled(self.pattern, ignore_case=self.ignore_case)
        try:
            for match in pattern.finditer(document.view(flat), timeout=self.timeout):
                span = Span(match.start(), match.end())
                if match[0].strip() and self._stays(document, span):
                    yield self._problem(document, span, match.groupdict(default=""))
        except TimeoutError:
            raise RuleError(f"the pattern took over {self.timeout:g} seconds; it is off here") from None

    def _stays(self, document: Document, span: Span) -> bool:
        if self.scope is Reach.SENTENCE:
            return sentence_at(document, span.start).contains(span)
        return "\n" not in span.cut(document.view(flat))

    def _problem(self, document: Document, span: Span, groups: dict[str, str]) -> Problem:
        found = span.cut(document.text)
        data = {**groups, "words": found}
        if not self.replacement:
            return Problem(span, data)
        replacement = match_case(GROUP.sub(lambda match: groups[match[1]], self.replacement), found)
        data["replacement"] = replacement
        return Problem(span, data, (Fix((Edit(span, replacement),), self.safety),))


def _compiled(pattern: str, *, ignore_case: bool) -> regex.Pattern[str]:
    """Compile a pattern; regex, which is slow to import, remembers it."""
    import regex

    if len(pattern) > LARGEST or size(pattern) > LARGEST:
        raise fault("pattern", f"expected at most {LARGEST:,} letters, counted repeats written out")
    try:
        return regex.compile(pattern, regex.MULTILINE | (regex.IGNORECASE if ignore_case else 0))
    # What is nested too deep for the compiler is no error of its own.
    except (regex.error, RecursionError, OverflowError) as cause:
        raise fault("pattern", f"does not compile: {cause}") from None
