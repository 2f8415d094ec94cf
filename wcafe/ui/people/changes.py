"""What a list would change about people who are here already: field by field, before and after."""

from collections.abc import Iterable, Iterator

from wcafe.domain.fields import TEXTS, Field
from wcafe.domain.people import ROLE_NAMES, Person
from wcafe.services.people import ImportReport
from wcafe.ui.widgets.lines_table import Heading, Line, LinesTable
from wcafe.ui.widgets.parts import Card
from wcafe.ui.words import _

_SEEN = 10  # changes that are seen without scrolling

Fact = tuple[str, str]
"""The title of a field and what it says."""


class ChangesCard(Card):
    """A line a field that would change; nothing has changed yet."""

    def __init__(self) -> None:
        super().__init__(_("What changes for people who are here already"))
        self.table = LinesTable(self.heading.text(), most=_SEEN, wide=3)
        self.column.addWidget(self.table)

    def show_report(self, report: ImportReport) -> None:
        headings = map(_, ("Name", "Field", "Before", "After"))
        lines = list(changes_of(report))
        self.table.show_lines([Heading(words=words) for words in headings], lines)
        self.setVisible(bool(lines))


def changes_of(report: ImportReport) -> Iterator[Line]:
    """Yield each fact about people of the café that changes: who, which, before, after."""
    for before, after in zip(report.before, report.after, strict=False):
        now = dict(_facts(after))
        was = dict(_facts(before))
        for title in dict.fromkeys((*was, *now)):
            old, new = was.get(title, ""), now.get(title, "")
            if old != new:
                key = f"{before.id}:{title}"
                yield Line(key=key, cells=(before.name, title, old or "–", new or "–"))


def _facts(person: Person) -> Iterator[Fact]:
    yield from _texts(person, TEXTS)
    yield _("Role"), _(ROLE_NAMES[person.role])
    yield _("Willing to host a table"), _("yes") if person.willing else _("no")
    yield _("Host of table"), _number(person.host_of)
    yield _("Stays at one table"), _number(person.stays_at)
    yield _("Comes or not"), _presence(person)
    yield from person.attributes


def _texts(person: Person, fields: Iterable[Field]) -> Iterator[Fact]:
    for field in fields:
        yield _(field.title), field.text_of(person)


def _number(table: int | None) -> str:
    return "" if table is None else str(table + 1)


def _presence(person: Person) -> str:
    if person.present is None:
        return _("in all rounds")
    rounds = ", ".join(str(round_ + 1) for round_ in sorted(person.present))
    return _("in rounds {rounds}").format(rounds=rounds) if rounds else _("does not come")
