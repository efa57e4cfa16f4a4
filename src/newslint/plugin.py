"""The façade: every type that authors of checks, readers and reporters may use.

A reader makes its text and source map by `assembled` of `Piece`s, or `stacked` of those of each block, the
roles of its `Stretch`es by `blocks`, and what its comments silence by `directives`;
`examples/newslint-example` has a whole one.

`hookimpl`, which marks a plugin's hooks, is in `newslint.hookimpl`, as it brings in pluggy.
"""

from newslint.core.assembly import BETWEEN, Joined, Piece, assembled, stacked
from newslint.core.check import AcrossCheck, Check, Search, Use
from newslint.core.document import (
    Block,
    BlockKind,
    Directive,
    DirectiveVerb,
    Document,
    Guard,
    LeftOut,
    Meta,
    Remark,
)
from newslint.core.edited import edited
from newslint.core.errors import RuleError, SourceError
from newslint.core.finding import FileReport, Finding, OfferedFix, Position, RelatedPlace, SourceEdit
from newslint.core.lexicon import Lexicon, Table, WordList
from newslint.core.pattern import lazy_pattern
from newslint.core.problem import Edit, Fix, Problem, Related, Safety
from newslint.core.remarks import DateFault, FrontMatterFault
from newslint.core.report import Report
from newslint.core.rule import ConfiguredRule
from newslint.core.severity import Severity
from newslint.core.source import Segment, Source, SourceMap, line_starts, lines_of
from newslint.core.span import Span
from newslint.core.version import __version__
from newslint.core.visible import cells, cut, visible
from newslint.core.wording import Worded, WordSet
from newslint.text.directives import directives, is_directive
from newslint.text.layout import Stretch, stretches
from newslint.text.roles import blocks, headline_of

__all__ = [
    "BETWEEN",
    "AcrossCheck",
    "Block",
    "BlockKind",
    "Check",
    "ConfiguredRule",
    "DateFault",
    "Directive",
    "DirectiveVerb",
    "Document",
    "Edit",
    "FileReport",
    "Finding",
    "Fix",
    "FrontMatterFault",
    "Guard",
    "Joined",
    "LeftOut",
    "Lexicon",
    "Meta",
    "OfferedFix",
    "Piece",
    "Position",
    "Problem",
    "Related",
    "RelatedPlace",
    "Remark",
    "Report",
    "RuleError",
    "Safety",
    "Search",
    "Segment",
    "Severity",
    "Source",
    "SourceEdit",
    "SourceError",
    "SourceMap",
    "Span",
    "Stretch",
    "Table",
    "Use",
    "WordList",
    "WordSet",
    "Worded",
    "__version__",
    "assembled",
    "blocks",
    "cells",
    "cut",
    "directives",
    "edited",
    "headline_of",
    "is_directive",
    "lazy_pattern",
    "line_starts",
    "lines_of",
    "stacked",
    "stretches",
    "visible",
]
