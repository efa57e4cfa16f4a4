"""`newslint review` at a real terminal: one key a decision, each written and kept before the next."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from processes import COMMAND

pexpect = pytest.importorskip("pexpect", reason="there is no terminal of POSIX")

ROAD = "The road to Brenna is 80 kilometers (60 miles) long and closed."
PIPE = "The pipe under Sund is 10 kilometers (60 miles) long and open."
SAID = "Experts say it will rain."
ASKED = r"\[q\]uit: "

Terminal = Callable[..., "pexpect.spawn[str]"]


@pytest.fixture
def terminal(desk: Path) -> Terminal:
    """Return a function that starts a review at a terminal of 40 lines."""

    def started(*words: str, **variables: str) -> pexpect.spawn[str]:
        command = [*COMMAND[1:], "review", *words]
        environment = {**os.environ, "NO_COLOR": "1", "TERM": "xterm", **variables}
        return pexpect.spawn(
            sys.executable, command, cwd=str(desk), env=environment, encoding="utf-8", timeout=60,
            dimensions=(40, 100),
        )  # fmt: skip

    return started


def ended(child: pexpect.spawn[str]) -> tuple[int | None, list[str]]:
    """Return how a review ended and what it said in the end."""
    child.expect(pexpect.EOF)
    child.close()
    said = [line for line in child.before.splitlines() if line.startswith("newslint: ")]
    return child.exitstatus, said


def decisions(folder: str | Path) -> list[tuple[str, str]]:
    """Return what is kept of each decision: rule and choice."""
    import json

    lines = (Path(folder) / "decisions.jsonl").read_text(encoding="utf-8").splitlines()
    return [(line["rule"], line["choice"]) for line in map(json.loads, lines)]


def test_every_key_decides_on_a_finding(terminal, desk):
    (desk / "a.txt").write_text(f"{ROAD}\n\n{SAID}\n\n{PIPE}\n\n{ROAD} Again.\n", encoding="utf-8")

    child = terminal("a.txt", "--isolated")
    child.expect(ASKED)
    first = child.before
    child.send("a")
    child.expect(ASKED)
    second = child.before
    child.send("i")
    child.expect("back\\): ")
    child.send("as the sign has it\r")
    child.expect(ASKED)
    child.send("s")
    child.expect(ASKED)
    child.send("2")

    assert ended(child) == (
        0,
        [
            "newslint: decided on 4 findings: 1 accepted, 1 read otherwise, 1 ignored, 1 skipped.",
            f"newslint: decisions are kept in {kept()}.",
        ],
    )
    assert "1 of 4" in first
    assert "The road to Brenna is 80 kilometers (60 miles) long and closed.\r\n" in first
    assert " " * 41 + "^^^^^^^^\r\n" in first
    assert "1  Change to “50 miles” (unsafe)" in first
    assert "2 of 4" in second
    assert "[a]ccept" not in second
    assert (desk / "a.txt").read_text(encoding="utf-8") == (
        f"{ROAD.replace('60', '50')}\n\n"
        f"[newslint: ignore[attribution.vague-source] -- as the sign has it]\n{SAID}\n\n"
        f"{PIPE}\n\n{ROAD.replace('80', '100')} Again.\n"
    )
    assert decisions(os.environ["NEWSLINT_STATE_DIR"]) == [
        ("units.wrong-conversion", "accepted"),
        ("attribution.vague-source", "ignored"),
        ("units.wrong-conversion", "skipped"),
        ("units.wrong-conversion", "other-reading"),
    ]
    assert os.listdir(desk) == ["a.txt"]


def kept() -> str:
    """Return where decisions are kept, as it is told."""
    return Path(os.path.relpath(os.environ["NEWSLINT_STATE_DIR"])).as_posix() + "/decisions.jsonl"


def test_what_was_skipped_is_asked_about_again_only_when_that_is_wanted(terminal, desk):
    (desk / "a.txt").write_text(f"{ROAD}\n\n{PIPE}\n", encoding="utf-8")
    child = terminal("a.txt", "--isolated")
    child.expect(ASKED)
    child.send("s")
    child.expect(ASKED)
    child.send("q")
    assert ended(child)[1][0] == "newslint: decided on 1 finding: 1 skipped."

    child = terminal("a.txt", "--isolated")
    child.expect(ASKED)
    later = child.before
    child.send("q")
    ended(child)
    child = terminal("a.txt", "--isolated", "--again")
    child.expect(ASKED)
    again = child.before
    child.send("q")
    ended(child)

    assert "1 skipped before are not asked about; --again asks." in later
    assert "1 of 1" in later
    assert PIPE in later
    assert "1 of 2" in again
    assert ROAD in again


def test_interrupt_keeps_what_is_done(terminal, desk):
    (desk / "a.txt").write_text(f"{ROAD}\n\n{PIPE}\n", encoding="utf-8")

    child = terminal("a.txt", "--isolated")
    child.expect(ASKED)
    child.send("1")
    child.expect(ASKED)
    child.sendintr()

    code, said = ended(child)
    assert code == 130
    assert said[0] == "newslint: decided on 1 finding: 1 accepted."
    assert (desk / "a.txt").read_text(encoding="utf-8") == f"{ROAD.replace('60', '50')}\n\n{PIPE}\n"
    assert decisions(os.environ["NEWSLINT_STATE_DIR"]) == [("units.wrong-conversion", "accepted")]


def test_terminal_is_as_it_was_before(terminal, desk):
    (desk / "a.txt").write_text(f"{ROAD}\n", encoding="utf-8")
    child = terminal("a.txt", "--isolated")
    child.expect(ASKED)

    import termios

    asking = termios.tcgetattr(child.fileno())[3]
    child.sendintr()
    child.expect("decided on 0 findings")
    after = termios.tcgetattr(child.fileno())[3]
    ended(child)

    assert not asking & (termios.ECHO | termios.ICANON)
    assert after & termios.ECHO
    assert after & termios.ICANON


def test_file_is_edited_by_hand_and_the_walk_goes_on_where_it_was(terminal, desk):
    (desk / "a.txt").write_text(f"{ROAD}\n\n{PIPE}\n", encoding="utf-8")
    (desk / "editor.py").write_text(
        "import sys\nfrom pathlib import Path\npath = Path(sys.argv[-1])\n"
        "path.write_text('A new lead.\\n\\n' + path.read_text().replace('80 kilometers', '97 kilometers'))\n",
        encoding="utf-8",
    )

    child = terminal("a.txt", "--isolated", EDITOR=f"{sys.executable} editor.py")
    child.expect(ASKED)
    child.send("e")
    child.expect(ASKED)
    second = child.before
    child.send("1")

    assert ended(child)[1][0] == "newslint: decided on 2 findings: 1 accepted, 1 edited."
    assert "a.txt:5:" in second
    assert (desk / "a.txt").read_text(encoding="utf-8") == (
        f"A new lead.\n\n{ROAD.replace('80', '97')}\n\n{PIPE.replace('60', '6')}\n"
    )


def test_what_cannot_be_done_is_said_and_asked_again(terminal, desk):
    (desk / "a.txt").write_text(f"{ROAD}\n", encoding="utf-8")
    (desk / "a.txt").chmod(0o444)

    child = terminal("a.txt", "--isolated", EDITOR="", VISUAL="")
    child.expect(ASKED)
    for key, said in (("1", "it is read-only"), ("e", "no editor is known; the variable EDITOR names one.")):
        child.send(key)
        child.expect(ASKED)
        assert said in child.before
    for reason, said in (("one -- two", "without `--`"), ("as it is", "a.txt: not ignored: it is read-only")):
        child.send("i")
        child.expect("back\\): ")
        child.send(f"{reason}\r")
        child.expect(ASKED)
        assert said in child.before
    child.send("q")

    assert ended(child) == (2, ["newslint: decided on 0 findings."])


def test_files_that_are_only_read_offer_no_fix_and_no_editor(terminal, desk):
    (desk / "a.rtf").write_text(r"{\rtf1\ansi " + ROAD + r"\par}", encoding="ascii")

    child = terminal("a.rtf", "--isolated")
    child.expect(ASKED)
    prompt = child.before.splitlines()[-1]
    child.send("1")
    child.expect(ASKED)
    child.send("s")

    assert prompt == "    [s]kip  [i]gnore  "
    assert ended(child)[0] == 0


def test_desk_may_keep_its_decisions_and_see_what_became_of_each_rule(terminal, desk, run):
    (desk / "newslint.toml").write_text('decisions = "reviewed.jsonl"\n', encoding="utf-8")
    (desk / "a.txt").write_text(f"{ROAD}\n\n{PIPE}\n\n{ROAD} Again.\n", encoding="utf-8")
    child = terminal("a.txt")
    for key in "1ss":
        child.expect(ASKED)
        child.send(key)
    assert ended(child)[1][1] == "newslint: decisions are kept in reviewed.jsonl."

    ran = run("a.txt", "--statistics")

    line = "      2  error       units.wrong-conversion, 2 have fixes; 33% accepted, 0% ignored of 3 reviewed"
    assert ran.out.splitlines()[0] == line


def test_safe_fixes_want_nobody(terminal, desk):
    (desk / "a.txt").write_text('“Late,” he said.\n\n"We waited," she said. "We left."\n', encoding="utf-8")

    child = terminal("a.txt", "--isolated", "--select", "quotes.mixed-marks")

    assert ended(child) == (
        0,
        [
            "newslint: 1 with safe fixes, which `newslint check --fix` makes, are not asked about.",
            "newslint: decided on 0 findings.",
        ],
    )


@pytest.mark.parametrize("words", [(".",), ()])
def test_review_without_a_terminal_is_refused(run, desk, words):
    ran = run("review", *words)

    assert (ran.code, ran.err) == (
        2,
        "newslint: review: found no terminal, expected one, as it asks; `newslint check` reports.\n",
    )


@pytest.mark.parametrize(
    ("config", "content", "said"),
    [
        ("decisions.toml", "", "newslint.toml: decisions: found `decisions.toml`, expected a file"),
        (".hidden/decisions.jsonl", "", "newslint.toml: decisions: found `.hidden/decisions.jsonl`"),
        ("link.jsonl", "", "newslint.toml: decisions: found `link.jsonl`, expected a file"),
        ("../decisions.jsonl", "", "decisions: `../decisions.jsonl` is outside the repository"),
        ("decisions.jsonl", "A story.\n", "decisions.jsonl: found no decisions of `newslint review`: "),
    ],
)
def test_decisions_are_kept_in_no_other_file(run, desk, config, content, said):
    (desk / "newslint.toml").write_text(f'decisions = "{config}"\n', encoding="utf-8")
    (desk / "link.jsonl").symlink_to(desk / "story.txt")
    if content:
        (desk / config).write_text(content, encoding="utf-8")

    ran = run(".", "--statistics")

    assert ran.code == 2
    assert said in ran.err
