"""Made-up stories as agencies and sites send them, whole and broken, from a seed."""

from __future__ import annotations

import json
import random
from xml.sax.saxutils import escape

from made_html import html
from made_words import words

INLINE = (
    *(
        "<em>{}</em>",
        "<a href='x--y'>{}</a>",
        "<sup>2</sup>",
        "<br/>",
        "<!-- seen -->",
        "&amp;",
        "&#233;",
        "{}",
    ),
    *(
        "<![CDATA[a & <b>{}]]>",
        "2<frac><numer>1</numer><denom>2</denom></frac>",
        "&nbsp;",
        "\n  ",
        "\t",
        "{}",
    ),
    *(
        "<q>{}</q>",
        "<!-- newslint: ignore -->",
        "<?x y?>",
        "<sub>2</sub>",
        "<money>{}</money>",
        " ",
        "{}",
        "{}",
    ),
)
BLOCKS = (
    *("<p>{}</p>", "<p>{}</p>", "<hl2>{}</hl2>", "<bq><block>{}</block></bq>", "<ul><li>{}</li></ul>", "{}"),
    *("<table><tr><td>{}</td></tr></table>", "<note type='npa'>{}</note>", "<pre>{}</pre>", "<h1>{}</h1>"),
    *("<media><media-caption>{}</media-caption></media>", "<fn>{}</fn>", "<div><p>{}</p></div>", "<p>{}<p>"),
)
POSTED = (
    *(
        "{}\n\n",
        "<p>{}</p>",
        "[caption id='a']<img src='a'/> {}[/caption]",
        "[gallery]",
        "[sic]",
        "<!--more-->",
    ),
    *(
        "<!-- wp:paragraph -->\n<p>{}</p>\n<!-- /wp:paragraph -->",
        "<h2>{}</h2>",
        "<blockquote>{}",
        "&nbsp;\n",
    ),
    *("<li>{}", "[x y=1]", "{}\r\n\r\n", "]]]]><![CDATA[>"),
)
CONTROLS = ("\t", "\r\n", "\x0f", "\x11", "\x1e", "^", "<", "=", "\x08", "\r\n\r\n", "   ", "\n")


def nitf(chance: random.Random) -> str:
    """Return a story in NITF."""
    return _xml(chance, f"<nitf>{_head(chance)}<body.content>{_body(chance)}</body.content></nitf>")


def newsml_g2(chance: random.Random) -> str:
    """Return a message in NewsML-G2, of one story or several."""
    return _xml(chance, f"<newsMessage>{_several(chance, _item)}</newsMessage>")


def newsml_1(chance: random.Random) -> str:
    """Return a story in NewsML 1."""
    content = chance.choice((f"<nitf><body>{_body(chance)}</body></nitf>", f"<![CDATA[{_posted(chance)}]]>"))
    lines = f"<NewsLines><HeadLine>{words(chance)}</HeadLine><ByLine>By Ana Berg</ByLine></NewsLines>"
    return _xml(
        chance,
        f"<NewsML><NewsItem><NewsComponent>{lines}<ContentItem><DataContent>{content}</DataContent>"
        "</ContentItem></NewsComponent></NewsItem></NewsML>",
    )


def wxr(chance: random.Random) -> str:
    """Return what WordPress exports."""
    spaces = 'xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="c" xmlns:excerpt="e"'
    return _xml(chance, f"<rss {spaces}><channel>{_several(chance, _post)}</channel></rss>")


def ninjs(chance: random.Random) -> str:
    """Return a story in ninjs."""
    body = chance.choice((html, _posted))(chance).replace("\0", "")
    shapes = (
        {"uri": "a", "headline": words(chance), "body_html": body, "versioncreated": "2026-03-10T09:30:00Z"},
        {
            "uri": "a",
            "headlines": [{"value": words(chance)}],
            "bodies": [{"contenttype": "x", "value": body}],
        },
        {
            "guid": "a",
            "type": "text",
            "body_text": body,
            "description_text": words(chance),
            "byline": "By Ana",
        },
    )
    copy = json.dumps(
        chance.choice(shapes), ensure_ascii=chance.random() < 0.5, indent=chance.choice((None, 2))
    )
    return _torn(chance, copy)


