"""How a café goes to a server and comes back, on the command line."""

import argparse

from wcafe.cli import sharing
from wcafe.cli.arguments import file_path, server_address
from wcafe.cli.options import address, as_json, new_file
from wcafe.domain.shared_address import SharedAddress
from wcafe.i18n import Words


def add_share(one: argparse.ArgumentParser, words: Words) -> None:
    _ = words.gettext
    one.set_defaults(command=sharing.share, refuse=one.error)
    name, kind = _("ADDRESS"), server_address(words)
    one.add_argument(
        "file",
        type=file_path(words),
        nargs="?",
        metavar=_("FILE.wcafe"),
        help=_("the café; its file stays as a keepsake, for reading"),
    )
    one.add_argument(
        "address",
        type=kind,
        nargs="?",
        metavar=name,
        help=_("where to: postgresql://USER@HOST/DATABASE, with ?cafe=NAME to choose its name"),
    )
    one.add_argument(
        "--prepare",
        type=kind,
        nargs="?",
        const=SharedAddress(),
        metavar=name,
        help=_("only print what whoever looks after the server does once"),
    )
    as_json(one)


def add_fetch(one: argparse.ArgumentParser, words: Words) -> None:
    _ = words.gettext
    one.set_defaults(command=sharing.fetch, refuse=one.error)
    address(one, words, _("where the café is: postgresql://USER@HOST/DATABASE?cafe=NAME"))
    new_file(one, words, _("the file to make of it"))
    as_json(one)


def add_shared(one: argparse.ArgumentParser, words: Words) -> None:
    _ = words.gettext
    one.set_defaults(command=sharing.shared)
    address(one, words, _("of the server: postgresql://USER@HOST/DATABASE"))
    as_json(one)
