"""Mangling: what happens to copy between a keyboard and a linter. Every kind takes a story and bends it."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable
from random import Random

SPACES = "\u0020\u00a0\u2003\u3000\u202f\u2009\u200a\u205f\u1680\u2007\t"
LINE_ENDS = ("\r", "\r\n", "\n", "\n\r", "\u2028", "\u2029", "\u0085", "\v", "\f", "\n\n\n", "\x1c", "\x1e")
MARKS = ("“", "”", "‘", "’", '"', "'", "``", "''", "«", "»", "„", "‟", "′", "″", "(", ")", "[", "]", "–", "—")
CONTROLS = (
    *("\x1b[31m", "\x1b]0;title\x07", "\x1b[2J", "\x9b31m", "\x07", "\x08", "\x7f", "\x01", "\x1f", "\x90"),
    *("\u202e", "\u202d", "\u2066", "\u2069", "\u200e", "\u200f", "\u061c", "\ufeff", "\ufff9", "\ue000"),
)
JOINERS = ("\u200b", "\u200c", "\u200d", "\u00ad", "\u2060", "\u0301", "\u0308", "\u0323", "\u20e3", "\ufe0f")
SCRIPTS = (
    *("港口协议", "ميناء القديم", "הנמל הישן", "पुराना बंदरगाह", "ท่าเรือเก่า", "старый порт", "το παλιό λιμάνι"),
    *(
        "５０キロ",
        "٥٠ كيلومتر",
        "५० किमी",
        "𝟓𝟎 𝐦𝐢𝐥𝐞𝐬",
        "𝓢𝓶𝓲𝓽𝓱",
        "👨‍👩‍👧",
        "🇸🇪",
        "e\u0301\u0323",
        "x̂²",
        "½ ¾ ⅓",
        "①",
        "Ⅻ",
    ),
    *("ﬁve ﬂags", "STRASSE", "Straße", "İstanbul", "ıspanak", "ŉ", "ǰ", "ΐ", "ẞ", "Ω", "K", "Å"),
)
FRAGMENTS = (
    *(
        "50 miles (80 km)",
        "1/2",
        "3.21/4",
        ".3.6",
        "0 km (0 miles)",
        "-40 F (-40 C)",
        "$0 (0 euros)",
        "1,2,3,4",
    ),
    *("Feb. 30", "May 0", "24:00", "12 noon", "the 0s", "'90s", "32-1 May", "0000", "99999999999999999999"),
    *(
        "Mr. ",
        " said said",
        " said, ",
        "told ",
        "O'",
        " Jr.",
        " III",
        "(NBH)",
        "(",
        "--",
        "...",
        ". . .",
        ":",
    ),
    *(
        "<!--",
        "-->",
        "<b",
        "{{",
        "}}",
        "{%",
        "```",
        "[^",
        "](",
        "\\",
        "&emsp;",
        "&#x202e;",
        "http://",
        "_",
        "*",
    ),
    *("[newslint: off[units]]\n", "\n---\n", "\n\n# ", "\n> ", "\n- ", "\n    ", "\n|", "\t\t"),
)
Bent = Callable[[Random, str], str]


def mangled(random: Random, story: str) -> tuple[str, tuple[str, ...]]:
    """Bend a story in one to four ways; return it and what was done to it."""
    kinds = tuple(random.choice(tuple(KINDS)) for _ in range(random.choice((1, 1, 2, 2, 3, 4))))
    for kind in kinds:
        story = KINDS[kind](random, story)
    return story, kinds


def _spaces(random: Random, story: str) -> str:
    odd = random.choice(SPACES) * random.choice((1, 2, 2, 3))
    share = random.choice((0.02, 0.2, 1.0))
    return re.sub(" ", lambda _: odd if random.random() < share else " ", story)


def _blank_paragraphs(random: Random, story: str) -> str:
    blank = random.choice((*SPACES, "&emsp;", "&nbsp;", "\u2028", "\u200b", "\ufeff", "\u00ad", ""))
    return story.replace("\n\n", f"\n\n{blank * random.randint(1, 3)}\n\n", random.randint(1, 3))


def _marks(random: Random, story: str) -> str:
    found = [mark for mark in MARKS if mark in story] or [" "]
    old, new = random.choice(found), random.choice(("", "", *MARKS))
    return story.replace(old, new, random.choice((1, 2, -1)))


def _only_marks(random: Random, story: str) -> str:
    some = [
        random.choice((*MARKS, " ", "\n\n", ".", ",", "-", "%", "$", "0"))
        for _ in range(random.randint(1, 60))
    ]
    return "".join(some)


def _capitals(random: Random, story: str) -> str:
    change = random.choice((str.upper, str.lower, str.title, str.swapcase, str.casefold, str.capitalize))
    if random.random() < 0.5:
        return change(story)
    words = re.split(r"( )", story)
    return "".join(change(word) if random.random() < 0.2 else word for word in words)


def _wraps(random: Random, story: str) -> str:
    width = random.choice((8, 30, 60, 72))
    if random.random() < 0.2:
        return story.replace("\n", " ")
    if random.random() < 0.2:
        return story.replace(" ", "\n")
    return "\n\n".join(
        part if part.startswith(("---", "+++", "|", "`")) else textwrap.fill(part, width)
        for part in story.split("\n\n")
    )


def _line_ends(random: Random, story: str) -> str:
    if random.random() < 0.5:
        return story.replace("\n", random.choice(LINE_ENDS))
    return re.sub(r"\n", lambda _: random.choice(LINE_ENDS), story)


def _truncated(random: Random, story: str) -> str:
    start, end = sorted((random.randint(0, len(story)), random.randint(0, len(story))))
    return random.choice((story[:end], story[start:], story[start:end], story[start : start + 1], ""))


def _other_scripts(random: Random, story: str) -> str:
    return _inserted(random, story, SCRIPTS)


def _controls(random: Random, story: str) -> str:
    return _inserted(random, story, CONTROLS)


def _joiners(random: Random, story: str) -> str:
    mark, share = random.choice(JOINERS), random.choice((0.01, 0.1))
    return "".join(
        letter + mark if letter.isalnum() and random.random() < share else letter for letter in story
    )


def _fragments(random: Random, story: str) -> str:
    return _inserted(random, story, FRAGMENTS)


def _inserted(random: Random, story: str, some: tuple[str, ...]) -> str:
    for _ in range(random.randint(1, 8)):
        place, cut = random.randint(0, len(story)), random.choice((0, 0, 1, 5))
        story = story[:place] + random.choice(some) + story[place + cut :]
    return story


def _nested(random: Random, story: str) -> str:
    opening, closing = random.choice(
        (("“", "”"), ("“‘", "’”"), ("(", ")"), ("[", "]"), ('"', '"'), ("**", "**"), ("«", "»"))
    )
    lines, depth = story.split("\n"), random.choice((1, 2, 3, 12, 100))
    index = random.randrange(len(lines))
    if random.random() < 0.3:
        lines[index] = random.choice(("> ", "- ", "  ")) * depth + lines[index]
    else:
        lines[index] = opening * depth + lines[index] + closing * random.choice((depth, depth, 1, 0))
    return "\n".join(lines)


def _repeated(random: Random, story: str) -> str:
    parts = random.choice((story.split("\n\n"), story.split(". "), story.split(" "), list(story)))
    part = random.choice(parts or [""])
    times = random.randint(100, 300) if len(part) < 20 and random.random() < 0.1 else random.randint(2, 25)
    joint = random.choice(("", " ", "\n", "\n\n", ", "))
    return story.replace(part, joint.join([part] * times), 1) if part else story


def _shuffled(random: Random, story: str) -> str:
    joint = random.choice(("\n\n", ". ", " "))
    parts = story.split(joint)
    random.shuffle(parts)
    return joint.join(parts)


def _figures(random: Random, story: str) -> str:
    change = random.choice(
        ("0", "1", "9", ",", ".", "1,000", "-", "/", "½", "٣", "³", "\u2212", "99999999999", "e5")
    )
    share = random.choice((0.1, 0.5))
    return re.sub(r"\d", lambda digit: change if random.random() < share else digit[0], story)


def _letters(random: Random, story: str) -> str:
    letters = list(story)
    for _ in range(random.randint(1, 20)):
        if len(letters) > 1:
            place = random.randrange(len(letters) - 1)
            letters[place : place + 2] = reversed(letters[place : place + 2])
    return "".join(letters)


KINDS: dict[str, Bent] = {
    "spaces": _spaces,
    "blank paragraphs": _blank_paragraphs,
    "marks": _marks,
    "only marks": _only_marks,
    "capitals": _capitals,
    "wraps": _wraps,
    "line ends": _line_ends,
    "truncation": _truncated,
    "other scripts": _other_scripts,
    "controls": _controls,
    "joiners": _joiners,
    "fragments": _fragments,
    "nesting": _nested,
    "repetition": _repeated,
    "shuffling": _shuffled,
    "figures": _figures,
    "letters": _letters,
}
