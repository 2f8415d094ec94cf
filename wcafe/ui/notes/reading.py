"""Reading a list of notes in the background: as it is guessed, decided, or remembered."""

from collections.abc import Mapping
from dataclasses import dataclass

from wcafe.errors import MissingColumns, WcafeError
from wcafe.services.note_lists import (
    NOTES_AS_GUESSED,
    Arriving,
    NoteDecisions,
    NoteLists,
    NotesReport,
)
from wcafe.ui.lists.layout import Source
from wcafe.ui.lists.memory import Remembered, fingerprint
from wcafe.ui.notes.arrival import recall
from wcafe.ui.tasks import Job
from wcafe.ui.words import figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What a first reading found: as it was guessed, or as the last list with its headings."""

    report: NotesReport
    decisions: NoteDecisions
    guessed: tuple[str, ...]  # headings


def arriving_of(job: Job) -> Arriving:
    """Return who is told how far a list is: the status bar, which has a button to stop it."""
    return Arriving(
        say=lambda done, all_: job.say(f"{figure(done)} / {figure(all_)}"),
        is_stopped=job.is_stopped,
    )


def read_list(
    lists: NoteLists, source: Source, decisions: NoteDecisions, arriving: Arriving
) -> NotesReport:
    """Return what an import would do. Slow; raises what the intake raises."""
    if source.is_copy:
        found = lists.read_rows(source.rows, decisions, name=source.name, arriving=arriving)
    elif source.path is None:
        found = lists.read_pasted(source.text, decisions, name=source.name)
    else:
        found = lists.read_list(source.path, decisions, arriving=arriving)
    return lists.preview(found, arriving=arriving)


def read_as_known(
    lists: NoteLists, source: Source, known: Mapping[str, Remembered], arriving: Arriving
) -> Read:
    """Read a list as the last one with its headings was, if there was one; else as guessed.

    Slow; raises what the intake raises.
    """

    def read_again(headings: tuple[str, ...]) -> Read | None:
        kept = known.get(fingerprint(headings))
        decisions = recall(kept, headings) if kept is not None else None
        if decisions is None:
            return None
        try:
            report = read_list(lists, source, decisions, arriving)
        except WcafeError:
            return None  # this one is another list for all that
        return Read(report=report, decisions=decisions, guessed=headings)

    try:
        report = read_list(lists, source, NOTES_AS_GUESSED, arriving)
    except MissingColumns as error:
        guessed = error.facts["headings"]
        assert isinstance(guessed, tuple)
        if (found := read_again(guessed)) is None:
            raise
        return found
    guessed = report.found.headings
    as_guessed = Read(report=report, decisions=NOTES_AS_GUESSED, guessed=guessed)
    return read_again(guessed) or as_guessed
