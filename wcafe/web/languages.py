"""Which of our languages a phone speaks."""

from functools import cache

from wcafe.i18n import LANGUAGES, Words, words_for

_words = cache(words_for)


def words_of(accepted: str) -> Words:
    """Return the phrases for a header such as `fr-CH, en;q=0.8`; English where we speak none.

    >>> words_of("de-DE, fr;q=0.5").gettext("Round {number}")
    'Ronde {number}'
    """
    return _words(language_of(accepted))


def language_of(accepted: str) -> str:
    """Return the first of ours in a header `Accept-Language`, by what it weighs."""
    weighed = []
    for place, wish in enumerate(accepted[:200].split(",")):
        name, _semicolon, weight = wish.partition(";")
        weighed.append((-_weight(weight), place, name.strip().lower()[:2]))
    return next((name for weight, _, name in sorted(weighed) if name in LANGUAGES and weight), "en")


def _weight(said: str) -> float:
    name, _equals, number = said.partition("=")
    try:
        return float(number) if name.strip() == "q" else 1.0
    except ValueError:
        return 1.0
