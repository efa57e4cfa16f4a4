"""LanguageTool's answers: findings in the terms of its HTTP API, version 2 (as its server 6.8 gives them)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from newslint.core.code_units import Utf16
from newslint.core.document import Document
from newslint.core.edited import edited
from newslint.core.errors import SourceError
from newslint.core.finding import Finding, OfferedFix, SourceEdit
from newslint.core.rule import ConfiguredRule
from newslint.core.severity import Severity
from newslint.core.span import Span
from newslint.core.version import __version__
from newslint.desk.desk import Desk
from newslint.desk.options import Options
from newslint.pages.catalogue import RulesReport
from newslint.server.annotations import Copy
from newslint.text.sentences import sentences

# What a story without a file is called; the config above the working directory speaks for it.
NAME = "story"
AROUND = 40
LINE_END = re.compile(r"[\r\n]")
# Clients colour by category and issue: red, orange and blue.
KINDS: Mapping[str, tuple[str, str, str]] = {
    "error": ("TYPOS", "Errors", "misspelling"),
    "warning": ("GRAMMAR", "Warnings", "grammar"),
    "suggestion": ("STYLE", "Suggestions", "style"),
}
ENGLISH = (
    ("English", "en"),
    ("English (US)", "en-US"),
    ("English (GB)", "en-GB"),
    ("English (Australian)", "en-AU"),
    ("English (Canada)", "en-CA"),
    ("English (New Zealand)", "en-NZ"),
    ("English (South African)", "en-ZA"),
)
SOFTWARE = {
    "name": "newslint",
    "version": __version__,
    "buildDate": "",
    "apiVersion": 1,
    "premium": False,
    "premiumHint": "",
    "status": "",
}


class Checking(msgspec.Struct, frozen=True):
    """What a client wants checked: its copy in pieces as sent and as read, its language, and which rules.

    *only*: just the rules that are *enabled*. *picky*: suggestions as well. *across*: only what LanguageTool
    looks for across sentences, and so nothing of ours: clients that ask for both would have it twice.
    """

    pieces: tuple[tuple[str, str], ...]
    language: str
    options: Options
    enabled: frozenset[str] = frozenset()
    disabled: frozenset[str] = frozenset()
    enabled_categories: frozenset[str] = frozenset()
    disabled_categories: frozenset[str] = frozenset()
    only: bool = False
    picky: bool = False
    across: bool = False


def languages() -> list[dict[str, str]]:
    """Return the languages that copy may be in."""
    return [{"name": name, "code": "en", "longCode": code} for name, code in ENGLISH]


def configuration(report: RulesReport, most: int) -> dict[str, Any]:
    """Return the rules of a desk as `/v2/configinfo` lists them."""
    return {
        "software": SOFTWARE,
        "parameter": {"maxTextLength": most},
        "rules": [
            {
                "ruleId": row.rule,
                "description": row.title,
                "categoryId": KINDS[row.severity][0],
                "categoryName": KINDS[row.severity][1],
                "locQualityIssueType": KINDS[row.severity][2],
            }
            for row in report.rules
            if row.selected
        ],
    }


def checked(desk: Desk, checking: Checking) -> bytes:
    """Lint copy, and answer as LanguageTool does; offsets and lengths count UTF-16 code units."""
    copy = Copy(checking.pieces)
    # NUL is a letter to these clients, and the mark of a binary file to us.
    content = copy.text.replace("\0", " ").encode("utf-8", "replace")
    assignment = desk.assigned(str(Path.cwd() / NAME), content, reader="text", encoding="utf-8")
    linter = desk.linter(assignment)
    rules = {rule.id: rule for rule in linter.rules}
    (document,) = desk.documents(assignment)
    if isinstance(document, SourceError):
        raise document
    sent = "".join(written for written, _ in checking.pieces)
    matches = [
        _match(finding, rules[finding.rule], document, _Sent(copy, sent))
        for finding in linter.lint(document).findings
        if _wanted(finding, checking)
    ]
    return msgspec.json.encode(_answer(checking, document, matches, _Sent(copy, sent)))


class _Sent:
    """The copy as it was sent, in UTF-16 code units."""

    def __init__(self, copy: Copy, text: str) -> None:
        self.copy, self.text, self.units = copy, text, Utf16(text)

    def place(self, span: Span) -> tuple[int, int]:
        """Return where a stretch of the copy begins and ends."""
        place = self.copy.place(span)
        return self.units(place.start), self.units(place.end)


def _wanted(finding: Finding, checking: Checking) -> bool:
    family = finding.rule.partition(".")[0]
    category = KINDS[finding.severity][0]
    is_enabled = bool({finding.rule, family} & checking.enabled) or category in checking.enabled_categories
    if checking.across:
        return False
    if checking.only:
        return is_enabled
    if {finding.rule, family} & checking.disabled or category in checking.disabled_categories:
        return False
    return is_enabled or checking.picky or finding.severity != Severity.SUGGESTION


def _answer(
    checking: Checking, document: Document, matches: list[dict[str, Any]], sent: _Sent
) -> dict[str, Any]:
    name = next(name for name, code in ENGLISH if code == checking.language)
    language = {"name": name, "code": checking.language}
    ranges = [list(sent.place(document.map.source(span))) for span in document.view(sentences)]
    return {
        "software": SOFTWARE,
        "warnings": {"incompleteResults": False},
        "language": {
            **language,
            "detectedLanguage": {**language, "confidence": 1.0, "source": "given"},
        },
        "matches": matches,
        "sentenceRanges": ranges,
        "extendedSentenceRanges": [
            {"from": start, "to": end, "detectedLanguages": [{"language": "en", "rate": 1.0}]}
            for start, end in ranges
        ],
    }


def _match(finding: Finding, rule: ConfiguredRule, document: Document, sent: _Sent) -> dict[str, Any]:
    start, end = sent.place(Span(finding.start.offset, finding.end.offset))
    category, category_name, issue = KINDS[finding.severity]
    file = rule.rule.file
    return {
        "message": finding.message,
        "shortMessage": file.title,
        "replacements": [{"value": value} for value in dict.fromkeys(_replacements(finding, document, sent))],
        "offset": start,
        "length": end - start,
        "context": _context(finding, document.source),
        "sentence": _sentence(finding, document),
        "type": {"typeName": "Other"},
        "rule": {
            "id": finding.rule,
            "description": file.title,
            "issueType": issue,
            "category": {"id": category, "name": category_name},
            "urls": [{"value": each} for each in file.references],
        },
        "ignoreForIncompleteSentence": False,
        "contextForSureMatch": 0,
    }


def _replacements(finding: Finding, document: Document, sent: _Sent) -> Iterator[str]:
    """Yield what each fix makes of the words that are marked; a fix elsewhere has no place in this API."""
    span = Span(finding.start.offset, finding.end.offset)
    place = sent.copy.place(span)
    if place.cut(sent.text) != finding.text:
        return
    for fix in finding.fixes:
        if all(span.start <= each.start and each.end <= span.end for each in fix.edits):
            yield edited(finding.text, _moved(fix, span.start))


def _moved(fix: OfferedFix, start: int) -> list[SourceEdit]:
    return [SourceEdit(each.start - start, each.end - start, each.text) for each in fix.edits]


def _context(finding: Finding, source: str) -> dict[str, Any]:
    start, end = max(0, finding.start.offset - AROUND), min(len(source), finding.end.offset + AROUND)
    before, after = "..." if start else "", "..." if end < len(source) else ""
    text = before + LINE_END.sub(" ", source[start:end]) + after
    units = Utf16(before + source[start:end])
    first = units(len(before) + finding.start.offset - start)
    last = units(len(before) + finding.end.offset - start)
    return {"text": text, "offset": first, "length": last - first}


def _sentence(finding: Finding, document: Document) -> str:
    for span in document.view(sentences):
        place = document.map.source(span)
        if place.start <= finding.start.offset < place.end:
            return place.cut(document.source)
    return ""
