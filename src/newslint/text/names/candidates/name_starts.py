"""Name starts: where in a run of capitals the name proper begins, after titles and what else is there."""

from __future__ import annotations

from newslint.text.names.candidates.name_words import NameWords

Words = tuple[str, ...]


def name_start(words: Words, known: NameWords) -> int:
    """Return where the name proper starts: after the last title, or at a given name after generic words."""
    last = len(words) - 1
    if last == 0 or is_place(words, known):
        return 0
    for index in range(last - 1, -1, -1):
        if _is_title(words[index], words[index + 1], known) and not _is_called(words[index:], known):
            return index + 1
    for index in range(1, last):
        if _opens_name(words[index:], known) and not _ends_place(words[: index + 1], known):
            if _is_office(words[:index], known) or _name_nobody(words[:index], known):
                return 0 if words[index - 1].rstrip(".") in known.saints else index
            break
    first = 2 if last > 1 and _is_based(words, known) else 0
    while first < last and _only_describes(words[first], known):
        # "Southern Africa Litigation Centre"
        if (
            words[first].endswith("ern")
            and words[first + 1] in known.places
            and words[-1] in known.organisations
        ):
            break
        first += 1
    return first


def is_place(words: Words, known: NameWords) -> bool:
    """Tell whether words are a place's, also in capitals: "NEW YORK"."""
    whole = " ".join(words)
    return whole in known.places or (whole.isupper() and whole.title() in known.places)


def is_compound(word: str, known: NameWords) -> bool:
    return "-" in word and known.compound.search(word) is not None


def _is_based(words: Words, known: NameWords) -> bool:
    """Tell whether a place of two words opens the words for where a body is: "San Halden-based"."""
    place, _, based = words[1].partition("-")
    return based.islower() and is_compound(words[1], known) and f"{words[0]} {place}" in known.places


def _is_office(words: Words, known: NameWords) -> bool:
    """Tell whether words end in what somebody is or serves in: "Halden County Recorder", "Halden Brigade"."""
    last = words[-1]
    return len(words) > 1 and (last.lower() in known.roles or last in known.organisations)


def _is_called(words: Words, known: NameWords) -> bool:
    """Tell whether a title is part of what is called by it: "Saint Olav Hospital", "Defense Policy Board"."""
    if words[0] in known.saints:
        return words[-1] in known.organisations or words[-1] in known.place_words
    if len(words) < 3 or words[0].endswith(".") or words[0] in known.courtesy:
        return False
    return words[-1] in known.organisations and not known.is_given(words[1])


def _ends_place(words: Words, known: NameWords) -> bool:
    """Tell whether the last word, which may be a given name, ends a place's: "South Carolina"."""
    return any(" ".join(words[at:]) in known.places for at in range(len(words) - 1))


def _name_nobody(words: Words, known: NameWords) -> bool:
    place = next((size for size in range(len(words), 1, -1) if " ".join(words[:size]) in known.places), 0)
    return all(_names_nobody(word, known) for word in words[place:])


def _names_nobody(word: str, known: NameWords) -> bool:
    # "James" is no "jam".
    lower = word.lower()
    if known.is_given(word) and lower not in known.common and lower not in known.callings:
        return known.generic(word) or word in known.places
    if known.generic(word) or word in known.places or word in known.bodies or known.everyday(word):
        return True
    # "Violinist Anna Lind"
    if word.lower() in known.callings or (word.endswith("s") and word[:-1].lower() in known.callings):
        return True
    # "NATO Kurt Lind", but not "USS Abraham Lind".
    return word.isupper() and len(word) > 1 and word.isalpha() and word not in known.vessels


def _opens_name(words: Words, known: NameWords) -> bool:
    """Tell whether a person's name opens here: with a given name, or as "Choi Yuk-lin" does."""
    if not known.organisations.isdisjoint(words) or words[-1] in known.place_words:
        return False
    # "Peace Efforts"
    if words[0].lower() in known.common and words[1].endswith("s") and known.everyday(words[1]):
        return False
    # "US Marine Paul Lind"
    if words[0].lower() in known.callings and known.is_given(words[1]):
        return False
    half = words[1].partition("-")[2]
    family = words[0] in known.families or words[0] in known.doubtful_families
    return known.is_given(words[0]) or (family and half.islower())


def _only_describes(word: str, known: NameWords) -> bool:
    # "the Atlantic Council" is a whole name.
    people = word in known.peoples and word not in known.places
    return (people and not known.is_given(word)) or is_compound(word, known)


def _is_title(title: str, word: str, known: NameWords) -> bool:
    """Tell whether *title* is one, and *word* opens a name ("Dr. King", not "Prime Minister")."""
    if title.rstrip(".") not in known.titles or word in known.suffixes:
        return False
    return title.endswith(".") or title in known.courtesy or known.is_given(word) or not known.generic(word)
