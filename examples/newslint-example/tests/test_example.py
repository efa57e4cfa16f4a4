"""The check and the reporter; the rule is tested by its own examples."""

from __future__ import annotations

import pytest
from newslint_example.line_length import LineLength
from newslint_example.tally import TallyReporter

from newslint.plugin import BlockKind, Lexicon, Report, Source
from newslint.readers.text import TextReader

STORY = b"Storm floods towns\n\nThe storm came in on Monday night.\n"


@pytest.mark.parametrize(("longest", "surplus"), [(17, ["1"]), (18, []), (10, ["8"])])
def test_headline_that_is_too_long_is_reported(longest: int, surplus: list[str]) -> None:
    document = TextReader().read(Source("story.txt", STORY), Lexicon({}))

    problems = LineLength(longest=longest).problems(document)

    assert [problem.data["surplus"] for problem in problems] == surplus


def test_paragraph_is_measured_when_asked() -> None:
    document = TextReader().read(Source("story.txt", STORY), Lexicon({}))

    (problem,) = LineLength(longest=20, kind_of_line=BlockKind.PARAGRAPH).problems(document)

    assert problem.span.cut(document.text).startswith("The storm")


def test_report_without_findings_is_empty() -> None:
    assert TallyReporter().render(Report((), (), {}), width=None) == ""
