"""What the preview says of columns taken by their cells, and of rows that are several people."""

import pytest

from tests.cafes import write_list
from tests.ui.people.hands import choose, read

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # windows on no screen


def test_what_was_guessed_is_shown_and_can_be_changed(qtbot, page, tmp_path):
    text = "Réf;Les copains;Ville\nA-1;Awa Roy;Brest\nA-2;Jo Li et Zoé Li;Lyon\nA-3;Sam Lee;Brest\n"
    read(qtbot, page, write_list(tmp_path, text))
    preview = page.preview

    assert preview.reading.guessed.text().endswith(", not by their headings: Les copains")
    assert [line.cells for line in preview.rows.table.lines] == [
        ("3", "Jo Li", "Several people in one row: Jo Li, Zoé Li.", False, False)
    ]
    assert preview.outcome.figures[1].value.text() == "4"

    with qtbot.waitSignal(page._presenter.importing.read):
        choose(preview.choosers["full_name"], "Ville · Brest")
    assert not preview.reading.guessed.isVisible()
    assert preview.outcome.figures[1].value.text() == "3"


def test_the_usual_name_is_a_column_that_can_be_chosen_away(qtbot, page, tmp_path):
    read(qtbot, page, write_list(tmp_path, "Nom;Prénom;Prénom usuel\nRoy;Alexandra;Sasha\n"))
    preview = page.preview
    assert preview.outcome.people.lines[0].cells[1] == "Sasha"

    with qtbot.waitSignal(page._presenter.importing.read):
        choose(preview.choosers["usual_given"], "–")
    assert preview.outcome.people.lines[0].cells[1] == "Alexandra"
