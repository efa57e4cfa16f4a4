"""Anonymities: words by which copy grants a source anonymity, in whatever order they come."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.core.document import Document
from newslint.core.span import Span
from newslint.core.wording import Worded
from newslint.text.cues import cues
from newslint.text.flat import flat
from newslint.text.quoting.quotations import in_quotation
from newslint.text.sentences import sentence_at

REACH = 70
WISH = "{wishing-verbs} (?:that )?"
WHOSE = r"(?:(?:he|she|they|it|(?:his|her|their) (?:\w+ )?names?) )?"
KNOWN = "(?:(?:be|being) {ways-of-being-known}|be used)"
# "Asked to remain anonymous", "who requested anonymity", "insisting on anonymity".
HIDING = rf"{WISH}(?:on |for |to )?(?:(?:be|go|remain|stay)(?:ing)? )?{{anonymous-words}}"
# "Asked not to be named", "asked that her name not be used", "did not want to be identified".
UNKNOWN = (
    rf"{WISH}{WHOSE}not (?:to )?{KNOWN}|(?:(?:did|do|does) not|(?:did|do|does)n't) {{wishing-verbs}} {WHOSE}"
    rf"(?:to )?{KNOWN}|{{declining-verbs}} to (?:{KNOWN}|{{disclosing-verbs}} (?:his|her|their|a) "
    r"(?:\w+ )?names?)"
)
# "On condition of anonymity", "on condition she not be named".
CONDITION = (
    rf"(?:on|under) (?:the )?condition (?:of (?:strict )?anonymity|of not being {{ways-of-being-known}}|"
    rf"(?:that )?{WHOSE}(?:(?:would|will|could) )?not {KNOWN})"
)
SPEAKING = r"{talking-verbs}(?: \w+){0,3}? {unnamed-ways}"
# "Sought anonymity", "was granted anonymity", "would not be named", "asked that his name be withheld".
GRANTED = (
    r"{granting-verbs}(?: (?:him|her|them))? anonymity|"
    r"(?:would not|wouldn't) be {ways-of-being-known}|"
    rf"{WISH}(?:that )?(?:his|her|their|its)(?: \w+)? names? be withheld|"
    # "Gave only his first name", "would not give her name".
    r"(?:gave|give|gives|giving) only (?:his|her|their) (?:first|given) names?|"
    r"(?:would not|wouldn't) {disclosing-verbs} (?:his|her|their) (?:\w+ )?names?|"
    r"whose names? (?:is|are|was|were) being withheld|(?:only if|provided|as long as|so long as) "
    r"(?:he|she|they) (?:was|were|is|are) not {ways-of-being-known}"
)
GRANT = Worded(rf"(?i)\b(?:{HIDING}|{UNKNOWN}|{CONDITION}|{SPEAKING}|{GRANTED})$")
# A giver or a patient who stays unnamed is no source.
NO_SOURCE = Worded(r"(?i)\b{nameless-givers}\b")


def anonymities(document: Document) -> tuple[Span, ...]:
    """Return the words that grant anonymity, each from the wish or the condition to its end."""
    return tuple(_read(document))


def _read(document: Document) -> Iterator[Span]:
    text = document.view(flat)
    for hit in document.view(cues).get("anonymity", ()):
        start = max(sentence_at(document, hit.start).start, hit.start - REACH)
        grant = GRANT.of(document).search(text, start, hit.end)
        if (
            grant
            and not in_quotation(document, hit.start)
            and not NO_SOURCE.of(document).search(text, start, grant.start())
        ):
            yield Span(grant.start(), hit.end)
