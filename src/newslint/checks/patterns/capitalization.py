"""Searches for headlines that are not in the capitals of the house."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Annotated, ClassVar

from msgspec import Meta

from newslint.checks.patterns.title_words import (
    SmallWords,
    TitleStyle,
    TitleWord,
    To,
    is_everyday,
    known_names,
    seen_words,
    small_words,
    title_words,
    wants_capital,
)
from newslint.plugin import Block, BlockKind, Check, Document, Edit, Fix, Lexicon, Problem, Safety


class Case(StrEnum):
    """How a line is capitalised."""

    TITLE = "title"
    SENTENCE = "sentence"
    UPPER = "upper"
    LOWER = "lower"


class Capitalization(Check, frozen=True, kw_only=True):
    """Reports lines in another case than that of the house, or each word in the wrong one.

    What may be written as it is for a reason is not judged: words with a capital, a stop or a digit inside,
    words with hyphens, prepositions that may belong to a verb, and in sentence case whatever may be a name:
    words with a capital elsewhere in the story's sentences, or in the lists.
    """

    match: Annotated[Case, Meta(description="The case of the house.")]
    style: Annotated[TitleStyle, Meta(description="Whose title case it is.")] = TitleStyle.AP
    to: Annotated[To, Meta(description="How title case writes *to*; `any`: it is not judged.")] = To.ANY
    kinds: Annotated[tuple[BlockKind, ...], Meta(min_length=1, description="Which blocks are looked at.")] = (
        BlockKind.HEADLINE,
    )
    each: Annotated[bool, Meta(description="Whether each wrong word is reported, not the line.")] = False
    threshold: Annotated[
        float,
        Meta(gt=0, le=1, description="The share of judged words that must follow in a line."),
    ] = 0.5
    shortest: Annotated[int, Meta(ge=1, description="The fewest words for a line to be judged.")] = 4
    exceptions: Annotated[frozenset[str], Meta(description="Words that are left as they are.")] = frozenset()
    safety: Annotated[Safety, Meta(description="What a fix risks.")] = Safety.UNSAFE
    supplies: ClassVar = {"words": None, "share": None, "replacement": None, "count": None}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield each line in another case, or each word of one that is wrong."""
        for block in document.blocks:
            if block.kind not in self.kinds:
                continue
            judged = list(self._judged(document, title_words(document, block)))
            wrong = [(word, meant) for word, meant in judged if word.text != meant]
            following = len(judged) - len(wrong)
            if not wrong or len(judged) < self.shortest:
                continue
            if self.each:
                yield from self._words(document, wrong)
            elif following < self.threshold * len(judged):
                yield self._line(document, block, wrong, share=f"{100 * following // len(judged)}%")

    def _judged(self, document: Document, words: Sequence[TitleWord]) -> Iterator[tuple[TitleWord, str]]:
        """Yield the words whose case is sure, each as it is meant."""
        left = {word.lower() for word in self.exceptions}
        for word in words:
            if word.text.lower() not in left and (meant := self._meant(document, word)) is not None:
                yield word, meant

    def _meant(self, document: Document, word: TitleWord) -> str | None:
        if self.match is Case.UPPER:
            return word.text.upper()
        if self.match is Case.LOWER:
            return word.text.lower()
        if not word.is_plain:
            return None
        if self.match is Case.SENTENCE:
            return _in_sentence(document, word, sure=self.each)
        capital = wants_capital(word, document.lexicon.view(self._small), self.to)
        return None if capital is None else _cased(word.text, capital=capital)

    def _small(self, lexicon: Lexicon) -> SmallWords:
        return small_words(lexicon, self.style)

    def _words(self, document: Document, wrong: Sequence[tuple[TitleWord, str]]) -> Iterator[Problem]:
        for word, meant in wrong:
            found = word.span.cut(document.text)
            data = {"words": found, "replacement": meant, "share": "", "count": "1"}
            yield Problem(word.span, data, (Fix((Edit(word.span, meant),), self.safety),))

    def _line(
        self, document: Document, block: Block, wrong: Sequence[tuple[TitleWord, str]], *, share: str
    ) -> Problem:
        line, start = block.span.cut(document.text), block.span.start
        mended = list(line)
        for word, meant in wrong:
            mended[word.span.start - start : word.span.end - start] = [*meant]
        data = {"words": line, "share": share, "replacement": "".join(mended), "count": str(len(wrong))}
        edits = tuple(Edit(word.span, meant) for word, meant in wrong)
        return Problem(block.span, data, (Fix(edits, self.safety),))


def _cased(word: str, *, capital: bool) -> str:
    first = word[0].upper() if capital else word[0].lower()
    return first + word[1:]


def _in_sentence(document: Document, word: TitleWord, *, sure: bool) -> str | None:
    """Return how sentence case writes a word, None where it may be a name, or opens a part of the line."""
    lower = word.text.lower()
    if word.opens or lower == "i" or lower.startswith("i'"):
        return None
    if word.text[0].islower():
        return word.text
    seen, bare = document.view(seen_words), lower.removesuffix("'s")
    if bare in seen.names or bare in document.lexicon.view(known_names):
        return None
    is_common = bare in seen.common or (not sure and is_everyday(bare, document.lexicon))
    return lower if is_common else None
