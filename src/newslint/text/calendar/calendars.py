"""Calendars: until when the countries that a story speaks of kept the Julian one."""

from __future__ import annotations

import re

from newslint.core.document import Document
from newslint.core.lexicon import Lexicon
from newslint.core.pattern import lazy_pattern
from newslint.text.calendar.almanac import LAST_JULIAN_YEAR
from newslint.text.flat import flat
from newslint.text.trie import bounded, trie_pattern

# Britain and its colonies changed in 1752, as Catholic Europe and most of Protestant Europe had before.
LAST_JULIAN_YEAR_IN_THE_WEST = 1752


def julian_until(document: Document) -> int:
    """Return the last year in which a date of the story may be Julian; it costs a search of the copy."""
    speaks_of_the_east = document.lexicon.view(_eastern).search(document.view(flat))
    return LAST_JULIAN_YEAR if speaks_of_the_east else LAST_JULIAN_YEAR_IN_THE_WEST


def _eastern(lexicon: Lexicon) -> re.Pattern[str]:
    return lazy_pattern(bounded(trie_pattern(lexicon.words("late-gregorian-places"))))
