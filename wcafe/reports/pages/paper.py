"""The sheet a document is written on: its language, its structure, its one way to set text.

All text a person wrote or we wrote becomes a paragraph through `Paper.text`, which cleans it, sets
its spaces and quotes as its language does, and gives each character a font that has it. Nothing in
a text is markup.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfdoc import PDFName

from wcafe.domain.paper_size import PaperSize
from wcafe.domain.text import clean, one_line
from wcafe.domain.typography import space_of, typeset
from wcafe.i18n import Words, words_for
from wcafe.reports.pages.fitting import for_letters, from_one_line, hyphened, lines_of
from wcafe.reports.pages.flowables import TaggedTable
from wcafe.reports.pages.fonts import (
    SANS,
    in_logical_order,
    is_right_to_left,
    register_fonts,
    unprintable,
)
from wcafe.reports.pages.links import Entry
from wcafe.reports.pages.paragraph import Bullet, TaggedParagraph
from wcafe.reports.pages.runs import Run
from wcafe.reports.pages.styles import (
    BODY,
    CELL,
    CELL_EDGES,
    CELL_HEAD,
    CELL_TITLE,
    CELLS,
    CHAPTER,
    FIGURES,
    FIGURES_HEAD,
    HEADING,
    LABEL,
    LEAD,
    MARGIN,
    MUTED,
    RULED,
)
from wcafe.reports.pages.tags import Node
from wcafe.reports.pages.words import Look, words_of, words_of_stretches
from wcafe.written import in_digits, long_day, moment_in_words, percent

_REGIONS = {"fr": "fr_FR", "en": "en_GB"}
_HYPHENATED = (BODY.name, LEAD.name)  # lists are ragged, and names and titles stay whole


class Paper:
    """One document in the making.

    Attributes:
        words: its phrases; the document's language, not the desk's.
        page: how wide and how high its pages are as they are read, in points.
        root: the structure to which everything is added in reading order.
        entries: the chapters, in their order.
        missing: characters that no shipped font has, printed as a box and told to the user.
        left_out: names of those whom it has nothing for, told to the user too.
        without_strip: the tables, from 0, that no sentence cites: told with the strips.
        cut_names: names that no size makes fit, which go on in the next line: told too.
        unseen: the names of those who get no certificate, as nobody saw them: told too.
        pictures: the photos that may stand in it, as JPEG by their ids.
        too_small: whose badge is so small that it is hard to read: told too.
    """

    def __init__(self, language: str, now: datetime) -> None:
        register_fonts()
        self.page: tuple[float, float]
        self.lay(PaperSize.A4)
        self.language = language
        self.words: Words = words_for(language)
        self.region = _REGIONS[language]
        self.now = now
        self.root = Node("Document")
        self.entries: list[Entry] = []
        self.missing: set[str] = set()
        self.left_out: list[str] = []
        self.without_strip: tuple[int, ...] = ()
        self.cut_names: list[str] = []
        self.too_small: list[str] = []
        self.unseen: list[str] = []
        self.pictures: Mapping[str, bytes] = {}

    def lay(self, size: PaperSize, *, is_lying: bool = False) -> None:
        """Let what is set from now on stand on sheets of this size, upright or lying."""
        across, down = (side * mm for side in size.millimetres)
        self.page = (down, across) if is_lying else (across, down)

    @property
    def text_width(self) -> float:
        """How wide what stands between the margins is, in points."""
        return self.page[0] - 2 * MARGIN

    @property
    def text_height(self) -> float:
        """How high what stands between the margins is, in points."""
        return self.page[1] - 2 * MARGIN

    def text(
        self,
        words: str,
        style: ParagraphStyle = BODY,
        *,
        tag: str = "P",
        parent: Node | None = None,
        bullet: Bullet | None = None,
        outline: int | None = None,
        after: str = "",
        as_typed: bool = False,
        place: str = "",
    ) -> TaggedParagraph:
        """Return `words` as a paragraph, whatever is in them.

        Args:
            words: plain text; line ends are kept.
            style: how it looks; running text is hyphenated in the document's language.
            tag: what it is in the structure: P, H1, H2, H3, LBody …
            parent: where it belongs; the document itself by default.
            bullet: the sign in front of it, if there is one.
            outline: the depth at which it stands in the bookmarks, from 0.
            after: where it comes from, set small behind it.
            as_typed: whether no space or quote of it is to be set, as in a name.
            place: the name by which links lead to it.
        """
        node = (parent or self.root).add(tag)
        said = words if as_typed else typeset(words, self.language)
        shown = self._shown(said)
        is_rtl = is_right_to_left(shown)
        style = for_letters(style, shown, is_rtl=is_rtl)
        look = Look(style.fontName, style.fontSize, style.textColor)
        small = Look(SANS, style.fontSize - 2, MUTED)
        text = words_of(shown, look)
        return TaggedParagraph(
            words_of(shown, look, self._shown(after), small),
            style,
            node,
            is_rtl=is_rtl,
            hyphens=self.region if style.name.partition("+")[0] in _HYPHENATED else "",
            last=text[-1] if text else None,
            outline=one_line(words) if outline is not None else None,
            depth=outline,
            bullet=bullet,
            place=place,
        )

    def runs(
        self,
        runs: Iterable[Run],
        style: ParagraphStyle = BODY,
        *,
        tag: str = "P",
        parent: Node | None = None,
        bullet: Bullet | None = None,
        place: str = "",
        as_typed: bool = False,
    ) -> TaggedParagraph:
        """Return a paragraph of stretches, each with a look of its own and perhaps a link.

        What follows another one without a space between them stays on its line.
        """
        said = [replace(run, text=self._with_edges(run.text, as_typed)) for run in runs]
        shown = "".join(run.text for run in said)
        is_rtl = is_right_to_left(shown)
        style = for_letters(style, shown, is_rtl=is_rtl)
        words = words_of_stretches(run.in_style(style) for run in said)
        return TaggedParagraph(
            words,
            style,
            (parent or self.root).add(tag),
            is_rtl=is_rtl,
            hyphens=self.region if style.name.partition("+")[0] in _HYPHENATED else "",
            last=words[-1] if words else None,
            bullet=bullet,
            place=place,
        )

    def _with_edges(self, words: str, as_typed: bool) -> str:
        """Return `words` as they are drawn, with the space with which they begin or end."""
        said = self._shown(words if as_typed else typeset(words, self.language))
        before, after = words[: 1 if words.strip() else 0], words[-1:]
        return f"{space_of(before)}{said}{space_of(after)}"

    def _shown(self, words: str) -> str:
        """Return the letters of `words` as they are drawn; what no font has is remembered."""
        if words.isascii():
            return clean(words)
        shown = in_logical_order(words)
        self.missing |= unprintable(words)
        return shown

    def note_missing(self, words: str) -> None:
        """Remember what of `words` no font has, where they are drawn and are no paragraph."""
        self.missing |= unprintable(words)

    def set(self, words: str) -> str:
        """Return `words` as they are shown in the language of the document."""
        return typeset(words, self.language)

    def chapter(
        self, words: str, style: ParagraphStyle = CHAPTER, *, listed: str = "", place: str = ""
    ) -> TaggedParagraph:
        """Return the title of a chapter, which `entries` lists, as `listed` if that is another."""
        place = place or f"chapter-{len(self.entries) + 1}"
        self.entries.append(Entry(title=one_line(listed or words), place=place))
        return self.text(words, style, tag="H2", outline=0, place=place)

    def heading(self, words: str) -> TaggedParagraph:
        return self.text(words, HEADING, tag="H3", outline=1)

    def label(self, words: str, tag: str = "H3") -> TaggedParagraph:
        """Return the smallest heading, which never stands alone at the foot of a page."""
        return self.text(words, LABEL, tag=tag)

    def table(
        self,
        rows: Sequence[Sequence[str]],
        widths: Sequence[float],
        *,
        row_heads: bool = False,
        row_titles: bool = False,
        has_names: bool = False,
        is_whole: bool = False,
    ) -> TaggedTable:
        """Return a table whose first row are the headings, repeated on each page it goes over.

        With `row_heads` the first cell of each row is its heading, and all others hold figures;
        with `row_titles` it is that in bold, and they hold text.
        With `has_names` they hold names, which are set as they were typed and are made smaller
        before one is cut; those that are cut all the same are remembered.
        With `is_whole` it stays on one page.
        """
        table = self.root.add("Table")
        names = [cell for row in rows[1:] for cell in row] if has_names else []
        styles = from_one_line(names, min(widths) - CELL_EDGES, CELLS)
        cells, titled = [], row_heads or row_titles
        for number, row in enumerate(rows):
            line = table.add("TR")
            made = []
            for place, cell in enumerate(row):
                scope = "Column" if number == 0 else "Row" if titled and place == 0 else ""
                tag, head = ("TH", {"Scope": PDFName(scope)}) if scope else ("TD", {})
                facts = {"O": PDFName("Table"), **head} if head else {}
                style = CELL_HEAD if number == 0 else CELL
                if row_titles and number and not place:
                    style = CELL_TITLE
                if row_heads and place:
                    style = FIGURES_HEAD if number == 0 else FIGURES
                is_name = has_names and number > 0
                if is_name:
                    cell, style = self.fit_name(cell, widths[place] - CELL_EDGES, styles)
                node = line.add(tag, attributes=facts)
                made.append(self.text(cell, style, parent=node, as_typed=is_name))
            cells.append(made)
        return TaggedTable(
            cells,
            colWidths=list(widths),
            repeatRows=1,
            style=RULED,
            hAlign="LEFT",
            splitInRow=0,
            splitByRow=not is_whole,
        )

    def fit_name(
        self, name: str, width: float, styles: Sequence[ParagraphStyle] = CELLS
    ) -> tuple[str, ParagraphStyle]:
        """Return `name` as so wide a column has it, and its style: whole, or else hyphened."""
        for style in styles:
            if lines_of(name, width, style.fontSize, style.fontName) is not None:
                return name, style
        self.note_cut(name, styles[0], width)
        return hyphened(name, width, styles[0].fontSize, styles[0].fontName), styles[0]

    def note_cut(self, name: str, style: ParagraphStyle, width: float) -> None:
        """Remember `name` if a line of `width` points holds not all of a word of it."""
        if lines_of(name, width, style.fontSize, style.fontName) is None:
            self.cut_names.append(name)

    def number(self, value: float, digits: int = 0) -> str:
        return in_digits(value, self.language, digits)

    def percent(self, share: float) -> str:
        return percent(share, self.language)

    def long_date(self, day: date) -> str:
        return long_day(day, self.language)

    def moment(self) -> str:
        """Return when this is printed, for the footer."""
        return moment_in_words(self.now, self.language)
