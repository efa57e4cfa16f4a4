"""Temperature words: what copy says round a figure of degrees, of which some make it a difference."""

from __future__ import annotations

import re
from collections.abc import Mapping

import msgspec

from newslint.plugin import Lexicon, Worded, lazy_pattern
from newslint.text.trie import trie_pattern

# The lists of words; those of hedges are shared with conversions.
VERBS, BEATEN = "change-verbs", "beating-verbs"
CHANGES, SPREADS, LIMITS, PEAKS = "change-nouns", "spread-nouns", "limit-nouns", "peak-words"
USUAL, OF_USUAL, WARMER = "usual-values", "usual-adjectives", "warmer-words"
LIMITING, LIMITED = "limiting-verbs", "limiting-participles"
WARMING = "warming-nouns"
ROUGH = ("hedges-of-degrees", "rough-hedges", "hedges-over", "hedges-under")
# "cooled by 15 C (59 F) water"
MATTER = Worded(r"[)\]]* (?:\w+ )?{matter-words}")
CLIMATE = Worded("{climate-words}")


class Patterns(msgspec.Struct, frozen=True):
    """What may stand before a pair of temperatures, up to it, and what after it."""

    by: re.Pattern[str]
    pledge: re.Pattern[str]
    moved: re.Pattern[str]
    moving: re.Pattern[str]
    point: re.Pattern[str]
    placed: re.Pattern[str]
    beyond: re.Pattern[str]
    beyond_comma: re.Pattern[str]
    beside: re.Pattern[str]
    aim: re.Pattern[str]


def patterns(lexicon: Lexicon) -> Patterns:
    """Return the patterns with the words of the lexicon."""
    words = {
        name: f"(?:{trie_pattern(lexicon.words(name))})"
        for name in (
            *(VERBS, BEATEN, CHANGES, SPREADS, LIMITS, PEAKS),
            *(USUAL, OF_USUAL, WARMER, LIMITING, LIMITED, WARMING),
        )
    }
    rough = trie_pattern([word for name in ROUGH for word in lexicon.words(name)])
    before = {name: rf"{pattern}(?:(?:{rough}) )*$" for name, pattern in _before(words).items()}
    made = {name: lazy_pattern(pattern) for name, pattern in {**before, **_after(words)}.items()}
    return Patterns(**made)


def _before(words: Mapping[str, str]) -> Mapping[str, str]:
    """Return what stands before a figure and its hedges."""
    verb, change, spread, limit = words[VERBS], words[CHANGES], words[SPREADS], words[LIMITS]
    between = r" between(?: [a-z]+){2,6}?"
    return {
        # "rose by 2 C", "a drop of 2 C", "broke the record by 2 C", "the gap between day and night is 20 C"
        "by": (
            rf"(?<!\w)(?:(?:{verb}|{words[BEATEN]})(?: [a-z]+){{0,4}}? by|{change}s? of|"
            rf"(?!range|change|difference){spread}s? (?:is|was)|{spread}s?{between} (?:is|was|of)) "
        ),
        # "limit the rise in temperature to 1.5 C", "warming within 2 C", "the Paris target is 1.5 C"
        "pledge": (
            rf"(?<!\w)(?:{words[LIMITING]}\w* [a-z' ]{{0,40}}?"
            rf"{change}s?(?: [a-z]+){{0,6}}? (?:to|at|below|under|within|by)|"
            rf"(?:global|planetary) {words[WARMING]}(?: {limit}s?)? (?:to|of|at|is|reach\w*|hits?)|"
            rf"{words[WARMING]} since (?:[a-z0-9-]+ ){{1,3}}(?:is|was|reached|of)|"
            rf"{words[WARMING]}(?: [a-z]+){{0,5}}? {words[LIMITED]}"
            r"(?: [a-z]+)? (?:to|at|below|under|within)|"
            rf"warming (?:of|by|within|below|under|beyond|above|past|exceed(?:s|ing)?|"
            rf"{limit}s? (?:of|at|is|was))|"
            rf"(?:paris|climate|warming)(?: \w+(?:'s)?)? {limit}s?(?: [a-z]+)?? (?:of|at|is|was)) "
            r"(?:(?:below|under|above|over) )?"
        ),
        # "fell 2 C": a difference where it is small, and it may be one where it is not.
        "moved": rf"(?<!\w)(?:{verb}(?: up| down)?|{spread}s? (?:of|is|was)|{change} (?:is|was)) ",
        "moving": rf"(?<!\w)(?:{verb}|{change}|{spread})(?: [a-z]+){{0,3}} ",
        "point": rf"(?<!\w)(?:{words[PEAKS]}|(?<!up )to) (?:(?:below|under|above|over|at) )?",
        "placed": r"(?<!\w)(?:at|below|under|above|over|from) ",
    }


def _after(words: Mapping[str, str]) -> Mapping[str, str]:
    """Return what stands after a pair and its bracket."""
    # "5 C (9 F) above average", "15 C (27 F) warmer than", "2 C (3.6 F) of warming"
    beyond = (
        rf"(?:(?:or more )?(?:above|below|over|under) (?:the )?"
        rf"(?:pre-?industrial|(?:{words[OF_USUAL]} )?{words[USUAL]}|1[89]\d\d|20th|levels)|"
        rf"{words[WARMER]} than|of (?:global |planetary )?{words[WARMING]}|"
        r"(?:per|for every|for each)(?!\w))"
    )
    return {
        "beyond": rf"[)\]]* {beyond}",
        "beyond_comma": rf"[)\]]*,? {beyond}",
        "beside": (
            rf"[)\]]* (?:(?:temperature |daily |sudden |sharp )?(?:{words[CHANGES]}|{words[SPREADS]})|"
            rf"{words[WARMER]})(?!\w)(?! up)"
        ),
        "aim": rf"[)\]]* (?:\w+ )?{words[LIMITS]}(?!\w)",
    }
