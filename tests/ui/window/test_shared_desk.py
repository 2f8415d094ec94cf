"""The desk over a server: it shows what another laptop writes, and says when the server goes."""

import pytest
from PySide6.QtCore import Qt

from tests.cafes import add_people
from tests.ui.hands import retype
from wcafe.app import create_cafe, open_cafe, share_cafe
from wcafe.domain.cafe import draft
from wcafe.domain.kinds import Kind
from wcafe.domain.shared_address import SharedAddress
from wcafe.ui.widgets.parts import Text
from wcafe.ui.window.sharing import AddressDialog
from wcafe.ui.window.workspaces import Workspace

_PATIENCE = 20_000  # milliseconds, for a busy machine


@pytest.fixture
def there(path, own_cluster, now):
    """The address of a café of three tables."""
    create_cafe(path, draft(title="Notre rue", language="fr", tables=3))
    return share_cafe(path, SharedAddress.parse(own_cluster.new_database()), now=now)


@pytest.fixture
def desk(on_desk, there):
    assert on_desk.start(there)
    return on_desk


def said(desk):
    return desk.window.side.saved.text()


def test_what_another_laptop_writes_is_seen_and_no_typed_word_is_lost(qtbot, desk, there):
    desk.window.go(Workspace.NOTES)
    field = desk.window.page(Workspace.NOTES).capture.text_edit
    field.setFocus()
    qtbot.keyClicks(field, "Plus de ban")

    with open_cafe(there) as laptop:
        laptop.notes.add(table=1, round_=0, kind=Kind.IDEA, text="Un cerisier")
        add_people(laptop, 3)

    def is_seen():
        snapshot = desk.cafe.services.cafes.snapshot()
        assert [note.text for note in snapshot.notes] == ["Un cerisier"]
        assert len(snapshot.people) == 3

    qtbot.waitUntil(is_seen, timeout=_PATIENCE)
    assert field.toPlainText() == "Plus de ban"
    qtbot.keyClicks(field, "cs")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert {note.text for note in desk.cafe.services.notes.all()} == {
        "Un cerisier",
        "Plus de bancs",
    }


def test_a_server_that_goes_is_told_and_comes_back_by_itself(qtbot, desk, own_cluster):
    page = desk.window.page(Workspace.CAFE)
    own_cluster.kill()

    qtbot.waitUntil(lambda: said(desk).startswith("Server silent since "), timeout=_PATIENCE)
    assert "has not answered since" in desk.window.tell.sentence.text()
    retype(qtbot, page.details.place_edit, "Brest")
    assert "does not answer" in desk.window.tell.error.describe()
    assert page.details.place_edit.text() == "Brest"
    own_cluster.start()

    qtbot.waitUntil(lambda: not said(desk).startswith("Server silent"), timeout=_PATIENCE)
    words = "The server answers again. In 1 field words wait to be kept."
    qtbot.waitUntil(lambda: desk.window.tell.sentence.text() == words, timeout=_PATIENCE)
    retype(qtbot, page.details.place_edit, "Brest")
    qtbot.waitUntil(lambda: said(desk).startswith("All saved"), timeout=_PATIENCE)
    assert desk.cafe.services.cafes.get().place == "Brest"


def test_a_shared_café_is_among_the_recent_ones(desk, there):
    assert desk.settings.recent == (there,)
    assert desk.open(there)  # it is on the desk already


def test_who_has_the_café_open_is_seen(qtbot, desk, there):
    desk.window.go(Workspace.NOTES)
    qtbot.waitUntil(lambda: desk.window.side.desks.text() == "open on 1 laptop", timeout=_PATIENCE)

    with open_cafe(there, stays=True) as laptop:
        laptop.elsewhere.say_at(Workspace.PEOPLE)
        qtbot.waitUntil(
            lambda: desk.window.side.desks.toolTip().endswith(": People"), timeout=_PATIENCE
        )
        assert "(this one)" in desk.window.side.desks.toolTip()
        assert ": Harvest" in desk.window.side.desks.toolTip()
        assert desk.window.side.desks.text() == "open on 2 laptops"

    qtbot.waitUntil(lambda: desk.window.side.desks.text() == "open on 1 laptop", timeout=_PATIENCE)


def chosen(desk, words):
    """Choose an entry of the File menu by its words; return the dialogue that opens."""
    file = desk.window.menuBar().actions()[0].menu()
    next(action for action in file.actions() if action.text() == words).trigger()
    return desk.window.findChild(AddressDialog)


