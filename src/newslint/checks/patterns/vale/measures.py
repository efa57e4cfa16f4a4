"""Vale's kinds that measure a story: metric and readability."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta

from newslint.checks.patterns.counting import LIGHT, Counts, counted, syllables
from newslint.checks.patterns.formulas import evaluated
from newslint.checks.patterns.vale.base import Alert, ValeCheck
from newslint.checks.patterns.vale.blocks import ValeBlock, vale_blocks
from newslint.checks.patterns.vale.sentences import sentences_in
from newslint.plugin import Document, RuleError, Span, lazy_pattern

WORD = lazy_pattern(r"(?:[A-Z]\.){2,}|(?:[^\W_]|')+")
EMPTY_LINE = lazy_pattern(r"\n\n")
SCORES = {
    "Gunning Fog": "gunning-fog", "Coleman-Liau": "coleman-liau", "Flesch-Kincaid": "flesch-kincaid",
    "SMOG": "smog", "Automated Readability": "ari",
}  # fmt: skip


class ValeMetric(ValeCheck, frozen=True, kw_only=True):
    """Reports a story for which a condition over a formula holds."""

    formula: Annotated[str, Meta(description="What is worked out.")]
    condition: Annotated[str, Meta(description="What is then reported, as `> 12`.")]
    scope: Annotated[tuple[str, ...], Meta(description="Vale's scopes.")] = ("summary",)

    def alerts(self, document: Document, text: str, block: ValeBlock) -> Iterator[Alert]:
        """Yield the start of the story."""
        values = document.view(_values)
        if not values["words"]:
            return
        formula = self.formula.replace("heading.h", "heading_h")
        try:
            result = evaluated(formula, values)
            holds = evaluated(f"{float(result):f} {self.condition}", {**values, "result": float(result)})
        except ValueError as cause:
            raise RuleError(str(cause)) from None
        if holds:
            yield Alert(Span(0, 0), (f"{float(result):.2f}",), raw=True)


class ValeReadability(ValeCheck, frozen=True, kw_only=True):
    """Reports a story of which the mean of some scores is over a grade."""

    metrics: Annotated[tuple[str, ...], Meta(min_length=1, description="The scores.")]
    grade: Annotated[float, Meta(description="The grade.")]
    scope: Annotated[tuple[str, ...], Meta(description="Vale's scopes.")] = ("summary",)

    def alerts(self, document: Document, text: str, block: ValeBlock) -> Iterator[Alert]:
        """Yield the start of the story."""
        values = document.view(_counted).values()
        if not values["words"]:
            return
        mean = sum(values[SCORES[name]] for name in self.metrics if name in SCORES) / len(self.metrics)
        if mean > self.grade:
            yield Alert(Span(0, 0), (f"{mean:.2f}",), raw=True)


def _values(document: Document) -> dict[str, float]:
    """Return what Vale counts, under its names."""
    values = document.view(_counted).values()
    parts = [block.scope for block in document.view(vale_blocks) if not block.is_sentence]
    headings = {
        f"heading_h{level}": float(sum(f"h{level}" in part for part in parts)) for level in range(1, 7)
    }
    return {
        "pre": 0.0,
        "list": float(sum("list" in part for part in parts)),
        "blockquote": float(sum("blockquote" in part for part in parts)),
        "paragraphs": float(sum("paragraph" in part for part in parts)),
        **headings,
        **{name.replace("-", "_"): value for name, value in values.items()},
        "polysyllabic_words": values["polysyllables"],
        "flesch_reading_ease": values["flesch"],
        "automated_readability": values["ari"],
    }


def _counted(document: Document) -> Counts:
    """Count the copy that is running text, headings and tables left out."""
    blocks = [
        block
        for block in document.view(vale_blocks)
        if "text" in block.scope
        and not block.is_sentence
        and "paragraph" not in block.scope
        and not block.scope & {"heading", "table", "attr", "figure"}
    ]
    text = "\n\n".join(block.span.cut(document.text) for block in blocks)
    # Vale counts them paragraph by paragraph.
    parts = (part for block in blocks for part in _paragraphs(document, block))
    found = sum(1 for part in parts for _ in sentences_in(document, part))
    return _counts(text, found)


def _counts(text: str, sentences: int) -> Counts:
    """Count as Vale does: what a curly apostrophe parts are two words, "es", "ed" and "ing" no syllable."""
    words = [found[0] for found in WORD.finditer(text)]
    sounds = [syllables(word.strip("'")) for word in words]
    heavy = (count - word.endswith(LIGHT) > 2 for word, count in zip(words, sounds, strict=True))
    long_words = (len(word.encode()) > 6 for word in words)
    return counted(words, sounds, sentences, complex_words=sum(heavy), long_words=sum(long_words))


def _paragraphs(document: Document, block: ValeBlock) -> Iterator[Span]:
    start = block.span.start
    for end in (*(found.start() for found in EMPTY_LINE.finditer(block.span.cut(document.text))), None):
        stop = block.span.end if end is None else block.span.start + end
        yield Span(start, stop)
        start = stop
