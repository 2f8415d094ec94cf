"""Lists with the headings of an earlier one are read as that was, which is said and undone."""

import json

import pytest
from PySide6.QtCore import Qt

from tests.cafes import write_list
from tests.ui.people.hands import choose, import_now, read
from wcafe.ui.lists.memory import MOST, Memory

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # windows on no screen
LEFT = Qt.MouseButton.LeftButton
FIRST = "Prénom;Nom;Structure;Âge;Venue\nAna;Silva;Mairie;33;bleu\nBen;Diallo;;54;vert\n"
LATER = "Prénom;Nom;Structure;Âge;Venue\nChloé;Lefèvre;Lycée;17;bleu\n"


@pytest.fixture
def taught(qtbot, page, tmp_path):
    """The page, after a list whose column of ages was chosen as the note."""
    read(qtbot, page, write_list(tmp_path, FIRST))
    with qtbot.waitSignal(page._presenter.importing.read):
        choose(page.preview.choosers["note"], "Âge · 33")
    import_now(qtbot, page)
    return page


def test_the_next_list_with_the_same_headings_is_read_the_same_way(qtbot, taught, tmp_path):
    read(qtbot, taught, write_list(tmp_path, LATER))

    bar = taught.preview.reading.bar
    assert bar.remembered.isVisible()
    assert bar.remembered.text() == "Read as the last list with these headings."
    assert taught.preview.choosers["note"].currentText() == "Âge"


def test_a_click_reads_it_anew_and_it_is_forgotten_once_imported(qtbot, taught, tmp_path):
    read(qtbot, taught, write_list(tmp_path, LATER))
    with qtbot.waitSignal(taught._presenter.importing.read):
        qtbot.mouseClick(taught.preview.reading.bar.anew_button, LEFT)

    assert not taught.preview.reading.bar.remembered.isVisible()
    assert taught.preview.choosers["note"].currentText() == "–"

    import_now(qtbot, taught)
    read(qtbot, taught, write_list(tmp_path, LATER))
    assert not taught.preview.reading.bar.remembered.isVisible()


def test_a_list_with_other_headings_is_read_as_guessed(qtbot, taught, tmp_path):
    read(qtbot, taught, write_list(tmp_path, LATER.replace("Âge", "Taille")))

    assert not taught.preview.reading.bar.remembered.isVisible()


def test_a_list_that_was_let_be_is_not_remembered(qtbot, page, tmp_path, settings):
    read(qtbot, page, write_list(tmp_path, FIRST))
    with qtbot.waitSignal(page._presenter.importing.read):
        choose(page.preview.choosers["note"], "Âge · 33")
    qtbot.mouseClick(page.preview.cancel_button, LEFT)

    assert Memory(settings, "people").all() == {}


def test_nobody_on_a_list_is_remembered(taught, settings):
    kept = settings.text_of("read-as:people")

    assert kept
    for word in ("Ana", "Silva", "Ben", "Diallo", "Mairie", "Nom", "Venue"):
        assert word not in kept.replace("full_name", "")


def test_words_that_were_decided_are_remembered_with_what_they_mean(qtbot, page, tmp_path):
    text = "Nom complet;RSVP\nAna Silva;Bleu\nBen Diallo;Yes\nJo Roux;No\n"
    read(qtbot, page, write_list(tmp_path, text))
    with qtbot.waitSignal(page._presenter.importing.read):
        next(iter(page.preview.coming.boxes.values())).click()
    import_now(qtbot, page)

    read(qtbot, page, write_list(tmp_path, text.replace("Ana Silva", "Zoé Martin")))

    said = {box.text(): box.isChecked() for box in page.preview.coming.boxes.values()}
    assert said["“Bleu” · 1 person"] is False


def test_a_list_whose_names_were_shown_once_needs_no_showing_again(qtbot, page, tmp_path):
    text = "Wer;Woher\nzorro;brest\nbatman;nantes\n"
    read(qtbot, page, write_list(tmp_path, text))
    with qtbot.waitSignal(page._presenter.importing.read):
        choose(page.preview.choosers["full_name"], "Wer · zorro")
    import_now(qtbot, page)

    read(qtbot, page, write_list(tmp_path, text.replace("zorro", "robin")))

    assert not page.preview.reading.error.isVisible()
    assert page.preview.reading.bar.remembered.isVisible()


@pytest.mark.parametrize("nonsense", ['{"fields": 3}', "[]", '{"fields": {"note": 99}}', "{}", "x"])
def test_what_makes_no_sense_any_more_is_passed_over(qtbot, taught, tmp_path, settings, nonsense):
    memory = Memory(settings, "people")
    key = next(iter(memory.all()))
    text = f'{{"{key}": {nonsense}}}' if nonsense != "x" else nonsense
    settings.keep_text("read-as:people", text)

    read(qtbot, taught, write_list(tmp_path, LATER))

    assert not taught.preview.reading.bar.remembered.isVisible()
    assert taught.preview.import_button.isEnabled()


def test_the_oldest_of_many_lists_is_forgotten(settings):
    memory = Memory(settings, "people")
    for number in range(MOST + 2):
        memory.keep([f"heading {number}"], {"fields": {}})

    assert len(memory.all()) == MOST
    assert len(json.loads(settings.text_of("read-as:people"))) == MOST
    memory.keep([f"HEADING {MOST + 1}"], {})
    assert len(memory.all()) == MOST - 1
