"""Ends: what stands round the copy in plain text: the head and signature of a mail, end marks, and notes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.plugin import LeftOut, Lexicon, Span, Worded, lazy_pattern

# "###", "# # #", "-30-", "– ends –", "(ENDS)", "ENDS"
END_MARK = Worded(
    r"""
    (?m: ^ ) [ \t]*+ (?:
        \#{3,}+ | (?:\#[ ]){2,}+\#
      | [-–—_(\[*]{1,3}+ [ ]?+ (?i: {end-words} ) [ ]?+ [-–—_)\]*]{1,3}+
      | (?: ENDS? | - ENDS? ) \.?+
    ) [ \t]*+ (?= [\r\n] | \Z )
    """,
    re.VERBOSE,
)
# "(more)", "-more-", "MORE", "MORE FOLLOWS"
MORE_MARK = Worded(
    r"""
    (?m: ^ ) [ \t]*+ (?:
        [-–—_(\[*]{1,3}+ [ ]?+ (?i: {more-words} ) [ ]?+ [-–—_)\]*]{1,3}+
      | (?: MORE(?:\ FOLLOWS|\ TO\ (?:COME|FOLLOW))? )
    ) [ \t]*+ (?= [\r\n] | \Z )
    """,
    re.VERBOSE,
)
NOTES = Worded(r"\W{0,3}{notes-labels}\b", re.IGNORECASE)
CONTACT = lazy_pattern(r"[\w.+-]+@[\w-]+\.\w|\+?\d[\d ()./-]{7,}\d")
# By the rules of mail a signature stands below two dashes and a space, which programs drop. Below dashes and
# an empty line may stand who the writer is.
SIGNATURE_MARK = lazy_pattern(r"--(?:(?<=\A--)|(?<=[\r\n]--))(?: (?=[\r\n])|(?=\r?\n\S))")
# "From: Ana Berg", "Subject: Harbour", and whatever else a mail says above its text.
MAIL_HEAD = lazy_pattern(
    r"\A\ufeff?(?:(?:From|To|Cc|Bcc|Date|Sent|Subject|Reply-To|Importance|Attachments):"
    r"[^\r\n]*(?:\r\n|\r|\n)){2,20}"
)
SENT_FROM = lazy_pattern(r"(?:\A|(?<=[\r\n]))Sent from my [^\r\n]{2,40}\s*\Z")
MOST_SIGNATURE, MOST_CONTACT = 600, 300
# Few lines open like a mark, and they are found without a look at every letter.
OPENS_LIKE_MARK = lazy_pattern(r"\n[ \t]*+[-–—_(\[*#EM]")
DASHES, SENT = "--", "Sent from my "


def ends(letters: str, lexicon: Lexicon) -> tuple[LeftOut, ...]:
    """Return what is no copy of a story in plain text, in its order."""
    head = MAIL_HEAD.match(letters)
    found = [LeftOut(Span(*head.span()), "head of a mail")] if head else []
    end = _signature(letters)
    found += [LeftOut(Span(end, len(letters)), "signature")] if end < len(letters) else []
    for match in _lines_of(lexicon.view(END_MARK), letters, end):
        if _are_notes(letters, match.end(), end, lexicon):
            found.append(LeftOut(Span(match.end(), end), "notes"))
            end = match.end()
            found.append(LeftOut(Span(*match.span()), "end mark"))
            break
        found.append(LeftOut(Span(*match.span()), "end mark"))
    more = _lines_of(lexicon.view(MORE_MARK), letters, end)
    found += [LeftOut(Span(*match.span()), "end mark") for match in more]
    return tuple(sorted(found, key=lambda each: each.span.start))


def _signature(letters: str) -> int:
    """Return where the signature of a mail starts, the end where there is none."""
    marks = [match.start() for match in SIGNATURE_MARK.finditer(letters)] if DASHES in letters else []
    if marks and len(letters) - marks[-1] <= MOST_SIGNATURE and letters[: marks[-1]].strip():
        return marks[-1]
    tail = max(0, len(letters) - MOST_SIGNATURE)
    sent = SENT_FROM.search(letters, tail) if SENT in letters else None
    return sent.start() if sent else len(letters)


def _lines_of(mark: re.Pattern[str], letters: str, end: int) -> Iterator[re.Match[str]]:
    """Yield the lines before *end* that are such a mark."""
    starts = (match.start() + 1 for match in OPENS_LIKE_MARK.finditer(letters, 0, end))
    return filter(None, (mark.match(letters, start, end) for start in (0, *starts)))


def _are_notes(letters: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Tell whether below an end mark stand notes, which are shorter than the story, and no other story."""
    below = letters[start:end].strip()
    if not below or 2 * len(below) > start:
        return False
    if lexicon.view(NOTES).match(below):
        return True
    return len(below) <= MOST_CONTACT and CONTACT.search(below) is not None
