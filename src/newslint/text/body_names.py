"""Body names: "Ministry of Health", "Bank of Norwood", whose small words join what stands apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.text.evidence import Candidate, Kind
from newslint.text.name_words import NameWords

JOINTS = (" of ", " of the ", " for ", " for the ")


def joined_bodies(names: Sequence[Candidate], text: str, known: NameWords) -> Iterator[Candidate]:
    """Yield *names* in the order of the text, those that "of" or "for" makes one body as one."""
    before: Candidate | None = None
    for name in names:
        joint = text[before.span.end : name.start] if before else ""
        if before and joint in JOINTS and before.words[-1] in known.organisations:
            words = (*before.words, *joint.strip().split(" "), *name.words)
            before = Candidate(before.start, words, Kind.ORGANISATION, sure=True, opens=before.opens)
            continue
        if before:
            yield before
        before = name
    if before:
        yield before
