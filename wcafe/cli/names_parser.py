"""What may stand behind `wcafe names`."""

import argparse
from functools import partial

from wcafe.cli import names
from wcafe.cli.options import add_action, as_json
from wcafe.i18n import Words


def add_names(group: argparse.ArgumentParser, words: Words) -> None:
    _ = words.gettext
    actions = group.add_subparsers(metavar=_("ACTION"), required=True)
    action = partial(add_action, actions, words)
    explained = _("list the names of people that stand in the harvest, and what becomes of each")
    as_json(action("list", names.list_names, explained))
    _named(action("keep", names.keep, _("print names as they are")), words)
    one = action("replace", names.replace_names, _("print a word in the place of names"))
    _named(one, words)
    one.add_argument(
        "--with", dest="word", metavar=_("WORD"), help=_("the word (the initial of the name)")
    )
    _named(action("withhold", names.withhold, _("print [name] in the place of names")), words)
    _named(action("forget", names.forget, _("let nobody have looked at names")), words)


def _named(one: argparse.ArgumentParser, words: Words) -> None:
    explained = words.gettext("a name as it stands in the harvest")
    one.add_argument("names", nargs="+", metavar=words.gettext("NAME"), help=explained)
