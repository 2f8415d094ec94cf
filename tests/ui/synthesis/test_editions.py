"""How editions are made: with names or without, and what is chosen of them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPdf import QPdfDocument

from tests.cafes import person
from tests.ui.synthesis.hands import look_at_preview
from wcafe.domain.artefacts import PRINTED, SYNTHESIS
from wcafe.domain.kinds import Kind
from wcafe.domain.publication import NameChoice, Naming
from wcafe.ui.synthesis import make_presenter, preview
from wcafe.ui.synthesis.names_dialog import NamesDialog
from wcafe.ui.synthesis.page import View
from wcafe.ui.widgets import ask

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # windows on no screen
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def named(opened):
    """Notes in which Pierre stands, and a stone."""
    opened.people.save([person("Pierre Martin"), person("Rose")])
    for text in ("Pierre Martin s'en charge", "voir pierre, voir rose", "Rose l'a dit"):
        opened.notes.add(table=0, round_=0, kind=Kind.IDEA, text=text)


@pytest.fixture
def dialog(qtbot, named, page, presenter):
    dialog = NamesDialog(presenter, page)
    dialog.show()
    yield dialog
    dialog.accept()


def choose(dialog, *names):
    dialog.table.clearSelection()
    shown = [line.key for line in dialog.table.lines]
    for name in names:
        dialog.table.selectionModel().select(
            dialog.table.model().index(shown.index(name), 0),
            dialog.table.selectionModel().SelectionFlag.Select
            | dialog.table.selectionModel().SelectionFlag.Rows,
        )


def decided(desk):
    names = desk.services.cafes.get().publication.names
    return {each.name: (each.naming, each.instead) for each in names}


def becomes(dialog):
    return {line.key: line.cells[2] for line in dialog.table.lines}


def pages_as_text(pages):
    return "".join(pages.getAllText(n).text() for n in range(pages.pageCount()))


def test_names_are_listed_with_their_places_and_decided_on_with_undo(qtbot, dialog, desk):
    assert list(becomes(dialog)) == ["pierre", "Pierre Martin", "rose", "Rose"]
    assert set(becomes(dialog).values()) == {"[name] · not looked at"}
    assert dialog.chosen[0].name == "pierre"
    assert dialog.places.text() == "— voir pierre, voir rose"

    qtbot.mouseClick(dialog.keep_button, LEFT)
    assert decided(desk) == {"pierre": (Naming.KEPT, "")}
    assert [each.name for each in dialog.chosen] == ["Pierre Martin"]  # the next one
    assert dialog.word_edit.text() == "P."
    qtbot.mouseClick(dialog.replace_button, LEFT)
    qtbot.mouseClick(dialog.withhold_button, LEFT)

    assert becomes(dialog) == {
        "pierre": "stays",
        "Pierre Martin": "“P.”",
        "rose": "[name]",
        "Rose": "[name] · not looked at",
    }
    assert "1 that nobody looked at, so withheld" in dialog.told.text()
    for _time in range(3):
        desk.history.undo()
    assert decided(desk) == {}
    assert set(becomes(dialog).values()) == {"[name] · not looked at"}
    desk.history.redo()
    assert list(decided(desk)) == ["pierre"]


def test_a_common_word_behind_its_article_stays_and_can_be_withheld(qtbot, dialog, desk, opened):
    opened.people.save([person("Odile Fontaine")])
    opened.notes.add(table=0, round_=0, kind=Kind.IDEA, text="réparer la fontaine")
    qtbot.waitUntil(lambda: becomes(dialog).get("fontaine") == "stays · a common word")

    choose(dialog, "fontaine")
    qtbot.mouseClick(dialog.withhold_button, LEFT)

    assert becomes(dialog)["fontaine"] == "[name]"
    desk.history.undo()
    assert becomes(dialog)["fontaine"] == "stays · a common word"


def test_several_are_decided_on_as_one_step_and_forgotten_again(qtbot, dialog, desk):
    choose(dialog, "Pierre Martin", "Rose")
    dialog.word_edit.setText("quelqu’un")
    qtbot.keyClick(dialog.word_edit, Qt.Key.Key_Return)
    assert decided(desk) == dict.fromkeys(("Pierre Martin", "Rose"), (Naming.REPLACED, "quelqu’un"))
    choose(dialog, "Pierre Martin", "Rose")
    dialog.word_edit.setText("")
    dialog._replace()
    assert [instead for _naming, instead in decided(desk).values()] == ["P.", "R."]

    qtbot.mouseClick(dialog.small_button, LEFT)
    assert decided(desk)["pierre"] == decided(desk)["rose"] == (Naming.KEPT, "")
    assert dialog.small_button.isHidden()
    choose(dialog, "Rose")
    dialog._forget()

    assert "Rose" not in decided(desk)


def test_without_names_the_window_says_what_becomes_of_them_and_the_pages_do(
    qtbot, monkeypatch, named, page, presenter
):
    monkeypatch.setattr(preview, "_SOON", 20)
    look_at_preview(qtbot, page, presenter)
    bar, view = page.preview.edition_bar, page.preview.view
    assert bar.told.text() == (
        "4 names of the list stand in the harvest: 4 that nobody looked at, so withheld."
    )
    assert "Martin" not in pages_as_text(view.document_shown)

    with qtbot.waitSignal(presenter.pages.printed):
        presenter.naming.decide_all(
            [NameChoice(name=name, naming=Naming.KEPT) for name in ("pierre", "rose")]
        )
    text = pages_as_text(view.document_shown)
    assert "voir pierre, voir rose" in text
    assert "Martin" not in text
    assert "2 kept" in bar.told.text()
    with qtbot.waitSignal(presenter.pages.printed):
        bar.switches["names"].click()

    assert "Martin" in pages_as_text(view.document_shown)
    assert not bar.told.isVisible()


def test_what_is_saved_is_what_was_looked_at_and_says_what_became_of_names(
    qtbot, monkeypatch, tmp_path, named, page, presenter
):
    monkeypatch.setattr(ask, "save_file", lambda *_asked: tmp_path / "s.pdf")
    look_at_preview(qtbot, page, presenter)

    def saved():
        with qtbot.waitSignal(page.file_written) as written:
            qtbot.mouseClick(page.preview.save_button, LEFT)
        document = QPdfDocument()
        document.load(str(tmp_path / "s.pdf"))
        return pages_as_text(document), written.args[1]

    text, remark = saved()
    assert "Martin" not in text
    assert "4 that nobody looked at, so withheld" in remark
    page.preview.edition_bar.switches["names"].click()
    text, remark = saved()
    assert "Martin" in text
    assert remark == ""


def test_where_nobody_is_on_the_list_nothing_is_asked(qtbot, harvest, page, presenter):
    look_at_preview(qtbot, page, presenter)

    assert not page.preview.edition_bar.names_button.isVisible()
    assert page.preview.edition_bar.isVisible()


def test_what_is_chosen_of_editions_is_remembered_for_this_café(
    qtbot, named, page, presenter, desk
):
    page.views.setCurrentIndex(View.PREVIEW)
    bar, sheets = page.preview.edition_bar, page.preview.sheets
    for name in ("is_white", "has_annex"):
        bar.switches[name].click()
    bar.order.setCurrentIndex(1)
    bar.order.kept.emit(True)
    sheets.setCurrentIndex(sheets.findData("table-list"))
    assert bar.isHidden()

    again = make_presenter(desk, None)

    options = again.choices.options
    assert (options.is_white, options.has_annex, options.by_question, options.names) == (
        True,
        True,
        True,
        False,
    )
    assert again.pages.artefact == "table-list"
    assert again.choices.options_of("table-list").is_white is False
    assert again.choices.options_of(SYNTHESIS) == options
    again.deleteLater()


@pytest.mark.parametrize("kept", ["{", "[]", '{"names": "yes", "artefact": "nothing"}'])
def test_settings_that_make_no_sense_count_as_nothing_chosen(desk, kept):
    cafe = desk.services.cafes.get().id
    desk.settings.keep_text(f"editions:{cafe}", kept)

    presenter = make_presenter(desk, None)

    assert presenter.choices.artefact == SYNTHESIS
    assert presenter.choices.options.names is False
    presenter.deleteLater()


def test_all_that_is_printed_can_be_looked_at(page):
    page.views.setCurrentIndex(View.PREVIEW)
    sheets = page.preview.sheets

    assert [sheets.itemData(n) for n in range(sheets.count())] == list(PRINTED)
