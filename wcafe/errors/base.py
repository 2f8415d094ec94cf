"""What every expected failure is, and those that any part of the house can meet."""

from functools import partial

from wcafe.i18n import ENGLISH, N_, Words, spell_out


class WcafeError(Exception):
    """Base of all expected failures.

    A child gives one whole sentence with named gaps; the raiser gives the facts that
    fill them: numbers, names, another error, and words to translate only as `Phrase`.
    `str(error)` is English, for logs; `describe` is for people.
    """

    template = N_("Something went wrong.")

    def __init__(self, **facts: object) -> None:
        self.facts = facts
        super().__init__(self.describe())

    def __reduce__(self) -> tuple[object, ...]:
        return partial(type(self), **self.facts), ()  # it comes out of a process of its own

    def describe(self, words: Words = ENGLISH) -> str:
        facts = {name: spell_out(fact, words) for name, fact in self.facts.items()}
        return words.gettext(self.template).format_map(facts)


class EditedElsewhere(WcafeError):
    """Someone else saved first."""

    template = N_(
        "This was changed elsewhere in the meantime. Load it again and repeat the change."
    )


class CellTaken(EditedElsewhere):
    """Somebody else has filled the cell in which something is being typed."""

    template = N_(
        "Somebody has written “{now}” in this cell meanwhile. Enter puts your words in its place, "
        "Escape leaves it as it is."
    )


class ChangedSince(WcafeError):
    """Nothing is left of an edit that undo could take back."""

    template = N_("This was changed since, and stays as it is now.")


class NotFound(WcafeError):
    """It was there, or never was."""

    template = N_("This is not here any more.")


class Stopped(WcafeError):
    """Work that the system did not let come to its end."""

    template = N_("This could not be finished ({reason}). Nothing was changed.")


class NoEncoder(WcafeError):
    """What compares notes by their meaning is there, and does not work."""

    template = N_(
        "What compares notes by their meaning does not start. Install wcafe[suggest] anew, "
        "or remove it: notes are then compared by their words."
    )
