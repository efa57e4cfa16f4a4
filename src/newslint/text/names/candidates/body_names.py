"""Body names: "Ministry of Health", "Bank of Norwood", whose small words join what stands apart."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.text.names.candidates.acronyms import REACH
from newslint.text.names.candidates.evidence import Candidate, Kind
from newslint.text.names.candidates.name_words import NameWords

JOINTS = (" of ", " of the ", " for ", " for the ")
POSSESSIVE, PLURAL, ON, AIM, COMMA = "'s ", "' ", " on ", " to ", ", "
APPOSED = ", the "
# What the last field of a list follows: "the Council on Energy, (Environment and) Water".
AND_FIELD = lazy_pattern(r",? (?:and|&) ([A-Z][a-z]+)")
# No people has a longer name, and nothing that joins two names is longer.
LONGEST = 24

# What may be small in a name: "Citizens for Responsibility and Ethics in Halden".
SMALL = frozenset({"of", "the", "for", "and", "&", "in", "on", "to", "against", "de", "des", "du", "del"})
FIELDS_FOLLOW = frozenset({"of", "for", "on"})
# "the Norwegian Harbour Institute", "an Oslo-based Nordic Harbour Institute"
AHEAD_OF_PEOPLES = (" the ", "The ", "\nthe ", "-based ")


def joined_bodies(
    names: Sequence[Candidate], text: str, known: NameWords, defined: Sequence[Span] = ()
) -> Iterator[Candidate]:
    """Yield *names* in the order of the text, those that "of" or "for" makes one body as one.

    So is all that an acronym is *defined* to stand for.
    """
    before: Candidate | None = None
    joined = False
    for name in (_with_people(name, text, known, defined) for name in names):
        between = text[before.span.end : name.start] if before else ""
        # Two spaces are no part of a name.
        if (
            before
            and "  " not in between
            and (_joins(before, name, between, text, known) or _is_defined(before, name, between, defined))
        ):
            span = before.span.joined(name.span)
            words = tuple(span.cut(text).split(" "))
            kind = Kind.PLACE if _is_placed(words, between, known) else Kind.ORGANISATION
            before = Candidate(before.start, words, kind, sure=True, opens=before.opens)
            joined = True
            continue
        if before:
            yield _with_people(before, text, known, defined) if joined else before
        before, joined = name, False
    if before:
        yield _with_people(before, text, known, defined) if joined else before


def _is_placed(words: Sequence[str], joint: str, known: NameWords) -> bool:
    """Tell whether what is joined is a place: "Frankfurt an der Oder", "the Bay of Halden"."""
    if " ".join(words) in known.places or (joint == POSSESSIVE and words[-1] in known.place_words):
        return True
    return joint in JOINTS[:2] and words[words.index("of") - 1] in known.grounds


def _with_people(name: Candidate, text: str, known: NameWords, defined: Sequence[Span]) -> Candidate:
    """Return a name with the people before it if they belong to it: "Norwegian Harbour Union (NHU)"."""
    end = name.start - 1
    if end < 1 or text[end] != " ":
        return name
    start = text.rfind(" ", 0, end) + 1
    people = text[start:end]
    if "\n" in people:
        start += people.rindex("\n") + 1
        people = text[start:end]
    if people not in known.peoples:
        return name
    whole = Span(start, name.span.end)
    of_party = people in known.parties and name.words[-1] in known.party_heads
    own = of_party or _is_of_people(name, text[max(0, start - REACH) : start], known)
    if own or f"{people} {name.text}" in known.bodies or _is_told(whole, defined):
        return Candidate(start, (people, *name.words), Kind.ORGANISATION, sure=True)
    return name


def _is_of_people(name: Candidate, before: str, known: NameWords) -> bool:
    """Tell "the (Norwegian) Harbour Association" from "the (Norwegian) National Football Association"."""
    if name.kind is not Kind.ORGANISATION or name.words[0] in known.of_states:
        return False
    if not before.endswith(AHEAD_OF_PEOPLES):
        return False
    head = next((at for at, word in enumerate(name.words) if word in FIELDS_FOLLOW), len(name.words)) - 1
    return name.words[head] in known.bodies_of_peoples


def _is_told(whole: Span, defined: Sequence[Span]) -> bool:
    """Tell whether an acronym stands for exactly what stands here."""
    at = bisect_left(defined, whole)
    return at < len(defined) and defined[at] == whole


def _joins(before: Candidate, name: Candidate, joint: str, text: str, known: NameWords) -> bool:
    if len(joint) > LONGEST:
        return False
    # "Dar es Salaam", "Frankfurt an der Oder"
    if joint[1:-1] in known.links:
        return _is_known(before, name, joint, known)
    if joint.startswith(" of ") and joint not in JOINTS and joint.split()[-1] in known.peoples:
        # "Organisation of Nordic Cooperation"
        joint = JOINTS[0]
    if joint.startswith(JOINTS[2]) and joint.split()[-1] in known.peoples:
        # "Centre for Nordic Trade Studies"
        return len(joint.split()) == 2 and before.words[-1] in known.organisations
    if joint == COMMA:
        return len(before.words) > 2 and _opens_list(before, name, text, known)
    if joint in JOINTS:
        return _goes_on(before, name, joint, known)
    if joint == ON:
        is_head = before.words[-1] in known.organisations or "for" in before.words
        first, *others = name.words
        # "the Centre on Contemporary Norway"
        plain = _is_plain(first, known) and all(
            _is_plain(word, known) or word in known.place_parts for word in others
        )
        return is_head and name.kind is not Kind.PLACE and plain
    if joint == PLURAL:
        return before.words[-1].removesuffix("s") in known.owners and name.words[-1] in known.organisations
    if joint == AIM:
        return _has_aim(before, name, known)
    if joint == POSSESSIVE:
        return _keeps_possessive(before, name, known)
    if joint == " & ":
        return before.kind is not Kind.PLACE and name.kind is not Kind.PLACE
    # "The Department of Trade and Industry", but not "the Bank of Norwood and Lind".
    return joint == " and " and (
        (len(before.words) > 2 and _are_fields(before, name, known))
        or _is_field(before, name, known)
        or _is_cause(before, name, known)
        or _is_known(before, name, joint, known)
        or _is_premises(before, name, known)
    )


def _is_premises(before: Candidate, name: Candidate, known: NameWords) -> bool:
    """Tell "the Halden College and Hospital" from "the Halden Police and Parliament"."""
    return len(before.words) > 1 and before.words[-1] in known.organisations and name.text in known.premises


def _goes_on(before: Candidate, name: Candidate, joint: str, known: NameWords) -> bool:
    """Tell whether "of" or "for" goes on with the name of a body."""
    if joint == JOINTS[2] and name.kind is Kind.PLACE and before.text in known.bodies:
        # "left the White House for Florida"
        return False
    if before.words[-1] in known.organisations or _is_known(before, name, joint, known):
        return True
    if joint != JOINTS[2] and (_is_of_ground(before, name, known) or _is_of_thing(before, name, known)):
        return True
    # "Institute for the Study of War"
    plain = all(map(known.everyday, (before.words[-1], *name.words)))
    return ("for" in before.words and plain) or _is_unfinished(before, name, joint, known)


def _is_of_ground(before: Candidate, name: Candidate, known: NameWords) -> bool:
    """Tell "the Great Hall of the People" and "the Bay of Halden" from "the State of Norland"."""
    return before.words[-1] in known.grounds and (
        (name.kind is Kind.PLACE and len(name.words) == 1) or all(map(known.everyday, name.words))
    )


def _is_of_thing(before: Candidate, name: Candidate, known: NameWords) -> bool:
    """Tell "the Tree of Life Synagogue", "the Freedom of Speech Act" from "the Head of Halden Council"."""
    word, last = before.words[-1], name.words[-1]
    if len(name.words) < 2 or before.opens or known.generic(word):
        return False
    # "the Halden Preservation of Water Act"
    named = last in known.bodiless_nouns or (len(before.words) == 1 and last in known.organisations)
    return (
        named
        and known.everyday(word)
        and known.everyday(name.words[0])
        and word.lower() not in known.callings
    )


def _opens_list(before: Candidate, name: Candidate, text: str, known: NameWords) -> bool:
    """Tell "the Council on Energy, Environment and Water" from "the Council on Energy, Oslo and Halden"."""
    if not _are_fields(before, name, known):
        return False
    last = AND_FIELD.match(text, name.span.end)
    return last is not None and _is_plain(last[1], known)


def _is_unfinished(before: Candidate, name: Candidate, joint: str, known: NameWords) -> bool:
    """Tell whether a body's name hardly ends yet: "Front for the Defence (of Halden)"."""
    last = before.words[-1]
    if FIELDS_FOLLOW.isdisjoint(before.words[1:-1]):
        return False
    if joint in JOINTS[:2]:
        return _is_plain(last, known) or last in known.place_words
    # "the Office of the High Commissioner for Human Rights"
    return last in known.titles and all(map(known.everyday, name.words))


