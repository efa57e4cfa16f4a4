"""Made-up files of Word and Writer, and RTF: every construct in any place, from a seed."""

from __future__ import annotations

import random
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from made_words import words

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MARKUP = "http://schemas.openxmlformats.org/markup-compatibility/2006"
OPEN = "urn:oasis:names:tc:opendocument:xmlns:"
OPEN_SPACES = " ".join(f'xmlns:{name}="{OPEN}{name}:1.0"' for name in ("office", "text", "style", "table"))
BY = 'w:id="1" w:author="Ana Berg" w:date="2026-03-10T09:30:00Z"'
RUN = '<w:r>{0}<w:t xml:space="preserve">{1}</w:t></w:r>'
FORMATS = ("", "", "<w:rPr><w:b/></w:rPr>", "<w:rPr><w:vanish/></w:rPr>", "<w:rPr><w:i w:val='0'/></w:rPr>")
WORD_INLINE = (
    *("{run}", "{run}", "{run}", f"<w:ins {BY}>{{run}}</w:ins>", f"<w:moveTo {BY}>{{run}}</w:moveTo>"),
    *(f"<w:del {BY}><w:r><w:delText>{{copy}}</w:delText></w:r></w:del>", "<w:r><w:tab/></w:r>"),
    *("<w:hyperlink>{run}</w:hyperlink>", "<w:sdt><w:sdtContent>{run}</w:sdtContent></w:sdt>"),
    *("<w:r><w:br/><w:t>{copy}</w:t></w:r>", "<w:r><w:noBreakHyphen/></w:r>", "<w:bookmarkStart/>"),
    *("<w:fldSimple w:instr='DATE'>{run}</w:fldSimple>", "<w:proofErr/>", "<w:r><w:softHyphen/></w:r>"),
    *("<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>",),
    *("<w:r><w:fldChar w:fldCharType='separate'/></w:r>{run}", "<w:r><w:fldChar w:fldCharType='end'/></w:r>"),
    *(f"<w:moveFrom {BY}>{{run}}</w:moveFrom>", "<w:smartTag>{run}</w:smartTag>", "<!-- c -->", "<?x y?>"),
    *(
        "<w:r><w:t>{copy}</w:t><w:t><![CDATA[{copy}]]></w:t></w:r>",
        "<w:r><w:sym w:font='Wingdings' w:char='FC'/></w:r>",
    ),
    *(f"<w:ins {BY}><w:del {BY}><w:r><w:delText>{{copy}}</w:delText></w:r></w:del>{{run}}</w:ins>",),
    *("<w:r><w:footnoteReference w:id='1'/></w:r>", "<w:commentRangeStart w:id='1'/>", "<w:r><w:t/></w:r>"),
)
PROPERTIES = (
    *("", "", "", "<w:pPr><w:pStyle w:val='Titel'/></w:pPr>", f"<w:pPr><w:rPr><w:del {BY}/></w:rPr></w:pPr>"),
    *(
        "<w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>",
        "<w:pPr><w:framePr w:dropCap='drop'/></w:pPr>",
    ),
)
WORD_BLOCKS = (
    *(
        "{p}",
        "{p}",
        "{p}",
        "<w:tbl><w:tr><w:tc>{p}</w:tc></w:tr></w:tbl>",
        "<w:sdt><w:sdtContent>{p}</w:sdtContent></w:sdt>",
    ),
    *(f"<w:tbl><w:tr><w:trPr><w:del {BY}/></w:trPr><w:tc>{{p}}</w:tc></w:tr></w:tbl>",),
    *("<mc:AlternateContent><mc:Choice>{p}</mc:Choice><mc:Fallback>{p}</mc:Fallback></mc:AlternateContent>",),
)
OPEN_INLINE = (
    *("{copy}", "{copy}", "<text:span>{copy}</text:span>", "<text:s text:c='3'/>", "<text:tab/>", "  ", "\n"),
    *("<text:line-break/>", "<text:a>{copy}</text:a>", "<text:change text:change-id='c'/>", "&amp;"),
    *(
        "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>{copy}</text:p></text:note-body></text:note>",
    ),
    *("<office:annotation><text:p>{copy}</text:p></office:annotation>", "<text:date>1 Jan 2026</text:date>"),
    *(
        "<text:hidden-text>{copy}</text:hidden-text>",
        "<text:soft-page-break/>",
        "<text:bookmark/>",
        "<!-- c -->",
    ),
)
OPEN_BLOCKS = (
    *("<text:p>{line}</text:p>", "<text:p>{line}</text:p>", "<text:h text:outline-level='1'>{line}</text:h>"),
    *("<text:list><text:list-item><text:p>{line}</text:p></text:list-item></text:list>",),
    *(
        "<table:table><table:table-row><table:table-cell><text:p>{line}</text:p></table:table-cell></table:table-row></table:table>",
    ),
    *("<text:section><text:p>{line}</text:p></text:section>",),
)
RTF = (
    *(
        "{copy}",
        "{copy}",
        "\\par ",
        "\\b ",
        "\\b0 ",
        "{{\\i {copy}}}",
        "\\'92",
        "\\u8217?",
        "\\emdash ",
        "\\~",
    ),
    *(
        "{{\\v {copy}}}",
        "{{\\footnote {copy}}}",
        "{{\\*\\bkmkstart a}}",
        "\\tab ",
        "\\line ",
        "\\rquote ",
        "\n",
    ),
    *("{{\\field{{\\*\\fldinst HYPERLINK x}}{{\\fldrslt {copy}}}}}", "{{\\deleted {copy}}}", "\\uc0\\u8220 "),
    *(
        "\\trowd {copy}\\cell\\row ",
        "{{\\header {copy}}}",
        "\\u-10179?\\u-8704?",
        "\\{{",
        "\\}}",
        "{{",
        "}}",
        "\\",
    ),
)


