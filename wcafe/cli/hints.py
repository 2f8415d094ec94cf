"""Errors that a command answers: the same sentence, with what to type next."""

import argparse
from dataclasses import replace
from pathlib import Path

from wcafe.cli.tell import typed
from wcafe.domain.shared_address import SharedAddress
from wcafe.errors import MissingColumns, NoNames, NoPlanYet, UnsureEncoding, WcafeError
from wcafe.errors.sharing import (
    AlreadyShared,
    NoRights,
    NoSuchCafe,
    PasswordWanted,
    SharedElsewhere,
    WhichCafe,
    WrongPassword,
)
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


class _PasswordHow(PasswordWanted):
    """A server that wants a password, and the ways to give it."""

    template = N_(
        "{path} asks for the password of the role {user}. Give it in PGPASSWORD or ~/.pgpass, or "
        "run the command in a terminal, where it is asked for."
    )


class _PasswordAgain(WrongPassword):
    """A password that does not fit, and where it may have come from."""

    template = N_(
        "{path} does not let in the role {user} with this password. Look at the address, at "
        "PGPASSWORD and at ~/.pgpass, or run the command in a terminal, where it is asked for."
    )


class _Prepare(NoRights):
    """A role that may make no café, and what an administrator does once."""

    template = N_(
        "The role {user} may not make a café on {path}. What whoever looks after the server does "
        "once is told by: wcafe share --prepare {typed}. Nothing was changed."
    )


class _ListThem(NoSuchCafe):
    """A café that is not there, and how to see which are."""

    template = N_("There is no café {name} on {path}. See which there are: wcafe shared {server}")


class _SayWhich(WhichCafe):
    """An address that fits several cafés, and how one of them is named."""

    template = N_("Say which café of {path} is meant, as in {example}. There are: {names}.")


class _OpenThere(SharedElsewhere):
    """A keepsake that was to be changed, and where its café is."""

    template = N_(
        "The café of {path} is on a server now: give {typed} in place of the file. The file stays "
        "as it was when it was shared, for reading."
    )


class _AnotherName(AlreadyShared):
    """A name that is taken on the server, and how another one is chosen."""

    template = N_(
        "There is another café named {name} on {path} already. Choose another name, as in "
        "{example}. Nothing was changed."
    )


_ANSWERED = {
    NoPlanYet: _PlanFirst,
    NoNames: _MapNames,
    MissingColumns: _MapNotes,
    UnsureEncoding: _SayEncoding,
    PortTaken: _OtherPort,
    PasswordWanted: _PasswordHow,
    WrongPassword: _PasswordAgain,
    NoRights: _Prepare,
    NoSuchCafe: _ListThem,
    WhichCafe: _SayWhich,
    SharedElsewhere: _OpenThere,
    AlreadyShared: _AnotherName,
}


def describe(error: WcafeError, words: Words, chosen: argparse.Namespace) -> str:
    """Return what a terminal says of an `error` met by the command that was `chosen`."""
    answered = _ANSWERED.get(type(error))
    if answered is not None:
        error = answered(**{**_typed(chosen, words), **error.facts, **_typed_there(error)})
    return error.describe(words)


def _typed(chosen: argparse.Namespace, words: Words) -> dict[str, str]:
    """Return what one would type of the café that was `chosen`, of its server and of another."""
    where = getattr(chosen, "address", None) or getattr(chosen, "file", None)
    if not isinstance(where, SharedAddress):
        return {"path": typed(where or Path())}
    return {
        "path": typed(where),
        "typed": typed(where.server),
        "server": typed(where.server),
        "example": typed(replace(where, cafe=words.gettext("NAME"))),
    }


def _typed_there(error: WcafeError) -> dict[str, str]:
    """Return how one types the address that an `error` tells of."""
    if isinstance(error, SharedElsewhere):
        return {"typed": typed(SharedAddress.parse(str(error.facts["address"])))}
    return {}
