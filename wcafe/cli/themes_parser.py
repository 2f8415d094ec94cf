"""What may stand behind `wcafe themes`."""

import argparse

from wcafe.cli import themes
from wcafe.cli.options import add_action, as_json
from wcafe.i18n import Words


def add_themes(group: argparse.ArgumentParser, words: Words) -> None:
    _ = words.gettext
    actions = group.add_subparsers(metavar=_("ACTION"), required=True)
    as_json(add_action(actions, words, "list", themes.list_themes, _("list the themes")))
