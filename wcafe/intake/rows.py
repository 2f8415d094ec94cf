"""Which rows of a list are somebody: not its titles, totals, page numbers and headings come again.

What a row is, is told by the rows around it: a title fills one cell where others fill more. Where
people stand alone in their rows, nobody is taken for a title.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wcafe.domain.fields import NAME_FIELDS
from wcafe.domain.text import fold, one_line, unguard_cell
from wcafe.intake.columns import Columns, field_of
from wcafe.intake.evidence import is_address, is_value, is_whole_name
from wcafe.intake.found import Reason
from wcafe.intake.guesses import KNOWN
from wcafe.intake.headings import fold_heading
from wcafe.intake.names import drop_number, has_numbers
from wcafe.intake.status import Says, said_in

Numbered = tuple[int, tuple[str, ...]]
"""A row of the list with its number, from 1."""

_MOST = 0.6  # the share of rows that fill more than a title does
_FIGURE = re.compile(r"(?:\(\s*\d+\s*\w*\s*\)|[:=–—-]\s*\d+(?:\s+\w+)?)\s*$|:\s*$")
_TOTAL = re.compile(
    r"(grand |sous |sub ?)?(total|totaux|totals|nombre|nb|number|count|effectif|somme|sum)\b"
    r"( (total|general|generaux|global|de|d|des|du|les|of|for|the|participants?|inscrits?|"
    r"inscriptions|personnes|people|attendees|guests|presents|places|reponses|responses))*"
)
_TOTAL_BEGINS = re.compile(r"grand|sous|sub|total|totaux|nombre|nb|number|count|effectif|som|sum")
_TOTAL_OF = re.compile(r"(grand |sous |sub ?)?(total|totaux|totals)\b( \w+)*")
_PAGE = re.compile(r"(page|p|feuille|sheet) \d+( (sur|of|de)? ?\d+)?")
_SECTION = re.compile(r"\d+[.)]\s+\S")
_GROUP = re.compile(
    r"(service|direction|equipe|quartier|groupe|table|elus|pole|bureau|comite|association|agents|"
    r"habitants?|benevoles|team|department|staff|guests|invites|volunteers|members|membres|salle|"
    r"college|secteur|section|liste|list|participants?|inscrits|presents|absents|excuses|classe|"
    r"commission|partenaires|partners|residents|neighbou?rhood|ward|district|group|committee|"
    r"board|speakers|intervenants|animateurs|atelier|session|annules|cancelled|waiting|waitlist)\b"
)
_MOST_ALONE = 0.5  # of titles among the rows, in capitals


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a row is that adds nobody, with the facts of the reason."""

    reason: Reason
    facts: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sorted:
    """Rows apart: those of people, and what the others are by their numbers.

    `under` are titles that say that those below do not come, by the number of each such row.
    """

    people: tuple[Numbered, ...]
    others: Mapping[int, Verdict]
    under: Mapping[int, str]


def sort_rows(rows: Sequence[Numbered], columns: Columns, said: Mapping[int, bool]) -> Sorted:
    """Tell the rows of people from the others.

    Args:
        rows: those below the headings that hold anything.
        columns: of the list, with a place for names.
        said: what the user said of rows: somebody, or nobody.
    """
    look = _List(rows, columns)
    people: list[Numbered] = []
    others: dict[int, Verdict] = {}
    under: dict[int, str] = {}
    other_list = out = ""
    for number, row in rows:
        verdict = look.judge(number, row)
        if verdict is not None and number not in said:
            if verdict.reason is Reason.OTHER_LIST:
                other_list = other_list or look.title_before(number)
            elif verdict.reason in (Reason.TITLE, Reason.HEADINGS_AGAIN):
                other_list = ""
            if verdict.reason is Reason.TITLE:
                title = str(verdict.facts["title"])
                out = title if said_in(drop_number(title)) is Says.NOT_COMING else ""
        is_elsewhere = other_list and said.get(number) is not True
        if said.get(number) is False:
            others[number] = Verdict(reason=Reason.LEFT_OUT, facts={})
        elif is_elsewhere:
            others[number] = Verdict(reason=Reason.OTHER_LIST, facts={"title": other_list})
        elif verdict is not None and said.get(number) is not True:
            others[number] = verdict
        else:
            people.append((number, row))
            if out and number not in said:
                under[number] = out
    return Sorted(people=tuple(people), others=others, under=under)


