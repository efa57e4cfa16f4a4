"""Articles: what an edit puts behind "a" and "an"."""

from __future__ import annotations

import pytest

from newslint.plugin import Edit, Span
from newslint.text.calendar.articles import with_article


@pytest.mark.parametrize(
    ("copy", "printed", "change", "result"),
    [
        ("He wrote a Nov. 8 letter.", "Nov. 8", "8 November", "He wrote an 8 November letter."),
        ("An Aug. 10 letter came.", "Aug. 10", "10 August", "A 10 August letter came."),
        ("He wrote a 5 October letter.", "5 October", "Oct. 5", "He wrote an Oct. 5 letter."),
        ("He wrote an April 1 letter.", "April 1", "11 April", "He wrote an 11 April letter."),
        ("It was a 6 p.m. curfew.", "6 p.m.", "18:00", "It was an 18:00 curfew."),
        ("It was an 8 a.m. start.", "8 a.m.", "08:00", "It was an 08:00 start."),
        ("It was an 8 p.m. start.", "8 p.m.", "20:00", "It was a 20:00 start."),
        ("Group A 8 October: Kenya.", "8 October", "Oct. 8", "Group A Oct. 8: Kenya."),
        ("It rained. A 5 October vote.", "5 October", "Oct. 5", "It rained. An Oct. 5 vote."),
        ("Banana 8 May began.", "8 May", "May 8", "Banana May 8 began."),
    ],
)
def test_the_article_goes_with_what_follows(copy: str, printed: str, change: str, result: str) -> None:
    start = copy.index(printed)

    edit = with_article(copy, Edit(Span(start, start + len(printed)), change))

    assert copy[: edit.span.start] + edit.text + copy[edit.span.end :] == result
