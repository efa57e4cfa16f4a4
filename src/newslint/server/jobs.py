"""Jobs: copy and what is wanted of it → an answer, worked out in another process by a desk kept warm."""

from __future__ import annotations

import datetime
import signal
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

import msgspec

from newslint.core.document import Document
from newslint.core.edited import Version
from newslint.core.errors import NewslintError, SourceError
from newslint.core.report import Report
from newslint.desk.desk import Desk
from newslint.desk.discovery import Assignment
from newslint.desk.options import Options
from newslint.pages.readings import DocumentReport, described
from newslint.rulebook.faults import cited
from newslint.run.deadline import Deadline, OutOfTimeError, until
from newslint.run.ignorer import ignoring
from newslint.run.manuscript import Manuscript
from newslint.run.mending import mended
from newslint.run.orphans import end_with_parent
from newslint.run.run import report
from newslint.run.story import linted
from newslint.run.told import Teller, in_full
from newslint.server.faults import RequestError
from newslint.server.languagetool import NAME, Checking, checked
from newslint.text.names.names_index import names_index
from newslint.text.speech.quotes_index import quotes_index

# The reporter that sets the proof page.
PROOF = "html"


class Wish(StrEnum):
    """What is wanted of a story, by the last part of its address."""

    CHECK = "check"
    NAMES = "names"
    QUOTES = "quotes"
    DOCUMENT = "document"
    FIX = "fix"
    PROOF = "proof"
    IGNORE = "ignore"


class Job(msgspec.Struct, frozen=True):
    """A story of the own API: its bytes, the reader they want, and how it is to be linted.

    *options* are those of the server, *style* and *date* as in `newslint check`; *unsafe* is for fixing,
    *fingerprint* and *reason* for ignoring.
    """

    wish: Wish
    content: bytes
    options: Options = Options()
    reader: str = "text"
    style: str | None = None
    date: datetime.date | None = None
    unsafe: bool = False
    fingerprint: str = ""
    reason: str = ""


class Answer(msgspec.Struct, frozen=True):
    """An HTTP status and the bytes of the answer: JSON, or in words what was wrong."""

    status: int
    content: bytes


def answered(job: Job | Checking, seconds: float) -> Answer:
    """Work out a job in at most some *seconds*; whatever is wrong with it is said."""
    try:
        with until(Deadline.after(seconds), "it takes too long"):
            if isinstance(job, Checking):
                return Answer(200, checked(_desk(job.options), job))
            return Answer(200, _worked(job))
    except OutOfTimeError:
        return _failed(503, f"The story was not done in {seconds:g} seconds")
    except RequestError as cause:
        return _failed(cause.status, cause.reason)
    except SourceError as cause:
        return _failed(422, cause.reason)
    except NewslintError as cause:
        return _failed(400, str(cause))


def quietly(options: Options) -> None:
    """Begin a process: leave Ctrl-C to the server, and lint a line, so that no client waits for the desk."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    end_with_parent()
    answered(Job(Wish.CHECK, b"The road is 80 kilometers (50 miles) long.", options), 60)


def _failed(status: int, reason: str) -> Answer:
    return Answer(status, reason.encode("utf-8", "replace"))


# A desk takes ten megabytes, and clients may ask for ever another date.
@lru_cache(maxsize=8)
def _desk(options: Options) -> Desk:
    return Desk(options)


def _worked(job: Job) -> bytes:
    usual = _desk(job.options)
    # A style may be a path, and no request reads a file.
    _expect("style", job.style, usual.here().book.styles)
    style = job.style or job.options.style
    formats = (PROOF,) if job.wish is Wish.PROOF else ()
    desk = _desk(msgspec.structs.replace(job.options, style=style, date=job.date, formats=formats))
    _expect("format", job.reader, desk.registry.readers)
    path = str(Path.cwd() / NAME)
    assignment = desk.assigned(path, job.content, reader=job.reader, encoding=_encoding(job, desk))
    assignment = msgspec.structs.replace(assignment, name=NAME)
    return WORK[job.wish](desk, assignment, job)


def _expect(name: str, value: str | None, known: Iterable[str]) -> None:
    if value is not None and value not in known:
        raise RequestError(400, f"Found {name} `{cited(value)}`, expected one of {', '.join(known)}")


def _encoding(job: Job, desk: Desk) -> str:
    """Take text for UTF-8, as it is sent; a package knows its own encoding."""
    return "" if job.content[:2] == b"PK" else "utf-8"


def _check(desk: Desk, assignment: Assignment, _: Job) -> bytes:
    teller = Teller("json", desk.registry.reporters["json"].reporter())
    return in_full(teller, _report(desk, assignment)).encode("utf-8", "replace")


def _names(desk: Desk, assignment: Assignment, _: Job) -> bytes:
    return _json({"schema": 1, "names": names_index(_documents(desk, assignment))})


def _quotes(desk: Desk, assignment: Assignment, _: Job) -> bytes:
    found = [quote for each in _documents(desk, assignment) for quote in quotes_index(each)]
    return _json({"schema": 1, "quotes": found})


def _document(desk: Desk, assignment: Assignment, _: Job) -> bytes:
    return _json(DocumentReport(1, tuple(map(described, _documents(desk, assignment)))))


def _fix(desk: Desk, assignment: Assignment, job: Job) -> bytes:
    """Return the mended copy and the edits of what was sent that lead to it."""
    findings = _report(desk, assignment).findings
    version = mended(Manuscript(desk, assignment), findings, unsafe=job.unsafe)
    return _json({"schema": 1, "text": version.text, "edits": version.edits})


def _proof(desk: Desk, assignment: Assignment, _: Job) -> bytes:
    proof = Teller(PROOF, desk.registry.reporters[PROOF].made(offering="closing"))
    report = _report(desk, assignment)
    texts = [
        *(text for each in report.stories() for text in proof.told(each, width=None, closing=False)),
        *proof.told(report, width=None, closing=True),
    ]
    return "".join(texts).encode("utf-8", "replace")


def _ignore(desk: Desk, assignment: Assignment, job: Job) -> bytes:
    """Return the edits of what was sent that silence a finding; none where no comment does."""
    found = [each for each in _report(desk, assignment).findings if each.fingerprint == job.fingerprint]
    if not found:
        raise RequestError(400, f"No finding has the fingerprint `{cited(job.fingerprint)}`")
    edits = ignoring(desk, assignment, found, reason=job.reason)
    text = Version(Manuscript(desk, assignment).text).edited(edits).text
    return _json({"schema": 1, "text": text, "edits": edits})


WORK: Mapping[Wish, Callable[[Desk, Assignment, Job], bytes]] = {
    Wish.CHECK: _check,
    Wish.NAMES: _names,
    Wish.QUOTES: _quotes,
    Wish.DOCUMENT: _document,
    Wish.FIX: _fix,
    Wish.PROOF: _proof,
    Wish.IGNORE: _ignore,
}


def _report(desk: Desk, assignment: Assignment) -> Report:
    stories = linted(desk, assignment)
    for each in stories:
        if each.file.error and not each.container:
            raise SourceError(assignment.name, each.file.error)
    return msgspec.structs.replace(report(stories), rules=desk.rules)


def _documents(desk: Desk, assignment: Assignment) -> list[Document]:
    found = []
    for each in desk.documents(assignment):
        if isinstance(each, SourceError):
            raise each
        found.append(each)
    return found


def _json(value: object) -> bytes:
    return msgspec.json.encode(value)
