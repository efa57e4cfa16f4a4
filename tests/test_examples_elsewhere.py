"""Examples hold wherever copy stands: with other marks and line ends, in lists, headings, speech and HTML."""

import html
import re

import msgspec
import pytest

from newslint.desk.desk import Desk
from newslint.desk.options import Options
from newslint.pages.examples import Workbench, failures, unmarked

DESK = Desk(Options(isolated=True))
SETTING = DESK.here()
BENCH = Workbench(DESK.registry, SETTING.book, SETTING.lexicon)
EMOJI = "The river rose 🌊👩🏽‍🚒 in the night. "


def curly(text):
    text = re.sub(r'(?<=\w)"|"(?=[\s,.;:!?)]|$|\]\])', "”", text).replace('"', "“")
    return re.sub(r"(?<![\w.,!?”])'(?=\w)", "‘", text).replace("'", "’")


def in_html(text):
    return f"<article><h1>Rain</h1><p>{html.escape(text, quote=False)}</p></article>\n"


def in_list(text):
    return f"Rain fell, and the river rose.\n\n- {text}\n- The road is shut, and the school is closed.\n"


def in_speech(text):
    return f"Anna Lind read from her log: “{text}” The mayor left."


def in_heading(text):
    return f"# Rain over the valley\n\nThe river rose in the night.\n\n## {text}\n\nThe road is shut.\n"


PLACES = {
    "curly": ("text", curly),
    "crlf": ("text", lambda text: text.replace("\n", "\r\n")),
    "emoji": ("text", lambda text: EMOJI + text),
    "list": ("markdown", in_list),
    "html": ("html", in_html),
    "speech": ("text", in_speech),
    "heading": ("markdown", in_heading),
}


BLOCK_OF = {"list": "list-item", "heading": "subhead"}
# What changes with its place by design: whole copy is asked for (who is who, a dateline, a list and its
# count), or running sentences (dashes and figures open items of a list, headings drop what sentences need).
BY_DESIGN = {
    "emoji": {
        "attribution.vague-authority",
        "dates.impossible-date",
    },
    "list": {
        "names.particle-case",
        "numbers.figure-opens-sentence",
        "typography.dash-style",
        "typography.mixed-dashes",
    },
    "speech": {
        "dates.age-does-not-fit",
        "dates.elapsed-does-not-fit",
        "dates.impossible-date",
        "numbers.miscounted-list",
        "words.mixed-initials",
    },
    "heading": {
        "acronyms.undefined",
        "acronyms.unused",
        "attribution.allegation-as-fact",
        "attribution.speaker-change",
        "attribution.unattributed-claim",
        "attribution.vague-authority",
        "attribution.vague-source",
        "dates.age-does-not-fit",
        "dates.elapsed-does-not-fit",
        "dates.impossible-date",
        "dates.mixed-formats",
        "dates.mixed-times",
        "dates.month-form",
        "dates.relative-day",
        "dates.weekday-preposition",
        "dates.wrong-weekday",
        "house.bare-surname",
        "house.points-missing",
        "house.points-missing-in-long-ones",
        "house.state-abbreviated",
        "house.state-in-full",
        "house.weekday-abbreviated",
        "names.changed-courtesy-title",
        "names.full-name-repeated",
        "names.inconsistent-spelling",
        "names.particle-case",
        "names.place-in-two-forms",
        "names.surname-never-introduced",
        "names.title-repeated",
        "names.wrong-given-name",
        "numbers.figure-opens-sentence",
        "numbers.percent-of-degrees",
        "typography.dash-style",
        "typography.mixed-dashes",
        "words.long-sentence",
        "words.misspelling",
        "words.mixed-initials",
    },
}


def moved(rule, place):
    """Return the rule with its examples set elsewhere; those of more than a paragraph stay out."""
    format_, change = PLACES[place]

    def examples(found):
        for each in found:
            plain = unmarked(each.text)
            if each.format != "text" or each.stories or each.alongside or _is_special(plain, place):
                continue
            yield msgspec.structs.replace(each, text=change(each.text), format=format_, fixed=None)

    if place == "speech" and rule.file.quotes == "skip":
        return msgspec.structs.replace(rule, file=msgspec.structs.replace(rule.file, invalid=(), valid=()))
    file = msgspec.structs.replace(
        rule.file, invalid=tuple(examples(rule.file.invalid)), valid=tuple(examples(rule.file.valid))
    )
    return msgspec.structs.replace(rule, file=file)


def _is_special(text, place):
    if place == "curly":
        return "“" in text or "‘" in text or "’" in text or re.search(r"\d['\"]", text) is not None
    if place == "crlf":
        return False
    if place == "speech" and any(mark in text for mark in "“”‘’\"'`"):
        return True
    return "\n" in text.strip() or text != text.strip()


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("rule", SETTING.book.rules.values(), ids=lambda rule: rule.id)
def test_examples_hold_elsewhere(rule, place):
    looks_there = not rule.file.blocks or BLOCK_OF.get(place, "paragraph") in rule.file.blocks
    if rule.id in BY_DESIGN.get(place, ()) or not looks_there:
        pytest.skip("by design")

    assert list(failures(moved(rule, place), BENCH)) == []
