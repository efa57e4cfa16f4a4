"""Fixes together: all rules of a style mend every rule's examples, and none undoes another's work."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.core.document import Document
from newslint.core.finding import Finding
from newslint.core.problem import Safety
from newslint.desk.desk import Desk
from newslint.desk.options import Options
from newslint.engine import settling
from newslint.engine.edits import applied
from newslint.pages.examples import EXTENSIONS, unmarked

STYLES = ("newslint", "afp", "ap", "bbc", "economist", "guardian", "nyt", "reuters", "uk", "us")
LONGEST_WAY = 6
each_style = pytest.mark.parametrize("style", STYLES)


class Copy(msgspec.Struct, frozen=True):
    """The copy of an example, and how it is read."""

    rule: str
    text: str
    format: str
    date: datetime.date | None

    def document(self, text: str, desk: Desk) -> Document:
        """Read another version of the copy."""
        name = f"story.{EXTENSIONS.get(self.format, 'txt')}"
        (document,) = desk.documents(desk.assigned(name, text.encode()))
        meta = msgspec.structs.replace(document.meta, date=self.date or document.meta.date)
        return msgspec.structs.replace(document, meta=meta, memory={})


def settled(source, lint, **options):
    """Return the text of a source when *lint*, which takes a text, has no more fixes for it."""
    return settling.settled(source, lambda version: lint(version.text), **options).text


@cache
def desk(style: str) -> Desk:
    return Desk(Options(isolated=True, style=style))


@cache
def linted(style: str, copy: Copy, text: str) -> Sequence[Finding]:
    made = desk(style)
    return made.linter(made.assigned("story.txt", b"")).lint(copy.document(text, made)).findings


def examples() -> Iterator[Copy]:
    """Yield the invalid copy of every rule, and what its fix makes of it."""
    for rule in desk("newslint").here().book.rules.values():
        for example in rule.file.invalid:
            texts = [*map(unmarked, example.stories or (example.text,)), example.fixed]
            yield from (Copy(rule.id, text, example.format, example.date) for text in texts if text)


def way(style: str, copy: Copy, *, unsafe: bool) -> list[str]:
    """Return the versions that the copy goes through until nothing changes."""
    versions = [copy.text]
    while len(versions) < LONGEST_WAY:
        text = applied(versions[-1], linted(style, copy, versions[-1]), unsafe=unsafe)
        if text == versions[-1]:
            break
        versions.append(text)
    return versions


def is_end(style: str, copy: Copy, versions: Sequence[str], *, unsafe: bool) -> bool:
    """Tell whether the fixes ended of themselves: a circle is left by refusing them, with other copy."""
    fixed = settled(copy.text, lambda text: linted(style, copy, text), unsafe=unsafe)
    return len(set(versions)) == len(versions) < LONGEST_WAY and fixed == versions[-1]


COPY = tuple(dict.fromkeys(examples()))


# One test, as what a style finds in a copy is asked again and again.
@each_style
def test_safe_fixes_bring_no_new_finding_others_no_new_error_and_all_come_to_an_end(style: str) -> None:
    for copy in COPY:
        safe, unsafe = way(style, copy, unsafe=False), way(style, copy, unsafe=True)

        for before, after in pairwise(safe):
            assert brought(style, copy, before, after) == {}, (copy.rule, before, after)
        for before, after in pairwise(unsafe):
            assert brought(style, copy, before, after, severity="error") == {}, (copy.rule, before, after)
        assert is_end(style, copy, safe, unsafe=False), (copy.rule, safe)
        assert is_end(style, copy, unsafe, unsafe=True), (copy.rule, unsafe)


@each_style
def test_no_fix_changes_a_place_twice(style: str) -> None:
    made = desk(style)
    for copy in COPY:
        document = copy.document(copy.text, made)
        for _, search in made.linter(made.assigned("story.txt", b"")).searches:
            for rule, problem in search(document):
                for fix in problem.fixes:
                    spans = sorted(edit.span for edit in fix.edits)
                    apart = all(
                        one.end <= other.start and one.start < other.start for one, other in pairwise(spans)
                    )
                    assert apart, (rule.id, copy.text, fix)


# These mend the marks by which the test tells what was said, or leave one open.
MENDS_MARKS = frozenset(
    {"quotes.nested-marks", "quotes.turned-mark", "quotes.unbalanced", "typography.turned-apostrophe"}
)
PLAIN = tuple(
    copy for copy in COPY if copy.format == "text" and len(copy.text) < 600 and copy.rule not in MENDS_MARKS
)
QUOTED = re.compile('[“"][^“”"]*[”"]')


@settings(max_examples=60)
@given(st.lists(st.sampled_from(PLAIN), min_size=2, max_size=4), st.sampled_from(STYLES), st.data())
def test_any_set_of_fixes_brings_no_new_error(parts: list[Copy], style: str, data: st.DataObject) -> None:
    date = next((part.date for part in parts if part.date), None)
    story = Copy("several", "\n\n".join(part.text.strip() for part in parts) + "\n", "text", date)
    chosen = []
    for finding in linted(style, story, story.text):
        fixes = [fix for fix in finding.fixes if fix.safety != Safety.SUGGESTION]
        if fixes and data.draw(st.booleans()):
            fix = data.draw(st.sampled_from(fixes))
            chosen.append(msgspec.structs.replace(finding, fixes=(fix,)))

    fixed = applied(story.text, chosen, unsafe=True)
    once = settled(story.text, lambda text: linted(style, story, text), unsafe=True)

    assert brought(style, story, story.text, fixed, severity="error") == {}
    assert [letters(each) for each in QUOTED.findall(once)] == [
        letters(each) for each in QUOTED.findall(story.text)
    ]
    assert settled(once, lambda text: linted(style, story, text), unsafe=True) == once


# What stands at the end of a sentence, or begins one, so that a fix may join or part two.
ENDS = (
    "",
    " ",
    "  ",
    " 400 people came.",
    " Sept. 30.",
    " He left on Sept. 30. 40 stayed.",
    " “No,” he said.",
)


@settings(max_examples=150)
@given(
    st.lists(st.tuples(st.sampled_from(PLAIN), st.sampled_from(ENDS), st.booleans()), min_size=1, max_size=4),
    st.sampled_from(STYLES),
    st.data(),
)
def test_what_is_settled_has_no_finding_that_was_not_there(
    parts: list[tuple[Copy, str, bool]], style: str, data: st.DataObject
) -> None:
    date = next((part.date for part, _, _ in parts if part.date), None)
    words = "".join(
        f"{part.text.strip()}{end}{paragraph * chr(10)}{chr(10) if paragraph else ' '}"
        for part, end, paragraph in parts
    )
    place = data.draw(st.integers(0, len(words)))
    words = (
        words[:place] + data.draw(st.sampled_from(["", " ", "“", '"', "'", "-", "\n", "."])) + words[place:]
    )
    story = Copy("several", words, "text", date)

    safe = settled(words, lambda text: linted(style, story, text), unsafe=False)
    both = settled(words, lambda text: linted(style, story, text), unsafe=True)

    assert brought(style, story, words, safe) == {}
    assert brought(style, story, words, both, severity="error") == {}
    assert settled(safe, lambda text: linted(style, story, text), unsafe=False) == safe
    assert settled(both, lambda text: linted(style, story, text), unsafe=True) == both


def test_fix_that_has_a_figure_open_a_sentence_is_not_made() -> None:
    story = Copy("several", "The rule came in on Sept. 30. 400 people left on Oct. 2.\n", "text", None)

    fixed = settled(story.text, lambda text: linted("economist", story, text), unsafe=False)

    assert fixed == "The rule came in on Sept. 30. 400 people left on October 2nd.\n"


def letters(words: str) -> str:
    """Return what was said, without the marks and dashes, which are the paper's own."""
    return re.sub(r"\W+", " ", words).strip()


def brought(
    style: str, copy: Copy, before: str, after: str, *, severity: str | None = None
) -> dict[str, int]:
    """Return by rule how many findings there are more after a change than before."""

    def counted(text: str) -> Counter[str]:
        found = linted(style, copy, text)
        return Counter(each.rule for each in found if severity in (None, each.severity))

    return dict(counted(after) - counted(before))
