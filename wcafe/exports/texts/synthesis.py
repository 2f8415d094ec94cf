"""The synthesis as a text: condensed, in people's words, each note in one place."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import partial

from wcafe.domain.kinds import Kind, kind_group
from wcafe.domain.marks import table_title
from wcafe.domain.notes import Note
from wcafe.domain.photos import PhotoId
from wcafe.domain.placing import Chapter, Placed
from wcafe.domain.synthesis import mark_of
from wcafe.exports.texts.actions import actions
from wcafe.exports.texts.document import (
    Block,
    Look,
    Paragraph,
    Point,
    Points,
    Run,
    TextDocument,
)
from wcafe.exports.texts.feedback import amendments, confirmed, statements
from wcafe.exports.texts.figures import in_figures
from wcafe.exports.texts.organiser import (
    conclusion,
    context,
    credits_,
    draft_lines,
    free_blocks,
    limits,
    named_people,
)
from wcafe.exports.texts.photos import photos
from wcafe.exports.texts.questions import question_by_question
from wcafe.exports.texts.telling import Telling, telling_of
from wcafe.i18n import Words
from wcafe.services.cafe import Snapshot
from wcafe.written import long_day


def synthesis_text(
    snapshot: Snapshot, words: Words, pictures: Mapping[PhotoId, bytes] | None = None
) -> TextDocument:
    """Return the synthesis. Of a café without notes it says so; withheld ones are counted.

    Of published photos those stand in it of which `pictures` has one.
    """
    telling = telling_of(snapshot, words)
    chapters = (
        _on_one_page,
        context,
        in_figures,
        question_by_question,
        _themes,
        dissent,
        actions,
        _unsorted,
        conclusion,
        partial(photos, pictures=pictures or {}),
        amendments,
        named_people,
        limits,
        credits_,
    )
    blocks = [block for chapter in chapters for block in chapter(telling)]
    return text_of(telling, words.gettext("Synthesis"), blocks)


def text_of(telling: Telling, kind: str, blocks: list[Block]) -> TextDocument:
    """Return a document of the café, with what stands on each one's first lines."""
    cafe, voice = telling.snapshot.cafe, telling.voice
    organised = telling.words.gettext("Organised by {organiser}")
    draft, until = draft_lines(telling)
    lines = (
        cafe.place,
        long_day(cafe.day, cafe.language) if cafe.day else "",
        organised.format(organiser=cafe.organiser) if cafe.organiser else "",
        until,
    )
    return TextDocument(
        title=voice.say_on_one_line(cafe.title),
        kind=" · ".join(filter(None, (kind, draft))),
        lines=tuple(map(voice.say_on_one_line, filter(None, lines))),
        language=cafe.language,
        author=voice.say_on_one_line(cafe.organiser) or "wcafe",
        moment=datetime.combine(cafe.day, cafe.starts, UTC) if cafe.day else None,
        blocks=tuple(blocks),
    )


def _on_one_page(telling: Telling) -> Iterator[Block]:
    """Yield what every theme says and on how many notes it rests."""
    _ = telling.words.gettext
    voice, themes = telling.voice, telling.placing.themes
    yield voice.heading(_("On one page"), "one-page")
    opening = telling.snapshot.cafe.publication.opening
    yield from free_blocks(voice, opening, "opening", look=Look.LEAD)
    if not telling.standing:
        said = telling.withheld or _("No notes have been taken yet.")
        yield voice.paragraph(said, Look.LEAD)
        return
    if not themes:
        said = _("The notes have not been put into themes yet. They stand table by table below.")
        yield voice.paragraph(said, Look.LEAD)
        return
    points = []
    for place, placed in enumerate(themes, start=1):
        theme = placed.theme
        name = f"{place} · {voice.say_on_one_line(theme.name)}"
        count = Run(text=f" — {how_many(telling, _filed(telling, placed))}", is_aside=True)
        points.append(Point(runs=(Run(text=name, is_strong=True, to=f"t{place}"), count)))
        lines = [theme.headline] if theme.headline else [said.text for said in theme.statements]
        points += [Point(runs=(voice.run(text),), depth=1) for text in lines]
    yield Points(points=tuple(points))
    if told := confirmed(telling):
        yield voice.paragraph(told)


