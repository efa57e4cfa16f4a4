"""Word files: DOCX, with all changes accepted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import ClassVar

import msgspec

from newslint.plugin import (
    BlockKind,
    Document,
    Lexicon,
    Source,
    SourceEdit,
    SourceError,
    edited,
    lazy_pattern,
)
from newslint.readers.docx_body import Body
from newslint.readers.docx_changes import Change, changed, changes
from newslint.readers.docx_comments import with_comments
from newslint.readers.docx_names import WordElements, word_names
from newslint.readers.docx_notes import Notes
from newslint.readers.office_document import document, letters_of
from newslint.readers.own_titles import title
from newslint.readers.packages import Elements, Package
from newslint.readers.paragraphs import MARGINS, Line, Paragraph, Place, kind_of_style, lines
from newslint.readers.repacking import repacked

RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
# word/header1.xml
MARGIN = lazy_pattern(r"(?:.*/)?(?:header|footer)\d*\.xml")
# <w:t>Page, <w:t xml:space="preserve">1
WORDS = re.compile(rb"<(?:[^\s<>/:]+:)?t(?:\s[^<>]*)?>\s*[^\s<]")
# How far styles are based on each other.
FARTHEST = 20


class DocxReader:
    """Reads Word files, and writes fixes into their runs, as tracked changes or plainly."""

    extensions: ClassVar[tuple[str, ...]] = (".docx",)
    comments: ClassVar[tuple[str, ...]] = ("newslint: ignore[{rules}] -- {reason}",)

    def read(self, source: Source, lexicon: Lexicon) -> Document:
        """Return the story: its paragraphs, text boxes and tables, and the notes below."""
        package = Package(source)
        main = _main_part(package)
        styles = _styles(package, f"{_folder(main)}/styles.xml")
        return document(
            source,
            _lines(package, main, styles.kinds()),
            lexicon,
            format_name="docx",
            title=title(package, "docProps/core.xml"),
            language=styles.language,
            beside=_margins(package),
        )

    def written(self, source: Source, edits: Sequence[SourceEdit], *, at: datetime | None) -> bytes:
        """Return the file with its words edited: as changes tracked *at* a time in UTC, or plainly.

        No byte of another part changes. Raises SourceError where that cannot be done.
        """
        package = Package(source)
        lines = _read_again(package)
        parts: dict[str, dict[Place, list[Change]]] = {}
        try:
            for place, made in changes(lines, edits).items():
                parts.setdefault(place.part, {})[place] = made
        except ValueError as reason:
            raise package.fault(f"not fixed: {reason}.") from None
        written = {part: changed(package.needed(part), made, at) for part, made in parts.items()}
        content = repacked(package, source.content, written)
        if not _reads_so(Source(source.path, content), edited(letters_of(lines), edits)):
            raise package.fault("not fixed: its words would not be read as they are written.")
        return content

    def commented(self, source: Source, comments: Sequence[SourceEdit], *, at: datetime) -> bytes:
        """Return the file with comments at words of the story, signed *at* a time in UTC.

        Raises SourceError where that cannot be done.
        """
        package = Package(source)
        lines = _read_again(package)
        try:
            written = with_comments(package, _main_part(package), lines, comments, at)
        except ValueError as reason:
            raise package.fault(f"not commented: {reason}.") from None
        content = repacked(package, source.content, written)
        if not _reads_so(Source(source.path, content), letters_of(lines)):
            raise package.fault("not commented: its words would not be read as they are written.")
        return content


class Relations(Elements):
    """Finds the part that holds the story."""

    names = {f"{RELATIONSHIPS} Relationship": "Relationship"}
    main = ""

    def start_Relationship(self, attributes: Mapping[str, str]) -> None:  # noqa: N802
        """Take the first of the kind."""
        if attributes.get("Type", "").endswith("/officeDocument"):
            self.main = self.main or attributes.get("Target", "").lstrip("/")


class Style(msgspec.Struct):
    """A style: its name, and the number of the one it is based on."""

    name: str = ""
    parent: str = ""


class Styles(WordElements):
    """Gathers the names of styles, and the language of the file."""

    names = word_names(("style", "name", "basedOn", "lang"))

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, Style] = {}
        self.style: Style | None = None
        self.language = ""

    def start_style(self, attributes: Mapping[str, str]) -> None:
        """Open a style."""
        self.style = self.found[self.word_attribute(attributes, "styleId")] = Style()

    def start_name(self, attributes: Mapping[str, str]) -> None:
        """Name the style."""
        if self.style:
            self.style.name = self.word_attribute(attributes, "val")

    def start_basedOn(self, attributes: Mapping[str, str]) -> None:  # noqa: N802
        """Keep what the style is based on."""
        if self.style:
            self.style.parent = self.word_attribute(attributes, "val")

    def start_lang(self, attributes: Mapping[str, str]) -> None:
        """Keep the language that stands before all styles, which is that of the file."""
        if self.style is None:
            self.language = self.word_attribute(attributes, "val")

    def kinds(self) -> dict[str, BlockKind]:
        """Return the parts that styles play, by their own name or by that of what they are based on."""
        kinds = {number: self._kind(number) for number in self.found}
        return {number: kind for number, kind in kinds.items() if kind}

    def _kind(self, number: str) -> BlockKind | None:
        for _ in range(FARTHEST):
            style = self.found.get(number)
            if style is None:
                return None
            if kind := kind_of_style(style.name):
                return kind
            number = style.parent
        return None


def _margins(package: Package) -> Iterator[str]:
    """Yield for each header and footer that one is left out."""
    parts = [part for part in package.members if MARGIN.fullmatch(part)]
    return (MARGINS for part in parts if _holds(package, part))


def _holds(package: Package, part: str) -> bool:
    """Tell whether there are words in a part; one that cannot be unpacked is no copy anyhow."""
    try:
        return WORDS.search(package.needed(part)) is not None
    except SourceError:
        return False


def _reads_so(source: Source, letters: str) -> bool:
    """Tell whether a file is sound and holds these letters; at the ends of paragraphs none are blank."""
    try:
        return letters_of(_read_again(Package(source))) == letters
    except SourceError:
        return False


def _read_again(package: Package) -> list[Line]:
    main = _main_part(package)
    return [line for line in _lines(package, main, {}) if line.words]


def _lines(package: Package, main: str, kinds: Mapping[str, BlockKind]) -> list[Line]:
    """Return the paragraphs of the story, and the notes below."""
    folder = _folder(main)
    comments = _notes(package, f"{folder}/comments.xml", {})
    body = Body(kinds, {number: _joined(found) for number, found in comments.items()})
    body.read(package, main, package.needed(main))
    return [*lines(body.paragraphs), *_noted(package, folder, kinds, body)]


def _folder(main: str) -> str:
    return main.rpartition("/")[0]


def _main_part(package: Package) -> str:
    content = package.part("_rels/.rels")
    relations = Relations()
    if content is not None:
        relations.read(package, "_rels/.rels", content)
    return relations.main or "word/document.xml"


def _styles(package: Package, part: str) -> Styles:
    styles = Styles()
    content = package.part(part)
    if content is not None:
        styles.read(package, part, content)
    return styles


def _notes(package: Package, part: str, kinds: Mapping[str, BlockKind]) -> dict[str, list[Paragraph]]:
    content = package.part(part)
    if content is None:
        return {}
    notes = Notes(kinds)
    notes.read(package, part, content)
    return notes.by_number


def _joined(paragraphs: list[Paragraph]) -> str:
    return " ".join(paragraph.words() for paragraph in paragraphs)


def _noted(package: Package, folder: str, kinds: Mapping[str, BlockKind], body: Body) -> Iterator[Line]:
    """Yield the notes that are referred to, in the order of the references."""
    parts = {name: _notes(package, f"{folder}/{name}.xml", kinds) for name, _ in body.notes}
    for name, number in dict.fromkeys(body.notes):
        for line in lines(parts[name].get(number, ())):
            yield msgspec.structs.replace(line, kind=line.kind or BlockKind.PARAGRAPH)
