"""Whatever the catalogue has is in the menu, the preview and the exports; none can forget it."""

from dataclasses import replace

import pytest

from tests.cafes import add_people
from wcafe.domain.artefacts import CATALOGUE, HANDOUTS, PRINTED
from wcafe.domain.handouts import STRIPS
from wcafe.i18n import LANGUAGES, words_for
from wcafe.ui import plan, synthesis, words

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # windows on no screen


@pytest.fixture
def show(qtbot, desk):
    """Show a workspace."""
    presenters, pages = [], []

    def showing(workspace):
        presenters.append(workspace.make_presenter(desk, None))
        pages.append(workspace.make_page(presenters[-1]))
        qtbot.addWidget(pages[-1])
        pages[-1].show()
        return pages[-1]

    yield showing
    for page in pages:
        page.retire()
    for presenter in presenters:
        presenter.deleteLater()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_menu_prints_what_there_is_to_print(show, language):
    words.use(words_for(language), language)
    *printed, changed = [each.text() for each in show(plan).print_button.menu().actions()]

    assert printed == [each.menu_words(words_for(language)) for each in HANDOUTS.values()]
    assert changed in ("Changed badges…", "Badges à refaire…")


def test_the_menu_says_more_than_a_name_where_that_is_needed(show):
    said = [each.text() for each in show(plan).print_button.menu().actions()]

    assert said[:2] == ["Badges with the route…", "List by table…"]


def test_only_what_shows_seats_waits_for_the_plan(opened, show):
    add_people(opened, 20)
    page = show(plan)
    waiting = page.print_actions.pop(HANDOUTS["table-list"])
    assert not waiting.isEnabled()

    page.print_actions[replace(HANDOUTS["table-list"], needs_plan=False)] = waiting
    page.show_plan()

    assert page.print_button.isEnabled()
    assert waiting.isEnabled()
    assert not page.print_actions[HANDOUTS["badges"]].isEnabled()


def test_the_preview_shows_whatever_is_printed(show):
    sheets = show(synthesis).preview.sheets

    assert [sheets.itemText(n) for n in range(sheets.count())] == [
        each.name for each in PRINTED.values()
    ]


def test_each_file_is_offered_once_and_with_a_warning_where_it_names_people(show):
    exports = show(synthesis).exports

    for_all = [each for each in CATALOGUE if not each.names_people]
    assert [each for each in CATALOGUE if each.names_people] == list(exports.with_names.buttons)
    shared = [each for each in for_all if each.key != STRIPS]
    assert [e for e in shared if e.is_for_programs] == list(exports.for_programs.buttons)
    assert [e for e in shared if not e.is_for_programs] == list(exports.for_all.buttons)
    assert {"badges", "people"} <= {each.key for each in exports.with_names.buttons}
