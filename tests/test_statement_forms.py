"""The forms in which copy says who said something, each with its source, cue and content."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newslint.plugin import Document
from newslint.text.speech.speakers.attributions import attributions
from newslint.text.speech.statements.statements import statements_of

Story = Callable[[str], Document]
Parts = tuple[str, str, str]
LEAD = "Harbour reopens\n\nThe harbour reopened after a storm.\n\nMarta Lind runs it. "


def read(document: Document, start: int = len(LEAD)) -> list[Parts]:
    """Return source, cue and content, in words, of each attribution from *start* on."""
    found = [each for each in document.view(attributions) if each.content[0].start >= start]
    joined = [
        [
            " … ".join(span.cut(document.text) for span in part)
            for part in (each.source, each.cue, each.content)
        ]
        for each in found
    ]
    return [(source, cue, content) for source, cue, content in joined]


@pytest.mark.parametrize(
    ("copy", "expected"),
    [
        ("Lind was quoted as saying it was lost.", ("Lind", "was quoted as saying", "it was lost")),
        ("Lind was quoted by the Post as saying: “It is lost.”", ("Lind", "was quoted", "“It is lost.”")),
        ("“It is lost,” Lind was quoted as saying.", ("Lind", "was quoted as saying", "“It is lost,”")),
        ("The Post quoted Lind as saying that it was lost.", ("Lind", "quoted", "that it was lost")),
        ("It is lost, the Post quoted Lind as saying.", ("Lind", "quoted", "It is lost")),
        ("Lind is said to have called it a folly.", ("Lind", "have called", "it a folly")),
        ("Lind, asked if it was lost, said: “No.”", ("Lind", "said", "“No.”")),
    ],
)
def test_passive_gives_the_words_to_the_one_who_spoke(story: Story, copy: str, expected: Parts) -> None:
    assert read(story(f"{LEAD}{copy}\n")) == [expected]


@pytest.mark.parametrize(
    ("copy", "expected"),
    [
        ("Prices will rise, says the bank.", ("the bank", "says", "Prices will rise")),
        ("Prices, the bank said, will rise.", ("the bank", "said", "Prices … will rise")),
        ("Prices, said the bank, will rise.", ("the bank", "said", "Prices … will rise")),
        ("Three people died, police say.", ("police", "say", "Three people died")),
        (
            "Prices will rise, Jan Berg, the bank’s economist, said on Monday.",
            ("Jan Berg, the bank’s economist", "said", "Prices will rise"),
        ),
        ("The mayor, for instance, said it was lost.", ("The mayor", "said", "it was lost")),
        (
            "Norland hit back at once, saying the harbour was lost.",
            ("Norland", "saying", "the harbour was lost"),
        ),
        (
            "Jan Berg, Chair of the Harbour Union said it was lost.",
            ("Jan Berg, Chair of the Harbour Union", "said", "it was lost"),
        ),
        (
            "But Berg, whose firm is at the end of the harbour, said it was lost.",
            ("Berg, whose firm is at the end of the harbour", "said", "it was lost"),
        ),
        (
            "On Monday Jan Berg won, but the former clerk of the union said it was lost.",
            ("the former clerk of the union", "said", "it was lost"),
        ),
        ("On Monday, the chief, Jan Berg, said it was lost.", ("the chief, Jan Berg", "said", "it was lost")),
        (
            "Jan Berg, a guide, said the park put up a fence.",
            ("Jan Berg, a guide", "said", "the park put up a fence"),
        ),
        (
            "Jan Berg, a guide, said the park hired 40 people.",
            ("Jan Berg, a guide", "said", "the park hired 40 people"),
        ),
        (
            "Jan Berg, a guide, said the park doubled its fees.",
            ("Jan Berg, a guide", "said", "the park doubled its fees"),
        ),
        ("It is lost, said the convicted 40-year-old.", ("the convicted 40-year-old", "said", "It is lost")),
        ("The UN and the WHO said it was lost.", ("The UN and the WHO", "said", "it was lost")),
        ("“It is lost,” as Lind put it.", ("Lind", "put it", "“It is lost,”")),
        ("“It is lost” is how Lind put it.", ("Lind", "put it", "“It is lost”")),
    ],
)
def test_speaker_may_stand_after_or_inside(story: Story, copy: str, expected: Parts) -> None:
    assert read(story(f"{LEAD}{copy}\n")) == [expected]


@pytest.mark.parametrize(
    ("copy", "expected"),
    [
        ("The plan, according to Lind, is dead.", ("Lind", "according to", "The plan … is dead")),
        (
            "According to Jan Berg, who runs the bank, the plan is dead.",
            ("Jan Berg", "According to", "the plan is dead"),
        ),
        ("According to police, a man, 42, was held.", ("police", "According to", "a man, 42, was held")),
        ("In the words of one farmer: “It is lost.”", ("one farmer", "In the words of", "“It is lost.”")),
        ("The plan was, in his words, “a folly”.", ("his", "in his words", "The plan was … “a folly”")),
        ("It was “gone for good”, in Lind’s words.", ("Lind", "in Lind’s words", "It was “gone for good”")),
        ("In the bank’s view, it is dead.", ("the bank", "In the bank’s view", "it is dead")),
    ],
)
def test_phrase_brings_its_source(story: Story, copy: str, expected: Parts) -> None:
    assert read(story(f"{LEAD}{copy}\n")) == [expected]


@pytest.mark.parametrize(
    ("copy", "expected"),
    [
        ("The claim that it was lost is false.", ("", "claim", "that it was lost")),
        ("Lind’s claim that it was lost angered Oslo.", ("Lind", "claim", "that it was lost")),
        (
            "The bank’s warning that rates would rise sent shares lower.",
            ("The bank", "warning", "that rates would rise"),
        ),
        (
            "The claim that the plan he drew up was lost is false.",
            ("", "claim", "that the plan he drew up was lost"),
        ),
        (
            "A warning by the bank that it would fail was ignored.",
            ("the bank", "warning", "that it would fail"),
        ),
        ("There was speculation that the bank would fail.", ("", "speculation", "that the bank would fail")),
    ],
)
def test_noun_takes_its_clause_and_no_more(story: Story, copy: str, expected: Parts) -> None:
    assert read(story(f"{LEAD}{copy}\n")) == [expected]


@pytest.mark.parametrize(
    ("copy", "expected"),
    [
        ("Lind: “We lost it all.”", ("Lind", ":", "“We lost it all.”")),
        ("The minister: “That is false.”", ("The minister", ":", "“That is false.”")),
        ("Her answer: “Never.”", ("Her", "answer", "“Never.”")),
        ("Lind was blunt: “It is dead.”", ("Lind", "blunt", "“It is dead.”")),
        ("Lind had this to say: “It is dead.”", ("Lind", "had this to say", "“It is dead.”")),
        ("And then this from Lind: “It is dead.”", ("Lind", ":", "“It is dead.”")),
        ("A sign on the door read: “Closed for good.”", ("A sign on the door", "read", "“Closed for good.”")),
        (
            "“It is dead,” a statement from the bank read.",
            ("a statement from the bank", "read", "“It is dead,”"),
        ),
        ("“It is dead” — Marta Lind, harbour master", ("Marta Lind, harbour master", "—", "“It is dead”")),
    ],
)
def test_colon_or_dash_joins_speaker_and_speech(story: Story, copy: str, expected: Parts) -> None:
    assert read(story(f"{LEAD}{copy}\n")) == [expected]


@pytest.mark.parametrize(
    ("copy", "expected"),
    [
        ("Polls show voters trust the bank.", ("Polls", "show", "voters trust the bank")),
        ("A new poll shows Lind leading Berg.", ("A new poll", "shows", "Lind leading Berg")),
        ("In the latest poll, Lind led by 5 points.", ("the latest poll", "In", "Lind led by 5 points")),
        ("Lind is convinced that it is lost.", ("Lind", "is convinced", "that it is lost")),
        ("Lind made it clear that it was lost.", ("Lind", "made it clear", "that it was lost")),
        ("Lind is of the opinion that it is lost.", ("Lind", "opinion", "that it is lost")),
        ("Marta Lind: We lost it all.", ("Marta Lind", ":", "We lost it all")),
        ("OSLO, June 3 (AP) — It is lost, Lind said.", ("Lind", "said", "It is lost")),
    ],
)
def test_poll_thought_and_transcript_are_statements(story: Story, copy: str, expected: Parts) -> None:
    assert (
        read(story(f"{LEAD.partition('Marta')[0]}Marta Lind runs it.\n\n{copy}\n"), len(LEAD))[-1] == expected
    )


@pytest.mark.parametrize(
    "copy",
    [
        "The talk show shows no sign of ending.",
        "Lind is sure to win.",
        "The worried crowd left.",
        "In the village, Lind has a barn.",
        "Lind said so.",
        "Note: the harbour is closed.",
        "The minor was sentenced to two years under “intense supervision,” with a ban on films.",
        "We pass it off as “irregular accounting” here.",
        "Yes, the town was known for its “lagging sanitation” then.",
        "It is harder than ever, since “now we have the news.”",
        "The council is due to meet for talks on “recent developments here.”",
    ],
)
def test_what_only_looks_like_a_statement_is_none(story: Story, copy: str) -> None:
    assert read(story(f"{LEAD}\n\n{copy}\n")) == []


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Lind: Barn is lost", [("Lind", ":", "Barn is lost")]),
        ("Harbour boss: ‘Barn is lost’", [("Harbour boss", ":", "‘Barn is lost’")]),
        ("Barn is lost: Lind", [("Lind", ":", "Barn is lost")]),
        ("Barn is lost – police", [("police", "–", "Barn is lost")]),
        ("‘We lost it all’: farmer", [("farmer", ":", "‘We lost it all’")]),
        ("Barn is ‘lost’, says harbour boss", [("harbour boss", "says", "Barn is ‘lost’")]),
        ("Storm: Barn is lost, Lind says", [("Lind", "says", "Barn is lost")]),
        ("Harbour Chief Says Barn Is Lost", [("Harbour Chief", "Says", "Barn Is Lost")]),
        ("Lind Says ‘Barn Is Lost’", [("Lind", "Says", "‘Barn Is Lost’")]),
        ("Barn Is Lost, Police Say", [("Police", "Say", "Barn Is Lost")]),
        ("Oslo: Barn burns down", []),
        ("Opinion: The barn is lost", []),
        ("Storm damage: Barn is lost", []),
    ],
)
def test_headline_names_its_speaker(story: Story, headline: str, expected: list[Parts]) -> None:
    document = story(f"{headline}\n\nMarta Lind of Oslo runs the harbour. She was glad.\n")

    assert read(document, start=0) == expected


@pytest.mark.parametrize(
    ("copy", "content"),
    [
        ("Lind told a Senate panel on Monday that it was lost.", "that it was lost"),
        ("Lind told federal investigators in July she was out.", "she was out"),
        ("Lind told him and his fellow bakers to leave.", "to leave"),
        ("Lind told the BBC’s Today programme it was lost.", "it was lost"),
        ("Lind said, among other things, that it was lost.", "that it was lost"),
        ("Lind said of the barn, “It is lost.”", "“It is lost.”"),
        ("Lind asked whether it was lost.", "whether it was lost"),
        ("Despite what he wrote in May, Lind said it was lost.", "it was lost"),
        ("Lind said the barn — old and dry — was lost.", "the barn — old and dry — was lost"),
    ],
)
def test_content_starts_after_whom_it_was_told(story: Story, copy: str, content: str) -> None:
    assert [found for _, _, found in read(story(f"{LEAD}{copy}\n"))] == [content]


def test_cue_without_a_source_is_not_carried_over(story: Story) -> None:
    document = story(f"{LEAD}“We lost it,” Lind said. The claim that it was lost is false.\n")

    assert [found.speaker for found in document.view(attributions)] == ["Marta Lind", None]


@pytest.mark.parametrize(
    ("copy", "expected"),
    [
        ("It was claimed that it was lost.", ("", "was claimed", "that it was lost")),
        (
            "It was announced by the council that it was lost.",
            ("the council", "was announced", "that it was lost"),
        ),
        ("It was lost, it was alleged.", ("", "was alleged", "It was lost")),
        ("The jury was told he had three drinks.", ("", "was told", "he had three drinks")),
        ("The council was told by Lind that it was lost.", ("Lind", "was told", "that it was lost")),
        ("The boat is said to be lost.", ("", "is said", "The boat … to be lost")),
    ],
)
def test_passive_without_a_speaker_rests_on_nobody(story: Story, copy: str, expected: Parts) -> None:
    assert read(story(f"{LEAD}{copy}\n")) == [expected]


@pytest.mark.parametrize(
    ("copy", "expected"),
    [
        ("To Lind, the harbour is lost.", ("Lind", "To", "the harbour is lost")),
        ("To many residents, it is lost.", ("many residents", "To", "it is lost")),
        ("Per the report, three boats sank.", ("the report", "Per", "three boats sank")),
        ("As Lind put it, “nobody wants it”.", ("Lind", "put it", "“nobody wants it”")),
        ("As the mayor sees it, it is lost.", ("the mayor", "sees it", "it is lost")),
        ("If Lind is to be believed, it is lost.", ("Lind", "is to be believed", "it is lost")),
        ("What Lind said was that it was lost.", ("Lind", "said", "that it was lost")),
        ("According to Lind the harbour is lost.", ("Lind", "According to", "the harbour is lost")),
    ],
)
def test_opening_tells_who_speaks(story: Story, copy: str, expected: Parts) -> None:
    assert read(story(f"{LEAD}{copy}\n")) == [expected]


@pytest.mark.parametrize(
    ("copy", "expected"),
    [
        ("The mayor’s argument was that it was lost.", [("The mayor", "argument", "that it was lost")]),
        ("The fear is that it was lost.", [("", "fear", "that it was lost")]),
        ("Lind learned that it was lost.", [("Lind", "learned", "that it was lost")]),
        ("The court heard that it was lost.", [("The court", "heard", "that it was lost")]),
        ("It was lost, the court heard.", [("the court", "heard", "It was lost")]),
        ("Lind could not understand why it was lost.", [("Lind", "could not understand", "why it was lost")]),
        ("Lind, who said it was lost, has gone.", [("who", "said", "it was lost")]),
        ("Lind called the bill a folly.", [("Lind", "called", "the bill a folly")]),
        (
            "Lind, of Station Road, Bergen, denied it was lost.",
            [("Lind, of Station Road, Bergen", "denied", "it was lost")],
        ),
        (
            "Giving evidence, the widow, Eva Sund, said it was lost.",
            [("the widow, Eva Sund", "said", "it was lost")],
        ),
        ("Taking to X, Lind wrote, “It is lost.”", [("Lind", "wrote", "“It is lost.”")]),
        ("The fee, which Lind says is fair, will rise.", [("Lind", "says", "is fair")]),
        ("The guide, who Lind said was lost, wept.", [("Lind", "said", "was lost")]),
        ("Lind said it was lost; the boat sank.", [("Lind", "said", "it was lost; the boat sank")]),
        ("Lind had earlier said it was lost.", [("Lind", "had earlier said", "it was lost")]),
        ("OSLO, June 3 (PTI) Lind said it was lost.", [("Lind", "said", "it was lost")]),
        ("Lind said no such thing.", []),
        ("Lind called the police.", []),
        ("Lind called an election in May.", []),
        ("Lind called Jan Berg to ask for help.", []),
        ("Guests will learn how to swim.", []),
        ("To the north, the harbour is lost.", []),
        ("To be sure, the harbour is lost.", []),
    ],
)
def test_clause_right_after_the_cue_is_what_is_said(story: Story, copy: str, expected: list[Parts]) -> None:
    assert read(story(f"{LEAD}{copy}\n")) == expected


def test_statements_of_one_paragraph_are_those_the_story_has_there(story: Story) -> None:
    document = story(
        "The harbour will close, Marta Lind said.\n\n"
        "She said: “We have no choice.\n\n"
        "“The ships will have to wait. They are many.”\n\n"
        "“That is too long,” said Paul Berg."
    )

    found = [[*statements_of(document, block.span)] for block in document.blocks]

    assert [
        [each.source and each.source.cut(document.text) for each in statements] for statements in found
    ] == [["Marta Lind"], ["She"], [], ["Paul Berg"]]


@pytest.mark.parametrize(
    ("copy", "expected"),
    [
        ("Lind, speaking at a rally in Wilmington, N.C., said it was lost.", ("Lind", "said", "it was lost")),
        ("Lind (who has 25 votes to date) said it was lost.", ("Lind", "said", "it was lost")),
        ("Lind this past week said it was lost.", ("Lind", "said", "it was lost")),
        (
            "The judges who ruled that the law could stand said it was lost.",
            ("The judges who ruled that the law could stand", "said", "it was lost"),
        ),
        ("Facing critics, Lind left, saying it was lost.", ("Lind", "saying", "it was lost")),
        ("Lind threw her weight behind it, saying it was lost.", ("Lind", "saying", "it was lost")),
        ("Washington (AFP) – Lind said it was lost.", ("Lind", "said", "it was lost")),
        ("But the next day, according to Lind, Berg left home.", ("Lind", "according to", "Berg left home")),
        (
            "Lind said it was lost, tacitly acknowledging the part of the council in the loss.",
            ("Lind", "acknowledging", "the part of the council in the loss"),
        ),
        (
            "Lind first praised the plan, but later on Thursday called it a “cheap and cynical ploy.”",
            ("Lind", "called", "it a “cheap and cynical ploy.”"),
        ),
        (
            "Lind faced unrest as she spoke, with some people chanting “we trusted you all” over it.",
            ("some people", "chanting", "“we trusted you all” over it"),
        ),
        (
            "Lind also embraced harder ways -- “I think the old ones were peanuts to them.”",
            ("Lind", "embraced", "harder ways -- “I think the old ones were peanuts to them.”"),
        ),
    ],
)
def test_source_ends_where_its_name_does(story: Story, copy: str, expected: Parts) -> None:
    assert expected in read(story(f"{LEAD}{copy}\n"))


@pytest.mark.parametrize(
    ("copy", "source"),
    [
        (
            "In response to the council’s plan to close the harbour for good, Lind left, saying it was lost.",
            "Lind",
        ),
        ("After voters rejected the plan, the union left, saying it was lost.", "the union"),
        ("When Berg said it was dry, Lind laughed, saying it was lost.", "Lind"),
        ("Lind vetoed the plan passed last year, saying it was lost.", "Lind"),
        ("Berg voted for it, but the union sued the city, saying it was lost.", "the union"),
        ("Jan Berg, head of the union, left in May, saying it was lost.", "Jan Berg, head of the union"),
        ("Jan Berg, who heads the union, left in May, saying it was lost.", "Jan Berg"),
        ("While saying it was lost, Lind went home.", "Lind"),
        ("But Sen. Berg (D-Ore.), noting the cost, said it was lost.", "Sen. Berg (D-Ore.)"),
        (
            "But Berg, who’s running to be an alternate, said it was lost.",
            "Berg, who’s running to be an alternate",
        ),
        (
            "Three clerks, including Jan Berg, said it was lost.",
            "Three clerks, including Jan Berg",
        ),
        ("Divers — and some pilots — said it was lost.", "Divers — and some pilots"),
        ("Divers — who saw it first — said it was lost.", "Divers"),
        ("Lind did not name Berg, but said it was lost.", "Lind"),
        ("The board did not release details, but Lind said it was lost.", "Lind"),
        ("Lind called it “over,” Jan Berg, a clerk, said.", "Jan Berg, a clerk"),
        (
            "It was lost, said Jan Berg, associate director of the union.",
            "Jan Berg, associate director of the union",
        ),
        (
            "It was lost, said Jan Berg, managing director of the union.",
            "Jan Berg, managing director of the union",
        ),
        ("It was lost, according to a report Friday by the union.", "a report Friday by the union"),
        ("The accused clerk has given no details of her plan, saying it was lost.", "The accused clerk"),
        ("Relief workers on the quay, claiming the harbour is lost, said no.", "Relief workers on the quay"),
        ("According to the report, Lind closed it, adding that it was lost.", "Lind"),
        ("At the time Ms. Lind said it was lost.", "Ms. Lind"),
        ("Lind on Monday said it was lost.", "Lind"),
        ("Lind in May said it was lost.", "Lind"),
        ("Berg heads the union, which in May said it was lost.", "which"),
        ("A few clerks, nine in all, write a letter that says it was lost.", "A few clerks, nine in all"),
        ("It was a view Lind often said was lost.", "Lind"),
        (
            "The firm, which lost sales in Oslo, Bergen and Molde in May, said it was lost.",
            "The firm, which lost sales in Oslo, Bergen and Molde in May",
        ),
        ("It was lost according to the clerks, makes the paper a fool.", "the clerks"),
        ("“It is lost,” Lind was cited in the Post as saying.", "Lind"),
        ("Lind, who called it “dry,” praised the plan and said it was lost.", "Lind"),
        ("To varying degrees, all agreed it was lost.", "all"),
        ("Jan Berg, 50, of Oslo said it was lost.", "Jan Berg, 50, of Oslo"),
        ("Divers cheered, as they had since 1994, and meanwhile said it was lost.", "Divers"),
        ("The family thanked the divers but said it was lost.", "The family"),
        ("The court heard that Lind left, adding that it was lost, according to Berg.", "The court"),
        ("The firm that runs the harbour said it was lost.", "The firm that runs the harbour"),
        ("Lind denied that the union said it was lost.", "the union"),
        ("One of the divers, Jan Berg, says despite the wind, it was lost.", "One of the divers, Jan Berg"),
    ],
)
def test_source_is_the_one_who_does_what_the_sentence_tells(story: Story, copy: str, source: str) -> None:
    assert source in [found for found, _, _ in read(story(f"{LEAD}{copy}\n"))]


@pytest.mark.parametrize("told", ["Berg said Friday.", "Berg told the Courier.", "Berg asks as he leaves."])
def test_speaker_of_a_question_may_be_told_at_length(story: Story, told: str) -> None:
    ((source, _, content),) = read(story(f"{LEAD}“Who would have thought it?” {told}\n"))

    assert (source, content) == ("Berg", "“Who would have thought it?”")


@pytest.mark.parametrize(
    "copy",
    [
        "Lind bought the pier, which added to her harbours in Norland.",
        "The shells found at the old pier in Norland were Berg’s.",
        "Lind hired a clerk accused of setting the old pier alight.",
        "It goes without saying that Berg has lost the old pier.",
        "Lind runs a firm that would add two lanes to the old pier.",
        "The pier, also called the Long Arm by Berg, is lost.",
    ],
)
def test_verb_without_words_says_nothing(story: Story, copy: str) -> None:
    assert read(story(f"{LEAD}{copy}\n")) == []


@pytest.mark.parametrize("lead", [", :", "; ;:", "(:"])
def test_colon_behind_stops_names_nobody(story: Story, lead: str) -> None:
    assert read(story(f"{LEAD}\n\n{lead} “It is lost, all of it.”\n")) == []
