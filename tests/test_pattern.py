"""Patterns that are compiled late, and programs that are kept."""

from __future__ import annotations

import re

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.core.pattern import PROGRAMS, Program, Programs, lazy_pattern

SOURCES = [
    (r"(?P<day>\d{1,2})(?:st|nd)?\s+(?P<month>May|June)", 0),
    (r"(?<![\w-])(?:said|says)(?!\w)", re.IGNORECASE),
    ("(a) | b  # a note", re.VERBOSE),
    (r"[“”\"]+|’$", re.MULTILINE),
]


def kept(source, flags):
    """Return a pattern made from a program that another process could have kept."""
    first = Programs()
    first.made(source, flags)
    second = Programs()
    second.kept = first.all()
    made = second.made(source, flags)
    assert second.compiled == set()
    return made


@pytest.mark.parametrize(("source", "flags"), SOURCES)
@given(text=st.text(alphabet='1st 2nd3 MayJune said-SAYS ab“”"’\n', max_size=40))
def test_kept_program_finds_what_the_pattern_finds(source, flags, text):
    expected = [(match.span(), match.groups()) for match in re.finditer(source, text, flags)]

    found = [(match.span(), match.groups()) for match in kept(source, flags).finditer(text)]

    assert found == expected


def test_groups_keep_their_names():
    match = kept(*SOURCES[0]).search("on 3rd or 2nd June")

    assert match.groupdict() == {"day": "2", "month": "June"}


@pytest.mark.parametrize(
    "damage", [msgspec.msgpack.encode(Program(0, b"\xff\xff\xff\xff" * 8, 0, {})), b"\x93", b"a+"]
)
def test_damaged_program_is_compiled_afresh(damage):
    programs = Programs()
    programs.kept = {"0 a+": damage}

    assert programs.made("a+", 0).findall("caab") == ["aa"]
    assert programs.compiled == {("a+", 0)}


def test_pattern_is_compiled_when_it_is_used():
    late = lazy_pattern("never seen before (x+)")
    before = ("never seen before (x+)", 0) in PROGRAMS.compiled

    found = late.search("never seen before xxx")

    assert not before
    assert found[1] == "xxx"
    assert ("never seen before (x+)", 0) in PROGRAMS.compiled