def test_the_café_on_the_desk_is_shared_from_the_menu(qtbot, on_desk, cafe_file, own_cluster):
    assert on_desk.start(cafe_file)
    page = on_desk.window.page(Workspace.CAFE)
    retype(qtbot, page.details.place_edit, "Brest")
    dialogue = chosen(on_desk, "Share on a server…")
    qtbot.keyClicks(dialogue.address_edit, "postgresql://nobody@/nowhere?host=/nowhere")
    qtbot.keyClick(dialogue.address_edit, Qt.Key.Key_Return)

    assert "does not answer" in dialogue.told.text()
    assert on_desk.cafe.services.place.path == cafe_file, "which stayed open"
    assert on_desk.cafe.services.cafes.get().place == "Brest"

    dialogue.address_edit.clear()
    qtbot.keyClicks(dialogue.address_edit, own_cluster.new_database())
    qtbot.keyClick(dialogue.address_edit, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: bool(on_desk.cafe and on_desk.cafe.services.place.address))
    assert on_desk.cafe.services.place.address.cafe == "notre-rue"
    assert on_desk.cafe.services.cafes.get().place == "Brest"
    assert not [
        action
        for action in on_desk.window.menuBar().actions()[0].menu().actions()
        if action.text() == "Share on a server…"
    ]


def test_one_of_the_cafés_of_a_server_is_chosen_from_a_list(qtbot, on_desk, there, tmp_path, now):
    here, other = tmp_path / "here.wcafe", tmp_path / "other.wcafe"
    for file in (here, other):
        create_cafe(file, draft(title="Congrès", language="fr"))
    share_cafe(other, there.server, now=now)
    assert on_desk.start(here)
    dialogue = chosen(on_desk, "Open a shared café…")
    qtbot.keyClicks(dialogue.address_edit, str(there.server))
    qtbot.keyClick(dialogue.address_edit, Qt.Key.Key_Return)

    rows = [dialogue.cafes_list.item(row).text() for row in range(dialogue.cafes_list.count())]
    assert [row.partition(" – ")[0] for row in rows] == ["Congrès", "Notre rue"]
    qtbot.keyClick(dialogue.cafes_list, Qt.Key.Key_Down)
    qtbot.keyClick(dialogue.cafes_list, Qt.Key.Key_Return)

    assert on_desk.cafe.services.place.address == there


def test_all_words_of_the_dialogue_are_seen_whatever_it_tells(qtbot, on_desk, cafe_file):
    assert on_desk.start(cafe_file)
    dialogue = chosen(on_desk, "Open a shared café…")
    for said in ("nonsense", "postgresql://nobody@/nowhere?host=/nowhere", "nonsense again"):
        dialogue.address_edit.setText(said)
        qtbot.keyClick(dialogue.address_edit, Qt.Key.Key_Return)

        assert dialogue.told.isVisible()
        for text in dialogue.findChildren(Text):
            if text.isVisible():
                assert text.height() >= text.heightForWidth(text.width()), text.text()
    dialogue.reject()


def test_a_server_without_cafés_says_so(qtbot, on_desk, cafe_file, hall):
    assert on_desk.start(cafe_file)
    dialogue = chosen(on_desk, "Open a shared café…")
    dialogue.address_edit.setText(str(hall))
    qtbot.keyClick(dialogue.address_edit, Qt.Key.Key_Return)

    assert dialogue.told.text().startswith("There is no café on ")
    assert dialogue.cafes_list.isHidden()
    dialogue.reject()


def test_the_keepsake_offers_to_open_its_café_where_it_is(
    on_desk, cafe_file, hall, tmp_path, now, monkeypatch
):
    there = share_cafe(cafe_file, hall, now=now)
    asked = []

    def answer(sentence, words):
        asked.append((sentence, words))
        return len(asked) > 1

    monkeypatch.setattr("wcafe.ui.window.desk.ask_alone", answer)
    assert not on_desk.start(cafe_file), "which was declined"
    assert on_desk.start(cafe_file)
    assert on_desk.cafe.services.place.address == there
    assert str(there) in asked[0][0]
    assert asked[0][1] == "Open it there"

    other = tmp_path / "other.wcafe"
    create_cafe(other, draft(title="Congrès", language="fr"))
    assert on_desk.open(other)
    assert not on_desk.open(cafe_file)
    assert str(there) in on_desk.window.tell.sentence.text()
    on_desk.window.tell.offer_button.click()
    assert on_desk.cafe.services.place.address == there
