"""Fixes in front matter: its keys, and all that is no copy, stay as they were, and it stays what it is."""

from __future__ import annotations

import json
from collections.abc import Callable

import tomli
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

import newslint
from newslint.plugin import Lexicon, Source, Span
from newslint.readers.markdown import MarkdownReader

COPY = "\nThe ferry sank.\n"
FAULTY = (
    "The the ferry sank",
    "80 kilometers (130 miles) off",
    "It’s “her's” - he said",
    'He said "no" -- twice: it\'s 5 percent',
    "‘On Thursday, March 10, 2026’ it sank",
    "#1: the the {ferry} [sank], he he said…",
    "Eight years old and 40 degrees centigrade",
    "\u201cWe are glad,\u201d Ana said.",
)
NO_MARKS = str.maketrans("", "", '#"{}[],')
KEPT = {"slug": 'a -- "b" the the', "key: x": "It's the the"}


def in_yaml(title: str, deck: str) -> str:
    """Write what must stay, and two values that are copy, the one in single marks, the other in lines."""
    doubled = title.replace("'", "''")
    return f"---\n{yaml.safe_dump(KEPT)}title: '{doubled}'\ndeck: >-\n  {deck}\n---\n"


def in_plain_yaml(title: str, deck: str) -> str:
    """Write two values without marks."""
    title, deck = (words.translate(NO_MARKS).replace(": ", " ").strip("'") for words in (title, deck))
    return f"---\n{yaml.safe_dump(KEPT)}title: {title}\nimages: [{{alt: The {deck}}}]\n---\n"


def in_toml(title: str, deck: str) -> str:
    """Write what must stay, and two values that are copy."""
    kept = "".join(f"{json.dumps(key)} = {json.dumps(value)}\n" for key, value in KEPT.items())
    return f"+++\n{kept}title = {json.dumps(title)}\ndeck = '''\n{deck}'''\n+++\n"


def in_json(title: str, deck: str) -> str:
    """Write what must stay, and two values that are copy."""
    return (
        json.dumps({**KEPT, "title": title, "deck": deck}, indent=1, ensure_ascii=len(deck) % 2 == 0) + "\n"
    )


NOTATIONS: dict[Callable[[str, str], str], Callable[[str], dict[str, object]]] = {
    in_yaml: lambda front: yaml.safe_load(front.strip().strip("-")),
    in_plain_yaml: lambda front: yaml.safe_load(front.strip().strip("-")),
    in_toml: lambda front: tomli.loads(front.strip().strip("+")),
    in_json: json.loads,
}


@settings(max_examples=60)
@given(st.sampled_from(list(NOTATIONS)), st.sampled_from(FAULTY), st.sampled_from(FAULTY))
def test_fixes_leave_front_matter_what_it_is(write: Callable[[str, str], str], title: str, deck: str) -> None:
    front = write(title, deck)
    before = NOTATIONS[write](front)

    fixed = newslint.fix(front + COPY, format="markdown", unsafe=True)

    after = NOTATIONS[write](fixed.removesuffix(COPY))
    assert list(after) == list(before)
    assert {key: after[key] for key in KEPT} == KEPT
    assert newslint.fix(fixed, format="markdown", unsafe=True) == fixed


SHREDS = st.lists(
    st.sampled_from(
        (
            *("---\n", "+++\n", ";;;\n", "...\n", "---json\n", "title: ", "title = ", '"title": ', "alt: "),
            *(
                "\n",
                "\r\n",
                "\r",
                "  ",
                "\t",
                "- ",
                "? ",
                ": ",
                ", ",
                "{",
                "}",
                "[",
                "]",
                "# c",
                "|\n",
                ">-\n",
            ),
            *('"', "'", "'''", '"""', "\\", "\\u2019", "\\x41", "\\\n", "''", "!!str ", "&a ", "*a", "@"),
            *("Ferry sinks", "é", "😀", "e\u0301", "\u2028", "\x85", "\ufeff", "\x07", "date: ", "3/4/2026"),
        )
    ),
    max_size=40,
)


@settings(max_examples=400)
@given(st.sampled_from(("---\n", "+++\n", '{"title": ', "Title: ", "% ", "---\ntitle: ", "\n")), SHREDS)
def test_places_in_any_front_matter_are_exact(lexicon: Lexicon, opening: str, shreds: list[str]) -> None:
    document = MarkdownReader().read(Source("a.md", (opening + "".join(shreds)).encode()), lexicon)

    assert document.map.fits(document.text, document.source)
    for each in document.map.segments:
        source = Span(each.source, each.source + each.source_length).cut(document.source)
        assert source == document.text[each.text : each.text + each.length] or not each.verbatim
    for remark in document.remarks:
        assert remark.span.cut(document.source)


def test_mark_behind_a_backslash_in_front_matter_stays() -> None:
    copy = '---\ntitle: >\n  He wrote \\"no\\" and the the rest.\n---\n\nHe said “no” and “yes”.\n'

    fixed = newslint.fix(copy, format="markdown", unsafe=True)

    assert '\\"no\\" and the rest' in fixed
