"""What a synthesis easily loses: tensions, lone voices, open questions; and what nobody sorted."""

from collections.abc import Sequence

from reportlab.platypus import Flowable

from wcafe.domain.kinds import Kind, kind_group
from wcafe.domain.marks import table_title
from wcafe.domain.notes import NoteId
from wcafe.domain.placing import Chapter, Nested
from wcafe.i18n import N_
from wcafe.reports.noted import Noted
from wcafe.reports.pages.beginning import begin
from wcafe.reports.pages.columns import Columns
from wcafe.reports.pages.runs import Face, Run
from wcafe.reports.pages.side_by_side import Rules, SideBySide
from wcafe.reports.pages.styles import (
    CAPTION,
    KIND,
    NOTED,
    PAIRED,
    PAIRED_ARROW,
    SMALL_NOTED,
)

_TOGETHER = {
    (Chapter.TENSION,): N_("What pulls apart"),
    (Chapter.LONE,): N_("Lone voices"),
    (Chapter.QUESTION,): N_("Open questions"),
    (Chapter.TENSION, Chapter.QUESTION): N_("Tensions and open questions"),
    (Chapter.TENSION, Chapter.LONE): N_("Tensions and lone voices"),
    (Chapter.LONE, Chapter.QUESTION): N_("Lone voices and open questions"),
    (Chapter.TENSION, Chapter.LONE, Chapter.QUESTION): N_(
        "Tensions, lone voices and open questions"
    ),
}
"""The title of the chapter, by what there is of it."""

_LONG = 900  # signs of a pair that no longer stands side by side


def apart(noted: Noted) -> list[Flowable]:
    """Return the chapter of tensions, lone voices and open questions, as far as there are any."""
    _ = noted.paper.words.gettext
    found = tuple(
        chapter
        for chapter in (Chapter.TENSION, Chapter.LONE, Chapter.QUESTION)
        if noted.placing.of(chapter)
    )
    if not found:
        return []
    head: list[Flowable] = [noted.paper.chapter(_title(found, noted), place="chapter-apart")]
    body: list[Flowable] = []
    if noted.placing.pairs:
        told = _("Notes that somebody set against each other; nobody has decided between them.")
        head.append(noted.paper.text(told, CAPTION))
        body += _pairs(noted)
    parts: list[Flowable] = []
    for chapter in found:
        if nested := _unpaired(chapter, noted):
            if len(found) > 1 or noted.placing.pairs:
                parts.append(noted.paper.text(_group(chapter, noted), KIND, tag="H3"))
            parts += noted.items(nested)
    if parts:
        flow = Columns(parts)
        flow.spaceBefore = 10
        body.append(flow)
    return begin(head, body)


def _title(found: tuple[Chapter, ...], noted: Noted) -> str:
    """Return the title of the chapter; one kind alone is called what the café calls it."""
    kinds = {Chapter.TENSION: Kind.TENSION, Chapter.QUESTION: Kind.QUESTION}
    labels = noted.snapshot.cafe.kind_labels
    if len(found) == 1 and found[0] in kinds and not noted.placing.pairs:
        return kind_group(kinds[found[0]], noted.paper.words, labels)
    return noted.paper.words.gettext(_TOGETHER[found])


def _group(chapter: Chapter, noted: Noted) -> str:
    words, labels = noted.paper.words, noted.snapshot.cafe.kind_labels
    if chapter is Chapter.LONE:
        return words.gettext("Lone voices")
    kind = Kind.TENSION if chapter is Chapter.TENSION else Kind.QUESTION
    return kind_group(kind, words, labels)


def _unpaired(chapter: Chapter, noted: Noted) -> Sequence[Nested]:
    paired = {id_ for pair in noted.placing.pairs for id_ in (pair.one, *pair.others)}
    return [nested for nested in noted.placing.of(chapter) if nested[0][0].id not in paired]


def _pairs(noted: Noted) -> list[Flowable]:
    """Return what pulls apart, side by side; what is too long for that one below the other."""
    by_root = {nested[0][0].id: nested for nested in noted.placing.of(Chapter.TENSION)}
    shown: set[NoteId] = set()
    story: list[Flowable] = []
    for place, pair in enumerate(noted.placing.pairs):
        sides = [
            [part for id_ in side for part in _side(id_, by_root, shown, noted)]
            for side in ((pair.one,), pair.others)
        ]
        arrow = noted.paper.text("↔", PAIRED_ARROW)
        signs = sum(
            len(note.text) for id_ in (pair.one, *pair.others) for note, _depth in by_root[id_]
        )
        if signs > _LONG:
            arrow.keepWithNext = True
            story += [*sides[0], arrow, *sides[1]]
            continue
        rules = Rules(above=0.5 if place == 0 else 0, below=0.5)
        stacks: list[list[Flowable]] = [sides[0], [arrow], sides[1]]
        story.append(SideBySide(stacks, shares=(1, 0.06, 1), gap=8, pad=(6, 5), rules=rules))
    return story


def _side(
    id_: NoteId, by_root: dict[NoteId, Nested], shown: set[NoteId], noted: Noted
) -> list[Flowable]:
    """Return a note of a pair where it comes first, and its number where it stands above."""
    if id_ in shown:
        again = [Run(text="↑ ", face=Face.SMALL), *noted.leads([noted.standing[id_]], Face.LEADS)]
        return [noted.paper.runs(again, NOTED)]
    shown.add(id_)
    return noted.items([by_root[id_]], PAIRED)


def unsorted(noted: Noted, *, has_annex: bool) -> list[Flowable]:
    """Return the chapter of the notes that nobody put into a theme, table by table.

    That nobody sorted them makes none a lone voice. With an annex they stand there, but for those
    to which a sentence leads.
    """
    paper, notes = noted.paper, noted.placing.of(Chapter.UNSORTED)
    _ = paper.words.gettext
    if has_annex:
        notes = tuple(each for each in notes if any(noted.is_cited(n) for n, _depth in each))
    if not notes:
        return []
    if noted.placing.themes:
        head: list[Flowable] = [
            paper.chapter(_("Not sorted yet"), place="chapter-unsorted"),
            paper.text(left_over(noted), CAPTION),
        ]
    else:
        head = [paper.chapter(_("The notes, table by table"), place="chapter-unsorted")]
    parts: list[Flowable] = []
    tables = sorted({nested[0][0].table for nested in notes})
    for table in tables:
        title = table_title(table, noted.snapshot.cafe.table_name(table), paper.words)
        parts.append(paper.text(title, KIND, tag="H3"))
        parts += noted.items([n for n in notes if n[0][0].table == table], SMALL_NOTED)
    return begin(head, [Columns(parts)])


def left_over(noted: Noted) -> str:
    """Return how many notes are in no theme; nothing where all are, or before there are themes."""
    paper = noted.paper
    plural = paper.words.ngettext
    left = [note for note in noted.snapshot.notes if note.id not in noted.themes_of]
    if not left or not noted.placing.themes:
        return ""
    count = plural(
        "{n} of {notes} notes is in no theme yet.",
        "{n} of {notes} notes are in no theme yet.",
        len(left),
    )
    told = [count.format(n=paper.number(len(left)), notes=paper.number(len(noted.snapshot.notes)))]
    if other := sum(noted.placing.places[note.id][0] is not Chapter.UNSORTED for note in left):
        said = plural(
            "{n} of them stands in another chapter.",
            "{n} of them stand in other chapters.",
            other,
        )
        told.append(said.format(n=paper.number(other)))
    return " ".join(told)
