"""Vale's sequence, as far as it names words: those that name parts of speech are not read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import msgspec
from msgspec import Meta

from newslint.checks.patterns.expressions import compile_raw
from newslint.checks.patterns.vale.base import Alert, ValeCheck
from newslint.checks.patterns.vale.blocks import ValeBlock
from newslint.checks.patterns.vale.go_syntax import translated
from newslint.plugin import Document, Lexicon, Span, lazy_pattern

if TYPE_CHECKING:
    import regex

WORD = lazy_pattern(
    r"\w+(?:[-.,]\w+)*(?=n['’]t\b)|n['’]t\b|['’](?:s|re|ve|ll|d|m)\b|\w+(?:[-.,']\w+)*|[^\w\s]"
)


class Token(msgspec.Struct, frozen=True, forbid_unknown_fields=False):
    """A word of a sequence: what it is, whether it must not be, how many others may stand before it."""

    pattern: str = ""
    negate: bool = False
    skip: int = 0


class ValeSequence(ValeCheck, frozen=True, kw_only=True):
    """Reports words that follow each other in a sentence."""

    tokens: Annotated[tuple[Token, ...], Meta(min_length=1, description="The words, in their order.")]
    ignorecase: Annotated[bool, Meta(description="Whether capitals make no difference.")] = False
    scope: Annotated[tuple[str, ...], Meta(description="Vale's scopes.")] = ("sentence",)

    def alerts(self, document: Document, text: str, block: ValeBlock) -> Iterator[Alert]:
        """Yield each place of a sentence at which the words follow each other."""
        words = [Span(*found.span()) for found in WORD.finditer(text, block.span.start, block.span.end)]
        patterns = document.lexicon.view(self._compiled)
        first = 0
        while first < len(words):
            end = self._followed(text, words, patterns, first, 0)
            if end is None or end == first:
                first += 1
                continue
            span = words[first].joined(words[min(end, len(words)) - 1])
            yield Alert(span, tuple(word.cut(text) for word in words[first:end]), raw=block.raw)
            first = end

    def _followed(
        self, text: str, words: Sequence[Span], patterns: Sequence[regex.Pattern[str]], at: int, step: int
    ) -> int | None:
        """Return the number of the word behind the sequence, if it stands here from one of its steps on."""
        if step == len(self.tokens):
            return at
        token = self.tokens[step]
        for skipped in range(token.skip + 1 if step else 1):
            number = at + skipped
            if number >= len(words):
                return len(words) if all(each.negate for each in self.tokens[step:]) else None
            word = words[number].cut(text)
            if (patterns[step].fullmatch(word) is not None) is not token.negate:
                end = self._followed(text, words, patterns, number + 1, step + 1)
                if end is not None:
                    return end
        return None

    def _compiled(self, _: Lexicon) -> tuple[regex.Pattern[str], ...]:
        flag = "(?i)" if self.ignorecase else ""
        return tuple(compile_raw(translated(f"{flag}(?:{token.pattern})")) for token in self.tokens)
