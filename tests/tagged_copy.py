"""Tagged copy: stories in Markdown as sites write them, from a seed, with faults in the copy and in the tags.

Every tag, attribute, code span, address and key has a number in it, so that each can be found again.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable

import msgspec

# Whatever stands here would be mended, were it copy.
FAULTY = (
    *("The the “old” harbour", "80 kilometers (60 miles)", "a – b -- c - d", "Ana Bergstorm's 10 pounds"),
    *("Its 5 percent", "Monday, March 10, 2026", "an an 'end' — soon", "8 years old, 40 degrees centigrade"),
)
COPY = (
    "“We are glad,” said Ana Bergstrom, the mayor of Peniche.",
    '"It is open," Ms. Bergstorm said on Tuesday, Sept. 1, 2021.',
    "The valley lies 80 kilometers (60 miles) north of the the town – as the crow flies.",
    "The boats - all of them - sank -- nobody drowned.",
    "The crate weighed 10 pounds and the harbour is 12 miles long.",
    "It’s the town's dock, ‘so to say’, he said.",
    "The plan — made in 1990's Lisbon — costs $5 million, and 7 percent more than planned.",
    "He wrote \\\"no\\\" and \\'never\\' under it \\-\\- twice.",
    "She said &quot;yes&quot; &mdash; and left at 60&nbsp;mph.",
    "Harbour Board (HB) members met. The HB said that Ana Bergstrom had *long* gone.",
    "The temperature rose to 30 degrees Celsius (80 Fahrenheit) in the [mayor's] office.",
    "Bergstrom, 8 years in office, told **the** Daily Net: “No.",
)
INLINE: tuple[str, ...] = (
    '{{{{< tweet user="{words}" id="{n}" >}}}}',
    '{{{{% fig src="{n}.jpg"\ncaption="{words}" %}}}}',
    "{{{{< pull `{words}` {n} >}}}}",
    '{{{{ page.title{n} | default: "{words}" }}}}',
    '{{% include a.html n={n} title="{words}" %}}',
    '{{# {words} "{n}" #}}',
    '{{% comment %}}{words} "{n}"{{% endcomment %}}',
    '{{/* {words} "{n}" */}}',
    '{{data{n}.label("{words}")}}',
    '[gallery ids="{n}" title="{words}"]',
    '[embed width="{n}"]https://example.org/a--b[/embed]',
    '<img src="a--{n}.jpg" alt="{words}">',
    '<span class="x" data-note="{words} {n}">',
    "<https://example.org/a--b-{n}>",
    '<Map pins={{[1, {n}]}} title="{words}" />',
    '<a href="{{{{ site.url }}}}/{n}" title="{words}">',
    '`{words} "{n}"`',
    "[[places/a--{n}.md]]",
    "![[{words} {n}.png]]",
    '{{"{words} {n}"}}',
    r"\(x_{n} - y -- z\)",
    '<!-- {words} "{n}" -->',
)
BEHIND = (
    '{{.left #n{n} title="{words}"}}',
    '{{: .x{n} title="{words}"}}',
    '](https://example.org/a--b-{n} "{words}")',
    ']({{{{< ref "a--{n}.md" >}}}})',
)
ALONE = (
    *INLINE,
    "$x_{{{n}}} -- y - z$",
    '$$\n\\frac{{x_{n} -- y}}{{"z"}} - 5\n$$',
    '{{{{< figure src="{n}.jpg"\n\n  caption="{words}"\n>}}}}',
    '{{::options n="{n}" title="{words}" /}}',
    ':::note{{title="{words} {n}"}}',
    "*[HB{n}]: {words}",
    "::video[{words}]{{#v{n}}}",
    'import Map{n} from "./{words}.js";',
    '```python title="{n}"\nprint(\'{words}\') -- "a"\n```',
    '~~~ {{.x n="{n}"}}\n{words} "a"\n~~~',
    '## Seen\n\n    {words} "{n}"',
    '[ref{n}]: https://example.org/a--b "{words}"',
    '<div class="x" title="{words} {n}">\n</div>',
    '<!-- wp:image {{"n":{n},"title":"{words}"}} -->',
    '{{{{ broken{n} "{words}',
)
PAIRS = (
    ('{{{{< caption n="{n}" title="{words}" >}}}}', "{{{{< /caption >}}}}"),
    ('[caption n="{n}" title="{words}"]', "[/caption]"),
    ('{{% note n="{n}" title="{words}" %}}', "{{% endnote %}}"),
)
KEYS = ('layout: "{words}"', 'slug: "a--{n}"', "key-{n}: '{words}'")


class Story(msgspec.Struct, frozen=True):
    """A story, and what must stand in it after every fix, in this order."""

    text: str
    kept: tuple[str, ...]


def tagged_story(seed: int) -> Story:
    """Return the story of a seed, always the same."""
    return _Writer(random.Random(seed)).story()


class _Writer:
    """Writes one story; it counts the tags it has set, and keeps them."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.number = 100
        self.kept: list[str] = []

    def story(self) -> Story:
        """Write front matter, a headline and some blocks."""
        head = self.head() if self.odds(0.5) else ""
        title = f"# Storm hits {self.chance.choice(('Peniche', 'the the town'))}"
        title += " " + self.tag(BEHIND[self.chance.randrange(2)]) if self.odds(0.3) else ""
        blocks = [self.block() for _ in range(self.chance.randint(3, 9))]
        text = head + title + "\n\n" + "\n\n".join(blocks) + "\n"
        return Story(text.replace("\n", "\r\n") if self.odds(0.1) else text, tuple(self.kept))

    def head(self) -> str:
        """Write front matter: a title, which is copy, and keys that are none."""
        sentence = self.chance.choice(COPY)
        quoted, doubled = json.dumps(sentence, ensure_ascii=False), sentence.replace("'", "''")
        title = self.chance.choice((quoted, f"'{doubled}'", f">\n  {sentence}"))
        return "---\n" + "".join(self.tag(key) + "\n" for key in KEYS) + f"title: {title}\n---\n\n"

    def block(self) -> str:
        """Write a paragraph, an item, a quotation, a row, a pair of tags round copy, or a tag alone."""
        kinds: tuple[Callable[[], str], ...] = (
            self.paragraph,
            self.paragraph,
            self.paragraph,
            lambda: self.tag(self.chance.choice(ALONE)),
            lambda: "- " + self.sentence() + "\n- " + self.sentence(),
            lambda: "> " + self.sentence().replace("\n", "\n> "),
            self.pair,
            lambda: self.paragraph() + "\n" + self.tag(BEHIND[1]),
        )
        return self.chance.choice(kinds)()

    def paragraph(self) -> str:
        """Write a few sentences."""
        return " ".join(self.sentence() for _ in range(self.chance.randint(1, 4)))

    def pair(self) -> str:
        """Write copy between two tags, in their line or between their lines."""
        opening, closing = self.chance.choice(PAIRS)
        gap = self.chance.choice(("", "\n", "\n\n"))
        return self.tag(opening) + gap + self.paragraph() + gap + closing.format()

    def sentence(self) -> str:
        """Write a sentence, mostly with tags somewhere in it, close to its words or apart."""
        words = self.chance.choice(COPY).split(" ")
        if self.odds(0.3):
            return " ".join(words)
        place = self.chance.randrange(1, len(words))
        before, after = " ".join(words[:place]), " ".join(words[place:])
        if self.odds(0.3):
            return f"[{before}{self.tag(self.chance.choice(BEHIND[2:]))} {after}"
        template = self.chance.choice((*INLINE, *BEHIND[:2]))
        return before + self.gap() + self.tag(template) + self.gap() + after

    def tag(self, template: str) -> str:
        """Write a tag with the next number, and keep it."""
        self.number += 1
        tag = template.format(n=self.number, words=self.chance.choice(FAULTY))
        self.kept.append(tag)
        return tag

    def gap(self) -> str:
        """Return a space, or none."""
        return " " if self.odds(0.7) else ""

    def odds(self, share: float) -> bool:
        """Tell yes in a *share* of the cases."""
        return self.chance.random() < share
