"""Grammar: the closed classes of English words by which subjects and verbs are told apart."""

from __future__ import annotations


def _words(letters: str) -> frozenset[str]:
    return frozenset(letters.split())


def _phrases(letters: str) -> frozenset[str]:
    return frozenset(phrase.strip() for phrase in letters.split(","))


PRONOUNS = _words(
    """
    he she they it i we you who which that
    """
)
CONJUNCTIONS = _words(
    """
    and or but to not nor than
    """
)
# Where a subject can begin anew inside a sentence.
BOUNDARIES = _words(
    """
    that as but while when because although though if whether before after since where so than what
    why how until unless — – - -- ; : and or which
    """
)
OPENERS = _words(
    """
    but and still later meanwhile then also yet so even or nor though earlier however thus indeed
    finally instead nevertheless nonetheless moreover furthermore additionally similarly overall today
    yesterday tonight
    """
)
# "The mayor, (for instance), said …"
ASIDES = _phrases(
    """
    for instance, for example, by contrast, in contrast, in fact, in turn, in short, of course,
    on the one hand, on the other hand, after all, at the time, as usual, too, for his part,
    for her part, for its part, for their part
    """
)
PREPOSITIONS = _words(
    """
    in on at during for from with by to of under over after before since despite amid about between
    through throughout when while as asked citing speaking following given like without inside
    outside across into until alongside
    """
)
# What opens a clause before the main one, and is neither a preposition.
SUBORDINATORS = _words(
    """
    although because if once unless whereas whenever
    """
)
DETERMINERS = _words(
    """
    the a an his her its their our my your this these those some many several most one two three
    four five both each every another other no all few
    """
)
FINITE = _words(
    """
    is was were are has had have will would can could may might did does do said says told been be
    """
)
PLURAL = _words(
    """
    i we you they who which that people police many some others both most all few several and %
    """
)
# What stands before a noun, so that a cue verb after it is none ("the report", "of claims").
BEFORE_NOUN = _words(
    """
    a an the this that these those his her its their our my your some any no every of in on for with
    by at from to into about as such new recent latest first own under over between during following
    key more most less many several few other another high low national political
    amid despite strong big little direct full false baseless unfounded untrue unproven similar
    """
)
IRREGULAR_PAST = _words(
    """
    said told wrote written thought knew felt saw seen found swore sworn spoke spoken sang bet put
    shot went learnt understood heard foresaw read shown
    became began broke brought built came cast chose drew drove fell fought gave got grew held hid kept laid
    led left lost made met paid ran rode rose sat sent shook slept sold sought spent stood took wept woke won
    wore
    """
)
