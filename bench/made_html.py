"""Made-up HTML: every element and attribute in any place, open, closed or neither, from a seed."""

from __future__ import annotations

import random

from made_words import words

BLOCKS = (
    *("p", "div", "section", "article", "main", "header", "footer", "aside", "nav", "h1", "h2", "h6", "ul"),
    *("ol", "li", "dl", "dt", "dd", "table", "caption", "tbody", "tr", "td", "th", "blockquote", "figure"),
    *("figcaption", "address", "pre", "form", "fieldset", "center", "details", "summary", "body", "head"),
)
INLINE = (
    *("a", "b", "i", "em", "strong", "span", "q", "sup", "sub", "time", "small", "mark", "s", "del", "ins"),
    *("code", "abbr", "cite", "ruby", "rt", "rp", "label", "button", "font", "u", "nobr", "select", "option"),
)
RAW = (
    *("script", "style", "title", "textarea", "noscript", "iframe", "xmp", "plaintext", "template", "svg"),
    *("math", "object", "video", "audio", "picture"),
)
VOID = ("br", "br/", "hr", "img", "img/", "input", "wbr", "source", "meta", "link", "col", "embed")
ATTRIBUTES = (
    *(
        ' class="a b"',
        " hidden",
        " hidden='until-found'",
        ' alt="The the boats &amp; 80 kilometers"',
        " alt='x'",
    ),
    *(" alt=bare/", ' style="display: none"', ' role="navigation"', ' data-newslint="ignore"', ' lang="en"'),
    *(' title="a > b"', ' x="“no”"', " href=//a.b/c--d", ' itemprop="articleBody"', ' datetime="2026-03-10"'),
    *(" =", ' alt="', " '", "\n  id='é'", " content='2026-03-10' property='article:published_time'"),
)
SIGNS = (
    *("&amp;", "&nbsp;", "&nbsp", "&#8217;", "&#x1F600;", "&bogus;", "&", "<", "</", "</>", "<>", "< p", ">"),
    *("<!-- c -->", "<!--", "-->", "<!-->", "<!doctype html>", "<?php echo 1 ?>", "<![CDATA[", "]]>", "\t"),
    *("<!-- newslint: ignore -->", "{{ a.b }}", "{% if a %}", "{% endif %}", "[caption id='1']", "\u00a0"),
    *("\u2028", "\ufeff", "\n", "\n\n", "  ", "80", "10", "km", "2", "\u00ad", "\x0c", "\x85"),
)
# Beside the letter of our masks no template is read.
RARE = ("\uf8fd", *("",) * 40)
HEADS = (
    *(
        "",
        "",
        "<!doctype html>\n",
        "<html><head><title>{}</title></head><body>",
        "\ufeff<!DOCTYPE html><body>",
    ),
    *("---\ntitle: {}\n---\n", '<html lang="de">', "<!-- newslint: ignore-file -->\n", "<body><nav>{}</nav>"),
    '<script type="application/ld+json">{{"datePublished": "2026-03-10", "headline": "{}"}}</script>',
)


def html(chance: random.Random) -> str:
    """Return a page, or a part of one."""
    head = chance.choice(HEADS).format(words(chance)) + chance.choice(RARE)
    return head + "".join(_inside(chance, 0) for _ in range(chance.randint(1, 8)))


def _inside(chance: random.Random, depth: int) -> str:
    """Return an element, with what stands in it, or copy."""
    if depth > 4 or chance.random() < 0.35:
        return _copy(chance)
    name = chance.choice(chance.choice((BLOCKS, BLOCKS, INLINE, RAW, VOID)))
    name = name.upper() if chance.random() < 0.05 else name
    attributes = "".join(chance.choice(ATTRIBUTES) for _ in range(chance.choice((0, 0, 0, 1, 2))))
    opening, closing = f"<{name}{attributes}>", f"</{name}>"
    opening = chance.choice(("", opening)) if chance.random() < 0.1 else opening
    closing = "" if name in VOID or chance.random() < 0.15 else closing
    return opening + "".join(_inside(chance, depth + 1) for _ in range(chance.randint(0, 4))) + closing


def _copy(chance: random.Random) -> str:
    pieces = (chance.choice((words(chance), chance.choice(SIGNS))) for _ in range(chance.randint(1, 5)))
    return chance.choice(("", " ", "\n")).join(pieces)
