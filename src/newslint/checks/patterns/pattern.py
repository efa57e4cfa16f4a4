"""Searches for a regular expression, for at most so long."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, ClassVar

from msgspec import Meta

from newslint.checks.patterns.casing import match_case
from newslint.checks.patterns.expressions import compiled, expect_sound, matches
from newslint.checks.patterns.faults import fault
from newslint.checks.patterns.listed import lists_in
from newslint.plugin import Check, Document, Edit, Fix, Lexicon, Problem, Safety, Span, lazy_pattern
from newslint.text.flat import Holding, flat
from newslint.text.sentences import sentence_at

if TYPE_CHECKING:
    import regex

GROUP = lazy_pattern(r"\{(\w+)\}")


class Reach(StrEnum):
    """What a match stays within."""

    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"


class Pattern(Check, frozen=True, kw_only=True):
    """Reports what a regular expression finds; its named groups may stand in messages.

    Spaces and apostrophes are plain in the text that it sees, and so are line ends inside a paragraph.
    """

    pattern: Annotated[
        str,
        Meta(
            min_length=1,
            description="A regular expression, in the syntax of regex; `{list}` is any word of a list.",
        ),
    ]
    replacement: Annotated[
        str, Meta(description="What to write instead; `{name}` stands for a named group.")
    ] = ""
    table: Annotated[
        Mapping[str, str],
        Meta(description="What the words of a group become in the replacement; others stay."),
    ] = {}
    exceptions: Annotated[
        tuple[str, ...],
        Meta(description="Longer words in which a match is in its place."),
    ] = ()
    near: Annotated[
        tuple[str, ...],
        Meta(description="Words of which a story has one if there is a match; others are not searched."),
    ] = ()
    safety: Annotated[Safety, Meta(description="What a fix risks.")] = Safety.UNSAFE
    ignore_case: Annotated[bool, Meta(description="Whether capitals make no difference.")] = True
    scope: Annotated[Reach, Meta(description="What a match stays within.")] = Reach.PARAGRAPH
    timeout: Annotated[float, Meta(gt=0, le=60, description="The most seconds for one story.")] = 1.0
    supplies: ClassVar = {"words": None, "replacement": None}
    costly: ClassVar = True

    def __post_init__(self) -> None:
        """Reject a pattern that does not compile, and a replacement with groups it does not have."""
        known = expect_sound("pattern", self.pattern, ignore_case=self.ignore_case)
        for name in GROUP.findall(self.replacement):
            if name not in known:
                raise fault("replacement", f"the pattern has no group `{name}`")

    def placeholders(self) -> frozenset[str]:
        """Return the names a message may use, those of the pattern's groups among them."""
        groups = expect_sound("pattern", self.pattern, ignore_case=self.ignore_case)
        return frozenset(self.supplies) | groups

    def lists(self) -> Iterable[str]:
        """Return the names of the lists whose words stand in its pattern."""
        return frozenset(lists_in(self.pattern))

    def starting_views(self) -> Sequence[Holding]:
        """Return whether a word stands in a story that each match has near it."""
        return (Holding(tuple(map(str.lower, self.near))),) if self.near else ()

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield each match. Raises RuleError when they take too long."""
        pattern = document.lexicon.view(self._compiled)
        text = document.view(flat)
        for match in matches(pattern, text, timeout=self.timeout):
            span = Span(match.start(), match.end())
            if match[0].strip() and self._stays(document, span) and not self._excepted(text, span):
                yield self._problem(document, span, match.groupdict(default=""))

    def _compiled(self, lexicon: Lexicon) -> regex.Pattern[str]:
        return compiled(self.pattern, lexicon, ignore_case=self.ignore_case)

    def _stays(self, document: Document, span: Span) -> bool:
        if self.scope is Reach.SENTENCE:
            return sentence_at(document, span.start).contains(span)
        return "\n" not in span.cut(document.view(flat))

    def _excepted(self, text: str, span: Span) -> bool:
        """Tell whether a match lies in one of the exceptions, as they stand in the text."""
        for phrase in self.exceptions:
            reach = text[max(0, span.end - len(phrase)) : span.start + len(phrase)]
            if len(phrase) >= len(span) and self._compared(phrase) in self._compared(reach):
                return True
        return False

    def _compared(self, words: str) -> str:
        return words.lower() if self.ignore_case else words

    def _problem(self, document: Document, span: Span, groups: dict[str, str]) -> Problem:
        found = span.cut(document.text)
        data = {**groups, "words": found}
        if not self.replacement:
            return Problem(span, data)
        replacement = GROUP.sub(lambda match: self._turned(groups[match[1]]), self.replacement)
        # Where capitals make a difference, the replacement is meant as it is written.
        if self.ignore_case:
            replacement = match_case(replacement, found)
        data["replacement"] = replacement
        return Problem(span, data, (Fix((Edit(span, replacement),), self.safety),))

    def _turned(self, words: str) -> str:
        return self.table.get(self._compared(words), words)
