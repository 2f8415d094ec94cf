"""The socket of the station: open before anything is served, so a taken port is told at once."""

import errno
import ipaddress
import socket
import sys
from collections.abc import Collection

from wcafe.errors.stations import NoSuchAddress, PortTaken


class Listener:
    """A socket on one address, open before anything is served: a taken port is told at once.

    Raises:
        NoSuchAddress: this computer has no such address, or it means all of them.
        PortTaken: another program listens there.
    """

    def __init__(self, host: str, port: int) -> None:
        family, address = _resolved(host)
        self.socket = socket.socket(family, socket.SOCK_STREAM)
        try:
            if sys.platform == "win32":  # there the usual option would let two programs listen
                self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
            else:
                self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            self.socket.bind((address, port))
            self.socket.listen(512)
        except (OSError, OverflowError) as error:
            self.socket.close()
            if _is_no_address(error):
                raise NoSuchAddress(address=host) from error
            raise PortTaken(port=port) from error
        self.host = f"[{address}]" if family == socket.AF_INET6 else address
        self.port: int = self.socket.getsockname()[1]
        self.name = host.lower()

    def hosts(self, names: Collection[str] = ()) -> frozenset[str]:
        """Return what a browser may call this computer: by address and by name, with the port."""
        own = [self.name] if self.name.isascii() and not _is_address(self.name) else []
        called = {self.host, *own, *names}
        with_port = {f"{each}:{self.port}" for each in called}
        return frozenset(with_port | (called if self.port == 80 else set()))


def _resolved(host: str) -> tuple[socket.AddressFamily, str]:
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
        family, address = found[0][0], str(found[0][4][0])
        if host and not ipaddress.ip_address(address.partition("%")[0]).is_unspecified:
            return family, address
    except (OSError, UnicodeError, ValueError):
        pass
    raise NoSuchAddress(address=host)


def _is_no_address(error: Exception) -> bool:
    return isinstance(error, OSError) and error.errno == errno.EADDRNOTAVAIL


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True
