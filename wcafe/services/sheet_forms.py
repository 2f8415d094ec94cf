"""In which form sheets were printed: kept in the file, so that their boxes are known again."""

from wcafe.domain.handouts import HARVEST_SHEETS, STICKERS
from wcafe.domain.sheet_form import form_of
from wcafe.domain.sheet_places import number_of_tables
from wcafe.domain.sheets import PrintedForm
from wcafe.services.cafe import Snapshot


def new_form(artefact: str, snapshot: Snapshot) -> PrintedForm | None:
    """Return the form in which `artefact` is printed now, if the file does not know it yet.

    Badges and lists have none.
    """
    if artefact not in (HARVEST_SHEETS, STICKERS):
        return None
    form = form_of(snapshot.cafe)
    if any(known.version == form.version for known in snapshot.forms):
        return None
    return form.printed(number_of_tables(snapshot.cafe, snapshot.plan))
