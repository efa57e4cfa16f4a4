"""Copy that no reporter would file: whatever stands in it, no check fails and every place is exact."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.core.source import Source
from newslint.desk.desk import Desk, Options

GOLDEN = Path(__file__).parent / "golden"
STORIES = [path.read_text(encoding="utf-8") for path in sorted(GOLDEN.rglob("*.txt"))]
DESKS = [Desk(Options(isolated=True, style=style)) for style in ("newslint", "ap", "reuters", "bbc")]
ODDITIES = [
    *"“”\"'’«»()–—-/.,;:%$€½0\n\t\r\u200b\u00a0\ufeffİßé",
    *(
        "\n\n",
        "1/2",
        ".3.6",
        "3.21/4",
        "C",
        "F",
        "m",
        "million",
        "Mr.",
        "``",
        "''",
        "May",
        "31",
        "24:00",
        "noon",
        "<!--",
    ),
]
CHANGES = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 12), st.sampled_from(["", *ODDITIES])), min_size=1, max_size=40
)


def mangled(story: str, changes: list[tuple[float, int, str]]) -> str:
    for place, cut, oddity in changes:
        start = round(place * len(story))
        story = story[:start] + oddity + story[start + cut :]
    return story


@settings(max_examples=100)
@given(st.sampled_from(STORIES), CHANGES, st.sampled_from(DESKS), st.sampled_from(["a.txt", "a.md"]))
def test_no_check_fails_and_every_place_is_exact(story, changes, desk, name):
    source = Source(name, mangled(story, changes).encode())

    document = desk.document(source, Path(name))
    result = desk.linter(Path(name)).lint(document, facts=True)

    assert result.failures == ()
    for finding in result.findings:
        assert document.source[finding.start.offset : finding.end.offset] == finding.text
