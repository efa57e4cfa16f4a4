"""Searches for dates that are written another way than most dates of the story."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar, TypeVar

from msgspec.structs import replace

from newslint.checks.dates.named_days import is_named_day
from newslint.checks.dates.running import running_dates, stands_in_caption
from newslint.plugin import Check, Document, Edit, Fix, Problem, Related, Safety, Span, Worded, lazy_pattern
from newslint.text.calendar.almanac import exists
from newslint.text.calendar.date_forms import HouseForm, form_of, in_copy, order_of
from newslint.text.calendar.dates import Date, DateForm, dates
from newslint.text.flat import flat
from newslint.text.sentences import sentence_at

T = TypeVar("T")
# A majority needs three; the third of three dates may be a slip, one of two may be anything.
FEWEST = 3
# "Oct. 4, 2024. (AP Photo/A. Berg)", "May 5, 2020. REUTERS/A. Berg", "3 June 2019. A. Berg/Getty Images"
CREDIT = Worded(
    r"""[^.!?]{0,90}[.,]?\ (?:\(?{picture-credits}\b
    |REUTERS/|[^.!?]{3,40}/{picture-agencies}\b)""",
    re.VERBOSE,
)
# "Photo: The bridge on 4 October 2020, A. Berg"
CREDIT_BEFORE = Worded(r"(?i:(?:file )?(?:{picture-words}|credit))\w*[^.:\n]{0,30}:")
# "JAYA: March 21st, sir.", "((Jaya)) March 21st, sir."
LABELLED = lazy_pattern(r"(?:\(\(\w+\)\)|[A-Z][\w.'-]+(?: [A-Z][\w.'-]+){0,2}:) ")
# "3 September 3"
LEFT_OVER = lazy_pattern(r"(?<!\w)(\d{1,2}) $")


class MixedFormats(Check, frozen=True):
    """Compares the dates of a story with each other."""

    starts: ClassVar = (dates,)
    supplies: ClassVar = dict.fromkeys(("minority", "majority"))

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield one problem that names every date in a minority form."""
        found = [
            date
            for date in document.view(running_dates)
            if not (_is_caption(document, date) or _is_speech(document, date))
        ]
        if len(found) < FEWEST:
            return
        forms = [form_of(document.view(flat), date) for date in found]
        usual = _usual(forms)
        odd = [date for date, form in zip(found, forms, strict=True) if _differs(form, usual)]
        model = next((date for date in found if date not in odd), None)
        odd = [date for date in odd if _is_free(document, date, usual)]
        if odd and model:
            yield _problem(document, odd, usual=usual, model=model)


def _usual(forms: Sequence[HouseForm]) -> HouseForm:
    """Return the form that most dates agree on; None where there is no majority."""
    return HouseForm(
        order=_most(form.order for form in forms),
        months=_most(form.months for form in forms),
        ordinals=_most(form.ordinals for form in forms),
    )


def _most(seen: Iterable[T | None]) -> T | None:
    counts = Counter(value for value in seen if value is not None).most_common(2)
    if not counts or (len(counts) == 2 and counts[0][1] == counts[1][1]):
        return None
    return counts[0][0]


def _differs(form: HouseForm, usual: HouseForm) -> bool:
    pairs = ((form.order, usual.order), (form.months, usual.months), (form.ordinals, usual.ordinals))
    return any(own and other and own is not other for own, other in pairs)


def _is_caption(document: Document, date: Date) -> bool:
    """Tell whether the date stands in the words under a picture, which come from elsewhere."""
    if stands_in_caption(document, date):
        return True
    text = document.view(flat)
    if CREDIT_BEFORE.of(document).match(text, sentence_at(document, date.span.start).start):
        return True
    return date.year is not None and bool(CREDIT.of(document).match(text, date.span.end))


def _is_speech(document: Document, date: Date) -> bool:
    """Tell whether the date stands in what somebody says in an interview: "JAYA: March 21st, sir"."""
    block = document.block_at(date.span.start)
    return block is not None and LABELLED.match(document.view(flat), block.span.start) is not None


def _is_free(document: Document, date: Date, usual: HouseForm) -> bool:
    """Tell whether the date is one, and its form the desk's own choice."""
    if _is_formula(date) or not exists(date.year, date.month, date.day):
        return False
    return not _keeps_its_order(document, date, usual)


def _is_formula(date: Date) -> bool:
    """Tell whether the date is complete, as captions and invitations want it whatever the story does."""
    return date.weekday is not None and date.year is not None


def _keeps_its_order(document: Document, date: Date, usual: HouseForm) -> bool:
    """Tell whether the date names an event as the country of the event does."""
    return order_of(date) is not usual.order and is_named_day(document, date)


def _problem(document: Document, odd: Sequence[Date], *, usual: HouseForm, model: Date) -> Problem:
    text = document.view(flat)
    places = [_place(text, date) for date in odd]
    edits = tuple(_edit(text, date, place, usual) for date, place in zip(odd, places, strict=True))
    return Problem(
        span=places[0],
        data={"minority": places[0].cut(text), "majority": model.core.cut(text)},
        fixes=(Fix(edits, Safety.SAFE),),
        related=tuple(Related(place, {"minority": place.cut(text)}) for place in places[1:]),
    )


def _edit(text: str, date: Date, place: Span, usual: HouseForm) -> Edit:
    """Rewrite a date with its weekday, and with what stands at its place beside it."""
    edit = in_copy(text, date, _changed(form_of(text, date), usual))
    return Edit(place.joined(edit.span), edit.text)


def _place(text: str, date: Date) -> Span:
    """Return where a date stands, with a figure that is left over of its other form: "3 September 3"."""
    left = LEFT_OVER.search(text, max(0, date.core.start - 4), date.core.start)
    left_over = left is not None and date.form is DateForm.MONTH_FIRST and int(left[1]) == date.day
    return Span(left.start(), date.core.end) if left and left_over else date.core


def _changed(form: HouseForm, usual: HouseForm) -> HouseForm:
    """Return the usual form without the months where the date has no other: "6 Mar" beside "4 Mar" stays."""
    return replace(usual, months=None) if form.months in (None, usual.months) else usual