def _is_field(before: Candidate, name: Candidate, known: NameWords) -> bool:
    """Tell "the Food and Drug Administration" from "the Army and Justice Department"."""
    *others, last = name.words
    if before.words[-1] not in known.fields or last not in known.organisations or not others:
        return False
    return _is_plain(others[0], known)


def _is_plain(word: str, known: NameWords) -> bool:
    return known.everyday(word) or word in known.fields or any(map(word.endswith, known.plain_endings))


def _is_cause(before: Candidate, name: Candidate, known: NameWords) -> bool:
    """Tell "the Children and Missing Families Forum" from "the Kremlin and Justice Department"."""
    if len(name.words) < 2 or name.words[-1] not in known.organisations:
        return False
    if not all(map(known.everyday, (*before.words, *name.words))):
        return False
    return known.organisations.isdisjoint(before.words) and not any(map(known.generic, before.words))


def _is_known(before: Candidate, name: Candidate, joint: str, known: NameWords) -> bool:
    whole = f"{before.text}{joint}{name.text}"
    return whole in known.places or whole in known.bodies


def _has_aim(before: Candidate, name: Candidate, known: NameWords) -> bool:
    """Tell "the Coalition to Stop Harbour Fires" from "told the Coalition to President Lind"."""
    verb, *others = name.words
    head = before.words[-1]
    if (
        not others
        or known.generic(verb)
        or not (head in known.party_heads or head in known.bodies_of_peoples)
    ):
        return False
    sure_place = name.sure and name.kind is Kind.PLACE
    return not sure_place and not known.is_given(verb) and known.everyday(verb)


