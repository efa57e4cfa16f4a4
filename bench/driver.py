"""Have an archive kept whose linting costs nothing, and tell the memory and time of whoever keeps it.

    python bench/driver.py STORIES OUT [--every 50000]

STORIES is a folder that `made_archive.py` wrote. In the place of the linter stands a pattern that finds its
people, so what is measured is what an archive costs beside it: items, ledger, comparison and tables, as they
are in the process that asks when others lint. It prints a line every so many stories, and one at the end: CPU
seconds, and in MB the peak so far, what the process holds, and how much of that is not of files.
"""

from __future__ import annotations

import argparse
import re
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from newslint.core.digest import content_digest
from newslint.core.finding import FileReport, Finding, Position
from newslint.desk.options import Options
from newslint.run.archive.about import About, Named, Said
from newslint.run.archive.engines import Lint
from newslint.run.archive.items import Item
from newslint.run.archive.run import Asked, archived
from newslint.run.archive.work import ABOUT
from newslint.run.story import Story
from newslint.text.names.spellings.name_facts import NameFact

RULE = "names.inconsistent-across-stories"
HEAD = re.compile(r"(?P<town>[A-Z]+), (?P<month>\w+) (?P<day>\d+), (?P<year>\d{4}) — ")
PERSON = re.compile(r"(?:(Mayor|Minister|Professor|Captain|Judge) )?\b([A-Z][a-z]+) ([A-Z][a-z]+)\b")
SPEECH = re.compile(r"“[^”]*”")
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December")  # fmt: skip
# One story in so many has a finding of its own.
SELDOM = 3


class Instead:
    """An engine that lints nothing: it tells who stands in a story, as linting it would."""

    def linted(
        self, lint: Lint, items: Iterable[Item], *, jobs: int, address: str
    ) -> Iterator[tuple[Item, bytes]]:
        """Yield every item with what a linter might have told of it."""
        for number, item in enumerate(items):
            bare = msgspec.structs.replace(item, content=None)
            yield bare, msgspec.msgpack.encode((_story(item, number),))


def _story(item: Item, number: int) -> Story:
    content = item.content or b""
    copy = content.decode()
    head = HEAD.match(copy)
    assert head, copy
    day = f"{head['year']}-{1 + MONTHS.index(head['month']):02}-{int(head['day']):02}"
    people = list(PERSON.finditer(copy, head.end()))
    facts = tuple(_fact(each) for each in people)
    town = head["town"].capitalize()
    place = NameFact(town, town.lower(), 0, len(town), 1, (), True, False, False, placed=True)
    said = tuple(Said("direct", None, "", "", each[0], *each.span()) for each in SPEECH.finditer(copy))
    named = tuple(Named(each[0], "person", {each[3]: 1}, each[1] or "", copy[:90]) for each in people)
    return Story(
        FileReport(item.name, "text", len(copy.split()), None),
        () if number % SELDOM else (_finding(item, copy),),
        facts={RULE: day.encode() + msgspec.msgpack.encode((place, *facts))},
        shown={ABOUT: msgspec.msgpack.encode(About(day, named, said, {"kilometers": 1}))},
        desk=item.folder,
        digest=content_digest(content),
    )


def _fact(person: re.Match[str]) -> NameFact:
    name, start = person[3], person.start(3)
    given = ((person[2].lower(), -1),)
    return NameFact(
        name, name.lower(), start, person.end(3), 1, given, known=False, person=True, marked=False
    )


def _finding(item: Item, copy: str) -> Finding:
    start, end = Position(0, 1, 1), Position(9, 1, 10)
    said = "Made up, in the place of what a linter would say of these words."
    return Finding("made.up", "warning", item.name, said, start, end, copy[:9], (), (), item.name[-8:])


class Curve:
    """Prints what the run holds as it goes."""

    def __init__(self, every: int) -> None:
        self.every, self.begun = every, time.process_time()

    def seen(self, done: int, total: int) -> None:
        """Print a line every so many stories, once they are kept and not only counted."""
        if total and done % self.every == 0:
            self.tell(f"{done:,}")

    def tell(self, what: str) -> None:
        """Print CPU seconds and memory."""
        lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
        held = dict(line.split(":", 1) for line in lines)
        told = (f"{key} {int(held[key].split()[0]) // 1024}" for key in ("VmHWM", "VmRSS", "RssAnon"))
        print(f"{what:>12} {time.process_time() - self.begun:8.1f} s ", *told, flush=True)


def main() -> None:
    """Keep an archive, and print the curve."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("stories", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--every", type=int, default=50_000)
    arguments = parser.parse_args()
    curve = Curve(arguments.every)
    options = Options(isolated=True, across=True)
    done = archived(options, Instead(), Asked((str(arguments.stories),), arguments.out), progress=curve.seen)
    curve.tell("all")
    print(done)


if __name__ == "__main__":
    main()
