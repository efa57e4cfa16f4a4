"""Vale's kinds that look for words: existence, substitution, occurrence and repetition."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Annotated

from msgspec import Meta

from newslint.checks.patterns.expressions import compile_raw
from newslint.checks.patterns.vale.base import Alert, ValeCheck, expression, found_in
from newslint.checks.patterns.vale.blocks import ValeBlock
from newslint.checks.patterns.vale.go_syntax import listed, spaced, translated
from newslint.plugin import Document, Lexicon, Span, lazy_pattern

if TYPE_CHECKING:
    import regex

GROUP = lazy_pattern(r"(?<!\\)\((?!\?)")
BAR = lazy_pattern(r"(?<!\\)\|")
NUMBERED = lazy_pattern(r"\$\{?(\d+)\}?")
NEXT_SENTENCE = lazy_pattern(r"[.!?]['\"”’)\]]*\s+['\"“‘(\[]*[A-Z0-9]")
PHRASE = lazy_pattern(r"[\w -]*")


class ValeExistence(ValeCheck, frozen=True, kw_only=True):
    """Reports what its tokens find."""

    tokens: Annotated[tuple[str, ...], Meta(description="Expressions for words.")] = ()
    raw: Annotated[tuple[str, ...], Meta(description="Parts of one expression.")] = ()
    append: Annotated[bool, Meta(description="Whether the raw part stands behind.")] = False
    ignorecase: Annotated[bool, Meta(description="Whether capitals make no difference.")] = False
    nonword: Annotated[bool, Meta(description="Whether tokens are no whole words.")] = False

    def alerts(self, document: Document, text: str, block: ValeBlock) -> Iterator[Alert]:
        """Yield every match that is no exception."""
        pattern = document.lexicon.view(self._compiled)
        for found in found_in(pattern, text, block.span):
            span = Span(*found.span())
            if not self.leaves(text, span):
                yield Alert(span, (found[0],), raw=block.raw)

    def leaves(self, text: str, span: Span) -> bool:
        """Tell whether a match is an exception; accepted words are none of what is no word."""
        if self.nonword and not self.exceptions:
            return False
        return ValeCheck.leaves(self, text, span)

    def _compiled(self, _: Lexicon) -> regex.Pattern[str]:
        tokens = [spaced(token) for token in self.tokens if token.strip()]
        raw = "".join(self.raw)
        nonword = self.nonword or not self.tokens
        # The flag of letters stands before everything, the raw part among it.
        wrapped = expression(
            "|".join(tokens), ignore_case=False, nonword=nonword, template=self.word_template
        )
        whole = wrapped + raw if self.append else raw + wrapped
        return compile_raw(translated(("(?i)" if self.ignorecase else "") + whole))


class ValeSubstitution(ValeCheck, frozen=True, kw_only=True):
    """Reports what the left side of a table finds, unless it is as the right side has it."""

    swap: Annotated[Mapping[str, str], Meta(description="What is found, and what is meant.")]
    ignorecase: Annotated[bool, Meta(description="Whether capitals make no difference.")] = False
    nonword: Annotated[bool, Meta(description="Whether keys are no whole words.")] = False
    capitalize: Annotated[bool, Meta(description="Whether a capital is kept.")] = False
    terms: Annotated[bool, Meta(description="Whether the table is a vocabulary.")] = False

    def alerts(self, document: Document, text: str, block: ValeBlock) -> Iterator[Alert]:
        """Yield every match with what is meant."""
        pattern, keys = document.lexicon.view(self._compiled)
        for found in found_in(pattern, text, block.span):
            if not found.lastindex:
                continue
            span = Span(*found.span(found.lastindex))
            alert = self._alert(text, span, keys[found.lastindex - 1])
            if alert and not self.leaves(text, span):
                yield alert

    def _alert(self, text: str, span: Span, key: str) -> Alert | None:
        found = span.cut(text)
        meant = self._meant(key, found)
        if self.action.name == "replace":
            options = [each.replace(r"\|", "|") for each in BAR.split(meant) if each]
            if found in options:
                return None
            if self.capitalize and found[:1].isupper():
                options = [each[:1].upper() + each[1:] for each in options]
            return Alert(span, (listed(options), found), tuple(options), quoted=True)
        if _is_meant(meant, found):
            return None
        return Alert(span, (meant, found), (meant,) if self.terms and PHRASE.fullmatch(meant) else ())

    def _meant(self, key: str, found: str) -> str:
        meant = self.swap[key]
        if self.capitalize and found[:1].isupper():
            meant = meant[:1].upper() + meant[1:]
        if not NUMBERED.search(meant):
            return meant
        pattern = compile_raw(translated(("(?i)" if self.ignorecase else "") + key))
        return pattern.sub(lambda match: _filled(meant, match), found)

    def _compiled(self, _: Lexicon) -> tuple[regex.Pattern[str], tuple[str, ...]]:
        keys = tuple(sorted(self.swap, key=len, reverse=True))
        groups = "|".join(f"({GROUP.sub('(?:', spaced(key))})" for key in keys)
        whole = expression(
            groups, ignore_case=self.ignorecase, nonword=self.nonword, template=self.word_template
        )
        return compile_raw(translated(whole)), keys


class ValeOccurrence(ValeCheck, frozen=True, kw_only=True):
    """Reports a part of a story with too many or too few matches."""

    token: Annotated[str, Meta(description="What is counted.")]
    max: Annotated[int, Meta(description="The most there may be; 0 for no limit.")] = 0
    min: Annotated[int, Meta(description="The fewest there may be; 0 for no limit.")] = 0
    ignorecase: Annotated[bool, Meta(description="Whether capitals make no difference.")] = False

    def alerts(self, document: Document, text: str, block: ValeBlock) -> Iterator[Alert]:
        """Yield the first match where there are too many, the part's first word where there are too few."""
        pattern = document.lexicon.view(self._compiled)
        found = found_in(pattern, text, block.span)
        if not (0 < self.max < len(found) or len(found) < self.min):
            return
        count = (str(len(found)),)
        if not found:
            words = re.compile(r"\S+").search(text, block.span.start, block.span.end)
            if words:
                yield Alert(Span(*words.span()), count, raw=block.raw)
            return
        # A first match in code would point nowhere.
        copy = next((each for each in found if each[0].strip().strip("*@")), None)
        if copy:
            yield Alert(Span(*copy.span()), count, raw=block.raw)

    def _compiled(self, _: Lexicon) -> regex.Pattern[str]:
        return compile_raw(translated(f"{'(?i)' if self.ignorecase else ''}(?:{self.token})"))


