"""What stories gave is kept by all that it depends on: the next run says the same, sooner."""

from __future__ import annotations

import os
import random
import re
import signal
import sqlite3
import stat
import subprocess
import time

import pytest

from conftest import HOUSE_RULE, house_rules
from newslint.core.style import Style
from newslint.run.recall.store import Store
from processes import COMMAND, installed, ran

WRONG = "The road is 80 kilometers (60 miles) long.\n"
WEEKDAY = "MOSUL — The bridge fell on Tuesday, March 5, and nobody was hurt.\n"
NEAR = (
    "Nishank Motwani of the Griffin Institute met Farid Haidari and Omar Sadiq in Herat, Motwani said.\n",
    "Nishank Motwane of the Griffin Institute met Farid Haidari and Omar Sadiq in Herat, Motwane said.\n",
)
# Says at the end which of these were imported.
LOOKING = """
import atexit, sys
looked_for = ("newslint.checks.", "newslint.rulebook.lists", "newslint.core.rule", "newslint.core.document")
atexit.register(lambda: sys.stderr.write(" ".join(sorted(
    name for name in sys.modules if name.startswith(looked_for) and not name.endswith(".plugin")
    and (name.count(".") > 2 or "core" in name)))))
"""
DEAF = """
import sys
def refuse(event, arguments):
    if event.startswith("socket."):
        raise RuntimeError(event)
sys.addaudithook(refuse)
"""


@pytest.fixture
def kept(desk, monkeypatch, tmp_path_factory):
    """Return a desk whose runs keep what they find in a folder of their own."""
    folder = tmp_path_factory.mktemp("kept")
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(folder))
    return folder


def rows(kept):
    with sqlite3.connect(kept / "findings.sqlite") as opened:
        found = opened.execute("SELECT count(*) FROM rows").fetchone()[0]
    opened.close()
    return found


def messages(done):
    return [finding["message"] for finding in done.findings]


def test_report_is_the_same_cold_warm_shuffled_and_by_any_number_of_workers(run, desk, kept):
    names = [f"{number}.txt" for number in range(12)]
    for number, name in enumerate(names):
        (desk / name).write_text(WRONG * (number + 1), encoding="utf-8")
    shuffled = random.Random(1).sample(names, 12)

    cold = run("check", *names, "--format", "json", "--jobs", "1")
    for words in (names, shuffled, [*shuffled, "--jobs", "8"], [*names, "--no-cache"]):
        again = run("check", *words, "--format", "json")

        assert (again.code, again.written) == (1, cold.written)
    (kept / "findings.sqlite").unlink()
    assert run("check", *shuffled, "--format", "json", "--jobs", "8").written == cold.written
    assert run("check", *names, "--format", "json").written == cold.written


@pytest.mark.parametrize("form", ["terminal", "sarif", "html", "junit", "statistics", "jsonl", "gitlab"])
def test_every_report_is_the_same_warm(run, desk, kept, form):
    (desk / "a.txt").write_text(WRONG, encoding="utf-8")
    (desk / "b.md").write_text(f"# Roads\n\n{WRONG}", encoding="utf-8")
    fresh = run("a.txt", "b.md", "--format", form, "--no-cache")

    cold, warm = (run("a.txt", "b.md", "--format", form) for _ in range(2))

    assert cold.written == warm.written == fresh.written


def test_only_changed_stories_are_linted_again(run, desk, kept):
    for name in ("a.txt", "b.txt", "c.txt"):
        (desk / name).write_text(WRONG, encoding="utf-8")
    run(".")
    (desk / "b.txt").write_text(WRONG.replace("60", "70"), encoding="utf-8")

    done = run(".", "--format", "json")

    assert [finding["text"] for finding in done.findings if finding["path"] == "b.txt"] == ["70 miles"]
    # Three stories, one that the settings are sound, and the story that changed.
    assert rows(kept) == 5


def test_warm_run_imports_no_check_and_no_rule_and_reads_no_list(desk, kept):
    for name in ("a.txt", "b.txt"):
        (desk / name).write_text(WRONG, encoding="utf-8")

    cold, warm = (ran(".", cwd=desk, before=LOOKING) for _ in range(2))

    assert (cold.returncode, warm.returncode) == (1, 1)
    assert b"newslint.checks.units" in cold.stderr
    assert (warm.stderr, warm.stdout) == (b"", cold.stdout)


def test_check_opens_no_socket(desk, kept):
    (desk / "a.txt").write_text(WRONG, encoding="utf-8")

    done = [ran("a.txt", *more, cwd=desk, before=DEAF) for more in ((), (), ("--across",), ("--no-cache",))]

    assert [(each.returncode, each.stderr) for each in done] == [(1, b"")] * 4


