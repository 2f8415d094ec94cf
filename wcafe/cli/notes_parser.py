"""What may stand behind `wcafe notes`."""

import argparse
from functools import partial

from wcafe.cli import notes
from wcafe.cli.arguments import DashedParser, day, file_path, theme_name, whole_number, word_of_kind
from wcafe.cli.options import add_action, as_json, choice, encoding, mapping
from wcafe.domain.kinds import Kind, kind_name
from wcafe.domain.note_fields import NOTE_FIELDS
from wcafe.domain.notes import ActionState, Support
from wcafe.domain.settling import MOST_VOTES
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
    one.add_argument("--kind", required=True, metavar=_("KIND"), help=explained)
    one.add_argument(
        "--prompt",
        default="",
        metavar=_("PROMPT"),
        help=_("what the sheet asks for above it, such as “three findings”"),
    )
    choice(
        one,
        "--support",
        tuple(Support),
        sentence=_("“{said}” is nobody who can stand behind a note; there are: {choices}"),
        explained=_("whether the whole table or one person stands behind it"),
    )
    one.add_argument(
        "--from-table", type=whole, metavar="T", help=_("the table it was carried from, from 1")
    )
    counted = whole_number(words, least=0, most=MOST_VOTES)
    one.add_argument("--votes", type=counted, metavar="N", help=_("how many dots it has on paper"))
    one.add_argument(
        "--theme",
        action="append",
        default=[],
        dest="themes",
        type=theme_name(words),
        metavar=_("NAME"),
        help=_("the theme to put it under, made where there is none; as often as there are"),
    )
    one.add_argument(
        "--parent", metavar="ID", help=_("the note of the same table and round it belongs to")
    )
    _add_facts(one, words)
    _add_state(one, words)
    one.add_argument("text", metavar=_("TEXT"), help=_("what was said, as “one text”"))

    one = action("import", notes.import_list, _("bring in notes from a list"))
    one.add_argument(
        "list", type=file_path(words), metavar=_("NOTES"), help=_("a CSV, TSV, XLSX or ODS file")
    )
    mapping(
        one,
        words,
        _(
            "the column that fills a field: text (as often as there are columns of texts), table, "
            "round, kind, theme (as often as there are columns of themes), parent, level, author, "
            "id, {facts}"
        ).format(facts=", ".join(field.key for field in NOTE_FIELDS)),
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
        "only notes with all these words, in their text, prompt, themes, who takes them on or why "
        "they are withheld; OR between two means either, quotation marks the exact expression, a "
        "dash before a word means without it"
    )
    one.add_argument("--search", default="", metavar=_("WORDS"), help=explained)
    one.dashed.add("--search")
    as_json(one)


def _add_facts(one: DashedParser, words: Words) -> None:
    """Add what else may be said of any note."""
    _ = words.gettext
    for name, of, explained in (
        (_("NAME"), "--who", _("of an action, who takes it on")),
        (_("WHEN"), "--due", _("of an action, by when, in words")),
        (_("REASON"), "--withheld", _("keep it back from all that is handed out, for this reason")),
    ):
        one.add_argument(of, default="", metavar=name, help=explained)
        one.dashed.add(of)
    for of, explained in (
        ("--may-quote", _("whoever said it agreed to be quoted")),
        ("--lone", _("one voice alone said it")),
    ):
        one.add_argument(of, action="store_true", help=explained)


def _add_state(one: DashedParser, words: Words) -> None:
    """Add what may be said of an action beside its words."""
    _ = words.gettext
    choice(
        one,
        "--state",
        tuple(ActionState),
        sentence=_("“{said}” is no state of an action; the states are: {choices}"),
        explained=_("of an action, what became of it"),
    )
    explained = _("the day of which that is told")
    one.add_argument("--state-on", type=day(words), metavar=_("YYYY-MM-DD"), help=explained)
    explained = _("why, in a sentence")
    one.add_argument("--state-why", default="", metavar=_("REASON"), help=explained)
    one.dashed.add("--state-why")
