"""Endings that make no difference: of plurals, genders and verbs, in French and in English.

A table writes in both languages, so both are tried, whatever the café's is: two words are the
same where either says so. Words are compared without accents (`words.key_of`), as people leave
them out, so two that differ in accents only have the same stem.
"""

import re
from functools import lru_cache

from snowballstemmer.english_stemmer import EnglishStemmer
from snowballstemmer.french_stemmer import FrenchStemmer

_SHORT = 3
"""Of words of so few letters only the plural counts: the stem of “mère” would be that of “mer”."""
_NO_PLURALS = frozenset({"bois", "fois", "mois", "pays", "sens", "trois"})
_ODD_PLURALS = {
    "travaux": "travail",
    "vitraux": "vitrail",
    "baux": "bail",
    "coraux": "corail",
    "emaux": "email",
    "ideaux": "ideal",
    "maux": "mal",
    "yeux": "oeil",
    "cieux": "ciel",
    "aieux": "aieul",
    "ans": "an",
    "messieurs": "monsieur",
    "mesdames": "madame",
    "buses": "bus",
    "gases": "gas",
    "children": "child",
    "people": "person",
    "criteria": "criterion",
    "phenomena": "phenomenon",
    "men": "man",
    "women": "woman",
    "feet": "foot",
    "teeth": "tooth",
    "mice": "mouse",
    "geese": "goose",
    "lives": "life",
    "wives": "wife",
    "knives": "knife",
    "leaves": "leaf",
    "halves": "half",
    "shelves": "shelf",
    "wolves": "wolf",
    "loaves": "loaf",
    "thieves": "thief",
    "selves": "self",
}
_ODD_SINGULARS = {one: many for many, one in _ODD_PLURALS.items()}
_LOST_ACCENT = re.compile("(?<=[a-z]{2})(?:e(?=es?$)|(?<=it)e(?=s?$))")
_STEM_CHANGES = 2  # the most letters at its end in which a stem differs from its word


def plain_forms(word: str) -> frozenset[str]:
    """Return `word` and what it may be in the other number, by its last letters alone.

    >>> sorted(plain_forms("travaux")), sorted(plain_forms("eau")), sorted(plain_forms("mers"))
    (['travail', 'travaux'], ['eau', 'eaus', 'eaux'], ['mer', 'mers'])
    """
    if odd := _ODD_PLURALS.get(word) or _ODD_SINGULARS.get(word):
        return frozenset({word, odd})
    one = _singular(word)
    forms = {word, one, f"{one}s"}
    if one.endswith("u"):
        forms.add(f"{one}x")
    if word.endswith("x"):
        forms.add(f"{word}es")
    if word.endswith("xes"):
        forms.add(word[:-2])
    if word.endswith("y"):
        forms.add(f"{word[:-1]}ies")
    if word.endswith("ies"):
        forms.add(f"{word[:-3]}y")
    return frozenset(forms - _NO_PLURALS | {word})


@lru_cache(maxsize=50_000)  # the same words are in many notes
def stems(word: str) -> tuple[str, str]:
    """Return the French and the English stem of `word`; empty where it is too short for one.

    Cost: some 100 µs for a word that was not asked about before.

    >>> stems("jardins"), stems("plantees"), stems("mer")
    (('jardin', 'jardin'), ('plant', 'plante'), ('', ''))
    """
    if len(_singular(word)) <= _SHORT or not word.isalpha():
        return "", ""
    # made for each word: one that is shared is not safe between threads
    french: str = FrenchStemmer().stemWord(_LOST_ACCENT.sub("é", word))
    english: str = EnglishStemmer().stemWord(word)
    return french.replace("é", "e"), english


def beginnings(word: str) -> frozenset[str]:
    """Return what words with the stems of `word` begin with, so that few need be looked at."""
    return frozenset(stem[: max(_SHORT, len(stem) - _STEM_CHANGES)] for stem in stems(word) if stem)


def _singular(word: str) -> str:
    is_plural = word.endswith(("s", "ux")) and not word.endswith("ss")
    return word[:-1] if is_plural and len(word) > _SHORT and word not in _NO_PLURALS else word
