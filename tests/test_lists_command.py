"""`newslint lists`: what rules read, as the desk has it."""

from __future__ import annotations

import json

from newslint.checks.units import yearly_rates
from newslint.text.calendar import clocks, feasts


def test_every_list_is_told_with_its_size(run, desk):
    lines = run("lists").out.splitlines()

    assert any(line.startswith("mishaps ") and line.endswith("What a cause brings about") for line in lines)
    assert lines == sorted(lines, key=lambda line: line.split()[0])


def test_list_shows_what_a_desk_changed(run, desk):
    (desk / "newslint.toml").write_text(
        '[lists.mishaps]\nadd = ["sinkhole"]\nremove = ["war"]\n', encoding="utf-8"
    )

    page = run("lists", "mishaps").out

    assert page.startswith("mishaps: What a cause brings about\nSource: written for newslint\n\naccident, ")
    assert page.endswith("violence, sinkhole\n")


def test_table_shows_its_records(run, desk):
    report = json.loads(run("lists", "--format", "json").out)
    table = next(each["name"] for each in report["lists"] if "records" in filled(run, each["name"]))

    lines = run("lists", table).out.splitlines()

    assert " = " in lines[-1]


def filled(run, name):
    found = json.loads(run("lists", name, "--format", "json").out)["list"]
    return {key for key, value in found.items() if value}


def test_unknown_list_is_told_with_the_nearest(run, desk):
    ran = run("lists", "mishap")

    assert ran.code == 2
    assert ran.err == (
        "newslint: unknown list `mishap` (did you mean `mishaps`?); `newslint lists` has all.\n"
    )


AGEING = {
    "currencies": [1999, 2026], "feasts": [1972, 2099], "moon-feasts": [1990, 2049],
    "time-zones": [1970, 2037], "yearly-rates": [1999, 2026], "zone-clocks": [1970, 2037],
}  # fmt: skip


def test_what_ages_is_told_with_its_source_date_and_years(run, desk):
    rows = {row["name"]: row for row in json.loads(run("lists", "--format", "json").out)["lists"]}

    assert {name: row["years"] for name, row in rows.items() if row["years"]} == AGEING
    assert all(rows[name]["source"] and rows[name]["date"] >= "2026-10-30" for name in AGEING)
    assert rows["yearly-rates"]["entries"] > 100


def test_years_told_are_those_that_rules_keep_to():
    assert AGEING["zone-clocks"] == [clocks.FIRST_YEAR, clocks.LAST_YEAR]
    assert AGEING["feasts"] == [feasts.FIRST_YEAR, feasts.LAST_YEAR]
    assert AGEING["yearly-rates"] == [yearly_rates.FIRST, yearly_rates.LAST]


def test_table_that_is_a_module_is_listed_and_told_of(run, desk):
    (line,) = [line for line in run("lists").out.splitlines() if line.startswith("yearly-rates ")]

    assert "[1999–2026] Between what a unit of each currency stood" in line
    assert run("lists", "yearly-rates").out == (
        "yearly-rates: Between what a unit of each currency stood in United States dollars, year by year\n"
        "Source: European Central Bank, reference rates; currency-api, for what the bank does not quote, "
        "as of 2026-10-30\n"
        "Years: 1999 to 2026; rules are silent on others, or ask the nearest they know\n"
    )


def test_moon_feasts_are_within_the_years_told(run, desk):
    found = json.loads(run("lists", "moon-feasts", "--format", "json").out)["list"]

    days = [day for record in found["records"] for day in record["days"]]
    assert (min(days)[:4], max(days)[:4]) == ("1990", "2049")
