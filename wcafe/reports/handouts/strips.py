"""Strips, one a table: is this what you said? Several on a sheet, to be cut apart and ticked."""

from reportlab.platypus import CondPageBreak, Flowable

from wcafe.domain.artefact import PrintOptions
from wcafe.domain.marks import table_title
from wcafe.domain.strips import ANSWERS, Asked, TableStrip, rests_on, strips_of, unasked
from wcafe.domain.verdicts import sentence_code
from wcafe.reports.handouts.strip import BOX_LABEL, SENTENCE, SOURCE, Row, Strip, width_beside
from wcafe.reports.pages.fitting import evened
from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.styles import TITLE
from wcafe.reports.pages.tags import Node
from wcafe.services.cafe import Snapshot
from wcafe.services.known import known_tables
from wcafe.services.sourced import standing_in


def strips(snapshot: Snapshot, paper: Paper, _options: PrintOptions) -> list[Flowable]:
    """Return a strip for each table that a sentence cites; the others are told.

    A strip stands on one sheet; what is longer than a sheet goes on, with a head of its own, on
    the next. Each says when it was printed, and each sentence has the code of its words, so that
    one that was written anew since is seen when the strip comes back.
    """
    made = strips_of(snapshot.themes, standing_in(snapshot))
    paper.without_strip = unasked(made, known_tables(snapshot))
    if not made:
        nothing = paper.words.gettext(
            "No sentence rests on a note of any table yet: there is nothing to ask."
        )
        return [paper.text(snapshot.cafe.title, TITLE, tag="H1", outline=0), paper.text(nothing)]
    story: list[Flowable] = []
    for asked in made:
        for sheet in _sheets(asked, snapshot, paper):
            story += [CondPageBreak(sheet.wrap(0, 0)[1]), sheet]
    return story


def _sheets(asked: TableStrip, snapshot: Snapshot, paper: Paper) -> list[Strip]:
    """Return the strip of a table, on as many sheets as its sentences take."""
    sheets = [_begin(asked, snapshot, paper)]
    free = sheets[0].room
    for each in asked.asked:
        row = _row(each, snapshot, paper)
        if row.height > sheets[-1].room < free:
            sheets.append(_begin(asked, snapshot, paper, is_continued=True))
        for piece in row.in_pieces(sheets[-1].room):
            if piece.height > sheets[-1].room:
                sheets.append(_begin(asked, snapshot, paper, is_continued=True))
            sheets[-1].add(piece)
    return sheets


def _begin(
    asked: TableStrip, snapshot: Snapshot, paper: Paper, *, is_continued: bool = False
) -> Strip:
    """Return a strip with its head, and no sentence yet."""
    _, plural = paper.words.gettext, paper.words.ngettext
    title = table_title(asked.table, snapshot.cafe.table_name(asked.table), paper.words)
    if is_continued:
        title = _("{title}, continued").format(title=title)
    count = len(asked.asked)
    how = _("{notes} · {sentences}. Tick one box each, together.").format(
        notes=plural("{n} note", "{n} notes", asked.notes).format(n=paper.number(asked.notes)),
        sentences=plural("{n} sentence to read", "{n} sentences to read", count).format(n=count),
    )
    return Strip(asked.table, title, how, paper)


def _row(asked: Asked, snapshot: Snapshot, paper: Paper) -> Row:
    said, node = asked.statement, Node("Sect")
    sentence, boxes = node.add("Sect"), node.add("Sect")
    labels = [
        paper.text(paper.words.gettext(label), BOX_LABEL, parent=boxes)
        for label in ANSWERS.values()
    ]
    style = SENTENCE
    shown = evened(paper.set(said.text), width_beside(labels), style.fontSize, style.fontName)
    source = rests_on(asked, snapshot.numbers, paper.words)
    source = f"{source}\u00a0·\u00a0{sentence_code(said)}"
    return Row(
        node,
        paper.text(shown, style, parent=sentence),
        paper.text(source, SOURCE, parent=sentence),
        labels,
    )
