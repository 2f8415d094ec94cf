"""A text as a Word document (DOCX): real styles, links inside it, contents from the start."""

import io
from collections.abc import Sequence
from itertools import count

import docx
from docx.document import Document as WordDocument
from docx.enum.text import WD_BREAK
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Mm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph as WordParagraph

from wcafe.exports.texts.document import (
    Block,
    Figure,
    Grid,
    Heading,
    Look,
    NewPage,
    Paragraph,
    Point,
    Points,
    Quote,
    Run,
    Runs,
    TextDocument,
)
from wcafe.exports.word_marks import (
    begin_field,
    bookmark_begins,
    bookmark_ends,
    end_field,
    link_to,
)
from wcafe.exports.word_package import as_bytes, describe
from wcafe.exports.word_styles import ASIDE, ASIDE_LINK, LINK, set_styles
from wcafe.exports.word_symbols import theme_symbol
from wcafe.i18n import Words

_BULLETS = ("List Bullet", "List Bullet 2", "List Bullet 3")
_NUMBERED = ("List Continue", "List Continue 2", "List Continue 3")
_DEEPER = Mm(6)  # that a point below the third bullet stands further in
_LOOKS = {Look.PLAIN: "Normal", Look.LEAD: "Lead", Look.CAPTION: "Caption"}
_CONTENTS = 'TOC \\o "1-{listed}" \\h \\z \\u'
_ROOM = Mm(160)  # between the margins
_HIGHEST = Mm(112)  # of a photo: half a page with its caption
_NARROWEST, _WIDEST = 14, 60  # characters, of a column


def to_docx(document: TextDocument, words: Words) -> bytes:
    """Return `document` as a DOCX; the same one gives the same bytes."""
    word = docx.Document()
    set_styles(word, document.language)
    describe(word, document)
    _Writing(word, document, words).write()
    return as_bytes(word)


