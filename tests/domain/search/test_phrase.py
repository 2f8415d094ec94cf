"""Phrases are found in pages as people read them, not as they were set."""

import pytest

from wcafe.domain.search.phrase import FoldedText


def found(text, phrase):
    return [text[start:end] for start, end in FoldedText(text).places_of(phrase)]


@pytest.mark.parametrize(
    ("text", "phrase", "there"),
    [
        ("La récolte de l’été", "recolte de l'ete", ["récolte de l’été"]),
        ("« Terre et Mer »", '" terre et mer "', ["« Terre et Mer »"]),
        ("une phrase\r\nsur deux lignes", "phrase sur", ["phrase\r\nsur"]),
        ("co-\r\nvoiturage", "co-voiturage", ["co-\r\nvoiturage"]),
        ("biodi\u00adversité", "biodiversite", ["biodi\u00adversité"]),
        ("60\u202f000 ha et 60 000 ha", "60 000 ha", ["60\u202f000 ha", "60 000 ha"]),
        ("Œuvre, CŒUR", "oeuvre", ["Œuvre"]),
        ("ÉTÉ été", "Été", ["ÉTÉ", "été"]),
        ("e\u0301te\u0301 là", "ete la", ["e\u0301te\u0301 là"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("anything", "   ", []),
        ("2 – 3", "2 - 3", ["2 – 3"]),
        ("un mot", "mot un", []),
        ("", "mot", []),
    ],
)
def test_a_phrase_is_found_as_it_is_read(text, phrase, there):
    assert found(text, phrase) == there
