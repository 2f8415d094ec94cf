"""Before a café is left while phones hold notes that are not here yet."""

from datetime import UTC, datetime

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

from wcafe.domain.board import unsent_notes
from wcafe.errors import WcafeError
from wcafe.services.opened import OpenCafe
from wcafe.ui.widgets.confirm import ConfirmDialog
from wcafe.ui.words import _, ngettext

_MOST_NAMED = 3  # tables


def phones_in(services: OpenCafe) -> int | None:
    """Return how many phones are in while the station runs; None where it does not."""
    if services.station is None or services.station.serving is None:
        return None
    return sum(phone.is_welcome for phone in services.phones.all())


def say_station(phones: int) -> str:
    """Say that the station runs, and for how many phones."""
    words = ngettext("Station: {number} phone", "Station: {number} phones", phones)
    return words.format(number=phones)


def may_leave(services: OpenCafe, parent: QWidget) -> bool:
    """Return whether the café may be closed; asks where phones hold notes, and only then."""
    app = QGuiApplication.instance()
    if isinstance(app, QGuiApplication) and app.isSavingSession():
        return True  # the computer is shut down: nobody may be there to answer
    sentence = say_unsent(services)
    if not sentence:
        return True
    asked = ConfirmDialog(_("Notes on phones"), sentence, _("Close now"), bool, parent)
    return asked.exec() == QDialog.DialogCode.Accepted


def say_unsent(services: OpenCafe) -> str:
    """Say which tables' notes are not here yet; empty where none is missing, or no station runs."""
    try:
        if phones_in(services) is None:
            return ""
        phones = services.phones
        unsent = unsent_notes(phones.all(), phones.seen.all(), datetime.now(UTC))
    except WcafeError:
        return ""  # the file is gone: that is told elsewhere
    if not unsent:
        return ""
    words = [
        ngettext(
            "Table {table}: {number} note is not here yet.",
            "Table {table}: {number} notes are not here yet.",
            number,
        ).format(table=table + 1, number=number)
        for table, number in unsent[:_MOST_NAMED]
    ]
    if len(unsent) > _MOST_NAMED:
        more = len(unsent) - _MOST_NAMED
        said = ngettext("And {number} table more.", "And {number} tables more.", more)
        words.append(said.format(number=more))
    words.append(_("Phones keep what they hold, and it comes once this café is open again."))
    return " ".join(words)
