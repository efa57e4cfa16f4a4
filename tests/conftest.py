"""Stories for the tests: small copy read as plain text, with the shipped word lists."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newslint.packs import read_trees, rule_book, shipped_rules
from newslint.plugin import Document, Lexicon, Source
from newslint.readers.text import TextReader


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    """Return the word lists as no style has changed them."""
    trees = read_trees([shipped_rules()])
    lists = {
        folder: {name: table for name, table in files.items() if name.startswith("lists/")}
        for folder, files in trees.items()
    }
    return Lexicon(rule_book(lists, {}).lists)


@pytest.fixture(scope="session")
def story(lexicon: Lexicon) -> Callable[[str], Document]:
    """Return a function that reads copy as a story."""

    def read(copy: str) -> Document:
        return TextReader().read(Source("story.txt", copy.encode()), lexicon)

    return read
