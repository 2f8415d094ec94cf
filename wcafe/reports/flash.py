"""The flash report: two pages before people leave, whatever came.

What does not fit is left out by choice, a whole line at a time, and counted: nothing is printed
smaller than it can be read. So each page is tried in several versions, the fullest first.
"""

from collections.abc import Callable, Sequence

from reportlab.platypus import Flowable

from wcafe.domain.artefact import PrintOptions
from wcafe.domain.withheld import withheld_in_words
from wcafe.reports.editions import Names
from wcafe.reports.flash_now import discussed_and_done
from wcafe.reports.flash_said import what_was_said
from wcafe.reports.pages.beginning import PAGE_ROOM
from wcafe.reports.pages.columns import stacked
from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.side_by_side import WholePage
from wcafe.reports.themes import told_themes
from wcafe.services.cafe import Snapshot

Stacks = tuple[Sequence[Flowable], Sequence[Flowable]]
"""What stands on a page from its upper edge, and what at its foot."""


def flash(snapshot: Snapshot, paper: Paper, options: PrintOptions) -> list[Flowable]:
    """Return two pages: what was said, theme by theme; what is discussed, and what happens now.

    Args:
        snapshot: the café; withheld notes are only counted.
        paper: what it is printed on.
        options: whether those who take an action on are named who did not agree to it.
    """
    withheld = withheld_in_words(snapshot.notes, paper.words)
    snapshot = snapshot.handed_out
    themes = told_themes(snapshot)
    names = Names(snapshot, options)
    return [
        _fullest(what_was_said(snapshot, themes, withheld), paper),
        _fullest(discussed_and_done(snapshot, names), paper),
    ]


def _fullest(versions: Sequence[Callable[[Paper], Stacks]], paper: Paper) -> WholePage:
    """Return the first of `versions` that fits on a page; the last one where none does."""
    width, room = PAGE_ROOM
    for version in versions[:-1]:
        trial = Paper(paper.language, paper.now)
        if sum(stacked(parts, width).height for parts in version(trial)) <= room:
            return WholePage(*version(paper))
    return WholePage(*versions[-1](paper))
