"""One café from the list to the synthesis, at the desk, by mouse and keyboard, in each language."""

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction

from tests.ui.hands import type_text
from wcafe import app
from wcafe.doors import doors
from wcafe.paths import resource_dir
from wcafe.ui.synthesis.page import View
from wcafe.ui.window.desk import Desk
from wcafe.ui.window.workspaces import Workspace

CONTROL, LEFT = Qt.KeyboardModifier.ControlModifier, Qt.MouseButton.LeftButton
LIST = resource_dir("samples") / "quartier-2030" / "participants.csv"
NEW_CAFE = {"en": "New café…", "fr": "Nouveau café…"}


@pytest.fixture(params=["en", "fr"])
def desk(request, qapp, settings, tmp_path, path):
    """The desk of somebody who has just installed wcafe, with a café of her own opened."""
    settings.language = request.param
    desk = Desk(doors(), settings, home=tmp_path / "home")
    desk.start()
    yield desk
    desk.close()
    desk.window.hide()
    desk.window.deleteLater()


def text_of(pdf):
    return " ".join(page.extract_text() for page in PdfReader(pdf).pages)


def test_a_facilitator_goes_the_whole_way(qtbot, desk, path, tmp_path, monkeypatch):
    folder = tmp_path / "paper"
    folder.mkdir()
    monkeypatch.setattr("wcafe.ui.widgets.ask.save_file", lambda *_, **_facts: path)

    # a café of her own
    entries = {a.text().replace("&", ""): a for a in desk.window.findChildren(QAction)}
    entries[NEW_CAFE[desk.language()]].trigger()
    window = desk.window
    with qtbot.waitActive(window):
        window.activateWindow()
    services = desk.cafe.services
    prepare = window.page(Workspace.CAFE)
    prepare.details.title_edit.selectAll()
    type_text(prepare.details.title_edit, "Place d’Ân-Lê <b>2030</b>")
    qtbot.keyClick(prepare.details.title_edit, Qt.Key.Key_Return)
    prepare.questions.fields[0].setFocus()
    type_text(prepare.questions.fields[0], "Que voulons-nous garder ?")
    assert services.cafes.get().title == "Place d’Ân-Lê <b>2030</b>"

    # people, from a list, looked at before it is taken in
    qtbot.keyClick(window, Qt.Key.Key_2, CONTROL)
    assert window.here is Workspace.PEOPLE
    assert services.cafes.get().question(0, 0) == "Que voulons-nous garder ?"
    monkeypatch.setattr("wcafe.ui.widgets.ask.open_file", lambda *_: LIST)
    people = window.page(Workspace.PEOPLE)
    qtbot.mouseClick(people.first_button, LEFT)
    preview = people.preview
    qtbot.waitUntil(lambda: preview.isVisible() and preview.import_button.isEnabled())
    assert services.people.all() == ()
    qtbot.keyClick(preview.import_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(services.people.all()) == 58)

    # a plan, with its proof; badges
    qtbot.keyClick(window, Qt.Key.Key_3, CONTROL)
    plan = window.page(Workspace.PLAN)
    qtbot.waitUntil(plan.first_button.isEnabled)  # the page has heard of the people
    qtbot.mouseClick(plan.first_button, LEFT)
    qtbot.waitUntil(lambda: services.cafes.snapshot().plan is not None)
    assert services.cafes.snapshot().plan.certificate.repeat_meetings == 0
    badges = folder / "badges.pdf"
    monkeypatch.setattr("wcafe.ui.widgets.ask.save_file", lambda *_, **_facts: badges)
    qtbot.mouseClick(plan.print_button, LEFT)
    press = plan.print_desk
    qtbot.waitUntil(press.save_button.isEnabled)  # badges stand first
    qtbot.mouseClick(press.save_button, LEFT)
    qtbot.waitUntil(badges.is_file)
    qtbot.mouseClick(press.close_button, LEFT)
    qtbot.waitUntil(window.isActiveWindow)
    assert "d'Ân-Lê" in text_of(badges)

    # the afternoon begins
    qtbot.keyClick(window, Qt.Key.Key_4, CONTROL)
    live = window.page(Workspace.LIVE)
    qtbot.mouseClick(live.clock.main_button, LEFT)
    assert services.live.get().clock.is_running
    desk.room_window()
    assert live.room.isVisible()
    desk.room_window()

    # what the tables say
    qtbot.keyClick(window, Qt.Key.Key_5, CONTROL)
    notes = window.page(Workspace.NOTES)
    for words in ("Un banc sous le tilleul", "=1+1 <b>& « voilà »"):
        type_text(notes.capture.text_edit, words)
        qtbot.keyClick(notes.capture.text_edit, Qt.Key.Key_Return)
    kept = services.notes.all()
    assert [note.text for note in kept] == ["Un banc sous le tilleul", "=1+1 <b>& « voilà »"]
    desk.history.undo()
    assert len(services.notes.all()) == 1
    desk.history.redo()
    assert len(services.notes.all()) == 2

    # a theme, worded by a person, and the synthesis
    theme = services.synthesis.name_theme("S’asseoir ensemble", notes=(kept[0].id,))
    qtbot.keyClick(window, Qt.Key.Key_6, CONTROL)
    share = window.page(Workspace.SYNTHESIS)
    statement = share.themes.card.new_field.area
    statement.setFocus()
    type_text(statement, "On veut des bancs à l’ombre.")
    share.themes.notes.list.setFocus()
    qtbot.keyClick(share.themes.notes.list, Qt.Key.Key_Space)
    qtbot.keyClick(statement, Qt.Key.Key_Return)
    assert services.synthesis.themes()[0].wording == "On veut des bancs à l’ombre."
    pdf = folder / "synthesis.pdf"
    monkeypatch.setattr("wcafe.ui.widgets.ask.save_file", lambda *_, **_facts: pdf)
    share.views.setFocus()
    for _step in range(View.PREVIEW):
        qtbot.keyClick(share.views, Qt.Key.Key_Right)
    qtbot.waitUntil(share.preview.save_button.isEnabled)
    qtbot.mouseClick(share.preview.save_button, LEFT)
    qtbot.waitUntil(pdf.is_file)
    text = text_of(pdf)
    assert "bancs à l’ombre" in text
    assert "Un banc sous le tilleul" in text
    assert theme.name in text

    # all of it is in one file, and the window says so
    qtbot.waitUntil(lambda: path.name in window.side.file.text())
    window.close()
    with app.open_cafe(path) as again:
        now = again.cafes.snapshot()
    assert (len(now.people), len(now.notes), len(now.themes)) == (58, 2, 1)
    assert now.live.clock.is_running
