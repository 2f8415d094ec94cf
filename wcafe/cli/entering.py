"""Being let in by a server, before a command does anything: who sits there is asked if need be."""

import argparse
import sys
from getpass import getpass

from wcafe.cli.tell import typed, warn
from wcafe.domain.shared_address import SharedAddress
from wcafe.i18n import Words

_OF_A_CAFE = ("file", "address")
"""The arguments in which an address may stand."""

_YES = ("y", "yes", "o", "oui")


def enter(chosen: argparse.Namespace, words: Words) -> None:
    """Put the password of a server into the addresses that were `chosen`, where it wants one.

    Raises: as `let_in`.
    """
    for name in _OF_A_CAFE:
        where = getattr(chosen, name, None)
        if isinstance(where, SharedAddress):
            setattr(chosen, name, _entered(where, words))


def _entered(where: SharedAddress, words: Words) -> SharedAddress:
    from wcafe.services.passwords import let_in  # few need a server

    known, was_asked = let_in(where, lambda: _ask(where, words))
    if was_asked:
        _offer_to_keep(known, words)
    return known


def _ask(where: SharedAddress, words: Words) -> str | None:
    if not sys.stdin.isatty():
        return None
    sentence = words.gettext("Password for {address}: ")
    try:
        return getpass(sentence.format(address=where.server))
    except EOFError:
        return None


def _offer_to_keep(known: SharedAddress, words: Words) -> None:
    from wcafe.services.passwords import can_keep, keep_password

    _ = words.gettext
    if not can_keep():
        return
    sys.stderr.write(_("Keep it where this computer keeps its passwords? [y/N] "))
    sys.stderr.flush()
    if sys.stdin.readline().strip().lower() not in _YES:
        return
    if not keep_password(known):
        sentence = _("This computer does not keep it; it is asked for again: {address}")
        warn([sentence.format(address=typed(known.server))])
