"""From one row to the people it names: which cells are their names, whose the address is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from wcafe.domain.fields import NAME_FIELDS, TEXTS, Field, Form
from wcafe.domain.people import Person, PersonId
from wcafe.domain.text import fold, new_id, one_line, unguard_cell
from wcafe.intake.cells import is_nothing, is_yes, several
from wcafe.intake.columns import Columns
from wcafe.intake.consent import consent_in
from wcafe.intake.courtesy import drop_title, has_titles
from wcafe.intake.headings import PEOPLE_HEADINGS
from wcafe.intake.names import (
    ADDRESS,
    cut_address,
    drop_number,
    has_numbers,
    is_nobody,
    name_key,
    split_line,
    split_name,
)
from wcafe.intake.photo_wish import photo_wish_in
from wcafe.intake.rows import Numbered
from wcafe.intake.several import NamesFound, names_in, split_given

_KNOWN = frozenset({*PEOPLE_HEADINGS, *NAME_FIELDS})


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """How a list writes names: with titles, "Family, First", with a number before each."""

    columns: Columns
    is_titled: bool
    is_family_first: bool
    is_numbered: bool
    usual_is_given: bool  # the usual name is a first name

    @classmethod
    def of(cls, columns: Columns, rows: Sequence[Numbered]) -> "Habits":
        """Find out how the names stand in `rows`."""
        each = [_cells(row, columns) for _number, row in rows]
        whole = [facts.get("full_name", "") for facts in each]
        cells = [
            facts.get(field, "") for facts in each for field in ("full_name", "given", "family")
        ]
        names = [cut_address(cell)[0] for cell in cells if cell]
        usual = [(f["usual_name"], f.get("family", "")) for f in each if f.get("usual_name")]
        commas = [name for name in map(one_line, whole) if name.count(",") == 1]
        return cls(
            columns=columns,
            is_titled=has_titles(names),
            is_family_first=any(
                min(len(part.split()) for part in name.split(",")) == 1 for name in commas
            ),
            is_numbered=has_numbers(whole),
            usual_is_given=sum(
                len(name.split()) == 1 or fold(family) not in fold(name) for name, family in usual
            )
            > len(usual) / 2,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class RowRead:
    """What one row says: facts by field, the people named, and what cannot be told of them."""

    facts: Mapping[str, str]
    people: tuple[Person, ...]
    unnamed: int = 0  # people more, without a name
    is_unclear: bool = False  # may be several people

    @property
    def consent(self) -> bool | None:
        """Whether whoever wrote the row agrees to be named, if that is said."""
        return consent_in(self.facts.get("may_be_named", ""))

    @property
    def photo_wish(self) -> bool | None:
        """Whether whoever wrote the row wishes to be on no picture, if that is said."""
        return photo_wish_in(self.facts)

    @property
    def name(self) -> str:
        """What the row calls itself, for a message."""
        parts = one_line(" ".join(self.facts.get(part, "") for part in ("given", "family")))
        return parts or one_line(self.facts.get("full_name", "")) or self.facts.get("email", "")


def read_row(
    row: Sequence[str], habits: Habits, *, places: int | None = None, is_one: bool = False
) -> RowRead:
    """Return who stands in a row.

    Args:
        row: its cells.
        habits: how the list writes names.
        places: how many people the row says it is, if it does.
        is_one: the user said that it is one person.
    """
    facts = _cells(row, habits.columns)
    if habits.columns.header is None and facts.keys() == {"full_name"}:
        facts = _read_bare(facts["full_name"], habits)
    chosen = _choose(facts, habits)
    if is_one:
        given, family, address = _one(chosen)
        found = [(given, family, address)]
        rest = NamesFound(names=())
    else:
        found, rest = _all(chosen, habits, places)
    named = [_finish(given, family, habits) for given, family, _address in found]
    if not all(is_one or _is_theirs(row, facts, name, habits) for name in named):
        facts = {**facts, "email": ""}
    mails = _share_addresses(
        facts.get("email", ""), [*zip(named, (a for *_n, a in found), strict=True)]
    )
    people = tuple(
        _person(facts, given, family, mail)
        for (given, family), mail in zip(named, mails, strict=True)
        if not (is_nobody(given) and is_nobody(family))
    )
    if len(people) == 1:  # nobody agrees in the name of another
        agrees = consent_in(facts.get("may_be_named", "")) is True
        people = (replace(people[0], may_be_named=agrees),)
    if photo_wish_in(facts):  # to spare all of a row is no harm to any of them
        people = tuple(replace(person, no_photo=True) for person in people)
    return RowRead(
        facts={**facts, **dict(zip(("given", "family"), named[0], strict=True))}
        if named
        else facts,
        people=people,
        unnamed=rest.unnamed,
        is_unclear=rest.is_unclear,
    )


def _cells(row: Sequence[str], columns: Columns) -> dict[str, str]:
    return {f: unguard_cell(row[at]) if at < len(row) else "" for f, at in columns.places.items()}


def _read_bare(line: str, habits: Habits) -> dict[str, str]:
    name = drop_number(line) if habits.is_numbered else line
    found = split_line(name)
    # lines and addresses of several people are told apart later
    return found if "\n" not in name and name.count("@") < 2 else {"full_name": name}


def _choose(facts: Mapping[str, str], habits: Habits) -> tuple[str, str, str]:
    """Return given, family and whole name of a row; the usual ones before the legal ones."""
    given = facts.get("usual_given") or facts.get("given", "")
    family = facts.get("usual_family") or facts.get("family", "")
    whole = facts.get("full_name", "")
    if habits.is_numbered:
        whole = drop_number(whole)
    usual = one_line(facts.get("usual_name", ""))
    if usual and not is_nobody(usual):
        ends_in_family = family and fold(usual).endswith(f" {fold(family)}")
        if ends_in_family:
            given = usual[: -len(one_line(family))].strip() or given
        elif habits.usual_is_given and (given or family):
            given = usual
        elif habits.usual_is_given and len(one_line(whole).split()) == 2 and "," not in whole:
            whole = f"{usual} {one_line(whole).split()[1]}"
        elif not habits.usual_is_given or not whole:
            given, family, whole = "", "", usual
    if whole and not (given and family):
        part = one_line(given or family)
        words = fold(whole).split()
        if part and not set(fold(part).split()) <= set(words):
            whole = ""  # says somebody else: the part goes before
        elif part and len(words) > len(part.split()):
            given, family = _complete(given, family, one_line(whole))
            whole = "" if given and family else whole
            if whole:
                given = family = ""
    return given, family, "" if given and family else whole


def _complete(given: str, family: str, whole: str) -> tuple[str, str]:
    """Return both parts of a name of which one is known, by the whole one."""
    known = set(fold(given or family).split())
    rest = " ".join(word.strip(",") for word in whole.split() if fold(word.strip(",")) not in known)
    return (given, rest) if given else (rest, family)


def _one(chosen: tuple[str, str, str]) -> tuple[str, str, str]:
    given, family, whole = chosen
    if whole and not (given and family):
        name, address = cut_address(whole)
        return "", name, address
    (given, one), (family, two) = cut_address(given), cut_address(family)
    return given, family, one or two


def _all(
    chosen: tuple[str, str, str], habits: Habits, places: int | None
) -> tuple[list[tuple[str, str, str]], NamesFound]:
    """Return each person of a row as given name, family name, address."""
    given, family, whole = chosen
    if given and family:
        givens, families = split_given(given), split_given(family)
        pairs = (
            list(zip(givens, families * len(givens), strict=False)) if len(families) == 1 else []
        )
        if len(givens) == len(families):
            pairs = list(zip(givens, families, strict=True))
        is_unclear = not pairs
        pairs = pairs or [(one_line(given), one_line(family))]
        people = [_one((first, last, "")) for first, last in pairs]
        return people, NamesFound(names=(), is_unclear=is_unclear)
    cell = whole or given or family
    found = names_in(cell, is_family_first=habits.is_family_first, places=places)
    is_given = bool(given and not whole)
    people = [(name, "", mail) if is_given else ("", name, mail) for name, mail in found.names]
    return people, found


def _finish(given: str, family: str, habits: Habits) -> tuple[str, str]:
    """Return the parts of one name, without titles."""
    given, family = one_line(given), one_line(family)
    if given and family:
        one = drop_title(given, is_titled=habits.is_titled, fewest=1)
        return one, drop_title(family, is_titled=habits.is_titled, fewest=1)
    if given:
        return given, ""
    return split_name(drop_title(family, is_titled=habits.is_titled))


def _is_theirs(
    row: Sequence[str], facts: Mapping[str, str], name: tuple[str, str], habits: Habits
) -> bool:
    """Is a row's address that of its guest, and not of whoever is named beside them and paid?"""
    payer = " ".join(row[at] for at in sorted(habits.columns.payers) if at < len(row)).strip()
    if not payer or set(name_key(payer)) == set(name_key(" ".join(name))):
        return True
    local = fold(facts.get("email", "").partition("@")[0])
    own, other = (
        sum(len(word) > 2 and word in local for word in name_key(each))
        for each in (" ".join(name), payer)
    )
    return own > 0 and own >= other


