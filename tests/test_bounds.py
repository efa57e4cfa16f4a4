"""Bounds: what a config names is read inside its repository only, whatever links lead to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.core.errors import ConfigError
from newslint.desk.bounds import bounds, repository


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Return a repository with a folder of stories, beside a secret."""
    (tmp_path / "secret.txt").write_text("four seven one\n", encoding="utf-8")
    (tmp_path / "desk" / ".git").mkdir(parents=True)
    (tmp_path / "desk" / "stories").mkdir()
    return tmp_path / "desk"


def test_repository_is_the_nearest_folder_with_git(checkout):
    assert repository(checkout / "stories") == str(checkout)
    assert repository(checkout) == str(checkout)


def test_without_git_the_folder_itself_is_the_repository(tmp_path):
    (tmp_path / "desk").mkdir()
    if repository(tmp_path) != str(tmp_path):
        pytest.skip("the folder for tests is in a repository itself")

    assert repository(tmp_path / "desk") == str(tmp_path / "desk")


@pytest.mark.parametrize(
    ("name", "inside"),
    [
        ("stories", True),
        ("stories/a.txt", True),
        ("stories/../names.toml", True),
        (".", True),
        ("..", False),
        ("../secret.txt", False),
        ("stories/../../secret.txt", False),
        ("/", False),
        ("/etc/hostname", False),
        ("../desk-two/a.txt", False),
    ],
)
def test_paths_are_judged_by_where_they_lead(checkout, name, inside):
    assert bounds(checkout / "stories").admit(checkout / name) is inside


def test_links_are_followed_before_they_are_judged(checkout):
    (checkout / "out.txt").symlink_to("../secret.txt")
    (checkout / "up").symlink_to("..")
    (checkout / "in.txt").symlink_to("stories")
    (checkout / "loop").symlink_to("loop")

    found = {name: bounds(checkout).admit(checkout / name) for name in ("out.txt", "up/secret.txt", "in.txt")}

    assert found == {"out.txt": False, "up/secret.txt": False, "in.txt": True}
    assert bounds(checkout).admit(checkout / "loop")


def test_what_the_command_line_allows_is_inside(checkout):
    allowed = bounds(checkout, [checkout.parent])

    assert allowed.admit(checkout.parent / "secret.txt")
    assert bounds(checkout, ["/"]).admit("/etc/hostname")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("../secret.txt", "is outside the repository; name its folder with --allow-outside to have it read."),
        ("a\0b", "newslint.toml: names: found `a\\x00b`, expected a path."),
        ("x" * 5000, "xxx…`: File name too long."),
    ],
)
def test_path_that_cannot_be_read_is_named_with_its_key(checkout, name, expected):
    with pytest.raises(ConfigError) as raised:
        bounds(checkout).path(name, folder=str(checkout), origin="newslint.toml", keys=["names"])

    assert str(raised.value).startswith("newslint.toml: names: ")
    assert str(raised.value).endswith(expected)
