"""What emerged: the themes on one page, across the questions, and one after the other."""

from collections.abc import Callable, Sequence

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable

from wcafe.domain.kinds import Kind, Labels
from wcafe.domain.notes import Note
from wcafe.domain.sourcing import Standing, notes_behind
from wcafe.domain.synthesis import Statement, Theme, mark_of
from wcafe.reports.notes import by_kind, is_quotable, points, quotes
from wcafe.reports.pages.beginning import begin
from wcafe.reports.pages.flowables import WithSymbol
from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.paragraph import TaggedParagraph
from wcafe.reports.pages.styles import CAPTION, EYEBROW, HEADING, LEAD, SMALL_ITEM, THEME
from wcafe.reports.pages.symbols import draw_theme_symbol
from wcafe.reports.questions import asked
from wcafe.reports.sources import how_many, sources
from wcafe.services.cafe import Snapshot

Told = Sequence[tuple[Theme, Sequence[Note]]]
"""The themes in people's order, with their notes that stand in the order they were filed."""

_MOST_COLUMNS = 8
_MOST_UNSORTED = 80  # in small type a page and a half; of more it is said how many there are
_APART = (Kind.TENSION, Kind.QUESTION, Kind.ACTION)  # they have chapters of their own
_FIRST, _COLUMN = 62 * mm, 13 * mm


def told_themes(snapshot: Snapshot) -> Told:
    """Return the themes on which something rests."""
    standing = {note.id: note for note in snapshot.notes}
    told = [
        (theme, [standing[note] for note in theme.notes if note in standing])
        for theme in snapshot.themes
    ]
    return [(theme, notes) for theme, notes in told if notes]


def sources_of(
    said: Statement,
    standing: Standing,
    paper: Paper,
    tell: Callable[[Sequence[Note], Paper], str],
) -> str:
    """Return where the notes come from that a statement cites; or that it rests on none."""
    behind = notes_behind(said, standing)
    return tell(behind, paper) if behind else paper.words.gettext("(unsourced)")


def with_symbol(heading: TaggedParagraph, theme: Theme, place: int) -> Flowable:
    return WithSymbol(heading, mark_of(theme, place), draw=draw_theme_symbol)


def across(snapshot: Snapshot, themes: Told, paper: Paper) -> list[Flowable]:
    """Return how often each theme came up under each question, or in each round if there is one."""
    _ = paper.words.gettext
    cafe = snapshot.cafe
    texts = asked(cafe)
    if 1 < len(texts) <= _MOST_COLUMNS:
        heads = [_("Q{question}").format(question=n + 1) for n in range(len(texts))]
        title = _("Themes across the questions")
        place = {text: n for n, text in enumerate(texts)}

        def column(note: Note) -> int:
            return place.get(cafe.question(note.table, note.round), -1)

    else:
        heads = [_("R{round}").format(round=r + 1) for r in range(len(cafe.rounds))]
        title = _("Themes across the rounds")

        def column(note: Note) -> int:
            return note.round

    if len(themes) < 2 or not 1 < len(heads) <= _MOST_COLUMNS:
        return []
    rows = [[_("Theme"), *heads, _("Notes"), _("Tables")]]
    for number, (theme, notes) in enumerate(themes):
        counts = [sum(column(note) == n for note in notes) for n in range(len(heads))]
        tables = len({note.table for note in notes})
        name = f"{number + 1} · {theme.name}"
        rows.append([name, *map(_or_dash, counts), *map(paper.number, (len(notes), tables))])
    widths = [_FIRST, *[_COLUMN] * len(heads), 1.1 * _COLUMN, 1.1 * _COLUMN]
    return [CondPageBreak(70 * mm), paper.chapter(title), paper.table(rows, widths, row_heads=True)]


def _or_dash(count: int) -> str:
    return str(count) if count else "–"


def each_theme(
    themes: Told, paper: Paper, *, has_kind: bool, standing: Standing, labels: Labels = ()
) -> list[Flowable]:
    """Return a chapter a theme: what people made of it, then their notes.

    Args:
        themes: the themes.
        paper: what they are printed on.
        labels: what the café calls the kinds.
        has_kind: whether the kinds of the notes are known; then they stand kind by kind.
        standing: all notes; a statement may rest on some of other themes.
    """
    _ = paper.words.gettext
    story: list[Flowable] = []
    for number, (theme, notes) in enumerate(themes):
        place = _("THEME {number} OF {themes}").format(number=number + 1, themes=len(themes))
        eyebrow = paper.text(place, EYEBROW)
        eyebrow.keepWithNext = True
        heading = paper.text(theme.name, THEME, tag="H2", outline=0)
        told = [
            paper.text(said.text, LEAD, after=sources_of(said, standing, paper, sources))
            for said in theme.statements
        ] or [paper.text(how_many(notes, paper), CAPTION)]
        if theme.headline:
            told.insert(0, paper.text(theme.headline, HEADING))
        said = [note for note in notes if is_quotable(note)]
        body = quotes(said, mark_of(theme, number), paper)
        body += by_kind(notes, paper, has_kind=has_kind, labels=labels)
        story += begin([eyebrow, with_symbol(heading, theme, number), *told], body)
    return story


def to_sort(snapshot: Snapshot, themes: Told) -> list[Note]:
    """Return the notes that nobody has put into a theme; none before there are themes."""
    filed = {note.id for _theme, notes in themes for note in notes}
    return [note for note in snapshot.notes if note.id not in filed] if themes else []


def marked(snapshot: Snapshot, themes: Told) -> frozenset[str]:
    """Return the notes to sort that are only counted in their chapter, and told at their tables."""
    left = to_sort(snapshot, themes)
    few = len(_without_chapter(left)) <= _MOST_UNSORTED
    return frozenset() if few else frozenset(note.id for note in left)


def unsorted(snapshot: Snapshot, themes: Told, paper: Paper) -> list[Flowable]:
    """Return the chapter of the notes to sort. That nobody sorted them makes none a lone voice.

    Those of a kind with a chapter of its own stand there; many are only counted.
    """
    _, plural = paper.words.gettext, paper.words.ngettext
    if not (left := to_sort(snapshot, themes)):
        return []
    here = [] if marked(snapshot, themes) else _without_chapter(left)
    count = plural(
        "{n} of {notes} notes is in no theme yet.",
        "{n} of {notes} notes are in no theme yet.",
        len(left),
    )
    notes = paper.number(len(snapshot.notes))
    told = [count.format(n=paper.number(len(left)), notes=notes)]
    if marked(snapshot, themes):
        told.append(_("Each stands at its table, marked “to sort”."))
    elif len(here) < len(left):
        told.append(_("The tensions, questions and actions among them stand above."))
    head = [paper.chapter(_("Not sorted yet")), paper.text(" ".join(told), CAPTION)]
    return begin(head, points(here, paper, style=SMALL_ITEM) if here else [])


def _without_chapter(notes: Sequence[Note]) -> list[Note]:
    return [note for note in notes if note.kind not in _APART]
