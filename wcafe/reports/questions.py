"""What was asked, and what came back to each question."""

from collections.abc import Mapping, Sequence

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from wcafe.domain.cafe import Cafe
from wcafe.domain.notes import Note, NoteId
from wcafe.domain.synthesis import mark_of
from wcafe.reports.noted import Noted
from wcafe.reports.pages.beginning import begin
from wcafe.reports.pages.runs import Face, Run, page_of, symbol
from wcafe.reports.pages.styles import CAPTION, EYEBROW, IDEA
from wcafe.reports.pages.words import Link
from wcafe.reports.sources import how_many
from wcafe.reports.themes import heading_of

_MOST_QUESTIONS = 12  # with ideas under each; more are topics of tables
_MOST_IDEAS = 4  # themes under one question
_MOST_COLUMNS = 8
_MOST_WHOLE = 13  # rows of a table that stays on one page
_FIRST, _COLUMN = 62 * mm, 13 * mm


def asked(cafe: Cafe) -> list[str]:
    """Return the different questions, in their order."""
    return list(dict.fromkeys(text for text in cafe.questions.texts if text))


def question_by_question(noted: Noted) -> list[Flowable]:
    """Return, for each of several questions, what the themes with most notes under it say.

    What a theme says stands beside how many of its notes came to that question, and leads to it.
    """
    paper, cafe = noted.paper, noted.snapshot.cafe
    _ = paper.words.gettext
    texts = asked(cafe)
    if not noted.placing.themes or not 1 < len(texts) <= _MOST_QUESTIONS:
        return []
    answers: dict[str, list[Note]] = {text: [] for text in texts}
    for note in noted.snapshot.notes:
        answers.setdefault(cafe.question(note.table, note.round), []).append(note)
    told = _("What the themes with most notes under a question say, with their notes under it.")
    story: list[Flowable] = []
    for text, notes in answers.items():
        found = _by_theme(notes, noted)
        if not found:
            continue
        head: list[Flowable] = []
        if not story:
            head += [paper.chapter(_("Question by question")), paper.text(told, CAPTION)]
        if text:
            place = _("QUESTION {number} OF {questions}")
            number = texts.index(text) + 1
            head.append(paper.text(place.format(number=number, questions=len(texts)), EYEBROW))
        head.append(paper.heading(text or _("Without a question")))
        head.append(paper.text(f"{how_many(notes, paper)}.", CAPTION))
        story += begin(head, [_idea(number, here, noted) for number, here in found[:_MOST_IDEAS]])
    return story


def _by_theme(notes: Sequence[Note], noted: Noted) -> list[tuple[int, int]]:
    """Return the places of the themes of `notes`, those with most of them first, and how many."""
    counts: dict[int, int] = {}
    for note in notes:
        for number in noted.themes_of.get(note.id, ()):
            counts[number] = counts.get(number, 0) + 1
    return sorted(counts.items(), key=lambda row: (-row[1], row[0]))


def _idea(number: int, notes: int, noted: Noted) -> Flowable:
    paper, theme = noted.paper, noted.placing.themes[number].theme
    _, plural = paper.words.gettext, paper.words.ngettext
    says = _("Go to theme {number}").format(number=number + 1)
    count = plural("{n} note", "{n} notes", notes).format(n=paper.number(notes))
    place = f"theme-{number + 1}"
    return paper.runs(
        [
            symbol(mark_of(theme, number), Link(place, says)),
            Run(text=f"\u00a0\u00a0{heading_of(theme)} "),
            Run(text=f" {count.replace(' ', chr(0xA0))}, ", face=Face.SMALL),
            page_of(place, says, _("page {page} ›")),
        ],
        IDEA,
    )


def across(noted: Noted) -> list[Flowable]:
    """Return how often each theme came up under each question, or in each round if there is one."""
    paper, cafe = noted.paper, noted.snapshot.cafe
    _ = paper.words.gettext
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

    themes = noted.placing.themes
    if len(themes) < 2 or not 1 < len(heads) <= _MOST_COLUMNS:
        return []
    standing: Mapping[NoteId, Note] = noted.standing
    rows = [[_("Theme"), *heads, _("Notes"), _("Tables")]]
    for number, placed in enumerate(themes):
        notes = [standing[id_] for id_ in placed.theme.notes if id_ in standing]
        counts = [sum(column(note) == n for note in notes) for n in range(len(heads))]
        tables = len({note.table for note in notes})
        name = f"{number + 1} · {placed.theme.name}"
        shown = [paper.number(n) if n else "–" for n in (*counts, len(notes), tables)]
        rows.append([name, *shown])
    widths = [_FIRST, *[_COLUMN] * len(heads), 1.1 * _COLUMN, 1.1 * _COLUMN]
    label = paper.label(title)
    return [label, paper.table(rows, widths, row_heads=True, is_whole=len(rows) <= _MOST_WHOLE)]
