"""Tags: what each element of HTML is to copy."""

from __future__ import annotations

from newslint.plugin import BlockKind

KINDS = {
    "h1": BlockKind.HEADLINE,
    **dict.fromkeys(("h2", "h3", "h4", "h5", "h6"), BlockKind.SUBHEAD),
    **dict.fromkeys(("figcaption", "caption"), BlockKind.CAPTION),
    **dict.fromkeys(("td", "th"), BlockKind.TABLE_CELL),
    "blockquote": BlockKind.QUOTE,
    "li": BlockKind.LIST_ITEM,
}
# What a browser shows nothing of, or what is no part of a story; it ends the block it stands in.
FURNITURE = frozenset(
    ("nav", "footer", "aside", "form", "dialog", "menu", "pre", "fieldset", "listing", "plaintext")
)
UNSEEN = frozenset(
    (
        "script",
        "style",
        "noscript",
        "template",
        "head",
        "title",
        "noembed",
        "noframes",
        "datalist",
        "rp",
        "rt",
    )
)
# Struck words are no longer copy.
STRUCK = frozenset(("del", "s", "strike"))
OBJECTS = frozenset(
    (
        "iframe",
        "svg",
        "math",
        "button",
        "select",
        "textarea",
        "code",
        "xmp",
        "audio",
        "video",
        "canvas",
        "object",
    )
)
VOID_OBJECTS = frozenset(("img", "embed", "input"))
LEFT_OUT = FURNITURE | UNSEEN | STRUCK | OBJECTS
VOID = VOID_OBJECTS | {"area", "base", "br", "col", "hr", "link", "meta", "param", "source", "track", "wbr"}
BLOCKS = (
    frozenset(KINDS)
    | FURNITURE
    | {
        "address",
        "article",
        "body",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "figure",
        "header",
        "hgroup",
    }
    | {"hr", "html", "legend", "main", "ol", "p", "search", "section", "summary", "table", "tbody", "tfoot"}
    | {"thead", "tr", "ul", "optgroup", "option"}
)
# Which element of its own sort each one ends, and which it never reaches beyond.
ENDS_ITS_LIKE = {
    "li": (("li",), ("ul", "ol", "menu")),
    "dt": (("dt", "dd"), ("dl",)),
    "dd": (("dt", "dd"), ("dl",)),
    "td": (("td", "th"), ("table",)),
    "th": (("td", "th"), ("table",)),
    "tr": (("td", "th"), ("table",)),
}
FURNITURE_ROLES = frozenset(
    ("navigation", "search", "menu", "menubar", "contentinfo", "dialog", "alertdialog")
)
