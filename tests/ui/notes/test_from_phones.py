"""Notes and photos that phones send while somebody types in Harvest."""

from uuid import uuid4

import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication

from tests.ui.hands import type_text
from wcafe.domain.kinds import Kind
from wcafe.domain.phones import PhoneWish
from wcafe.i18n import words_for
from wcafe.ui import words
from wcafe.ui.note_cards.filed import Filed
from wcafe.ui.notes.history import NoteHistory
from wcafe.ui.notes.views import View


@pytest.fixture
def phone(opened, tables):
    return opened.phones.join(opened.phones.way_in.codes()[0], name="Ana").phone


@pytest.fixture
def send(opened, phone):
    """How a phone writes a note, or another text of one that it knows."""
    event = opened.cafes.get().id

    def send(text, **said):
        said = {"id": str(uuid4()), "note": str(uuid4()), **said}
        wish = PhoneWish(event=event, gen=1, round=0, text=text, kind=Kind.IDEA, **said)
        return opened.phones.take_in(phone, wish)

    return send


def chips(shown):
    rows = [row for row in shown.page.list.notes.rows if isinstance(row, Filed)]
    return {row.note.text: row.chips for row in rows}


def test_a_note_of_a_phone_appears_and_what_is_being_typed_stays(qtbot, typing, send):
    type_text(typing.field, "Half a sen")

    send("Un banc")
    qtbot.waitUntil(lambda: "Un banc" in chips(typing))

    assert typing.field.toPlainText() == "Half a sen"
    assert QApplication.focusWidget() is typing.field
    type_text(typing.field, "tence")
    assert typing.field.toPlainText() == "Half a sentence"


def test_late_notes_and_second_versions_are_marked(qtbot, typing, opened, send):
    first = str(uuid4())
    send("Un banc", note=first)
    send("Deux bancs", note=first, base=1)
    send("Trois bancs", note=first, base=1)  # written elsewhere, from the same words
    opened.live.start("talk:1")
    send("Une haie")  # of the first round
    qtbot.waitUntil(lambda: "Une haie" in chips(typing))

    told = chips(typing)
    assert told["Une haie"] == ("late",)
    assert sorted(told[text] for text in ("Deux bancs", "Trois bancs")) == [
        (),
        ("second version",),
    ]


def test_the_history_of_a_note_says_by_which_phone_it_came(qtbot, typing, opened, phone, send):
    note = str(uuid4())
    send("Un banc", note=note)
    qtbot.waitUntil(lambda: "Un banc" in chips(typing))
    history = NoteHistory(typing.presenter, note)
    assert history.read()[-1].way == "by phone: T1 · Ana"

    opened.phones.rename(phone.id, "Zoé")
    assert history.read()[-1].way == "by phone: T1 · Zoé"
    words.use(words_for("fr"), "fr")
    assert history.read()[-1].way == "par téléphone\u00a0: T1 · Zoé"


def test_a_photo_of_a_phone_stands_at_its_table(qtbot, typing, opened, phone, tmp_path):
    typing.page.show_view(View.PHOTOS.place)
    Image.new("RGB", (800, 600), "white").save(tmp_path / "table.jpg")

    opened.phones.photos.take_in(
        phone, str(uuid4()), (tmp_path / "table.jpg").read_bytes(), round_=1
    )
    qtbot.waitUntil(lambda: len(typing.presenter.photos.photos) == 1)

    place = typing.presenter.photos.photos[0].place
    assert (place.table, place.round) == (0, 1)