def _filed(telling: Telling, placed: Placed) -> list[Note]:
    """Return the notes under a theme, wherever they stand."""
    return [telling.standing[note] for note in placed.theme.notes if note in telling.standing]


def how_many(telling: Telling, notes: Sequence[Note]) -> str:
    """Return how many notes a theme rests on and from how many tables, in a sentence."""
    if not notes:
        return telling.words.gettext("No note stands under it.")
    count = telling.voice.how_many(len(notes), len({note.table for note in notes}))
    return f"{count}."


def _themes(telling: Telling) -> Iterator[Block]:
    if themes := telling.placing.themes:
        yield telling.voice.heading(telling.words.gettext("Themes"), "themes")
        for place, placed in enumerate(themes, start=1):
            yield from _theme(telling, place, placed)


def _theme(telling: Telling, place: int, placed: Placed) -> Iterator[Block]:
    """Yield what people made of a theme, and the notes that stand here."""
    _ = telling.words.gettext
    voice, theme = telling.voice, placed.theme
    mark = mark_of(theme, place - 1)
    yield voice.heading(f"{place} · {theme.name}", f"t{place}", level=2, mark=mark)
    if theme.headline:
        yield voice.paragraph(theme.headline, Look.LEAD)
    yield from statements(telling, place, theme)
    yield voice.paragraph(how_many(telling, _filed(telling, placed)), Look.CAPTION)
    yield from map(telling.quote, placed.quotes)
    for group in placed.groups:
        if group.kind is not None:
            title = kind_group(group.kind, telling.words, telling.snapshot.cafe.kind_labels)
            yield voice.heading(title, f"t{place}-{group.kind.value}", level=3)
        yield telling.points(group.notes, group.kind)
    if placed.elsewhere:
        links = telling.links_to(note.id for note in placed.elsewhere)
        sentence = _("Also under this theme, told elsewhere: {these}.")
        yield Paragraph(runs=voice.with_runs(sentence, links), look=Look.CAPTION)


def _unsorted(telling: Telling) -> Iterator[Block]:
    """Yield the notes under no theme. That nobody sorted them makes none a lone voice.

    Where there are no themes at all they stand table by table.
    """
    _ = telling.words.gettext
    voice, cafe = telling.voice, telling.snapshot.cafe
    left = telling.placing.of(Chapter.UNSORTED)
    if not left:
        return
    if telling.placing.themes:
        yield voice.heading(_("Not sorted yet"), "unsorted")
        yield telling.points(left)
        return
    yield voice.heading(_("Table by table"), "unsorted")
    for table in sorted({nested[0][0].table for nested in left}):
        title = table_title(table, cafe.table_name(table), telling.words)
        yield voice.heading(title, f"table-{table + 1}", level=2)
        yield telling.points(nested for nested in left if nested[0][0].table == table)


def dissent(telling: Telling, prefix: str = "", level: int = 1) -> Iterator[Block]:
    """Yield what a synthesis easily loses: tensions, lone voices, open questions.

    The anchors of their headings begin with `prefix`.
    """
    labels, words = telling.snapshot.cafe.kind_labels, telling.words
    groups = (
        (Chapter.TENSION, kind_group(Kind.TENSION, words, labels), Kind.TENSION),
        (Chapter.LONE, words.gettext("Lone voices"), Chapter.LONE),
        (Chapter.QUESTION, kind_group(Kind.QUESTION, words, labels), Kind.QUESTION),
    )
    for chapter, title, group in groups:
        if notes := telling.placing.of(chapter):
            yield telling.voice.heading(title, f"{prefix}{chapter.value}", level)
            yield telling.points(notes, group)
