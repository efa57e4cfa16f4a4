"""The check, the reader and the reporter; the rule is tested by its own examples."""

from __future__ import annotations

import pytest
from newslint_example.line_length import LineLength
from newslint_example.slip import SlipReader
from newslint_example.tally import TallyReporter

from newslint.plugin import BlockKind, Lexicon, Report, Source, SourceError, Span
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


SLIP = (
    "@headline Storm floods towns\r\n@by Ana Berg\r\n@date 2026-03-10\r\n\r\n%% for the night desk\r\n"
    "%% [newslint: ignore[units] -- as the sign has it]\r\nThe road is 80 kilometers (60 miles) long.\r\n"
)


def test_slip_is_read_with_its_date_its_ignores_and_its_places() -> None:
    document = SlipReader().read(Source("a.slip", SLIP.encode()), Lexicon({}))

    assert [(block.kind.value, block.span.cut(document.text)) for block in document.blocks] == [
        ("headline", "Storm floods towns"),
        ("byline", "Ana Berg"),
        ("paragraph", "The road is 80 kilometers (60 miles) long."),
    ]
    assert str(document.meta.date) == "2026-03-10"
    assert [(each.rules, each.line) for each in document.directives] == [(("units",), 7)]
    place = document.text.index("60 miles")
    assert document.map.source(Span(place, place + 8)).cut(SLIP) == "60 miles"
    assert [each.why for each in document.left_out] == ["note to the desk", "note to the desk"]


@pytest.mark.parametrize(
    ("copy", "fault"),
    [
        ("@headline Storm\n@bye Ana\n", "line 2: unknown mark @bye; known: @headline, @by, @caption, @date."),
        ("@date Monday\n", "found the date Monday, expected YYYY-MM-DD."),
    ],
)
def test_slip_that_is_faulty_says_where(copy: str, fault: str) -> None:
    with pytest.raises(SourceError) as raised:
        SlipReader().read(Source("a.slip", copy.encode()), Lexicon({}))

    assert str(raised.value) == f"a.slip: {fault}"
