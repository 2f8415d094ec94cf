"""The phrases of each language, as objects that are passed around.

Desk, phone and paper each speak their own language, so a translation is a value
(`Words`) and not a global state. English phrases are the keys; the other
languages are in `resources/locale`.
"""

import locale
import os
from collections.abc import Iterable, Sequence
from gettext import NullTranslations, translation

from wcafe.paths import resource_dir

Words = NullTranslations
"""The phrases of one language; `words.gettext` is what others call `_`."""

ENGLISH: Words = NullTranslations()
LANGUAGES = ("fr", "en")
OWN_NAMES = {"fr": "Français", "en": "English"}
"""What each language calls itself."""

_ENVIRONMENT = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")  # the order gettext looks in


class Phrase(str):
    """A phrase marked for the translators that stands in a gap of another one."""

    __slots__ = ()


def N_(text: str) -> str:
    """Mark `text` for the translators and return it unchanged."""
    return text


def spell_out(fact: object, words: Words) -> object:
    """Return what stands in a gap as `words` says it; names and numbers stay as they are."""
    if isinstance(fact, Phrase):
        return words.gettext(fact)
    if isinstance(fact, tuple):
        return ", ".join(str(spell_out(each, words)) for each in fact)
    describe = getattr(fact, "describe", None)
    return describe(words) if describe else fact


def labelled(label: object, said: object, words: Words) -> str:
    """Return what is `said` behind its `label`, with the colon of the language: “Date : 3 mai”."""
    return words.gettext("{what}: {names}").format(what=label, names=said)


def words_for(language: str) -> Words:
    """Return the phrases of `language`: `fr` or `en`.

    Raises:
        OSError: the French phrases are missing from this installation. English ones are
            never given in their place, as half a page in each language is a bug unseen.
    """
    if language == "en":
        return ENGLISH
    return translation("wcafe", resource_dir("locale"), [language])


def interface_language(system: Sequence[str] = ()) -> str:
    """Return the language this computer speaks, `fr` or `en`; English for any other.

    `system` is what the windows of this computer speak, the favourite first, where that is known:
    on macOS the environment of an app that is started with a click says nothing.
    """
    for name in _ENVIRONMENT:
        if spoken := os.environ.get(name):
            return _known(spoken.split(":"))
    return _known(system or [locale.getlocale()[0] or ""])


def _known(spoken: Iterable[str]) -> str:
    """Return the first of ours in a list such as `de`, `fr-FR`, `en_GB`."""
    wishes = (wish.strip().lower()[:2] for wish in spoken)
    return next((wish for wish in wishes if wish in LANGUAGES), "en")
