"""Listed places: names that stand among places, as "Moss" does in "from Oslo, Halden and Moss"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import itemgetter

from newslint.core.document import Document
from newslint.core.pattern import lazy_pattern
from newslint.core.wording import Worded, WordSet
from newslint.text.flat import flat
from newslint.text.names.candidates.evidence import Kind
from newslint.text.names.candidates.name_words import NameWords, name_words
from newslint.text.names.people.entities import Entity, Mention, entities

ENDS = frozenset({" and ", ", and ", " or ", ", or ", " as well as "})
JOINTS = ENDS | {", "}
LONGEST = 12
# "in Oslo, Halden and Moss"
LOCATED = lazy_pattern(
    r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Ff]rom|[Tt]o|[Bb]etween|[Aa]cross|[Oo]utside|[Aa]round|[Tt]hrough|[Ii]nto)"
    r" (?:the )?$"
)
# "the towns of Halden and Moss", "the villages Halden and Moss"
TOWNS = Worded(r"\b(?:{places-in-plural}) (?:of |like |such as |including )?$")
NOUNS = WordSet("places-in-plural")
REACH = 40
Named = tuple[Mention, Entity]


def listed_places(story: Document) -> frozenset[str]:
    """Return the names that no more than their list tells to be places'."""
    known, text = story.lexicon.view(name_words), story.view(flat)
    found = set(_shortened(story))
    for row in _rows(story, text):
        first = row[0][0].start
        before = max(0, first - REACH)
        placed = sum(entity.kind is Kind.PLACE for _, entity in row)
        towns = TOWNS.of(story).search(text, before, first) is not None
        if placed + towns and (towns or LOCATED.search(text, before, first)):
            found.update(entity.name for _, entity in row if _may_be_place(entity, known, placed))
    return frozenset(found)


def _shortened(story: Document) -> Iterator[str]:
    """Yield the names that stand in the story with what they are: "the Halden", "the Halden River"."""
    found, nouns = story.view(entities), NOUNS.of(story)
    places = (each.name.rpartition(" ") for each in found if each.kind is Kind.PLACE)
    full = {name for name, _, noun in places if f"{noun.lower()}s" in nouns}
    return (each.name for each in found if each.kind is Kind.UNKNOWN and each.name in full)


def _rows(story: Document, text: str) -> Iterator[Sequence[Named]]:
    """Yield the names that stand in one list, up to the one behind "and"."""
    named = [
        (mention.start, mention, entity) for entity in story.view(entities) for mention in entity.mentions
    ]
    named.sort(key=itemgetter(0))
    row: list[Named] = []
    end = -LONGEST
    for start, mention, entity in named:
        joint = text[end:start] if start - end < LONGEST else ""
        if joint not in JOINTS:
            row = []
        row.append((mention, entity))
        end = start + len(mention.text)
        if joint in ENDS:
            yield row


def _may_be_place(entity: Entity, known: NameWords, placed: int) -> bool:
    """Tell whether nothing else is known of a name; a person's needs two places beside it."""
    if any(map(known.everyday, entity.words)) or entity.name.isupper() or len(entity.words) > 3:
        return False
    if entity.kind is Kind.UNKNOWN:
        return True
    doubtful = entity.kind is Kind.PERSON and len(entity.mentions) == 1 and not entity.mentions[0].title
    return doubtful and placed > 1 and not known.is_given(entity.words[0])
