"""Notes are found while people type: marked, in their places, and with what is near."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.hands import type_text
from tests.ui.notes.hands import choose_key, name_theme, shown_page, texts
from wcafe.domain.kinds import Kind
from wcafe.domain.notes import Note, NoteId
from wcafe.domain.search import NOTHING
from wcafe.domain.synthesis import Theme, ThemeId
from wcafe.ui.notes import make_presenter
from wcafe.ui.notes.seeking import Seeking
from wcafe.ui.widgets.theme import DARK, LIGHT, colours

LEFT, RETURN, ESCAPE = Qt.MouseButton.LeftButton, Qt.Key.Key_Return, Qt.Key.Key_Escape
SAID = {
    "garden": "Un jardin partagé près de l’école",
    "parks": "On connaît mieux les parkings que les parcs",
    "noise": "Beaucoup de bruit le soir",
    "water": "L'eau coûte cher",
}


@pytest.fixture
def sought(qtbot, opened, tables, desk):
    """The page of a café with four notes, one a table, and its search field."""
    for table, text in enumerate(SAID.values()):
        opened.notes.add(table=table, round_=0, kind=Kind.IDEA, text=text)
    presenter = make_presenter(desk, None)
    page = shown_page(qtbot, presenter)
    page.seek()
    yield page
    presenter.deleteLater()


def look_for(page, typed):
    page.filters.search_edit.clear()
    type_text(page.filters.search_edit, typed)
    return [name for name, text in SAID.items() if text in texts(page.list)]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("parkings parcs", ["parks"]),
        ("jardins", ["garden"]),
        ("jard", ["garden"]),
        ("jardin OU bruit", ["garden", "noise"]),
        ('"jardin partagé"', ["garden"]),
        ('"partagé jardin"', []),
        ("l'école", ["garden"]),
        ("L’EAU", ["water"]),
        ("eau", ["water"]),
        ("les -parkings", []),
        ("-les -eau", ["garden", "noise"]),
        ('"', list(SAID)),
    ],
)
def test_notes_are_found_as_they_are_looked_for(sought, typed, found):
    assert look_for(sought, typed) == found


def test_escape_looks_for_nothing_again(qtbot, sought):
    field = sought.filters.search_edit
    look_for(sought, "jardin")
    qtbot.keyClick(field, ESCAPE)

    assert field.text() == ""
    assert field.hasFocus()
    assert len(texts(sought.list)) == len(SAID)


def test_enter_goes_to_the_first_note_that_was_found(qtbot, sought):
    look_for(sought, "bruit OU eau")
    qtbot.keyClick(sought.filters.search_edit, RETURN)

    assert sought.list.hasFocus()
    assert [note.text for note in sought._presenter.of(sought.list.chosen_notes)] == [SAID["noise"]]


def test_where_nothing_is_found_enter_looks_for_what_is_near(qtbot, sought):
    none = sought.found.none_found
    assert look_for(sought, "jradin") == []

    assert none.isVisible()
    assert none.sentence.text() == "No note fits “jradin”."
    assert none.near.button.text() == "Look for “jardin”"
    qtbot.keyClick(sought.filters.search_edit, RETURN)
    assert sought.filters.search_edit.text() == "jardin"
    assert texts(sought.list) == [SAID["garden"]]
    assert not none.isVisible()


def test_one_click_looks_for_what_is_near(qtbot, sought):
    look_for(sought, "bruit parking")
    qtbot.mouseClick(sought.found.none_found.near.button, LEFT)

    assert sought.filters.search_edit.text() == "bruit OR parking"
    assert texts(sought.list) == [SAID["parks"], SAID["noise"]]


def test_where_nothing_is_near_it_is_said_and_nothing_offered(sought):
    none = sought.found.none_found
    look_for(sought, "xyzzyx & <b>")

    assert none.isVisible()
    assert none.sentence.text() == "No note fits “xyzzyx & <b>”."
    assert none.near.isHidden()
    assert none.everywhere_button.isHidden()


def test_notes_elsewhere_are_told_and_one_click_shows_them(qtbot, sought):
    none, filters = sought.found.none_found, sought.filters
    choose_key(filters.table_choice, 1)
    look_for(sought, "jardin OU eau")

    assert none.isVisible()
    assert none.sentence.text() == (
        "None of the notes chosen above fits “jardin OU eau”. 2 other notes do."
    )
    assert none.near.isHidden()
    qtbot.mouseClick(none.everywhere_button, LEFT)
    assert texts(sought.list) == [SAID["garden"], SAID["water"]]
    assert filters.search_edit.text() == "jardin OU eau"
    assert filters.table_choice.currentData() == "all"


def test_choices_that_no_note_has_are_told_too(sought):
    choose_key(sought.filters.kind_choice, Kind.STORY.value)

    assert sought.found.none_found.isVisible()
    assert sought.found.none_found.sentence.text() == (
        "No note has the table, round, kind and theme that are chosen above."
    )


def test_by_theme_notes_are_found_and_marked_as_well(qtbot, sought, opened):
    name_theme(opened, "Dehors", opened.notes.all()[0])
    sought.views.setCurrentIndex(1)
    qtbot.waitUntil(lambda: len(sought.columns.columns) == 2)
    look_for(sought, "jardin OU bruit")

    theme, unsorted = sought.columns.columns
    assert texts(theme.list) == [SAID["garden"]]
    assert texts(unsorted.list) == [SAID["noise"]]
    assert theme.list.cards.search.typed == "jardin OU bruit"
    look_for(sought, "xyzzyx")
    assert sought.found.none_found.isVisible()


def test_a_note_that_arrives_or_changes_is_found_by_its_words_at_once(qtbot, sought, opened):
    look_for(sought, "marché")
    assert texts(sought.list) == []

    answer = opened.notes.add(table=0, round_=0, kind=Kind.IDEA, text="Un marché couvert")
    qtbot.waitUntil(lambda: texts(sought.list) == ["Un marché couvert"])
    note = opened.notes.get(answer.note)
    opened.notes.delete(note.id, base=note.rev)
    qtbot.waitUntil(lambda: sought.found.none_found.isVisible())


def test_many_notes_are_read_while_the_window_waits_and_then_found(qtbot, sought, monkeypatch):
    seeking = Seeking(sought)  # of its own: nobody else tells it which notes there are
    monkeypatch.setattr("wcafe.ui.notes.seeking._AT_ONCE", 2)
    many = [
        Note(id=NoteId(str(n)), table=0, round=0, kind=Kind.IDEA, text="Un banc") for n in range(9)
    ]

    with qtbot.waitSignal(seeking.read):
        seeking.see(many, ())
        assert seeking.look_for("banc") is None
    assert seeking.look_for("banc") == {note.id for note in many}
    assert seeking.look_for("jardin") == set()


def ground_of(view, row):
    """Return the colours on the card of a row, each with how many pixels it has."""
    view.viewport().repaint()
    picture = view.viewport().grab(view.visualRect(view.notes.index(row))).toImage()
    counts = {}
    for x in range(picture.width()):
        for y in range(picture.height()):
            name = picture.pixelColor(x, y).name()
            counts[name] = counts.get(name, 0) + 1
    return counts


def test_what_is_found_is_marked_on_its_card(sought):
    found = colours().found.lower()
    assert ground_of(sought.list, 1).get(found, 0) == 0  # the control

    look_for(sought, "partagés")
    assert ground_of(sought.list, 1)[found] > 100
    look_for(sought, "")
    assert sought.list.cards.search == NOTHING
    assert ground_of(sought.list, 1).get(found, 0) == 0


def luminance(code):
    parts = [int(code[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return sum(share * c for share, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one, other):
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_words_stay_readable_on_their_mark_and_the_mark_is_seen(palette):
    assert contrast(palette.ink, palette.found) >= 4.5  # WCAG 2.2, 1.4.3
    for ground in (palette.card, palette.soft):
        assert contrast(palette.found, ground) >= 1.2
    assert contrast("#000000", "#ffffff") == pytest.approx(21)  # the control


def test_the_search_field_says_how_to_look(sought):
    assert "OR" in sought.filters.search_edit.toolTip()
    assert QApplication.focusWidget() is sought.filters.search_edit


def test_a_note_is_found_by_its_prompt_and_the_names_of_its_themes(sought):
    note = Note(id=NoteId("new"), table=0, round=0, text="Un banc", prompt="Trois propositions")
    theme = Theme(id=ThemeId("t"), name="De l'ombre", notes=(note.id,))
    seeking = sought._presenter.seeking

    seeking.see([note], [theme])

    for typed in ("proposition", "ombre banc", '"trois propositions"'):
        assert seeking.look_for(typed) == {note.id}, typed
    assert seeking.look_for('"banc trois"') == set()
    seeking.see([note], [replace(theme, name="Au frais")])
    assert seeking.look_for("ombre") == set()
