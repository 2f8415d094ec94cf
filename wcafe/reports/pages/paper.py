"""The sheet a document is written on: its language, its structure, its one way to set text.

All text a person wrote or we wrote becomes a paragraph through `Paper.text`, which cleans
it, escapes it (ReportLab would read `<` as markup, and files through `<img>`) and gives
each character a font that has it.
"""

import re
from collections.abc import Sequence
from datetime import date, datetime
from xml.sax.saxutils import escape

from babel.dates import format_datetime
from babel.numbers import format_decimal
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfdoc import PDFName
from reportlab.platypus import Flowable

from wcafe.domain.text import one_line
from wcafe.i18n import Words, words_for
from wcafe.reports.pages.flowables import TaggedParagraph, TaggedTable
from wcafe.reports.pages.fonts import font_runs, register_fonts, unprintable
from wcafe.reports.pages.styles import (
    BODY,
    CELL,
    CELL_HEAD,
    CHAPTER,
    DEEPEST,
    FIGURES,
    FIGURES_HEAD,
    HEADING,
    ITEM,
    LABEL,
    LEAD,
    RULED,
    below,
)
from wcafe.reports.pages.tags import Node
from wcafe.written import long_day, percent

_HIGH = 10_000  # points: as much as there ever is
_REGIONS = {"fr": "fr_FR", "en": "en_GB"}
_RUNNING = (BODY, LEAD, *(below(ITEM, depth) for depth in range(DEEPEST + 1)))  # is hyphenated
_LONG_WORD = re.compile(r"[^ \n]{40}")  # too long to be a word that can be hyphenated


