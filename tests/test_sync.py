"""`newslint sync`: rules of others from an index, an archive or git, pinned, and nothing of them run."""

from __future__ import annotations

import os
import shutil
import sys

import pytest
import tomli

from conftest import HOUSE_RULE
from newslint.fetching.pip_settings import pip_settings
from packed_rules import RULES, index, repository, sdist, served, wheel

COPY = "He left amid calls to stay.\n"


@pytest.fixture
def checkout(desk, monkeypatch):
    """Return a desk that knows no index but those of its test."""
    monkeypatch.setenv("PIP_CONFIG_FILE", "/dev/null")
    for name in ("PIP_INDEX_URL", "PIP_EXTRA_INDEX_URL", "PIP_FIND_LINKS", "PIP_CERT"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    (desk / ".git").mkdir()
    (desk / "a.txt").write_text(COPY, encoding="utf-8")
    return desk


@pytest.fixture
def links(checkout, tmp_path_factory, monkeypatch):
    """Return a folder that `find-links` of pip names."""
    folder = tmp_path_factory.mktemp("links")
    monkeypatch.setenv("PIP_FIND_LINKS", str(folder))
    return folder


def asking(desk, *requirements):
    listed = ", ".join(f'"{each}"' for each in requirements)
    (desk / "newslint.toml").write_text(f"rules-packages = [{listed}]\n", encoding="utf-8")


def put(folder, archive):
    (folder / archive[0]).write_bytes(archive[1])


def lock(desk):
    return tomli.loads((desk / "newslint.lock").read_text(encoding="utf-8"))["packages"]


def rules(run):
    return [each["rule"] for each in run("a.txt", "--format", "json").findings]


@pytest.mark.parametrize("packed", [wheel, sdist])
def test_rules_of_a_package_are_in_force_once_they_are_synced(run, checkout, links, packed):
    put(links, packed())
    asking(checkout, "desk-rules>=1,<2")

    ran = run("sync")

    assert (ran.code, ran.out, ran.err) == (0, "fetched desk-rules 1.2\n", "")
    assert rules(run) == ["theirs.journalese"]
    kept = checkout / ".newslint" / "packages" / "desk-rules"
    assert [path.relative_to(kept).as_posix() for path in kept.rglob("*") if path.is_file()] == [
        "theirs/journalese.toml"
    ]
    assert [(each["requirement"], each["version"]) for each in lock(checkout)] == [
        ("desk-rules>=1,<2", "1.2")
    ]


def test_the_newest_that_fits_is_taken_and_then_kept(run, checkout, links):
    for version in ("1.2", "1.10", "2.0", "1.11rc1"):
        put(links, wheel(version))
    asking(checkout, "desk-rules<2")
    assert run("sync").out == "fetched desk-rules 1.10\n"

    put(links, wheel("1.12"))

    assert run("sync").out == "desk-rules 1.10 is here\n"
    assert run("sync", "--upgrade").out == "fetched desk-rules 1.12, was 1.10\n"


def test_another_machine_fetches_what_the_lock_file_says(run, checkout, links):
    put(links, wheel("1.2"))
    asking(checkout, "desk-rules")
    run("sync")
    put(links, wheel("1.3"))
    shutil.rmtree(checkout / ".newslint")

    assert run("sync", "--locked").out == "fetched desk-rules 1.2\n"


def test_archive_that_has_changed_is_refused(run, checkout, links):
    put(links, wheel("1.2"))
    asking(checkout, "desk-rules")
    run("sync")
    before = (checkout / "newslint.lock").read_bytes()
    shutil.rmtree(checkout / ".newslint")
    put(links, wheel("1.2", {**RULES, "desk_rules/rules/theirs/more.toml": HOUSE_RULE.encode()}))

    ran = run("sync")

    assert (ran.code, ran.err) == (
        2,
        "newslint: desk-rules: it is not what the lock file says; "
        "if that is meant, --upgrade takes it as it is.\n",
    )
    assert not (checkout / ".newslint" / "packages" / "desk-rules").exists()
    assert (checkout / "newslint.lock").read_bytes() == before


def test_check_fetches_nothing(run, checkout, links):
    put(links, wheel())
    asking(checkout, "desk-rules")

    ran = run("check", ".")

    assert (ran.code, ran.err) == (
        2,
        "newslint: newslint.toml:1: rules-packages: `desk-rules` is not here; `newslint sync` fetches it.\n",
    )
    assert sorted(path.name for path in checkout.iterdir()) == [".git", "a.txt", "newslint.toml"]


def test_rules_that_were_changed_after_they_came_are_refused(run, checkout, links):
    put(links, wheel())
    asking(checkout, "desk-rules")
    run("sync")
    kept = checkout / ".newslint" / "packages" / "desk-rules"
    (kept / "theirs" / "more.toml").write_text(HOUSE_RULE, encoding="utf-8")

    ran = run("a.txt")

    assert (ran.code, ran.err) == (
        2,
        "newslint: newslint.toml:1: rules-packages: .newslint/packages/desk-rules is not what newslint.lock "
        "says; `newslint sync` fetches it again.\n",
    )
    assert run("sync").out == "fetched desk-rules 1.2\n"
    assert rules(run) == ["theirs.journalese"]


@pytest.mark.parametrize("page", ["html", "json"])
def test_index_is_asked_as_the_user_has_told_pip(run, checkout, tmp_path_factory, monkeypatch, page):
    folder = tmp_path_factory.mktemp("index")
    index(folder, wheel("1.2"), sdist("1.3"), page=page)
    monkeypatch.setenv("PIP_NO_INDEX", "0")
    asking(checkout, "Desk.Rules")
    with served(folder) as (address, asked):
        monkeypatch.setenv("PIP_INDEX_URL", address.replace("//", "//us:secret@") + "/simple")

        ran = run("sync")

    assert (ran.code, ran.out, ran.err) == (0, "fetched desk-rules 1.3\n", "")
    assert [path for path, _ in asked] == ["/simple/desk-rules/", "/files/desk_rules-1.3.tar.gz"]
    assert asked[0][1] == "Basic dXM6c2VjcmV0"
    assert "secret" not in (checkout / "newslint.lock").read_text(encoding="utf-8")


def test_index_may_be_a_folder_or_stand_in_a_file_of_pip(run, checkout, tmp_path_factory, monkeypatch):
    folder = tmp_path_factory.mktemp("index")
    index(folder, wheel("1.2"))
    (folder / "pip.conf").write_text(
        f"[global]\nindex-url = {(folder / 'simple').as_uri()}\n", encoding="utf-8"
    )
    monkeypatch.delenv("PIP_NO_INDEX")
    monkeypatch.setenv("PIP_CONFIG_FILE", str(folder / "pip.conf"))
    asking(checkout, "desk-rules==1.2")

    assert run("sync").out == "fetched desk-rules 1.2\n"


def test_archive_that_is_not_what_its_index_says_is_refused(run, checkout, tmp_path_factory, monkeypatch):
    folder = tmp_path_factory.mktemp("index")
    index(folder, wheel("1.2"))
    (folder / "files" / wheel()[0]).write_bytes(sdist()[1])
    monkeypatch.setenv("PIP_NO_INDEX", "0")
    asking(checkout, "desk-rules")
    with served(folder) as (address, _):
        monkeypatch.setenv("PIP_INDEX_URL", f"{address}/simple")

        ran = run("sync")

    name = "desk_rules-1.2-py3-none-any.whl"
    assert ran.err == f"newslint: {name}: is not what its index says: its hash is another.\n"


def test_index_without_encryption_is_refused(run, checkout, monkeypatch):
    monkeypatch.setenv("PIP_NO_INDEX", "0")
    monkeypatch.setenv("PIP_INDEX_URL", "http://us:secret@packages.example.org/simple")
    asking(checkout, "desk-rules")

    assert run("sync").err == (
        "newslint: http://packages.example.org/simple/desk-rules/: "
        "expected https, file, or a host that `trusted-host` of pip names.\n"
    )


def test_archive_of_the_repository_may_be_named(run, checkout):
    (checkout / "vendor").mkdir()
    put(checkout / "vendor", wheel())
    asking(checkout, f"desk-rules @ file:vendor/{wheel()[0]}")

    assert run("sync").out == f"fetched desk-rules {wheel()[0]}\n"
    assert rules(run) == ["theirs.journalese"]


def test_package_that_is_nowhere_is_told(run, checkout, links):
    put(links, wheel("1.2"))
    asking(checkout, "desk-rules>=2")
    assert run("sync").err == "newslint: desk-rules>=2: expected one of 1.2.\n"

    asking(checkout, "other-rules")
    assert run("sync").err == "newslint: other-rules: found no such package in the indexes of pip.\n"


def test_rules_of_a_repository_of_git_are_pinned_to_their_commit(run, checkout):
    source = checkout / "theirs"
    first = repository(source, {"rules/theirs/journalese.toml": HOUSE_RULE, "setup.py": "raise SystemExit\n"})
    asking(checkout, f"git+file://{source}@main")
    assert run("sync").out == f"fetched {name_of(source)} {first[:12]}\n"
    assert rules(run) == ["theirs.journalese"]

    second = repository(source, {"rules/theirs/more.toml": HOUSE_RULE.replace("amid calls", "left amid")})
    shutil.rmtree(checkout / ".newslint")

    assert run("sync").out == f"fetched {name_of(source)} {first[:12]}\n"
    assert run("sync", "--upgrade").out == f"fetched {name_of(source)} {second[:12]}, was {first[:12]}\n"
    assert [each["commit"] for each in lock(checkout)] == [second]


def test_folder_of_a_repository_of_git_may_be_named(run, checkout):
    source = checkout / "theirs"
    repository(source, {"house/theirs/journalese.toml": HOUSE_RULE, "rules/other/broken.toml": "title ="})
    asking(checkout, f"git+file://{source}#subdirectory=house")

    assert run("sync").code == 0
    assert rules(run) == ["theirs.journalese"]


def name_of(source):
    return "-".join(source.parts[-2:]).lower().replace("_", "-")


@pytest.mark.parametrize(
    "requirement",
    [
        "git+ext::sh -c touch% pwned",
        "git+http://host/rules.git",
        "git+https://-oProxyCommand=x/rules.git",
        "git+https://host/rules.git@--upload-pack=x",
        "git+file:///x/rules.git#subdirectory=../y",
        "desk-rules @ http://host/desk_rules-1.0.zip",
        "desk-rules[all]",
        "desk-rules; python_version > '3'",
        "../rules",
        "-r more.txt",
        "desk rules",
        "x" * 501,
    ],
)
def test_what_asks_for_no_package_is_refused_before_anything_is_fetched(run, checkout, requirement):
    asking(checkout, requirement)

    for command in ("sync", "check"):
        ran = run(command)
        assert ran.code == 2
        assert ran.err.startswith("newslint: newslint.toml:1: rules-packages: found `")
        assert "expected a package, as `desk-rules==1.2`" in ran.err


@pytest.mark.parametrize(
    "requirement", ["git+file:///own/rules.git", "desk-rules @ file:///own/desk_rules-1.2.zip"]
)
def test_nothing_of_this_machine_is_fetched_from_outside_the_repository(run, checkout, requirement):
    asking(checkout, requirement)

    ran = run("sync")

    assert ran.code == 2
    assert "is outside the repository; name its folder with --allow-outside to have it read." in ran.err


def test_folder_outside_may_be_allowed(run, checkout, tmp_path_factory):
    source = tmp_path_factory.mktemp("own") / "rules"
    repository(source, {"rules/theirs/journalese.toml": HOUSE_RULE})
    asking(checkout, f"git+file://{source}")

    assert run("sync", "--allow-outside", str(source.parent)).code == 0


def test_two_packages_of_one_name_are_refused(run, checkout):
    asking(checkout, "desk-rules", "git+https://host.example.org/desk/rules.git")

    assert run("sync").err == (
        "newslint: newslint.toml:1: rules-packages: `git+https://host.example.org/desk/rules.git` "
        "would be kept as `desk-rules`, as `desk-rules` is.\n"
    )


def test_locked_adds_nothing(run, checkout, links):
    put(links, wheel())
    asking(checkout, "desk-rules")

    assert (
        run("sync", "--locked").err == "newslint: newslint.lock: found no `desk-rules`; --locked adds none.\n"
    )
    assert (
        run("sync", "--locked", "--upgrade").err
        == "newslint: --upgrade and --locked: expected one of them.\n"
    )


def test_lock_file_that_is_none_is_told(run, checkout):
    asking(checkout, "desk-rules")
    (checkout / "newslint.lock").write_text('[[packages]]\nname = "desk-rules"\n', encoding="utf-8")

    for command in ("sync", "check"):
        assert run(command).err.startswith("newslint: newslint.lock:1: packages.0: found no `requirement`")


def test_desk_that_asks_for_nothing_is_told(run, checkout):
    assert run("sync").out == "No config here has `rules-packages`.\n"


def test_packages_are_no_stories_and_no_part_of_git_is_run(run, checkout, monkeypatch):
    source = checkout / "theirs"
    repository(source, {"rules/theirs/journalese.toml": HOUSE_RULE})
    hook = source / ".git" / "hooks" / "post-checkout"
    hook.write_text(f"#!/bin/sh\ntouch {checkout}/pwned\n", encoding="utf-8")
    hook.chmod(0o755)
    asking(checkout, f"git+file://{source}")

    assert run("sync").code == 0
    assert not (checkout / "pwned").exists()


def test_git_that_is_not_there_is_told(run, checkout, monkeypatch):
    asking(checkout, "git+https://host.example.org/desk/rules.git")
    monkeypatch.setenv("PATH", str(checkout))

    assert run("sync").err == "newslint: git: is not installed.\n"


def test_repository_that_is_not_there_is_told(run, checkout):
    asking(checkout, f"git+file://{checkout}/nowhere")

    ran = run("sync")

    assert ran.code == 2
    assert ran.err.startswith("newslint: git: ")


def test_usual_index_is_the_one_of_pip() -> None:
    (index,) = pip_settings({"PIP_CONFIG_FILE": os.devnull}).indexes

    assert index.startswith("https://")
    assert index.endswith("/simple")


def test_index_of_the_user_comes_first_and_alone() -> None:
    told = {"PIP_CONFIG_FILE": os.devnull, "PIP_INDEX_URL": "https://desk.example.org/simple"}

    assert pip_settings(told).indexes == ("https://desk.example.org/simple",)
    assert pip_settings({**told, "PIP_NO_INDEX": "1"}).indexes == ()


def test_without_pip_there_is_no_usual_index(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pip._internal.models.index", None)

    assert pip_settings({"PIP_CONFIG_FILE": os.devnull}).indexes == ()
