"""The Tab key goes through the questions as they are read, however late they were made."""

from dataclasses import replace

from PySide6.QtCore import Qt

from wcafe.domain.cafe import Mode


def stops(part):
    """What Tab comes to from `part` on, once around."""
    found, here = [], part
    while (here := here.nextInFocusChain()) is not part:
        if here.focusPolicy() & Qt.FocusPolicy.TabFocus and here.isVisible():
            found.append(here)
    return found


def test_from_how_questions_are_asked_tab_goes_to_the_questions(qtbot, page, opened):
    questions = replace(opened.cafes.get().questions, mode=Mode.PER_ROUND)
    opened.cafes.save(replace(opened.cafes.get(), questions=questions))
    page._presenter.reload()
    qtbot.waitUntil(lambda: all(field.isVisible() for field in page.questions.fields))

    after = stops(page.questions.mode_choice)

    assert len(page.questions.fields) > 1
    assert after[: len(page.questions.fields)] == page.questions.fields
