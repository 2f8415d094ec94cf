"""Why the note-takers' station does not start."""

from wcafe.errors.base import WcafeError
from wcafe.i18n import N_


class NoSuchAddress(WcafeError):
    """An address that is none of this computer, or means several of them."""

    template = N_(
        "{address} is not an address of this computer. Choose one that its network settings show."
    )


class PortTaken(WcafeError):
    """Another program listens there, or nobody may."""

    template = N_(
        "The port {port} of this address cannot be used: another program has it. Close that one, "
        "then open the station again."
    )
