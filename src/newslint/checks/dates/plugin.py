"""The hooks through which the checks of the family *dates* come in."""

from __future__ import annotations

from newslint.hookimpl import hookimpl


@hookimpl
def newslint_checks() -> dict[str, str]:
    """Return the kinds of checks of this family."""
    return {
        "age": "newslint.checks.dates.age:Age",
        "clock-form": "newslint.checks.dates.clock_form:ClockForm",
        "date-format": "newslint.checks.dates.date_format:DateFormat",
        "date-range-form": "newslint.checks.dates.range_form:RangeForm",
        "date-range-order": "newslint.checks.dates.range_order:RangeOrder",
        "dateline-month": "newslint.checks.dates.dateline_month:DatelineMonth",
        "decade": "newslint.checks.dates.decade:Decade",
        "doubled-half": "newslint.checks.dates.doubled_half:DoubledHalf",
        "elapsed": "newslint.checks.dates.elapsed:Elapsed",
        "election-day": "newslint.checks.dates.election_day:ElectionDay",
        "feast": "newslint.checks.dates.feast:FeastDay",
        "impossible-date": "newslint.checks.dates.impossible_date:ImpossibleDate",
        "impossible-time": "newslint.checks.dates.impossible_time:ImpossibleTime",
        "last-weekday": "newslint.checks.dates.last_weekday:LastWeekday",
        "length-of-time": "newslint.checks.dates.length:Length",
        "mixed-date-formats": "newslint.checks.dates.mixed_formats:MixedFormats",
        "mixed-times": "newslint.checks.dates.mixed_times:MixedTimes",
        "month-form": "newslint.checks.dates.month_form:MonthForm",
        "near-date": "newslint.checks.dates.near_date:NearDate",
        "noon": "newslint.checks.dates.noon:Noon",
        "relative-day": "newslint.checks.dates.relative_day:RelativeDay",
        "table-month": "newslint.checks.dates.table_month:TableMonth",
        "time-zone-pair": "newslint.checks.dates.time_zone_pair:TimeZonePair",
        "weekday": "newslint.checks.dates.weekday:Weekday",
        "weekday-preposition": "newslint.checks.dates.weekday_preposition:WeekdayPreposition",
        "wrong-relative-day": "newslint.checks.dates.wrong_relative_day:WrongRelativeDay",
        "year-comma": "newslint.checks.dates.year_comma:YearComma",
        "year-form": "newslint.checks.dates.year_form:YearForm",
    }
