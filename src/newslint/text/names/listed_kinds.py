"""Listed kinds: what a row of `newslint names` says that a name names, which rules need not know so well."""

from __future__ import annotations

from newslint.core.document import Document
from newslint.core.pattern import lazy_pattern
from newslint.core.wording import Worded, WordSet
from newslint.text.flat import flat
from newslint.text.names.candidates.evidence import Kind
from newslint.text.names.candidates.name_words import NameWords, name_words
from newslint.text.names.candidates.surroundings import is_of_state
from newslint.text.names.listed_places import listed_places
from newslint.text.names.people.entities import Entity, Mention, entities
from newslint.text.names.people.outfits import FOLLOWING, follows_outfit
from newslint.text.names.told_kinds import told_kind

THINGS, FIRMS = WordSet("nouns-of-named-things"), WordSet("firms-like-rivers")
NO_BODY, STORMS = WordSet("nouns-of-no-body"), WordSet("words-before-storms")
# "Sukhoi Su-57", "Airbus A321": a machine.
MODEL = lazy_pattern(r"(?:^| )(?:[A-Z][A-Za-z]{0,3}-|[A-Z]{1,2})\d")
CODES = WordSet("codes-of-states")
# What follows them in a name tells nothing of its kind: "Treaty of Halden", "War on Drugs".
JOINTS = frozenset({"of", "for", "on", "to", "against"})
# "Sun City" is a place, "Norwich City" a club, as Norwich is one without it.
TOWNS = WordSet("nouns-of-clubs-or-towns")
COUNTIES = frozenset({"County", "Parish"})
OPENING_PLACES = WordSet("openings-of-places")
# "JACKSON, Miss. --"
DATED, SHORTEST_TOWN = lazy_pattern(r", ([A-Z][a-z]+)\.?,? ?(?:\(|[-_—–])"), 4
# "Halden Scientific Reserve", "Halden Circuit House"
GROUNDS = WordSet("grounds-of-two-words")
# "LindBank" is a firm; "MacLind", "LeBerg" and "DeVries" are people, "NoHo" is a place.
SHORTEST_FIRM = 6
CAMEL = lazy_pattern(r"(?!Mac|Mc|De|Di|Du|La|Le|Van|Von|Fitz|Ó|O')[A-Z][a-z]+[A-Z]\w*$")
# "Lindnews", "Lindtech"
MEDIUM = Worded(r"[a-z]{endings-of-firms}$")
# "Group C", "Plan B"
LETTERED = lazy_pattern(r"^[A-Z][a-z]+ [A-Z]$")
MODEL_NUMBER = lazy_pattern(r"\d $")
NUMBER = lazy_pattern(r" \d")
# "the Ford Lind, which", "the Ford Lind is"
ARTICLES, OF_WARE = ("the ", "The "), lazy_pattern(r"[.,;:)]|'s? | (?:is|has|was|and|or|with)\b")
WORKS = WordSet("works-with-plots")
TOLD = lazy_pattern(r"\b([a-z]+) (?:[Tt]he )?$")
CLOSED = lazy_pattern(r"[.,;:)]")
# "the novel Anna Lind", "its latest film Anna Lind"; not "will play Anna Lind"
OF_WORK = lazy_pattern(r"\b(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|\w's) (?:[\w-]+ )?([a-z]+) $")
REACH = 24
# Names of so many words are those of wares more often than of bodies.
LONG = 4


def listed_kind(entity: Entity, story: Document) -> Kind:
    """Return the kind of what is named: of a war, a law, a machine, a storm none that has a name."""
    kind = _own_kind(entity, story)
    if kind is Kind.UNKNOWN:
        return told_kind(entity, story)
    # "analysts at Halden Lind", "JACKSON, Miss."
    if kind is Kind.PLACE and _is_doubtful_place(entity, story):
        return Kind.ORGANISATION if told_kind(entity, story) is Kind.ORGANISATION else kind
    return Kind.PLACE if kind is Kind.ORGANISATION and _is_dated_from(entity, story) else kind


def _is_doubtful_place(entity: Entity, story: Document) -> bool:
    """Tell whether a name has no more than where it stands for a place's."""
    known = story.lexicon.view(name_words)
    return entity.name not in known.places and known.place_words.isdisjoint(entity.words)


def _is_dated_from(entity: Entity, story: Document) -> bool:
    """Tell whether capitals are a town's, whose state a dateline names: "JACKSON, Miss. (AP)"."""
    if not entity.name.isupper() or len(entity.name) < SHORTEST_TOWN or len(entity.mentions) > 1:
        return False
    known, mention, text = story.lexicon.view(name_words), entity.mentions[0], story.view(flat)
    opens = mention.start == 0 or text[mention.start - 1] == "\n"
    state = DATED.match(text, mention.span.end) if opens else None
    return state is not None and (state[1] in known.places or state[1] in known.state_codes)


