"""The synthesis: condensed, in people's words, every sentence with the notes it rests on."""

from dataclasses import replace

from reportlab.platypus import Flowable, PageBreak

from wcafe.domain.artefact import PrintOptions
from wcafe.domain.withheld import withheld_in_words
from wcafe.reports.actions import actions
from wcafe.reports.amendments import amendments_received
from wcafe.reports.apart import apart, unsorted
from wcafe.reports.closing import (
    conclusion,
    credits_and_licence,
    limits,
    named_people,
)
from wcafe.reports.context import context
from wcafe.reports.cover import cover
from wcafe.reports.editions import Names
from wcafe.reports.figures import in_figures
from wcafe.reports.meetings import who_met_whom
from wcafe.reports.method import method
from wcafe.reports.noted import Noted
from wcafe.reports.one_page import on_one_page
from wcafe.reports.pages.beginning import begin
from wcafe.reports.pages.columns import Columns
from wcafe.reports.pages.contents import contents
from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.styles import HEADING
from wcafe.reports.photos import photo_chapter
from wcafe.reports.questions import across, question_by_question
from wcafe.reports.record import all_notes
from wcafe.reports.record_items import Ties
from wcafe.reports.themes import each_theme
from wcafe.services.cafe import Snapshot


def synthesis(snapshot: Snapshot, paper: Paper, options: PrintOptions) -> list[Flowable]:
    """Return the whole report. A café without notes gives one that says so.

    Each note stands in one place. Those that are withheld are counted, with the reasons, and
    nowhere told.

    Args:
        snapshot: the café.
        paper: what it is printed on.
        options: the colour of the cover, whether the record follows, whether all are named.
    """
    withheld = withheld_in_words(snapshot.notes, paper.words)
    handed_out = snapshot.handed_out
    noted, names = Noted(handed_out, paper), Names(handed_out, options)
    opening = [
        *cover(handed_out, paper, is_white=options.is_white),
        *on_one_page(noted, withheld=withheld, has_annex=options.has_annex),
    ]
    head = paper.text(paper.words.gettext("Contents"), HEADING, tag="H2", outline=0)
    table = paper.root.add("TOC")
    story = [
        *context(noted),
        *_figures(noted),
        *question_by_question(noted),
        *each_theme(noted),
        *apart(noted),
        *actions(noted, names),
        *unsorted(noted, has_annex=options.has_annex),
        *conclusion(noted),
        *who_met_whom(handed_out, paper),
        *photo_chapter(handed_out.photos, paper),
        *amendments_received(handed_out, paper),
        *named_people(handed_out, paper),
        *limits(noted, withheld),
        *credits_and_licence(handed_out, paper),
        *_annex(snapshot, noted, options),
    ]
    listed = contents(paper.entries, paper, table)
    return [*opening, *begin([head], [Columns(listed)]), *story]


def _annex(snapshot: Snapshot, noted: Noted, options: PrintOptions) -> list[Flowable]:
    """Return the record, which begins on a new page, if it is asked for."""
    if not options.has_annex:
        return []
    places = {
        placed.theme.id: f"theme-{number}"
        for number, placed in enumerate(noted.placing.themes, start=1)
    }
    ties = Ties(to_theme=lambda theme: places[theme.id])
    without_photos = replace(snapshot, photos=())  # they stand in a chapter of their own
    return [PageBreak(), *all_notes(without_photos, noted.paper, options, ties=ties)]


def _figures(noted: Noted) -> list[Flowable]:
    """Return the café in figures, how it was done, and where its themes came up."""
    shot, paper = noted.snapshot, noted.paper
    head, *figures = in_figures(shot, noted.placing.themes, paper)
    return begin([head], [*figures, *method(shot, paper), *across(noted)])
