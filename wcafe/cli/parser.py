"""The commands, their arguments and their help, in the language of the computer."""

import argparse
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from wcafe import __version__
from wcafe.cli import cafe, notes, paper, people, plan
from wcafe.cli.arguments import DashedParser, day, folder, kind, seconds, whole_number
from wcafe.domain.notes import Kind, kind_name
from wcafe.exports import FORMATS, WHAT
from wcafe.i18n import LANGUAGES, Words
from wcafe.reports import ARTEFACTS, EDITIONS

_Command = Callable[[argparse.Namespace, Words], int]


def make_parser(words: Words) -> argparse.ArgumentParser:
    _ = words.gettext
    whole = whole_number(words)
    parser = argparse.ArgumentParser(
        prog="wcafe",
        description=_(
            "Plan the rounds of a World Café, seat everyone, keep what the tables say, "
            "print the synthesis."
        ),
        epilog=_("Rounds and tables count from 1. “wcafe COMMAND --help” explains a command."),
        allow_abbrev=False,
    )
    parser.add_argument(
        "--version", action="version", version=f"wcafe {__version__}", help=_("tell the version")
    )
    commands = parser.add_subparsers(metavar=_("COMMAND"), required=True)

    def command(name: str, run: _Command, explained: str) -> argparse.ArgumentParser:
        added: argparse.ArgumentParser = commands.add_parser(
            name, help=explained, description=explained, allow_abbrev=False
        )
        added.set_defaults(command=run, refuse=added.error)
        return added

    one = command("demo", cafe.demo, _("do the whole job on the example café"))
    one.add_argument(
        "folder", type=folder(words), metavar=_("FOLDER"), help=_("where the files go")
    )

    one = command("new", cafe.new, _("make a café"))
    _file(one, words, _("the café's file to make, such as summer.wcafe"))
    one.add_argument(
        "--title", required=True, metavar=_("TITLE"), help=_("what the café is called")
    )
    one.add_argument("--lang", choices=LANGUAGES, help=_("language of what is printed"))
    one.add_argument(
        "--date", type=day(words), metavar=_("YYYY-MM-DD"), help=_("when it takes place")
    )
    one.add_argument("--rounds", type=whole, default=3, metavar="N", help=_("rounds (3)"))
    one.add_argument(
        "--tables", type=whole, metavar="N", help=_("tables (by number of people when planned)")
    )
    one.add_argument(
        "--seats", type=whole, default=5, metavar="N", help=_("seats a table, the host's too (5)")
    )
    one.add_argument("--place", default="", metavar=_("PLACE"), help=_("where it takes place"))
    one.add_argument(
        "--question",
        action="append",
        default=[],
        metavar=_("QUESTION"),
        help=_("what the tables talk about: once for all rounds, or once for each round"),
    )

    one = command("import", people.import_list, _("bring in people from a list"))
    _file(one, words)
    one.add_argument("list", type=Path, metavar=_("LIST"), help=_("a CSV, TSV, XLSX or ODS file"))
    _mapping(one, words, _("the column that fills a field: full_name, given, family, email …"))
    one.add_argument("--dry-run", action="store_true", help=_("only say what would be done"))
    _json(one)

    one = command("plan", plan.plan, _("compose the plan, or repair it from a round on"))
    _file(one, words)
    _effort(one, words)
    one.add_argument(
        "--from-round",
        type=whole,
        default=1,
        metavar="K",
        help=_("keep the rounds before K as they are"),
    )
    _json(one)

    one = command("solve", plan.solve, _("compose a bare plan, without a café"))
    one.add_argument("--tables", type=whole, metavar="T", help=_("tables"))
    one.add_argument("--seats", type=whole, metavar="S", help=_("seats a table"))
    one.add_argument("--rounds", type=whole, metavar="R", help=_("rounds"))
    one.add_argument("--people", type=whole, metavar="P", help=_("people (tables × seats)"))
    one.add_argument(
        "--problem", type=Path, metavar=_("PROBLEM.json"), help=_("a problem with rules")
    )
    _effort(one, words)
    _json(one)

    one = command("print", paper.print_artefact, _("make something to print"))
    _file(one, words)
    one.add_argument(
        "artefact", choices=ARTEFACTS, metavar=_("ARTEFACT"), help=", ".join(ARTEFACTS)
    )
    _output(one, _("OUT.pdf"), _("the PDF to write"))

    one = command("report", paper.report, _("write the synthesis"))
    _file(one, words)
    _output(one, _("OUT.pdf"), _("the PDF to write"))
    one.add_argument("--edition", choices=EDITIONS, default="synthesis", help=_("which report"))
    one.add_argument("--names", action="store_true", help=_("name those who hosted the tables"))

    one = command("export", paper.export, _("write the harvest in another format"))
    _file(one, words)
    _output(
        one,
        _("OUT"),
        _("the file to write; its ending says the format: {formats}").format(
            formats=", ".join(FORMATS)
        ),
    )
    one.add_argument("--what", choices=WHAT, default="notes", help=_("what a CSV holds (notes)"))

    _add_notes(commands, words)

    one = command(
        "check", cafe.check, _("see whether a café is sound and its plan keeps the rules")
    )
    _file(one, words)
    _json(one)
    return parser


