"""The field beside the picture: a box is typed, what was read of its ticks is set already."""

from dataclasses import replace

from PySide6.QtCore import QRectF, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from wcafe.domain.kinds import Kind
from wcafe.domain.notes import Support
from wcafe.domain.photo_filing import SENTENCE
from wcafe.domain.photo_typing import WHOLE, boxes_to_type, next_box, typed_notes
from wcafe.domain.photos import Photo, PhotoId
from wcafe.ui.notes.note_field import KIND as KIND_STEP
from wcafe.ui.notes.note_field import PROMPT, TABLE, NoteField
from wcafe.ui.notes.photos.doubt_card import DoubtCard
from wcafe.ui.notes.photos.draft import FROM_TABLE, KIND, SUPPORT, BoxDraft
from wcafe.ui.notes.photos.geometry import SheetOnPhoto
from wcafe.ui.notes.photos.presenter import PhotosPresenter
from wcafe.ui.widgets.chip_choice import ChipChoice
from wcafe.ui.widgets.fields import ChoiceField
from wcafe.ui.widgets.parts import Card, Text, in_scroll_area, push_button
from wcafe.ui.widgets.theme import colours
from wcafe.ui.words import _

_PAUSE = 400  # milliseconds without a key after which what is typed is remembered
_DASH = 18  # pixels of a box in the row of dashes
_MOST_SHOWN = 4  # of the notes that were typed from this picture: the last ones


def support_words() -> dict[Support, str]:
    return {Support.TABLE: _("Whole table"), Support.PERSON: _("One person")}


class _Steps(QWidget):
    """How far a sheet is typed: a dash for each box."""

    def __init__(self) -> None:
        super().__init__()
        self._moods: list[str] = []
        self.setFixedHeight(20)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_moods(self, moods: list[str]) -> None:
        self._moods = moods
        self.setFixedWidth(_DASH * len(moods))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(0, 0, 0, 0))
        for place, mood in enumerate(self._moods):
            painter.setBrush(QColor(getattr(colours(), mood)))
            painter.drawRoundedRect(QRectF(place * _DASH + 2, 7, _DASH - 4, 6), 3, 3)
        painter.end()


class _Fact(QWidget):
    """A fact of the note under its title, which says whether it was read on the sheet."""

    def __init__(self, title: str, field: QWidget) -> None:
        super().__init__()
        self.title = Text(title, "caption")
        self.read = Text("", "caption")
        column, head = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        head.addWidget(self.title, 1)
        head.addWidget(self.read)
        column.addLayout(head)
        column.addWidget(field)
        self.title.setBuddy(field)

    def show_read(self, *, is_read: bool) -> None:
        self.read.setText(_("✓ read on the sheet") if is_read else "")


