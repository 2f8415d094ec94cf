"""How text is set where it is shown: spaces that never break a line, quotes and apostrophes.

What people wrote is kept as they wrote it. Only pages, the screen and what is exported to be read
show it like this, and no letter of it is another one.
"""

import re
from collections.abc import Callable

NARROW, HARD = "\u202f", "\u00a0"
"""Spaces at which no line ends: French has the narrow one before most of its signs."""

ADDRESS = re.compile(r"(?:\b[a-z][a-z0-9+.-]*://|\bwww\.)[^\s<>«»“”]+|\S+@\S+\.\w+", re.IGNORECASE)
"""What is to be typed as it stands: nothing in it is set in another way."""

_BEFORE = re.compile(r"[ \u00a0](?=[?!;»%](?!\w))")
_BEFORE_COLON = re.compile(r"[ \u202f](?=:(?:\s|$))")
_AFTER = re.compile(r"(?<=«)[ \u00a0]")
_THOUSANDS = re.compile(r"(?<=\d)[ \u00a0](?=\d{3}(?!\d))")
_UNIT = re.compile(
    r"(?<=\d) (?=(?:[%‰€$£°℃]|[kMG]?€|[a-zµ]{1,2}[²³]?(?:/[a-z]{1,3})?\b|[kMG]W(?:h|c)?\b|°C\b|"
    r"mm[²³]?\b|min\b|ans?\b))",
)
_COUNTED = re.compile(r"(?<=\d) (?=[^\W\d_]{3,16}\b)")
_AND_SO_ON = frozenset(
    (
        *("les", "des", "une", "est", "sont", "ont", "aux", "sur", "par", "pour", "que", "qui"),
        *("dans", "avec", "sans", "plus", "the", "and", "are", "was", "were", "for", "with"),
        *("from", "that", "which", "have", "has", "but", "not"),
    )
)
"""Words that are not what a number before them counts."""

_ABBREVIATED = re.compile(
    r"(?:(?<=\bn[°º])|(?<=\b[Nn]o\.)|(?<=\bMme)|(?<=\bM\.)|(?<=\bDr)|(?<=\bp\.)) (?=\w)"
)
_MINUTES = re.compile(r"(?<=\d\u00a0h) (?=\d)")
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])")
_QUOTED = re.compile(r'(?<![\w"])"(?=\S)([^"\n]*[^\s"])"(?![\w"])')


def typeset(text: str, language: str) -> str:
    r"""Return `text` as it is shown in `language`.

    French signs keep the space before them on their line, a number stays with what it counts, and
    straight quotes and apostrophes are those of the language; addresses stay as they are.

    >>> typeset('Oui ! C\'est "loin" : 9 M€, 35 000 personnes', "fr").replace(NARROW, "_")
    'Oui_! C’est «_loin_»\xa0: 9\xa0M€, 35_000\xa0personnes'
    >>> typeset("https://ex.org/l'eau?a=1 d'accord", "fr")
    "https://ex.org/l'eau?a=1 d’accord"
    """
    if text.isalnum():  # a word, a number: nothing to be set
        return text
    spaced = with_hard_spaces(text, language)
    return _outside_addresses(spaced, lambda said: _with_curls(said, language))


def with_hard_spaces(text: str, language: str) -> str:
    r"""Return `text` with its own spaces made hard where no line is to end, and all else as it is.

    >>> with_hard_spaces("l'eau ? 9 M€", "fr").replace(NARROW, "_")
    "l'eau_? 9\xa0M€"
    """
    if " " not in text and HARD not in text:
        return text
    return _outside_addresses(text, lambda said: _with_spaces(said, language))


def with_held_signs(text: str, language: str) -> str:
    r"""Return `text` with the signs alone held on their line that have a space before or after.

    >>> with_held_signs("Et 9 après ?", "fr").replace(NARROW, "_")
    'Et 9 après_?'
    """
    if " " not in text:
        return text
    narrow = NARROW if language == "fr" else HARD
    text = _AFTER.sub(narrow, _BEFORE.sub(narrow, text))
    return _BEFORE_COLON.sub(HARD, text)


def _with_spaces(text: str, language: str) -> str:
    text = with_held_signs(text, language)
    text = _THOUSANDS.sub(NARROW if language == "fr" else HARD, text)
    text = _MINUTES.sub(HARD, _ABBREVIATED.sub(HARD, _UNIT.sub(HARD, text)))
    return _COUNTED.sub(_bound, text)


def _bound(space: re.Match[str]) -> str:
    """Return the space between a number and what it counts; a usual one before other words."""
    word = re.match(r"\w+", space.string[space.end() :])
    return " " if word is not None and word[0].casefold() in _AND_SO_ON else HARD


def _with_curls(text: str, language: str) -> str:
    text = _APOSTROPHE.sub("’", text)
    if text.count('"') % 2:
        return text  # an inch, or a quotation without its end: who knows
    around = f"«{NARROW}\\1{NARROW}»" if language == "fr" else "“\\1”"
    return _QUOTED.sub(around, text)


def _outside_addresses(text: str, set_: Callable[[str], str]) -> str:
    if "//" not in text and "@" not in text and "www." not in text:
        return set_(text)
    pieces, end = [], 0
    for address in ADDRESS.finditer(text):
        pieces += [set_(text[end : address.start()]), address[0]]
        end = address.end()
    return "".join([*pieces, set_(text[end:])])


def space_of(sign: str) -> str:
    """Return a hard space as it is, another one as a plain one, and nothing for a letter."""
    return sign if sign in (HARD, NARROW) else " " * sign.isspace()
