"""How a note looks in a list: a card with its words, where it was said, and its theme."""

import re

from PySide6.QtCore import QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem

from wcafe.domain.kinds import Labels
from wcafe.domain.search import NOTHING, Search
from wcafe.domain.typography import with_hard_spaces
from wcafe.ui.note_cards.chips import height_of_chips, paint_chips
from wcafe.ui.note_cards.editor import NoteEditing
from wcafe.ui.note_cards.filed import Filed, Home, Row, TableHead
from wcafe.ui.widgets.keyed import ROW, Index
from wcafe.ui.widgets.marks import paint_mark, paint_theme_mark, shade
from wcafe.ui.widgets.theme import colours, sans, serif
from wcafe.ui.words import _, spoken

_EDGE, _PAD, _BAR, _BETWEEN = 2, 10, 5, 8
_LEFT = _EDGE + _BAR + _PAD
_MARK, _HEAD = 12, 34
_HEAD_SIZE = QSize(_LEFT, _HEAD)
_MOST_LINES = 12
_STEP, _DEEPEST = 18, 4  # pixels by which a note is indented, and how often at most
_MOST_HEIGHTS = 20_000
_PLAIN = re.compile("[ -~\xa0-\xac\xae-\u017f\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u202f]+")


class NoteCards(NoteEditing):
    """Draws notes and the heads above them; heights are worked out once a width."""

    def __init__(self, view: QAbstractItemView, *, shows_theme: bool) -> None:
        super().__init__(view)
        self._shows_theme = shows_theme
        self.search = NOTHING  # what it finds is marked
        self._text_font, self._small_font = sans(14), sans(12)
        self._text_line, self._small_line = OneLine(self._text_font), OneLine(self._small_font)
        # by all that changes them; asked for every card whenever one comes or goes
        self._sizes: dict[tuple[str, int, Labels, tuple[Home, ...], int, int], QSize] = {}
        self._bar_width = 0
        self._small: dict[tuple[str, float], float] = {}  # of words that many notes share, by width

    def mark(self, search: Search) -> None:
        """Mark what `search` finds in the words of notes."""
        if search != self.search:
            self.search = search
            self._view.viewport().update()

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        row: Row = index.data(ROW)
        if isinstance(row, TableHead):
            return _HEAD_SIZE
        width = self._width()
        homes = row.homes if self._shows_theme else row.homes[1:]
        known = (row.note.id, row.note.rev, row.labels, homes, row.depth, width)
        if (size := self._sizes.get(known)) is None:
            if len(self._sizes) > _MOST_HEIGHTS:
                self._sizes.clear()
            size = self._sizes[known] = QSize(_LEFT, self._height(row, width - _indent(row)))
        return size

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect)
        area.setWidth(self._width())
        if isinstance(row, TableHead):
            self._paint_head(painter, area, row)
        elif QPersistentModelIndex(index) != self.edited:
            state = option.state
            is_chosen = bool(state & QStyle.StateFlag.State_Selected)
            has_focus = bool(state & QStyle.StateFlag.State_HasFocus)
            area.adjust(_indent(row), 0, 0, 0)
            self._paint_note(painter, area, row, is_chosen=is_chosen, has_focus=has_focus)
        painter.restore()

    def _width(self) -> int:
        """Return how wide a card is: the same whether the bar to scroll by is there or not."""
        if not self._bar_width:  # a style takes its time to say it
            bar = self._view.verticalScrollBar()
            bar.ensurePolished()
            self._bar_width = bar.sizeHint().width()
        return self._view.width() - self._bar_width

    def _height(self, row: Filed, width: int) -> int:
        inner = _inner(width)
        text = row.note.text
        height = self._text_line.height_of(text, inner)
        if height is None:
            height = _height_of(_lay_out(text, self._text_font, inner))
        height += self._small_height(row.caption, inner) + 3
        for home in row.homes if self._shows_theme else ():
            height += self._small_height(home.name, inner - _MARK - 6) + 4
        if row.others and not self._shows_theme:
            height += self._small_height(_("also in"), inner) + 4
        height += height_of_chips(row.chips, self._small_font, inner)
        return round(height) + 2 * (_PAD - 2) + _BETWEEN

    def _small_height(self, words: str, width: float) -> float:
        if (line := self._small_line.height_of(words, width)) is not None:
            return line
        if (height := self._small.get((words, width))) is None:
            if len(self._small) > _MOST_HEIGHTS:
                self._small.clear()
            height = self._small[words, width] = _height_of(
                _lay_out(words, self._small_font, width)
            )
        return height

    def _paint_note(
        self, painter: QPainter, area: QRectF, row: Filed, *, is_chosen: bool, has_focus: bool
    ) -> None:
        palette = colours()
        card = area.adjusted(_EDGE, 1, -_EDGE, 1 - _BETWEEN)
        sheet = QPainterPath()
        sheet.addRoundedRect(card, 10, 10)
        painter.fillPath(sheet, QColor(palette.soft if is_chosen else palette.card))
        painter.save()
        painter.setClipPath(sheet)
        bar = QRectF(card.left(), card.top(), _BAR, card.height())
        painter.fillRect(bar, shade(row.mark) if row.theme else QColor(palette.line))
        painter.restore()
        is_marked = is_chosen or has_focus
        line = QPen(QColor(palette.accent if is_marked else palette.line), 2 if has_focus else 1)
        if row.note.withheld:  # kept back: the dashes of what is not handed out
            line.setStyle(Qt.PenStyle.DashLine)
            line.setColor(QColor(palette.accent if is_marked else palette.muted))
        painter.setPen(line)
        painter.drawPath(sheet)

        inner = _inner(int(area.width()))
        at = QPointF(area.left() + _LEFT, card.top() + _PAD - 3)
        painter.setPen(QColor(palette.muted if row.note.withheld else palette.ink))
        text = row.note.text
        height = _draw(painter, text, self._text_font, inner, at, search=self.search)
        at.setY(at.y() + height + 3)
        painter.setPen(QColor(palette.muted))
        at.setY(at.y() + _draw(painter, row.caption, self._small_font, inner, at))
        for home in row.homes if self._shows_theme else ():
            at.setY(at.y() + 4)
            paint_theme_mark(painter, home.mark, QRectF(at.x(), at.y() + 2, _MARK, _MARK))
            beside = QPointF(at.x() + _MARK + 6, at.y())
            painter.setPen(QColor(palette.ink))
            width = inner - _MARK - 6
            at.setY(at.y() + _draw(painter, home.name, self._small_font, width, beside))
        if row.others and not self._shows_theme:
            at.setY(at.y() + 4)
            at.setY(at.y() + self._paint_others(painter, row, inner, at))
        paint_chips(painter, row.chips, self._small_font, at, inner)

    def _paint_others(self, painter: QPainter, row: Filed, inner: float, at: QPointF) -> float:
        """Paint the marks of the other themes of a note; return how high they are."""
        words = _("also in")
        height = _draw(painter, words, self._small_font, inner, at)
        left = at.x() + QFontMetricsF(self._small_font).horizontalAdvance(words) + 8
        for home in row.others:
            if left + _MARK > at.x() + inner:
                break  # a tip names them all
            paint_theme_mark(painter, home.mark, QRectF(left, at.y() + 2, _MARK, _MARK))
            left += _MARK + 6
        return height

    def _paint_head(self, painter: QPainter, area: QRectF, row: TableHead) -> None:
        palette = colours()
        line = area.adjusted(_EDGE, 0, -_EDGE - 4, 0)
        paint_mark(painter, row.table, QRectF(line.left() + 2, line.center().y() - 6, 12, 12))
        painter.setFont(self._small_font)
        painter.setPen(QColor(palette.muted))
        side = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(line, side | Qt.AlignmentFlag.AlignRight, row.count)
        beside = line.adjusted(22, 0, -painter.fontMetrics().horizontalAdvance(row.count) - 12, 0)
        painter.setFont(serif(15))
        painter.setPen(QColor(palette.ink))
        elide = Qt.TextElideMode.ElideRight
        name = painter.fontMetrics().elidedText(row.name, elide, int(beside.width()))
        painter.drawText(beside, side | Qt.AlignmentFlag.AlignLeft, name)


