"""Whatever the catalogue has is in the menu, the preview and the exports; none can forget it."""

import pytest

from wcafe.domain.artefacts import CATALOGUE, HANDOUTS, PRINTED
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
def test_the_print_desk_has_what_there_is_to_print(qtbot, show, language):
    words.use(words_for(language), language)
    rows = opened(qtbot, show(plan)).rows

    said = [rows.item(row, 0).text() for row in range(rows.rowCount())]
    assert said == [words_for(language).gettext(each.name) for each in HANDOUTS.values()]


def opened(qtbot, page):
    page.print_button.click()
    qtbot.waitUntil(page.print_desk.isVisible)
    return page.print_desk


def test_the_preview_shows_whatever_is_printed(show):
    sheets = show(synthesis).preview.sheets

    assert [sheets.itemText(n) for n in range(sheets.count())] == [
        each.name for each in PRINTED.values()
    ]


def test_each_file_is_offered_once_and_with_a_warning_where_it_names_people(show):
    exports = show(synthesis).exports

    for_all = [each for each in CATALOGUE if not each.names_people]
    wanted = [each for each in CATALOGUE if each.names_people and not each.is_handout]
    assert wanted == list(exports.with_names.buttons)
    shared = [each for each in for_all if not each.is_handout]
    assert [e for e in shared if e.is_for_programs] == list(exports.for_programs.buttons)
    assert [e for e in shared if not e.is_for_programs] == list(exports.for_all.buttons)
    assert {"plan", "people"} <= {each.key for each in exports.with_names.buttons}
