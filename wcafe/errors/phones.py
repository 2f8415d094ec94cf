"""What note-takers' phones are refused."""

from wcafe.errors.base import WcafeError
from wcafe.i18n import N_


class NoSuchCode(WcafeError):
    """A table's code that none has, or has any more."""

    template = N_("This code does not open a table any more. Scan the one on your table again.")


class NoMorePhones(WcafeError):
    """A code that is right, of a café that lets no further phone in."""

    template = N_("This café lets no more phones in. Ask its facilitator, or write on paper.")


class WayInClosed(WcafeError):
    """A code that is right, at a moment at which it lets nobody in."""

    template = N_(
        "The way in is closed just now. Ask the facilitator for a code to type here, or write on "
        "paper."
    )


class NoPhotosWanted(WcafeError):
    """A photo from a phone, where they are switched off."""

    template = N_("This café takes no photos from phones.")


class TooManyPhones(WcafeError):
    """A table at which more phones are than anybody can have brought."""

    template = N_(
        "Table {table} already has {most} phones. The facilitator can take out one nobody uses."
    )


class TryLater(WcafeError):
    """Codes were typed faster than people type."""

    template = N_("Too many codes were tried just now. Try again in a minute, or scan the code.")


class OtherTable(WcafeError):
    """A note of a table that a phone's code does not open."""

    template = N_("This note is of another table than yours. Copy its words and hand them over.")


class NoSuchPhone(WcafeError):
    """A phone named by an id that none has."""

    template = N_("There is no such phone.")


class TooManyPhotosOfTable(WcafeError):
    """More pictures than one table, or one café, may send."""

    template = N_("There is no room for more photos of this table. Keep it on the phone.")


class BadPhoneWish(WcafeError):
    """What no page of ours sends: an id that is none, a number out of all bounds."""

    template = N_("What the phone sent is not understood. Load its page again.")


class NoTables(WcafeError):
    """Phones are to come to a café whose tables nobody knows yet."""

    template = N_("This café has no tables yet: plan it first, or say how many there are.")


class StationClosed(WcafeError):
    """What needs an address is asked for while there is none."""

    template = N_("Open the station first: the codes have its address in them.")
