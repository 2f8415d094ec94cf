"""What may stand behind `wcafe amendments`."""

import argparse
from functools import partial

from wcafe.cli import amendments
from wcafe.cli.arguments import DashedParser, file_path, whole_number
from wcafe.cli.options import add_action, as_json, choice
from wcafe.domain.amendments import Way
from wcafe.i18n import Words


def add_amendments(group: argparse.ArgumentParser, words: Words) -> None:
    _, whole = words.gettext, whole_number(words)
    actions = group.add_subparsers(  # type: ignore[call-overload] # any maker of parsers will do
        metavar=_("ACTION"), required=True, parser_class=partial(DashedParser, words=words)
    )
    action = partial(add_action, actions, words)
    listed = action("list", amendments.list_amendments, _("list the corrections, open ones first"))
    as_json(listed)

    one = action("add", amendments.add, _("add a correction, and print its id"))
    one.add_argument("--table", type=whole, metavar="T", help=_("the table, from 1"))
    one.add_argument("--round", type=whole, metavar="R", help=_("the round, from 1"))
    one.add_argument("--theme", metavar=_("NAME"), help=_("the theme, by its name"))
    explained = _("the sentence it is about: its number, such as 1.2, or its id")
    one.add_argument("--statement", metavar="S", help=explained)
    one.add_argument("--who", default="", metavar=_("WHO"), help=_("who sent it"))
    agreed = _("they agreed to be named beside it")
    one.add_argument("--named", action="store_true", help=agreed)
    choice(
        one,
        "--way",
        tuple(Way),
        sentence=_("a correction does not come by “{said}”; the ways are: {choices}"),
        explained=_("how it came in (typed)"),
        default=Way.TYPED,
    )
    one.add_argument("text", metavar=_("TEXT"), help=_("what it says, last, behind two dashes"))

    for name, run, sentence, is_needed in (
        ("accept", amendments.accept, _("accept a correction"), False),
        ("decline", amendments.decline, _("decline a correction, for a reason"), True),
    ):
        one = action(name, run, sentence)
        explained = _("its id, or how that begins")
        one.add_argument("amendment", metavar="ID", help=explained)
        one.add_argument(
            "--reason",
            required=is_needed,
            default="",
            metavar=_("REASON"),
            help=_("why, which is printed with it"),
        )
        one.dashed.add("--reason")

    one = action("import", amendments.bring_in, _("read filled forms that came by mail"))
    one.add_argument(
        "mails",
        nargs="+",
        type=file_path(words),
        metavar=_("MAIL"),
        help=_("a mail (.eml), or its text in a file"),
    )
    one.add_argument("--dry-run", action="store_true", help=_("only say what would be done"))
    as_json(one)
