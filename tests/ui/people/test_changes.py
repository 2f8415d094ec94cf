"""What a list would change is seen before it does, and one step of undo takes it back."""

import pytest
from PySide6.QtCore import Qt

from tests.cafes import person, write_list
from tests.ui.people.hands import import_now, kept, names, read
from wcafe.ui.window.workspaces import Workspace

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # windows on no screen
LEFT = Qt.MouseButton.LeftButton
LIST = "Prénom;Nom;Structure;E-mail\nAna;Silva;Mairie;ana@x.fr\nBen;Diallo;Lycée;ben@x.fr\n"


def changes(page):
    return [line.cells for line in page.preview.changes.table.lines]


def test_each_change_is_told_by_name_and_field_before_and_after(qtbot, page, desk, tmp_path):
    desk.services.people.save(
        [person("Ana Silva", organisation="École", email="ana@x.fr"), person("Jo Roux")]
    )
    before = kept(desk)

    read(qtbot, page, write_list(tmp_path, LIST))

    assert page.preview.changes.isVisible()
    assert changes(page) == [("Ana Silva", "Organisation", "École", "Mairie")]
    assert not page.preview.outcome.nothing_new.isVisible()
    assert kept(desk) == before


def test_what_is_told_is_what_happens(qtbot, page, desk, tmp_path):
    desk.services.people.save([person("Ana Silva", present=frozenset())])
    read(qtbot, page, write_list(tmp_path, LIST))

    assert changes(page) == [
        ("Ana Silva", "E-mail", "–", "ana@x.fr"),
        ("Ana Silva", "Organisation", "–", "Mairie"),
        ("Ana Silva", "Comes or not", "does not come", "in all rounds"),
    ]
    import_now(qtbot, page)
    ana = kept(desk)[0]
    assert (ana.email, ana.organisation, ana.present) == ("ana@x.fr", "Mairie", None)


def test_the_same_list_again_says_that_nothing_is_new(qtbot, page, tmp_path):
    read(qtbot, page, write_list(tmp_path, LIST))
    assert not page.preview.outcome.nothing_new.isVisible()
    import_now(qtbot, page)

    read(qtbot, page, write_list(tmp_path, LIST))

    assert page.preview.outcome.nothing_new.isVisible()
    assert not page.preview.changes.isVisible()


def test_five_hundred_changes_are_all_there_to_scroll_through(qtbot, page, desk, tmp_path):
    people = [person(f"Ana{n} Silva", email=f"a{n}@x.fr") for n in range(500)]
    desk.services.people.save(people)
    rows = "".join(f"Ana{n} Silva;a{n}@x.fr;Mairie {n}\n" for n in range(500))

    read(qtbot, page, write_list(tmp_path, f"Nom complet;E-mail;Structure\n{rows}"))

    table = page.preview.changes.table
    assert len(table.lines) == 500
    assert table.verticalScrollBar().maximum() > 0
    table.scrollToBottom()
    assert table.rowAt(table.viewport().height() - 2) == 499


def test_an_import_is_one_step_of_undo_on_whatever_page(qtbot, on_desk, cafe_file, tmp_path):
    on_desk.start(cafe_file)
    window = on_desk.window
    qtbot.waitUntil(lambda: window.page(Workspace.PEOPLE) is not None)
    window.go(Workspace.PEOPLE)
    page = window.page(Workspace.PEOPLE)
    read(qtbot, page, write_list(tmp_path, LIST))
    import_now(qtbot, page)
    window.go(Workspace.CAFE)
    assert on_desk.history.undoText() == "import of 2 people"

    on_desk.history.undo()

    page = window.page(Workspace.PEOPLE)
    assert names(page._presenter.desk) == []
    assert not on_desk.history.canUndo()