def test_two_dated_names_of_one_story_share_no_row(run, desk, kept):
    for name in ("2024-03-06-bridge.txt", "2023-03-06-bridge.txt"):
        (desk / name).write_text(WEEKDAY, encoding="utf-8")
        assert run(name, "--format", "json").code in (0, 1)

    right = run("2024-03-06-bridge.txt", "--select", "dates", "--format", "json")
    wrong = run("2023-03-06-bridge.txt", "--select", "dates", "--format", "json")

    assert messages(right) == []
    assert len(messages(wrong)) == 1


def test_what_the_command_line_asks_is_asked_anew(run, desk, kept):
    (desk / "a.txt").write_text(WEEKDAY, encoding="utf-8")

    counts = [
        len(run("a.txt", "--format", "json", *words).findings)
        for words in (
            ["--select", "dates"],
            ["--select", "dates", "--date", "2023-03-06"],
            ["--select", "dates", "--date", "2024-03-06"],
            ["--select", "units", "--date", "2023-03-06"],
            ["--select", "dates", "--date", "2023-03-06", "--ignore", "dates"],
        )
    ]

    assert counts == [0, 1, 0, 0, 0]


def test_what_a_config_and_its_files_say_is_asked_anew(run, desk, kept):
    (desk / "a.txt").write_text("He left amid calls to stay. Anna Zelenskiy wrote it.\n", encoding="utf-8")
    house_rules(desk, journalese=HOUSE_RULE)
    rule = desk / "house-rules" / "house" / "journalese.toml"
    config = (desk / "newslint.toml").read_text(encoding="utf-8")

    def found():
        return [each["message"] for each in run("a.txt", "--format", "json").findings]

    assert found() == ["“amid calls” is journalese."]
    rule.write_text(HOUSE_RULE.replace("is journalese", "is worn"), encoding="utf-8")
    assert found() == ["“amid calls” is worn."]
    (desk / "newslint.toml").write_text(config + '[files."*.txt"]\nignore = ["house"]\n', encoding="utf-8")
    assert found() == []
    (desk / "names.toml").write_text(
        '[[names]]\nname = "Anna Zelensky"\nkind = "person"\nvariants = ["Zelenskiy"]\n', encoding="utf-8"
    )
    (desk / "newslint.toml").write_text('names = "names.toml"\n', encoding="utf-8")
    assert len(found()) == 1
    (desk / "names.toml").write_text(
        '[[names]]\nname = "Anna Zelenskiy"\nkind = "person"\n', encoding="utf-8"
    )
    assert found() == []


def test_what_the_words_of_a_desk_say_is_asked_anew(run, desk, kept):
    (desk / "a.txt").write_text("The rumbledore met twice.\n", encoding="utf-8")
    (desk / "newslint.toml").write_text('language = "en"\n', encoding="utf-8")

    before = len(run("a.txt", "--format", "json").findings)
    (desk / "reject.txt").write_text("rumbledore\n", encoding="utf-8")

    assert (before, len(run("a.txt", "--format", "json").findings)) == (0, 1)


def test_what_a_style_file_says_is_asked_anew(run, desk, kept):
    (desk / "a.txt").write_text(WRONG, encoding="utf-8")
    (desk / "house.toml").write_text('style = "newslint"\n', encoding="utf-8")
    first = run("a.txt", "--style", "house.toml")
    (desk / "house.toml").write_text('style = "newslint"\nignore = ["units"]\n', encoding="utf-8")

    assert (first.code, run("a.txt", "--style", "house.toml").code) == (1, 0)


def test_every_key_of_a_config_is_in_what_is_kept():
    # One that names files needs more than its own words: their contents, in `recall/fingerprints`.
    assert set(Style.__struct_fields__) == {
        "title", "description", "style", "references", "unknown", "rules_dirs", "select", "extend_select",
        "ignore", "exclude", "rules", "files", "lists", "names", "accept", "reject", "rates",
        "baseline", "decisions", "fail_on", "language", "require_reason", "required_version",
        "rules_packages", "statements",
    }  # fmt: skip


def test_faulty_config_is_told_warm_as_well(run, desk, kept):
    (desk / "a.txt").write_text(WRONG, encoding="utf-8")
    run("a.txt")
    (desk / "newslint.toml").write_text('ignore = ["units.no-such-rule"]\n', encoding="utf-8")

    first, second = run("a.txt"), run("a.txt")

    assert (first.code, second.code) == (2, 2)
    assert "unknown rule" in first.err
    assert second.err == first.err


