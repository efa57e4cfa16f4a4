"""How groups that nobody belongs to by name, and media without one, are read where they stand."""

from __future__ import annotations

from itertools import islice

from newslint.core.pattern import lazy_pattern
from newslint.core.wording import Worded, WordSet
from newslint.text.sources.vague_readings import AUXILIARIES, THERE, Growth, Hit

KNOWN = lazy_pattern(
    r"(?i)\b(?:the|these|those|his|her|its|their|our|two|three|four|five|six|same|not|(?<!number )of) $"
)
# "As many say", "so many thought" count people; "higher than most analysts had forecast" and
# "not the triumph many pundits foretold" compare.
COUNTING = lazy_pattern(r"(?i)\b(?:as|so|how|too) $")
COMPARED = lazy_pattern(
    r"\bthan (?:[a-z-]+ ){0,2}$|\b(?:as|not|n't) the [a-z-]+ (?:that )?(?:many|most|some) $"
)
# Analysts of a named house ("the Goldman analysts"), or in named company ("Powell and other analysts").
NAMED = lazy_pattern(
    r"(?:[a-z,;]|(?<![.!?])[”\"]) (?!\w+(?:an|ese|ish|ern|i) $)(?!U\.)[A-Z][\w'&-]*(?<!'s) $|"
    r"\b(?:[A-Z]\w+|he|she|(?:[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir) [a-z]+) and (?:[\w-]+ )?$"
)
# Analysts of a house: "Moody's analysts", "by Goldman analysts"; "Russia's analysts" are anybody.
HOUSE = Worded(
    r"\b[Tt]he [A-Z][\w&-]* $|[a-z,;] (?!{demonyms} )[A-Z][\w&-]+ $|"
    r"\b(?!(?:{countries-and-states}|\w+day|(?i:today|yesterday))'s )[A-Z][\w.-]*'s?"
    r" (?:[a-z]+ )?$"
)
IN_HOUSE = WordSet("groups-in-houses")
# "One of the loudest opponents of the dam" is one, who has a name.
SINGLED_OUT = lazy_pattern(r"(?i)\bone of (?:the|its|his|her|their)(?: [\w-]+){0,2} $")
BELONGING = Worded(r" (?:at|from|with|of|for|in|who|and|{polling-participles})\b|'")
# "Consumption, or what economists call spending": a term of the trade.
WHAT = lazy_pattern(r"(?i)\bwhat (?:some |many |most )?(?:[a-z]+ )?$")
CALLING = lazy_pattern(r" (?:call|term|dub)\b")
DESCRIBING = lazy_pattern(r" (?:call|term|dub|describe|characteri[sz]e|refer to)\b")
SCHOLARLY = WordSet("scholarly-groups")
# "Dubbed by some observers “The Monster”" passes on a nickname.
DUBBED = lazy_pattern(r"(?i)\b(?:dubbed|nicknamed|christened|called)\b[^,;]*$")
NICKNAME = lazy_pattern(r",? [“\"‘'A-Z]")
ACCORDING = lazy_pattern(r"(?i)\baccording to (?:(?!the\b|his\b|her\b|its\b|their\b)[\w.-]+ ){0,3}$")
# The forecasters of the weather are the weather service.
ECONOMIC = Worded(r"(?i)\b{economic-words}\b")
PRONOUNS = frozenset({"many", "others", "some"})
# What "many" do when they stand for an opinion; "others told" are as often the people just named.
OPINES = r"{opining-verbs}\b"
# "Some in the party think".
WITHIN = r"(?: (?:at|in|inside|within) (?:the |his |her |its |their )?[\w'-]+(?: [\w'-]+)?)?"
# "Many believed to be firecrackers" is not what anybody believes now.
OPINION = rf"{WITHIN}(?: \w+ly| have| had| also)? (?!(?:believed|said|thought) to be\b){OPINES}"
SEEING = r" {regarding-verbs}\b(?! (?:themselves|us|you)\b)(?=[^.;]* as\b)"
OF_MANY = Worded(rf"{OPINION}| who {OPINES}|(?: who)? {{regarding-verbs}}\b")
OF_SOME = Worded(rf"{OPINION}|{SEEING}")
# "Seen by many as a coup", "regarded by most observers as mad"; "seen by many Danes as" says by whom.
SEEN_BY = Worded(
    r"(?i)\b(?:considered|{words-of-regard}) by "
    r"(?:(?:many|most|several|some)(?: [\w-]+)? )?$"
)
SEEN_AS = lazy_pattern(r"(?!(?: [a-z-]+)? [A-Z])(?: [\w'-]+){0,3} (?:as\b|to [a-z])|,")
# "Branded draconian by critics", "criticised by rights groups".
JUDGED_BY = Worded(
    r"(?i)\b{judging-participles}(?: [\w-]+){0,2} by (?:(?:many|most|several|some|[a-z-]+) )?$"
)
# Those whose trade is opinion are quoted with any verb of judging: "critics slammed", "analysts blamed".
JUDGES = WordSet("judges-by-trade")
JUDGING = Worded(
    rf"{AUXILIARIES} (?:{{trade-judging-verbs}}|call(?:ed)?(?! (?:for|on|off|out|in)\b)|"
    rf"(?:{{regarding-verbs}}|{{regarding-verbs-past}})\b(?=[^.;]* as\b))\b"
)
# Of markets, it is news how they feel.
MARKETS = WordSet("market-people")
MINDED = Worded(
    r" (?:are|were|remain|remained) (?:\w+ly )?{minded-adjectives}\b|(?: (?:have|"
    r"also))* {verbs-of-minding} (?:\w+ )?{minded-nouns}\b"
)
# Acts and hopes, no opinions: "supporters said prayers", "others said goodbye", "traders reported to police".
ACT = Worded(
    r"(?:said|say) {unopinionated-words}\b|{deeds-like-opinions}\b|"
    r"(?:showed|shown|show) (?!that\b)|{hoping-verbs}\b|(?:think|thought)(?: \w+ly)? about\b|"
    r"warn(?:ed)? (?:[\w'-]+ ){1,5}(?:off|away)\b"
)


