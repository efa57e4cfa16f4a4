"""Turn what a house writes into what its rivals write, and tell how much of it the house's style finds.

    python bench/house_forms.py                          # every style, a line each
    python bench/house_forms.py --style ap --missed      # with what passes, and what is flagged in vain
    python bench/house_forms.py --stories FOLDER         # between two paragraphs of a story of yours

A form counts as found where a finding overlaps it or the word before. Exit code 1 where a style finds less
than .85 of the rivals' forms, or flags more than .03 of its own.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import tomli

from newslint import lint

FORMS = Path(__file__).with_name("forms_of_houses.toml")
STYLES = ("ap", "reuters", "bbc", "guardian", "economist", "afp", "nyt", "us", "uk")
MARK = "\0"
WANTED, BORNE = 0.85, 0.03
# What is asked of every text, whatever the house, and would be counted as a find.
GENERAL = (
    "attribution.vague",
    "attribution.unattributed",
    "acronyms.undefined",
    "acronyms.unused",
    "quotes.mixed",
    "typography.mixed",
    "names.surname",
    "names.inconsistent",
    "names.full-name-repeated",
    "names.ambiguous",
)


class Trial(NamedTuple):
    """A form of a point in a story, and whether the house writes it so."""

    point: str
    form: str
    text: str
    places: tuple[tuple[int, int], ...]
    own: bool


def main() -> int:
    """Try every style, or one."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--style", choices=STYLES)
    parser.add_argument("--stories", type=Path, help="a folder of text files")
    parser.add_argument("--count", type=int, default=200, help="the most trials of a kind in a style")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--missed", action="store_true")
    arguments = parser.parse_args()
    stories = _stories(arguments.stories)
    short = False
    for style in [arguments.style] if arguments.style else STYLES:
        chance = random.Random(f"{arguments.seed} {style}")
        short |= _told(
            style, list(_trials(style, stories, chance)), arguments.count, chance, missed=arguments.missed
        )
    return int(short)


def _told(style: str, trials: list[Trial], count: int, chance: random.Random, *, missed: bool) -> bool:
    """Print what a style finds, and tell whether it is short of what is wanted."""
    rivals, own = ([one for one in trials if one.own is is_own] for is_own in (False, True))
    rivals, own = (chance.sample(each, min(count, len(each))) for each in (rivals, own))
    passed = [one for one in rivals if not _found(style, one)]
    vain = [(one, rules) for one in own if (rules := _found(style, one))]
    found, flagged = 1 - len(passed) / max(1, len(rivals)), len(vain) / max(1, len(own))
    points = len({one.point for one in trials})
    print(
        f"{style:10} {points:3} points  found {found:.3f} of {len(rivals):3}"
        f"  flagged in vain {flagged:.3f} of {len(own)}"
    )
    if missed:
        for one in sorted(passed):
            print("  passed ", one.point, "/", one.form, "|", _shown(one))
        for one, rules in sorted(vain):
            print("  in vain", one.point, "/", one.form, "|", _shown(one), "|", *rules)
    return found < WANTED or flagged > BORNE


def _trials(style: str, stories: Sequence[tuple[str, ...]], chance: random.Random) -> Iterator[Trial]:
    for name, point in tomli.loads(FORMS.read_text(encoding="utf-8")).items():
        if style not in point["houses"]:
            continue
        meant = point["houses"][style]
        own, frames = point["forms"][meant], point["frames"]
        for form, words in point["forms"].items():
            for index, word in enumerate(words):
                if form != meant and word == own[index]:
                    continue
                for frame in frames[index % len(frames) :: len(words)] or frames[:1]:
                    text, places = _planted(name, frame, word, chance.choice(stories))
                    yield Trial(name, form, text, places, form == meant)


def _planted(
    name: str, frame: str, word: str, story: Sequence[str]
) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return a story with the sentence in it, and where the form stands."""
    comma = "," if word[-4:].isdigit() and ", " in word else ""
    sentence = frame.replace("{c}", comma).replace("{}", f"{MARK}{word}{MARK}")
    if "\n\n" in sentence:
        marked = "\n\n".join((sentence, *story[1:]))
    elif "dateline" in name:
        marked = "\n\n".join((story[0], sentence, *story[1:]))
    else:
        marked = "\n\n".join((*story[:2], sentence, *story[2:]))
    pieces = marked.split(MARK)
    places, position = [], 0
    for number, piece in enumerate(pieces):
        if number % 2:
            places.append((position, position + len(piece)))
        position += len(piece)
    return "".join(pieces), tuple(places)


def _found(style: str, trial: Trial) -> list[str]:
    """Return the rules that speak of the form, or of the word before it."""
    report = lint(trial.text, style=style)
    return sorted(
        {
            finding.rule
            for finding in report.findings
            if not finding.rule.startswith(GENERAL)
            for place in (finding, *finding.related)
            for start, end in trial.places
            if place.start.offset < end
            and place.end.offset > start - 4
            and place.end.offset - place.start.offset < 90
        }
    )


def _stories(folder: Path | None) -> list[tuple[str, ...]]:
    if folder is None:
        return [
            (
                "Rain over the valley",
                "The river rose in the night, and the road was shut.",
                "It is open again.",
            )
        ]
    read = (path.read_text(encoding="utf-8").split("\n\n") for path in sorted(folder.glob("*.txt")))
    return [tuple(blocks[:4]) for blocks in read if len(blocks) > 3]


def _shown(trial: Trial) -> str:
    start = max(0, trial.places[0][0] - 30)
    return trial.text[start : trial.places[-1][1] + 25].replace("\n", " ")


if __name__ == "__main__":
    raise SystemExit(main())
