"""What archives are made of: folders, tars, zips, tables, and what is odd in them."""

from __future__ import annotations

import gzip
import io
import json
import os
import shutil
import sys
import tarfile
import zipfile

import pyarrow
import pyarrow.parquet as parquet
import pytest

from archives import archive, copy, fill, table
from newslint.desk.options import Options
from newslint.run.archive.engines import LocalEngine
from newslint.run.archive.packed import Columns
from newslint.run.archive.run import Asked, archived


def packages(desk):
    """Pack the stories of a folder in every way, and return the files with the path of the first story."""
    copies = [copy(number) for number in range(12)]
    with tarfile.open(desk / "a.tar.gz", "w:gz") as tar:
        for number, text in enumerate(copies):
            member = tarfile.TarInfo(f"city/{number:02}.txt")
            member.size = len(text.encode())
            tar.addfile(member, io.BytesIO(text.encode()))
    with zipfile.ZipFile(desk / "a.zip", "w") as packed:
        for number, text in enumerate(copies):
            packed.writestr(f"city/{number:02}.txt", text)
    rows = [{"id": f"s{number:02}", "body": text} for number, text in enumerate(copies)]
    (desk / "a.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    parquet.write_table(pyarrow.Table.from_pylist(rows), desk / "a.parquet")


@pytest.mark.parametrize(
    ("file", "words", "first"),
    [
        ("a.tar.gz", [], "a.tar.gz!/city/00.txt"),
        ("a.zip", [], "a.zip!/city/00.txt"),
        ("a.jsonl", ["--key", "id"], "a.jsonl#s00"),
        ("a.parquet", ["--text", "body", "--key", "id"], "a.parquet#s00"),
    ],
)
def test_packed_stories_give_what_files_give(run, desk, file, words, first):
    for number in range(12):
        (desk / "files" / "city").mkdir(parents=True, exist_ok=True)
        (desk / "files" / "city" / f"{number:02}.txt").write_text(copy(number), encoding="utf-8")
    packages(desk)
    archive(run, "files")
    (desk / "out").rename(desk / "plain")

    archive(run, file, *words)
    again = archive(run, file, *words)

    packed, plain = (
        [(row["rule"], row["message"].partition(" in ")[0]) for row in table(desk / out, "findings")]
        for out in ("out", "plain")
    )
    assert packed == plain
    assert any(rule == "names.inconsistent-across-stories" for rule, _ in packed)
    assert table(desk / "out", "stories")[0]["path"] == first
    assert again.out == "out: 12 stories, 0 linted now.\n"


def test_rows_are_called_by_their_numbers_where_no_key_is_named(run, desk):
    (desk / "a.jsonl").write_text('{"text": "It rained."}\n\nno json\n{"text": 3}\n', encoding="utf-8")

    archive(run, "a.jsonl", code=2)

    assert [row["path"] for row in table(desk / "out", "stories")] == ["a.jsonl#1"]
    assert [(row["path"], row["reason"]) for row in table(desk / "out", "errors")] == [
        ("a.jsonl#3", "the line is no JSON."), ("a.jsonl#4", "`text` holds no text."),
    ]  # fmt: skip


def test_table_without_copy_is_told_if_named_and_passed_over_in_a_folder(run, desk):
    (desk / "stories").mkdir()
    (desk / "stories" / "index.jsonl").write_text('{"name": "a"}\n', encoding="utf-8")

    passed = archive(run, "stories")
    told = archive(run, "stories/index.jsonl", code=2)

    assert passed.out == "out: 0 stories, 0 linted now.\n"
    (row,) = table(desk / "out", "errors")
    assert row["reason"] == "has no column text, body, content, article; --text names one of: name."
    assert told.out == "out: 1 stories, 1 linted now.\n"


def test_export_of_wordpress_is_read_post_by_post(run, desk):
    posts = "".join(
        f"<item><title>Roads {number}</title><wp:post_id>{number}</wp:post_id>"
        "<wp:post_type>post</wp:post_type>"
        "<content:encoded><![CDATA[<p>The road is 80 kilometers (60 miles) long.</p>]]>"
        "</content:encoded></item>"
        for number in (7, 8)
    )
    (desk / "blog.xml").write_text(
        '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:wp="http://wordpress.org/export/1.2/"><channel><wp:wxr_version>1.2</wp:wxr_version>'
        f"{posts}</channel></rss>",
        encoding="utf-8",
    )

    archive(run, "blog.xml")

    assert [row["path"] for row in table(desk / "out", "stories")] == ["blog.xml#7", "blog.xml#8"]
    assert len(table(desk / "out", "findings")) == 2


def test_damaged_package_is_told_and_what_was_read_before_is_kept(run, desk):
    packages(desk)
    whole = gzip.decompress((desk / "a.tar.gz").read_bytes())
    (desk / "cut.tar").write_bytes(whole[: len(whole) // 2 + 700])

    archive(run, "cut.tar", code=2)

    assert len(table(desk / "out", "stories")) >= 4
    assert [row["path"] for row in table(desk / "out", "errors")] == ["cut.tar"]


def test_path_that_is_not_there_is_told(run, desk):
    archive(run, "nothing", code=2)

    assert table(desk / "out", "errors") == [
        {"path": "nothing", "kind": "unread", "reason": "no such file or folder."}
    ]


def rows(desk, name):
    return [tuple(row.values()) for row in table(desk / "out", name)]


def into_tar(tar, name, text="", **others):
    member = tarfile.TarInfo(name)
    member.size = len(text.encode())
    for key, value in others.items():
        setattr(member, key, value)
    tar.addfile(member, io.BytesIO(text.encode()))


def test_rows_with_one_key_are_told_apart_by_their_numbers(run, desk):
    lines = [json.dumps({"id": "x", "text": copy(number)}) + "\n" for number in range(3)]
    (desk / "a.jsonl").write_text("".join(lines), encoding="utf-8")
    wrong = [(f"a.jsonl#x{number}", "units.wrong-conversion") for number in ("", "#2", "#3")]

    first = archive(run, "a.jsonl", "--key", "id")
    again = archive(run, "a.jsonl", "--key", "id")
    found = [row for row in table(desk / "out", "findings") if row["rule"] == "units.wrong-conversion"]

    assert (first.out, again.out) == ("out: 3 stories, 3 linted now.\n", "out: 3 stories, 0 linted now.\n")
    assert [(row["path"], row["rule"]) for row in found] == wrong
    source = (desk / "a.jsonl").read_text(encoding="utf-8")
    assert {source[row["start"] : row["end"]] for row in found} == {"60 miles"}


def test_members_with_one_name_are_told_apart_by_their_numbers(run, desk):
    with tarfile.open(desk / "a.tar", "w") as tar:
        into_tar(tar, "a.txt", copy(0))
        into_tar(tar, "b.txt", copy(1))
        into_tar(tar, "a.txt", copy(2))
    with zipfile.ZipFile(desk / "a.zip", "w") as packed:
        packed.writestr("a.txt", copy(3))
        with pytest.warns(UserWarning, match="Duplicate name"):
            packed.writestr("a.txt", copy(4))

    archive(run, "a.tar", "a.zip")
    again = archive(run, "a.tar", "a.zip")

    told = [(row["path"], row["format"], row["date"]) for row in table(desk / "out", "stories")]
    assert told == [
        ("a.tar!/a.txt", "text", "2010-03-01"), ("a.tar!/a.txt#3", "text", "2012-03-03"),
        ("a.tar!/b.txt", "text", "2011-03-02"),
        ("a.zip!/a.txt", "text", "2013-03-04"), ("a.zip!/a.txt#2", "text", "2014-03-05"),
    ]  # fmt: skip
    assert again.out == "out: 5 stories, 0 linted now.\n"


def test_file_that_is_named_twice_is_one(run, desk):
    fill(desk / "stories", 3)
    packages(desk)

    first = archive(run, "stories/city", "stories", "a.zip", "stories/city/0000.txt", "./a.zip", "a.zip")
    again = archive(run, "stories/city", "stories", "a.zip", "stories/city/0000.txt", "./a.zip", "a.zip")

    assert first.out == "out: 15 stories, 15 linted now.\n"
    assert again.out == "out: 15 stories, 0 linted now.\n"


def test_links_and_loops_of_a_tar_lead_nowhere(run, desk):
    with tarfile.open(desk / "a.tar", "w") as tar:
        into_tar(tar, "a.txt", type=tarfile.SYMTYPE, linkname="b.txt")
        into_tar(tar, "b.txt", type=tarfile.SYMTYPE, linkname="a.txt")
        into_tar(tar, "c.txt", type=tarfile.LNKTYPE, linkname="c.txt")
        into_tar(tar, "d", type=tarfile.SYMTYPE, linkname=".")
        into_tar(tar, "/e.txt", "It rained.\n")

    archive(run, "a.tar")

    assert [(row["path"], row["desk"]) for row in table(desk / "out", "stories")] == [("a.tar!//e.txt", "")]


def test_stories_in_a_package_within_a_package_are_not_lost_in_silence(run, desk):
    packages(desk)
    with zipfile.ZipFile(desk / "b.zip", "w") as packed:
        packed.write(desk / "a.zip", "2019.zip")
        packed.write(desk / "a.jsonl", "2020/a.jsonl")
        packed.writestr("a.txt", "It rained.\n")
    with tarfile.open(desk / "b.tar", "w") as tar:
        tar.add(desk / "a.parquet", "a.parquet")

    archive(run, "b.zip", "b.tar", code=2)

    assert [row["path"] for row in table(desk / "out", "stories")] == ["b.zip!/a.txt"]
    reason = "holds stories in a file that holds others; take it out to have it read."
    assert rows(desk, "errors") == [
        (path, "unread", reason) for path in ("b.tar!/a.parquet", "b.zip!/2019.zip", "b.zip!/2020/a.jsonl")
    ]


def test_lines_that_hold_no_story_cost_themselves(run, desk):
    deep = '{"text": ' + "[" * 100_000
    lines = ["", "  ", deep, "[]", "null", "{}", '{"text": null}', '{"text": ""}', '{"text": "a"}', "\ufeff"]
    (desk / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")

    archive(run, "a.jsonl", "--text", "text", code=2)

    assert [(row["path"], row["words"]) for row in table(desk / "out", "stories")] == [
        ("a.jsonl#8", 0), ("a.jsonl#9", 1),
    ]  # fmt: skip
    assert [(path, reason) for path, _, reason in rows(desk, "errors")] == [
        ("a.jsonl#10", "the line is no JSON."), ("a.jsonl#3", "the line is no JSON."),
        ("a.jsonl#4", "the row is no object."), ("a.jsonl#5", "the row is no object."),
        ("a.jsonl#6", "`text` holds no text."), ("a.jsonl#7", "`text` holds no text."),
    ]  # fmt: skip


def test_tables_without_the_column_that_is_named_are_told(run, desk):
    parquet.write_table(pyarrow.table({"words": ["It rained."]}), desk / "a.parquet")
    parquet.write_table(pyarrow.table({"text": [1]}), desk / "b.parquet")
    (desk / "c.parquet").write_bytes(b"")

    archive(run, "a.parquet", "b.parquet", "c.parquet", "--text", "text", code=2)

    assert [(path, reason) for path, _, reason in rows(desk, "errors")] == [
        ("a.parquet", "has no column `text`."), ("b.parquet#1", "`text` holds no text."),
        ("c.parquet", "cannot be read: Parquet file size is 0 bytes."),
    ]  # fmt: skip


def test_file_that_is_no_package_is_told_in_one_line(run, desk):
    for name in ("a.tar", "a.tar.gz", "a.zip"):
        (desk / name).write_bytes(b"")

    archive(run, "a.tar", "a.tar.gz", "a.zip", code=2)

    assert [reason for _, _, reason in rows(desk, "errors")] == [
        "cannot be read: file could not be opened successfully.",
        "cannot be read: file could not be opened successfully.",
        "cannot be read: File is not a zip file.",
    ]


@pytest.mark.skipif(sys.platform != "linux", reason="needs names of any bytes")
def test_names_that_are_no_text_cost_no_run(run, desk):
    os.mkdir(os.fsencode(desk) + b"/stories")
    for name in (b"M\xfcller.txt", b"a.txt"):
        with open(os.fsencode(desk) + b"/stories/" + name, "wb") as file:
            file.write(b"It rained.\n")
    with tarfile.open(desk / "a.tar", "w", format=tarfile.GNU_FORMAT, encoding="latin-1") as tar:
        into_tar(tar, "Müller.txt", copy(0))
    (desk / "a.jsonl").write_text('{"id": "\\ud800", "text": "It rained."}\n', encoding="utf-8")
    (desk / "b.jsonl").write_text('{"\\ud800": "It rained."}\n', encoding="utf-8")

    archive(run, "stories", "a.tar", "a.jsonl", "b.jsonl", "--key", "id", code=2)
    again = archive(run, "stories", "a.tar", "a.jsonl", "b.jsonl", "--key", "id", code=2)

    assert [(row["path"], row["format"], row["words"]) for row in table(desk / "out", "stories")] == [
        ("a.jsonl#\\ud800", "text", 2), ("a.tar!/M\\xfcller.txt", "text", 43),
        ("stories/M\\xfcller.txt", "text", 2), ("stories/a.txt", "text", 2),
    ]  # fmt: skip
    assert rows(desk, "errors") == [
        ("b.jsonl", "unread", "has no column text, body, content, article; --text names one of: \\ud800.")
    ]
    assert again.out == "out: 5 stories, 0 linted now.\n"


@pytest.mark.parametrize("out", ["out", "."])
def test_tables_of_an_archive_are_no_stories_of_it(run, desk, out):
    fill(desk / "stories", 6)
    words = ["archive", ".", "--out", out, "--isolated"]

    first, second = run(*words), run(*words)

    assert first.out == f"{out}: 6 stories, 6 linted now.\n"
    assert second.out == f"{out}: 6 stories, 0 linted now.\n"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes")
@pytest.mark.parametrize("name", ["a.jsonl", "a.parquet", "a.tar", "a.zip"])
def test_pipe_is_not_waited_for(run, desk, name):
    os.mkfifo(desk / name)

    archive(run, name, code=2)

    assert rows(desk, "errors") == [(name, "unread", "found a pipe, expected a file.")]


def test_stories_that_vanish_while_a_run_is_at_work_are_left_out(run, desk):
    fill(desk / "stories", 9)
    lines = [json.dumps({"text": copy(number)}) + "\n" for number in range(9)]
    (desk / "a.jsonl").write_text("".join(lines), encoding="utf-8")

    class Late(LocalEngine):
        def linted(self, lint, items, **others):
            shutil.rmtree(desk / "stories" / "city")
            (desk / "a.jsonl").write_text("".join(lines[:2]), encoding="utf-8")
            return super().linted(lint, items, **others)

    asked = Asked(("stories", "a.jsonl"), desk / "out", Columns())
    done = archived(Options(isolated=True, across=True), Late(), asked, progress=lambda *_: None)
    again = archive(run, "stories", "a.jsonl")

    assert (done.items, done.linted) == (18, 8)
    assert again.out == "out: 8 stories, 0 linted now.\n"
    assert len(table(desk / "out", "stories")) == 8


def test_stories_without_a_date_have_none(run, desk):
    (desk / "a.txt").write_text("a", encoding="utf-8")
    (desk / "b.txt").write_text("It rained in Bergen, Anna Halvorsen said.\n", encoding="utf-8")

    archive(run, "a.txt", "b.txt")

    assert [(row["date"], row["words"]) for row in table(desk / "out", "stories")] == [("", 1), ("", 7)]
    (name,) = [row for row in table(desk / "out", "names") if row["kind"] == "person"]
    assert (name["first_date"], name["months"], name["mentions"]) == ("", {}, 1)
    assert run("archive", "report", "out").code == 0
