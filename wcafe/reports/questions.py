"""What was asked, and what came back to each question."""

from collections.abc import Sequence

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable

from wcafe.domain.cafe import Cafe
from wcafe.domain.kinds import Kind
from wcafe.domain.notes import Note, has_kinds
from wcafe.domain.synthesis import Theme, mark_of
from wcafe.reports.figures import bars
from wcafe.reports.notes import points
from wcafe.reports.pages.beginning import begin
from wcafe.reports.pages.flowables import WithSymbol
from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.styles import CAPTION, EYEBROW, LABEL, LEAD
from wcafe.reports.pages.symbols import draw_theme_symbol
from wcafe.reports.sources import how_many
from wcafe.services.cafe import Snapshot

_MOST_QUESTIONS = 12  # with ideas under each; more are topics of tables, which have their pages
_MOST_IDEAS = 3  # of a theme under one question
_IDEAS = (Kind.IDEA, Kind.ACTION, Kind.INSIGHT)


def asked(cafe: Cafe) -> list[str]:
    """Return the different questions, in their order."""
    return list(dict.fromkeys(text for text in cafe.questions.texts if text))


def context(snapshot: Snapshot, paper: Paper) -> list[Flowable]:
    _ = paper.words.gettext
    cafe = snapshot.cafe
    texts = asked(cafe)
    if not texts and not cafe.purpose:
        return []
    story: list[Flowable] = [paper.chapter(_("Context and questions"))]
    if cafe.purpose:
        story.append(paper.text(cafe.purpose, LEAD))
    if texts:
        story.append(paper.label(_("Questions")))
        story += paper.bullets([(text, "") for text in texts])
    return story


def question_by_question(
    snapshot: Snapshot, themes: Sequence[tuple[Theme, Sequence[Note]]], paper: Paper
) -> list[Flowable]:
    """Return, for each question, which themes it brought up and some ideas of each.

    Nothing is chosen by us: notes of a theme stand in the order in which they were filed, and
    nobody has a way to rank them, so that the first ones are only the first.
    """
    _ = paper.words.gettext
    cafe = snapshot.cafe
    texts = asked(cafe)
    answers: dict[str, list[Note]] = {text: [] for text in texts}
    for note in snapshot.notes:
        answers.setdefault(cafe.question(note.table, note.round), []).append(note)
    if not themes or not texts:
        return []
    story: list[Flowable] = [CondPageBreak(90 * mm), paper.chapter(_("Question by question"))]
    with_ideas = 1 < len(texts) <= _MOST_QUESTIONS
    if with_ideas:
        said = (
            _(
                "Under each theme the first of its ideas, actions and insights, up to {n}, in the "
                "order in which they were filed. It is no ranking; all of them stand in the "
                "chapter of the theme."
            )
            if has_kinds(snapshot.notes)
            else _(
                "Under each theme the first of its notes, up to {n}, in the order in which they "
                "were filed. It is no ranking; all of them stand in the chapter of the theme."
            )
        )
        story.append(paper.text(said.format(n=_MOST_IDEAS), CAPTION))
    for text, notes in answers.items():
        if not notes:
            continue
        head: list[Flowable] = []
        if text and len(texts) > 1:
            place = _("QUESTION {number} OF {questions}")
            number = texts.index(text) + 1
            eyebrow = paper.text(place.format(number=number, questions=len(texts)), EYEBROW)
            eyebrow.keepWithNext = True
            head.append(eyebrow)
        head.append(paper.heading(text or _("Without a question")))
        head.append(paper.text(how_many(notes, paper), CAPTION))
        found = _by_theme({note.id for note in notes}, themes)
        body: list[Flowable] = []
        if found:
            head.append(bars([(name, len(here), mark) for mark, name, here in found], paper))
        for mark, name, here in found if with_ideas else ():
            if ideas := [note for note in here if note.kind in _IDEAS][:_MOST_IDEAS]:
                heading = paper.text(name, LABEL, tag="H4")
                body.append(WithSymbol(heading, mark, draw=draw_theme_symbol))
                body += points(ideas, paper)
        story += begin(head, body)
    return story


def _by_theme(
    ids: set[str], themes: Sequence[tuple[Theme, Sequence[Note]]]
) -> list[tuple[int, str, list[Note]]]:
    """Return the themes of the notes `ids`, those with most notes first: mark, name, notes."""
    found = [
        (mark_of(theme, place), theme.name, [note for note in notes if note.id in ids])
        for place, (theme, notes) in enumerate(themes)
    ]
    return sorted((row for row in found if row[2]), key=lambda row: -len(row[2]))
