"""Time zones: how far apart clocks are, by the table that tzdata made."""

from __future__ import annotations

import datetime
import zoneinfo
from collections.abc import Callable, Iterator

import pytest
import zones as made
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from newslint.plugin import Document, Lexicon, Meta
from newslint.text.calendar.clocks import FIRST_YEAR, LAST_YEAR, Clocks, offsets_in
from newslint.text.calendar.time_zones import distances, zones

Story = Callable[[str], Document]
# Letters that tzdata has no longer, or never had, and newsrooms write.
OURS = {
    *("TRT", "IRST", "IRDT", "UZT", "NPT", "ICT", "MYT", "PHT", "SGT"),
    *("BRT", "BRST", "CLT", "CLST"),
}
LOCAL = {"EST": {600}, "EDT": {660}, "BST": {360}, "AST": {180}, "GST": {240}, "PST": {300}, "SST": {480}}


@pytest.fixture(autouse=True)
def _pinned_zones() -> Iterator[None]:
    """Read the zones of the tzdata package, whatever the system has."""
    zoneinfo.reset_tzpath(())
    zoneinfo.ZoneInfo.clear_cache()
    yield
    zoneinfo.reset_tzpath()
    zoneinfo.ZoneInfo.clear_cache()


@pytest.mark.parametrize(
    ("here", "there", "date", "minutes"),
    [
        ("GMT+3", "GMT", None, {180}),
        ("UTC−03:30", "GMT", None, {-210}),
        ("UTC-12", "GMT", None, {-720}),
        ("EST", "GMT", None, {-300, 600}),
        ("XYZ", "GMT", None, set()),
        ("ET", "PT", None, {180}),
        ("London time", "Paris time", None, {-60}),
        ("London time", "ET", None, {300, 240}),
        ("HST", "PST", None, {-120, -900, -1080}),
        ("AKDT", "ET", None, {-240}),
        ("Moscow time", "GMT", "2012-06-01", {180, 240}),
        ("Moscow time", "GMT", "2020-06-01", {180}),
        ("ET", "PT", "2026-12-01", {180, 120}),
        ("ET", "PT", "2026-10-01", {180}),
        ("MSD", "GMT", "2020-06-01", {240}),
        ("IRDT", "GMT", "2030-06-01", set()),
    ],
)
def test_zones_are_apart_as_their_clocks_allow(
    story: Story, here: str, there: str, date: str | None, minutes: set[int]
) -> None:
    told = datetime.date.fromisoformat(date) if date else None
    document = replace(story("The film is on."), meta=Meta(date=told))

    assert set(distances(document, here, there)) == minutes


@pytest.mark.parametrize(
    ("copy", "minutes"),
    [
        ("The ferry leaves Vancouver.", {180, 120}),
        ("The ferry leaves Seattle.", {180}),
    ],
)
def test_canada_is_meant_where_the_story_speaks_of_it(story: Story, copy: str, minutes: set[int]) -> None:
    assert set(distances(story(copy), "ET", "PT")) == minutes


def test_cst_is_cuban_time_in_stories_of_cuba(story: Story) -> None:
    assert -300 in distances(story("Doors open in Havana."), "CST", "GMT")
    assert -300 not in distances(story("Doors open in Peoria."), "CST", "GMT")


def test_years_that_the_story_names_count(story: Story) -> None:
    document = replace(story("It was May 3, 2012."), meta=Meta(date=datetime.date(2020, 6, 1)))

    assert set(distances(document, "Moscow time", "GMT")) == {180, 240}


def test_table_is_that_of_tzdata() -> None:
    assert made.body(made.CLOCKS.read_text()) == made.body(made.table())


def test_every_place_of_a_zone_has_clocks(lexicon: Lexicon) -> None:
    told = {clocks.place for clocks in lexicon.records("zone-clocks", Clocks)}

    assert told == set(made.places())


@given(st.data())
def test_clocks_agree_with_zoneinfo(lexicon: Lexicon, data: st.DataObject) -> None:
    zoneinfo.reset_tzpath(())
    place = data.draw(st.sampled_from(made.places()))
    day = data.draw(st.dates(datetime.date(FIRST_YEAR, 1, 1), datetime.date(LAST_YEAR, 12, 31)))

    steps = offsets_in(lexicon, place, day.year)
    number = (day - datetime.date(day.year, 1, 1)).days
    ours = next(offset for start, offset in reversed(steps) if start <= number)

    assert ours == made.offset_on(zoneinfo.ZoneInfo(place), day)


def test_letters_stand_for_what_tzdata_lets_them(lexicon: Lexicon) -> None:
    named: dict[str, set[int]] = {}
    for key in zoneinfo.available_timezones():
        zone = zoneinfo.ZoneInfo(key)
        for year in range(FIRST_YEAR, LAST_YEAR + 1):
            for month in (1, 4, 7, 10):
                noon = datetime.datetime(year, month, 10, 12, tzinfo=zone)
                ahead = noon.utcoffset()
                assert ahead is not None
                named.setdefault(noon.tzname() or "", set()).add(int(ahead.total_seconds() / 60))
    letters = {zone.name: zone for zone in lexicon.view(zones).values() if zone.name.isupper()}

    unknown = {name for name, zone in letters.items() if zone.offsets and name not in named}
    apart = {name: set(zone.offsets) - named[name] for name, zone in letters.items() if name in named}

    assert unknown == OURS
    assert {name: minutes for name, minutes in apart.items() if minutes} == LOCAL


def test_zones_lie_less_than_a_day_from_greenwich(lexicon: Lexicon) -> None:
    ahead = [offset for zone in zones(lexicon).values() for offset in zone.offsets]

    assert all(-12 * 60 <= offset <= 14 * 60 and offset % 15 == 0 for offset in ahead)
