"""Colon sources: who stands before a colon that no verb of saying explains: "And from Lind, the chair:"."""

from __future__ import annotations

from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.text.grammar import DETERMINERS, FINITE
from newslint.text.speech.cues.first_subjects import first_subject

VERB = rf"\b(?:(?:{'|'.join(sorted(FINITE))})\b|[a-z]+ed (?:the|an?|his|her|their|its)\b)"
# "(And here is) Marta Lind, our reader"
HERE = lazy_pattern(r"(?:(?:And|But|Then|Now) )?(?:[Hh]ere (?:is|was|comes|came) |[Hh]ere's )")
SOURCE = (
    rf"(?:(?!{VERB})[^,“”:;]){{2,60}}"
    rf"(?:, (?:(?:who|whose|which)\b[^“”:;]{{2,90}}|(?:(?!{VERB})[^“”:;]){{2,90}}))?"
)
# "From the desk of (Marta Lind, an analyst)", "And from (Mr. Lind)", "This is from (Lind, who runs it)"
SENDER = lazy_pattern(
    r"(?:(?:And|But|Then|Now|Also|Finally|Next),? )?(?:(?:[Hh]ere|[Tt]his) (?:is|was|comes|came) )?"
    rf"[Ff]rom (?:the desk of )?({SOURCE})"
)
# "And then this from (Marta Lind)"
SENT = lazy_pattern(rf"\b[Ff]rom ({SOURCE})$")
# "The coach(, Jan Berg), …"
NAME = lazy_pattern(r", (?:[A-Z][\w.'-]* ?){1,4}(?=[,:]|$)")
# "Lind(, 52), …", "Lind(, a nurse), …", "Lind(, of Tacoma), …", "Lind(, who runs it), …"
ROLE = lazy_pattern(
    rf", (?:\d\d|(?:who|whose)\b[^,“”:;]{{2,60}}|of [A-Z][\w.'-]*(?: [A-Z][\w.'-]*)*"
    rf"|(?:an?|the|our|his|her|their|its|my)\b(?:(?!{VERB})[^,“”:;]){{2,60}})(?=[,:]|$)"
)


def sender(text: str, start: int, colon: int) -> Span | None:
    """Return from whom a lead-in that opens with "from" says that the words are."""
    found = SENDER.fullmatch(text, start, colon)
    return Span(*found.span(1)) if found else None


def sender_inside(text: str, start: int, colon: int) -> Span | None:
    """Return whom a lead-in names after its first "from"."""
    found = SENT.search(text, start, colon)
    return Span(*found.span(1)) if found else None


def colon_subject(text: str, start: int, end: int) -> Span | None:
    """Return whom a lead-in is about, with the name or the role between commas behind."""
    here = HERE.match(text, start, end)
    subject = first_subject(text, here.end() if here else start, end)
    if subject is None:
        return None
    words = subject.cut(text).split()
    is_role = words[0].lower() in DETERMINERS and words[-1][0].islower()
    if not is_role and not words[-1][0].isupper():
        return subject
    apposed = NAME.match(text, subject.end, end) if is_role else None
    while found := apposed or ROLE.match(text, subject.end, end):
        subject, apposed = Span(subject.start, found.end()), None
    return subject
