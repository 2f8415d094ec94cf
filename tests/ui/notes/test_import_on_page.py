"""A list of notes that is chosen or dropped on the page of Harvest."""

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl

from tests.cafes import write_list
from tests.ui.hands import drop
from tests.ui.notes.hands import texts
from wcafe.errors import MissingColumns, NotAList
from wcafe.ui.widgets import ask

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # windows on no screen
GOOD = "table;round;kind;text;theme\n1;1;idea;A garden;Jardins\n2;1;;A bench;\n"
LEFT = Qt.MouseButton.LeftButton


def test_a_list_is_imported_and_told_and_a_second_time_changes_nothing(
    qtbot, typing, opened, tmp_path, monkeypatch
):
    path = write_list(tmp_path, GOOD)
    monkeypatch.setattr(ask, "open_file", lambda *_args: path)

    with qtbot.waitSignal(typing.presenter.told) as told:
        qtbot.mouseClick(typing.page.import_button, LEFT)
    assert told.args == ["2 notes imported."]
    qtbot.waitUntil(lambda: texts(typing.page.list) == ["A garden", "A bench"])
    assert opened.synthesis.themes()[0].name == "Jardins"

    with qtbot.waitSignal(typing.presenter.told) as told:
        qtbot.mouseClick(typing.page.import_button, LEFT)
    assert told.args == ["0 notes imported. Here already: 2."]


def test_a_list_is_dropped_on_the_page(qtbot, typing, tmp_path):
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(str(write_list(tmp_path, GOOD)))])

    with qtbot.waitSignal(typing.presenter.told):
        drop(typing.page, dragged)

    qtbot.waitUntil(lambda: len(texts(typing.page.list)) == 2)


def test_a_list_without_what_places_a_note_is_told_and_nothing_is_kept(
    qtbot, typing, opened, tmp_path
):
    with qtbot.waitSignal(typing.presenter.failed) as failed:
        typing.presenter.import_list(write_list(tmp_path, "name\nAna\n"))

    assert isinstance(failed.args[0], MissingColumns | NotAList)
    assert opened.notes.all() == ()
