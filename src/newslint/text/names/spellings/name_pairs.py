"""Name pairs: whether two near spellings in a story are one name, misspelt, or two."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.text.names.candidates.evidence import Kind
from newslint.text.names.candidates.name_words import NameWords
from newslint.text.names.spellings.derivations import derived, feminine
from newslint.text.names.spellings.given_names import LONG, are_two_given, one_given_name
from newslint.text.names.spellings.likeness import alike, are_doubled, one_slip
from newslint.text.names.spellings.name_uses import Companion, Profile
from newslint.text.names.spellings.sounds import HALF, begin_alike, distance, skeleton, within

# How a plain word that opens a sentence may end ("Protesters").
INFLECTED = ("s", "ing", "ed", "ly", "er", "or")
OFTEN = 3
PEOPLES = ("ese", "ism", "ists")


def one_name(first: Profile, second: Profile, known: NameWords) -> bool:
    """Tell whether two near spellings name one person, place or body."""
    if first.stands_with(second) or _are_two_words(first, second, known):
        return False
    if _is_title_misspelt(first, second, known) or _is_title_misspelt(second, first, known):
        return True
    surname = first.surname or second.surname
    if feminine(first.word, second.word) and not _are_places(first, second):
        return False
    if derived(first.word, second.word, surname=surname) and not _lost_its_s(first, second, known):
        return False
    # "Rafael Espinoza Next fight" shares no name with "Raphael Igbokwe Next fight".
    shared = first.companions & second.companions
    if shared and not _are_plain_beside_others(shared, first, second, known):
        return _one_by_companion(first, second, shared, known)
    strange = [each for each in (first, second) if not is_known(each, known)]
    if first.companions and second.companions:
        people = first.introduced and second.introduced
        return (
            people
            and bool(strange)
            and (
                _companions_alike(first, second, known)
                or _swapped_once(first, second)
                or _are_rare_surnames(first, second)
            )
        )
    if first.frames & second.frames:
        if _misnamed_place(first, second, known):
            return True
        return (
            bool(strange)
            and not _is_grown(first, second, known)
            and min(len(first.word), len(second.word)) > (3 if _often_one(first, second) else 4)
        )
    # A surname may be a given name, and so may be what it is misspelt as: Farouq, Farouk, Micheal.
    given = _are_given_and_swapped(first, second, known) or are_doubled(first.word, second.word)
    return (bool(strange) or surname or given) and _one_alone(first, second, strange, known)


def _are_plain_beside_others(
    shared: frozenset[Companion], first: Profile, second: Profile, known: NameWords
) -> bool:
    """Tell whether two share only plain words, each beside another name of its own."""
    return first.companions > shared < second.companions and all(
        side == 1 and known.everyday(word.title()) for word, side in shared
    )


def _are_two_words(first: Profile, second: Profile, known: NameWords) -> bool:
    """Tell whether two spellings are both words of their own: peoples, families, Kerman and German."""
    words = {first.uses[0].word, second.uses[0].word}
    if (first.word, second.word) in known.different or any(
        words <= those for those in (known.peoples, known.families)
    ):
        return True
    return any(
        one.surname and not other.person and other.uses[0].word in known.peoples
        for one, other in ((first, second), (second, first))
    )


def _is_title_misspelt(odd: Profile, title: Profile, known: NameWords) -> bool:
    """Tell whether a strange word opens names where the story has a title elsewhere: "Shiekh Ahmad"."""
    if title.uses[0].word not in known.titles or len(title.word) <= LONG or is_known(odd, known) or odd.alone:
        return False
    swapped = sorted(odd.word) == sorted(title.word)
    return (swapped or skeleton(odd.word) == skeleton(title.word)) and all(
        use.at == 0 and len(use.candidate.words) > 1 and not use.candidate.title for use in odd.uses
    )


def _are_places(first: Profile, second: Profile) -> bool:
    """Tell whether two spellings stand for no person, and for a place somewhere."""
    return Kind.PLACE in first.kinds | second.kinds and not (first.person or second.person)


def is_known(spelling: Profile, known: NameWords) -> bool:
    """Tell whether a spelling is a word, a place, a people or a given name in its own right."""
    word = spelling.uses[0].word
    if word in known.given or word in known.place_parts or word.endswith(PEOPLES):
        return True
    return known.generic(word) or known.everyday(word)


def _lost_its_s(first: Profile, second: Profile, known: NameWords) -> bool:
    """Tell whether the longer word is a surname in full, and so no plural of the one that stands alone."""
    bare, full = sorted((first, second), key=lambda each: len(each.word))
    lost = full.word == f"{bare.word}s" and full.surname and bare.person and not bare.introduced
    return lost and not any(is_known(each, known) for each in (bare, full))


def _swapped_once(first: Profile, second: Profile) -> bool:
    """Tell whether two letters changed places, once, in a name that stands often: Bill Clinotn."""
    return sorted(first.word) == sorted(second.word) and len(first.word) > 5 and _often_one(first, second)


def _are_rare_surnames(first: Profile, second: Profile) -> bool:
    """Tell whether two long surnames that no list knows are one, faintly misspelt, in a family."""
    long = min(len(first.word), len(second.word)) > LONG + 2
    if {first.word[-3:], second.word[-3:]} == {"sen", "son"}:
        return False
    return first.surname and second.surname and long and within(first.word, second.word, HALF)


def _are_given_and_swapped(first: Profile, second: Profile, known: NameWords) -> bool:
    """Tell whether two given names differ by letters that changed places, once: Micheal."""
    return all(each.uses[0].word in known.given for each in (first, second)) and _swapped_once(first, second)


def _often_one(first: Profile, second: Profile) -> bool:
    return is_often(first, second) or is_often(second, first)


def _one_by_companion(
    first: Profile, second: Profile, shared: frozenset[Companion], known: NameWords
) -> bool:
    """Judge two spellings that stand beside the same name: "Brain Mendoza", "Brian Mendoza"."""
    if all(is_known(each, known) and each.uses[0].word not in known.given for each in (first, second)):
        return False
    if first.introduced and second.introduced and first.surname != second.surname:
        # David Ross Meyers is not David Gross.
        return not all(side == -1 for _, side in shared)
    if all(side == 1 for _, side in shared):
        return one_given_name(first, second, shared, known)
    if all(companion.title() in known.families for companion, _ in shared):
        return skeleton(first.word) == skeleton(second.word) and len(first.word) > 4
    return begin_alike(first.word, second.word) and not (_goes_on(first) and _goes_on(second))


def _goes_on(spelling: Profile) -> bool:
    """Tell whether somebody is introduced by a surname that then stands alone."""
    return spelling.surname and spelling.alone


def _misnamed_place(first: Profile, second: Profile, known: NameWords) -> bool:
    """Tell whether one of two names that differ in one word is a place, and the other is none: São Paolo."""
    full = [use.candidate for each in (first, second) for use in each.uses if len(use.candidate.words) > 1]
    texts = {candidate.text for candidate in full}
    if len(texts) == 2 and len(texts & known.places) == 1:
        return True
    # "Sidney Harbour Bridge": two more words are the same.
    longest = max(map(len, first.frames & second.frames))
    named = [each.uses[0].word in known.places for each in (first, second)]
    return longest > 2 and named.count(True) == 1 and one_slip(first.word, second.word)


def _companions_alike(first: Profile, second: Profile, known: NameWords) -> bool:
    return any(
        side == other_side
        and companion != other
        and alike(companion, other)
        and not are_two_given(companion, other, known)
        for companion, side in first.companions
        for other, other_side in second.companions
    )


def _one_alone(first: Profile, second: Profile, strange: Sequence[Profile], known: NameWords) -> bool:
    """Judge two spellings of which one at least never stands in a full name."""
    if not begin_alike(first.word, second.word):
        return False
    told = first.surname or second.surname or first.place or second.place
    if not told and (_may_be_plain(first, known) or _may_be_plain(second, known)):
        return False
    if first.introduced or second.introduced:
        full, bare = (first, second) if first.introduced else (second, first)
        return _bare_name(bare, full, known)
    if not strange:
        return _are_given_and_swapped(first, second, known)
    if len(strange) == 2:
        return _two_strange(first, second)
    other = first if second in strange else second
    if other.uses[0].word in known.peoples and strange[0].companions:
        return False
    return not known.everyday(other.uses[0].word) and _slips_from(strange[0], other)


def _may_be_plain(spelling: Profile, known: NameWords) -> bool:
    """Tell whether a spelling only ever opens a sentence, and may be a plain word with an ending."""
    may_be = spelling.opening and not spelling.person and spelling.word.endswith(INFLECTED)
    return may_be and spelling.uses[0].word not in known.bodies


def _two_strange(first: Profile, second: Profile) -> bool:
    """Judge two words that no list knows: the more slips between them, the more has to speak for one name."""
    shorter = min(len(first.word), len(second.word))
    if not one_slip(first.word, second.word):
        return shorter > 7
    if distance(first.word, second.word) < 1 and _often_one(first, second):
        return shorter > 3
    if distance(first.word, second.word) < 1 or _often_one(first, second):
        return shorter > 4
    return shorter > 5 and max(len(first.uses), len(second.uses)) > 1


def _slips_from(strange: Profile, other: Profile) -> bool:
    """Tell whether a strange word is a known one with a letter dropped, added, swapped, or exchanged.

    Of short words there are many, and of exchanged letters: these ask for a name that the story uses often.
    """
    shorter = min(len(strange.word), len(other.word))
    if not one_slip(strange.word, other.word):
        long = shorter > 6 or (shorter > 5 and _often_one(strange, other))
        return long and within(strange.word, other.word, 1)
    swapped = sorted(strange.word) == sorted(other.word)
    often = is_often(other, strange)
    located = Kind.PLACE in strange.kinds
    if len(strange.word) != len(other.word) or swapped:
        slight = swapped or within(strange.word, other.word, HALF)
        return shorter > 5 or (shorter > 4 and (slight or located or often)) or (often and located)
    if skeleton(strange.word) == skeleton(other.word):
        slight = located and within(strange.word, other.word, HALF)
        return shorter > 5 or (shorter > 4 and slight) or (often and (located or shorter > 4))
    return often and shorter > 5


def is_often(usual: Profile, odd: Profile) -> bool:
    """Tell whether a story has one spelling often and the other once."""
    return len(odd.uses) == 1 and len(usual.uses) >= OFTEN


def _is_grown(first: Profile, second: Profile, known: NameWords) -> bool:
    """Tell whether one word is an everyday word with an ending, as "Franchisee" is."""
    shorter, longer = sorted((first.word, second.word), key=len)
    return longer.startswith(shorter) and known.everyday(shorter)


def _bare_name(bare: Profile, full: Profile, known: NameWords) -> bool:
    """Tell whether a word alone is a near name misspelt: it has no introduction of its own."""
    if bare.place or not bare.alone or bare.kinds <= {Kind.PLACE}:
        return False
    if bare.opening and bare.word[-1] == "s" and known.everyday(bare.uses[0].word[:-1]) and not bare.person:
        return False
    if bare.kinds <= {Kind.PLACE, Kind.ORGANISATION} and not (
        full.surname and len(bare.uses) == 1 and len(bare.word) > 4
    ):
        return False
    if are_doubled(bare.word, full.word) and full.uses[0].word in known.given:
        return not (known.everyday(bare.uses[0].word) or full.uses[0].word in known.surnameless)
    if len(bare.uses) > 2 and not bare.person:
        return False
    if is_known(bare, known):
        if _are_given_and_swapped(bare, full, known):
            return True
        if bare.uses[0].word not in known.given or (is_known(full, known) and not full.surname):
            return False
        if full.surname:
            near = one_slip(bare.word, full.word) or not is_known(full, known)
            return near and skeleton(bare.word) == skeleton(full.word)
        return bare.person
    shorter = min(len(bare.word), len(full.word))
    if full.surname or (full.alone and not is_known(full, known)):
        return shorter > 3
    swapped = sorted(bare.word) == sorted(full.word)
    return shorter > 5 and (swapped or not is_known(full, known))