class _Writing:
    """Writes one document, whose bookmarks are numbered."""

    def __init__(self, word: WordDocument, document: TextDocument, words: Words) -> None:
        self._word = word
        self._document = document
        self._words = words
        self._numbers = count(1)
        # looked up once: asking for a style by its name, or setting one, reads through all of them
        self._styles = {style.name: style.style_id for style in word.styles}

    def write(self) -> None:
        document = self._document
        for style, line in (
            ("Kind", document.kind),
            ("Title", document.title),
            *(("Subtitle", line) for line in document.lines),
        ):
            self._paragraph(style, (Run(text=line),))
        if headings := document.contents:
            self._contents(headings)
        for block in document.blocks:
            self._block(block)
        self._footer()

    def _block(self, block: Block) -> None:
        match block:
            case Heading():
                self._heading(block)
            case Paragraph():
                self._paragraph(_LOOKS[block.look], block.runs, block.anchor)
            case Points():
                for point in block.points:
                    self._point(point)
            case Quote():
                self._paragraph("Quote", block.runs, block.anchor)
                source = self._paragraph("Caption", block.source)
                source.paragraph_format.left_indent = Mm(6)
            case Grid():
                self._table(block)
            case Figure():
                self._figure(block)
            case NewPage():
                self._paragraph("Normal", ()).add_run().add_break(WD_BREAK.PAGE)

    def _point(self, point: Point) -> None:
        styles = _BULLETS if point.number is None else _NUMBERED
        runs = point.runs if point.number is None else (Run(text=f"{point.number}. "), *point.runs)
        made = self._paragraph(styles[min(point.depth, len(styles) - 1)], runs, point.anchor)
        if (deeper := point.depth - len(styles) + 1) > 0:
            made.paragraph_format.left_indent = Mm(16) + deeper * _DEEPER

    def _heading(self, block: Heading) -> None:
        made = self._begin(f"Heading {block.level}")
        if block.mark is not None:
            picture = made.add_run()
            shape = picture.add_picture(io.BytesIO(theme_symbol(block.mark)), height=Pt(13))
            about = shape._inline.docPr
            about.set("descr", self._words.gettext("Mark of the theme"))
            about.set("name", f"mark {block.mark}")
            made.add_run(" ")
        self._fill(made, (Run(text=block.text),), block.anchor)

    def _figure(self, block: Figure) -> None:
        made = self._begin("Normal")
        made.paragraph_format.keep_with_next = True
        shape = made.add_run().add_picture(io.BytesIO(block.jpeg))
        scale = min(_ROOM / shape.width, _HIGHEST / shape.height)
        shape.width, shape.height = round(shape.width * scale), round(shape.height * scale)
        about = shape._inline.docPr
        about.set("descr", block.alternative)
        about.set("name", block.caption)
        self._paragraph("Caption", (Run(text=block.caption),))

    def _contents(self, headings: Sequence[Heading]) -> None:
        """Write the contents as a field that Word can fill anew, with its entries in it."""
        self._paragraph("TOC Heading", (Run(text=self._words.gettext("Contents")),))
        for place, heading in enumerate(headings):
            made = self._begin(f"toc {heading.level}")
            if not place:
                begin_field(made, _CONTENTS.format(listed=self._document.listed))
            self._fill(made, (Run(text=heading.text, to=heading.anchor),))
        end_field(made)

    def _table(self, block: Grid) -> None:
        self._paragraph("Caption", (Run(text=block.told),)).paragraph_format.keep_with_next = True
        table = self._word.add_table(0, len(block.heads), "Table Grid")
        widths = _widths(block)
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        about = OxmlElement("w:tblCaption")
        about.set(qn("w:val"), block.told)
        table._tbl.tblPr.append(about)
        heads = tuple((Run(text=head, is_strong=True),) for head in block.heads)
        for place, (cells, anchor) in enumerate(
            [(heads, ""), *((row.cells, row.anchor) for row in block.rows)]
        ):
            row = table.add_row()
            of_row = row._tr.get_or_add_trPr()
            of_row.append(OxmlElement("w:cantSplit"))
            if not place:
                of_row.append(OxmlElement("w:tblHeader"))
            for number, (cell, runs) in enumerate(zip(row.cells, cells, strict=True)):
                cell.width = widths[number]
                self._cell(cell, runs, "" if number else anchor)
        self._paragraph("Normal", ())  # two tables on end would be one

    def _cell(self, cell: _Cell, runs: Runs, anchor: str) -> None:
        (made,) = cell.paragraphs
        made._p.style = self._styles["Cell"]
        self._fill(made, runs, anchor)

    def _paragraph(self, style: str, runs: Runs, anchor: str = "") -> WordParagraph:
        made = self._begin(style)
        self._fill(made, runs, anchor)
        return made

    def _begin(self, style: str) -> WordParagraph:
        made = self._word.add_paragraph()
        made._p.style = self._styles[style]
        return made

    def _fill(self, made: WordParagraph, runs: Runs, anchor: str = "") -> None:
        """Write `runs` into a paragraph, with a bookmark around them if links lead there."""
        number = str(next(self._numbers))
        if anchor:
            made._p.append(bookmark_begins(number, anchor))
        for run in runs:
            self._run(made, run)
        if anchor:
            made._p.append(bookmark_ends(number))

    def _run(self, made: WordParagraph, run: Run) -> None:
        written = made.add_run(run.text)
        written.bold = run.is_strong or None
        if run.to:
            written._r.style = self._styles[ASIDE_LINK if run.is_aside else LINK]
            link = link_to(run.to, run.told)
            made._p.append(link)
            link.append(written._r)
        elif run.is_aside:
            written._r.style = self._styles[ASIDE]

    def _footer(self) -> None:
        """Write the title and the number of the page at the foot of each."""
        foot = self._word.sections[0].footer.paragraphs[0]
        foot.add_run(f"{self._document.title} · ")
        begin_field(foot, "PAGE")
        foot.add_run("1")
        end_field(foot)


def _widths(block: Grid) -> list[int]:
    """Return how wide each column is: more where more is said, and never too narrow for a word."""
    said = [len(head) for head in block.heads]
    for row in block.rows:
        for place, cell in enumerate(row.cells):
            said[place] = max(said[place], sum(len(run.text) for run in cell))
    shares = [min(max(length, _NARROWEST), _WIDEST) for length in said]
    return [round(_ROOM * share / sum(shares)) for share in shares]
