"""The card of the clock: ring, question and the buttons of the one who holds the bell."""

from html import escape

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from wcafe.domain.agenda import StepKind
from wcafe.domain.text import one_line
from wcafe.ui.live.presenter import LivePresenter
from wcafe.ui.live.ring import Ring, dial_of
from wcafe.ui.widgets.elided import ElidedText
from wcafe.ui.widgets.elided_button import ElidedButton
from wcafe.ui.widgets.parts import WIDE, Card, Chip, Text, push_button, restyle
from wcafe.ui.widgets.scrolling import PlaceForWords
from wcafe.ui.words import _, desk_words

_SHORT, _LONG = 120, 420  # characters of a question: shown large, shown at all
_WORDS, _WIDEST = 106, 300  # pixels: height for the question, width of the button for what is next
_GROWS = 1000  # its share of the row, next to that of nothing
_RING, _SMALL_RING, _ROOMY = 190, 140, 560  # pixels of the ring, and of a card for the large one


class ClockCard(Card):
    """Start, pause, one minute more or less, next; going back and stopping in a menu.

    No button ever changes its place or width, whatever step is under way: a hand finds it
    without looking.
    """

    def __init__(self, presenter: LivePresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.ring = Ring(_RING)
        self.eyebrow = ElidedText("muted")
        self.sign = Chip("", "care")
        self.eyebrow.setFixedHeight(self.sign.sizeHint().height())  # nothing moves as it comes
        self.question = Text("", "question", wraps=True)
        self.hint = Text("", "muted", wraps=True)
        self.main_button = push_button(_("Start"), presenter.toggle, kind="primary")
        self.more_button = push_button(
            _("+ 1 min"), lambda: presenter.shift(1), name=_("One minute more")
        )
        self.less_button = push_button(
            _("− 1 min"), lambda: presenter.shift(-1), name=_("One minute less")
        )
        self.next_button = ElidedButton(_("Next"), presenter.next)
        self.menu_button = push_button(_("More"))
        self.menu_button.setProperty("hasMenu", True)
        menu = QMenu(self.menu_button)
        self.back_action = menu.addAction(_("Back, with the time that was left"))
        self.back_action.triggered.connect(presenter.previous)
        self.again_action = menu.addAction(_("Begin this step again"))
        self.again_action.triggered.connect(self._on_again)
        menu.addSeparator()
        self.stop_action = menu.addAction(_("Stop the clock"))
        self.stop_action.triggered.connect(presenter.stop)
        self.menu_button.setMenu(menu)

        inside = QWidget()
        words = QVBoxLayout(inside)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(8)
        words.addStretch(1)
        above = QHBoxLayout()
        above.addWidget(self.eyebrow, 1)
        above.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        words.addLayout(above)
        words.addWidget(self.question)
        words.addWidget(self.hint)
        words.addStretch(1)
        self.words = PlaceForWords(inside, _("The question"))
        self.words.setMinimumHeight(_WORDS)
        rows = QVBoxLayout()
        rows.setSpacing(8)
        rows.addWidget(self.words, 1)
        rows.addLayout(self._build_buttons())
        whole = QHBoxLayout()
        whole.setSpacing(WIDE)
        whole.addWidget(self.ring, 0, Qt.AlignmentFlag.AlignVCenter)
        whole.addLayout(rows, 1)
        self.column.addLayout(whole)
        presenter.shown.connect(self.show_moment)
        presenter.ticked.connect(self.show_time)
        self.show_moment()

    def _build_buttons(self) -> QVBoxLayout:
        """Return the buttons in two rows, each as wide as the longest words it may have."""
        for words in (_("Start"), _("Pause"), _("Go on")):
            widest = self.main_button.sizeHint().width()
            self._label(self.main_button, words)
            self.main_button.setMinimumWidth(max(widest, self.main_button.sizeHint().width()))
        self.next_button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.next_button.setMaximumWidth(_WIDEST)
        rows = QVBoxLayout()
        rows.setSpacing(8)
        for buttons in (
            (self.main_button, self.more_button, self.less_button),
            (self.next_button, self.menu_button),
        ):
            row = QHBoxLayout()
            row.setSpacing(8)
            for button in buttons:
                row.addWidget(button, _GROWS if button is self.next_button else 0)
            row.addStretch(1)
            rows.addLayout(row)
        return rows

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.ring.set_size(_RING if event.size().width() >= _ROOMY else _SMALL_RING)

    @Slot()
    def show_moment(self) -> None:
        presenter, moment = self._presenter, self._presenter.moment
        clock = moment.clock
        self._show_words()
        label = _("Start") if clock is None else _("Pause") if clock.is_running else _("Go on")
        self._label(self.main_button, label)
        for part in (self.more_button, self.less_button, self.next_button, self.menu_button):
            part.setEnabled(clock is not None)
        self.next_button.show_words(self._next_words())
        self.back_action.setEnabled(moment.previous_step is not None)
        self.hint.setText("" if presenter.has_plan else _hint(presenter))
        self.hint.setVisible(bool(self.hint.text()))
        self.show_time()

    @Slot()
    def show_time(self) -> None:
        presenter = self._presenter
        dial = dial_of(presenter.moment, presenter.left, desk_words(), is_cued=presenter.is_cued)
        self.ring.show_dial(dial)
        self.sign.setText(dial.sign)
        self.sign.setVisible(bool(dial.sign))

    def _show_words(self) -> None:
        moment = self._presenter.moment
        step = moment.step
        if step is not None:
            named = step.name(desk_words())
            big = moment.question if moment.expects_notes else ""
            if moment.expects_notes and moment.has_own_questions:
                big = _("Each table has its own question.")
            above = " · ".join((named, _("The question"))) if big else _("Under way")
            big = big or named
        elif moment.clock is not None:
            above, big = _("Under way"), _("This step is no longer on the agenda.")
        elif moment.is_over:
            above, big = _("The café is over"), _("Next: gather the harvest and share it.")
        else:
            coming = moment.next_step
            above = _("Not started")
            big = _("Begins with: {step}").format(step=coming.name(desk_words()) if coming else "–")
        shown = big if len(big) <= _LONG else big[:_LONG].rstrip() + "…"
        self.eyebrow.setText(above)
        self.question.setText(shown)
        self.question.setToolTip(f"<qt>{escape(big)}</qt>" if shown != big else "")
        restyle(self.question, role="question" if len(shown) <= _SHORT else "heading")

    def _next_words(self) -> str:
        moment = self._presenter.moment
        coming = moment.next_step
        if moment.clock is None:
            return _("Next")
        if coming is None:
            return _("End the café")
        if coming.kind is StepKind.MOVE:
            return _("Change tables now")
        if coming.kind is StepKind.HARVEST:
            return _("Harvest now")
        return _("Next: {step}").format(step=one_line(coming.name(desk_words())))

    def _label(self, button: QPushButton, words: str) -> None:
        button.setText(words.replace("&", "&&"))
        button.setAccessibleName(words)

    def _on_again(self) -> None:
        clock = self._presenter.clock
        if clock is not None:
            self._presenter.go_to(clock.step)


def _hint(presenter: LivePresenter) -> str:
    if presenter.clock is not None:
        return ""
    return _("There is no seating plan yet. The clock runs without one.")
