"""Question by question: which themes it brought up, and what they say."""

from collections.abc import Iterator, Sequence

from wcafe.domain.notes import Note
from wcafe.exports.texts.document import Block, Look, Point, Points, Run
from wcafe.exports.texts.telling import Telling

_MOST_QUESTIONS = 12  # more are topics of tables


def question_by_question(telling: Telling) -> Iterator[Block]:
    """Yield of each of several questions the themes of its notes, those with most notes first.

    The notes themselves stand in the chapters to which the themes lead.
    """
    _ = telling.words.gettext
    cafe, voice = telling.snapshot.cafe, telling.voice
    texts = list(dict.fromkeys(text for text in cafe.questions.texts if text))
    if not telling.placing.themes or not 1 < len(texts) <= _MOST_QUESTIONS:
        return
    answers: dict[str, list[Note]] = {text: [] for text in texts}
    for note in telling.snapshot.notes:
        if (text := cafe.question(note.table, note.round)) in answers:
            answers[text].append(note)
    told = [
        (number, text, points)
        for number, (text, notes) in enumerate(answers.items(), start=1)
        if (points := _themes_of(telling, notes))
    ]
    if told:
        yield voice.heading(_("Question by question"), "by-question")
    for number, text, points in told:
        yield voice.heading(text, f"question-{number}", level=2)
        count = voice.how_many(len(answers[text]), len({note.table for note in answers[text]}))
        yield voice.paragraph(f"{count}.", Look.CAPTION)
        yield Points(points=points)


def _themes_of(telling: Telling, notes: Sequence[Note]) -> tuple[Point, ...]:
    """Return a point a theme that holds some of `notes`, and below it what the theme says."""
    plural, voice = telling.words.ngettext, telling.voice
    ids = {note.id for note in notes}
    counted = [
        (sum(note in ids for note in placed.theme.notes), place, placed.theme)
        for place, placed in enumerate(telling.placing.themes, start=1)
    ]
    points: list[Point] = []
    for count, place, theme in sorted(counted, key=lambda each: -each[0]):
        if not count:
            continue
        name = f"{place} · {voice.say_on_one_line(theme.name)}"
        told = plural("{n} note", "{n} notes", count).format(n=voice.number(count))
        link = Run(text=name, is_strong=True, to=f"t{place}")
        points.append(Point(runs=(link, Run(text=f" — {told}", is_aside=True))))
        if theme.headline:
            points.append(Point(runs=(voice.run(theme.headline),), depth=1))
    return tuple(points)
