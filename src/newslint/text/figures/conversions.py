"""Conversions: pairs of measures of which the second says the first in another unit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum

import msgspec

from newslint.core.document import Document
from newslint.core.lexicon import Lasting, Lexicon
from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.core.wording import Worded
from newslint.text.figures.measures import Join, Measure, measure_at, measures
from newslint.text.figures.numbers import Number
from newslint.text.figures.units import Unit, unit_table
from newslint.text.flat import folded
from newslint.text.trie import trie_pattern

LONGEST_GAP = 60
# The lists of hedges before a figure that need not be exact.
ROUGH = ("rough-hedges", "hedges-over", "hedges-under")
SHAPE = (
    r"{shape-adjectives}|square|away|apart|off|across|per \w+|in {sizes}|"
    r"an? (?:second|minute|hour|day|year|month|week)"
)
MARK = r"['\"”″]{0,2}\.?"
REST = lazy_pattern(r",? (?:and )?")
ONE_WHOLE = lazy_pattern(r"(?<!\w)an? ([a-z]+),? and $")
IN_A_ROW = Worded(rf"(?:[ -](?:{SHAPE}))?(?:,|;| and|, and) (?:[a-z]+ ){{0,3}}")
PER = lazy_pattern(r" (?:per|an?) (\w+)")
AFTERTHOUGHT = r"(?:,? {afterthoughts})?"
CLOSED = Worded(rf"{MARK}(?:[ -](?:{SHAPE}))*{AFTERTHOUGHT} ?(?:[)\];,/]|(?:or|and) | ?[-–—])")
ENDED = Worded(rf"{MARK}(?:[ -](?:{SHAPE}))*{AFTERTHOUGHT}(?: ?[)\];:,.–—]| -|\n|$)")
ARTICLE = Worded(r"(?<!\w)an?(?= [a-z. /-]{2,25}(?: {shape-adjectives})? ?[(\[][a-z ]{0,25}$)")


class Form(StrEnum):
    """How copy sets a conversion beside its original."""

    BRACKET = "bracket"
    LOOSE = "loose"
    CHAINED = "chained"
    EQUAL = "equal"
    SLASH = "slash"
    COMMA_OR = "comma-or"
    OR = "or"
    COMMA = "comma"
    DASH = "dash"


class Conversion(msgspec.Struct, frozen=True):
    """A measure and another beside it, where copy puts conversions. *hedge* is what leads the second in.

    It is *ended* where a mark or the end of the copy follows.
    The figures are not compared yet: a pair in a weak form may say two things.
    """

    original: Measure
    converted: Measure
    form: Form
    approximate: bool
    hedge: str = ""
    ended: bool = False

    @property
    def span(self) -> Span:
        """Return the pair's place, without a closing bracket."""
        return self.original.span.joined(self.converted.span)

    @property
    def figures(self) -> tuple[tuple[Number, Number], ...]:
        """Return the numbers that belong to each other, end by end; none where their counts differ."""
        left, right = self.original.amounts, self.converted.amounts
        if Join.COMPOUND in (self.original.join, self.converted.join):
            return ()
        if len(left) == len(right):
            return tuple(zip(left, right, strict=True))
        if self.original.join is Join.LIST and len(right) == 1:
            return ((left[-1], right[0]),)
        return ()


def conversions(document: Document) -> tuple[Conversion, ...]:
    """Return the pairs of the text in order."""
    return tuple(_pairs(document))


class Patterns(msgspec.Struct, frozen=True):
    """What stands between the halves of a pair, by form and in the order to try; and what makes one rough."""

    forms: tuple[tuple[Form, re.Pattern[str]], ...]
    chained: re.Pattern[str]
    rough: re.Pattern[str]


def _patterns(lexicon: Lexicon) -> Patterns:
    """Return the patterns with the hedges of the lexicon."""
    forms, chained, rough = lexicon.view(_sources)
    return Patterns(
        tuple((Form(form), lazy_pattern(source)) for form, source in forms.items()),
        lazy_pattern(chained),
        lazy_pattern(rough),
    )


