"""What a list would change about people who are here already: field by field, before and after."""

from collections.abc import Iterator, Mapping, Sequence

from wcafe.domain.fields import TEXTS
from wcafe.domain.people import ROLE_NAMES, Person
from wcafe.services.people import ImportReport
from wcafe.ui.widgets.lines_table import Heading, Line, LinesLater, LinesTable
from wcafe.ui.widgets.parts import Card
from wcafe.ui.words import _, ngettext

_SEEN = 10  # changes that are seen without scrolling

Place = tuple[int, int]
"""Somebody's place among those whom a list changes, and which of their changes it is."""

Fact = tuple[str, str]
"""What a field is called, in words, and what it says."""


class ChangesCard(Card):
    """A line a field that would change; nothing has changed yet."""

    def __init__(self) -> None:
        super().__init__(_("What changes for people who are here already"))
        self.table = LinesTable(self.heading.text(), most=_SEEN, wide=3)
        self.column.addWidget(self.table)

    def show_changes(self, report: ImportReport, changes: Sequence[Place]) -> None:
        headings = (_("Name"), _("Field"), _("Before"), _("After"))
        lines = LinesLater(len(changes), lambda place: _line(report, *changes[place]))
        self.table.show_lines([Heading(words=words) for words in headings], lines)
        self.setVisible(bool(changes))


def places_of(report: ImportReport) -> Iterator[Place]:
    """Yield where each fact stands that changes about people of the café. Slow."""
    for place, (before, after) in enumerate(zip(report.before, report.after, strict=False)):
        for number in range(len(_changed(before, after))):
            yield place, number


def _line(report: ImportReport, place: int, number: int) -> Line:
    before, after = report.before[place], report.after[place]
    key = _changed(before, after)[number]
    blank = ("", "")
    was, now = _facts(before).get(key, blank), _facts(after).get(key, blank)
    cells = (before.name, was[0] or now[0], was[1] or "–", now[1] or "–")
    return Line(key=f"{before.id}:{key}", cells=cells)


def _changed(before: Person, after: Person) -> list[str]:
    """Return the keys of the facts that differ."""
    was, now = _facts(before), _facts(after)
    keys = dict.fromkeys((*was, *now))
    return [key for key in keys if _said(was, key) != _said(now, key)]


def _said(facts: Mapping[str, Fact], key: str) -> str:
    return facts[key][1] if key in facts else ""


def _facts(person: Person) -> dict[str, Fact]:
    """Return what is known of somebody, by keys that are the same in every language."""
    return {
        **{field.key: (_(field.title), field.text_of(person)) for field in TEXTS},
        "role": (_("Role"), _(ROLE_NAMES[person.role])),
        "willing": (_("Willing to host a table"), _("yes") if person.willing else _("no")),
        "may_be_named": (_("May be named"), _("yes") if person.may_be_named else _("no")),
        "no_photo": (_("No photos"), _("yes") if person.no_photo else _("no")),
        "host_of": (_("Host of table"), _number(person.host_of)),
        "stays_at": (_("Stays at one table"), _number(person.stays_at)),
        "present": (_("Comes or not"), _presence(person)),
        **{f"own:{name}": (name, value) for name, value in person.attributes},
    }


def _number(table: int | None) -> str:
    return "" if table is None else str(table + 1)


def _presence(person: Person) -> str:
    if person.present is None:
        return _("in all rounds")
    if not person.present:
        return _("does not come")
    rounds = ", ".join(str(round_ + 1) for round_ in sorted(person.present))
    told = ngettext("in round {rounds}", "in rounds {rounds}", len(person.present))
    return told.format(rounds=rounds)
