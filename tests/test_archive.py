"""The archive: any number of stories, linted once, compared on disk, written to tables."""

from __future__ import annotations

import sqlite3

import pyarrow.parquet as parquet
import pytest

from archives import archive, copy, everything, fill, table
from newslint.desk.options import Options
from newslint.run.archive.engines import LocalEngine
from newslint.run.archive.run import Asked, archived
from newslint.run.archive.tables import Writer
from processes import installed, ran


@pytest.mark.parametrize("in_memory", [5_000, 0])
def test_findings_are_those_of_check_across(run, desk, monkeypatch, in_memory):
    monkeypatch.setattr("newslint.run.archive.spelled.MOST_USES", in_memory)
    fill(desk / "stories", 60)

    archive(run, "stories", "--jobs", "1")
    checked = run("check", "stories", "--across", "--isolated", "--format", "json")

    rows = [(row["path"], row["rule"], row["start"], row["message"], row["fingerprint"]) for row in
            table(desk / "out", "findings")]  # fmt: skip
    assert rows == [
        (each["path"], each["rule"], each["start"]["offset"], each["message"], each["fingerprint"])
        for each in checked.findings
    ]
    assert sum(rule == "names.inconsistent-across-stories" for _, rule, _, _, _ in rows) >= 3


@pytest.mark.parametrize("jobs", ["2", "5"])
def test_rows_are_the_same_by_any_number_of_processes(run, desk, jobs):
    fill(desk / "stories", 80)
    archive(run, "stories", "--jobs", "1")
    alone = everything(desk / "out")
    (desk / "out").rename(desk / "alone")

    archive(run, "stories", "--jobs", jobs)

    assert everything(desk / "out") == alone
    assert {name: len(rows) > 0 for name, rows in alone.items()} == {
        "conversions": True, "dates": True, "errors": False, "facts": True, "findings": True, "names": True,
        "quotes": True, "stories": True,
    }  # fmt: skip


def test_names_tell_spellings_years_desks_and_first_use(run, desk):
    (desk / "stories" / "city").mkdir(parents=True)
    for year, name in ((2019, "Muttaqi"), (2020, "Muttaqi"), (2021, "Muttaqi")):
        (desk / "stories" / "city" / f"{year}-03-05-visit.txt").write_text(
            f"Foreign Minister Amir {name} came to Herat. {name} spoke.\n", encoding="utf-8"
        )

    archive(run, "stories")

    (row,) = [row for row in table(desk / "out", "names") if row["name"] == "Amir Muttaqi"]
    assert (row["kind"], row["stories"], row["mentions"], row["spellings"]) == (
        "person",
        3,
        6,
        {"Muttaqi": 6},
    )
    assert row["years"] == {"2019": 2, "2020": 2, "2021": 2}
    assert row["months"] == {"2019-03": 2, "2020-03": 2, "2021-03": 2}
    assert row["desks"] == {"city": 6}
    assert (row["first_date"], row["first_path"]) == ("2019-03-05", "stories/city/2019-03-05-visit.txt")
    assert (row["last_date"], row["title"]) == ("2021-03-05", "Foreign Minister")
    assert row["contexts"][0] == "Foreign Minister Amir Muttaqi came to Herat. Muttaqi spoke."


def test_days_and_conversions_are_told_with_the_words_beside_them(run, desk):
    (desk / "a.html").write_text(
        "<p>The fair &amp; the ball open on <b>March 3</b>, 2027, in Bergen.</p>\n"
        "<p>The road is 80 kilometers (50 miles) long.</p>\n",
        encoding="utf-8",
    )

    archive(run, "a.html")

    source = (desk / "a.html").read_text(encoding="utf-8")
    (day,) = table(desk / "out", "dates")
    assert (day["path"], day["text"], day["year"], day["month"], day["day"]) == (
        "a.html", "March 3, 2027", 2027, 3, 3,
    )  # fmt: skip
    assert source[day["start"] : day["end"]] == "March 3</b>, 2027"
    assert "the ball open on" in day["beside"]
    (pair,) = table(desk / "out", "conversions")
    assert (pair["original"], pair["original_unit"], pair["converted"], pair["converted_unit"]) == (
        "80 kilometers", "kilometer", "50 miles", "mile",
    )  # fmt: skip
    assert (pair["form"], source[pair["start"] : pair["end"]]) == ("bracket", "80 kilometers (50 miles")


def test_rows_of_a_table_are_in_groups_of_thousands(desk):
    writer = Writer(desk / "errors", "errors")
    for number in range(5_300):
        writer.add({"path": f"{number}.txt", "kind": "unread", "reason": "no such file."})
    writer.close()

    told = parquet.read_metadata(desk / "errors" / "part-00000.parquet")
    assert [told.row_group(at).num_rows for at in range(told.num_row_groups)] == [5_000, 300]
    assert parquet.read_table(desk / "errors")["path"][5_299].as_py() == "5299.txt"


