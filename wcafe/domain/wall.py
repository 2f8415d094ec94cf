"""The headline wall: which notes the room is shown while it talks, and what of each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from wcafe.domain.notes import Note
from wcafe.domain.synthesis import Theme, mark_of


@dataclass(frozen=True, slots=True, kw_only=True)
class WallCard:
    """What the wall shows of one note: its words, its table and its first theme, never a person.

    Attributes:
        key: the id of the note.
        table: from 0.
        theme, mark: the name of its theme, and the number of that one's colour and symbol; empty
            and -1 where it has none.
    """

    key: str
    text: str
    table: int
    theme: str = ""
    mark: int = -1


def wall_cards(notes: Iterable[Note], themes: Sequence[Theme]) -> tuple[WallCard, ...]:
    """Return a card for each of `notes` that is marked for the wall, in their order.

    A note that is withheld or deleted has none, whatever its mark; votes change nothing.
    """
    shown = [n for n in notes if n.is_on_wall and not n.withheld and not n.is_deleted]
    wanted, cards = {note.id for note in shown}, []
    homes: dict[str, tuple[str, int]] = {}
    for place, theme in enumerate(themes):
        for note in wanted.intersection(theme.notes):
            homes.setdefault(note, (theme.name, mark_of(theme, place)))
    for each in shown:
        name, mark = homes.get(each.id, ("", -1))
        cards.append(WallCard(key=each.id, text=each.text, table=each.table, theme=name, mark=mark))
    return tuple(cards)