def _keeps_possessive(before: Candidate, name: Candidate, known: NameWords) -> bool:
    """Tell "the People's Congress", "St. Olav's Hospital" and "Moody's Investors" from "Lind's Bank"."""
    *others, owner = before.words
    # "Martha's Vineyard"
    if not others and name.text in known.place_words and known.is_given(owner):
        return True
    if others and others[-1].rstrip(".") in known.saints and before.text not in known.places:
        return True
    if name.words[-1] not in known.organisations and name.words[-1] not in known.place_words:
        return False
    return owner in known.owners or f"{before.text}'s" in known.bodies


def _are_fields(before: Candidate, name: Candidate, known: NameWords) -> bool:
    """Tell whether what follows "of" and "and" are fields of an office: plain words."""
    last = next((at for at, word in enumerate(before.words) if word in FIELDS_FOLLOW), len(before.words))
    # "the Institute for Central Asia and Norway Studies"
    lands = known.place_parts if _is_plain(name.words[-1], known) and len(name.words) > 1 else ()
    return last < len(before.words) and all(
        word in SMALL or word in known.peoples or _is_plain(word, known) or word in lands
        for word in (each.rstrip(",") for each in (*before.words[last + 1 :], *name.words))
    )


def _is_defined(before: Candidate, name: Candidate, between: str, defined: Sequence[Span]) -> bool:
    if not defined:
        return False
    # A name of words that stand further apart than by one space has no place of its own for each.
    small = "  " not in between and all(word in SMALL for word in between.replace(",", " ").split())
    # "the HNU, the Halden branch"
    if not small or between.startswith(APPOSED):
        return False
    # The phrases stand in the order of the text, and none begins after what it holds.
    near = defined[bisect_left(defined, Span(name.start - REACH, 0)) : bisect_right(defined, name.span)]
    return any(phrase.overlaps(before.span) and phrase.contains(name.span) for phrase in near)
