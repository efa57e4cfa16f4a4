"""Surroundings: what the words beside a possible name say of what it names."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from newslint.core.pattern import lazy_pattern
from newslint.text.names.candidates.appositions import apposed_kind
from newslint.text.names.candidates.evidence import Candidate, Kind
from newslint.text.names.candidates.name_words import NameWords

BEFORE, REACH = 24, 48
WORD_AFTER = lazy_pattern(r"(?:'s?(?!\w))?(,?) ?\(?([\w'-]*)(?: ([a-z]+))?")
# "Motwani, 34, …", "Motwani, a 34-year-old …", "Motwani, who …", "Motwani (34)".
AGED = lazy_pattern(
    r", (?:aged )?\d{1,3}(?: years old)?(?=[,.;])|, an? \d{1,2}-year-old\b|, (?:who|whose)\b| \(\d{1,2}\)"
)
NAMED = frozenset({"called", "dubbed", "named"})
JOINTS = frozenset({"for", "of"})
BEING = frozenset({"is", "was", "are", "were", "be", "been"})
# "Arden, Belling and Corrow counties": each is one.
COUNTIES = lazy_pattern(
    r"((?:, [A-Z][\w'-]+)*,? and [A-Z][\w'-]+)? (?:boroughs|counties|districts|parishes|provinces)\b"
)
AND = " and "
CASES = (" v. ", " v ")
STATE = lazy_pattern(r", ([A-Z][a-z]+(?: [A-Z][a-z]+)?|(?:[A-Z]\.){2})(?:\.?,|[.;)])")
LOCATIVES = frozenset({"in", "at", "near", "outside", "inside", "around", "toward", "throughout"})
# People, too, are gone to and come from: these tell only of a longer name that no given name opens.
DIRECTIONS = frozenset({"from", "to", "into", "across", "via"})
ARTICLES = frozenset({"the", "a", "an", "this", "its", "their", "our"})
QUOTES = "\"“”‘’'`«»"
BESIDE = " " + QUOTES
# What may come after whoever spoke: "said Lind on Monday", not "said Lind was ill".
AFTER_SPEAKER = frozenset(
    {"in", "on", "at", "of", "from", "to", "by", "during", "after", "before", "as", "when", "while", "who"}
)
STOPS = ",.;:\n"
POSSESSIVES = frozenset({"His", "Her", "Their", "My", "Our", "Your"})


def is_aged(end: int, text: str) -> bool:
    """Tell whether an age or a clause about a person follows what ends at *end*: "Chiou, 44, runs …"."""
    return text.startswith((", ", " ("), end) and AGED.match(text, end) is not None


def has_age(end: int, text: str) -> bool:
    """Tell whether an age follows what ends at *end*. Teams have none: "the Arden Halvers, who lost"."""
    return is_aged(end, text) and not text.startswith(", who", end)


def is_of_state(name: tuple[str, ...], end: int, text: str, known: NameWords) -> bool:
    """Tell whether a state or country follows a name, between commas: "Halden, Ohio, won"."""
    state = STATE.match(text, end)
    if state is None or (len(name) > 1 and known.is_given(name[0])):
        return False
    # Towns stand in a row, too.
    return state[1] in (known.places if len(name) == 1 else known.states) or state[1] in known.state_codes


def speaks(name: Candidate, text: str, known: NameWords) -> bool:
    """Tell whether a verb of speech beside a name is its own."""
    return _speaks(_surroundings(text, name.start, name.span.end, known), known)


def has_role(name: Candidate, text: str, known: NameWords) -> bool:
    """Tell whether what somebody does or is stands just before a name: "singer Anna Bay"."""
    return _has_role(_surroundings(text, name.start, name.span.end, known), name.words, known)


class Surroundings(msgspec.Struct, frozen=True, gc=False):
    """The words beside a name."""

    before: str
    head: str
    heads_body: bool
    after: str
    beyond: str
    apart: bool
    pauses: bool
    closed: bool
    aged: bool


def by_surroundings(start: int, name: tuple[str, ...], text: str, known: NameWords) -> tuple[Kind, bool]:
    """Judge a name by the words beside it."""
    end = start + sum(map(len, name)) + len(name) - 1
    if _is_quoted(text, start, end):
        return Kind.UNKNOWN, len(name) > 1
    if len(name) == 1 and text[end : end + 1] == " " and text[end + 1 : end + 2].isdigit():
        return Kind.UNKNOWN, False
    beside = _surroundings(text, start, end, known)
    # "Halden Lind & Berg"
    if len(name) > 1 and (text.startswith(" & ", end) or text.endswith(" & ", 0, start)):
        return Kind.ORGANISATION, False
    told = _by_noun_ahead(beside, text, start, known) or _by_names_beside(name, beside, text, start, known)
    if told:
        return told
    if (beside.aged and not _is_located(beside)) or _has_role(beside, name, known):
        return Kind.PERSON, not _is_everyday(name, known)
    if beside.before in ARTICLES:
        if beside.after in known.of_people:
            return Kind.PERSON, False
        if _is_before_place(beside, known) and beside.after not in known.body_nouns:
            return Kind.PLACE, False
        return Kind.ORGANISATION, beside.after in known.body_nouns
    told = _by_noun_beside(name, beside, text, end, known)
    if told:
        return told
    if _speaks(beside, known) and not _is_everyday(name, known):
        return Kind.PERSON, len(name) > 1
    # "Lind and Berg, a duo"
    apposed = apposed_kind(end, text, known) if beside.pauses and beside.before != "and" else None
    if apposed:
        return apposed
    if 1 < len(name) < 5 and not any(map(known.everyday, _own_words(name, known))):
        return Kind.PERSON, False
    return Kind.UNKNOWN, False


def _by_noun_ahead(beside: Surroundings, text: str, start: int, known: NameWords) -> tuple[Kind, bool] | None:
    """Judge a name by a noun at once before it: "the firm Halden", "the capital Halden"."""
    closed = beside.pauses or beside.closed or not beside.apart
    if closed and beside.before in known.outfits:
        return Kind.ORGANISATION, True
    # "another kibbutz, Halden,"
    if closed and beside.before in known.ahead_of_places:
        return Kind.PLACE, False
    # "Anna Lind, from Halden, said"
    if beside.pauses and beside.before == "from" and text.endswith(", from ", 0, start):
        return Kind.PLACE, False
    return None


def _by_noun_beside(
    name: tuple[str, ...], beside: Surroundings, text: str, end: int, known: NameWords
) -> tuple[Kind, bool] | None:
    """Judge a name by what it is in, of or before: "in Halden", "Halden's port", "the Halden mayor"."""
    # "Halden's widow", "Halden's port"
    if text.startswith("'", end):
        if beside.after in known.relatives:
            return Kind.PERSON, not _is_everyday(name, known)
        return (Kind.PLACE, False) if beside.after in known.of_towns else None
    if _is_place(beside, name, known) or beside.after in known.place_offices:
        return Kind.PLACE, False
    if beside.after in known.body_nouns or _is_office(beside, known):
        return Kind.ORGANISATION, True
    return None


def _by_names_beside(
    name: tuple[str, ...], beside: Surroundings, text: str, start: int, known: NameWords
) -> tuple[Kind, bool] | None:
    """Judge a name by a body's noun before it, or by a state or other names behind it."""
    # "a charity called Halden"
    if beside.before in NAMED and beside.head.lower() in known.outfits:
        return Kind.ORGANISATION, True
    # "the Center for Constitutional Jurisprudence, who"
    if beside.heads_body and _is_everyday(name, known):
        return Kind.ORGANISATION, False
    # "in the end Halden, Ohio, won"
    end = start + sum(map(len, name)) + len(name) - 1
    behind = text[end : end + REACH]
    if beside.pauses and is_of_state(name, end, text, known):
        return Kind.PLACE, False
    if len(name) > 1:
        return None
    counties = COUNTIES.match(behind)
    if counties and (counties[1] or text.endswith(AND, 0, start)):
        return Kind.PLACE, False
    # "in Halden v. Lind"
    return (Kind.UNKNOWN, False) if behind.startswith(CASES) else None


