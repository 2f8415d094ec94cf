"""Tell the facilitator: a bar above the page that says one sentence and waits for nobody."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from wcafe.errors import WcafeError
from wcafe.ui.announce import announce
from wcafe.ui.parts import Text, push_button, restyle
from wcafe.ui.words import _, spoken

_SHORTLY = 8000  # milliseconds a sentence about success stays


class TellBar(QWidget):
    """What went wrong stays until it is closed; what was done goes by itself.

    Nothing waits for an answer here, so that no question stands in the way during a round.
    """

    def __init__(self) -> None:
        super().__init__()
        self.sentence = Text("", wraps=True)
        self.sentence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._offer: Callable[[], object] | None = None
        self._holds: Callable[[], bool] | None = None
        self.offer_button = push_button("", self._on_offer, kind="quiet")
        self.close_button = push_button(_("Close"), self.hide, kind="quiet")
        self._ground = QFrame()
        around = QVBoxLayout(self)
        around.setContentsMargins(24, 12, 24, 0)
        around.addWidget(self._ground)
        row = QHBoxLayout(self._ground)
        row.setContentsMargins(14, 6, 8, 6)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.offer_button)
        row.addWidget(self.close_button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def failed(self, error: WcafeError) -> None:
        self._show(error.describe(spoken()), "bad")

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
            self.hide()

    def _show(
        self,
        sentence: str,
        mood: str,
        offer: str = "",
        offered: Callable[[], object] | None = None,
    ) -> None:
        self._timer.stop()
        self._offer, self._holds = offered, None
        self.sentence.setText(sentence)
        self.offer_button.setText(offer)
        self.offer_button.setAccessibleName(offer)
        self.offer_button.setVisible(bool(offer))
        restyle(self._ground, surface=mood)
        restyle(self.sentence)
        self.show()
        announce(self, sentence)

    def _on_offer(self) -> None:
        self.hide()
        if self._offer is not None:
            self._offer()
