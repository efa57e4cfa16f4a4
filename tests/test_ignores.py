"""Ignores that newslint does not know: the finding stays, and the ignore is reported."""

from __future__ import annotations

import json

import pytest

from conftest import HOUSE_RULE, house_rules

WRONG = "The road is 80 kilometers (130 miles) long.\n"


def told(ran):
    return [(finding["rule"], finding["start"]["line"], finding["message"]) for finding in ran.findings]


@pytest.mark.parametrize(
    ("ignore", "message"),
    [
        (
            "newslint: ignroe[units.rounded]",
            "This is no ignore that newslint knows; it is written `newslint: ignore[units.rounded]`.",
        ),
        (
            "newslint: ignore units",
            "This is no ignore that newslint knows; it is written `newslint: ignore[units]`.",
        ),
        (
            "newslint: ignore_file -- a test",
            "This is no ignore that newslint knows; it is written `newslint: ignore-file`.",
        ),
        (
            "newslint: ignore[unit]",
            "This ignore names no rule or family: there is no `unit` (did you mean `units`?).",
        ),
        ("newslint: ignore[holidays]", "This ignore names no rule or family: there is no `holidays`."),
    ],
)
@pytest.mark.parametrize(("name", "form"), [("a.md", "<!-- {} -->"), ("a.txt", "[{}]")])
def test_unknown_ignore_is_reported_and_the_finding_stays(run, desk, ignore, message, name, form):
    (desk / name).write_text(f"{form.format(ignore)}\n{WRONG}", encoding="utf-8")

    found = told(run(name, "--isolated", "--format", "json"))

    assert found[0] == ("newslint.unknown-ignore", 1, message)
    assert [(rule, line) for rule, line, _ in found[1:]] == [("units.wrong-conversion", 2)]


def test_unknown_ignore_is_left_out_of_the_copy(run, desk):
    (desk / "a.txt").write_text(f"[newslint: ignore units]\n{WRONG}", encoding="utf-8")

    (finding, _) = run("a.txt", "--isolated", "--format", "json").findings

    assert finding["text"] == "[newslint: ignore units]"
    assert finding["severity"] == "warning"


def test_config_may_want_a_reason_for_every_ignore(run, desk):
    copy = "[newslint: ignore[units.wrong-conversion]]\n" + WRONG
    (desk / "a.txt").write_text(copy, encoding="utf-8")

    without = run("a.txt", "--format", "json").findings
    (desk / "newslint.toml").write_text("require-reason = true\n", encoding="utf-8")
    wanted = told(run("a.txt", "--format", "json"))
    (desk / "a.txt").write_text(copy.replace("]]", "] -- as on the sign]"), encoding="utf-8")
    given = run("a.txt", "--format", "json").findings

    assert without == given == []
    message = "This ignore (units.wrong-conversion) does not say why."
    assert wanted == [("newslint.ignore-without-reason", 1, message)]


def test_config_may_let_go_of_the_reasons_that_its_style_wants(run, desk):
    (desk / "house.toml").write_text("require-reason = true\n", encoding="utf-8")
    (desk / "newslint.toml").write_text('style = "house.toml"\nrequire-reason = false\n', encoding="utf-8")
    (desk / "a.txt").write_text("[newslint: ignore[units.wrong-conversion]]\n" + WRONG, encoding="utf-8")

    assert run("a.txt", "--format", "json").findings == []


def test_ignore_by_the_old_name_of_a_rule_silences_it(run, desk):
    house_rules(desk, journalese='aliases = ["house.newspaper-words"]\n' + HOUSE_RULE)
    (desk / "a.txt").write_text(
        "[newslint: ignore[house.newspaper-words] -- the firm's own words]\nHe left amid calls to stay.\n",
        encoding="utf-8",
    )

    assert run("a.txt", "--format", "json").findings == []


