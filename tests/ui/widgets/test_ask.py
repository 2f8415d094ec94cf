"""Asking where a file goes: endings, and files that are there already."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from wcafe.ui.widgets import ask


@pytest.fixture
def answers(monkeypatch):
    """What the computer's dialogue answers, one after the other; what it was asked is kept."""
    told = []

    class Dialogue(list):
        asked = told

    wanted = Dialogue()

    def answer(_parent, _title, name, _kinds, options):
        told.append((Path(name).name, options))
        return wanted.pop(0), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    return wanted


def test_a_full_stop_in_a_name_is_no_ending(qtbot, answers, tmp_path):
    answers.append(str(tmp_path / "Café 12.11"))

    chosen = ask.save_file(QWidget(), "", "", tmp_path / "World Café.wcafe", replaces=False)

    assert chosen == tmp_path / "Café 12.11.wcafe"


def test_a_file_that_got_its_ending_is_asked_for_again_before_it_is_replaced(
    qtbot, answers, tmp_path
):
    (tmp_path / "badges.pdf").write_text("precious")
    answers += [str(tmp_path / "badges"), ""]

    chosen = ask.save_file(QWidget(), "", "", tmp_path / "x.pdf")

    assert chosen is None
    assert [name for name, _options in answers.asked] == ["x.pdf", "badges.pdf"]


def test_where_nothing_is_replaced_the_dialogue_offers_no_replacing(qtbot, answers, tmp_path):
    answers.append("")

    assert ask.save_file(QWidget(), "", "", tmp_path / "x.wcafe", replaces=False) is None

    assert answers.asked[0][1] == QFileDialog.Option.DontConfirmOverwrite
