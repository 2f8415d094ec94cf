"""The addresses of this computer under which phones may reach it."""

from dataclasses import dataclass
from ipaddress import IPv4Address

from PySide6.QtNetwork import QAbstractSocket, QNetworkInterface

LOOPBACK = "127.0.0.1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """One address, and what the system calls the way to its network."""

    host: str
    network: str

    @property
    def is_private(self) -> bool:
        """Is it of a network of its own, as a hotspot and a hall's Wi-Fi have them?"""
        return IPv4Address(self.host).is_private

    @property
    def is_own(self) -> bool:
        """Does it lead to this computer alone?"""
        return IPv4Address(self.host).is_loopback


def addresses() -> tuple[Address, ...]:
    """Return the addresses there are now, the likeliest first; that of this computer alone last."""
    found = []
    for interface in QNetworkInterface.allInterfaces():
        flags = interface.flags()
        is_up = QNetworkInterface.InterfaceFlag.IsUp | QNetworkInterface.InterfaceFlag.IsRunning
        if flags & is_up != is_up:
            continue
        for entry in interface.addressEntries():
            ip = entry.ip()
            if ip.protocol() is QAbstractSocket.NetworkLayerProtocol.IPv4Protocol:
                found.append(Address(host=ip.toString(), network=interface.humanReadableName()))
    return tuple(sorted(found, key=lambda each: (each.is_own, not each.is_private)))
