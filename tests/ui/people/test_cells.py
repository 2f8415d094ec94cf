"""Typing and ticking in the table of the people."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from tests.ui.hands import retype, type_text
from tests.ui.people.hands import cell, click_tick, editor, go_to, kept, names
from wcafe.errors import BadPerson
from wcafe.errors.base import CellTaken

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # windows on no screen


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


def told_elsewhere(desk, place, **facts):
    """Let somebody else change a person."""
    desk.services.people.save([replace(kept(desk)[place], **facts)])


@pytest.mark.usefixtures("three")
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_what_somebody_else_wrote_in_the_same_cell_is_told_before_it_gives_way(
    qtbot, page, presenter, desk, key
):
    table = go_to(page, 1, "note")
    qtbot.keyClick(table, Qt.Key.Key_F2)
    type_text(editor(page), "thé")
    told_elsewhere(desk, 1, note="café", organisation="Mairie")
    qtbot.waitUntil(lambda: cell(page, 1, "note").data() == "café")
    qtbot.waitUntil(lambda: editor(page) is not None and editor(page).text() == "thé")

    with qtbot.waitSignal(presenter.failed) as failed:
        qtbot.keyClick(editor(page), Qt.Key.Key_Return)

    assert isinstance(failed.args[0], CellTaken)
    assert "“café”" in failed.args[0].describe()
    qtbot.waitUntil(lambda: editor(page) is not None and editor(page).text() == "thé")
    assert kept(desk)[1].note == "café"
    with qtbot.waitSignal(presenter.resolved):
        qtbot.keyClick(editor(page), key)
    is_mine = key == Qt.Key.Key_Return
    assert (kept(desk)[1].note, kept(desk)[1].organisation) == (
        "thé" if is_mine else "café",
        "Mairie",
    )


@pytest.mark.usefixtures("three")
def test_a_cell_that_nothing_was_typed_in_shows_what_somebody_else_wrote(qtbot, page, desk):
    table = go_to(page, 1, "note")
    qtbot.keyClick(table, Qt.Key.Key_F2)
    told_elsewhere(desk, 1, note="café")
    qtbot.waitUntil(lambda: cell(page, 1, "note").data() == "café")
    qtbot.waitUntil(lambda: editor(page) is not None and editor(page).text() == "café")

    qtbot.keyClick(editor(page), Qt.Key.Key_Return)

    assert kept(desk)[1].note == "café"
    assert not desk.history.canUndo()


@pytest.mark.usefixtures("three")
def test_what_is_being_typed_stays_where_a_column_comes_in_from_elsewhere(qtbot, page, desk):
    table = go_to(page, 1, "note")
    qtbot.keyClick(table, Qt.Key.Key_F2)
    type_text(editor(page), "thé")
    told_elsewhere(desk, 0, attributes=(("Atelier", "Poterie"),))

    qtbot.waitUntil(lambda: "own:Atelier" in [each.id for each in table.people.columns])
    qtbot.waitUntil(lambda: editor(page) is not None and editor(page).text() == "thé")
    qtbot.keyClick(editor(page), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: kept(desk)[1].note == "thé")


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


@pytest.mark.parametrize("is_kept", [True, False])
def test_who_cancelled_is_kept_as_absent_and_comes_back_with_a_tick(
    qtbot, page, presenter, desk, is_kept
):
    presenter.importing.read_text("Nom complet;Statut\nAna Silva;annulée\nBen Diallo;\n")
    qtbot.waitUntil(page.preview.isVisible)
    assert page.preview.outcome.away_box.isVisible()
    page.preview.outcome.away_box.setChecked(is_kept)
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


def test_an_edit_of_somebody_changed_elsewhere_is_not_taken_back(qtbot, opened, three, page, desk):
    page._presenter.change(three[0].id, page._presenter.columns[2], "Ville")
    page._presenter.change(three[1].id, page._presenter.columns[2], "Port")
    first = kept(desk)[0]

    with qtbot.waitSignal(page._presenter.shown):
        opened.people.save([replace(first, note="late")])

    assert desk.history.count() == 1
    desk.history.undo()
    assert [each.organisation for each in kept(desk)][:2] == ["Ville", "École"]
