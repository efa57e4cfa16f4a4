"""What houses write differently: each point with the forms it has, and the form of each house.

The sentences are made up. A frame holds `{}` where the form stands; the forms of a point say the same thing, in order.
"""

from __future__ import annotations

from typing import NamedTuple


class Point(NamedTuple):
    """A point of style: frames, forms by name, and which form a house has."""

    frames: tuple[str, ...]
    forms: dict[str, tuple[str, ...]]
    houses: dict[str, str]


AMERICAN = ("ap", "nyt", "us")
BRITISH = ("bbc", "guardian", "economist", "uk")


def _all(form: str, *houses: str) -> dict[str, str]:
    return dict.fromkeys(houses, form)


POINTS: dict[str, Point] = {
    "percent": Point(
        ("Prices rose {} in a year, the bank said.", "The party won about {} of the vote.", "A fee of {} is paid."),
        {
            "sign": ("5%", "12.5%", "40%"),
            "percent": ("5 percent", "12.5 percent", "40 percent"),
            "per cent": ("5 per cent", "12.5 per cent", "40 per cent"),
        },
        _all("sign", "ap", "bbc", "guardian", "economist") | _all("percent", "nyt", "afp"),
    ),
    "percent zero": Point(
        ("Prices rose {} in a year, the bank said.",),
        {"zero": ("0.6%", "0.25%"), "bare": (".6%", ".25%")},
        _all("zero", "ap", "us", "uk", "bbc", "guardian"),
    ),
    "whole date": Point(
        ("The bridge was closed on {}{c} after the flood.", "The law of {}{c} was repealed.", "It opened on {}."),
        {
            "agency": ("Sept. 3, 2019", "Jan. 12, 2020", "April 7, 2021"),
            "american": ("September 3, 2019", "January 12, 2020", "April 7, 2021"),
            "british": ("3 September 2019", "12 January 2020", "7 April 2021"),
            "economist": ("September 3rd 2019", "January 12th 2020", "April 7th 2021"),
            "ordinal": ("September 3rd, 2019", "January 12th, 2020", "April 7th, 2021"),
            "british ordinal": ("3rd September 2019", "12th January 2020", "7th April 2021"),
            "bare agency": ("Sept 3, 2019", "Jan 12, 2020", "Apr. 7, 2021"),
        },
        _all("agency", "ap", "reuters", "nyt") | _all("british", "bbc", "guardian", "uk")
        | _all("economist", "economist") | _all("american", "afp"),
    ),
    "day and month": Point(
        ("The bridge was closed on {} after the flood.", "Talks began on {} in the port.", "It opens on {}."),
        {
            "agency": ("Sept. 3", "Jan. 12", "Dec. 27"),
            "american": ("September 3", "January 12", "December 27"),
            "british": ("3 September", "12 January", "27 December"),
            "economist": ("September 3rd", "January 12th", "December 27th"),
            "british ordinal": ("3rd September", "12th January", "27th December"),
        },
        _all("agency", "ap", "reuters", "nyt") | _all("british", "bbc", "guardian", "uk")
        | _all("economist", "economist") | _all("american", "afp"),
    ),
    "month and year": Point(
        ("The bridge was closed in {} after the flood.", "Since {} the line has been shut."),
        {"full": ("September 2019", "January 2020"), "short": ("Sept. 2019", "Jan. 2020"),
         "comma": ("September, 2019", "January, 2020")},
        _all("full", "ap", "reuters", "bbc", "economist", "guardian", "nyt", "afp", "us", "uk"),
    ),
    "weekday": Point(
        ("The mayor resigned {}, the clerk said.", "Police arrested three men {} in the port.",
         "The council voted {} to close it."),
        {"on": ("on Monday", "on Tuesday", "on Friday"), "bare": ("Monday", "Tuesday", "Friday")},
        _all("on", "reuters", "bbc", "economist", "guardian", "uk") | _all("bare", "ap", "afp"),
    ),
    "relative day": Point(
        ("The mayor resigned {}, the clerk said.", "The council voted {} to close the bridge."),
        {"named": ("on Monday", "on Friday"), "relative": ("yesterday", "yesterday")},
        _all("named", "reuters", "bbc", "nyt"),
    ),
    "clock": Point(
        ("Polls close at {} on Sunday.", "The train left at {} and was late.", "Doors open at {}."),
        {
            "agency": ("6:30 p.m.", "9 a.m.", "7:15 a.m."),
            "solid": ("6:30pm", "9am", "7:15am"),
            "dot": ("6.30pm", "9am", "7.15am"),
            "24": ("18:30", "09:00", "07:15"),
            "capitals": ("6:30 PM", "9 AM", "7:15 AM"),
            "zeros": ("6:30 p.m.", "9:00 a.m.", "7:15 a.m."),
        },
        _all("agency", "ap", "nyt", "us") | _all("24", "bbc") | _all("dot", "guardian"),
    ),
    "noon": Point(
        ("Polls close at {} on Sunday.", "The siren went off at {}."),
        {"words": ("noon", "midnight"), "figures": ("12 p.m.", "12 a.m.")},
        _all("words", "ap", "nyt", "us"),
    ),
    "decade": Point(
        ("The mill was built in the {} by hand.", "Music of the {} was played."),
        {"plain": ("1990s", "1880s"), "apostrophe": ("1990's", "1880's")},
        _all("plain", "ap", "reuters", "bbc", "guardian", "economist", "nyt", "afp", "us", "uk"),
    ),
    "small number": Point(
        ("The couple had {}.", "She wrote {} about the river.", "It took {} to clear the road."),
        {
            "words": ("three sons", "six books", "nine workers"),
            "figures": ("3 sons", "6 books", "9 workers"),
        },
        _all("words", "ap", "reuters", "bbc", "guardian", "economist", "nyt", "afp", "us", "uk"),
    ),
    "ten": Point(
        ("The couple had {}.", "She wrote {} about the river."),
        {"words": ("ten sons", "ten books"), "figures": ("10 sons", "10 books")},
        _all("figures", "ap", "bbc", "guardian", "nyt", "afp") | _all("words", "economist"),
    ),
    "large number": Point(
        ("The couple had {}.", "She wrote {} about the river."),
        {"words": ("eleven cows", "fourteen books"), "figures": ("11 cows", "14 books")},
        _all("figures", "ap", "reuters", "bbc", "guardian", "economist", "nyt", "afp", "us", "uk"),
    ),
    "opening figure": Point(
        ("{} left the town.",),
        {"words": ("Four hundred people", "Twelve families"), "figures": ("400 people", "12 families")},
        _all("words", "ap", "bbc", "economist", "guardian", "nyt", "us", "uk"),
    ),
    "age": Point(
        ("The fire was seen by {} from the yard.", "Police spoke to {} at school."),
        {"figures": ("a 5-year-old boy", "a 7-year-old girl"),
         "words": ("a five-year-old boy", "a seven-year-old girl")},
        _all("figures", "ap") | _all("words", "afp"),
    ),
    "ordinal": Point(
        ("It was the {} in the town.",),
        {"agency": ("third fire", "10th fire", "21st fire", "first vote"),
         "figures": ("3rd fire", "10th fire", "21st fire", "1st vote"),
         "words": ("third fire", "tenth fire", "twenty-first fire", "first vote")},
        _all("agency", "ap", "guardian", "bbc", "nyt"),
    ),
    "money": Point(
        ("The bridge cost {} to mend.", "A loan of {} was agreed.", "The firm lost {} last year."),
        {
            "words": ("$5 million", "£12.5 million", "€3 billion"),
            "letters": ("$5m", "£12.5m", "€3bn"),
            "spaced": ("$5 mln", "£12.5 mln", "€3 bln"),
            "capitals": ("$5M", "£12.5M", "€3B"),
        },
        _all("words", "ap", "reuters", "nyt", "afp", "us") | _all("letters", "bbc", "economist", "guardian"),
    ),
    "money in words": Point(
        ("The ticket cost {} at the gate.",),
        {"sign": ("$5", "$12"), "words": ("5 dollars", "12 dollars"), "both": ("$5 dollars", "$12 dollars")},
        _all("sign", "ap", "nyt", "us"),
    ),
    "spelling -our": Point(
        ("The {} of the river pleased them.", "They asked for a {} to be done.", "The {} is next to the market."),
        {"american": ("color", "favor", "theater"), "british": ("colour", "favour", "theatre")},
        _all("american", *AMERICAN) | _all("british", *BRITISH, "afp"),
    ),
    "spelling -l": Point(
        ("The show was {} by the town.", "They {} for a week.", "Work on the {} has begun."),
        {"american": ("canceled", "traveled", "defense"), "british": ("cancelled", "travelled", "defence")},
        _all("american", *AMERICAN) | _all("british", *BRITISH, "afp"),
    ),
    "spelling -ise": Point(
        ("The fair was {} by the town.", "She {} his voice.", "They {} to the crowd."),
        {"american": ("organized", "recognized", "apologized"), "british": ("organised", "recognised", "apologised")},
        _all("american", *AMERICAN) | _all("british", "bbc", "guardian", "economist", "afp"),
    ),
    "spelling metre": Point(
        ("The wall is 40 {} long.", "The road runs for 12 {} to the sea."),
        {"american": ("meters", "kilometers"), "british": ("metres", "kilometres")},
        _all("american", *AMERICAN) | _all("british", *BRITISH, "afp"),
    ),
    "spelling words": Point(
        ("She {} the plan.", "They came from the {}.", "He wore a {} coat."),
        {"american": ("analyzed", "neighborhood", "gray"), "british": ("analysed", "neighbourhood", "grey")},
        _all("american", *AMERICAN) | _all("british", *BRITISH, "afp"),
    ),
    "courtesy": Point(
        ("Omar Khan and Rosa Diaz spoke first. After the vote {} left early.",
         "Omar Khan and Rosa Diaz spoke first. The plan, {} said, was sound."),
        {"none": ("Khan", "Diaz"), "american": ("Mr. Khan", "Ms. Diaz"), "british": ("Mr Khan", "Ms Diaz")},
        _all("none", "ap", "reuters", "afp", "guardian") | _all("american", "nyt")
        | _all("british", "economist", "bbc"),
    ),
    "country points": Point(
        ("The {} said no to the plan.", "A {} envoy flew to Oslo.", "They asked the {} for help."),
        {"points": ("U.S.", "U.N.", "U.S."), "bare": ("US", "UN", "US")},
        _all("points", "ap", "reuters", "nyt") | _all("bare", "bbc", "guardian", "economist", "afp"),
    ),
    "agency points": Point(
        ("The {} said it knew.", "A former {} officer was asked."),
        {"points": ("F.B.I.", "C.I.A."), "bare": ("FBI", "CIA")},
        _all("points", "nyt") | _all("bare", "ap", "reuters", "bbc", "guardian", "economist", "afp"),
    ),
    "acronym case": Point(
        ("The head of {} flew to Oslo.", "Ministers asked {} for help."),
        {"capitals": ("NATO", "NASA"), "word": ("Nato", "Nasa")},
        _all("capitals", "ap", "reuters", "economist", "nyt", "afp") | _all("word", "guardian", "bbc"),
    ),
    "quote stop": Point(
        ("The mayor called it {} and left.", "They called the plan {} Nobody laughed."),
        {"inside": ("“a disaster,”", "“the hole.”"), "outside": ("“a disaster”,", "“the hole”.")},
        _all("inside", "ap", "nyt", "us") | _all("outside", "guardian", "bbc", "uk", "economist"),
    ),
    "dash": Point(
        ("The bridge{}the oldest in the valley{}reopens soon.", "He had one wish{}to go home."),
        {"em spaced": (" — ", " — "), "em closed": ("—", "—"), "en spaced": (" – ", " – "),
         "hyphen": (" - ", " - "), "double": (" -- ", " -- ")},
        _all("em spaced", "ap", "nyt") | _all("en spaced", "guardian"),
    ),
    "title before": Point(
        ("The plan was backed by {} on a visit to Oslo.", "Later {} spoke."),
        {"capital": ("President Ana Ruiz", "Prime Minister Lars Berg"),
         "lower": ("president Ana Ruiz", "prime minister Lars Berg")},
        _all("capital", "ap", "reuters", "nyt", "afp", "us"),
    ),
    "title alone": Point(
        ("The plan was backed by {} on a visit to Oslo.", "Later {} spoke in the hall."),
        {"lower": ("the president", "the prime minister"), "capital": ("the President", "the Prime Minister")},
        _all("lower", "ap", "reuters", "nyt", "afp", "bbc", "guardian", "economist"),
    ),
    "title behind": Point(
        ("Ana Ruiz, {}, flew to Oslo.",),
        {"lower": ("president of the club", "the foreign minister"),
         "capital": ("President of the club", "the Foreign Minister")},
        _all("lower", "ap", "reuters", "nyt", "afp", "guardian"),
    ),
    "junior": Point(
        ("The street is named for {} and his wife.",),
        {"bare": ("Abel Stone Jr.", "Cal Reed Sr."), "comma": ("Abel Stone, Jr.,", "Cal Reed, Sr.,")},
        _all("bare", "ap", "reuters", "nyt"),
    ),
    "state": Point(
        ("He was born in {}, on a farm.", "A man from {}, was held."),
        {"full": ("Springfield, Illinois", "Salem, Massachusetts"), "short": ("Springfield, Ill.", "Salem, Mass."),
         "postal": ("Springfield, IL", "Salem, MA")},
        _all("full", "ap", "us") | _all("short", "nyt"),
    ),
    "place": Point(
        ("Talks were held in {} for a week.", "The envoy flew to {} by night."),
        {"new": ("Kyiv", "Kolkata", "Mumbai", "Beijing"), "old": ("Kiev", "Calcutta", "Bombay", "Peking")},
        _all("new", "ap", "reuters", "bbc", "guardian", "economist", "nyt", "afp", "us", "uk"),
    ),
    "contraction": Point(
        ("The town {} pay for the bridge.", "Firms {} agree on the price."),
        {"whole": ("cannot", "do not"), "short": ("can't", "don't")},
        _all("whole", "reuters"),
    ),
    "acronym bracket": Point(
        ("The {} met in the port. The OPU will meet again.",),
        {"with": ("Oslo Port Union (OPU)",), "dashes": ("Oslo Port Union, or OPU,",)},
        {},
    ),
    "speed": Point(
        ("The van was doing {} in the dark.",),
        {"closed": ("60mph", "90mph"), "spaced": ("60 mph", "90 mph")},
        _all("closed", "bbc", "guardian") | _all("spaced", "ap", "nyt"),
    ),
    "metric speed": Point(
        ("The wind reached {} at sea.",),
        {"kph": ("60 kph", "120 kph"), "km/h": ("60 km/h", "120 km/h")},
        _all("kph", "reuters"),
    ),
    "metric unit": Point(
        ("The road runs for {} to the sea.", "The sack weighs {} or so."),
        {"words": ("65 kilometers", "12 kilograms"), "symbols": ("65 km", "12 kg"), "closed": ("65km", "12kg")},
        _all("words", "ap") | _all("closed", "bbc", "guardian"),
    ),
    "year range": Point(
        ("The mill ran {} and closed.",),
        {"to": ("from 2014 to 2018", "from 1990 to 1996"), "hyphen": ("from 2014-18", "from 1990-96")},
        _all("to", "reuters", "economist", "ap", "guardian", "bbc", "us", "uk"),
    ),
    "money range": Point(
        ("The bridge will cost {} to mend.",),
        {"repeated": ("$5m-6m", "£10m-12m"), "once": ("$5-6m", "£10-12m")},
        _all("repeated", "economist"),
    ),
    "headline marks": Point(
        ("{}\n\nThe council met in the town hall on the plan for the old bridge.",),
        {"single": ("Mayor calls bridge ‘a danger’ to children",),
         "double": ("Mayor calls bridge “a danger” to children",)},
        _all("single", "ap", "bbc", "guardian"),
    ),
    "headline case": Point(
        ("{}\n\nThe council met in the town hall on the plan for the old bridge.",),
        {"sentence": ("Council votes to close old bridge after floods", "Mayor resigns over missing harbor funds"),
         "title": ("Council Votes to Close Old Bridge After Floods", "Mayor Resigns Over Missing Harbor Funds")},
        _all("sentence", "ap", "bbc", "guardian", "economist", "reuters", "afp") | _all("title", "nyt"),
    ),
    "headline stop": Point(
        ("{}\n\nThe council met in the town hall on the plan for the old bridge.",),
        {"bare": ("Council votes to close old bridge",), "stop": ("Council votes to close old bridge.",)},
        {},
    ),
    "headline question": Point(
        ("{}\n\nThe council met in the town hall on the plan for the old bridge.",),
        {"bare": ("Council to close old bridge",), "question": ("Council to close old bridge?",)},
        _all("bare", "reuters"),
    ),
    "claim": Point(
        ("The mayor {} that the bridge was safe.",),
        {"said": ("said", "said"), "loaded": ("claimed", "maintained")},
        _all("said", "reuters"),
    ),
    "dateline": Point(
        ("{} The old bridge was closed by floods, the council said.",),
        {"ap": ("OSLO, Norway (AP) —", "NEW YORK (AP) —"), "dots": ("Oslo, Norway (AP) —", "New York (AP) —"),
         "hyphen": ("OSLO, Norway (AP) -", "NEW YORK (AP) -")},
        _all("ap", "ap"),
    ),
    "Reuters dateline": Point(
        ("{} The old bridge was closed by floods, the council said.",),
        {"reuters": ("OSLO, Sept 3 (Reuters) -", "BONN, Jan 7 (Reuters) -"),
         "stop": ("OSLO, Sept. 3 (Reuters) -", "BONN, Jan. 7 (Reuters) -"),
         "lower": ("Oslo, Sept 3 (Reuters) -", "Bonn, Jan 7 (Reuters) -")},
        _all("reuters", "reuters"),
    ),
    "initials": Point(
        ("The prize went to {} for her novel.",),
        {"bare": ("AN Wilson", "PD James"), "points": ("A.N. Wilson", "P.D. James"),
         "spaced": ("A. N. Wilson", "P. D. James")},
        _all("bare", "guardian") | _all("points", "ap"),
    ),
    "temperature": Point(
        ("It was {} in the shade.",),
        {"letter": ("30C", "12C"), "degree": ("30°C", "12°C"), "words": ("30 degrees Celsius", "12 degrees Celsius")},
        _all("letter", "guardian", "bbc"),
    ),
    "Taliban": Point(
        ("The Taliban {} the town.",),
        {"plural": ("have taken", "are holding"), "singular": ("has taken", "is holding")},
        _all("plural", "reuters"),
    ),
    "thousands": Point(
        ("About {} people marched.",),
        {"comma": ("12,500", "3,400"), "bare": ("12500", "3400")},
        _all("comma", "ap", "reuters", "bbc", "guardian", "economist", "nyt", "afp", "us", "uk"),
    ),
    "adviser": Point(
        ("She was an {} to the mayor.", "Send an {} to the clerk.", "The {} of the club said so.",
         "A {} was shut.", "He has an {} past."),
        {"agency": ("adviser", "email", "website"), "other": ("advisor", "e-mail", "web site")},
        _all("agency", "ap", "nyt", "guardian", "reuters"),
    ),
}  # fmt: skip
