"""Large sets of words of which a story asks for few."""

from __future__ import annotations

from collections.abc import Iterable
from zlib import crc32

MOST = 512
BETWEEN = "\n"
LONE = "surrogatepass"


class Buckets:
    """Words by their checksum, some hundred letters to a string, which is read far faster than a set of them.

    No word holds a line end.
    """

    def __init__(self, buckets: tuple[str, ...]) -> None:
        self.buckets = buckets

    def __contains__(self, word: str) -> bool:
        bucket = self.buckets[crc32(word.encode(errors=LONE)) % MOST]
        return f"{BETWEEN}{word}{BETWEEN}" in bucket


def bucketed(words: Iterable[str]) -> tuple[str, ...]:
    """Return the buckets of some words, each with a line end before, between and after its words."""
    buckets: list[set[str]] = [set() for _ in range(MOST)]
    for word in words:
        buckets[crc32(word.encode(errors=LONE)) % MOST].add(word)
    return tuple(BETWEEN.join(("", *sorted(bucket), "")) for bucket in buckets)
