"""Text as it is shown: spaces at which no line ends, quotes and apostrophes of the language."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wcafe.domain.typography import HARD, NARROW, typeset, with_hard_spaces

SPACES = str.maketrans({NARROW: "_", HARD: "~"})
FRENCH = {
    "Que faire ?": "Que faire_?",
    "Oui ! Non ; peut-être : voilà": "Oui_! Non_; peut-être~: voilà",
    "« Déjà »": "«_Déjà_»",
    "(« Déjà »)": "(«_Déjà_»)",
    "Vraiment ?!": "Vraiment_?!",
    "9 M€": "9~M€",
    "35 000 personnes": "35_000~personnes",
    "12 345 678 €": "12_345_678~€",
    "100 % des voix": "100_% des voix",
    "14 h 30": "14~h~30",
    "120 m² de jardin": "120~m² de jardin",
    "10 km/h": "10~km/h",
    "M. Dupont, p. 12, n° 5": "M.~Dupont, p.~12, n°~5",
    "en 2030 les gens": "en 2030 les gens",
    "1 2 3 4 5 6 7 8": "1 2 3 4 5 6 7 8",
    "l'école d'Ana": "l’école d’Ana",
    'dit "oui" et "non"': "dit «_oui_» et «_non_»",
    'un écran de 24" et 5\'10"': 'un écran de 24" et 5\'10"',
    'sans fin "oui': 'sans fin "oui',
    "https://ex.org/l'eau?a=1 ; d'accord": "https://ex.org/l'eau?a=1_; d’accord",
    "ana@ex.org : l'eau": "ana@ex.org~: l’eau",
    "a:b ?x": "a:b ?x",
    "": "",
}
ENGLISH = {
    "Why not ?": "Why not~?",
    "it's \"fine\": don't": "it’s “fine”: don’t",
    "35,000 people": "35,000~people",
    "10 kg": "10~kg",
}


@pytest.mark.parametrize("text", FRENCH)
def test_french_is_set_as_french_does(text):
    assert typeset(text, "fr").translate(SPACES) == FRENCH[text]


@pytest.mark.parametrize("text", ENGLISH)
def test_english_is_set_as_english_does(text):
    assert typeset(text, "en").translate(SPACES) == ENGLISH[text]


SIGNS = st.text(alphabet="ab 1250«»?!;:%'\"-/€\u202f\u00a0\n", max_size=40)


@given(text=SIGNS, language=st.sampled_from(["fr", "en"]))
def test_setting_twice_is_setting_once_and_hard_spaces_change_no_letter(text, language):
    once = typeset(text, language)

    assert typeset(once, language) == once
    plain = str.maketrans({NARROW: " ", HARD: " "})
    assert with_hard_spaces(text, language).translate(plain) == text.translate(plain)
