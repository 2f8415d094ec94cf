"""What may stand behind `wcafe tables`."""

import argparse
from functools import partial

from wcafe.cli import tables
from wcafe.cli.arguments import whole_number
from wcafe.cli.options import add_action, as_json
from wcafe.i18n import Words


def add_tables(group: argparse.ArgumentParser, words: Words) -> None:
    _, whole = words.gettext, whole_number(words)
    actions = group.add_subparsers(metavar=_("ACTION"), required=True)

    action = partial(add_action, actions, words)
    as_json(action("list", tables.list_tables, _("list the tables, and when each is closed")))

    one = action("close", tables.close, _("close a table from a round on; its host is released"))
    one.add_argument("table", type=whole, metavar="T", help=_("the table, from 1"))
    one.add_argument(
        "--from-round",
        type=whole,
        metavar="R",
        help=_("the first round in which it is closed (the next one that has not begun)"),
    )

    one = action("open", tables.reopen, _("open a table again in the rounds to come"))
    one.add_argument("table", type=whole, metavar="T", help=_("the table, from 1"))
