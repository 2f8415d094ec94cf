"""For which tables, in which rounds, there are harvest sheets: wherever a table is open."""

from collections.abc import Collection

from wcafe.domain.cafe import Cafe
from wcafe.domain.plan import Plan
from wcafe.domain.sheet_code import SheetCode, SheetKind, cafe_tag
from wcafe.domain.sheet_form import SheetForm
from wcafe.domain.sheet_layout import SheetShape
from wcafe.domain.sheets import SheetPlace
from wcafe.errors import NoSuchRound, NoSuchTable


def number_of_tables(cafe: Cafe, plan: Plan | None) -> int:
    """Return how many tables `cafe` has; those that were not chosen yet are the plan's."""
    return len(cafe.tables) or (plan.tables if plan is not None else 0)


def require_places(
    cafe: Cafe, plan: Plan | None, tables: Collection[int] | None, rounds: Collection[int] | None
) -> None:
    """Refuse tables and rounds, from 0, that `cafe` has not; where it has no tables, none is.

    Raises:
        NoSuchTable, NoSuchRound
    """
    here = number_of_tables(cafe, plan)
    if here and tables and max(tables) >= here:
        raise NoSuchTable(number=max(tables) + 1, tables=here)
    if rounds and max(rounds) >= len(cafe.rounds):
        raise NoSuchRound(number=max(rounds) + 1, rounds=len(cafe.rounds))


def sheet_places(
    cafe: Cafe,
    plan: Plan | None,
    *,
    pages: int = 1,
    tables: Collection[int] | None = None,
    rounds: Collection[int] | None = None,
    places: Collection[tuple[int, int]] | None = None,
) -> tuple[SheetPlace, ...]:
    """Return the sheets of each table that is open in a round, table by table, then by round.

    Args:
        cafe: whose tables and rounds they are; a table that is closed in a round has none.
        plan: it says how many tables there are where the café does not.
        pages: how many sheets a table gets for one round.
        tables: those that are wanted, from 0; None for all.
        rounds: those that are wanted, from 0; None for all.
        places: the tables in the rounds that are wanted, as pairs; None for all.
    """
    return tuple(
        SheetPlace(round=round_, table=table, page=page)
        for table in range(number_of_tables(cafe, plan))
        for round_ in range(len(cafe.rounds))
        if (tables is None or table in tables)
        and (rounds is None or round_ in rounds)
        and (places is None or (table, round_) in places)
        and not (table < len(cafe.tables) and round_ in cafe.tables[table].closed)
        for page in range(1, pages + 1)
    )


def code_at(
    place: SheetPlace,
    cafe: Cafe,
    form: SheetForm,
    shape: SheetShape,
    *,
    kind: SheetKind = SheetKind.HARVEST,
) -> str:
    """Return what the code of a sheet or sticker of `place` says."""
    return SheetCode(
        kind=kind,
        cafe=cafe_tag(cafe.id),
        table=place.table,
        round_=place.round,
        page=place.page - 1,
        shape=shape,
        form=form.version,
    ).text
