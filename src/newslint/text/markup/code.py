"""Code: what stands between backticks, fences, comments and angle brackets, in which no tag is looked for."""

from __future__ import annotations

from newslint.core.pattern import lazy_pattern
from newslint.text.markup.ahead import Ahead
from newslint.text.markup.braces import BALANCED_SOURCE
from newslint.text.markup.tag import Found, Role, found

MARGIN = lazy_pattern(r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*[ \t>]*")
# <a href="{{ page.url }}">, <Map pins={[1, 2]} />
HTML_TAG = lazy_pattern(
    rf"""<(?P<name>/?[A-Za-z][\w.:-]*+)(?=[\s/>{{])(?:[^<>"'`{{}}]++|"[^"]*+"|'[^']*+'|`[^`]*+`|{BALANCED_SOURCE})*+>"""
)
RAW = frozenset(("script", "style", "pre", "textarea"))
COMMENTS = {"<!--": "-->", "<?": "?>", "<%": "%>"}


def ticks(ahead: Ahead, position: int, end: int) -> Found:
    """Return what a run of backticks or tildes opens: a fence, a code span, nothing."""
    count = end - position
    if count >= 3 and _opens_fence(ahead, position, end):
        return Found(_fence_end(ahead, ahead.letters[position], count, ahead.line_end(end)))
    close = ahead.ticks(count, end) if ahead.letters[position] == "`" else -1
    if close < 0 or close > ahead.blank_line(end):
        return Found(end)
    return Found(close + count)


def angle(ahead: Ahead, position: int) -> Found | None:
    """Return what opens with the angle bracket at *position*: a comment, a tag of HTML or of JSX."""
    letters = ahead.letters
    for opening, closing in COMMENTS.items():
        if letters.startswith(opening, position):
            close = ahead.find(closing, position + len(opening))
            end = close + len(closing) if close >= 0 else position + len(opening)
            return found(position, end) if opening == "<%" and close >= 0 else Found(end)
    match = HTML_TAG.match(letters, position)
    if match is None or (match.end() > ahead.blank_line(position) and not match["name"][0].isupper()):
        return None
    if match["name"].lower() in RAW:
        close = ahead.find(f"</{match['name']}", match.end())
        return Found(close if close >= 0 else match.end())
    if "{" in match[0] or ahead.blank_line(position) < match.end():
        return found(position, match.end(), Role.HTML)
    return found(position, match.end(), Role.COPY) if "=" in match[0] else Found(match.end())


def _opens_fence(ahead: Ahead, position: int, end: int) -> bool:
    margin = ahead.margin(position)
    if margin is None or not MARGIN.fullmatch(margin):
        return False
    if ahead.letters[position] == "~":
        return True
    tick = ahead.find("`", end)
    return tick < 0 or tick > ahead.line_end(end)


def _fence_end(ahead: Ahead, sign: str, count: int, position: int) -> int:
    """Return where the fence of *count* signs or more stands that closes one opened before *position*."""
    letters = ahead.letters
    while (close := letters.find(sign * count, position)) >= 0:
        end = close + count
        while letters.startswith(sign, end):
            end += 1
        line_end = ahead.line_end(end)
        if ahead.opens_line(close) and not letters[end:line_end].strip():
            return line_end
        position = end
    return len(letters)
