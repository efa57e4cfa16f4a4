"""Hostile packages: what leads elsewhere, links, and what is too large is refused."""

from __future__ import annotations

import io
import stat
import tarfile
import zipfile

import pytest

from conftest import HOUSE_RULE
from newslint.core.errors import SourceError
from newslint.desk.requirements import wanted
from newslint.fetching import archives
from newslint.fetching.archives import rules_in
from newslint.fetching.git import rules_at
from packed_rules import RULES, repository, sdist, tarred, wheel

RULE = HOUSE_RULE.encode()
ELSEWHERE = [
    "../../x.toml",
    "/etc/x.toml",
    "a/../../x.toml",
    "C:/x.toml",
    "a\\..\\x.toml",
    "rules/a/\x1b.toml",
]


def member(name, content=RULE, kind=tarfile.REGTYPE, link=""):
    made = tarfile.TarInfo(name)
    made.type, made.linkname = kind, link
    made.size = len(content) if kind == tarfile.REGTYPE else 0
    return made, content if kind == tarfile.REGTYPE else b""


@pytest.mark.parametrize("path", ELSEWHERE)
def test_path_that_leads_elsewhere_is_refused(path):
    with pytest.raises(SourceError, match="which leads elsewhere"):
        rules_in(*wheel(files={**RULES, path: RULE}))
    with pytest.raises(SourceError, match="which leads elsewhere"):
        rules_in("x-1.tar.gz", tarred(member("x/rules/a/b.toml"), member(path)))


@pytest.mark.parametrize(
    "kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE, tarfile.CHRTYPE, tarfile.BLKTYPE]
)
def test_link_or_device_in_a_tar_is_refused(kind):
    packed = tarred(member("x/rules/a/b.toml"), member("x/rules/a/c.toml", kind=kind, link="/etc/passwd"))

    with pytest.raises(SourceError, match=r"found the link or device `x/rules/a/c\.toml`"):
        rules_in("x-1.tar.gz", packed)


def test_link_in_a_zip_is_refused():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        link = zipfile.ZipInfo("x/rules/a/b.toml")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")

    with pytest.raises(SourceError, match="found the link or device"):
        rules_in("x-1-py3-none-any.whl", packed.getvalue())


def test_link_in_a_repository_is_refused(tmp_path):
    (tmp_path / "theirs" / "rules" / "a").mkdir(parents=True)
    (tmp_path / "theirs" / "rules" / "a" / "b.toml").symlink_to("/etc/passwd")
    repository(tmp_path / "theirs", {"rules/a/c.toml": HOUSE_RULE})

    with pytest.raises(SourceError, match=r"found the link `rules/a/b\.toml`"):
        rules_at(wanted(f"git+file://{tmp_path}/theirs", origin="newslint.toml"))


def test_rule_that_unpacks_to_too_much_is_refused():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("x/rules/a/b.toml", b"#" * 5_000_001)

    assert len(packed.getvalue()) < 10_000
    with pytest.raises(SourceError, match=r"`x/rules/a/b\.toml` is larger than rules are"):
        rules_in("x-1-py3-none-any.whl", packed.getvalue())


def test_tar_that_unpacks_to_too_much_is_refused(monkeypatch):
    monkeypatch.setattr(archives, "MOST_UNPACKED", 1_000_000)
    packed = tarred(member("x/rules/a/b.toml"), member("x/data.bin", b"\0" * 2_000_000))

    assert len(packed) < 10_000
    with pytest.raises(SourceError, match="unpacks to more than 1,000,000 bytes"):
        rules_in("x-1.tar.gz", packed)


def test_too_many_files_are_refused(monkeypatch):
    monkeypatch.setattr(archives, "MOST_MEMBERS", 3)
    many = {f"desk_rules/rules/a/b{number}.toml": RULE for number in range(4)}

    for packed in (wheel(files=many), sdist(files=many)):
        with pytest.raises(SourceError, match="more than 3 files"):
            rules_in(*packed)


def test_archive_that_is_too_large_is_refused(monkeypatch):
    monkeypatch.setattr(archives, "MOST_ARCHIVE", 100)

    with pytest.raises(SourceError, match="more than 100 bytes"):
        rules_in(*wheel())


@pytest.mark.parametrize("name", ["x-1-py3-none-any.whl", "x-1.tar.gz", "x-1.zip"])
@pytest.mark.parametrize("damage", ["cut", "other"])
def test_archive_that_is_damaged_is_told(name, damage):
    whole = wheel()[1] if not name.endswith(".gz") else sdist()[1]
    content = whole[: len(whole) // 2] if damage == "cut" else b"no archive"

    with pytest.raises(SourceError, match="cannot be unpacked"):
        rules_in(name, content)


def test_member_that_lies_about_its_sum_is_told():
    name, content = wheel()
    at = content.index(RULE[:40])

    with pytest.raises(SourceError, match="cannot be unpacked"):
        rules_in(name, content[:at] + b"X" + content[at + 1 :])


def test_archive_without_rules_or_with_two_folders_of_them_is_told():
    with pytest.raises(SourceError, match="found no folder `rules`"):
        rules_in(*wheel(files={"desk_rules/data.toml": RULE}))
    with pytest.raises(SourceError, match=r"several folders of rules: one/rules, two/rules"):
        rules_in(*wheel(files={"one/rules/a/b.toml": RULE, "two/rules/a/b.toml": RULE}))


def test_styles_and_lists_come_with_the_rules_and_nothing_else():
    files = {"p/rules/a/b.toml": RULE, "p/rules/styles/s.toml": b"", "p/rules/a/run.py": b"", "p/x.toml": b""}

    assert sorted(rules_in(*wheel(files=files))) == ["a/b.toml", "styles/s.toml"]
