"""Shelves: pieces of one file that are read one by one."""

from __future__ import annotations

import os

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.desk import shelf
from newslint.desk.cache import Cache
from newslint.desk.shelf import Drawer, Shelf, laid_out


@pytest.fixture(params=[True, False], ids=["held", "read whole"])
def held(request, monkeypatch):
    """Let the pieces stay in the file, as they do but on Windows, and not."""
    if request.param and not hasattr(os, "pread"):
        pytest.skip("files are not read at a place here")
    monkeypatch.setattr(shelf, "HELD", request.param)


@given(st.dictionaries(st.text(max_size=5), st.binary(max_size=40), max_size=6))
def test_every_piece_is_what_was_laid_out(tmp_path_factory, pieces):
    path = tmp_path_factory.mktemp("shelf") / "pieces"
    path.write_bytes(b"".join(laid_out(pieces)))

    with path.open("rb") as file:
        found = Shelf(file)

    assert dict(found) == pieces


@pytest.mark.usefixtures("held")
def test_pieces_are_those_of_the_file_that_was_opened(desk):
    cache = Cache()
    cache.stack("patterns-1.kept", {"a": b"old", "b": b""})

    found = cache.shelf("patterns-1.kept")
    cache.stack("patterns-1.kept", {"a": b"something new"})

    assert found is not None
    assert (found["a"], found["b"], len(found)) == (b"old", b"", 2)
    assert dict(cache.shelf("patterns-1.kept") or {}) == {"a": b"something new"}


def test_drawer_has_the_pieces_whose_names_open_alike():
    drawer = Drawer({"list a": b"1", "list list": b"2", "listed": b"3", "a": b"4"}, "list ")

    assert dict(drawer) == {"a": b"1", "list": b"2"}
    assert len(drawer) == 2


@pytest.mark.parametrize("content", [b"", b"elf", b"00000002\x93", b"00000001\x01", b"-0000001abc"])
def test_what_is_no_shelf_is_refused(tmp_path, content):
    (tmp_path / "other").write_bytes(content)

    with (tmp_path / "other").open("rb") as file, pytest.raises((msgspec.DecodeError, ValueError)):
        Shelf(file)
