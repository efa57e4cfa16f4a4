"""Drafts: believable stories made up from parts, as text and as Markdown."""

# Copy does not wrap.
# ruff: noqa: E501

from __future__ import annotations

import datetime
from random import Random

GIVEN = (
    *("Ana", "Tomas", "Leila", "Nirav", "Joseph", "Mary-Kate", "José", "Zoë", "Łukasz", "İbrahim", "Seán"),
    *("Ngozi", "Wei", "Ingrid", "Omar", "Sinéad", "Jean-Luc", "Aoife", "Björn", "Priya"),
)
FAMILY = (
    *("Petrovic", "Lindqvist", "Karimova", "Motwani", "O'Brien", "O’Neill", "van der Berg", "Al-Masri"),
    *(
        "Núñez",
        "Weiß",
        "Çelik",
        "Nowak",
        "Smith",
        "McAllister",
        "de la Cruz",
        "St. John",
        "Straßer",
        "Okafor",
    ),
    *("Petrović", "Lindquist", "Ferguson Jr.", "bin Rashid"),
)
PLACES = ("Sandvik", "Port Ellery", "the Tarvan valley", "New Marston", "Kraków", "Rio Claro", "Straßdorf")
BODIES = (
    ("the Upland Freedom Union", "UFU"),
    ("Nordic Bay Hotels", "NBH"),
    ("the Institute for Mountain Affairs", "IMA"),
    ("the World Health Organization", "WHO"),
    ("the Sandvik Harbour Authority", "SHA"),
)
OFFICES = ("mayor", "spokeswoman", "an analyst", "Dr.", "Prime Minister", "police chief", "the coach")
CUES = ("said", "told reporters", "added", "claimed", "warned", "insisted", "says", "wrote")
MARKS = (("“", "”"), ('"', '"'), ("‘", "’"), ("'", "'"), ("``", "''"), ("«", "»"))
MONTHS = ("January", "Feb.", "March", "april", "May", "Sept.", "October", "Dec.")
SENTENCES = (
    "{office} {person} {cue} {open}We have waited {number} years for this.{close}",
    "{open}We have waited {number} years,{close} {person} {cue}. {open}The quay is falling into the sea.{close}",
    "{body} ({acronym}) denied it, and {surname} {cue} that talks would go on.",
    "The site measures {number} square kilometers ({number2} square miles) and {number} boats tie up there.",
    "{place}, some {number} kilometers ({number2} miles) north of the capital, has been cut off since {date}.",
    "It was {number} degrees Fahrenheit ({number2} degrees Celsius) in {place} on {weekday}, {date}.",
    "The {number}-kilometer-long ({number2}-mile-long) road is mined, {acronym} said.",
    "Berths fell from {number} to {number2} last year, a drop of {number}%.",
    "Prices rose {number} percent to ${number2} million ({number} million euros), the statement said.",
    "Critics say the price is a scandal. Sources said {surname} knew.",
    "Police arrested one protester for smashing windows at the town hall in {place}.",
    "A vote was due between {number}-{number2} May, according to {person}.",
    "Visitors come at {hour}:{minute} p.m., when the last ferry lands, and it it is quiet by then.",
    "{surname}, {number}, was born in {year} and moved to {place} in the {year}s.",
    "Experts believe that the {year}–{year2} season was the worst in {number} years.",
    "{weekday} {date} was the day {person} left {body}; {acronym} has not replaced {surname}.",
    "8 ships, each {number} feet (x{number2} m) long, were seen off {place} — “a fleet”, {surname} said.",
    "The colour of the flag, or color, meant nothing -- {surname} {cue} it did not.",
    "See https://news.example/{year}/0{digit}/harbor?id={number}&q=5%20miles for the {number} kg (11 pounds) list.",
    "{open}They said {inner}never{inner2} to us,{close} {cue} {person}, {office} of {body}.",
    "The “Harbor Song” tour sold {number},{number2}00 tickets; {surname}'s agent did not comment.",
    "{number} people were killed and {number2} wounded, the {acronym} said, {number} of them children.",
    "Mr. {surname} lost {number} stone ({number2} kg), from 6 ft. 2 in. to 5'10\", his doctor said.",
    "As of {date}, {year}, at noon EST (17:00 GMT), {acronym} had {number} MW, or {number2}%, left.",
)
HEADLINES = (
    "Harbor deal nears, sources say",
    "{surname} vows to stay on in {place}",
    "{number} Held After Clash At Town Hall",
    "Rebels hold out in mountain district",
)
INSERTS = (
    "- {sentence}\n- {sentence}\n  - {sentence}",
    "1. {sentence}\n2. {sentence}",
    "> {sentence}\n>\n> > {sentence}",
    '```html\n<p class="x">{number} miles (2 km) -- "quoted"</p>\n```',
    '    indented = "{number} pounds"',
    '{{{{< figure src="quay-{number}.jpg" caption="The quay, {number} miles (9 km) on" >}}}}',
    "{{% include \"box-{number}.html\" title='5 miles' %}} {sentence}",
    '[gallery ids="1,2" caption="{number} miles"]\n\n{sentence}',
    "| Port | Boats |\n|---|---:|\n| {place} | {number} |\n| {surname} | {number2}% |",
    '![{place} at dusk](quay-{number}.jpg "The quay - {number} miles")',
    '<div class="box" data-note="{number} miles -- \'x\'">\n{sentence}\n</div>',
    'Text with `{number} miles -- "code"` and *{sentence}* in it.',
    'See [{surname} -- the "story"](https://news.example/a-{number}?x="y") and **{sentence}**',
    '## {headline} {{#part-{number}}}\n\n{sentence}\n{{: .lead title="{number} miles"}}',
    "{sentence}[^1]\n\n[^1]: {sentence}",
    "<!-- newslint: ignore[units] -- as sent -->\n{sentence} <!-- a note: {number} miles -->",
    "{sentence}&nbsp;&mdash; {number}&nbsp;km (5&nbsp;miles) &ldquo;{sentence}&rdquo;",
    '{sentence}  \nA line <br/> break, <em title="it\'s -- so">{surname}</em> said, \\"escaped\\" -- {number}\\%.',
)
FRONT_MATTER = (
    "",
    '---\ntitle: "{headline}"\ndate: {year}-0{digit}-1{digit}\ntags: ["5 miles", it\'s -- so]\n---\n\n',
    "+++\ntitle = \"{headline}\"\ndate = {year}-0{digit}-1{digit}\nsummary = '{number} miles (9 km)'\n+++\n\n",
)


