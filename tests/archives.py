"""What tests of the archive share: stories to fill one with, and its tables."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow.parquet as parquet

WRONG = "The road to {place} is 80 kilometers (60 miles) long, {name} said on March 3."
NAMES = (
    "Anna Halvorsen", "Farid Haidari", "Omar Sadiq", "Lena Ohlsson", "Nishank Motwani", "Ivan Petrov",
    "Maria Kowalska", "Joseph Lindqvist", "Amir Muttaqi", "Sofia Brandt",
)  # fmt: skip
# The rarer spelling of a name, every so many stories.
SLIPS = {"Anna Halvorsen": "Anna Halvorson", "Amir Muttaqi": "Amir Mutaqi", "Lena Ohlsson": "Lena Ohlson"}
PLACES = ("Bergen", "Tromsø", "Herat", "Kandahar", "Gdansk")


def copy(number: int) -> str:
    """Return a story, one in nine of which has a slip in a name."""
    names = [NAMES[(number + step * (1 + number % 3)) % len(NAMES)] for step in range(4)]
    if number % 9 == 0:
        names = [SLIPS.get(name, name) for name in names]
    place = PLACES[number % len(PLACES)]
    lines = [WRONG.format(place=place, name=names[0])]
    lines += [f"“We met {names[1]} there,” said {names[2]}, the mayor of {place}."]
    lines += [f"{names[3].split()[1]} did not come, {names[3]} wrote in letter {number}."]
    return f"{place.upper()}, March {1 + number % 28}, 20{10 + number % 9} — " + "\n\n".join(lines) + "\n"


def fill(folder: Path, count: int) -> None:
    """Write so many stories into three desks of a folder."""
    for number in range(count):
        desk = folder / ("city", "sports", "world")[number % 3]
        desk.mkdir(parents=True, exist_ok=True)
        (desk / f"{number:04}.txt").write_text(copy(number), encoding="utf-8")


def archive(run: Any, *words: str, code: int = 0) -> Any:
    """Make an archive in `out`, and return what was said."""
    done = run("archive", *words, "--out", "out", "--isolated")
    assert done.code == code, done.err
    return done


def table(out: Path, name: str) -> list[dict[str, Any]]:
    """Return the rows of a table of an archive."""
    rows: list[dict[str, Any]] = parquet.read_table(out / f"{name}.parquet").to_pylist(
        maps_as_pydicts="lossy"
    )
    return rows


def everything(out: Path) -> dict[str, list[dict[str, Any]]]:
    """Return all tables of an archive."""
    return {path.stem: table(out, path.stem) for path in sorted(out.glob("*.parquet"))}
