"""Plain text as desks get it: timestamps, captions in brackets, end marks, signatures, lines at any width."""

from __future__ import annotations

import json
import textwrap

import pytest

STORY = (
    "The storm passed on Monday and the road was open again by noon, the mayor said.\n\n"
    "Schools stay shut until Thursday, and the ferry will not run before the end of the week.\n"
)
AROUND = "Storm floods towns\n\n{}\n\n" + STORY


def parts(document) -> list[tuple[str, str]]:
    """Return the kind and the words of each block."""
    return [(block.kind.value, block.span.cut(document.text)) for block in document.blocks]


@pytest.mark.parametrize(
    "line",
    [
        "Friday, 31 July 2015, 9:30 am",
        "31 July 2015 | 9.30am GMT",
        "July 31, 2015 at 12:15 PM ET",
        "Fri. 31st July 2015 - 0930 GMT",
        "2015-07-31 09:30",
        "31/07/2015, 21:30 hrs",
        "Published: 31 July 2015",
        "Last updated: 12:15 PM ET, Fri July 31, 2015",
        "Posted on 2015-07-31 at 09:30",
        "Updated 9:30 am (EDT)",
    ],
)
def test_day_and_hour_on_a_line_are_a_dateline(story, line):
    assert parts(story(AROUND.format(line)))[1] == ("dateline", line)


def test_headline_may_stand_below_the_day(story):
    document = story(f"Friday, 31 July 2015, 9:30 am\n\nStorm floods towns\n\n{STORY}")

    assert parts(document)[:2] == [
        ("dateline", "Friday, 31 July 2015, 9:30 am"),
        ("headline", "Storm floods towns"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Friday",
        "9:30 am",
        "31 July",
        "May 2015",
        "Updated on Monday by hand",
        "July 31, 2015, was hot",
        "12 May 14",
        "2,015 people",
    ],
)
def test_other_short_lines_are_none(story, line):
    assert parts(story(AROUND.format(line)))[1][0] != "dateline"


def test_unlabelled_day_further_down_belongs_to_a_chronicle(story):
    below = story(f"Storm floods towns\n\n{STORY}\n{STORY}\nFriday, 31 July 2015, 9:30 am\n\n{STORY}")
    labelled = story(f"Storm floods towns\n\n{STORY}\n{STORY}\nUpdated: 31 July 2015, 9:30 am\n\n{STORY}")

    assert "dateline" not in dict(parts(below))
    assert ("dateline", "Updated: 31 July 2015, 9:30 am") in parts(labelled)


def test_timestamp_is_not_compared_with_the_times_of_the_story(run, desk):
    copy = "Polls open at 7 a.m. on Friday, pause at 1 p.m. and close at 9 p.m. for good, the council said.\n"
    (desk / "a.txt").write_text(f"Polls open\n\nFriday, 31 July 2015, 9:30 am\n\n{copy}", encoding="utf-8")

    assert run("a.txt", "--format", "json", "--select", "dates.mixed-times").findings == []


def test_timestamp_gives_the_date_of_the_story(run, desk):
    (desk / "a.txt").write_text(AROUND.format("Friday, 31 July 2015, 9:30 am"), encoding="utf-8")

    (document,) = json.loads(run("document", "a.txt", "--format", "json").out)["documents"]

    assert document["date"] == "2015-07-31"


@pytest.mark.parametrize(
    "line",
    [
        "[caption] The quay at dawn.",
        "[Caption: The quay at dawn]",
        "[PHOTO] The quay at dawn.",
        "[Map: the coast near Peniche]",
    ],
)
def test_line_that_opens_in_brackets_is_a_caption(story, line):
    assert parts(story(AROUND.format(line)))[1][0] == "caption"


@pytest.mark.parametrize("line", ["[The mayor left.]", "[Captains meet on Monday]", "[Mapping the coast]"])
def test_other_brackets_are_the_papers_own(story, line):
    assert parts(story(AROUND.format(line)))[1][0] != "caption"


@pytest.mark.parametrize(
    "mark",
    ["###", "# # #", "-30-", "- 30 -", "– ends –", "(ENDS)", "ENDS", "***END***", "(more)", "-more-", "MORE"],
)
def test_end_mark_is_no_copy(story, mark):
    document = story(f"Storm floods towns\n\n{STORY}\n{mark}\n")

    assert [words for _, words in parts(document)] == ["Storm floods towns", *STORY.strip().split("\n\n")]
    assert [(each.span.cut(document.source), each.why) for each in document.left_out] == [(mark, "end mark")]


