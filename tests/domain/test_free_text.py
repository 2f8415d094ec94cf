"""Free text: headings, items and bold words by a few marks, and every word in its place."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wcafe.domain.free_text import Heading, Item, Paragraph, Run, parse, plain


def words(text):
    return re.findall(r"\w+", text)


def test_headings_paragraphs_and_items_are_told_apart():
    told = (
        "# Pourquoi\nLa ville a appelé,\nen septembre.\n\nDeux ateliers :\n- vendredi\n- dimanche"
    )
    text = f"{told}\n## Et après"

    assert parse(text) == (
        Heading(1, "Pourquoi"),
        Paragraph((Run("La ville a appelé,\nen septembre."),)),
        Paragraph((Run("Deux ateliers :"),)),
        Item((Run("vendredi"),)),
        Item((Run("dimanche"),)),
        Heading(2, "Et après"),
    )


def test_items_lie_below_each_other_by_their_blanks_whatever_these_are():
    found = parse("- un\n   - deux\n      * trois\n         • quatre\n   - cinq\n- six\n\t- sept")

    assert [(plain(each), each.depth) for each in found] == [
        ("un", 0),
        ("deux", 1),
        ("trois", 2),
        ("quatre", 2),
        ("cinq", 1),
        ("six", 0),
        ("sept", 1),
    ]


def test_numbered_items_keep_the_number_that_was_typed():
    assert [each.number for each in parse("1. un\n2) deux\n7. sept")] == [1, 2, 7]


def test_two_stars_hold_what_is_bold():
    (block,) = parse("il dit **où va le territoire**, alors")

    assert block.runs == (Run("il dit "), Run("où va le territoire", is_bold=True), Run(", alors"))


@pytest.mark.parametrize(
    "text",
    [
        *("#hashtag", "-5 °C ce matin", "2026. C'était hier", "** seul", "**", "a ** b ** c"),
        *("####### trop", "*presque*", "1.5 million", "—", "- ", "# "),
    ],
)
def test_what_is_no_mark_is_text(text):
    assert parse(text) == (Paragraph((Run(text.strip()),)),)


def test_nothing_is_nothing():
    assert parse("") == parse(" \n\n\t\n") == ()


@given(st.text(alphabet=st.sampled_from("aé #*-•1.)\n\t <&"), max_size=200))
def test_no_word_goes_and_none_comes(text):
    found = [word for block in parse(text) for word in words(plain(block))]
    marks = re.sub(r"(?m)^([ \t]*)\d{1,3}[.)](?=\s+\S)", r"\1", text)  # the numbers of items

    assert "".join(found) == "".join(words(marks))