def _is_everyday(name: tuple[str, ...], known: NameWords) -> bool:
    return all(map(known.everyday, _own_words(name, known)))


def _own_words(name: tuple[str, ...], known: NameWords) -> Iterator[str]:
    """Yield the words of a name but for "Van", "De" and the like."""
    return (word for word in name if word.lower() not in known.particles)


def _is_located(beside: Surroundings) -> bool:
    return beside.before in LOCATIVES or beside.before in DIRECTIONS or beside.before == "of"


def _has_role(beside: Surroundings, name: tuple[str, ...], known: NameWords) -> bool:
    """Tell whether what somebody does or is stands just before: "singer Lind"."""
    if beside.apart:
        return _is_kin(beside, known) and not _is_everyday(name, known)
    # "The first part is called Lind" names nobody.
    if beside.before not in known.roles or (beside.before.endswith("ed") and beside.head.lower() in BEING):
        return False
    return not _is_everyday(name, known) and (len(name) > 1 or beside.before not in known.shared_roles)


def _is_kin(beside: Surroundings, known: NameWords) -> bool:
    """Tell whether a name says who a relative is: "her ex-husband, Alan,"."""
    relative = beside.before.rpartition("-")[2] in known.relatives
    return relative and (beside.closed or beside.pauses) and beside.head in POSSESSIVES


