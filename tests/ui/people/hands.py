"""What the tests of People do again and again."""

from PySide6.QtCore import Qt

LEFT = Qt.MouseButton.LeftButton
LIST = "Prénom;Nom;Structure;Âge\nAna;Silva;Mairie;33\nBen;Diallo;;54\nAna;Silva;Mairie;33\n"


def kept(desk):
    return desk.services.people.all()


def names(desk):
    return [each.name for each in kept(desk)]


def cell(page, row, key):
    table = page.list.table
    place = [column.id for column in table.people.columns].index(key)
    return table.people.index(row, place)


def go_to(page, row, key):
    table = page.list.table
    table.setFocus()
    table.setCurrentIndex(cell(page, row, key))
    return table


def click_tick(qtbot, page, row, key):
    table = page.list.table
    index = cell(page, row, key)
    table.scrollTo(index)
    qtbot.mouseClick(table.viewport(), LEFT, pos=table.visualRect(index).center())


def editor(page):
    return page.list.table.cells.editor


def read(qtbot, page, path):
    with qtbot.waitSignal(page._presenter.importing.read):
        page._presenter.importing.read_file(path)


def import_now(qtbot, page):
    with qtbot.waitSignal(page._presenter.importing.imported):
        qtbot.mouseClick(page.preview.import_button, LEFT)


def choose(chooser, words):
    place = chooser.findText(words)
    assert place >= 0
    chooser.setCurrentIndex(place)
    chooser.activated.emit(place)
