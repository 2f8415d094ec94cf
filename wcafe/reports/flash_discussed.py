"""Still under discussion, on the second page of the flash: tensions, lone voices, questions."""

from collections.abc import Sequence

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfdoc import PDFName
from reportlab.platypus import Flowable

from wcafe.domain.kinds import Kind, kind_group
from wcafe.domain.notes import Note
from wcafe.domain.text import abridged
from wcafe.reports.editions import of_all, place_of
from wcafe.reports.flash_head import GAP
from wcafe.reports.pages.fonts import BOLD
from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.paragraph import Bullet
from wcafe.reports.pages.side_by_side import Rules, SideBySide
from wcafe.reports.pages.styles import CAPTION, CELL, HEADING
from wcafe.reports.pages.tags import Node
from wcafe.services.cafe import Snapshot

TEXT = ParagraphStyle("flash_text", CELL, leading=12.5)
CHAPTER = ParagraphStyle("flash_now", HEADING, spaceBefore=14, spaceAfter=3)

_LIST = ParagraphStyle("flash_list", HEADING, fontSize=11.5, leading=15, spaceAfter=3)
_POINT = ParagraphStyle("flash_point", CELL, leftIndent=11, bulletIndent=0, spaceAfter=3)
_ARROW = ParagraphStyle("flash_arrow", CELL, fontName=BOLD, leading=12.5)


def tensions(snapshot: Snapshot, paper: Paper, *, most: int, longest: int) -> list[Flowable]:
    """Return notes that pull apart, side by side, and after them those that say so themselves."""
    _ = paper.words.gettext
    known = {note.id: note for note in snapshot.notes}
    order = {note.id: place for place, note in enumerate(snapshot.notes)}
    found = [
        sorted((known[pair.one], known[pair.other]), key=lambda note: order[note.id])
        for pair in snapshot.opposed
        if pair.one in known and pair.other in known
    ]
    pairs: list[list[Note]] = sorted(found, key=lambda two: [order[note.id] for note in two])
    paired = {note.id for pair in pairs for note in pair}
    alone = [n for n in snapshot.notes if n.kind is Kind.TENSION and n.id not in paired]
    rows = [*pairs, *([note] for note in alone)]
    if not rows:
        return []
    shown = rows[:most]
    title = paper.text(_("Still under discussion"), CHAPTER, tag="H2", outline=0)
    told = [_("Notes that pull apart, and nobody has decided between them.")]
    if count := of_all(len(shown), rows, paper):
        told.append(_("{count}: all of them are in the record.").format(count=count))
    story: list[Flowable] = [title, paper.text(" ".join(told), CAPTION)]
    for place, row in enumerate(shown):
        texts = [_note(note, longest, paper) for note in row[:1]]
        stacks: list[list[Flowable]] = [texts]
        if len(row) > 1:
            stacks += [[paper.text("↔", _ARROW)], [_note(row[1], longest, paper)]]
        rules = Rules(above=0.5 if place == 0 else 0, below=0.5)
        shares = (1, 0.07, 1) if len(row) > 1 else (1,)
        story.append(SideBySide(stacks, shares=shares, gap=8, pad=(5, 6), rules=rules))
    return story


def _note(note: Note, longest: int, paper: Paper) -> Flowable:
    """Return what a note says, and small behind it where."""
    return paper.text(abridged(note.text, longest), TEXT, after=place_of(note, paper))


def voices(
    snapshot: Snapshot, paper: Paper, *, lone: int, questions: int, longest: int
) -> list[Flowable]:
    """Return lone voices and open questions, side by side where there are both."""
    _ = paper.words.gettext
    labels = snapshot.cafe.kind_labels
    alone = [note for note in snapshot.notes if note.is_lone]
    asked = [note for note in snapshot.notes if note.kind is Kind.QUESTION]
    stacks = [
        _listed(title, notes, most, longest, paper)
        for title, notes, most in (
            (_("Lone voices"), alone, lone),
            (kind_group(Kind.QUESTION, paper.words, labels), asked, questions),
        )
        if notes
    ]
    return [SideBySide(stacks, gap=GAP, pad=(10, 0))] if stacks else []


def _listed(
    title: str, notes: Sequence[Note], most: int, longest: int, paper: Paper
) -> list[Flowable]:
    shown = notes[:most]
    count = of_all(len(shown), notes, paper)
    stack: list[Flowable] = [paper.text(title, _LIST, tag="H2", after=count)]
    listed = _list(paper)
    for note in shown:
        item = listed.add("LI")
        bullet = Bullet(item.add("Lbl"), "–")
        said, where = abridged(note.text, longest), place_of(note, paper)
        stack.append(paper.text(said, _POINT, tag="LBody", parent=item, bullet=bullet, after=where))
    return stack


def _list(paper: Paper) -> Node:
    facts = {"O": PDFName("List"), "ListNumbering": PDFName("Disc")}
    return paper.root.add("L", attributes=facts)
