"""The command line: the same services, for scripts and for people who like to type."""

import argparse
import gettext
import traceback
from collections.abc import Sequence
from pathlib import Path

from wcafe.cli.entering import enter
from wcafe.cli.hints import describe
from wcafe.cli.parser import make_parser
from wcafe.cli.tell import CannotSay, finish, mute, speak_plainly, warn
from wcafe.errors import WcafeError
from wcafe.i18n import Words, interface_language, words_for
from wcafe.interrupts import Interrupts
from wcafe.paths import resource_dir


def run(arguments: Sequence[str], interrupts: Interrupts | None = None) -> int:
    """Run one command; return its exit code.

    0 for success, 1 for a failure told in one line, 130 once stopped by Ctrl+C. Bad usage ends
    the program with 2.
    """
    speak_plainly()
    words = words_for(interface_language())
    gettext.bindtextdomain("wcafe", resource_dir("locale"))
    gettext.textdomain("wcafe")  # argparse speaks the language of the computer through this
    interrupts = interrupts or Interrupts()
    interrupts.words = words
    chosen = argparse.Namespace()
    try:
        chosen = make_parser(words, arguments).parse_args(arguments)
        interrupts.working()
        enter(chosen, words)
        code = int(chosen.command(chosen, words))
        finish()
        return code
    except KeyboardInterrupt:
        return interrupts.tell()
    except Exception as error:  # noqa: BLE001 - the last wall: one line, never a traceback
        if interrupts.has_come:  # libraries make another error of it
            return interrupts.tell()
        return _fail(error, words, chosen)


def _fail(error: Exception, words: Words, chosen: argparse.Namespace) -> int:
    """Say in one line what became of the command; return its exit code."""
    if isinstance(error, BrokenPipeError):  # whoever read our output has seen enough
        mute()
        return 0
    if isinstance(error, CannotSay):
        mute()
    warn([f"wcafe: {_sentence(error, words, chosen)}"])
    return 1


def _sentence(error: Exception, words: Words, chosen: argparse.Namespace) -> str:
    if isinstance(error, WcafeError):
        return describe(error, words, chosen)
    where = traceback.extract_tb(error.__traceback__)[-1]
    _ = words.gettext
    message = _(
        "wcafe met something it did not expect ({kind} at {file}:{line}). "
        "Nothing more was written; please report these words."
    )
    file, kind = Path(where.filename).name, type(error).__name__
    return message.format(kind=kind, file=file, line=where.lineno)
