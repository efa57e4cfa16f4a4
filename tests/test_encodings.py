"""Encodings and readers: told by marks, declarations and bytes, or named by a person; and written back so."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.core.encodings import codec_named, encoding_of
from newslint.plugin import Source, SourceError

ROAD = "The road to “Café Água” is 80 kilometers (60 miles) long.\n"
MENDED = ROAD.replace("60", "50")
WRONG = ("--format", "json", "--select", "units.wrong-conversion")


@pytest.mark.parametrize(
    ("content", "codec", "guessed"),
    [
        (ROAD.encode(), "utf-8", ""),
        (b"\xef\xbb\xbf" + ROAD.encode(), "utf-8", ""),
        (b"\xff\xfe" + ROAD.encode("utf-16-le"), "utf-16-le", ""),
        (b"\xfe\xff" + ROAD.encode("utf-16-be"), "utf-16-be", ""),
        (ROAD.encode("utf-16-le"), "utf-16-le", "UTF-16"),
        (ROAD.encode("utf-16-be"), "utf-16-be", "UTF-16"),
        (ROAD.encode("cp1252"), "cp1252", "Windows-1252"),
        (b'<?xml version="1.0" encoding="iso-8859-2"?><p>\xb1</p>', "iso8859-2", ""),
        (b'<?xml version="1.0" encoding="utf-7"?><p>\xb1</p>', "cp1252", "Windows-1252"),
        (b'<html><meta charset="koi8-r"><p>\xcd\xc9</p>', "koi8-r", ""),
        (b'<html><meta content="text/html; charset=iso-8859-1"><p>\x93Hi\x94</p>', "cp1252", ""),
        ('<html><meta charset="iso-8859-1"><p>é</p>'.encode(), "utf-8", ""),
        (ROAD.encode("cp1252") + "é".encode(), "utf-8", ""),
        (b"caf\xe9 \x81", "utf-8", ""),
        (b"\x7fELF\x00\x01\xff", "utf-8", ""),
        (b"", "utf-8", ""),
    ],
)
def test_encoding_is_told_by_marks_declarations_and_bytes(content, codec, guessed):
    found = encoding_of(content)

    assert (found.codec, found.guessed) == (codec, guessed)


@pytest.mark.parametrize(
    ("name", "codec"),
    [
        ("latin1", "iso8859-1"),
        ("UTF-8-SIG", "utf-8"),
        ("utf-16", "utf-16-le"),
        ("base64", None),
        ("nope", None),
    ],
)
def test_names_of_encodings(name, codec):
    assert codec_named(name) == codec


@given(st.binary(max_size=60))
def test_bytes_are_decoded_or_refused_and_come_back(content):
    source = Source("a.txt", content)
    try:
        letters = source.decoded()
    except SourceError:
        return

    assert source.encoded(letters) == content


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16-le", "utf-16-be"])
def test_guessed_encoding_is_said_and_kept_by_fixes(run, desk, encoding):
    (desk / "a.txt").write_bytes(ROAD.encode(encoding))

    ran = run("a.txt", "--fix", "--unsafe-fixes", "--select", "units.wrong-conversion")

    name = "Windows-1252" if encoding == "cp1252" else "UTF-16"
    said = f"newslint: a.txt: not UTF-8, read as {name}; `--encoding` names another.\n"
    assert (ran.code, ran.said) == (0, f"{said}newslint: fixed a.txt.\n")
    assert (desk / "a.txt").read_bytes() == MENDED.encode(encoding)


def test_guesses_are_said_once_a_run(run, desk):
    for name in ("a.txt", "b.txt", "c.txt"):
        (desk / name).write_bytes(ROAD.encode("cp1252"))
    (desk / "d.docx").write_bytes(b"no package \xe9")

    ran = run("a.txt", "b.txt", "c.txt")

    assert ran.err == "newslint: 3 files: not UTF-8, read as Windows-1252; `--encoding` names another.\n"


def test_encoding_that_is_named_is_taken_and_written(run, desk):
    copy = ROAD.replace("Café Água", "Kraków Łódź").replace("“", '"').replace("”", '"')
    (desk / "a.txt").write_bytes(copy.encode("iso-8859-2"))

    ran = run(
        "a.txt", "--encoding", "latin2", "--fix", "--unsafe-fixes", "--select", "units.wrong-conversion"
    )

    assert ran.said == "newslint: fixed a.txt.\n"
    assert (desk / "a.txt").read_bytes() == copy.replace("60", "50").encode("iso-8859-2")


def test_byte_order_mark_knows_better_than_what_is_named(run, desk):
    (desk / "a.txt").write_bytes(b"\xfe\xff" + ROAD.encode("utf-16-be"))

    ran = run("a.txt", "--encoding", "utf-16", *WRONG)

    assert [finding["text"] for finding in ran.findings] == ["60 miles"]


def test_encoding_that_is_none_is_an_error_of_the_command_line(run, desk):
    ran = run("a.txt", "--encoding", "base64")

    assert ran.code == 2
    assert "found `base64`, expected an encoding such as windows-1252" in ran.err


def test_file_that_its_encoding_would_not_write_so_is_not_fixed(run, desk):
    # In Shift JIS two pairs of bytes stand for one letter.
    content = b"\x81\xca The road is 80 kilometers (60 miles) long. \xee\xf9\n"
    (desk / "a.txt").write_bytes(content)

    ran = run("a.txt", "--encoding", "cp932", "--fix", "--unsafe-fixes", "--select", "units")

    assert ran.code == 2
    assert ran.err == "newslint: a.txt: not fixed: its bytes are not those that CP932 writes.\n"
    assert (desk / "a.txt").read_bytes() == content


@pytest.mark.parametrize("command", ["check", "names", "quotes", "document"])
def test_reader_that_is_named_reads_whatever_the_suffix(run, desk, command):
    (desk / "a.pages").write_text("# Road *opens*\n\nIt is open, Marta Lind said.\n", encoding="utf-8")

    ran = run(command, "a.pages", "--reader", "markdown", "--format", "json", "--isolated")

    assert (ran.code, ran.err) == (0, "")


def test_reader_that_is_none_is_named_with_the_nearest(run, desk):
    ran = run("a.txt", "--reader", "markdwn")

    assert ran.code == 2
    assert ran.err.startswith(
        "newslint: --reader: unknown reader `markdwn` (did you mean `markdown`?); known: "
    )


def test_config_gives_files_a_reader(run, desk):
    (desk / "newslint.toml").write_text(
        '[files."drafts/*"]\nreader = "text"\n[files."drafts/*.html"]\nreader = "markdown"\n',
        encoding="utf-8",
    )
    (desk / "drafts").mkdir()
    (desk / "drafts" / "a.html").write_text(f"# Road\n\n{ROAD}", encoding="utf-8")
    (desk / "drafts" / "b.copy").write_text(ROAD, encoding="utf-8")
    (desk / "c.copy").write_text(ROAD, encoding="utf-8")

    ran = run(".", *WRONG)

    files = json.loads(ran.out)["files"]
    assert [(file["path"], file["format"]) for file in files] == [
        ("drafts/a.html", "markdown"),
        ("drafts/b.copy", "text"),
    ]


def test_config_that_names_no_reader_is_faulty(run, desk):
    (desk / "newslint.toml").write_text('[files."*.copy"]\nreader = "txt"\n', encoding="utf-8")
    (desk / "a.txt").write_text(ROAD, encoding="utf-8")

    ran = run("a.txt")

    assert ran.code == 2
    assert ran.err.startswith("newslint: newslint.toml:2: files.*.copy.reader: unknown reader `txt`")


def test_file_of_unknown_suffix_is_told_by_its_bytes(run, desk):
    (desk / "story.g2").write_text(
        '<newsItem guid="1"><contentSet><inlineData>It rained.</inlineData></contentSet></newsItem>',
        encoding="utf-8",
    )

    ran = run("story.g2", "--format", "json")

    assert [file["format"] for file in json.loads(ran.out)["files"]] == ["newsml-g2"]
