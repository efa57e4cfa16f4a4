"""Dashes of more than one kind in a story."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import ClassVar

from newslint.plugin import Check, Document, Problem, Related, Worded, lazy_pattern
from newslint.text.dashes import Dash, Sign, dashes
from newslint.text.quoting.quotations import in_quotation

POSTED = Worded(r"\b{posting-words}\b")
# "— A. Reader (@areader) November 1, 2019", "pic.twitter.com/XtzGnv9MJm"
SIGNED = lazy_pattern(r"\(@\w+\)|\bpic\.twitter\.com/")


class MixedDashes(Check, frozen=True, kw_only=True):
    """The rarer signs that stand for a dash in one story."""

    starts: ClassVar = (dashes,)
    supplies: ClassVar[Mapping[str, type[StrEnum] | None]] = {"found": Sign, "usual": Sign}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield one problem for the story, with all its places."""
        found = [dash for dash in document.view(dashes) if not _is_of_post(document, dash)]
        if len({dash.sign for dash in found}) < 2:
            return
        usual = Counter(dash.sign for dash in found).most_common(1)[0][0]
        rare = [dash for dash in found if dash.sign is not usual]
        yield Problem(
            rare[0].span,
            {"found": rare[0].sign, "usual": usual},
            related=tuple(Related(dash.span, {"found": dash.sign}) for dash in rare[1:]),
        )


def _is_of_post(document: Document, dash: Dash) -> bool:
    """Tell whether a dash stands in what somebody wrote, which is quoted as it stands: a post, a tweet."""
    block = document.block_at(dash.span.start)
    if block is None:
        return False
    quoted = in_quotation(document, dash.span.start)
    written = POSTED.of(document).search(document.text, block.span.start, block.span.end)
    return (quoted and written is not None) or SIGNED.search(
        document.text, block.span.start, block.span.end
    ) is not None
