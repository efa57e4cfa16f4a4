"""Word and Writer files for tests, zipped from the XML that a test writes."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml."
DOCUMENT = "word/document.xml"
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
OPEN = "urn:oasis:names:tc:opendocument:xmlns:"
SPACES = {
    **{name: f"{OPEN}{name}:1.0" for name in ("office", "text", "style", "table")},
    "draw": f"{OPEN}drawing:1.0",
    "fo": f"{OPEN}xsl-fo-compatible:1.0",
    "svg": f"{OPEN}svg-compatible:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
}
DECLARED = " ".join(f'xmlns:{name}="{space}"' for name, space in SPACES.items())
STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="Desk"><w:name w:val="Desk quote"/><w:basedOn w:val="Zitat"/></w:style>
<w:style w:type="paragraph" w:styleId="Zitat"><w:name w:val="Quote"/></w:style>
<w:style w:type="paragraph" w:styleId="Bild"><w:name w:val="caption"/></w:style>
"""


def zipped(**parts: str | bytes) -> bytes:
    """Zip parts; in their names two underscores stand for a slash."""
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name.replace("__", "/"), part)
    return content.getvalue()


def relations(**targets: str) -> str:
    """Write the relations of a part, or of the package, by their kinds."""
    found = "".join(
        f'<Relationship Id="{kind}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for kind, target in targets.items()
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{found}</Relationships>'


def word_part(root: str, inside: str) -> str:
    """Write a part of a Word file."""
    spaces = f'xmlns:w="{WORD}" xmlns:mc="{COMPATIBILITY}" xmlns:m="{MATH}"'
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {spaces}>{inside}</w:{root}>'


def word_file(body: str, *, styles: str = STYLES, **notes: str) -> bytes:
    """Zip a Word file with a body and, by the names of their parts, notes and comments."""
    parts = {f"word__{name}.xml": word_part(name, inside) for name, inside in notes.items()}
    kinds = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{KIND}{kind}+xml"/>'
        for name, kind in {"document": "document.main", **dict(zip(notes, notes, strict=True))}.items()
    )
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    defaults = f'<Default Extension="rels" ContentType="{rels}"/>'
    return zipped(
        **{"[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">{defaults}{kinds}</Types>'},
        **{"_rels__.rels": relations(officeDocument="word/document.xml")},
        **{"word___rels__document.xml.rels": relations(**{name: f"{name}.xml" for name in notes})},
        **{"word__styles.xml": word_part("styles", styles)},
        **{"word__document.xml": word_part("document", f"<w:body>{body}</w:body>")},
        **parts,
    )


def run_of(words: str, properties: str = "") -> str:
    """Write a run of a Word file."""
    return f'<w:r>{properties}<w:t xml:space="preserve">{words}</w:t></w:r>'


def part(content: bytes, name: str = DOCUMENT) -> str:
    """Return a part of a zipped file."""
    with ZipFile(BytesIO(content)) as archive:
        return archive.read(name).decode()


def writer_file(body: str, *, automatic: str = "", common: str = "") -> bytes:
    """Zip a Writer file with a body, styles of its own and common ones."""
    content = (
        f"<office:document-content {DECLARED}><office:automatic-styles>{automatic}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    styles = (
        f"<office:document-styles {DECLARED}><office:styles>{common}</office:styles></office:document-styles>"
    )
    return zipped(
        mimetype="application/vnd.oasis.opendocument.text", **{"content.xml": content, "styles.xml": styles}
    )
