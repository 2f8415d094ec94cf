"""What may stand behind `wcafe photos`."""

import argparse
from collections.abc import Callable
from functools import partial

from wcafe.cli import photo_votes, photos
from wcafe.cli.arguments import file_path, whole_number
from wcafe.cli.options import add_action, as_json
from wcafe.domain.settling import MOST_VOTES
from wcafe.i18n import Words


def add_photos(group: argparse.ArgumentParser, words: Words) -> None:
    _ = words.gettext
    actions = group.add_subparsers(metavar=_("ACTION"), required=True)
    action = partial(add_action, actions, words)

    one = action("add", photos.add, _("take in photos and scans; each files itself by its code"))
    one.add_argument(
        "paths",
        type=file_path(words),
        nargs="+",
        metavar=_("PATH"),
        help=_(
            "photos, scans as PDF, or folders of them; what cannot be read is told, and the "
            "command fails only where nothing came in"
        ),
    )
    as_json(one)
    as_json(action("list", photos.list_photos, _("list the photos, and how it stands with each")))
    as_json(action("missing", photos.missing, _("list the sheets that were not received")))

    one = action("file", photos.file, _("say of which table and round a photo is"))
    _photo(one, words)
    _place(one, words)
    one.add_argument(
        "--with-notes", action="store_true", help=_("move the notes typed from it there too")
    )
    one = action("remove", photos.remove, _("take a photo out of the café, with all of its bytes"))
    _photo(one, words)
    one = action("blank", photos.blank, _("say that a sheet stayed blank, so that none is missing"))
    _place(one, words)
    one.add_argument("--undo", action="store_true", help=_("it did not stay blank after all"))

    one = action("votes", photo_votes.votes, _("the dots counted on a photo; keep them as votes"))
    _photo(one, words)
    one.add_argument("--keep", action="store_true", help=_("keep them as votes"))
    one.add_argument(
        "--count",
        type=_row_and_dots(words),
        action="append",
        metavar="ROW=N",
        help=_("keep them, a row having so many dots, whatever was read"),
    )
    one.add_argument(
        "--another",
        action="store_true",
        help=_("a photo of this sheet came before, and this one hung on another wall"),
    )
    one.add_argument("--undo", action="store_true", help=_("let them be votes no more"))
    as_json(one)


def _row_and_dots(words: Words) -> Callable[[str], tuple[int, int]]:
    whole, dots = whole_number(words, least=1), whole_number(words, least=0, most=MOST_VOTES)

    def read(said: str) -> tuple[int, int]:
        row, _equals, number = said.partition("=")
        return whole(row), dots(number)

    return read


def _photo(one: argparse.ArgumentParser, words: Words) -> None:
    _ = words.gettext
    one.add_argument("photo", metavar=_("PHOTO"), help=_("the photo, by its id or its file's name"))


def _place(one: argparse.ArgumentParser, words: Words) -> None:
    _, whole = words.gettext, whole_number(words)
    one.add_argument("--table", type=whole, required=True, metavar="T", help=_("table, from 1"))
    one.add_argument("--round", type=whole, required=True, metavar="R", help=_("round, from 1"))
    one.add_argument(
        "--page",
        type=whole_number(words, least=1),
        default=1,
        metavar="P",
        help=_("which of the sheets of that table and round (1)"),
    )
