"""Write the clocks of the places that the time zones name, 1970 to 2037, from the tzdata package.

    python bench/zones.py            # say what would change, exit code 1 if anything
    python bench/zones.py --write    # write rules/lists/zone-clocks.toml

A stretch of years with one form of clock is one line: "1987-2006 -300 4.1.7 -240 10.5.7 -300" says that the
year began 300 minutes behind Greenwich, went to 240 on the first Sunday of April and back on the last of
October. A change on no such day has its date: "4/27".
"""

from __future__ import annotations

import argparse
import calendar
import datetime
import tomllib
import zoneinfo
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

LISTS = Path(__file__).parent.parent / "rules/lists"
NAMES, CLOCKS = LISTS / "time-zones.toml", LISTS / "zone-clocks.toml"
FIRST, LAST = 1970, 2037
NOON = datetime.time(12)
# The day on which a year's offset changes, in each way of telling it; and the offset after it.
Change = tuple[frozenset[str], int]
HEAD = """title = "How far ahead of Greenwich the clocks of a place are, in minutes, by year"
# Made by bench/zones.py; an entry says the years, the offset of Jan. 1, and each change (month.week.weekday,
# week 5 being the last, or month/day) with the offset from then on.
source = "tzdata {version}"
date = {day}
years = [{first}, {last}]
"""


def main() -> int:
    """Compare the table with tzdata, and write it where that is asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--write", action="store_true")
    write = parser.parse_args().write
    zoneinfo.reset_tzpath(())
    made = table()
    same = CLOCKS.exists() and body(CLOCKS.read_text()) == body(made)
    print("the table is that of tzdata" if same else "the table differs from tzdata", version("tzdata"))
    if write and not same:
        CLOCKS.write_text(made)
    return 0 if same or write else 1


def table() -> str:
    """Return the list as it is to be written."""
    day = datetime.datetime.now(tz=datetime.UTC).date()
    head = HEAD.format(version=version("tzdata"), day=day, first=FIRST, last=LAST)
    rows = "".join(row(place) for place in places())
    return f"{head}records = [\n{rows}]\n"


def body(text: str) -> str:
    """Return the part of a list that says nothing of the day it was made on."""
    return text[text.index("records = [") :]


def places() -> list[str]:
    """Return the places that the list of time zones names."""
    records = tomllib.loads(NAMES.read_text())["records"]
    named = {place for record in records for place in record.get("places", ())}
    named |= {place for record in records for place in record.get("elsewhere", {}).get("places", ())}
    return sorted(named)


def row(place: str) -> str:
    """Return the record of one place, a line for each form of clock."""
    lines = ",\n".join(f'    "{line}"' for line in clocks(place))
    return f'  {{ place = "{place}", clocks = [\n{lines},\n  ] }},\n'


def clocks(place: str) -> Iterator[str]:
    """Yield the stretches of years in which the clocks of a place changed alike."""
    zone = zoneinfo.ZoneInfo(place)
    first, opening, kept = FIRST, *year_of(zone, FIRST)
    for year in range(FIRST + 1, LAST + 2):
        start, changes = year_of(zone, year) if year <= LAST else (None, ())
        joined = alike(kept, changes) if start == opening else None
        if joined is not None:
            kept = joined
            continue
        yield told(first, year - 1, opening, kept)
        first, opening, kept = year, start or 0, changes


def year_of(zone: zoneinfo.ZoneInfo, year: int) -> tuple[int, tuple[Change, ...]]:
    """Return the offset of Jan. 1, and each change of the year."""
    day, offset = datetime.date(year, 1, 1), offset_on(zone, datetime.date(year, 1, 1))
    opening, changes = offset, []
    while day.year == year:
        now = offset_on(zone, day)
        if now != offset:
            changes.append((ways(day), now))
            offset = now
        day += datetime.timedelta(1)
    return opening, tuple(changes)


def offset_on(zone: zoneinfo.ZoneInfo, day: datetime.date) -> int:
    """Return the minutes ahead of Greenwich at noon; seconds of old local times are cut."""
    ahead = datetime.datetime.combine(day, NOON, zone).utcoffset()
    return int((ahead or datetime.timedelta()).total_seconds() / 60)


def ways(day: datetime.date) -> frozenset[str]:
    """Return the ways in which a rule may name the day: "3.2.7", "3.5.7", "3/8"."""
    weeks = {(day.day - 1) // 7 + 1}
    if day.day + 7 > calendar.monthrange(day.year, day.month)[1]:
        weeks.add(5)
    return frozenset(
        {f"{day.month}.{week}.{day.isoweekday()}" for week in weeks} | {f"{day.month}/{day.day}"}
    )


def alike(one: tuple[Change, ...], other: tuple[Change, ...]) -> tuple[Change, ...] | None:
    """Return what two years have in common, or None where their changes differ."""
    if len(one) != len(other):
        return None
    common = tuple((mine & theirs, after) for (mine, after), (theirs, _) in zip(one, other, strict=True))
    same = all(first[1] == second[1] for first, second in zip(one, other, strict=True))
    return common if same and all(named for named, _ in common) else None


def told(first: int, last: int, opening: int, changes: tuple[Change, ...]) -> str:
    """Return one line of a record."""
    days = "".join(f" {min(named, key=lambda way: ('/' in way, way))} {after}" for named, after in changes)
    return f"{first}-{last} {opening}{days}"


if __name__ == "__main__":
    raise SystemExit(main())
