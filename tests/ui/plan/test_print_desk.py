"""The print desk: what there is, how it stands with it, for whom, its pages, and out it goes."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter

from tests.ui.print_desk import look_at
from wcafe.domain.artefacts import HANDOUTS
from wcafe.domain.handouts import BADGES, HARVEST_SHEETS, TABLE_LIST
from wcafe.domain.paper_size import PaperSize
from wcafe.ui.plan.print_choices import numbers_in
from wcafe.ui.plan.print_wishes import Extent
from wcafe.ui.widgets import ask

pytestmark = [
    pytest.mark.qt_log_ignore("This plugin does not support"),  # windows on no screen
    pytest.mark.slow,
]


@pytest.fixture
def print_desk(qtbot, seated, page):
    """Open the print desk; wait for the first pages."""
    page.print_button.click()
    opened = page.print_desk
    qtbot.waitUntil(lambda: opened.pages.text() != "")
    return opened


def state_of(opened, key):
    return opened.rows.item(list(HANDOUTS).index(key), 1).text()


def test_it_shows_the_pages_of_what_one_looks_at_and_how_many(qtbot, page, print_desk):
    assert print_desk.pages.text() == "3 pages"  # 20 people, 8 a page
    assert state_of(print_desk, BADGES) == "not printed yet"

    look_at(qtbot, page, TABLE_LIST)

    assert print_desk.view.pages == int(print_desk.pages.text().split()[0]) > 0


def test_names_of_what_is_printed_are_whole_in_a_small_window(qtbot, page, print_desk):
    rows = print_desk.rows
    print_desk.resize(1000, 740)
    rows.item(0, 0).setText("Étiquettes pour les nappes et feuilles de vote par gommettes")

    qtbot.waitUntil(lambda: rows.rowHeight(0) >= rows.sizeHintForRow(0) > rows.rowHeight(1))

    assert all(rows.rowHeight(n) >= rows.sizeHintForRow(n) for n in range(rows.rowCount()))


def test_everything_goes_into_a_folder_by_one_click_and_is_noted(
    qtbot, desk, print_desk, tmp_path, monkeypatch
):
    monkeypatch.setattr(ask, "folder", lambda *_what: tmp_path / "set")

    with qtbot.waitSignal(print_desk._wishes.press.written):
        qtbot.mouseClick(print_desk.all_button, Qt.MouseButton.LeftButton)

    names = {path.name for path in (tmp_path / "set").iterdir()}
    made = {each.artefact for each in desk.services.cafes.snapshot().printed}
    assert len(names) == len(made) >= 4
    assert all(path.read_bytes().startswith(b"%PDF") for path in (tmp_path / "set").iterdir())
    assert {BADGES, TABLE_LIST, HARVEST_SHEETS} <= made
    left_out = [_name(key) for key in HANDOUTS if key not in made]
    assert all(name in print_desk.told.text() for name in left_out)
    qtbot.waitUntil(lambda: all(print_desk._wishes.states[key].is_printed for key in made))


def _name(key):
    return f"“{HANDOUTS[key].name}” is left out."


def test_only_what_has_changed_is_printed_again(
    qtbot, desk, page, print_desk, tmp_path, monkeypatch
):
    monkeypatch.setattr(ask, "save_file", lambda *_what: tmp_path / "sheets.pdf")
    look_at(qtbot, page, HARVEST_SHEETS)
    all_pages = print_desk.view.pages
    with qtbot.waitSignal(print_desk._wishes.press.written):
        qtbot.mouseClick(print_desk.save_button, Qt.MouseButton.LeftButton)
    print_desk.choices.extent.setCurrentIndex(1)
    qtbot.waitUntil(lambda: "says what was printed" in print_desk.nothing.sentence.text())
    assert not print_desk.save_button.isEnabled()

    cafe = desk.services.cafes.get()
    tables = (replace(cafe.tables[0], name="Le puits"), *cafe.tables[1:])
    desk.services.cafes.save(replace(cafe, tables=tables))

    qtbot.waitUntil(lambda: print_desk.pages.text() != "")
    assert print_desk.view.pages == all_pages // len(tables)
    assert state_of(print_desk, HARVEST_SHEETS).endswith(f"{len(cafe.rounds)} changed")


def test_a_selection_is_printed_alone(qtbot, seated, page, print_desk):
    print_desk.choices.extent.setCurrentIndex(2)
    some = print_desk.choices.some
    line = next(line for line, who in print_desk._wishes.lines().items() if who == seated[4].id)
    qtbot.keyClicks(some.person_edit, line)
    qtbot.keyClick(some.person_edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: print_desk.pages.text() == "1 page")
    assert print_desk._wishes.some.people == {seated[4].id}

    look_at(qtbot, page, HARVEST_SHEETS, Extent.SOME)
    some.tables_edit.setText("1-2")
    some.rounds_edit.setText("3")
    some.rounds_edit.keep()

    qtbot.waitUntil(lambda: print_desk.pages.text() == "2 pages")
    look_at(qtbot, page, TABLE_LIST)
    assert print_desk.choices.extent.currentIndex() == 0, "a list is made whole"


def test_a_key_opens_it_and_it_gives_the_keyboard_back(qtbot, seated, page):
    with qtbot.waitActive(page.window()):
        page.window().activateWindow()
    page.room.take_focus()
    qtbot.keyClick(page.room.view, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert page.print_desk.isVisible()

    qtbot.keyClick(page.print_desk, Qt.Key.Key_Escape)

    assert page.print_desk is None


def test_paper_size_and_shift_are_remembered_by_this_computer(qtbot, desk, print_desk):
    choices = print_desk.choices
    choices.paper.setCurrentIndex(1)
    choices.paper.activated.emit(1)
    choices.right.setValue(1.5)

    qtbot.waitUntil(lambda: print_desk.pages.text() != "")
    size = print_desk.view.document_shown.pagePointSize(0)
    assert (size.width(), size.height()) == (612, 792)
    again = type(print_desk._wishes)(desk).options
    assert (again.paper, again.shift) == (PaperSize.LETTER, (1.5, 0.0))


def test_what_goes_to_the_printer_is_noted(qtbot, page, print_desk, tmp_path, monkeypatch):
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    look_at(qtbot, page, TABLE_LIST)
    monkeypatch.setattr(
        "wcafe.ui.plan.print_desk.ask_printer", lambda _parent, _pages, chosen: chosen(printer)
    )

    qtbot.mouseClick(print_desk.print_button, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: print_desk._wishes.states[TABLE_LIST].is_printed)
    assert (tmp_path / "printed.pdf").stat().st_size > 0


def test_without_a_plan_what_needs_none_is_printed_all_the_same(qtbot, page):
    page.print_button.click()
    opened = page.print_desk
    qtbot.waitUntil(lambda: "Compose the plan first" in opened.nothing.sentence.text())
    assert state_of(opened, BADGES) == "needs the plan"


@pytest.mark.parametrize(
    ("said", "meant"),
    [("1-3, 7", {0, 1, 2, 6}), ("4", {3}), ("2 – 3", {1, 2}), ("3-1", {0, 1, 2}), ("all", None)],
)
def test_ranges_of_numbers_are_read(said, meant):
    assert numbers_in(said) == meant
