"""Read made-up documents, every construct of a format in any place, and tell what does not hold.

    python bench/made_documents.py html --count 100000
    python bench/made_documents.py html --only 4711          # one document again

Every place must be exact, blocks must follow each other, and nothing may be raised but `SourceError`. One
document in --linted is linted as well: what is found must be the slice of the source, a fix must leave all
as it was that is no copy, and fixing twice must be fixing once. Into Word files words are written at random:
no other part may change. Exit code 1 if not.
"""

from __future__ import annotations

import argparse
import random
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import lru_cache
from io import BytesIO
from itertools import pairwise
from zipfile import ZipFile

import made_html
import made_markdown
import made_office
import made_wire

import newslint
from newslint.core.finding import SourceEdit
from newslint.plugin import Document, Lexicon, Source, SourceError, Span
from newslint.plugins.registry import gather
from newslint.rulebook.packs import rule_book
from newslint.rulebook.trees import read_trees, shipped_rules

# How the documents of a format are made; those of letters are encoded.
KINDS: dict[str, Callable[[random.Random], str | bytes]] = {
    "anpa": made_wire.anpa,
    "docx": made_office.docx,
    "html": made_html.html,
    "iptc7901": made_wire.iptc7901,
    "markdown": made_markdown.markdown,
    "newsml-1": made_wire.newsml_1,
    "newsml-g2": made_wire.newsml_g2,
    "ninjs": made_wire.ninjs,
    "nitf": made_wire.nitf,
    "odt": made_office.odt,
    "rtf": made_office.rtf,
    "text": made_wire.text,
    "wxr": made_wire.wxr,
}
MARKDOWN_TAG = (
    r"</?[A-Za-z][A-Za-z\d-]*(?:\s+[\w:@.-]+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'=<>`]+))?)*\s*/?>"
)
ENDS = ("\n", "\n", "\n", "\r\n", "\r")


