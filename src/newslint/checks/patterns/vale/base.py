"""What all kinds of Vale's rules have in common: where they look, what they say, what they leave."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, ClassVar

import msgspec
from msgspec import Meta

from newslint.checks.patterns.expressions import compile_raw, matches
from newslint.checks.patterns.vale.actions import Action, suggestions
from newslint.checks.patterns.vale.blocks import ValeBlock, copy_of, vale_blocks
from newslint.checks.patterns.vale.go_syntax import formatted, listed, translated
from newslint.checks.patterns.vale.switches import switches
from newslint.plugin import Check, Document, Edit, Fix, Problem, Safety, Span
from newslint.text.quoting.quotations import quotations

if TYPE_CHECKING:
    import regex

Exceptions = tuple["regex.Pattern[str] | None", "regex.Pattern[str] | None"]
# A rule of Vale may be slow; it is not to stop a run.
SECONDS = 5.0
PLAIN_TERM = re.compile(r"[^\\^$*+?()\[\]{}|]*")


class Alert(msgspec.Struct, frozen=True):
    """What a rule of Vale says: where, the words for its message, and what to write instead.

    *quoted*: the first of the words stands in quotation marks already.
    """

    span: Span
    words: tuple[str, ...]
    suggestions: tuple[str, ...] = ()
    raw: bool = False
    quoted: bool = False


class ValeCheck(Check, frozen=True, kw_only=True):
    """Looks where the scope says, and nowhere that a comment switches it off."""

    name: Annotated[str, Meta(description="The rule's name in Vale.")]
    says: Annotated[str, Meta(description="Its message, with Go's verbs.")]
    scope: Annotated[tuple[str, ...], Meta(description="Vale's scopes.")] = ("text",)
    limit: Annotated[int, Meta(ge=0, description="The most it may say of one story; 0 for no limit.")] = 0
    action: Annotated[Action, Meta(description="How it mends.")] = Action()
    exceptions: Annotated[tuple[str, ...], Meta(description="What it leaves.")] = ()
    accepted: Annotated[tuple[str, ...], Meta(description="The vocabulary's accepted words.")] = ()
    vocab: Annotated[bool, Meta(description="Whether it leaves accepted words.")] = True
    word_template: Annotated[str, Meta(description="What Vale wraps words in.")] = ""
    ignores: Annotated[tuple[str, ...], Meta(description="What TokenIgnores and BlockIgnores find.")] = ()
    skipped: Annotated[tuple[str, ...], Meta(description="What SkippedScopes names.")] = ()
    supplies: ClassVar = {"message": None, "replacement": None}
    costly: ClassVar = True
    foreign: ClassVar = True

    def alerts(self, document: Document, text: str, block: ValeBlock) -> Iterator[Alert]:
        """Yield what is wrong in one part of a story."""
        raise NotImplementedError

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield what is wrong in the parts that the scope names, each place once."""
        done: set[tuple[bool, int]] = set()
        text = self.copy(document)
        for block in self.blocks(document):
            for alert in self.alerts(document, document.source if block.raw else text, block):
                place = (alert.raw, alert.span.start)
                if place in done or self._is_off(document, alert):
                    continue
                if self.limit and len(done) >= self.limit:
                    return
                done.add(place)
                yield self._problem(document, alert)

    def blocks(self, document: Document) -> Sequence[ValeBlock]:
        """Return the parts of a story that the scope names."""
        known, key = document.view(_chosen), (self.scope, self.skipped)
        if key not in known:
            wanted = [_selectors(each) for each in self.scope]
            known[key] = tuple(
                block
                for block in document.view(vale_blocks)
                if any(_matches(block, selectors) for selectors in wanted)
                and block.scope.isdisjoint(self.skipped)
            )
        return known[key]

    def copy(self, document: Document) -> str:
        """Return the text with what is ignored as stars."""
        text = document.view(copy_of)
        outside = any("~quote" in scope.replace(" ", "") for scope in self.scope)
        if not self.ignores and not outside:
            return text
        known, key = document.view(_ignored), (self.ignores, outside)
        if key not in known:
            without = _without(document, text, self.ignores)
            known[key] = _without_speech(document, without) if outside else without
        return known[key]

    def leaves(self, text: str, span: Span) -> bool:
        """Tell whether words are an exception, hold one, or stand in a longer one."""
        if not self.exceptions and not (self.vocab and self.accepted):
            return False
        within, longer = self._exceptions()
        if within and within.search(span.cut(text).strip()):
            return True
        return longer is not None and any(
            found.start() <= span.start and span.end <= found.end()
            for found in longer.finditer(text, max(0, span.start - 200), span.end + 200)
        )

    def _exceptions(self) -> Exceptions:
        return exceptions((*self.exceptions, *(self.accepted if self.vocab else ())))

    def _is_off(self, document: Document, alert: Alert) -> bool:
        off = document.view(switches)
        if not off.off and not off.places:
            return False
        span = alert.span if alert.raw else document.map.source(alert.span)
        return off.silence(self.name, span.cut(document.source), span.start)

    def _problem(self, document: Document, alert: Alert) -> Problem:
        found = alert.span.cut(document.source if alert.raw else document.text)
        offered = alert.suggestions or suggestions(self.action, found)
        words = alert.words
        if self.action.name and not alert.suggestions:
            words = (*alert.words, listed(offered) if len(offered) > 1 else "".join(offered) or found)
        fixes = tuple(
            Fix((Edit(alert.span, each),), Safety.UNSAFE, {"replacement": each}) for each in offered
        )
        says = _without_quotes(self.says) if alert.quoted else self.says
        said = formatted(says, *(" ".join(word.split()) for word in words))
        data = {"message": said, "replacement": listed(offered)}
        return Problem(alert.span, data, () if alert.raw else fixes, of_source=alert.raw)


