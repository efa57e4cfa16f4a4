"""Ask a server as programs do that use the package language-tool-python.

python .ci/ask_language_tool.py ADDRESS
"""

from __future__ import annotations

import sys

import language_tool_python

STORY = "🚗🚗 R&D costs 100% + “more”: the road is 80 kilometers (60 miles) long.\nIt opened in May.\n"


def main() -> None:
    """Check a story, correct it, and choose rules."""
    with language_tool_python.LanguageTool("en-US", remote_server=sys.argv[1]) as tool:
        (match,) = tool.check(STORY)
        start = match.offset
        _expect(STORY[start : start + match.error_length], "60 miles")
        _expect(match.rule_id, "units.wrong-conversion")
        _expect(match.rule_issue_type, "misspelling")
        _expect(match.category, "TYPOS")
        _expect(match.replacements, ["50 miles"])
        _expect(match.message.partition(" does")[0], "“60 miles”")
        _expect(tool.correct(STORY), STORY.replace("60", "50"))
        tool.disabled_rules.add("units.wrong-conversion")
        _expect(tool.check(STORY), [])
    with language_tool_python.LanguageTool("en-ZA", remote_server=sys.argv[1]) as tool:
        tool.picky = True
        _expect(len(tool.check(STORY)), 1)


def _expect(found: object, expected: object) -> None:
    if found != expected:
        raise SystemExit(f"found {found!r}, expected {expected!r}")


main()