@pytest.mark.parametrize("line", ["More", "30", "The end", "ends", "# 30", "More follows the mayor.", "#1"])
def test_words_that_only_look_like_an_end_mark_are_copy(story, line):
    document = story(f"Storm floods towns\n\n{STORY}\n{line}\n\n{STORY}")

    assert line in [words for _, words in parts(document)]
    assert document.left_out == ()


@pytest.mark.parametrize(
    "notes",
    ["Notes to editors\n\nThe road is 80 kilometers (60 miles) long.", "Ana Berg, press@peniche.example"],
)
def test_notes_below_the_end_are_no_copy(story, notes):
    document = story(f"Storm floods towns\n\n{STORY}\nENDS\n\n{notes}\n")

    assert len(document.blocks) == 3
    assert [each.why for each in document.left_out] == ["end mark", "notes"]


def test_story_goes_on_below_a_mark_that_parts_it(story):
    document = story(
        f"Storm floods towns\n\n{STORY}\n###\n\nThe ferry is late.\n\n(more)\n\nIt came at noon.\n"
    )

    assert [words for _, words in parts(document)][-2:] == ["The ferry is late.", "It came at noon."]


@pytest.mark.parametrize("mark", ["-- \n", "--\n"])
def test_signature_of_a_mail_is_no_copy(story, mark):
    document = story(f"{STORY}\n{mark}Ana Berg\nThe Peniche Post, since 1912\n")

    assert len(document.blocks) == 2
    assert [each.why for each in document.left_out] == ["signature"]
    assert document.left_out[0].span.cut(document.source).endswith("since 1912\n")


def test_who_the_writer_is_is_copy(story):
    document = story(f"{STORY}\n--\n\nAna Berg lives in Peniche and has written for the paper since 2012.\n")

    assert [words for _, words in parts(document)][-1].startswith("Ana Berg lives")


def test_head_of_a_mail_is_no_copy(story):
    document = story(
        f"From: Ana Berg <ana@peniche.example>\nTo: desk\nSubject: Storm\n\nStorm floods towns\n\n{STORY}"
    )

    assert parts(document)[0] == ("headline", "Storm floods towns")
    assert [each.why for each in document.left_out] == ["head of a mail"]


@pytest.mark.parametrize(
    "line", ["From: the archive", "Subject: matter of taste", "To: be announced\nNobody: knows"]
)
def test_one_line_with_a_colon_is_no_head_of_a_mail(story, line):
    assert story(f"{line}\n\n{STORY}").left_out == ()


def test_line_that_a_telephone_adds_is_no_copy(story):
    document = story(f"{STORY}\nSent from my phone\n")

    assert len(document.blocks) == 2


def test_dashes_above_much_copy_only_part_it(story):
    assert len(story(f"{STORY}\n--\n{STORY * 5}").blocks) == 9


@pytest.mark.parametrize("width", [24, 36, 44, 69, 100, 132, 180])
def test_copy_is_joined_whatever_the_width_it_is_wrapped_at(story, width):
    copy = [*STORY.strip().split("\n\n"), (STORY * 8).replace("\n", " ").strip()]
    wrapped = "\n\n".join(textwrap.fill(each, width) for each in copy)

    document = story(wrapped)

    assert [" ".join(words.split()) for _, words in parts(document)] == [
        " ".join(each.split()) for each in copy
    ]


def test_short_lines_below_each_other_are_not_joined(story):
    lines = [
        "Best tent",
        "Best stove for a long walk",
        "Best bag",
        "Best light for the night",
        "Best map",
        "Best",
    ]

    assert len(story("\n".join(lines)).blocks) == 6


def test_messages_and_titles_hold_no_line_break(run, desk):
    (desk / "a.txt").write_text(
        "The road along the coast from the old harbour to the new one is 80 kilometers (60\n"
        "miles) long, and it is closed for most of the winter, the mayor said.\n",
        encoding="utf-8",
    )

    (finding,) = run("a.txt", "--format", "json", "--select", "units.wrong-conversion").findings

    assert finding["text"] == "60\nmiles"
    assert "“60 miles” does not match “80 kilometers”" in finding["message"]
    assert all("\n" not in fix["title"] for fix in finding["fixes"])
