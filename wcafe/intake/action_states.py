"""What cells of a list say of actions: what became of them, and on which day that was told."""

import re
from datetime import date

from wcafe.domain.notes import ActionState
from wcafe.domain.text import fold, one_line
from wcafe.intake.notes_found import NotADay, NotAState

_WORDS = {
    ActionState.UNDER_WAY: "under way|underway|under_way|ongoing|in progress|started|begun|"
    "en cours|commence|commencee|demarre|demarree|lance|lancee|entame|entamee|en route",
    ActionState.DONE: "done|finished|complete|completed|closed|fait|faite|termine|terminee|fini|"
    "finie|realise|realisee|acheve|achevee|clos|close|x|oui|yes|ok",
    ActionState.POSTPONED: "put off|postponed|deferred|delayed|on hold|later|paused|reporte|"
    "reportee|remis a plus tard|remise a plus tard|en attente|differe|differee|suspendu|suspendue",
    ActionState.DROPPED: "given up|dropped|abandoned|cancelled|canceled|refused|rejected|no|non|"
    "abandonne|abandonnee|annule|annulee|refuse|refusee|sans suite|rejete|rejetee",
}
_STATES = {word: state for state, words in _WORDS.items() for word in words.split("|")}
_UNSAID = frozenset(("", "?", "-", "–", "—", "/", "n/a", "na", "unknown", "inconnu", "none"))
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T].*)?")
_DAY_FIRST = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
_SHOWN = 60  # characters of a cell in a message


def read_state(cell: str) -> ActionState | None:
    """Return what became of an action; None where nothing is said. Raises NotAState."""
    key = fold(cell)
    if key in _UNSAID:
        return None
    if (state := _STATES.get(key)) is None:
        raise NotAState(cell=one_line(cell)[:_SHOWN])
    return state


def read_day(cell: str) -> date | None:
    """Return the day that `cell` names, the day before the month; None where none is said.

    Raises:
        NotADay: it names none.
    """
    text = one_line(cell)
    if text in _UNSAID:
        return None
    if found := _ISO.fullmatch(text):
        year, month, day = map(int, found.groups())
    elif found := _DAY_FIRST.fullmatch(text):
        day, month, year = map(int, found.groups())
    else:
        raise NotADay(cell=text[:_SHOWN])
    try:
        return date(year, month, day)
    except ValueError as error:
        raise NotADay(cell=text[:_SHOWN]) from error