def test_long_comment_of_spaces_is_read_at_once(run, desk):
    (desk / "a.md").write_text(f"<!-- newslint: ignore{' ' * 200_000}x -->\n{WRONG}", encoding="utf-8")

    assert [rule for rule, _, _ in told(run("a.md", "--isolated", "--format", "json"))] == [
        "newslint.unknown-ignore",
        "units.wrong-conversion",
    ]


SHORT = (
    "The road that leads from the harbor to the town is 80 kilometers\n"
    "(130 miles) long, said the council, which pays for it, and the way\n"
    "back is 10 kilometers (60 miles) more.\n"
)
FORMS = pytest.mark.parametrize(("name", "form"), [("a.md", "<!-- {} -->"), ("a.txt", "[{}]")])


def lines(ran):
    return [(finding["rule"], finding["start"]["line"]) for finding in ran.findings]


@FORMS
def test_ignore_silences_a_wrapped_paragraph_whole(run, desk, name, form):
    ignore = form.format("newslint: ignore[units]")
    (desk / name).write_text(f"All is well.\n\n{ignore}\n{SHORT}\n{WRONG}", encoding="utf-8")

    ran = run(name, "--select", "units,newslint", "--format", "json")

    assert lines(ran) == [("units.wrong-conversion", 8)]


@FORMS
def test_range_is_silent_from_off_to_on(run, desk, name, form):
    off, on = form.format("newslint: off[units]"), form.format("newslint: on")
    copy = f"{WRONG}\n{off}\n\n{WRONG}\n{WRONG}\n{on}\n\n{WRONG}"
    (desk / name).write_text(copy, encoding="utf-8")

    ran = run(name, "--select", "units,newslint", "--format", "json")

    assert lines(ran) == [("units.wrong-conversion", 1), ("units.wrong-conversion", 11)]


def test_range_that_is_not_ended_goes_to_the_end(run, desk):
    (desk / "a.txt").write_text(f"{WRONG}\n[newslint: off]\n\n{WRONG}\n{WRONG}", encoding="utf-8")

    assert lines(run("a.txt", "--select", "units,newslint", "--format", "json")) == [
        ("units.wrong-conversion", 1)
    ]


def test_on_ends_what_it_names(run, desk):
    off = "[newslint: off[words]]\n\n[newslint: off[units]]\n"
    copy = f"{off}\n{WRONG}\n[newslint: on[units]]\n\n{WRONG}\nThe the end.\n"
    (desk / "a.txt").write_text(copy, encoding="utf-8")

    assert lines(run("a.txt", "--select", "units,words,newslint", "--format", "json")) == [
        ("units.wrong-conversion", 9)
    ]


def test_range_that_silences_nothing_is_reported(run, desk):
    copy = f"[newslint: off[units]]\n\nAll is well.\n\n[newslint: on]\n\n{WRONG}\n[newslint: on]\n"
    (desk / "a.txt").write_text(copy, encoding="utf-8")

    assert lines(run("a.txt", "--select", "units,newslint", "--format", "json")) == [
        ("newslint.unused-ignore", 1),
        ("newslint.unused-ignore", 5),
        ("units.wrong-conversion", 7),
        ("newslint.unused-ignore", 9),
    ]


