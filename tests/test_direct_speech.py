"""Somebody else's words: block quotations and embedded posts, beside what stands between marks."""

from __future__ import annotations

import pytest

import newslint

POST = "The mayor posted it at noon.\n\n{post}\n\nThe town has the the money.\n"


@pytest.mark.parametrize(
    "post",
    [
        "We have the the money.\n\n— Marta Lind (@martalind) March 3, 2021",
        "We have the the money. — Marta Lind (@martalind) March 3, 2021",
        "We have the the money.\n\n— Harbour Desk (@harbour)",
        "We have the the money. -- Marta Lind (@martalind)",
    ],
)
def test_words_of_an_embedded_post_are_its_authors(post: str) -> None:
    report = newslint.lint(POST.format(post=post))

    assert [(finding.rule, finding.text) for finding in report.findings] == [
        ("words.doubled-word", "the the")
    ]


@pytest.mark.parametrize(
    "post",
    [
        "We have the the money.\n\n— Marta Lind (@martalind) March 3, 2021",
        "We have the the money. — Marta Lind (@martalind) March 3, 2021",
    ],
)
def test_a_post_may_be_the_last_of_a_story(post: str) -> None:
    assert newslint.lint(f"The mayor posted it at noon.\n\n{post}\n").findings == ()


@pytest.mark.parametrize(
    ("copy", "form"),
    [
        ("Lind wrote:\n\n> We we paid 8 per cent and 9 percent.\n\nShe left.\n", "markdown"),
        ("Lind wrote:\n\n> 12 boats sailed.\n> 13 boats sank sank.\n\nShe left.\n", "markdown"),
        ("<p>Lind wrote:</p><blockquote><p>We we paid.</p></blockquote><p>She left.</p>", "html"),
        ("<p>Lind wrote:</p><blockquote>It it is over over.</blockquote><p>She left.</p>", "html"),
    ],
)
def test_words_of_a_block_quotation_are_its_authors(copy: str, form: str) -> None:
    assert newslint.lint(copy, format=form).findings == ()


def test_sums_in_a_block_quotation_are_still_checked() -> None:
    copy = "Lind wrote:\n\n> The road is 80 kilometers (60 miles) long.\n"

    report = newslint.lint(copy, format="markdown")

    assert [(finding.rule, finding.text) for finding in report.findings] == [
        ("units.wrong-conversion", "60 miles")
    ]
    assert {fix.safety for fix in report.findings[0].fixes} == {"suggestion"}
