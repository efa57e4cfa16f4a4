"""Template tags: what a site's software reads before Markdown does, found in the source of a story."""

from __future__ import annotations

import re

from newslint.core.pattern import lazy_pattern
from newslint.text.markup.ahead import Ahead
from newslint.text.markup.braces import brace
from newslint.text.markup.brackets import bracket
from newslint.text.markup.code import angle, ticks
from newslint.text.markup.formulas import formula, may_hold_formulas
from newslint.text.markup.lines import abbreviation, admonition, colons, module_line
from newslint.text.markup.pairs import paired
from newslint.text.markup.tag import Found, Tag, may_hold_tags

# Every branch starts with a literal, so that the search leaps from sign to sign. One without a group is
# passed over: an escaped sign, a plain code span, a plain tag of HTML.
OPENER_SOURCE = r"""
      \\[(\[](?P<math>)
    | \\[\\`{<:*!?~$]
    | \$\$?+(?P<dollars>)
    | `[^`\\\r\n]++`(?!`)
    | <(?!(?:script|style|pre|textarea)\b)/?[A-Za-z][\w-]*+
      (?:\ [A-Za-z_][\w:-]*+(?:="[^"{\r\n]*+"|='[^'{\r\n]*+'|=[^\s"'=<>`{}]++)?+)*+[ ]*+/?+>
    | `(?P<ticks>`*+)
    | ~~~(?P<tildes>~*+)
    | \{(?P<brace>)
    | \[(?P<bracket>)(?=\[|BRACKET)
    | <(?P<angle>)(?=[!?%]|[A-Za-z][\w.:-]*+[\s{>/])
    | :(?P<colons>)(?=::|:[a-z]|[a-z][\w-]*+\[)
    | \*(?P<abbreviation>)(?=\[)
    | !(?P<admonition>)(?=!!)
    | \?(?P<question>)(?=\?\?)
    | \n(?P<module>)(?=(?:import|export)\s)
"""
# Where no bracket closes another, those that open hold a parameter.
OPENER = lazy_pattern(OPENER_SOURCE.replace("BRACKET", r"[A-Za-z][\w-]*+[^\[\]=]*+="), re.VERBOSE)
PAIRED_OPENER = lazy_pattern(OPENER_SOURCE.replace("BRACKET", r"/?[A-Za-z]"), re.VERBOSE)


def template_tags(
    letters: str, start: int = 0, *, expressions: bool = False, formulas: bool = False
) -> tuple[Tag, ...]:
    """Return the tags from *start* on, in their order.

    Where braces hold *expressions*, as in MDX, all of them are tags; so they are below a line that imports.
    *formulas* are tags in Markdown.
    """
    if not (may_hold_tags(letters) or (formulas and may_hold_formulas(letters))):
        return ()
    return Scan(letters, start, expressions=expressions, formulas=formulas).tags()


class Scan:
    """One reading of a source, from sign to sign; it keeps whether an import was met."""

    def __init__(self, letters: str, start: int, *, expressions: bool, formulas: bool) -> None:
        self.letters, self.start, self.expressions, self.formulas = letters, start, expressions, formulas
        self.ahead = Ahead(letters)

    def tags(self) -> tuple[Tag, ...]:
        """Return all tags."""
        tags: list[Tag] = []
        first = self._module(self.start)
        position = first.end if first else self.start
        tags += first.tags if first else ()
        search = (PAIRED_OPENER if "[/" in self.letters else OPENER).search
        while match := search(self.letters, position):
            if match.lastgroup is None:
                position = match.end()
                continue
            found = self._found(match)
            position = max(found.end, match.start() + 1) if found else match.end()
            tags += found.tags if found else ()
        return paired(self.letters, tags)

    def _found(self, match: re.Match[str]) -> Found | None:
        position = match.start()
        match match.lastgroup:
            case "brace":
                return brace(self.ahead, position, expressions=self.expressions)
            case "bracket":
                return bracket(self.ahead, position)
            case "angle":
                return angle(self.ahead, position)
            case "ticks" | "tildes":
                return ticks(self.ahead, position, match.end())
            case "colons":
                return colons(self.ahead, position)
            case "abbreviation":
                return abbreviation(self.ahead, position)
            case "admonition" | "question":
                return admonition(self.ahead, position)
            case "module":
                return self._module(match.end())
            case "math" | "dollars" if self.formulas:
                return formula(self.ahead, position, match.end())
        return None

    def _module(self, position: int) -> Found | None:
        found = module_line(self.ahead, position)
        self.expressions = self.expressions or found is not None
        return found
