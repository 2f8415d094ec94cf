"""Text that was encoded twice: "BrÃ©hat" for "Bréhat", made by a program that took UTF-8 for less.

Each broken letter says so itself, as two or three signs that are UTF-8 and stand together by no
chance. So it is mended with certainty, also in a list of which only some cells are so.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from wcafe.intake.letters import is_natural

_TAKEN_FOR = ("cp1252", "mac_roman", "cp850", "cp437", "latin-1")
_RUN = re.compile(r"[^\x00-\x7f]{2,200}")


def mend(text: str) -> str:
    """Return `text` with each letter that was encoded twice as it was meant.

    >>> mend("BrÃ©hat;cafÃ©;École;Br√©hat")
    'Bréhat;café;École;Bréhat'
    """
    for _time in range(2):  # some were encoded three times
        text = _once(text)
    return text


def _once(text: str) -> str:
    mended = _RUN.sub(lambda found: _meant(found[0]), text)
    if mended == text:
        return text
    # the second half of "à" is a space, which programs take for one that can go
    return re.sub(r"Ã(?=\s|$|[;,|\"'])\u00a0?", "à", mended)


@lru_cache(maxsize=50_000)
def _meant(run: str) -> str:
    """Return what a run of signs was before it was encoded a second time; or `run`."""
    for codec in _TAKEN_FOR:
        pieces = list(_pieces(run, codec))
        if any(is_new for _piece, is_new in pieces):
            return "".join(piece for piece, _is_new in pieces)
    return run


def _pieces(run: str, codec: str) -> Iterator[tuple[str, bool]]:
    at = 0
    while at < len(run):
        for length in (4, 3, 2):
            piece = run[at : at + length]
            if len(piece) == length and (letter := _letter(piece, codec)):
                yield letter, True
                at += length
                break
        else:
            yield run[at], False
            at += 1


def _letter(piece: str, codec: str) -> str:
    """Return the one letter that `piece` is in UTF-8, if it is and names have such a letter."""
    try:
        letter = b"".join(_byte(character, codec) for character in piece).decode()
    except UnicodeError:
        return ""
    return letter if len(letter) == 1 and is_natural(letter) else ""


def _byte(character: str, codec: str) -> bytes:
    if codec == "cp1252" and "\x80" <= character <= "\x9f":
        return character.encode("latin-1")  # five bytes that it lacks, left as they were
    return character.encode(codec)
