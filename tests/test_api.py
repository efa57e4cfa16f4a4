"""The library: what a program gets that calls newslint instead of running it."""

from __future__ import annotations

import datetime
import subprocess
import sys
from pathlib import Path

import pytest

import newslint

ROAD = "The road is 80 kilometers (60 miles) long.\n"
MIXED = '“Late,” he said. “Very.”\n\n"We waited," she said.\n'


def found(report) -> list[tuple[str, str]]:
    return [(finding.rule, finding.text) for finding in report.findings]


def test_text_is_linted():
    report = newslint.lint(ROAD)

    assert found(report) == [("units.wrong-conversion", "60 miles")]
    assert report.findings[0].start.offset == 27
    assert [file.words for file in report.files] == [8]


def test_text_is_linted_in_a_style_at_a_date():
    written = "The vote was on Tuesday, 3 March, the mayor said.\n"

    assert found(newslint.lint(written, style="ap")) == [("dates.date-format", "Tuesday, 3 March")]
    assert found(newslint.lint(written, style="bbc", date=datetime.date(2022, 3, 20))) == [
        ("dates.doubtful-weekday", "Tuesday, 3 March")
    ]


def test_text_is_read_in_its_format_and_called_by_its_path():
    report = newslint.lint("The `60 miles` of [it](80%20km).\n\n" + ROAD, format="markdown", path="a.md")

    assert [(finding.path, finding.text) for finding in report.findings] == [("a.md", "60 miles")]
    assert report.files[0].format == "markdown"


def test_no_config_speaks_for_text_but_the_one_that_is_named(desk):
    (desk / "newslint.toml").write_text('ignore = ["units"]\n', encoding="utf-8")

    assert found(newslint.lint(ROAD)) == [("units.wrong-conversion", "60 miles")]
    assert found(newslint.lint(ROAD, config="newslint.toml")) == []
    assert found(newslint.lint(ROAD, config=desk / "newslint.toml", style="ap")) == []


def test_named_config_is_read_again_when_it_changes(desk):
    config = desk / "newslint.toml"
    config.write_text('ignore = ["units"]\n', encoding="utf-8")
    newslint.lint(ROAD, config=config)

    config.write_text("", encoding="utf-8")

    assert found(newslint.lint(ROAD, config=config)) == [("units.wrong-conversion", "60 miles")]


def test_files_are_linted_by_the_configs_above_them(desk):
    (desk / "sports").mkdir()
    (desk / "sports" / "newslint.toml").write_text('ignore = ["units"]\n', encoding="utf-8")
    for name in ("a.txt", "sports/b.txt"):
        (desk / name).write_text(ROAD, encoding="utf-8")

    report = newslint.lint_files([desk])

    assert [finding.path for finding in report.findings] == ["a.txt"]
    assert [file.path for file in report.files] == ["a.txt", "sports/b.txt"]
    assert report.complaints == ()


def test_file_that_cannot_be_read_is_told_and_the_others_are_linted(desk):
    (desk / "a.txt").write_bytes(b"\x00")
    (desk / "b.txt").write_text(ROAD, encoding="utf-8")

    report = newslint.lint_files(["a.txt", "b.txt", "c.txt"], select=["units"])

    assert found(report) == [("units.wrong-conversion", "60 miles")]
    assert report.complaints == (
        "c.txt: no such file or folder.",
        "a.txt: binary file: NUL byte at offset 0; expected text.",
    )


def test_files_are_compared_across(desk):
    for name, surname in (("a.txt", "Halvorsen"), ("b.txt", "Halverson")):
        (desk / name).write_text(
            f"Mayor Anna {surname} opened the bridge in Lindesnes. {surname} left.\n", encoding="utf-8"
        )

    report = newslint.lint_files(["."], select=["names"], across=True)

    assert "names.inconsistent-across-stories" in [finding.rule for finding in report.findings]


def test_story_is_read(desk):
    (desk / "a.md").write_text(
        "---\ndate: 2024-03-02\n---\n# The *bridge*\n\nIt is open.\n", encoding="utf-8"
    )

    document = newslint.read("a.md")

    assert document.text == "The bridge\n\nIt is open."
    assert document.meta.date == datetime.date(2024, 3, 2)
    assert [block.kind.value for block in document.blocks] == ["headline", "paragraph"]


