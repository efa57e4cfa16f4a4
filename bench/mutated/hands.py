"""Hands: where no fix may reach, told by marks alone, without newslint's own views where that can be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mutated.faults import Fault
from newslint.core.document import Document
from newslint.core.finding import Finding, SourceEdit
from newslint.text.quoting.quotations import quotations

# What opens without a key is copy between rules.
FRONT_MATTER = re.compile(r"\A\ufeff?(---|\+\+\+)\n(?=[\w\"'][^\n]*[:=])(?:[^\n]*\n)*?\1\n")
COPY_IN_FRONT = re.compile(r"^(?:title|summary)[ \t]*[:=][ \t]*(.*)$", re.MULTILINE | re.IGNORECASE)
FENCED = re.compile(r"^```[^`\n]*\n(?:(?!```[ \t]*$)[^\n]*\n)*```[ \t]*$", re.MULTILINE)
INDENTED_FENCE = re.compile(r"^[^`\n]+```|^~~~", re.MULTILINE)
URL = re.compile(r"https?://[^\s<>\"“”()\[\]{}|\\^`]*[^\W_]")
# A tag with a mark of code in it may be code, or half of it.
MARKDOWN = (
    re.compile(r"\{\{[<%](?:(?!\n\n|\{\{|`).)*?[%>]\}\}", re.DOTALL),
    re.compile(r"\{%(?:(?!\n\n|\{%|`).)*?%\}", re.DOTALL),
    re.compile(r"\{[:#][^{}\n]*\}"),
    re.compile(r"</?[a-z][a-z0-9]*(?: [a-z-]+=\"[^\"<>\n]*\")* ?/?>"),
    re.compile(r"\[[^\[\]\n`]*\]\([^()\s<>`\x00-\x1f\x7f]*(?: \"[^\"\n]*\")?\)"),
    re.compile(r"\[gallery(?: [a-z]+=\"[^\[\]\"\n]*\")+\]"),
)
DESTINATION = re.compile(r"\]\(.*")
CODE = re.compile(r"`[^`\n]+`")
QUOTED = re.compile(r"“[^“”\"«»‘’'`\n]+”")


def forbidden(document: Document, findings: Sequence[Finding], *, unsafe: bool) -> Iterator[Fault]:
    """Yield the edits that would be applied and change a tag, code, an address, or what somebody said."""
    allowed = {"safe", "unsafe"} if unsafe else {"safe"}
    edits = [
        (finding.rule, edit)
        for finding in findings
        for fix in finding.fixes[:1]
        if fix.safety in allowed
        for edit in fix.edits
    ]
    if not edits:
        return
    marked = tuple(_marked(document.source, markdown=document.format == "markdown"))
    spoken = tuple(_spoken(document))
    for rule, edit in edits:
        for start, end, what in marked:
            if _inside(edit, start, end):
                yield Fault("hand", f"{rule}: an edit inside {what}")
        if any(map(str.isalnum, document.source[edit.start : edit.end] + edit.text)):
            for start, end in spoken:
                if _inside(edit, start, end):
                    yield Fault("hand", f"{rule}: an edit inside a quotation")


def _inside(edit: SourceEdit, start: int, end: int) -> bool:
    """Tell whether an edit changes what stands from *start* to *end*; beside it, it may insert."""
    return edit.start < end and start < edit.end if edit.start < edit.end else start < edit.start < end


def _marked(source: str, *, markdown: bool) -> Iterator[tuple[int, int, str]]:
    yield from ((*match.span(), "an address") for match in URL.finditer(source))
    if not markdown:
        return
    front = FRONT_MATTER.match(source)
    if front:
        position = front.start()
        for value in COPY_IN_FRONT.finditer(source, position, front.end()):
            yield position, value.start(1), "front matter"
            position = value.end(1)
        yield position, front.end(), "front matter"
    start = front.end() if front else 0
    if not INDENTED_FENCE.search(source):
        yield from ((*match.span(), "fenced code") for match in FENCED.finditer(source, start))
    for pattern in MARKDOWN:
        for match in pattern.finditer(source, start):
            target = DESTINATION.search(match[0])
            if target and match[0].startswith("["):
                yield match.start() + target.start(), match.end(), "a link's address"
            elif not target:
                yield *match.span(), "a tag"
    for line in re.finditer(r"[^\n]+", source):
        if (
            line[0].count("`") % 2 == 0
            and "``" not in line[0]
            and "\\`" not in line[0]
            and line.start() >= start
        ):
            yield from (
                (line.start() + match.start(), line.start() + match.end(), "code")
                for match in CODE.finditer(line[0])
            )


def _spoken(document: Document) -> Iterator[tuple[int, int]]:
    for quotation in document.view(quotations):
        inner = document.map.source(quotation.inner)
        yield inner.start, inner.end
    yield from ((match.start() + 1, match.end() - 1) for match in QUOTED.finditer(document.source))
