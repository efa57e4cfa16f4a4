"""The speller: hunspell's dictionaries of English, asked through whichever engine is installed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Protocol

from newslint.plugin import RuleError

# The words that all four dictionaries have stand in one file, those of each in another.
SHIPPED = Path(__file__).parent / "dictionaries"
COMMON, AFFIXES = "en.words", "en.aff"
NAME = "dictionary"
FEW = 4
MISSING = "wants a spelling engine; `pip install newslint[spelling]` brings one"


class Engine(Protocol):
    """What tells whether a word is spelled right, and what it may have been meant to be."""

    def spell(self, word: str) -> bool:
        """Tell whether a dictionary has a word."""

    def suggest(self, word: str) -> Iterator[str]:
        """Return the words that are most like it."""


class Speller:
    """Dictionaries that are asked about words. It remembers the answers, as stories repeat their words."""

    def __init__(self, engine: Engine) -> None:
        self.knows = lru_cache(maxsize=1 << 16)(lambda word: bool(engine.spell(word)))
        self.engine = engine

    def meant(self, word: str) -> tuple[str, ...]:
        """Return what a word may have been meant to be, the likeliest first."""
        found = self.engine.suggest(word)
        return tuple(each for each, _ in zip(found, range(FEW), strict=False))


@lru_cache(maxsize=4)
def speller(language: str) -> Speller:
    """Return the speller of a kind of English. Raises RuleError where no engine is installed."""
    words = b"".join((SHIPPED / name).read_bytes() for name in (COMMON, f"{language}.words"))
    with TemporaryDirectory() as folder:
        (Path(folder) / f"{NAME}.dic").write_bytes(b"%d\n%s" % (words.count(b"\n"), words))
        (Path(folder) / f"{NAME}.aff").write_bytes((SHIPPED / AFFIXES).read_bytes())
        return Speller(_engine(folder, NAME))


@lru_cache(maxsize=4)
def speller_of(dictionary: str) -> Speller:
    """Return the speller of a dictionary, given without its ending. Raises RuleError for none."""
    path = Path(dictionary)
    for ending in (".dic", ".aff"):
        if not path.with_name(path.name + ending).is_file():
            raise RuleError(f"there is no dictionary {dictionary}{ending}")
    return Speller(_engine(str(path.parent), path.name))


def _engine(folder: str, name: str) -> Any:
    # hunspell, of chunspell, is in C; spylls is Python, six times slower, and runs everywhere.
    if find_spec("hunspell"):
        from hunspell import Hunspell

        return Hunspell(name, hunspell_data_dir=folder)
    if find_spec("spylls"):
        from spylls.hunspell import Dictionary

        return _Spylls(Dictionary.from_files(str(Path(folder) / name)))
    raise RuleError(MISSING)


class _Spylls:
    """Answers as hunspell does."""

    def __init__(self, dictionary: Any) -> None:
        self.dictionary = dictionary

    def spell(self, word: str) -> bool:
        return bool(self.dictionary.lookup(word))

    def suggest(self, word: str) -> Iterator[str]:
        found: Iterator[str] = self.dictionary.suggest(word)
        return found
