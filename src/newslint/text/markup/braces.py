"""Braces: the tags of Hugo, Liquid, Jinja and Handlebars, attribute lists, and expressions of MDX."""

from __future__ import annotations

import re

from newslint.core.pattern import lazy_pattern
from newslint.text.markup.ahead import Ahead, matched
from newslint.text.markup.tag import Found, Role, found

# A tag over several paragraphs is hardly longer than this.
LONGEST = 5_000
QUOTED = r'"(?:[^"\\]++|\\.)*+"|' r"'(?:[^'\\]++|\\.)*+'|`[^`]*+`"


def _template(opening: str, closing: str) -> re.Pattern[str]:
    """Return the pattern of a tag; what closes it may stand in quotation marks, or in a tag inside it."""
    opens, first, rest = re.escape(opening), re.escape(closing[0]), re.escape(closing[1:])
    letters = rf"[^\"'`{{{first}]++|{first}(?!{rest})|\{{(?![{{%#])|\{{\{{[^{{}}]*+\}}\}}"
    return lazy_pattern(rf"{opens}(?:{letters}|{QUOTED})*+{first}{rest}", re.DOTALL)


# The longer opening comes first. {{< figure src="a.jpg" >}}, {% include ad.html %}, {{ page.title }}
TEMPLATES = tuple(
    (opening, closing, _template(opening, closing))
    for opening, closing in (
        *(("{{<", ">}}"), ("{{%", "%}}"), ("{{{", "}}}"), ("{{", "}}"), ("{%", "%}"), ("{#", "#}")),
    )
)
# What stands between these and their ends is code, or a note to the next editor.
CODE = lazy_pattern(
    r"""
    (?P<opening> \{\{[<%] | \{%-? | \{:: ) \s*+
    (?P<name> code | chart | comment | css | highlight | html | javascript | js | katex | latex | math
      | mermaid | nomarkdown | pre | raw-?html | schema | script | style | stylesheet | syntax | verbatim ) \b
    """,
    re.VERBOSE,
)
# {.left #map width="300"}, {: .note}, {::options parse_block_html="true" /}, {=html}
ATTRIBUTE = r"""(?:[.\#][\w:%/-]++|[\w:@.-]++=(?:"[^"]*+"|'[^']*+'|[^\s"'{},]++)|=[a-z]++|-(?=\}))"""
ATTRIBUTES = lazy_pattern(
    rf"""\{{[ \t]*+{ATTRIBUTE}(?:[\s,]++(?:{ATTRIBUTE}|[\w-]++))*+[ \t]*+\}}"""
    r"""|\{::?(?:[^{}"'\r\n]++|"[^"\r\n]*+"|'[^'\r\n]*+')*+\}""",
)
# Braces in braces, four deep.
BALANCED_SOURCE = r"\{[^{}]*+\}"
for _ in range(3):
    BALANCED_SOURCE = rf"\{{(?:[^{{}}]++|{BALANCED_SOURCE})*+\}}"
BALANCED = lazy_pattern(BALANCED_SOURCE)
# {" "}, {...props}, {page.title}, {formatted(date)}
EXPRESSION = lazy_pattern(
    r"""
    \{ \s*+ (?:
        "[^"{}\r\n]*+" | '[^'{}\r\n]*+' | `[^`{}]*+`
      | \.\.\. [\w.$]++
      | [A-Za-z_$][\w$]*+ (?: \.[\w$]++ | \([^(){}\r\n]*+\) | \[[^\]{}\r\n]*+\] )++
    ) \s*+ \}
    """,
    re.VERBOSE,
)


def brace(ahead: Ahead, position: int, *, expressions: bool) -> Found | None:
    """Return the tag that opens with the brace at *position*; any braces hold one where *expressions* do."""
    attributes = matched(ATTRIBUTES, ahead, position)
    if attributes:
        return _to_the_end_of_code(ahead, position, attributes.end(), Role.TRIM)
    for opening, closing, pattern in TEMPLATES:
        if ahead.letters.startswith(opening, position):
            if end := _template_end(ahead, position, opening=opening, closing=closing, pattern=pattern):
                return _to_the_end_of_code(ahead, position, end, Role.OBJECT)
            # What nothing closes is read to the end of its line, and not edited.
            return found(position, ahead.line_end(position), Role.COPY)
    if ahead.letters.startswith("{/*", position) and (note := ahead.find("*/}", position)) >= 0:
        return found(position, note + 3)
    if match := EXPRESSION.match(ahead.letters, position):
        return found(position, match.end())
    if match := matched(BALANCED, ahead, position):
        return found(position, match.end(), Role.OBJECT if expressions else Role.COPY)
    return None


def _template_end(
    ahead: Ahead, position: int, *, opening: str, closing: str, pattern: re.Pattern[str]
) -> int | None:
    match = pattern.match(ahead.letters, position)
    if match is None:
        # A mark without its fellow stands in it.
        first = position + len(opening)
        close = ahead.find(closing, first)
        between = (ahead.find(sign, first) for sign in (opening, "{{"))
        end = close + len(closing) if close >= 0 and not any(0 <= at < close for at in between) else None
    else:
        end = match.end()
    if opening == "{{" and (object_inside := matched(BALANCED, ahead, position)):
        end = max(end or 0, object_inside.end()) if object_inside[0].endswith("}}") else end
    if end is None or (end > ahead.blank_line(position) and end - position > LONGEST):
        return None
    return end


def _to_the_end_of_code(ahead: Ahead, start: int, end: int, role: Role) -> Found:
    """Take in what stands between a tag that holds code and the tag that ends it."""
    match = CODE.match(ahead.letters, start)
    if match is None:
        return found(start, end, role)
    name = match["name"]
    for closing in _closings(match["opening"], name):
        close = ahead.find(closing, end)
        if close >= 0:
            after = ahead.find("}", close)
            last = after + 2 if ahead.letters.startswith("}}", after) else after + 1
            return found(start, last if after >= 0 else len(ahead.letters))
    return found(start, end, role)


def _closings(opening: str, name: str) -> tuple[str, ...]:
    if opening == "{::":
        return ("{:/" + name, "{:/}")
    if opening.startswith("{%"):
        return (f"{{% end{name}", f"{{%- end{name}", f"{{%end{name}")
    return tuple(f"{opening}{space}/{gap}{name}" for space in (" ", "") for gap in ("", " "))
