"""Claims: words that judge, foretell, explain or count, read where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from newslint.checks.attribution.causes import causes, motives
from newslint.checks.attribution.court_copy import told_as_fact
from newslint.checks.attribution.deeds import deeds
from newslint.checks.attribution.predictions import forecasts, is_asked
from newslint.checks.attribution.tolls import LONG_PAST, is_settled, tolls
from newslint.plugin import Document, Span, Worded, WordSet, lazy_pattern
from newslint.text.cues import cues
from newslint.text.flat import flat
from newslint.text.sentences import sentence_at
from newslint.text.sources.vouchers import neighbours


class Claim(StrEnum):
    """The kinds of claims, named as the lists of their words are."""

    JUDGEMENT = "judgements"
    PREDICTION = "predictions"
    TOLL = "casualties"
    CAUSE = "causes"
    MOTIVE = "motives"
    DEED = "accusations"


def claims(document: Document) -> Iterator[tuple[Claim, Span]]:
    """Yield the claims of a story, kind by kind."""
    for claim, spans in (
        (Claim.JUDGEMENT, _judgements(document)),
        (Claim.PREDICTION, forecasts(document)),
        (Claim.TOLL, tolls(document)),
    ):
        yield from (
            (claim, span) for span in spans if claim is Claim.JUDGEMENT or not _is_retold(document, span)
        )
    for claim, spans in (
        (Claim.CAUSE, causes(document)),
        (Claim.MOTIVE, motives(document)),
        (Claim.DEED, _deeds(document)),
    ):
        for span in spans:
            settled = is_settled(document, span) or _is_retold(document, span)
            if not settled and not is_asked(document, span):
                yield claim, span


def _deeds(document: Document) -> Iterator[Span]:
    """Yield the deeds that are no allegations told as facts, which have a rule of their own."""
    told = {deed for _, deed in document.view(told_as_fact)}
    yield from (deed for deed in document.view(deeds) if deed not in told)


# "The film follows a banker…": its plot makes no claims.
RETOLD = Worded(r"(?i)\b{works-with-plots}\b[^.;\n]{0,60}?\b{plot-verbs}\b")


def _is_retold(document: Document, hit: Span) -> bool:
    """Tell whether the paragraph tells the plot of a work up to *hit*."""
    block = document.block_at(hit.start)
    start = max(block.span.start if block else 0, hit.start - LONGEST_PLOT)
    return RETOLD.of(document).search(document.view(flat), start, hit.start) is not None


LONGEST_PLOT = 600


def _judgements(document: Document) -> Iterator[Span]:
    text, found = document.view(flat), document.view(cues)
    yield from (_with_article(document, hit) for hit in found.get("judgements", ()) if _judges(document, hit))
    for hit in found.get("comment-adverbs", ()):
        if text.startswith(",", hit.end) and hit.start == sentence_at(document, hit.start).start:
            yield hit
    for hit in found.get("ranks", ()):
        before = text[max(0, hit.start - 60) : hit.start]
        if (
            TASTE.of(document).match(text, hit.end)
            and SINGLED_OUT.search(before)
            and not RANKED.of(document).search(before)
        ):
            yield hit
    for hit in found.get("verdicts", ()):
        said = PREDICATE.search(text, max(0, hit.start - 40), hit.start) and LAST.match(text, hit.end)
        if said and not is_asked(document, hit):
            yield hit


# "The world's second most powerful": a table says so.
RANKED = Worded(
    r"(?i)\b(?:second|third|fourth|fifth|\d+(?:st|nd|rd|th)?|how|more|less|"
    r"(?:not|perhaps|probably|possibly)(?: the)?|"
    "of the world's|(?:can|could|may|might) (?:be|cause|have)(?: [\\w'-]+)?|(?:considered|"
    r"{words-of-regard} as) (?:[\w-]+ ){0,3}?(?:the|its|his|her|their|[\w-]+'s)(?: [\w-]+)?) $"
)
# "The city's most dangerous road"; but "most successful bidders" are nearly all of them.
SINGLED_OUT = lazy_pattern(r"(?i)(?:\b(?:the|this|its|his|her|their|our|my|whose|among)|'s|s')(?: [\w-]+)? $")
# "The best museum in the country", "the finest speech in living memory".
TASTE = Worded(
    r" (?:[\w-]+ ){1,3}(?:in|of|on) (?:the {realms}|(?:his|her|its|their) {times-of-comparison}|"
    r"(?:living |recent )?(?:history|memory)|a (?:generation|lifetime)|all time)\b"
)
# "Its most ferocious ally" tells two allies apart; "it was his sharpest reply" judges.
OWN = lazy_pattern(r"(?i)(?<!is )(?<!was )(?<!are )(?<!were )\b(?:its|his|her|their|our|my) $")
SUPERLATIVE = lazy_pattern(r"(?i)most |\w+est$")
# "The most vulnerable" are a group, "the most violent in 20 years" is a record.
BACKGROUND = Worded(
    r"(?i)most {grave-adjectives} (?:[\w-]+ ){0,2}{grave-matters}\b|"
    r"most {adjectives-of-the-weak}(?:[.,;:]|$| (?:and|in|among)\b| (?:[\w-]+ )?{vulnerable-groups}\b)|"
    r"most {record-adjectives}\b[^.;,]{0,90} (?:(?:in|for) (?:(?:about|almost|more than|nearly|"
    r"over) )?(?:a|\d+|two|three|four|five|six|seven|eight|nine|ten|\w+teen|twenty|thirty|forty|"
    "fifty) (?:decades?|months|years)|in (?:recent )?(?:decades|years)|yet(?=[.,;:]|$)|"
    r"since (?:the )?(?:[A-Z]\w+ )?\d+|to date)\b"
)
# "Another heavy blow to", "a boost for"; not "her first win for" or "the victory for".
AMOUNT = lazy_pattern(r"(?i)(?!desperate\b)[a-z]+ (?:for|to|against)$")
AMOUNTING = Worded(
    r"(?i)\b(?:an?|another|the latest|yet another)(?: (?!first|second|third|\d)[\w-]+){0,2} $|"
    r"\b{amounting-adjectives} $"
)


def _with_article(document: Document, hit: Span) -> Span:
    """Return what something amounts to with its article: "a big win for"."""
    text = document.view(flat)
    before = text[max(0, hit.start - 60) : hit.start]
    amounting = AMOUNTING.of(document).search(before) if AMOUNT.fullmatch(hit.cut(text)) else None
    return Span(hit.start - len(before) + amounting.start(), hit.end) if amounting else hit


# "The most dangerous cities, which topped a list compiled by the police": a table says so.
LISTED = lazy_pattern(r"\b(?:list|ranking|rankings|index|table) (?:by|compiled|from|of|published)\b")
FIGURE = lazy_pattern(r" [£$€]?\d[\d.,]*(?:[–-]\d+)?(?![\w–-])")
POSSIBLE = Worded(
    r"[^.;]{0,40}? (?:would|could|may|might|will)\b| (?:the|his|her|their|its|my) {body-parts}\b"
)
# "A blow to the firm, with 2,000 jobs lost": there the reader sees it.
EVIDENCE = lazy_pattern(r"\d")
# "If the court was toothless, it turned out…".
SUPPOSED = lazy_pattern(r"If\b")
MAYBE = lazy_pattern(r" (?:an? |the )?(?:likely|possible|potential)\b")
BY_WHOM = lazy_pattern(r"[^.;,]{0,80} by (?:some|many|most|[a-z]+s)\b")
# Reckless driving is an offence: the words of law, insurance and idiom. "The rampant copying of books"
# judges, "copying was rampant in the schools" sums up what is told; so does "the downfall of the king".
TERM = Worded(
    r"(?i){terms-of-art}|(?:harshest|fiercest) (?:critic|opponent|rival)s?\b|"
    r"most {adjectives-of-cases} {grave-cases}\b|rocked by (?:[\w-]+,? ){0,5}{shocks}|"
    r"downfall of\b|rampant(?! (?!(?:across|among|at|in|on|online)\b)[a-z])"
)
CHARGED = Worded(r"(?i)\b{words-of-charge}(?: [\w-]+){0,6} $")


# "More than 17,000 died. It is one of the bloodiest sieges": the count says so.
BLOODY = WordSet("superlatives-of-tolls")
# "A possible downfall", "the brink of a catastrophic war" are yet to come.
UNREAL = Worded(
    r"(?i)\b(?:possible|potential(?:ly)?|alleged(?:ly)?|would-be|"
    r"(?:would|could|may|might) (?:be|mark|mean|deal|represent)(?: just)?|"
    r"{nouns-of-what-may-come} of(?: an?| the| yet another| another)?(?: [\w-]+)?) $"
)


def _judges(document: Document, hit: Span) -> bool:
    """Tell judgements from names, ranks, offences and what is only possible."""
    text = document.view(flat)
    word, before, after = (
        hit.cut(text),
        text[max(0, hit.start - 60) : hit.start],
        text[hit.end : hit.end + 90],
    )
    if UNREAL.of(document).search(before) or SUPPOSED.match(sentence_at(document, hit.start).cut(text)):
        return False
    if word[0].isupper() and (hit.start != sentence_at(document, hit.start).start or NAMED.match(after)):
        return False
    if (
        RANKED.of(document).search(before)
        or CHARGED.of(document).search(before)
        or TERM.of(document).match(word + after)
        or after.startswith("-")
    ):
        return False
    # "Viewed as a victory by some in the movement" says by whom, "seen as a possible heir" not much.
    if word.endswith(" as") and (BY_WHOM.match(after) or MAYBE.match(after)):
        return False
    # "An impressive 28-12 win": the figure is there to be judged.
    if FIGURE.match(after):
        return False
    if SUPERLATIVE.match(word):
        singled_out = SINGLED_OUT.search(before) is not None and not OWN.search(before)
        return singled_out and not _is_measured(document, hit, after)
    if AMOUNT.fullmatch(word):
        return (
            bool(AMOUNTING.of(document).search(before))
            and not POSSIBLE.of(document).match(after)
            and not UNREAL.of(document).search(before.rpartition(" a")[0] + " ")
            and not _is_borne_out(document, hit)
        )
    return True


def _is_measured(document: Document, hit: Span, after: str) -> bool:
    """Tell whether a superlative is a record, on a list, history, or borne out by the count before it."""
    text, word = document.view(flat), hit.cut(document.view(flat))
    sentence, earlier = sentence_at(document, hit.start), neighbours(document, hit.start)[0]
    if BACKGROUND.of(document).match(word + after) or LONG_PAST.search(sentence.cut(text)):
        return True
    if LISTED.search(text, hit.end, sentence.end):
        return True
    counted = word in BLOODY.of(document) and earlier and EVIDENCE.search(text, earlier.start, earlier.end)
    return bool(counted)


def _is_borne_out(document: Document, hit: Span) -> bool:
    """Tell whether figures stand by what a thing amounts to, in its sentence or the one before."""
    text = document.view(flat)
    earlier = neighbours(document, hit.start)[0]
    if earlier and EVIDENCE.search(earlier.cut(text)):
        return True
    return EVIDENCE.search(text, hit.end, sentence_at(document, hit.start).end) is not None


# "The tax is deeply unfair", "remains unsafe"; not "if it is unsafe".
PREDICATE = lazy_pattern(
    r"(?<!there )(?<!There )\b(?:is|are|was|were|looks?|seems?|remains?|remained|has been|have been)"
    r"(?: (?:also|still|all but|now|so|too|\w+ly))* $"
)
# "In turmoil", but not "in turmoil mode".
LAST = lazy_pattern(
    r"[^\w ]|$| (?:[^a-z]|(?:a|after|an|and|as|at|because|but|by|for|his|her|if|in|its|not|of|on|or|since|so|"
    r"than|that|the|their|to|when|where|which|while|with|\w+ing)\b)"
)
NAMED = lazy_pattern(r" (?:[A-Z]|of [A-Z])")