def test_quotes_tell_who_said_what(run, desk):
    (desk / "a.txt").write_text("“We will widen it,” said Anna Halvorsen, the mayor.\n", encoding="utf-8")

    archive(run, "a.txt")

    (row,) = table(desk / "out", "quotes")
    assert (row["speaker"], row["cue"], row["content"]) == ("Anna Halvorsen", "said", "“We will widen it,”")


def test_only_new_and_changed_stories_are_read_again(run, desk):
    fill(desk / "stories", 30)
    archive(run, "stories")
    unchanged = archive(run, "stories")
    (desk / "stories" / "city" / "0000.txt").write_text(copy(500), encoding="utf-8")
    (desk / "stories" / "city" / "new.txt").write_text(copy(501), encoding="utf-8")
    (desk / "stories" / "city" / "0003.txt").unlink()
    changed = archive(run, "stories")
    after = everything(desk / "out")
    (desk / "out").rename(desk / "before")
    archive(run, "stories")

    assert unchanged.out == "out: 30 stories, 0 linted now.\n"
    assert changed.out == "out: 30 stories, 2 linted now, 1 gone.\n"
    assert everything(desk / "out") == after


def test_stories_are_counted_from_the_start_and_then_linted(desk):
    fill(desk / "stories", 3)
    seen = []

    asked = Asked(("stories",), desk / "out")
    archived(
        Options(isolated=True, across=True), LocalEngine(), asked, progress=lambda *told: seen.append(told)
    )

    assert seen == [(3, 0), (1, 3), (2, 3), (3, 3)]


def test_other_settings_have_all_read_again(run, desk):
    fill(desk / "stories", 6)
    run("archive", "stories", "--out", "out")
    (desk / "newslint.toml").write_text('ignore = ["units"]\n', encoding="utf-8")

    done = run("archive", "stories", "--out", "out")

    assert done.out == "out: 6 stories, 6 linted now.\n"
    assert not [row for row in table(desk / "out", "findings") if row["rule"].startswith("units")]


def test_story_that_cannot_be_read_costs_itself(run, desk):
    fill(desk / "stories", 10)
    (desk / "stories" / "bad.txt").write_bytes(b"It was \x00 bad.\n")

    first = archive(run, "stories", code=2)
    second = archive(run, "stories", code=2)

    (row,) = table(desk / "out", "errors")
    assert (row["path"], row["kind"]) == ("stories/bad.txt", "unread")
    assert "NUL byte" in row["reason"]
    assert len(table(desk / "out", "stories")) == 10
    assert (first.out, second.out) == (
        "out: 11 stories, 11 linted now.\n", "out: 11 stories, 0 linted now.\n",
    )  # fmt: skip


BACKWARDS = """
from newslint.hookimpl import hookimpl

class Backwards:
    def linted(self, lint, items, *, jobs, address):
        for item in reversed(list(items)):
            yield item, lint(item)

@hookimpl
def newslint_engines():
    return {"backwards": "weather_desk:Backwards"}
"""


def test_engine_of_a_plugin_gives_the_same_rows(run, desk, tmp_path_factory):
    fill(desk / "stories", 20)
    archive(run, "stories")
    whole = everything(desk / "out")
    under = installed(tmp_path_factory.mktemp("site"), BACKWARDS)

    done = ran(
        "archive", "stories", "--out", "other", "--isolated", "--engine", "backwards", cwd=desk, under=under
    )

    assert done.returncode == 0, done.stderr
    assert everything(desk / "other") == whole


def test_unknown_engine_is_told(run, desk):
    done = archive(run, ".", "--engine", "dafd", code=2)

    assert "--engine: unknown engine `dafd`" in done.err


def test_cluster_without_an_engine_for_it_is_told(run, desk):
    done = archive(run, ".", "--ray", "auto", code=2)

    assert done.err == "newslint: --ray: found the engine `local`, expected one for clusters, as `daft`.\n"


def test_ledger_that_is_none_is_told(run, desk):
    (desk / "out").mkdir()
    (desk / "out" / "ledger.sqlite").write_bytes(b"no ledger at all, " * 500)

    done = archive(run, ".", code=2)

    assert "without it, the archive is read afresh" in done.err


def test_two_runs_at_once_do_not_write_one_ledger(run, desk):
    fill(desk / "stories", 3)
    archive(run, "stories")
    other = sqlite3.connect(desk / "out" / "ledger.sqlite", isolation_level=None)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")

    done = archive(run, "stories", code=2)
    other.close()

    assert "another run is at work on it" in done.err


def test_archive_says_what_it_wants_where_pyarrow_is_missing(desk):
    done = ran("archive", ".", "--out", "out", cwd=desk, before="import sys; sys.modules['pyarrow'] = None")

    assert done.returncode == 2
    assert b"pip install 'newslint[archive]'" in done.stderr
