"""Language: copy that is not English is read and not linted; English copy always is."""

from __future__ import annotations

import json

import msgspec
import pytest

from newslint.plugin import Meta
from newslint.text.languages import is_english

FAULTY = "The road is 80 kilometers (60 miles) long.\n"
GERMAN = (
    "Die Mauer im Hafen ist am Montag auf einer Länge von 80 Kilometern (60 Meilen) gebrochen, sagte "
    "die Bürgermeisterin. Für die Bewohner sind die Schulen geöffnet.\n"
)
FOREIGN = {
    "de": GERMAN,
    "fr": "Le mur du port est tombé lundi sur une longueur de 80 mètres, et les habitants de la vieille "
    "ville ont été conduits dans une école, selon la maire.",
    "es": "El muro del puerto cayó el lunes y los vecinos de la ciudad vieja pasaron la noche en una "
    "escuela, según dijo la alcaldesa.",
    "pl": "Mur w porcie runął w poniedziałek, a mieszkańcy starego miasta spędzili noc w szkole, która "
    "nie jest przeznaczona do takich celów, powiedziała burmistrz.",
    "ru": "Стена в порту рухнула в понедельник, сообщила мэр.",
    "ja": "港の壁が月曜日に崩れ、旧市街の住民は学校で夜を過ごしたと市長が発表した。",
    # No list has Breton.
    "br": "Kouezhet eo moger ar porzh dilun hag annezidi ar gêr gozh o deus tremenet an noz er skol, hervez "
    "ar vaerez. Ret e vo sevel ur voger nevez a-raok ar goañv, emezi, rak arabat e vefe kêr beuzet adarre "
    "gant ar mor. Kalz a dud zo deuet da reiñ skoazell, pesketaerien ha skolidi en o zouez, ha kaset o deus "
    "boued ha dilhad tomm d’ar re o doa kollet pep tra.",
}
ENGLISH = {
    "short": "Bonn, Montag.",
    "table": "Berg 10-14 3-4 23, Lind 4-9 0-0 8, Silva 2-2 1-2 5, Marta 0-1 0-0 0. Totals 16-26 4-6 36.",
    "much foreign quotation": "The mayor spoke to the people of the old town in their language. “El muro del "
    "puerto cayó el lunes y los vecinos pasaron la noche en una escuela,” she said. They answered that it "
    "was not enough.",
    "foreign names": "Jean de la Tour of the Société des Amis de la Nature met the mayor of La Rochelle.",
}


@pytest.mark.parametrize("language", FOREIGN)
def test_copy_in_another_language_is_not_english(story, language):
    assert not story(FOREIGN[language]).view(is_english)


@pytest.mark.parametrize("kind", ENGLISH)
def test_copy_that_may_be_english_is(story, kind):
    assert story(ENGLISH[kind]).view(is_english)


def test_format_decides_where_the_words_do_not(story):
    document = story("Bonn, Montag.")
    for code, answer in [("de", False), ("en-GB", True), ("en_US", True), ("und", True)]:
        meta = Meta(language=code)
        spoken = msgspec.structs.replace(document, meta=meta, memory={})
        assert spoken.view(is_english) is answer


def test_words_decide_against_what_a_template_says(run, desk):
    (desk / "a.html").write_text(f'<html lang="de"><p>{FAULTY}</p></html>', encoding="utf-8")
    (desk / "b.html").write_text(f'<html lang="en"><p>{GERMAN}</p></html>', encoding="utf-8")

    ran = run("a.html", "b.html", "--format", "json", "--select", "units.wrong-conversion")

    assert [finding["path"] for finding in ran.findings] == ["a.html"]


def test_foreign_stories_are_counted_in_one_line(run, desk):
    (desk / "a.txt").write_text(GERMAN, encoding="utf-8")
    (desk / "b.txt").write_text(FOREIGN["fr"], encoding="utf-8")
    (desk / "c.txt").write_text(FAULTY, encoding="utf-8")

    ran = run("a.txt", "b.txt", "c.txt", "--format", "json", "--across")

    assert ran.err == (
        'newslint: 2 stories not in English: not linted; `language = "any"` in the config lints them.\n'
    )
    assert ran.code == 1
    assert {finding["path"] for finding in ran.findings} == {"c.txt"}
    assert [file["words"] > 0 for file in json.loads(ran.out)["files"]] == [True, True, True]


def test_foreign_story_is_no_failure_and_is_not_fixed(run, desk):
    (desk / "a.txt").write_text(GERMAN, encoding="utf-8")

    ran = run("a.txt", "--fix", "--unsafe-fixes")

    assert (ran.code, ran.err) == (
        0,
        'newslint: 1 story not in English: not linted; `language = "any"` in the config lints it.\n',
    )
    assert (desk / "a.txt").read_text(encoding="utf-8") == GERMAN


def test_desk_takes_any_language(run, desk):
    (desk / "newslint.toml").write_text('language = "any"\n', encoding="utf-8")
    (desk / "a.txt").write_text(f"{GERMAN}\n{FAULTY}", encoding="utf-8")

    ran = run("a.txt", "--format", "json", "--select", "units.wrong-conversion")

    assert (ran.err, [finding["text"] for finding in ran.findings]) == ("", ["60 miles"])


SMALL = "tide table harbor peniche high low "


@pytest.mark.parametrize(("config", "linted"), [("", False), ('language = "en-US"\n', True)])
def test_desk_takes_copy_in_doubt_for_its_own_language(run, desk, config, linted):
    (desk / "newslint.toml").write_text(config, encoding="utf-8")
    (desk / "a.txt").write_text(SMALL * 20, encoding="utf-8")

    assert ("not in English" not in run("a.txt").err) is linted


def test_desk_of_english_leaves_out_what_shows_another_language(run, desk):
    (desk / "newslint.toml").write_text('language = "en-US"\n', encoding="utf-8")
    (desk / "a.txt").write_text(GERMAN, encoding="utf-8")

    assert "1 story not in English" in run("a.txt").err


def test_language_without_rules_is_an_error(run, desk):
    (desk / "newslint.toml").write_text('style = "ap"\nlanguage = "de"\n', encoding="utf-8")
    (desk / "a.txt").write_text(GERMAN, encoding="utf-8")

    ran = run("a.txt")

    assert ran.code == 2
    assert ran.err == (
        "newslint: newslint.toml:2: language: found `de`, expected `any`, or a code of English such as "
        "`en-US`, which the rules are for.\n"
    )
