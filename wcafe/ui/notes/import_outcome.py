"""What an import of notes did, in the words of the window."""

from wcafe.domain.text import join_names
from wcafe.services.note_lists import NotesReport, other_outcomes
from wcafe.ui.words import _, desk_words, ngettext

_SHOWN = 8  # numbers of rows that are named


def outcome_of(report: NotesReport) -> str:
    """Say what came in, what was here, what stays sorted and what was left out."""
    parts = [
        ngettext("{number} note imported.", "{number} notes imported.", report.added).format(
            number=report.added
        )
    ]
    if report.updated:
        parts.append(_("Changed: {number}.").format(number=report.updated))
    if report.known:
        parts.append(_("Here already: {number}.").format(number=report.known))
    parts += other_outcomes(report, desk_words())
    if report.refused:
        parts.append(_left_out(report))
    if report.unused:
        columns = join_names(report.unused, most=_SHOWN)
        parts.append(_("Columns not used: {columns}.").format(columns=columns))
    return " ".join(parts)


def _left_out(report: NotesReport) -> str:
    sentence = ngettext(
        "Row {rows} was left out: {reason}",
        "Rows {rows} were left out. Of the first: {reason}",
        len(report.refused),
    )
    rows = join_names([str(remark.row) for remark in report.refused], most=_SHOWN)
    return sentence.format(rows=rows, reason=report.refused[0].reason.describe(desk_words()))
