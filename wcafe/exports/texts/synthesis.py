"""The synthesis as a text: condensed, in people's words, each note in one place."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from wcafe import __version__
from wcafe.domain.kinds import Kind, kind_group
from wcafe.domain.marks import table_title
from wcafe.domain.notes import Note
from wcafe.domain.synthesis import Theme, mark_of
from wcafe.exports.texts.document import (
    Block,
    Grid,
    Look,
    Paragraph,
    Point,
    Points,
    Run,
    TextDocument,
)
from wcafe.exports.texts.places import Apart, ThemeNotes, by_kind
from wcafe.exports.texts.telling import Telling, statement_anchor, telling_of
from wcafe.i18n import Words
from wcafe.services.cafe import Snapshot
from wcafe.services.known_figures import figures_known, seats_come_from
from wcafe.written import in_digits, long_day


def synthesis_text(snapshot: Snapshot, words: Words) -> TextDocument:
    """Return the synthesis. Of a café without notes it says so; withheld ones are counted."""
    telling = telling_of(snapshot, words)
    chapters = (
        _on_one_page,
        _context,
        _in_figures,
        _themes,
        _unsorted,
        dissent,
        _actions,
        _limits,
        _credits,
    )
    blocks = [block for chapter in chapters for block in chapter(telling)]
    return text_of(telling, words.gettext("Synthesis"), blocks)


def text_of(telling: Telling, kind: str, blocks: list[Block]) -> TextDocument:
    """Return a document of the café, with what stands on each one's first lines."""
    cafe, voice = telling.snapshot.cafe, telling.voice
    organised = telling.words.gettext("Organised by {organiser}")
    lines = (
        cafe.place,
        long_day(cafe.day, cafe.language) if cafe.day else "",
        organised.format(organiser=cafe.organiser) if cafe.organiser else "",
    )
    return TextDocument(
        title=voice.say_on_one_line(cafe.title),
        kind=kind,
        lines=tuple(map(voice.say_on_one_line, filter(None, lines))),
        language=cafe.language,
        author=voice.say_on_one_line(cafe.organiser) or "wcafe",
        moment=datetime.combine(cafe.day, cafe.starts, UTC) if cafe.day else None,
        blocks=tuple(blocks),
    )


def _on_one_page(telling: Telling) -> Iterator[Block]:
    """Yield what every theme says and on how many notes it rests."""
    _ = telling.words.gettext
    voice, themes = telling.voice, telling.places.themes
    yield voice.heading(_("On one page"), "one-page")
    if not telling.standing:
        said = telling.withheld or _("No notes have been taken yet.")
        yield voice.paragraph(said, Look.LEAD)
        return
    if not themes:
        said = _("The notes have not been put into themes yet. They stand table by table below.")
        yield voice.paragraph(said, Look.LEAD)
        return
    points = []
    for place, each in enumerate(themes, start=1):
        theme = each.theme
        name = Run(
            text=f"{place} · {voice.say_on_one_line(theme.name)}", is_strong=True, to=f"t{place}"
        )
        count = Run(text=f" — {how_many(telling, each.all)}", is_aside=True)
        points.append(Point(runs=(name, count)))
        lines = [theme.headline] if theme.headline else [s.text for s in theme.statements]
        points += [Point(runs=(voice.run(text),), depth=1) for text in lines]
    yield Points(points=tuple(points))


def how_many(telling: Telling, notes: Sequence[Note]) -> str:
    """Return how many notes a theme rests on and from how many tables, in a sentence."""
    if not notes:
        return telling.words.gettext("No note stands under it.")
    count = telling.voice.how_many(len(notes), len({note.table for note in notes}))
    return f"{count}."


def _context(telling: Telling) -> Iterator[Block]:
    _ = telling.words.gettext
    cafe, voice = telling.snapshot.cafe, telling.voice
    questions = list(dict.fromkeys(text for text in cafe.questions.texts if text))
    if not questions and not cafe.purpose:
        return
    yield voice.heading(_("Context and questions"), "context")
    if cafe.purpose:
        yield voice.paragraph(cafe.purpose, Look.LEAD)
    if questions:
        yield voice.heading(_("Questions"), "asked", level=2)
        yield Points(points=tuple(Point(runs=(voice.run(text),)) for text in questions))


def _in_figures(telling: Telling) -> Iterator[Block]:
    """Yield the chapter of figures; what is not known is left out."""
    _ = telling.words.gettext
    snapshot, voice, words = telling.snapshot, telling.voice, telling.words
    yield voice.heading(_("The café in figures"), "figures")
    rows = [
        voice.row(label, value)
        for value, label in figures_known(snapshot, len(telling.places.themes), words)
    ]
    told = _("Figures of the café")
    yield Grid(told=told, heads=(_("What was counted"), _("Number")), rows=tuple(rows))
    if told := seats_come_from(snapshot, words):
        yield voice.paragraph(told, Look.CAPTION)
    if telling.has_kinds:
        kinds = Counter(note.kind for note in snapshot.notes)
        labels, language = snapshot.cafe.kind_labels, snapshot.cafe.language
        yield Grid(
            told=_("Notes by kind"),
            heads=(_("Kind"), _("Notes")),
            rows=tuple(
                voice.row(kind_group(kind, words, labels), in_digits(kinds[kind], language))
                for kind in Kind
                if kinds[kind]
            ),
        )