class _List:
    """What is usual in the rows of a list."""

    def __init__(self, rows: Sequence[Numbered], columns: Columns) -> None:
        self._rows = rows
        self._columns = columns
        self._headings = (
            tuple(map(fold_heading, columns.headings)) if columns.header is not None else ()
        )
        self._names = {at for field, at in columns.places.items() if field in NAME_FIELDS}
        self._width = max((sum(map(bool, row)) for _number, row in rows), default=0)
        full = [row for _number, row in rows if not self._is_alone(row)]
        self._others_fill_more = bool(full) and len(full) >= _MOST * len(rows)
        self._some_fill_more = 2 * len(full) >= len(rows) > 1
        names = [self._name(row) for row in full or [row for _number, row in rows]]
        self._are_in_capitals = 3 * sum(map(_is_in_capitals, names)) > len(names)
        given = columns.places.get("given")
        self._have_given = given is not None and sum(
            bool(_at(row, given)) for row in full
        ) > 0.9 * len(full)
        self._is_numbered = has_numbers(self._name(row) for _number, row in rows)
        self._titles = {number: self._name(row) for number, row in rows if self._is_title(row)}

    def judge(self, number: int, row: Sequence[str]) -> Verdict | None:
        """Return what a row is if it is nobody."""
        is_heading = not any("@" in cell for cell in row)
        if is_heading and self._is_heading_again(row):
            return Verdict(reason=Reason.HEADINGS_AGAIN, facts={})
        if is_heading and self._is_other_heading(row):
            return Verdict(reason=Reason.OTHER_LIST, facts={"title": self.title_before(number)})
        name = self._name(row) or next(filter(None, row), "")
        if self._is_total(name, row):
            return Verdict(reason=Reason.TOTAL, facts={"title": one_line(name)})
        if number in self._titles:
            return Verdict(reason=Reason.TITLE, facts={"title": self._titles[number]})
        return None

    def title_before(self, number: int) -> str:
        """Return the title above a row that begins another list, else its first words."""
        before = [title for at, title in self._titles.items() if number - 3 <= at < number]
        own = next((row for at, row in self._rows if at == number), ())
        return before[-1] if before else one_line(next(filter(None, own), ""))

    def _name(self, row: Sequence[str]) -> str:
        return one_line(" ".join(filter(None, (_at(row, at) for at in sorted(self._names)))))

    def _is_alone(self, row: Sequence[str]) -> bool:
        """Does a row fill one cell alone?"""
        return sum(map(bool, row)) == 1

    def _is_heading_again(self, row: Sequence[str]) -> bool:
        cells = [(at, fold_heading(cell)) for at, cell in enumerate(row) if cell]
        is_same = all(self._headings[at : at + 1] == (cell,) for at, cell in cells)
        return bool(cells) and is_same and (len(cells) > 1 or len(self._headings) == 1)

    def _is_other_heading(self, row: Sequence[str]) -> bool:
        filled = [fold_heading(cell) for cell in row if cell]
        fields = {field for name in filled if (field := field_of(name, KNOWN))}
        is_names = bool(fields & {"name", *NAME_FIELDS})
        most = max(2, len(filled) / 3)
        return len(fields) >= most and is_names and not any(map(is_value, row))

    def _is_total(self, name: str, row: Sequence[str]) -> bool:
        told = " ".join(fold_heading(re.sub(r"[\d:=]+", " ", name)).split())
        if not told or not _TOTAL_BEGINS.match(told) or any(map(is_address, row)):
            return bool(_PAGE.fullmatch(fold_heading(name)))
        others = [cell for cell in row if cell and one_line(cell) not in name]
        is_bare = all(is_value(cell) for cell in others)
        has_own_figure = any(map(str.isdigit, name)) or name.rstrip().endswith(":")
        has_figure = bool(others) or has_own_figure
        is_called_so = _TOTAL.fullmatch(told) or (has_own_figure and _TOTAL_OF.fullmatch(told))
        is_total = bool(is_called_so) and is_bare
        is_sure = has_figure or (self._some_fill_more and self._is_alone(row)) or told == "total"
        return (is_total and is_sure) or bool(_PAGE.fullmatch(fold_heading(name)))

    def _is_title(self, row: Sequence[str]) -> bool:
        """Is a row that fills one cell a title of those below it?"""
        if not self._is_alone(row) or any(map(is_address, row)):
            return False
        cell = one_line(unguard_cell(next(filter(None, row))))
        is_section = bool(_SECTION.match(cell)) and not self._is_numbered
        is_group = bool(_GROUP.match(fold(cell)))
        if len(self._headings) < 2 and self._width < 2:
            is_title = is_group and len(cell.split()) > 1 and not is_whole_name(cell)
            return is_section or cell.endswith(":") or is_title
        is_beside = not any(_at(row, at) for at in self._names)
        if is_beside:
            return False  # a row without a name is told as such
        if _FIGURE.search(cell) or is_section:
            return self._some_fill_more or is_group
        if not self._others_fill_more and not (self._some_fill_more and is_group):
            return False
        if is_group:
            return True
        return _is_in_capitals(cell) and (not self._are_in_capitals or self._have_given)


def _at(row: Sequence[str], at: int) -> str:
    return one_line(unguard_cell(row[at])) if at < len(row) else ""


def _is_in_capitals(name: str) -> bool:
    return name.isupper() and sum(map(str.isalpha, name)) > 1