class TypingCard(Card):
    """Types one box of the picture that is looked at. Enter keeps and goes on.

    Signals:
        moved: another box is to be shown, or the same one anew; the keyboard stays here.
    """

    moved = Signal()

    def __init__(self, presenter: PhotosPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._draft = BoxDraft()
        self._place: tuple[PhotoId | None, int] = (
            None,
            WHOLE,
        )  # the picture and box that are typed
        self.is_keeping = False
        self.steps = _Steps()
        self.under = Text("", "caption", wraps=True)
        self.text_edit = NoteField()
        self.text_edit.setAccessibleName(_("What is written there"))
        self.text_edit.setPlaceholderText(_("Type what is written there"))
        self.kind_choice = ChipChoice(_("Kind"))
        self.support_choice = ChipChoice(_("Support"), may_be_none=True)
        self.from_choice = ChoiceField(_("From table"))
        self.facts = {
            KIND: _Fact(_("Kind"), self.kind_choice),
            SUPPORT: _Fact(_("Support"), self.support_choice),
            FROM_TABLE: _Fact(_("From table"), self.from_choice),
        }
        self.doubts = {fact: DoubtCard(fact) for fact in self.facts}
        self.typed_title = Text(_("Typed already"), "caption")
        self.typed_text = Text("", "", wraps=True)
        self.keep_button = push_button(_("Keep the note"), self._on_ended, kind="primary")
        legend = _("Enter keeps · Shift+Enter new line · Page ↑↓ box · Ctrl+↑↓ sheet · Alt+↑↓ kind")
        self.legend = Text(legend, "caption", wraps=True)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.keep_typed)
        self._build()
        self.text_edit.textChanged.connect(self._pause.start)
        self.text_edit.ended.connect(self._on_ended)
        self.text_edit.stepped.connect(self._on_stepped)
        self.text_edit.kind_chosen.connect(lambda place: self._answer(KIND, list(Kind)[place]))
        self.text_edit.lines_pasted.connect(self.text_edit.insertPlainText)
        self.kind_choice.chosen.connect(lambda kind: self._answer(KIND, kind))
        self.support_choice.chosen.connect(lambda support: self._answer(SUPPORT, support))
        self.from_choice.kept.connect(lambda table: self._answer(FROM_TABLE, table))
        for doubt in self.doubts.values():
            doubt.answered.connect(self._on_doubt)
        self.doubts[KIND].other_asked.connect(self._on_kind_asked)
        self.doubts[FROM_TABLE].other_asked.connect(self.from_choice.setFocus)

    def _build(self) -> None:
        head = QHBoxLayout()
        self.heading.setWordWrap(False)
        head.addWidget(self.heading, 1)
        head.addWidget(self.steps)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(8)
        column.addWidget(self.text_edit)
        for fact in self.facts:
            column.addWidget(self.doubts[fact])
            column.addWidget(self.facts[fact])
        column.addWidget(self.typed_title)
        column.addWidget(self.typed_text)
        column.addStretch(1)
        self.column.addLayout(head)
        self.column.addWidget(self.under)
        area = in_scroll_area(inside)
        area.setProperty("surface", "clear")
        self.column.addWidget(area, 1)
        self.column.addWidget(self.keep_button)
        self.keep_button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.column.addWidget(self.legend)

    def show_box(self, photo: Photo, image: QImage | None, sheet: SheetOnPhoto | None) -> None:
        """Show the box that is looked at; what is typed in it stays as it is."""
        presenter, box = self._presenter, self._presenter.box
        place = (photo.id, box)
        if place != self._place:
            self.keep_typed()
            self._place = place
            self._draft = presenter.draft
            self._show_text(self._draft.text)
        boxes = boxes_to_type(photo)
        self._show_head(photo, box, boxes)
        kinds = {Kind(key): words for key, words in presenter.kind_words.items()}
        self.kind_choice.show_choices(kinds)
        self.support_choice.show_choices(support_words())
        tables = {n: presenter.table_name(n) for n in range(presenter.tables) if n != photo.table}
        self.from_choice.show_choices({None: _("None")} | tables)
        self._show_facts()
        for fact, doubt in self.doubts.items():
            area = QRectF()
            if sheet is not None and 1 <= box < SENTENCE:
                area = sheet.ticks(box, fact)
            doubt.crop.show_area(image, sheet, area)
        typed = presenter.typed(photo)[-_MOST_SHOWN:]
        self.typed_title.setVisible(bool(typed))
        self.typed_text.setText("\n".join(self._tell(number, note.text) for number, note in typed))
        self._show_next(photo, box)

    def _show_head(self, photo: Photo, box: int, boxes: tuple[int, ...]) -> None:
        presenter = self._presenter
        done = typed_notes(photo, presenter.notes)
        if box == WHOLE:
            self.heading.setText(_("What it says"))
        elif box == SENTENCE:
            self.heading.setText(_("The last sentence"))
        else:
            title = _("Box {number} of {all}")
            all_ = sum(each.box != SENTENCE for each in photo.boxes)
            self.heading.setText(title.format(number=box, all=all_))
        self.heading.show()
        moods = ["accent" if each == box else "good" if each in done else "line" for each in boxes]
        self.steps.show_moods(moods if len(boxes) > 1 else [])
        prompt = presenter.prompt(photo, box)
        under = _("under “{prompt}”").format(prompt=prompt) if prompt else ""
        if box != WHOLE and box not in boxes:
            under = _("Nothing seems to be written here.")
        self.under.setText(under)
        self.under.setVisible(bool(under))

    def _show_text(self, text: str) -> None:
        self.text_edit.setPlainText(text)
        self.text_edit.moveCursor(QTextCursor.MoveOperation.End)
        self._pause.stop()  # nothing was typed

    def _show_facts(self) -> None:
        draft = self._draft
        is_asked = set(draft.asked)
        self.kind_choice.show_key(None if KIND in is_asked else draft.kind)
        self.support_choice.show_key(draft.support)
        self.from_choice.show_key(draft.from_table)
        for fact, field in self.facts.items():
            field.show_read(is_read=fact in draft.read)
            self.doubts[fact].setVisible(fact in is_asked)

    def _show_next(self, photo: Photo, box: int) -> None:
        """Say on the button where Enter leads."""
        words = _("Keep the note")
        standing = {*self._presenter.notes}
        following = next_box(photo, standing, after=box)
        if following not in (None, box, WHOLE):
            words = _("Keep, box {number} next").format(number=following)
            if following == SENTENCE:
                words = _("Keep, last sentence next")
        self.keep_button.setText(words)
        self.keep_button.setAccessibleName(words)

    def _tell(self, box: int, text: str) -> str:
        line = text.replace("\n", " / ")
        return line if box == WHOLE else f"{box} · {line}"

    def keep_typed(self) -> None:
        """Remember what is typed, in the box it is typed for."""
        self._pause.stop()
        photo, box = self._place
        presenter = self._presenter
        self._draft = replace(self._draft, text=self.text_edit.toPlainText())
        if photo is not None:
            presenter.write(photo, box, self._draft)

    def _answer(self, fact: str, value: object) -> None:
        self._draft = self._draft.answered(fact, value)
        self.keep_typed()
        self._show_facts()
        if fact == KIND:
            self.text_edit.setFocus()

    def _on_kind_asked(self) -> None:
        next(iter(self.kind_choice.buttons.values())).setFocus()

    def _on_doubt(self, fact: str, value: object) -> None:
        self._answer(fact, value)
        self._go_to_doubt()

    def _go_to_doubt(self) -> bool:
        """Put the keyboard on the first question that is open; else into the text."""
        for fact in self._draft.asked:
            self.doubts[fact].take_focus()
            return True
        self.text_edit.setFocus()
        return False

    def _on_ended(self) -> None:
        self.keep_typed()
        if self.text_edit.toPlainText().strip() and self._go_to_doubt():
            return
        self.is_keeping = True
        is_kept = self._presenter.keep(self._draft)
        self.is_keeping = False
        if is_kept:
            self._place = (None, WHOLE)  # what was typed is a note, and no draft any more
        self.moved.emit()

    def _on_stepped(self, what: str, by: int) -> None:
        if what == TABLE:
            self.keep_typed()
            self._presenter.step_photo(by)
        elif what == PROMPT:
            self.keep_typed()
            self._presenter.step_box(by)
        elif what == KIND_STEP:
            kinds = list(Kind)
            self._answer(KIND, kinds[(kinds.index(self._draft.kind) + by) % len(kinds)])
        self.moved.emit()
