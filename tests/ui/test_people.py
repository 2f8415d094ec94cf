"""People, driven as a facilitator drives it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit

from tests.cafes import add_people, person, write_list
from tests.ui.hands import retype, type_text
from wcafe.domain.people import Role
from wcafe.errors import BadPerson, NotAList
from wcafe.ui.people import make_page, make_presenter
from wcafe.ui.people.preview import PreviewPanel
from wcafe.ui.widgets import ask

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # windows on no screen
LEFT, CONTROL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier
LIST = "Prénom;Nom;Structure;Âge\nAna;Silva;Mairie;33\nBen;Diallo;;54\nAna;Silva;Mairie;33\n"


@pytest.fixture
def three(opened):
    """Three people, and the first of them is willing to host."""
    return opened.people.save(
        [
            person("Zoé d'Ân-Lê", organisation="Mairie", willing=True),
            person("Ana Silva", organisation="École", attributes=(("Âge", "33"),)),
            person("« <b>Jo</b> »"),
        ]
    )


@pytest.fixture
def presenter(desk):
    presenter = make_presenter(desk, None)
    yield presenter
    presenter.deleteLater()


@pytest.fixture
def page(qtbot, presenter):
    page = make_page(presenter)
    qtbot.addWidget(page)
    page.resize(1072, 776)
    page.show()
    qtbot.waitExposed(page)
    return page


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


# The table


def test_without_people_the_page_says_how_to_begin(page):
    assert page.nobody.isVisible()
    assert page.first_button.isVisible()
    assert not page.list.table.isVisible()
    assert not page.figures.isVisible()


def test_a_person_is_added_with_enter_and_the_next_can_be_typed_at_once(qtbot, page, desk):
    given, family = page.list.given_edit, page.list.family_edit
    given.setFocus()
    type_text(given, "Zoé")
    type_text(family, "d'Ân-Lê")
    qtbot.keyClick(family, Qt.Key.Key_Return)

    assert [(each.given, each.family) for each in kept(desk)] == [("Zoé", "d'Ân-Lê")]
    assert given.text() == family.text() == ""
    assert given.hasFocus()
    desk.history.undo()
    assert kept(desk) == ()
    assert page.nobody.isVisible()
    desk.history.redo()
    assert names(desk) == ["Zoé d'Ân-Lê"]


def test_names_that_look_like_markup_appear_as_typed(three, page):
    assert cell(page, 2, "family").data() == "<b>Jo</b> »"
    assert "<b>" not in cell(page, 2, "family").data(Qt.ItemDataRole.ToolTipRole)


@pytest.mark.usefixtures("three")
def test_a_cell_is_changed_by_f2_and_enter_and_taken_back(qtbot, page, desk):
    table = go_to(page, 1, "organisation")
    qtbot.keyClick(table, Qt.Key.Key_F2)

    retype(qtbot, editor(page), "Œuvre & Cie")

    qtbot.waitUntil(lambda: editor(page) is None)
    assert kept(desk)[1].organisation == cell(page, 1, "organisation").data() == "Œuvre & Cie"
    desk.history.undo()
    assert kept(desk)[1].organisation == cell(page, 1, "organisation").data() == "École"
    desk.history.redo()
    assert kept(desk)[1].organisation == "Œuvre & Cie"


@pytest.mark.usefixtures("three")
def test_a_letter_goes_to_who_is_called_so_and_changes_nobody(qtbot, page, desk):
    before = kept(desk)
    table = go_to(page, 1, "family")

    qtbot.keyClick(table, "d")

    assert editor(page) is None
    assert kept(desk) == before
    assert table.currentIndex().data().lower().startswith("d")


@pytest.mark.usefixtures("three")
def test_several_languages_and_the_users_own_columns_are_changed_too(presenter, page, desk):
    own = {column.id: column for column in presenter.columns}
    presenter.change(kept(desk)[1].id, own["languages"], "français, breton,français")
    presenter.change(kept(desk)[1].id, own["own:Âge"], "34")

    assert kept(desk)[1].languages == ("français", "breton")
    assert kept(desk)[1].attributes == (("Âge", "34"),)
    assert cell(page, 1, "own:Âge").data() == "34"


@pytest.mark.usefixtures("three")
def test_what_cannot_be_kept_stays_in_its_field(qtbot, page, presenter, desk):
    presenter.change(kept(desk)[1].id, presenter.columns[0], "")  # now only “Silva” is left
    table = go_to(page, 1, "family")
    qtbot.keyClick(table, Qt.Key.Key_F2)

    with qtbot.waitSignal(presenter.failed) as failed:
        retype(qtbot, editor(page), " ")

    assert isinstance(failed.args[0], BadPerson)
    assert kept(desk)[1].name == "Silva"
    qtbot.waitUntil(lambda: editor(page) is not None and editor(page).text() == " ")


@pytest.mark.usefixtures("three")
def test_what_is_typed_into_a_cell_is_kept_when_the_page_goes_away(qtbot, page, desk):
    table = go_to(page, 0, "note")
    qtbot.keyClick(table, Qt.Key.Key_F2)
    type_text(editor(page), "needs a ramp")

    page.keep_typed()

    assert kept(desk)[0].note == "needs a ramp"
    assert editor(page) is None


@pytest.mark.usefixtures("three")
def test_a_click_and_the_space_bar_tick_who_is_there_in_a_round(qtbot, page, desk):
    click_tick(qtbot, page, 0, "round:2")
    assert kept(desk)[0].present == {0, 2}

    table = go_to(page, 0, "round:2")
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert kept(desk)[0].present is None

    desk.history.undo()
    assert kept(desk)[0].present == {0, 2}


@pytest.mark.usefixtures("three")
def test_the_space_bar_ticks_everybody_who_is_selected(qtbot, page, desk):
    table = go_to(page, 1, "willing")
    table.selectAll()

    qtbot.keyClick(table, Qt.Key.Key_Space)

    assert all(each.willing for each in kept(desk))
    desk.history.undo()
    assert [each.willing for each in kept(desk)] == [True, False, False]


def test_a_role_is_chosen_in_its_cell(qtbot, three, page, desk):
    table = go_to(page, 1, "role")
    qtbot.keyClick(table, Qt.Key.Key_F2)
    assert isinstance(editor(page), QComboBox)

    choose(editor(page), "observer")

    assert kept(desk)[1].role is Role.OBSERVER
    assert page.figures.unseated.value.text() == "1"
    assert len(three) == 3


def hosts_shown(page):
    rows = range(page.list.table.people.rowCount())
    return [cell(page, row, "host_of").data() for row in rows]


@pytest.fixture
def planned(qtbot, page, desk):
    """Twelve people and a plan, which has picked the hosts; on the page."""
    add_people(desk.services, 12)
    desk.services.plans.compose(seconds=0.2)
    qtbot.waitUntil(lambda: any(hosts_shown(page)))
    return desk.services.cafes.snapshot().plan


def test_hosts_whom_the_plan_picked_are_shown_until_somebody_is_named(
    page, presenter, desk, planned
):
    picked = [planned.hosts.get(each.id) for each in kept(desk)]

    assert sum(table is not None for table in picked) == planned.tables
    assert hosts_shown(page) == ["" if table is None else f"{table + 1} (plan)" for table in picked]
    first, other = picked.index(0), picked.index(None)
    assert "plan picked" in cell(page, first, "host_of").data(Qt.ItemDataRole.ToolTipRole)

    presenter.make_host(kept(desk)[other].id, 0)

    assert hosts_shown(page)[first] == ""
    assert hosts_shown(page)[other] == "1"


def test_hosts_are_sorted_by_table_whoever_chose_them(page, planned):
    place = [column.id for column in page.list.table.people.columns].index("host_of")
    page.list.table.people.sort(place)

    told, tables = hosts_shown(page), planned.tables
    assert told[:tables] == [f"{table + 1} (plan)" for table in range(tables)]
    assert not any(told[tables:])


@pytest.mark.usefixtures("planned")
def test_looking_into_the_cell_of_a_picked_host_names_nobody(qtbot, page, desk):
    row = next(row for row, told in enumerate(hosts_shown(page)) if told)

    table = go_to(page, row, "host_of")
    qtbot.keyClick(table, Qt.Key.Key_F2)
    table.keep_typed()

    assert [each.host_of for each in kept(desk)] == [None] * 12
    assert hosts_shown(page)[row].endswith("(plan)")


def test_a_table_has_one_host(presenter, three, page, desk):
    first, second, _third = (each.id for each in three)
    presenter.make_host(first, 0)

    presenter.make_host(second, 0)

    assert [each.host_of for each in kept(desk)] == [None, 0, None]
    assert cell(page, 1, "host_of").data() == "1"
    desk.history.undo()
    assert [each.host_of for each in kept(desk)] == [0, None, None]


@pytest.mark.usefixtures("three")
def test_the_menu_gives_several_people_a_role_and_their_rounds(page, desk):
    table = page.list.table
    table.selectAll()
    menu = page.list.selected_menu
    menu.aboutToShow.emit()

    def entry(where, words):
        return next(action for action in where.actions() if action.text() == words)

    entry(entry(menu, "Role").menu(), "crew").trigger()
    assert {each.role for each in kept(desk)} == {Role.CREW}

    entry(entry(menu, "Presence").menu(), "Leaves after round 2").trigger()
    assert {each.present for each in kept(desk)} == {frozenset({0, 1})}

    entry(entry(menu, "Presence").menu(), "Comes from round 2").trigger()
    assert {each.present for each in kept(desk)} == {frozenset({1, 2})}


def test_somebody_who_cannot_move_gets_one_table_from_the_menu(three, page, desk):
    column = [each.key for each in page.list.table.people.columns].index("stays_at")
    assert page.list.table.isColumnHidden(column)
    page.list.table.select([three[1].id])
    menu = page.list.selected_menu
    menu.aboutToShow.emit()
    (stays,) = (each.menu() for each in menu.actions() if each.text().startswith("Stays at"))

    stays.actions()[0].trigger()

    assert [each.stays_at for each in kept(desk)] == [None, 0, None]
    assert not page.list.table.isColumnHidden(column)
    menu.aboutToShow.emit()
    (stays,) = (each.menu() for each in menu.actions() if each.text().startswith("Stays at"))
    stays.actions()[-1].trigger()
    assert [each.stays_at for each in kept(desk)] == [None, None, None]


@pytest.mark.parametrize("is_kept", [True, False])
def test_who_cancelled_is_kept_as_absent_and_comes_back_with_a_tick(
    qtbot, page, presenter, desk, is_kept
):
    presenter.importing.read_text("Nom complet;Statut\nAna Silva;annulée\nBen Diallo;\n")
    qtbot.waitUntil(page.preview.isVisible)
    assert page.preview.away_box.isVisible()
    page.preview.away_box.setChecked(is_kept)
    with qtbot.waitSignal(presenter.importing.imported):
        page.preview.import_button.click()

    assert len(kept(desk)) == 1 + is_kept
    assert page.figures.seated.value.text() == "1"
    assert page.figures.unseated.value.text() == str(int(is_kept))
    if is_kept:
        assert "1 not coming" in page.figures.unseated.caption.text()
        click_tick(qtbot, page, 1, "round:2")
        assert kept(desk)[1].present == {1}
        assert page.figures.seated.value.text() == "2"
        desk.history.undo()
    desk.history.undo()
    assert kept(desk) == ()


def test_a_few_pixels_too_many_are_taken_from_the_widest_columns(qtbot, opened, page):
    opened.people.save(
        [person("Marie-Christine Le Goff", organisation="Médiathèque des Capucins", group="École")]
    )
    qtbot.waitUntil(lambda: page.list.table.people.rowCount() == 1)
    table = page.list.table
    bar = table.horizontalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() == 0)
    used = sum(table.columnWidth(n) for n in range(table.people.columnCount()))
    before = [table.columnWidth(n) for n in range(table.people.columnCount())]

    page.resize(page.width() - (table.viewport().width() - used) - 40, page.height())

    qtbot.waitUntil(lambda: used - 60 <= table.viewport().width() < used)
    qtbot.waitUntil(lambda: bar.maximum() == 0)
    page.resize(page.width() + 40, page.height())
    assert [table.columnWidth(n) for n in range(table.people.columnCount())] == before


def test_a_change_of_one_person_tells_views_one_row(qtbot, opened, presenter, page):
    listed = add_people(opened, 2000)
    qtbot.waitUntil(lambda: page.list.table.people.rowCount() == 2000)
    model, table = page.list.table.people, page.list.table
    table.select([listed[1500].id])
    told, where = [], table.verticalScrollBar().value()
    model.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    model.modelReset.connect(lambda: told.append("everything"))

    presenter.change(listed[700].id, presenter.columns[0], "Chloé")

    assert told == [(700, 700)]
    assert table.selected_people() == [listed[1500].id]
    assert table.verticalScrollBar().value() == where > 0


def test_who_comes_from_elsewhere_appears_and_the_selection_stays(qtbot, opened, three, page):
    page.list.table.select([three[1].id])
    add_people(opened, 1)

    qtbot.waitUntil(lambda: page.list.table.people.rowCount() == 4)
    assert page.list.table.selected_people() == [three[1].id]


# Finding


@pytest.mark.usefixtures("three")
def test_the_filter_finds_folded_words_in_all_cells(qtbot, page):
    type_text(page.list.filter_edit, "ECOLE ana")

    qtbot.waitUntil(lambda: page.list.table.people.rowCount() == 1)
    assert cell(page, 0, "given").data() == "Ana"
    assert page.list.count.text() == "1 of 3"
    page.list.filter_edit.clear()
    qtbot.waitUntil(lambda: page.list.count.text() == "")


@pytest.mark.usefixtures("three")
def test_columns_sort_with_empty_cells_last_in_both_directions(page):
    table = page.list.table
    place = cell(page, 0, "organisation").column()

    table.sortByColumn(place, Qt.SortOrder.AscendingOrder)
    up = [cell(page, row, "organisation").data() for row in range(3)]
    table.sortByColumn(place, Qt.SortOrder.DescendingOrder)
    down = [cell(page, row, "organisation").data() for row in range(3)]

    assert (up, down) == (["École", "Mairie", ""], ["Mairie", "École", ""])


def test_the_selection_stays_with_its_people_when_the_table_is_sorted(three, page):
    page.list.table.select([three[0].id])

    page.list.table.sortByColumn(cell(page, 0, "given").column(), Qt.SortOrder.AscendingOrder)

    assert page.list.table.selected_people() == [three[0].id]


@pytest.mark.usefixtures("three")
def test_a_column_shown_by_hand_is_shown_the_next_time(qtbot, page, presenter):
    assert page.list.table.isColumnHidden(cell(page, 0, "email").column())
    page.list.columns_menu.aboutToShow.emit()
    entries = page.list.columns_menu.actions()
    next(action for action in entries if action.text() == "E-mail").trigger()

    again = make_page(presenter)
    qtbot.addWidget(again)

    for shown in (page, again):
        assert not shown.list.table.isColumnHidden(cell(shown, 0, "email").column())


# Leaving


def test_removed_people_come_back_in_their_places_with_their_seats(qtbot, opened, page, desk):
    listed = add_people(opened, 20)
    opened.plans.compose(seconds=0.3)
    opened.badges.note_printed(opened.cafes.snapshot())
    qtbot.waitUntil(lambda: page.list.table.people.rowCount() == 20)
    before, seats = kept(desk), opened.cafes.snapshot().plan.seats
    held = opened.cafes.snapshot().badges
    table = page.list.table
    table.setFocus()
    table.select([listed[3].id, listed[7].id])

    with qtbot.waitSignal(page._presenter.undoable):
        qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert len(kept(desk)) == 18
    assert len(opened.cafes.snapshot().plan.people) == 18

    desk.history.undo()
    assert [each.id for each in kept(desk)] == [each.id for each in before]
    assert [each.name for each in kept(desk)] == [each.name for each in before]
    assert opened.cafes.snapshot().plan.seats == seats
    assert opened.cafes.snapshot().badges == held
    desk.history.redo()
    assert len(kept(desk)) == 18


def test_an_edit_of_somebody_changed_elsewhere_is_not_taken_back(qtbot, opened, three, page, desk):
    page._presenter.change(three[0].id, page._presenter.columns[2], "Ville")
    page._presenter.change(three[1].id, page._presenter.columns[2], "Port")
    first = kept(desk)[0]

    with qtbot.waitSignal(page._presenter.shown):
        opened.people.save([replace(first, note="late")])

    assert desk.history.count() == 1
    desk.history.undo()
    assert [each.organisation for each in kept(desk)][:2] == ["Ville", "École"]


@pytest.mark.usefixtures("three")
def test_selected_people_are_copied_for_a_spreadsheet(qtbot, page):
    table = go_to(page, 1, "given")
    table.selectRow(1)

    qtbot.keyClick(table, Qt.Key.Key_C, CONTROL)

    headings, line = QApplication.clipboard().text().split("\n")
    assert headings.split("\t")[:3] == ["First name", "Family name", "Organisation"]
    assert line.split("\t")[:3] == ["Ana", "Silva", "École"]
    assert line.split("\t")[-1] == "33"


# Lists


def test_a_list_is_previewed_before_anything_is_kept(qtbot, page, desk, tmp_path, monkeypatch):
    path = write_list(tmp_path, LIST, encoding="cp1252")
    monkeypatch.setattr(ask, "open_file", lambda *_asked: path)
    with qtbot.waitSignal(page._presenter.importing.read):
        qtbot.mouseClick(page.first_button, LEFT)

    preview = page.preview
    assert preview.isVisible()
    assert kept(desk) == ()
    assert preview.facts.text() == "Encoding: CP1252 · Separated by semicolons · Headings in row 1"
    assert [figure.value.text() for figure in preview.figures] == ["3", "2", "0", "1", "0", "0"]
    assert preview.choosers["organisation"].currentText() == "Structure"
    assert preview.sample.sample.index(0, 0).data() == "Ana"
    assert "Row 4 · Ana Silva" in preview.remarks.stringList()[0]


def test_an_import_is_told_and_is_one_step_of_undo(qtbot, page, desk, tmp_path):
    read(qtbot, page, write_list(tmp_path, LIST))
    with qtbot.waitSignal(page._presenter.told) as told:
        import_now(qtbot, page)

    assert told.args == ["2 people imported, 1 duplicate folded."]
    assert names(desk) == ["Ana Silva", "Ben Diallo"]
    assert page.list.table.isVisible()
    assert desk.history.undoText() == "import people"
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
    read(qtbot, page, write_list(tmp_path, "Wer;Woher\nAna Silva;Brest\nBen Diallo;Nantes\n"))
    assert page.preview.error.isVisible()
    assert not page.preview.import_button.isEnabled()

    with qtbot.waitSignal(page._presenter.importing.read):
        choose(page.preview.choosers["full_name"], "Wer · Ana Silva")
    assert not page.preview.error.isVisible()
    import_now(qtbot, page)

    assert names(desk) == ["Ana Silva", "Ben Diallo"]


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
    assert again.preview.figures[0].value.text() == "3"


def test_the_preview_is_made_for_the_first_list(qtbot, page, tmp_path):
    assert page.findChild(PreviewPanel) is None

    read(qtbot, page, write_list(tmp_path, LIST))

    assert page.findChild(PreviewPanel) is page.preview
    assert page.stack.currentWidget() is page.preview


# Figures


def test_figures_say_who_is_what_and_which_tables_suit_them(qtbot, opened, page):
    add_people(opened, 56, willing=True)
    opened.people.save([person("Host Hubert", host_of=0), person("Guest Greta")])
    opened.people.save([person("Crew Chris", role=Role.CREW)])

    qtbot.waitUntil(lambda: page.figures.seated.value.text() == "58")
    shown = (page.figures.hosts, page.figures.willing, page.figures.unseated)
    assert [figure.value.text() for figure in shown] == ["1", "56", "1"]
    assert page.figures.proposal.text() == "58 people: 12 tables of 4 and 5"

    opened.cafes.save(opened.cafes.get().with_spare("usual"))
    qtbot.waitUntil(lambda: page.figures.proposal.text() == "58 people: 13 tables of 4 and 5")


@pytest.mark.usefixtures("three")
def test_the_way_leads_to_the_plan(qtbot, page):
    with qtbot.waitSignal(page.page_asked) as goes:
        qtbot.mouseClick(page.figures.plan_button, LEFT)

    assert goes.args == ["plan"]


@pytest.mark.usefixtures("three")
def test_every_control_has_a_name(page):
    for kind in (QAbstractButton, QLineEdit, QComboBox):
        for widget in page.findChildren(kind):
            is_own = widget.metaObject().className().startswith("QTableCorner")
            is_inner = isinstance(widget.parent(), QComboBox | QLineEdit)
            assert is_own or is_inner or widget.accessibleName(), widget


def test_columns_nobody_understands_are_offered_with_an_example(qtbot, page, tmp_path):
    read(qtbot, page, write_list(tmp_path, "A;B\nZoé;Petit\nAli;\n"))

    chooser = page.preview.choosers["given"]
    offered = [chooser.itemText(place) for place in range(chooser.count())]
    assert offered == ["–", "A · Zoé", "B · Petit"]


def test_columns_nobody_has_anything_in_are_shown_once_somebody_has(page, desk):
    table = page.list.table
    desk.services.people.save([person("Ana Silva")])
    page._presenter.reload()
    places = {column.key: place for place, column in enumerate(table.people.columns)}
    assert table.isColumnHidden(places["languages"])
    assert not table.isColumnHidden(places["family"])

    ana = desk.services.people.all()[0]
    desk.services.people.save([replace(ana, languages=("fr", "ar"))])
    page._presenter.reload()

    assert not table.isColumnHidden(places["languages"])


def test_a_list_whose_reading_is_cancelled_is_not_shown(qtbot, page, presenter, desk, tmp_path):
    presenter.importing.read_file(write_list(tmp_path, LIST))

    with qtbot.waitSignal(desk.tasks.ended, timeout=30_000):
        desk.tasks.running[0].stop()
    QApplication.processEvents()

    assert presenter.importing.arrival is None
    assert not page.preview.isVisible()
