"""Appositions: what the noun phrase behind a name says of it: "Halden, a village in the north"."""

from __future__ import annotations

from newslint.core.pattern import lazy_pattern
from newslint.text.names.candidates.evidence import Kind
from newslint.text.names.candidates.name_words import NameWords

# ", a city 35km away", ", the state's largest newspaper,", ", Norland's second bank for farmers"
APPOSED = lazy_pattern(
    r", (?:(?:an?|the)(?: [\w-]+'s?)?|[A-Z]\w+'s?) ((?:[A-Z]\w+ )?(?:[a-z][\w-]* ){0,4}?[a-z][\w-]*)"
    r"(?=[,.;:)—–\n]| (?:at|based|for|from|in|near|of|on|outside|run|that|which|who|with|\d|\(|[-—–]))"
)


def apposed_kind(end: int, text: str, known: NameWords) -> tuple[Kind, bool] | None:
    """Return what the head of an apposition says of the name that ends at *end*, if it says anything."""
    phrase = APPOSED.match(text, end)
    if phrase is None:
        return None
    head = phrase[1].rpartition(" ")[2]
    if head in known.roles:
        return None if head in known.shared_roles else (Kind.PERSON, False)
    if head in known.apposed_bodies or head in known.outfits:
        return Kind.ORGANISATION, True
    return (Kind.PLACE, False) if head.capitalize() in known.place_words else None
