"""ninjs: news in JSON, as the IPTC has it in its lines 1, 2 and 3, and as Superdesk writes it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar

from newslint.plugin import BlockKind, Document, Lexicon, Meta, Source, SourceError, Span, lazy_pattern
from newslint.readers.json_values import Value, Words, values
from newslint.readers.wire.gathering import BLOCKS, Body
from newslint.readers.wire.ignores import Comments
from newslint.readers.wire.passages import Passage
from newslint.readers.wire.stories import addresses, date, document

# What an edit may not write into a string, nor into the markup that may stand in it.
RESERVED = '"\\<&\n\r\t'
DATES = ("versioncreated", "firstpublished", "contentcreated", "firstcreated")
SECTIONS = ("section", "service", "anpa_category")
TEXTS = frozenset(("text", "article", "composite"))
PICTURES = frozenset(("picture", "photo", "graphic", "video", "image"))
COPY_KEY = lazy_pattern(
    r'"(?:body_\w+|headline(?:_\w+)?|description_\w+|bodies|headlines|descriptions)"\s*+:'
)
NEWS_KEY = lazy_pattern(
    r'"(?:version[cC]reated|first[cC]reated|content[cC]reated|pub[sS]tatus|usage[tT]erms|copyright[nN]otice'
    r'|copyright[hH]older|slugline|mimetype|representation[tT]ype|embargoed(?:Until)?)"\s*+:'
    # "standard": {"name": "ninjs", "version": "3.0"}
    r'|"standard"\s*+:\s*+\{[^{}]{0,200}?ninjs'
)
LINE = lazy_pattern(r"[^\S\r\n]*[^\s][^\r\n]*")
OPENS = lazy_pattern(r"\ufeff?\s*+(?:\[\s*+)?+\{")


class NinjsReader:
    """Reads ninjs by the shape of its keys: one headline, one body, the rich before the plain."""

    extensions: ClassVar[tuple[str, ...]] = (".json", ".jsonl", ".ninjs")
    comments: ClassVar[tuple[str, ...]] = ("<!-- newslint: ignore[{rules}] -- {reason} -->",)

    @classmethod
    def claims(cls, head: bytes) -> bool:
        """Tell ninjs by a key that carries copy, and one that only news has or its own name."""
        letters = head.decode(Source("", head).encoding(), "replace")
        return all(key(letters) for key in (OPENS.match, COPY_KEY.search, NEWS_KEY.search))

    def stories(self, source: Source, lexicon: Lexicon) -> Iterator[Document | SourceError]:
        """Yield the story, or those of a list, a package or lines. Raises SourceError for what is no JSON."""
        letters = source.decoded()
        lines = source.path.lower().endswith(".jsonl")
        found = _of_lines(letters, source.path) if lines else values(letters, source.path)
        items = list(_items(found))
        single = len(items) == 1 and not isinstance(found, list)
        keys = [_key(_lowered(item)) if not isinstance(item, SourceError) else "" for item in items]
        paths = [source.path] if single else addresses(source.path, keys)
        for item, path in zip(items, paths, strict=True):
            try:
                yield _document(path, letters, item, lexicon, within=not single)
            except SourceError as fault:
                yield SourceError(path, fault.reason)


def _of_lines(letters: str, path: str) -> list[Value | SourceError]:
    """Return the values of lines, each of which is JSON by itself, or what is wrong with one."""
    found: list[Value | SourceError] = []
    for match in LINE.finditer(letters, int(letters.startswith("\ufeff"))):
        try:
            found.append(values(letters, path, Span(*match.span())))
        except SourceError as fault:
            found.append(fault)
    return found


def _items(found: Value | list[Value | SourceError]) -> Iterator[Value | SourceError]:
    """Yield the items of a list, or of a package that holds its stories."""
    if isinstance(found, list):
        yield from found
        return
    known = _lowered(found)
    # What stands beside a story that has a body is told of it, and is a story of another file.
    members = [] if _body(known) else list(_members(known))
    if not members or _main(known, "headline"):
        yield found
    yield from members


def _members(package: Mapping[str, Value]) -> Iterator[Value]:
    """Yield what a package holds that is text and has a body of its own."""
    for each in _associated(package.get("associations")):
        kind = _said(each.get("type"))
        if (kind is None or kind.text in TEXTS) and _body(each):
            yield dict(each)


def _document(
    path: str, letters: str, found: Value | SourceError, lexicon: Lexicon, *, within: bool
) -> Document:
    """Make the document of an item, *within* a file of several. Raises SourceError for what is none."""
    if isinstance(found, SourceError):
        raise found
    item = _lowered(found)
    if not item:
        raise SourceError(path, "JSON holds no story; expected an object with a headline or a body.")
    body = _body(item)
    return document(
        path,
        letters,
        tuple(_parts(item, path)),
        lexicon,
        meta=_meta(item),
        name="ninjs",
        told=Comments(Span(0, 0), pieces=tuple(body.pieces()) if body else ()),
        reserved=RESERVED,
        extent=_extent(item) if within else None,
    )


def _lowered(item: Mapping[str, Value] | Value) -> dict[str, Value]:
    """Return an object with its keys in small letters, in which the lines differ; of others, nothing."""
    return {key.lower(): value for key, value in item.items()} if isinstance(item, Mapping) else {}


def _key(item: Mapping[str, Value]) -> str:
    """Return what an item is called in its own file."""
    named = (_said(item.get(name)) for name in ("guid", "uri", "_id"))
    return next((" ".join(words.text.split()) for words in named if words), "")


def _extent(item: Value) -> Span | None:
    """Return where an item stands, from its first string to its last."""
    spans = list(_spans(item))
    return Span(min(span.start for span in spans), max(span.end for span in spans)) if spans else None


def _spans(value: Value) -> Iterator[Span]:
    if isinstance(value, Words):
        yield value.span
    elif value:
        for each in value.values() if isinstance(value, dict) else value:
            yield from _spans(each)


def _parts(item: Mapping[str, Value], path: str) -> Iterator[Passage]:
    """Yield the blocks in the order of a story, whatever that of the keys."""
    for words, kind in (
        (_main(item, "headline") or _said(item.get("title")), BlockKind.HEADLINE),
        (_main(item, "description"), BlockKind.STANDFIRST),
        (_said(item.get("byline")) or _said(item.get("by")), BlockKind.BYLINE),
    ):
        if words:
            yield from Body(list(words.pieces()), path, kind).parts
    if body := _body(item):
        yield from Body(list(body.pieces()), path).parts
    for picture in _pictures(item.get("associations")):
        if caption := _main(picture, "description"):
            yield from Body(list(caption.pieces()), path, BlockKind.CAPTION).parts


def _main(item: Mapping[str, Value], name: str) -> Words | None:
    """Return the headline or description of a story: under its name, the main one, else the first."""
    given = dict(_versions(item, name))
    chosen = [given[key] for key in ("", "main", "text") if key in given]
    return next(iter([*chosen, *given.values()]), None)


def _body(item: Mapping[str, Value]) -> Words | None:
    """Return the one body to read, as several carry the same story: a rich one before a plain one."""
    bodies = [words for _, words in _versions(item, "body")]
    rich = (words for words in bodies if BLOCKS.search(words.text))
    return next(rich, None) or next(iter(bodies), None)


def _versions(item: Mapping[str, Value], name: str) -> Iterator[tuple[str, Words]]:
    """Yield what is given of a kind, by role: `body_text`, or `bodies` with a role each."""
    for key, value in item.items():
        if (key == name or key.startswith(f"{name}_")) and (words := _said(value)):
            yield key[len(name) + 1 :], words
    listed = item.get({"body": "bodies"}.get(name, f"{name}s"))
    for each in listed if isinstance(listed, list) else ():
        if isinstance(each, dict) and (words := _said(each.get("value"))):
            role = _said(each.get("role"))
            yield role.text.lower() if role else "", words


def _pictures(associations: Value) -> Iterator[Mapping[str, Value]]:
    """Yield the pictures of a story."""
    for each in _associated(associations):
        kind = _said(each.get("type"))
        if kind and kind.text in PICTURES:
            yield each


def _associated(associations: Value) -> Iterator[Mapping[str, Value]]:
    """Yield what stands beside a story: in an object in line 1, in a list from line 2 on."""
    given = associations.values() if isinstance(associations, dict) else associations
    for each in given if not isinstance(given, Words | None) else ():
        if isinstance(each, dict):
            yield _lowered(each)


def _meta(item: Mapping[str, Value]) -> Meta:
    dates = (date(words.text) for key in DATES if (words := _said(item.get(key))))
    sections = (name for key in SECTIONS for name in _names(item.get(key)))
    return Meta(
        date=next(filter(None, dates), None),
        language=_text(item.get("language")),
        section=next(sections, ""),
        slug=_text(item.get("slugline")),
        keywords=tuple(_names(item.get("keywords"))),
    )


def _names(value: Value) -> Iterator[str]:
    """Yield the names of a list of strings, or of objects with a name each."""
    for each in value if isinstance(value, list) else [value]:
        if name := _text(each.get("name") if isinstance(each, dict) else each):
            yield name


def _text(value: Value) -> str:
    words = _said(value)
    return words.text if words else ""


def _said(value: Value) -> Words | None:
    """Return a string that says something."""
    return value if isinstance(value, Words) and value.written.strip() else None
