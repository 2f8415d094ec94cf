"""The synthesis: condensed, in people's words, every idea with where it came from."""

from collections.abc import Sequence

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, PageBreak

from wcafe import __version__
from wcafe.domain.cafe import HostMode
from wcafe.domain.notes import Kind, Note
from wcafe.domain.synthesis import Theme
from wcafe.reports.cover import counts, cover
from wcafe.reports.figures import bars, in_figures
from wcafe.reports.flowables import WithSymbol
from wcafe.reports.notes import by_kind, listed, quotes, table_by_table
from wcafe.reports.paper import Paper
from wcafe.reports.styles import CAPTION, EYEBROW, HEADING, LEAD, THEME
from wcafe.services.cafe import Snapshot


def synthesis(snapshot: Snapshot, paper: Paper, mark: str) -> list[Flowable]:
    """Return the whole report. A café without notes gives one that says so."""
    themes = [theme for theme in snapshot.themes if _of(theme, snapshot)]
    story = [
        *cover(snapshot, paper),
        *_one_page(snapshot, themes, paper),
        *_context(snapshot, paper),
        PageBreak(),
        *in_figures(snapshot, paper),
        *_method(snapshot, paper),
    ]
    if snapshot.notes:
        story += [
            *_by_question(snapshot, themes, paper),
            *_themes(snapshot, themes, paper),
            *_apart(snapshot, themes, paper),
            *table_by_table(snapshot, paper),
        ]
    return [*story, *_limits(snapshot, paper, mark)]


def _of(theme: Theme, snapshot: Snapshot) -> list[Note]:
    """Return the notes of `theme` that stand, in people's order."""
    standing = {note.id: note for note in snapshot.notes}
    return [standing[note] for note in theme.notes if note in standing]


def _one_page(snapshot: Snapshot, themes: Sequence[Theme], paper: Paper) -> list[Flowable]:
    _, plural = paper.words.gettext, paper.words.ngettext
    story: list[Flowable] = [paper.chapter(_("On one page"))]
    if not snapshot.notes:
        return [*story, paper.text(_("No notes have been taken yet."), LEAD)]
    if not themes:
        said = _("The notes have not been put into themes yet. They stand table by table below.")
        return [*story, paper.text(said, LEAD)]
    for number, theme in enumerate(themes):
        notes = _of(theme, snapshot)
        tables = len({note.table for note in notes})
        heading = paper.text(theme.name, HEADING, tag="H3")
        count = plural("{n} note", "{n} notes", len(notes)).format(n=len(notes))
        where = plural("from {n} table", "from {n} tables", tables).format(n=tables)
        story += [WithSymbol(heading, number), paper.text(f"{count} {where}", CAPTION)]
        if theme.statement:
            story.append(paper.text(theme.statement))
    return story


def _context(snapshot: Snapshot, paper: Paper) -> list[Flowable]:
    _ = paper.words.gettext
    cafe = snapshot.cafe
    asked = list(dict.fromkeys(text for text in cafe.questions.texts if text))
    if not asked and not cafe.purpose:
        return []
    story: list[Flowable] = [
        CondPageBreak(60 * mm),
        paper.chapter(_("Context and questions")),
    ]
    if cafe.purpose:
        story.append(paper.text(cafe.purpose, LEAD))
    if asked:
        story += [paper.label(_("What the tables talked about"))]
        story += paper.bullets([(question, "") for question in asked])
    return story


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
        told.append(_("A host stays at each table, welcomes and recaps; all others travel."))
    if cafe.rules.distinct_tables:
        told.append(_("Nobody sits at the same table twice."))
    if cafe.rules.return_home:
        told.append(_("In the last round everybody returns to the table of the first."))
    return [paper.label(_("How it was done")), paper.text(" ".join(told))]


def _by_question(snapshot: Snapshot, themes: Sequence[Theme], paper: Paper) -> list[Flowable]:
    """Return, for each question, how much was said and under which themes."""
    _, plural = paper.words.gettext, paper.words.ngettext
    asked: dict[str, list[Note]] = {}
    for note in sorted(snapshot.notes, key=lambda note: (note.round, note.table)):
        asked.setdefault(snapshot.cafe.question(note.table, note.round), []).append(note)
    if not themes or set(asked) == {""}:
        return []
    story: list[Flowable] = [CondPageBreak(90 * mm), paper.chapter(_("Question by question"))]
    for question, notes in asked.items():
        story += [CondPageBreak(40 * mm), paper.heading(question or _("Without a question"))]
        count = plural("{n} note", "{n} notes", len(notes)).format(n=len(notes))
        tables = len({note.table for note in notes})
        where = plural("from {n} table", "from {n} tables", tables).format(n=tables)
        story.append(paper.text(f"{count} {where}", CAPTION))
        ids = {note.id for note in notes}
        rows = [(theme.name, len(ids & set(theme.notes)), n) for n, theme in enumerate(themes)]
        if rows := sorted((row for row in rows if row[1]), key=lambda row: -row[1]):
            story.append(bars(rows, paper))
    return story


def _themes(snapshot: Snapshot, themes: Sequence[Theme], paper: Paper) -> list[Flowable]:
    _ = paper.words.gettext
    story: list[Flowable] = []
    for number, theme in enumerate(themes):
        notes = _of(theme, snapshot)
        place = _("THEME {number} OF {themes}").format(number=number + 1, themes=len(themes))
        eyebrow = paper.text(place, EYEBROW)
        heading = paper.text(theme.name, THEME, tag="H2", outline=0)
        story += [CondPageBreak(110 * mm), eyebrow, WithSymbol(heading, number)]
        if theme.statement:
            story.append(paper.text(theme.statement, LEAD))
        story += quotes([note for note in notes if note.kind is Kind.QUOTE], number, paper)
        story += by_kind(notes, paper)
    return story


def _apart(snapshot: Snapshot, themes: Sequence[Theme], paper: Paper) -> list[Flowable]:
    """Return what a synthesis easily loses: tensions, lone voices, open questions, actions."""
    _ = paper.words.gettext
    notes = snapshot.notes
    filed = {note for theme in themes for note in theme.notes}
    parts = [
        (_("Tensions"), [note for note in notes if note.kind is Kind.TENSION]),
        (_("Open questions"), [note for note in notes if note.kind is Kind.QUESTION]),
        (_("Lone voices: in no theme"), [n for n in notes if themes and n.id not in filed]),
        (_("Actions"), [note for note in notes if note.kind is Kind.ACTION]),
    ]
    story: list[Flowable] = [
        CondPageBreak(90 * mm),
        paper.chapter(_("Tensions, lone voices, questions, actions")),
    ]
    for title, chosen in parts:
        if chosen:
            story += listed(title, chosen, paper)
    return story if len(story) > 2 else []


def _limits(snapshot: Snapshot, paper: Paper, mark: str) -> list[Flowable]:
    _ = paper.words.gettext
    cafe = snapshot.cafe
    told = [
        _(
            "Notes are what people wrote at their tables, in their own words. They say what was "
            "said, not how many thought so; grouping them into themes was done by people."
        )
    ]
    if cafe.organiser:
        told.append(_("Contact: {organiser}.").format(organiser=cafe.organiser))
    if cafe.licence:
        told.append(_("Licence {licence}.").format(licence=cafe.licence))
    told.append(
        _("Made with wcafe {version} ({mark}). Fonts: Inter and Noto, OFL.").format(
            version=__version__, mark=mark
        )
    )
    return [
        CondPageBreak(50 * mm),
        paper.chapter(_("Limits of the method, credits")),
        *[paper.text(sentence) for sentence in told],
    ]
