"""The door list: everybody by alphabet with the tables of all rounds, and lines for walk-ins."""

from collections.abc import Iterable, Sequence

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from wcafe.domain.alphabet import initial_of
from wcafe.domain.artefact import PrintOptions
from wcafe.domain.badges import BadgeFace, badge_faces
from wcafe.domain.people import ROLE_NAMES, Person, Role, absent, expected
from wcafe.domain.plan import Plan, Route
from wcafe.domain.text import one_line
from wcafe.reports.handouts.listed import heading_of, listed_name, shortened_name
from wcafe.reports.pages.fonts import BOLD, SERIF
from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.roll import Roll
from wcafe.reports.pages.roll_row import Cell, Column, Name
from wcafe.reports.pages.styles import INK, MUTED, SMALL
from wcafe.services.cafe import Snapshot

_ROW, _LINE = 13.4, 18.5  # points: of somebody's row, of one to write on
_BOX = 17.0
_WIDEST, _LEAST = 38.0, 16.6  # of a round
_SHORT = 21.0  # points of a round that has room for no more than its number in the headings
_LEAST_PLACE = 62.0  # where somebody comes from; with less it is left out
_PHRASE = 120.0  # what "host of table 12" takes
_ROUNDS = 0.47  # of the width, for all rounds together where they are many
_SHOWS_MARK = (0, 20.0, 23.0, 31.0, 38.0)  # points for a symbol beside so many digits
_TOLD = ParagraphStyle("door_told", SMALL, textColor=INK, spaceBefore=7, spaceAfter=2)
_BLANK = 4  # lines at least for people who are not on the list
_TOGETHER = 20  # names of those who are away in one paragraph


def door_list(snapshot: Snapshot, paper: Paper, _options: PrintOptions) -> list[Flowable]:
    """Return whoever is to come, by alphabet, each with a box to tick and their tables.

    A host stands there with one phrase instead of a table a round. Behind the names come the spare
    routes, as lines to write a name on, and who said that they do not come.
    """
    plan, _ = snapshot.plan, paper.words.gettext
    assert plan is not None, "the catalogue says that the list needs one"
    people = sorted(snapshot.people, key=lambda person: person.sort_key)
    away = {person.id: person for person in absent(people, plan.rounds)}
    here = [person for person in people if person.id not in away]
    places = {person.id: one_line(person.organisation or person.group) for person in here}
    columns = _columns(plan.rounds, paper, has_place=any(places.values()))
    faces = badge_faces(plan, snapshot.cafe, snapshot.people)
    roll = Roll(
        paper,
        columns,
        title=_("CHECK-IN · ALPHABETICAL LIST"),
        about=f"{snapshot.cafe.title}\n{_counts(snapshot, plan, paper)}",
    )
    for person in here:
        roll.add(
            _row(person, places[person.id], faces[person.id], columns, plan.tables, paper),
            height=_ROW,
            initial=initial_of(person.sort_key),
            sorted_by=heading_of(person),
        )
    _add_spare(roll, plan, columns, paper)
    _add_away(roll, tuple(away.values()), paper)
    return list(roll.pages())


def _counts(snapshot: Snapshot, plan: Plan, paper: Paper) -> str:
    plural, number = paper.words.ngettext, paper.number
    people = len(expected(snapshot.people, plan.rounds))
    told = (
        plural("{n} person expected", "{n} people expected", people).format(n=number(people)),
        plural("{n} table", "{n} tables", plan.tables).format(n=number(plan.tables)),
        plural("{n} round", "{n} rounds", plan.rounds).format(n=plan.rounds),
    )
    return " · ".join(told)


def _columns(rounds: int, paper: Paper, *, has_place: bool) -> tuple[Column, ...]:
    """Return a box, the name, where somebody comes from, and as many rounds as there are."""
    _ = paper.words.gettext
    room = Roll.widest(paper)
    wide = max(min(_WIDEST, _ROUNDS * room / rounds), _LEAST, _PHRASE / rounds)
    left = room - _BOX - rounds * wide
    place = 0.42 * left if has_place and 0.42 * left > _LEAST_PLACE else 0.0
    names = [_("Name"), *([_("Organisation")] if place else [])]
    whole = _("Round {n}") if wide >= _WIDEST else "{n}" if wide < _SHORT else _("R{round}")
    return (
        Column(width=_BOX),
        *(
            Column(title=title, width=width)
            for title, width in zip(names, (left - place, place), strict=False)
        ),
        *(
            Column(title=whole.format(n=r + 1, round=r + 1), width=wide, align=0.5)
            for r in range(rounds)
        ),
    )


