"""Saying things on a terminal: lines for people, one JSON document for programs."""

import argparse
import io
import json
import os
import shlex
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from wcafe.domain.shared_address import SharedAddress
from wcafe.errors import WcafeError
from wcafe.i18n import N_, Words
from wcafe.reasons import reason_of

_UNSEEN = ("Cc", "Zl", "Zp")
"""Categories of characters that end a line or steer a terminal."""


class CannotSay(WcafeError):
    """The output goes to a file, and the system refuses to write it."""

    template = N_("The output cannot be written ({reason}). Send it to another place.")


def say(*lines: str) -> None:
    with _told_why():
        for line in lines:
            sys.stdout.write(f"{on_one_line(line)}\n")


def on_one_line(said: str) -> str:
    r"""Return `said` as a terminal can show it on one line: a file's name may hold anything.

    >>> print(on_one_line("a\nb\x1b[2J.wcafe"))
    a\nb\x1b[2J.wcafe
    """
    if said.isprintable():
        return said
    return "".join(repr(c)[1:-1] if unicodedata.category(c) in _UNSEEN else c for c in said)


def finish() -> None:
    """Make sure that all that was said has left; else say why it could not."""
    with _told_why():
        sys.stdout.flush()


def mute() -> None:
    """Let what is still to be said go nowhere: whoever read it has gone, or there is no room."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@contextmanager
def _told_why() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise CannotSay(reason=reason_of(error)) from error


def warn(lines: Iterable[str], *, is_red: bool = False) -> None:
    """Say something beside the result, which stays alone on standard output.

    Where nobody can be told, the command goes on all the same.
    """
    is_red = is_red and sys.stderr.isatty() and not os.environ.get("NO_COLOR")
    with suppress(OSError):
        for line in lines:
            said = on_one_line(line)
            sys.stderr.write(f"\x1b[1;31m{said}\x1b[0m\n" if is_red else f"{said}\n")


def say_json(document: object) -> None:
    r"""Print `document` as one line, with \u escapes on a terminal that is not of UTF-8."""
    is_plain = sys.stdout.encoding.lower().replace("-", "") != "utf8"
    say(json.dumps(document, ensure_ascii=is_plain))


def speak_plainly() -> None:
    r"""Say characters the terminal does not have, and bytes of file names, as \x codes.

    What was closed before the program began is opened on nothing: it is not to be the place of
    the next file that is opened.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            nowhere = Path(os.devnull).open(mode, encoding="utf-8")  # noqa: SIM115 - for good
            setattr(sys, name, nowhere)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def mapping(chosen: argparse.Namespace, words: Words) -> dict[str, str]:
    """Return what `--map` said, a column for a field; bad usage ends the program."""
    return {field: columns[-1] for field, columns in mappings(chosen, words).items()}


def mappings(chosen: argparse.Namespace, words: Words) -> dict[str, tuple[str, ...]]:
    """Return what `--map` said, all columns of each field; bad usage ends the program."""
    wanted: dict[str, tuple[str, ...]] = {}
    for said in chosen.map:
        field, equals, column = said.partition("=")
        if not (field.strip() and equals and column.strip()):
            sentence = words.gettext("“{said}” does not say which column fills a field: {example}")
            chosen.refuse(sentence.format(said=said, example="--map email=Contact"))
        wanted[field.strip()] = (*wanted.get(field.strip(), ()), column.strip())
    return wanted


def typed(where: Path | SharedAddress) -> str:
    """Return how one types where a café is: an address has signs that a shell would take."""
    return str(where) if isinstance(where, Path) else shlex.quote(str(where))
