"""Options that several commands have, each said the same way everywhere."""

import argparse
from collections.abc import Callable, Sequence
from typing import TypeVar

from wcafe.cli.arguments import (
    cafe_place,
    file_path,
    new_cafe_path,
    one_of,
    seconds,
    server_address,
    whole_number,
)
from wcafe.i18n import Words

P = TypeVar("P", bound=argparse.ArgumentParser)


def cafe_file(parser: argparse.ArgumentParser, words: Words) -> None:
    """Let the café be a file, or one on a server by its address."""
    name, explained = (
        words.gettext("FILE.wcafe"),
        words.gettext("the café’s file, or its address on a server"),
    )
    parser.add_argument("file", type=cafe_place(words), metavar=name, help=explained)


def new_file(parser: argparse.ArgumentParser, words: Words, explained: str) -> None:
    """Let the café be a file that is to be made."""
    name = words.gettext("FILE.wcafe")
    parser.add_argument("file", type=new_cafe_path(words), metavar=name, help=explained)


def address(parser: argparse.ArgumentParser, words: Words, explained: str) -> None:
    name, kind = words.gettext("ADDRESS"), server_address(words)
    parser.add_argument("address", type=kind, metavar=name, help=explained)


def output(parser: argparse.ArgumentParser, words: Words, name: str, explained: str) -> None:
    kind = file_path(words)
    parser.add_argument("-o", "--output", type=kind, required=True, metavar=name, help=explained)


def choice(
    parser: argparse.ArgumentParser,
    name: str,
    choices: Sequence[str],
    *,
    sentence: str,
    explained: str,
    default: str | None = None,
) -> None:
    """Let `name` be one of `choices`; help lists them, and so does the `sentence` of a refusal."""
    told = "{" + ",".join(choices) + "}"
    parser.add_argument(
        name, type=one_of(choices, sentence), metavar=told, default=default, help=explained
    )


def as_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="JSON")


def mapping(parser: argparse.ArgumentParser, words: Words, explained: str) -> None:
    field = words.gettext("FIELD=COLUMN")
    parser.add_argument("--map", action="append", default=[], metavar=field, help=explained)


def encoding(parser: argparse.ArgumentParser, words: Words) -> None:
    explained = words.gettext("how the text of the list is encoded, where that cannot be told")
    name = words.gettext("ENCODING")
    parser.add_argument("--encoding", metavar=name, help=explained)


def seed(parser: argparse.ArgumentParser, words: Words, explained: str) -> None:
    kind = whole_number(words, least=0)
    parser.add_argument("--seed", type=kind, default=1, metavar="N", help=explained)


def effort(parser: argparse.ArgumentParser, words: Words) -> None:
    _ = words.gettext
    parser.add_argument(
        "--seconds", type=seconds(words), default=2.0, metavar="S", help=_("time to search (2)")
    )
    seed(parser, words, _("the same seed gives the same plan (1)"))


def add_action(
    actions: "argparse._SubParsersAction[P]",
    words: Words,
    name: str,
    run: Callable[[argparse.Namespace, Words], int],
    explained: str,
) -> P:
    """Add to a group what can be done with a café, such as `close` to `tables`."""
    added = actions.add_parser(name, help=explained, description=explained, allow_abbrev=False)
    added.set_defaults(command=run, refuse=added.error)
    cafe_file(added, words)
    return added
