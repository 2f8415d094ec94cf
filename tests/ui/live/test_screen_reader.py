"""Words for who listens, and for who is on another workspace."""

import pytest

from tests.ui.live.hands import pass_by


@pytest.fixture
def said(monkeypatch):
    """What a screen reader was given to say on Run."""
    sentences = []
    monkeypatch.setattr(
        "wcafe.ui.live.page.announce", lambda _page, sentence: sentences.append(sentence)
    )
    return sentences


def test_a_screen_reader_says_the_step_two_minutes_left_and_the_end(page, presenter, time, said):
    presenter.go_to("talk:0")
    assert said == ["Round 1. What is here?"]

    for _moment in range(3):
        pass_by(presenter, time, 6 * 60 + 1)
    pass_by(presenter, time, 2 * 60)
    presenter.next()

    presenter.next()

    assert said[1:] == [
        "2 minutes left.",
        "Time is up.",
        "Harvest of round 1. What is here?",
        "Change of tables",
    ]


def test_on_another_workspace_the_end_is_told_on_screen(page, presenter, time, said, qtbot):
    presenter.go_to("talk:0")
    page.hide()
    said.clear()

    with qtbot.waitSignal(presenter.told) as told:
        pass_by(presenter, time, 18 * 60 + 1)

    assert told.args == ["2 minutes left."]
    assert said == []
