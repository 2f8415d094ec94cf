"""Half-typed words of several windows: kept apart, over a kill too."""

from tests.ui.hands import type_text
from tests.ui.window.own.hands import open_harvest, put_away, settle, started_again
from wcafe.ui.window.workspaces import Workspace


def test_two_windows_that_type_at_once_keep_their_drafts_apart_over_a_restart(
    desk, settings, tmp_path, path
):
    one, other = open_harvest(desk), open_harvest(desk)
    pages = (desk.window.page(Workspace.NOTES), one.page, other.page)
    for place, page in enumerate(pages):
        page.capture.go_to(place, 0)
        type_text(page.capture.text_edit, f"Half of the words of hand {place}")
        page.capture.keep_typed()  # as after a moment without a key

    desk.cafe.services.close()  # as a kill would: nothing is said to any window
    desk.cafe = None
    again = started_again(settings, tmp_path, path)

    again.window.go(Workspace.NOTES)
    pages = (again.window.page(Workspace.NOTES), *(w.page for w in again.own_windows.windows))
    drafts = [page.capture._presenter.draft for page in pages]
    assert [each.text for each in drafts] == [f"Half of the words of hand {n}" for n in range(3)]
    assert [each.table for each in drafts] == [0, 1, 2]
    put_away(again)


def test_words_of_a_window_that_was_closed_wait_for_the_next_one(desk):
    window = open_harvest(desk)
    type_text(window.page.capture.text_edit, "Half a thought")
    window.close()
    settle()

    assert open_harvest(desk).page.capture.text_edit.toPlainText() == "Half a thought"
