"""Coverage, claims without ground, notes that pull apart: what a synthesis must not forget."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, Qt

from tests.ui.synthesis.hands import items, said, themes
from wcafe.domain.kinds import Kind
from wcafe.domain.synthesis import Opposed
from wcafe.ui.synthesis.coverage import About, Scope
from wcafe.ui.synthesis.statement_shown import statement_shown

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # windows on no screen
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def claimed(qtbot, harvest, page, desk):
    """The first theme says that many want it, which rests on two notes of two tables."""
    theme = themes(desk)[0].id
    desk.services.statements.write(theme, "Many want some green.", harvest[:2])
    qtbot.waitUntil(lambda: bool(items(page)))
    return items(page)[0]


def button(part, words):
    """The button of a statement that says `words`, once the place it stands in is laid out."""
    QCoreApplication.processEvents()
    buttons = part.findChildren(type(part.menu_button))
    (found,) = [each for each in buttons if each.text() == words and each.isVisible()]
    return found


def shown_notes(page):
    return [row.label for row in page.themes.notes.list.notes.rows]


def test_a_claim_without_ground_is_shown_with_what_is_true(claimed):
    ((doubt, truth),) = claimed._shown.doubts

    assert (doubt.claim.word, len(doubt.notes), doubt.tables) == ("Many", 2, 2)
    assert truth.words == "Two tables"
    assert claimed.words._spans == ((0, 4),)


def test_what_is_true_is_put_in_its_place_by_one_click(qtbot, claimed, desk):
    qtbot.mouseClick(button(claimed, "“Two tables”"), LEFT)

    assert said(desk)[0][0] == "Two tables want some green."
    assert claimed._shown.doubts == ()
    desk.history.undo()
    assert said(desk)[0][0] == "Many want some green."
    assert len(claimed._shown.doubts) == 1


def test_a_verb_that_would_not_agree_is_left_to_a_person(qtbot, claimed, desk, harvest):
    theme, (here,) = themes(desk)[0].id, themes(desk)[0].statements
    desk.services.statements.write(theme, "Everyone wants green.", harvest[:2], seen=here)
    qtbot.waitUntil(lambda: claimed.words.text() == "Everyone wants green.")

    qtbot.mouseClick(button(claimed, "“Two tables”"), LEFT)

    assert said(desk)[0][0] == "Everyone wants green."
    assert claimed.field.area.toPlainText() == "Two tables wants green."
    assert claimed.field.area.hasFocus()


def test_a_word_that_was_left_is_never_asked_about_again(qtbot, claimed, presenter, desk, package):
    qtbot.mouseClick(button(claimed, "Leave it"), LEFT)
    assert claimed._shown.doubts == ()

    fresh = package.make_presenter(desk, None)
    (statement,) = fresh.stating.themes[0].statements
    assert statement_shown(statement, fresh).doubts == ()
    fresh.deleteLater()
    desk.history.undo()
    assert len(claimed._shown.doubts) == 1


def test_coverage_counts_and_each_figure_leads_to_its_notes(qtbot, claimed, page, presenter):
    card = page.themes.coverage
    assert card.cited.text() == "2 / 4"
    assert card.uncited.text() == "2 notes never cited"
    assert card.heard.text() == "Tables: 2 of 3"
    tiles = [tile.text() for tile in card.tables.values()]
    assert tiles == ["1", "2", "3\u00a0!"]
    assert card.rounds[0].figures.text() == "2 / 4"

    qtbot.mouseClick(card.see_button, LEFT)
    assert (page.themes.notes.title.text(), shown_notes(page)) == (
        "Notes never cited",
        ["T1·R1·#2", "T3·R1·#1"],
    )
    qtbot.mouseClick(card.tables[0], LEFT)
    assert shown_notes(page) == ["T1·R1·#1", "T1·R1·#2"]
    qtbot.mouseClick(card.rounds[0].button, LEFT)
    assert len(shown_notes(page)) == 4
    qtbot.mouseClick(page.themes.notes.whole_button, LEFT)
    assert presenter.scope == Scope()
    assert shown_notes(page) == ["T1·R1·#1", "T2·R1·#1"]


def test_a_withheld_note_is_neither_counted_nor_missing_but_told(
    qtbot, claimed, page, desk, harvest
):
    here = desk.services.notes.get(harvest[3])
    desk.services.notes.put(replace(here, withheld="names somebody"), base=here.rev)
    card = page.themes.coverage
    qtbot.waitUntil(lambda: card.cited.text() == "2 / 3")
    assert card.withheld_button.text() == "1 note withheld, not counted"

    qtbot.mouseClick(card.withheld_button, LEFT)
    assert shown_notes(page) == ["T1·R1·#2"]


def test_what_must_not_be_forgotten_has_counts_and_a_way(qtbot, harvest, page, desk):
    here = desk.services.notes.get(harvest[0])
    desk.services.notes.put(replace(here, is_lone=True), base=here.rev)
    desk.services.notes.add(table=1, round_=1, kind=Kind.QUESTION, text="Who pays?")
    forget = page.themes.forget
    qtbot.waitUntil(lambda: forget.counts[About.LONE].text() == "1")
    assert {about.name: label.text() for about, label in forget.counts.items()} == {
        "TENSIONS": "1",
        "LONE": "1",
        "QUESTIONS": "1",
        "UNSORTED": "2",
    }

    qtbot.mouseClick(forget.buttons[About.UNSORTED], LEFT)
    assert shown_notes(page) == ["T1·R1·#2", "T2·R2·#1"]
    with qtbot.waitSignal(page.page_asked) as gone:
        qtbot.mouseClick(page.themes.notes.sort_button, LEFT)
    assert gone.args == ["notes"]


def test_two_notes_are_opposed_by_two_clicks_or_keys_and_parted_again(
    qtbot, harvest, page, presenter, desk
):
    apart, notes = page.themes.card.apart, page.themes.notes
    qtbot.mouseClick(apart.oppose_button, LEFT)
    assert notes.asking.isVisible()
    notes.list.setFocus()
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Space):
        qtbot.keyClick(notes.list, key)

    pair = Opposed(one=harvest[0], other=harvest[1])
    assert desk.services.cafes.snapshot().opposed == {pair}
    assert not notes.asking.isVisible()
    assert len(apart._shown[0]) == 1
    desk.history.undo()
    assert desk.services.cafes.snapshot().opposed == frozenset()
    desk.history.redo()
    assert desk.services.cafes.snapshot().opposed == {pair}
    QCoreApplication.processEvents()
    buttons = apart.findChildren(type(apart.oppose_button))
    (part,) = [each for each in buttons if each.text() == "⇄" and each.isVisible()]
    qtbot.mouseClick(part, LEFT)
    assert desk.services.cafes.snapshot().opposed == frozenset()


def test_opposing_is_left_by_escape_and_marks_nothing(qtbot, harvest, page, presenter, desk):
    presenter.opposing.begin()
    notes = page.themes.notes.list
    qtbot.keyClick(notes, Qt.Key.Key_Space)
    qtbot.keyClick(notes, Qt.Key.Key_Escape)

    assert not presenter.opposing.is_asking
    assert presenter.stating.new_in(themes(desk)[0].id).notes == ()


def test_tensions_and_questions_of_a_theme_stand_at_its_foot(harvest, page):
    tensions = page.themes.card.apart._shown[1]
    assert [note.kind for note in tensions] == [Kind.TENSION]


def test_a_headline_is_kept_taken_back_and_never_replaced_unseen(
    qtbot, harvest, page, presenter, desk
):
    field, theme = page.themes.card.headline, themes(desk)[0].id
    field.setFocus()
    qtbot.keyClicks(field, "Green matters")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert themes(desk)[0].headline == "Green matters"
    desk.history.undo()
    assert (themes(desk)[0].headline, field.toPlainText()) == ("", "")
    desk.history.redo()

    qtbot.keyClicks(field, " here")
    desk.services.statements.write_headline(theme, "Theirs", seen="Green matters")
    with qtbot.waitSignal(presenter.failed):
        field.keep()
    assert themes(desk)[0].headline == "Theirs"
    assert field.toPlainText() == "Green matters here"
