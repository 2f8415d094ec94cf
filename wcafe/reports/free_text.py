"""What the organiser tells at length, on paper: headings, paragraphs, lists."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from reportlab.pdfbase.pdfdoc import PDFName
from reportlab.platypus import Flowable

from wcafe.domain.free_text import Block, Heading, Item, Run, parse
from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.paragraph import Bullet, TaggedParagraph
from wcafe.reports.pages.runs import Face
from wcafe.reports.pages.runs import Run as Stretch
from wcafe.reports.pages.styles import BODY, HEADING, LABEL, POINT, below
from wcafe.reports.pages.tags import Node

_DEEPEST = 6  # the deepest heading that PDF knows


@dataclass(slots=True)
class _List:
    """A list that is open: its element, and that of what its last item says."""

    node: Node
    body: Node = field(init=False)


def free_text(text: str, paper: Paper, *, below_heading: int = 2) -> list[Flowable]:
    """Return `text` as it reads, its headings below one of the level `below_heading`."""
    story: list[Flowable] = []
    levels: list[int] = []  # of the headings under which what follows stands
    lists: list[_List] = []
    for block in parse(text):
        if not isinstance(block, Item):
            lists = []
        if isinstance(block, Heading):
            levels = [*(level for level in levels if level < block.level), block.level]
            tag = f"H{min(below_heading + len(levels), _DEEPEST)}"
            story.append(paper.text(block.text, HEADING if len(levels) == 1 else LABEL, tag=tag))
        elif isinstance(block, Item):
            story.append(_item(block, lists, paper))
        else:
            story.append(paper.runs(stretches(block.runs), BODY))
    return story


def stretches(runs: Iterable[Run]) -> list[Stretch]:
    """Return what is printed bold and what is not."""
    return [Stretch(text=run.text, face=Face.BOLD if run.is_bold else Face.PLAIN) for run in runs]


def opening_of(text: str) -> list[Stretch]:
    """Return `text` as one paragraph, whatever is in it."""
    found: list[Stretch] = []
    for block in parse(text):
        found += [Stretch(text=" ")] * bool(found)
        found += stretches(_runs_of(block))
    return found


def _runs_of(block: Block) -> Iterable[Run]:
    return (Run(block.text, is_bold=True),) if isinstance(block, Heading) else block.runs


def _item(item: Item, lists: list[_List], paper: Paper) -> TaggedParagraph:
    """Return an item of a list; `lists` are those it may go on with, each inside the one before."""
    depth = min(item.depth, len(lists))
    del lists[depth + 1 :]
    if depth == len(lists):
        parent = lists[-1].body if lists else paper.root
        numbering = "Disc" if item.number is None else "Decimal"
        facts = {"O": PDFName("List"), "ListNumbering": PDFName(numbering)}
        lists.append(_List(parent.add("L", attributes=facts)))
    node = lists[depth].node.add("LI")
    sign = "–" if item.number is None else f"{item.number}."
    bullet = Bullet(node.add("Lbl"), sign, is_number=item.number is not None)
    lists[depth].body = node.add("LBody")
    style = below(POINT, depth)
    return paper.runs(stretches(item.runs), style, parent=lists[depth].body, bullet=bullet)
