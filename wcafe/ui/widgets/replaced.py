"""Words of somebody else that gave way to what was typed over them: told, with Undo beside it."""

from textwrap import shorten

from PySide6.QtWidgets import QWidget

from wcafe.ui.widgets.parts import Page
from wcafe.ui.words import _

_MOST = 80  # letters of them that are told


def tell_replaced(field: QWidget, theirs: str) -> None:
    """Say which words of somebody else what was typed in `field` has replaced."""
    page = field.parentWidget()
    while page is not None and not isinstance(page, Page):
        page = page.parentWidget()
    if isinstance(page, Page):
        sentence = _("Somebody had written “{words}” here meanwhile. Your words stand there now.")
        words = shorten(theirs, _MOST, placeholder="…")
        page.replaced_told.emit(sentence.format(words=words))