@Lasting
def _sources(lexicon: Lexicon) -> tuple[dict[str, str], str, str]:
    rough = [word for name in ROUGH for word in lexicon.words(name)]
    hedges = trie_pattern([*rough, *lexicon.words("conversion-openers")])
    shape = Worded(SHAPE).spelled(lexicon)
    end = rf"{MARK}(?:[ -](?:{shape}))?"
    lead = rf"(?P<lead>(?:(?:{hedges}) ?)*)"
    bracketed = rf"{MARK}(?:[ -](?:{shape})|(?P<of> of [a-z]+(?: [a-z]+)?))?,? ?[(\[] ?{lead}"
    equal = (
        rf"{end},? (?:(?:is |are |which is |= ?)?(?:(?:the )?equivalent (?:to|of)|equal to|equals|=|that is,|"
        rf"i\.e\.,?)|(?P<relative>which is)) {lead}"
    )
    forms = {
        Form.BRACKET: bracketed,
        Form.EQUAL: equal,
        Form.COMMA_OR: rf"{end}, or {lead}",
        Form.OR: rf"{end} or {lead}",
        Form.SLASH: rf"{MARK} ?/ ?{lead}",
        Form.LOOSE: rf"{MARK}(?:[ -][a-z'-]+){{1,4}} ?[(\[] ?{lead}",
        Form.COMMA: rf"{end}, {lead}",
        Form.DASH: rf"{end}(?: [-–—] ?|[–—]){lead}",
    }
    return (
        {form.value: source for form, source in forms.items()},
        rf"{MARK}(?: ?[,;/] ?(?:or |and )?| or | and ){lead}",
        rf"(?<!\w)(?:{trie_pattern(rough)})(?: [a-z']+){{0,2}}[ -]?$",
    )


def _pairs(document: Document) -> Iterator[Conversion]:
    previous = root = None
    found_measures, resume = document.view(measures), 0
    for index, measure in enumerate(found_measures):
        if index < resume:
            continue
        if previous and _has_two_sizes(measure):
            previous = _sizes(document, found_measures[max(0, index - 2) : index]) or previous
        found = _pair(document, previous, measure, root) if previous else None
        if (
            found
            and found.form is Form.BRACKET
            and _is_row(document, found_measures[max(0, index - 2) : index + 2])
        ):
            yield msgspec.structs.replace(found, original=found_measures[index - 2])
            found = msgspec.structs.replace(found, converted=found_measures[index + 1])
            measure, resume = found.converted, index + 2
        if not found:
            article = _article(document, document.view(folded), measure)
            found = _pair(document, article, measure, None) if article else None
        if found and not _is_rest(document, found_measures[max(0, index - 2) : index]):
            yield found
        root = found.original if found and found.form in (Form.BRACKET, Form.LOOSE, Form.CHAINED) else None
        previous = measure


def _is_row(document: Document, found: Sequence[Measure]) -> bool:
    """Tell whether four measures are two and two: "40 feet long, 8 feet wide (12 m long, 2.4 m wide)"."""
    if len(found) < 4 or found[0].readings != found[1].readings or found[2].readings != found[3].readings:
        return False
    return all(_stand_in_row(document, *two) for two in (found[:2], found[2:]))


def _stand_in_row(document: Document, one: Measure, two: Measure) -> bool:
    return IN_A_ROW.of(document).fullmatch(document.view(folded), one.span.end, two.span.start) is not None


def _has_two_sizes(measure: Measure) -> bool:
    return len(measure.amounts) == (4 if measure.part else 2) and measure.join in (Join.SIZES, Join.COMPOUND)


def _sizes(document: Document, found: Sequence[Measure]) -> Measure | None:
    """Return "5 miles long and 3 miles wide" as the sizes that "(8 km by 5 km)" gives again."""
    if len(found) < 2 or found[0].readings != found[1].readings or found[0].part != found[1].part:
        return None
    one, two = found
    if len(one.amounts) != len(two.amounts) or len(one.amounts) > 2 or not _stand_in_row(document, one, two):
        return None
    if not one.part and len(one.amounts) == 2:
        return None
    join = Join.COMPOUND if one.part else Join.SIZES
    amounts = (*one.amounts, *two.amounts)
    return msgspec.structs.replace(two, span=one.span.joined(two.span), amounts=amounts, join=join)


