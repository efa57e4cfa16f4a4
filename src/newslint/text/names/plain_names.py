"""Plain names: what has capitals in a story and names nobody and nothing, so that no list of names has it."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.core.document import Document
from newslint.core.pattern import lazy_pattern
from newslint.core.wording import WordSet
from newslint.text.flat import flat
from newslint.text.names.candidates.capitals import opens_sentence
from newslint.text.names.candidates.evidence import Kind
from newslint.text.names.candidates.name_words import NameWords, name_words
from newslint.text.names.people.entities import Entity, Mention, persons
from newslint.text.names.people.headline_names import is_in_headings, is_of_headline
from newslint.text.names.people.outfits import is_outfit
from newslint.text.names.plain_words import (
    is_adjective,
    is_date,
    is_of_inhabitants,
    is_of_party,
    is_of_views,
    is_route,
    is_sum,
)
from newslint.text.words import words

# "Director of (National Security)", "a World Class University that"
OF_OFFICE = lazy_pattern(r"\b([A-Z][a-z]+) (?:of|for) (?:the )?\Z")
# "(Commerce) and Industry Minister"
AND_OFFICE = lazy_pattern(r" (?:and|&) (?:[A-Z]\w+ ){1,2}([A-Z]\w+)")
LETTERS_OF_MANY = lazy_pattern(r"[A-Z]{2,5}s$")
OF_KIND = lazy_pattern(r"[.,;:)]| (?:that|which|for|of|in|is|was|and|or)\b")
REACH = 24
PREPOSITIONS = WordSet("title-prepositions")
# "Ltd", "GMT" and "MINISTRY" are nobody by themselves, nor is what a page says of its rights.
FORMS, NO_BODY = WordSet("legal-forms"), WordSet("acronyms-of-no-body")
RIGHTS, PLAIN = WordSet("words-of-rights"), WordSet("plain-words-with-capitals")
# "General Staff", "a Major Way", "Miss Universe"
LIKE_ADJECTIVES = WordSet("titles-like-adjectives")
SMALL = frozenset({"and", "at", "by", "for", "in", "of", "on", "the", "to"})
LOUD = 4
WITHIN = (" in ", " near ", " around ")


def is_plain(entity: Entity, story: Document) -> bool:
    """Tell whether words with capitals are plain ones, which nothing shows to be a name."""
    known = story.lexicon.view(name_words)
    if entity.name in known.places or entity.name in known.bodies:
        return False
    if len(entity.words) == 1 and _is_taken(entity, story, known):
        return True
    if entity.kind is Kind.UNKNOWN and _is_of_somebody(entity.name, story, known):
        return True
    if known.compound.search(entity.name) or entity.name in PLAIN.of(story) or _has_twin(entity, story):
        return True
    # "the Oslo-Halden (route)", "TAPPER: No."
    if is_route(entity.name, known) or _is_label(entity, story):
        return True
    # "Riksdag MPs", "Norland Refugees", "NGOs"
    if _is_members(entity.words, known) or LETTERS_OF_MANY.match(entity.name):
        return True
    if entity.kind is Kind.PERSON:
        return _is_nobody(entity, story, known)
    if len(entity.words) == 1:
        return _is_plain_word(entity, story, known) or _is_of_office(entity, story, known)
    first, *_ = entity.words
    *others, last = entity.words
    # "Former Premier", "Texas Republican"
    if first == "Former" or (last in known.parties and len(others) == 1):
        return True
    if last.lower() in PREPOSITIONS.of(story) | SMALL or not RIGHTS.of(story).isdisjoint((first, last)):
        return True
    # "South American", "Santa Clara-based": adjectives.
    directed = known.everyday(first) or first in known.place_words or is_adjective(first, known)
    if is_adjective(last, known) or (last in known.peoples and directed):
        return entity.kind is not Kind.ORGANISATION
    if entity.kind is Kind.PLACE and is_of_inhabitants(entity.name, known):
        return True
    if _is_of_office(entity, story, known) or _is_one_of_many(entity, story, known):
        return True
    if _is_title(entity, known) or _is_shouted(entity, known):
        return True
    return any(map(known.everyday, entity.words)) and is_in_headings(entity, story)


def _is_title(entity: Entity, known: NameWords) -> bool:
    """Tell whether words are an office: "Deputy Prime Minister", "AP Photographer", "Texas Governor"."""
    *others, last = entity.words
    if last.lower() in known.roles and all(map(str.isupper, others)):
        return True
    common = all(_is_common(word, known) or word.isupper() for word in others)
    return last in known.titles and (common or " ".join(others) in known.places)


def _is_shouted(entity: Entity, known: NameWords) -> bool:
    """Tell whether plain words have their capitals for weight: "the WITCH HUNT"."""
    loud = entity.kind is Kind.UNKNOWN and entity.name.isupper()
    return loud and all(known.everyday(word.capitalize()) for word in entity.words)


def _is_taken(entity: Entity, story: Document, known: NameWords) -> bool:
    """Tell whether a word is a title by itself, or a surname that the story knows: "the Lind camp"."""
    if entity.kind is Kind.PLACE:
        text = story.view(flat)
        within = any(text.endswith(WITHIN, 0, mention.start) for mention in entity.mentions)
        return entity.name in story.view(_surnames) and not within
    title = entity.name in known.titles or entity.name.removesuffix("s") in known.titles
    return title and entity.kind is Kind.PERSON and not known.is_given(entity.name)


def _is_of_somebody(name: str, story: Document, known: NameWords) -> bool:
    """Tell whether a word is made of the names of others: "the Linds", "Lind-Russia", "Sri Lankan"."""
    surnames = story.view(_surnames)
    family = name.endswith("s") and name[:-1] in surnames
    return family or is_of_inhabitants(name, known) or is_adjective(name, known, surnames)


def _is_of_office(entity: Entity, story: Document, known: NameWords) -> bool:
    """Tell whether plain words only say what somebody is over: "Director of National Security"."""
    if not all(known.everyday(word) or word in known.fields for word in entity.words):
        return False
    text = story.view(flat)
    return all(
        (office := OF_OFFICE.search(text, max(0, each.start - REACH), each.start))
        and office[1] in known.titles
        for each in entity.mentions
    ) or all(
        (office := AND_OFFICE.match(text, each.span.end)) and office[1] in known.titles
        for each in entity.mentions
    )


def _is_one_of_many(entity: Entity, story: Document, known: NameWords) -> bool:
    """Tell whether plain words are those of a kind of thing: "a World Class University that"."""
    text = story.view(flat)
    return all(map(known.everyday, entity.words)) and all(
        text.endswith((" a ", " an "), 0, each.start) and OF_KIND.match(text, each.span.end)
        for each in entity.mentions
    )


def _is_members(words: Sequence[str], known: NameWords) -> bool:
    """Tell whether words only say who people of a place or a house are."""
    *others, last = words
    # "Orlando Democrat"
    if len(others) == 1 and others[0] in known.places and last in known.peoples:
        return True
    if not others or not last.endswith("s"):
        return False
    # "Senate Democrats", but not "Sweden Democrats"
    if len(others) == 1 and last in known.peoples and not known.organisations.isdisjoint(others):
        return True
    members = last[:-1] in known.bodiless and known.organisations.isdisjoint(words)
    return members or (len(others) == 1 and others[0] in known.places and last[:-1].lower() in known.callings)


def _is_label(entity: Entity, story: Document) -> bool:
    """Tell whether a word in capitals is somebody's of the story, whom a transcript calls so."""
    if entity.kind is Kind.PERSON or not entity.name.isupper() or len(entity.name) < LOUD:
        return False
    return entity.name.capitalize() in story.view(_surnames)


