"""How well the letters of a text sit, which tells a right decoding from a wrong one.

Read in a wrong encoding, an accent becomes a sign inside a word ("Br‚hat") or a capital after a
small letter ("BrÇhat"). Names of people do neither, in any language of Europe.
"""

_COSTS = {
    0.0: "éèêàâçôîûùïëœÉÈÀÇŒ",  # of French, in lists of which most others are rare
    0.15: "ÊÂÔÎÛÙÏËüöÜÖ",
    0.3: "áíóúñøÁÍÓÚÑØãõäåæÿòìýÄÅÆÃÕŸÝ",
    0.5: "ßšžŠŽðÐþÞćčřłńęąśźżěůőűğışĆČŘŁŃĘĄŚŹŻŐŰĞİŞ",
}
_COST = {letter: cost for cost, letters in _COSTS.items() for letter in letters}
_AT_THE_BEGINNING = {"à": 0.0, "é": 0.25, "ê": 0.25, "î": 0.3, "œ": 0.2}  # of a word
_ON_A_KEY = "éèàç"  # of a French keyboard, which leaves them small among capitals
_VOWELS = frozenset("aeiouyéèêàâôîûùïëAEIOUY")
_ITS_PLACE = {"ç": "aouâôûãAOU ", "ã": "oei ", "õ": "e ", "ì": " ", "ò": " "}  # what follows one
_NOT_BEFORE = {"î": "uU", "Î": "uU"}  # "Œuvre" of an old Mac is "Îuvre"
_QUOTES, _LINKS, _DEGREES = "’‘“”«»„‹›", "–—·•‐‑", "°ºª²³€£©®™§"
_SIGNS = "…½¼¾×÷¿¡"
_SPACES = "\u00a0\u202f\u2009"


def cost_of(earlier: str, before: str, character: str, after: str) -> float:
    """Return how little sense `character`, which is not ASCII, makes between its neighbours.

    `earlier` and `before` are the two before it.

    About 0 where it sits well, 1 where no name or sentence has it, 2 where no text has.

    >>> cost_of(*"Zoé "), cost_of(*"BrÇh"), cost_of(*"Br‚h")
    (0.0, 1.0, 1.0)
    """
    if _is_letter(character):
        return _cost_of_letter(earlier, before, character, after)
    if "\x7f" <= character <= "\x9f":
        return 2.0
    if character in _SPACES:
        return 0.6 if _is_letter(before) and after.islower() else 0.05
    if _is_letter(before) and _is_letter(after):
        is_one_word = before.isupper() == after.isupper()
        return 0.0 if character in "’‐‑" else 0.1 if character == "·" and is_one_word else 1.0
    if character in _QUOTES + _LINKS:
        is_turned = (character in "»”" and _is_letter(after)) or (
            character in "«“„" and _is_letter(before)
        )
        return 0.7 if is_turned else 0.05
    if character in _DEGREES:
        return 0.7 if _is_letter(after) or (_is_letter(before) and before not in "noerN") else 0.05
    if character == "…":
        return 1.0 if _is_letter(after) else 0.25
    return 0.9 if _is_letter(before) or _is_letter(after) else 0.6


def is_natural(character: str) -> bool:
    """Is this a letter or sign that names and sentences are written with in these parts?"""
    return (
        character in _COST
        or character in _QUOTES + _LINKS + _DEGREES + _SPACES + _SIGNS
        or "\u0400" <= character <= "\u04ff"  # Cyrillic
        or "\u1e00" <= character <= "\u1eff"  # Vietnamese
        or character >= "\U0001f300"  # small pictures
    )


def _is_letter(character: str) -> bool:
    """Is this a letter? "ª" and "º" are not, whatever Unicode says of them."""
    return character.isalpha() and character not in "ªº"


def _cost_of_letter(earlier: str, before: str, letter: str, after: str) -> float:
    cost = _COST.get(letter, 1.0)
    if letter in _ITS_PLACE:
        cost = min(cost, 0.1) if after in _ITS_PLACE[letter] else 0.7
    if after in _NOT_BEFORE.get(letter, ""):
        cost = 0.7
    if letter == "ß" and before.islower():
        cost = 0.3
    if letter == "æ" and before in _VOWELS:
        cost = 0.7
    if letter.isupper():
        if before.islower():
            return 1.0
        return cost + (0.5 if before.isupper() and after.islower() else 0.0)
    if before.isupper() and (after.isupper() or earlier.isupper()):
        return cost + (0.25 if letter in _ON_A_KEY else 0.7)
    if _is_letter(before) or before in "'’":
        return cost
    if after.isupper():
        return cost + (0.25 if letter in _ON_A_KEY else 0.7)
    return cost + _AT_THE_BEGINNING.get(letter, 0.4)
