"""What the cells of a column look like: names, addresses, numbers, answers, crosses."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from wcafe.domain.text import fold, one_line, unguard_cell
from wcafe.intake.courtesy import drop_title
from wcafe.intake.names import LONGEST_NAME, PARTICLES, cut_address, drop_number, reads_like_a_name

_LOOKED_AT = 400  # rows: enough to tell
_ADDRESS = re.compile(r"\S+@\S+\.\w+")
_NUMBER = re.compile(
    r"(?:#|n[°º.]|no\.?)? ?[-+]?\d[\d .,/'’\u202f\u00a0-]*(?:%|€|\$|£|eur|chf|kg|h|min|s)?",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}.*|\d{1,2}:\d{2}.*|"
    r"\d{1,2}(?:st|nd|rd|th|er)? [a-zé]{3,9}\.? \d{2,4}.*|[a-z]{3,9}\.? \d{1,2},? \d{4}.*",
    re.IGNORECASE,
)
_ANSWER = re.compile(
    r"(yes|no|oui|non|y|n|o|true|false|vrai|faux|x+|ok|na|n a|nc|none|aucune?|si|maybe|peut etre)"
)
_CROSS = re.compile(r"[\sxX✓✔☑✅🗸✗✘✖✕☒❌•*+1-]+")
_LINK = re.compile(r"https?://|www\.", re.IGNORECASE)
_NOBODYS = re.compile(
    r"\b(rue|avenue|boulevard|place|mairie|ville|commune|service|direction|universite|ecole|lycee|"
    r"college|association|comite|conseil|centre|maison|syndicat|federation|departement|region|"
    r"street|road|lane|city|council|school|university|library|department|company|institute|"
    r"center|foundation|society|trust|ltd|inc|llc|gmbh|sarl|sas|sa|admission|ticket|billet|tarif|"
    r"entree|entry|standard|early|bird|regular|free|gratuit|carte|bancaire|credit|card|paypal|"
    r"cheque|virement|transfer|salle|room|table|groupe|group|atelier|workshop|session|team|"
    r"equipe|pole|quartier|total|page|manager|director|engineer|officer|assistant|president|"
    r"office|club|parish|collectif|theatre|librairie|mediatheque|bibliotheque|new|saint|st|"
    r"general|vegetarian|vegan|option|menu|repas)\b"
)
"""Words of places, organisations, tickets and jobs, which are capitalised as names are."""
_MOST_WORDS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Shares, from 0 to 1, of the filled cells of a column that look like something."""

    filled: int  # cells
    rows: int
    names: float = 0.0  # whole ones: two capitalised words or more
    words: float = 0.0  # could be somebody's name, or a part of one
    addresses: float = 0.0  # with or without a name before them
    numbers: float = 0.0
    dates: float = 0.0
    answers: float = 0.0  # yes, no and the like
    crosses: float = 0.0
    different: float = 0.0


def evidence_at(rows: Sequence[Sequence[str]], place: int) -> Evidence:
    """Return what the cells of the column at `place`, from 0, look like."""
    seen = [one_line(unguard_cell(row[place])) if place < len(row) else "" for row in rows]
    cells = [cell for cell in seen[:_LOOKED_AT] if cell]
    if not cells:
        return Evidence(filled=0, rows=len(rows))

    def share(likes: Iterable[object]) -> float:
        return sum(map(bool, likes)) / len(cells)

    return Evidence(
        filled=len(cells),
        rows=min(len(rows), _LOOKED_AT),
        names=share(map(is_whole_name, cells)),
        words=share(is_like_a_name(cell) for cell in cells),
        addresses=share(map(is_address, cells)),
        numbers=share(map(_NUMBER.fullmatch, cells)),
        dates=share(map(is_date, cells)),
        answers=share(map(is_answer, cells)),
        crosses=share(map(is_cross, cells)),
        different=len(set(map(fold, cells))) / len(cells),
    )


def is_whole_name(cell: str) -> bool:
    """Does this read like the first and family name of somebody, and like nothing else?

    >>> [is_whole_name(cell) for cell in ("Awa Kermarrec", "Élodie de Kervenoaël", "ROY Anne")]
    [True, True, True]
    >>> [is_whole_name(cell) for cell in ("Brest", "Convives du soir", "City Council", "A-17")]
    [False, False, False, False]
    """
    name = drop_title(drop_number(cut_address(cell)[0]))
    words = [word for word in name.replace(",", " ").split() if fold(word) not in PARTICLES]
    if not 1 < len(words) <= _MOST_WORDS or not is_like_a_name(name):
        return False
    return not any(word[0].islower() for word in words) and not _NOBODYS.search(fold(name))


def is_like_a_name(cell: str) -> bool:
    """Could this be a name or a part of one: few words, no figures, no yes and no date?"""
    if len(cell) > LONGEST_NAME:
        return False
    name = drop_number(cut_address(cell)[0])
    is_else = any(map(str.isdigit, name)) or is_answer(name) or is_cross(name)
    return not is_else and "@" not in name and reads_like_a_name(name)


def is_answer(cell: str) -> bool:
    return bool(_ANSWER.fullmatch(re.sub(r"[^a-z0-9]+", " ", fold(cell)).strip()))


def is_address(cell: str) -> bool:
    return bool(_ADDRESS.search(cell))


def is_cross(cell: str) -> bool:
    return bool(_CROSS.fullmatch(cell))


def is_date(cell: str) -> bool:
    return bool(_DATE.fullmatch(cell))


def is_value(cell: str) -> bool:
    """Is this an address, a number, a date, a link or a cross, as no heading is one?"""
    line = one_line(cell)
    likes = (is_address(line), _LINK.search(line), _NUMBER.fullmatch(line))
    return bool(line) and (any(likes) or is_date(line))
