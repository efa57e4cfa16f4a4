"""Searches for words one after the other, with gaps between them: “pored … over … coffee”."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated, ClassVar

from msgspec import Meta

from newslint.checks.patterns.casing import match_case
from newslint.checks.patterns.expressions import compiled, expect_sound
from newslint.checks.patterns.faults import fault
from newslint.checks.patterns.listed import lists_in, spelled_out
from newslint.checks.patterns.needles import fold, spelled
from newslint.checks.patterns.phrases import reject_blank
from newslint.checks.patterns.steps import WORD, Line, Made, Ready, Step, Taken, is_anchor
from newslint.plugin import Check, Document, Edit, Fix, Lexicon, Problem, Safety, Span
from newslint.text.flat import flat, folded
from newslint.text.sentences import sentences
from newslint.text.words import occurrences, phrase_index


class Sequence(Check, frozen=True, kw_only=True):
    """Reports words that follow each other in one sentence, perhaps with others between them."""

    steps: Annotated[tuple[Step, ...], Meta(min_length=1, description="The words, in their order.")]
    across_clauses: Annotated[
        bool, Meta(description="Whether a gap may pass a comma, a dash, a bracket or a quotation mark.")
    ] = False
    not_between: Annotated[tuple[str, ...], Meta(description="Words that no gap may hold.")] = ()
    exceptions: Annotated[
        tuple[str, ...], Meta(description="Words that make a sentence fine if they stand in what was found.")
    ] = ()
    ignore_case: Annotated[bool, Meta(description="Whether capitals make no difference.")] = True
    safety: Annotated[Safety, Meta(description="What a fix risks.")] = Safety.UNSAFE
    of_words: ClassVar = True
    supplies: ClassVar = {"words": None, "replacement": None}

    def __post_init__(self) -> None:
        """Reject steps without words, and a sequence without a word that must be there."""
        for number, step in enumerate(self.steps):
            where = f"steps[{number}]"
            if bool(step.words) is bool(step.pattern):
                raise fault(where, "expected `words` or a `pattern`")
            reject_blank(f"{where}.words", step.words)
            if step.pattern:
                expect_sound(f"{where}.pattern", step.pattern, ignore_case=self.ignore_case)
        if not any(map(is_anchor, self.steps)):
            raise fault("steps", "expected a step with `words` that is neither optional nor absent")
        if self.steps[-1].optional or self.steps[0].optional:
            raise fault("steps", "an optional step at either end changes nothing")

    def lists(self) -> Iterable[str]:
        """Return the names of the lists whose words stand in its steps."""
        return frozenset(lists_in(self))

    def never_found(self) -> Iterable[tuple[str, str]]:
        """Yield the words of steps that no text has as they are written."""
        from newslint.checks.patterns.never import never_found

        return never_found(word for step in self.steps for word in step.words)

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield what stands in the order of the steps, in the sentences with the word that is looked up."""
        ready = document.lexicon.view(self._ready)
        text = document.view(folded if self.ignore_case else flat)
        starts = sorted({start for start, _ in occurrences(document, ready.index)})
        done = -1
        for start in starts:
            number = document.view(sentences).last_before(start)
            if number > done:
                done = number
                yield from self._in(document, text, document.view(sentences)[number], ready)

    def _in(self, document: Document, text: str, sentence: Span, ready: Ready) -> Iterator[Problem]:
        words = tuple(Span(*found.span()) for found in WORD.finditer(text, sentence.start, sentence.end))
        line = Line(text, words)
        first = 0
        while first < len(words):
            found = ready.follow(line, first)
            if found is None:
                first += 1
                continue
            taken, first = found
            span = taken[0][1].joined(taken[-1][1])
            if not any(fold(phrase) in span.cut(document.view(folded)) for phrase in self.exceptions):
                yield self._problem(document, span, taken, ready)

    def _problem(self, document: Document, span: Span, taken: Taken, ready: Ready) -> Problem:
        words = span.cut(document.text)
        edits = []
        for number, place in taken:
            written = self._compared(place.cut(document.text))
            if replacement := ready.steps[number].words.get(written) or self.steps[number].replacement:
                edits.append(Edit(place, match_case(replacement, place.cut(document.text))))
        if not edits:
            return Problem(span, {"words": words, "replacement": ""})
        data = {"words": words, "replacement": " ".join(edit.text for edit in edits)}
        return Problem(span, data, (Fix(tuple(edits), self.safety, data),))

    def _ready(self, lexicon: Lexicon) -> Ready:
        made = tuple(self._made(step, lexicon) for step in self.steps)
        anchors = [step.words for step, given in zip(made, self.steps, strict=True) if is_anchor(given)]
        rarest = max(anchors, key=lambda words: min(map(len, words)))
        return Ready(
            steps=made,
            index=phrase_index({word.lower() for word in rarest}),
            between=frozenset(map(self._compared, self.not_between)),
            across=self.across_clauses,
        )

    def _made(self, step: Step, lexicon: Lexicon) -> Made:
        words = dict.fromkeys((word for each in step.words for word, _ in spelled_out(each, lexicon)), "")
        if step.inflect:
            from newslint.checks.patterns.inflection import paired

            other = (step.replacement,) if step.replacement else ()
            rows = (paired(word, other, step.inflect, lexicon) for word in words)
            words = {form: "".join(found[:1]) for row in rows for form, found in row}
        longest_first = sorted(words.items(), key=lambda row: -len(row[0]))
        pattern = compiled(step.pattern, lexicon, ignore_case=self.ignore_case) if step.pattern else None
        return Made(
            {self._compared(word): other for word, other in longest_first},
            pattern,
            step.gap,
            step.optional,
            step.absent,
        )

    def _compared(self, word: str) -> str:
        return fold(word) if self.ignore_case else spelled(word)
