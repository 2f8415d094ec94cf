"""The themes, one after the other: what people made of each, then its notes."""

from collections.abc import Sequence

from reportlab.platypus import Flowable

from wcafe.domain.kinds import kind_group
from wcafe.domain.notes import Note
from wcafe.domain.placing import Placed
from wcafe.domain.settled_places import Chapter
from wcafe.domain.synthesis import Statement, Theme, mark_of
from wcafe.domain.verdicts import ANSWERED, Answer, confirmation_of
from wcafe.i18n import N_
from wcafe.reports.noted import Noted
from wcafe.reports.pages.beginning import PAGE_ROOM, begin
from wcafe.reports.pages.columns import Columns
from wcafe.reports.pages.fitting import evened
from wcafe.reports.pages.flowables import Barred, Ruled, WithSymbol
from wcafe.reports.pages.runs import Face, Run
from wcafe.reports.pages.side_by_side import SideBySide
from wcafe.reports.pages.styles import (
    EYEBROW,
    KIND,
    LEAD,
    MORE,
    QUOTE,
    SMALL,
    THEME,
    TOLD,
)
from wcafe.reports.pages.symbols import draw_symbol, hue_of
from wcafe.reports.sources import from_tables
from wcafe.services.cafe import Snapshot

Told = Sequence[tuple[Theme, Sequence[Note]]]
"""The themes in people's order, with their notes that stand in the order they were filed."""

_RUN_ON = 330  # signs after which the next statement begins a paragraph
_ELSEWHERE = {
    Chapter.TENSION: N_("Tensions of this theme:"),
    Chapter.LONE: N_("Lone voices of this theme:"),
    Chapter.QUESTION: N_("Open questions of this theme:"),
    Chapter.ACTION: N_("Actions of this theme:"),
    Chapter.THEME: N_("Notes that stand in another theme:"),
    Chapter.UNSORTED: N_("Notes that stand elsewhere:"),
}


def told_themes(snapshot: Snapshot) -> Told:
    """Return the themes on which something rests."""
    standing = {note.id: note for note in snapshot.notes}
    told = [
        (theme, [standing[note] for note in theme.notes if note in standing])
        for theme in snapshot.themes
    ]
    return [(theme, notes) for theme, notes in told if notes]


def heading_of(theme: Theme) -> str:
    """Return what stands large above a theme: what it says, or else what it is called."""
    return theme.headline or theme.name


def each_theme(noted: Noted) -> list[Flowable]:
    """Return a chapter a theme."""
    story: list[Flowable] = []
    for number, placed in enumerate(noted.placing.themes):
        story += _theme(number, placed, noted)
    return story


def _theme(number: int, placed: Placed, noted: Noted) -> list[Flowable]:
    paper, theme = noted.paper, placed.theme
    _ = paper.words.gettext
    place = _("THEME {number} OF {themes}")
    eyebrow = place.format(number=number + 1, themes=len(noted.placing.themes))
    if theme.headline:
        eyebrow += f" · {theme.name.upper()}"
    head: list[Flowable] = [
        WithSymbol(
            paper.text(eyebrow, EYEBROW), mark_of(theme, number), draw=draw_symbol, share=0.95
        ),
        paper.chapter(
            evened(paper.set(heading_of(theme)), PAGE_ROOM[0], THEME.fontSize, THEME.fontName),
            THEME,
            listed=f"{number + 1}. {heading_of(theme)}",
            place=f"theme-{number + 1}",
        ),
        paper.text(_told_in_short(placed, noted), TOLD),
        *_argued(theme, noted),
        *_elsewhere(placed, noted),
    ]
    body: list[Flowable] = [*_quotes(placed, mark_of(theme, number), noted)]
    if placed.quotes and placed.groups:
        body.append(Ruled())
    if placed.groups:
        body.append(Columns(_by_kind(placed, noted)))
    return begin(head, body)


