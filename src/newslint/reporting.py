"""The façade for reporters: the part of `newslint.plugin` that a run on unchanged stories wants."""

from newslint.core.finding import FileReport, Finding, OfferedFix, Position, RelatedPlace, SourceEdit
from newslint.core.pattern import lazy_pattern
from newslint.core.report import Report
from newslint.core.severity import Severity
from newslint.core.version import __version__
from newslint.core.visible import cells, cut, visible

__all__ = [
    "FileReport",
    "Finding",
    "OfferedFix",
    "Position",
    "RelatedPlace",
    "Report",
    "Severity",
    "SourceEdit",
    "__version__",
    "cells",
    "cut",
    "lazy_pattern",
    "visible",
]
