"""Read made-up Markdown, every notation in any place, and tell what does not hold.

    python bench/markdown_documents.py --count 100000
    python bench/markdown_documents.py --only 4711          # one document again

Every place must be exact, blocks must follow each other, and nothing may be raised but `SourceError`. One
document in --linted is linted as well: what is found must be the slice of the source, an edit must lie
within it, and fixing twice must be fixing once. Exit code 1 if not.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

import newslint
from newslint.plugin import Document, Lexicon, Source, SourceError, Span
from newslint.readers.markdown import MarkdownReader
from newslint.rulebook.packs import read_trees, rule_book, shipped_rules

WORDS = (
    *("The the harbour board met", "It lies 80 kilometers (130 miles) off", "On Thursday, March 10, 2026"),
    *("Ana", "“We are glad,” said Ms. Berg.", 'he said "no" -- twice', "Café 😀 e\u0301tonnant"),
    *("5 percent", "it's ‘so’"),
)
LINES = (
    *("# ", "## ", "> ", "- ", "1. ", "    ", "| a | b |\n|---|---|\n| ", "[^1]: ", ": ", ":::note\n"),
    *("---\n", "> [!NOTE]\n> ", "```\n", "~~~ {.x}\n", "*[HB]: ", '{: .a b="c"}\n', 'import A from "b"\n'),
    *('[a]: /b "', ""),
)
INLINE = (
    *("*", "**", "_", "~~", "`", "[", "](x)", "![", '](a.jpg "b"){.c}', "[^1]", "[[a|b]]", "<https://a.b>"),
    *("\\", "^1^", "~2~", "&amp;", "&nbsp;", "&#8217;", "{{ a.b }}", "{% if a %}", "{% endif %}"),
    *('{{< fig a="b" >}}', "{{% x %}}", '[caption a="b"]', "[/caption]", "{a.b}", "<Map a={[1]} />"),
    *("<!-- c -->", "<!--", "-->", "<br>", "<sup>", "</sup>", "<b>", "</b>", "<s>", "</s>", "<q>", "</q>"),
    *("<img alt='a b'>", "<iframe>", "</iframe>", "<", ">", "80", "10", " ", "\u00a0", "\u2028", "\ufeff"),
    *("\uf8fd", "\t"),
)
BLOCKS = (
    *("<p>", "</p>", "<div>", "<div hidden>", "</div>", "<figure>", "<figcaption>", "</figcaption>"),
    *("</figure>", "<blockquote>", "</blockquote>", "<table>", "<tr><td>", "</table>", "<ul><li>", "</ul>"),
    *("<h2>", "</h2>", "<script>", "</script>", "<aside>", "</aside>", "<nav>", "</nav>", "<details>"),
    *("<pre>", "</pre>", "<Note>"),
)
KEYS = ("title", "deck", "alt", "date", "images", "tags", '"caption"')
VALUES = (
    *('"{}"', "'{}'", "{}", ">\n  {}\n  {}", "|-\n  {}", "[{}, {}]", "{{alt: {}}}", "\n- alt: {}\n- {}"),
    *("!!str {}", '"""\n{}"""', "'''{}'''", '"{}\\n\\u2019{}"', "&a {}", "@{}", "2026-03-10", "03/04/2026"),
    *("{}: {}",),
)
FENCES = (
    *(("---\n", "---\n", ": "), ("---\n", "...\n", ": "), ("+++\n", "+++\n", " = "), ("{\n", "}\n", ": ")),
    *((";;;\n", ";;;\n", ": "), ("", "\n", ": "), ("% ", "\n\n", " "), ("\ufeff\n---\n", "---\n", ": ")),
    *(("---\n", "\n", ": "), ("---json\n{\n", "}\n---\n", ": ")),
)


def main() -> int:
    """Read what is asked for and print one summary."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--linted", type=int, default=100)
    parser.add_argument("--only", type=int)
    arguments = parser.parse_args()
    chosen = range(arguments.first, arguments.first + arguments.count)
    lexicon, kinds = _lexicon(), Counter[str]()
    letters = faults = 0
    started = time.perf_counter()
    for number in chosen if arguments.only is None else (arguments.only,):
        copy = document(number)
        letters += len(copy)
        linted = arguments.only is not None or number % arguments.linted == 0
        for fault in _faults(copy, lexicon, kinds, linted=linted):
            faults += 1
            print(f"{number}: {fault}")
    taken = time.perf_counter() - started
    print(
        f"{letters:,} letters in {taken:.0f} s, {faults} faults; "
        + ", ".join(f"{n} {k}" for k, n in kinds.most_common())
    )
    return min(faults, 1)


