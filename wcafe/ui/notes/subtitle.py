"""What stands below the title of Harvest: how many notes, tables and rounds."""

from wcafe.ui.notes.presenter import NotesPresenter
from wcafe.ui.words import figure, ngettext


def subtitle_of(presenter: NotesPresenter) -> str:
    """Return how much there is, tables only where the café has some."""
    notes, tables, rounds = len(presenter.notes), presenter.tables, presenter.rounds
    facts = [ngettext("{number} note", "{number} notes", notes).format(number=figure(notes))]
    if tables:
        words = ngettext("{number} table", "{number} tables", tables)
        facts.append(words.format(number=figure(tables)))
    words = ngettext("{number} round", "{number} rounds", rounds)
    facts.append(words.format(number=rounds))
    return " · ".join(facts)
