"""The body of a Writer file: its elements → paragraphs, with all changes accepted."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from newslint.plugin import BlockKind
from newslint.readers.packages import Elements
from newslint.readers.paragraphs import ABOVE, BREAK, DELETED, HIDDEN, SPACE, TAB, Paragraph, kind_of_style

NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns:"
TEXT, STYLE, DRAW = f"{NAMESPACE}text:1.0", f"{NAMESPACE}style:1.0", f"{NAMESPACE}drawing:1.0"
OFFICE, TABLE, SVG = f"{NAMESPACE}office:1.0", f"{NAMESPACE}table:1.0", f"{NAMESPACE}svg-compatible:1.0"
FORMAT = f"{NAMESPACE}xsl-fo-compatible:1.0"
CREATOR = "http://purl.org/dc/elements/1.1/"
# Whatever stands in these is no copy: what was deleted, the marks of notes, lists of contents.
LISTED = "list of contents"
SILENT = {
    **{(TEXT, name): "" for name in ("note-citation", "sequence-decls", "tracked-changes")},
    **{(TEXT, f"{name}-index"): LISTED for name in ("alphabetical", "illustration", "table", "object")},
    **{(TEXT, name): LISTED for name in ("user-index", "table-of-content", "bibliography")},
    (TEXT, "ruby-text"): ABOVE,
    (TEXT, "hidden-text"): HIDDEN,
    (OFFICE, "forms"): "form",
    **dict.fromkeys(((SVG, "title"), (SVG, "desc")), "description"),
    **dict.fromkeys(((TABLE, "covered-table-cell"), (CREATOR, "creator"), (CREATOR, "date")), ""),
}
STYLE_NAME = f"{TEXT} style-name"
# Nobody means to have more spaces.
MOST_SPACES = 40
FARTHEST = 20
ACTIVE = {
    **{f"{TEXT} {name}": name for name in ("p", "h", "s", "tab", "span", "list", "note", "change")},
    f"{TEXT} line-break": "br",
    f"{TEXT} soft-hyphen": "soft",
    f"{TABLE} table-cell": "cell",
    f"{DRAW} text-box": "box",
    f"{OFFICE} annotation": "annotation",
}


class Styles(Elements):
    """Gathers the styles of a part: what they are called, based on and hide, and the language."""

    names = {
        f"{STYLE} style": "style",
        f"{STYLE} text-properties": "properties",
        f"{STYLE} default-style": "default",
        **{f"{STYLE} header{page}": "margin" for page in ("", "-left", "-first")},
        **{f"{STYLE} footer{page}": "margin" for page in ("", "-left", "-first")},
    }

    def __init__(self) -> None:
        super().__init__()
        self.labels: dict[str, str] = {}
        self.parents: dict[str, str] = {}
        self.hidden: set[str] = set()
        self.name = ""
        self.language = ""
        self.margins: list[str] = []

    def start_margin(self, _: Mapping[str, str]) -> None:
        """Take the words of a header or footer, which are no copy."""
        self.parser.CharacterDataHandler = self.margins.append

    def end_margin(self) -> None:
        """Take no more."""
        self.parser.CharacterDataHandler = None

    def start_style(self, attributes: Mapping[str, str]) -> None:
        """Keep a style by its name."""
        self.name = self.attribute(attributes, f"{STYLE} name")
        # In the name that is not shown, "_20_" is a space.
        plain = self.name.replace("_20_", " ")
        self.labels[self.name] = self.attribute(attributes, f"{STYLE} display-name", plain)
        self.parents[self.name] = self.attribute(attributes, f"{STYLE} parent-style-name")

    def start_default(self, _: Mapping[str, str]) -> None:
        """Leave the styles that have names."""
        self.name = ""

    def start_properties(self, attributes: Mapping[str, str]) -> None:
        """Keep what a style hides; the language is that of the first style that has one."""
        if self.name and self.attribute(attributes, f"{TEXT} display") == "none":
            self.hidden.add(self.name)
        names = f"{FORMAT} language", f"{FORMAT} country"
        language, country = (self.attribute(attributes, name, "none") for name in names)
        if language != "none" and not self.language:
            self.language = language if country == "none" else f"{language}-{country}"

    def based_on(self, common: Styles) -> None:
        """Take over the styles of another part."""
        self.labels.update(common.labels)
        self.parents.update(common.parents)
        self.hidden.update(common.hidden)

    def kind(self, name: str) -> BlockKind | None:
        """Return the part that a style plays, by its name or by that of what it is based on."""
        for _ in range(FARTHEST):
            if not name:
                return None
            if kind := kind_of_style(self.labels.get(name, name.replace("_20_", " "))):
                return kind
            name = self.parents.get(name, "")
        return None


class Body(Styles):
    """Gathers the paragraphs of the content, which brings styles of its own, and of its notes."""

    names = {**Styles.names, **ACTIVE}

    def __init__(self) -> None:
        super().__init__()
        self.paragraphs: list[Paragraph] = []
        self.notes: list[Paragraph] = []
        self.places: list[list[Paragraph]] = [self.paragraphs]
        self.open: list[Paragraph] = []
        self.spans: list[bool] = []
        self.hides = self.silent = self.lists = self.cells = 0
        # What was left out before the next paragraph, and the texts of deletions, by what they are called.
        self.between: list[str] = []
        for (space, name), why in SILENT.items():
            self.starts[f"{space} {name}"] = partial(self._start_silent, why)
            self.ends[f"{space} {name}"] = self._end_silent

    def start_p(self, attributes: Mapping[str, str]) -> None:
        """Open a paragraph."""
        style = self.attribute(attributes, STYLE_NAME)
        kind = self.kind(style) or (BlockKind.LIST_ITEM if self.lists else None)
        kind = kind or (BlockKind.TABLE_CELL if self.cells else None)
        self._open(Paragraph(kind=kind, collapses=True), hidden=style in self.hidden)

    def end_p(self) -> None:
        """Close a paragraph."""
        self.places[-1].append(self.open.pop())
        self.hides -= self.spans.pop()
        self._listen()

    def start_h(self, attributes: Mapping[str, str]) -> None:
        """Open a heading; its style says more than its level."""
        style = self.attribute(attributes, STYLE_NAME)
        level = self.attribute(attributes, f"{TEXT} outline-level", "1")
        kind = self.kind(style) or (BlockKind.HEADLINE if level == "1" else BlockKind.SUBHEAD)
        self._open(Paragraph(kind=kind, collapses=True), hidden=style in self.hidden)

    end_h = end_p

    def start_span(self, attributes: Mapping[str, str]) -> None:
        """Leave out what a style hides."""
        hidden = self.attribute(attributes, STYLE_NAME) in self.hidden
        self.spans.append(hidden)
        if hidden:
            if self._hears() and self.open:
                self.open[-1].leave(HIDDEN)
            self.hides += 1
            self._listen()

    def end_span(self) -> None:
        """Listen again after what was hidden."""
        if self.spans.pop():
            self.hides -= 1
            self._listen()

    def start_s(self, attributes: Mapping[str, str]) -> None:
        """Write spaces that are meant."""
        count = self.attribute(attributes, f"{TEXT} c", "1")
        self._write(SPACE * min(int(count) if count.isdecimal() else 1, MOST_SPACES))

    def start_tab(self, _: Mapping[str, str]) -> None:
        self._write(TAB)

    def start_br(self, _: Mapping[str, str]) -> None:
        self._write(BREAK)

    def start_list(self, _: Mapping[str, str]) -> None:
        self.lists += 1

    def end_list(self) -> None:
        self.lists -= 1

    def start_cell(self, _: Mapping[str, str]) -> None:
        self.cells += 1

    def end_cell(self) -> None:
        self.cells -= 1

    def start_note(self, _: Mapping[str, str]) -> None:
        """Open a note, which stands below the story."""
        self._away(self.notes)

    def end_note(self) -> None:
        """Go on with the paragraph that the note is on."""
        self._home()

    def start_box(self, _: Mapping[str, str]) -> None:
        """Open a text box, which stands below its paragraph."""
        self._away(self.open[-1].below if self.open else self.places[-1])

    end_box = end_note

    def start_annotation(self, _: Mapping[str, str]) -> None:
        """Open a comment."""
        self._away([])

    def end_annotation(self) -> None:
        """Put a comment to its paragraph."""
        words = " ".join(each.words() for each in self._home())
        if self.open:
            self.open[-1].comments.append(words)

    def start_change(self, _: Mapping[str, str]) -> None:
        """Note where words were deleted."""
        self._leave(DELETED)

    def _leave(self, why: str) -> None:
        """Note what is left out, here or before the next paragraph."""
        if self.open:
            self.open[-1].leave(why)
        else:
            self.between.append(why)

    def _start_silent(self, why: str, _: Mapping[str, str]) -> None:
        if why and self._hears():
            self._leave(why)
        self.silent += 1
        self._listen()

    def _end_silent(self) -> None:
        self.silent -= 1
        self._listen()

    def _open(self, paragraph: Paragraph, *, hidden: bool) -> None:
        for why in self.between:
            paragraph.leave(why)
        self.between.clear()
        if hidden and self._hears():
            paragraph.leave(HIDDEN)
        self.open.append(paragraph)
        self.spans.append(hidden)
        self.hides += hidden
        self._listen()

    def _away(self, place: list[Paragraph]) -> None:
        """Gather in another place; what stands there between paragraphs belongs to none."""
        self.places.append(place)
        self.open.append(Paragraph())
        self._listen()

    def _home(self) -> list[Paragraph]:
        self.open.pop()
        self._listen()
        return self.places.pop()

    def _listen(self) -> None:
        """Take the letters that follow, if they are copy."""
        self.parser.CharacterDataHandler = self.open[-1].pieces.append if self._speaks() else None

    def _write(self, letters: str) -> None:
        if self._speaks():
            self.open[-1].pieces.append(letters)

    def _speaks(self) -> bool:
        """Tell whether what stands here is copy."""
        return bool(self.open) and self._hears()

    def _hears(self) -> bool:
        return not self.silent and not self.hides
