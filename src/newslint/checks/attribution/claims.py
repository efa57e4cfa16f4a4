"""Claims: words that judge, foretell, explain or count, read where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from newslint.checks.attribution.causes import causes, motives
from newslint.checks.attribution.deeds import deeds
from newslint.checks.attribution.tolls import is_settled, tolls
from newslint.plugin import Document, Span, lazy_pattern
from newslint.text.cues import cues
from newslint.text.flat import flat
from newslint.text.sentences import sentence_at


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
        (Claim.PREDICTION, predictions(document)),
        (Claim.TOLL, tolls(document)),
    ):
        yield from (
            (claim, span) for span in spans if claim is Claim.JUDGEMENT or not _is_retold(document, span)
        )
    text = document.view(flat)
    for claim, spans in (
        (Claim.CAUSE, causes(document)),
        (Claim.MOTIVE, motives(document)),
        (Claim.DEED, deeds(document)),
    ):
        for span in spans:
            settled = is_settled(document, span) or _is_retold(document, span)
            if not settled and not _is_asked(text, span):
                yield claim, span


# "The film follows a banker…": its plot makes no claims.
RETOLD = lazy_pattern(
    r"(?i)\b(?:comedy|documentary|drama|film|movie|musical|novel|opera|play|sequel|series|sitcom|"
    r"telenovela|thriller)\b[^.;\n]{0,60}?\b(?:cent(?:er|re)s|chronicles|concerns|depicts|explores|features|"
    r"follows|imagines|is (?:about|set)|opens with|portrays|recounts|revolves|stars|tells|traces)\b"
)


def _is_retold(document: Document, hit: Span) -> bool:
    """Tell whether the paragraph tells the plot of a work up to *hit*."""
    block = document.block_at(hit.start)
    start = max(block.span.start if block else 0, hit.start - LONGEST_PLOT)
    return RETOLD.search(document.view(flat), start, hit.start) is not None


LONGEST_PLOT = 600


def _judgements(document: Document) -> Iterator[Span]:
    text, found = document.view(flat), document.view(cues)
    yield from (_with_article(text, hit) for hit in found.get("judgements", ()) if _judges(document, hit))
    for hit in found.get("comment-adverbs", ()):
        if text.startswith(",", hit.end) and hit.start == sentence_at(document, hit.start).start:
            yield hit
    for hit in found.get("ranks", ()):
        before = text[max(0, hit.start - 60) : hit.start]
        if TASTE.match(text, hit.end) and SINGLED_OUT.search(before) and not RANKED.search(before):
            yield hit
    for hit in found.get("verdicts", ()):
        said = PREDICATE.search(text, max(0, hit.start - 40), hit.start) and LAST.match(text, hit.end)
        if said and not _is_asked(text, hit):
            yield hit


def predictions(document: Document) -> Iterator[Span]:
    """Yield the words that foretell."""
    text, found = document.view(flat), document.view(cues)
    yield from (hit for hit in found.get("predictions", ()) if _foretells(text, hit))
    for hit in found.get("outcomes", ()):
        will = WILL.search(text, max(0, hit.start - 40), hit.start)
        if will and _is_dire(text, hit) and not HOPED.search(text, max(0, will.start() - 50), will.start()):
            whole = Span(will.start(), hit.end)
            if not _is_asked(text, whole):
                yield whole


# "The world's second most powerful": a table says so.
RANKED = lazy_pattern(
    r"(?i)\b(?:second|third|fourth|fifth|\d+(?:st|nd|rd|th)?|how|more|less|not(?: the)?|of the world's|"
    r"(?:can|could|may|might) (?:be|cause|have)(?: [a-z]+)?|"
    r"(?:considered|(?:described|hailed|regarded|seen|viewed) as) (?:[\w-]+ ){0,3}?"
    r"(?:the|its|his|her|their|[\w-]+'s)"
    r"(?: [\w-]+)?) $"
)
# "The city's most dangerous road"; but "most successful bidders" are nearly all of them.
SINGLED_OUT = lazy_pattern(r"(?i)(?:\b(?:the|this|its|his|her|their|our|my|whose|among)|'s|s')(?: [\w-]+)? $")
# "The best museum in the country", "the finest speech in living memory".
TASTE = lazy_pattern(
    r" (?:[\w-]+ ){1,3}(?:in|of|on) (?:the (?:city|continent|country|land|nation|planet|region|world)|"
    r"(?:his|her|its|their) (?:age|day|era|generation|kind|time)|(?:living |recent )?(?:history|memory)|"
    r"a (?:generation|lifetime)|all time)\b"
)
SUPERLATIVE = lazy_pattern(r"(?i)most |\w+est$")
# "One of the most powerful unions" is what it is, "the most vulnerable" are a group, "in 20 years" a record.
BACKGROUND = lazy_pattern(
    r"(?i)most (?:influential|powerful|prestigious|prominent|respected|sophisticated|successful)"
    r"(?: (?:and|[\w-]+)){0,4} (?:airlines|armies|banks|brands|cartels|clans|clubs|companies|"
    r"corporations|factions|families|firms|forces|gangs|groups|insurers|labels|lobbies|magazines|militias|movements|"
    r"networks|newspapers|organi[sz]ations|parties|publishers|schools|tribes|unions|universities)\b|"
    r"most (?:dangerous|pressing|serious|severe|urgent|vital) (?:[\w-]+ ){0,2}(?:areas|challenges|concerns|"
    r"consequences|effects|impacts|issues|needs|problems|questions|regions|risks|threats)\b|"
    r"most (?:isolated|vulnerable)(?:[.,;:]|$| (?:and|in|among)\b| (?:[\w-]+ )?(?:areas|children|citizens|"
    r"communities|families|groups|households|members|patients|people|populations|residents|students|villages|"
    r"women|workers)\b)|"
    r"most (?:ambitious|destructive|extensive|intense|lethal|powerful|protracted|serious|severe|significant|"
    r"successful|violent)\b[^.;,]{0,50} (?:(?:in|for) (?:(?:about|almost|more than|nearly|over) )?"
    r"(?:a|\d+|two|three|four|five|six|seven|eight|nine|ten|\w+teen|twenty|thirty|forty|fifty) "
    r"(?:decades?|months|years)|in (?:recent )?(?:decades|years)|yet(?=[.,;:]|$)|"
    r"since (?:the )?(?:[A-Z]\w+ )?\d+|to date)\b"
)
# "Another heavy blow to", "a boost for"; not "her first win for" or "the victory for".
AMOUNT = lazy_pattern(r"(?i)(?!desperate\b)[a-z]+ (?:for|to|against)$")
AMOUNTING = lazy_pattern(
    r"(?i)\b(?:an?|another|the latest|yet another)(?: (?!first|second|third|\d)[\w-]+){0,2} $|"
    r"\b(?:major|huge) $"
)


def _with_article(text: str, hit: Span) -> Span:
    """Return what something amounts to with its article: "a big win for"."""
    before = text[max(0, hit.start - 60) : hit.start]
    amounting = AMOUNTING.search(before) if AMOUNT.fullmatch(hit.cut(text)) else None
    return Span(hit.start - len(before) + amounting.start(), hit.end) if amounting else hit


FIGURE = lazy_pattern(r" [£$€]?\d[\d.,]*(?:[–-]\d+)?(?![\w–-])")
POSSIBLE = lazy_pattern(
    r"[^.;]{0,40}? (?:would|could|may|might|will)\b| (?:the|his|her|their|its|my) (?:head|face|"
    r"chest|body|neck|jaw|back|skull|stomach|temple|ribs|throat)\b"
)
# Reckless driving is an offence, heroic measures are medicine: the words of law, insurance and idiom.
TERM = lazy_pattern(
    r"(?i)reckless(?:ly)? (?:driving|endanger\w+|homicide|manslaughter|murder|burning|conduct|"
    r"disregard|discharge|damage|operation|imprisonment|wounding)|catastrophic (?:injur\w+|illness\w*|"
    r"health|insurance|cover\w*|failure|"
    r"plans?|bonds?|risks?)|heroic (?:measures|verse|couplets?|tenor)|shocking pink|truly yours|"
    r"devastating effects? of (?:the |an? )?(?:[\w-]+ )?(?:cancer|climate|coronavirus|covid\S*|cyclones?|"
    r"diseases?|droughts?|earthquakes?|epidemics?|famines?|fires?|floods?|flooding|heat\w*|hurricanes?|"
    r"pandemic|polio|storms?|virus|wars?|wildfires?)\b|"
    r"most (?:serious|severe|violent) (?:cases?|charges?|crimes?|injur\w+|offen[cs]es?)\b|"
    r"rocked by (?:[\w-]+,? ){0,5}(?:blasts?|explosions?|earthquakes?|tremors?|quakes?|attacks?|"
    r"bomb\w*|shell\w*|strikes?|waves)"
)
CHARGED = lazy_pattern(
    r"(?i)\b(?:charged with|convicted of|guilty of|accused of|counts? of|charges? of|indicted for|"
    r"found|ruled|"
    r"(?:accusations?|allegations?|claims?|complaints?|reports?) of|alleging|den(?:y|ied|ies|ying))"
    r"(?: [\w-]+){0,6} $"
)


def _judges(document: Document, hit: Span) -> bool:
    """Tell judgements from names, ranks, offences and what is only possible."""
    text = document.view(flat)
    word, before, after = (
        hit.cut(text),
        text[max(0, hit.start - 60) : hit.start],
        text[hit.end : hit.end + 90],
    )
    if word[0].isupper() and (hit.start != sentence_at(document, hit.start).start or NAMED.match(after)):
        return False
    if RANKED.search(before) or CHARGED.search(before) or TERM.match(word + after) or after.startswith("-"):
        return False
    # "An impressive 28-12 win": the figure is there to be judged.
    if FIGURE.match(after):
        return False
    if SUPERLATIVE.match(word):
        return bool(SINGLED_OUT.search(before)) and not BACKGROUND.match(word + after)
    if AMOUNT.fullmatch(word):
        return bool(AMOUNTING.search(before)) and not POSSIBLE.match(after)
    return True


# "The tax is deeply unfair", "remains out of control"; not "if it is unsafe".
PREDICATE = lazy_pattern(
    r"(?<!there )(?<!There )\b(?:is|are|was|were|looks?|seems?|remains?|remained|has been|have been)"
    r"(?: (?:also|still|all but|now|so|too|\w+ly))* $"
)
# "In crisis", but not "in crisis mode".
LAST = lazy_pattern(
    r"[^\w ]|$| (?:[^a-z]|(?:a|after|an|and|as|at|because|but|by|for|his|her|if|in|its|not|of|on|or|since|so|"
    r"than|that|the|their|to|when|where|which|while|with|\w+ing)\b)"
)
NAMED = lazy_pattern(r" (?:[A-Z]|of [A-Z])")
FORETOLD = lazy_pattern(
    r"(?i)(?<!who )(?:\b(?:is|are|was|were|looks?|looked|seems?|seemed|appears?|appeared)|n't|'s|'re)"
    r"(?: (?:also|now|still|almost|virtually|all but|highly|very|not|therefore|however))* $"
)
# What is on a timetable is no prophecy, and "bound to a timetable" has no verb.
SCHEDULED = lazy_pattern(
    r"(?! [a-z])| (?:an?|the|his|her|its|their|our|him|them|us|it|each|one|some|any|this|that|"
    r"appear|arrive|attend|begin|close|consider|continue|debate|depart|discuss|face|feature|host|join|leave|lock|meet|"
    r"miss|open|play|raise|remain|"
    r"return|sign|speak|square|start|take part|testify|visit|vote)\b"
)
QUESTIONED = lazy_pattern(
    r"(?i)\b(?:(?:if|(?:argument|belief|claim|idea|impression|narrative|notion|perception|"
    r"suggestion|theory|view)\b[^.;]{0,40} that)\b[^.;]{0,60}|whether\b[^.;]{0,180})$|"
    r"\b(?:he|she|I|you|we|they) (?:was|were) $"
)
# "The new line will only boost trade", "would further weaken the pound".
WILL = lazy_pattern(
    r"\b(?:will|would|(?:is|are|was|were|looks?|seems?) (?:going|set) to|threatens? to)"
    r"(?: (?:also|only|further|never|\w+ly))* $"
)
# "The duty will force mills to close"; what a rule forces people to do is no forecast.
FORCED = lazy_pattern(
    r" (?:[\w-]+ ){1,5}?(?:(?:to )?(?:abandon|close|cut (?:jobs|staff)|flee|fold|lay off|sell up|shut)|"
    r"out of business)\b"
)


def _is_dire(text: str, hit: Span) -> bool:
    return hit.cut(text).lower() != "force" or FORCED.match(text, hit.end) is not None


# "Which he hoped would revive": his hope.
HOPED = lazy_pattern(r"\b(?:believ|expect|fear|hop|thought|think|want)\w*(?: +[\w'’-]+){0,4} +$")


def _is_asked(text: str, hit: Span) -> bool:
    """Tell whether a claim is only raised as a question ("whether it was caused by…"), or somebody's own."""
    return bool(QUESTIONED.search(text[max(0, hit.start - 200) : hit.start].rpartition("\n")[2]))


def _foretells(text: str, hit: Span) -> bool:
    before = text[max(0, hit.start - 80) : hit.start].rpartition("\n")[2]
    if _is_asked(text, hit) or SCHEDULED.match(text[hit.end : hit.end + 20]):
        return False
    return hit.cut(text).lower().startswith(("will", "would")) or bool(FORETOLD.search(before))
