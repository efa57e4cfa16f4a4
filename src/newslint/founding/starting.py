"""Starting: the files that a desk begins with; none that is there is touched."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from newslint.core.errors import ConfigError
from newslint.core.paths import shown
from newslint.desk.said import SHIPPED
from newslint.founding.survey import Contest, Survey

STARTERS = Path(__file__).with_name("starters")
CONFIG, PRE_COMMIT = "newslint.toml", ".pre-commit-config.yaml"
FIRST_RULE = "house-rules/desk/plain-words.toml"
RULES = "house-rules"
# How a file of TOML says by which schema an editor completes it.
SCHEMA = "#:schema {schema}\n"
SCHEMAS = ".newslint"


def first_files(survey: Survey, styles: list[str], *, chosen: str | None) -> Mapping[str, str]:
    """Return what a desk begins with, by path, given what it has written; or in a style that is *chosen*."""
    known = ", ".join(name for name in styles if name != SHIPPED)
    config = starter(CONFIG).format(
        style=chosen or survey.style, styles=known, evidence=_evidence(survey, chosen)
    )
    rule = SCHEMA.format(schema=f"../../{SCHEMAS}/rule.schema.json") + starter("rules/substitution.toml")
    return {
        CONFIG: config,
        FIRST_RULE: rule,
        "names.toml": starter("names.toml"),
        "accept.txt": starter("accept.txt"),
        "reject.txt": starter("reject.txt"),
        PRE_COMMIT: starter("pre-commit.yaml"),
    }


def starter(name: str) -> str:
    """Return one of the texts that files begin with."""
    return (STARTERS / name).read_text(encoding="utf-8")


def write_new(folder: Path, files: Mapping[str, str]) -> Iterator[tuple[str, bool]]:
    """Write files that are not there; yield each with whether it was written. Raises ConfigError."""
    for name, text in files.items():
        path = folder / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            # Not even through a link that leads nowhere.
            with open(path, "x", encoding="utf-8", newline="\n") as file:
                file.write(text)
        except FileExistsError:
            yield name, False
        except OSError as cause:
            raise ConfigError(f"{shown(path)}: cannot be written: {cause.strerror}.") from None
        else:
            yield name, True


def has_config(folder: Path) -> bool:
    """Tell whether the `pyproject.toml` of a folder holds a config, which a `newslint.toml` would hide."""
    path = folder / "pyproject.toml"
    return os.path.isfile(path) and b"[tool.newslint" in path.read_bytes()


def told(survey: Survey, *, chosen: str | None) -> Iterator[str]:
    """Tell what was seen: formats, and how styles stand, with the counts behind it."""
    formats = ", ".join(f"{count:,} {suffix}" for suffix, count in survey.formats.items())
    if not survey.formats:
        yield "No stories are here yet."
        return
    yield f"Stories: {formats}; {survey.read:,} read."
    yield f"House style: {chosen or survey.style}. {_reason(survey)}"
    # What tells houses apart best comes first.
    for each in sorted(survey.contests, key=_told_apart)[:5]:
        against = ", ".join(f"{style} {count:,}" for style, count in each.against.items())
        places = "place" if each.places == 1 else "places"
        yield f"    {each.rule}: {each.places:,} {places}, against {against}"


def _told_apart(contest: Contest) -> int:
    return min(contest.against.values()) - contest.places


def _reason(survey: Survey) -> str:
    if not survey.standings or not survey.places:
        return "Nothing in the stories tells houses apart."
    standings = ", ".join(
        f"{each.style} with {each.agrees:,} of {each.places:,}" for each in survey.standings[:3]
    )
    lead = "" if survey.style != SHIPPED else "; no house leads by enough"
    return f"Of {survey.places:,} places at which houses differ, {standings} agree{lead}."


def _evidence(survey: Survey, chosen: str | None) -> str:
    if not survey.formats:
        return "# There were no stories to guess it by."
    return f"# {'It was chosen' if chosen else 'It was guessed'}. {_reason(survey)}"
