"""What may stand behind `wcafe actions`."""

import argparse
from functools import partial

from wcafe.cli import actions as commands
from wcafe.cli.arguments import DashedParser, day, one_of
from wcafe.cli.options import add_action, as_json
from wcafe.domain.notes import ActionState
from wcafe.i18n import Words


def add_actions(group: argparse.ArgumentParser, words: Words) -> None:
    _ = words.gettext
    actions = group.add_subparsers(  # type: ignore[call-overload] # any maker of parsers will do
        metavar=_("ACTION"), required=True, parser_class=partial(DashedParser, words=words)
    )
    action = partial(add_action, actions, words)
    as_json(action("list", commands.list_actions, _("list the actions with their numbers")))

    one = action("set", commands.set_state, _("say what became of actions"))
    one.add_argument(
        "notes",
        nargs="+",
        metavar=_("NOTE"),
        help=_("the actions: numbers such as T4·R2·#3, or ids"),
    )
    states = (*ActionState, commands.UNKNOWN)
    one.add_argument(
        "--state",
        required=True,
        type=one_of(states, _("“{said}” is no state of an action; the states are: {choices}")),
        metavar="{" + ",".join(states) + "}",
        help=_("what became of them; unknown takes it back"),
    )
    one.add_argument(
        "--on", type=day(words), metavar=_("YYYY-MM-DD"), help=_("the day of which that is told")
    )
    one.add_argument("--why", default="", metavar=_("REASON"), help=_("why, in a sentence"))
    one.dashed.add("--why")