def iptc7901(chance: random.Random) -> str:
    """Return messages of IPTC 7901."""
    return _torn(chance, "".join(_message(chance, "\x01dpa123 3 pl 466  Harbour/\r\n") for _ in range(2)))


def anpa(chance: random.Random) -> str:
    """Return messages of ANPA 1312."""
    head = "\x16\x16\x01w2870\x1f\r\n"
    return _torn(
        chance, "".join(_message(chance, head, "^BC-LT--Wall,466<\r\n^Wall holds<\r\n") for _ in range(2))
    )


def text(chance: random.Random) -> str:
    """Return a story in plain text, with a mail round it or without."""
    lines = (
        "{}",
        "{}",
        "",
        "[newslint: ignore]",
        "###",
        "-30-",
        "MORE",
        "-- ",
        "From: a@b.c",
        "   {}",
        "- {}",
    )
    return "\n".join(chance.choice(lines).format(words(chance)) for _ in range(chance.randint(1, 20)))


def _message(chance: random.Random, header: str, opening: str = "") -> str:
    pieces = (chance.choice((words(chance), chance.choice(CONTROLS))) for _ in range(chance.randint(1, 20)))
    trailer = chance.choice(("", "\r\nAP-WF-11-13-13 1509GMT\r\n"))
    return f"{header}\x02{opening}{''.join(pieces)}\x03{trailer}".encode("cp1252", "replace").decode("cp1252")


def _head(chance: random.Random) -> str:
    date = chance.choice(("20260310T093000Z", "last Tuesday", "20260310", ""))
    head = f"<head><docdata><date.issue norm='{date}'/></docdata></head>"
    return head + f"<body.head><hedline><hl1>{_line(chance)}</hl1></hedline></body.head>"


def _several(chance: random.Random, one) -> str:  # type: ignore[no-untyped-def]
    above = chance.choice(("", "", "<!-- newslint: ignore-file -->", "\n<!-- newslint: ignore[units] -->\n"))
    return above + "".join(one(chance, number) for number in range(chance.randint(1, 4)))


def _item(chance: random.Random, number: int) -> str:
    inline = f"<inlineXML contenttype='x'><html><body>{_body(chance)}</body></html></inlineXML>"
    data = f"<inlineData><![CDATA[{_posted(chance)}]]></inlineData>"
    content = chance.choice((inline, data))
    meta = f"<contentMeta><headline>{words(chance)}</headline></contentMeta>"
    return f"<newsItem guid='g{number}'>{meta}<contentSet>{content}</contentSet></newsItem>"


def _post(chance: random.Random, number: int) -> str:
    body = f"<content:encoded><![CDATA[{_posted(chance)}]]></content:encoded>"
    kind = chance.choice(("post", "post", "page", "attachment"))
    return (
        f"<item><title>{words(chance)}</title>{body}<excerpt:encoded>{_line(chance)}</excerpt:encoded>"
        f"<wp:post_id>{number}</wp:post_id><wp:post_type>{kind}</wp:post_type></item>"
    )


def _body(chance: random.Random) -> str:
    return "".join(chance.choice(BLOCKS).format(_line(chance)) for _ in range(chance.randint(1, 8)))


def _line(chance: random.Random) -> str:
    return "".join(chance.choice(INLINE).format(escape(words(chance))) for _ in range(chance.randint(1, 6)))


def _posted(chance: random.Random) -> str:
    return "".join(chance.choice(POSTED).format(words(chance)) for _ in range(chance.randint(1, 8)))


def _xml(chance: random.Random, copy: str) -> str:
    opening = chance.choice(
        ("<!DOCTYPE x SYSTEM 'x.dtd'>", "<!DOCTYPE x SYSTEM 'x.dtd'>\n", "\ufeff", '<?xml version="1.0"?>')
    )
    return _torn(chance, opening + copy)


def _torn(chance: random.Random, copy: str) -> str:
    """Return a file as it is, or now and then one that lacks some of it."""
    if chance.random() > 0.1:
        return copy
    start, length = chance.randrange(len(copy)), chance.choice((1, 1, 5, 50, len(copy)))
    return copy[:start] + copy[start + length :]
