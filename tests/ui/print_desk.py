"""How tests print at the desk: open the print desk, look at a thing, save it."""

from wcafe.domain.artefacts import HANDOUTS
from wcafe.ui.plan.print_wishes import Extent


def look_at(qtbot, page, key, extent=Extent.ALL):
    """Open the print desk of the plan's `page` on the thing `key`; return it with its pages."""
    if page.print_desk is None:
        page.print_button.click()
    opened = page.print_desk
    opened.rows.setCurrentCell(list(HANDOUTS).index(key), 0)
    opened.choices.extent.setCurrentIndex(list(Extent).index(extent))
    qtbot.waitUntil(lambda: opened.pages.text() != "")
    return opened


def save(qtbot, page, key, extent=Extent.ALL):
    """Save the thing `key` where `ask.save_file` says; return what is told of it."""
    opened = look_at(qtbot, page, key, extent)
    with qtbot.waitSignal(page.file_written) as written:
        opened.save_button.click()
    return written.args
