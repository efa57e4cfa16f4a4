"""Files that are only read: their findings are those of plain text, and no fix touches them."""

from __future__ import annotations

from html import escape

import pytest

from office_files import word_file, writer_file

STORY = """\
Ferries stay in harbor for a third day
BERGEN, Nov. 3 (Norpress) - The storm covered 10 miles (160 kilometers) of coast, the harbor board said.
"We waited 3 nights," said Anna Lind, who runs 2 of the ferries. “Nobody slept," she said.
Prices rose from 40 to 60 crowns, an increase of 20 percent, according to the board.
Mr. Dahl said the quay needs 100 feet (10 meters) of new wall. Dahl's office did not answer on Tuesday."""


def in_word(story):
    return word_file(
        "".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in story.split("\n"))
    )


def in_writer(story):
    return writer_file("".join(f"<text:p>{escape(line)}</text:p>" for line in story.split("\n")))


def in_rich_text(story):
    letters = "".join(each if each.isascii() else f"\\u{ord(each)}?" for each in story)
    return f"{{\\rtf1\\ansi {letters.replace(chr(10), chr(92) + 'par ')}}}".encode()


def only_read(name):
    kind = name.rpartition(".")[2]
    return f"not fixed: {kind} files are only read; its fixes are in the report."


FILES = [("story.odt", in_writer), ("story.rtf", in_rich_text)]


@pytest.mark.parametrize(("name", "made"), [("story.docx", in_word), *FILES])
def test_one_story_draws_the_findings_of_plain_text(run, desk, name, made):
    (desk / "story.txt").write_text(STORY, encoding="utf-8")
    (desk / name).write_bytes(made(STORY))

    plain, packed = (
        [
            (each["rule"], each["message"], each["text"], each["start"], each["end"], each["fixes"])
            for each in run("check", path, "--format", "json").findings
        ]
        for path in ("story.txt", name)
    )

    assert "units.wrong-conversion" in {rule for rule, *_ in plain}
    assert packed == plain


@pytest.mark.parametrize(("name", "made"), FILES)
def test_fixes_leave_the_file_as_it_is_and_say_so(run, desk, name, made):
    content = made(STORY)
    (desk / name).write_bytes(content)
    (desk / "story.txt").write_text(STORY, encoding="utf-8")

    ran = run("check", ".", "--fix", "--unsafe-fixes")

    assert ran.code == 2
    assert ran.said.splitlines() == [f"newslint: {name}: {only_read(name)}", "newslint: fixed story.txt."]
    assert (desk / name).read_bytes() == content
    assert (desk / "story.txt").read_text(encoding="utf-8") != STORY


@pytest.mark.parametrize(("name", "made"), FILES)
def test_diff_says_that_the_file_is_only_read(run, desk, name, made):
    (desk / name).write_bytes(made(STORY))

    ran = run("check", name, "--diff", "--unsafe-fixes")

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"newslint: {name}: {only_read(name)}\n{name}:")


@pytest.mark.parametrize(("name", "made"), FILES)
def test_nothing_is_said_where_no_fix_is_wanted(run, desk, name, made):
    (desk / name).write_bytes(made("The storm passed on Monday.\nThe harbor stayed shut, the mayor said."))

    ran = run("check", name, "--fix")

    assert (ran.code, ran.err) == (0, "")
