"""Tell the facilitator: a bar over the page that says one sentence and waits for nobody."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from wcafe.errors import WcafeError
from wcafe.ui.widgets.announce import announce
from wcafe.ui.widgets.parts import Text, push_button, restyle
from wcafe.ui.words import _, desk_words

_EDGE, _FOOT = 24, 12  # pixels beside the bar, and above or below it
_SHORTLY = 8000  # milliseconds a sentence about success stays


class TellBar(QWidget):
    """What went wrong stays until it is closed; what was done goes by itself.

    Nothing waits for an answer here, so that no question stands in the way during a round.
    It lies over the foot of `page`, so that nothing moves under the mouse when it comes and
    goes; where that would hide the field with the keyboard, it lies over the head.

    `changed` says that something else is told, or nothing any more.
    """

    changed = Signal()

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._error: WcafeError | None = None
        self.sentence = Text("", wraps=True)
        self.sentence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._offer: Callable[[], object] | None = None
        self._holds: Callable[[], bool] | None = None
        self.offer_button = push_button("", self._on_offer, kind="quiet")
        self.close_button = push_button(_("Close"), self.dismiss, kind="quiet")
        self._ground = QFrame()
        self._ground.setObjectName("told")
        self._around = around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._ground)
        row = QHBoxLayout(self._ground)
        row.setContentsMargins(14, 6, 8, 6)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.offer_button)
        row.addWidget(self.close_button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.dismiss)
        page.installEventFilter(self)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus)
        self.hide()

    def show_failure(self, error: WcafeError) -> None:
        self._show(error.describe(desk_words()), "bad", error=error)

    @property
    def error(self) -> WcafeError | None:
        """The error that can be read now."""
        return self._error

    def dismiss(self) -> None:
        """Say nothing any more."""
        self._error = None
        self.hide()
        self.changed.emit()

    def dismiss_resolved(self, *kinds: type[WcafeError]) -> None:
        """Go, if it is an error of these `kinds` that is told: it does not matter any more."""
        if isinstance(self._error, kinds):
            self.dismiss()

    def warn(self, sentence: str) -> None:
        """Say something that is no failure but must be read, such as a notice of the plan."""
        self._show(sentence, "care")

    def done(
        self,
        sentence: str,
        offer: str = "",
        offered: Callable[[], object] | None = None,
        *,
        holds: Callable[[], bool] | None = None,
    ) -> None:
        """Say what was done.

        Args:
            sentence: what is said.
            offer: a button beside it, such as “Open the folder”.
            offered: what that button does.
            holds: whether the sentence still holds; see `look_again`.
        """
        self._show(sentence, "good", offer, offered)
        self._holds = holds
        self._timer.start(_SHORTLY * (2 if offer else 1))

    def look_again(self) -> None:
        """Go, if what was said does not hold any more."""
        if self._holds is not None and not self._holds():
            self._holds = None
            self.dismiss()

    def _show(
        self,
        sentence: str,
        mood: str,
        offer: str = "",
        offered: Callable[[], object] | None = None,
        error: WcafeError | None = None,
    ) -> None:
        self._timer.stop()
        self._offer, self._holds, self._error = offered, None, error
        self.sentence.setText(sentence)
        self.offer_button.setText(offer)
        self.offer_button.setAccessibleName(offer)
        self.offer_button.setVisible(bool(offer))
        restyle(self._ground, surface=mood)
        restyle(self.sentence)
        self._place()
        self.show()
        self.raise_()
        announce(self, sentence)
        self.changed.emit()

    def _on_offer(self) -> None:
        self.dismiss()
        if self._offer is not None:
            self._offer()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._page and event.type() == QEvent.Type.Resize:
            self._place()
        return False

    @Slot(QWidget, QWidget)
    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if self.isVisible() and now is not None and not self.isAncestorOf(now):
            self._place()

    def _place(self) -> None:
        page = self._page
        width = max(page.width() - 2 * _EDGE, 0)
        height = max(self._around.heightForWidth(width), self.minimumSizeHint().height())
        foot = QRect(_EDGE, page.height() - height - _FOOT, width, height)
        head = QRect(_EDGE, _FOOT, width, height)
        field = _place_of_focus(page)
        self.setGeometry(head if _hidden(field, foot) > _hidden(field, head) else foot)


def _place_of_focus(page: QWidget) -> QRect:
    """Return where the keyboard is, as `page` counts; nothing where it is elsewhere."""
    field = QApplication.focusWidget()
    if field is None or not page.isAncestorOf(field):
        return QRect()
    return QRect(field.mapTo(page, QPoint(0, 0)), field.size())


def _hidden(field: QRect, bar: QRect) -> int:
    """Return how many lines of pixels of `field` lie under `bar`."""
    return field.intersected(bar).height()
