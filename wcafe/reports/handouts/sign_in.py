"""The sign-in sheet: everybody by alphabet, with room for a signature for each part of the day."""

from collections.abc import Sequence

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from wcafe.domain.alphabet import initial_of
from wcafe.domain.artefact import PrintOptions
from wcafe.domain.cafe import Cafe
from wcafe.domain.half_days import Part, hours_of, parts_of
from wcafe.domain.people import absent
from wcafe.domain.text import one_line
from wcafe.reports.handouts.listed import heading_of, listed_name
from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.roll import Roll
from wcafe.reports.pages.roll_row import Cell, Column, Name, Said
from wcafe.reports.pages.styles import LABEL
from wcafe.services.cafe import Snapshot
from wcafe.written import short_day

_ROW = 10 * mm  # high enough for a signature
_SIGNATURE, _SIGNATURES = 0.36, 0.46  # of the width: for one, for several together
_PLACE = 0.45  # of what is left, for the organisation
_BLANK = 6  # lines at least for people who are not on the list
_ONE_IN = 10  # more of them for so many people each


def sign_in(snapshot: Snapshot, paper: Paper, _options: PrintOptions) -> list[Flowable]:
    """Return a row for whoever is not away, and blank ones for people who are not on the list."""
    _, cafe = paper.words.gettext, snapshot.cafe
    people = sorted(snapshot.people, key=lambda person: person.sort_key)
    away = {person.id for person in absent(people, len(cafe.rounds))}
    here = [person for person in people if person.id not in away]
    columns = _columns(parts_of(cafe), paper)
    blank = [Cell()] * (len(columns) - 2)
    about = "\n".join((cafe.title, _when_and_where(cafe, paper)))
    roll = Roll(paper, columns, title=_("SIGN-IN SHEET"), about=about)
    for person in here:
        place = one_line(person.organisation or person.group)
        cells: Sequence[Cell | Name | Said] = (
            listed_name(person),
            Said(text=place) if place else Cell(),
            *blank,
        )
        roll.add(
            cells,
            height=_ROW,
            initial=initial_of(person.sort_key),
            sorted_by=heading_of(person),
        )
    roll.add_text(_("Not on the list? Write your name here, and sign."), LABEL, is_heading=True)
    for line in range(max(_BLANK, len(here) // _ONE_IN)):
        roll.add([Cell(), Cell(), *blank], height=_ROW, is_spare=line >= _BLANK)
    return list(roll.pages())


def _columns(parts: Sequence[Part], paper: Paper) -> tuple[Column, ...]:
    _ = paper.words.gettext
    room = Roll.widest(paper)
    signed = room * (_SIGNATURES if len(parts) > 1 else _SIGNATURE)
    left = room - signed
    return (
        Column(title=_("Name"), width=(1 - _PLACE) * left),
        Column(title=_("Organisation"), width=_PLACE * left),
        *(
            Column(title=_title(part, paper), width=signed / len(parts), align=0.5, is_framed=True)
            for part in parts
        ),
    )


def _title(part: Part, paper: Paper) -> str:
    """Return what stands over the signatures of one part of the café."""
    _ = paper.words.gettext
    if part.day is not None:
        return _("Signature, {day}").format(day=short_day(part.day, paper.language))
    if part.is_morning is None:
        return _("Signature")
    return _("Signature, morning") if part.is_morning else _("Signature, afternoon")


def _when_and_where(cafe: Cafe, paper: Paper) -> str:
    """Return the day, the hours and the place, as far as they are known."""
    day = paper.long_date(cafe.day) if cafe.day else ""
    return " · ".join(filter(None, (day, hours_of(cafe), cafe.place)))
