"""Own words: what a name's words, without those beside it, tell of what it names."""

from __future__ import annotations

from newslint.core.pattern import lazy_pattern
from newslint.text.names.candidates.evidence import Kind
from newslint.text.names.candidates.name_words import NameWords

# "J.", "J.K.", and those that no space parts from the name: "B.Enkhtuya".
INITIALS = lazy_pattern(r"^(?:[A-Z]\.)+(?:[A-Z][\w'-]{3,})?$")
GLUED = lazy_pattern(r"^(?:[A-Z]\.)+[A-Z][\w'-]{3,}$")
# A month that stands behind given names: "Theresa May".
SURNAME = "May"
Words = tuple[str, ...]


def kind_by_words(name: Words, known: NameWords) -> tuple[Kind, bool]:
    """Judge a name by its own words."""
    whole = " ".join(name)
    if whole in known.places:
        return Kind.PLACE, True
    if whole in known.bodies:
        return Kind.ORGANISATION, True
    # "Le Pen"
    if len(name) > 1 and whole in known.renowned:
        return Kind.PERSON, True
    if whole.isupper() and len(name) > 1 and whole.title() in known.places:
        return Kind.PLACE, True
    if len(name) == 1:
        return _by_word(whole, known)
    given = known.is_given(name[0])
    return (
        _by_form(name, known)
        or _by_common_nouns(name, known, given=given)
        or _by_capitals(name, known, given=given)
        or _by_names(name, known, given=given)
        or (Kind.UNKNOWN, False)
    )


def _by_form(name: Words, known: NameWords) -> tuple[Kind, bool] | None:
    """Judge a name by what only one kind has: "Ltd", a family name in front, "Abu", a ship's "HMS"."""
    if name[-1].rstrip(".") in known.forms:
        return Kind.ORGANISATION, True
    # "Ford Tamber", "Acura TMB"
    if name[0] in known.makers and known.organisations.isdisjoint(name):
        ware = not known.is_given(name[1]) and name[-1] not in known.place_words
        return (Kind.UNKNOWN, True) if ware else None
    if is_family_first(name, known) or (name[0] in known.kunyas and known.is_given(name[1])):
        return Kind.PERSON, True
    if name[-1] in known.surnameless and name[-2] in known.surnameless and not known.everyday(name[-1]):
        return Kind.PERSON, True
    if name[0] in known.vessels or _is_sentence(name, known):
        return Kind.UNKNOWN, True
    return None


def _by_common_nouns(name: Words, known: NameWords, *, given: bool) -> tuple[Kind, bool] | None:
    """Judge a name by words for places, bodies, titles, peoples and days in it."""
    last, others = name[-1], name[1:] if given else name
    # "Bank Street", but not "Tower Bank".
    if (
        last in known.place_words
        and last not in known.organisations
        and not (given and last in known.surnames)
    ):
        return Kind.PLACE, True
    if last in known.surnames and len(name) == 3 and _opens_personally(name, known):
        return Kind.PERSON, True
    if not known.organisations.isdisjoint(others):
        return Kind.ORGANISATION, True
    if last.rstrip(".") in known.titles and all(known.generic(word) or word in known.places for word in name):
        return Kind.UNKNOWN, True
    if given and last in known.surnames and len(name) < 4:
        return Kind.PERSON, True
    if _is_team(name, known):
        return Kind.ORGANISATION, False
    if last in known.place_words or (name[0] in known.place_words and not given):
        # "Park Jin"
        familiar = len(name) == 2 and name[0] in known.families and not known.everyday(last)
        return None if familiar and last not in known.place_words else (Kind.PLACE, True)
    # "Ft. Halden", "St. Mary", which Jill St. Clair's surname is not.
    if len(name) == 2 and name[0].endswith(".") and name[0][:-1] in known.place_words:
        return Kind.PLACE, False
    if given and len(name) == 2 and last in known.peoples and not last.endswith("s"):
        return Kind.PERSON, False
    if name[-1] == SURNAME and known.is_given(name[-2]):
        return Kind.PERSON, True
    if not (known.peoples.isdisjoint(others) and known.nameless.isdisjoint(others)):
        return Kind.UNKNOWN, True
    return None


def _is_team(name: Words, known: NameWords) -> bool:
    """Tell "New England Mariners" from "Los Angeles Heights"."""
    last = name[-1]
    if len(name) < 3 or not last.endswith("s") or last in known.place_words:
        return False
    return " ".join(name[:-1]) in known.places


