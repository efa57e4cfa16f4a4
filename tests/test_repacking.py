"""Repacking: one part of a zipped file is changed, and every byte of the others is as it was."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import pytest

from newslint.plugin import Source, SourceError
from newslint.readers.packages import Package
from newslint.readers.repacking import repacked
from office_files import zipped

PART = "word/document.xml"
OLD, NEW = b"<a>It is ten.</a>" * 9, b"<a>It is 10.</a>" * 7


def changed(content):
    return repacked(Package(Source("story.docx", content)), content, {PART: NEW})


def packed(*parts, comment=b""):
    """Zip parts, each with a form of its own."""
    content = BytesIO()
    with ZipFile(content, "w") as archive:
        archive.comment = comment
        for name, letters, kind in parts:
            member = ZipInfo(name, (2026, 3, 10, 14, 30, 0))
            member.compress_type, member.extra, member.comment = kind, b"\x99\x99\x02\x00ab", b"a note"
            archive.writestr(member, letters)
    return content.getvalue()


@pytest.mark.parametrize("kind", [ZIP_STORED, ZIP_DEFLATED])
@pytest.mark.parametrize("comment", [b"", b"Packed by hand."])
def test_every_other_part_is_as_it_was_to_the_byte(kind, comment):
    rest = [("docProps/thumb.jpeg", bytes(range(256)) * 9, ZIP_STORED), ("a.xml", "<a/>" * 99, ZIP_DEFLATED)]
    content = packed(rest[0], (PART, OLD, kind), rest[1], comment=comment)

    fixed = changed(content)

    with ZipFile(BytesIO(content)) as old, ZipFile(BytesIO(fixed)) as new:
        assert new.testzip() is None
        assert (new.comment, new.namelist()) == (comment, old.namelist())
        for one, other in zip(old.infolist(), new.infolist(), strict=True):
            assert form(one) == form(other)
        assert new.read(PART) == NEW
        assert [new.read(name) for name, *_ in rest] == [old.read(name) for name, *_ in rest]
    start = content.index(b"PK\x03\x04", 4)
    assert fixed[:start] == content[:start]
    last = content.rindex(b"PK\x03\x04")
    assert content[last : content.index(b"PK\x01\x02")] in fixed


def form(member):
    return (
        *(member.compress_type, member.extra, member.comment),
        *(member.date_time, member.external_attr, member.create_system),
    )


def test_sizes_that_stood_behind_a_part_stand_before_it():
    class Pipe(BytesIO):
        def seekable(self):
            return False

        def seek(self, *_):
            raise OSError

        def tell(self):
            raise OSError

    content = Pipe()
    with ZipFile(content, "w", ZIP_DEFLATED) as archive:
        for name, letters in (("a.xml", "<a/>"), (PART, OLD), ("b.xml", "<b/>")):
            archive.writestr(name, letters)

    fixed = changed(content.getvalue())

    with ZipFile(BytesIO(fixed)) as archive:
        assert archive.testzip() is None
        assert [member.flag_bits & 8 for member in archive.infolist()] == [8, 0, 8]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (
            zipped(**{PART: OLD, "_xmlsignatures__sig1.xml": "<a/>"}),
            "it is signed, and the signature would not hold.",
        ),
        (
            b"#!/bin/sh\n" + zipped(**{PART: OLD}),
            "its zip package is of a form that is not written.",
        ),
    ],
)
def test_file_that_would_break_is_left_with_the_reason(content, reason):
    with pytest.raises(SourceError) as caught:
        changed(content)

    assert str(caught.value) == f"story.docx: not fixed: {reason}"
