"""What fields and attributes are called in the language of the computer."""

import re

from wcafe.domain.fields import FIELDS
from wcafe.i18n import Words

_ANOTHER_STATUS = re.compile(r"status_\d+")  # several columns of a list may say who comes

_NAMES = {field.key: field.word or field.heading for field in FIELDS}


def field_name(field: str, words: Words) -> str:
    """Return what a field of a list or an attribute is called; the user's own keep their names."""
    known = "status" if _ANOTHER_STATUS.fullmatch(field) else field
    name = _NAMES.get(known)
    return words.gettext(name) if name else field