def _themes(telling: Telling) -> Iterator[Block]:
    if themes := telling.places.themes:
        yield telling.voice.heading(telling.words.gettext("Themes"), "themes")
        for place, each in enumerate(themes, start=1):
            yield from _theme(telling, place, each)


def _theme(telling: Telling, place: int, each: ThemeNotes) -> Iterator[Block]:
    """Yield what people made of a theme, and the notes that stand here."""
    _ = telling.words.gettext
    voice, theme = telling.voice, each.theme
    yield voice.heading(
        f"{place} · {theme.name}", f"t{place}", level=2, mark=mark_of(theme, place - 1)
    )
    if theme.headline:
        yield voice.paragraph(theme.headline, Look.LEAD)
    yield from statements(telling, place, theme)
    yield voice.paragraph(how_many(telling, each.all), Look.CAPTION)
    yield from map(telling.quote, each.quoted)
    if telling.has_kinds:
        for kind, notes in by_kind(each.here):
            title = kind_group(kind, telling.words, telling.snapshot.cafe.kind_labels)
            yield voice.heading(title, f"t{place}-{kind.value}", level=3)
            yield telling.points(notes, kind)
    elif each.here:
        yield telling.listed(each.here)
    if each.elsewhere:
        links = telling.links_to(note.id for note in each.elsewhere)
        sentence = _("Also under this theme, told elsewhere: {these}.")
        yield Paragraph(runs=voice.with_runs(sentence, links), look=Look.CAPTION)


def statements(telling: Telling, place: int, theme: Theme) -> Iterator[Block]:
    """Yield the statements of the theme at `place`, from 1, each with links to its notes."""
    for number, said in enumerate(theme.statements, start=1):
        yield telling.statement(said, statement_anchor(place, number))


def _unsorted(telling: Telling) -> Iterator[Block]:
    """Yield the notes under no theme, table by table. That nobody sorted them makes none lone."""
    _ = telling.words.gettext
    left, voice, cafe = telling.places.unsorted, telling.voice, telling.snapshot.cafe
    if not left:
        return
    is_sorted = bool(telling.places.themes)
    title = _("Not sorted yet") if is_sorted else _("Table by table")
    yield voice.heading(title, "unsorted")
    for table in sorted({note.table for note in left}):
        title = table_title(table, cafe.table_name(table), telling.words)
        yield voice.heading(title, f"table-{table + 1}", level=2)
        yield telling.listed([note for note in left if note.table == table])


def dissent(telling: Telling, prefix: str = "", level: int = 1) -> Iterator[Block]:
    """Yield what a synthesis easily loses: tensions, lone voices, open questions.

    The anchors of their headings begin with `prefix`.
    """
    labels, words = telling.snapshot.cafe.kind_labels, telling.words
    groups = (
        (Apart.TENSIONS, kind_group(Kind.TENSION, words, labels), Kind.TENSION),
        (Apart.LONE, words.gettext("Lone voices"), Apart.LONE),
        (Apart.QUESTIONS, kind_group(Kind.QUESTION, words, labels), Kind.QUESTION),
    )
    for apart, title, group in groups:
        if notes := telling.places.apart[apart]:
            yield telling.voice.heading(title, f"{prefix}{apart.name.lower()}", level)
            yield telling.listed(notes, group)


def _actions(telling: Telling) -> Iterator[Block]:
    if actions := telling.places.apart[Apart.ACTIONS]:
        labels = telling.snapshot.cafe.kind_labels
        title = kind_group(Kind.ACTION, telling.words, labels)
        yield telling.voice.heading(title, "actions")
        yield telling.actions(actions)


def _limits(telling: Telling) -> Iterator[Block]:
    """Yield what the notes can say, what is withheld and who can be asked, as far as known."""
    _ = telling.words.gettext
    voice, organiser = telling.voice, telling.snapshot.cafe.organiser
    told = []
    if telling.standing:
        told.append(
            _("Notes stand here as they were written: what was said, not how many think so.")
        )
    if telling.places.themes:
        told.append(_("The themes were made by people."))
    if telling.withheld:
        told.append(telling.withheld)
    if organiser:
        told.append(_("Contact: {organiser}.").format(organiser=organiser))
    if told:
        yield voice.heading(_("Limits of the method, contact"), "limits")
        yield from map(voice.paragraph, told)


def _credits(telling: Telling) -> Iterator[Block]:
    yield telling.voice.heading(telling.words.gettext("Credits and licence"), "credits")
    yield from credits_of(telling)


def credits_of(telling: Telling) -> Iterator[Block]:
    """Yield under which licence a text is shared, if it is, and by what it was made."""
    _ = telling.words.gettext
    voice = telling.voice
    if licence := telling.snapshot.cafe.licence:
        shared = _("Licence {licence}: copy, reuse, share").format(licence=licence)
        yield voice.paragraph(f"{shared}.")
    yield voice.paragraph(_("Made with wcafe {version}.").format(version=__version__))
