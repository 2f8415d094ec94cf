"""What may stand behind `wcafe verdicts`."""

import argparse
from functools import partial

from wcafe.cli import verdicts
from wcafe.cli.arguments import one_of, whole_number
from wcafe.cli.options import add_action, as_json
from wcafe.domain.verdicts import Answer
from wcafe.i18n import Words

ANSWERS = (*(answer.value for answer in Answer), verdicts.NONE)


def add_verdicts(group: argparse.ArgumentParser, words: Words) -> None:
    _ = words.gettext
    actions = group.add_subparsers(metavar=_("ACTION"), required=True)
    action = partial(add_action, actions, words)
    explained = _("list what each table is asked about, and what it says")
    as_json(action("list", verdicts.list_verdicts, explained))

    one = action("set", verdicts.set_verdict, _("note what a table says of a sentence"))
    one.add_argument(
        "--table",
        type=whole_number(words),
        required=True,
        metavar="N",
        help=_("the table, from 1"),
    )
    one.add_argument(
        "statement",
        metavar=_("SENTENCE"),
        help=_("its place on the table’s strip, the code printed with it, or its id"),
    )
    sentence = _("“{said}” is no answer; the answers are: {choices}")
    one.add_argument(
        "answer",
        type=one_of(ANSWERS, sentence),
        metavar="{" + ",".join(ANSWERS) + "}",
        help=_("what the table says; none takes it back"),
    )
    one.add_argument("--words", default="", metavar=_("TEXT"), help=_("the table’s own words"))
