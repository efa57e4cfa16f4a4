"""Turn what stands in real stories into a house's form and into its rivals', and tell what its style finds.

    python bench/house_copy.py FOLDER                         # text files; every style, a line each
    python bench/house_copy.py FOLDER --style ap --missed     # with what passes, and what is flagged in vain

Where `house_forms.py` has made-up sentences, this takes dates, sums, spellings and the rest as the stories
print them. Exit code 1 where a style finds less than .85 of the rivals' forms, or flags more than .03 of
its own.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import regex
from copied_forms import FEATURES
from house_forms import BORNE, GENERAL, STYLES, WANTED

from newslint import lint


def main() -> int:
    """Try every style, or one, on a folder of stories."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--style", choices=STYLES)
    parser.add_argument("--count", type=int, default=8, help="the places of each point")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--missed", action="store_true")
    arguments = parser.parse_args()
    stories = [path.read_text(encoding="utf-8") for path in sorted(arguments.folder.glob("*.txt"))]
    short = False
    for style in [arguments.style] if arguments.style else STYLES:
        chance = random.Random(f"{arguments.seed} {style}")
        short |= _told(style, list(_trials(style, stories, chance, arguments.count)), missed=arguments.missed)
    return int(short)


class Trial(NamedTuple):
    """A form of a point in a story, where it stands, and whether the house writes it so."""

    point: str
    form: str
    text: str
    start: int
    end: int
    own: bool


def _trials(style: str, stories: Sequence[str], chance: random.Random, count: int) -> Iterator[Trial]:
    for name, feature in FEATURES.items():
        if style not in feature.houses:
            continue
        own = feature.houses[style]
        places = [
            (story, match)
            for story in stories
            for match in regex.finditer(feature.find, story)
            if _is_told(match)
        ]
        for story, match in chance.sample(places, min(count, len(places))):
            forms = feature.forms(match)
            for form, words in forms.items():
                if form == own or words != forms[own]:
                    text = story[: match.start()] + words + story[match.end() :]
                    yield Trial(name, form, text, match.start(), match.start() + len(words), form == own)


def _is_told(match: regex.Match[str]) -> bool:
    """Tell whether a match stands outside quotation marks, as its paragraph shows, and not in the first."""
    start = match.string.rfind("\n", 0, match.start()) + 1
    before = match.string[start : match.start()]
    return start > 0 and before.count('"') % 2 == 0 and before.count("“") == before.count("”")


def _told(style: str, trials: Sequence[Trial], *, missed: bool) -> bool:
    rivals, own = ([one for one in trials if one.own is is_own] for is_own in (False, True))
    passed = [one for one in rivals if not _found(style, one)]
    vain = [(one, rules) for one in own if (rules := _found(style, one))]
    found, flagged = 1 - len(passed) / max(1, len(rivals)), len(vain) / max(1, len(own))
    print(
        f"{style:10} found {found:.3f} of {len(rivals):3}  flagged in vain {flagged:.3f} of {len(own)}",
        flush=True,
    )
    if missed:
        for one in passed:
            print("  passed ", one.point, "/", one.form, "|", _shown(one))
        for one, rules in vain:
            print("  in vain", one.point, "/", one.form, "|", _shown(one), "|", *rules)
    return found < WANTED or flagged > BORNE


def _found(style: str, trial: Trial) -> list[str]:
    """Return the rules that speak of the form, or of the word before it."""
    return sorted(
        {
            finding.rule
            for finding in lint(trial.text, style=style).findings
            if not finding.rule.startswith(GENERAL)
            for place in (finding, *finding.related)
            if place.start.offset < trial.end
            and place.end.offset > trial.start
            and place.end.offset - place.start.offset < 90
        }
    )


def _shown(trial: Trial) -> str:
    words = f"{trial.text[max(0, trial.start - 40) : trial.start]}[{trial.text[trial.start : trial.end]}]"
    return f"{words}{trial.text[trial.end : trial.end + 30]}".replace("\n", " ")


if __name__ == "__main__":
    raise SystemExit(main())
