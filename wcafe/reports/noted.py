"""How a synthesis sets notes: each under its label, with where it was said and ways back.

A raised label in a sentence leads to the note; an arrow at the note leads back to the sentence.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfdoc import PDFName
from reportlab.platypus import Flowable

from wcafe.domain.kinds import Kind
from wcafe.domain.notes import Note, NoteId
from wcafe.domain.placing import Placing, place_notes
from wcafe.domain.settled_places import Chapter, Nested
from wcafe.domain.sourcing import notes_behind
from wcafe.domain.synthesis import Statement, StatementId, mark_of
from wcafe.domain.typography import HARD, NARROW
from wcafe.reports.editions import label_of, place_of
from wcafe.reports.pages.fonts import BOLD
from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.paragraph import Bullet
from wcafe.reports.pages.runs import Face, Run, symbol
from wcafe.reports.pages.styles import ACCENT, DEEPEST, MUTED, NOTED, below
from wcafe.reports.pages.tags import Node
from wcafe.reports.pages.words import Link, Look
from wcafe.services.cafe import Snapshot

_STEP = 13  # points by which what belongs to a note is indented
COMMA = Run(text=f",{NARROW}", face=Face.RAISED)


class Noted:
    """The notes of one synthesis, and all that leads to them and back.

    Args:
        snapshot: the café as it is handed out.
        paper: what is printed on.
    """

    def __init__(self, snapshot: Snapshot, paper: Paper) -> None:
        self.snapshot, self.paper = snapshot, paper

    @cached_property
    def placing(self) -> Placing:
        shot = self.snapshot
        return place_notes(shot.notes, shot.themes, shot.opposed)

    @cached_property
    def standing(self) -> Mapping[NoteId, Note]:
        return {note.id: note for note in self.snapshot.notes}

    @cached_property
    def said(self) -> Mapping[StatementId, str]:
        """The name of the place of each statement."""
        statements = [said for placed in self.placing.themes for said in placed.theme.statements]
        return {said.id: f"said-{number}" for number, said in enumerate(statements, start=1)}

    @cached_property
    def _citing(self) -> Mapping[NoteId, Sequence[str]]:
        """The names of the places of the statements that rest on each note."""
        citing: dict[NoteId, list[str]] = {}
        for placed in self.placing.themes:
            for said in placed.theme.statements:
                for note in self.behind(said):
                    citing.setdefault(note.id, []).append(self.said[said.id])
        return citing

    def is_cited(self, note: Note) -> bool:
        """Does a statement rest on it?"""
        return note.id in self._citing

    @cached_property
    def themes_of(self) -> Mapping[NoteId, Sequence[int]]:
        """The places of the themes that hold each note."""
        found: dict[NoteId, list[int]] = {}
        for number, placed in enumerate(self.placing.themes):
            for id_ in placed.theme.notes:
                found.setdefault(id_, []).append(number)
        return found

    def behind(self, said: Statement) -> Sequence[Note]:
        """Return the notes on which a statement rests, in the order of their labels."""
        return sorted(notes_behind(said, self.standing), key=lambda note: self._order[note.id])

    @cached_property
    def _order(self) -> Mapping[NoteId, int]:
        return {id_: place for place, id_ in enumerate(self.placing.labels)}

    def label(self, note: Note) -> str:
        return self.placing.labels[note.id]

    def place(self, note: Note) -> str:
        """Return the name of the place at which a note stands."""
        return f"note-{self.label(note)}"

    def link_to(self, note: Note) -> Link:
        says = self.paper.words.gettext("Go to note {number}")
        return Link(self.place(note), says.format(number=self.label(note)))

    def leads(self, notes: Iterable[Note], face: Face = Face.RAISED) -> list[Run]:
        """Return the labels of `notes`, each a link, with commas between."""
        runs: list[Run] = []
        for note in notes:
            comma = COMMA if face is Face.RAISED else Run(text=", ", face=Face.SMALL)
            runs += [comma] * bool(runs)
            runs.append(Run(text=self.label(note), face=face, link=self.link_to(note)))
        return runs

    def after(self, note: Note, *, is_below: bool = False) -> list[Run]:
        """Return what stands behind a note: where it was said, its themes, the ways back.

        What is below another note was said where that one was.
        """
        _ = self.paper.words.gettext
        runs: list[Run] = []
        if not is_below:
            is_action = note.kind is Kind.ACTION  # which letters tell of by its number
            paper = self.paper
            where = label_of(note, self.snapshot, paper) if is_action else place_of(note, paper)
            runs.append(Run(text=f"{HARD}{where}", face=Face.SMALL))
        chapter, here = self.placing.places[note.id]
        if note.is_lone and chapter is not Chapter.LONE:
            lone = _("lone voice")
            runs.append(Run(text=f" {lone}", face=Face.SMALL))
        for number in self.themes_of.get(note.id, ()):
            if number != here and not is_below:
                runs += self.theme_leads(number)
        for place in self._citing.get(note.id, ()):
            back = Link(place, _("Back to the sentence"))
            runs.append(Run(text=f"{HARD}↑", face=Face.LEADS, link=back))
        return runs

    def theme_leads(self, number: int) -> list[Run]:
        """Return the symbol and number of a theme, which lead to it."""
        theme = self.placing.themes[number].theme
        says = self.paper.words.gettext("Go to theme {number}").format(number=number + 1)
        link = Link(f"theme-{number + 1}", says)
        return [
            Run(text=f"{HARD}→{HARD}", face=Face.SMALL),
            symbol(mark_of(theme, number), link),
            Run(text=f"{HARD}{number + 1}", face=Face.SMALL, link=link),
        ]

    def items(
        self,
        roots: Iterable[Nested],
        style: ParagraphStyle = NOTED,
        *,
        parent: Node | None = None,
    ) -> list[Flowable]:
        """Return a list of notes, each with those that belong to it as a list below it.

        Args:
            roots: the notes.
            style: how they look.
            parent: the element in which the list stands; the document itself by default.
        """
        lists = [_list_in(parent or self.paper.root)]
        made: list[Flowable] = []
        for nested in roots:
            for place, (note, depth) in enumerate(nested):
                level = min(depth, DEEPEST)
                del lists[level + 1 :]
                following = [min(deep, DEEPEST) for _n, deep in nested[place + 1 : place + 2]]
                has_points = bool(following) and following[0] > level
                item = lists[level].add("LI")
                bullet, within, tag = self._bullet(note, item, level, style), item, "LBody"
                if has_points:
                    within, tag = item.add("LBody"), "P"
                    lists.append(_list_in(within))
                made.append(
                    self.paper.runs(
                        [Run(text=note.text), *self.after(note, is_below=depth > 0)],
                        below(style, level, _STEP),
                        tag=tag,
                        parent=within,
                        bullet=bullet,
                        place=self.place(note),
                    )
                )
        return made

    def _bullet(self, note: Note, item: Node, level: int, style: ParagraphStyle) -> Bullet:
        label = self.label(note)
        if level:
            look = Look(style.fontName, style.fontSize - 1, MUTED)
            return Bullet(item.add("Lbl"), label.lstrip("0123456789"), look, is_number=True)
        look = Look(BOLD, style.fontSize - 1, ACCENT)
        return Bullet(item.add("Lbl"), label, look, is_number=True)


def _list_in(parent: Node) -> Node:
    return parent.add("L", attributes={"O": PDFName("List"), "ListNumbering": PDFName("Ordered")})
