"""Polls, as Framadate and Doodle write them: a name in each row, and an answer to each question.

The corner is empty, and the questions, often dates, stand in up to three rows: month, day, hour.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from wcafe.domain.text import fold, one_line, unguard_cell
from wcafe.intake.days import is_about_a_day
from wcafe.intake.evidence import is_answer, is_cross, is_date, is_like_a_name
from wcafe.intake.headings import PEOPLE_HEADINGS, field_shown_by_words, fold_heading
from wcafe.intake.name_headings import speaks_of_people
from wcafe.intake.status import Says, said_in

Rows = Sequence[Sequence[str]]

_LOOKED_AT = 40  # rows in which the questions are sought
_MOST_HEADINGS = 3  # rows: month, day, hour
_MOST = 0.8  # the share of cells that tells names and answers
_ANSWER = re.compile(
    r"[(\[]?(oui|non|yes|no|ok|x|v|[0-2]|si (necessaire|besoin|possible)|if ?(need ?be|necessary)|"
    r"(ne )?sai[st] pas|inconnue?|unknown|peut etre|maybe|\?|-|indisponible|disponible|"
    r"pas de reponse|no answer|pending|attending|declined|tentative)[)\]]?"
)
_KNOWN = frozenset(name for names in PEOPLE_HEADINGS.values() for name in names.split("|"))
_ELSE = re.compile(
    r"vegetari|vegan|halal|cas?cher|allerg|gluten|regime|diet|newsletter|photo|image|consent|rgpd|"
    r"gdpr|covoitur|carpool|adheren|member|membre|benevol|volunteer|paye|paid|premier|first"
)
_MAYBE = re.compile(r"\(.+\)|\[.+\]|2|\?")
_HOUR = re.compile(r"\b\d{1,2} ?(h|:)( ?\d{2})?\b|\b\d{1,2} ?(am|pm)\b")
_TOTAL = re.compile(r"(total|nombre|number|count|somme|sum|resultats?|results?|meilleur|best)\b")
_WEEKDAY = re.compile(
    r"\b(lun|mar|mer|jeu|ven|sam|dim|mon|tue|wed|thu|fri|sat|sun)(\w*di|\w*day)?\b\.? \d{1,2}\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Poll:
    """Where the last row of questions stands, from 0, what each column asks, and which ask."""

    header: int
    titles: tuple[str, ...]
    answers: frozenset[int]  # columns


def find_poll(rows: Rows, header_row: int | None) -> Poll | None:
    """Return the poll that a list is; None for any other list.

    Args:
        rows: the list's.
        header_row: where the user says that the headings stand, from 1; 0 for nowhere.
    """
    if header_row is not None:
        return _poll_at(rows, header_row - 1) if 0 < header_row <= len(rows) else None
    places = range(min(len(rows), _LOOKED_AT))
    return next((poll for place in places if (poll := _poll_at(rows, place))), None)


def says_maybe(word: str) -> bool:
    """Is an answer to a poll one that needs another, as "(Oui)" for "if need be" is?"""
    return bool(_MAYBE.fullmatch(word))


def _poll_at(rows: Rows, header: int) -> Poll | None:
    """Return the poll whose last row of questions is at `header`, if it is one."""
    corner, *questions = rows[header] or ("",)
    if not any(questions) or (corner and not speaks_of_people(corner)):
        return None
    people = [row for row in rows[header + 1 :] if any(row) and not _TOTAL.match(fold(row[0]))]
    names = [row[0] for row in people if row[0]]
    is_of_names = sum(map(is_like_a_name, names)) >= max(1, _MOST * len(names))
    if not is_of_names or len(names) < len(people) or speaks_of_people(names[0]):
        return None
    titles = _titles(rows, header, max(map(len, rows)))
    asks = {at for at, title in enumerate(titles) if at and _asks(title, people, at)}
    others = [title for at, title in enumerate(titles) if title and at and at not in asks]
    if not asks or (others and not all(map(_is_known, others))):
        return None
    if corner and not all(_is_a_day(titles[at]) for at in asks):
        return None
    return Poll(header=header, titles=titles, answers=frozenset(asks))


def _titles(rows: Rows, header: int, width: int) -> tuple[str, ...]:
    """Return what each column asks: its own heading behind those that span it."""
    first = header
    while (
        first
        and header - first < _MOST_HEADINGS - 1
        and rows[first - 1]
        and not rows[first - 1][0]
        and any(rows[first - 1])
    ):
        first -= 1
    titles = [""] * width
    for number, row in enumerate(rows[first : header + 1], start=first):
        told = ""
        for at in range(1, width):
            cell = one_line(row[at]) if at < len(row) else ""
            told = cell or (told if number < header else "")
            titles[at] = f"{titles[at]} {told}".strip()
    # what no row below the upper ones names is no column of its own
    last = max((at for at, cell in enumerate(rows[header]) if cell), default=0)
    titles[last + 1 :] = [""] * (width - last - 1)
    titles[0] = one_line(rows[header][0])
    return tuple(titles)


def _asks(title: str, people: Rows, at: int) -> bool:
    """Does a column ask who comes: is what stands in it an answer, or nothing as in the others?"""
    name = fold_heading(title)
    is_else = field_shown_by_words(name) not in (None, "status") or _ELSE.search(name)
    if not title or is_else:
        return False
    cells = [one_line(unguard_cell(row[at])) for row in people if at < len(row)]
    filled = [cell for cell in cells if cell]
    return sum(map(_is_answer, filled)) >= max(1, _MOST * len(filled))


def _is_known(title: str) -> bool:
    """Is a column beside the answers one of a person's fields, or of remarks?"""
    name = fold_heading(title)
    return bool(field_shown_by_words(name) or name in _KNOWN)


def _is_a_day(title: str) -> bool:
    text = fold(title)
    return bool(
        is_about_a_day(title) or is_date(title) or _HOUR.search(text) or _WEEKDAY.search(text)
    )


def _is_answer(cell: str) -> bool:
    known = is_answer(cell) or is_cross(cell) or _ANSWER.fullmatch(fold(cell))
    return bool(known) or said_in(cell) in (Says.COMING, Says.NOT_COMING)
