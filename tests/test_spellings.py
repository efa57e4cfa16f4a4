"""One name in two spellings, told from two names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newslint.checks.names.spelling import Difference, NameSpelling
from newslint.plugin import Document
from newslint.text.names.spellings.marked_spellings import marked_variants
from newslint.text.names.spellings.name_uses import name_uses, profile, words_known
from newslint.text.names.spellings.variants import variants

Story = Callable[[str], Document]


@pytest.mark.parametrize(
    ("copy", "leading", "other"),
    [
        ("Nishank Motwani spoke. Motwani left. Later Motwany came back.", "Motwani", "Motwany"),
        ("They saw Laurent Kabila in May and Laurent Kabile in June, and Kabila left.", "Kabila", "Kabile"),
        (
            "Antony Blinken spoke. Blinken met Anthony Blinken’s critics. Antony Blinken left.",
            "Antony",
            "Anthony",
        ),
        (
            "Beijing said no. They left Beijing. Biejing was angry.",
            "Beijing",
            "Biejing",
        ),
        ("Chinese ships came. The Chinese crews slept. A Chineze captain left.", "Chinese", "Chineze"),
        (
            "Camra sailed. They met the Camra. The Camra turned. On Sunday the Cabra sank.",
            "Camra",
            "Cabra",
        ),
        # Side by side stand two others: Ryan Linde, and not Ethan, tells nothing of how Ethan is spelled.
        ("They saw Ethan Lind & Ryan Linde. Ethan Linde left.", "Linde", "Lind"),
        ("They drove to Zhytomyr. The road from Zhitomyr was shut, Zhytomyr said.", "Zhytomyr", "Zhitomyr"),
        ("Israel is calm. In Isreal it is warm. It is calm in Israel.", "Israel", "Isreal"),
        ("Brian Mendoza won. They hailed Brain Mendoza. Brian Mendoza left.", "Brian", "Brain"),
        ("Nishank Motwani spoke. Motwani left. On Friday Motwany came back.", "Motwani", "Motwany"),
        # One letter opens both, whatever it sounds like before the next: a stop called Khanpeth or Kahnpeth.
        ("The lorry came from Kahnpeth. She lived near Khanpeth.", "Kahnpeth", "Khanpeth"),
        # A given name doubles a letter: nobody else is introduced by it.
        ("Police shot Terence Crutcher. They want justice for Terrence, they said.", "Terence", "Terrence"),
        # A title.
        ("Sheikh Ahmad Sabah left. They met Shiekh Ahmad on Monday.", "Sheikh", "Shiekh"),
        # Two of a family with a long surname that no list has.
        ("Akarawat Asavahame voted. So did Torsak Asvahame, they said.", "Asavahame", "Asvahame"),
        ("Cyril Saulner won. It was over when Saulner left. Salner had won.", "Saulner", "Salner"),
        ("Ana Garcia-Lopez won. Garcia-Lopez left. They saw Garcai-Lopez go.", "Garcia", "Garcai"),
        ("Ann Brown won. Brown left. They saw Brownn go.", "Brown", "Brownn"),
        ("Frank Sinaloa won. Sinaloa left. They saw Sinalao go.", "Sinaloa", "Sinalao"),
        ("Ingrid Sorensen won. Sorensen left. They saw Sorenson go.", "Sorensen", "Sorenson"),
        ("Jacques Barrot won. The vote was close, said Mr Barot.", "Barrot", "Barot"),
        ("Qasim Farouq won. Farouq left. They saw Farouk go.", "Farouq", "Farouk"),
        ("Lech Wilczak won. Wilczak left. They saw Wilkzak go.", "Wilczak", "Wilkzak"),
        ("Ana Menendez won. Menendez left. They saw Menendes go.", "Menendez", "Menendes"),
        ("Cora Humphries won. Humphries left. They saw Humfries go.", "Humphries", "Humfries"),
        ("Otto Oberreiter won. Oberreiter left. They saw Oberrieter go.", "Oberreiter", "Oberrieter"),
        ("Lev Ramensky won. Ramensky left. They saw Ramenski go.", "Ramensky", "Ramenski"),
        ("Ivan Bulatov won. Bulatov left. They saw Bulatoff go.", "Bulatov", "Bulatoff"),
        ("Olena Hrytsak won. Hrytsak left. They saw Gritsak go.", "Hrytsak", "Gritsak"),
        ("Raj Chowdhury won. Chowdhury left. They saw Choudhary go.", "Chowdhury", "Choudhary"),
        ("Joshua Simmons won. The vote was close, Simmon said.", "Simmons", "Simmon"),
        ("Dario Belk won. Belk left. Belk ate. Belk slept, and we saw Blek.", "Belk", "Blek"),
    ],
)
def test_a_misspelt_name_is_found(story: Story, copy: str, leading: str, other: str) -> None:
    document = story(copy)

    (found,) = document.view(variants)

    assert found.leading.text == leading
    assert [spelling.text for spelling in found.others] == [other]


@pytest.mark.parametrize(
    "copy",
    [
        "Jermell Charlo won. His twin Jermall Charlo lost. Jermell and Jermall Charlo left.",
        "Alan Cheng spoke before Mei Cheung. Cheng agreed with Cheung.",
        "Rui Moraes met Ana Morais. Moraes left.",
        "Anna Kerman spoke German. The German left, Kerman said.",
        "David Peterson met Karl Petersen. They left.",
        "Ana Ruiz came with Anna Berg. Anna left.",
        "Bill Clinton came. The Clintons left.",
        "Iraqis in Iraq and the Iraqi army met.",
        "Volodymyr Zelensky came with Olena Zelenska. Zelensky left.",
        "The Hussein family left. Mr. Husseini stayed.",
        "Eric Adams and Erik Larsen met. Eric Adams left.",
        "They flew to Hong Kong. Kong ruled the island.",
        "Charles Reed met Martha Reid. Reed left, and Reid stayed.",
        "Chen Wei and Cheng Wei met. Chen Wei left.",
        "They met Omar Rahimi and his father, Omer Rahimi.",
        "Ahmad Rahimi came with his father, Ahmed Rahimi. They left.",
        "Ahmed Rahimi, the father of Ahmad Rahimi, came. They left.",
        "The sisters Marina Belk and Marita Belk came. Marina Belk left.",
        "José Hernández of Peru met José Fernández of Chile.",
        "Eleni Papadopoulou married Nikos Papadopoulos. Papadopoulou left.",
        "Ann Ross and her son Tim Rosse came. Ross left before Rosse did.",
        "Lin Zheng surnamed nobody. Zhang left after Zheng came. Lin Zheng stayed.",
        "They met the Simmons family. Rob Simmons left. Homer Simmon stayed.",
        "Bram van Dyke wrote it. In Bergen Van Dyke sang.",
        "Filipino crews met Philippine marines. The Philippine navy left, and Filipino sailors with it.",
        "The Parisians went home. “Les Parisiens sont tristes,” they sang.",
        "They sell nail polish. A firm called Polisha makes the polish. Polisha is from Oslo.",
        "Jingjing is the panda, Yingying the antelope and Nini the swallow.",
        "Rosa Michelin founded Michelin. The firm is Michelin still.",
        "The analyst Sally Tesla works for Tesla. Tesla said so.",
    ],
)
def test_two_names_are_left_alone(story: Story, copy: str) -> None:
    document = story(copy)

    assert document.view(variants) == ()


@pytest.mark.parametrize(
    ("copy", "leading", "other"),
    [
        ("Lucía Peña won. Peña left. Then Pena came.", "Peña", "Pena"),
        ("They left Al-Shati. The camp of Al Shati is empty. Al-Shati burns.", "Al-Shati", "Al Shati"),
        ("Hassan el-Bardi died. El-Bardi was 62. Hassan al-Bardi led them.", "el-Bardi", "al-Bardi"),
        ("Hassan al-Shamri died. Al-Shamri was 62. Hassan ash-Shamri led them.", "al-Shamri", "ash-Shamri"),
        ("Fuad Shukr died. Fu’ad Shukr was 62. Fuad Shukr led them.", "Fuad", "Fu'ad"),
    ],
)
def test_a_mark_left_out_is_found(story: Story, copy: str, leading: str, other: str) -> None:
    document = story(copy)

    found = {
        (each.leading.text, spelling.text)
        for each in document.view(marked_variants)
        for spelling in each.others
    }

    assert (leading, other) in found


def test_marks_of_two_people_are_left_alone(story: Story) -> None:
    document = story("Elena García met Tom Garcia. They left.")

    assert document.view(marked_variants) == ()


def test_a_list_of_names_without_commas_tells_nothing(story: Story) -> None:
    names = " ".join(f"{first}{middle}ndorf" for first in "BDGHKLMNPR" for middle in ("a", "e", "o"))

    document = story(f"They saw {names} there.")
    found = profile("bandorf", document.view(name_uses)["bandorf"], document.view(words_known))

    assert found.companions == frozenset()
    assert found.frames == frozenset()


def test_finding_points_at_the_same_person_in_the_other_spelling(story: Story) -> None:
    document = story("They saw Ethan Lind & Ryan Linde. Ethan Linde left.")

    (problem,) = NameSpelling(differs=Difference.LETTERS).problems(document)

    assert problem.related[-1].span.start == document.text.index("Linde left")