def _surnames(story: Document) -> frozenset[str]:
    return frozenset(person.surname for person in story.view(persons))


def _has_twin(entity: Entity, story: Document) -> bool:
    """Tell whether a word only ever opens sentences and stands in the story without its capital, too."""
    if len(entity.words) > 1 or entity.name.isupper() or any(mention.title for mention in entity.mentions):
        return False
    text, word = story.view(flat), entity.name.lower()
    if not all(opens_sentence(text, mention.start) for mention in entity.mentions):
        return False
    return any(text.startswith(word, start) for start in story.view(words).get(word, ()))


def _is_nobody(entity: Entity, story: Document, known: NameWords) -> bool:
    """Tell whether words that were taken for a person's name are everyday ones, an adjective or an office."""
    first, *_ = entity.words
    *others, last = entity.words
    # "X", "Jr."
    if not others and (
        last in known.juniors or (len(last) == 1 and any(_is_on(each, story) for each in entity.mentions))
    ):
        return True
    titles = {mention.title.rpartition(" ")[2] for mention in entity.mentions} - {""}
    titles -= LIKE_ADJECTIVES.of(story)
    if not others and not titles and _is_of_people(last, known):
        return True
    # "Lind Speaks", where the story is about Anna Lind
    told = len(others) == 1 and first in story.view(_surnames) and known.everyday(last)
    told = told or ((bool(others) or not titles) and is_of_headline(entity.words, known))
    if told and is_in_headings(entity, story):
        return True
    if is_of_party(first) or (not others and is_adjective(first, known)):
        return True
    if len(others) > 1 and all(map(known.everyday, entity.words)) and not known.is_given(first):
        return True
    # "Having DNA-suitable (material)"
    if others and known.everyday(first) and not known.is_given(first) and is_adjective(last, known):
        return True
    if known.is_given(first) or first in known.families or first in known.renowned:
        return False
    # "With Bombshell Claim", "On Lind": words of a headline.
    if others and first.lower() in known.starters:
        return True
    # "U.S. Secretary", "AP Photographer": an office.
    if others and (last.rstrip(".") in known.titles or last.lower() in known.roles):
        return all(word in known.places or word.isupper() or known.everyday(word) for word in others)
    if titles:
        return False
    return all(known.everyday(word) or word in known.titles for word in entity.words)


