"""Written: places in the copy of a JSON line are places in its file."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from archives import table
from newslint.run.archive.written import Lines

COPY = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
ROWS = st.lists(st.tuples(COPY, COPY, st.booleans(), st.sampled_from(["\n", "\r\n", "\n\n"])), min_size=1)


def line(before: str, copy: str, *, is_ascii: bool) -> str:
    """Return a line with copy, and with the key of the copy where it is none."""
    row = {"text\n": before, "about": {"text": before, "all": ["text", before]}, "text": copy, "id": 7}
    return json.dumps(row, ensure_ascii=is_ascii)


@given(ROWS, st.data())
def test_every_letter_is_found_where_it_is_written(rows, data):
    file, lines = "", Lines()
    for before, copy, is_ascii, end in rows:
        written = lines.written(line(before, copy, is_ascii=is_ascii) + end, "text")
        file += line(before, copy, is_ascii=is_ascii) + end
        lines.passed(line(before, copy, is_ascii=is_ascii) + end)

        start = data.draw(st.integers(0, len(copy)))
        stop = data.draw(st.integers(start, len(copy)))
        places = [written.offset + each for each in written.places(start, stop)]
        found = file[places[0] : places[1]]

        assert json.loads(f'"{found}"') == copy[start:stop]
        assert written.cut(copy[start:stop], start) == found
        head = file[: written.offset]
        assert (written.line, written.column) == (
            1 + len(head.replace("\r\n", "\n").split("\n")) - 1,
            len(head) - head.rfind("\n"),
        )


def test_of_a_key_that_is_given_twice_the_last_holds():
    written = Lines().written('{"text": "a", "text": "b"}', "text")

    assert (written.offset, written.line, written.column) == (23, 1, 24)


def test_findings_in_json_lines_are_placed_in_the_file(run, desk):
    rows = [
        {"text": "It “rained”.\n", "n": 1},
        {"n": 2, "text": "He said “so”.\n\nThe road is 80 kilometers (60\u00a0miles) long."},
    ]
    lines = "".join(json.dumps(row) + "\r\n" for row in rows)
    (desk / "a.jsonl").write_bytes(b"\xef\xbb\xbf" + lines.encode())

    run("archive", "a.jsonl", "--out", "out", "--isolated")

    source = (desk / "a.jsonl").read_bytes().decode()
    (row,) = [each for each in table(desk / "out", "findings") if each["rule"] == "units.wrong-conversion"]
    assert (row["path"], row["text"]) == ("a.jsonl#2", "60\\u00a0miles")
    assert source[row["start"] : row["end"]] == row["text"]
    assert (row["line"], row["column"]) == (2, source.split("\n")[1].index("60\\u00a0miles") + 1)


def test_places_are_right_after_lines_above_have_changed(run, desk):
    row = json.dumps({"id": "b", "text": "The road is 80 kilometers (60 miles) long."})
    words = ["archive", "a.jsonl", "--key", "id", "--out", "out", "--isolated"]
    (desk / "a.jsonl").write_text(f"{row}\n", encoding="utf-8")
    run(*words)
    (desk / "a.jsonl").write_text(f"\n\n{row}\n", encoding="utf-8")

    done = run(*words)

    (found,) = table(desk / "out", "findings")
    assert done.out == "out: 1 stories, 0 linted now.\n"
    assert (found["line"], found["start"]) == (3, 2 + row.index("60 miles"))
