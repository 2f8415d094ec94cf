"""The synthesis: condensed, in people's words, every idea with where it came from."""

from collections.abc import Sequence

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, PageBreak

from wcafe import __version__
from wcafe.domain.artefacts import PrintOptions
from wcafe.domain.kinds import Kind, kind_group
from wcafe.domain.notes import Note, has_kinds
from wcafe.domain.withheld import withheld_in_words
from wcafe.i18n import N_
from wcafe.reports.cover import cover
from wcafe.reports.figures import in_figures
from wcafe.reports.meetings import who_met_whom
from wcafe.reports.method import method
from wcafe.reports.notes import listed, points, table_by_table
from wcafe.reports.one_page import on_one_page
from wcafe.reports.pages.beginning import begin
from wcafe.reports.pages.paper import Paper
from wcafe.reports.plan_mark import plan_mark
from wcafe.reports.questions import context, question_by_question
from wcafe.reports.sources import source
from wcafe.reports.themes import (
    Told,
    across,
    each_theme,
    marked,
    told_themes,
    unsorted,
)
from wcafe.services.cafe import Snapshot

_TOGETHER = {
    ("tensions", "questions"): N_("Tensions and open questions"),
    ("tensions", "lone"): N_("Tensions and lone voices"),
    ("lone", "questions"): N_("Lone voices and open questions"),
    ("tensions", "lone", "questions"): N_("Tensions, lone voices and open questions"),
}
"""The chapter of what a synthesis easily loses, by what there is of it."""


def synthesis(snapshot: Snapshot, paper: Paper, options: PrintOptions) -> list[Flowable]:
    """Return the whole report. A café without notes gives one that says so.

    Notes that are withheld are counted, with the reasons, and nowhere told.

    Args:
        snapshot: the café.
        paper: what it is printed on.
        options: whether those who hosted are named; nobody else is.
    """
    withheld = withheld_in_words(snapshot.notes, paper.words)
    snapshot = snapshot.handed_out
    themes = told_themes(snapshot)
    story = [
        *cover(snapshot, paper),
        *on_one_page(snapshot, themes, paper, withheld=withheld),
        PageBreak(),
        *context(snapshot, paper),
        CondPageBreak(110 * mm),
        *in_figures(snapshot, themes, paper),
        *method(snapshot, paper),
    ]
    if snapshot.notes:
        story += [
            *question_by_question(snapshot, themes, paper),
            *across(snapshot, themes, paper),
            *each_theme(
                themes,
                paper,
                has_kind=has_kinds(snapshot.notes),
                standing={note.id: note for note in snapshot.notes},
                labels=snapshot.cafe.kind_labels,
            ),
            *_apart(snapshot, paper),
            *unsorted(snapshot, themes, paper),
        ]
    story += who_met_whom(snapshot, paper)
    if snapshot.notes:
        unsorted_here = marked(snapshot, themes)
        story += table_by_table(snapshot, paper, names=options.names, to_sort=unsorted_here)
    return [*story, *_limits(snapshot, themes, paper, withheld), *_credits(snapshot, paper)]


def _apart(snapshot: Snapshot, paper: Paper) -> list[Flowable]:
    """Return what a synthesis easily loses: tensions, lone voices, open questions, actions."""
    _ = paper.words.gettext
    labels = snapshot.cafe.kind_labels
    of_kind = {kind: [note for note in snapshot.notes if note.kind is kind] for kind in Kind}
    groups = {
        "tensions": (kind_group(Kind.TENSION, paper.words, labels), of_kind[Kind.TENSION]),
        "lone": (_("Lone voices"), lone_voices(snapshot)),
        "questions": (kind_group(Kind.QUESTION, paper.words, labels), of_kind[Kind.QUESTION]),
    }
    found = tuple(name for name, (_title, chosen) in groups.items() if chosen)
    parts = [groups[name] for name in found]
    story: list[Flowable] = []
    if len(parts) > 1:
        heading = paper.chapter(_(_TOGETHER[found]))
        body = [part for title, chosen in parts for part in listed(title, chosen, paper)]
        story += begin([heading], body)
    else:
        for title, chosen in parts:
            story += _chapter_of(title, chosen, paper)
    if actions := of_kind[Kind.ACTION]:
        told = [paper.chapter(kind_group(Kind.ACTION, paper.words, labels))]
        story += begin(told, points(actions, paper, _who_and_when))
    return story


def _who_and_when(action: Note, paper: Paper) -> str:
    """Return who takes an action on and by when, as far as somebody said it, and its source."""
    said = " · ".join(part for part in (action.who, action.due) if part)
    return f"— {said} {source(action, paper)}" if said else source(action, paper)


def lone_voices(snapshot: Snapshot) -> Sequence[Note]:
    """Return what a person marked as said by one voice only; nobody else makes a lone voice."""
    return [note for note in snapshot.notes if note.is_lone]


def _chapter_of(title: str, notes: Sequence[Note], paper: Paper) -> list[Flowable]:
    return begin([paper.chapter(title)], points(notes, paper))


def _limits(snapshot: Snapshot, themes: Told, paper: Paper, withheld: str) -> list[Flowable]:
    """Return what the notes can say, what is `withheld` and who can be asked, as far as known."""
    _ = paper.words.gettext
    organiser = snapshot.cafe.organiser
    limits = [_("Notes stand here as they were written: what was said, not how many think so.")]
    if themes:
        limits.append(_("The themes were made by people."))
    told = [" ".join(limits)] if snapshot.notes else []
    told += [withheld] if withheld else []
    title = _("Limits of the method, contact") if told else _("Contact")
    if organiser:
        told.append(_("Contact: {organiser}.").format(organiser=organiser))
    else:
        title = _("Limits of the method")
    if not told:
        return []
    return [
        CondPageBreak(70 * mm),
        paper.chapter(title),
        *[paper.text(sentence) for sentence in told],
    ]


def _credits(snapshot: Snapshot, paper: Paper) -> list[Flowable]:
    _ = paper.words.gettext
    made = _("Made with wcafe {version} ({mark}). Fonts: Inter and Noto, OFL.")
    told = [made.format(version=__version__, mark=plan_mark(snapshot, paper))]
    if licence := snapshot.cafe.licence:
        told.insert(0, _("Licence {licence}: copy, reuse, share").format(licence=licence) + ".")
    return [
        CondPageBreak(35 * mm),
        paper.chapter(_("Credits and licence")),
        *[paper.text(sentence) for sentence in told],
    ]
