"""Offices: whom "the minister" means, where only one person of the story is introduced as one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from newslint.core.document import Document
from newslint.core.lexicon import Lexicon
from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.core.wording import WordSet
from newslint.text.flat import flat
from newslint.text.names.candidates.evidence import Kind
from newslint.text.names.people.entities import Mention, entities

# "the minister", "the police chief", "the Arizona senator"; not "his lawyer", "a spokesman".
BY_OFFICE = lazy_pattern(r"[Tt]he (?:[A-Z][\w.-]* ){0,2}(?:[a-z-]+ ){0,2}([a-z-]+)$")
# "harbour minister (Marta Lind)"
JUST_BEFORE = lazy_pattern(r"\b([a-z-]+) $")
# "Marta Lind, who is the harbour master (of Oslo, …)"
APPOSITION = lazy_pattern(
    r", (?:\d\d, )?(?:who (?:is|was) )?(?:an? |the )?(?:[\w'-]+ ){0,3}?([a-z-]+)"
    r"(?=[,.]| (?:of|for|at|in|from|who|with|on)\b)"
)
# "an army (official)"; not "Lind, an (official)"
ANOTHER = lazy_pattern(r"(?<!,) (?:[Aa]n?|[Oo]ne|[Aa]nother) ((?:[\w'-]+ ){0,3}[\w'-]+)")
# "the former (prime minister)" may be the prime minister; "the labour leader" is no other leader.
LOOSE = WordSet("words-before-offices")
NEAR, RECENT = 100, 2000
BEFORE = 20


def officeholder(document: Document, words: str, position: int) -> str | None:
    """Return the person whom *words* for a source mean, if the story so far names just one."""
    words = words.partition(", who ")[0]
    office = BY_OFFICE.match(words)
    if office is None or office[1] not in document.lexicon.view(_roles):
        return None
    qualified = [word for word in words.lower().split()[1:-1] if word not in LOOSE.of(document)]
    held = [(start, name) for start, name in document.view(_holders).get(office[1], ()) if start < position]
    if len({name for _, name in held}) != 1 or _is_another(
        document, office[1], Span(max(held[-1][0], position - RECENT), position)
    ):
        return None
    start = held[0][0]
    introduction = document.view(flat)[max(0, start - NEAR) : min(start + NEAR, position)].lower()
    return held[0][1] if all(word in introduction for word in qualified) else None


def _is_another(document: Document, office: str, span: Span) -> bool:
    """Tell whether the copy since then brings in somebody else of that office: "an army official"."""
    found = ANOTHER.finditer(document.view(flat), span.start, span.end)
    return any(office in match[1].split() for match in found)


def _holders(document: Document) -> Mapping[str, tuple[tuple[int, str], ...]]:
    """Return by office the people who are introduced with it, and where."""
    found: dict[str, list[tuple[int, str]]] = {}
    for entity in document.view(entities):
        if entity.kind is Kind.PERSON:
            for mention in entity.mentions:
                for office in _offices(document, mention):
                    found.setdefault(office, []).append((mention.span.start, entity.name))
    return {office: tuple(holders) for office, holders in found.items()}


def _offices(document: Document, mention: Mention) -> Iterator[str]:
    """Yield the office that stands just before a name, or that explains it."""
    text = document.view(flat)
    before = JUST_BEFORE.search(text, max(0, mention.span.start - BEFORE), mention.span.start)
    after = APPOSITION.match(text, mention.span.end)
    known = document.lexicon.view(_roles)
    titles = mention.title.lower().split()
    offices = document.lexicon.view(_spelt_out) if titles else {}
    spelt_out = (office for title in titles for office in offices.get(title.rstrip("."), ()))
    words = [*titles, *spelt_out, before[1] if before else "", after[1] if after else ""]
    yield from (word for word in words if word in known)


def _roles(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.words("roles"))


def _spelt_out(lexicon: Lexicon) -> Mapping[str, Sequence[str]]:
    """Return what each title says for short."""
    found: dict[str, list[str]] = {}
    for pair in lexicon.words("titles-spelt-out"):
        title, _, office = pair.partition("/")
        found.setdefault(title, []).append(office)
    return found
