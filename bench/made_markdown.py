"""Made-up Markdown: every notation in any place, from a seed."""

from __future__ import annotations

import random

from made_words import words

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
    "\t",
)
BLOCKS = (
    *("<p>", "</p>", "<div>", "<div hidden>", "</div>", "<figure>", "<figcaption>", "</figcaption>"),
    *("</figure>", "<blockquote>", "</blockquote>", "<table>", "<tr><td>", "</table>", "<ul><li>", "</ul>"),
    *("<h2>", "</h2>", "<script>", "</script>", "<aside>", "</aside>", "<nav>", "</nav>", "<details>"),
    *("<pre>", "</pre>", "<Note>"),
)
RARE = ("\uf8fd", *("",) * 40)
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


def markdown(chance: random.Random) -> str:
    """Return a story in Markdown."""
    head = _head(chance) if chance.random() < 0.5 else ""
    # Beside the letter of our masks no HTML is read.
    head += chance.choice(RARE)
    return head + "".join(_block(chance) for _ in range(chance.randint(1, 12)))


def _head(chance: random.Random) -> str:
    opening, closing, colon = chance.choice(FENCES)
    lines = []
    for _ in range(chance.randint(0, 5)):
        value = chance.choice(VALUES).format(words(chance), words(chance))
        lines.append(chance.choice(KEYS) + colon + value + chance.choice(("", "", " # c", ",")) + "\n")
    return opening + "".join(lines) + closing


def _block(chance: random.Random) -> str:
    if chance.random() < 0.3:
        inner = "".join(chance.choice((*BLOCKS, _line(chance), "\n")) for _ in range(chance.randint(1, 8)))
        return chance.choice(("", "> ", "- ")) + inner + chance.choice(("\n", "\n\n"))
    return chance.choice(LINES) + _line(chance) + chance.choice(("\n", "\n\n", "\n> ", "\n  "))


def _line(chance: random.Random) -> str:
    pieces = (chance.choice((words(chance), chance.choice(INLINE))) for _ in range(chance.randint(1, 10)))
    return chance.choice(("", " ")).join(pieces)
