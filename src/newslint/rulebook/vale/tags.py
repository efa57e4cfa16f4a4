"""Parts of speech that are told by the word alone: those of Penn's tags whose words can be listed."""

from __future__ import annotations

import re

CLOSED = {
    "MD": "can could may might must shall should will would ca wo 'll 'd ’ll ’d",
    "PRP": "i you he she it we they me him us them myself yourself himself herself itself ourselves",
    "PRP$": "my your his its our their",
    "CC": "and or but nor",
    "DT": "a an the this these those each every another some any",
    "EX": "there",
    "TO": "to",
    "WDT": "which",
    "WP": "who whom what",
    "WRB": "when where why how",
}
# The tags whose words nobody can list.
OPEN = (
    *(
        "CD",
        "FW",
        "IN",
        "JJ",
        "JJR",
        "JJS",
        "LS",
        "NN",
        "NNS",
        "NNP",
        "NNPS",
        "PDT",
        "POS",
        "RB",
        "RBR",
        "RBS",
    ),
    *("RP", "SYM", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WP$"),
)


def words_of(tag: str) -> str | None:
    """Return an expression for the words that a tag's expression means, or None where no list has them."""
    try:
        meant = re.compile(tag)
    except re.error:
        return None
    if any(meant.search(each) for each in OPEN):
        return None
    words = [word for name, listed in CLOSED.items() if meant.search(name) for word in listed.split()]
    return f"(?i:{'|'.join(map(re.escape, words))})" if words else None
