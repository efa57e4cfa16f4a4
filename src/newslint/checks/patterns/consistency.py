"""Searches for one word in two spellings, which one story does not mix."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Annotated, ClassVar

import msgspec
from msgspec import Meta

from newslint.checks.patterns.needles import Hit, fold
from newslint.checks.patterns.phrases import Phrases, reject_blank
from newslint.plugin import BlockKind, Document, Edit, Fix, Problem, Related, Safety
from newslint.text.casing import match_case
from newslint.text.sentences import sentence_at

TITLED = frozenset({BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.SUBHEAD, BlockKind.TABLE_CELL})


class Form(msgspec.Struct, frozen=True):
    """One spelling: its pair, which of the two it is, and how the other one would read."""

    pair: str
    side: int
    other: str


class Consistency(Phrases, frozen=True, kw_only=True):
    """Reports the rarer spelling of a pair once, with all its places; of equals, the one that comes later."""

    either: Annotated[
        Mapping[str, str], Meta(min_length=1, description="Pairs of spellings of which a story keeps to one.")
    ]
    endings: Annotated[
        tuple[str, ...], Meta(min_length=1, description='What follows each word of a pair; `""` for nothing.')
    ] = ("",)
    names: Annotated[
        bool, Meta(description="Whether capitalised words count, which may be parts of names.")
    ] = False
    safety: Annotated[Safety, Meta(description="What a fix risks.")] = Safety.UNSAFE
    supplies: ClassVar = {"words": None, "other": None, "count": None, "other_count": None}

    def __post_init__(self) -> None:
        """Reject words that would match everywhere."""
        reject_blank("either", (*self.either, *self.either.values()))

    def words(self) -> Iterable[str]:
        """Return both spellings of every pair, with every ending."""
        return self._forms()

    def seen(self, document: Document, found: Sequence[Hit]) -> Iterator[Problem]:
        """Yield a problem for each pair that is mixed."""
        if len(found) < 2:
            return
        forms = {fold(word): form for word, form in self._forms().items()}
        places: dict[str, tuple[list[Hit], list[Hit]]] = {}
        for hit in found:
            if self.names or not _may_be_name(document, hit):
                form = forms[hit.needle]
                places.setdefault(form.pair, ([], []))[form.side].append(hit)
        for first, second in places.values():
            if first and second:
                yield self._problem(document, forms, *sorted((first, second), key=_weight))

    def _forms(self) -> dict[str, Form]:
        return {
            word + ending: Form(pair[0], side, pair[1 - side] + ending)
            for pair in self.either.items()
            for ending in self.endings
            for side, word in enumerate(pair)
        }

    def _problem(
        self, document: Document, forms: Mapping[str, Form], rarer: Sequence[Hit], usual: Sequence[Hit]
    ) -> Problem:
        edits = tuple(
            Edit(hit.span, match_case(forms[hit.needle].other, hit.span.cut(document.text))) for hit in rarer
        )
        return Problem(
            span=rarer[0].span,
            data={
                "words": rarer[0].span.cut(document.text),
                "other": usual[0].span.cut(document.text),
                "count": str(len(rarer)),
                "other_count": str(len(usual)),
            },
            fixes=(Fix(edits, self.safety, {"replacement": edits[0].text}),),
            related=tuple(Related(hit.span, {"words": hit.span.cut(document.text)}) for hit in rarer[1:]),
        )


def _weight(places: Sequence[Hit]) -> tuple[int, int]:
    """Return what the spelling to be changed has least of: places, and nearness to the end."""
    return len(places), -places[0].span.start


def _may_be_name(document: Document, hit: Hit) -> bool:
    """Tell whether a word is capitalised where no sentence starts, or before another capital."""
    text = document.text
    if not text[hit.span.start].isupper():
        return False
    block = document.block_at(hit.span.start)
    if block is None or block.kind in TITLED:
        return True
    opens = not any(
        letter.isalnum() for letter in text[sentence_at(document, hit.span.start).start : hit.span.start]
    )
    return not opens or text[hit.span.end + 1 : hit.span.end + 2].isupper()
