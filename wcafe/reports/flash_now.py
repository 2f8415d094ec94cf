"""The second page of the flash: what is discussed, what happens now, and a slip to correct it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfdoc import PDFName
from reportlab.platypus import Flowable, Spacer

from wcafe.domain.free_text import Heading, parse, plain
from wcafe.domain.kinds import Kind, kind_group
from wcafe.domain.notes import Note
from wcafe.domain.text import abridged
from wcafe.reports.editions import Names, is_over, of_all, place_of, until_when
from wcafe.reports.pages.flowables import TaggedTable
from wcafe.reports.pages.fonts import BOLD
from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.paragraph import Bullet
from wcafe.reports.pages.runs import Face, Run
from wcafe.reports.pages.side_by_side import Blanks, CutOut, Rules, SideBySide
from wcafe.reports.pages.styles import BODY, CAPTION, CELL, CELL_HEAD, HEADING, RULED, SMALL
from wcafe.reports.pages.tags import Node
from wcafe.services.cafe import Snapshot

Stacks = tuple[Sequence[Flowable], Sequence[Flowable]]

_GAP = 22  # points between two columns
_TEXT = ParagraphStyle("flash_text", CELL, leading=12.5)
_CHAPTER = ParagraphStyle("flash_now", HEADING, spaceBefore=14, spaceAfter=3)
_LIST = ParagraphStyle("flash_list", HEADING, fontSize=11.5, leading=15, spaceAfter=3)
_POINT = ParagraphStyle("flash_point", CELL, leftIndent=11, bulletIndent=0, spaceAfter=3)
_ARROW = ParagraphStyle("flash_arrow", CELL, fontName=BOLD, leading=12.5)
_SLIP = ParagraphStyle("flash_slip", CELL, spaceAfter=4)
_ADDRESS = ParagraphStyle("flash_address", SMALL, fontSize=8.5, leading=11.5)
_WIDTH, _WHO, _WHEN = 170 * mm, 34 * mm, 30 * mm


@dataclass(frozen=True, slots=True, kw_only=True)
class _Choice:
    """How many of each a version of the page shows, and how long each may be, in characters."""

    tensions: int
    lone: int
    questions: int
    actions: int
    steps: int = 4
    longest: int = 220


_CHOICES = (
    _Choice(tensions=6, lone=4, questions=4, actions=10, steps=6),
    _Choice(tensions=5, lone=4, questions=4, actions=8, steps=5),
    _Choice(tensions=4, lone=3, questions=3, actions=7),
    _Choice(tensions=4, lone=3, questions=3, actions=5, longest=160),
    _Choice(tensions=3, lone=2, questions=2, actions=5, steps=3, longest=140),
    _Choice(tensions=2, lone=2, questions=2, actions=4, steps=3, longest=120),
    _Choice(tensions=1, lone=1, questions=1, actions=2, steps=2, longest=100),
    _Choice(tensions=1, lone=1, questions=1, actions=1, steps=1, longest=60),
)


def discussed_and_done(snapshot: Snapshot, names: Names) -> Sequence[Callable[[Paper], Stacks]]:
    """Return the versions of the page, the fullest first; the last one fits in any case."""
    return [partial(_page, snapshot, names, choice) for choice in _CHOICES]


def _page(snapshot: Snapshot, names: Names, choice: _Choice, paper: Paper) -> Stacks:
    parts = [
        *_tensions(snapshot, choice, paper),
        *_voices(snapshot, choice, paper),
        *_now(snapshot, names, choice, paper),
    ]
    return parts, [Spacer(0, 5 * mm), *_slip(snapshot, paper)]


def _tensions(snapshot: Snapshot, choice: _Choice, paper: Paper) -> list[Flowable]:
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
    shown = rows[: choice.tensions]
    title = paper.text(_("What is still discussed"), _CHAPTER, tag="H2", outline=0)
    told = [_("Notes that pull apart, and nobody has decided between them.")]
    if count := of_all(len(shown), rows, paper):
        told.append(_("{count}: all of them are in the record.").format(count=count))
    story: list[Flowable] = [title, paper.text(" ".join(told), CAPTION)]
    for place, row in enumerate(shown):
        texts = [_note(note, choice, paper, _TEXT) for note in row[:1]]
        stacks: list[list[Flowable]] = [texts]
        if len(row) > 1:
            stacks += [[paper.text("↔", _ARROW)], [_note(row[1], choice, paper, _TEXT)]]
        rules = Rules(above=0.5 if place == 0 else 0, below=0.5)
        shares = (1, 0.07, 1) if len(row) > 1 else (1,)
        story.append(SideBySide(stacks, shares=shares, gap=8, pad=(5, 6), rules=rules))
    return story


def _note(note: Note, choice: _Choice, paper: Paper, style: ParagraphStyle) -> Flowable:
    """Return what a note says, and small behind it where."""
    return paper.runs(_said(note, choice, paper), style)


def _said(note: Note, choice: _Choice, paper: Paper) -> list[Run]:
    words = abridged(note.text, choice.longest)
    return [Run(text=words), Run(text=f" {place_of(note, paper)}", face=Face.SMALL)]


def _voices(snapshot: Snapshot, choice: _Choice, paper: Paper) -> list[Flowable]:
    """Return lone voices and open questions, side by side where there are both."""
    _ = paper.words.gettext
    labels = snapshot.cafe.kind_labels
    lone = [note for note in snapshot.notes if note.is_lone]
    asked = [note for note in snapshot.notes if note.kind is Kind.QUESTION]
    stacks = [
        _listed(title, notes, most, choice, paper)
        for title, notes, most in (
            (_("Lone voices"), lone, choice.lone),
            (kind_group(Kind.QUESTION, paper.words, labels), asked, choice.questions),
        )
        if notes
    ]
    return [SideBySide(stacks, gap=_GAP, pad=(10, 0))] if stacks else []


def _listed(
    title: str, notes: Sequence[Note], most: int, choice: _Choice, paper: Paper
) -> list[Flowable]:
    shown = notes[:most]
    count = of_all(len(shown), notes, paper)
    stack: list[Flowable] = [paper.text(title, _LIST, tag="H2", after=count)]
    listed = _list(paper)
    for note in shown:
        item = listed.add("LI")
        bullet = Bullet(item.add("Lbl"), "–")
        said = _said(note, choice, paper)
        stack.append(paper.runs(said, _POINT, tag="LBody", parent=item, bullet=bullet))
    return stack


def _list(paper: Paper) -> Node:
    facts = {"O": PDFName("List"), "ListNumbering": PDFName("Disc")}
    return paper.root.add("L", attributes=facts)


def _now(snapshot: Snapshot, names: Names, choice: _Choice, paper: Paper) -> list[Flowable]:
    """Return the first actions, with who and by when as far as that is known, and what comes."""
    _ = paper.words.gettext
    actions = [note for note in snapshot.notes if note.kind is Kind.ACTION]
    steps = _steps(snapshot, choice, paper)
    if not actions and not steps:
        return []
    story: list[Flowable] = [paper.text(_("And now"), _CHAPTER, tag="H2", outline=0)]
    if actions:
        shown = actions[: choice.actions]
        story.append(_actions(shown, snapshot, names, choice, paper))
        if more := len(actions) - len(shown):
            others = paper.words.ngettext(
                "The {n} other action is in the record.",
                "The {n} other actions are in the record.",
                more,
            )
            story.append(paper.text(others.format(n=paper.number(more)), CAPTION))
    return [*story, *steps]


def _actions(
    actions: Sequence[Note], snapshot: Snapshot, names: Names, choice: _Choice, paper: Paper
) -> Flowable:
    """Return a table of actions; a column of which nothing is known is left out."""
    _ = paper.words.gettext
    first = kind_group(Kind.ACTION, paper.words, snapshot.cafe.kind_labels)
    columns = [
        (_("Who takes it on"), [names.who(action, paper) for action in actions], _WHO),
        (_("By when"), [action.due for action in actions], _WHEN),
    ]
    known = [column for column in columns if any(column[1])]
    table = paper.root.add("Table")
    head = table.add("TR")
    facts = {"O": PDFName("Table"), "Scope": PDFName("Column")}
    rows: list[list[Flowable]] = [
        [
            paper.text(title, CELL_HEAD, parent=head.add("TH", attributes=facts))
            for title in (first, *(title for title, _cells, _width in known))
        ]
    ]
    for place, action in enumerate(actions):
        line = table.add("TR")
        said = _said(action, choice, paper)
        row: list[Flowable] = [paper.runs(said, CELL, parent=line.add("TD"))]
        for _title, cells, _width in known:
            row.append(paper.text(abridged(cells[place], 48), CELL, parent=line.add("TD")))
        rows.append(row)
    widths = [width for _title, _cells, width in known]
    made = [_WIDTH - sum(widths), *widths]
    return TaggedTable(rows, colWidths=made, style=RULED, hAlign="LEFT", splitInRow=0)


def _steps(snapshot: Snapshot, choice: _Choice, paper: Paper) -> list[Flowable]:
    """Return what the organiser says happens next, and until when corrections are taken."""
    said = [
        abridged(plain(block), choice.longest)
        for block in parse(snapshot.cafe.publication.next_steps)
        if not isinstance(block, Heading)
    ]
    told = said[: choice.steps] + [until_when(snapshot, paper)] * bool(until_when(snapshot, paper))
    if len(said) > choice.steps:
        told.insert(choice.steps, paper.words.gettext("What else comes is in the synthesis."))
    style = ParagraphStyle("flash_step", _TEXT, spaceBefore=4)
    return [paper.text(sentence, style) for sentence in told]


def _slip(snapshot: Snapshot, paper: Paper) -> list[Flowable]:
    """Return a slip on which anybody can say it otherwise; none once that is over."""
    _ = paper.words.gettext
    if is_over(snapshot, paper) or not snapshot.notes:
        return []
    address = _address(snapshot, paper)
    left: list[Flowable] = [
        paper.text(_("Is this not what you said?"), _LIST, tag="H2", outline=0),
        paper.text(_how_to_answer(snapshot, paper), _SLIP),
    ]
    top = SideBySide([left, address], shares=(0.64, 0.36), gap=_GAP) if address else None
    where = _("Table ……   round ……   or theme no. ……      My name, if I like:")
    return [
        CutOut([*([top] if top else left), paper.text(where, _SLIP, as_typed=True), Blanks(4, 17)])
    ]


def _how_to_answer(snapshot: Snapshot, paper: Paper) -> str:
    _ = paper.words.gettext
    publication = snapshot.cafe.publication
    until, by_mail = publication.amend_until, bool(publication.contact)
    if until is None:
        how = (
            _("Write it here and hand the slip in before you leave, or send it to this address.")
            if by_mail
            else _("Write it here and hand the slip in before you leave.")
        )
    else:
        how = (
            _("Write it here and hand the slip in, or send it to this address by {date}.")
            if by_mail
            else _("Write it here and hand the slip in by {date}.")
        ).format(date=paper.long_date(until))
    return f"{how} {_('Corrections are printed with the synthesis; a refusal says why.')}"


def _address(snapshot: Snapshot, paper: Paper) -> list[Flowable]:
    """Return where corrections go, as the organiser said it; else who that is."""
    cafe = snapshot.cafe
    lines = [line for line in cafe.publication.contact.splitlines() if line.strip()][:5]
    shown = lines or ([cafe.organiser] if cafe.organiser else [])
    bold = ParagraphStyle("flash_who", _ADDRESS, fontName=BOLD, textColor=BODY.textColor)
    return [
        paper.text(abridged(line, 60), _ADDRESS if place else bold, as_typed=True)
        for place, line in enumerate(shown)
    ]
