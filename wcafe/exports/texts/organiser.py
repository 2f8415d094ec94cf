"""What the organiser tells around the notes: free texts, people who are named, whom to write to."""

from collections.abc import Iterable, Iterator

from wcafe import __version__
from wcafe.domain import free_text
from wcafe.domain.people import participants
from wcafe.domain.text import clean, fold
from wcafe.exports.texts.document import Block, Heading, Look, Paragraph, Point, Points, Run, Runs
from wcafe.exports.texts.telling import Telling
from wcafe.exports.texts.voice import Voice
from wcafe.written import long_day

_LOWEST = 3  # level of a heading


def free_blocks(
    voice: Voice, text: str, anchor: str, *, level: int = 1, look: Look = Look.PLAIN
) -> Iterator[Block]:
    """Yield what the organiser wrote below a heading of `level`; nothing where that is nothing.

    Headings go down one level at a time, whichever were typed. Their anchors begin with `anchor`.
    """
    points: list[Point] = []
    above = _Above(level)
    for number, block in enumerate(free_text.parse(clean(text)), start=1):
        if isinstance(block, free_text.Item):
            deepest = points[-1].depth + 1 if points else 0
            runs, depth = _runs(voice, block.runs), min(block.depth, deepest)
            points.append(Point(runs=runs, depth=depth, number=block.number))
            continue
        if points:
            yield Points(points=tuple(points))
            points = []
        if isinstance(block, free_text.Heading):
            yield voice.heading(block.text, f"{anchor}-{number}", above.begin(block.level))
        else:
            yield Paragraph(runs=_runs(voice, block.runs), look=look)
    if points:
        yield Points(points=tuple(points))


class _Above:
    """The headings above what is being told, as they were typed."""

    def __init__(self, level: int) -> None:
        self._level = level
        self._typed: list[int] = []

    def begin(self, typed: int) -> int:
        """Return the level of the next heading, which was `typed` with so many signs."""
        self._typed = [*(each for each in self._typed if each < typed), typed]
        return min(self._level + len(self._typed), _LOWEST)


def _runs(voice: Voice, runs: Iterable[free_text.Run]) -> Runs:
    return tuple(Run(text=voice.set(run.text), is_strong=run.is_bold) for run in runs)


def context(telling: Telling) -> Iterator[Block]:
    """Yield what it was about: the purpose, what the organiser tells, the questions."""
    _ = telling.words.gettext
    cafe, voice = telling.snapshot.cafe, telling.voice
    questions = list(dict.fromkeys(text for text in cafe.questions.texts if text))
    told = list(free_blocks(voice, cafe.publication.context, "context"))
    if not (questions or cafe.purpose or told):
        return
    yield voice.heading(_("Context and questions"), "context")
    if cafe.purpose:
        yield voice.paragraph(cafe.purpose, Look.LEAD)
    yield from told
    if questions:
        yield voice.heading(_("Questions"), "asked", level=2)
        yield Points(points=tuple(Point(runs=(voice.run(text),)) for text in questions))


def conclusion(telling: Telling) -> Iterator[Block]:
    """Yield what the organiser makes of it, and what happens now."""
    _ = telling.words.gettext
    told = telling.snapshot.cafe.publication
    for title, anchor, text in (
        (_("Our conclusion"), "conclusion", told.conclusion),
        (_("Next steps"), "next-steps", told.next_steps),
    ):
        if blocks := list(free_blocks(telling.voice, text, anchor)):
            first = blocks[0]
            is_said = isinstance(first, Heading) and fold(first.text) == fold(title)
            yield telling.voice.heading(title, anchor)
            yield from blocks[1:] if is_said else blocks


def named_people(telling: Telling) -> Iterator[Block]:
    """Yield the names of those who agreed to be named, and of nobody else."""
    _ = telling.words.gettext
    named = [each.name for each in participants(telling.snapshot.people) if each.may_be_named]
    if named:
        yield telling.voice.heading(_("With"), "named")
        yield telling.voice.paragraph(_("They agreed to be named here."), Look.CAPTION)
        yield telling.voice.paragraph(", ".join(sorted(named, key=str.casefold)))


def draft_lines(telling: Telling) -> tuple[str, str]:
    """Return that the text is a draft, and until when corrections are taken; empty where neither.

    Whether that day is over is known to nobody who writes a file.
    """
    _ = telling.words.gettext
    cafe = telling.snapshot.cafe
    if cafe.publication.is_final:
        return "", ""
    until = cafe.publication.amend_until
    sentence = _("Corrections and additions are taken until {date}.")
    day = long_day(until, cafe.language) if until else ""
    return _("DRAFT"), sentence.format(date=day) if day else ""


def contacts(telling: Telling) -> Iterator[Block]:
    """Yield where corrections go, else who organised it; nothing where neither was said."""
    _ = telling.words.gettext
    cafe = telling.snapshot.cafe
    if contact := cafe.publication.contact or cafe.organiser:
        yield telling.voice.paragraph(_("Contact: {organiser}.").format(organiser=contact))


def limits(telling: Telling) -> Iterator[Block]:
    """Yield what the notes can say, what is withheld and who can be asked, as far as known."""
    _ = telling.words.gettext
    told = []
    if telling.standing:
        told.append(
            _("Notes stand here as they were written: what was said, not how many think so.")
        )
    if telling.placing.themes:
        told.append(_("The themes were made by people."))
    if telling.withheld:
        told.append(telling.withheld)
    blocks = [*map(telling.voice.paragraph, told), *contacts(telling)]
    if blocks:
        yield telling.voice.heading(_("Limits of the method, contact"), "limits")
        yield from blocks


def credits_(telling: Telling) -> Iterator[Block]:
    """Yield the chapter of whom to thank, the licence, and what a text was made by."""
    yield telling.voice.heading(telling.words.gettext("Credits and licence"), "credits")
    if thanked := telling.snapshot.cafe.publication.credits:
        yield from free_blocks(telling.voice, thanked, "credits")
    yield from licence(telling)


def licence(telling: Telling) -> Iterator[Block]:
    """Yield under which licence a text is shared, if it is, and by what it was made."""
    _ = telling.words.gettext
    if name := telling.snapshot.cafe.licence:
        shared = _("Licence {licence}: copy, reuse, share").format(licence=name)
        yield telling.voice.paragraph(f"{shared}.")
    yield telling.voice.paragraph(_("Made with wcafe {version}.").format(version=__version__))
