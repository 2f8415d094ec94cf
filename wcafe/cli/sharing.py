"""A café goes to a server, and comes back; which cafés are there."""

import argparse
from dataclasses import replace

from wcafe.app import fetch_cafe, share_cafe
from wcafe.cli.tell import say, say_json, typed, warn
from wcafe.domain.shared_address import SharedAddress
from wcafe.errors.sharing import NoCafeYet
from wcafe.i18n import Words, interface_language
from wcafe.services.opened import unsafe_remark
from wcafe.services.sharing import (
    DATABASE,
    ROLE,
    SharedCafe,
    prepare,
    shared_cafes,
    unsafe_settings_of,
)
from wcafe.written import day_in_words


def share(chosen: argparse.Namespace, words: Words) -> int:
    _ = words.gettext
    if chosen.prepare is not None:
        if chosen.file is not None:
            chosen.refuse(_("--prepare takes no file: it only prints what is done once"))
        return _prepare(chosen.prepare, words)
    if chosen.address is None:
        chosen.refuse(_("say which file is to go where: wcafe share FILE.wcafe ADDRESS"))
    unsafe = unsafe_settings_of(chosen.address)
    there = share_cafe(chosen.file, chosen.address)
    warn(unsafe_remark(unsafe, words), is_red=True)
    if chosen.json:
        told = {"address": str(there), "cafe": there.cafe, "keepsake": str(chosen.file)}
        say_json({**told, "unsafe": list(unsafe)})
        return 0
    say(
        _("The café is on the server now: {address}").format(address=typed(there)),
        _("{path} is a keepsake of this moment, for reading.").format(path=typed(chosen.file)),
        _("Every command takes the address in place of a file, such as: wcafe check {path}").format(
            path=typed(there)
        ),
    )
    return 0


def _prepare(address: SharedAddress, words: Words) -> int:
    """Print what an administrator hands to psql; the lines beginning with -- explain it."""
    _ = words.gettext
    known = replace(
        address, user=address.user or ROLE, database=address.database or DATABASE, cafe=""
    )
    how = "sudo -u postgres psql"
    say(
        _("-- Once, by whoever looks after the server: wcafe share --prepare … | {psql}").format(
            psql=how
        ),
        *prepare(known),
        _("-- Then, on each laptop: wcafe shared {address}").format(
            address=typed(replace(known, host=known.host or "HOST"))
        ),
    )
    return 0


def fetch(chosen: argparse.Namespace, words: Words) -> int:
    _ = words.gettext
    fetch_cafe(chosen.address, chosen.file)
    if chosen.json:
        say_json({"address": str(chosen.address), "file": str(chosen.file)})
        return 0
    say(
        _("{path} is a whole copy of {address}, which stays where it is.").format(
            path=typed(chosen.file), address=typed(chosen.address)
        )
    )
    return 0


def shared(chosen: argparse.Namespace, words: Words) -> int:
    server = chosen.address.server
    cafes = shared_cafes(server)
    if chosen.json:
        told = [_as_json(cafe, server) for cafe in cafes]
        say_json({"server": str(server), "cafes": told})
    elif cafes:
        say(*(_line(cafe, server, words) for cafe in cafes))
    else:
        say(NoCafeYet(path=server.name).describe(words))
    return 0


def _as_json(cafe: SharedCafe, server: SharedAddress) -> dict[str, object]:
    return {
        "cafe": cafe.key,
        "title": cafe.title,
        "since": cafe.shared.isoformat(),
        "whole": cafe.is_whole,
        "address": str(replace(server, cafe=cafe.key)),
    }


def _line(cafe: SharedCafe, server: SharedAddress, words: Words) -> str:
    _ = words.gettext
    day = day_in_words(cafe.shared.astimezone().date(), interface_language())
    told = (
        _("since {day}").format(day=day)
        if cafe.is_whole
        else _("not wholly there: share its file once more")
    )
    return f"{typed(replace(server, cafe=cafe.key))}  {cafe.title} ({told})"
