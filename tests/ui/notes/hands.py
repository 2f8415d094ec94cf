"""What the tests of Harvest do again and again."""

from tests.ui.hands import show_page
from wcafe.ui.note_cards.filed import Filed
from wcafe.ui.notes import make_page


def shown_page(qtbot, presenter):
    page = show_page(qtbot, make_page(presenter))
    qtbot.waitExposed(page)
    page.list.doItemsLayout()  # not in the next turn, as tests may look at once
    return page


def texts(view):
    return [row.note.text for row in view.notes.rows if isinstance(row, Filed)]


def choose(view, *notes):
    """Choose notes by the mouse, as with Ctrl held."""
    view.setFocus()
    view.clearSelection()
    for note in notes:
        index = view.notes.index(view.notes.row_of(note.id))
        view.selectionModel().setCurrentIndex(index, view.selectionModel().SelectionFlag.Select)


def name_theme(opened, name, *notes):
    return opened.synthesis.name_theme(name, notes=tuple(note.id for note in notes))


def entry(menu, words):
    menu.aboutToShow.emit()
    return next(action for action in menu.actions() if words in action.text())


def editor(view):
    assert view.cards.editor is not None
    return view.cards.editor


def choose_key(chooser, key):
    """Choose in a field what stands for `key`."""
    place = chooser.findData(key)
    assert place >= 0
    chooser.setCurrentIndex(place)
    chooser.activated.emit(place)
