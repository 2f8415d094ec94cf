"""The commands that write paper and files, and their arguments."""

import argparse

from wcafe.cli import paper, printing
from wcafe.cli.arguments import ExactParser, one_of, shift, whole_number
from wcafe.cli.options import cafe_file, choice, output
from wcafe.domain.artefacts import EDITIONS, HANDOUTS, SYNTHESIS
from wcafe.domain.badge_sizes import KNOWN_SIZES, OWN_SIZE
from wcafe.domain.handouts import ALL
from wcafe.domain.paper_size import PaperSize
from wcafe.domain.sheet_form import MOST_SHEETS
from wcafe.exports import AS, FORMATS, WHAT
from wcafe.i18n import Words, labelled


def add_print(one: ExactParser, words: Words) -> None:
    _ = words.gettext
    one.set_defaults(command=printing.print_artefact, refuse=one.error)
    told = [labelled(key, _(each.summary), words) for key, each in HANDOUTS.items()]
    everything = _("all: everything, into the folder behind -o, or into one file that ends in .pdf")
    one.epilog = "\n".join([*told, everything])
    cafe_file(one, words)
    sentence = _("there is nothing to print called “{said}”; there are: {choices}")
    one.add_argument(
        "artefact",
        type=one_of((*HANDOUTS, ALL), sentence),
        metavar=_("ARTEFACT"),
        help=", ".join((*HANDOUTS, ALL)),
    )
    output(one, words, _("OUT.pdf"), _("the PDF to write; for “all” a folder, or one PDF"))
    one.add_argument(
        "--for",
        nargs="+",
        metavar=_("WHO"),
        dest="who",
        help=_("only for these people, by name or badge code"),
    )
    for option, explained in (
        ("--table", _("only for these tables")),
        ("--round", _("only for these rounds")),
    ):
        one.add_argument(
            option, type=whole_number(words, least=1), nargs="+", metavar="N", help=explained
        )
    one.add_argument(
        "--only-changed",
        action="store_true",
        help=_("only what says something else than is on paper already"),
    )
    one.add_argument(
        "--sheets",
        type=whole_number(words, least=1, most=MOST_SHEETS),
        metavar="N",
        help=_(
            "how many harvest sheets each table gets for a round; or copies of dot-vote sheets (1)"
        ),
    )
    choice(
        one,
        "--paper",
        tuple(size.value for size in PaperSize),
        sentence=_("there is no paper “{said}”; there are: {choices}"),
        explained=_("the paper to print on (a4)"),
        default=PaperSize.A4.value,
    )
    one.add_argument(
        "--size",
        metavar=_("SIZE"),
        help=_(
            "how large badges and stickers are (a7), or on which labels: {known}, or your own "
            "such as {own}"
        ).format(known=", ".join(KNOWN_SIZES), own=OWN_SIZE),
    )
    one.add_argument(
        "--shift",
        type=shift(words),
        default=(0.0, 0.0),
        metavar=_("RIGHT,DOWN"),
        help=_("move all by so many millimetres, for a printer that shifts"),
    )
    one.dashed.add("--shift")


def add_report(one: argparse.ArgumentParser, words: Words) -> None:
    _ = words.gettext
    one.set_defaults(command=paper.report, refuse=one.error)
    cafe_file(one, words)
    output(one, words, _("OUT.pdf"), _("the PDF to write"))
    choice(
        one,
        "--edition",
        tuple(EDITIONS),
        sentence=_("there is no edition “{said}”; the editions are: {choices}"),
        explained=_("which report"),
        default=SYNTHESIS,
    )
    one.add_argument(
        "--names",
        action="store_true",
        help=_("name those who hosted the tables, and leave all names that were said"),
    )
    choice(
        one,
        "--cover",
        ("dark", "white"),
        sentence=_("there is no cover “{said}”; a cover is: {choices}"),
        explained=_("the cover of the synthesis: white spares ink"),
        default="dark",
    )
    choice(
        one,
        "--annex",
        ("none", "record"),
        sentence=_("there is no annex “{said}”; an annex is: {choices}"),
        explained=_("what stands behind the synthesis"),
        default="none",
    )
    choice(
        one,
        "--by",
        ("table", "question"),
        sentence=_("a record does not go by “{said}”, but by: {choices}"),
        explained=_("in which order the record tells the notes"),
        default="table",
    )
    _hide_names(one, words)


def add_export(one: argparse.ArgumentParser, words: Words) -> None:
    _ = words.gettext
    one.set_defaults(command=paper.export, refuse=one.error)
    cafe_file(one, words)
    output(
        one,
        words,
        _("OUT"),
        _("the file to write; its ending says the format: {formats}").format(
            formats=", ".join(FORMATS)
        ),
    )
    choice(
        one,
        "--what",
        WHAT,
        sentence=_("a CSV never holds “{said}”; what it can hold: {choices}"),
        explained=_("what a CSV holds (notes)"),
    )
    choice(
        one,
        "--as",
        AS,
        sentence=_("there is no file called “{said}”; there are: {choices}"),
        explained=_("which file is wanted, where its ending leaves that open"),
    )
    _hide_names(one, words)


def _hide_names(one: argparse.ArgumentParser, words: Words) -> None:
    explained = words.gettext("hide names in the harvest that are on the list of people")
    one.add_argument("--hide-names", action="store_true", help=explained)
