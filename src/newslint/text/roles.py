"""Roles: which part an unmarked block plays, told by its length, its ends and its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import msgspec

from newslint.core.document import Block, BlockKind
from newslint.core.lexicon import Lexicon
from newslint.core.pattern import lazy_pattern
from newslint.core.wording import Worded
from newslint.text.layout import Stretch

LONGEST_HEADLINE, LONGEST_STANDFIRST, LONGEST_SUBHEAD, LONGEST_BYLINE, LONGEST_CREDIT = 160, 260, 80, 120, 90
LONGEST_CAPTION = 700
LONGEST_STAMP = 90
# An enumeration takes long to tell its members.
HEADLINE, PARAGRAPH = BlockKind.HEADLINE, BlockKind.PARAGRAPH
# Below these, a date on a line of its own belongs to a chronicle.
TOP = 4

# "past $1 billion in the U.S." ends in an abbreviation, not in a full stop.
FULL_STOP = lazy_pattern(r"(?<!\.[A-Z])\.['\"”’)\]]*$")
CLOSED = lazy_pattern(r"[.!…:;,–—-]['\"”’)\]]*$")
BYLINE = Worded("(?:{byline-words} )?by (?=[A-Z])", re.IGNORECASE)
SIGN_OFF = Worded(r"[(\[](?:additional )?{sign-off-words} (?:and \w+ )?by .*[)\]]$", re.IGNORECASE)
# "File photo: ", "Image: "
LABELLED = Worded(r"(?P<credit>{credit-labels}s?(?: by\b|: ?))|{caption-labels}(?::| [-–—]) ", re.IGNORECASE)
# "(AFP Photo)", "(Photo by A. Berg)", "(Getty Images)", "(AP Photo/A. Berg)", "[Image: Reuters]"
CREDIT_AT_END = Worded(
    r"""
    [(\[] (?:
        (?:[A-Z]\w+\ )? {picture-words}s?\b [^()\[\]]{0,90}
      | [^()\[\]]{1,90} {picture-endings}
    ) [)\]] \.? $
    """,
    re.VERBOSE,
)
BRACKETS_AT_END = (")", "]", ").", "].")
# "The harbour at dawn. Photograph: A. Berg/Reuters"
CREDIT_SENTENCE = Worded(r"[.!?”’\"] (?:{picture-words}|Credit)s?(?::| by) [^.]{2,90}\.?$")
LONGEST_CREDIT_SENTENCE = len(" by ") + 90 + len(".")
# "OSLO, Nov. 3 (Reuters) -" or "Sunday, September 20, 2015" on a line of its own
DATELINE = lazy_pattern(
    r"""
    [A-Z]{3} .{0,70} (?:--|[-–—_])
    | (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\ )?
      (?:[A-Z][a-z]{2,8}\.?\ \d{1,2} | \d{1,2}\ [A-Z][a-z]{2,8}),?\ \d{4}
    """,
    re.VERBOSE,
)
# "[caption] The harbour at dawn", "[Map: the coast near Peniche]"
BRACKETED = Worded(
    r"\[(?:{caption-labels}|{credit-labels}|{media-labels})s?(?:\]| ?[:–—-] | by |: ?)", re.IGNORECASE
)
# "Friday, 31 July 2015, 9:30 am", "Last updated: 12:15 PM ET, Fri July 31, 2015", "Posted on 2015-07-31"
STAMP = Worded(
    r"""
    (?: (?P<label> (?i: {stamp-labels} ) ) (?: \ on | \ at )? \ ?:?\ ? )?
    (?: (?: (?P<day>
            \d{1,2} (?:st|nd|rd|th)? \ (?:{months})\.? (?:,?\ (?P<year>\d{4}))?
          | (?:{months})\.? \ \d{1,2} (?:st|nd|rd|th)? (?:,?\ (?P<year_behind>\d{4}))?
          | (?P<figures> \d{4}-\d\d-\d\d | \d{1,2}[/.]\d{1,2}[/.]\d{4} )
        )
      | (?P<hour> \d{1,2} (?: [:.]\d\d ){0,2} \ ?(?: (?i: [ap]\.?m\b\.? ) | hrs | h )?
          | \d{4}\ ?(?:GMT|UTC|hrs) )
        (?: \ ?\(?(?: [A-Z]{2,5} | local\ time )\)? )?
      | (?:{weekdays})\.?
      ) (?: \ ?[,|·•/–—-]\ ? | \ (?:at|on)\ | \ | T | $ )
    ){1,5}
    """,
    re.VERBOSE,
)


class Marks(msgspec.Struct, frozen=True):
    """What shows a byline, a caption or a credit, in the words of the lists.

    *initials*: with which letters a label opens, as most blocks open with none of them.
    """

    initials: frozenset[str]
    byline: re.Pattern[str]
    sign_off: re.Pattern[str]
    labelled: re.Pattern[str]
    credit_at_end: re.Pattern[str]
    credit_sentence: re.Pattern[str]
    bracketed: re.Pattern[str]
    stamp: re.Pattern[str]


def _marks(lexicon: Lexicon) -> Marks:
    expressions = (BYLINE, SIGN_OFF, LABELLED, CREDIT_AT_END, CREDIT_SENTENCE, BRACKETED, STAMP)
    labels = (word for name in LABELLED.lists for word in lexicon.words(name))
    initials = frozenset(letter for word in labels for letter in (word[:1].lower(), word[:1].upper()))
    return Marks(initials, *map(lexicon.view, expressions))


def blocks(text: str, stretches: Sequence[Stretch], lexicon: Lexicon) -> tuple[Block, ...]:
    """Give every stretch the part its marks tell, or else its words and place suggest."""
    marks = lexicon.view(_marks)
    headline = _headline(text, stretches, marks)
    return tuple(
        [
            Block(each.kind or _kind(text, stretches, index, headline, marks), each.span)
            for index, each in enumerate(stretches)
        ]
    )


def headline_of(text: str, found: Iterable[Block]) -> str:
    """Return the words of the headline among the blocks of a text, or nothing."""
    return next((block.span.cut(text) for block in found if block.kind is HEADLINE), "")


def _headline(text: str, stretches: Sequence[Stretch], marks: Marks) -> int | None:
    """Return the block marked as headline, or the first when it is short, unstopped and over copy."""
    for index, stretch in enumerate(stretches):
        if stretch.kind is HEADLINE:
            return index
    # A headline may stand below the day of the story.
    first = int(bool(stretches) and _is_day(stretches[0].span.cut(text), marks))
    if len(stretches) < first + 2 or stretches[first].kind:
        return None
    span = stretches[first].span
    words = span.cut(text) if len(span) <= LONGEST_HEADLINE else ""
    if (
        not words
        or FULL_STOP.search(words)
        or marks.byline.match(words)
        or _is_day(words, marks)
        or _illustration(words, marks)
    ):
        return None
    return first


def _is_day(words: str, marks: Marks) -> bool:
    return DATELINE.fullmatch(words) is not None or _is_stamp(words, marks, top=True)


def _kind(
    text: str, stretches: Sequence[Stretch], index: int, headline: int | None, marks: Marks
) -> BlockKind:
    """Return the part of a stretch without marks."""
    stretch = stretches[index]
    start, end = stretch.span.start, stretch.span.end
    if index == headline:
        return HEADLINE
    length = end - start
    if length > LONGEST_CAPTION:
        return PARAGRAPH
    words = text[start:end]
    if length <= LONGEST_STAMP and (
        _is_day(words, marks) if index < TOP else _is_stamp(words, marks, top=False)
    ):
        return BlockKind.DATELINE
    if role := _illustration(words, marks) or _signature(words, marks):
        return role
    if headline is not None and index == headline + 1 and _is_standfirst(words, stretch):
        return BlockKind.STANDFIRST if index + 1 < len(stretches) else PARAGRAPH
    if length <= LONGEST_SUBHEAD and not _is_closed(words) and _stands_over_copy(text, stretches, index):
        return BlockKind.SUBHEAD
    return PARAGRAPH


def _is_closed(words: str) -> bool:
    return CLOSED.search(words[-6:]) is not None


def _is_stamp(words: str, marks: Marks, *, top: bool) -> bool:
    """Tell whether a line is the day and hour of the story: behind a label, or at the *top*."""
    if len(words) > LONGEST_STAMP:
        return False
    stamp = marks.stamp.fullmatch(words)
    if stamp is None or not (stamp["day"] or (stamp["label"] and stamp["hour"])):
        return False
    dated = stamp["year"] or stamp["year_behind"] or stamp["figures"]
    return bool(stamp["label"] or (top and dated))


def _illustration(words: str, marks: Marks) -> BlockKind | None:
    label = marks.labelled.match(words) if words[:1] in marks.initials else None
    if label and label["credit"]:
        return BlockKind.CREDIT if len(words) <= LONGEST_CREDIT else BlockKind.CAPTION
    if label or _ends_in_credit(words, marks):
        return BlockKind.CAPTION
    at_end = marks.credit_at_end.search(words) if words.endswith(BRACKETS_AT_END) else None
    if at_end is None:
        return BlockKind.CAPTION if words.startswith("[") and marks.bracketed.match(words) else None
    return BlockKind.CREDIT if at_end.start() == 0 else BlockKind.CAPTION


def _ends_in_credit(words: str, marks: Marks) -> bool:
    """Tell whether the last sentence is a credit; a look at its end spares most blocks the search."""
    end = words[-LONGEST_CREDIT_SENTENCE:]
    return (": " in end or " by " in end) and marks.credit_sentence.search(words) is not None


def _signature(words: str, marks: Marks) -> BlockKind | None:
    if words.startswith(("(", "[")) and marks.sign_off.match(words):
        return BlockKind.BYLINE
    if len(words) <= LONGEST_BYLINE and marks.byline.match(words) and not _is_closed(words):
        return BlockKind.BYLINE
    return None


def _is_standfirst(words: str, stretch: Stretch) -> bool:
    return len(words) <= LONGEST_STANDFIRST and (stretch.glued or not _is_closed(words))


def _stands_over_copy(text: str, stretches: Sequence[Stretch], index: int) -> bool:
    """Tell whether a short line stands alone between copy above and a longer paragraph below."""
    span = stretches[index].span
    if not 0 < index < len(stretches) - 1 or not text[span.start : span.start + 1].isupper():
        return False
    below = stretches[index + 1]
    longer = len(below.span) > len(span)
    return longer and (below.kind is BlockKind.LIST_ITEM or _is_closed(below.span.cut(text)))