def _share_addresses(cell: str, named: Sequence[tuple[tuple[str, str], str]]) -> list[str]:
    """Return the address of each person: their own, else the row's, which is nobody else's.

    Of several people the row's one address is whose name stands in it, else the first's.
    """
    own = [address for _name, address in named]
    told = ADDRESS.findall(cell)
    if len(named) == 1:
        return (
            [cut_address(cell)[1] or one_line(cell) or own[0]]
            if len(told) < 2
            else [one_line(cell)]
        )
    if len(told) == len(named):
        return told
    for mail in told or [one_line(cell)]:
        local = set(name_key(mail.partition("@")[0].replace("_", " ")))
        likely = [
            at
            for at, ((given, family), _own) in enumerate(named)
            if set(name_key(f"{given} {family}")) & local
        ]
        exact = [at for at in likely if set(name_key(" ".join(named[at][0]))) <= local]
        at = exact[0] if len(exact) == 1 else likely[0] if len(likely) == 1 else 0
        own[at] = own[at] or mail
    return own


def _person(facts: Mapping[str, str], given: str, family: str, mail: str) -> Person:
    told = {name: one_line(cell) for name, cell in facts.items()}
    texts: dict[str, Any] = {field.of: _read(field, told.get(field.key, "")) for field in TEXTS}
    return Person(
        **{**texts, "given": given, "family": family, "email": mail},
        id=PersonId(new_id()),
        willing=is_yes(told.get("host_wish", "")),
        attributes=tuple((n, v) for n, v in told.items() if n not in _KNOWN and v),
    )


def _read(field: Field, cell: str) -> str | tuple[str, ...]:
    if field.form is Form.TEXT:
        return cell
    return () if field.key == "needs" and is_nothing(cell) else several(cell)
