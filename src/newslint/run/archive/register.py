"""The register that an archive teaches: names as mostly written, and pairs for a person to decide."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from newslint.run.archive.tables import rows
from newslint.run.archive.variations import Variation, Written, variations

# A name that was written less often tells nothing of usage.
LEAST = 3
UNKNOWN = "unknown"
COLUMNS = ("name", "kind", "title", "mentions", "months", "first_date")


def register(out: Path, *, least: int = LEAST) -> Iterator[str]:
    """Yield the register as TOML, row by row, and the doubtful pairs at its end as comments."""
    found = variations(out)
    sure: defaultdict[str, list[Variation]] = defaultdict(list)
    for each in found:
        if each.sure:
            sure[each.usual.name].append(each)
    unwanted = {each.other.name for each in found if each.sure}
    for row in rows(out, "names", COLUMNS):
        name = row["name"]
        if row["kind"] == UNKNOWN or name in unwanted or (row["mentions"] < least and name not in sure):
            continue
        if " " in name or name in sure:
            written = Written(
                name, row["kind"], row["title"], row["mentions"], row["months"], row["first_date"]
            )
            yield _row(written, sure.get(name, ()))
    yield from _doubtful([each for each in found if not each.sure])


def _row(name: Written, known: Iterable[Variation]) -> str:
    others = [(each.other.name, each.other.mentions) for each in known]
    first = min([each for each in (name.first, *(each.other.first for each in known)) if each], default="")
    lines = ["[[names]]", f"name = {_quoted(name.name)}", f'kind = "{name.kind}"']
    if others:
        lines.append(f"variants = [{', '.join(_quoted(other) for other, _ in others)}]")
    if name.title:
        lines.append(f"title = {_quoted(name.title)}")
    if first:
        lines.append(f"first = {first}")
    counts = [(name.name, name.mentions), *others]
    lines.append(f"counts = [{', '.join(f'[{_quoted(each)}, {count}]' for each, count in counts)}]")
    lines += [f"# {each.other.name} until {each.month}." for each in known if each.month]
    return "\n".join(lines) + "\n\n"


def _doubtful(pairs: Iterable[Variation]) -> Iterator[str]:
    """Yield the pairs that may be one name or two, which only somebody who knows them can tell."""
    pairs = list(pairs)
    if pairs:
        yield "# One name or two? Only somebody who knows them can tell; here they change nothing.\n"
    for each in pairs:
        sides = [
            f"{side.name} {side.mentions}{f' ({side.title})' if side.title else ''}"
            for side in (each.usual, each.other)
        ]
        yield f"# {' / '.join(sides)}\n"


def _quoted(text: str) -> str:
    return msgspec.json.encode(text).decode()
