"""What `wcafe serve` may be told."""

import argparse
import re
from collections.abc import Callable

from wcafe.cli import serve
from wcafe.cli.arguments import whole_number
from wcafe.cli.options import as_json, cafe_file
from wcafe.i18n import Words

_LAST_PORT = 65535
_NAME = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)*")


def add_serve(one: argparse.ArgumentParser, words: Words) -> None:
    _ = words.gettext
    one.set_defaults(command=serve.serve)
    cafe_file(one, words)
    one.add_argument(
        "--host",
        default="127.0.0.1",
        metavar=_("ADDRESS"),
        help=_(
            "the address of this computer in the network of the phones; without it only this "
            "computer is answered (127.0.0.1)"
        ),
    )
    one.add_argument(
        "--port",
        type=whole_number(words, least=0, most=_LAST_PORT),
        default=0,
        metavar="N",
        help=_("the port; without it the one of last time, so that printed codes go on working"),
    )
    one.add_argument(
        "--name",
        action="append",
        type=_host_name(words),
        default=[],
        metavar=_("NAME"),
        help=_("a name by which phones may call this computer beside its address"),
    )
    as_json(one)


def _host_name(words: Words) -> Callable[[str], str]:
    def read(text: str) -> str:
        if not _NAME.fullmatch(text.lower()):
            message = words.gettext("“{text}” is not a name of a computer, such as cafe.local")
            raise argparse.ArgumentTypeError(message.format(text=text))
        return text.lower()

    return read
