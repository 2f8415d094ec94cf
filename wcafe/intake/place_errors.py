"""What is wrong with a cell that should name a table or a round."""

from wcafe.errors import WcafeError
from wcafe.i18n import N_


class NotANumber(WcafeError):
    """A cell that should hold a table's or a round's number."""

    template = N_('"{cell}" is not the number of a table or round.')


class NoTableLeft(WcafeError):
    """A word that would be the name of one table more than there are."""

    template = N_(
        '"{cell}" is no table of this café, and all of its {places} tables have another name.'
    )


class NoRoundLeft(WcafeError):
    """A word that would be the name of one round more than there are."""

    template = N_(
        '"{cell}" is no round of this café, and all of its {places} rounds have another name.'
    )


class NoTableSaid(WcafeError):
    """An empty cell where the table should be."""

    template = N_("The table is missing: its cell is empty.")


class NoRoundSaid(WcafeError):
    """An empty cell where the round should be."""

    template = N_("The round is missing: its cell is empty.")
