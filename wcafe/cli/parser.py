"""The commands, their arguments and their help, in the language of the computer.

Only the arguments of the command that was asked for are spelled out, as each loads what it
needs: help and bad usage are told at once, and a note is kept without loading what prints.
"""

import argparse
from collections.abc import Callable, Sequence
from importlib import import_module

from wcafe import __version__
from wcafe.cli.arguments import ExactParser, day, file_path, folder, spare, whole_number
from wcafe.cli.options import (
    as_json,
    cafe_file,
    choice,
    effort,
    encoding,
    mapping,
    new_file,
    seed,
)
from wcafe.i18n import LANGUAGES, N_, Words

_MOST_DRAWS = 10_000

_Fill = Callable[[argparse.ArgumentParser, Words], None]


def make_parser(words: Words, arguments: Sequence[str] = ()) -> argparse.ArgumentParser:
    """Return the parser for `arguments`; of other commands it knows the names alone."""
    _ = words.gettext
    parser = ExactParser(
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
    asked = next((said for said in arguments if not said.startswith("-")), None)
    for name, (explained, fill) in _COMMANDS.items():
        one = commands.add_parser(
            name, help=_(explained), description=_(explained), allow_abbrev=False
        )
        if name == asked:
            fill(one, words)
    return parser


def _of(module: str, name: str) -> _Fill:
    """Return what spells out a command with a module of its own, loaded once it is asked for."""

    def fill(one: argparse.ArgumentParser, words: Words) -> None:
        getattr(import_module(f"wcafe.cli.{module}"), name)(one, words)

    return fill


def _demo(one: argparse.ArgumentParser, words: Words) -> None:
    from wcafe.cli import cafe

    _ = words.gettext
    one.set_defaults(command=cafe.demo)
    one.add_argument(
        "folder", type=folder(words), metavar=_("FOLDER"), help=_("where the files go")
    )


def _new(one: argparse.ArgumentParser, words: Words) -> None:
    from wcafe.cli import cafe

    _, whole = words.gettext, whole_number(words)
    one.set_defaults(command=cafe.new, refuse=one.error)
    new_file(one, words, _("the café's file to make, such as summer.wcafe"))
    one.add_argument(
        "--title", required=True, metavar=_("TITLE"), help=_("what the café is called")
    )
    choice(
        one,
        "--lang",
        LANGUAGES,
        sentence=_("nothing is printed in “{said}”; the languages are: {choices}"),
        explained=_("language of what is printed"),
    )
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


def _import(one: argparse.ArgumentParser, words: Words) -> None:
    from wcafe.cli import people

    _ = words.gettext
    one.set_defaults(command=people.import_list, refuse=one.error)
    cafe_file(one, words)
    one.add_argument(
        "list", type=file_path(words), metavar=_("LIST"), help=_("a CSV, TSV, XLSX or ODS file")
    )
    mapping(one, words, _("the column that fills a field: full_name, given, family, email …"))
    encoding(one, words)
    one.add_argument("--dry-run", action="store_true", help=_("only say what would be done"))
    as_json(one)


def _plan(one: argparse.ArgumentParser, words: Words) -> None:
    from wcafe.cli import plan

    _ = words.gettext
    one.set_defaults(command=plan.plan)
    cafe_file(one, words)
    effort(one, words)
    one.add_argument(
        "--from-round",
        type=whole_number(words),
        metavar="K",
        help=_("keep the rounds before K as they are, and change as few seats after as can be"),
    )
    one.add_argument(
        "--jokers",
        type=spare(words),
        nargs="?",
        const="usual",
        metavar="K",
        help=_("keep K spare places with routes for walk-ins (5 %% of the people, at least 2)"),
    )
    as_json(one)


def _checkin(one: argparse.ArgumentParser, words: Words) -> None:
    from wcafe.cli import check_in

    _ = words.gettext
    one.set_defaults(command=check_in.check_in)
    cafe_file(one, words)
    one.add_argument(
        "who", nargs="+", metavar=_("WHO"), help=_("people, by name or by the code on their badge")
    )
    one.add_argument("--undo", action="store_true", help=_("they have not arrived yet after all"))
    as_json(one)


def _solve(one: argparse.ArgumentParser, words: Words) -> None:
    from wcafe.cli import solve

    _, whole = words.gettext, whole_number(words)
    one.set_defaults(command=solve.solve, refuse=one.error)
    one.add_argument("--tables", type=whole, metavar="T", help=_("tables"))
    one.add_argument("--seats", type=whole, metavar="S", help=_("seats a table"))
    one.add_argument("--rounds", type=whole, metavar="R", help=_("rounds"))
    one.add_argument("--people", type=whole, metavar="P", help=_("people (tables × seats)"))
    one.add_argument(
        "--problem",
        type=file_path(words),
        metavar=_("PROBLEM.json"),
        help=_("a problem with rules"),
    )
    effort(one, words)
    as_json(one)


def _rehearse(one: argparse.ArgumentParser, words: Words) -> None:
    from wcafe.cli import rehearse
    from wcafe.services.planning.rehearsal import DRAWS

    _ = words.gettext
    one.set_defaults(command=rehearse.rehearse)
    cafe_file(one, words)
    explained = _("how often each share of absences is drawn ({number})").format(number=DRAWS)
    draws = whole_number(words, least=1, most=_MOST_DRAWS)
    one.add_argument("--draws", type=draws, default=DRAWS, metavar="N", help=explained)
    seed(one, words, _("the same seed draws the same people (1)"))
    as_json(one)


def _headcount(one: argparse.ArgumentParser, words: Words) -> None:
    from wcafe.cli import headcount

    _, whole = words.gettext, whole_number(words)
    one.set_defaults(command=headcount.headcount, refuse=one.error)
    cafe_file(one, words)
    one.add_argument(
        "people", type=whole, nargs="?", metavar="N", help=_("how many came; tells it without")
    )
    one.add_argument(
        "--round", type=whole, metavar="R", help=_("how many came to this round, from 1")
    )
    one.add_argument(
        "--forget", action="store_true", help=_("say that nobody counted them after all")
    )
    as_json(one)


def _check(one: argparse.ArgumentParser, words: Words) -> None:
    from wcafe.cli import cafe

    one.set_defaults(command=cafe.check)
    cafe_file(one, words)
    as_json(one)


def _suggest(one: argparse.ArgumentParser, words: Words) -> None:
    from wcafe.cli import suggest

    one.set_defaults(command=suggest.suggest)
    cafe_file(one, words)
    as_json(one)


def _coverage(one: argparse.ArgumentParser, words: Words) -> None:
    from wcafe.cli import coverage

    one.set_defaults(command=coverage.coverage)
    cafe_file(one, words)
    as_json(one)


_COMMANDS: dict[str, tuple[str, _Fill]] = {
    "demo": (N_("do the whole job on the example café"), _demo),
    "new": (N_("make a café"), _new),
    "import": (N_("bring in people from a list"), _import),
    "plan": (N_("compose the plan, or repair it from a round on"), _plan),
    "solve": (N_("compose a bare plan, without a café"), _solve),
    "rehearse": (N_("see what absences would do to the plan"), _rehearse),
    "checkin": (N_("note who has arrived"), _checkin),
    "tables": (N_("list, close or open tables"), _of("tables_parser", "add_tables")),
    "print": (N_("make something to print"), _of("paper_parser", "add_print")),
    "report": (N_("write the synthesis"), _of("paper_parser", "add_report")),
    "names": (
        N_("see and decide which names stay in what is handed out"),
        _of("names_parser", "add_names"),
    ),
    "export": (N_("write the harvest in another format"), _of("paper_parser", "add_export")),
    "notes": (N_("add, bring in or list notes"), _of("notes_parser", "add_notes")),
    "photos": (
        N_("take in photos of sheets, list them, tell which sheets are missing"),
        _of("photos_parser", "add_photos"),
    ),
    "themes": (N_("list the themes"), _of("themes_parser", "add_themes")),
    "statements": (
        N_("list or add statements, with the notes they rest on"),
        _of("statements_parser", "add_statements"),
    ),
    "verdicts": (
        N_("list or note what tables say to the sentences"),
        _of("verdicts_parser", "add_verdicts"),
    ),
    "coverage": (N_("tell which notes and tables the statements rest on"), _coverage),
    "amendments": (
        N_("take corrections in, accept or decline them"),
        _of("amendments_parser", "add_amendments"),
    ),
    "actions": (
        N_("list the actions, and say what became of them"),
        _of("actions_parser", "add_actions"),
    ),
    "headcount": (N_("say how many people came, without their names"), _headcount),
    "suggest": (N_("suggest themes for notes, and notes that are alike; change nothing"), _suggest),
    "serve": (
        N_("answer note-takers' phones, without the window"),
        _of("serve_parser", "add_serve"),
    ),
    "share": (
        N_("let a café live on a server, for several laptops"),
        _of("sharing_parser", "add_share"),
    ),
    "fetch": (
        N_("bring a café of a server back as a file"),
        _of("sharing_parser", "add_fetch"),
    ),
    "shared": (N_("list the cafés of a server"), _of("sharing_parser", "add_shared")),
    "check": (N_("see whether a café is sound and its plan keeps the rules"), _check),
}
