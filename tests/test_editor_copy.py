"""The copy in an editor's windows: its places and its changes."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types

from newslint.editor.checked import checked
from newslint.editor.desks import Desks
from newslint.editor.diagnostics import diagnostics
from newslint.editor.lines import Lines
from newslint.editor.settings import EditorSettings
from newslint.editor.stories import OpenStory, changed

ENCODINGS = ("utf-8", "utf-16", "utf-32")
PIECES = (
    "The road is 80 kilometers (60 miles) long. ",
    "It closed on Tuesday, March 10, 2026. ",
    "Anna Halvorsen said so. Halverson left. ",
    "🚗 é ", "\r\n", "\r", "\n\n", "\u2028", "\x0c", "", "5", "“", "miles",
)  # fmt: skip


@pytest.mark.parametrize(
    ("encoding", "line", "character", "offset"),
    [
        ("utf-16", 0, 2, 1),
        ("utf-16", 0, 1, 0),
        ("utf-8", 0, 4, 1),
        ("utf-32", 0, 1, 1),
        ("utf-16", 0, 99, 3),
        ("utf-16", 1, 0, 5),
        ("utf-16", 1, 1, 6),
        ("utf-8", 1, 1, 5),
        ("utf-16", 9, 0, 6),
    ],
)
def test_place_is_an_offset(encoding: str, line: int, character: int, offset: int) -> None:
    assert Lines("🚗ab\r\né", encoding).offset(types.Position(line, character)) == offset


@given(st.text(st.sampled_from("ab é🚗\r\n\u2028")), st.sampled_from(ENCODINGS))
def test_places_of_all_letters_lead_back_to_them(text: str, encoding: str) -> None:
    lines = Lines(text, encoding)
    # Between CR and LF no line of the protocol has a place.
    offsets = [each for each in range(len(text) + 1) if text[each - 1 : each + 1] != "\r\n"]

    assert [lines.offset(lines.position(each)) for each in offsets] == offsets


@cache
def desks() -> Desks:
    return Desks()


def found(story: OpenStory, encoding: str) -> list[types.Diagnostic]:
    return diagnostics(checked(desks(), story, EditorSettings(), encoding))


@given(st.data(), st.sampled_from(ENCODINGS))
def test_changes_give_the_diagnostics_of_the_final_copy(data: st.DataObject, encoding: str) -> None:
    text = "".join(data.draw(st.lists(st.sampled_from(PIECES), max_size=16)))
    story = OpenStory("untitled:story", 1, "plaintext", text)

    for version in range(2, data.draw(st.integers(2, 10))):
        lines = Lines(text, encoding)
        ends = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2)))
        put = data.draw(st.sampled_from(PIECES))
        # A client has no place between CR and LF.
        start, end = (lines.offset(lines.position(each)) for each in ends)
        place = lines.range(start, end)
        text = text[:start] + put + text[end:]
        story = changed(story, version, [types.TextDocumentContentChangePartial(place, put)], encoding)

    assert story.text == text
    assert found(story, encoding) == found(OpenStory("untitled:story", 1, "plaintext", text), encoding)
