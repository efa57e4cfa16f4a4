"""ninjs: news in JSON, as the IPTC has it in its lines 1, 2 and 3, and as Superdesk writes it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar

from newslint.plugin import BlockKind, Document, Lexicon, Meta, Source, SourceError, lazy_pattern
from newslint.readers.wire.gathering import BLOCKS, body_parts
from newslint.readers.wire.json_values import Value, Words, values
from newslint.readers.wire.passages import Passage
from newslint.readers.wire.stories import date, document

# What an edit may not write into a string, nor into the markup that may stand in it.
RESERVED = '"\\<&\n\r\t'
DATES = ("versioncreated", "firstpublished", "contentcreated", "firstcreated")
PICTURES = frozenset(("picture", "photo", "graphic", "video", "image"))
COPY_KEY = lazy_pattern(
    r'"(?:body_\w+|headline(?:_\w+)?|description_\w+|bodies|headlines|descriptions)"\s*+:'
)
NEWS_KEY = lazy_pattern(
    r'"(?:version[cC]reated|first[cC]reated|content[cC]reated|pub[sS]tatus|usage[tT]erms|copyright[nN]otice'
    r'|copyright[hH]older|slugline|mimetype|representation[tT]ype|embargoed(?:Until)?)"\s*+:'
)
OPENS = lazy_pattern(r"\ufeff?\s*+\{")


class NinjsReader:
    """Reads ninjs by the shape of its keys: one headline, one body, the rich before the plain."""

    extensions: ClassVar[tuple[str, ...]] = (".json", ".ninjs")

    @classmethod
    def claims(cls, head: bytes) -> bool:
        """Tell ninjs by a key that carries copy and one that only news has."""
        letters = head.decode(Source("", head).encoding(), "replace")
        return all(key(letters) for key in (OPENS.match, COPY_KEY.search, NEWS_KEY.search))

    def read(self, source: Source, lexicon: Lexicon) -> Document:
        """Return the story. Raises SourceError for what is no JSON, or no object."""
        letters = source.decoded()
        item = values(letters, source.path)
        if not isinstance(item, dict):
            raise SourceError(
                source.path, "JSON holds no story; expected an object with a headline or a body."
            )
        known = {key.lower(): value for key, value in item.items()}
        parts = tuple(_parts(known, source.path))
        return document(source, letters, parts, lexicon, meta=_meta(known), name="ninjs", reserved=RESERVED)


def _parts(item: Mapping[str, Value], path: str) -> Iterator[Passage]:
    """Yield the blocks in the order of a story, whatever that of the keys."""
    for words, kind in (
        (_main(item, "headline") or _said(item.get("title")), BlockKind.HEADLINE),
        (_main(item, "description"), BlockKind.STANDFIRST),
        (_said(item.get("byline")) or _said(item.get("by")), BlockKind.BYLINE),
    ):
        if words:
            yield from body_parts(list(words.pieces()), path, kind)
    if body := _body(item):
        yield from body_parts(list(body.pieces()), path)
    for picture in _pictures(item.get("associations")):
        if caption := _main(picture, "description"):
            yield from body_parts(list(caption.pieces()), path, BlockKind.CAPTION)


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
    """Yield the pictures of a story, which stand in an object in line 1 and in a list from line 2 on."""
    given = associations.values() if isinstance(associations, dict) else associations
    for each in given if not isinstance(given, Words | None) else ():
        if isinstance(each, dict):
            kind = _said(each.get("type"))
            if kind and kind.text in PICTURES:
                yield {key.lower(): value for key, value in each.items()}


def _meta(item: Mapping[str, Value]) -> Meta:
    dates = (date(words.text) for key in DATES if (words := _said(item.get(key))))
    language = _said(item.get("language"))
    return Meta(date=next(filter(None, dates), None), language=language.text if language else "")


def _said(value: Value) -> Words | None:
    """Return a string that says something."""
    return value if isinstance(value, Words) and value.written.strip() else None
