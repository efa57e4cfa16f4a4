"""Lead-ins: how what stands beside bare speech lets a reader tell whose it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newslint.core.document import Document
from newslint.core.lexicon import Lexicon
from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.core.wording import Worded
from newslint.text.flat import flat
from newslint.text.grammar import FINITE, IRREGULAR_PAST
from newslint.text.names.people.pronouns import SINGULAR
from newslint.text.quoting.passages import passage_at, passages_in, skeleton
from newslint.text.speech.cues.first_subjects import first_subject
from newslint.text.speech.cues.named_sources import person_named
from newslint.text.speech.cues.source_kinds import SourceKind, is_nameless, kind_of_source
from newslint.text.speech.speakers.speakers import people_in_focus
from newslint.text.speech.statements.statements import Statement, statements_of

WORD = lazy_pattern(r"[\w'-]+")
ARTICLES = frozenset({"a", "an", "the", "one", "another", "his", "her", "its", "their", "this", "that"})
# How many words after its article a noun is looked for: "the two local farmers".
NOUN_REACH = 4
# In so short a sentence a body or a group is the one who speaks next: "The ministry was unmoved."
FEW_WORDS = 10
FIRST_PERSON = lazy_pattern(r"\b(?:I|[Mm]y|[Mm]e)\b")
# "— Marta Lind, Bergen", or a line without the dash, under a quotation.
SIGNATURE = lazy_pattern(r"\s*[—–-]")
# "— Marta Lind (@martalind)", which stands under what she posted.
POSTED = lazy_pattern(r"[—–-] ?[^\n()]{2,60} \(@\w+\)")
LONGEST_SIGNATURE = 80
# "So said Marta Lind.", "Those were the words of …", "Her voice broke.", "Lind, who owns a boat, …"
POINTS_BACK = Worded(
    r"""(?:So|Thus)\s(?i:{verbs-before-speakers})\b
    | (?:Those|These|They)\s(?:are|were)\s(?:the\s(?:\w+\s)?words\b|(?:his|her|their)\s(?:\w+\s)?words\b)
    | (?:This|That|Such|It)\s(?:is|was|has\sbeen)\s(?:the|his|her|their|one)\s(?:\w+\s)?{pointing-nouns}\b
    | (?:His|Her)\s
    | [A-Z][\w'-]+,\swho\s
    | [A-Z][\w'-]+(?:,\s[^,.]+,)?\s(?:is|was)\s(?:not|hardly|far\sfrom)\salone\b""",
    re.VERBOSE,
)


def leads_in(document: Document, before: Span, speech: Span) -> bool:
    """Tell whether *before* has a speaker, somebody or something taken for one, a question or a label."""
    text = document.view(skeleton)
    words = before.cut(text).rstrip()
    return (
        words.endswith((":", "?"))
        or _is_line(words)
        or "“" in words
        # It is the one that needs no names of the whole story.
        or any(_is_about_speaker(document, passage) for passage in passages_in(document, before)[-1:])
        or any(_can_speak(document, statement, speech) for statement in statements_of(document, before))
        or any(not _mentions(document, speech, person) for person in people_in_focus(document, before))
    )


def explains(document: Document, after: Span) -> bool:
    """Tell whether *after* has the speech of somebody, a signature, or points back to the speaker."""
    words = after.cut(document.view(skeleton))
    if (
        "“" in words
        or SIGNATURE.match(words)
        or POSTED.search(words)
        or POINTS_BACK.of(document).match(words)
    ):
        return True
    people = people_in_focus(document, passage_at(document, after.start))
    return any(person in SINGULAR or _is_line(words) for person in people)


def _is_line(words: str) -> bool:
    """Tell a line that is no sentence, such as "Marta Lind, harbour master" by her words."""
    return len(words) <= LONGEST_SIGNATURE and not words.rstrip().endswith((".", "!", "?"))


def _can_speak(document: Document, statement: Statement, speech: Span) -> bool:
    """Tell whether the source of a statement can go on: nobody names himself, and no document says "I"."""
    if statement.source is None:
        return False
    person = person_named(document, statement.source)
    if person:
        return not _mentions(document, speech, person)
    if is_nameless(document, statement.source):
        return False
    says_i = FIRST_PERSON.search(document.view(flat), speech.start, speech.end)
    return says_i is None or kind_of_source(document, statement.source) is not SourceKind.DOCUMENT


def _mentions(document: Document, speech: Span, person: str) -> bool:
    """Tell whether the surname of a person stands in the speech, which then is not that person's."""
    return person.rpartition(" ")[2] in WORD.findall(document.view(flat), speech.start, speech.end)


def _is_about_speaker(document: Document, passage: Span) -> bool:
    """Tell whether a sentence without a name is about who or what can speak: a farmer, a letter, the bank."""
    text = document.view(skeleton)
    words = [word.removesuffix("'s") for word in WORD.findall(text, passage.start, passage.end)]
    worded, people, bodies, adjectives = (
        document.lexicon.view(view) for view in (_worded, _people, _bodies, _adjectives)
    )
    if any(_is_determined(words, index) for index, word in enumerate(words) if word in worded):
        return True
    subject = first_subject(text, passage.start, passage.end)
    if subject is None:
        return False
    opening = WORD.findall(text, subject.start, passage.end)[:NOUN_REACH]
    if len(words) <= FEW_WORDS and any(word in bodies or _singular(word) in people for word in opening[:3]):
        return True
    return (
        bool(opening)
        and opening[0].lower() in ARTICLES
        and any(
            word in people and (word not in adjectives or _is_finite(following))
            for word, following in zip(opening[1:], [*opening[2:], ""], strict=True)
        )
    )


def _is_determined(words: Sequence[str], index: int) -> bool:
    """Tell whether an article stands just before a noun: "a short statement"."""
    return any(word.lower() in ARTICLES for word in words[max(0, index - NOUN_REACH + 1) : index])


def _singular(word: str) -> str:
    return word.lower().removesuffix("s")


def _is_finite(word: str) -> bool:
    return word in FINITE or word in IRREGULAR_PAST or word.endswith("ed")


def _worded(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.words("worded-things"))


def _people(lexicon: Lexicon) -> frozenset[str]:
    return frozenset((*lexicon.words("people-words"), *lexicon.words("roles")))


def _bodies(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.words("answerable-sources")) - frozenset(lexicon.words("document-sources"))


def _adjectives(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.words("roles-before-nouns"))
