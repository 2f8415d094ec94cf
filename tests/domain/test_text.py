"""What people write is cleaned once, and leaves in a CSV as it came."""

import unicodedata

import pytest
from hypothesis import given

from tests.strategies import texts
from wcafe.domain.text import clean, fold, guard_cell, one_line, unguard_cell


@given(text=texts)
def test_clean_text_can_be_kept_and_stays_as_it_is(text):
    kept = clean(text)

    kept.encode("utf-8")  # raises on a lone surrogate
    assert clean(kept) == kept
    assert unicodedata.is_normalized("NFC", kept)
    assert not any(unicodedata.category(c) == "Cc" and c != "\n" for c in kept)


def test_words_keep_their_accents_emoji_and_line_ends():
    said = "Œuvre d'Ân-Lê :\r\n« déjà » 🙂 中文"

    assert clean(said) == said.replace("\r\n", "\n")


@given(text=texts)
def test_a_guarded_cell_comes_back_unchanged(text):
    assert unguard_cell(guard_cell(text)) == text


@pytest.mark.parametrize("start", "=+-@\t\r\n\0＝＋－＠")
@pytest.mark.parametrize("blanks", ["", "  "])
def test_no_cell_can_start_a_formula(start, blanks):
    assert guard_cell(f"{blanks}{start}cmd").startswith("'")


def test_folding_makes_the_same_of_what_people_take_for_the_same():
    assert fold("  Éloïse   LE Goff ") == fold("eloise le goff")
    assert fold("Œdipe") == fold("oedipe")


def test_a_name_on_one_line_has_single_spaces():
    assert one_line("Anne\u00a0\u202f Marie \n Le  Goff") == "Anne Marie Le Goff"
