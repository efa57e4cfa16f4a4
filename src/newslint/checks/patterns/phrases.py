"""Phrases: what the kinds that look for words have in common, and the one pass they share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from typing import Annotated, Any, ClassVar, Self

import msgspec
from msgspec import Meta

from newslint.checks.patterns.faults import fault
from newslint.checks.patterns.needles import Hit, Needles, Plain, Scanner, hits, scanner
from newslint.plugin import BlockKind, Check, Document, Lexicon, Problem, Search, Use
from newslint.text.lasting import lasting
from newslint.text.quoting.direct_speech import in_direct_speech
from newslint.text.urls import in_url

# What tells the problems, given where the words stand.
Judge = Callable[[Document, Sequence[Hit]], Iterator[Problem]]


class Inflection(StrEnum):
    """Which word of a phrase has forms: the first, a verb, or the last, a noun."""

    VERB = "verb"
    NOUN = "noun"


class Phrases(Check, frozen=True, kw_only=True):
    """A check that starts at words. All rules of such kinds scan a text once, together."""

    of_words: ClassVar = True
    ignore_case: Annotated[bool, Meta(description="Whether capitals make no difference.")] = True

    def words(self) -> Iterable[str]:
        """Return the words to look for."""
        raise NotImplementedError

    def seen(self, document: Document, found: Sequence[Hit]) -> Iterator[Problem]:
        """Yield what is wrong, given where the words stand, which is in the order of the text."""
        raise NotImplementedError

    def judge(self) -> Judge:
        """Return what tells problems from words; override to work something out once, not in every story."""
        return self.seen

    def judge_in(self, blocks: Sequence[BlockKind]) -> Judge:
        """Return what tells problems where only some parts of a story are looked at; without any, all are."""
        return self.judge()

    def misses_words(self) -> bool:
        """Tell whether a story without any of its words may be wrong, too."""
        return False

    def worded(self, lexicon: Lexicon) -> Self:
        """Return the check with the words of every list that its options name. Raises RuleError."""
        if not any(True for _ in self.lists()):
            return self
        from newslint.checks.patterns.listed import written_out

        return written_out(self, lexicon)

    def lists(self) -> Iterable[str]:
        """Return the names of the lists whose words stand in its options."""
        # Few rules name any, and what spells them out is imported for none of the others.
        if not any("{" in word for word in self.words()):
            return ()
        from newslint.checks.patterns.listed import lists_in

        return frozenset(lists_in(self))

    def never_found(self) -> Iterable[tuple[str, str]]:
        """Yield the words that no text has as they are written."""
        from newslint.checks.patterns.never import never_found

        return never_found(self.words())

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield what is wrong, by a scan for this rule alone."""
        check = self.worded(document.lexicon)
        yield from check.judge()(document, hits(scanner([check.needles()]), document).get(0, ()))

    def needles(self) -> Needles:
        """Return the words with the way they are compared."""
        return Needles(frozenset(self.words()), exact=not self.ignore_case)

    @classmethod
    def combine(cls, uses: Sequence[Use]) -> Search:
        """Make one search of all uses that look for words."""

        def prepare(lexicon: Lexicon) -> tuple[Plain, frozenset[int]]:
            checks = [_worded(use, lexicon) for use in uses]
            asked = frozenset(number for number, check in enumerate(checks) if check.misses_words())
            return scanner([check.needles() for check in checks]).plain, asked

        prepared = lasting(prepare, uses)

        def made(lexicon: Lexicon) -> Searched:
            plain, asked = lexicon.view(prepared)
            return Searched(Scanner.of(plain), asked)

        def search(document: Document) -> Iterator[tuple[int, Problem]]:
            ready = document.lexicon.view(made)
            found = hits(ready.scan, document)
            # Most rules meet none of their words in a story, and have nothing to say of it then.
            for number in sorted(found.keys() | ready.asked):
                use = uses[number]
                if number not in ready.judges:
                    ready.judges[number] = _worded(use, document.lexicon).judge_in(use.blocks)
                heard = [hit for hit in found.get(number, ()) if _concerns(use, hit, document)]
                yield from ((number, problem) for problem in ready.judges[number](document, heard))

        return search


class Searched(msgspec.Struct, frozen=True):
    """What one search knows: the scan, and which rules are *asked* in any case.

    It remembers who judges what is found of a rule; of most, nothing ever is.
    """

    scan: Scanner
    asked: frozenset[int]
    judges: dict[int, Judge] = msgspec.field(default_factory=dict)


def _worded(use: Use, lexicon: Lexicon) -> Phrases:
    check: Any = use.check
    worded: Phrases = check.worded(lexicon)
    return worded


def reject_blank(option: str, words: Iterable[str]) -> None:
    """Raise ValueError for a word that would match everywhere."""
    for word in words:
        if not word or word != word.strip():
            raise fault(option, f"found `{word}`, expected words without space around them")


def _concerns(use: Use, hit: Hit, document: Document) -> bool:
    """Tell whether a word stands where the use looks, so that a count leaves out what others said."""
    if in_url(document, hit.span.start):
        return False
    if use.quotes != "include" and in_direct_speech(document, hit.span.start) is (use.quotes == "skip"):
        return False
    block = document.block_at(hit.span.start) if use.blocks else None
    return not use.blocks or (block is not None and block.kind in use.blocks)
