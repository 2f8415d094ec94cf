"""What of a note a search looks at: its words, and some that stand beside them."""

from collections.abc import Iterable

from wcafe.domain.notes import Said
from wcafe.domain.search.words import APART


def searched(said: Said, themes: Iterable[str] = ()) -> str:
    """Return all that a note is found by, as one text whose parts stay apart.

    That is what it says, the prompt of its sheet, who takes it on, why it is withheld, and the
    names of its `themes`. Whoever typed it is no part of that: a note-taker called Rose would be
    found with every flower.

    >>> from wcafe.domain.search import look_for
    >>> text = searched(Said(table=0, round=0, text="Un banc", prompt="Propositions"), ["Ombre"])
    >>> [look_for(typed).is_in(text) for typed in ("ombres", '"banc propositions"', "banc prop")]
    [True, False, True]
    """
    return APART.join(filter(None, (said.text, said.prompt, said.who, said.withheld, *themes)))
