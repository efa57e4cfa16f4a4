"""Told: all that a reporter says of a report, story by story as a run tells it."""

from __future__ import annotations

from newslint.plugin import Report
from newslint.run.told import Flowing


def told(reporter: Flowing, report: Report, *, width: int | None = None) -> str:
    """Return the words of a reporter that takes a report story by story."""
    stories = [text for each in report.stories() for text in reporter.story(each, width=width)]
    return "".join([*stories, *reporter.closing(report.counted(), width=width)])
