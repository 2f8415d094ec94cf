"""What fields and attributes are called in the language of the computer."""

import re

from wcafe.domain.people_columns import PEOPLE_COLUMNS
from wcafe.i18n import N_, Words

_RETURNING = {name: PEOPLE_COLUMNS[name] for name in ("rounds", "room_role", "host_of", "stays_at")}
_ANOTHER_STATUS = re.compile(r"status_\d+")  # several columns of a list may say who comes

_FIELDS = {
    "full_name": N_("full name"),
    "given": N_("given name"),
    "family": N_("family name"),
    "email": N_("e-mail"),
    "organisation": N_("organisation"),
    "group": N_("group"),
    "language": N_("languages"),
    "needs": N_("needs"),
    "host_wish": N_("willing to host"),
    "status": N_("status"),
    "note": N_("remark"),
    "id": N_("code"),
}


def field_name(field: str, words: Words) -> str:
    """Return what a field of a list or an attribute is called; the user's own keep their names."""
    known = "status" if _ANOTHER_STATUS.fullmatch(field) else field
    name = _FIELDS.get(known) or _RETURNING.get(known)
    return words.gettext(name) if name else field