def group_reading(hit: Hit) -> Growth:
    """Read "critics say", "many believe" and "according to analysts", but not "the researchers note"."""
    before, said = hit.before.lower(), _said(hit)
    judged_by = " by " in before
    # What follows is matched where it stands; what comes before is searched for few groups only.
    if not (said or judged_by or "according to " in before):
        return None
    if _is_somebody(hit) or COMPARED.search(hit.before):
        return None
    calling = DESCRIBING if hit.word in SCHOLARLY.of(hit) else CALLING
    if calling.match(hit.after) and WHAT.search(hit.before):
        return None
    according = ACCORDING.search(hit.before)
    if according and hit.word not in PRONOUNS:
        return None if BELONGING.of(hit).match(hit.after) else (len(according[0]), 0)
    seen = SEEN_BY.of(hit).search(hit.before) if judged_by and hit.word != "others" else None
    if seen and SEEN_AS.match(hit.after):
        return len(seen[0]), 0
    if judged_by and hit.word not in PRONOUNS and (judged := JUDGED_BY.of(hit).search(hit.before)):
        return None if BELONGING.of(hit).match(hit.after) or _is_nicknaming(hit) else (len(judged[0]), 0)
    if KNOWN.search(hit.before) or (
        hit.word == "forecasters" and not ECONOMIC.of(hit).search(hit.before + hit.after)
    ):
        return None
    return said


def _said(hit: Hit) -> Growth:
    """Read what a group says or thinks by the words behind it."""
    if hit.word not in PRONOUNS:
        if verb := hit.verb_after():
            acts = ACT.of(hit).match(hit.after, verb.start(1)) or SINGULAR.search(verb[1])
            return None if acts else (0, verb.end())
        judging = JUDGING.of(hit).match(hit.after) if hit.word in JUDGES.of(hit) else None
        if judging is None and hit.word not in MARKETS.of(hit):
            judging = MINDED.of(hit).match(hit.after)
        return (0, judging.end()) if judging else _placed(hit)
    opinion = (OF_MANY if hit.word == "many" else OF_SOME).of(hit).match(hit.after)
    if opinion is None or COUNTING.search(hit.before):
        return None
    acts = ACT.of(hit).match(hit.after, hit.after.rfind(" ", 0, opinion.end()) + 1)
    return None if acts else (0, opinion.end())


def _is_somebody(hit: Hit) -> bool:
    """Tell whether the words before a group say whose it is, or single out one of it."""
    if NAMED.search(hit.before) or SINGLED_OUT.search(hit.before):
        return True
    return hit.word in IN_HOUSE.of(hit) and HOUSE.of(hit).search(hit.before) is not None


def _is_nicknaming(hit: Hit) -> bool:
    return bool(DUBBED.search(hit.before) and NICKNAME.match(hit.after))


# "Experts in Delmas say", "critics of the law say": where they are, or what they oppose, names nobody.
PLACED = Worded(
    r" (?:here|in (?:the {places-of-groups}|[A-Z][\w'-]+(?: [A-Z][\w'-]+)?)|(?:across|around|"
    r"throughout|from around|from across) the [\w-]+)(?= )"
)
# "Research by four economists suggests": somebody else does that.
SINGULAR = lazy_pattern(r"(?<!s)s$")
WORDS = lazy_pattern(r" [\w'-]+")
# "Backers of the bill, however, say"; but not "…, the opponents of the dam, said".
UNBROKEN = lazy_pattern(r"(?:[\w '-]|, (?:however|meanwhile|though),)*")
DETERMINED = lazy_pattern(r" (?:the|an?|his|her|its|their|this|that)$")
SIDES = WordSet("sides")
LONGEST_CAUSE = 7


