"""A value that cannot be: a number out of range, a name left out."""

from wcafe.errors.base import WcafeError
from wcafe.i18n import N_


class NoTitle(WcafeError):
    """A café nobody could name."""

    template = N_("A café needs a title.")


class TextTooLong(WcafeError):
    """A text longer than its field may hold."""

    template = N_("A text here has at most {most} characters, and this one has {length}.")


class BadNumber(WcafeError):
    """A number outside its bounds; each child says of what."""


class BadMinutes(BadNumber):
    """A round too short or too long."""

    template = N_("A round lasts from {least} to {most} minutes, not {number}.")


class BadHeadcount(BadNumber):
    """How many people came, as nobody can have counted them."""

    template = N_("From {least} to {most} people can have come, not {number}.")


class NoHeadcount(WcafeError):
    """What should say how many people came, and is no number."""

    template = N_("“{said}” is no number of people: type digits, or nothing where nobody counted.")


class BadSeats(BadNumber):
    """A table too small or too large."""

    template = N_("A table has from {least} to {most} seats, not {number}.")


class BadRounds(BadNumber):
    """No round, or more than a day holds."""

    template = N_("A café has from {least} to {most} rounds, not {number}.")


class BadTables(BadNumber):
    """More tables than a hall holds, or fewer than none."""

    template = N_("A café has from {least} to {most} tables, not {number}.")


class BadSpare(BadNumber):
    """More spare places than a door can hand out, or fewer than none."""

    template = N_("A plan keeps from {least} to {most} spare places, not {number}.")


class BadVotes(BadNumber):
    """More dots than a wall has, or fewer than none."""

    template = N_("A note has from {least} to {most} votes, not {number}.")


class NoVotes(WcafeError):
    """What should say how many dots were counted, and is no number."""

    template = N_("“{said}” is no number of votes: type digits, or nothing where nobody counted.")


class NoReason(WcafeError):
    """A note to be withheld, and nobody said why."""

    template = N_("Say why a note is withheld: whoever asks later is told.")


class EmptyPrompt(WcafeError):
    """A prompt of harvest sheets without words."""

    template = N_("A prompt needs words; × removes it.")


class SameLabel(WcafeError):
    """A word for two kinds of note."""

    template = N_("“{word}” is what notes of another kind are called already.")


class SamePrompt(WcafeError):
    """A prompt of harvest sheets that is there already."""

    template = N_("There is a prompt “{prompt}” already.")


class BadPeople(BadNumber):
    """More people than can be planned, or nobody."""

    template = N_("A plan is for {least} to {most} people, not {number}.")


class BadDay(WcafeError):
    """What was typed as a date is none."""

    template = N_("“{typed}” is not a date. Write it like 3/12/2026 or 3 December 2026.")


class BadTime(WcafeError):
    """What was typed as a time of day is none."""

    template = N_("“{typed}” is not a time of day. Write it like 14:30 or 9.30.")


class BadPerson(WcafeError):
    """A person nobody could call."""

    template = N_("A person needs a name.")


class EmptyName(WcafeError):
    """A name that is decided on and is none, or one that nothing is to replace."""

    template = N_("A name needs letters, and so does what is to stand in its place.")


class BadTheme(WcafeError):
    """A theme without a name, or one that holds a note twice."""

    template = N_("A theme needs a name, and holds a note once.")


class SameNote(WcafeError):
    """A note set against itself."""

    template = N_("A note cannot pull apart from itself: choose two.")


class SameTheme(WcafeError):
    """Another theme has that name already."""

    template = N_("There is a theme “{name}” already: choose another name, or merge the two.")
