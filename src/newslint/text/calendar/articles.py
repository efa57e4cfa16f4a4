"""Articles: "a" or "an" before figures and months that an edit puts in their place."""

from __future__ import annotations

from newslint.core.pattern import lazy_pattern
from newslint.core.problem import Edit
from newslint.core.span import Span

# That of "Group A 8 October" is no article.
ARTICLE = lazy_pattern(r"(?:^|\n|[.!?:“\"] ?|\b(?=a|An))([Aa])n? $")
# "an 8 May", "an 11:30", "an 18th-century", "an ’80s hit", "an April 4", "an Oct. 3".
VOWEL = lazy_pattern(r"[’']?(?:8|1[18](?!\d)|A|O)")
# "a 08:00 start" or "an 08:00 start", as the house says it.
NOUGHT = "0"


def with_article(text: str, edit: Edit) -> Edit:
    """Widen the edit to the article before it, where that has to change with it."""
    before = ARTICLE.search(text, max(0, edit.span.start - 5), edit.span.start)
    if not before or edit.text.startswith(NOUGHT):
        return edit
    article = before[1] + ("n " if VOWEL.match(edit.text) else " ")
    start = before.start(1)
    if article == text[start : edit.span.start]:
        return edit
    return Edit(Span(start, edit.span.end), article + edit.text)
