"""Words of which some are gone and some are new: struck out, or underlined. Never markup."""

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from wcafe.domain.note_history import Fate, Piece
from wcafe.i18n import labelled
from wcafe.ui.widgets.theme import colours
from wcafe.ui.words import desk_words


class MarkedText(QLabel):
    """Shows pieces of a text, each escaped once."""

    def __init__(self, pieces: Iterable[Piece], *, gone: str, new: str) -> None:
        """Show `pieces`; `gone` and `new` are the words a screen reader says before such ones."""
        super().__init__()
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        told = tuple(pieces)
        self.setText("".join(map(_show, told, (*told[1:], None))))
        around = {
            Fate.STAYS: ("", ""),
            Fate.GONE: (f" [{labelled(gone, '', desk_words())}", "] "),
            Fate.NEW: (f" [{labelled(new, '', desk_words())}", "] "),
        }
        self.setAccessibleName(
            "".join(f"{around[each.fate][0]}{each.text}{around[each.fate][1]}" for each in told)
        )


def _show(piece: Piece, after: Piece | None) -> str:
    palette = colours()
    words = escape(piece.text).replace("\n", "<br>")
    if piece.fate is Fate.GONE:
        is_replaced = after is not None and after.fate is Fate.NEW and not words.endswith(" ")
        return f'<s style="color:{palette.muted}">{words}</s>' + (" " if is_replaced else "")
    if piece.fate is Fate.NEW:
        return f'<u style="background:{palette.good_soft}; color:{palette.good}">{words}</u>'
    return words