def _placed(hit: Hit) -> Growth:
    """Read groups that are told by their place or their cause, and what they say."""
    place = PLACED.of(hit).match(hit.after)
    if place and (verb := hit.verb_after(place.end())):
        return None if ACT.of(hit).match(hit.after, verb.start(1)) else (0, verb.end())
    if hit.word not in SIDES.of(hit) or not hit.after.startswith((" of ", " to ")):
        return None
    unbroken = UNBROKEN.match(hit.after)
    for word in islice(WORDS.finditer(unbroken[0] if unbroken else ""), 2, LONGEST_CAUSE):
        verb = hit.verb_after(word.start())
        if verb and not DETERMINED.search(hit.after, 0, word.start()):
            return 0, verb.end()
    return None


MEDIA_KIND = r"(?:(?i:{media-adjectives}|[A-Z]\w+(?:i|an|ese|ish)) )"
PRESS_KIND = Worded(rf"(?:^|\b){MEDIA_KIND}+$|^$|(?<=, )$")
REPORTED = Worded(rf"(?i)\b(?:according to|as per) {MEDIA_KIND}*$")
STOPPED = lazy_pattern(r"[,.;:)–—-]|$| [–—(-]| that\b| (?:the|an?|he|she|they|it|there|his|her|their)\b")
SUGGESTING = Worded(
    r"(?: have| had| on \w+day| overnight| at the time)? (?:{suggesting-verbs}\b|"
    r"{circulating-verbs} (?:\w+ )?that\b|put (?:the|it)\b|spoke of\b)"
)
QUALIFIED = Worded(
    rf"(?i)(?:^|[,.;:] |\b(?:as|but|and|while|though) ){MEDIA_KIND}*$|\b(?:media|press|news) $"
)
# "Reports that called it a farce" and "that I have read" are told apart from "reports that it was a farce".
TOLD_APART = Worded(
    r" that (?:(?:have|has|had|also|were|was|are|is|do|did) |(?!{words-in-ed}\b)\w+ed\b|"
    r"(?:I|we|you)(?:'ve| have| had)? (?:read|seen|heard|received)\b|"
    r"{verbs-of-reports})\b"
)
AMID = Worded(
    rf"\b(?:[Aa]mid|[Ff]ollowing|[Tt]here (?:are|were|have been)) {MEDIA_KIND}*$|"
    r"\b(?:media|press|news|published) $|^(?:Media|Press|News) $"
)
SPECIFIC = lazy_pattern(r"(?i)\b(?:state|social|state-run|the) $")
# "Radio Delta and other news reports said" names one; "officials cited in local media said" are others.
ONE_OF_THEM = lazy_pattern(r"\b[A-Z]\w+ and (?:(?:other|several|many) )?(?:[a-z]+ )?$")
# "He was responding to media reports that…": the answer is the news.
ANSWERED = lazy_pattern(r"\b(?:asked about|respon(?:se|d(?:ing|ed)?) to|commenting on) (?:[\w-]+ ){0,2}$")
WHERE = lazy_pattern(r"(?i)\b(?:by|from|in|on|to)(?: the)? $")


def media_reading(hit: Hit) -> Growth:
    """Read "according to media reports", "reports suggest" and "local media said"."""
    if ONE_OF_THEM.search(hit.before) or ANSWERED.search(hit.before):
        return None
    if hit.word != "reports":
        return _press(hit)
    if (cited := REPORTED.of(hit).search(hit.before)) and STOPPED.match(hit.after):
        return len(cited[0]), 0
    if (verb := SUGGESTING.of(hit).match(hit.after)) and QUALIFIED.of(hit).search(hit.before):
        return 0, verb.end()
    if hit.after.startswith(" of ") and (there := THERE.search(hit.before)):
        return len(there[0]), len(" of")
    if not hit.after.startswith(" that ") or TOLD_APART.of(hit).match(hit.after):
        return None
    return (0, len(" that")) if AMID.of(hit).search(hit.before) else None


# "Media reports suggest" is read at "reports"; what media show are pictures.
NO_WORDS = frozenset({"reports", "show", "showed", "shows"})


def _press(hit: Hit) -> Growth:
    if (cited := REPORTED.of(hit).search(hit.before)) and STOPPED.match(hit.after):
        return None if SPECIFIC.search(hit.before) else (len(cited[0]), 0)
    verb = hit.verb_after()
    kind = PRESS_KIND.of(hit).search(hit.before)
    if not verb or verb[1] in NO_WORDS or not kind or SPECIFIC.search(hit.before):
        return None
    if WHERE.search(hit.before, 0, kind.start()):
        return None
    return len(kind[0]), verb.end()
