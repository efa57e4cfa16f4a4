"""Dashes of more than one kind in a story."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import ClassVar

from newslint.plugin import Block, Check, Document, Problem, Related, Worded, lazy_pattern
from newslint.text.dashes import Dash, Sign, dashes
from newslint.text.quoting.quotations import in_quotation
from newslint.text.sentences import is_closed

POSTED = Worded(r"\b{posting-words}\b")
# "— A. Reader (@areader) November 1, 2019", "pic.twitter.com/XtzGnv9MJm"
SIGNED = lazy_pattern(r"\(@\w+\)|\bpic\.twitter\.com/")
SIGNS = ("(@", "pic.twitter.com/")


class MixedDashes(Check, frozen=True, kw_only=True):
    """The rarer signs that stand for a dash in one story."""

    starts: ClassVar = (dashes,)
    supplies: ClassVar[Mapping[str, type[StrEnum] | None]] = {"found": Sign, "usual": Sign}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield one problem for the story, with all its places."""
        found = document.view(dashes)
        # Most stories keep to one, whoever wrote them.
        if not _are_mixed(found):
            return
        found = _of_story(document, found)
        if not _are_mixed(found):
            return
        usual = Counter(dash.sign for dash in found).most_common(1)[0][0]
        rare = [dash for dash in found if dash.sign is not usual]
        yield Problem(
            rare[0].span,
            {"found": rare[0].sign, "usual": usual},
            related=tuple(Related(dash.span, {"found": dash.sign}) for dash in rare[1:]),
        )


def _are_mixed(found: Sequence[Dash]) -> bool:
    return len({dash.sign for dash in found}) > 1


def _of_story(document: Document, found: Sequence[Dash]) -> tuple[Dash, ...]:
    """Leave out the dashes in what somebody wrote, which is quoted as it stands: a post, a tweet."""
    by_block: dict[Block | None, list[Dash]] = {}
    for dash in found:
        by_block.setdefault(document.block_at(dash.span.start), []).append(dash)
    return tuple(dash for block, inside in by_block.items() for dash in _unposted(document, block, inside))


def _parts_sentences(text: str, dash: Dash) -> bool:
    """Tell whether a sign stands between two sentences, as a rule between what belongs not together."""
    behind = text[dash.span.end : dash.span.end + 3].lstrip()
    return behind[:1].isupper() and is_closed(text[max(0, dash.span.start - 6) : dash.span.start])


def _unposted(document: Document, block: Block | None, found: Sequence[Dash]) -> Sequence[Dash]:
    if block is None:
        return found
    text, span = document.text, block.span
    found = [dash for dash in found if not _parts_sentences(text, dash)]
    if any(text.find(sign, span.start, span.end) >= 0 for sign in SIGNS) and SIGNED.search(
        text, span.start, span.end
    ):
        return ()
    told = [dash for dash in found if not in_quotation(document, dash.span.start)]
    if len(told) == len(found) or not POSTED.of(document).search(text, span.start, span.end):
        return found
    return told