def _own_kind(entity: Entity, story: Document) -> Kind:
    known = story.lexicon.view(name_words)
    if entity.name in FIRMS.of(story) and not _has_article(entity, story):
        return Kind.ORGANISATION
    if entity.name in known.places or entity.name in known.bodies:
        return entity.kind
    if entity.name in story.view(listed_places) or _is_state(entity, story):
        return Kind.PLACE
    if entity.kind is not Kind.UNKNOWN and len(entity.words) == 1 and MEDIUM.of(story).search(entity.name):
        return Kind.ORGANISATION
    if len(entity.name) >= SHORTEST_FIRM and CAMEL.match(entity.name) and entity.kind is not Kind.UNKNOWN:
        return entity.kind if _is_within(entity, story) else Kind.ORGANISATION
    if entity.words[0] in COUNTIES or entity.words in story.view(_ships):
        return Kind.PLACE if entity.words[0] in COUNTIES else Kind.UNKNOWN
    if LETTERED.match(entity.name) and known.everyday(entity.words[0]):
        return Kind.UNKNOWN
    if entity.kind is Kind.ORGANISATION:
        return Kind.UNKNOWN if _is_ware(entity, known) else _of_body(entity, story, known)
    if len(entity.words) > 1 and (entity.words[0] in STORMS.of(story) or _is_of_stars(entity, story)):
        return Kind.UNKNOWN
    if entity.kind is Kind.PERSON:
        return _of_person(entity, story, known)
    if entity.kind is Kind.PLACE and len(entity.words) > 1 and entity.words[-1] in NO_BODY.of(story):
        return entity.kind if entity.words[-1] in known.place_words else Kind.UNKNOWN
    if entity.kind is Kind.PLACE and follows_outfit(entity.mentions[0], story):
        return Kind.ORGANISATION
    if entity.kind is Kind.PLACE and any(
        is_of_state(entity.words, each.span.end, story.view(flat), known) for each in entity.mentions
    ):
        return entity.kind
    if entity.kind is Kind.PLACE and (_is_everyday(entity, story, known) or _is_ware(entity, known)):
        return Kind.UNKNOWN
    first, *others = entity.words
    # "UN Middle East (envoy)"
    if entity.kind is Kind.PLACE and first.isupper() and " ".join(others) in known.places:
        return Kind.UNKNOWN
    return entity.kind


def _of_person(entity: Entity, story: Document, known: NameWords) -> Kind:
    last = entity.words[-1]
    if (
        len(entity.words) > 1
        and last not in known.families
        and not any(each.title for each in entity.mentions)
    ):
        # "Anna Lind Telescope"
        if last in NO_BODY.of(story) or last.lower() in THINGS.of(story):
            return Kind.UNKNOWN
        if follows_outfit(entity.mentions[0], story) and CLOSED.match(
            story.view(flat), entity.mentions[0].span.end
        ):
            return Kind.ORGANISATION
    return Kind.UNKNOWN if _is_of_many(entity, story) or _is_of_work(entity, story) else entity.kind


def _is_of_many(entity: Entity, story: Document) -> bool:
    """Tell whether what was taken for a person has a number or an article: "Fadi-2", "the Ford Lind is"."""
    text = story.view(flat)
    if any(map(str.isdigit, entity.name)) or _is_model(entity, text):
        return True
    return len(entity.words) > 1 and all(
        not mention.title
        and text.endswith(ARTICLES, 0, mention.start)
        and OF_WARE.match(text, mention.span.end)
        for mention in entity.mentions
    )


def _is_model(entity: Entity, text: str) -> bool:
    """Tell whether a number stands before a word wherever it is named: "the 737 Max"."""
    if len(entity.words) > 1 or len(entity.mentions) < 2:
        return False
    return all(MODEL_NUMBER.search(text, max(0, each.start - 5), each.start) for each in entity.mentions)


def _is_within(entity: Entity, story: Document) -> bool:
    """Tell whether what looks like a firm is lived in: "in HaLinden"."""
    text = story.view(flat)
    return entity.kind is Kind.PLACE and all(text.endswith(" in ", 0, each.start) for each in entity.mentions)


def _is_of_work(entity: Entity, story: Document) -> bool:
    """Tell whether a noun before it says that a name is a work's: "the novel Anna Lind"."""
    first, text = entity.mentions[0], story.view(flat)
    noun = OF_WORK.search(text, max(0, first.start - REACH), first.start)
    return noun is not None and noun[1] in WORKS.of(story)


def _has_article(entity: Entity, story: Document) -> bool:
    text = story.view(flat)
    return any(text.endswith("the ", 0, mention.start) for mention in entity.mentions)


def _ships(story: Document) -> frozenset[tuple[str, ...]]:
    """Return the names of ships without what tells that they are: of "the MV Sigrid" the Sigrid."""
    vessels = story.lexicon.view(name_words).vessels
    return frozenset(each.words[1:] for each in story.view(entities) if each.words[0] in vessels)


