"""What a scanner meant that types for another keyboard than the computer's: same keys, other signs.

A scanner that types says which keys are pressed, as a rule those of an American keyboard. What
arrives depends on the keyboard that the computer believes to have: on a French one the hyphen
comes as “)”, 6 as “-”, A as q. Nothing is guessed: each keyboard gives one reading at most, and
whoever knows which codes there are sees which reading is one.
"""

from collections.abc import Iterator

_KEYS = "1234567890-WCAFEPBD"
"""The keys of an American keyboard that the codes of badges are made of."""

_ELSEWHERE = (
    ("!@#$%^&*()_wcafepbd",),  # American, shifted throughout
    (  # French and Belgian: on Windows and Linux, on a Mac, with the shift key held
        "&é\"'(-è_çà)zcqfepbd",
        "&é\"'(§è!çà)zcqfepbd",
        "1234567890°zcqfepbd",
    ),
    ("1234567890ßwcafepbd", '!"§$%&/()=?wcafepbd'),  # German
    ("1234567890'wcafepbd", '+"*ç%&/()=?wcafepbd'),  # Swiss
    ("1234567890'wcafepbd", '!"·$%&/()=?wcafepbd', '!"£$%&/()=?wcafepbd'),  # of the south
    ("1234567890+wcafepbd", '!"#¤%&/()=?wcafepbd'),  # of the north
    ('"«»()@+-/*=éxaepjki',),  # Bépo
    ("1234567890[,jau.lxe",),  # Dvorak
    ("1234567890-цсфаузив",),  # Russian
    ("1234567890-ςψαφεπβδ", "1234567890-σψαφεπβδ"),  # Greek
)
"""For each keyboard what these keys write, in capitals or not; rows of one may be mixed."""

_KEYBOARDS = tuple(
    {sign: key for row in rows for sign, key in zip(row, _KEYS, strict=True)} for rows in _ELSEWHERE
)


def readings(typed: str) -> Iterator[str]:
    """Yield what a scanner may have meant that typed `typed`: first as it stands, in capitals.

    >>> list(readings('zcqfe)p)&-'))
    ['ZCQFE)P)&-', 'WCAFE-P-16']
    """
    yield typed.upper()
    signs = typed.lower()
    for keyboard in _KEYBOARDS:
        keys = [keyboard.get(sign, "") for sign in signs]
        if all(keys):
            yield "".join(keys)
