"""What everybody in the room looks at tells nothing of phones."""

from datetime import timedelta

from wcafe.ui.live.room_window import RoomWindow


def test_the_room_window_is_the_same_whatever_phones_do(qtbot, presenter, desk, time):
    presenter.go_to("talk:0")
    window = RoomWindow(presenter)
    qtbot.addWidget(window)
    window.resize(800, 600)
    before = window.grab().toImage()

    phones = desk.services.phones
    phone = phones.join(phones.way_in.codes()[0], name="Ana").phone
    phones.seen.hear(phone.id, at=time.now - timedelta(minutes=2), unsent=3)
    phones.seen.hear(phone.id, at=time.now, unsent=3, is_typing=True)
    presenter.reload()
    assert window.grab().toImage() == before

    presenter.shift(1)  # it does show what is of the room
    assert window.grab().toImage() != before
