"""What every page is built of: choices that stay where they are, colours that can be read."""

from dataclasses import asdict

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor, QPixmap, QTextLayout
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu, QStyle, QStyleOptionComboBox, QWidget

from wcafe.domain.marks import HUES
from wcafe.ui.widgets.entry import EntryDialog
from wcafe.ui.widgets.fields import ChoiceField
from wcafe.ui.widgets.marks import mark_icon, paint_mark, paint_theme_mark, shade
from wcafe.ui.widgets.parts import Text, push_button
from wcafe.ui.widgets.segments import Segments
from wcafe.ui.widgets.theme import DARK, LIGHT, Look, apply_look

WORDS = (
    ("ink", "paper"),
    ("ink", "card"),
    ("ink", "soft"),
    ("muted", "paper"),
    ("muted", "card"),
    ("muted", "soft"),
    ("accent", "card"),
    ("accent", "soft"),
    ("on_accent", "accent"),
    ("good", "good_soft"),
    ("care", "care_soft"),
    ("care", "card"),
    ("bad", "bad_soft"),
    ("side_muted", "side"),
)


def brightness(colour):
    """The relative luminance of WCAG 2."""
    parts = (QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF())
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one, other):
    darker, lighter = sorted((brightness(one), brightness(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_all_words_can_be_read_on_their_ground(palette):
    worn = asdict(palette)

    assert {pair: contrast(worn[pair[0]], worn[pair[1]]) >= 4.5 for pair in WORDS} == dict.fromkeys(
        WORDS, True
    )


@pytest.mark.slow
@pytest.mark.parametrize("look", [Look.LIGHT, Look.DARK])
def test_every_mark_stands_out_from_a_card(qapp, look):
    apply_look(qapp, look)
    card = (LIGHT if look is Look.LIGHT else DARK).card

    faint = [number for number in range(len(HUES)) if contrast(shade(number), card) < 2.9]

    assert faint == []


def test_choosing_one_of_a_few_moves_none_of_them(qtbot):
    segments = Segments("Views")
    qtbot.addWidget(segments)
    segments.show_choices(["Thèmes", "Aperçu", "Exporter", "Rock & roll"])
    segments.show()
    wide, places = segments.sizeHint().width(), [segments.tabRect(n) for n in range(4)]

    for chosen in range(4):
        segments.setCurrentIndex(chosen)
        QCoreApplication.processEvents()
        assert segments.sizeHint().width() == wide
        assert [segments.tabRect(n) for n in range(4)] == places


def test_a_choice_that_is_too_long_ends_in_a_sign_and_is_told_in_full(qtbot):
    name = "Table 7 · <b>Zoé</b> & Co, a name that is far too long for its place"
    field = ChoiceField("Table", {0: name, 1: name.replace("place", "space")})
    qtbot.addWidget(field)
    field.setFixedWidth(160)
    field.show()

    def drawn(key):
        field.show_key(key)
        picture = QPixmap(field.size())
        field.render(picture)
        return picture.toImage()

    assert drawn(0) == drawn(1), "they differ beyond the sign only"
    tip = field.itemData(0, Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;Zoé" in tip


@pytest.mark.qt_log_ignore("This plugin does not support")  # windows on no screen
@pytest.mark.parametrize("number", [2, 3, 7, 12])
def test_a_few_choices_are_all_seen_at_once(qtbot, number):
    field = ChoiceField("Table", {place: f"Choice {place}" for place in range(number)})
    qtbot.addWidget(field)
    field.setCurrentIndex(number - 1)
    field.show()

    field.showPopup()

    view = field.view()
    qtbot.waitUntil(view.isVisible)
    last = view.visualRect(field.model().index(number - 1, 0))
    assert view.viewport().rect().bottom() >= last.bottom()
    assert view.verticalScrollBar().maximum() == 0
    option = QStyleOptionComboBox()
    field.initStyleOption(option)
    lies_over = field.style().styleHint(QStyle.StyleHint.SH_ComboBox_Popup, option, field)
    assert not lies_over, "a menu would have arrows over its entries"
    field.hidePopup()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_button_is_pressed_by_enter_as_by_space(qtbot, key):
    pressed = []
    button = push_button("Import", lambda: pressed.append(True))
    qtbot.addWidget(button)
    button.show()

    qtbot.keyClick(button, key)

    assert pressed == [True]


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_enter_on_a_button_with_a_menu_opens_it(qtbot):
    button = push_button("Print…")
    qtbot.addWidget(button)
    menu = QMenu(button)
    button.setMenu(menu)
    menu.addAction("Badges")
    button.show()

    qtbot.keyClick(button, Qt.Key.Key_Return)

    qtbot.waitUntil(menu.isVisible)
    menu.close()


def test_enter_on_cancel_keeps_nothing_of_a_dialogue(qtbot):
    kept = []
    above = QWidget()
    qtbot.addWidget(above)
    dialog = EntryDialog("Name", "Keep", lambda name: kept.append(name) or True, above)
    dialog.ask({"Name": QLineEdit("Ana")})
    dialog.show()

    qtbot.keyClick(dialog.cancel_button, Qt.Key.Key_Return)

    assert not dialog.isVisible()
    assert kept == []


@pytest.mark.parametrize("width", range(60, 400, 20))
def test_no_line_of_a_label_begins_with_a_sign_that_has_a_space_before_it(qtbot, width):
    said = "Que voulons-nous ? Et « quoi » encore : voilà !"
    label = Text(said, wraps=True)
    qtbot.addWidget(label)

    layout = QTextLayout(QLabel.text(label), label.font())
    layout.beginLayout()
    lines = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        lines.append(layout.text()[line.textStart() : line.textStart() + line.textLength()])
    layout.endLayout()

    assert not [line for line in lines if line.startswith(tuple("?!:»")) or line.strip() == "«"]
    assert label.text() == said  # what is kept is as it was typed


def test_the_mark_of_a_theme_is_another_one_than_that_of_the_table_of_its_number(qtbot):
    pictures = [
        mark_icon(number, paint=paint).pixmap(64).toImage()
        for number in range(20)
        for paint in (paint_mark, paint_theme_mark)
    ]

    assert not any(one == other for place, one in enumerate(pictures) for other in pictures[:place])
