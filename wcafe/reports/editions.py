"""What editions say alike: where notes were said, whether it is a draft, who confirmed it."""

from collections.abc import Iterable

from wcafe.domain.agreement import agreed_names, is_agreed
from wcafe.domain.artefact import PrintOptions
from wcafe.domain.notes import Note, Said
from wcafe.domain.sourcing import note_label
from wcafe.domain.verdicts import confirmation_of
from wcafe.reports.pages.paper import Paper
from wcafe.services.cafe import Snapshot


def place_of(note: Said, paper: Paper) -> str:
    """Return the table and round of a note, such as T4·R2."""
    label = paper.words.gettext("T{table}·R{round}")
    return label.format(table=note.table + 1, round=note.round + 1)


def label_of(note: Note, snapshot: Snapshot, paper: Paper) -> str:
    """Return where a note stands, such as T4·R2·#3; without a number that is not known."""
    number = snapshot.numbers.get(note.id)
    return place_of(note, paper) if number is None else note_label(note, number, paper.words)


def edition_title(name: str, snapshot: Snapshot, paper: Paper, *facts: str) -> str:
    """Return the line above a title: which edition it is, whether a draft, and other `facts`."""
    state = [] if snapshot.cafe.publication.is_final else [paper.words.gettext("DRAFT")]
    return " · ".join([name, *state, *facts])


def until_when(snapshot: Snapshot, paper: Paper) -> str:
    """Return until when corrections are taken; nothing where nobody said so, or it is over."""
    publication = snapshot.cafe.publication
    if publication.is_final or publication.amend_until is None:
        return ""
    sentence = (
        paper.words.gettext("Corrections and additions were taken until {date}.")
        if is_over(snapshot, paper)
        else paper.words.gettext("Corrections and additions are taken until {date}.")
    )
    return sentence.format(date=paper.long_date(publication.amend_until))


def is_over(snapshot: Snapshot, paper: Paper) -> bool:
    """Is the time for corrections over, on the day of printing?"""
    publication = snapshot.cafe.publication
    until = publication.amend_until
    return publication.is_final or (until is not None and paper.now.date() > until)


def confirmed(snapshot: Snapshot, paper: Paper) -> str:
    """Return how many tables said yes to all that rests on their notes; nothing before one did."""
    standing = {note.id: note for note in snapshot.notes}
    found = confirmation_of(snapshot.verdicts, snapshot.themes, standing)
    return found.in_words(paper.words)


def unconfirmed(snapshot: Snapshot, paper: Paper) -> str:
    """Return which tables were asked and did not say yes to all; nothing before any table did."""
    standing = {note.id: note for note in snapshot.notes}
    found = confirmation_of(snapshot.verdicts, snapshot.themes, standing)
    others = [str(table + 1) for table in found.asked if table not in found.confirmed]
    if not found.has_begun or not others:
        return ""
    told = paper.words.gettext("Tables that did not, by number: {tables}.")
    return told.format(tables=", ".join(others))


class Names:
    """Whose names an edition prints."""

    def __init__(self, snapshot: Snapshot, options: PrintOptions) -> None:
        self._are_all = options.names
        self._agreed = agreed_names(snapshot.people, snapshot.cafe.publication)

    def who(self, action: Note, paper: Paper) -> str:
        """Return who takes an action on; that it is noted, where the name is not to be printed."""
        if not action.who or self._are_all or is_agreed(action.who, self._agreed):
            return action.who
        return paper.words.gettext("name noted")


def of_all(shown: int, notes: Iterable[object], paper: Paper) -> str:
    """Return how many of all stand here; nothing where all do."""
    number = sum(1 for _note in notes)
    if shown >= number:
        return ""
    said = paper.words.gettext("{shown} of {number}")
    return said.format(shown=paper.number(shown), number=paper.number(number))
