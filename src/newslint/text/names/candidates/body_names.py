"""Body names: "Ministry of Health", "Bank of Norwood", whose small words join what stands apart."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from newslint.core.span import Span
from newslint.text.names.candidates.acronyms import REACH
from newslint.text.names.candidates.evidence import Candidate, Kind
from newslint.text.names.candidates.name_words import NameWords

JOINTS = (" of ", " of the ", " for ", " for the ")

# What may be small in a name: "Citizens for Responsibility and Ethics in Halden".
SMALL = frozenset({"of", "the", "for", "and", "&", "in", "on", "to", "against", "de", "des", "du", "del"})


def joined_bodies(
    names: Sequence[Candidate], text: str, known: NameWords, defined: Sequence[Span] = ()
) -> Iterator[Candidate]:
    """Yield *names* in the order of the text, those that "of" or "for" makes one body as one.

    So is all that an acronym is *defined* to stand for.
    """
    before: Candidate | None = None
    for name in names:
        between = text[before.span.end : name.start] if before else ""
        if before and (_joins(before, name, between, known) or _is_defined(before, name, between, defined)):
            span = before.span.joined(name.span)
            words = tuple(span.cut(text).split(" "))
            before = Candidate(before.start, words, Kind.ORGANISATION, sure=True, opens=before.opens)
            continue
        if before:
            yield before
        before = name
    if before:
        yield before


def _joins(before: Candidate, name: Candidate, joint: str, known: NameWords) -> bool:
    if joint in JOINTS:
        return before.words[-1] in known.organisations
    if joint == " & ":
        return before.kind is not Kind.PLACE and name.kind is not Kind.PLACE
    # "The Department of Trade and Industry", but not "the Bank of Norwood and Lind".
    return joint == " and " and len(before.words) > 2 and _are_fields(before, name, known)


def _are_fields(before: Candidate, name: Candidate, known: NameWords) -> bool:
    """Tell whether what follows "of" and "and" are fields of an office: plain words."""
    last = next((at for at, word in enumerate(before.words) if word in ("of", "for")), len(before.words))
    return last < len(before.words) and all(map(known.everyday, (*before.words[last + 1 :], *name.words)))


def _is_defined(before: Candidate, name: Candidate, between: str, defined: Sequence[Span]) -> bool:
    if not defined:
        return False
    # A name of words that stand further apart than by one space has no place of its own for each.
    small = "  " not in between and all(word in SMALL for word in between.replace(",", " ").split())
    if not small:
        return False
    # The phrases stand in the order of the text, and none begins after what it holds.
    near = defined[bisect_left(defined, Span(name.start - REACH, 0)) : bisect_right(defined, name.span)]
    return any(phrase.overlaps(before.span) and phrase.contains(name.span) for phrase in near)
