"""Cases: what is drawn for one number of a seed: a story, what bent it, and what newslint does with it."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import NamedTuple

from mutated.drafts import draft
from mutated.mangling import mangled

STYLES = ("newslint", "ap", "reuters", "bbc", "guardian", "economist")
FORMATS = {"text": "story.txt", "markdown": "story.md"}
COMMANDS = ("check", "terminal", "names", "quotes", "fix", "unsafe fix", "diff", "across")
# Of so many files each holds several stories: what two of them name alike meets nowhere else.
JOINED, MOST_JOINED = 0.2, 8
# Of ten files one has a byte order mark, one is UTF-16, and one has bytes that are no letters.
DAMAGED = "damaged"
ENCODINGS = (*["utf-8"] * 7, "utf-8-sig", "utf-16", DAMAGED)


class Case(NamedTuple):
    """One input, and what is done with it."""

    number: int
    format: str
    style: str
    command: str
    mutations: tuple[str, ...]
    encoding: str
    story: str

    @property
    def path(self) -> str:
        """Name the file that the story stands in."""
        return FORMATS[self.format]

    def bytes(self) -> bytes:
        """Return the file as it would be read."""
        if self.encoding == DAMAGED:
            return _damaged(self.story.encode(), Random(self.number))
        return self.story.encode(self.encoding)


def case(seed: int, number: int, copy: Sequence[str] = ()) -> Case:
    """Draw the case of a seed with a *number*, which depends on nothing but the *copy* it bends, if any."""
    random = Random(f"{seed}:{number}")
    form = random.choice(tuple(FORMATS))
    style, command = random.choice(STYLES), random.choice(COMMANDS)
    joined = random.randint(2, MOST_JOINED) if random.random() < JOINED else 1
    stories = random.choices(copy, k=joined) if copy else [draft(random, form) for _ in range(joined)]
    story, mutations = mangled(random, "\n\n".join(stories))
    # A NUL is refused by the reader; that is no story to look at.
    return Case(number, form, style, command, mutations, random.choice(ENCODINGS), story.replace("\0", ""))


def _damaged(content: bytes, random: Random) -> bytes:
    """Put other bytes in the place of some, which is UTF-8 no longer, or put in a NUL."""
    for _ in range(random.randint(1, 3)):
        place = random.randint(0, len(content))
        odd = random.choice((b"\xff", b"\xf3", b"\xe2\x80", b"\0"))
        content = content[:place] + odd + content[place + 1 :]
    return content