def _is_on(mention: Mention, story: Document) -> bool:
    """Tell whether something is posted there: "on X"."""
    return story.view(flat).endswith(" on ", 0, mention.start)


def _is_of_people(word: str, known: NameWords) -> bool:
    """Tell whether a word is said of many: "Neighbors said"."""
    if known.is_given(word) or word in known.families or word in known.renowned:
        return False
    return is_of_inhabitants(word, known) or (word.endswith("s") and word[:-1].lower() in known.callings)


def _is_plain_word(entity: Entity, story: Document, known: NameWords) -> bool:
    """Tell whether a single word is none of a name: a noun of bodies, an adjective, what opens a sentence."""
    word = entity.name
    if word in FORMS.of(story) | NO_BODY.of(story) | RIGHTS.of(story):
        return True
    if word.isupper() and len(word) >= LOUD and known.everyday(word.capitalize()):
        return True
    if len(word.rstrip(".")) == 1 or (len(word) == 2 and not word.isupper()) or is_adjective(word, known):
        return True
    # "the Ministry", "A.M."
    if word in known.heads or word.replace(".", "") in known.nameless:
        return True
    # "AUGUST", "January-to-March", "Arizonans", "Memorial Day"
    if is_date(word, known) or _is_of_day(entity, story):
        return True
    if is_of_inhabitants(word, known):
        return True
    if is_of_views(word, known) or is_sum(word, known):
        return True
    # "NOK500", "NT$50"
    if (word[:3] in known.bodiless and word[3:].isdigit()) or _is_money(entity, story):
        return True
    if is_of_party(word):
        return True
    if known.everyday(word) or word in known.place_words:
        return (
            entity.kind is Kind.UNKNOWN
            or word in known.organisations
            or (
                entity.kind is Kind.ORGANISATION
                and (word in known.place_words or _is_by_itself(entity, story))
            )
        )
    if entity.kind is not Kind.UNKNOWN or word in known.given or word in known.families:
        return False
    return all(opens_sentence(story.view(flat), mention.start) for mention in entity.mentions)


def _is_by_itself(entity: Entity, story: Document) -> bool:
    """Tell whether no word beside it says that a plain word is a body's: "the 21st Century network"."""
    text = story.view(flat)
    return not entity.name.isupper() and not any(
        text.endswith(("the ", "The "), 0, each.start) or is_outfit(each, story) for each in entity.mentions
    )


def _is_money(entity: Entity, story: Document) -> bool:
    return all(story.view(flat).startswith("$", each.span.end) for each in entity.mentions)


def _is_of_day(entity: Entity, story: Document) -> bool:
    text = story.view(flat)
    return all(text.startswith(" Day", mention.span.end) for mention in entity.mentions)


def _is_common(word: str, known: NameWords) -> bool:
    return known.everyday(word) or known.generic(word)
