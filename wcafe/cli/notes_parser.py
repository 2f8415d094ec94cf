"""What may stand behind `wcafe notes`."""

import argparse
from functools import partial
from pathlib import Path

from wcafe.cli import notes
from wcafe.cli.arguments import DashedParser, kind, whole_number, word_of_kind
from wcafe.cli.options import add_action, as_json, encoding, mapping
from wcafe.domain.kinds import Kind, kind_name
from wcafe.i18n import Words


def add_notes(group: argparse.ArgumentParser, words: Words) -> None:
    _, whole = words.gettext, whole_number(words)
    actions = group.add_subparsers(  # type: ignore[call-overload] # any maker of parsers will do
        metavar=_("ACTION"), required=True, parser_class=partial(DashedParser, words=words)
    )

    action = partial(add_action, actions, words)
    one = action("add", notes.add, _("add a note, and print its id"))
    one.add_argument("--table", type=whole, required=True, metavar="T", help=_("the table, from 1"))
    one.add_argument("--round", type=whole, required=True, metavar="R", help=_("the round, from 1"))
    kinds = ", ".join(kind_name(each, words) for each in Kind)
    explained = _("what kind of note it is: {kinds}").format(kinds=kinds)
    one.add_argument("--kind", type=kind(words), required=True, metavar=_("KIND"), help=explained)
    one.add_argument("text", metavar=_("TEXT"), help=_("what was said, as “one text”"))

    one = action("import", notes.import_list, _("bring in notes from a list"))
    one.add_argument("list", type=Path, metavar=_("NOTES"), help=_("a CSV, TSV, XLSX or ODS file"))
    mapping(
        one,
        words,
        _(
            "the column that fills a field: text (as often as there are columns of texts), table, "
            "round, kind, theme, parent, level, lone, author, id"
        ),
    )
    one.add_argument(
        "--kind",
        action="append",
        default=[],
        dest="kinds",
        type=word_of_kind(words),
        metavar=_("WORD=KIND"),
        help=_("what kind a word of the list means"),
    )
    one.add_argument(
        "--table", type=whole, metavar="N", help=_("the table of the whole list, from 1")
    )
    one.add_argument(
        "--round", type=whole, metavar="N", help=_("the round of the whole list, from 1")
    )
    one.add_argument("--dry-run", action="store_true", help=_("only say what would be done"))
    encoding(one, words)
    as_json(one)

    one = action("list", notes.list_notes, _("list the notes"))
    explained = _(
        "only notes with all these words; OR between two means either, quotation marks the exact "
        "expression, a dash before a word means without it"
    )
    one.add_argument("--search", default="", metavar=_("WORDS"), help=explained)
    one.dashed.add("--search")
    as_json(one)
