"""Date patterns: what stands before and behind the name of a month, and dates of nothing but figures."""

from __future__ import annotations

import re

from newslint.core.pattern import lazy_pattern
from newslint.core.wording import Worded
from newslint.text.calendar.ordinals import ORDINALS

DAY = r"(?:0?[1-9]|[123]\d)"
ORDINAL = r"(?:st|nd|rd|th)"
DAY_WORD = rf"(?i:{'|'.join(reversed(ORDINALS))})"
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b"
)
WEEKDAY = r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6})"
JOINT = r"(?:[ ]?[-–—][ ]?|[ ](?:to|and|or|&|through|until|till)[ ])"
# "6 August 2024 local time" and "August 6, 1945 local time" have a year, "26 February 1600 GMT" has an hour;
# "6 August 1945 local time" may have either.
ZONE = r"(?:GMT|UTC|BST|CET|E[SD]T|P[SD]T|(?<!,[ ].{5})local[ ]time)"
HOUR_BEHIND = rf"(?:(?<=[0-5][05])[ ]?{ZONE}|[ ]?(?:hrs|hours))\b"
# A year is not an hour, nor the head of a larger figure.
YEAR = rf"[12]\d{{3}}(?![\w%]|[.,:]\d|{HOUR_BEHIND})"
# "May 5" + ", 2024", "5 May" + " of 2024"; with a stray space "May 5" + " , 2024".
BEFORE_YEAR = r"(?:[ ]?,[ ]{0,2}|[ ]{1,2}(?:of[ ](?=1[89]|20))?)"
# A day is not a sum, a score, an hour or an age: "May 5.5", "May 10%", "May 3pm", "June 31-year-old".
SUM = (
    r"[ ]?(?:[ap]\.?m\b|per[ ]?cent|[mb]illion|years?\b"
    r"|{market-units}\b)"
)
# "May 5 and 9-11 a.m." has an hour behind it, and so has the 8 of "11 August 8-9:30".
NO_HOUR = r"(?![-–](?:\d{1,2}(?:[:.]\d\d)?[ ]?[ap]\.?m\b|\d{1,2}:\d\d))"
NO_DAY = rf"{NO_HOUR}(?!\w|[/%]|[.:]\d|,(?!\d{{4}}(?!\d))\d|-year|{SUM})"

# What stands between the first and the last of several days: "-" in "3-5", ", 4 and " in "3, 4 and 5".
LISTED = rf"(?:,[ ]{DAY}{ORDINAL}?(?!\w|[.:/]\d)){{1,6}},?[ ](?:and|or|&)[ ]"
BETWEEN = rf"(?:{JOINT}|{LISTED})"

# What follows the name of a month: "Sept" + ". 3rd, 2021", "June" + " 8-10", "April" + " the 4th"; but of
# "June 28 to 3 July" the second day is July's.
MONTH_FIRST = Worded(
    rf"""(?:[ ]?\.[ ]{{0,2}}|[ ]{{1,2}})(?:the[ ])?
    (?P<day>{DAY})(?P<ordinal>{ORDINAL})?{NO_DAY}
    (?:{BETWEEN}(?P<last>{DAY}){ORDINAL}?{NO_DAY}(?![ ]{{1,2}}{MONTH}))?
    (?:{BEFORE_YEAR}(?P<year>{YEAR}))?""",
    re.VERBOSE,
)
# What stands before it: "3rd " + "May", "the 3rd day of " + "May", "28-30 " + "August", "Monday 7th and
# Tuesday 8th " + "June".
DAY_FIRST = lazy_pattern(
    rf"""(?<![\w.:/$£€%\#])(?<!\d,)(?<![^a-z.]-)(?:(?P<first>{DAY}){ORDINAL}?
    (?:{JOINT}(?:{WEEKDAY}\.?,?[ ](?:the[ ])?)?|{LISTED}))?
    (?P<day>{DAY})(?P<ordinal>{ORDINAL})?(?P<stop>\.)?[ ]{{1,2}}(?:day[ ])?(?P<of>of[ ])?$""",
    re.VERBOSE,
)
# "on " + "28. October 2012", as in German and Nordic copy; other stops end a sentence, or number a list.
BEFORE_STOP = lazy_pattern(r"(?:\b(?:[Oo]n|[Uu]ntil|[Ss]ince|[Dd]ated|[Ff]rom)|day,?)[ ](?:the[ ])?$")
# "the fifth of " + "May", "the thirty-first day of " + "June"; not "the first of " + "May's speeches".
WORD_FIRST = lazy_pattern(rf"\b(?P<day>{DAY_WORD}) (?:day )?of $")
NO_MONTH = lazy_pattern(r"'s?\b| [A-Z]")
# The stop of "12 Sept. and"; that of "on 12 Sept." at the end is the sentence's, as that of "on 12 Sept. 400
# came" may be, and that of "12 May." always is.
OWN_STOP = lazy_pattern(
    r"(?<!ry)(?<!March)(?<!April)(?<!May)(?<!June)(?<!July)(?<!ust)(?<!ber)\.(?=,|;|[)]| [^A-Z\d\s\"“'‘(])"
)
YEAR_AFTER = lazy_pattern(rf"\.?{BEFORE_YEAR}({YEAR})", re.VERBOSE)
# "on 2024 " + "May 3"; "in 2024 May 3 of them left" is none.
YEAR_BEFORE = lazy_pattern(
    r"(?:^|\n|[(\[:;|][ ]?|\b(?:[Oo]n|[Dd]ated)[ ]|day,?[ ])(?P<year>(?:1[5-9]|20)\d\d)[ ]$"
)
# "Sept. 10" + ", '69"
SHORT_YEAR = lazy_pattern(r",? ('\d\d)\b(?!')")
MONTH_NEXT = lazy_pattern(rf" {MONTH}")
# "on " + "9 May 11 people", "Tuesday " + "11 August 8-9"
PREPOSITION = lazy_pattern(
    rf"\b(?:(?:on|by|from|until|since|of|between|to|and|before|after|the)|{WEEKDAY}\.?,?) $", re.IGNORECASE
)
# "31-Jun-2001"
HYPHEN_BEFORE = lazy_pattern(r"(?<![\w.,/-])(\d\d?)-$")
HYPHEN_AFTER = lazy_pattern(r"-([12]\d{3})(?![\w-])")
# "2014-01-23", "2014/01/23", "2014-01-23T10:30", "31/12/2021", "9/11/01", "31.01.2020", "31-12-2021"; both
# ends of "3/5/2021-6/5/2021" and of "3.5.-6.5.2021".
FIGURES = lazy_pattern(
    r"""(?:(?<![\w./-])|(?<=[./]\d{4}-)|(?<=\d\.-))(?:
    (?P<year>[12]\d{3})(?P<mark>[-/])(?P<month>\d\d)(?P=mark)(?P<day>\d\d)
    |(?P<first>\d\d)-(?P<second>\d\d)-(?P<dashed>(?:19|20)\d\d)
    |(?P<opening>\d{1,2})\.(?P<opened>\d{1,2})\.(?=[ ]?[-–—][ ]?\d{1,2}\.\d{1,2}\.\d{4}\b)
    |(?P<one>\d{1,2})(?:/(?P<two>\d{1,2})/(?P<slashed>\d{4}|\d\d)|\.(?P<three>\d{1,2})\.(?P<dotted>\d{4}))
    )(?!(?!T\d\d:|-\d{1,2}[./]\d{1,2}[./]\d{4}\b)[\w/-]|\.\d)""",
    re.VERBOSE,
)
