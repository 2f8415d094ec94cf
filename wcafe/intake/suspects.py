"""Which columns that fill nothing may yet be names, or say who comes: they are told."""

from collections.abc import Sequence

from wcafe.intake.columns import Columns
from wcafe.intake.evidence import evidence_at
from wcafe.intake.headings import fold_heading, looks_like_a_name_heading
from wcafe.intake.name_headings import Owner, name_heading
from wcafe.intake.status import Says, said_in, signs_in
from wcafe.intake.status_columns import word_at
from wcafe.intake.status_headings import asked_at, is_ambiguous

Rows = Sequence[Sequence[str]]

_MOSTLY = 0.5  # the share of cells that tells
_SHORTEST = 6  # characters of an answer that tells by itself: "no" may be about anything
_MOST_ANSWERS = 8  # different words of a column that is not used and yet may be about coming


def find_suspects(columns: Columns, rows: Rows) -> tuple[str, ...]:
    """Return the headings that fill nothing and look like names, or like coming or not."""
    unused, filled = columns.unused(), set(columns.places.values())
    return tuple(
        heading
        for place, heading in enumerate(columns.headings)
        if heading in unused and place not in filled and _is_suspect(columns, rows, place)
    )


def _is_suspect(columns: Columns, rows: Rows, place: int) -> bool:
    if place in columns.answers:
        return True
    title, signs = fold_heading(columns.headings[place]), signs_in(columns.headings[place])
    is_named = looks_like_a_name_heading(title) or asked_at(columns, place) is not None
    is_named = is_named or _is_another_guest(title, rows, place)
    if is_named or (signs and not is_ambiguous(title)):
        words = _different(rows, place, most=1)
        return len(words) > 1 or any(said_in(word) is Says.NOT_COMING for word in words)
    words = _different(rows, place, most=_MOST_ANSWERS) - {""}
    says = {said_in(word) for word in words if len(word) >= _SHORTEST}
    return len(words) <= _MOST_ANSWERS and Says.NOT_COMING in says


def _is_another_guest(title: str, rows: Rows, place: int) -> bool:
    """Does a folded heading call somebody a guest, as the second of two in a row, above names?"""
    found = name_heading(title)
    return (
        found is not None
        and found.owner is Owner.GUEST
        and evidence_at(rows, place).names >= _MOSTLY
    )


def _different(rows: Rows, place: int, *, most: int) -> set[str]:
    """Return the different cells of a column, no more than one beyond `most`."""
    found: set[str] = set()
    for row in rows:
        found.add(word_at(row, place))
        if len(found) > most + 1:  # one may be empty
            break
    return found
