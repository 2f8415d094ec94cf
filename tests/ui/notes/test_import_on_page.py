"""A list of notes that is chosen or dropped on the page of Harvest."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl

from tests.cafes import person, write_list
from tests.ui.hands import drop
from tests.ui.notes.hands import choose_key, texts
from wcafe.domain.kinds import Kind
from wcafe.errors import NotAList
from wcafe.ui.widgets import ask

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # windows on no screen
GOOD = "table;round;kind;text;theme\n1;1;idea;A garden;Jardins\n2;1;;A bench;\n"
LEFT = Qt.MouseButton.LeftButton


def test_a_list_is_imported_and_told_and_a_second_time_changes_nothing(
    qtbot, typing, opened, tmp_path, monkeypatch
):
    path = write_list(tmp_path, GOOD)
    monkeypatch.setattr(ask, "open_file", lambda *_args: path)

    with qtbot.waitSignal(typing.presenter.importing.read):
        qtbot.mouseClick(typing.page.import_button, LEFT)
    assert opened.notes.all() == ()
    with qtbot.waitSignal(typing.presenter.told) as told:
        qtbot.mouseClick(typing.page.preview.import_button, LEFT)
    assert told.args == ["2 notes imported."]
    qtbot.waitUntil(lambda: texts(typing.page.list) == ["A garden", "A bench"])
    assert opened.synthesis.themes()[0].name == "Jardins"

    with qtbot.waitSignal(typing.presenter.importing.read):
        qtbot.mouseClick(typing.page.import_button, LEFT)
    assert typing.page.preview.outcome.nothing_new.isVisible()
    with qtbot.waitSignal(typing.presenter.told) as told:
        qtbot.mouseClick(typing.page.preview.import_button, LEFT)
    assert told.args == ["0 notes imported. Here already: 2."]


def test_a_list_is_dropped_on_the_page(qtbot, typing, tmp_path):
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(str(write_list(tmp_path, GOOD)))])

    with qtbot.waitSignal(typing.presenter.importing.read):
        drop(typing.page, dragged)

    assert typing.page.preview.isVisible()
    assert [line.cells[1] for line in typing.page.preview.outcome.table.lines] == [
        "A garden",
        "A bench",
    ]


def test_a_list_without_what_places_a_note_lets_it_be_chosen(qtbot, typing, opened, tmp_path):
    presenter = typing.presenter
    with qtbot.waitSignal(presenter.importing.read):
        presenter.importing.read_file(write_list(tmp_path, "Texte;Qui\nA bench here;Ana\n"))

    reading = typing.page.preview.reading
    assert reading.error.isVisible()
    assert "--" not in reading.error.text()
    assert not typing.page.preview.import_button.isEnabled()
    with qtbot.waitSignal(presenter.importing.read):
        choose_key(reading.table_choice, 1)
    with qtbot.waitSignal(presenter.importing.read):
        choose_key(reading.round_choice, 2)
    assert not reading.error.isVisible()
    with qtbot.waitSignal(presenter.told):
        qtbot.mouseClick(typing.page.preview.import_button, LEFT)

    (note,) = opened.notes.all()
    assert (note.table, note.round, note.text) == (1, 2, "A bench here")


def test_a_file_that_is_no_list_is_told_and_changes_nothing(qtbot, typing, opened, tmp_path):
    path = tmp_path / "photo.csv"
    path.write_bytes(b"\x89PNG\x00\x01\x02")

    with qtbot.waitSignal(typing.presenter.failed) as failed:
        typing.presenter.importing.read_file(path)

    assert isinstance(failed.args[0], NotAList)
    assert not typing.page._shows_preview


def test_words_for_tables_rounds_and_kinds_are_told_and_can_be_changed(
    qtbot, typing, opened, tmp_path
):
    text = (
        "Atelier;Séance;Nature;Note;Weather\nCour;Matin;Proposition;A bench;1\n"
        "Rue;Soir;idée;A tree;2\n"
    )
    presenter, page = typing.presenter, typing.page
    columns = {"table": "Atelier", "round": "Séance", "kind": "Nature", "text": "Note"}
    with qtbot.waitSignal(presenter.importing.read):
        presenter.importing.read_file(write_list(tmp_path, text))
    for field, heading in columns.items():
        chooser = page.preview.reading.grid.choosers[field]
        place = next(n for n in range(chooser.count()) if chooser.itemText(n).startswith(heading))
        if place != chooser.currentIndex():
            with qtbot.waitSignal(presenter.importing.read):
                choose_key(chooser, chooser.itemData(place))
    reading = page.preview.reading
    assert list(reading.tables.choosers) == ["Cour", "Rue"]
    assert list(reading.rounds.choosers) == ["Matin", "Soir"]
    assert "Proposition" in reading.kinds.choosers
    assert reading.unused.text() == "Columns not used: Weather."

    with qtbot.waitSignal(presenter.importing.read):
        choose_key(reading.kinds.choosers["Proposition"], Kind.ACTION.value)
    with qtbot.waitSignal(presenter.importing.read):
        choose_key(reading.tables.choosers["Rue"], 0)
    with qtbot.waitSignal(presenter.told):
        qtbot.mouseClick(page.preview.import_button, LEFT)

    bench, tree = sorted(opened.notes.all(), key=lambda note: note.text)
    assert (bench.kind, bench.round, tree.round) == (Kind.ACTION, 0, 1)
    assert tree.table == 0


def test_a_note_is_left_out_by_a_tick_and_brought_back_by_the_same(qtbot, typing, opened, tmp_path):
    presenter, page = typing.presenter, typing.page
    with qtbot.waitSignal(presenter.importing.read):
        presenter.importing.read_file(write_list(tmp_path, GOOD))
    table = page.preview.outcome.table

    def turn():
        index = table.model_of_lines.index(1, 0)
        with qtbot.waitSignal(presenter.importing.read):
            qtbot.mouseClick(table.viewport(), LEFT, pos=table.visualRect(index).center())

    turn()
    assert [line.cells[:2] for line in table.lines] == [(True, "A garden"), (False, "A bench")]
    assert not page.preview.rows.isVisible()
    turn()
    assert [line.cells[:2] for line in table.lines] == [(True, "A garden"), (True, "A bench")]
    turn()
    with qtbot.waitSignal(presenter.told):
        qtbot.mouseClick(page.preview.import_button, LEFT)
    assert [note.text for note in opened.notes.all()] == ["A garden"]


def test_rows_that_are_set_aside_are_told_with_their_reason(qtbot, typing, tmp_path):
    presenter = typing.presenter
    rows = GOOD + "9x9;1;;Nowhere;\n"
    with qtbot.waitSignal(presenter.importing.read):
        presenter.importing.read_file(write_list(tmp_path, rows))

    lines = typing.page.preview.rows.table.lines
    assert [line.cells[0] for line in lines] == ["4"]
    assert "9x9" in lines[0].cells[1]


def test_what_moves_and_what_stays_is_said_before_it_does(qtbot, typing, opened, tmp_path):
    presenter, page = typing.presenter, typing.page
    path = write_list(tmp_path, GOOD)
    for _time in range(2):
        with qtbot.waitSignal(presenter.importing.read):
            presenter.importing.read_file(path)
        with qtbot.waitSignal(presenter.told):
            qtbot.mouseClick(page.preview.import_button, LEFT)
    presenter.sorting.file_under_new([opened.notes.all()[0].id], "Vert")
    with qtbot.waitSignal(presenter.importing.read):
        presenter.importing.read_file(path)

    outcome = page.preview.outcome
    assert outcome.themes.text() == "1 note stays where people sorted it."
    assert [each.value.text() for each in outcome.figures] == ["2", "0", "0", "0", "2", "0"]


def test_escape_lets_a_list_be(qtbot, typing, opened, tmp_path):
    presenter, page = typing.presenter, typing.page
    with qtbot.waitSignal(presenter.importing.read):
        presenter.importing.read_file(write_list(tmp_path, GOOD))

    qtbot.keyClick(page.preview.import_button, Qt.Key.Key_Escape)

    assert not page._shows_preview
    assert opened.notes.all() == ()


def test_the_next_list_with_the_same_headings_is_read_the_same_way(qtbot, typing, tmp_path):
    presenter, page = typing.presenter, typing.page
    path = write_list(tmp_path, GOOD.replace("idea", "Proposition"))
    with qtbot.waitSignal(presenter.importing.read):
        presenter.importing.read_file(path)
    with qtbot.waitSignal(presenter.importing.read):
        choose_key(page.preview.reading.kinds.choosers["Proposition"], Kind.ACTION.value)
    with qtbot.waitSignal(presenter.told):
        qtbot.mouseClick(page.preview.import_button, LEFT)

    with qtbot.waitSignal(presenter.importing.read):
        presenter.importing.read_file(path)

    assert page.preview.reading.bar.remembered.isVisible()
    assert page.preview.reading.kinds.choosers["Proposition"].currentData() == Kind.ACTION


def test_words_for_which_no_table_is_left_are_told_and_can_be_given_one(
    qtbot, typing, opened, tmp_path
):
    cafe = opened.cafes.get()
    named = tuple(replace(table, name=f"Coin {n}") for n, table in enumerate(cafe.tables))
    opened.cafes.save(replace(cafe, tables=named))
    opened.people.save([person("Ana Silva")])
    presenter, page = typing.presenter, typing.page
    rows = "table;round;text\nCour;1;A bench\nRue;1;A tree\n"
    with qtbot.waitSignal(presenter.importing.read):
        presenter.importing.read_file(write_list(tmp_path, rows))

    reading = page.preview.reading
    assert reading.error.isVisible()
    assert not page.preview.import_button.isEnabled()
    assert [line.cells[0] for line in page.preview.rows.table.lines] == ["2", "3"]
    for word, table in (("Cour", 3), ("Rue", 1)):
        with qtbot.waitSignal(presenter.importing.read):
            choose_key(reading.tables.choosers[word], table)
    assert not reading.error.isVisible()
    with qtbot.waitSignal(presenter.told):
        qtbot.mouseClick(page.preview.import_button, LEFT)

    assert {note.text: note.table for note in opened.notes.all()} == {"A bench": 3, "A tree": 1}
