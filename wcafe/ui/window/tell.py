"""Tell the facilitator: one sentence in the strip below the page, which waits for nobody."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy

from wcafe.errors import WcafeError
from wcafe.ui.saving import Saving
from wcafe.ui.widgets.announce import announce
from wcafe.ui.widgets.parts import Text, push_button, restyle
from wcafe.ui.widgets.scrolling import ScrolledWords
from wcafe.ui.words import _, desk_words

_SHORTLY = 8000  # milliseconds a sentence about success stays
_LINES = 5  # of a long sentence that are always seen; more are scrolled where room is short


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """What is told.

    `mood` is good, care or bad. `offer` is a button beside the words, such as “Open the
    folder”, and `offered` what it does. `holds` says whether the sentence still holds. `home`
    is the page it belongs to, None where it concerns the whole café.
    """

    sentence: str
    mood: str
    offer: str = ""
    offered: Callable[[], object] | None = None
    holds: Callable[[], bool] | None = None
    error: WcafeError | None = None
    home: Hashable | None = None


class TellBar(QFrame):
    """What went wrong stays until it is closed or its cause is gone; what was done goes by itself.

    Nothing waits for an answer here, so that no question stands in the way during a round. It
    covers nothing. What needs more than the line that is always there takes room from the page,
    and goes only when somebody closes it: nothing moves by itself under the mouse.

    `changed` says that something else is told, or nothing any more.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("told")
        self._message: Message | None = None
        self._aside: dict[Hashable, Message] = {}
        self._here: Hashable | None = None
        self.sentence = Text("", wraps=True)
        self.sentence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        line = self.sentence.fontMetrics().lineSpacing()
        self._line = 2 * line  # less than two lines are one
        self.words = ScrolledWords(self.sentence, _("Message"), least=_LINES * line)
        self.offer_button = push_button("", self._on_offer, kind="quiet")
        self.close_button = push_button(_("Close"), self.dismiss, kind="quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 1, 6, 1)
        row.addWidget(self.words, 1)
        row.addWidget(self.offer_button)
        row.addWidget(self.close_button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_time)
        self.hide()

    def show_failure(self, error: WcafeError, home: Hashable | None = None, name: str = "") -> None:
        """Say what went wrong; on another page than its own `home`, under the `name` of that."""
        sentence = error.describe(desk_words())
        if home is not None and home != self._here:
            sentence = _("{page}: {message}").format(page=name, message=sentence)
        self._show(Message(sentence=sentence, mood="bad", error=error, home=home))

    @property
    def error(self) -> WcafeError | None:
        """The error that can be read now."""
        return self._message.error if self._message is not None else None

    def turn_to(self, home: Hashable) -> None:
        """Put aside what belongs to another page than `home`, and tell what waited here."""
        self._here = home
        told = self._message
        if told is not None and told.home is not None and told.home != home:
            self._aside[told.home] = told
            self._say_nothing()
        is_free = self._message is None or self._message.mood == "good"
        if is_free and (waiting := self._aside.pop(home, None)) is not None:
            self._show(waiting)

    def dismiss(self) -> None:
        """Say nothing any more."""
        self._say_nothing()
        if (waiting := self._aside.pop(self._here, None)) is not None:
            self._show(waiting)

    def dismiss_resolved(self, *kinds: type[WcafeError]) -> None:
        """Go, if it is an error of these `kinds` that is told: it does not matter any more."""
        for home in [h for h, each in self._aside.items() if isinstance(each.error, kinds)]:
            del self._aside[home]
        if isinstance(self.error, kinds):
            self.dismiss()

    def warn(
        self,
        sentence: str,
        home: Hashable | None = None,
        *,
        offer: str = "",
        offered: Callable[[], object] | None = None,
        holds: Callable[[], bool] | None = None,
    ) -> None:
        """Say something that is no failure but must be read; the arguments are `Message`'s."""
        self._show(
            Message(
                sentence=sentence, mood="care", home=home, offer=offer, offered=offered, holds=holds
            )
        )

    def done(
        self,
        sentence: str,
        offer: str = "",
        offered: Callable[[], object] | None = None,
        *,
        holds: Callable[[], bool] | None = None,
    ) -> None:
        """Say what was done; the arguments are those of `Message`."""
        self._show(
            Message(sentence=sentence, mood="good", offer=offer, offered=offered, holds=holds)
        )
        self._timer.start(_SHORTLY * (2 if offer else 1))

    def look_again(self) -> None:
        """Go, if what was said does not hold any more."""
        told = self._message
        if told is not None and told.holds is not None and not told.holds():
            self.dismiss()

    def _show(self, message: Message) -> None:
        self._timer.stop()
        self._message = message
        self.sentence.setText(message.sentence)
        self.offer_button.setText(message.offer.replace("&", "&&"))
        self.offer_button.setAccessibleName(message.offer)
        self.offer_button.setVisible(bool(message.offer))
        restyle(self, surface=message.mood)
        restyle(self.sentence)
        self.show()
        self.words.begin()
        announce(self, message.sentence)
        self.changed.emit()

    def _say_nothing(self) -> None:
        self._timer.stop()
        self._message = None
        self.hide()
        self.changed.emit()

    def _on_time(self) -> None:
        if self.sentence.height() < self._line:
            self.dismiss()

    def _on_offer(self) -> None:
        offered = self._message.offered if self._message is not None else None
        self.dismiss()
        if offered is not None:
            offered()


class Voice(QObject):
    """Tells what goes wrong on one page as that page's; what the disk refuses as everybody's.

    Args:
        home: returns the part of the page that is on screen, to which an error belongs.
        name: what the page is called.
    """

    def __init__(
        self,
        tell: TellBar,
        home: Callable[[], Hashable],
        name: str,
        saving: Saving,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._tell, self._home, self._name, self._saving = tell, home, name, saving

    @Slot(object)
    def show_failure(self, error: WcafeError) -> None:
        home = None if self._saving.is_refusal(error) else self._home()
        self._tell.show_failure(error, home, self._name)

    @Slot(str)
    def warn(self, sentence: str) -> None:
        self._tell.warn(sentence, self._home())
