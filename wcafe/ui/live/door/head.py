"""The head of the door's window: how many are where, and what time it is."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from wcafe.ui.live.door.presenter import DoorPresenter
from wcafe.ui.widgets.elided import ElidedText
from wcafe.ui.widgets.parts import Text
from wcafe.ui.words import _, ngettext

_SECOND = 1000


class Count(QWidget):
    """A figure with a word beside it, on the dark ground of the head."""

    def __init__(self, mood: str = "") -> None:
        super().__init__()
        self.figure = Text()
        self.figure.setProperty("door", mood or "figure")
        self.caption = Text()
        self.caption.setProperty("door", "caption")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(7)
        row.addWidget(self.figure, 0, Qt.AlignmentFlag.AlignBaseline)
        row.addWidget(self.caption, 0, Qt.AlignmentFlag.AlignBaseline)

    def show_count(self, count: int, caption: str) -> None:
        self.figure.setText(str(count))
        self.caption.setText(caption)
        self.setAccessibleName(f"{count} {caption}")


class DoorHead(QFrame):
    """Counts of those whom a plan may seat, live; who has left only where somebody has."""

    def __init__(self, presenter: DoorPresenter) -> None:
        super().__init__()
        self.setObjectName("door")
        self._presenter = presenter
        self.title = Text(_("Check-in"))
        self.title.setProperty("door", "title")
        self.cafe = ElidedText("")
        self.cafe.setProperty("door", "caption")
        self.here, self.expected = Count("here"), Count()
        self.away, self.left = Count("away"), Count("away")
        self.clock = Text()
        self.clock.setProperty("door", "figure")
        self.clock.setAccessibleName(_("Time"))
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 8, 24, 8)
        row.setSpacing(26)
        row.addWidget(self.title)
        row.addWidget(self.cafe, 1)
        for count in (self.here, self.expected, self.away, self.left):
            row.addWidget(count)
        row.addWidget(self.clock)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.show_time)
        self._timer.start(_SECOND)
        presenter.moved.connect(self.show_counts)
        self.show_counts()
        self.show_time()

    def show_counts(self) -> None:
        counts = self._presenter.attendance
        self.cafe.setText(self._presenter.snapshot.cafe.title)
        self.here.show_count(counts.here, _("here"))
        self.expected.show_count(counts.expected, _("to come"))
        self.away.show_count(counts.away, _("not coming"))
        self.left.show_count(counts.left, ngettext("gone home", "gone home", counts.left))
        self.left.setVisible(counts.left > 0)

    def show_time(self) -> None:
        self.clock.setText(self._presenter.wall_time.strftime("%H:%M"))
