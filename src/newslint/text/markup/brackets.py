"""Brackets: shortcodes as WordPress has them, and wiki links. Any other bracket is the paper's own."""

from __future__ import annotations

import re

from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.text.markup.ahead import Ahead, matched
from newslint.text.markup.tag import Found, Role, Tag, found

# [gallery ids="1,2"], [embed], [/caption], [url=https://example.org], [video src=a.mp4 /]
SHORTCODE = lazy_pattern(
    r"""
    \[ (?P<closing>/)?+ (?P<name>[A-Za-z][\w-]*+) (?P<value>=(?:"[^"]*+"|[^\s\[\]"]++))?+
    (?P<parameters> (?: \s++ (?:
        (?:[\w:-]++=)?+ (?: "[^"]*+" | '[^']*+' | [“”″][^“”″]*+[“”″] )
      | [^\s\[\]"'“”″]++
    ) )*+ )
    \s*+ \]
    """,
    re.VERBOSE,
)
PARAMETER = lazy_pattern(r"\s[\w:-]+=[^\s=]")
CODE = frozenset(("code", "sourcecode", "php", "html", "css", "javascript", "pre", "embed", "latex", "math"))
# [[Peniche]], [[places/peniche.md#harbour|the harbour]], ![[map.png|300]]
WIKI_LINK = lazy_pattern(r"\[\[(?P<target>[^\[\]|\r\n]++)(?:\|(?P<words>[^\[\]\r\n]++))?+\]\](?!\()")
ADDRESS = lazy_pattern(r"[/#\\]|\.\w{2,4}$")


def bracket(ahead: Ahead, position: int) -> Found | None:
    """Return the tag that opens with the bracket at *position*."""
    if ahead.letters.startswith("[[", position):
        return _wiki_link(ahead, position)
    match = matched(SHORTCODE, ahead, position)
    if match is None or ahead.letters[match.end() : match.end() + 1] in ("(", ":"):
        return None
    if match["closing"]:
        return found(position, match.end())
    close = _close(ahead, match)
    if close >= 0 and match["name"].lower() in CODE:
        return found(position, ahead.find("]", close) + 1)
    if close >= 0 or PARAMETER.search(match["parameters"]):
        return found(position, match.end())
    return None


def _close(ahead: Ahead, match: re.Match[str]) -> int:
    """Return where the shortcode is closed, -1 for nowhere."""
    return ahead.closing_bracket(match["name"].lower(), match.end())


def _wiki_link(ahead: Ahead, position: int) -> Found | None:
    match = WIKI_LINK.match(ahead.letters, position)
    if match is None:
        return None
    if position and ahead.letters[position - 1] == "!":
        return found(position - 1, match.end())
    if match["words"] is None and ADDRESS.search(match["target"]):
        return found(position, match.end())
    words = Span(*match.span("words" if match["words"] else "target"))
    tags = (
        Tag(Span(position, words.start), Role.TRIM),
        # The name of the page is its address.
        *(() if match["words"] else (Tag(words, Role.COPY),)),
        Tag(Span(words.end, match.end()), Role.TRIM),
    )
    return Found(match.end(), tags)
