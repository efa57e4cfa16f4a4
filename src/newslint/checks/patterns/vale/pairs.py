"""Vale's kinds that compare two things: consistency and conditional."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Annotated

from msgspec import Meta

from newslint.checks.patterns.expressions import compile_raw
from newslint.checks.patterns.vale.base import Alert, ValeCheck, expression, found_in
from newslint.checks.patterns.vale.blocks import ValeBlock
from newslint.checks.patterns.vale.go_syntax import translated
from newslint.plugin import Document, Lexicon, Span, lazy_pattern

if TYPE_CHECKING:
    import regex

# A group of its own, and none that is escaped, in a class, or only looks round.
GROUP = lazy_pattern(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|(?P<group>\((?!\?)|\(\?P?<(?![=!]))")


class ValeConsistency(ValeCheck, frozen=True, kw_only=True):
    """Reports the part of a story in which both of a pair have been met."""

    either: Annotated[Mapping[str, str], Meta(description="Pairs of which a story keeps to one.")]
    ignorecase: Annotated[bool, Meta(description="Whether capitals make no difference.")] = False
    nonword: Annotated[bool, Meta(description="Whether they are no whole words.")] = False

    def alerts(self, document: Document, text: str, block: ValeBlock) -> Iterator[Alert]:
        """Yield the last match of a part by which both have been met."""
        met = document.view(self._met)
        for first, second in sorted(self.either.items()):
            sides = met.setdefault(first, set())
            last = None
            for last in found_in(document.lexicon.view(self._compiled)[first], text, block.span):
                sides.add(last.lastindex)
            if last is not None and len(sides) == 2:
                yield Alert(Span(*last.span()), (last[0], second), raw=block.raw)

    def _met(self, _: Document) -> dict[str, set[int | None]]:
        """Return which sides of which pairs a story has shown, none yet."""
        return {}

    def _compiled(self, _: Lexicon) -> dict[str, regex.Pattern[str]]:
        return {
            first: compile_raw(
                translated(
                    expression(
                        f"(?P<first>{_plain(first)})|(?P<second>{_plain(second)})",
                        ignore_case=self.ignorecase,
                        nonword=self.nonword,
                        template=self.word_template,
                    )
                )
            )
            for first, second in self.either.items()
        }


class ValeConditional(ValeCheck, frozen=True, kw_only=True):
    """Reports what wants something else that is missing."""

    first: Annotated[str, Meta(description="What wants the second.")]
    second: Annotated[str, Meta(description="What is wanted.")]
    ignorecase: Annotated[bool, Meta(description="Said by rules; Vale does nothing with it.")] = False

    def alerts(self, document: Document, text: str, block: ValeBlock) -> Iterator[Alert]:
        """Yield what was not defined up to here, or lacks its other half in this part."""
        first, second = document.lexicon.view(self._compiled)
        given = found_in(second, text, block.span)
        has_group = any(found["group"] for found in GROUP.finditer(self.second))
        if given and not has_group:
            return
        defined = document.view(self._defined)
        defined.update(word for found in given for word in found.groups() if word)
        for found in found_in(first, text, block.span):
            span = Span(*found.span())
            if found[0] not in defined and not self.leaves(text, span):
                yield Alert(span, (found[0],), raw=block.raw)

    def _defined(self, _: Document) -> set[str]:
        """Return what a story has defined, nothing yet."""
        return set()

    def _compiled(self, _: Lexicon) -> tuple[regex.Pattern[str], regex.Pattern[str]]:
        return compile_raw(translated(self.first)), compile_raw(translated(self.second))


def _plain(expression: str) -> str:
    """Return an expression without groups of its own, so that the side is told by the group."""
    return GROUP.sub(lambda found: "(?:" if found["group"] == "(" else found[0], expression)
