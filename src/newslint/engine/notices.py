"""Notices: what corrects or explains a story repeats what was wrong in it, and is compared with nothing."""

from __future__ import annotations

import msgspec

from newslint.core.document import Document
from newslint.core.problem import Problem
from newslint.text.notices import in_notice, notices


def outside_notices(problem: Problem, document: Document) -> Problem | None:
    """Return the problem without its places in notices.

    One that stands in a notice, or in what is left has nothing to be compared with, is none.
    """
    if not document.view(notices):
        return problem
    if in_notice(document, problem.span.start):
        return None
    related = tuple(each for each in problem.related if each.path or not in_notice(document, each.span.start))
    if len(related) == len(problem.related):
        return problem
    return msgspec.structs.replace(problem, related=related) if related else None
