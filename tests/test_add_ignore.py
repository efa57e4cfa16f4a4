"""`--add-ignore`: ignores with a reason, in each format's own comment, beside copy that stays as it is."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newslint
from newslint.desk.desk import Desk
from newslint.desk.options import Options
from newslint.run.ignorer import ignore
from newslint.run.run import check

WRONG = "The road to Brenna is 80 kilometers (60 miles) long and closed."
RULE = "units.wrong-conversion"
ADD = ("--isolated", "--select", "units", "--add-ignore", "as the sign has it")
DIRECTIVE = "newslint: ignore[units.wrong-conversion] -- as the sign has it"
COMMENT = f"<!-- {DIRECTIVE} -->"
WRAPPED = (
    "The way that leads from the harbor to the town is\n80 kilometers (130 miles) long, the council said.\n"
)


@pytest.mark.parametrize(
    ("name", "copy", "expected"),
    [
        ("a.txt", f"Ferry row\n\n{WRONG}\n", f"Ferry row\n\n[{DIRECTIVE}]\n{WRONG}\n"),
        ("a.txt", WRAPPED, WRAPPED.replace("80 k", f"[{DIRECTIVE}]\n80 k")),
        ("a.txt", f"\ufeff{WRONG}\r\n", f"\ufeff[{DIRECTIVE}]\r\n{WRONG}\r\n"),
        ("a.md", f"# Ferry row\n\n{WRONG}\n", f"# Ferry row\n\n{COMMENT}\n{WRONG}\n"),
        ("a.md", WRAPPED, WRAPPED.replace("said.", f"said.{COMMENT}")),
        ("a.md", f"- Ferry row\n- {WRONG}\n", f"- Ferry row\n- {WRONG}{COMMENT}\n"),
        (
            "a.md",
            "---\ntitle: The 80 kilometers (60 miles) road\n---\n\nIt rained.\n",
            f"---\n# {DIRECTIVE}\ntitle: The 80 kilometers (60 miles) road\n---\n\nIt rained.\n",
        ),
        (
            "a.md",
            "| a | b |\n|---|---|\n| 80 kilometers (60 miles) | c |\n",
            f"| a | b |\n|---|---|\n| 80 kilometers (60 miles{COMMENT}) | c |\n",
        ),
        ("a.html", f"<p>It rained.</p>\n<p>{WRONG}</p>\n", f"<p>It rained.</p>\n{COMMENT}\n<p>{WRONG}</p>\n"),
        ("a.html", f"<!doctype html><p>{WRONG}</p>\n", f"<!doctype html><p>{WRONG}</p>{COMMENT}\n"),
        (
            "a.json",
            f'{{"headline": "Row", "versioncreated": "2026-03-10", "body_html": "<p>{WRONG}</p>"}}\n',
            f'{{"headline": "Row", "versioncreated": "2026-03-10", "body_html": '
            f'"<p>{WRONG.replace("60 miles", f"60 miles{COMMENT}")}</p>"}}\n',
        ),
        (
            "a.xml",
            f"<nitf><body><body.content>\n <p>{WRONG}</p>\n</body.content></body></nitf>\n",
            f"<nitf><body><body.content>\n <!-- {DIRECTIVE.replace('--', '—')} -->\n"
            f" <p>{WRONG}</p>\n</body.content></body></nitf>\n",
        ),
    ],
)
def test_ignore_is_written_in_the_comment_of_the_format_and_silences(run, desk, name, copy, expected):
    (desk / name).write_bytes(copy.encode())

    ran = run(name, "--format", "json", *ADD)

    assert (desk / name).read_bytes().decode() == expected
    assert (ran.code, ran.findings) == (0, [])
    assert ran.err == "newslint: ignored 1 finding in 1 file, 0 left.\n"


def test_second_run_says_and_changes_nothing(run, desk):
    (desk / "a.txt").write_text(f"{WRONG}\n\n{WRAPPED}", encoding="utf-8")
    run("a.txt", *ADD)
    once = (desk / "a.txt").read_bytes()

    again = run("a.txt", *ADD)

    assert (again.code, again.err, again.out) == (0, "", "No findings in 1 file, 31 words.\n")
    assert (desk / "a.txt").read_bytes() == once


def test_rules_of_one_line_share_an_ignore(run, desk):
    (desk / "a.txt").write_text("Experts say the road is 80 kilometers (60 miles) long.\n", encoding="utf-8")

    ran = run("a.txt", "--isolated", "--add-ignore", "as the sign has it")

    ignored = "[newslint: ignore[attribution.vague-source, units.wrong-conversion] -- as the sign has it]"
    assert (desk / "a.txt").read_text(encoding="utf-8").splitlines()[0] == ignored
    assert ran.err == "newslint: ignored 2 findings in 1 file, 0 left.\n"


def test_ignore_is_written_only_for_what_would_be_listed(run, desk):
    (desk / "a.txt").write_text("Experts say the road is 80 kilometers (60 miles) long.\n", encoding="utf-8")

    ran = run("a.txt", "--isolated", "--show", "error", "--add-ignore", "as the sign has it")

    assert (desk / "a.txt").read_text(encoding="utf-8").startswith(f"[{DIRECTIVE}]\n")
    assert ran.err == "newslint: ignored 1 finding in 1 file, 1 left.\n"


def test_encoding_of_the_file_is_kept_and_a_reason_it_cannot_hold_refused(run, desk):
    (desk / "a.txt").write_bytes(f"{WRONG} The café is open.\n".encode("windows-1252"))
    reading = ("a.txt", "--isolated", "--select", "units", "--encoding", "windows-1252")

    refused = run(*reading, "--add-ignore", "as the sign in 東京 has it")
    before = (desk / "a.txt").read_bytes()
    written = run(*reading, "--add-ignore", "as the café has it")

    assert (refused.code, refused.err) == (
        2,
        "newslint: a.txt: not ignored: the reason cannot be written as CP1252.\n",
    )
    assert before == f"{WRONG} The café is open.\n".encode("windows-1252")
    assert written.code == 0
    assert b"as the caf\xe9 has it]\n" in (desk / "a.txt").read_bytes()


def test_format_without_comments_is_refused_and_the_others_get_theirs(run, desk):
    (desk / "a.rtf").write_text(r"{\rtf1\ansi " + WRONG + r"\par}", encoding="ascii")
    (desk / "b.txt").write_text(f"{WRONG}\n", encoding="utf-8")

    ran = run(".", *ADD)

    assert ran.code == 2
    assert ran.err.splitlines() == [
        "newslint: a.rtf: not ignored: files of this kind take no comment; "
        "`[files.…] ignore` of the config, or a baseline, does.",
        "newslint: ignored 1 finding in 1 file, 1 left.",
    ]
    assert f"[{DIRECTIVE}]" in (desk / "b.txt").read_text(encoding="utf-8")


def test_line_that_takes_no_comment_is_refused(run, desk):
    copy = f'{{"headline": "{WRONG}", "versioncreated": "2026-03-10", "body_text": "It rained."}}\n'
    (desk / "a.json").write_text(copy, encoding="utf-8")

    ran = run("a.json", *ADD)

    assert (ran.code, ran.err) == (
        2,
        "newslint: a.json: not ignored: line 1 takes no comment that silences only that; "
        "`[files.…] ignore` of the config, or a baseline, does.\n",
    )
    assert (desk / "a.json").read_text(encoding="utf-8") == copy


@pytest.mark.parametrize("reason", ["", "  ", "one -- two", "two\nlines", "\x1b[31m"])
def test_reason_that_a_comment_cannot_hold_is_refused(run, desk, reason):
    ran = run(".", "--add-ignore", reason)

    assert ran.code == 2
    assert "expected a reason on one line, without `--`" in ran.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("-",), "--add-ignore: found -, expected files, as it writes into them."),
        ((".", "--fix"), "--add-ignore: found --fix beside it, expected one of them."),
        ((".", "--diff"), "--add-ignore: found --diff beside it, expected one of them."),
        (
            (".", "--write-baseline", "b.json"),
            "--add-ignore: found --write-baseline beside it, expected one of them.",
        ),
    ],
)
def test_ignores_are_written_into_files_and_by_themselves(run, desk, words, said):
    ran = run(*words, "--add-ignore", "as the sign has it")

    assert (ran.code, ran.err) == (2, f"newslint: {said}\n")


def test_read_only_file_is_left_alone(run, desk):
    (desk / "a.txt").write_text(f"{WRONG}\n", encoding="utf-8")
    (desk / "a.txt").chmod(0o444)

    ran = run("a.txt", *ADD)

    assert (ran.code, ran.err) == (2, "newslint: a.txt: not ignored: it is read-only (mode 0444).\n")


def test_what_a_killed_run_left_is_swept_up(run, desk):
    (desk / "a.txt").write_text(f"{WRONG}\n", encoding="utf-8")
    (desk / ".a.txt.newslint-new").write_text("Half of", encoding="utf-8")

    ran = run("a.txt", *ADD)

    assert ran.err.splitlines() == [
        "newslint: removed what an interrupted run left: .a.txt.newslint-new.",
        "newslint: ignored 1 finding in 1 file, 0 left.",
    ]
    assert [each.name for each in desk.iterdir()] == ["a.txt"]


def test_ignores_that_are_wrong_are_not_ignored(run, desk):
    copy = f"[newslint: ignore[unit] -- as the sign has it]\n{WRONG}\n"
    (desk / "a.txt").write_text(copy, encoding="utf-8")

    ran = run("a.txt", "--isolated", "--add-ignore", "as the sign has it", "--format", "concise")

    assert ran.err == "newslint: ignored 1 finding in 1 file, 1 left.\n"
    assert "[newslint.unknown-ignore]" in ran.out


PIECES = st.sampled_from(
    [
        WRONG,
        WRAPPED.strip(),
        "# The 80 kilometers (60 miles) road",
        "- 80 kilometers (60 miles)\n- one\n  80 kilometers (60 miles)\n\n  80 kilometers (60 miles) 🎉 é",
        "> “We went 80 kilometers (60 miles),” she said.\n> It rained.",
        "| a | b |\n|---|---|\n| 80 kilometers (60 miles) | 80 kilometers (60 miles) |",
        "Experts say it rained.\\\nExperts say it snowed.  \nExperts say so.",
        "<div>\n<p>The road is 80 kilometers (60 miles) long.</p>\n</div>",
        "```\n80 kilometers (60 miles)\n```",
        "[newslint: ignore[dates] -- an old one]\nIt rained.",
        "1. Experts say the road is 80 kilometers (60 miles) long.\n2. It rained.",
        "The road is 80 kilometers\n(60 miles) long\n---",
    ]
)
# On a line of its own, or at the end of one.
ADDED = re.compile(
    r"^[ \t]*(?:\[|<!-- |# )newslint: ignore\[[\w., -]+\] -- as it stands(?:\]| -->|)\r?\n"
    r"|<!-- newslint: ignore\[[\w., -]+\] -- as it stands -->",
    re.MULTILINE,
)
STORIES = st.lists(PIECES, min_size=1, max_size=6).map("\n\n".join)


@pytest.fixture(scope="module")
def isolated() -> Desk:
    return Desk(Options(isolated=True))


@settings(max_examples=25, deadline=None)
@given(copy=STORIES, end=st.sampled_from(["\n", "\r\n"]), name=st.sampled_from(["a.txt", "a.md", "a.html"]))
def test_all_but_the_ignores_stays_byte_for_byte(
    tmp_path_factory: pytest.TempPathFactory, copy: str, end: str, name: str
) -> None:
    path = tmp_path_factory.mktemp("stories") / name
    original = (copy + "\n").replace("\n", end)
    path.write_bytes(original.encode())
    before = newslint.read(path)

    _ignore(str(path))
    once = path.read_bytes()
    _ignore(str(path))

    assert path.read_bytes() == once
    assert newslint.read(path).text == before.text
    assert ADDED.sub("", once.decode()) == original


def _ignore(path: str) -> None:
    desk = Desk(Options(isolated=True))
    report = check(desk, [path])
    list(ignore(desk, report, [path], reason="as it stands"))
