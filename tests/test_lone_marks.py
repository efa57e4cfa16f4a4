"""Marks without a fellow: where one is surely missing, and what only looks so."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import newslint
from newslint.plugin import Document
from newslint.text.quoting.lone_marks import lone_marks

Story = Callable[[str], Document]


def _lone(story: Story, copy: str) -> list[str]:
    """Return each lone mark with the two letters behind it."""
    document = story(f"Harbour reopens\n\n{copy}\n\nThe council meets on Monday.\n")
    return [document.text[lone.span.start : lone.span.end + 2] for lone in document.view(lone_marks)]


@pytest.mark.parametrize(
    ("copy", "lone"),
    [
        (
            "“We pay now,” Mr. Dahl said. “The road is shut.\n\n“It stays open,” Ms. Berg said. “It must.”",
            "“Th",
        ),
        ("“We pay,” said Dahl. “The road is shut.\n\n“No,” replied Ms. Berg. “It is open.”", "“Th"),
        ("Anna Dahl said: “The road is shut.\n\n“It is open,” Karl Berg said.", "“Th"),
        ("“We pay,” Karl Dahl told the court. “All of it.\n\n“Not so,” said Judge Anna Berg.", "“Al"),
        ('"We pay," Mr. Dahl said. "The road is shut.\n\n"It is open," Ms. Berg argued.', '"Th'),
        ("“Must we pay now? Ms. Berg asked.\n\n“Yes,” Mr. Dahl said. “We must.”", "“Mu"),
        ("“Stop the ferry! Captain Dahl shouted.\n\n“Why?” Berg asked.", "“St"),
        ("“The road is shut, Dahl replied.\n\n“So it is,” she said.", "“Th"),
        ("“The ice is thin, warned Marta Lind.\n\n“It melts,” she added.", "“Th"),
        ("“Must we pay? the clerk, Eva Berg, asked.\n\n“We must,” Dahl replied.", "“Mu"),
        ("“Who will pay? asked Karl Dahl, a diver.\n\n“We all will,” said the clerk.", "“Wh"),
        ("“Must we pay? she asked.\n\n“We must,” Dahl replied.", "“Mu"),
        ("“Let us in, people shouted.\n\n“Go home,” an officer yelled back.", "“Le"),
        ("“The road is shut, the clerk said.\n\n“It is open,” a diver replied.", "“Th"),
        ("“You never pay, Eva Berg told him.\n\n“You never ask,” Mr. Dahl answered.", "“Yo"),
        ("“We pay,” said Karl Dahl, 60. “All of it.\n\n“Not me,” said his son, Jan.", "“Al"),
        ("“We pay,” said Dahl. “All of it.\n\n“No,” the clerk, Eva Berg, replied.", "“Al"),
        ("“We pay,” Dr. Dahl said. “We pay late.\n\n“You never paid,” Mrs. Lind answered.", "“We"),
    ],
)
def test_quotation_left_open_before_another_speaker_is_told(story: Story, copy: str, lone: str) -> None:
    assert _lone(story, copy) == [lone]


@pytest.mark.parametrize(
    "copy",
    [
        "“We pay now,” Mr. Dahl said. “The road is shut.\n\n“It stays shut,” he said.",
        "“We pay now,” Karl Dahl said. “The road is shut.\n\n“It stays shut,” Dahl said.",
        "“We pay,” Karl said. “The road is shut.\n\n“It stays shut,” Dahl said. Karl Dahl is the mayor.",
        "“We pay,” Mr. Dahl said. “The road is shut.\n\n“It stays shut,” the mayor said.",
        "Dahl said: “The road is shut.\n\n“It stays shut. Pay up,” Mayor Dahl said.",
        "“Years later, people agreed.\n\n“Then we left,” she said.",
        "“When we came, people shouted.\n\n“Then we left,” she said.",
        "“The day he died, people shouted.\n\n“Then we left,” she said.",
        "“Back at the pier, Eva Berg told him.\n\n“Then we left,” she said.",
        "“We pay,” said the clerk. “All of it.\n\n“It is late,” said the clerk, Eva Berg.",
        "“I asked him. Dahl said nothing.\n\n“He left,” she said.",
    ],
)
def test_speech_of_one_person_may_go_on(story: Story, copy: str) -> None:
    assert _lone(story, copy) == []


@pytest.mark.parametrize(
    "copy",
    [
        "» READ MORE: the harbour in figures",
        "« Previous",
        "Next »",
        "Home » News » Harbour",
        "Read more »",
        "»Watch the ferry",
        "‘‘We pay,’’ she said. ‘‘We pay late.’’",
        "“We pay,’’ she said. ‘‘We pay late,” he said.",
        "\"We pay,“ she said. ”We pay late,“ he said. ''No,\" she said.",
        "“We pay,‘‘ she said. ″We pay late,″ he said.",
        'The board is ½" thick and 1/2" wide, and a 14" x 17" frame holds it.',
        'Belgium"s minister met the bloc"s chairman.',
    ],
)
def test_arrows_inches_and_mixed_pairs_lack_no_fellow(story: Story, copy: str) -> None:
    assert _lone(story, copy) == []


def test_statement_that_quotes_closes_paragraphs_later(story: Story) -> None:
    statement = "“The plan calls the harbour “a hole” and worse.\n\nWe call it home.\n\nIt stays as it is.”"

    assert _lone(story, f"{statement}\n\nThe mayor did not reply.") == []


def test_block_quotation_in_other_marks_goes_on_over_its_paragraphs(story: Story) -> None:
    quoted = '"The mayor called the harbour “a hole” on Monday.\n\n"She said “never again” to the press."'

    assert _lone(story, quoted) == []


def test_back_ticks_that_markdown_reads_as_code_leave_no_lone_marks() -> None:
    copy = "Lind spoke of ``crimes,'' of ``a hole,'' and of ``home.''\n"

    assert newslint.lint(copy, format="markdown").findings == ()
