"""The synthesis: condensed, in people's words, every idea with where it came from."""

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, PageBreak

from wcafe import __version__
from wcafe.domain.cafe import HostMode
from wcafe.domain.notes import Kind
from wcafe.reports.cover import counts, cover
from wcafe.reports.figures import in_figures
from wcafe.reports.meetings import who_met_whom
from wcafe.reports.notes import listed, table_by_table
from wcafe.reports.paper import Paper
from wcafe.reports.questions import context, question_by_question
from wcafe.reports.sources import source
from wcafe.reports.themes import Told, across, each_theme, on_one_page, told_themes
from wcafe.services.cafe import Snapshot


def synthesis(
    snapshot: Snapshot, paper: Paper, mark: str, *, names: bool = False
) -> list[Flowable]:
    """Return the whole report. A café without notes gives one that says so.

    Args:
        snapshot: the café.
        paper: what it is printed on.
        mark: the plan's fingerprint.
        names: whether those who hosted are named; nobody else is.
    """
    themes = told_themes(snapshot)
    story = [
        *cover(snapshot, paper),
        *on_one_page(snapshot, themes, paper),
        PageBreak(),
        *context(snapshot, paper),
        CondPageBreak(110 * mm),
        *in_figures(snapshot, paper),
        *_method(snapshot, paper),
    ]
    if snapshot.notes:
        story += [
            *question_by_question(snapshot, themes, paper),
            *across(snapshot, themes, paper),
            *each_theme(themes, paper),
            *_apart(snapshot, themes, paper),
        ]
    story += who_met_whom(snapshot, paper)
    if snapshot.notes:
        story += table_by_table(snapshot, paper, names=names)
    return [*story, *_limits(snapshot, paper), *_credits(snapshot, paper, mark)]


def _method(snapshot: Snapshot, paper: Paper) -> list[Flowable]:
    _ = paper.words.gettext
    cafe = snapshot.cafe
    minutes = sorted({round_.minutes for round_ in cafe.rounds})
    told = [
        _("{counts}. A round is {minutes} minutes of conversation.").format(
            counts=", ".join(counts(snapshot, paper)), minutes="–".join(map(str, minutes))
        )
    ]
    if cafe.rules.hosts is HostMode.STAY:
        told += _hosted(snapshot, paper)
    if cafe.rules.hosts is HostMode.HAND_OVER:
        told.append(_("At each table somebody stays on for the next round, welcomes and recaps."))
    if cafe.rules.distinct_tables:
        told.append(_("Nobody sits at the same table twice."))
    if cafe.rules.return_home:
        told.append(_("In the last round everybody returns to the table of the first."))
    return [paper.label(_("How it was done")), paper.text(" ".join(told))]


def _hosted(snapshot: Snapshot, paper: Paper) -> list[str]:
    """Return at how many of the tables that were used a host stayed; nothing where at none."""
    _ = paper.words.gettext
    if snapshot.plan is None:
        return [_("A host stays at each table, welcomes and recaps; all others travel.")]
    rows = [snapshot.seating(round_) for round_ in range(len(snapshot.cafe.rounds))]
    used = {table for row in rows for _person, table in row}
    hosts = [snapshot.plan.hosts_in(round_) for round_ in range(snapshot.plan.rounds)]
    hosted = {t for row, here in zip(rows, hosts, strict=False) for p, t in row if here.get(t) == p}
    if hosted == used:
        return [_("A host stays at each table, welcomes and recaps; all others travel.")]
    some = paper.words.ngettext(
        "At {hosted} of the {tables} tables a host stays, welcomes and recaps; all others travel.",
        "At {hosted} of the {tables} tables a host stays, welcomes and recaps; all others travel.",
        len(hosted),
    )
    return [some.format(hosted=len(hosted), tables=len(used))] if hosted else []


def _apart(snapshot: Snapshot, themes: Told, paper: Paper) -> list[Flowable]:
    """Return what a synthesis easily loses: tensions, lone voices, open questions, actions."""
    _ = paper.words.gettext
    notes = snapshot.notes
    filed = {note.id for _theme, its in themes for note in its}
    parts = [
        (_("Tensions"), [note for note in notes if note.kind is Kind.TENSION]),
        (_("Open questions"), [note for note in notes if note.kind is Kind.QUESTION]),
        (_("Lone voices: in no theme"), [n for n in notes if themes and n.id not in filed]),
    ]
    story: list[Flowable] = []
    if any(chosen for _title, chosen in parts):
        story += [CondPageBreak(90 * mm), paper.chapter(_("Tensions, lone voices, open questions"))]
        for title, chosen in parts:
            if chosen:
                story += listed(title, chosen, paper)
    if actions := [note for note in notes if note.kind is Kind.ACTION]:
        story += [CondPageBreak(60 * mm), paper.chapter(_("Actions"))]
        story += paper.bullets([(note.text, source(note, paper)) for note in actions])
    return story


def _limits(snapshot: Snapshot, paper: Paper) -> list[Flowable]:
    _ = paper.words.gettext
    told = [
        _(
            "Notes are what people wrote at their tables, in their own words. They say what was "
            "said, not how many thought so; grouping them into themes was done by people."
        )
    ]
    if snapshot.cafe.organiser:
        contact = _("Contact: {organiser}.").format(organiser=snapshot.cafe.organiser)
        told.append(contact)
    return [
        CondPageBreak(70 * mm),
        paper.chapter(_("Limits of the method, contact")),
        *[paper.text(sentence) for sentence in told],
    ]


def _credits(snapshot: Snapshot, paper: Paper, mark: str) -> list[Flowable]:
    _ = paper.words.gettext
    made = _("Made with wcafe {version} ({mark}). Fonts: Inter and Noto, OFL.")
    told = [made.format(version=__version__, mark=mark)]
    if licence := snapshot.cafe.licence:
        told.insert(0, _("Licence {licence}: copy, reuse, share").format(licence=licence) + ".")
    return [
        CondPageBreak(35 * mm),
        paper.chapter(_("Credits and licence")),
        *[paper.text(sentence) for sentence in told],
    ]
