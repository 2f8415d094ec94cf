"""What a synthesis easily loses: tensions, lone voices, open questions; and what nobody sorted."""

from collections.abc import Iterable, Sequence

from reportlab.platypus import Flowable, Spacer

from wcafe.domain.kinds import Kind, kind_group
from wcafe.domain.marks import table_title
from wcafe.domain.notes import NoteId
from wcafe.domain.settled_places import Chapter, Nested
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

_ABOVE = 9  # points between what pulls apart and the lists below it
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
        body += [Spacer(0, _ABOVE)] * bool(noted.placing.pairs)
        body.append(Columns(parts))
    return begin(head, body)


def _title(found: tuple[Chapter, ...], noted: Noted) -> str:
    """Return the title of the chapter; one kind alone is called what the café calls it."""
    if len(found) == 1 and found[0] is not Chapter.LONE and not noted.placing.pairs:
        return _group(found[0], noted)
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
        left = _side([pair.one], by_root, shown, noted)
        arrow = noted.paper.text("↔", PAIRED_ARROW)
        right = _side(pair.others, by_root, shown, noted)
        signs = sum(
            len(note.text) for id_ in (pair.one, *pair.others) for note, _depth in by_root[id_]
        )
        if signs > _LONG:
            arrow.keepWithNext = True
            story += [*left, arrow, *right]
            continue
        rules = Rules(above=0.5 if place == 0 else 0, below=0.5)
        story.append(
            SideBySide([left, [arrow], right], shares=(1, 0.06, 1), gap=8, pad=(6, 5), rules=rules)
        )
    return story


def _side(
    notes: Iterable[NoteId], by_root: dict[NoteId, Nested], shown: set[NoteId], noted: Noted
) -> list[Flowable]:
    """Return the notes of one side, each where it comes first; else its number, as it is above."""
    story: list[Flowable] = []
    for id_ in notes:
        if id_ in shown:
            again = noted.leads([noted.standing[id_]], Face.LEADS)
            story.append(noted.paper.runs([Run(text="↑ ", face=Face.SMALL), *again], NOTED))
            continue
        shown.add(id_)
        story += noted.items([by_root[id_]], PAIRED)
    return story


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
            paper.text(left_over(noted, has_annex=has_annex), CAPTION),
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


def left_over(noted: Noted, *, has_annex: bool) -> str:
    """Return how many notes are in no theme, and where they stand; nothing where all are in one.

    Before there are themes nothing is said either.
    """
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
    if has_annex:
        told.append(paper.words.gettext("Like all notes they stand in the annex."))
    return " ".join(told)
