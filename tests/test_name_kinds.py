"""Kinds of names, ten of each: who is one person, what is asked about, and what is left alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import newslint
from newslint.plugin import Document
from newslint.text.names.people.mentions import Kind, entities

Story = Callable[[str], Document]

# Each with the surname and the number of mentions of the one person in it.
KINGS = (
    ("Pope Pius XI wrote it. Pius was ill.", "Pius", 2),
    ("King Harald V spoke. Harald left.", "Harald", 2),
    ("Queen Margrethe II abdicated. Margrethe was 83.", "Margrethe", 2),
    ("King Charles XVI Gustaf waved.", "Gustaf", 1),
    ("Henry VIII wed again. Henry was 49.", "Henry", 2),
    ("Thomas Dahlberg VII ran the firm. Dahlberg sold it.", "Dahlberg", 2),
    ("Pope Benedict XVI prayed. Benedict knelt.", "Benedict", 2),
    ("Emperor Karl VI died. Karl was 55.", "Karl", 2),
    ("John Rosvold IV, 19, won. Rosvold wept.", "Rosvold", 2),
    ("King Henrik IX spoke. Henrik left.", "Henrik", 2),
    ("Walter von Stein V left. Von Stein returned.", "Stein", 2),
)
IN_CAPITALS = (
    ("MARTA LINDQVIST won. Lindqvist, 31, wept.", "Lindqvist", 2),
    ("Police named OMAR HADDAD, 44, on Monday. Haddad fled.", "Haddad", 2),
    ("Mr. OLAND said no. Oland left.", "Oland", 2),
    ("Ms. LINDSTROM ran. Lindstrom won.", "Lindstrom", 2),
    ("The dead man is PAUL DAHLGREN, 51, of Oslo. Dahlgren drove.", "Dahlgren", 2),
    ("ANNA PETROVA runs the shop. Petrova opened it.", "Petrova", 2),
    ("Dr. HALDEN left. “No,” Halden said.", "Halden", 2),
    ("Witness JANE ROSSI, 20, saw it. Rossi ran.", "Rossi", 2),
    ("GEORGE MARLOW has died. Marlow, 80, sang.", "Marlow", 2),
)
LIKE_PLACES = (
    ("San Mei Chow, 52, runs it. Chow left.", "Chow", 2),
    ("La Donna Brewer sang. Brewer, 30, left.", "Brewer", 2),
    ("Santa Lombardi wrote it. Lombardi, 60, lives here.", "Lombardi", 2),
    ("Lake Berglund, 19, won. Berglund wept.", "Berglund", 2),
    ("Rio Halden, 22, sang. Halden left.", "Halden", 2),
    ("Glen Rosvold, 61, fished. Rosvold left.", "Rosvold", 2),
    ("“No,” said La Keisha Dorsey. Dorsey, 40, left.", "Dorsey", 2),
    ("Isla Dahlgren, 7, ran. Dahlgren fell.", "Dahlgren", 2),
    ("El Hadji Sarr, 33, scored. Sarr left.", "Sarr", 2),
    ("De Andre Colby, 25, scored. Colby left.", "Colby", 2),
)
SMALL_WORDS = (
    ("Sgt. van Houten left. Piet van Houten, 40, returned.", "Houten", 2),
    ("Mr. de Souza spoke. Ana de Souza left.", "Souza", 2),
    ("Ms. von Arnim spoke. Eva von Arnim left.", "Arnim", 2),
    ("Capt. da Costa sailed. Luis da Costa is 50.", "Costa", 2),
    ("Gov. van der Meer signed. Anna van der Meer left.", "Meer", 2),
    ("Sheriff de Leon came. Raul de Leon spoke.", "Leon", 2),
    ("Dr. ter Horst spoke. Jan ter Horst, 60, left.", "Horst", 2),
    ("Mrs. du Pont left. Claire du Pont, 70, wept.", "Pont", 2),
    ("Gen. dos Anjos left. Rui dos Anjos, 58, spoke.", "Anjos", 2),
    ("Lt. zu Berg left. Karl zu Berg, 33, spoke.", "Berg", 2),
    ("Joost op den Halden, 30, won. Op den Halden wept.", "Halden", 2),
    ("Karel van het Oland, 30, won. Van het Oland wept.", "Oland", 2),
    ("Hugh le Dahlrier kept it. Le Dahlrier retired.", "Dahlrier", 2),
)
FAMILY_FIRST = (
    ("Cui Wenhao won. Cui left.", "Cui", 2),
    ("Bui Thanh Son spoke.", "Bui", 1),
    ("Le Van Duc spoke. Duc left.", "Duc", 2),
    ("Vo Van Minh spoke. Minh left.", "Minh", 2),
    ("Bae Yong-soo sang. Bae left.", "Bae", 2),
    ("Ri Chun Hui read it. Ri left.", "Ri", 2),
    ("Min Seo-yeon won. Min left.", "Min", 2),
    ("Orbán Péter spoke. Orbán left.", "Orbán", 2),
    ("Ahn Jae-hyun left. Ahn returned.", "Ahn", 2),
)


@pytest.mark.parametrize(
    ("copy", "surname", "mentions"), [*KINGS, *IN_CAPITALS, *LIKE_PLACES, *SMALL_WORDS, *FAMILY_FIRST]
)
def test_all_mentions_are_one_persons(story: Story, copy: str, surname: str, mentions: int) -> None:
    people = [each for each in story(f"{copy}\n").view(entities) if each.kind is Kind.PERSON]

    assert [(each.surname or each.name, len(each.mentions)) for each in people] == [(surname, mentions)]


SPELLED_IN_CAPITALS = (
    "Police named the man as PETER LINDGREN, 44. Mr. Lindgrin is in jail.",
    "ANNA HALVORSEN won. Mr. Halverson, 33, lost. Halvorsen wept.",
    "Ms. DAHLQVIST sang. Ms. Dahlquist left. Dahlqvist, 40, wept.",
    "Deputies look for LUCAS HALVORSEN. Halvorson fled on Friday.",
    "“I did it,” SARAH DAHLGREN wrote. Dahlgran is in jail.",
)
COURTESY = (
    "Robert Dahlin led it. “Yes,” Ms. Dahlin said.",
    "Mr. Peter Salven came. Ms. Salven said no. Mr. Salven left.",
    "Susan Halden won. Mr. Halden said he was glad.",
    "George Rosvold spoke. Miss Rosvold left the stage.",
    "Ms. Kim Orlow spoke. Mr. Orlow left. Ms. Orlow wept.",
    "Elizabeth Marsh runs it. “No,” Mr Marsh said.",
    "Ms Lind Berg, the mayor, paid. Mr Berg said so. Ms Berg left.",
    "Mr. Sam Toft sang. Mrs. Toft bowed. Mr. Toft left.",
    "William Strand sued. Ms. Strand lost.",
    "Mary Holm sued. Mr. Holm lost.",
)
NEVER_INTRODUCED = (
    "The mayor, Anna Lind, opened it. “It is ours,” Mr. Dahlgren said. Lind agreed.",
    "Peter Holm owns the mill. “We pay,” Ms. Vestergaard said. Holm left.",
    "Anna Lind, a nurse, left. Rosvold, who worked there for years, stayed.",
    "Mary Holm sued. Mr. Brandvold testified on Monday.",
    "“We won,” Peter Holm said. “We lost,” Vestergaard said.",
    "David Strand wrote the book. Mr. Stenmark printed it in Oslo.",
    "The coach, Anna Lind, resigned. Mr Pettersen takes her place, the club said.",
    "Robert Pilkey runs it. “Fine,” said Brenneman, who paid.",
    "Karen Holt sang. Ms. Dahlstedt danced, and Holt bowed.",
    "John Marsh lost. “Good,” Mrs. Ekdahl said.",
)
TOWNS = (
    "She went to Fairhaven, Maine. He left Farehaven, Maine, early.",
    "The Danube River Bridge fell. The Danobe River Bridge is old.",
    "He was born in Halvershall, Texas. Halverstall, Texas, was flooded.",
    "The London Marathon Office paid. The Londen Marathon Office is new.",
    "They met in Bakersville, Ohio. Bakerville, Ohio, was dark.",
    "The Sydney Opera House shut. The Sidney Opera House is white.",
    "Trains left Kirkwood, Iowa. Kirkwod, Iowa, was next.",
    "Crews from Pinehurst, Georgia, came. Pinehurts, Georgia, burned.",
    "He lives in Marysville, Kansas, and not in Marysvile, Kansas.",
    "The Hudson River Trail is open. The Hudsen River Trail is long.",
)
LETTERS = (
    "Milan Đurović won. Djurovic lost.",
    "Jón Þorláksson spoke. Thorlaksson left.",
    "Uwe Großmann won. Grossmann left.",
    "Søren Østergaard won. Ostergaard left.",
    "Åsa Ångström won. Angstrom left.",
    "Lech Wałęsa spoke. Walesa left.",
    "Mehmet Özdemir won. Ozdemir left.",
    "Ivan Đukić won. Djukic left.",
    "Karl Müllner won. Muellner left.",
)
AGES = (
    "A 6-year old girl fell.",
    "The 12 year old boy ran.",
    "A three-month old baby wept.",
    "Two 15 year olds fled.",
    "The 80 year-old man left.",
    "An 8-year old dog bit him.",
    "The five-year olds sang.",
    "A 2 week old calf died.",
    "His 40 year old son left.",
    "A 16 years-old boy ran.",
)
INITIALS = (
    "The U.S. paid. The US left. U.S. ships came.",
    "The UN met. The U.N. paid the bill.",
    "The U.K. left. The UK pays.",
    "The E.U. met. The EU voted. EU ships came.",
    "A D.C. judge ruled. The DC court agreed.",
    "The UAE paid. The U.A.E. left early.",
    "The U.N. voted. UN troops came. U.N. food came.",
    "A US court ruled. The U.S. court agreed.",
    "The NHS paid. The N.H.S. grew.",
    "The FBI came. The F.B.I. left.",
)
SWAPPED = (
    "The National River Users Association (NRUA) sued. The NURA said no.",
    "The CTUH paid. The CUTH met. The CUTH has cash.",
    "The Baltic Ferry Crews Union (BFCU) met. The BCFU struck.",
    "WXFT met. The WFXT paid. The WFXT left.",
    "The Harbor Dock Workers League (HDWL) met. The HWDL left.",
)
ASKED = {
    "names.changed-courtesy-title": COURTESY,
    "names.surname-never-introduced": NEVER_INTRODUCED,
    "numbers.age-hyphens": AGES,
    "words.mixed-initials": INITIALS,
    "acronyms.swapped": SWAPPED,
    "names.inconsistent-spelling": (*SPELLED_IN_CAPITALS, *TOWNS),
}


@pytest.mark.parametrize(("rule", "copy"), [(rule, copy) for rule, rows in ASKED.items() for copy in rows])
def test_rule_asks_about_every_copy_of_its_kind(rule: str, copy: str) -> None:
    assert rule in [finding.rule for finding in newslint.lint(copy).findings]


@pytest.mark.parametrize("copy", LETTERS)
def test_letters_that_latin_copy_drops_are_another_spelling(copy: str) -> None:
    spellings = {"names.accent-or-hyphen", "names.inconsistent-spelling"}

    assert spellings & {finding.rule for finding in newslint.lint(copy).findings}


CITIES = (
    "She moved to Lille. Anna Liller stayed. Liller said no.",
    "They met in Hanover. Karl Hannover sang. Hannover left.",
    "Frankfurt was dark. Anna Frankfurter wept. Frankfurter left.",
    "He flew to Granada. Paul Grenader left.",
    "Basel paid. Tom Bassel left. Bassel wept.",
    "Nantes won. Ana Nantel lost. Nantel wept.",
    "Krakow was cold. Eva Krakov left.",
    "Goma fell. Lee Gomar left. Gomar wept.",
    "He left Zurich. Ann Zurick stayed. Zurick wept.",
    "In Bergen, Karl Bergel spoke. Bergel left.",
)
PEOPLES = (
    "Guinean troops met Guyanese ones.",
    "Nigerien ships met Nigerian ones.",
    "Samoan dancers met Somalian and Samoans.",
    "Mauritanian and Mauritian envoys met.",
    "Slovene and Slovak envoys met. Slovenes paid.",
    "Dominican and Dominica envoys met.",
    "Bahamian and Bahraini envoys met.",
    "Kosovan and Kosovar envoys met.",
    "Tongan and Togolese envoys met.",
    "Malian and Malawian envoys met, as did Maldivian ones.",
)


@pytest.mark.parametrize("copy", [*CITIES, *PEOPLES])
def test_cities_and_peoples_are_no_misspelled_names(copy: str) -> None:
    assert "names.inconsistent-spelling" not in [finding.rule for finding in newslint.lint(copy).findings]


def test_whom_every_reader_knows_by_one_word_is_a_person(story: Story) -> None:
    found = story("They read Shakespeare in the park. Washington is far away.").view(entities)

    assert [(each.name, each.kind) for each in found] == [
        ("Shakespeare", Kind.PERSON),
        ("Washington", Kind.PLACE),
    ]