@lru_cache(maxsize=1_000)
def exceptions(terms: tuple[str, ...]) -> Exceptions:
    """Return the expressions for terms in what was found, and for those of several words round it."""
    if not terms:
        return None, None
    longest_first = sorted(terms, key=len, reverse=True)
    cased = [term if term.startswith("(?i)") else f"(?-i:{_term(term)})" for term in longest_first]
    phrases = [_term(term) for term in longest_first if " " in term or r"\s" in term]
    within = compile_raw(translated(rf"(?m)\b(?:{'|'.join(cased)})\b"))
    longer = compile_raw(translated(rf"(?i)\b(?:{'|'.join(phrases)})\b")) if phrases else None
    return within, longer


def found_in(pattern: regex.Pattern[str], text: str, span: Span) -> Sequence[regex.Match[str]]:
    """Return what an expression finds in a stretch of text. Raises RuleError when it takes too long."""
    return matches(pattern, text, timeout=SECONDS, start=span.start, end=span.end)


def expression(words: str, *, ignore_case: bool, nonword: bool, template: str = "") -> str:
    """Return an expression for words as Vale wraps them."""
    usual = r"(?m)\b(?:%s)\b" if not nonword else "(?m)(?:%s)"
    wrapped = (template or usual) if not nonword else usual
    return ("(?i)" if ignore_case else "") + wrapped.replace("%s", words, 1)


def _without_quotes(message: str) -> str:
    """Take the quotation marks off the first of two places, as what is put there has its own."""
    for place in ("'%s'", '"%s"'):
        if message.count(place) == 2:
            message = message.replace(place, "%s", 1)
    return message


def _term(term: str) -> str:
    """Return an accepted term as an expression: a stop in plain words is one, a space may be a line end."""
    bare = term.replace(".", r"\.") if PLAIN_TERM.fullmatch(term) else term
    return re.sub(r"[ \t]+", r"\\s+", bare)


def _selectors(scope: str) -> tuple[tuple[bool, frozenset[str]], ...]:
    parts = (part.strip() for part in scope.split("&"))
    return tuple((part.startswith("~"), frozenset(part.lstrip("~").split("."))) for part in parts)


def _matches(block: ValeBlock, selectors: Iterable[tuple[bool, frozenset[str]]]) -> bool:
    selectors = tuple(selectors)
    if block.is_sentence and not any(not negated and "sentence" in words for negated, words in selectors):
        return False
    for negated, words in selectors:
        if not negated and not words <= block.scope:
            return False
        if negated and (words <= block.scope or block.scope & {"raw", "summary"}):
            return False
    return True


def _chosen(document: Document) -> dict[tuple[tuple[str, ...], tuple[str, ...]], tuple[ValeBlock, ...]]:
    """Return the parts that were chosen for scopes, none yet."""
    return {}


def _ignored(document: Document) -> dict[tuple[tuple[str, ...], bool], str]:
    """Return the texts that were made without what rules ignore, none yet."""
    return {}


def _without_speech(document: Document, text: str) -> str:
    """Blank what stands between quotation marks."""
    letters = list(text)
    for quotation in document.view(quotations):
        # Wires write two single marks, which Vale takes for none.
        if text.startswith(("''", "``"), quotation.span.start):
            continue
        for place in range(quotation.span.start, quotation.span.end):
            letters[place] = "\n" if letters[place] == "\n" else " "
    return "".join(letters)


def _without(document: Document, text: str, ignores: Iterable[str]) -> str:
    """Set stars over what TokenIgnores and BlockIgnores find in the source."""
    if document.format == "text":
        return text
    gone = [
        Span(*found.span())
        for each in ignores
        for found in matches(compile_raw(translated(each)), document.source, timeout=SECONDS)
    ]
    letters = list(text)
    for segment in document.map.segments if gone else ():
        for span in gone:
            start = max(span.start, segment.source) - segment.source
            end = min(span.end, segment.source + segment.source_length) - segment.source
            if start < end:
                start, end = (start, end) if segment.verbatim else (0, segment.length)
                places = range(segment.text + start, segment.text + end)
                letters[places.start : places.stop] = [
                    letter if letter == "\n" else "*" for letter in letters[places.start : places.stop]
                ]
    return "".join(letters)