def _add_notes(commands: Any, words: Words) -> None:
    _ = words.gettext
    whole = whole_number(words)
    explained = _("add, bring in or list notes")
    group = commands.add_parser("notes", help=explained, description=explained, allow_abbrev=False)
    actions = group.add_subparsers(
        metavar=_("ACTION"), required=True, parser_class=partial(DashedParser, words=words)
    )

    def action(name: str, run: _Command, explained: str) -> argparse.ArgumentParser:
        added: argparse.ArgumentParser = actions.add_parser(
            name, help=explained, description=explained, allow_abbrev=False
        )
        added.set_defaults(command=run, refuse=added.error)
        _file(added, words)
        return added

    one = action("add", notes.add, _("add a note, and print its id"))
    one.add_argument("--table", type=whole, required=True, metavar="T", help=_("the table, from 1"))
    one.add_argument("--round", type=whole, required=True, metavar="R", help=_("the round, from 1"))
    kinds = ", ".join(kind_name(each, words) for each in Kind)
    explained = _("what kind of note it is: {kinds}").format(kinds=kinds)
    one.add_argument("--kind", type=kind(words), required=True, metavar=_("KIND"), help=explained)
    one.add_argument("text", metavar=_("TEXT"), help=_("what was said, as “one text”"))

    one = action("import", notes.import_list, _("bring in notes from a list"))
    one.add_argument("list", type=Path, metavar=_("NOTES"), help=_("a CSV, TSV, XLSX or ODS file"))
    _mapping(
        one, words, _("the column that fills a field: text, table, round, kind, author, theme")
    )
    _json(one)

    one = action("list", notes.list_notes, _("list the notes"))
    one.add_argument(
        "--search", default="", metavar=_("WORDS"), help=_("only notes with these words")
    )
    _json(one)


def _file(parser: argparse.ArgumentParser, words: Words, explained: str | None = None) -> None:
    parser.add_argument("file", type=Path, metavar=words.gettext("FILE.wcafe"), help=explained)


def _output(parser: argparse.ArgumentParser, name: str, explained: str) -> None:
    parser.add_argument("-o", "--output", type=Path, required=True, metavar=name, help=explained)


def _json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="JSON")


def _mapping(parser: argparse.ArgumentParser, words: Words, explained: str) -> None:
    field = words.gettext("FIELD=COLUMN")
    parser.add_argument("--map", action="append", default=[], metavar=field, help=explained)


def _effort(parser: argparse.ArgumentParser, words: Words) -> None:
    _ = words.gettext
    parser.add_argument(
        "--seconds", type=seconds(words), default=2.0, metavar="S", help=_("time to search (2)")
    )
    parser.add_argument(
        "--seed",
        type=whole_number(words, least=0),
        default=1,
        metavar="N",
        help=_("the same seed gives the same plan (1)"),
    )
