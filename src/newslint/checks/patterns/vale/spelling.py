"""Vale's spelling: words that no dictionary has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta

from newslint.checks.patterns.expressions import compile_raw
from newslint.checks.patterns.speller import Speller, speller, speller_of
from newslint.checks.patterns.vale.base import Alert, ValeCheck
from newslint.checks.patterns.vale.blocks import ValeBlock
from newslint.checks.patterns.vale.go_syntax import translated
from newslint.plugin import Document, Span, lazy_pattern

WORD = lazy_pattern(r"\S+")
EDGE = "$([{\"'“‘,.;:!?)]}”’…—–"
# What Vale passes over unless a rule is `custom`: CamelCase, capitals, and what is no letter.
CAMEL = lazy_pattern(r"[A-Z][a-z]+[A-Z]+\w+")
CAPITALS = lazy_pattern(r"[A-Z]+$")
NO_LETTER = lazy_pattern(r"[^a-zA-Z_']")


class ValeSpelling(ValeCheck, frozen=True, kw_only=True):
    """Reports words that neither the dictionaries nor the lists have."""

    dictionaries: Annotated[tuple[str, ...], Meta(description="Dictionaries, without their endings.")] = ()
    append: Annotated[bool, Meta(description="Whether the usual dictionary is asked, too.")] = False
    filters: Annotated[tuple[str, ...], Meta(description="Expressions for words to pass over.")] = ()
    known: Annotated[frozenset[str], Meta(description="The words of the `ignore` files.")] = frozenset()
    custom: Annotated[bool, Meta(description="Whether only its own filters count.")] = False

    def alerts(self, document: Document, text: str, block: ValeBlock) -> Iterator[Alert]:
        """Yield each word that is in no dictionary."""
        engines = [speller_of(each) for each in self.dictionaries]
        if self.append or not engines:
            engines.append(speller("en-US"))
        for found in WORD.finditer(text, block.span.start, block.span.end):
            word = found[0].strip(EDGE)
            start = found.start() + found[0].index(word) if word else 0
            plain = word.replace("’", "'")
            if any(map(str.isalpha, plain)) and self._is_wrong(plain, engines):
                span = Span(start, start + len(word))
                if not self.leaves(text, span):
                    yield Alert(span, (word,), raw=block.raw)

    def _is_wrong(self, word: str, engines: list[Speller]) -> bool:
        if not self.custom and any(each.search(word) for each in (CAMEL, CAPITALS, NO_LETTER)):
            return False
        if any(compile_raw(translated(each)).search(word) for each in self.filters):
            return False
        if word.lower() in self.known:
            return False
        return not any(engine.knows(word) for engine in engines)
