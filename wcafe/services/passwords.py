"""The password of a server: where the system keeps secrets, or asked for; never in a file of ours.

What stands in the address, in PGPASSWORD or in ~/.pgpass is used before, by libpq itself.
"""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace

from wcafe.domain.shared_address import SharedAddress
from wcafe.errors.sharing import PasswordWanted
from wcafe.services.sharing import unsafe_settings_of

SERVICE = "wcafe"
"""What the keyring calls whoever keeps something there; the account is the server's address."""

_TRIES = 3


def let_in(address: SharedAddress, ask: Callable[[], str | None]) -> tuple[SharedAddress, bool]:
    """Return `address` with the password that its server wants, and whether that was asked for.

    Args:
        address: of a server, or of a café on it.
        ask: asks a person; None is given up.

    Raises:
        PasswordWanted, WrongPassword: there is none, or none that fits.
        NoDriver, NotSecure, TooOldServer, ServerGone, ServerRefuses
    """
    try:
        unsafe_settings_of(address)
        return address, False
    except PasswordWanted as error:
        if address.password:  # somebody wrote it there, and meant it
            raise
        refused = error
    for password, was_asked in _passwords(address, ask):
        known = replace(address, password=password)
        try:
            unsafe_settings_of(known)
            return known, was_asked
        except PasswordWanted as error:
            refused = error
    raise refused


def _passwords(address: SharedAddress, ask: Callable[[], str | None]) -> Iterator[tuple[str, bool]]:
    """Yield what may be the password, and whether a person was asked for it."""
    if kept := kept_password(address):
        yield kept, False
    for _try in range(_TRIES):
        if not (told := ask()):
            return
        yield told, True


def kept_password(address: SharedAddress) -> str | None:
    """Return the password that the system keeps for the server of `address`."""
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError:  # the extra is not whole: there is none then
        return None
    with suppress(KeyringError, OSError, RuntimeError):
        return keyring.get_password(SERVICE, str(address.server))
    return None


def can_keep() -> bool:
    """Return whether the system has a place for secrets."""
    try:
        import keyring
        from keyring.backends import fail, null
    except ImportError:
        return False
    return not isinstance(keyring.get_keyring(), fail.Keyring | null.Keyring)


def keep_password(address: SharedAddress) -> bool:
    """Let the system keep the password of `address`; return whether it does."""
    import keyring
    from keyring.errors import KeyringError

    with suppress(KeyringError, OSError, RuntimeError):
        keyring.set_password(SERVICE, str(address.server), address.password)
        return True
    return False