class ValeRepetition(ValeCheck, frozen=True, kw_only=True):
    """Reports matches that are equal to the one before."""

    tokens: Annotated[tuple[str, ...], Meta(description="What may come twice.")] = ()
    max: Annotated[int, Meta(description="How often it may.")] = 0
    ignorecase: Annotated[bool, Meta(description="Whether capitals make no difference.")] = False
    alpha: Annotated[bool, Meta(description="Whether only letters count.")] = False

    def alerts(self, document: Document, text: str, block: ValeBlock) -> Iterator[Alert]:
        """Yield each pair that stands in one sentence."""
        count, before, last = 0, "", Span(0, 0)
        for found in found_in(document.lexicon.view(self._compiled), text, block.span):
            word = found[0].strip()
            span = Span(last.start, found.end())
            again = self._is_same(word, before)
            count += again
            is_told = again and count > self.max and not NEXT_SENTENCE.search(span.cut(text))
            if is_told and not self.leaves(text, span):
                yield Alert(span, (word,), raw=block.raw)
                count = 0
            before, last = word, Span(*found.span())

    def _is_same(self, word: str, before: str) -> bool:
        if not word or (self.alpha and not word.isalpha()):
            return False
        return word.casefold() == before.casefold() if self.ignorecase else word == before

    def _compiled(self, _: Lexicon) -> regex.Pattern[str]:
        return compile_raw(translated(f"{'(?i)' if self.ignorecase else ''}({'|'.join(self.tokens)})"))


def _is_meant(meant: str, found: str) -> bool:
    """Tell whether words are as they are meant, which may be an expression."""
    if PHRASE.fullmatch(meant):
        return meant == found
    try:
        return compile_raw(translated(f"^(?:{meant})$")).search(found) is not None
    except ValueError:
        return meant == found


def _filled(meant: str, match: regex.Match[str]) -> str:
    def group(found: re.Match[str]) -> str:
        number = int(found[1])
        return (match[number] or "") if number <= match.re.groups else ""

    return NUMBERED.sub(group, meant)
