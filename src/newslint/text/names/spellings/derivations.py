"""Derivations: words made from a name, and so no misspelling of it: peoples, plurals, women's forms."""

from __future__ import annotations

# What makes a people, a plural or a creed of a name, which is no misspelling of it.
ADDED = frozenset(
    {"s", "es", "n", "an", "ian", "ean", "i", "is", "ns", "ish", "ese", "ite", "ites", "ism", "ist", "ists"}
    | {"ic", "ans", "ians", "er", "ers", "iya", "d", "ed", "a", "o"}
)
EXCHANGED = frozenset(
    {("a", "o"), ("as", "os"), ("m", "t"), ("m", "ts"), ("n", "s"), ("ns", "s"), ("ies", "y"), ("h", "sh")}
    | {("er", "y"), ("rs", "s"), ("a", "c"), ("a", "s"), ("ia", "o"), ("ans", "ens")}
)
# The like of a surname: families, followers, teachings; and Husseini is not Hussein.
OF_SURNAMES = frozenset({"s", "es", "i", "an", "ans", "ian", "ians", "ism", "ist", "ists", "ite", "ites"})
# Zelensky and his wife Zelenska, Dultsev and Dultseva.
FEMININES = (
    *((letter + man, letter + "a") for letter in "kn" for man in ("y", "i", "yy", "yi", "ii", "iy", "ij")),
    *(("iy", "aya"), ("oy", "aya")),
    *(("ev", "eva"), ("ov", "ova"), ("in", "ina"), ("os", "ou"), ("s", "a")),
)


def derived(first: str, second: str, *, surname: bool = False) -> bool:
    """Tell whether one word is made from the other, as "Iraqis" and "Iraqi" are.

    Of a surname fewer words are made, and none by exchanging its ending.
    """
    shorter, longer = sorted((first, second), key=len)
    stem = 0
    while stem < len(shorter) and shorter[stem] == longer[stem]:
        stem += 1
    rest, more = shorter[stem:], longer[stem:]
    if not rest:
        return more in (OF_SURNAMES if surname else ADDED) and more != shorter[-1]
    return not surname and stem > 3 and tuple(sorted((rest, more))) in EXCHANGED


def feminine(first: str, second: str) -> bool:
    """Tell whether two names are the man's and the woman's form of one."""
    return any(
        first.endswith(one) and second.endswith(other) and first[: len(first) - len(one)] + other == second
        for pair in FEMININES
        for one, other in (pair, pair[::-1])
    )