def _row(
    person: Person,
    place: str,
    face: BadgeFace,
    columns: Sequence[Column],
    tables: int,
    paper: Paper,
) -> list[Cell | Name]:
    _ = paper.words.gettext
    arrived = _("✓") if person.arrived else ""
    cells: list[Cell | Name] = [Cell(text=arrived, is_box=True), listed_name(person)]
    rounds = len(face.route)
    if len(columns) > rounds + 2:
        cells.append(Cell(text=place, size=7, colour=MUTED))
    seats = tuple(t if person.attends(r) else None for r, t in enumerate(face.route))
    if face.role is not Role.PARTICIPANT:
        said = _(ROLE_NAMES[face.role])
        return [*cells, Cell(text=said, size=8, span=rounds, align=0.0)]
    if not any(table is not None for table in seats):
        return [*cells, Cell(text=_("no seat yet"), size=8, colour=MUTED, span=rounds)]
    found = {table for table in seats if table is not None}
    if face.hosted and face.hosts_throughout and len(found) == 1:
        (table,) = found
        told = _("★ host of table {number}").format(number=table + 1)
        return [
            *cells,
            Cell(
                text=told, size=8, font=BOLD, span=rounds, mark=table, is_behind=True, is_whole=True
            ),
        ]
    return [*cells, *_stops(seats, columns, tables, face.hosted)]


def _stops(
    route: Route, columns: Sequence[Column], tables: int, hosted: Iterable[int] = ()
) -> list[Cell]:
    """Return the tables of a route, a cell a round; a star tells where somebody hosts.

    Symbols are there where the numbers of so many `tables` leave room for them.
    """
    wide, stars = columns[-1].width, frozenset(hosted)
    has_marks = wide >= _SHOWS_MARK[len(str(tables))]
    cells = []
    for round_, table in enumerate(route):
        if table is None:
            cells.append(Cell(text="–", colour=MUTED, align=0.5))
            continue
        is_host = round_ in stars
        said = f"★{table + 1}" if is_host else str(table + 1)
        cells.append(
            Cell(
                text=said,
                size=9 if wide >= _SHORT else 7,
                font=SERIF,
                align=0.5,
                is_whole=True,
                mark=table if has_marks and not is_host else None,
            )
        )
    return cells


def _add_spare(roll: Roll, plan: Plan, columns: Sequence[Column], paper: Paper) -> None:
    """Add lines for people who are not on the list: with a spare route as far as there are any."""
    _ = paper.words.gettext
    free = plan.free_jokers
    told = _("Not on the list? Write the name here.")
    if free:
        told = _(
            "Free places: is somebody not on the list? Write the name here and give them the "
            "joker badge of the same number."
        )
    roll.add_text(told, _TOLD, is_heading=True)
    has_place = len(columns) > plan.rounds + 2
    blank = [Cell()] * has_place
    for joker in free:
        said = _("Joker {number}").format(number=joker.number)
        name = Cell(text=said, size=7, colour=MUTED)
        stops = _stops(joker.route, columns, plan.tables)
        roll.add([Cell(is_box=True), name, *blank, *stops], height=_LINE)
    for _line in range(max(_BLANK - len(free), 1)):
        empty = Cell(span=plan.rounds)
        roll.add([Cell(is_box=True), Cell(), *blank, empty], height=_LINE)


def _add_away(roll: Roll, away: Sequence[Person], paper: Paper) -> None:
    """Add who attends no round: they have no line above, and may come to the door all the same."""
    if not away:
        return
    _ = paper.words.gettext
    names = [shortened_name(person.name) for person in away]
    roll.add_text(_("Said to be away, and without a place above:"), _TOLD, is_heading=True)
    for start in range(0, len(names), _TOGETHER):
        roll.add_text(" · ".join(names[start : start + _TOGETHER]), SMALL)
