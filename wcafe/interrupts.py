"""Ctrl+C: one line and exit code 130, at whatever moment it comes.

Nothing is imported up here but what Python itself has loaded: loading more takes a moment, and
that moment has to be watched already.
"""

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    import signal
    from types import FrameType

    from wcafe.i18n import Words
else:
    import _signal as signal  # the module `signal` has names for its numbers, which take long

CODE = 130
"""What a shell expects of a program that was interrupted."""


class _English:
    """The phrases until any language is loaded."""

    def gettext(self, phrase: str) -> str:
        return phrase


class Interrupts:
    """What Ctrl+C does, from `watch` on.

    While modules are loaded nothing is half done, and the program ends on the spot: raised in
    there, KeyboardInterrupt is taken for another error or for none at all. Once it is `working`
    KeyboardInterrupt is raised as usual, so that files and locks are let go. A second one ends
    the program on the spot, and once all is `over` there is nothing left to stop.

    Attributes:
        words: what it says it in.
        has_come: it has, since there was work.
    """

    def __init__(self) -> None:
        self.words: Words | _English = _English()
        self.has_come = False
        self._is_working = False
        self._is_told = False

    def watch(self) -> None:
        """Begin to answer, unless whoever started the program wants it to go on regardless."""
        if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
            signal.signal(signal.SIGINT, self._on_interrupt)
            sys.unraisablehook = self._on_unraisable

    def working(self) -> None:
        self._is_working = True

    def over(self) -> None:
        if signal.getsignal(signal.SIGINT) == self._on_interrupt:
            signal.signal(signal.SIGINT, signal.SIG_IGN)

    def tell(self) -> int:
        """Say that it was stopped, once; return the exit code."""
        if not self._is_told:
            self._is_told = True
            sentence = self.words.gettext("Stopped before the end. What was saved is kept.")
            try:  # noqa: SIM105 - nothing to suppress it with is loaded
                sys.stderr.write(f"wcafe: {sentence}\n")
            except (OSError, AttributeError):  # nobody is there to read it
                pass
        return CODE

    def _on_interrupt(self, _number: int, _frame: "FrameType | None") -> None:
        if self._is_working and not self.has_come:
            self.has_come = True
            raise KeyboardInterrupt
        os._exit(self.tell())

    def _on_unraisable(self, failure: "sys.UnraisableHookArgs") -> None:
        """End where it fell into what nothing can be raised from, such as a finalizer."""
        if failure.exc_type is KeyboardInterrupt:
            os._exit(self.tell())
        sys.__unraisablehook__(failure)
