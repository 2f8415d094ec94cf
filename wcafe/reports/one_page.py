"""The summary on one page: what every theme says, and where that comes from."""

from collections.abc import Sequence

from reportlab.platypus import Flowable

from wcafe.domain.notes import Note
from wcafe.domain.sourcing import Standing
from wcafe.domain.synthesis import Theme
from wcafe.reports.pages.beginning import PAGE_ROOM, height_of
from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.styles import CAPTION, HEADING, LEAD
from wcafe.reports.sources import how_many, in_short
from wcafe.reports.themes import Told, sources_of, with_symbol
from wcafe.services.cafe import Snapshot


def on_one_page(snapshot: Snapshot, themes: Told, paper: Paper, *, withheld: str) -> list[Flowable]:
    """Return the summary: every theme and statement with its sources.

    Where the statements are too long for a page they are left to the themes' own chapters, and the
    headlines stand here. Where there is no note to be read it says so, or that all are `withheld`.
    """
    _ = paper.words.gettext
    story: list[Flowable] = [paper.chapter(_("On one page"))]
    if not snapshot.notes:
        return [*story, paper.text(withheld or _("No notes have been taken yet."), LEAD)]
    if not themes:
        said = _("The notes have not been put into themes yet. They stand table by table below.")
        return [*story, paper.text(said, LEAD)]
    standing = {note.id: note for note in snapshot.notes}
    whole = [
        part
        for number, told in enumerate(themes)
        for part in _in_short(number, *told, paper, standing=standing)
    ]
    headlines = [
        part for number, told in enumerate(themes) for part in _headed(number, *told, paper)
    ]
    for parts in (whole, headlines if any(theme.headline for theme, _n in themes) else []):
        if parts and height_of([*story, *parts], PAGE_ROOM[0]) <= PAGE_ROOM[1]:
            return [*story, *parts]
    return [*story, *_named(themes, paper)]


def _in_short(
    number: int, theme: Theme, notes: Sequence[Note], paper: Paper, *, standing: Standing
) -> list[Flowable]:
    heading = paper.text(theme.name, HEADING, tag="H3")
    story: list[Flowable] = [with_symbol(heading, theme, number)]
    if theme.headline:
        story.append(paper.text(theme.headline, LEAD))
    if not theme.statements:
        count = f"{how_many(notes, paper)} {in_short(notes, paper)}"
        return [*story, paper.text(count, CAPTION)]
    return [
        *story,
        paper.text(how_many(notes, paper), CAPTION),
        *(
            paper.text(said.text, after=sources_of(said, standing, paper, in_short))
            for said in theme.statements
        ),
    ]


def _headed(number: int, theme: Theme, notes: Sequence[Note], paper: Paper) -> list[Flowable]:
    """Return what a theme says in one line, and how many notes stand behind it."""
    heading = paper.text(theme.name, HEADING, tag="H3")
    said = [paper.text(theme.headline, LEAD)] if theme.headline else []
    count = paper.text(f"{how_many(notes, paper)} {in_short(notes, paper)}", CAPTION)
    return [with_symbol(heading, theme, number), *said, count]


def _named(themes: Told, paper: Paper) -> list[Flowable]:
    items = [
        (theme.name, f"{how_many(notes, paper)} {in_short(notes, paper)}")
        for theme, notes in themes
    ]
    return list(paper.bullets(items))