def draft(random: Random, form: str) -> str:
    """Make up one story, of two to eight paragraphs, as text or as Markdown."""
    headline = _filled(random, random.choice(HEADLINES))
    dateline = f"{random.choice(PLACES).upper()}, {random.choice(MONTHS)} {random.randint(1, 31)} (Wire) — "
    paragraphs = [_paragraph(random) for _ in range(random.randint(2, 7))]
    if random.random() < 0.4:
        paragraphs[0] = dateline + paragraphs[0]
    if form == "text":
        return "\n\n".join([headline, *paragraphs]) + "\n"
    for _ in range(random.randint(1, 3)):
        paragraphs.insert(random.randint(0, len(paragraphs)), _filled(random, random.choice(INSERTS)))
    return _filled(random, random.choice(FRONT_MATTER)) + "\n\n".join([f"# {headline}", *paragraphs]) + "\n"


def _paragraph(random: Random) -> str:
    return " ".join(_filled(random, random.choice(SENTENCES)) for _ in range(random.randint(1, 3)))


def _filled(random: Random, template: str) -> str:
    sentence = headline = ""
    if "{sentence}" in template:
        sentence = _filled(random, random.choice(SENTENCES))
    if "{headline}" in template:
        headline = _filled(random, random.choice(HEADLINES))
    return template.format(sentence=sentence, headline=headline, **_parts(random))


def _parts(random: Random) -> dict[str, str]:
    surname = random.choice(FAMILY)
    body, acronym = random.choice(BODIES)
    opening, closing = random.choice(MARKS)
    inner, inner_end = random.choice(MARKS)
    day = datetime.date(2021, 1, 1) + datetime.timedelta(random.randint(0, 1500))
    weekday = day.strftime("%A") if random.random() < 0.5 else random.choice(["Monday", "Tuesday", "Fri."])
    number = random.choice([random.randint(0, 12), random.randint(13, 999), random.randint(1000, 99999)])
    return {
        "person": f"{random.choice(GIVEN)} {surname}",
        "surname": surname,
        "office": random.choice(OFFICES),
        "cue": random.choice(CUES),
        "place": random.choice(PLACES),
        "body": body,
        "acronym": acronym,
        "open": opening,
        "close": closing,
        "inner": inner,
        "inner2": inner_end,
        "number": random.choice([str(number), f"{number:,}", f"{number / 10}", "three", "twenty-one"]),
        "number2": str(random.randint(1, 400)),
        "weekday": weekday,
        "date": f"{random.choice(MONTHS)} {random.randint(1, 31)}"
        if random.random() < 0.5
        else f"{day:%b. %-d}",
        "hour": str(random.randint(0, 25)),
        "minute": f"{random.randint(0, 61):02}",
        "year": str(random.randint(1890, 2026)),
        "year2": f"{random.randint(0, 99):02}",
        "digit": str(random.randint(1, 9)),
    }
