"""Searches for words that have a better one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Annotated, ClassVar, Self

import msgspec
from msgspec import Meta

from newslint.checks.patterns.casing import match_case
from newslint.checks.patterns.faults import fault
from newslint.checks.patterns.naming import may_be_name
from newslint.checks.patterns.needles import Hit, fold, spelled
from newslint.checks.patterns.phrases import Inflection, Judge, Phrases, reject_blank
from newslint.plugin import Document, Edit, Fix, Lexicon, Problem, Safety, Span

Replacements = tuple[str, ...]


class Substitution(Phrases, frozen=True, kw_only=True):
    """Reports each word of a table that is not written the other way already."""

    swap: Annotated[
        Mapping[str, str | Replacements],
        Meta(
            min_length=1,
            description="What is found, and what to write: words, or a list of several suggestions. "
            "`{list}` stands for each word of a list, the same on both sides.",
        ),
    ]
    exceptions: Annotated[
        tuple[str, ...], Meta(description="Longer phrases in which such a word is in its place.")
    ] = ()
    inflect: Annotated[
        Inflection | None,
        Meta(description="Which word of each has forms that are found, too, and replaced by the same form."),
    ] = None
    names: Annotated[
        bool, Meta(description="Whether capitalised words count, which may be parts of names.")
    ] = True
    safety: Annotated[Safety, Meta(description="What a fix risks.")] = Safety.UNSAFE
    supplies: ClassVar = {"words": None, "replacement": None}

    def __post_init__(self) -> None:
        """Reject words that would match everywhere, and rows without a replacement."""
        reject_blank("swap", self.swap)
        reject_blank("exceptions", self.exceptions)
        for found, replacement in self.swap.items():
            if _is_missing(replacement):
                raise fault("swap", f"`{found}` has no replacement")

    def words(self) -> Iterable[str]:
        """Return what is found in the table, and the exceptions, which hide the words in them."""
        return (*self.swap, *self.exceptions)

    def worded(self, lexicon: Lexicon) -> Self:
        """Return the check with the words of its lists, and with every form."""
        check = super().worded(lexicon)
        inflect = self.inflect
        if inflect is None:
            return check
        from newslint.checks.patterns.inflection import paired

        rows = (paired(found, _several(value), inflect, lexicon) for found, value in check.swap.items())
        return msgspec.structs.replace(check, swap=dict(pair for row in rows for pair in row), inflect=None)

    def never_found(self) -> Iterable[tuple[str, str]]:
        """Yield the words that no text has as they are written, and those that are hidden."""
        from newslint.checks.patterns.never import hidden, never_found

        return (
            *never_found(self.words()),
            *hidden(self.swap, self.exceptions, ignore_case=self.ignore_case),
            *_already_right(self.swap),
        )

    def judge(self) -> Judge:
        """Return what makes the table once, in the first story that has any of its words."""
        table: dict[str, Replacements] = {}

        def seen(document: Document, found: Sequence[Hit]) -> Iterator[Problem]:
            if not table:
                table.update(self._table())
            for hit in found if self.names else _no_names(document, found):
                words = hit.span.cut(document.text)
                found_so = hit.needle if self.ignore_case else spelled(words)
                meant = table.get(found_so, ())
                # Where capitals make a difference, a replacement is meant as it is written.
                replacements = [match_case(each, words) if self.ignore_case else each for each in meant]
                if replacements and words not in replacements:
                    data = {"words": words, "replacement": " or ".join(replacements)}
                    fitting = [each for each in replacements if _fits(document.text, hit.span, each)]
                    fixes = tuple(self._fix(hit, replacement) for replacement in fitting)
                    yield Problem(hit.span, data, fixes)

        return seen

    def _table(self) -> dict[str, Replacements]:
        key = fold if self.ignore_case else spelled
        accepted = frozenset(map(fold, self.exceptions))
        rows = self.swap.items()
        return {key(word): _several(meant) for word, meant in rows if fold(word) not in accepted}

    def _fix(self, hit: Hit, replacement: str) -> Fix:
        return Fix((Edit(hit.span, replacement),), self.safety, {"replacement": replacement})


def _several(replacement: str | Replacements) -> Replacements:
    """Return the suggestions of a row, which may stand in one string with `|` between."""
    return tuple(replacement.split("|")) if isinstance(replacement, str) else replacement


def _is_missing(replacement: str | Replacements) -> bool:
    if isinstance(replacement, str) and "|" not in replacement:
        return not replacement or replacement.isspace()
    return not _several(replacement) or not all(word.strip() for word in _several(replacement))


def _fits(text: str, span: Span, replacement: str) -> bool:
    """Tell whether a replacement takes the possessive that stands behind the words, if one does.

    "Illegal immigrants' children" are no "people in the country illegally' children".
    """
    after = text[span.end : span.end + 2]
    if after[:1] not in ("'", "’") or text[max(0, span.start - 1) : span.start] in ("'", "‘"):
        return True
    words = span.cut(text)
    if after[1:].isalpha():
        return len(replacement.split()) <= len(words.split())
    return not words.endswith("s") or replacement.endswith("s")


def _no_names(document: Document, found: Sequence[Hit]) -> Iterator[Hit]:
    return (hit for hit in found if not may_be_name(document, hit))


def _already_right(swap: Mapping[str, str | Replacements]) -> Iterator[tuple[str, str]]:
    return ((word, "it is its own replacement") for word, meant in swap.items() if word in _several(meant))