def _is_rest(document: Document, before: Sequence[Measure]) -> bool:
    """Tell whether the last measure only ends the one before it: the furlongs of "1 mile 4 furlongs"."""
    if not before:
        return False
    table, rest = document.lexicon.view(unit_table), before[-1]
    return any(
        table.dimension(unit) == table.dimension(part)
        and rest.amounts[-1].value * table.size(part) < table.size(unit)
        for unit in _wholes(document, before)
        for part in rest.readings
    )


def _wholes(document: Document, before: Sequence[Measure]) -> tuple[Unit, ...]:
    """Return the units right before the last measure, of another measure or of "a mile and"."""
    lower, start = document.view(folded), before[-1].span.start
    if len(before) > 1 and REST.fullmatch(lower, before[0].span.end, start):
        return before[0].readings
    one = ONE_WHOLE.search(lower[max(0, start - 20) : start])
    return document.lexicon.view(unit_table).readings(one[1]) if one else ()


def _pair(document: Document, previous: Measure, measure: Measure, root: Measure | None) -> Conversion | None:
    lower, end, start = document.view(folded), previous.span.end, measure.span.start
    if start - end > LONGEST_GAP or start < end or _rates_differ(lower, previous, measure):
        return None
    patterns = document.lexicon.view(_patterns)
    if root and (chained := patterns.chained.fullmatch(lower, end, start)):
        source = previous if _systems(root) == _systems(measure) else root
        form = Form.CHAINED if CLOSED.of(document).match(lower, measure.span.end) else Form.LOOSE
        return _made(document, source, measure, form, chained)
    for form, pattern in patterns.forms:
        match = pattern.fullmatch(lower, end, start)
        if match:
            return _made(document, previous, measure, _certain(document, form, match, measure), match)
    return None


def _certain(document: Document, form: Form, match: re.Match[str], measure: Measure) -> Form:
    """Return a weaker form where what follows may make two things of the pair."""
    lower, end = document.view(folded), measure.span.end
    if form is Form.BRACKET:
        repeated = match["of"] is not None and lower.startswith(match["of"], end)
        return form if repeated or CLOSED.of(document).match(lower, end) else Form.LOOSE
    if form is Form.EQUAL and match["relative"] and not ENDED.of(document).match(lower, end):
        return Form.COMMA
    return form


def _made(
    document: Document, original: Measure, converted: Measure, form: Form, match: re.Match[str]
) -> Conversion:
    lower, rough = document.view(folded), document.lexicon.view(_patterns).rough
    before = lower[max(0, original.span.start - 40) : original.span.start]
    hedge = match["lead"].strip()
    approximate = rough.search(before) is not None or rough.search(hedge) is not None
    ended = ENDED.of(document).match(lower, converted.span.end) is not None
    return Conversion(original, converted, form, approximate, hedge, ended)


def _rates_differ(lower: str, left: Measure, right: Measure) -> bool:
    """Tell "100 pounds per acre" beside "112 kg per hectare", of which only the first halves are measures."""
    rates = PER.match(lower, left.span.end), PER.match(lower, right.span.end)
    return rates[0] is not None and rates[1] is not None and rates[0][1] != rates[1][1]


def _systems(measure: Measure) -> frozenset[str]:
    return frozenset(unit.system for unit in measure.readings)


def _article(document: Document, lower: str, measure: Measure) -> Measure | None:
    """Return the measure of "a kilometer (0.6 miles)", whose number is an article."""
    start = measure.span.start
    before = lower[max(0, start - LONGEST_GAP) : start]
    if "(" not in before and "[" not in before:
        return None
    for match in reversed(list(ARTICLE.of(document).finditer(before))):
        place = start - len(before) + match.start()
        found = measure_at(document, Number(Span(place, place + len(match[0])), match[0]))
        if found:
            return found
    return None