def test_what_is_odd_in_a_config_is_said_each_time(run, desk, kept):
    (desk / "a.txt").write_text("It rained for two days.\n", encoding="utf-8")
    (desk / "newslint.toml").write_text('style = "ap"\nignore = ["units", "units"]\n[rules.units]\n')

    said = [run("a.txt").err for _ in range(2)]

    assert said[0] == said[1]


def test_changed_plugin_is_asked_anew(desk, kept, tmp_path_factory):
    code = """
from newslint.hookimpl import hookimpl
from newslint.plugin import Check, Problem, Span

class Rain(Check, frozen=True, kw_only=True):
    supplies = {}
    def problems(self, document):
        if "rained" in document.text:
            yield Problem(Span(0, 2), {})

@hookimpl
def newslint_checks():
    return {"rain": "weather_desk:Rain"}
"""
    site = tmp_path_factory.mktemp("site")
    (desk / "a.txt").write_text("It rained.\n", encoding="utf-8")
    rule = HOUSE_RULE.partition("[check]")[0].replace("“{words}” is journalese.", "Rain.")
    rule += '[check]\nkind = "rain"\n[[invalid]]\ntext = "[[It]] rained."\n'
    house_rules(desk, rain=rule + '[[valid]]\ntext = "It snowed."\n[[valid]]\ntext = "Rain fell."\n')
    under = installed(site, code)

    first = ran("a.txt", "--format", "concise", "--fail-on", "never", cwd=desk, under=under)
    # Of another length, as Python itself tells modules apart by their size and the second.
    (site / "weather_desk.py").write_text(code.replace("Span(0, 2)", "Span(3, 3 + 6)"), encoding="utf-8")
    second = ran("a.txt", "--format", "concise", "--fail-on", "never", cwd=desk, under=under)

    assert first.stdout == b"a.txt:1:1: warning Rain. [house.rain]\n", first.stderr
    assert second.stdout == b"a.txt:1:4: warning Rain. [house.rain]\n"


def test_story_is_known_whichever_path_was_named(run, desk, kept):
    (desk / "city" / "roads").mkdir(parents=True)
    (desk / "city" / "roads" / "a.txt").write_text(WRONG, encoding="utf-8")

    run(".")
    run("city")
    run("city/roads/a.txt")

    assert rows(kept) == 2


def test_facts_for_a_comparison_are_kept(run, desk, kept):
    for name, copy in zip(("a.txt", "b.txt"), NEAR, strict=True):
        (desk / name).write_text(copy, encoding="utf-8")

    words = (".", "--across", "--select", "names", "--format", "json")
    fresh, cold, warm = run(*words, "--no-cache"), run(*words), run(*words)

    assert fresh.written == cold.written == warm.written
    assert len(warm.findings) == 1