def test_word_of_another_linter_is_told_in_ours(run, desk):
    (desk / "a.txt").write_text(f"[newslint: disable[units]]\n\n{WRONG}", encoding="utf-8")

    ran = run("a.txt", "--select", "units,newslint", "--format", "json")

    assert told(ran)[0] == (
        "newslint.unknown-ignore",
        1,
        "This is no ignore that newslint knows; it is written `newslint: off[units]`.",
    )


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("of[units]", "off[units]"),
        ("onn[units]", "on[units]"),
        ("ingore[units]", "ignore[units]"),
        ("ignore-fiel", "ignore"),
        ("ignor-file", "ignore-file"),
        ("enable[units]", "on[units]"),
    ],
)
def test_misspelt_ignore_is_told_by_the_nearest(run, desk, written, meant):
    (desk / "a.txt").write_text(f"[newslint: {written}]\n\nAll is well.\n", encoding="utf-8")

    ran = run("a.txt", "--select", "units,newslint", "--format", "json")

    assert told(ran) == [
        (
            "newslint.unknown-ignore",
            1,
            f"This is no ignore that newslint knows; it is written `newslint: {meant}`.",
        )
    ]


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.xml"])
def test_ignore_without_its_colon_is_reported(run, desk, name):
    comment = "newslint ignore[units] — as the sign has it"
    (desk / name).write_text(
        {
            "a.txt": f"[{comment}]\n{WRONG}",
            "a.md": f"<!-- {comment} -->\n{WRONG}",
            "a.html": f"<!-- {comment} -->\n<p>{WRONG}</p>\n",
            "a.xml": "<nitf><body><body.content>"
            f"<!-- {comment} --><p>{WRONG}</p></body.content></body></nitf>",
        }[name],
        encoding="utf-8",
    )

    ran = run(name, "--select", "units,newslint", "--format", "json")

    assert [(rule, message) for rule, _, message in told(ran) if rule == "newslint.unknown-ignore"] == [
        (
            "newslint.unknown-ignore",
            "This is no ignore that newslint knows; it is written `newslint: ignore[units]`.",
        )
    ]


@pytest.mark.parametrize(
    "copy", ["[newslint is what we use]", "[newslint, see page [3]]", "Use newslint [1] daily."]
)
def test_words_about_newslint_are_copy(run, desk, copy):
    (desk / "a.txt").write_text(f"{copy}\n\nAll is well.\n", encoding="utf-8")

    assert told(run("a.txt", "--select", "newslint", "--format", "json")) == []


LONG_HEAD = "title: Road opens\n" + "".join(f"tag{number}: harbor\n" for number in range(20))
ABOVE_TEN = "All is well.\n\n" * 4


@pytest.mark.parametrize(
    ("name", "copy"),
    [
        ("a.md", f"---\n{LONG_HEAD}---\n{ABOVE_TEN}<!-- newslint: ignore-file -->\n\n{WRONG}"),
        ("a.md", f"---\n{LONG_HEAD}# newslint: ignore-file\n---\n\n{WRONG}"),
        (
            "a.html",
            f"<head>\n{'<meta>' * 9}{12 * chr(10)}</head>\n<!-- newslint: ignore-file -->\n<p>{WRONG}</p>",
        ),
        (
            "a.html",
            f"<head>{20 * chr(10)}</head>\n<p>Well.</p>\n\n<!-- newslint: ignore-file -->\n<p>{WRONG}</p>",
        ),
    ],
)
def test_ignore_for_the_file_counts_in_the_first_lines_of_copy(run, desk, name, copy):
    (desk / name).write_text(copy, encoding="utf-8")

    assert lines(run(name, "--select", "units,newslint", "--format", "json")) == []


def test_ignore_for_the_file_below_ten_lines_of_copy_silences_nothing(run, desk):
    copy = f"---\ntitle: Road opens\n---\n{ABOVE_TEN}\n\n\n<!-- newslint: ignore-file -->\n\n{WRONG}"
    (desk / "a.md").write_text(copy, encoding="utf-8")

    assert lines(run("a.md", "--select", "units,newslint", "--format", "json")) == [
        ("newslint.unused-ignore", 15),
        ("units.wrong-conversion", 17),
    ]


@pytest.mark.parametrize(
    ("name", "ignore"),
    [
        ("a.txt", "[Newslint: ignore[units] -- as it is]"),
        ("a.md", "<!-- Newslint: ignore[units] -- as it is -->"),
        ("a.html", "<!-- NEWSLINT: ignore[units] -- as it is -->"),
    ],
)
def test_ignore_with_a_capital_is_reported(run, desk, name, ignore):
    (desk / name).write_text(f"{ignore}\nThe road is 80 kilometers (60 miles) long.\n", encoding="utf-8")

    rules = [finding["rule"] for finding in json.loads(run(name, "--format", "json").out)["findings"]]

    assert rules == ["newslint.unknown-ignore", "units.wrong-conversion"]
