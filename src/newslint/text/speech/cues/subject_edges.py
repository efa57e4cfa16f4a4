"""Subject edges: what stands round the words for a source without being part of them."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.text.grammar import DETERMINERS, FINITE, IRREGULAR_PAST, OPENERS, PREPOSITIONS, SUBORDINATORS

# "Lind (less than two weeks ago) said", "the mayor (this past week) announced", "who (in the past) wrote"
TIMES = lazy_pattern(
    r"\s(?:(?:less|more) than )?(?:in (?:particular|the past|turn|part)|"
    r"(?:this|last) (?:past )?(?:week|weekend|month|year|spring|summer|fall|winter|morning|evening)|"
    r"(?:earlier|later) (?:this|that|in the) \w+|"
    r"(?:later |earlier )?(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"(?: (?:morning|afternoon|evening|night))?|"
    r"in (?:January|February|March|April|May|June|July|August|September|October|November|December|\d{4})|"
    r"(?:an?|one|two|three|four|five|six|several|some|many|\d+) "
    r"(?:minutes?|hours?|days?|weeks?|months?|years?) (?:ago|later|earlier))\s*$"
)
LONGEST_TIME = 48
SPANS = frozenset(
    {"time", "moment", "day", "week", "month", "year", "morning", "evening", "night", "weekend"}
)
# "Lind, speaking in Wilmington, (N.C.,) warned", "during a meeting in Columbus, (Ohio,) said"
STATE = lazy_pattern(r"(?:[A-Z][\w.]*)(?: [A-Z][\w.]*)?,")
TOWN = lazy_pattern(r"(?:^|.* )(?:in|at|near|from|of|outside|to) (?:[A-Z][\w.'-]* ?){1,3},")
# "…,” Jan Berg, (a senior clerk at Delta) said", "Jan Berg, (Chair of Delta) said"
ROLE = lazy_pattern(r"(?:an? )?(?:[A-Za-z-]+ ){1,4}(?:at|of|for|in|with|from) (?!.*,)")
FULL_NAME = lazy_pattern(r"(?:[A-Z][\w.'-]+ ){1,3}[A-Z][\w'-]+,")
# "U.S. assistant trade representative and delegate to the talks,"
TITLE = lazy_pattern(r"(?:[A-Z][\w.&'-]* )+[a-z][\w'-]*(?: [\w.&'-]+){0,10},")
# "(Now,) after …", "(Facing criticism from both,) Lind …", "(Chastened by it,) Lind …"
PARTICIPLE = lazy_pattern(r"[A-Z][a-z]+ing|Besides")
ADVERB = lazy_pattern(r"(?:[A-Z][a-z]+ly|Now|Likewise|Often|Besides),")
DRIVEN = lazy_pattern(r"[A-Z][a-z]+ed (?:by|with|in|at|on|from|about)\b")


DASHES = ("—", " –", " --", " -")
# "Lind (D-Ore.) said": the party is part of the name as papers give it.
LONGEST_PARTY = 14
ASIDE = lazy_pattern(
    r",\s(?:(?!including\s)[a-z]+(?:ing|ed)|still|when|as|during|through|after|in|on|at|before|with|from|by|for|under)\s(?=\w)"
)


def before_time(text: str, start: int, end: int) -> int:
    """Return where a time that stands between a subject and its verb begins, with an auxiliary before it."""
    time = TIMES.search(text, max(start, end - LONGEST_TIME), end)
    if time is None or time.start() <= start:
        return end
    lead, _, last = text[start : time.start()].rpartition(" ")
    return start + len(lead) if lead and last in FINITE else time.start()


def is_state(words: str, before: str) -> bool:
    """Tell whether words between commas are the state of the town before them."""
    return STATE.fullmatch(words) is not None and TOWN.fullmatch(before) is not None


def before_dashes(text: str, start: int, end: int) -> int:
    """Return where an aside between dashes opens that ends just before *end*: "Lind – who left – said"."""
    before = text[start:end].rstrip()
    if not before.endswith(DASHES):
        return end
    opened = max(before.rstrip(" —–-").rfind(dash) for dash in DASHES)
    return start + opened if opened > 0 else end


def before_brackets(text: str, start: int, end: int) -> int:
    """Return where brackets open that close just before a verb: "Lind (who has 25 votes) said"."""
    if not text[start:end].rstrip().endswith(")"):
        return end
    opened = text.rfind("(", start, end)
    return opened if opened > start and end - opened > LONGEST_PARTY else end


def without_aside(text: str, start: int, end: int) -> int:
    """Return where the words for a source end before an aside: "Lind(, speaking in Oslo)"."""
    aside = ASIDE.search(text, start, end)
    return aside.start() if aside and aside.start() > start else end


def is_title_of(words: str, before: str) -> bool:
    """Tell whether words between commas are the title of the name before: "Lind, U.S. envoy to talks,"."""
    first = before.partition(" ")[0].lower()
    return (
        FULL_NAME.fullmatch(before) is not None
        and first not in PREPOSITIONS | OPENERS | SUBORDINATORS | DETERMINERS
        and TITLE.fullmatch(words) is not None
    )


def is_unclosed_role(words: str, before: str) -> bool:
    """Tell whether a role explains the name before it and lost its comma: "Jan Berg, a clerk at X said"."""
    first = words.partition(" ")[0].lower()
    if first not in ("a", "an") and first in PREPOSITIONS | OPENERS | SUBORDINATORS | DETERMINERS:
        return False
    return ROLE.match(words) is not None and FULL_NAME.fullmatch(before) is not None


def opens_with_participle(words: str) -> bool:
    """Tell whether the words up to a comma are about the subject that comes after it."""
    first, _, rest = words.partition(" ")
    if not rest:
        return ADVERB.fullmatch(first) is not None
    return (PARTICIPLE.fullmatch(first) is not None and rest[0].islower()) or DRIVEN.match(words) is not None


def has_relative_clause(words: Sequence[str]) -> bool:
    """Tell whether the words are a noun with a clause of its own: "the judges who ruled that …"."""
    relative = next((at for at in range(1, len(words)) if _is_relative(words, at)), None)
    if relative is None or relative + 1 >= len(words):
        return False
    noun = words[:relative]
    if words[relative + 1][:1].isupper() or noun[-1].endswith(","):
        return False
    while len(noun) > 1 and noun[0].lower() in OPENERS | SUBORDINATORS:
        noun = noun[1:]
    opens = noun[0].lower() in DETERMINERS or noun[0].lower() == "those" or noun[0][:1].isupper()
    return opens and not any(word in FINITE or word in IRREGULAR_PAST or word.endswith("ed") for word in noun)


def _is_relative(words: Sequence[str], at: int) -> bool:
    """Tell whether a word opens a clause on the noun before it: "the firm (that) runs the mill"."""
    if words[at] in ("who", "whose"):
        return True
    if words[at] != "that" or at + 2 >= len(words):
        return False
    verb, following = words[at + 1], words[at + 2]
    past = verb in FINITE or verb in IRREGULAR_PAST or verb.endswith("ed")
    return past or (verb.endswith("s") and following in DETERMINERS)


def last_noun_phrase(text: str, words: Sequence[Span]) -> Sequence[Span]:
    """Return the last name, or the words from the last determiner on."""
    start = len(words) - 1
    while start > 0 and words[start - 1].cut(text)[0].isupper() and words[start].cut(text)[0].isupper():
        start -= 1
    for index in range(start, max(-1, start - 5), -1):
        letters = words[index].cut(text).lower()
        if letters in PREPOSITIONS or letters in FINITE or (letters in SPANS and index + 1 == start):
            # "At the time (Lind) said …"
            break
        if letters in DETERMINERS:
            return words[index:]
    return words[start:]
