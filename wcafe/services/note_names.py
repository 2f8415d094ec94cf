"""Tables and rounds that a list of notes names: which there may be, given, and taken back."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from wcafe.domain.cafe import MOST_ROUNDS, MOST_TABLES, Cafe, Table
from wcafe.domain.people import expected
from wcafe.domain.text import fold
from wcafe.intake.note_places import PlaceWord, Spots
from wcafe.intake.notes import Here
from wcafe.services.planning.jokers import with_tables_proposed
from wcafe.store import Work


def look_around(work: Work) -> tuple[Cafe, Here]:
    """Return the café with the tables it will have, and what a list may name of it.

    A café without people and without a plan may grow: nothing was counted on its tables yet.
    """
    cafe, people = work.cafes.get(), work.people.all()
    can_grow = not people and work.plans.current() is None
    if not cafe.tables and people:
        cafe = with_tables_proposed(cafe, len(expected(people, len(cafe.rounds))))
    is_open = can_grow or not cafe.tables
    return cafe, Here(
        tables=Spots(
            names=tuple(table.name for table in cafe.tables),
            listed=tuple(table.listed for table in cafe.tables),
            most=MOST_TABLES if is_open else len(cafe.tables),
        ),
        rounds=Spots(
            names=tuple(each.name for each in cafe.rounds),
            listed=tuple(each.listed for each in cafe.rounds),
            most=MOST_ROUNDS if can_grow else len(cafe.rounds),
        ),
        prompts=cafe.prompts,
        labels=cafe.kind_labels,
    )


def with_names(
    cafe: Cafe,
    tables: Iterable[PlaceWord],
    rounds: Iterable[PlaceWord],
    *,
    least_tables: int = 0,
    least_rounds: int = 0,
) -> Cafe:
    """Return `cafe` with the names that words of a list give, and as many tables as it needs.

    Args:
        cafe: with its tables, chosen or proposed; they count as chosen once one has a name.
        tables: what words mean; those that give no name change nothing.
        rounds: the same for rounds.
        least_tables: how many tables the notes of the list need; no tables may be proposed yet.
        least_rounds: how many rounds they need.
    """
    named = {each.place: each for each in tables if each.name}
    is_short = 0 < len(cafe.tables) < least_tables
    if named or is_short:
        more = max([*named, least_tables - 1]) + 1 - len(cafe.tables)
        kept = [*cafe.tables, *([Table(seats=cafe.seats)] * max(more, 0))]
        for place, each in named.items():
            listed = _with_listed(kept[place].listed, each)
            kept[place] = replace(kept[place], name=each.name, listed=listed)
        cafe = replace(cafe, tables=tuple(kept), tables_chosen=True)
    called = {each.place: each for each in rounds if each.name or (each.day and not each.word)}
    cafe = cafe.with_rounds(max(len(cafe.rounds), least_rounds, *(at + 1 for at in called)))
    if called:
        held = list(cafe.rounds)
        for place, each in called.items():
            if not each.name:  # a day alone
                held[place] = replace(held[place], day=held[place].day or each.day)
                continue
            listed, day = _with_listed(held[place].listed, each), each.day or held[place].day
            held[place] = replace(held[place], name=each.name, day=day, listed=listed)
        cafe = replace(cafe, rounds=tuple(held))
    return cafe


def _with_listed(listed: tuple[str, ...], said: PlaceWord) -> tuple[str, ...]:
    """Return the names that lists gave a table or round, with the one that is `said` now."""
    return tuple(dict.fromkeys((*listed, said.word, said.name)))


def with_names_turned(
    here: Cafe, old: Cafe, new: Cafe, *, said: Mapping[tuple[int, int], int], has_plan: bool
) -> Cafe:
    """Return the café of now with the names of `new` wherever it still has those of `old`.

    Tables and rounds that only one of them has come or go with them, but none goes at which
    something was said since, or for which there is a plan.

    Args:
        here: the café as it is.
        old: as it was left by what is turned.
        new: as it is to be.
        said: how many notes stand for each table and round.
        has_plan: whether people were placed at the tables.
    """
    if replace(here, version=0) == replace(old, version=0):
        wanted = replace(new, version=here.version)
    else:
        wanted = _names_turned(here, old, new)
    is_less = len(wanted.tables) < len(here.tables) or len(wanted.rounds) < len(here.rounds)
    is_used = has_plan or any(
        number and (table >= len(wanted.tables) > 0 or round_ >= len(wanted.rounds))
        for (table, round_), number in said.items()
    )
    if is_less and is_used:
        wanted = _names_turned(here, old, new)
    return wanted


def _names_turned(here: Cafe, old: Cafe, new: Cafe) -> Cafe:
    """Return `here` with the names and days of `new` where it has those of `old`, and no more."""
    tables, rounds = list(here.tables), list(here.rounds)
    for at, (now, was) in enumerate(zip(here.tables, old.tables, strict=False)):
        given = new.tables[at] if at < len(new.tables) else Table()
        if now.name == was.name:
            tables[at] = replace(now, name=given.name, listed=given.listed)
    for at, (round_, before) in enumerate(zip(here.rounds, old.rounds, strict=False)):
        wanted = new.rounds[at] if at < len(new.rounds) else before.plain
        if (round_.name, round_.day) == (before.name, before.day):
            rounds[at] = replace(round_, name=wanted.name, day=wanted.day, listed=wanted.listed)
    return replace(here, tables=tuple(tables), rounds=tuple(rounds))


def with_prompts(cafe: Cafe, said: Iterable[str]) -> Cafe:
    """Return `cafe` with the prompts that notes of a list have and its sheets did not."""
    known = set(map(fold, cafe.prompts))
    new = {fold(prompt): prompt for prompt in reversed(tuple(said)) if prompt}
    more = tuple(prompt for key, prompt in reversed(new.items()) if key not in known)
    return replace(cafe, prompts=(*cafe.prompts, *more)) if more else cafe


def prompts_turned(here: Cafe, old: Cafe, new: Cafe, *, used: Collection[str]) -> tuple[str, ...]:
    """Return the prompts of now with those that `new` has more, and without those it has fewer.

    Args:
        here: the café as it is.
        old: as it was left by what is turned.
        new: as it is to be.
        used: what notes that stand were written under, which stays.
    """
    gone = {each for each in old.prompts if each not in new.prompts and each not in used}
    come = [each for each in new.prompts if each not in old.prompts and each not in here.prompts]
    return (*(each for each in here.prompts if each not in gone), *come)