def test_safe_fixes_are_made_and_unsafe_ones_on_demand():
    copy = MIXED + "\n" + ROAD

    safe = newslint.fix(copy)

    assert safe == copy.replace('"We waited,"', "“We waited,”")
    assert newslint.fix(copy, unsafe=True) == safe.replace("60 miles", "50 miles")
    assert newslint.fix(safe) == safe


@pytest.mark.parametrize(
    ("call", "error", "told"),
    [
        (
            lambda: newslint.lint("x", style="app"),
            newslint.ConfigError,
            "the command line: unknown style `app` (did you mean `ap`?)",
        ),
        (
            lambda: newslint.lint("x", format="pages"),
            newslint.ConfigError,
            "format: unknown reader `pages`; known: anpa, ",
        ),
        (lambda: newslint.lint("x", config="gone.toml"), newslint.ConfigError, "gone.toml: cannot be read"),
        (lambda: newslint.lint("a\0"), newslint.SourceError, "<text>: binary file: NUL byte at offset 1"),
        (
            lambda: newslint.lint("\ud800"),
            newslint.SourceError,
            "<text>: line 1: byte 0xed at offset 0 is not",
        ),
        (lambda: newslint.fix("a\0"), newslint.SourceError, "<text>: binary file: NUL byte at offset 1"),
        (lambda: newslint.read("."), newslint.SourceError, ".: found a folder, expected a file."),
        (lambda: newslint.read("gone.txt"), newslint.SourceError, "gone.txt: no such file or folder."),
    ],
)
def test_what_cannot_be_done_is_raised(desk, call, error, told):
    with pytest.raises(error) as raised:
        call()

    assert str(raised.value).startswith(told)
    assert isinstance(raised.value, newslint.NewslintError)


def test_nothing_is_imported_before_it_is_used():
    script = (
        "import sys; before = set(sys.modules); import newslint; "
        "print(sorted(set(sys.modules) - before), newslint.__version__)"
    )

    ran = subprocess.run([sys.executable, "-S", "-c", script], capture_output=True, text=True, env=_path())

    assert ran.stdout == "['__future__', 'newslint', 'newslint.core', 'newslint.core.version'] 0.1.0\n"


def test_unknown_name_is_no_part_of_the_library():
    with pytest.raises(AttributeError, match="module `newslint` has no `lnit`"):
        newslint.lnit  # noqa: B018


def _path() -> dict[str, str]:
    return {"PYTHONPATH": str(Path(newslint.__file__).parents[1])}


def test_empty_path_is_no_story(desk):
    with pytest.raises(newslint.SourceError, match="``: no such file or folder"):
        newslint.read("")


@pytest.mark.parametrize("path", ["stories/", Path("stories")])
def test_one_path_is_not_taken_for_its_letters(desk, path):
    (desk / "stories").mkdir()
    (desk / "stories" / "a.txt").write_text("It rained.\n", encoding="utf-8")

    report = newslint.lint_files(path)

    assert [file.path for file in report.files] == ["stories/a.txt"]
    assert report.complaints == ()


@pytest.mark.parametrize("call", [newslint.lint, newslint.fix])
@pytest.mark.parametrize(
    ("text", "date", "fault"),
    [
        (None, None, "text: found None, expected str."),
        (b"Copy.", None, "text: found bytes, expected str."),
        ("Copy.", "2022-13-45", "date: found str '2022-13-45', expected datetime.date or None."),
        (
            "Copy.",
            datetime.datetime(2022, 3, 20, 9),
            "date: found datetime datetime.datetime(2022, 3, 20, 9, 0), expected datetime.date or None.",
        ),
    ],
)
def test_what_is_no_text_or_date_is_a_type_error(call, text, date, fault):
    with pytest.raises(TypeError) as raised:
        call(text, date=date)

    assert str(raised.value) == fault


def test_date_of_files_that_is_none_is_a_type_error(desk):
    with pytest.raises(TypeError) as raised:
        newslint.lint_files([desk], date="yesterday")

    assert str(raised.value) == "date: found str 'yesterday', expected datetime.date or None."