def _opens_loud(word: str) -> bool:
    """Tell whether letters open a word: "EU-Asia Connectivity", not "J-Lo"."""
    first, _, second = word.partition("-")
    return first.isupper() and len(first) > 1 and second[:1].isupper() and not second.isupper()


def _opens_personally(name: Words, known: NameWords) -> bool:
    """Tell "Thomas Hayden Church" and "M. Dane Waters" from "Anna Lind Church"."""
    return known.is_given(name[1]) and (known.is_given(name[0]) or INITIALS.match(name[0]) is not None)


def _by_capitals(name: Words, known: NameWords, *, given: bool) -> tuple[Kind, bool] | None:
    """Judge a name by capitals that no person's name has, or only a surname set in them."""
    others = name[1:] if given else name
    # "Omar AL-TIKRI", "Marta LINDQVIST"
    if given and all(word.isupper() and len(word.replace("-", "")) > 4 for word in others):
        return Kind.PERSON, False
    if any(
        word.isupper() and len(word) > 2 and "." not in word and word not in known.suffixes for word in name
    ):
        return Kind.ORGANISATION, False
    if any("-" in word and _opens_loud(word) for word in name):
        return Kind.ORGANISATION, False
    # "Martin Goes Back Home" is a title.
    if given and sum(known.everyday(word) for word in others if word not in known.particles) > 1:
        return Kind.UNKNOWN, True
    return None


def _by_names(name: Words, known: NameWords, *, given: bool) -> tuple[Kind, bool] | None:
    """Judge a name by given names, initials, family names and places in it."""
    if given or (INITIALS.match(name[0]) and name[0] not in known.places):
        return Kind.PERSON, not (name[0] in known.peoples or name[0] in known.nameless)
    if (
        (name[-1] in known.suffixes and (name[-1] in known.juniors or name[-1] not in known.numerals))
        or any(INITIALS.match(word) for word in name[1:-1])
        or name[0] in known.families
    ):
        return Kind.PERSON, True
    # "Al Gore", "S Orlando", but not "Stop Gore"
    renowned = name[-1] in known.renowned and not known.everyday(name[0])
    if len(name) == 2 and (renowned or len(name[0]) == 1) and name[0] not in known.places:
        return Kind.PERSON, False
    if name[-1] in known.places or name[0] in known.places or " ".join(name[:2]) in known.places:
        return Kind.ORGANISATION, False
    second = name[1].partition("-")
    if second[2] and second[2].islower() and len(name) == 2 and not known.compound.search(name[1]):
        return Kind.PERSON, True
    return None


def _by_word(word: str, known: NameWords) -> tuple[Kind, bool]:
    """Judge a name of one word: "KABUL" is Kabul, capitals are a body's, but not "USD" or "F20"."""
    if word in known.organisations:
        return Kind.ORGANISATION, True
    if word[1:2] == "." and GLUED.match(word):
        return Kind.PERSON, True
    if not word.isupper() or len(word.rstrip(".")) < 2:
        return Kind.UNKNOWN, False
    if len(word) > 3 and word.title() in known.places:
        return Kind.PLACE, True
    bodiless = word.replace(".", "") in known.bodiless or any(map(str.isdigit, word))
    return (Kind.UNKNOWN, True) if bodiless else (Kind.ORGANISATION, False)


def _is_sentence(name: Words, known: NameWords) -> bool:
    """Tell a headline in running copy from a name: "Anna Lind Beats Per Holm"; and "Rights Reserved"."""
    if name[0] in known.organisations and name[-1].endswith("ed"):
        return len(name) == 2 and name[-1] not in known.organisations
    return len(name) > 3 and any(
        (known.is_given(name[at + 1]) or name[at + 1] in known.renowned)
        and not known.is_given(name[at])
        and name[at][0].isupper()
        and known.everyday(name[at])
        for at in range(2, len(name) - 1)
    )


def is_family_first(name: Words, known: NameWords) -> bool:
    """Tell names like "Park Ji-hoon" and "Le Minh Hung", but not "Park Co-op"."""
    doubtful = name[0] in known.doubtful_families
    if not (doubtful or name[0] in known.families) or name[-1] in known.organisations:
        return False
    if len(name) == 3:
        return doubtful and name[1] in known.middle_names
    return len(name) == 2 and name[1].partition("-")[2].islower()
