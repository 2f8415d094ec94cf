"""Errors that a command answers: the same sentence, with what to type next."""

import argparse

from wcafe.errors import MissingColumns, NoNames, NoPlanYet, UnsureEncoding, WcafeError
from wcafe.errors.stations import PortTaken
from wcafe.i18n import N_, Words


class _PlanFirst(NoPlanYet):
    """A café without a plan, and the command that makes one."""

    template = N_("This café has no plan yet. Compose it first: wcafe plan {path}")


class _MapNames(NoNames):
    """A list without names, and how one says where they are."""

    template = N_(
        "No column of names was found in {path}. Its columns are: {columns}. "
        "Say which one holds the names, by its heading or its number: --map full_name=COLUMN"
    )


class _MapNotes(MissingColumns):
    """A list of notes without their places, and how one says where these are."""

    template = N_(
        "{path} has no column for {missing}. Its columns are: {columns}. Say where all of it was "
        "said (--table N --round N), or which column is which: --map text=COLUMN "
        "--map table=COLUMN --map round=COLUMN"
    )


class _SayEncoding(UnsureEncoding):
    """A text whose encoding cannot be told, and how one says it."""

    template = N_(
        "The encoding of {path} cannot be told for certain, and names would be misspelt. Say "
        "which one it is: --encoding NAME, most likely one of {encodings}. Nothing was imported."
    )


class _OtherPort(PortTaken):
    """A port that another program has, and how one says another one."""

    template = N_(
        "The port {port} of this address cannot be used: another program has it. Close that one, "
        "or choose another port: --port N. Codes printed with this port will not open anything "
        "then, and phones that have its page open scan again."
    )


_ANSWERED = {
    NoPlanYet: _PlanFirst,
    NoNames: _MapNames,
    MissingColumns: _MapNotes,
    UnsureEncoding: _SayEncoding,
    PortTaken: _OtherPort,
}


def describe(error: WcafeError, words: Words, chosen: argparse.Namespace) -> str:
    """Return what a terminal says of an `error` met by the command that was `chosen`."""
    answered = _ANSWERED.get(type(error))
    if answered is not None:
        error = answered(**{"path": getattr(chosen, "file", ""), **error.facts})
    return error.describe(words)
