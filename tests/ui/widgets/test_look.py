"""What can be used and what cannot is told apart in both looks."""

import re
from dataclasses import asdict

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from wcafe.paths import resource_dir
from wcafe.ui.widgets.parts import push_button
from wcafe.ui.widgets.theme import DARK, LIGHT, Look, apply_look


def light_of(colour):
    def part(value):
        return value / 12.92 if value <= 0.04 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (part(value) for value in QColor(colour).getRgbF()[:3])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    high, low = sorted((light_of(one), light_of(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["card", "paper", "sand"])
def test_words_are_readable_and_those_of_what_is_disabled_fade(palette, ground):
    colours = asdict(palette)

    assert contrast(palette.ink, colours[ground]) >= 7
    assert contrast(palette.muted, colours[ground]) >= 4.5
    assert contrast(palette.faded, colours[ground]) < 3.2


def test_whatever_can_be_disabled_fades():
    sheet = (resource_dir("theme") / "desk.qss").read_text(encoding="utf-8")
    rules = re.findall(r"([^{}\n]*:disabled[^{}]*)\{([^}]*)\}", sheet)

    assert len(rules) >= 6
    assert all("$faded" in body for _selector, body in rules)


@pytest.mark.parametrize("look", [Look.LIGHT, Look.DARK])
@pytest.mark.parametrize("kind", ["", "primary", "quiet", "small"])
def test_a_disabled_button_is_painted_fainter_than_one_that_can_be_pressed(qtbot, qapp, look, kind):
    apply_look(qapp, look)
    holder = QWidget()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    button = push_button("Theme", kind=kind)
    column.addWidget(button)
    holder.show()

    on = strongest(holder, button)
    button.setEnabled(False)
    off = strongest(holder, button)

    assert on > 1.5 * off


def strongest(holder: QWidget, button: QPushButton) -> float:
    """The highest contrast of a pixel of the words with the ground around them."""
    QCoreApplication.processEvents()
    image = holder.grab(button.geometry()).toImage()
    ground = image.pixelColor(8, image.height() // 2)
    middle = range(image.height() // 4, 3 * image.height() // 4)
    pixels = {image.pixelColor(x, y).rgb() for x in range(10, image.width() - 10) for y in middle}
    return max(contrast(QColor(pixel), ground) for pixel in pixels)
