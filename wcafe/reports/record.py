"""The record: every note once, contradictions kept, and no synthesis."""

from collections.abc import Sequence

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer

from wcafe.domain.artefact import PrintOptions
from wcafe.domain.synthesis import mark_of
from wcafe.domain.withheld import withheld_in_words
from wcafe.reports.amendments import amendments_received
from wcafe.reports.cover import counts
from wcafe.reports.editions import Names, confirmed, edition_title, unconfirmed, until_when
from wcafe.reports.method import people_counted
from wcafe.reports.pages.beginning import PAGE_ROOM
from wcafe.reports.pages.columns import Columns
from wcafe.reports.pages.fitting import size_for
from wcafe.reports.pages.fonts import SERIF
from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.runs import Run, symbol
from wcafe.reports.pages.styles import (
    CAPTION,
    CELL,
    CHAPTER,
    EYEBROW,
    ITEM,
    LEAD,
    SMALL,
    TITLE,
)
from wcafe.reports.photos import photo_chapter
from wcafe.reports.questions import asked
from wcafe.reports.record_items import Ties
from wcafe.reports.record_notes import MOST_NUMBERED, photos_elsewhere, recorded_notes
from wcafe.reports.themes import Told, told_themes
from wcafe.services.cafe import Snapshot

_EYEBROW = ParagraphStyle("record_eyebrow", EYEBROW, spaceBefore=0)
_CHAPTER = ParagraphStyle("record_chapter", CHAPTER, fontSize=17, leading=22, spaceBefore=14)
_ASKED = ParagraphStyle("record_asked", ITEM, fontSize=9.5, leading=13, spaceAfter=1)
_THEMES = ParagraphStyle("record_themes", CELL, fontSize=8, leading=11.5)


def record(snapshot: Snapshot, paper: Paper, options: PrintOptions) -> list[Flowable]:
    """Return the whole record as a document of its own.

    Args:
        snapshot: the café; withheld notes are only counted, with the reasons.
        paper: what it is printed on.
        options: by table or by question; whether those are named who did not agree to it.
    """
    shown = snapshot.handed_out
    head = _head(shown, paper)
    notes = all_notes(snapshot, paper, options)
    return [*head, *notes, *amendments_received(shown, paper)]


def all_notes(
    snapshot: Snapshot, paper: Paper, options: PrintOptions, *, ties: Ties | None = None
) -> list[Flowable]:
    """Return the chapter that holds every note once: a record, or the annex of a synthesis.

    Args:
        snapshot: the café; withheld notes are only counted, with the reasons.
        paper: what it is printed on; its first heading is an H2.
        options: by table or by question; whether those are named who did not agree to it.
        ties: links to the themes and from them, where these are in the same document.
    """
    _ = paper.words.gettext
    withheld = withheld_in_words(snapshot.notes, paper.words)
    snapshot = snapshot.handed_out
    themes = told_themes(snapshot)
    by_question = options.by_question and bool(asked(snapshot.cafe))
    title = _("All notes, question by question") if by_question else _("All notes, table by table")
    heading = paper.chapter(title, _CHAPTER)
    if not snapshot.notes:
        said = paper.text(withheld or _("No notes have been taken yet."), LEAD)
        return [heading, said, *photo_chapter(snapshot.photos, paper)]
    return [
        heading,
        paper.text(_signs(snapshot, themes, withheld, paper), CAPTION),
        *_legend(themes, paper),
        *recorded_notes(
            snapshot,
            themes,
            paper,
            Names(snapshot, options),
            by_question=by_question,
            ties=ties,
        ),
        *_silent(snapshot, paper),
        *photo_chapter(photos_elsewhere(snapshot, by_question=by_question), paper),
    ]


def _head(snapshot: Snapshot, paper: Paper) -> list[Flowable]:
    """Return which café this is, who was there, and what was asked."""
    _ = paper.words.gettext
    cafe = snapshot.cafe
    shown = paper.set(cafe.title)
    size = size_for(shown, PAGE_ROOM[0], 3, (24, 11), SERIF)
    title = ParagraphStyle("record_title", TITLE, fontSize=size, leading=1.22 * size)
    when = [paper.long_date(cafe.day)] if cafe.day else []
    facts = [*([cafe.place] if cafe.place else []), *when, *counts(snapshot, paper)]
    story: list[Flowable] = [
        paper.text(edition_title(_("RECORD"), snapshot, paper), _EYEBROW),
        paper.text(cafe.title, title, tag="H1", outline=0),
        paper.text(" · ".join(facts), CAPTION),
    ]
    if counted := people_counted(snapshot, paper):
        story.append(paper.text(counted, CAPTION))
    texts = asked(cafe)
    if 0 < len(texts) <= MOST_NUMBERED:
        numbered = [f"{n + 1}. {text}" if len(texts) > 1 else text for n, text in enumerate(texts)]
        story += [paper.text(text, _ASKED) for text in numbered]
    return story


def _signs(snapshot: Snapshot, themes: Told, withheld: str, paper: Paper) -> str:
    """Return what the signs mean that stand on these pages, and what is known of the whole."""
    _ = paper.words.gettext
    notes = snapshot.notes
    known = {note.id for note in notes}
    told = [
        _("Each note stands here once, as it was written, below the prompt of its sheet.")
        if any(note.prompt for note in notes)
        else _("Each note stands here once, as it was written.")
    ]
    if snapshot.numbers:
        told.append(_("Its number says in which order the notes of a table and round came."))
    if any({pair.one, pair.other} <= known for pair in snapshot.opposed):
        told.append(_("↔ leads to a note that pulls the other way."))
    if themes:
        told.append(_("→ names the theme a note is in."))
    told += [withheld or _("No note is withheld.")]
    ends = (f(snapshot, paper) for f in (confirmed, unconfirmed, until_when))
    told += [each for each in ends if each]
    if licence := snapshot.cafe.licence:
        told.append(_("Licence {licence}: copy, reuse, share").format(licence=licence) + ".")
    return " ".join(told)


def _legend(themes: Told, paper: Paper) -> list[Flowable]:
    """Return the themes with their symbols and numbers."""
    lines = [
        paper.runs(
            [symbol(mark_of(theme, number)), Run(text=f"\u00a0{number + 1}. {theme.name}")], _THEMES
        )
        for number, (theme, _notes) in enumerate(themes)
    ]
    return [Columns(lines), Spacer(0, 2 * mm)] if lines else []


def _silent(snapshot: Snapshot, paper: Paper) -> Sequence[Flowable]:
    spoken = {note.table for note in snapshot.notes}
    silent = [str(t + 1) for t in range(len(snapshot.cafe.tables)) if t not in spoken]
    if not silent:
        return []
    told = paper.words.gettext("Tables without notes, by number: {tables}.")
    return [paper.text(told.format(tables=", ".join(silent)), SMALL)]
