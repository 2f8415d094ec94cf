"""What the heading of a column asks for: a yes may mean that somebody comes, or the reverse."""

import re

from wcafe.intake.columns import Columns
from wcafe.intake.headings import (
    ADDRESS_WORDS,
    ANSWER_HEADINGS,
    PEOPLE_HEADINGS,
    bare,
    field_shown_by_words,
    fold_heading,
)
from wcafe.intake.status import Asks, Says, is_turned, signs_in, without_signs
from wcafe.intake.status_words import (
    EARLIER,
    HEADING_FILL,
    NO_DOUBT,
    NO_GUESS,
    OCCASION,
    QUESTION_FILL,
    REASON_HEADING,
)

_FILL = re.compile(rf"\b({HEADING_FILL})\b|,")
_NO_GUESS = re.compile(rf"\b({NO_GUESS})\b")
_QUESTION = re.compile(QUESTION_FILL)
_OCCASION = re.compile(OCCASION)
_EARLIER = re.compile(rf"\b({EARLIER})\b")
_REASON = re.compile(rf"\b({REASON_HEADING})\b")
_ANSWER_HEADINGS = frozenset(ANSWER_HEADINGS.split("|"))
_STATUS_HEADINGS = frozenset(PEOPLE_HEADINGS["status"].split("|"))


def asked_by(heading: str) -> Asks:
    """Return what a yes means in a column that the user says is about coming."""
    if signs_in(heading) != {Says.NOT_COMING}:
        return Asks.COMING
    return Asks.REASON if _REASON.search(fold_heading(heading)) else Asks.NOT_COMING


def asked_at(columns: Columns, place: int) -> Asks | None:
    """Return what a column asks for, by its heading; None if that is not about coming."""
    heading = columns.headings[place]
    title = fold_heading(heading)
    if not title or (title in ("state", "etat") and _says_otherwise(columns, place)):
        return None
    signs = signs_in(heading)
    is_question = _asks_who_comes(heading) and (
        _is_question(heading) or sum(map(_asks_who_comes, columns.headings)) == 1
    )
    is_plain = not _FILL.sub(" ", without_signs(heading)).strip() and not is_ambiguous(title)
    if signs == {Says.NOT_COMING}:
        return asked_by(heading) if is_plain else None
    if is_question or (is_plain and is_turned(heading)):
        return Asks.COMING
    if {title, bare(title)} & (_STATUS_HEADINGS | _ANSWER_HEADINGS):
        return Asks.COMING
    is_status = field_shown_by_words(title) == "status" and _is_of_this(heading)
    return Asks.COMING if is_status or (is_plain and signs == {Says.COMING}) else None


def _is_of_this(heading: str) -> bool:
    """Is a heading about this café and nothing else, as "status of the visa" is not?"""
    words = _FILL.sub(" ", without_signs(heading)).split()
    return not is_ambiguous(fold_heading(heading)) and all(map(_OCCASION.fullmatch, words))


def _asks_who_comes(heading: str) -> bool:
    """Is this a question about coming to all of it or to a part, say to one of two days?"""
    words = _FILL.sub(" ", without_signs(heading)).split()
    is_about_coming = signs_in(heading) == {Says.COMING} and bool(words)
    if _EARLIER.search(fold_heading(heading)):
        return False
    return (
        is_about_coming
        and not is_ambiguous(fold_heading(heading))
        and all(_QUESTION.fullmatch(word) or _OCCASION.fullmatch(word) for word in words)
    )


def _is_question(heading: str) -> bool:
    """Is this "Serez-vous présent·e ?", and no question about anything else?"""
    words = _FILL.sub(" ", without_signs(heading)).split()
    return any(map(_QUESTION.fullmatch, words)) and all(map(_QUESTION.fullmatch, words))


def is_ambiguous(title: str) -> bool:
    """Has a folded heading a word that is too much else to be taken for an answer?"""
    return bool(_NO_GUESS.search(re.sub(NO_DOUBT, " ", title)))


def _says_otherwise(columns: Columns, place: int) -> bool:
    """Does another column hold an address, whose "state" this is, or say who comes?"""
    others = [fold_heading(each) for at, each in enumerate(columns.headings) if at != place]
    is_said = any(
        title in _STATUS_HEADINGS or field_shown_by_words(title) == "status" for title in others
    )
    return is_said or any(re.search(ADDRESS_WORDS, title) for title in others)