def test_standard_input_is_not_kept(desk, kept):
    with subprocess.Popen([*COMMAND, "-"], cwd=desk, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as run:
        done = run.communicate(WRONG.encode())

    assert b"60 miles" in done[0]
    assert rows(kept) == 1


def test_what_failed_is_tried_again(run, desk, kept):
    (desk / "a.txt").write_bytes(b"It was \x00 bad.\n")

    assert [run("a.txt").code for _ in range(2)] == [2, 2]
    assert rows(kept) == 1


def test_nothing_is_kept_where_that_is_asked(run, desk, kept):
    (desk / "a.txt").write_text(WRONG, encoding="utf-8")

    assert run("a.txt", "--no-cache").code == 1
    assert list(kept.iterdir()) == []


def test_what_is_kept_is_for_nobody_else_and_not_beside_the_stories(run, desk, kept):
    (desk / "a.txt").write_text(WRONG, encoding="utf-8")

    run("a.txt")

    assert [each.name for each in desk.iterdir()] == ["a.txt"]
    assert stat.S_IMODE((kept / "findings.sqlite").stat().st_mode) == 0o600 or os.name != "posix"


def _foreign(path):
    with sqlite3.connect(path) as opened:
        opened.execute("CREATE TABLE rows (name TEXT)")
    opened.close()


@pytest.mark.parametrize(
    "damage",
    [
        lambda path: path.write_bytes(b"no database at all, " * 500),
        lambda path: path.write_bytes(path.read_bytes()[:5000]),
        lambda path: path.write_bytes(path.read_bytes()[:100] + os.urandom(8000)),
        lambda path: (path.unlink(), _foreign(path)),
    ],
)
def test_damaged_or_foreign_file_is_said_once_and_made_afresh(run, desk, kept, damage):
    (desk / "a.txt").write_text(WRONG, encoding="utf-8")
    run("a.txt")
    damage(kept / "findings.sqlite")

    first, second = run("a.txt"), run("a.txt")

    assert (first.code, second.code, first.out) == (1, 1, second.out)
    assert first.err.count("findings.sqlite: damaged; it is made afresh.") == 1
    assert second.err == ""
    assert rows(kept) == 2


def test_damaged_row_is_linted_again(run, desk, kept):
    (desk / "a.txt").write_text(WRONG, encoding="utf-8")
    fresh = run("a.txt")
    with sqlite3.connect(kept / "findings.sqlite") as opened:
        opened.execute("UPDATE rows SET value = substr(value, 1, length(value) - 1) || x'00'")
    opened.close()

    assert run("a.txt").out == fresh.out


@pytest.mark.skipif(os.name != "posix", reason="needs the pipes of POSIX")
def test_pipe_in_its_place_is_not_waited_for(run, desk, kept):
    (desk / "a.txt").write_text(WRONG, encoding="utf-8")
    os.mkfifo(kept / "findings.sqlite")

    assert run("a.txt").err == ""
    assert rows(kept) == 2


@pytest.mark.skipif(os.name != "posix", reason="needs the limits of POSIX")
def test_full_disk_costs_no_run(desk, kept):
    (desk / "a.txt").write_text(WRONG, encoding="utf-8")
    full = "import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
    full += "resource.setrlimit(resource.RLIMIT_FSIZE, (6000, 6000))"

    done = ran("a.txt", cwd=desk, before=full)

    assert (done.returncode, done.stderr) == (1, b"")
    assert b"60 miles" in ran("a.txt", cwd=desk).stdout


def test_runs_at_once_keep_what_each_finds(desk, kept):
    for number in range(40):
        (desk / f"{number}.txt").write_text(WRONG + str(number), encoding="utf-8")
    ran("0.txt", cwd=desk)
    runs = [
        subprocess.Popen([*COMMAND, "."], cwd=desk, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(4)
    ]

    ends = [each.communicate(timeout=60) for each in runs]

    assert ends == [ends[0]] * 4
    assert ends[0][1] == b""
    assert rows(kept) == 41


@pytest.mark.skipif(os.name != "posix", reason="needs the signals of POSIX")
def test_killed_run_leaves_what_the_next_can_use(desk, kept):
    for number in range(500):
        (desk / f"{number}.txt").write_text(WRONG + str(number), encoding="utf-8")
    run = subprocess.Popen([*COMMAND, ".", "--jobs", "1", "--output", "cut.out"], cwd=desk)
    deadline = time.monotonic() + 30
    while not (kept / "findings.sqlite").exists() or (kept / "findings.sqlite").stat().st_size < 50_000:
        assert time.monotonic() < deadline
        time.sleep(0.01)
    run.send_signal(signal.SIGKILL)
    run.wait()

    assert rows(kept) > 100
    done, fresh = (ran(".", *more, cwd=desk) for more in ((), ("--no-cache",)))
    assert (done.stdout, done.stderr) == (fresh.stdout, b"")


def test_store_is_bounded_and_forgets_what_was_unused_the_longest(tmp_path):
    store = Store(tmp_path / "rows.sqlite", most=300_000)
    for day in range(10):
        store.today = day
        store.put((f"{day}-{number}".encode(), bytes(1000)) for number in range(50))
        store.get(b"0-0")
    store.close()

    assert (tmp_path / "rows.sqlite").stat().st_size < 400_000
    assert store.get(b"9-0") == store.get(b"0-0") == bytes(1000)
    assert store.get(b"0-1") is None


def test_cache_is_told_of_and_removed(run, desk, kept):
    (desk / "a.txt").write_text(WRONG, encoding="utf-8")
    (kept / "mine.txt").write_text("not newslint's", encoding="utf-8")
    run("a.txt")

    told, cleaned, after = run("cache", "size"), run("cache", "clean"), run("cache", "size")

    assert re.fullmatch(rf"{kept}: [45] files, [\d,]+ bytes\.\n", told.out)
    assert cleaned.out.endswith("bytes removed.\n")
    assert after.out == f"{kept}: 0 files, 0 bytes.\n"
    assert [each.name for each in kept.iterdir()] == ["mine.txt"]


def test_cache_that_may_not_be_removed_is_told(run, desk, kept):
    (kept / "setting-folder").mkdir()

    done = run("cache", "clean")

    assert done.code == 2
    assert "cannot be removed" in done.err
