"""A list of notes that comes in by the window: one step of undo, wherever one is."""

from dataclasses import replace

import pytest

from tests.cafes import write_list
from wcafe.domain.kinds import Kind
from wcafe.i18n import words_for
from wcafe.ui import words
from wcafe.ui.cafe import make_presenter as make_cafe_presenter
from wcafe.ui.people import make_presenter as make_people_presenter

HEAD = "table;round;kind;text;theme\n"
ROWS = HEAD + "1;1;idea;A garden;Jardins\n2;1;;A bench;Jardins\n"


@pytest.fixture
def harvest(presenter):
    """The presenter of Harvest, beside that of Prepare."""
    return presenter


@pytest.fixture
def prepare(opened, desk):
    presenter = make_cafe_presenter(desk, None)
    yield presenter
    presenter.deleteLater()


def bring(qtbot, harvest, path, *, is_warning=False):
    """Import the list in `path`; return what was said."""
    with qtbot.waitSignal(harvest.importing.read):
        harvest.importing.read_file(path)
    with qtbot.waitSignal(harvest.warned if is_warning else harvest.told) as told:
        harvest.importing.bring_in()
    return told.args[0]


def state(opened):
    with opened.notes._store.read() as work:
        listed = work.themes.listed()
    themes = [replace(theme, version=0) for theme in opened.synthesis.themes()]
    return [(note.id, note.text) for note in opened.notes.all()], themes, listed


def test_undo_right_after_an_import_takes_it_back_and_nothing_else(
    qtbot, opened, desk, harvest, prepare, tmp_path
):
    prepare.rename("Le café de la rue")
    opened.notes.add(table=0, round_=0, kind=Kind.IDEA, text="La première")
    before = state(opened)
    bring(qtbot, harvest, write_list(tmp_path, ROWS))
    after = state(opened)

    assert desk.history.undoText() == "import of 2 notes"
    for _time in range(2):
        desk.history.undo()
        assert state(opened) == before
        assert opened.cafes.get().title == "Le café de la rue"
        assert [note.text for note in harvest.notes] == ["La première"]
        desk.history.redo()
        assert state(opened) == after
        assert len(harvest.notes) == 3
    desk.history.undo()
    desk.history.undo()
    assert opened.cafes.get().title != "Le café de la rue"


def test_what_was_sorted_before_an_import_can_be_undone_beneath_it(
    qtbot, opened, desk, harvest, tmp_path
):
    path = write_list(tmp_path, ROWS)
    bring(qtbot, harvest, path)
    harvest.sorting.file_under_new([harvest.notes[0].id], "Vert")
    bring(qtbot, harvest, write_list(tmp_path, ROWS + "3;1;;A wall;Jardins\n", "longer.csv"))
    desk.history.undo()
    desk.history.undo()

    (theme,) = opened.synthesis.themes()
    assert (theme.name, len(theme.notes)) == ("Jardins", 2)


def test_an_import_that_changed_nothing_is_no_step_of_undo(qtbot, desk, harvest, tmp_path):
    path = write_list(tmp_path, ROWS)
    bring(qtbot, harvest, path)
    bring(qtbot, harvest, path)

    assert desk.history.count() == 1


def test_a_phone_that_changes_one_note_leaves_the_import_its_undo(
    qtbot, opened, desk, harvest, tmp_path
):
    bring(qtbot, harvest, write_list(tmp_path, ROWS))
    note = opened.notes.all()[0]
    opened.notes.put(replace(note, text="A big garden"), base=note.rev)
    qtbot.waitUntil(lambda: "A big garden" in [each.text for each in harvest.notes])

    desk.history.undo()
    assert [each.text for each in opened.notes.all()] == ["A big garden"]


def test_what_stays_sorted_and_what_moved_is_told(qtbot, opened, harvest, tmp_path):
    bring(qtbot, harvest, write_list(tmp_path, ROWS))
    harvest.sorting.file_under_new([harvest.notes[0].id], "Vert")
    other = write_list(tmp_path, ROWS.replace("Jardins", "Cours"))

    said = bring(qtbot, harvest, other)
    assert said == (
        "0 notes imported. Here already: 2. 1 note stays where people sorted it. "
        "1 note moved to the theme that the list names."
    )
    assert [theme.name for theme in opened.synthesis.themes()] == ["Jardins", "Vert", "Cours"]


def test_rows_and_columns_that_were_left_out_are_told_until_somebody_closes_it(
    qtbot, harvest, tmp_path
):
    rows = "table;round;text;weather\n1;1;A bench;3\n1;1;A bench; a tree;2;0\n"

    said = bring(qtbot, harvest, write_list(tmp_path, rows), is_warning=True)
    assert said.startswith("1 note imported. Row 3 was left out: This row has more cells than")
    assert said.endswith("Columns not used: weather.")
    words.use(words_for("fr"), "fr")
    said = bring(qtbot, harvest, write_list(tmp_path, rows), is_warning=True)
    assert "La ligne 3 a été laissée de côté" in said


def test_an_import_of_people_is_one_step_too_wherever_one_is(
    qtbot, opened, desk, prepare, tmp_path
):
    people = make_people_presenter(desk, None)
    prepare.rename("Le café de la rue")
    with qtbot.waitSignal(people.importing.read):
        people.importing.read_file(write_list(tmp_path, "Nom\nAna Silva\nBen Diallo\n"))
    with qtbot.waitSignal(people.importing.imported):
        people.importing.take_in()
    prepare.rename("Un autre nom")
    desk.history.undo()
    assert (len(opened.people.all()), opened.cafes.get().title) == (2, "Le café de la rue")

    desk.history.undo()
    assert (len(opened.people.all()), opened.cafes.get().title) == (0, "Le café de la rue")
    desk.history.redo()
    assert len(opened.people.all()) == 2
    people.deleteLater()