def _is_quoted(text: str, start: int, end: int) -> bool:
    """Tell whether a name is all that stands in quotation marks, as a title of a work does."""
    return start > 0 and text[start - 1] in QUOTES and text[end : end + 2].lstrip(",.")[:1] in (*QUOTES,)


def _is_place(beside: Surroundings, name: tuple[str, ...], known: NameWords) -> bool:
    """Tell whether a name is gone to or lived in, or is of a province, a village, a bay."""
    head = beside.head.lower()
    if (beside.before in LOCATIVES and beside.head not in known.holdings) or (
        beside.before == "of" and (beside.head in known.place_words or head in known.heads_of_places)
    ):
        return True
    # "a nurse from Halden", "the girls from Halden", "a 19-year-old from Halden"
    if beside.before == "from" and (head.removesuffix("s") in known.callings or head.endswith("-old")):
        return True
    if len(name) > 1 and beside.before in DIRECTIONS and beside.head.lower() not in known.gains:
        # "to Jonny “Joe” Lind"
        return name[1][0] not in QUOTES
    return _is_before_place(beside, known)


def _is_before_place(beside: Surroundings, known: NameWords) -> bool:
    """Tell whether a plain noun says that a name is a place's: "Halden bay", "Halden refugee camp"."""
    noun = beside.beyond if beside.after in known.roles else beside.after
    return noun.capitalize() in known.place_words


def _is_office(beside: Surroundings, known: NameWords) -> bool:
    """Tell whether an office follows at once: "Delta chairman Lind"; not "Lind son of", "Lind called him"."""
    return beside.after in known.roles and not (
        beside.after in known.relatives
        or beside.after in known.staff
        or beside.after.endswith("ed")
        or beside.pauses
    )


def _speaks(beside: Surroundings, known: NameWords) -> bool:
    """Tell whether a verb of speech is the name's: "said Lind, who …", not "said Delta was …"."""
    if beside.after in known.cues:
        return True
    if beside.before not in known.cues or beside.before in known.addressing:
        return False
    return beside.closed or beside.after in AFTER_SPEAKER


def _surroundings(text: str, start: int, end: int, known: NameWords) -> Surroundings:
    ahead = text[max(0, start - BEFORE) : start].rstrip(QUOTES)
    words = ahead.rsplit(None, 2) if start and text[start - 1] in BESIDE else ()
    before = words[-1] if words else ""
    behind = WORD_AFTER.match(text, end, min(len(text), end + 32))
    return Surroundings(
        before=before.strip("([," + QUOTES).lower(),
        head=words[-2].capitalize() if len(words) > 1 else "",
        heads_body=len(words) > 1 and before in JOINTS and words[-2] in known.organisations,
        after=behind[2].lower() if behind else "",
        beyond=(behind[3] or "") if behind else "",
        apart=before.endswith(","),
        pauses=bool(behind and behind[1]),
        closed=text[end : end + 1] in STOPS,
        aged=is_aged(end, text),
    )