def docx(chance: random.Random) -> bytes:
    """Return a Word file."""
    body = "".join(
        chance.choice(WORD_BLOCKS).format(p=_paragraph(chance)) for _ in range(chance.randint(1, 6))
    )
    note = f"<w:footnote w:id='1'>{_paragraph(chance)}</w:footnote>"
    return _zipped(
        chance,
        {
            "word/document.xml": _word("document", f"<w:body>{body}</w:body>"),
            "word/footnotes.xml": _word("footnotes", note),
            "word/comments.xml": _word("comments", f"<w:comment w:id='1'>{_paragraph(chance)}</w:comment>"),
            "word/header1.xml": _word("hdr", _paragraph(chance)),
            "word/media/a.png": "\x89PNG",
        },
    )


def odt(chance: random.Random) -> bytes:
    """Return a Writer file."""
    blocks = (chance.choice(OPEN_BLOCKS).format(line=_open_line(chance)) for _ in range(chance.randint(1, 6)))
    gone = f"<text:deletion><text:p>{escape(words(chance))}</text:p></text:deletion>"
    changes = (
        f"<text:tracked-changes><text:changed-region>{gone}</text:changed-region></text:tracked-changes>"
    )
    body = f"<office:body><office:text>{changes}{''.join(blocks)}</office:text></office:body>"
    content = f"<office:document-content {OPEN_SPACES}>{body}</office:document-content>"
    return _zipped(chance, {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def rtf(chance: random.Random) -> bytes:
    """Return an RTF file."""
    copy = "".join(chance.choice(RTF).format(copy=words(chance)) for _ in range(chance.randint(1, 25)))
    return (r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Arial;}}" + copy + "}").encode("cp1252", "replace")


def _paragraph(chance: random.Random) -> str:
    inline = "".join(_word_inline(chance) for _ in range(chance.randint(0, 7)))
    return f"<w:p>{chance.choice(PROPERTIES)}{inline}</w:p>"


def _word_inline(chance: random.Random) -> str:
    copy = escape(words(chance))
    return chance.choice(WORD_INLINE).format(run=RUN.format(chance.choice(FORMATS), copy), copy=copy)


def _open_line(chance: random.Random) -> str:
    inline = (
        chance.choice(OPEN_INLINE).format(copy=escape(words(chance))) for _ in range(chance.randint(0, 7))
    )
    return "".join(inline)


def _word(root: str, inside: str) -> str:
    return f'<?xml version="1.0"?><w:{root} xmlns:w="{WORD}" xmlns:mc="{MARKUP}">{inside}</w:{root}>'


def _zipped(chance: random.Random, parts: dict[str, str]) -> bytes:
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            if chance.random() > 0.02:
                archive.writestr(name, part)
    return content.getvalue()