def _told_in_short(placed: Placed, noted: Noted) -> str:
    """Return how many notes and tables stand behind a theme, and how to read what follows."""
    paper = noted.paper
    _ = paper.words.gettext
    notes = [noted.standing[id_] for id_ in placed.theme.notes if id_ in noted.standing]
    told = [from_tables(notes, noted.snapshot.cafe, paper)] if notes else []
    if not notes:
        told.append(_("No note stands in this theme."))
    statements = placed.theme.statements
    if not statements:
        told.append(_("Nobody has written yet what it says."))
    if any(noted.behind(said) for said in statements):
        told.append(_("A number leads to its note, ↑ leads back to the sentence."))
    return " ".join(told)


def _argued(theme: Theme, noted: Noted) -> list[Flowable]:
    """Return the statements as running text, each with the numbers of the notes it rests on."""
    paragraphs: list[list[Run]] = []
    signs = _RUN_ON
    for said in theme.statements:
        if signs >= _RUN_ON or "\n" in said.text:
            paragraphs.append([])
            signs = 0
        runs = paragraphs[-1]
        if runs:
            runs.append(Run(text=" "))
        runs += _stated(said, noted)
        signs += len(said.text)
    return [noted.paper.runs(runs, LEAD) for runs in paragraphs]


def _stated(said: Statement, noted: Noted) -> list[Run]:
    _ = noted.paper.words.gettext
    runs = [Run(text=said.text, place=noted.said[said.id])]
    behind = noted.behind(said)
    if behind:
        runs += noted.leads(behind)
    else:
        unsourced = _("(unsourced)")
        runs.append(Run(text=f" {unsourced}", face=Face.SMALL))
    if doubt := _doubt(said, noted):
        runs.append(Run(text=f" {doubt}", face=Face.SMALL))
    return runs


def _doubt(said: Statement, noted: Noted) -> str:
    """Return which tables want it amended or not as theirs; nothing where none."""
    shot, words = noted.snapshot, noted.paper.words
    found = confirmation_of(shot.verdicts, shot.themes, noted.standing)
    if said.id not in found.unconfirmed:
        return ""
    told = []
    for answer, tables in found.by_statement[said.id].items():
        if answer is not Answer.CONFIRMED:
            names = [words.gettext("T{table}").format(table=table + 1) for table in tables]
            told.append(words.gettext(ANSWERED[answer]).format(tables=", ".join(names)))
    return f"({', '.join(told)})"


def _quotes(placed: Placed, mark: int, noted: Noted) -> list[Flowable]:
    """Return what people were quoted as saying, side by side, by the colour of the theme."""
    if not placed.quotes:
        return []
    stacks: list[list[Flowable]] = []
    for note in placed.quotes:
        said = noted.paper.words.gettext("“{words}”").format(words=unquoted(note.text))
        label = Run(text=noted.label(note), face=Face.LABEL)
        parts = [
            noted.paper.runs([Run(text=said)], QUOTE, place=noted.place(note)),
            noted.paper.runs([label, Run(text=" "), *noted.after(note)], SMALL),
        ]
        stacks.append([Barred(parts, hue_of(mark))])
    if len(stacks) == 1:
        return stacks[0]
    return [SideBySide(stacks, gap=22, pad=(4, 10))]


def unquoted(text: str) -> str:
    return text.strip(' \u00a0\u202f«»“”"')


def _by_kind(placed: Placed, noted: Noted) -> list[Flowable]:
    labels, words = noted.snapshot.cafe.kind_labels, noted.paper.words
    story: list[Flowable] = []
    for group in placed.groups:
        if group.kind is not None:
            story.append(noted.paper.text(kind_group(group.kind, words, labels), KIND, tag="H3"))
        story += noted.items(group.notes)
    return story


def _elsewhere(placed: Placed, noted: Noted) -> list[Flowable]:
    """Return where notes of a theme stand that do not stand here, chapter by chapter."""
    _ = noted.paper.words.gettext
    runs: list[Run] = []
    for chapter, phrase in _ELSEWHERE.items():
        notes = [n for n in placed.elsewhere if noted.placing.places[n.id][0] is chapter]
        if notes:
            runs += [Run(text="  ")] * bool(runs)
            runs += [Run(text=f"{_(phrase)} "), *noted.leads(notes, Face.LEADS), Run(text=".")]
    return [noted.paper.runs(runs, MORE)] if runs else []
