"""Names are readable on a computer that has no fonts for them."""

import pytest
from PySide6.QtGui import QTextLayout

from wcafe.ui.widgets.theme import sans, serif


@pytest.mark.parametrize(
    ("name", "font"),
    [
        ("王小明", "Droid Sans Fallback"),
        ("さくら", "Droid Sans Fallback"),
        ("محمد", "Noto Sans Arabic"),
        ("דוד", "Noto Sans Hebrew"),
        ("🎉", "Noto Emoji"),
    ],
)
@pytest.mark.parametrize("face", [sans, serif])
def test_a_name_is_written_in_a_shipped_font_that_has_its_letters(qtbot, name, font, face):
    layout = QTextLayout(name, face(14))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()

    runs = layout.glyphRuns()

    assert {run.rawFont().familyName() for run in runs} == {font}
    assert all(glyph for run in runs for glyph in run.glyphIndexes())  # 0 is the box
