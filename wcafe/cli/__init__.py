"""The command line: the same services, for scripts and for people who like to type."""

import argparse
import gettext
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

from wcafe.cli.hints import describe
from wcafe.cli.parser import make_parser
from wcafe.cli.tell import CannotSay, finish, mute, speak_plainly
from wcafe.errors import WcafeError
from wcafe.i18n import interface_language, words_for
from wcafe.paths import resource_dir


def run(arguments: Sequence[str]) -> int:
    """Run one command; return its exit code.

    0 for success, 1 for a failure told in one line. Bad usage ends the program with 2.
    """
    speak_plainly()
    words = words_for(interface_language())
    gettext.bindtextdomain("wcafe", resource_dir("locale"))
    gettext.textdomain("wcafe")  # argparse speaks the language of the computer through this
    chosen = argparse.Namespace()
    try:
        chosen = make_parser(words, arguments).parse_args(arguments)
        code = int(chosen.command(chosen, words))
        finish()
        return code
    except CannotSay as error:
        mute()
        return _fail(error.describe(words))
    except WcafeError as error:
        return _fail(describe(error, words, chosen))
    except BrokenPipeError:  # whoever read our output has seen enough
        mute()
        return 0
    except KeyboardInterrupt:
        return 130
    except Exception as error:  # noqa: BLE001 - the last wall: one line, never a traceback
        where = traceback.extract_tb(error.__traceback__)[-1]
        _ = words.gettext
        message = _(
            "wcafe met something it did not expect ({kind} at {file}:{line}). "
            "Nothing more was written; please report these words."
        )
        file, kind = Path(where.filename).name, type(error).__name__
        return _fail(message.format(kind=kind, file=file, line=where.lineno))


def _fail(sentence: str) -> int:
    sys.stderr.write(f"wcafe: {sentence}\n")
    return 1
