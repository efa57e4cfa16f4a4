"""Writer files: ODT, with all changes accepted."""

from __future__ import annotations

from typing import ClassVar

import msgspec

from newslint.plugin import BlockKind, Document, Lexicon, Source
from newslint.readers.odt_body import Body, Styles
from newslint.readers.office_document import document
from newslint.readers.own_titles import title
from newslint.readers.packages import Package
from newslint.readers.paragraphs import MARGINS, lines

# What stands in the list of parts when one is under a password.
ENCRYPTION = b"encryption-data"


class OdtReader:
    """Reads Writer files. They are not written back."""

    extensions: ClassVar[tuple[str, ...]] = (".odt",)
    writable: ClassVar[bool] = False

    def read(self, source: Source, lexicon: Lexicon) -> Document:
        """Return the story: its paragraphs, text boxes and tables, and the notes below."""
        package = Package(source)
        if ENCRYPTION in (package.part("META-INF/manifest.xml") or b""):
            raise package.fault("under a password; save the file without one.")
        body, styles = Body(), Styles()
        if (content := package.part("styles.xml")) is not None:
            styles.read(package, "styles.xml", content)
        body.based_on(styles)
        body.read(package, "content.xml", package.needed("content.xml"))
        notes = [
            msgspec.structs.replace(line, kind=line.kind or BlockKind.PARAGRAPH) for line in lines(body.notes)
        ]
        return document(
            source,
            [*lines(body.paragraphs), *notes],
            lexicon,
            format_name="odt",
            title=title(package, "meta.xml"),
            language=styles.language or body.language,
            beside=(*body.between, *((MARGINS,) if "".join(styles.margins).strip() else ())),
        )
