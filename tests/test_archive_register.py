"""What an archive teaches: a register of its names, which of them change their spelling, its figures."""

from __future__ import annotations

import re
import tomllib

import pytest

from archives import fill
from newslint.run.archive.variations import turned, variations

MINISTER = "Foreign Minister Amir Khan Muttaqi came to Herat, a spokesman said."
MAYOR = "Mayor Lena {} spoke in Bergen, 80 kilometers (60 miles) away."


def story(desk, name, day, copy):
    (desk / "stories" / name).mkdir(parents=True, exist_ok=True)
    (desk / "stories" / name / f"{day}.txt").write_text(f"{copy}\n", encoding="utf-8")


@pytest.fixture
def taught(run, desk):
    """Return a desk whose archive wrote Muttaqi 12 times, Mutaqi once, and a mayor in two ways."""
    for year in range(2010, 2022):
        story(
            desk,
            "world",
            f"{year}-03-05",
            "Foreign Minister Amir Khan Muttaqi came to Herat, a spokesman said.",
        )
        mayor = "Ahlqvist" if year < 2016 else "Ahlkvist"
        story(
            desk,
            "city",
            f"{year}-04-06",
            f"Mayor Lena {mayor} spoke in Bergen, 80 kilometers (60 miles) away.",
        )
    story(desk, "world", "2015-05-05", "Foreign Minister Amir Khan Mutaqi left, a spokesman said.")
    story(desk, "world", "2015-06-05", "Maria Silva sang. Later, Marta Silva danced.")
    done = run("archive", "stories", "--out", "out", "--isolated")
    assert done.code == 0, done.err
    return desk


def test_register_has_usage_first_use_title_and_counts(run, taught):
    told = run("archive", "register", "out").out

    rows = {row["name"]: row for row in tomllib.loads(told)["names"]}
    row = rows["Amir Khan Muttaqi"]
    assert row["variants"] == ["Amir Khan Mutaqi"]
    assert row["counts"] == [["Amir Khan Muttaqi", 12], ["Amir Khan Mutaqi", 1]]
    assert (row["title"], str(row["first"])) == ("Foreign Minister", "2010-03-05")
    assert "Amir Khan Mutaqi" not in rows


def test_name_that_has_changed_is_written_as_it_is_now(run, taught):
    told = run("archive", "register", "out").out

    row = next(row for row in tomllib.loads(told)["names"] if row["name"] == "Lena Ahlkvist")
    assert (row["variants"], row["counts"]) == (
        ["Lena Ahlqvist"],
        [["Lena Ahlkvist", 6], ["Lena Ahlqvist", 6]],
    )
    assert "# Lena Ahlqvist until 2016-04.\n" in told


def test_pair_that_may_be_two_people_is_left_to_a_person(run, taught):
    told = run("archive", "register", "out").out

    assert "# Marta Silva 1 / Maria Silva 1\n" in told or "# Maria Silva 1 / Marta Silva 1\n" in told
    assert '"Maria Silva"' not in told


def test_check_asks_about_what_the_archive_has_mostly_written_otherwise(run, taught):
    run("archive", "register", "out", "--output", "names.toml")
    (taught / "newslint.toml").write_text('names = "names.toml"\n', encoding="utf-8")
    (taught / "new.txt").write_text("Amir Khan Mutaqi spoke. Amir Khan Motaqi wept.\n", encoding="utf-8")

    found = run("new.txt", "--select", "names", "--format", "json").findings

    asked = [each for each in found if each["rule"] == "names.other-than-archive"]
    assert [(each["severity"], each["message"]) for each in asked] == [
        ("suggestion", "The archive has written “Amir Khan Muttaqi” 12 times, “Amir Khan Mutaqi” 1."),
        ("suggestion", "The archive has written “Muttaqi” 12 times, “Motaqi” never."),
    ]
    assert not [each for each in found if each["rule"] == "names.house-spelling"]


def test_names_that_the_register_does_not_have_are_listed(run, taught):
    run("archive", "register", "out", "--output", "names.toml")
    (taught / "new.txt").write_text("Amir Khan Muttaqi met Ivan Petrov.\n", encoding="utf-8")

    told = run("names", "--against", "names.toml", "new.txt", "--isolated").out

    assert "Petrov" in told
    assert "Muttaqi" not in told


def test_register_of_a_folder_without_an_archive_is_told(run, desk):
    done = run("archive", "register", ".")

    assert done.code == 2
    assert "found no names.parquet; `newslint archive PATH --out .` makes it." in done.err


@pytest.mark.parametrize(
    ("first", "second", "month"),
    [
        ({"2012-01": 4, "2012-02": 4}, {"2012-03": 5, "2012-04": 2}, "2012-03"),
        ({"2012-01": 4, "2012-03": 4}, {"2012-03": 5, "2012-04": 2}, "2012-03"),
        ({"2012-01": 40, "2012-06": 40}, {"2012-03": 5}, ""),
        ({"2012-01": 40}, {"2012-03": 4}, ""),
        ({"2012-01": 5, "2013-01": 5}, {"2012-01": 5, "2013-01": 5}, ""),
    ],
)
def test_spelling_that_takes_over_is_told_by_its_month(first, second, month):
    assert turned(first, second) == month
    assert turned(second, first) == month


def test_variations_are_told_with_their_months(taught):
    told = {
        (each.usual.name, each.other.name): (each.month, each.sure) for each in variations(taught / "out")
    }

    assert told["Lena Ahlkvist", "Lena Ahlqvist"] == ("2016-04", True)
    assert told["Amir Khan Muttaqi", "Amir Khan Mutaqi"] == ("", True)


def test_report_is_one_page_that_asks_nothing_of_a_network(run, taught):
    done = run("archive", "report", "out", "--output", "report.html")

    page = (taught / "report.html").read_text(encoding="utf-8")
    assert done.code == 0
    assert not re.findall(r'(?:src|href)="(?!data:|#)', page)
    for told in (
        "Lena Ahlqvist",
        "April 2016",
        "side by side",
        "units.wrong-conversion",
        "kilometers",
        "60 miles",
    ):
        assert told in page
    # A level is left out nowhere: one title, and below it the charts.
    assert re.findall(r"<(h\d)", page) == ["h1", *["h2"] * 6]
    assert re.findall(r"<h2[^>]*>([^<]*)<", page) == [
        "Findings in 1,000 words, by month", "Names whose spelling drifts",
        "Findings in 1,000 words, by desk", "Findings in 1,000 words, by rule",
        "Units as they are written", "Errors that are repeated",
    ]  # fmt: skip


def test_copy_cannot_become_markup_on_the_page(run, desk):
    fill(desk / "stories", 3)
    story(desk, "<b>bold", "2015-01-01", "The road is 80 kilometers (60 miles) long.")
    run("archive", "stories", "--out", "out", "--isolated")

    page = run("archive", "report", "out").out

    assert "&lt;b&gt;bold" in page
    assert "<b>bold" not in page
