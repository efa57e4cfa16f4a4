"""Vale's capitalization: a part of a story as a title, a sentence, or in one case throughout."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

from msgspec import Meta

from newslint.checks.patterns.expressions import compile_raw
from newslint.checks.patterns.vale.base import Alert, ValeCheck
from newslint.checks.patterns.vale.blocks import ValeBlock
from newslint.checks.patterns.vale.go_syntax import translated
from newslint.plugin import Document, Lexicon, lazy_pattern

if TYPE_CHECKING:
    import regex

# What Vale leaves small in titles, and what Chicago does beside it.
SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "as",
        "at",
        "but",
        "by",
        "en",
        "for",
        "if",
        "in",
        "nor",
        "of",
        "on",
        "or",
        "per",
        "the",
        "to",
        "vs",
        "vs.",
        "via",
        "v",
        "v.",
    ]
)
LONGER = frozenset(
    (
        *(
            "with",
            "from",
            "into",
            "during",
            "including",
            "until",
            "against",
            "among",
            "throughout",
            "despite",
        ),
        *("towards", "upon", "concerning", "about", "over", "through", "before", "between", "after", "since"),
        *("without", "under", "within", "along", "following", "across", "beyond", "around", "down", "near"),
        *("above",),
    )
)
WORD = lazy_pattern(r"[^\W_]+[^\s\-/,]*")
TOKEN = r"[\p{N}\p{L}*]+[^\s]*"
PLAIN = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-"})
NUMBERED = lazy_pattern(r"\d+\.")


class ValeCapitalization(ValeCheck, frozen=True, kw_only=True):
    """Reports a part of a story in another case than the rule has it."""

    match: Annotated[str, Meta(description="`$title`, `$sentence`, `$lower`, `$upper` or an expression.")]
    style: Annotated[str, Meta(description="`AP` or `Chicago`.")] = "AP"
    threshold: Annotated[float, Meta(description="The share of words that must be right.")] = 0.8
    indicators: Annotated[tuple[str, ...], Meta(description="Behind these a sentence begins.")] = ()
    prefix: Annotated[str, Meta(description="What is left at the start.")] = ""

    def alerts(self, document: Document, text: str, block: ValeBlock) -> Iterator[Alert]:
        """Yield the whole part if it is in another case."""
        words = block.span.cut(text)
        meant, is_right = self._judged(words, document.lexicon)
        if not is_right:
            offered = (
                (meant,) if self.action.name == "replace" and self.match in ("$title", "$sentence") else ()
            )
            yield Alert(block.span, (words, meant), offered, raw=block.raw)

    def _judged(self, words: str, lexicon: Lexicon) -> tuple[str, bool]:
        excepted = self._exceptions()[0]
        is_excepted = excepted is not None and excepted.search(words) is not None
        match self.match:
            case "$lower":
                return words.lower(), words == words.lower() or is_excepted
            case "$upper":
                return words.upper(), words == words.upper() or is_excepted
            case "$title":
                meant = self._converted(words, _titled if self.style != "Chicago" else _titled_in_chicago)
                return meant, self._share(words, meant, excepted, is_title=True) >= self.threshold
            case "$sentence":
                meant = self._in_sentence(words, lexicon)
                return meant, self._share(words, meant, excepted, is_title=False) >= self.threshold
            case _:
                found = compile_raw(translated(self.match)).search(words)
                return self.match, found is not None or is_excepted

    def _share(self, words: str, meant: str, excepted: regex.Pattern[str] | None, *, is_title: bool) -> float:
        """Return the share of words that are as they are meant; none if the first of a sentence is wrong."""
        found, wanted = self._tokens(words, excepted), self._tokens(meant, excepted)
        right = 0
        for number, word in enumerate(found):
            if number >= len(wanted) or word == wanted[number] or (excepted and excepted.search(word)):
                right += 1
            elif is_title:
                right += word == word.upper()
            elif number == 0 and word != word[:1].upper() + word[1:].lower():
                return 0.0
        return right / len(found) if found else 1.0

    def _tokens(self, words: str, excepted: regex.Pattern[str] | None) -> list[str]:
        source = f"{excepted.pattern}|{TOKEN}" if excepted else TOKEN
        return [found[0] for found in compile_raw(source).finditer(words)]

    def _known(self, word: str) -> str | None:
        """Return a word as the exceptions write it, or nothing."""
        for term in sorted((*self.exceptions, *(self.accepted if self.vocab else ())), key=len, reverse=True):
            if term.casefold() == word.casefold():
                return term
            try:
                if compile_raw(translated(term)).search(word):
                    return word
            except ValueError:
                continue
        return None

    def _converted(self, line: str, small: Callable[[str, str, bool], bool]) -> str:
        plain = line.translate(PLAIN)

        def cased(found: re.Match[str]) -> str:
            word, start, end = found[0], found.start(), found.end()
            if known := self._known(word):
                return known
            before, further = plain[start - 1 : start], plain[start - 2 : start - 1] if start > 1 else ""
            bounding = start == 0 or end == len(plain)
            following = WORD.search(line, end)
            if (
                small(word.lower(), following[0] if following else "", bounding)
                and before in (" ", "-", "/")
                and further not in (":", "-")
                and (plain[end : end + 1] != "-" or before == "-")
            ):
                return word.lower()
            return word[:1].upper() + word[1:]

        return WORD.sub(cased, line)

    def _in_sentence(self, line: str, lexicon: Lexicon) -> str:
        terms = sorted((*self.exceptions, *(self.accepted if self.vocab else ())), key=len, reverse=True)
        source = rf"\b(?:{'|'.join(terms)})\b|{TOKEN}" if terms else TOKEN
        prefix = re.match(self.prefix, line) if self.prefix else None
        rest = line[prefix.end() :] if prefix else line
        tokens = [found[0] for found in compile_raw(translated(f"(?i){source}")).finditer(rest)]
        made = [self._cased(tokens, number) for number in range(len(tokens))]
        return (prefix[0] if prefix else "") + " ".join(made)

    def _cased(self, tokens: Sequence[str], number: int) -> str:
        word = tokens[number]
        if known := self._known(word):
            return known
        before = tokens[number - 1] if number else ""
        opens = number == 0 or before.endswith(self.indicators or ("\0",))
        if opens or (number == 1 and NUMBERED.search(before)):
            return word[:1].upper() + word[1:].lower()
        return word.lower()


def _titled(word: str, following: str, bounding: bool) -> bool:
    """Tell whether AP has a word small: "to" is, where a noun follows, which a capital shows."""
    if word == "to" and following:
        return following[:1].isupper() or following[:1].isdigit()
    return not bounding and word in SMALL


def _titled_in_chicago(word: str, following: str, bounding: bool) -> bool:
    return not bounding and (word in SMALL or word in LONGER)
