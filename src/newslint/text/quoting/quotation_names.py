"""Names in quotation marks: titles of works and nicknames, told by the words beside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum

from newslint.core.document import BlockKind, Document
from newslint.core.lexicon import Lexicon
from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.core.wording import Worded
from newslint.text.flat import flat
from newslint.text.quoting.quotations import Quotation, quotations

BEFORE, AFTER = 60, 24
LONGEST_NICKNAME, LONGEST_TITLE = 4, 12
OPENING = 40
WORD = lazy_pattern(r"[\w'’&-]+")
# "(nicknamed) “Big Jan”", "(known to all as) “Big Jan”"
NICKNAMED = Worded(
    r"\b(?:{nickname-cues}|known [\w ]{0,30}?as|called (?:him|her|himself|herself)|"
    "{nickname-nouns}(?: of| is| was)?),?(?: the| simply| just| only)? $"
)
# "Marta (“The Wall” Lind)", "Lind (“the Wall”)"
GIVEN_NAME = lazy_pattern(r"(?<![\w'’.])[A-Z][a-z]+(?:[ -][A-Z]\.?)? $")
SURNAME = lazy_pattern(r",? (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[A-Z][\w'’-]+")
BRACKETED = lazy_pattern(r"[A-Z][\w'’-]+ \($")
# "(in her novel) “Storm at Sea”", "(Lind sang) “Rain”", "(a film called) “Rain”"
NAMED_SO = Worded(r"\b{title-cues}(?: (?:the|his|her|their))? $")
SHOUTED = Worded(r"\b{shouting-words}(?: of)? $")
POSSESSIVE = lazy_pattern(r"(?:['’]s?|\b(?:[Hh]is|[Hh]er|[Tt]heir)) $")
WORK_AFTER = Worded(
    r"[,.]? \((?:19|20)\d\d\)|,? by [A-Z]|, (?:a|an|the|which|{work-participles})\b|(?:['’]s)? (\w+)"
)
# Speech is announced by a comma or a colon, and closed by a verb.
ANNOUNCED = lazy_pattern(r"[,:—–-] $")
SMALL = frozenset("a an and as at but by for from in into is it nor of on or the to up vs with".split())  # noqa: SIM905


class Naming(StrEnum):
    """What a quotation names: a person, a work that is called one, or what reads like a title."""

    NICKNAME = "nickname"
    WORK = "work"
    TITLE = "title"


def namings(document: Document) -> Mapping[Span, Naming]:
    """Return what the quotations name that are names, each by its place."""
    named = ((quotation.span, _naming(document, quotation)) for quotation in document.view(quotations))
    return {span: naming for span, naming in named if naming}


def _naming(document: Document, quotation: Quotation) -> Naming | None:
    if _is_nickname(document, quotation):
        return Naming.NICKNAME
    return _title(document, quotation)


def _is_nickname(document: Document, quotation: Quotation) -> bool:
    inner = quotation.inner.cut(document.text)
    if len(inner.split(None, LONGEST_NICKNAME)) > LONGEST_NICKNAME or inner.rstrip()[-1:] in (".", "?", "!"):
        return False
    before, after = beside(document, quotation)
    if NICKNAMED.of(document).search(before) or (BRACKETED.search(before) and after.startswith(")")):
        return True
    between = GIVEN_NAME.search(before) and SURNAME.match(after)
    return bool(between) and inner[:1].isupper() and not inner.endswith(",")


def _title(document: Document, quotation: Quotation) -> Naming | None:
    inner = quotation.inner.cut(document.text).rstrip(".,")
    # Most quotations are speech, which the first words show; the last of those may be cut.
    if len(inner) > OPENING and not may_be_title(WORD.findall(inner[:OPENING])[:-1]):
        return None
    words = WORD.findall(inner)
    if not words or len(words) > LONGEST_TITLE or not may_be_title(words):
        return None
    before, after = beside(document, quotation)
    if NAMED_SO.of(document).search(before) or _is_work(document, before, after):
        return Naming.WORK
    block = document.block_at(quotation.span.start)
    if block and block.kind in (BlockKind.HEADLINE, BlockKind.SUBHEAD, BlockKind.STANDFIRST):
        # All words may have capitals there.
        return None
    if len(words) == 1 or ANNOUNCED.search(before) or SHOUTED.of(document).search(before):
        return None
    opens = not before.strip() or before.rstrip()[-1] in ".!?"
    if opens or inner[-1] in "?!":
        return None
    titled = sum(word[0].isupper() for word in words) > 1 or POSSESSIVE.search(before)
    return Naming.TITLE if titled else None


def beside(document: Document, quotation: Quotation) -> tuple[str, str]:
    """Return the words before and after a quotation, in its block."""
    text, block = document.view(flat), document.block_at(quotation.span.start)
    start, end = (block.span.start, block.span.end) if block else (0, len(text))
    before = text[max(start, quotation.span.start - BEFORE) : quotation.span.start]
    return before, text[quotation.span.end : min(end, quotation.span.end + AFTER)]


def may_be_title(words: Sequence[str]) -> bool:
    """Tell whether all but the small ones of *words* have capitals."""
    large = [word for word in words if word.lower() not in SMALL]
    return all(word[0].isupper() or word[0].isdigit() for word in (*large, *words[:1]))


def _is_work(document: Document, before: str, after: str) -> bool:
    """Tell whether a book, film or song stands beside a quotation: "the film, “Rain,”", "“Rain,” a song"."""
    works = document.lexicon.view(_works)
    nouns = [word.removesuffix("s") for word in WORD.findall(before)[-2:]]
    if nouns and (nouns[-1] in works or (nouns[0] in works and nouns[-1] in ("called", "named"))):
        return True
    follows = WORK_AFTER.of(document).match(after)
    return follows is not None and any(word.removesuffix("s") in works for word in WORD.findall(after)[:3])


def _works(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.words("works"))
