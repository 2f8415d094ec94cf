"""How near the drawing of the room is, and the buttons that change it."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from wcafe.ui.plan.room import RoomView
from wcafe.ui.widgets.parts import push_button
from wcafe.ui.words import _


class ZoomButtons(QWidget):
    """Farther, nearer, the whole room."""

    def __init__(self, view: RoomView) -> None:
        super().__init__()
        self._view = view
        nearer = _("Nearer: names can be read (Ctrl++)")
        self.out_button = push_button("−", view.zoom_out, name=_("Farther"), tip="Ctrl+-")
        self.in_button = push_button("+", view.zoom_in, name=_("Nearer"), tip=nearer)
        self.whole_button = push_button(
            _("Whole"), view.zoom_whole, name=_("Whole room"), tip=_("Whole room (Ctrl+0)")
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for button in (self.out_button, self.in_button, self.whole_button):
            button.setProperty("kind", "small")
            row.addWidget(button)
        view.zoomed.connect(self.show_zoom)
        self.show_zoom()

    def show_zoom(self) -> None:
        zoom = self._view.zoom
        self.out_button.setEnabled(not zoom.is_whole)
        self.whole_button.setEnabled(not zoom.is_whole)
        self.in_button.setEnabled(not zoom.is_nearest)
