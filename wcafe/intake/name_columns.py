"""Which columns hold the name of the guest: one person's, in parts or whole, never mixed."""

from collections.abc import Mapping, Sequence, Set

from wcafe.domain.fields import NAME_FIELDS, NAME_PARTS
from wcafe.domain.text import fold
from wcafe.intake.evidence import Evidence
from wcafe.intake.headings import fold_heading
from wcafe.intake.name_headings import NameHeading, Owner, Part, name_heading

Rows = Sequence[Sequence[str]]
Found = dict[int, NameHeading]
"""The headings about names, by the places of their columns."""

_MOST = 0.5  # the share of cells that tells
_SPARSE = 0.5  # a column of guests that is filled so seldom holds those whom others bring along
_INSTEAD = {"usual_given": "given", "usual_family": "family", "usual_name": "full_name"}


def choose_names(
    titles: Sequence[str],
    rows: Rows,
    looks: Mapping[int, Evidence],
    free: Set[int],
    wanted: Mapping[str, str],
    said: Mapping[str, int],
) -> dict[str, int]:
    """Return `said` with the columns of names that the user did not speak of.

    Args:
        titles: the headings.
        rows: the rows below them.
        looks: what the cells of each column look like.
        free: the columns that fill nothing yet.
        wanted: what the user said.
        said: the columns that the user named.
    """
    found = {at: each for at in sorted(free) if (each := name_heading(fold_heading(titles[at])))}
    found = {at: each for at, each in found.items() if _can_be(each, looks[at])}
    chosen = _fields_of(_of_one_person(found, looks), rows, said)
    places = dict(said)
    either = places.pop("name", None)
    if either is not None:  # the user said "nom": the family's beside a first name
        part = "family" if {"given", "usual_given"} & {*chosen, *places} else "full_name"
        places.setdefault(part, either)
        if part == "full_name":
            chosen = {}
        chosen.pop(part, None)
    if wanted.get("full_name", "").strip():
        return places
    for field, at in chosen.items():
        if field not in wanted:
            places.setdefault(field, at)
    return _without_contradiction(places, rows, wanted)


def _can_be(found: NameHeading, looks: Evidence) -> bool:
    """Can the cells be names? A heading that is sure is believed, unless it calls no name so."""
    if not looks.filled:
        return True
    else_ = looks.numbers + looks.dates + looks.answers
    if found.is_sure and not found.is_noun:
        return else_ < 1
    return else_ <= _MOST and looks.words >= _MOST


def _of_one_person(found: Found, looks: Mapping[int, Evidence]) -> Found:
    """Return the headings about the guest; those about whoever paid where there are no others."""
    sure = {at: each for at, each in found.items() if each.is_sure} or found
    of = {owner: {at: each for at, each in sure.items() if each.owner is owner} for owner in Owner}
    guest, anybody, buyer = (of[owner] for owner in (Owner.GUEST, Owner.ANYBODY, Owner.BUYER))
    if not guest:
        return anybody or buyer
    if not anybody:
        return guest
    if all(each.is_noun or each.part is Part.EITHER for each in guest.values()):
        filled = max(looks[at].filled for at in guest)
        if filled <= _SPARSE * max(looks[at].filled for at in anybody):
            return anybody
    parts = {each.part for each in guest.values()}
    is_half = parts <= {Part.GIVEN, Part.USUAL_GIVEN} or parts <= {Part.FAMILY, Part.USUAL_FAMILY}
    is_usual_too = {at: e for at, e in anybody.items() if e.part.name.startswith("USUAL")}
    nouns_alone = all(each.is_noun for each in guest.values())
    return {**anybody, **guest} if is_half or nouns_alone else {**is_usual_too, **guest}


def _fields_of(found: Found, rows: Rows, said: Mapping[str, int]) -> dict[str, int]:
    """Return the fields that these columns fill, the more precise heading first."""
    fields: dict[str, int] = {}
    for at, each in found.items():
        if each.part.value in NAME_FIELDS:
            fields.setdefault(each.part.value, at)
    births = [at for at, each in found.items() if each.part is Part.BIRTH]
    either = [at for at, each in found.items() if each.part is Part.EITHER]
    if either:
        name = either[0]
        has_given = {"given", "usual_given"} & {*fields, *said}
        other = fields.get("given") if has_given else fields.get("family")
        is_whole = other is not None and _share_within(rows, other, name) > _MOST
        if is_whole or not (has_given or {"family", "usual_family"} & fields.keys()):
            fields.setdefault("full_name", name)
        elif not has_given:
            fields["given"] = name
        elif "family" not in fields:
            fields["family"] = name
        else:
            fields.setdefault("full_name", name)
    if births and not {"family", "full_name"} & fields.keys():
        fields["family"] = births[0]
    for usual, legal in _INSTEAD.items():
        if usual in fields and legal not in fields:
            is_part_alone = legal == "full_name" and {"given", "family"} & fields.keys()
            if not is_part_alone:
                fields[legal] = fields.pop(usual)
    return fields


def _without_contradiction(
    places: dict[str, int], rows: Rows, wanted: Mapping[str, str]
) -> dict[str, int]:
    """Leave out a whole name beside parts that says somebody else: a ticket, a company."""
    whole = places.get("full_name")
    parts = [places[part] for part in NAME_PARTS if part in places]
    if whole is None or not parts or any(wanted.get(field) for field in NAME_FIELDS):
        return places
    agrees = max(_share_within(rows, part, whole) for part in parts)
    if agrees >= _MOST:
        return places
    return {field: at for field, at in places.items() if field != "full_name"}


def _share_within(rows: Rows, part: int, whole: int) -> float:
    """Return in how many of the rows that fill both columns the one stands inside the other."""
    both = [
        (fold(row[part]), fold(row[whole]))
        for row in rows
        if max(part, whole) < len(row) and row[part] and row[whole]
    ]
    if not both:
        return 1.0
    return sum(one in other and one != other for one, other in both) / len(both)
