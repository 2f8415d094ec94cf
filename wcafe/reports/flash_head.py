"""The head of the flash: which café it is, what was asked, who and how many."""

from collections.abc import Sequence

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from wcafe.domain.kinds import Kind
from wcafe.domain.text import abridged
from wcafe.reports.editions import edition_title
from wcafe.reports.method import people_counted
from wcafe.reports.pages.beginning import PAGE_ROOM
from wcafe.reports.pages.fitting import size_for
from wcafe.reports.pages.fonts import BOLD, SERIF
from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.side_by_side import Rules, SideBySide
from wcafe.reports.pages.styles import BODY, EYEBROW, FIGURE, INK, SMALL, TITLE
from wcafe.reports.questions import asked
from wcafe.services.cafe import Snapshot
from wcafe.services.known import known_people, known_tables
from wcafe.services.known_figures import people_label

GAP = 22  # points between two columns
QUIET = ParagraphStyle("flash_quiet", SMALL, fontSize=7.5, leading=10.5)

_FACE = ParagraphStyle("flash_eyebrow", EYEBROW, spaceBefore=0, spaceAfter=4)
_PURPOSE = ParagraphStyle("flash_purpose", BODY, fontSize=9.5, leading=13.5, spaceAfter=6)
_ASKED = ParagraphStyle("flash_asked", BODY, fontName=BOLD, fontSize=9, leading=12, spaceAfter=0)
_BELOW = ParagraphStyle("flash_below_figures", QUIET, spaceBefore=4)


def head(snapshot: Snapshot, paper: Paper, *, purpose: int, questions: int) -> list[Flowable]:
    """Return which café this is, when it was, what was asked, and how many came and said what.

    Args:
        snapshot: the café as it is handed out.
        paper: what it is printed on.
        purpose: how many characters of its purpose are told at most.
        questions: how many questions are told at most; the others are counted.
    """
    parts = [*_title(snapshot, paper), *_asked(snapshot, paper, purpose, questions)]
    parts.append(_figures(snapshot, paper))
    if counted := people_counted(snapshot, paper):
        parts.append(paper.text(abridged(counted, 200), _BELOW))
    return parts


def _title(snapshot: Snapshot, paper: Paper) -> list[Flowable]:
    _ = paper.words.gettext
    cafe = snapshot.cafe
    shown = paper.set(cafe.title)
    size = size_for(shown, PAGE_ROOM[0], 2, (24, 11), SERIF)
    title = ParagraphStyle("flash_title", TITLE, fontSize=size, leading=1.2 * size, spaceAfter=8)
    eyebrow = edition_title(_("FLASH REPORT"), snapshot, paper, *_when(snapshot, paper))
    return [
        paper.text(eyebrow, _FACE),
        paper.text(abridged(cafe.title, 200), title, tag="H1", outline=0),
    ]


def _asked(snapshot: Snapshot, paper: Paper, purpose: int, questions: int) -> list[Flowable]:
    cafe = snapshot.cafe
    parts: list[Flowable] = []
    if cafe.purpose:
        parts.append(paper.text(abridged(cafe.purpose, purpose), _PURPOSE))
    texts = asked(cafe)
    shown_texts = texts[:questions]
    if shown_texts:
        numbered = [
            paper.text(
                f"{n + 1}. {abridged(text, 130)}" if len(texts) > 1 else abridged(text, 260), _ASKED
            )
            for n, text in enumerate(shown_texts)
        ]
        parts += in_pairs([[one] for one in numbered], pad=(0, 3))
    if more := len(texts) - len(shown_texts):
        others = paper.words.ngettext(
            "{n} more question stands in the record.",
            "{n} more questions stand in the record.",
            more,
        )
        parts.append(paper.text(others.format(n=paper.number(more)), QUIET))
    return parts


def _when(snapshot: Snapshot, paper: Paper) -> list[str]:
    """Return the day of the café, and the time where it is printed on that day."""
    day = snapshot.cafe.day
    if day is None:
        return []
    told = paper.long_date(day).upper()
    if paper.now.date() != day:
        return [told]
    time = paper.words.gettext("{hour}:{minute}")
    return [f"{told}, {time.format(hour=paper.now.hour, minute=f'{paper.now.minute:02}')}"]


def in_pairs(
    cells: Sequence[Sequence[Flowable]], *, pad: tuple[float, float], rules: Rules | None = None
) -> list[Flowable]:
    """Return stacks two by two; one that is alone stands at the left."""
    rows: list[Flowable] = []
    for first in range(0, len(cells), 2):
        pair = [*cells[first : first + 2]]
        shown = [*pair, *[[]] * (2 - len(pair))] if len(cells) > 1 else pair
        rows.append(SideBySide(shown, gap=GAP, pad=pad, rules=rules or Rules()))
    return rows


def _figures(snapshot: Snapshot, paper: Paper) -> Flowable:
    """Return who and how many, side by side; what nobody knows is left out."""
    plural = paper.words.ngettext
    people, tables = known_people(snapshot), known_tables(snapshot)
    rounds, notes = len(snapshot.cafe.rounds), len(snapshot.notes)
    actions = sum(note.kind is Kind.ACTION for note in snapshot.notes)
    figures = [
        (people, people_label(snapshot, paper.words)),
        (tables, plural("table", "tables", tables)),
        (rounds, plural("round", "rounds", rounds)),
        (notes, plural("note", "notes", notes)),
        (actions, plural("action proposed", "actions proposed", actions)),
    ]
    stacks = [
        [paper.text(paper.number(count), FIGURE), paper.text(label, QUIET)]
        for count, label in figures
        if count
    ]
    rules = Rules(above=1, below=0.6, between=0.5, colour=INK)
    return SideBySide(stacks, gap=GAP, pad=(5, 7), rules=rules)
