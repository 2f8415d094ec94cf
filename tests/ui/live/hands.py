"""What the tests of Run do again and again, and the devices that they hear and wake with."""

from datetime import timedelta

from PySide6.QtCore import QPoint, Qt

from wcafe.ui.sound import Player

LEFT = Qt.MouseButton.LeftButton
NASTY = "« <b>Zoé</b> d'Ân-Lê » & Co"


class Ears(Player):
    """A sound device that writes down what it plays."""

    def __init__(self):
        super().__init__()
        self.heard = []

    def play(self, sound):
        self.heard.append(sound)


class Way:
    """A computer that says whether it is kept awake."""

    is_awake = False

    def hold(self):
        self.is_awake = True

    def release(self):
        self.is_awake = False


def pass_by(presenter, time, seconds):
    """Let `seconds` go by, and the page look at the clock as its timer would."""
    time.now += timedelta(seconds=seconds)
    presenter.tick()


def clock(desk):
    return desk.services.live.get().clock


def figures(page):
    return page.clock.ring.dial.figures


def names_of(page):
    return [row.name for row in page.agenda.list.rows.rows]


def centre(view, place) -> QPoint:
    return view.visualRect(view.rows.index(place)).center()


def action(view, place) -> QPoint:
    """Return where the words of what can be done with a row stand."""
    return view.visualRect(view.rows.index(place)).bottomRight() - QPoint(20, 12)


def planned(desk):
    return desk.services.cafes.snapshot().plan


def look(qtbot, page):
    card, shown, could_look = page.presence.repair, page._presenter.repair.shown, []

    def note():
        could_look.append(card.look_button.isEnabled())

    qtbot.waitUntil(card.isVisible)
    shown.connect(note)
    qtbot.mouseClick(card.look_button, LEFT)
    qtbot.waitUntil(lambda: not card.look_button.isVisible(), timeout=20_000)
    shown.disconnect(note)
    assert could_look[0] is False, "one search at a time"
    return card