def document(number: int) -> str:
    """Return the document of a number, always the same."""
    chance = random.Random(number)
    head = _head(chance) if chance.random() < 0.5 else ""
    copy = head + "".join(_block(chance) for _ in range(chance.randint(1, 12)))
    ends = chance.choice(("\n", "\n", "\n", "\r\n", "\r"))
    return copy.replace("\n", ends)


def _head(chance: random.Random) -> str:
    opening, closing, colon = chance.choice(FENCES)
    lines = []
    for _ in range(chance.randint(0, 5)):
        value = chance.choice(VALUES).format(_words(chance), _words(chance))
        lines.append(chance.choice(KEYS) + colon + value + chance.choice(("", "", " # c", ",")) + "\n")
    return opening + "".join(lines) + closing


def _block(chance: random.Random) -> str:
    if chance.random() < 0.3:
        inner = "".join(chance.choice((*BLOCKS, _line(chance), "\n")) for _ in range(chance.randint(1, 8)))
        return chance.choice(("", "> ", "- ")) + inner + chance.choice(("\n", "\n\n"))
    return chance.choice(LINES) + _line(chance) + chance.choice(("\n", "\n\n", "\n> ", "\n  "))


def _line(chance: random.Random) -> str:
    pieces = (chance.choice((_words(chance), chance.choice(INLINE))) for _ in range(chance.randint(1, 10)))
    return chance.choice(("", " ")).join(pieces)


def _words(chance: random.Random) -> str:
    return chance.choice(WORDS)


def _lexicon() -> Lexicon:
    trees = read_trees([shipped_rules()])
    lists = {
        folder: {name: table for name, table in files.items() if name.startswith("lists/")}
        for folder, files in trees.items()
    }
    return Lexicon(rule_book(lists, {}).lists)


def _faults(copy: str, lexicon: Lexicon, kinds: Counter[str], *, linted: bool) -> Iterator[str]:
    try:
        story = MarkdownReader().read(Source("a.md", copy.encode()), lexicon)
    except SourceError:
        return
    # Whatever else is raised is what is looked for; a parser in Rust panics past Exception.
    except BaseException as cause:
        if isinstance(cause, KeyboardInterrupt):
            raise
        yield f"raised {type(cause).__name__}: {cause}"
        return
    kinds.update(block.kind.value for block in story.blocks)
    kinds.update(f"remark {remark.fault.value}" for remark in story.remarks)
    yield from _wrong_places(story)
    if linted:
        yield from _wrong_findings(copy)


def _wrong_places(story: Document) -> Iterator[str]:
    if not story.map.fits(story.text, story.source):
        yield "the map does not fit"
    for each in story.map.segments:
        source = Span(each.source, each.source + each.source_length).cut(story.source)
        if each.verbatim and source != story.text[each.text : each.text + each.length]:
            yield f"{source!r} is not verbatim"
    if any(one.span.end >= other.span.start for one, other in pairwise(story.blocks)):
        yield "blocks overlap"


def _wrong_findings(copy: str) -> Iterator[str]:
    for finding in newslint.lint(copy, format="markdown").findings:
        if copy[finding.start.offset : finding.end.offset] != finding.text:
            yield f"{finding.text!r} of {finding.rule} is not the slice of the source"
        for fix in finding.fixes:
            if any(not 0 <= edit.start <= edit.end <= len(copy) for edit in fix.edits):
                yield f"a fix of {finding.rule} lies outside"
    once = newslint.fix(copy, format="markdown", unsafe=True)
    if newslint.fix(once, format="markdown", unsafe=True) != once:
        yield "fixing twice is not fixing once"


if __name__ == "__main__":
    raise SystemExit(main())
