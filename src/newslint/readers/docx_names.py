"""The names of Word's XML: its elements and attributes, in Word's own form and in the strict one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from newslint.readers.packages import Elements
from newslint.readers.paragraphs import ABOVE, DELETED, FIELD

MAIN = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
MATH = (
    "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "http://purl.oclc.org/ooxml/officeDocument/math",
)
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
# Whatever stands in these is no copy: what was deleted or moved away, the code of fields, what a format was.
SILENT = {
    "delText": DELETED,
    "instrText": FIELD,
    "rt": ABOVE,
    **dict.fromkeys(("del", "moveFrom", "delInstrText", "pPrChange", "rPrChange", "trPrChange"), ""),
    **dict.fromkeys(("tcPrChange", "tblPrChange", "sectPrChange", "numberingChange"), ""),
}
ACTIVE = (
    *("p", "pPr", "pStyle", "framePr", "numId", "r", "ins", "vanish", "t", "tab", "ptab", "br", "cr"),
    *("noBreakHyphen", "sym", "fldChar", "tr", "trPr", "tc", "cellDel", "txbxContent", "sdt", "sdtContent"),
    *("footnoteReference", "endnoteReference", "commentRangeStart", "commentReference"),
)
# Words in these are read, and never changed: what others changed, fields, forms, and what is written twice.
SEALED = ("moveTo", "fldSimple", "ruby", "txbxContent")
OFF = ("0", "false", "off")


def word_names(local_names: Iterable[str]) -> dict[str, str]:
    """Return the names of elements by how they are called in full, in Word's own and in the strict form."""
    return {f"{space} {name}": name for space in MAIN for name in local_names}


class WordElements(Elements):
    """Reads a part of a Word file, in Word's own form or in the strict one."""

    def word_attribute(self, attributes: Mapping[str, str], name: str) -> str:
        """Return an attribute, "" where it is not given."""
        own, strict = (f"{space} {name}" for space in MAIN)
        return self.attribute(attributes, own) or self.attribute(attributes, strict)


# What is written twice is read once, as programs of today would.
SILENT_NAMES = {
    **{full: SILENT[name] for full, name in word_names(SILENT).items()},
    f"{COMPATIBILITY} Fallback": "",
}
SEALED_NAMES = (*word_names(SEALED), f"{COMPATIBILITY} Choice")
NAMES = {
    **word_names((*ACTIVE, *SILENT, *SEALED)),
    **{f"{space} t": "t" for space in MATH},
    **{f"{COMPATIBILITY} {name}": name for name in ("Fallback", "Choice")},
}
