"""What changed in a note, in words: “votes: 4 → 9”, “moved from table 2 to table 3”."""

from collections.abc import Callable
from typing import Any

from wcafe.domain.kinds import Labels, kind_name
from wcafe.domain.note_fields import state_name
from wcafe.domain.note_history import Difference
from wcafe.domain.text import one_line
from wcafe.i18n import N_
from wcafe.ui.note_cards.fact_words import SUPPORTS
from wcafe.ui.words import _, desk_words, figure

_LONGEST = 80  # characters of another note that are told
_NAMES = {
    "kind": N_("Kind"),
    "author": N_("Said by"),
    "prompt": N_("Prompt"),
    "support": N_("Who stands behind it"),
    "from_table": N_("Came from table"),
    "votes": N_("Dots"),
    "withheld": N_("Withheld"),
    "who": N_("Who takes it on"),
    "due": N_("By when"),
    "state": N_("What became of it"),
    "state_on": N_("Told on"),
    "state_why": N_("Why"),
    "parent": N_("Belongs to"),
}
"""What is changed from one value to another."""
_MARKS = {
    "is_lone": (N_("Marked as a lone voice"), N_("No lone voice any more")),
    "is_on_wall": (N_("Put on the wall"), N_("Taken off the wall")),
    "may_quote": (N_("May be quoted"), N_("May not be quoted any more")),
    "is_deleted": (N_("Deleted"), N_("Restored")),
}
"""What is so from now on, or is not any more."""


def say_difference(difference: Difference, *, labels: Labels, text_of: Callable[[str], str]) -> str:
    """Say one difference; nothing of the text, whose words are marked one by one.

    Args:
        difference: what changed.
        labels: what the café calls kinds of note.
        text_of: returns the words of a note by its id, nothing where there is none.
    """
    fact, before, after = difference.fact, difference.before, difference.after
    if fact == "text":
        return ""
    if fact in _MARKS:
        return _(_MARKS[fact][0 if after else 1])
    if fact == "table":
        words = _("Moved from table {before} to table {after}")
        return words.format(before=before + 1, after=after + 1)
    if fact == "round":
        words = _("Moved from round {before} to round {after}")
        return words.format(before=before + 1, after=after + 1)
    if fact == "withheld" and not after:
        return _("Brought back")
    if fact == "parent" and not after:
        return _("Stands alone")
    was, now = (_value(fact, value, labels, text_of) for value in (before, after))
    if not was:
        return _("{fact}: {after}").format(fact=_(_NAMES[fact]), after=now)
    return _("{fact}: {before} → {after}").format(
        fact=_(_NAMES[fact]), before=was, after=now or _("nothing")
    )


def _value(fact: str, value: Any, labels: Labels, text_of: Callable[[str], str]) -> str:
    if value is None or value == "":
        return ""
    if fact == "kind":
        return kind_name(value, desk_words(), labels)
    if fact == "support":
        return _(SUPPORTS[value])
    if fact == "state":
        return state_name(value, desk_words())
    if fact == "from_table":
        return str(value + 1)
    if fact == "votes":
        return figure(value)
    if fact == "parent":
        text = one_line(text_of(value))
        shown = text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"
        return _("“{text}”").format(text=shown) if shown else _("a note that is gone")
    return str(value)