def _is_everyday(entity: Entity, story: Document, known: NameWords) -> bool:
    """Tell whether plain words have their kind from their place alone: "Titans at Saints", "The Iron Hat"."""
    # "State Secrets" and "New Portrait", but not "State House"
    words = entity.words[1:] if entity.words[0] in OPENING_PLACES.of(story) else entity.words
    return all(map(known.everyday, words)) and known.place_words.isdisjoint(words)


def _is_ware(entity: Entity, known: NameWords) -> bool:
    """Tell whether many words end in a plain noun: "Lindqvist Lighted Garden Table"."""
    last = entity.words[-1].removesuffix("s")
    if len(entity.words) < LONG or not JOINTS.isdisjoint(entity.words):
        return False
    return known.everyday(last) and last not in known.organisations and last not in known.place_words


def _of_body(entity: Entity, story: Document, known: NameWords) -> Kind:
    words = entity.words
    loud = entity.name.isupper() and len(words) == 1
    if not loud and known.organisations.isdisjoint(words) and _is_of_things(entity, story):
        return Kind.UNKNOWN
    if len(words) == 1 and loud and _is_numbered(entity, story):
        return Kind.UNKNOWN
    if len(words) == 1:
        return entity.kind
    end = next((at for at, word in enumerate(words) if word in JOINTS), len(words))
    while end > 1 and words[end - 1] in known.numerals:
        end -= 1
    last = words[end - 1]
    if last in NO_BODY.of(story) or entity.name in NO_BODY.of(story):
        return Kind.UNKNOWN
    # "Freedom of Speech Act"
    if words[-1] in NO_BODY.of(story) and known.organisations.isdisjoint(words[:end]):
        return Kind.UNKNOWN
    if (
        last in COUNTIES
        or _is_ground(words, story)
        or (last in TOWNS.of(story) and " ".join(words[:-1]) not in known.places)
    ):
        return Kind.PLACE
    plain = MODEL.search(entity.name) or _is_everyday(entity, story, known)
    weak = known.organisations.isdisjoint(words) and (plain or _is_unproved(entity, story, known))
    return Kind.UNKNOWN if weak else entity.kind


def _is_ground(words: tuple[str, ...], story: Document) -> bool:
    """Tell whether the last two words are those of a piece of land or a house: "Halden Nature Reserve"."""
    return " ".join(words[-2:]) in GROUNDS.of(story)


def _is_unproved(entity: Entity, story: Document, known: NameWords) -> bool:
    """Tell whether an article or a place alone made a body of a name: "the Orion Nebula", "Halden Test"."""
    first, *_, last = entity.words
    loud = _is_loud(last) and last not in known.bodiless
    if loud or last.rstrip(".") in known.forms or any(map(_is_loud, entity.words[:-1])):
        return False
    if any(_is_told(each, story, known) for each in entity.mentions):
        return False
    if first in known.places:
        return last in known.bodiless or (known.everyday(last) and not last.endswith("s"))
    return known.everyday(first) if last in known.places else not last.endswith("s")


def _is_loud(word: str) -> bool:
    return word == "&" or (word.isupper() and len(word) > 1)


def _is_told(mention: Mention, story: Document, known: NameWords) -> bool:
    """Tell whether a word beside a name is a body's: "the firm Halden Lind", "told the Halden Echo"."""
    text, end = story.view(flat), mention.span.end
    after = FOLLOWING.match(text, end)
    noun = after[1].lower() if after else ""
    if mention.text.isupper() or noun in known.body_nouns or noun in known.cues or noun in known.roles:
        return True
    told = TOLD.search(text, max(0, mention.start - REACH), mention.start)
    return (told is not None and told[1] in known.addressing) or follows_outfit(mention, story, apart=True)


def _is_numbered(entity: Entity, story: Document) -> bool:
    """Tell whether letters are those of a thing that has a number: "the GTX 6"."""
    text = story.view(flat)
    return all(NUMBER.match(text, mention.span.end) for mention in entity.mentions)


def _is_of_things(entity: Entity, story: Document) -> bool:
    """Tell whether a noun behind a name says that it is a thing's: "the Scud missiles"."""
    text, end = story.view(flat), entity.mentions[0].span.end
    return text[end : end + REACH].partition(" ")[2].split(" ", 1)[0].strip(",.;") in THINGS.of(story)


def _is_of_stars(entity: Entity, story: Document) -> bool:
    """Tell whether a name is that of a film or a team: "Vera Halden star Anna Lind"."""
    text = story.view(flat)
    return all(text.startswith((" star ", " stars "), mention.span.end) for mention in entity.mentions)


def _is_state(entity: Entity, story: Document) -> bool:
    """Tell whether letters are a state's behind a town: "Tampa, FL", "Tampa, Fla."."""
    text = story.view(flat)
    return entity.name in CODES.of(story) and all(
        text.startswith(", ", mention.start - 2) for mention in entity.mentions
    )
