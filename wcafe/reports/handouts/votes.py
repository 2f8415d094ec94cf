"""The sheets on which people stick dots: each theme, or each idea and action, with circles."""

from reportlab.platypus import Flowable

from wcafe.domain.artefact import PrintOptions
from wcafe.domain.notes import Note
from wcafe.domain.sourcing import note_label
from wcafe.domain.synthesis import mark_of
from wcafe.domain.vote_layout import MOST_ROWS, VoteLayout
from wcafe.domain.votes import MOST_VOTE_SHEETS, VoteForm, vote_code
from wcafe.errors.votes import TooManyVoteSheets
from wcafe.reports.handouts.sheet_frame import SheetFoot
from wcafe.reports.handouts.vote_sheet import Choice, VoteSheet
from wcafe.reports.pages.grid import Grid, lay_out
from wcafe.reports.pages.notice import notice
from wcafe.reports.pages.paper import Paper
from wcafe.reports.plan_mark import dated_mark
from wcafe.services.cafe import Snapshot
from wcafe.services.votes import vote_choices


def votes(snapshot: Snapshot, paper: Paper, options: PrintOptions) -> list[Flowable]:
    """Return sheets with the themes, or where there are none with the ideas and actions.

    Withheld notes are on none. How many dots somebody has is left to be written by hand. Of each
    sheet there are as many copies as `options.sheets` says: each counts for itself.

    Raises:
        TooManyVoteSheets: there would be more than their codes can tell apart.
    """
    _ = paper.words.gettext
    choices = _choices(snapshot, paper)
    mark = dated_mark(snapshot, paper)
    if not choices:
        nothing = _("There is no theme, idea or action yet to give dots to.")
        return notice(snapshot.cafe.title, nothing, paper, mark)
    form = VoteForm(tuple(choices))
    if len(form.sheets) > MOST_VOTE_SHEETS:
        raise TooManyVoteSheets(most=MOST_VOTE_SHEETS * MOST_ROWS)
    day = paper.long_date(snapshot.cafe.day) if snapshot.cafe.day is not None else ""
    foot = SheetFoot(snapshot.cafe.title, day, mark)
    sheets = []
    for copy in range(options.sheets):
        for page, rows in enumerate(form.sheets):
            shape = form.shape(page, options.paper)
            code = vote_code(snapshot.cafe.id, form, page, copy=copy, paper=options.paper)
            number = (page + 1, len(form.sheets), copy + 1 if options.sheets > 1 else None)
            listed = [choices[row] for row in rows]
            sheets.append(VoteSheet(code, VoteLayout(shape), listed, number, foot, paper))
    wide, high = paper.page
    return lay_out(sheets, Grid(width=wide, height=high, columns=1, rows=1, page=paper.page))


def _choices(snapshot: Snapshot, paper: Paper) -> dict[str, Choice]:
    """Return what stands in each row, by its id, in their order."""
    made: dict[str, Choice] = {}
    place = paper.words.gettext("T{table}·R{round}")
    for number, each in enumerate(vote_choices(snapshot)):
        if isinstance(each, Note):
            label = place.format(table=each.table + 1, round=each.round + 1)
            if each.id in snapshot.numbers:
                label = note_label(each, snapshot.numbers[each.id], paper.words)
            made[each.id] = Choice(label=label, words=each.text)
        else:
            made[each.id] = Choice(
                words=f"{number + 1}. {each.name}", says=each.headline, mark=mark_of(each, number)
            )
    return made
