"""Title case: whether the longer words of a line have capitals, so that a capital says nothing."""

from __future__ import annotations

from collections.abc import Iterable

# Small words have none in any style; fewer longer ones may be just a name.
SHORT, FEWEST = 3, 3
# Of so many longer words one may be small: "Woman With No Ticket aboard Flight to Oslo".
MOST_LARGE = 5


def is_title_case(words: Iterable[str]) -> bool:
    """Tell whether all the longer words have capitals, or nearly."""
    longer = [word for word in words if len(word) > SHORT and word[0].isalpha()]
    return len(longer) >= FEWEST and sum(word[0].islower() for word in longer) * MOST_LARGE <= len(longer)