class Paper:
    """One document in the making.

    Attributes:
        words: its phrases; the document's language, not the desk's.
        root: the structure to which everything is added in reading order.
        missing: characters that no shipped font has, printed as a box and told to the user.
        left_out: names of those whom it has nothing for, told to the user too.
    """

    def __init__(self, language: str, now: datetime) -> None:
        register_fonts()
        self.language = language
        self.words: Words = words_for(language)
        self.region = _REGIONS[language]
        self.now = now
        self.root = Node("Document")
        self.missing: set[str] = set()
        self.left_out: list[str] = []
        self._hyphenated: dict[str, ParagraphStyle] = {}
        self._marked: dict[tuple[str, str], str] = {}

    def text(
        self,
        words: str,
        style: ParagraphStyle = BODY,
        *,
        tag: str = "P",
        parent: Node | None = None,
        bullet: Node | None = None,
        outline: int | None = None,
        after: str = "",
    ) -> TaggedParagraph:
        """Return `words` as a paragraph, whatever is in them.

        Args:
            words: plain text; line ends are kept.
            style: how it looks; running text is hyphenated in the document's language, unless
                a word is longer than any language's, such as an address: that breaks anywhere.
            tag: what it is in the structure: P, H1, H2, H3, LBody …
            parent: where it belongs; the document itself by default.
            bullet: what the sign in front of it is in the structure, if there is one.
            outline: the depth at which it stands in the bookmarks, from 0.
            after: where it comes from, set small behind it.
        """
        node = (parent or self.root).add(tag)
        marked = self.markup(words, style.fontName)
        if after:
            marked += (
                f' <font size="{style.fontSize - 2}" color="#6F6055">{self.markup(after)}</font>'
            )
        if not _LONG_WORD.search(words):  # one cut by hyphens ReportLab cuts no further
            style = self._in_language(style)
        paragraph = TaggedParagraph(marked, style)
        entry = one_line(words) if outline is not None else None
        return paragraph.tagged(node, outline=entry, depth=outline, bullet=bullet)

    def markup(self, words: str, font: str = BODY.fontName) -> str:
        """Return `words` escaped, each run in a font that has its characters."""
        if (words, font) in self._marked:  # a note stands in its theme and at its table
            return self._marked[words, font]
        if not words.isascii():
            self.missing |= unprintable(words)
        runs = []
        for name, run in font_runs(words, font):
            safe = escape(run).replace("\n", "<br/>")
            runs.append(safe if name == font else f'<font name="{name}">{safe}</font>')
        self._marked[words, font] = marked = "".join(runs)
        return marked

    def chapter(self, words: str) -> TaggedParagraph:
        return self.text(words, CHAPTER, tag="H2", outline=0)

    def heading(self, words: str) -> TaggedParagraph:
        return self.text(words, HEADING, tag="H3", outline=1)

    def label(self, words: str, tag: str = "H3") -> TaggedParagraph:
        """Return the smallest heading, which never stands alone at the foot of a page."""
        label = self.text(words, LABEL, tag=tag)
        label.keepWithNext = True
        return label

    def bullets(
        self,
        items: Sequence[tuple[str, str]],
        style: ParagraphStyle = ITEM,
        depths: Sequence[int] = (),
    ) -> list[TaggedParagraph]:
        """Return a list: each item with, set small behind it, where it comes from.

        Args:
            items: their words and sources.
            style: how they look.
            depths: how deep each item lies below one before it, from 0, at most one deeper than
                that; all lie at 0 by default. What lies too deep for a page stands at the deepest.
        """
        levels = [min(depth, DEEPEST) for depth in depths] or [0] * len(items)
        lists = [_list_in(self.root)]
        made = []
        for place, (words, source) in enumerate(items):
            level = levels[place]
            del lists[level + 1 :]
            item = lists[level].add("LI")
            bullet, parent, tag = item.add("Lbl"), item, "LBody"
            has_points = level < max(levels[place + 1 : place + 2], default=0)
            if has_points:  # its words stand beside their list
                parent, tag = item.add("LBody"), "P"
            looks = below(style, level)
            made.append(
                self.text(words, looks, tag=tag, parent=parent, bullet=bullet, after=source)
            )
            if has_points:
                lists.append(_list_in(parent))
        return made

    def table(
        self,
        rows: Sequence[Sequence[str]],
        widths: Sequence[float],
        *,
        row_heads: bool = False,
    ) -> TaggedTable:
        """Return a table whose first row are the headings, repeated on each page it goes over.

        With `row_heads` the first cell of each row is its heading, and all others hold figures.
        """
        table = self.root.add("Table")
        cells = []
        for number, row in enumerate(rows):
            line = table.add("TR")
            made = []
            for place, cell in enumerate(row):
                scope = "Column" if number == 0 else "Row" if row_heads and place == 0 else ""
                tag, head = ("TH", {"Scope": PDFName(scope)}) if scope else ("TD", {})
                facts = {"O": PDFName("Table"), **head} if head else {}
                style = CELL_HEAD if number == 0 else CELL
                if row_heads and place:
                    style = FIGURES_HEAD if number == 0 else FIGURES
                made.append(self.text(cell, style, parent=line.add(tag, attributes=facts)))
            cells.append(made)
        return TaggedTable(
            cells, colWidths=list(widths), repeatRows=1, style=RULED, hAlign="LEFT", splitInRow=0
        )

    def height_of(self, story: Sequence[Flowable], width: float) -> float:
        """Return how high `story` stands on one page, with the gaps between its parts."""
        return sum(
            part.wrap(width, _HIGH)[1] + part.getSpaceBefore() + part.getSpaceAfter()
            for part in story
        )

    def number(self, value: float, digits: int = 0) -> str:
        pattern = "#,##0" + ("." + "#" * digits if digits else "")
        return str(format_decimal(value, format=pattern, locale=self.region))

    def percent(self, share: float) -> str:
        return percent(share, self.language)

    def long_date(self, day: date) -> str:
        return long_day(day, self.language)

    def moment(self) -> str:
        """Return when this is printed, for the footer."""
        return str(format_datetime(self.now, format="short", locale=self.region))

    def _in_language(self, style: ParagraphStyle) -> ParagraphStyle:
        """Return running text's `style` with hyphens as its language has them; names have none."""
        if style not in _RUNNING:
            return style
        if style.name not in self._hyphenated:
            self._hyphenated[style.name] = ParagraphStyle(
                style.name, parent=style, hyphenationLang=self.region, embeddedHyphenation=1
            )
        return self._hyphenated[style.name]


def _list_in(parent: Node) -> Node:
    return parent.add("L", attributes={"O": PDFName("List"), "ListNumbering": PDFName("Disc")})
