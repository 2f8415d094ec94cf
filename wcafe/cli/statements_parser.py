"""What may stand behind `wcafe statements`."""

import argparse
from functools import partial

from wcafe.cli import statements
from wcafe.cli.arguments import DashedParser
from wcafe.cli.options import add_action, as_json
from wcafe.i18n import Words


def add_statements(group: argparse.ArgumentParser, words: Words) -> None:
    _ = words.gettext
    actions = group.add_subparsers(  # type: ignore[call-overload] # any maker of parsers will do
        metavar=_("ACTION"), required=True, parser_class=partial(DashedParser, words=words)
    )
    action = partial(add_action, actions, words)
    as_json(action("list", statements.list_statements, _("list the statements of all themes")))

    one = action("add", statements.add, _("add a statement to a theme, and print its id"))
    one.add_argument("--theme", required=True, metavar=_("NAME"), help=_("the theme, by its name"))
    one.add_argument(
        "--cites",
        nargs="+",
        required=True,
        metavar=_("NOTE"),
        help=_("the notes it rests on: ids, or places such as T4·R2·#3"),
    )
    one.add_argument("text", metavar=_("TEXT"), help=_("what it says, last, behind two dashes"))