class OneLine:
    """Knows without laying words out how high they are, where they are plain and need one line.

    To lay them out takes five times as long, which counts where a thousand notes come at once.
    """

    def __init__(self, font: QFont) -> None:
        self._metrics = QFontMetricsF(font)
        self._height = _height_of(_lay_out("x", font, 100))

    def height_of(self, words: str, width: float) -> float | None:
        """Return it; None where only a layout can tell."""
        if not _PLAIN.fullmatch(words):
            return None  # a letter of another font may be higher
        fits = self._metrics.horizontalAdvance(words) < width - 1
        return self._height if fits else None


def _indent(row: Filed) -> int:
    """Return the pixels by which a note stands further right than the one it belongs to."""
    return _STEP * min(row.depth, _DEEPEST)


def _inner(width: int) -> float:
    return max(width - _LEFT - _PAD - _EDGE, 40)


def _lay_out(text: str, font: QFont, width: float) -> QTextLayout:
    """Return `text` broken into lines; what is longer than a card can be ends in “…”."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    shown = with_hard_spaces(text, spoken())
    lines = _break(shown.replace("\n", "\u2028"), font, width, option)
    if lines.lineCount() < _MOST_LINES or lines.lineAt(_MOST_LINES - 1).textLength() == 0:
        return lines
    end = _end_of(lines)
    if end >= len(lines.text()):
        return lines
    while True:  # the sign itself takes room, and the last word may move on with it
        end -= 1
        cut = _break(lines.text()[:end].rstrip() + "…", font, width, option)
        if _end_of(cut) >= len(cut.text()):
            return cut


def _end_of(layout: QTextLayout) -> int:
    """Return how many characters have found a line."""
    last = layout.lineAt(layout.lineCount() - 1)
    return last.textStart() + last.textLength()


def _break(text: str, font: QFont, width: float, option: QTextOption) -> QTextLayout:
    layout = QTextLayout(text, font)
    layout.setTextOption(option)
    layout.beginLayout()
    height = 0.0
    for _line in range(_MOST_LINES):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return layout


def _height_of(layout: QTextLayout) -> float:
    last = layout.lineAt(layout.lineCount() - 1)
    return last.y() + last.height() if last.isValid() else 0.0


def _draw(
    painter: QPainter,
    text: str,
    font: QFont,
    width: float,
    at: QPointF,
    *,
    search: Search = NOTHING,
) -> float:
    """Draw `text` at `at`, with what `search` finds marked; return how high it is."""
    layout = _lay_out(text, font, width)
    layout.draw(painter, at, [_mark(*place) for place in search.marks(layout.text())])
    return _height_of(layout)


def _mark(start: int, end: int) -> QTextLayout.FormatRange:
    mark = QTextLayout.FormatRange()
    mark.start, mark.length = start, end - start
    mark.format.setBackground(QColor(colours().found))
    return mark
