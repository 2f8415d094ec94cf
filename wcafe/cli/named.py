"""What fields and attributes are called in the language of the computer."""

from wcafe.i18n import N_, Words

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
    return words.gettext(_FIELDS[field]) if field in _FIELDS else field
