"""The language of the desk: the one global of wcafe."""

from PySide6.QtCore import QLocale

from wcafe.i18n import ENGLISH, Words

_LOCALES = {"en": "en_GB"}  # day before month, as everywhere but in one country
_spoken: Words = ENGLISH


def use(words: Words, language: str) -> None:
    """Let the desk speak `words`, and write numbers and dates as in `language`."""
    global _spoken  # the desk's language is the one thing that is everywhere
    _spoken = words
    QLocale.setDefault(QLocale(_LOCALES.get(language, language)))


def desk_words() -> Words:
    return _spoken


def spoken() -> str:
    """Return the language the desk speaks: fr or en."""
    return str(_spoken.info().get("language", "en"))


def _(text: str) -> str:
    return _spoken.gettext(text)


def ngettext(singular: str, plural: str, number: int) -> str:
    return _spoken.ngettext(singular, plural, number)


def figure(number: float, decimals: int = 0) -> str:
    """Return `number` as the desk's language writes it: 15.9, or 15,9 in French."""
    return QLocale().toString(float(number), "f", decimals)
