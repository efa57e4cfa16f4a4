"""Sentence openings: where a capital says nothing."""

from __future__ import annotations

OPENERS = "\"“'‘([*•–—-_`"
STOPS = ".!?:;…\n"


def opens_sentence(text: str, start: int) -> bool:
    """Tell whether what stands at *start* is capitalised because a sentence or a quotation opens there."""
    before = text[start - 2 : start]
    # Most words stand after another.
    if before[1:] == " " and (before[0].isalnum() or before[0] == ","):
        return False
    position = start - 1
    while position >= 0 and text[position] in OPENERS:
        position -= 1
    if position < start - 1:
        return True
    if position >= 0 and text[position] == " ":
        position -= 1
        while position >= 0 and text[position] in " \"”'’)]*":
            position -= 1
        # A dash after a dateline, "Fla. -- Weeds", or a bullet.
        if position > 0 and text[position] in "•*–—_-":
            return text[position - 1] in " \n-"
    return position < 0 or text[position] in STOPS
