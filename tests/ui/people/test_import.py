"""A list of people: seen before anything is kept, brought in, taken back."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from tests.cafes import person, write_list
from tests.ui.people.hands import LIST, cell, choose, go_to, import_now, kept, names, read
from wcafe.errors import NotAList
from wcafe.ui.people import make_page
from wcafe.ui.people.preview import PreviewPanel
from wcafe.ui.widgets import ask

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # windows on no screen
LEFT, CONTROL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier


def test_a_list_is_previewed_before_anything_is_kept(qtbot, page, desk, tmp_path, monkeypatch):
    path = write_list(tmp_path, LIST, encoding="cp1252")
    monkeypatch.setattr(ask, "open_file", lambda *_asked: path)
    with qtbot.waitSignal(page._presenter.importing.read):
        qtbot.mouseClick(page.first_button, LEFT)

    preview = page.preview
    assert preview.isVisible()
    assert kept(desk) == ()
    assert preview.reading.bar.encoding_choice.currentText() == "Windows (Western Europe)"
    assert preview.reading.bar.separator.text() == "Separated by semicolons"
    assert preview.reading.bar.header_edit.value() == 1
    assert [figure.value.text() for figure in preview.outcome.figures] == [
        "3",
        "2",
        "0",
        "1",
        "0",
        "0",
    ]
    assert preview.choosers["organisation"].currentText() == "Structure"
    assert preview.outcome.people.lines[0].cells[:2] == (True, "Ana")
    assert preview.rows.table.lines[0].cells[:2] == ("4", "Ana Silva")


def test_an_import_is_told_and_is_one_step_of_undo(qtbot, page, desk, tmp_path):
    read(qtbot, page, write_list(tmp_path, LIST))
    with qtbot.waitSignal(page._presenter.told) as told:
        import_now(qtbot, page)

    assert told.args == ["2 people imported, 1 duplicate folded."]
    assert names(desk) == ["Ana Silva", "Ben Diallo"]
    assert page.list.table.isVisible()
    assert desk.history.undoText() == "import of 2 people"
    desk.history.undo()
    assert kept(desk) == ()
    desk.history.redo()
    assert names(desk) == ["Ana Silva", "Ben Diallo"]


def test_an_import_undone_puts_those_it_updated_back(qtbot, opened, page, desk, tmp_path):
    opened.people.save([person("Ana Silva", note="vegan")])
    read(qtbot, page, write_list(tmp_path, LIST))
    import_now(qtbot, page)
    assert [each.organisation for each in kept(desk)] == ["Mairie", ""]

    desk.history.undo()

    assert [(each.organisation, each.note) for each in kept(desk)] == [("", "vegan")]


def test_a_cancelled_import_leaves_everything_as_it_was(qtbot, page, desk, tmp_path):
    read(qtbot, page, write_list(tmp_path, LIST))

    qtbot.mouseClick(page.preview.cancel_button, LEFT)

    assert kept(desk) == ()
    assert page.nobody.isVisible()
    assert not desk.history.canUndo()


def test_another_column_for_a_field_is_read_at_once(qtbot, page, desk, tmp_path):
    read(qtbot, page, write_list(tmp_path, LIST))
    with qtbot.waitSignal(page._presenter.importing.read):
        choose(page.preview.choosers["note"], "Âge · 33")
    with qtbot.waitSignal(page._presenter.importing.read):
        choose(page.preview.choosers["organisation"], "–")
    import_now(qtbot, page)

    assert [(each.note, each.organisation) for each in kept(desk)] == [("33", ""), ("54", "")]


def test_columns_that_fill_no_field_are_kept_on_request(qtbot, page, desk, tmp_path):
    read(qtbot, page, write_list(tmp_path, LIST))
    with qtbot.waitSignal(page._presenter.importing.read):
        qtbot.mouseClick(page.preview.others_box, LEFT)
    import_now(qtbot, page)

    assert kept(desk)[0].attributes == (("Âge", "33"),)
    assert cell(page, 0, "own:Âge").data() == "33"


def test_a_list_whose_names_are_not_found_asks_for_their_column(qtbot, page, desk, tmp_path):
    read(qtbot, page, write_list(tmp_path, "Wer;Woher\nzorro;brest\nbatman;nantes\n"))
    assert page.preview.reading.error.isVisible()
    assert not page.preview.import_button.isEnabled()

    with qtbot.waitSignal(page._presenter.importing.read):
        choose(page.preview.choosers["full_name"], "Wer · zorro")
    assert not page.preview.reading.error.isVisible()
    import_now(qtbot, page)

    assert names(desk) == ["zorro", "batman"]


def test_a_file_that_is_no_list_is_told_and_changes_nothing(qtbot, page, presenter, tmp_path):
    path = tmp_path / "photo.csv"
    path.write_bytes(b"\x89PNG\x00\x01\x02")

    with qtbot.waitSignal(presenter.failed) as failed:
        presenter.importing.read_file(path)

    assert isinstance(failed.args[0], NotAList)
    assert page.nobody.isVisible()


@pytest.mark.usefixtures("three")
def test_rows_of_a_spreadsheet_are_pasted(qtbot, page, desk):
    QApplication.clipboard().setText("Prénom\tNom\nChloé\tLefèvre\nDominique\tMazé\n")
    with qtbot.waitSignal(page._presenter.importing.read):
        qtbot.keyClick(go_to(page, 0, "given"), Qt.Key.Key_V, CONTROL)
    import_now(qtbot, page)

    assert names(desk)[3:] == ["Chloé Lefèvre", "Dominique Mazé"]


def test_a_file_is_dropped_on_the_page(qtbot, page, tmp_path):
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(str(write_list(tmp_path, LIST)))])
    action = Qt.DropAction.CopyAction
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPointF(9, 9), action, dragged, LEFT, none)
    drop = QDropEvent(QPointF(9, 9), action, dragged, LEFT, none)

    with qtbot.waitSignal(page._presenter.importing.read):
        QApplication.sendEvent(page, enter)
        QApplication.sendEvent(page, drop)

    assert page.preview.isVisible()


def test_the_page_built_anew_still_shows_the_preview(qtbot, page, presenter, tmp_path):
    read(qtbot, page, write_list(tmp_path, LIST))

    again = make_page(presenter)
    qtbot.addWidget(again)

    assert again.stack.currentWidget() is again.preview
    assert again.preview.outcome.figures[0].value.text() == "3"


def test_the_preview_is_made_for_the_first_list(qtbot, page, tmp_path):
    assert page.findChild(PreviewPanel) is None

    read(qtbot, page, write_list(tmp_path, LIST))

    assert page.findChild(PreviewPanel) is page.preview
    assert page.stack.currentWidget() is page.preview


def test_columns_nobody_understands_are_offered_with_an_example(qtbot, page, tmp_path):
    read(qtbot, page, write_list(tmp_path, "A;B\nZoé;Petit\nAli;\n"))

    chooser = page.preview.choosers["given"]
    offered = [chooser.itemText(place) for place in range(chooser.count())]
    assert offered == ["–", "A · Zoé", "B · Petit"]


def test_a_list_whose_reading_is_cancelled_is_not_shown(qtbot, page, presenter, desk, tmp_path):
    presenter.importing.read_file(write_list(tmp_path, LIST))

    with qtbot.waitSignal(desk.tasks.ended, timeout=30_000):
        desk.tasks.running[0].stop()
    QApplication.processEvents()

    assert presenter.importing.arrival is None
    assert not page.preview.isVisible()
