"""Searches for words that want others beside them, as a short form wants the long one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Annotated, ClassVar

from msgspec import Meta

from newslint.checks.patterns.expressions import compiled, expect_sound, matches
from newslint.checks.patterns.faults import fault
from newslint.checks.patterns.listed import lists_in, written_out
from newslint.checks.patterns.needles import Needles, hits, scanner
from newslint.checks.patterns.phrases import reject_blank
from newslint.plugin import Check, Document, Lexicon, Problem, Related, Span
from newslint.text.flat import flat
from newslint.text.sentences import sentence_at


class Where(StrEnum):
    """Where the other words must stand."""

    STORY = "story"
    BEFORE = "before"
    AFTER = "after"
    PARAGRAPH = "paragraph"
    SENTENCE = "sentence"


class Found(Span, frozen=True, gc=False):
    """A place, and what stands in the group of the expression that found it, or nothing."""

    key: str = ""


class Conditional(Check, frozen=True, kw_only=True):
    """Reports words that want others beside them where those are missing.

    Either side is words, which cost little, or a regular expression. Where both expressions have a group,
    it must hold the same words on both sides.
    """

    tokens: Annotated[tuple[str, ...], Meta(description="Words that want others.")] = ()
    pattern: Annotated[str, Meta(description="An expression for such words.")] = ""
    needs: Annotated[tuple[str, ...], Meta(description="The words that are wanted; any will do.")] = ()
    needs_pattern: Annotated[str, Meta(description="An expression for what is wanted.")] = ""
    exceptions: Annotated[
        tuple[str, ...], Meta(description="What wants nothing: found words, or words of the group.")
    ] = ()
    where: Annotated[Where, Meta(description="Where they must stand.")] = Where.STORY
    every: Annotated[
        bool, Meta(description="Whether each place is reported, or the first with the rest.")
    ] = False
    ignore_case: Annotated[bool, Meta(description="Whether capitals make no difference.")] = True
    timeout: Annotated[float, Meta(gt=0, le=60, description="The most seconds an expression may take.")] = 1.0
    supplies: ClassVar = {"words": None, "group": None, "needs": None}

    def __post_init__(self) -> None:
        """Reject a side that is empty or doubled, blank words and expressions that do not compile."""
        for words, pattern in (("tokens", "pattern"), ("needs", "needs_pattern")):
            reject_blank(words, getattr(self, words))
            if bool(getattr(self, words)) is bool(getattr(self, pattern)):
                option = pattern.replace("_", "-")
                raise fault(words, f"expected words here, or an expression as `{option}`")
            if expression := getattr(self, pattern):
                expect_sound(pattern.replace("_", "-"), expression, ignore_case=self.ignore_case)

    def lists(self) -> Iterable[str]:
        """Return the names of the lists whose words stand in its options."""
        return frozenset(lists_in(self))

    def never_found(self) -> Iterable[tuple[str, str]]:
        """Yield the words that no text has as they are written, and those that are hidden."""
        from newslint.checks.patterns.never import hidden, never_found

        return (
            *never_found((*self.tokens, *self.needs)),
            *hidden(self.tokens, self.exceptions, ignore_case=self.ignore_case),
        )

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield what lacks what it wants."""
        check = document.lexicon.view(self._worded)
        wanting = check._found(document, check.tokens, check.pattern)
        given = check._found(document, check.needs, check.needs_pattern) if wanting else []
        lacking: dict[str, list[Found]] = {}
        for place in wanting:
            if not check._accepts(document, place) and not check._answered(document, place, given):
                lacking.setdefault(self._alike(place, document), []).append(place)
        for first, *rest in lacking.values():
            if self.every:
                yield from (self._problem(document, each, ()) for each in (first, *rest))
            else:
                yield self._problem(document, first, rest)

    def _worded(self, lexicon: Lexicon) -> Conditional:
        return written_out(self, lexicon)

    def _found(self, document: Document, words: tuple[str, ...], expression: str) -> list[Found]:
        if not expression:
            needles = Needles(frozenset(words), exact=not self.ignore_case)
            seen = hits(scanner([needles]), document).get(0, ())
            return [Found(hit.span.start, hit.span.end) for hit in seen]
        pattern = compiled(expression, document.lexicon, ignore_case=self.ignore_case)
        found = matches(pattern, document.view(flat), timeout=self.timeout)
        return [
            Found(match.start(), match.end(), (match[1] or "") if pattern.groups else "")
            for match in found
            if match.end() > match.start()
        ]

    def _accepts(self, document: Document, place: Found) -> bool:
        return not {self._compared(place.key), self._compared(place.cut(document.view(flat)))}.isdisjoint(
            map(self._compared, self.exceptions)
        )

    def _answered(self, document: Document, place: Found, given: list[Found]) -> bool:
        start, end = self._reach(document, place)
        return any(
            start <= each.start and each.end <= end and (each.start, each.end) != (place.start, place.end)
            for each in given
            if not (place.key and each.key) or self._compared(place.key) == self._compared(each.key)
        )

    def _reach(self, document: Document, place: Found) -> tuple[int, int]:
        """Return where the other words may stand; what they are part of, as "(IOC)" is, is on both sides."""
        block = document.block_at(place.start)
        match self.where:
            case Where.BEFORE:
                return 0, place.end + 1
            case Where.AFTER:
                return max(0, place.start - 1), len(document.text)
            case Where.PARAGRAPH if block:
                return block.span.start, block.span.end
            case Where.SENTENCE:
                sentence = sentence_at(document, place.start)
                return sentence.start, sentence.end
            case _:
                return 0, len(document.text)

    def _alike(self, place: Found, document: Document) -> str:
        """Return by what places are one: the words of their group, or else the words found."""
        return self._compared(place.key or place.cut(document.view(flat)))

    def _compared(self, words: str) -> str:
        return words.lower() if self.ignore_case else words

    def _problem(self, document: Document, place: Found, rest: Iterable[Found]) -> Problem:
        data = {
            "words": place.cut(document.text),
            "group": place.key,
            "needs": " or ".join(f"“{word}”" for word in self.needs),
        }
        return Problem(
            Span(place.start, place.end),
            data,
            (),
            tuple(Related(Span(each.start, each.end)) for each in rest),
        )