def main() -> int:
    """Read what is asked for and print one summary."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("format", choices=KINDS)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--linted", type=int, default=100)
    parser.add_argument("--only", type=int)
    arguments = parser.parse_args()
    chosen = range(arguments.first, arguments.first + arguments.count)
    kinds = Counter[str]()
    size = faults = 0
    started = time.perf_counter()
    for number in chosen if arguments.only is None else (arguments.only,):
        content = document(arguments.format, number)
        size += len(content)
        linted = arguments.only is not None or number % arguments.linted == 0
        for fault in _faults(arguments.format, content, kinds, linted=linted):
            faults += 1
            print(f"{arguments.format} {number}: {fault}", flush=True)
    taken = time.perf_counter() - started
    print(
        f"{arguments.format}: {size:,} bytes in {taken:.0f} s, {faults} faults; "
        + ", ".join(f"{n} {k}" for k, n in kinds.most_common()),
        flush=True,
    )
    return min(faults, 1)


def document(name: str, number: int) -> bytes:
    """Return the document of a number, always the same."""
    chance = random.Random(number)
    made = KINDS[name](chance)
    return made if isinstance(made, bytes) else made.replace("\n", chance.choice(ENDS)).encode()


@lru_cache(maxsize=1)
def _lexicon() -> Lexicon:
    trees = read_trees([shipped_rules()])
    lists = {
        folder: {name: table for name, table in files.items() if name.startswith("lists/")}
        for folder, files in trees.items()
    }
    return Lexicon(rule_book(lists, {}).lists)


@lru_cache(maxsize=1)
def _reader(name: str):  # type: ignore[no-untyped-def]
    return gather().readers[name].loaded()()


def _stories(name: str, content: bytes) -> list[Document]:
    """Return the stories that can be read. Raises SourceError where the file cannot be."""
    source = Source(f"a.{name}", content)
    reader = _reader(name)
    if not hasattr(reader, "stories"):
        return [reader.read(source, _lexicon())]
    return [each for each in reader.stories(source, _lexicon()) if isinstance(each, Document)]


def _faults(name: str, content: bytes, kinds: Counter[str], *, linted: bool) -> Iterator[str]:
    try:
        stories = _stories(name, content)
    except SourceError:
        kinds["unread"] += 1
        return
    # Whatever else is raised is what is looked for; a parser in Rust panics past Exception.
    except BaseException as cause:
        if isinstance(cause, KeyboardInterrupt):
            raise
        yield f"raised {type(cause).__name__}: {cause}"
        return
    for story in stories:
        kinds.update(block.kind.value for block in story.blocks)
        kinds.update(f"remark {remark.fault.value}" for remark in story.remarks)
        kinds.update(f"left out: {each.why}" for each in story.left_out)
        yield from _wrong_places(story)
    if name == "docx":
        yield from _wrong_writing(content, stories[0], random.Random(len(content)))
    elif linted and name not in ("odt", "rtf"):
        yield from _wrong_findings(name, content.decode())


def _wrong_places(story: Document) -> Iterator[str]:
    if not story.map.fits(story.text, story.source):
        yield "the map does not fit"
    for each in story.map.segments:
        source = Span(each.source, each.source + each.source_length).cut(story.source)
        if each.verbatim and source != story.text[each.text : each.text + each.length]:
            yield f"{source!r} is not verbatim"
    if any(one.span.end > other.span.start for one, other in pairwise(story.blocks)):
        yield "blocks overlap"
    if any(not 0 <= each.span.start <= each.span.end <= len(story.source) for each in story.left_out):
        yield "what was left out lies outside"


def _wrong_findings(name: str, copy: str) -> Iterator[str]:
    try:
        findings = newslint.lint(copy, format=name).findings
    # What the API says of a file of several stories, or of none.
    except SourceError:
        return
    for finding in findings:
        if copy[finding.start.offset : finding.end.offset] != finding.text:
            yield f"{finding.text!r} of {finding.rule} is not the slice of the source"
        for fix in finding.fixes:
            if any(not 0 <= edit.start <= edit.end <= len(copy) for edit in fix.edits):
                yield f"a fix of {finding.rule} lies outside"
    try:
        once = newslint.fix(copy, format=name, unsafe=True)
    except SourceError:
        return
    if newslint.fix(once, format=name, unsafe=True) != once:
        yield "fixing twice is not fixing once"
    if _frame(name, once) != _frame(name, copy):
        yield "a fix changed a tag, a reference or an escape"


# A comment, or an element in which none opens, first of all.
HTML_FRAME = re.compile(
    r"<!\[CDATA\[|\]\]>|<!--(?:-?>|[^\r\n]*?-->)"
    r"|(<(?P<raw>title|textarea|iframe|noembed|noframes|xmp)\b[^<>]*>)(?s:.*?)(?=</(?P=raw)|\Z)"
    r"|</(?![A-Za-z])[^>]*>|<[A-Za-z/?](?:(?!\]\]>)[^<>])*>|&#?\w+;|\\.",
    re.IGNORECASE,
)


def _frame(name: str, copy: str) -> list[str]:
    """Return the tags, references and escapes of a file; of Markdown, what CommonMark takes for such."""
    if name == "markdown":
        return re.findall(rf"<!--[^\r\n]*?-->|{MARKDOWN_TAG}|&#?\w+;|\\[!-/:-@\[-`{{-~]", copy)
    return [found[1] or found[0] for found in HTML_FRAME.finditer(copy)]


def _wrong_writing(content: bytes, story: Document, chance: random.Random) -> Iterator[str]:
    """Write into a Word file wherever it may be written, and read it again."""
    verbatim = [each for each in story.map.segments if each.verbatim and each.length > 2]
    if not verbatim:
        return
    chosen = sorted(
        chance.sample(verbatim, min(len(verbatim), chance.randint(1, 3))), key=lambda each: each.text
    )
    edits = [SourceEdit(each.source + 1, each.source + chance.choice((1, 2)), "Ωx") for each in chosen]
    at = chance.choice((None, datetime(2026, 3, 10)))
    try:
        written = _reader("docx").written(Source("a.docx", content), edits, at=at)
    except SourceError as cause:
        if "not fixed: its words" in cause.reason:
            yield f"{cause.reason} {edits}"
        return
    except Exception as cause:
        yield f"writing raised {type(cause).__name__}: {cause}"
        return
    before, after = ZipFile(BytesIO(content)), ZipFile(BytesIO(written))
    changed = [name for name in before.namelist() if before.read(name) != after.read(name)]
    if before.namelist() != after.namelist() or set(changed) - {"word/document.xml", "word/footnotes.xml"}:
        yield f"writing changed {changed}"


if __name__ == "__main__":
    raise SystemExit(main())
